#include "model/memory.h"

/* Unlike CPython: malloc is a bump pointer that reuses freed memory of exactly the same size,
 * and arenas lie side by side. */
enum {
    BLOCK_BYTES = 16,
    STATIC_FIRST = 0x00010000,
    ARENA_FIRST = 0x01000000,
    LARGE_FIRST = 0x40000000,
};
static const uint64_t ADDRESS_BASE = 0x7f0000000000;

uint64_t memory_address(uint32_t block)
{
    return ADDRESS_BASE + (uint64_t)block * BLOCK_BYTES;
}

static uint32_t head(const Model *model, uint32_t index)
{
    return state_word(&model->state, MEMORY_HEADS, index);
}

static uint32_t blocks_of(uint32_t size)
{
    return (size + BLOCK_BYTES - 1) / BLOCK_BYTES;
}

uint32_t memory_static_block(Model *model, uint32_t size)
{
    uint32_t next = head(model, HEAD_STATIC_NEXT);
    uint32_t block = next ? next : STATIC_FIRST;
    model_set_memory(model, MEMORY_HEADS, HEAD_STATIC_NEXT, block + blocks_of(size));
    return block;
}

bool memory_is_static(uint32_t block)
{
    return block < ARENA_FIRST;
}

/* --- the system's malloc --- */

static uint32_t large_word(const Model *model, uint32_t index)
{
    return state_word(&model->state, MEMORY_LARGE, index);
}

/* Takes the newest freed block of this many bytes; 0 where there is none. */
static uint32_t reuse_large(Model *model, uint32_t bytes)
{
    uint32_t count = head(model, HEAD_LARGE_FREE);
    for (uint32_t i = count; i-- > 0;) {
        if (large_word(model, 2 * i + 1) != bytes)
            continue;
        uint32_t block = large_word(model, 2 * i);
        model_set_memory(model, MEMORY_LARGE, 2 * i, large_word(model, 2 * (count - 1)));
        model_set_memory(model, MEMORY_LARGE, 2 * i + 1,
                         large_word(model, 2 * (count - 1) + 1));
        model_set_memory(model, MEMORY_HEADS, HEAD_LARGE_FREE, count - 1);
        return block;
    }
    return 0;
}

static uint32_t allocate_large(Model *model, uint32_t size)
{
    uint32_t bytes = blocks_of(size + 8) * BLOCK_BYTES;
    uint32_t block = reuse_large(model, bytes);
    if (block)
        return block;
    uint32_t next = head(model, HEAD_LARGE_NEXT);
    block = next ? next : LARGE_FIRST;
    model_set_memory(model, MEMORY_HEADS, HEAD_LARGE_NEXT, block + bytes / BLOCK_BYTES);
    return block;
}

bool memory_extend_large(Model *model, uint32_t block, uint32_t before, uint32_t size)
{
    uint32_t length = blocks_of(before + 8), wanted = blocks_of(size + 8);
    if (block < LARGE_FIRST || before <= model->profile->obmalloc.request_threshold ||
        wanted < length)
        return false;
    if (wanted > length && block + length != head(model, HEAD_LARGE_NEXT))
        return false;
    if (wanted > length)
        model_set_memory(model, MEMORY_HEADS, HEAD_LARGE_NEXT, block + wanted);
    return true;
}

static void free_large(Model *model, uint32_t block, uint32_t size)
{
    uint32_t count = head(model, HEAD_LARGE_FREE);
    model_set_memory(model, MEMORY_LARGE, 2 * count, block);
    model_set_memory(model, MEMORY_LARGE, 2 * count + 1, blocks_of(size + 8) * BLOCK_BYTES);
    model_set_memory(model, MEMORY_HEADS, HEAD_LARGE_FREE, count + 1);
}

/* --- arenas and pools --- */

static uint32_t pools_per_arena(const Profile *profile)
{
    return profile->obmalloc.arena / profile->obmalloc.pool;
}

static inline uint32_t pool_word(const Model *model, uint32_t pool, uint32_t word)
{
    return state_word(&model->state, MEMORY_POOLS, pool * POOL_WORDS + word);
}

static inline void set_pool(Model *model, uint32_t pool, uint32_t word, uint32_t value)
{
    model_set_memory(model, MEMORY_POOLS, pool * POOL_WORDS + word, value);
}

static uint32_t arena_word(const Model *model, uint32_t arena, uint32_t word)
{
    return state_word(&model->state, MEMORY_ARENAS, arena * ARENA_WORDS + word);
}

static void set_arena(Model *model, uint32_t arena, uint32_t word, uint32_t value)
{
    model_set_memory(model, MEMORY_ARENAS, arena * ARENA_WORDS + word, value);
}

