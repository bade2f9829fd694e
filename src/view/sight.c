#include "view/sight.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/memory.h"
#include "model/containers.h"

void sight_init(Sight *sight, const Trace *trace, SightOptions options)
{
    *sight = (Sight){.trace = trace, .options = options};
    sight->marks = memory_allocate(trace->object_end + 1);
    sight->seen = memory_allocate(trace->object_end + 1);
}

void sight_done(Sight *sight)
{
    free(sight->marks);
    free(sight->seen);
    free(sight->objects);
    *sight = (Sight){0};
}

/* --- which objects have cards --- */

bool sight_is_plain(const Object *object)
{
    switch ((int)(object->kind ? object->kind : object->was)) {
    case KIND_NONE:
    case KIND_NOTIMPLEMENTED:
    case KIND_ELLIPSIS:
    case KIND_BOOL:
    case KIND_INT:
    case KIND_FLOAT:
    case KIND_COMPLEX:
    case KIND_STR:
    case KIND_BYTES:
    case KIND_RANGE:
    case KIND_SLICE:
        return true;
    default:
        return false;
    }
}

bool sight_is_card(const Sight *sight, const State *state, ObjectId target)
{
    if (!target || target >= state->object_end || !trace_is_drawable(state, target))
        return false;
    return !sight->options.inline_small || !sight_is_plain(state_object(state, target));
}

/* --- rows --- */

static uint32_t count_entries(const Object *dict)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i + 1 < dict->slot_count; i += 2)
        count += dict->slots[i] != 0;
    return count;
}

static uint32_t count_members(const Object *set)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < set->slot_count; i++)
        count += set->slots[i] && set->slots[i] != SET_DUMMY;
    return count;
}

static uint32_t reference_count(const Cursor *cursor, ObjectId id)
{
    const Object *object = state_object(&cursor->state, id);
    if (sight_is_plain(object))
        return 0;
    if (object->kind == KIND_DICT)
        return count_entries(object);
    if (object->kind == KIND_SET || object->kind == KIND_FROZENSET)
        return count_members(object);
    return cursor_reference_count(cursor, id);
}

uint32_t sight_row_count(const Sight *sight, const Cursor *cursor, ObjectId id)
{
    uint32_t count = reference_count(cursor, id);
    return count < sight->options.rows ? count : sight->options.rows;
}

/* A class shows its functions' names only: a function gets a card where something else refers
 * to it. */
static bool is_method(const State *state, ObjectId holder, ObjectId target)
{
    if (state_object(state, holder)->kind != KIND_TYPE || !target)
        return false;
    ObjectKind kind = (ObjectKind)state_object(state, target)->kind;
    return kind == KIND_FUNCTION || kind == KIND_STATICMETHOD || kind == KIND_PROPERTY;
}

static bool find_row(const Sight *sight, const Cursor *cursor, ObjectId id, uint32_t index,
                     bool labels, Row *ret_row)
{
    uint32_t count = reference_count(cursor, id), rows = sight->options.rows;
    uint32_t head = rows - SIGHT_TAIL - 1;
    if (index >= count || index >= rows)
        return false;
    *ret_row = (Row){0};
    uint32_t at = index;
    if (count > rows && index == head) {
        ret_row->hidden = count - head - SIGHT_TAIL;
        return true;
    }
    if (count > rows && index > head)
        at = count - (rows - index);
    ReferenceWalk walk = {.cursor = cursor, .id = id, .labels = labels};
    reference_skip(&walk, at);
    if (!reference_next(&walk, &ret_row->reference))
        return false;
    ObjectId target = ret_row->reference.target;
    ret_row->is_linked =
        sight_is_card(sight, &cursor->state, target) && !is_method(&cursor->state, id, target);
    return true;
}

bool sight_row(const Sight *sight, const Cursor *cursor, ObjectId id, uint32_t index,
               Row *ret_row)
{
    return find_row(sight, cursor, id, index, true, ret_row);
}

bool sight_link(const Sight *sight, const Cursor *cursor, ObjectId id, uint32_t index,
                Row *ret_row)
{
    return find_row(sight, cursor, id, index, false, ret_row);
}

/* --- looking --- */

