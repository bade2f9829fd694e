#ifndef MODEL_STATE_H
#define MODEL_STATE_H
/* The whole modelled memory at one moment: tables of words and rows, no pointers between them.
 * The interpreter has one and moves it forward; every cursor has its own and moves it both
 * ways. Law: only state_apply and state_undo write to it, and undo after apply restores it bit
 * for bit. */
#include <stdbool.h>
#include <stddef.h>

#include "model/change.h"
#include "model/object.h"

enum { OBJECT_PAGE_BITS = 10, OBJECT_PAGE = 1 << OBJECT_PAGE_BITS };

/* Rows that exist in every State. */
enum { HAND = 1 }; /* KIND_HOLDER: what C code holds at the moment */

/* The private heap's words: see memory.h for what they mean. */
typedef enum MemoryTable {
    MEMORY_POOLS,
    MEMORY_ARENAS,
    MEMORY_BLOCKS, /* by block: next free block in its pool */
    MEMORY_USED_POOLS,
    MEMORY_FREE_LISTS,
    MEMORY_LARGE,
    MEMORY_HEADS,
    MEMORY_TABLE_COUNT,
} MemoryTable;

typedef struct Words {
    uint32_t *items; /* words past the end are 0 */
    size_t capacity;
} Words;

typedef struct GcListEnds {
    ObjectId first, last;
    uint32_t count;
} GcListEnds;

typedef struct State {
    Object **pages;
    size_t page_capacity;
    uint32_t page_count;
    uint32_t object_end; /* ids in use are below this one */
    GcListEnds lists[GC_LIST_COUNT];
    uint32_t registers[REGISTER_COUNT];
    Words memory[MEMORY_TABLE_COUNT];
    Words library; /* by id: references from the library, to what was there before it */
} State;

/* Spans of SPLICE and PERMUTE changes: SPLICE has removed count, inserted count, removed,
 * inserted; PERMUTE has count, before, after. */
typedef struct Spans {
    uint32_t *items;
    size_t count, capacity;
} Spans;

void state_init(State *state);
void state_done(State *state);
/* A copy that shares nothing. */
void state_copy(State *ret_copy, const State *state);
/* The same rows and words? Host-only capacities are not compared. */
bool state_equal(const State *a, const State *b);

void state_apply(State *state, const Change *change, const Spans *spans);
void state_undo(State *state, const Change *change, const Spans *spans);

/* Between these two the library is loaded: what it then holds of the objects that were there
 * before does not count for state_refcount. */
void state_library_begins(State *state);
void state_library_ends(State *state);

/* Makes sure that row `id` exists. */
void state_reserve(State *state, ObjectId id);
/* Makes room for `count` slots in host memory; pushes up to it then move nothing. */
void state_reserve_slots(Object *object, uint32_t count);

/* The row of an id below `object_end`; valid until state_done (rows never move). */
static inline Object *state_object(const State *state, ObjectId id)
{
    return &state->pages[id >> OBJECT_PAGE_BITS][id & (OBJECT_PAGE - 1)];
}

static inline uint32_t state_word(const State *state, MemoryTable table, uint32_t index)
{
    const Words *words = &state->memory[table];
    return index < words->capacity ? words->items[index] : 0;
}

/* Is there a living (not destroyed) object behind the id? */
static inline bool state_alive(const State *state, ObjectId id)
{
    return id && id < state->object_end && state_object(state, id)->kind != KIND_FREE;
}

/* The count as the program and the picture have it: the library is loaded before the start and
 * must not show (README of run). */
static inline uint32_t state_refcount(const State *state, ObjectId id)
{
    uint32_t count = state_object(state, id)->refcount;
    uint32_t hidden = id < state->library.capacity ? state->library.items[id] : 0;
    return count > hidden ? count - hidden : count;
}

/* A count of one more, one less; immortal objects' counts do not move. For state.c and the ways
 * around it when no journal is kept (references.c). */
static inline void state_count_up(const State *state, ObjectId id)
{
    Object *object = state_object(state, id);
    if (id && !(object->flags & OBJECT_IMMORTAL))
        object->refcount++;
}
/* Returns whether the count is 0 now. */
static inline bool state_count_down(const State *state, ObjectId id)
{
    Object *object = state_object(state, id);
    return id && !(object->flags & OBJECT_IMMORTAL) && --object->refcount == 0;
}

/* Does the object let go of its __dict__ before all else, and show it first? Exceptions do, and
 * instances of classes that extend a built-in layout (subtype_dealloc, subtype_traverse). */
bool state_dict_first(const State *state, const Object *object);
/* References that an object holds, in the order of CPython's tp_traverse: lists and tuples from
 * the last to the first, others in the order of their slots; then dict and heap type, or these
 * first (subtype_traverse). Returns false as soon as `visit` does. Empty slots are skipped. */
typedef bool VisitReference(void *context, ObjectId referent);
bool state_visit(const State *state, ObjectId id, VisitReference *visit, void *context);

#endif
