#ifndef RUN_COMPARE_H
#define RUN_COMPARE_H
/* Comparison of built-in kinds, for the files that need a part of it. */
#include "run/values/operators.h"

enum { RANGE_START, RANGE_STOP, RANGE_STEP, RANGE_LENGTH }; /* slots of KIND_RANGE */

/* Does `order` (< 0, 0, > 0) satisfy a CompareOp? */
bool compare_holds(int op, int order);
/* Bytes by bytes; UTF-8 keeps the order of code points. */
int compare_slices(Slice a, Slice b);
/* What the built-in types say, no method of the program asked: NotImplemented where they know
 * nothing. */
ObjectId compare_builtin(Run *run, int op, ObjectId left, ObjectId right);
/* left < right as a truth value; false: raised. */
bool compare_less(Run *run, ObjectId left, ObjectId right, bool *ret_less);
/* The item of a list or tuple that is about to be compared; HAND holds it where CPython does:
 * since 3.7 that of a list, that of a tuple never. */
ObjectId compare_item_of(Run *run, ObjectId sequence, uint32_t index);
/* Is every item of a set in another set (or frozenset)? */
bool set_is_within(Run *run, ObjectId set, ObjectId other, bool *ret_within);
/* bytes.c */
ObjectId bytes_compare(Run *run, int op, ObjectId left, ObjectId right);

#endif