static void see(Sight *sight, ObjectId id, Seen how)
{
    if (sight->seen[id])
        return;
    sight->seen[id] = (uint8_t)how;
    sight->objects = list_reserve(sight->objects, &sight->capacity, sight->count + 1,
                                  sizeof *sight->objects);
    sight->objects[sight->count++] = id;
}

/* What garbage refers to is garbage too, unless something else holds it (a constant, the
 * cache). */
static Seen how_reached(const Sight *sight, ObjectId holder, ObjectId target)
{
    bool held = sight->seen[holder] == SEEN_GARBAGE && sight->marks[target] != DRAWN_GARBAGE;
    return held ? SEEN_REACHED : (Seen)sight->seen[holder];
}

/* Everything that the objects from `next` on refer to by visible rows. */
static void see_reached(Sight *sight, const Cursor *cursor, size_t next)
{
    for (; next < sight->count; next++) {
        ObjectId id = sight->objects[next];
        Row row;
        for (uint32_t i = 0; sight_link(sight, cursor, id, i, &row); i++)
            if (row.is_linked)
                see(sight, row.reference.target, how_reached(sight, id, row.reference.target));
    }
}

static void see_names(Sight *sight, const Cursor *cursor, ObjectId frame)
{
    Binding binding;
    for (uint32_t i = 0; cursor_binding(cursor, frame, i, &binding); i++)
        if (sight_is_card(sight, &cursor->state, binding.value))
            see(sight, binding.value, SEEN_REACHED);
}

/* The frame itself or the next one outwards that is not the library's. */
static ObjectId next_frame(const Cursor *cursor, ObjectId frame)
{
    while (frame && trace_is_library(cursor->trace, cursor_code(cursor, frame)))
        frame = state_object(&cursor->state, frame)->b;
    return frame;
}

static void find_frames(Sight *sight, const Cursor *cursor)
{
    const State *state = &cursor->state;
    uint32_t depth = 0, most = sight->options.frames;
    for (ObjectId id = next_frame(cursor, state->registers[REGISTER_FRAME]); id;
         id = next_frame(cursor, state_object(state, id)->b))
        depth++;
    sight->frame_count = depth < most ? depth : most;
    sight->folded = depth - sight->frame_count;
    uint32_t at = depth;
    for (ObjectId id = next_frame(cursor, state->registers[REGISTER_FRAME]); id;
         id = next_frame(cursor, state_object(state, id)->b)) {
        at--;
        if (at + 1 == depth && sight->folded)
            sight->frames[most - 1] = id;
        else if (at < most - (sight->folded ? 1 : 0))
            sight->frames[at] = id;
    }
}

/* Garbage, or what a collection has set apart: that stays so until it is gone, though C code
 * holds it while it is cleared. */
static bool is_garbage(const Sight *sight, const Cursor *cursor, ObjectId id)
{
    const Object *object = state_object(&cursor->state, id);
    if (sight_is_plain(object))
        return false;
    return sight->marks[id] == DRAWN_GARBAGE ||
           (object->list == GC_UNREACHABLE && sight_is_card(sight, &cursor->state, id));
}

/* Containers that are garbage; what only they refer to follows from their rows. */
static void see_garbage(Sight *sight, const Cursor *cursor)
{
    cursor_drawn(cursor, sight->marks);
    size_t next = sight->count;
    uint32_t count = 0;
    for (ObjectId id = 1; id < cursor->state.object_end; id++)
        if (is_garbage(sight, cursor, id) && count++ < SIGHT_GARBAGE)
            see(sight, id, SEEN_GARBAGE);
    sight->garbage_left_out = count > SIGHT_GARBAGE ? count - SIGHT_GARBAGE : 0;
    see_reached(sight, cursor, next);
}

void sight_look(Sight *sight, const Cursor *cursor, bool garbage)
{
    for (size_t i = 0; i < sight->count; i++)
        sight->seen[sight->objects[i]] = SEEN_NOT;
    sight->count = 0;
    sight->garbage_left_out = 0;
    find_frames(sight, cursor);
    for (uint32_t i = 0; i < sight->frame_count; i++)
        see_names(sight, cursor, sight->frames[i]);
    see_reached(sight, cursor, 0);
    if (garbage)
        see_garbage(sight, cursor);
}