static uint32_t pool_first_block(const Profile *profile, uint32_t pool)
{
    return ARENA_FIRST + pool * (profile->obmalloc.pool / BLOCK_BYTES);
}

static bool in_pools(uint32_t block)
{
    return block >= ARENA_FIRST && block < LARGE_FIRST;
}

/* A pool's size is a power of two. */
static uint32_t pool_of(const Profile *profile, uint32_t block)
{
    return (block - ARENA_FIRST) >> __builtin_ctz(profile->obmalloc.pool / BLOCK_BYTES);
}

bool memory_place(const Profile *profile, uint32_t block, MemoryPlace *ret_place)
{
    if (!in_pools(block))
        return false;
    uint32_t pool = pool_of(profile, block);
    *ret_place = (MemoryPlace){pool / pools_per_arena(profile), pool,
                               (block - pool_first_block(profile, pool)) * BLOCK_BYTES};
    return true;
}

uint32_t memory_block_at(const Profile *profile, uint32_t pool, uint32_t offset)
{
    return pool_first_block(profile, pool) + offset / BLOCK_BYTES;
}

uint32_t memory_next_free(const State *state, uint32_t block)
{
    return state_word(state, MEMORY_BLOCKS, block - ARENA_FIRST);
}

static uint32_t used_pool(const Model *model, uint32_t size_class)
{
    return state_word(&model->state, MEMORY_USED_POOLS, size_class);
}

static void link_pool(Model *model, uint32_t pool, uint32_t size_class)
{
    uint32_t first = used_pool(model, size_class);
    set_pool(model, pool, POOL_NEXT, first);
    set_pool(model, pool, POOL_PREVIOUS, 0);
    if (first)
        set_pool(model, first - 1, POOL_PREVIOUS, pool + 1);
    model_set_memory(model, MEMORY_USED_POOLS, size_class, pool + 1);
}

static void unlink_pool(Model *model, uint32_t pool, uint32_t size_class)
{
    uint32_t next = pool_word(model, pool, POOL_NEXT);
    uint32_t previous = pool_word(model, pool, POOL_PREVIOUS);
    if (previous)
        set_pool(model, previous - 1, POOL_NEXT, next);
    else
        model_set_memory(model, MEMORY_USED_POOLS, size_class, next);
    if (next)
        set_pool(model, next - 1, POOL_PREVIOUS, previous);
    set_pool(model, pool, POOL_NEXT, 0);
    set_pool(model, pool, POOL_PREVIOUS, 0);
}

/* new_arena: the first one given back, else one more. */
static uint32_t new_arena(Model *model)
{
    uint32_t count = head(model, HEAD_ARENAS), arena = 0;
    while (arena < count && arena_word(model, arena, ARENA_IN_USE))
        arena++;
    if (arena == count)
        model_set_memory(model, MEMORY_HEADS, HEAD_ARENAS, count + 1);
    uint32_t usable = model->profile->obmalloc.usable_pools;
    set_arena(model, arena, ARENA_IN_USE, 1);
    set_arena(model, arena, ARENA_FREE_POOLS, usable);
    set_arena(model, arena, ARENA_FIRST_FREE, 0);
    /* Where one pool is lost to alignment, it is the first. */
    set_arena(model, arena, ARENA_UNTOUCHED, pools_per_arena(model->profile) - usable);
    return arena;
}

/* usable_arenas: the arena with the fewest free pools is used first, so that others may empty.
 */
static uint32_t usable_arena(Model *model)
{
    uint32_t best = UINT32_MAX, least = UINT32_MAX;
    for (uint32_t arena = 0; arena < head(model, HEAD_ARENAS); arena++) {
        uint32_t free_pools = arena_word(model, arena, ARENA_FREE_POOLS);
        if (arena_word(model, arena, ARENA_IN_USE) && free_pools && free_pools < least) {
            best = arena;
            least = free_pools;
        }
    }
    return best == UINT32_MAX ? new_arena(model) : best;
}

/* allocate_from_new_pool: an empty pool of any former class, else one never used. */
static uint32_t new_pool(Model *model, uint32_t size_class)
{
    uint32_t arena = usable_arena(model);
    uint32_t first = arena_word(model, arena, ARENA_FIRST_FREE);
    uint32_t pool;
    if (first) {
        pool = first - 1;
        set_arena(model, arena, ARENA_FIRST_FREE, pool_word(model, pool, POOL_NEXT));
    } else {
        uint32_t untouched = arena_word(model, arena, ARENA_UNTOUCHED);
        pool = arena * pools_per_arena(model->profile) + untouched;
        set_arena(model, arena, ARENA_UNTOUCHED, untouched + 1);
    }
    set_arena(model, arena, ARENA_FREE_POOLS, arena_word(model, arena, ARENA_FREE_POOLS) - 1);
    link_pool(model, pool, size_class);
    /* A pool that had the same class before keeps its free blocks as they are. */
    if (pool_word(model, pool, POOL_CLASS) != size_class + 1) {
        set_pool(model, pool, POOL_CLASS, size_class + 1);
        set_pool(model, pool, POOL_FREE, 0);
        set_pool(model, pool, POOL_NEXT_OFFSET, model->profile->obmalloc.pool_header);
    }
    return pool;
}

