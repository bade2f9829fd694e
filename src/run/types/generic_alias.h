#ifndef RUN_GENERIC_ALIAS_H
#define RUN_GENERIC_ALIAS_H
/* What annotations are made of: types.GenericAlias (list[int], from 3.9) and types.UnionType
 * (int | None, from 3.10). Law: an alias holds its origin and a tuple of arguments, a union the
 * tuple alone. */
#include "run/types/native_type.h"

extern const NativeType type_generic_alias, type_union;

/* origin[key] */
ObjectId alias_create(Run *run, ObjectId origin, ObjectId key);
/* left | right; NotImplemented where one of them cannot be in a union. */
ObjectId union_create(Run *run, ObjectId left, ObjectId right);
bool object_is_union(Run *run, ObjectId object);
/* What an alias is one of; 0: it is none. */
ObjectId alias_origin(Run *run, ObjectId object);
/* The arguments of either, as a tuple. */
ObjectId alias_arguments(Run *run, ObjectId object);

#endif
