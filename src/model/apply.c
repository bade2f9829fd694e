#include "model/apply.h"

#include <assert.h>
#include <string.h>

/* --- spans --- */

/* Replaces `out_count` slots at `index` by `in`; counts move. */
static void replace(State *state, Object *object, uint32_t index, uint32_t out_count,
                    const uint32_t *in, uint32_t in_count)
{
    for (uint32_t i = 0; i < in_count; i++)
        state_count_up(state, in[i]);
    for (uint32_t i = 0; i < out_count; i++)
        state_count_down(state, object->slots[index + i]);
    uint32_t tail = object->slot_count - index - out_count;
    state_reserve_slots(object, index + in_count + tail);
    if (tail)
        memmove(object->slots + index + in_count, object->slots + index + out_count,
                tail * sizeof(ObjectId));
    if (in_count)
        memcpy(object->slots + index, in, in_count * sizeof(ObjectId));
    object->slot_count = index + in_count + tail;
}

void apply_splice(State *state, const Change *change, const Spans *spans, bool forward)
{
    const uint32_t *span = spans->items + change->before;
    uint32_t removed = span[0], inserted = span[1];
    const uint32_t *out = span + 2, *in = out + removed;
    Object *object = state_object(state, change->target);
    if (forward)
        replace(state, object, change->index, removed, in, inserted);
    else
        replace(state, object, change->index, inserted, out, removed);
}

void apply_permute(State *state, const Change *change, const Spans *spans, bool forward)
{
    const uint32_t *span = spans->items + change->before;
    Object *object = state_object(state, change->target);
    assert(object->slot_count == span[0]);
    memcpy(object->slots, span + 1 + (forward ? span[0] : 0), span[0] * sizeof(ObjectId));
}

/* --- lists of the collector --- */

static void link_after(State *state, ObjectId id, uint8_t list, ObjectId previous)
{
    Object *object = state_object(state, id);
    GcListEnds *ends = &state->lists[list];
    ObjectId next = previous ? state_object(state, previous)->gc_next : ends->first;
    object->list = list;
    object->gc_prev = previous;
    object->gc_next = next;
    if (previous)
        state_object(state, previous)->gc_next = id;
    else
        ends->first = id;
    if (next)
        state_object(state, next)->gc_prev = id;
    else
        ends->last = id;
    ends->count++;
}

static void unlink_object(State *state, ObjectId id)
{
    Object *object = state_object(state, id);
    GcListEnds *ends = &state->lists[object->list];
    if (object->gc_prev)
        state_object(state, object->gc_prev)->gc_next = object->gc_next;
    else
        ends->first = object->gc_next;
    if (object->gc_next)
        state_object(state, object->gc_next)->gc_prev = object->gc_prev;
    else
        ends->last = object->gc_prev;
    ends->count--;
    object->list = GC_UNTRACKED;
    object->gc_prev = object->gc_next = 0;
}

void apply_link(State *state, const Change *change, bool forward)
{
    if (state_object(state, change->target)->list != GC_UNTRACKED)
        unlink_object(state, change->target);
    uint32_t list = forward ? change->after : change->before;
    if (list != GC_UNTRACKED)
        link_after(state, change->target, (uint8_t)list,
                   forward ? state->lists[list].last : change->index);
}

void apply_merge(State *state, ObjectId first, uint32_t from, uint32_t to)
{
    if (!first)
        return;
    GcListEnds *source = &state->lists[from], *target = &state->lists[to];
    Object *head = state_object(state, first);
    ObjectId last = source->last;
    source->last = head->gc_prev;
    if (head->gc_prev)
        state_object(state, head->gc_prev)->gc_next = 0;
    else
        source->first = 0;
    head->gc_prev = target->last;
    if (target->last)
        state_object(state, target->last)->gc_next = first;
    else
        target->first = first;
    target->last = last;
    for (ObjectId id = first; id; id = state_object(state, id)->gc_next) {
        state_object(state, id)->list = (uint8_t)to;
        source->count--;
        target->count++;
    }
}
