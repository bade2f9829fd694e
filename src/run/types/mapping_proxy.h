#ifndef RUN_MAPPING_PROXY_H
#define RUN_MAPPING_PROXY_H
/* mappingproxy, a read-only view of a mapping: a class's __dict__, types.MappingProxyType.
 * Law: it holds the mapping by a counted reference and asks it for everything. */
#include "run/types/native_type.h"

extern const NativeType type_mapping_proxy;
ObjectId mapping_proxy_create(Run *run, ObjectId mapping);

#endif
