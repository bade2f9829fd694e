#include "view/caption_change.h"

#include <string.h>

#include "model/containers.h"
#include "view/caption_weights.h"
#include "view/caption_words.h"
#include "view/typeset.h"

/* What the sentences about one Change share. */
typedef struct Teller {
    Caption *caption;
    const Cursor *before, *after;
    const Change *change;
    Text text;
} Teller;

static const Object *row(const Cursor *cursor, ObjectId id)
{
    return state_object(&cursor->state, id);
}

static void add(Teller *teller, const char *string)
{
    text_append_string(&teller->text, string);
}

static void say(Teller *teller, uint8_t weight)
{
    if (teller->text.length > 4 && memcmp(teller->text.bytes, "the ", 4) == 0)
        teller->text.bytes[0] = 'T';
    caption_say(teller->caption, weight, &teller->text);
}

/* Is there more to say than the type's name? */
static bool has_own_name(const Teller *teller, ObjectId id)
{
    Text value = {0};
    cursor_value(teller->after, id, 4, &value);
    int kind = row(teller->after, id)->kind;
    bool named = value.length || trace_number(teller->after->trace, id) ||
                 kind == KIND_FUNCTION || kind == KIND_TYPE || kind == KIND_MODULE;
    text_done(&value);
    return named;
}

static void add_object(Teller *teller, ObjectId id)
{
    int kind = id ? row(teller->after, id)->kind : KIND_FREE;
    if (!id) {
        add(teller, "NULL");
    } else if (kind == KIND_KEYS) {
        add(teller, "the table of shared keys");
    } else if (kind == KIND_HOLDER) {
        add(teller, id == HAND ? "C code" : "the interpreter");
    } else {
        bool named = has_own_name(teller, id);
        add(teller, named ? "" : "the ");
        if (named)
            words_object(&teller->text, teller->after, id);
        else
            words_type(&teller->text, teller->after, id);
    }
}

static void add_frame(Teller *teller, ObjectId frame)
{
    words_frame(&teller->text, teller->after, frame);
}

/* --- places that hold references --- */

/* "the local x of func", "the evaluation stack of the module" */
static void add_frame_slot(Teller *teller, ObjectId frame, uint32_t index)
{
    const Trace *trace = teller->after->trace;
    const Code *code = model_payload(trace->model, frame).code;
    Binding binding;
    bool is_local = code && code->flags & CODE_OPTIMIZED && index >= FRAME_SLOT_COUNT &&
                    index - FRAME_SLOT_COUNT < code->local_count;
    if (is_local && cursor_binding(teller->after, frame, index - FRAME_SLOT_COUNT, &binding))
        text_append_format(&teller->text, "the local %.*s", (int)binding.name.length,
                           binding.name.bytes);
    else if (index == FRAME_SLOT_BACK)
        add(teller, "f_back");
    else if (code && index < FRAME_SLOT_COUNT + code->local_count)
        add(teller, "the frame");
    else
        add(teller, "the evaluation stack");
    add(teller, " of ");
    add_frame(teller, frame);
}

static bool add_namespace_slot(Teller *teller, ObjectId dict, uint32_t index)
{
    if (dict != teller->after->trace->main_dict)
        return false;
    const Object *object = row(teller->after, dict);
    ObjectId key = (index | 1) < object->slot_count ? object->slots[index & ~1u] : 0;
    if (!key)
        key = row(teller->before, dict)->slot_count > index
                  ? row(teller->before, dict)->slots[index & ~1u]
                  : 0;
    add(teller, index & 1 ? "the name " : "the namespace, as the key ");
    if (key && row(teller->after, key)->kind == KIND_STR)
        text_append_slice(&teller->text, str_slice(teller->after->trace->model, key));
    add(teller, " of the module");
    return true;
}

static bool add_labelled_slot(Teller *teller, const Cursor *cursor, ObjectId holder,
                              uint32_t index)
{
    ReferenceWalk walk = {.cursor = cursor, .id = holder, .labels = true};
    Reference reference;
    while (reference_next(&walk, &reference)) {
        if (reference.slot != index)
            continue;
        add_object(teller, holder);
        add(teller, ", ");
        words_place(&teller->text, cursor, holder, &reference);
        return true;
    }
    return false;
}

static void add_slot(Teller *teller, ObjectId holder, uint32_t index)
{
    switch ((int)row(teller->after, holder)->kind) {
    case KIND_FRAME:
        add_frame_slot(teller, holder, index);
        return;
    case KIND_HOLDER:
        add_object(teller, holder);
        return;
    default: /* objects of the program */
        if (add_namespace_slot(teller, holder, index) ||
            add_labelled_slot(teller, teller->after, holder, index) ||
            add_labelled_slot(teller, teller->before, holder, index))
            return;
        add_object(teller, holder);
        return;
    }
}

