#include "view/caption_facts.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "model/model.h"
#include "view/caption_words.h"

enum {
    FRAME_LIMIT = 64,      /* frames whose names are compared, the innermost ones */
    REFERENCE_LIMIT = 256, /* references of one object that are compared */
    TOUCHED_LIMIT = 256,
    CAUSE_LIMIT = 100 * 1000, /* links of a chain of causes */
};

/* Objects with a number that the Changes between the moments touched. */
typedef struct Touched {
    ObjectId counted[TOUCHED_LIMIT]; /* a reference to them came or went */
    ObjectId holders[TOUCHED_LIMIT]; /* a reference of theirs did */
    ObjectId resized[TOUCHED_LIMIT];
    uint32_t counted_count, holder_count, resized_count;
} Touched;

static const Object *row(const Cursor *cursor, ObjectId id)
{
    return state_object(&cursor->state, id);
}

static void add_id(ObjectId *ids, uint32_t *count, ObjectId id)
{
    if (*count == TOUCHED_LIMIT)
        return;
    for (uint32_t i = *count; i-- > 0;)
        if (ids[i] == id)
            return;
    ids[(*count)++] = id;
}

static void touch_counted(Facts *facts, Touched *touched, ObjectId id)
{
    if (id && trace_number(facts->after->trace, id))
        add_id(touched->counted, &touched->counted_count, id);
}

/* The object with a number that shows this dict as its attributes (to 3.10, and once __dict__
 * is looked at); 0: there is none. */
static ObjectId owner_of_dict(const Facts *facts, ObjectId dict)
{
    const Cursor *cursor = facts->after;
    if (dict == cursor->trace->main_dict)
        return 0;
    for (ObjectId id = 1; id < cursor->state.object_end; id++)
        if (row(cursor, id)->dict == dict && trace_number(cursor->trace, id))
            return id;
    return 0;
}

static void touch_holder(Facts *facts, Touched *touched, ObjectId id)
{
    const Object *object = row(facts->after, id);
    if (object->kind == KIND_FRAME || object->kind == KIND_HOLDER)
        return; /* names are compared for themselves */
    if (object->kind == KIND_DICT && !trace_number(facts->after->trace, id))
        id = owner_of_dict(facts, id);
    if (id && trace_number(facts->after->trace, id))
        add_id(touched->holders, &touched->holder_count, id);
}

static void touch_span(Facts *facts, Touched *touched, const Change *change)
{
    const uint32_t *span = facts->after->trace->model->journal.spans.items + change->before;
    for (uint32_t i = 0; i < span[0] + span[1]; i++)
        touch_counted(facts, touched, span[2 + i]);
}

/* --- marks --- */

static bool caused_by_clearing(const Trace *trace, uint32_t cause)
{
    for (uint32_t links = 0; cause != CHANGE_NONE && links < CAUSE_LIMIT; links++) {
        const Change *change = trace_change(trace, cause);
        if (change->kind == CHANGE_PHASE)
            return change->after == PHASE_CLEAR;
        cause = change->cause;
    }
    return false;
}

static void note_death(Facts *facts, const Change *change)
{
    const Trace *trace = facts->after->trace;
    if (!trace_number(trace, change->target) || facts_alive(facts->after, change->target) ||
        facts->death_count++ >= FACT_LIMIT)
        return;
    DeathFact *death = &facts->deaths[facts->death_count - 1];
    *death = (DeathFact){.id = change->target,
                         .collected = caused_by_clearing(trace, change->cause)};
    if (change->cause != CHANGE_NONE &&
        trace_change(trace, change->cause)->kind == CHANGE_DEATH)
        death->through = trace_change(trace, change->cause)->target;
}

/* A word of the free lists was written as part of a death: that block was kept. */
static void note_kept(Facts *facts, const Change *change)
{
    if (change->field != MEMORY_FREE_LISTS || change->cause == CHANGE_NONE)
        return;
    const Change *cause = trace_change(facts->after->trace, change->cause);
    for (uint32_t i = facts_kept(facts->death_count); i-- > 0;)
        if (cause->kind == CHANGE_DEATH && facts->deaths[i].id == cause->target)
            facts->deaths[i].kept = true;
}

static void note_return(Facts *facts, const Change *change)
{
    if (facts->return_count++ < FACT_LIMIT)
        facts->returns[facts->return_count - 1] = (ReturnFact){change->target, change->index};
}