static inline bool pool_is_full(const Model *model, uint32_t pool, uint32_t block_size)
{
    return !pool_word(model, pool, POOL_FREE) &&
           pool_word(model, pool, POOL_NEXT_OFFSET) + block_size >
               model->profile->obmalloc.pool;
}

static inline uint32_t take_block(Model *model, uint32_t pool, uint32_t block_size)
{
    uint32_t block = pool_word(model, pool, POOL_FREE);
    if (block) {
        uint32_t next = state_word(&model->state, MEMORY_BLOCKS, block - ARENA_FIRST);
        set_pool(model, pool, POOL_FREE, next);
    } else {
        uint32_t offset = pool_word(model, pool, POOL_NEXT_OFFSET);
        block = pool_first_block(model->profile, pool) + offset / BLOCK_BYTES;
        set_pool(model, pool, POOL_NEXT_OFFSET, offset + block_size);
    }
    set_pool(model, pool, POOL_USED, pool_word(model, pool, POOL_USED) + 1);
    return block;
}

uint32_t memory_allocate_block(Model *model, uint32_t size)
{
    if (model->apart)
        return memory_static_block(model, size);
    if (size > model->profile->obmalloc.request_threshold)
        return allocate_large(model, size);
    uint32_t size_class = blocks_of(size) - 1;
    uint32_t block_size = (size_class + 1) * BLOCK_BYTES;
    uint32_t used = used_pool(model, size_class);
    uint32_t pool = used ? used - 1 : new_pool(model, size_class);
    uint32_t block = take_block(model, pool, block_size);
    if (pool_is_full(model, pool, block_size))
        unlink_pool(model, pool, size_class);
    return block;
}

/* insert_to_freepool: an empty pool goes to its arena; an arena with nothing but empty pools
 * goes back to the system. */
static void free_pool(Model *model, uint32_t pool, uint32_t size_class)
{
    uint32_t arena = pool / pools_per_arena(model->profile);
    unlink_pool(model, pool, size_class);
    set_pool(model, pool, POOL_NEXT, arena_word(model, arena, ARENA_FIRST_FREE));
    set_arena(model, arena, ARENA_FIRST_FREE, pool + 1);
    uint32_t free_pools = arena_word(model, arena, ARENA_FREE_POOLS) + 1;
    set_arena(model, arena, ARENA_FREE_POOLS, free_pools);
    bool only_one = head(model, HEAD_ARENAS) == 1;
    if (free_pools < model->profile->obmalloc.usable_pools || only_one)
        return;
    uint32_t first = arena * pools_per_arena(model->profile);
    for (uint32_t i = 0; i < pools_per_arena(model->profile); i++)
        for (uint32_t word = 0; word < POOL_WORDS; word++)
            set_pool(model, first + i, word, 0);
    for (uint32_t word = 0; word < ARENA_WORDS; word++)
        set_arena(model, arena, word, 0);
}

void memory_free_block(Model *model, uint32_t block, uint32_t size)
{
    if (memory_is_static(block))
        return;
    if (!in_pools(block)) {
        free_large(model, block, size);
        return;
    }
    uint32_t pool = pool_of(model->profile, block);
    uint32_t size_class = pool_word(model, pool, POOL_CLASS) - 1;
    bool was_full = pool_is_full(model, pool, (size_class + 1) * BLOCK_BYTES);
    uint32_t used = pool_word(model, pool, POOL_USED) - 1;
    model_set_memory(model, MEMORY_BLOCKS, block - ARENA_FIRST,
                     pool_word(model, pool, POOL_FREE));
    set_pool(model, pool, POOL_FREE, block);
    set_pool(model, pool, POOL_USED, used);
    if (was_full)
        link_pool(model, pool, size_class);
    if (used == 0)
        free_pool(model, pool, size_class);
}

/* --- free lists: the count, then the entries --- */

enum { FREE_LIST_STRIDE = 2048 };

uint32_t memory_kept(const State *state, FreeList list)
{
    return state_word(state, MEMORY_FREE_LISTS, list * FREE_LIST_STRIDE);
}

uint32_t memory_kept_block(const State *state, FreeList list, uint32_t index)
{
    return state_word(state, MEMORY_FREE_LISTS, list * FREE_LIST_STRIDE + index + 1);
}

