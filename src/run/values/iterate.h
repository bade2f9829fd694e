#ifndef RUN_ITERATE_H
#define RUN_ITERATE_H
/* Iterators: KIND_ITERATOR objects. Slot 0 holds what is iterated over and becomes empty at the
 * end; field c is the TypeName that says how to go on (a subclass keeps it). Law: a position
 * moves by a Change. */
#include "run/values/protocol.h"

enum { ITERATOR_TYPE_BITS = 0xff }; /* of field c; what a kind keeps there is above them */

/* A new iterator over `source` (0: none) with `extra` further references. `size`: without GC
 * header. */
ObjectId iterator_create(Run *run, TypeName type, uint32_t size, const ObjectId *values,
                         uint32_t count);
/* iter() and next() of built-in kinds: no method of the program is asked. 0 from
 * iterate_builtin with nothing raised: the kind is not iterable. */
ObjectId iterate_builtin(Run *run, ObjectId iterable);
ObjectId iterate_next_builtin(Run *run, ObjectId iterator);
/* reversed(list), reversed(range) and the like. */
ObjectId iterate_reversed(Run *run, ObjectId value);
/* Items that are still to come, where an iterator knows (__length_hint__); -1 where it does
 * not. */
int64_t iterator_remaining(Run *run, ObjectId iterator);

/* iterate_composed.c */
ObjectId enumerate_create(Run *run, ObjectId iterable, ObjectId start);
ObjectId zip_create(Run *run, const ObjectId *iterables, uint32_t count, bool strict);
ObjectId map_create(Run *run, ObjectId function, const ObjectId *iterables, uint32_t count);
ObjectId filter_create(Run *run, ObjectId function, ObjectId iterable);
ObjectId enumerate_next(Run *run, ObjectId iterator);
ObjectId zip_next(Run *run, ObjectId iterator);
ObjectId map_next(Run *run, ObjectId iterator);
ObjectId filter_next(Run *run, ObjectId iterator);
/* A pair in `iterator`'s slot `index`, used again while nobody else holds it. */
ObjectId pair_reuse(Run *run, ObjectId iterator, uint32_t index, ObjectId first,
                    ObjectId second);

/* iterate_dict.c: `type` is TYPE_DICT_KEYITERATOR, TYPE_DICT_VALUEITERATOR or
 * TYPE_DICT_ITEMITERATOR. */
ObjectId dict_iterate(Run *run, ObjectId dict, TypeName type, bool backwards);
ObjectId dict_iterator_next(Run *run, ObjectId iterator);
/* The items to come of an iterator of the dict; none when the dict has changed (dictiter_len).
 */
int64_t dict_remaining(const Model *model, const Object *iterator, ObjectId dict);

/* list_fill.c: list(x), sorted(x), [*x]: with `constructs` as list(x) sizes it. */
bool list_fill_from(Run *run, ObjectId list, ObjectId iterable, bool constructs);
/* The items of `iterable`, whose iterator is made already, as a new list. */
ObjectId iterate_list_with(Run *run, ObjectId iterable, ObjectId iterator);
/* A tuple of an iterable's items, itself where it is a tuple. */
ObjectId tuple_of_iterable(Run *run, ObjectId iterable);

#endif
