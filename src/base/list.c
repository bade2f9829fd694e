#include "base/list.h"

#include <string.h>

#include "base/memory.h"

void *list_reserve(void *items, size_t *capacity, size_t needed, size_t item_size)
{
    if (needed <= *capacity)
        return items;
    size_t grown = *capacity ? *capacity * 2 : 8;
    if (grown < needed)
        grown = needed;
    char *moved = memory_resize(items, grown * item_size);
    memset(moved + *capacity * item_size, 0, (grown - *capacity) * item_size);
    *capacity = grown;
    return moved;
}
