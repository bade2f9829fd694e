#ifndef RUN_DEQUE_H
#define RUN_DEQUE_H
/* collections.deque: Modules/_collectionsmodule.c. Slots: the blocks as they are, from the
 * first one on: empty places up to the left index, then the items. a: the left index, b: the
 * state (moves with every mutation), c: maxlen, DEQUE_UNBOUNDED where it is None. Law: the body
 * is as large as the blocks that the slots fill. Unlike CPython: the blocks are one piece of
 * memory, none is kept for later. */
#include "run/types/native_type.h"

#define DEQUE_UNBOUNDED UINT32_MAX
enum { DEQUE_BLOCK_LENGTH = 64 };

extern const NativeType type_deque, type_deque_iterator, type_deque_reverse_iterator;

uint32_t deque_length(const Model *model, ObjectId deque);
ObjectId deque_item(const Model *model, ObjectId deque, uint32_t index);
void deque_append(Model *model, ObjectId deque, ObjectId value);
void deque_append_left(Model *model, ObjectId deque, ObjectId value);
/* Removes an item, which HAND holds then; the deque is not empty. */
ObjectId deque_pop(Model *model, ObjectId deque);
ObjectId deque_pop_left(Model *model, ObjectId deque);
void deque_rotate(Model *model, ObjectId deque, int64_t count);
void deque_reverse(Model *model, ObjectId deque);
void deque_clear(Model *model, ObjectId deque);
/* Where an empty one begins. */
void deque_start_at(Model *model, ObjectId deque, uint32_t left);
/* A new one of this type without items, of the same state as deque() makes it. */
ObjectId deque_create(Run *run, ObjectId type);

/* deque_operators.c */
NativeCall deque_concatenate, deque_extend_in_place, deque_multiply, deque_multiply_in_place;
ObjectId deque_compare(Run *run, int op, ObjectId left, ObjectId right);
/* deque_methods.c */
/* Adds the items of an iterable with deque_append or deque_append_left. */
bool deque_extend(Run *run, ObjectId deque, ObjectId iterable,
                  void (*add)(Model *, ObjectId, ObjectId));
/* deque.copy(): a class of the program is called as the program would. */
ObjectId deque_copy(Run *run, ObjectId deque);
extern const Native deque_methods[];
extern const NativeAttribute deque_attributes[];

#endif
