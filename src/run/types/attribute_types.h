#ifndef RUN_ATTRIBUTE_TYPES_H
#define RUN_ATTRIBUTE_TYPES_H
/* The descriptors of the built-in types' attributes: what dir() lists of them and what int.real
 * is. Law: a name stands here exactly when core_attribute or builtin_attribute answers it. */
#include "run/native.h"

/* Adds the descriptors to the dictionaries of the built-in types; once, at start-up. */
void attribute_types_startup(Run *run);
/* Is it one of these, rather than a descriptor of a class of the program or of a native type? */
bool attribute_is_named(Run *run, ObjectId descriptor);
/* The object's value for one of them; 0: it has none, or raised. */
ObjectId attribute_get_named(Run *run, ObjectId descriptor, ObjectId object);
/* Sets or (value 0) deletes it; raises where that cannot be. */
bool attribute_set_named(Run *run, ObjectId descriptor, ObjectId object, ObjectId value);

#endif