/* --- counts --- */

static void say_count(Teller *teller, ObjectId id)
{
    if (!id || id >= teller->before->state.object_end)
        return;
    uint32_t before = state_refcount(&teller->before->state, id),
             after = state_refcount(&teller->after->state, id);
    if (row(teller->after, id)->flags & OBJECT_IMMORTAL) {
        add_object(teller, id);
        add(teller, " is immortal: its count does not move.");
        say(teller, WEIGHT_ALIVE);
        return;
    }
    if (before == after)
        return;
    add_object(teller, id);
    text_append_format(&teller->text, ": %u → %u reference%s.", before, after,
                       after == 1 ? "" : "s");
    say(teller, after < before ? WEIGHT_FALL : WEIGHT_RISE);
}

/* A reference moves from `from` to `to`; either may be 0. */
static void say_moved(Teller *teller, ObjectId holder, uint32_t index, ObjectId from,
                      ObjectId to)
{
    add_slot(teller, holder, index);
    if (from && to) {
        add(teller, ": ");
        add_object(teller, from);
        add(teller, " → ");
        add_object(teller, to);
    } else {
        add(teller, from ? " lets go of " : " now holds ");
        add_object(teller, to ? to : from);
    }
    add(teller, ".");
    say(teller, WEIGHT_BOUND);
    if (from != to) {
        say_count(teller, from);
        say_count(teller, to);
    }
}

/* --- kinds --- */

static void say_instruction(Teller *teller)
{
    const Change *change = teller->change;
    const Code *code = model_payload(teller->after->trace->model, change->target).code;
    if (code && change->after < code->instruction_count)
        text_append_format(&teller->text, "Instruction %s runs in ",
                           opcode_name((Opcode)code->instructions[change->after].op));
    add_frame(teller, change->target);
    add(teller, ".");
    say(teller, WEIGHT_CALL);
}

static void say_call(Teller *teller)
{
    add(teller, "Control goes into ");
    add_frame(teller, teller->change->target);
    add(teller, ".");
    say(teller, WEIGHT_CALL);
}

static void say_return(Teller *teller)
{
    static const char *const how[] = {"returns", "is left by an exception", "is suspended"};
    const Change *change = teller->change;
    size_t start = teller->text.length;
    add_frame(teller, change->target);
    if (teller->text.bytes[start] == 't')
        teller->text.bytes[start] = 'T';
    text_append_format(&teller->text, " %s", how[change->index < 3 ? change->index : 0]);
    if (change->after) {
        add(teller, "; control goes back to ");
        add_frame(teller, change->after);
    }
    add(teller, ".");
    say(teller, WEIGHT_CALL);
}

static void say_death(Teller *teller)
{
    add_object(teller, teller->change->target);
    add(teller, " has no reference left: its deallocation starts.");
    say(teller, WEIGHT_DEATH);
}

static void say_phase(Teller *teller)
{
    static const char *const phases[] = {
        [PHASE_IDLE] = "The collection is over.",
        [PHASE_START] = "A collection starts; younger generations are merged in.",
        [PHASE_COPY] = "The collector copies each count to gc_refs.",
        [PHASE_SUBTRACT] =
            "The collector subtracts the references that its objects hold on each "
            "other from gc_refs.",
        [PHASE_SPLIT] =
            "What has a gc_refs of 0 and is not reached from the rest is set apart.",
        [PHASE_WEAKREFS] = "Weak references to what is unreachable are cleared.",
        [PHASE_FINALIZE] = "Finalizers of what is unreachable run.",
        [PHASE_CLEAR] =
            "What is unreachable is cleared: its cycles break, and counts fall to 0.",
        [PHASE_PROMOTE] = "What is reachable survives and joins the next generation.",
    };
    uint32_t phase = teller->change->after;
    add(teller, phase <= PHASE_PROMOTE ? phases[phase] : phases[PHASE_IDLE]);
    say(teller, WEIGHT_COLLECTION);
}

static void say_output(Teller *teller)
{
    add(teller, "The program writes ");
    words_count(&teller->text, teller->change->after - teller->change->before, "byte");
    add(teller, teller->change->index == 2 ? " to its stderr." : " to its output.");
    say(teller, WEIGHT_OUTPUT);
}

static void say_create(Teller *teller)
{
    bool hidden = teller->change->field == KIND_KEYS;
    add(teller, hidden ? "A table of shared keys" : "A new ");
    if (!hidden)
        words_type(&teller->text, teller->after, teller->change->target);
    add(teller, " is made");
    if (teller->change->after) {
        add(teller, ": ");
        words_count(&teller->text, teller->change->after, "byte");
    }
    add(teller, ". C code holds it for the moment.");
    say(teller, WEIGHT_MADE);
}

