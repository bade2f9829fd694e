#include "view/slow.h"

#include <stdlib.h>

#include "base/list.h"

void slow_init(Slow *slow, const Trace *trace)
{
    *slow = (Slow){.trace = trace};
    cursor_init(&slow->opened, trace);
}

void slow_done(Slow *slow)
{
    cursor_done(&slow->opened);
    free(slow->followed);
    *slow = (Slow){0};
}

CollectPhase slow_phase(const Collection *collection, uint32_t change)
{
    static const CollectPhase order[] = {PHASE_CLEAR,   PHASE_FINALIZE, PHASE_WEAKREFS,
                                         PHASE_PROMOTE, PHASE_SPLIT,    PHASE_SUBTRACT,
                                         PHASE_COPY,    PHASE_START};
    if (!collection)
        return PHASE_IDLE;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if (collection->marks[order[i]] < change)
            return order[i];
    return PHASE_IDLE;
}

/* --- references that are followed --- */

static bool follows(const Change *change)
{
    return change->kind == CHANGE_FIELD && change->field == FIELD_GC_REFS && change->index;
}

static void remember(Slow *slow, const Change *change)
{
    slow->followed = list_reserve(slow->followed, &slow->followed_capacity,
                                  slow->followed_count + 1, sizeof *slow->followed);
    slow->followed[slow->followed_count++] = (Followed){change->index, change->target};
}

static uint32_t count_followed(const Slow *slow, ObjectId from, ObjectId target)
{
    uint32_t count = 0;
    for (size_t i = 0; i < slow->followed_count; i++)
        count += slow->followed[i].from == from && slow->followed[i].target == target;
    return count;
}

static void look_at_references(Slow *slow)
{
    uint32_t start = slow->collection->marks[PHASE_SUBTRACT],
             end = slow->collection->marks[PHASE_SPLIT];
    for (uint32_t i = start;
         i < end && i < slow->cursor->change && slow->followed_count < SLOW_FOLLOWED_MOST; i++)
        if (follows(trace_change(slow->trace, i)))
            remember(slow, trace_change(slow->trace, i));
}

static void look_at_current(Slow *slow, uint32_t since)
{
    const Change *last = slow->cursor->change > since
                             ? trace_change(slow->trace, slow->cursor->change - 1)
                             : NULL;
    if (!last || !follows(last))
        return;
    slow->current = (Followed){last->index, last->target};
    if (slow->phase == PHASE_SUBTRACT)
        slow->ordinal = count_followed(slow, last->index, last->target) - 1;
}

void slow_look(Slow *slow, const Cursor *cursor, uint32_t since)
{
    slow->cursor = cursor;
    slow->collection = trace_collection_at(slow->trace, cursor->change);
    slow->phase = slow_phase(slow->collection, cursor->change);
    slow->followed_count = 0;
    slow->current = (Followed){0};
    slow->ordinal = 0;
    if (!slow->collection || slow->collection->marks[PHASE_SUBTRACT] == CHANGE_NONE)
        return;
    cursor_seek(&slow->opened, slow->collection->marks[PHASE_SUBTRACT]);
    look_at_references(slow);
    look_at_current(slow, since);
}

/* The object itself, or the dict that holds its attributes. */
static bool is_from(const Slow *slow, ObjectId from, ObjectId holder)
{
    return from && (from == holder || state_object(&slow->cursor->state, holder)->dict == from);
}

bool slow_is_followed(const Slow *slow, ObjectId from, ObjectId target, uint32_t ordinal)
{
    uint32_t count = count_followed(slow, from, target);
    ObjectId dict = state_object(&slow->cursor->state, from)->dict;
    return (dict ? count + count_followed(slow, dict, target) : count) > ordinal;
}

bool slow_is_current(const Slow *slow, ObjectId from, ObjectId target, uint32_t ordinal)
{
    return slow->current.target == target && is_from(slow, slow->current.from, from) &&
           slow->ordinal == ordinal;
}

/* --- objects --- */

static GcList examined_list(const Slow *slow)
{
    return (GcList)(GC_GENERATION0 + slow->collection->generation);
}

static bool is_examined(const Slow *slow, ObjectId id)
{
    return state_alive(&slow->opened.state, id) &&
           state_object(&slow->opened.state, id)->list == examined_list(slow);
}

Role slow_role(const Slow *slow, ObjectId id)
{
    if (!slow->collection || slow->phase < PHASE_COPY || !is_examined(slow, id))
        return ROLE_NONE;
    const Object *object = state_object(&slow->cursor->state, id);
    bool apart = object->list == GC_UNREACHABLE || object->list == GC_FINALIZERS;
    if (apart)
        return slow->phase == PHASE_SPLIT ? ROLE_APART : ROLE_UNREACHABLE;
    if (object->gc_refs & GC_REFS_COLLECTING || slow->phase < PHASE_SPLIT)
        return ROLE_EXAMINED;
    return ROLE_REACHABLE;
}

bool slow_refs(const Slow *slow, ObjectId id, uint32_t *ret_refs)
{
    const Object *object = state_object(&slow->cursor->state, id);
    *ret_refs = object->gc_refs & GC_REFS_MASK;
    Role role = slow_role(slow, id);
    return (role == ROLE_EXAMINED || role == ROLE_APART) && slow->phase <= PHASE_SPLIT &&
           object->gc_refs & GC_REFS_COLLECTING;
}

uint32_t slow_examined(const Slow *slow)
{
    return slow->collection ? slow->opened.state.lists[examined_list(slow)].count : 0;
}
