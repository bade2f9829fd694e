#include "view/pool_map.h"

#include <stdlib.h>

#include "base/list.h"
#include "base/memory.h"

static uint32_t pool_word_of(const State *state, uint32_t pool, uint32_t word)
{
    return state_word(state, MEMORY_POOLS, pool * POOL_WORDS + word);
}

/* --- once for the recording --- */

static void widen(PoolMap *map, uint32_t pool, uint32_t size, uint32_t index)
{
    PoolPlace *place = map->pools;
    while (place < map->pools + map->pool_count && place->pool != pool)
        place++;
    if (place == map->pools + map->pool_count) {
        map->pools = list_reserve(map->pools, &map->pool_capacity, map->pool_count + 1,
                                  sizeof *map->pools);
        place = &map->pools[map->pool_count++];
        *place = (PoolPlace){pool, size, index, index};
    }
    place->first = index < place->first ? index : place->first;
    place->last = index > place->last ? index : place->last;
}

/* A block is given to an object of the program; the pool's class is a word of its own, written
 * before. */
static void note_given(PoolMap *map, Cursor *cursor, const Change *change, uint32_t index)
{
    const Profile *profile = map->trace->model->profile;
    MemoryPlace place;
    map->given = list_reserve(map->given, &map->given_capacity, map->given_count + 1,
                              sizeof *map->given);
    map->given[map->given_count++] = (Given){change->after, index, change->target};
    if (!memory_place(profile, change->after, &place))
        return;
    cursor_seek(cursor, index);
    uint32_t size = pool_word_of(&cursor->state, place.pool, POOL_CLASS) * 16;
    if (size)
        widen(map, place.pool, size, (place.offset - profile->obmalloc.pool_header) / size);
}

static int compare_given(const void *a, const void *b)
{
    const Given *x = a, *y = b;
    if (x->block != y->block)
        return x->block < y->block ? -1 : 1;
    return (x->change > y->change) - (x->change < y->change);
}

static int compare_pools(const void *a, const void *b)
{
    const PoolPlace *x = a, *y = b;
    return (x->pool > y->pool) - (x->pool < y->pool);
}

static void walk(PoolMap *map)
{
    const Trace *trace = map->trace;
    Cursor cursor;
    cursor_init(&cursor, trace);
    for (uint32_t i = 0; i < trace->end; i++) {
        const Change *change = trace_change(trace, i);
        bool given = change->kind == CHANGE_FIELD &&
                     (change->field == FIELD_BLOCK || change->field == FIELD_BODY);
        if (given && change->after && change->target >= trace->start->object_end)
            note_given(map, &cursor, change, i);
    }
    cursor_done(&cursor);
}

PoolMap *pool_map_create(const Trace *trace)
{
    PoolMap *map = memory_allocate(sizeof *map);
    map->trace = trace;
    walk(map);
    if (map->pool_count)
        qsort(map->pools, map->pool_count, sizeof *map->pools, compare_pools);
    if (map->given_count)
        qsort(map->given, map->given_count, sizeof *map->given, compare_given);
    return map;
}

void pool_map_destroy(PoolMap *map)
{
    if (!map)
        return;
    free(map->pools);
    free(map->given);
    free(map->uses);
    free(map);
}

/* --- at each moment --- */

static bool is_of_program(const PoolMap *map, ObjectId id)
{
    return id >= map->trace->start->object_end &&
           !(state_object(&map->cursor->state, id)->flags & (OBJECT_STATIC | OBJECT_STARTUP));
}

static void note_use(PoolMap *map, uint32_t block, uint32_t asked, ObjectId object,
                     BlockState state)
{
    MemoryPlace place;
    if (!block || memory_is_static(block))
        return;
    bool is_program = is_of_program(map, object);
    if (!memory_place(map->trace->model->profile, block, &place)) {
        map->large_bytes += is_program ? asked : 0;
        map->large_count += is_program;
        return;
    }
    map->uses =
        list_reserve(map->uses, &map->use_capacity, map->use_count + 1, sizeof *map->uses);
    map->uses[map->use_count++] = (BlockUse){block, asked, object, state};
    if (!is_program)
        return;
    uint32_t size = pool_block_size(map, place.pool);
    map->asked += asked;
    map->lost += size > asked ? size - asked : 0;
}

static int compare_uses(const void *a, const void *b)
{
    const BlockUse *x = a, *y = b;
    return (x->block > y->block) - (x->block < y->block);
}

void pool_map_look(PoolMap *map, const Cursor *cursor)
{
    const State *state = &cursor->state;
    map->cursor = cursor;
    map->use_count = 0;
    map->asked = map->lost = map->large_bytes = map->large_count = 0;
    for (ObjectId id = 1; id < state->object_end; id++) {
        const Object *object = state_object(state, id);
        if (!state_alive(state, id))
            continue;
        note_use(map, object->block, object->size, id, BLOCK_OBJECT);
        note_use(map, object->body, object->body_size, id, BLOCK_BODY);
    }
    for (int list = 0; list < FREE_LIST_COUNT; list++)
        for (uint32_t i = 0; i < memory_kept(state, (FreeList)list); i++)
            note_use(map, memory_kept_block(state, (FreeList)list, i), 0, 0, BLOCK_KEPT);
    if (map->use_count)
        qsort(map->uses, map->use_count, sizeof *map->uses, compare_uses);
}

uint32_t pool_block_size(const PoolMap *map, uint32_t pool)
{
    const State *state = &map->cursor->state;
    return pool_word_of(state, pool, POOL_USED) ? pool_word_of(state, pool, POOL_CLASS) * 16
                                                : 0;
}

uint32_t pool_used(const PoolMap *map, uint32_t pool)
{
    return pool_word_of(&map->cursor->state, pool, POOL_USED);
}

/* Follows the pool's chain of free blocks. */
static bool is_free(const PoolMap *map, uint32_t pool, uint32_t block)
{
    const State *state = &map->cursor->state;
    uint32_t free_block = pool_word_of(state, pool, POOL_FREE), most = 1024;
    for (; free_block && most; most--) {
        if (free_block == block)
            return true;
        free_block = memory_next_free(state, free_block);
    }
    return false;
}

BlockUse pool_block(const PoolMap *map, uint32_t pool, uint32_t index)
{
    const Profile *profile = map->trace->model->profile;
    const State *state = &map->cursor->state;
    uint32_t size = pool_block_size(map, pool), header = profile->obmalloc.pool_header;
    uint32_t offset = header + index * size;
    BlockUse use = {.block = memory_block_at(profile, pool, offset)};
    const BlockUse *found = map->use_count ? bsearch(&use, map->uses, map->use_count,
                                                     sizeof *map->uses, compare_uses)
                                           : NULL;
    if (found)
        return *found;
    if (offset >= pool_word_of(state, pool, POOL_NEXT_OFFSET))
        use.state = BLOCK_NEVER_USED;
    else
        use.state = is_free(map, pool, use.block) ? BLOCK_FREE : BLOCK_OTHER;
    return use;
}

ObjectId pool_map_former(const PoolMap *map, ObjectId id)
{
    const Object *object = state_object(&map->cursor->state, id);
    ObjectId former = 0;
    for (size_t i = 0; i < map->given_count && map->given[i].block <= object->block; i++) {
        const Given *given = &map->given[i];
        if (given->block != object->block)
            continue;
        if (given->object == id || given->change >= map->cursor->change)
            break;
        former = given->object;
    }
    return former;
}
