#ifndef RUN_COLLECTIONS_H
#define RUN_COLLECTIONS_H
/* The dicts of module _collections: each file has one type. */
#include "run/native_type.h"
#include "run/tables.h"

extern const NativeType type_defaultdict;

#endif