static void note_grown(Facts *facts, const Change *change)
{
    if (change->field == FIELD_C && row(facts->after, change->target)->kind == KIND_STR)
        facts->grown = change->target;
}

static void note_change(Facts *facts, Touched *touched, const Change *change)
{
    switch ((ChangeKind)change->kind) {
    case CHANGE_CALL:
        facts->entered = change->target;
        return;
    case CHANGE_RETURN:
        note_return(facts, change);
        return;
    case CHANGE_DEATH:
        note_death(facts, change);
        return;
    case CHANGE_RAISE:
        facts->raised = change->target;
        return;
    case CHANGE_CREATE:
        touch_counted(facts, touched, change->target);
        touch_counted(facts, touched, change->before);
        return;
    case CHANGE_DESTROY:
        touch_counted(facts, touched, row(facts->after, change->target)->type);
        return;
    case CHANGE_FIELD:
        if (change->field == FIELD_BODY_SIZE &&
            trace_number(facts->after->trace, change->target))
            add_id(touched->resized, &touched->resized_count, change->target);
        note_grown(facts, change);
        return;
    case CHANGE_REFERENCE:
    case CHANGE_SLOT:
    case CHANGE_PUSH:
    case CHANGE_POP:
    case CHANGE_STORE:
        touch_counted(facts, touched, change->before);
        touch_counted(facts, touched, change->after);
        touch_holder(facts, touched, change->target);
        return;
    case CHANGE_TAKE:
        touch_holder(facts, touched, change->target);
        return;
    case CHANGE_SPLICE:
        touch_span(facts, touched, change);
        touch_holder(facts, touched, change->target);
        return;
    case CHANGE_PERMUTE:
        facts->permuted = change->target;
        touch_holder(facts, touched, change->target);
        return;
    case CHANGE_MEMORY:
        note_kept(facts, change);
        return;
    case CHANGE_INSTRUCTION:
    case CHANGE_PHASE:
    case CHANGE_OUTPUT:
    case CHANGE_LINK:
    case CHANGE_MERGE:
    case CHANGE_REGISTER:
    case CHANGE_KIND_COUNT:
        return;
    }
}

/* --- names --- */

ObjectId facts_frame_at(const Cursor *cursor, ObjectId frame)
{
    if (facts_alive(cursor, frame))
        return frame;
    ObjectId outermost = cursor->state.registers[REGISTER_FRAME];
    while (outermost && row(cursor, outermost)->b)
        outermost = row(cursor, outermost)->b;
    bool both = outermost && words_is_module(cursor_code(cursor, frame)) &&
                words_is_module(cursor_code(cursor, outermost));
    return both ? outermost : 0;
}

static void add_name(Facts *facts, NameFact fact)
{
    if (fact.before != fact.after && facts->name_count++ < FACT_LIMIT)
        facts->names[facts->name_count - 1] = fact;
}

/* What a name of a frame was bound to; `hint`: at which index it is likely found. */
static ObjectId binding_of(const Cursor *cursor, ObjectId frame, Slice name, uint32_t hint)
{
    Binding binding;
    if (!frame)
        return 0;
    if (cursor_binding(cursor, frame, hint, &binding) && slice_equal(binding.name, name))
        return binding.value;
    for (uint32_t i = 0; cursor_binding(cursor, frame, i, &binding); i++)
        if (slice_equal(binding.name, name))
            return binding.value;
    return 0;
}

static bool has_name(const Cursor *cursor, ObjectId frame, Slice name, uint32_t hint)
{
    Binding binding;
    if (cursor_binding(cursor, frame, hint, &binding) && slice_equal(binding.name, name))
        return true;
    for (uint32_t i = 0; cursor_binding(cursor, frame, i, &binding); i++)
        if (slice_equal(binding.name, name))
            return true;
    return false;
}

static void compare_frame(Facts *facts, ObjectId frame)
{
    Binding binding;
    ObjectId former = facts_frame_at(facts->before, frame);
    for (uint32_t i = 0; cursor_binding(facts->after, frame, i, &binding); i++)
        add_name(facts, (NameFact){.name = binding.name,
                                   .frame = frame,
                                   .before = binding_of(facts->before, former, binding.name, i),
                                   .after = binding.value,
                                   .is_parameter = binding.is_parameter});
    for (uint32_t i = 0; former && cursor_binding(facts->before, former, i, &binding); i++)
        if (!has_name(facts->after, frame, binding.name, i))
            add_name(facts,
                     (NameFact){.name = binding.name, .frame = frame, .before = binding.value});
}

