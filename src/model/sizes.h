#ifndef MODEL_SIZES_H
#define MODEL_SIZES_H
/* How many bytes the things of this room take: what is asked of the private heap when they are
 * made, and what sys.getsizeof says of them (model_size). */
#include "model/model.h"

/* What an instance of `type` takes beyond `layout` bytes, which an instance of the built-in
 * type with this layout takes: 0 for the built-in type itself; for a class made by the program
 * its __dict__, weak reference and GC header (Objects/typeobject.c, type_new). */
uint32_t size_of_type(const Model *model, ObjectId type, uint32_t layout);
/* What of an object's size stands in front of it, which its __sizeof__ does not count: the GC
 * header, since 3.11 the fields for its __dict__ and weak references. */
uint32_t size_header(const Model *model, ObjectId id);
/* Do instances of `type` have a GC header? */
bool size_has_gc(const Model *model, ObjectId type);
/* The flags for object_create of an instance of `type`. */
uint32_t size_flags(const Model *model, ObjectId type);
/* An instance of a class without a built-in layout, values of attributes not included. */
uint32_t size_instance(const Profile *profile, const State *state, ObjectId type);
uint32_t size_text(const Profile *profile, const TextPayload *text);
/* A dict's keys table of so many slots, and the entries that it has room for (USABLE_FRACTION).
 */
uint32_t size_keys(const Profile *profile, uint32_t table, bool str_only);
uint32_t size_usable(uint32_t table);
/* Do instances of the class share the keys of their dicts? */
bool size_has_shared_keys(const Profile *profile, const State *state, const Object *type);
/* The table of a class's shared keys when it is made. */
uint32_t size_shared_table(const Profile *profile);

#endif
