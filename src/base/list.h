#ifndef BASE_LIST_H
#define BASE_LIST_H
/* Growing arrays: a struct that needs one keeps `T *items; size_t count, capacity;` and asks
 * here for room before it appends. */
#include <stddef.h>

/* Room for at least `needed` items of `item_size` bytes: returns `items`, moved if it had to
 * grow (amortised doubling), and updates `*capacity`. New items are zeroed. Release with
 * free(). */
void *list_reserve(void *items, size_t *capacity, size_t needed, size_t item_size);

#endif
