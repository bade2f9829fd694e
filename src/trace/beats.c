#include "trace/beats.h"

#include <stdlib.h>

#include "base/list.h"
#include "base/memory.h"

/* The changes at which beats are, in any order. */
typedef struct Moments {
    const Trace *trace;
    uint32_t *items;
    size_t count, capacity;
} Moments;

static void add(Moments *moments, uint32_t change)
{
    moments->items = list_reserve(moments->items, &moments->capacity, moments->count + 1,
                                  sizeof *moments->items);
    moments->items[moments->count++] = change;
}

/* The kind that it has, or had: no object ever changes it. */
static ObjectKind kind_of(const Trace *trace, ObjectId id)
{
    const Object *object = state_object(&trace->model->state, id);
    return (ObjectKind)(object->kind ? object->kind : object->was);
}

/* Functions stand in the background; of those that refer to something a reader knows the ones
 * with a number, and dicts, which hold names and attributes. */
static bool is_known(const Trace *trace, ObjectId id)
{
    return trace_number(trace, id) && kind_of(trace, id) != KIND_FUNCTION;
}

static bool is_known_referrer(const Trace *trace, ObjectId id)
{
    return !id || trace_number(trace, id) || kind_of(trace, id) == KIND_DICT;
}

/* gc_refs that are put down when all is over and nothing was found tell nothing. */
static bool is_refs(const Trace *trace, const Change *change)
{
    return change->kind == CHANGE_FIELD && change->field == FIELD_GC_REFS &&
           (change->index || change->before & GC_REFS_MASK) &&
           is_known_referrer(trace, change->index);
}

/* Is it worth a beat of its own in that phase? What is moved back gets gc_refs right after. */
static bool is_event(const Trace *trace, const Change *change, CollectPhase phase)
{
    if (!is_known(trace, change->target))
        return false;
    switch (phase) {
    case PHASE_SUBTRACT:
    case PHASE_SPLIT:
        return is_refs(trace, change) ||
               (change->kind == CHANGE_LINK && change->after == GC_UNREACHABLE);
    case PHASE_CLEAR:
        return change->kind == CHANGE_DESTROY;
    case PHASE_IDLE:
    case PHASE_START:
    case PHASE_COPY:
    case PHASE_WEAKREFS:
    case PHASE_FINALIZE:
    case PHASE_PROMOTE:
    case PHASE_COUNT:
        return false;
    }
    return false;
}

/* The phase that the collection is in once the mark's Change is made. The second look at what
 * finalizers may have brought back is part of finalizing. */
static CollectPhase phase_after(CollectPhase phase, const Change *mark)
{
    CollectPhase next = (CollectPhase)mark->after;
    bool is_second_look = phase == PHASE_FINALIZE &&
                          (next == PHASE_COPY || next == PHASE_SUBTRACT || next == PHASE_SPLIT);
    return is_second_look ? phase : next;
}

/* Is the end of a phase worth a beat, after those that were within it? */
static bool ends_with_beat(CollectPhase phase, bool had_beats)
{
    bool tells_each = phase == PHASE_SPLIT || phase == PHASE_CLEAR;
    return phase != PHASE_IDLE && phase != PHASE_START && !(tells_each && had_beats);
}

/* The ends of phases; `events`: what happens within them, too. */
static void add_beats(Moments *moments, const Collection *collection, bool events)
{
    CollectPhase phase = PHASE_IDLE;
    uint32_t from = collection->first;
    bool had_beats = false;
    for (uint32_t i = from; i <= collection->last && i < moments->trace->end; i++) {
        const Change *change = trace_change(moments->trace, i);
        CollectPhase next = change->kind == CHANGE_PHASE ? phase_after(phase, change) : phase;
        if (next != phase) {
            if (ends_with_beat(phase, had_beats) && i > from + 1)
                add(moments, i);
            from = i;
            had_beats = false;
        }
        phase = next;
        if (events && is_event(moments->trace, change, phase)) {
            add(moments, i + 1);
            had_beats = true;
        }
    }
    if (collection->last < moments->trace->end)
        add(moments, collection->last + 1);
}

static void add_collection(Moments *moments, const Collection *collection)
{
    size_t count = moments->count;
    add_beats(moments, collection, true);
    if (moments->count - count <= COLLECTION_BEATS_MOST)
        return;
    moments->count = count;
    add_beats(moments, collection, false);
}

static void add_collections(Moments *moments)
{
    const Trace *trace = moments->trace;
    for (uint32_t i = 0; i < trace->collection_count; i++)
        if (trace->collections[i].first >= trace->steps[0].change)
            add_collection(moments, &trace->collections[i]);
}

/* An instruction is over when the next one begins. */
static void add_instructions(Moments *moments)
{
    const Trace *trace = moments->trace;
    for (uint32_t i = trace->steps[0].change; i < trace->end; i++) {
        const Change *change = trace_change(trace, i);
        if (change->kind == CHANGE_INSTRUCTION &&
            !trace_is_library(trace, model_payload(trace->model, change->target).code))
            add(moments, i);
    }
}

static int compare_changes(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void add_beat(Beats *beats, const Trace *trace, uint32_t change)
{
    uint32_t step = trace_step_at(trace, change);
    bool ends = trace->steps[step].change == change;
    uint32_t before = beats->count ? beats->items[beats->count - 1].within : 0;
    beats->items[beats->count++] = (Beat){change, step, ends ? 0 : before + 1};
}

Beats beats_create(const Trace *trace, BeatKind kind)
{
    Moments moments = {.trace = trace};
    for (uint32_t i = 0; i < trace->step_count; i++)
        add(&moments, trace->steps[i].change);
    if (kind == BEATS_OF_COLLECTIONS)
        add_collections(&moments);
    else
        add_instructions(&moments);
    qsort(moments.items, moments.count, sizeof *moments.items, compare_changes);
    Beats beats = {memory_allocate(moments.count * sizeof *beats.items), 0};
    for (size_t i = 0; i < moments.count; i++)
        if (!beats.count || beats.items[beats.count - 1].change != moments.items[i])
            add_beat(&beats, trace, moments.items[i]);
    free(moments.items);
    return beats;
}

void beats_done(Beats *beats)
{
    free(beats->items);
    *beats = (Beats){0};
}

uint32_t beats_at(const Beats *beats, uint32_t change)
{
    uint32_t low = 0, high = beats->count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (beats->items[middle].change <= change)
            low = middle;
        else
            high = middle;
    }
    return low;
}
