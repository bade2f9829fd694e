#ifndef MODEL_KEYS_H
#define MODEL_KEYS_H
/* Key sharing (PEP 412): the instances of a class have their attributes' names in common and
 * only values of their own. Objects/dictobject.c, "split table". A KIND_KEYS object has the
 * names as slots, in the order in which they were first assigned; a: names that it has room for
 * yet (dk_usable); b: slots of its index table. Values stand in the slots of their holder, an
 * instance (3.11+) or its dict, from `base` on, by the names' numbers: 0 where an attribute is
 * missing. Law: values are in the order of the names unless the holder's a, b, c say otherwise
 * (3.11+). */
#include "model/containers.h"

enum { KEYS_MISSING = UINT32_MAX };

/* The shared keys of a class made by the program, made now if there are none yet; 0: its
 * instances do not share (a built-in type, no __dict__, or up to 3.10 given up: an attribute
 * was deleted, say). */
ObjectId keys_of_type(Model *model, ObjectId type);
/* The class's new instances no longer share. */
void keys_drop(Model *model, ObjectId type);
/* Replaces the class's keys by those of a dict that has just outgrown them, and splits that
 * dict again (make_keys_shared; up to 3.10). */
void keys_share_again(Model *model, ObjectId type, ObjectId dict);
/* The number of a name, KEYS_MISSING where it is none of the keys. */
uint32_t keys_find(const Model *model, ObjectId keys, ObjectId name);
/* Gives a name the next number. Room for it must be there. */
uint32_t keys_add(Model *model, ObjectId keys, ObjectId name);

/* The number of values that are not missing. */
uint32_t values_count(const Object *holder, uint32_t base);
/* The number of the `ordinal`-th name in order of insertion, KEYS_MISSING past the end. */
uint32_t values_number(const Object *holder, uint32_t base, uint32_t ordinal);
/* The value of the name with this number; 0: missing. */
ObjectId values_get(const Object *holder, uint32_t base, uint32_t number);
/* Sets it; 0 deletes. */
void values_set(Model *model, ObjectId holder, uint32_t base, uint32_t number, ObjectId value);
/* Copies the order of insertion. */
void values_copy_order(Model *model, ObjectId to, ObjectId from);
/* The order of insertion is that of the names again: for a holder without values. */
void values_forget_order(Model *model, ObjectId holder);
/* Bytes of a block of values for so many names (new_values). */
uint32_t values_size(const Profile *profile, uint32_t names);

#endif