static uint32_t free_list_limit(const Profile *profile, FreeList list)
{
    switch (list) {
    case FREE_LIST_FLOAT:
        return profile->free_lists.float_;
    case FREE_LIST_LIST:
        return profile->free_lists.list;
    case FREE_LIST_DICT:
        return profile->free_lists.dict;
    case FREE_LIST_SLICE:
        return profile->free_lists.slice;
    case FREE_LIST_METHOD:
    case FREE_LIST_BUILTIN:
        return profile->free_lists.method;
    case FREE_LIST_TUPLE1:
    case FREE_LIST_COUNT:
        break;
    }
    return profile->free_lists.tuple_each;
}

uint32_t memory_take(Model *model, FreeList list)
{
    uint32_t start = list * FREE_LIST_STRIDE, count = memory_kept(&model->state, list);
    if (!count || model->apart)
        return 0;
    uint32_t block = state_word(&model->state, MEMORY_FREE_LISTS, start + count);
    model_set_memory(model, MEMORY_FREE_LISTS, start, count - 1);
    return block;
}

bool memory_keep(Model *model, FreeList list, uint32_t block)
{
    uint32_t start = list * FREE_LIST_STRIDE, count = memory_kept(&model->state, list);
    if (count >= free_list_limit(model->profile, list) || count + 1 >= FREE_LIST_STRIDE ||
        memory_is_static(block))
        return false;
    model_set_memory(model, MEMORY_FREE_LISTS, start + count + 1, block);
    model_set_memory(model, MEMORY_FREE_LISTS, start, count + 1);
    return true;
}

static uint32_t kept_size(const Profile *profile, FreeList list)
{
    switch (list) {
    case FREE_LIST_FLOAT:
        return profile->sizes.float_size;
    case FREE_LIST_LIST:
        return profile->sizes.list;
    case FREE_LIST_DICT:
        return profile->sizes.dict;
    case FREE_LIST_SLICE:
        return profile->sizes.slice;
    case FREE_LIST_METHOD:
        return profile->sizes.method;
    case FREE_LIST_BUILTIN:
        return profile->sizes.builtin_method;
    case FREE_LIST_TUPLE1:
    case FREE_LIST_COUNT:
        break;
    }
    return profile->sizes.tuple + 8 * (uint32_t)(list - FREE_LIST_TUPLE1 + 1);
}

void memory_clear_free_lists(Model *model)
{
    model->free_frames = 0;
    for (int list = 0; list < FREE_LIST_COUNT; list++) {
        uint32_t block;
        if (list == FREE_LIST_SLICE) /* the interpreter's one spare slice stays */
            continue;
        while ((block = memory_take(model, (FreeList)list)) != 0)
            memory_free_block(model, block, kept_size(model->profile, (FreeList)list));
    }
}

/* What the interpreter's start leaves in a free list. */
static uint32_t startup_kept(const ProfileStartup *startup, FreeList list)
{
    switch (list) {
    case FREE_LIST_FLOAT:
        return startup->floats;
    case FREE_LIST_LIST:
        return startup->lists;
    case FREE_LIST_DICT:
        return startup->dicts;
    case FREE_LIST_SLICE:
        return 1;
    case FREE_LIST_METHOD:
        return startup->methods;
    case FREE_LIST_BUILTIN:
        return startup->builtin_methods;
    case FREE_LIST_TUPLE1:
    case FREE_LIST_COUNT:
        break;
    }
    return startup->tuples[list - FREE_LIST_TUPLE1];
}

/* The interpreter itself has blocks of every size: no pool of a program is the only one of its
 * class and goes, emptied, to another one. */
static void occupy_size_classes(Model *model)
{
    uint32_t classes = model->profile->obmalloc.request_threshold / BLOCK_BYTES;
    for (uint32_t size_class = 0; size_class < classes; size_class++)
        if (!used_pool(model, size_class))
            memory_allocate_block(model, (size_class + 1) * BLOCK_BYTES);
}

/* Full, but for the list that is in use while a file runs. */
static uint32_t warm_kept(const Profile *profile, FreeList list)
{
    return free_list_limit(profile, list) - (list == FREE_LIST_LIST);
}

void memory_fill_free_lists(Model *model, StartState start)
{
    model->free_frames = model->profile->free_lists.frame;
    for (int list = 0; list < FREE_LIST_COUNT; list++) {
        uint32_t size = kept_size(model->profile, (FreeList)list);
        uint32_t limit = start == START_NATIVE
                             ? startup_kept(&model->profile->startup, (FreeList)list)
                             : warm_kept(model->profile, (FreeList)list);
        while (memory_kept(&model->state, (FreeList)list) < limit)
            memory_keep(model, (FreeList)list, memory_allocate_block(model, size));
    }
    occupy_size_classes(model);
}
