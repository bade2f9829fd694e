#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

void *memory_allocate(size_t size)
{
    void *memory = calloc(1, size ? size : 1);
    if (!memory)
        abort();
    return memory;
}

void *memory_resize(void *old, size_t size)
{
    void *memory = realloc(old, size ? size : 1);
    if (!memory)
        abort();
    return memory;
}

char *memory_copy(const void *bytes, size_t size)
{
    char *copy = memory_allocate(size + 1);
    if (size)
        memcpy(copy, bytes, size);
    return copy;
}
