#include "view/caption_slow.h"

#include <string.h>

#include "view/caption_weights.h"
#include "view/caption_words.h"
#include "view/slow.h"

/* What the sentences about one beat share. */
typedef struct Beating {
    Caption *caption;
    const Cursor *before, *now;
    const Collection *collection;
    const Change *last; /* the last Change of the beat */
    Text text;
} Beating;

static void add(Beating *beating, const char *string)
{
    text_append_string(&beating->text, string);
}

static void say(Beating *beating, uint8_t weight)
{
    if (beating->text.length > 2 && memcmp(beating->text.bytes, "a ", 2) == 0)
        beating->text.bytes[0] = 'A';
    caption_say(beating->caption, weight, &beating->text);
}

static void say_plainly(Beating *beating, uint8_t weight, const char *sentence)
{
    add(beating, sentence);
    say(beating, weight);
}

static void add_object(Beating *beating, ObjectId id)
{
    words_object(&beating->text, beating->now, id);
}

static uint32_t length(const Cursor *cursor, GcList list)
{
    return cursor->state.lists[list].count;
}

static GcList examined_list(const Beating *beating)
{
    return (GcList)(GC_GENERATION0 + beating->collection->generation);
}

/* --- who refers to whom --- */

/* The object that a dict is the attributes of; the dict itself where it is nobody's. */
static ObjectId owner_of(const Cursor *cursor, ObjectId dict)
{
    if (trace_number(cursor->trace, dict) ||
        state_object(&cursor->state, dict)->kind != KIND_DICT)
        return dict;
    for (ObjectId id = 1; id < cursor->state.object_end; id++)
        if (state_object(&cursor->state, id)->dict == dict && trace_number(cursor->trace, id))
            return id;
    return dict;
}

/* How many Changes of the phase before the last one followed the same two ends. */
static uint32_t ordinal_of(const Beating *beating)
{
    const Change *last = beating->last;
    uint32_t count = 0, start = beating->collection->marks[PHASE_SUBTRACT];
    for (uint32_t i = beating->now->change - 1; i-- > start;) {
        const Change *change = trace_change(beating->now->trace, i);
        if (change->kind == CHANGE_FIELD && change->index != last->index)
            break;
        count += change->kind == CHANGE_FIELD && change->target == last->target;
    }
    return count;
}

/* ", through its attribute friend" */
static void add_place(Beating *beating, ObjectId from, ObjectId target, uint32_t ordinal)
{
    ReferenceWalk walk = {.cursor = beating->now, .id = from, .labels = true};
    Reference reference;
    while (reference_next(&walk, &reference)) {
        if (reference.target != target || ordinal-- > 0)
            continue;
        add(beating, " through ");
        words_place(&beating->text, beating->now, from, &reference);
        return;
    }
}

/* "Person #12 refers to Person #9 through its attribute friend" */
static void add_reference(Beating *beating, uint32_t ordinal)
{
    ObjectId from = owner_of(beating->now, beating->last->index);
    if (from == beating->now->trace->main_dict)
        add(beating, "The dict of the module's names");
    else
        add_object(beating, from);
    add(beating, " refers to ");
    add_object(beating, beating->last->target);
    add_place(beating, from, beating->last->target, ordinal);
}

static void say_refs(Beating *beating)
{
    add(beating, "gc_refs of ");
    add_object(beating, beating->last->target);
    text_append_format(&beating->text, ": %u → %u.", beating->last->before & GC_REFS_MASK,
                       beating->last->after & GC_REFS_MASK);
    say(beating, WEIGHT_FALL);
}

/* --- phases --- */

static void say_copy(Beating *beating)
{
    static const char *const names[] = {"generation 0", "generations 0 and 1",
                                        "all generations"};
    text_append_format(&beating->text, "A collection of %s looks at ",
                       names[beating->collection->generation]);
    words_count(&beating->text, length(beating->now, examined_list(beating)), "object");
    add(beating, " of the program.");
    say(beating, WEIGHT_COLLECTION);
    say_plainly(beating, WEIGHT_FIRST,
                "Each of them gets gc_refs: a copy of its reference count.");
    say_plainly(beating, WEIGHT_REASON,
                "Next, the references that they hold on each other are subtracted from it.");
}

static bool is_refs(const Beating *beating)
{
    return beating->last->kind == CHANGE_FIELD && beating->last->field == FIELD_GC_REFS;
}

static void say_subtract(Beating *beating)
{
    if (!is_refs(beating)) {
        say_plainly(beating, WEIGHT_COLLECTION,
                    "What is left in gc_refs are references from outside of what is examined.");
        return;
    }
    add_reference(beating, ordinal_of(beating));
    add(beating, ".");
    say(beating, WEIGHT_SLOT);
    say_refs(beating);
    uint32_t refs = beating->last->after & GC_REFS_MASK;
    if (!refs)
        add(beating, "So far, nothing outside of what is examined seems to refer to it.");
    else
        text_append_format(&beating->text, "%u of its references may come from outside.", refs);
    say(beating, WEIGHT_REASON);
}

/* Was the last Change's target set apart before, within this beat? */
static bool was_apart(const Beating *beating)
{
    return state_object(&beating->before->state, beating->last->target)->list == GC_UNREACHABLE;
}

static void say_reached(Beating *beating)
{
    add_reference(beating, 0);
    add(beating, ", and can be reached itself.");
    say(beating, WEIGHT_SLOT);
    add_object(beating, beating->last->target);
    add(beating, was_apart(beating) ? " was set apart too early: it is moved back."
                                    : " can be reached, too.");
    say(beating, WEIGHT_RISE);
}