static void compare_names(Facts *facts)
{
    ObjectId frames[FRAME_LIMIT];
    uint32_t count = cursor_frames(facts->after, frames, FRAME_LIMIT);
    for (uint32_t i = 0; i < count; i++)
        compare_frame(facts, frames[i]);
}

/* --- references, counts, sizes --- */

static uint32_t references_of(const Cursor *cursor, ObjectId id, Reference *ret_references)
{
    ReferenceWalk walk = {.cursor = cursor, .id = id, .labels = true};
    while (walk.given < REFERENCE_LIMIT && reference_next(&walk, &ret_references[walk.given]))
        ;
    return walk.given;
}

/* Set members have no labels: they are the same where they refer to the same. */
static bool same_place(const Reference *a, const Reference *b)
{
    if (!a->label[0] && !b->label[0])
        return a->target == b->target;
    return a->key == b->key && strcmp(a->label, b->label) == 0;
}

static const Reference *find_place(const Reference *references, uint32_t count,
                                   const Reference *wanted, uint32_t hint)
{
    if (hint < count && same_place(&references[hint], wanted))
        return &references[hint];
    for (uint32_t i = 0; i < count; i++)
        if (same_place(&references[i], wanted))
            return &references[i];
    return NULL;
}

static void add_slot(Facts *facts, ObjectId holder, const Reference *before,
                     const Reference *after)
{
    if (facts->slot_count++ >= FACT_LIMIT)
        return;
    SlotFact *fact = &facts->slots[facts->slot_count - 1];
    *fact = (SlotFact){.holder = holder};
    if (before)
        fact->before = *before;
    if (after)
        fact->after = *after;
}

static void compare_references(Facts *facts, ObjectId id, Reference *was, Reference *is)
{
    uint32_t was_count = references_of(facts->before, id, was);
    uint32_t is_count = references_of(facts->after, id, is);
    for (uint32_t i = 0; i < is_count; i++) {
        const Reference *before = find_place(was, was_count, &is[i], i);
        if (!before || before->target != is[i].target)
            add_slot(facts, id, before, &is[i]);
    }
    for (uint32_t i = 0; i < was_count; i++)
        if (!find_place(is, is_count, &was[i], i))
            add_slot(facts, id, &was[i], NULL);
}

static void compare_holders(Facts *facts, const Touched *touched)
{
    Reference *space = memory_allocate(2 * REFERENCE_LIMIT * sizeof *space);
    for (uint32_t i = 0; i < touched->holder_count; i++) {
        ObjectId id = touched->holders[i];
        if (facts_alive(facts->before, id) && facts_alive(facts->after, id))
            compare_references(facts, id, space, space + REFERENCE_LIMIT);
    }
    free(space);
}

/* A new object that nothing in the picture leads to yet is told when something does: at a
 * prompt, the constants of the statement to come. */
static void compare_counts(Facts *facts, const Touched *touched)
{
    uint8_t *drawn = memory_allocate(facts->after->trace->object_end);
    cursor_drawn(facts->after, drawn);
    for (uint32_t i = 0; i < touched->counted_count; i++) {
        ObjectId id = touched->counted[i];
        bool is_new = !facts_alive(facts->before, id);
        if (!facts_alive(facts->after, id) || (is_new && drawn[id] == DRAWN_NOT))
            continue;
        const Object *after = row(facts->after, id);
        uint32_t before = is_new ? 0 : state_refcount(&facts->before->state, id);
        uint32_t count = state_refcount(&facts->after->state, id);
        if (is_new && facts->birth_count++ < FACT_LIMIT)
            facts->births[facts->birth_count - 1] = id;
        if (!(after->flags & OBJECT_IMMORTAL) && before != count &&
            facts->count_count++ < FACT_LIMIT)
            facts->counts[facts->count_count - 1] = (CountFact){id, before, count};
    }
    free(drawn);
}

