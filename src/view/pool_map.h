#ifndef VIEW_POOL_MAP_H
#define VIEW_POOL_MAP_H
/* The private heap as a map: which blocks of which pools the program's objects ever have (once
 * for a recording, so that the map keeps its places), and what each block holds at a moment. */
#include "model/memory.h"
#include "trace/cursor.h"

/* A pool that objects of the program are ever in. */
typedef struct PoolPlace {
    uint32_t pool;        /* index over all arenas */
    uint32_t size;        /* of its blocks, when one of them was first in it */
    uint32_t first, last; /* the first and the last block that they ever have */
} PoolPlace;

/* A block given to an object by a Change. */
typedef struct Given {
    uint32_t block, change;
    ObjectId object;
} Given;

/* What lies in a block at a moment. */
typedef enum BlockState {
    BLOCK_NEVER_USED,
    BLOCK_FREE,
    BLOCK_KEPT, /* of a dead object: a free list of its type has it */
    BLOCK_OBJECT,
    BLOCK_BODY,  /* items of a list, keys of a dict … */
    BLOCK_OTHER, /* used, but by no object that the trace knows */
} BlockState;

typedef struct BlockUse {
    uint32_t block;
    uint32_t asked; /* bytes */
    ObjectId object;
    BlockState state;
} BlockUse;

typedef struct PoolMap {
    const Trace *trace;
    PoolPlace *pools; /* by address */
    size_t pool_count, pool_capacity;
    Given *given; /* by block, then by time */
    size_t given_count, given_capacity;
    /* the moment */
    const Cursor *cursor;
    BlockUse *uses; /* by block: those in use and those kept */
    size_t use_count, use_capacity;
    /* The program's: bytes in use in pools, as asked for; lost to rounding; blocks past the
     * request threshold, which the system's malloc has, and their bytes. */
    uint32_t asked, lost, large_count, large_bytes;
} PoolMap;

PoolMap *pool_map_create(const Trace *trace);
void pool_map_destroy(PoolMap *map);
/* Fills in the moment. */
void pool_map_look(PoolMap *map, const Cursor *cursor);

/* Size of a pool's blocks now; 0: it is not in use. */
uint32_t pool_block_size(const PoolMap *map, uint32_t pool);
uint32_t pool_used(const PoolMap *map, uint32_t pool);
/* The index-th block of a pool now. */
BlockUse pool_block(const PoolMap *map, uint32_t pool, uint32_t index);
/* Who had an object's block before it, if somebody had; else 0. */
ObjectId pool_map_former(const PoolMap *map, ObjectId id);

#endif
