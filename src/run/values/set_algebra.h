#ifndef RUN_SET_ALGEBRA_H
#define RUN_SET_ALGEBRA_H
/* What sets do with one another and with any iterable: Objects/setobject.c. The order in which
 * keys go into a result shows when a program iterates over it, so each function goes through
 * its operands as CPython's does. Law: keys of sets and dicts keep the hashes that they have:
 * no __hash__ is called for them again. `set` is a set or frozenset of any class. */
#include "run/values/operators.h"

/* set_copy, with the layout of `like`: an exact set or frozenset. */
ObjectId set_copy_like(Run *run, ObjectId like, ObjectId set);
/* New sets; 0: raised. */
ObjectId set_intersect(Run *run, ObjectId set, ObjectId iterable);
ObjectId set_subtract(Run *run, ObjectId set, ObjectId iterable);
ObjectId set_toggled(Run *run, ObjectId set, ObjectId iterable); /* symmetric difference */
/* In place; false: raised. set_update is in operators.h. */
bool set_intersect_update(Run *run, ObjectId set, ObjectId iterable);
bool set_subtract_update(Run *run, ObjectId set, ObjectId iterable);
bool set_toggle_update(Run *run, ObjectId set, ObjectId iterable);
/* Has no item of the iterable a place in the set? */
bool set_is_disjoint(Run *run, ObjectId set, ObjectId iterable, bool *ret_disjoint);

/* dict_views.c: -, &, | and ^ where one operand is a dict's keys or items. */
ObjectId views_operate(Run *run, int op, ObjectId left, ObjectId right);

#endif