static void compare_sizes(Facts *facts, const Touched *touched)
{
    for (uint32_t i = 0; i < touched->resized_count; i++) {
        ObjectId id = touched->resized[i];
        if (!facts_alive(facts->before, id) || !facts_alive(facts->after, id))
            continue;
        uint64_t before = cursor_size(facts->before, id), after = cursor_size(facts->after, id);
        if (before != after && facts->size_count++ < FACT_LIMIT)
            facts->sizes[facts->size_count - 1] = (SizeFact){id, before, after};
    }
}

/* --- garbage --- */

/* A reference has to be lost for something to become garbage. */
static bool may_make_garbage(const Facts *facts)
{
    for (uint32_t i = 0; i < facts_kept(facts->count_count); i++)
        if (facts->counts[i].after < facts->counts[i].before)
            return true;
    return facts->count_count > FACT_LIMIT || facts->death_count || facts->return_count ||
           facts->collection_count;
}

static void compare_garbage(Facts *facts)
{
    uint32_t end = facts->after->trace->object_end;
    uint8_t *was = memory_allocate(end), *is = memory_allocate(end);
    cursor_drawn(facts->before, was);
    cursor_drawn(facts->after, is);
    for (ObjectId id = 1; id < end; id++) {
        if (is[id] != DRAWN_GARBAGE || was[id] == DRAWN_GARBAGE ||
            !trace_number(facts->after->trace, id))
            continue;
        if (facts->garbage_count++ < FACT_LIMIT)
            facts->garbage[facts->garbage_count - 1] = id;
    }
    free(was);
    free(is);
}

/* --- collections --- */

/* Objects of the program in one of the collector's lists. */
static uint32_t count_list(const Cursor *cursor, uint32_t list)
{
    uint32_t count = 0;
    for (ObjectId id = cursor->state.lists[list].first; id; id = row(cursor, id)->gc_next)
        count += !(row(cursor, id)->flags & (OBJECT_STARTUP | OBJECT_STATIC));
    return count;
}

static uint32_t count_freed(const Cursor *cursor, const Cursor *after)
{
    uint32_t count = 0;
    for (ObjectId id = cursor->state.lists[GC_UNREACHABLE].first; id;
         id = row(cursor, id)->gc_next)
        count += !facts_alive(after, id);
    return count;
}

static void note_phase(Facts *facts, Cursor *back, const Change *change, uint32_t index)
{
    if (change->after == PHASE_START && facts->collection_count++ < FACT_LIMIT)
        facts->collections[facts->collection_count - 1] =
            (CollectionFact){.generation = change->index};
    if (!facts->collection_count || facts->collection_count > FACT_LIMIT)
        return;
    CollectionFact *fact = &facts->collections[facts->collection_count - 1];
    uint32_t young = GC_GENERATION0 + fact->generation;
    uint32_t old = fact->generation < 2 ? young + 1 : young;
    cursor_seek(back, index + 1);
    if (change->after == PHASE_COPY && !fact->examined)
        fact->examined = count_list(back, young);
    if (change->after == PHASE_PROMOTE && old != young)
        fact->survivors = count_list(back, old);
    if (change->after == PHASE_FINALIZE)
        fact->survivors = count_list(back, old) - fact->survivors;
    if (change->after == PHASE_FINALIZE)
        fact->unreachable = back->state.lists[GC_UNREACHABLE].count;
    if (change->after == PHASE_CLEAR)
        fact->freed = count_freed(back, facts->after);
    fact->finished = change->after == PHASE_IDLE;
}

void facts_collect(Facts *facts, Cursor *back, const Cursor *after, uint32_t since)
{
    *facts = (Facts){.before = back, .after = after};
    Touched *touched = memory_allocate(sizeof *touched);
    for (uint32_t i = since; i < after->change; i++) {
        const Change *change = trace_change(after->trace, i);
        note_change(facts, touched, change);
        if (change->kind == CHANGE_PHASE)
            note_phase(facts, back, change, i);
    }
    cursor_seek(back, since);
    facts->output_before = cursor_output(back);
    facts->output_after = cursor_output(after);
    compare_names(facts);
    compare_holders(facts, touched);
    compare_counts(facts, touched);
    compare_sizes(facts, touched);
    if (may_make_garbage(facts))
        compare_garbage(facts);
    /* A frame that has been left again was not entered to stay. */
    if (facts->entered != after->state.registers[REGISTER_FRAME])
        facts->entered = 0;
    free(touched);
}
