#ifndef MODEL_MEMORY_H
#define MODEL_MEMORY_H
/* The private heap: arenas, pools and blocks as Objects/obmalloc.c keeps them, version by
 * version (FACTS 7), and the types' free lists (FACTS 6) above it. All of it is words of the
 * State, written through the journal. A memory address is in 16-byte units here ("block
 * number"); 0 is none. */
#include "model/model.h"

/* What id() and the picture show for a block number: bytes. */
uint64_t memory_address(uint32_t block);

/* Memory of `size` bytes (at least 1): from a pool up to the request threshold, else from the
 * system's malloc. Returns its block number. Objects/obmalloc.c, pymalloc_alloc. */
uint32_t memory_allocate_block(Model *model, uint32_t size);
/* Gives back a block that was asked for with `size` bytes. Objects/obmalloc.c, pymalloc_free.
 */
void memory_free_block(Model *model, uint32_t block, uint32_t size);

/* Memory outside the private heap, never given back: the interpreter's static objects, and all
 * that is made while `model->apart` is set, so that a program's own blocks are the same
 * with and without it. No free list takes or gives such memory, no collection counts it. */
uint32_t memory_static_block(Model *model, uint32_t size);
bool memory_is_static(uint32_t block);

/* How the words of the memory tables are laid out; for the pool map. Pools and arenas are named
 * by index + 1 where 0 means none. */
enum {                   /* MEMORY_POOLS, POOL_WORDS words a pool */
       POOL_CLASS,       /* size class + 1; 0: not in use */
       POOL_USED,        /* blocks in use (ref.count) */
       POOL_FREE,        /* first free block (freeblock); 0: none */
       POOL_NEXT_OFFSET, /* bytes from the pool's start to the first block never used
                            (nextoffset) */
       POOL_NEXT,        /* in its list of used pools, or of its arena's free pools */
       POOL_PREVIOUS,
       POOL_WORDS = 8,
};
enum { /* MEMORY_ARENAS, ARENA_WORDS words an arena */
       ARENA_IN_USE,
       ARENA_FREE_POOLS, /* free ones and never used ones (nfreepools) */
       ARENA_FIRST_FREE, /* pool; 0: none (freepools) */
       ARENA_UNTOUCHED,  /* index in the arena of the first pool never used */
       ARENA_WORDS = 4,
};
enum {                   /* MEMORY_HEADS */
       HEAD_ARENAS,      /* arenas ever made */
       HEAD_STATIC_NEXT, /* the next block for static objects */
       HEAD_LARGE_NEXT,  /* the next block past the system's heap */
       HEAD_LARGE_FREE,  /* entries of MEMORY_LARGE: freed (block, bytes) pairs */
};
/* Where a block lies. */
typedef struct MemoryPlace {
    uint32_t arena, pool; /* indexes; pool counts over all arenas */
    uint32_t offset;      /* bytes from the pool's start */
} MemoryPlace;
bool memory_place(const Profile *profile, uint32_t block, MemoryPlace *ret_place);
uint32_t memory_block_at(const Profile *profile, uint32_t pool, uint32_t offset);
/* The free block behind a free block of its pool; 0: that is the last one. */
uint32_t memory_next_free(const State *state, uint32_t block);

/* The types that keep their dead in a list of their own instead of freeing them. */
typedef enum FreeList {
    FREE_LIST_FLOAT,
    FREE_LIST_LIST,
    FREE_LIST_DICT,
    FREE_LIST_SLICE,
    FREE_LIST_METHOD,  /* to 3.8, likewise the next one */
    FREE_LIST_BUILTIN, /* bound methods in C */
    FREE_LIST_TUPLE1,  /* one for each length up to 20 */
    FREE_LIST_COUNT = FREE_LIST_TUPLE1 + 20,
} FreeList;

/* Makes a block past the request threshold longer where nothing lies behind it, as realloc of
 * the C library does at the end of its heap; false where it cannot. */
bool memory_extend_large(Model *model, uint32_t block, uint32_t before, uint32_t size);
/* The newest entry of a free list, taken off it; 0 when it is empty. */
uint32_t memory_take(Model *model, FreeList list);
/* Puts a dead object's block there; false when the list is full (the caller then frees it). */
bool memory_keep(Model *model, FreeList list, uint32_t block);
/* Empties all free lists, as a full collection does (Modules/gcmodule.c, clear_freelists). */
void memory_clear_free_lists(Model *model);
/* Fills the free lists: all of them wholly (the oracle's "warm"), or as the profile's
 * interpreter leaves them (FACTS 6). */
void memory_fill_free_lists(Model *model, StartState start);
/* Entries in a free list now, and the blocks that they are: the newest has the last index. */
uint32_t memory_kept(const State *state, FreeList list);
uint32_t memory_kept_block(const State *state, FreeList list, uint32_t index);

#endif
