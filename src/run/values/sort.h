#ifndef RUN_SORT_H
#define RUN_SORT_H
/* Sorting a list in place, stable, by __lt__ alone. */
#include "run/values/compare.h"

/* `key` 0: the items themselves. False: raised; the list then holds the same items in some
 * order. */
bool list_sort(Run *run, ObjectId list, ObjectId key, bool reversed);

#endif
