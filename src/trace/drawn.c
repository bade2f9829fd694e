/* What is drawn by default: what names reach, and garbage. */
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/memory.h"
#include "trace/cursor.h"

typedef struct Walk {
    const Cursor *cursor;
    uint8_t *marks;
    ObjectId *todo;
    size_t count, capacity;
} Walk;

static void enter(Walk *walk, ObjectId id)
{
    if (!id || walk->marks[id])
        return;
    walk->marks[id] = DRAWN_REACHED;
    walk->todo = list_reserve(walk->todo, &walk->capacity, walk->count + 1, sizeof *walk->todo);
    walk->todo[walk->count++] = id;
}

static bool enter_reference(void *context, ObjectId referent)
{
    enter(context, referent);
    return true;
}

/* --- everything that anything holds --- */

static bool enter_of_program(void *context, ObjectId referent)
{
    const Walk *walk = context;
    if (referent >= walk->cursor->trace->start->object_end)
        enter(context, referent);
    return true;
}

/* What the interpreter's start has made holds whatever it refers to. Ids of the program follow
 * its, and only what the program has written to (Trace.roots) refers to them. */
static void enter_roots(Walk *walk)
{
    const State *state = &walk->cursor->state;
    const Trace *trace = walk->cursor->trace;
    memset(walk->marks, DRAWN_REACHED, trace->start->object_end);
    for (uint32_t i = 0; i < trace->root_count; i++)
        if (state_object(state, trace->roots[i])->kind != KIND_FREE)
            state_visit(state, trace->roots[i], enter_of_program, walk);
    for (ObjectId id = state->registers[REGISTER_FRAME]; id; id = state_object(state, id)->b)
        enter(walk, id);
}

static void reach_all(Walk *walk)
{
    enter_roots(walk);
    while (walk->count)
        state_visit(&walk->cursor->state, walk->todo[--walk->count], enter_reference, walk);
}

/* --- what names reach --- */

static void enter_names(Walk *walk, ObjectId frame)
{
    Binding binding;
    for (uint32_t i = 0; cursor_binding(walk->cursor, frame, i, &binding); i++)
        if (binding.value && trace_is_drawable(&walk->cursor->state, binding.value))
            enter(walk, binding.value);
}

static void enter_all_names(Walk *walk)
{
    const State *state = &walk->cursor->state;
    for (ObjectId id = state->registers[REGISTER_FRAME]; id; id = state_object(state, id)->b)
        enter_names(walk, id);
}

static bool is_garbage(const State *state, ObjectId id, const uint8_t *held)
{
    const Object *object = state_object(state, id);
    return object->kind != KIND_FREE && !held[id] && object->refcount &&
           !(object->flags & (OBJECT_DYING | OBJECT_IMMORTAL)) && trace_is_drawable(state, id);
}

/* Goes from what is drawn along its references. */
static void reach_further(Walk *walk)
{
    const State *state = &walk->cursor->state;
    while (walk->count) {
        ReferenceWalk references = {.cursor = walk->cursor, .id = walk->todo[--walk->count]};
        Reference reference;
        while (reference_next(&references, &reference)) {
            if (trace_is_drawable(state, reference.target))
                enter(walk, reference.target);
            if (reference.key && trace_is_drawable(state, reference.key))
                enter(walk, reference.key);
        }
    }
}

/* Garbage, and what it still refers to. */
static void mark_garbage(Walk *walk, const uint8_t *held)
{
    const State *state = &walk->cursor->state;
    for (ObjectId id = walk->cursor->trace->start->object_end; id < state->object_end; id++)
        if (is_garbage(state, id, held))
            enter(walk, id);
    reach_further(walk);
    for (ObjectId id = walk->cursor->trace->start->object_end; id < state->object_end; id++)
        if (walk->marks[id] && is_garbage(state, id, held))
            walk->marks[id] = DRAWN_GARBAGE;
}

void cursor_drawn(const Cursor *cursor, uint8_t *ret_marks)
{
    uint32_t end = cursor->trace->object_end;
    uint8_t *held = memory_allocate(end);
    Walk walk = {.cursor = cursor, .marks = held};
    reach_all(&walk);
    memset(ret_marks, DRAWN_NOT, end);
    walk.marks = ret_marks;
    enter_all_names(&walk);
    reach_further(&walk);
    mark_garbage(&walk, held);
    free(walk.todo);
    free(held);
}