static void say_split(Beating *beating)
{
    const Change *last = beating->last;
    if (last->kind == CHANGE_LINK) {
        add_object(beating, last->target);
        add(beating, " has gc_refs 0: it is set apart.");
        say(beating, WEIGHT_FALL);
        say_plainly(beating, WEIGHT_REASON,
                    "It may be reached yet, through one that is looked at later.");
    } else if (is_refs(beating) && last->index) {
        say_reached(beating);
    } else if (is_refs(beating)) {
        add_object(beating, last->target);
        add(beating, " can be reached: it survives.");
        say(beating, WEIGHT_RISE);
        text_append_format(&beating->text,
                           "Its gc_refs was %u. What it refers to survives, too.",
                           last->before & GC_REFS_MASK);
        say(beating, WEIGHT_REASON);
    } else {
        say_plainly(beating, WEIGHT_COLLECTION,
                    "What can be reached is told from what cannot.");
    }
}

static void say_promote(Beating *beating)
{
    uint32_t survivors = length(beating->before, examined_list(beating)),
             rest = length(beating->now, GC_UNREACHABLE);
    uint8_t generation = beating->collection->generation;
    words_count(&beating->text, survivors, "object");
    add(beating, " can be reached");
    if (generation < 2)
        text_append_format(&beating->text,
                           survivors == 1 ? ": it moves to generation %u."
                                          : ": they move to generation %u.",
                           generation + 1u);
    else
        add(beating, survivors == 1 ? ": it is in generation 2 now."
                                    : ": they are in generation 2 now.");
    say(beating, WEIGHT_SURVIVORS);
    if (rest)
        text_append_format(&beating->text, "%u cannot: nothing outside leads to %s.", rest,
                           rest == 1 ? "it" : "them");
    else
        add(beating, "Nothing is unreachable.");
    say(beating, WEIGHT_FOUND);
}

static void say_finalize(Beating *beating)
{
    say_plainly(beating, WEIGHT_COLLECTION,
                "Finalizers of what is unreachable run: a __del__ once in an object's life.");
    say_plainly(beating, WEIGHT_REASON,
                "What they have brought back, and all that it refers to, survives.");
}

static void say_clear(Beating *beating)
{
    if (beating->last->kind != CHANGE_DESTROY) {
        say_plainly(beating, WEIGHT_COLLECTION,
                    "What is unreachable is cleared: its references go, and counts fall.");
        return;
    }
    add_object(beating, beating->last->target);
    add(beating, " dies.");
    say(beating, WEIGHT_DEATH);
    say_plainly(beating, WEIGHT_REASON,
                "Clearing breaks the ring: the last reference to it is gone.");
}

static void say_phase(Beating *beating, CollectPhase phase)
{
    switch (phase) {
    case PHASE_COPY:
        say_copy(beating);
        return;
    case PHASE_SUBTRACT:
        say_subtract(beating);
        return;
    case PHASE_SPLIT:
        say_split(beating);
        return;
    case PHASE_PROMOTE:
        say_promote(beating);
        return;
    case PHASE_WEAKREFS:
        say_plainly(beating, WEIGHT_COLLECTION,
                    "Weak references to what is unreachable are cleared; those that survive "
                    "themselves are called.");
        return;
    case PHASE_FINALIZE:
        say_finalize(beating);
        return;
    case PHASE_CLEAR:
        say_clear(beating);
        return;
    case PHASE_START:
    case PHASE_IDLE:
    case PHASE_COUNT:
        return;
    }
}

/* How many unreachable objects the collection has told gc.get_stats() of. */
static uint32_t found_by(const Trace *trace, const Collection *collection)
{
    for (uint32_t i = collection->last; i-- > collection->first;) {
        const Change *change = trace_change(trace, i);
        if (change->kind == CHANGE_REGISTER &&
            change->index == REGISTER_GC_COLLECTED0 + (uint32_t)collection->generation)
            return change->after - change->before;
    }
    return 0;
}

/* The collection has ended within this beat. */
static void say_end(Beating *beating)
{
    uint32_t found = found_by(beating->now->trace, beating->collection);
    add(beating, "The collection is over: ");
    if (found)
        words_count(&beating->text, found, "object");
    add(beating, found == 0   ? "nothing was unreachable."
                 : found == 1 ? " was unreachable."
                              : " were unreachable.");
    say(beating, WEIGHT_FOUND);
}

/* --- a beat --- */

bool caption_slow(Caption *caption, const Cursor *before, const Moment *moment)
{
    static const char *const names[PHASE_COUNT] = {
        [PHASE_START] = "start",       [PHASE_COPY] = "copy",
        [PHASE_SUBTRACT] = "subtract", [PHASE_SPLIT] = "split",
        [PHASE_PROMOTE] = "promote",   [PHASE_WEAKREFS] = "weak references",
        [PHASE_FINALIZE] = "finalize", [PHASE_CLEAR] = "clear",
    };
    const Cursor *now = moment->cursor;
    const Collection *collection = trace_collection_at(now->trace, now->change);
    bool has_ended = !collection;
    if (has_ended)
        collection = trace_collection_at(now->trace, moment->since);
    if (!collection || now->change <= moment->since || now->change > collection->last + 1)
        return false;
    Beating beating = {.caption = caption,
                       .before = before,
                       .now = now,
                       .collection = collection,
                       .last = trace_change(now->trace, now->change - 1)};
    CollectPhase phase = slow_phase(collection, now->change);
    if (has_ended)
        say_end(&beating);
    else
        say_phase(&beating, phase);
    caption->aside = slice_of(has_ended ? "over" : names[phase]);
    text_done(&beating.text);
    return true;
}
