#include "base/region.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { BLOCK_SIZE = 64 * 1024, ALIGNMENT = 16 };

struct RegionBlock {
    RegionBlock *older;
    size_t size, used;
    _Alignas(16) char bytes[];
};

static RegionBlock *add_block(Region *region, size_t size)
{
    /* Blocks double, so that a region cleared each frame soon fits into its newest one. */
    size_t grown = region->blocks ? region->blocks->size * 2 : BLOCK_SIZE;
    size = size > grown ? size : grown;
    RegionBlock *block = memory_resize(NULL, sizeof *block + size);
    *block = (RegionBlock){region->blocks, size, 0};
    region->blocks = block;
    return block;
}

void *region_allocate(Region *region, size_t size)
{
    size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    RegionBlock *block = region->blocks;
    if (!block || block->size - block->used < size)
        block = add_block(region, size);
    void *memory = block->bytes + block->used;
    block->used += size;
    return memset(memory, 0, size);
}

char *region_copy(Region *region, const char *bytes, size_t length)
{
    char *copy = region_allocate(region, length + 1);
    if (length)
        memcpy(copy, bytes, length);
    return copy;
}

Slice region_slice(Region *region, Slice slice)
{
    return (Slice){region_copy(region, slice.bytes, slice.length), slice.length};
}

char *region_format(Region *region, const char *format, ...)
{
    Text text = {0};
    va_list arguments;
    va_start(arguments, format);
    text_append_format_list(&text, format, arguments);
    va_end(arguments);
    char *copy = region_copy(region, text_string(&text), text.length);
    text_done(&text);
    return copy;
}

static void free_blocks(RegionBlock *block)
{
    while (block) {
        RegionBlock *older = block->older;
        free(block);
        block = older;
    }
}

void region_clear(Region *region)
{
    if (!region->blocks)
        return;
    free_blocks(region->blocks->older);
    region->blocks->older = NULL;
    region->blocks->used = 0;
}

void region_done(Region *region)
{
    free_blocks(region->blocks);
    region->blocks = NULL;
}