static void say_destroy(Teller *teller)
{
    add_object(teller, teller->change->target);
    add(teller, " is gone.");
    say(teller, WEIGHT_DEATH);
}

static unsigned long long address_of(const Teller *teller, ObjectId id)
{
    return state_address(&teller->after->state, teller->after->trace->model->profile, id);
}

static void say_field(Teller *teller)
{
    const Change *change = teller->change;
    uint32_t before = change->before, after = change->after;
    switch ((Field)change->field) {
    case FIELD_GC_REFS:
        text_append_string(&teller->text, "gc_refs of ");
        add_object(teller, change->target);
        text_append_format(&teller->text, ": %u → %u.", before & GC_REFS_MASK,
                           after & GC_REFS_MASK);
        break;
    case FIELD_BLOCK:
        add_object(teller, change->target);
        if (after)
            text_append_format(&teller->text, " gets its memory: its id() is 0x%llx.",
                               address_of(teller, change->target));
        else
            add(teller, " gives up its memory.");
        break;
    case FIELD_BODY:
        add_object(teller, change->target);
        add(teller, after ? " gets a second block of memory."
                          : " gives up its second block of memory.");
        break;
    case FIELD_SIZE:
    case FIELD_BODY_SIZE:
        add_object(teller, change->target);
        add(teller, change->field == FIELD_SIZE ? ": its memory, " : ": its second block, ");
        text_append_format(&teller->text, "%u → %u bytes.", before, after);
        break;
    case FIELD_FLAGS:
    case FIELD_TYPE:
    case FIELD_DICT:
    case FIELD_A:
    case FIELD_B:
    case FIELD_C:
        add_object(teller, change->target);
        add(teller, ": its inner state changes.");
        break;
    }
    say(teller, WEIGHT_SIZE);
}

static void say_reference(Teller *teller)
{
    const Change *change = teller->change;
    add(teller, change->field == FIELD_TYPE ? "The class of " : "The attribute dictionary of ");
    add_object(teller, change->target);
    add(teller, ": ");
    add_object(teller, change->before);
    add(teller, " → ");
    add_object(teller, change->after);
    add(teller, ".");
    say(teller, WEIGHT_SLOT);
    say_count(teller, change->before);
    say_count(teller, change->after);
}

static void say_take(Teller *teller)
{
    const Change *change = teller->change;
    words_count(&teller->text, change->index, "reference");
    add(teller, change->index == 1 ? " moves from " : " move from ");
    add_slot(teller, change->before, UINT32_MAX);
    add(teller, " to ");
    add_slot(teller, change->target, UINT32_MAX);
    add(teller, ": no count moves.");
    say(teller, WEIGHT_SLOT);
}

static void say_splice(Teller *teller)
{
    const uint32_t *span =
        teller->after->trace->model->journal.spans.items + teller->change->before;
    add_object(teller, teller->change->target);
    add(teller, ": ");
    words_count(&teller->text, span[0], "reference");
    text_append_format(&teller->text, " %s out, %u in.", span[0] == 1 ? "goes" : "go", span[1]);
    say(teller, WEIGHT_SLOT);
    for (uint32_t i = 0; i < span[0] + span[1] && i < 3; i++)
        say_count(teller, span[2 + i]);
}

static void add_list_name(Teller *teller, uint32_t list)
{
    static const char *const names[GC_LIST_COUNT] = {
        [GC_UNTRACKED] = "untracked",
        [GC_GENERATION0] = "generation 0",
        [GC_GENERATION1] = "generation 1",
        [GC_GENERATION2] = "generation 2",
        [GC_PERMANENT] = "the permanent generation",
        [GC_UNREACHABLE] = "the tentatively unreachable",
        [GC_FINALIZERS] = "those with finalizers",
        [GC_CALLBACKS] = "those with callbacks to run",
    };
    add(teller, list < GC_LIST_COUNT ? names[list] : "?");
}

static void say_link(Teller *teller)
{
    const Change *change = teller->change;
    add_object(teller, change->target);
    if (change->after == GC_UNTRACKED) {
        add(teller, " is no longer tracked by the collector.");
    } else if (change->before == GC_UNTRACKED) {
        add(teller, " is tracked by the collector from now on: ");
        add_list_name(teller, change->after);
        add(teller, ".");
    } else {
        add(teller, " moves from ");
        add_list_name(teller, change->before);
        add(teller, " to ");
        add_list_name(teller, change->after);
        add(teller, ".");
    }
    say(teller, WEIGHT_SURVIVORS);
}

static void say_merge(Teller *teller)
{
    add(teller, "All of ");
    add_list_name(teller, teller->change->before);
    add(teller, " moves to ");
    add_list_name(teller, teller->change->after);
    add(teller, ".");
    say(teller, WEIGHT_SURVIVORS);
}

static void say_register(Teller *teller)
{
    static const char *const names[REGISTER_COUNT] = {
        [REGISTER_GC_COUNT0] = "The collector's count of generation 0",
        [REGISTER_GC_COUNT1] = "The collector's count of generation 1",
        [REGISTER_GC_COUNT2] = "The collector's count of generation 2",
        [REGISTER_GC_THRESHOLD0] = "The threshold of generation 0",
        [REGISTER_GC_THRESHOLD1] = "The threshold of generation 1",
        [REGISTER_GC_THRESHOLD2] = "The threshold of generation 2",
    };
    const Change *change = teller->change;
    const char *name = change->index < REGISTER_COUNT ? names[change->index] : NULL;
    if (name)
        text_append_format(&teller->text, "%s: %u → %u.", name, change->before, change->after);
    else
        add(teller, "The interpreter's own books: one figure changes.");
    say(teller, WEIGHT_SIZE);
}

static void say_memory(Teller *teller)
{
    static const char *const tables[MEMORY_TABLE_COUNT] = {
        [MEMORY_POOLS] = "a pool's counters",
        [MEMORY_ARENAS] = "an arena's counters",
        [MEMORY_BLOCKS] = "a link between free blocks",
        [MEMORY_USED_POOLS] = "the list of pools in use",
        [MEMORY_FREE_LISTS] = "a free list",
        [MEMORY_LARGE] = "the large blocks",
        [MEMORY_HEADS] = "the heap's own counters",
    };
    add(teller, "The books of the private heap change: ");
    add(teller,
        teller->change->field < MEMORY_TABLE_COUNT ? tables[teller->change->field] : "?");
    add(teller, ".");
    say(teller, WEIGHT_SIZE);
}

static void say_raise(Teller *teller)
{
    words_type(&teller->text, teller->after, teller->change->target);
    add(teller, " is raised.");
    say(teller, WEIGHT_RAISED);
}

static void say_simple(Teller *teller, const char *sentence)
{
    add(teller, sentence);
    say(teller, WEIGHT_SIZE);
}

static void say_change(Teller *teller)
{
    const Change *change = teller->change;
    uint32_t last;
    switch ((ChangeKind)change->kind) {
    case CHANGE_INSTRUCTION:
        say_instruction(teller);
        return;
    case CHANGE_CALL:
        say_call(teller);
        return;
    case CHANGE_RETURN:
        say_return(teller);
        return;
    case CHANGE_DEATH:
        say_death(teller);
        return;
    case CHANGE_PHASE:
        say_phase(teller);
        return;
    case CHANGE_OUTPUT:
        say_output(teller);
        return;
    case CHANGE_RAISE:
        say_raise(teller);
        return;
    case CHANGE_CREATE:
        say_create(teller);
        return;
    case CHANGE_DESTROY:
        say_destroy(teller);
        return;
    case CHANGE_FIELD:
        say_field(teller);
        return;
    case CHANGE_REFERENCE:
        say_reference(teller);
        return;
    case CHANGE_SLOT:
    case CHANGE_STORE:
        say_moved(teller, change->target, change->index, change->before, change->after);
        return;
    case CHANGE_PUSH:
        last = row(teller->after, change->target)->slot_count - 1;
        say_moved(teller, change->target, last, 0, change->after);
        return;
    case CHANGE_POP:
        last = row(teller->before, change->target)->slot_count - 1;
        say_moved(teller, change->target, last, change->before, 0);
        return;
    case CHANGE_TAKE:
        say_take(teller);
        return;
    case CHANGE_SPLICE:
        say_splice(teller);
        return;
    case CHANGE_PERMUTE:
        add_object(teller, change->target);
        say_simple(teller, " has its items in a new order: no count moves.");
        return;
    case CHANGE_LINK:
        say_link(teller);
        return;
    case CHANGE_MERGE:
        say_merge(teller);
        return;
    case CHANGE_MEMORY:
        say_memory(teller);
        return;
    case CHANGE_REGISTER:
        say_register(teller);
        return;
    case CHANGE_KIND_COUNT:
        return;
    }
}

void caption_change(Caption *caption, const Cursor *before, const Cursor *after)
{
    Teller teller = {.caption = caption,
                     .before = before,
                     .after = after,
                     .change = trace_change(after->trace, before->change)};
    say_change(&teller);
    text_done(&teller.text);
}
