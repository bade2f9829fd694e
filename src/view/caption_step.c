#include "view/caption_step.h"

#include <string.h>

#include "model/model.h"
#include "view/caption_collections.h"
#include "view/caption_flow.h"
#include "view/caption_holder.h"
#include "view/caption_names.h"
#include "view/caption_slots.h"
#include "view/caption_weights.h"
#include "view/caption_words.h"
#include "view/typeset.h"

/* --- the flow of control --- */

static void say_string(Caption *caption, uint8_t weight, const char *string)
{
    Text sentence = {0};
    text_append_string(&sentence, string);
    caption_say(caption, weight, &sentence);
    text_done(&sentence);
}

static void say_parameters(const Facts *facts, Text *text)
{
    const char *lead = ": its parameters are ";
    uint32_t count = 0, index = 0;
    for (uint32_t i = 0; i < facts_kept(facts->name_count); i++)
        count += facts->names[i].frame == facts->entered && facts->names[i].is_parameter;
    if (count == 1)
        lead = ": its parameter is ";
    text_append_string(text, count ? lead : "");
    for (uint32_t i = 0; i < facts_kept(facts->name_count); i++) {
        const NameFact *fact = &facts->names[i];
        if (fact->frame != facts->entered || !fact->is_parameter)
            continue;
        words_join(text, index++, count);
        text_append_slice(text, fact->name);
    }
}

/* A module beside the program; false for the program's own. */
static bool append_module_file(Text *text, const Trace *trace, const Code *code)
{
    const Source *source = trace_source(trace, code);
    if (!source || source == trace->source)
        return false;
    text_append_slice(text, trace_file(source));
    return true;
}

static void say_entered(Caption *caption, const Facts *facts, Text *text)
{
    const Code *code = cursor_code(facts->after, facts->entered);
    if (!facts->entered || !code)
        return;
    if (words_is_module(code)) {
        if (!append_module_file(text, facts->after->trace, code))
            return;
        text_append_string(text, " begins to run.");
    } else if (facts_alive(facts->before, facts->entered)) {
        text_append_slice(text, code->name);
        text_append_string(text, " goes on where it was suspended.");
    } else if (!(code->flags & CODE_OPTIMIZED)) {
        words_frame(text, facts->after, facts->entered);
        text->bytes[0] = 'T';
        text_append_string(text, " begins.");
    } else {
        text_append_format(text, "The call of %.*s begins", (int)code->name.length,
                           code->name.bytes);
        say_parameters(facts, text);
        text_append_char(text, '.');
    }
    caption_say(caption, WEIGHT_CALL, text);
}

static void append_own_names(Text *text, const Cursor *before, ObjectId frame)
{
    enum { SHOWN = 4 };
    Binding binding;
    uint32_t count = 0, index = 0;
    for (uint32_t i = 0; cursor_binding(before, frame, i, &binding); i++)
        count += binding.value != 0;
    if (!count)
        return;
    text_append_string(text, count == 1 ? "; its name " : "; its names ");
    uint32_t parts = count > SHOWN ? SHOWN + 1 : count;
    for (uint32_t i = 0; index < SHOWN && cursor_binding(before, frame, i, &binding); i++) {
        if (!binding.value)
            continue;
        words_join(text, index++, parts);
        text_append_slice(text, binding.name);
    }
    if (count > SHOWN)
        text_append_format(text, " and %u more", count - SHOWN);
    text_append_string(text, count == 1 ? " is gone" : " are gone");
}

static void say_returned(Caption *caption, const Facts *facts, const ReturnFact *fact,
                         Text *text)
{
    const Code *code = model_payload(facts->after->trace->model, fact->frame).code;
    if (!code || !facts_alive(facts->before, fact->frame))
        return;
    bool is_module = words_is_module(code), is_class = !(code->flags & CODE_OPTIMIZED);
    if (is_module && !append_module_file(text, facts->after->trace, code))
        return;
    if (is_class && !is_module)
        text_append_string(text, "The body of class ");
    if (!is_module)
        text_append_slice(text, code->name);
    if (fact->how == 2)
        text_append_string(text, " yields a value and is suspended");
    else if (fact->how == 1)
        text_append_string(text, " is left by the exception");
    else
        text_append_string(text, is_class ? " is over" : " has returned");
    if (fact->how != 2 && !is_class && !facts_alive(facts->after, fact->frame))
        append_own_names(text, facts->before, fact->frame);
    text_append_char(text, '.');
    caption_say(caption, WEIGHT_CALL, text);
}

static void say_test(Caption *caption, const Facts *facts, const Step *step)
{
    const Trace *trace = facts->after->trace;
    bool same_frame = step->event == STEP_LINE && step->next_code == step->code &&
                      facts->after->state.registers[REGISTER_FRAME] == step->frame;
    if (!same_frame)
        return;
    switch (flow_test(trace_source(trace, step->code), step->line, step->end_line,
                      step->next_line)) {
    case FLOW_NONE:
        return;
    case FLOW_IF_TRUE:
        say_string(caption, WEIGHT_TEST, "The condition is true: its block runs.");
        return;
    case FLOW_IF_FALSE:
        say_string(caption, WEIGHT_TEST, "The condition is false: its block is skipped.");
        return;
    case FLOW_WHILE_TRUE:
        say_string(caption, WEIGHT_TEST, "The condition is true: the loop body runs.");
        return;
    case FLOW_WHILE_FALSE:
        say_string(caption, WEIGHT_TEST, "The condition is false: the loop is over.");
        return;
    case FLOW_FOR_NEXT:
        say_string(caption, WEIGHT_LOOP, "The loop body runs for the next item.");
        return;
    case FLOW_FOR_OVER:
        say_string(caption, WEIGHT_LOOP, "There is no further item: the loop is over.");
        return;
    }
}

static void say_raised(Caption *caption, const Facts *facts, Text *text)
{
    if (!facts->raised)
        return;
    words_type(text, facts->after, facts->raised);
    text_append_string(text, " is raised.");
    caption_say(caption, WEIGHT_RAISED, text);
}

/* The value that a frame hands back: the instruction's last Change gives it to C code. 0:
 * cannot be told. */
static ObjectId value_returned(const Cursor *cursor, ObjectId frame)
{
    const Change *last =
        cursor->change ? trace_change(cursor->trace, cursor->change - 1) : NULL;
    const Object *hand = state_object(&cursor->state, HAND);
    ObjectId constant = cursor_returned_constant(cursor, frame);
    if (constant)
        return constant;
    if (!last || last->kind != CHANGE_TAKE || last->target != HAND || last->before != frame ||
        last->index != 1 || !hand->slot_count)
        return 0;
    return hand->slots[hand->slot_count - 1];
}

/* Comes after what the statement did: it may be one behind which the body just ends. */
static void say_returning(Caption *caption, const Facts *facts, const Step *step, bool whole,
                          Text *text)
{
    if (!whole || step->event != STEP_RETURN || !step->code)
        return;
    ObjectId value = value_returned(facts->after, step->frame);
    text_append_slice(text, step->code->name);
    text_append_string(text, " is about to return ");
    if (value)
        words_object(text, facts->after, value);
    else
        text_append_string(text, "to its caller");
    text_append_char(text, '.');
    caption_say(caption, WEIGHT_CALL, text);
}

static void say_flow(Caption *caption, const Facts *facts, const Step *step, bool whole,
                     Text *text)
{
    say_raised(caption, facts, text);
    for (uint32_t i = 0; i < facts_kept(facts->return_count) && i < 2; i++)
        say_returned(caption, facts, &facts->returns[i], text);
    say_entered(caption, facts, text);
    if (whole)
        say_test(caption, facts, step);
}

/* --- counts --- */

static bool is_in(const ObjectId *ids, uint32_t count, ObjectId id)
{
    for (uint32_t i = 0; i < count; i++)
        if (ids[i] == id)
            return true;
    return false;
}

/* Functions and classes are held by what runs them: their counts interest last. */
static uint32_t rank(const Facts *facts, const CountFact *fact)
{
    int kind = state_object(&facts->after->state, fact->id)->kind;
    bool is_background = kind == KIND_FUNCTION || kind == KIND_TYPE || kind == KIND_MODULE;
    return (is_background ? 2u : 0) + (fact->after >= fact->before);
}

static void say_count(Caption *caption, const Facts *facts, const CountFact *fact, Text *text)
{
    words_object(text, facts->after, fact->id);
    if (fact->before)
        text_append_format(text, ": %u → %u reference%s.", fact->before, fact->after,
                           fact->after == 1 ? "" : "s");
    else
        text_append_format(text, ": %u reference%s.", fact->after, fact->after == 1 ? "" : "s");
    uint32_t weight = fact->after < fact->before ? WEIGHT_FALL
                      : fact->before             ? WEIGHT_RISE
                                                 : WEIGHT_FIRST;
    caption_say(caption, (uint8_t)(rank(facts, fact) < 2 ? weight : WEIGHT_BACKGROUND), text);
}

/* Falling counts first: they are what decides over life. */
static void say_counts(Caption *caption, const Facts *facts, Text *text)
{
    enum { SHOWN = 3, RANKS = 4 };
    uint32_t shown = 0;
    for (uint32_t wanted = 0; wanted < RANKS; wanted++) {
        for (uint32_t i = 0; i < facts_kept(facts->count_count) && shown < SHOWN; i++) {
            if (rank(facts, &facts->counts[i]) != wanted)
                continue;
            say_count(caption, facts, &facts->counts[i], text);
            shown++;
        }
    }
    if (facts->count_count > shown) {
        words_count(text, facts->count_count - shown, "more count");
        text_append_string(text,
                           facts->count_count - shown == 1 ? " moves, too." : " move, too.");
        caption_say(caption, WEIGHT_REST, text);
    }
}

static void say_sizes(Caption *caption, const Facts *facts, Text *text)
{
    if (!facts->size_count)
        return;
    const SizeFact *fact = &facts->sizes[0];
    words_object(text, facts->after, fact->id);
    text_append_string(text, fact->after > fact->before ? " asks for more memory: "
                                                        : " gives memory back: ");
    typeset_figure(text, fact->before);
    text_append_string(text, " → ");
    typeset_figure(text, fact->after);
    text_append_string(text, " bytes.");
    caption_say(caption, WEIGHT_SIZE, text);
}

/* A str in place: s += t where nothing else refers to it. */
static void say_grown(Caption *caption, const Facts *facts, Text *text)
{
    if (!facts->grown || !facts_alive(facts->before, facts->grown))
        return;
    words_object(text, facts->after, facts->grown);
    text_append_string(text, " has grown where it is: the name was its only reference, so that "
                             "it is still the same object.");
    caption_say(caption, WEIGHT_SLOT, text);
}

/* --- deaths and garbage --- */

typedef struct Dead {
    ObjectId roots[FACT_LIMIT], others[FACT_LIMIT];
    uint32_t root_count, other_count;
    uint32_t kept; /* of the roots: those whose memory went to a free list */
} Dead;

static Dead sort_dead(const Facts *facts)
{
    Dead dead = {0};
    for (uint32_t i = 0; i < facts_kept(facts->death_count); i++) {
        const DeathFact *death = &facts->deaths[i];
        bool follows = death->through && (is_in(dead.roots, dead.root_count, death->through) ||
                                          is_in(dead.others, dead.other_count, death->through));
        if (death->collected)
            continue;
        if (follows) {
            dead.others[dead.other_count++] = death->id;
        } else {
            dead.roots[dead.root_count++] = death->id;
            dead.kept += death->kept;
        }
    }
    return dead;
}

/* What became of the one dead object's memory. Of an object with a second block only the first
 * is kept. */
static void append_memory(Text *text, const Facts *facts, const Dead *dead)
{
    ObjectId id = dead->roots[0];
    if (!dead->kept) {
        text_append_string(text, ", and its memory is free again");
        return;
    }
    bool has_body =
        facts_alive(facts->before, id) && state_object(&facts->before->state, id)->body;
    text_append_string(text, has_body ? ", and its header is kept for the next "
                                      : ", and its memory is kept for the next ");
    words_type(text, facts->after, id);
}

static void say_roots(Caption *caption, const Facts *facts, const Dead *dead, Text *text)
{
    if (!dead->root_count)
        return;
    bool one = dead->root_count == 1;
    words_objects(text, facts->after, dead->roots, dead->root_count, dead->root_count, 3);
    text_append_string(text, one ? " has no reference left: it dies"
                                 : " have no reference left: they die");
    if (one)
        append_memory(text, facts, dead);
    else if (!dead->kept)
        text_append_string(text, ", and their memory is free again");
    text_append_char(text, '.');
    caption_say(caption, WEIGHT_DEATH, text);
}

static void say_deaths(Caption *caption, const Facts *facts, Text *text)
{
    Dead dead = sort_dead(facts);
    say_roots(caption, facts, &dead, text);
    if (!dead.other_count)
        return;
    text_append_string(text, dead.root_count == 1 ? "With it " : "With them ");
    text_append_string(text, dead.other_count == 1 ? "dies " : "die ");
    words_objects(text, facts->after, dead.others, dead.other_count, dead.other_count, 3);
    text_append_string(text, ", which nothing else held.");
    caption_say(caption, WEIGHT_CASCADE, text);
}

static void say_garbage(Caption *caption, const Facts *facts, Text *text)
{
    uint32_t count = facts->garbage_count;
    if (!count)
        return;
    text_append_string(text, "Nothing refers to ");
    words_objects(text, facts->after, facts->garbage, facts_kept(count), count, 3);
    text_append_string(
        text, count == 1 ? " from outside any more, but in its cycle its count is not 0: "
                           "it is garbage until the collector comes."
                         : " from outside any more, but a cycle keeps their counts above "
                           "0: they are garbage until the collector comes.");
    caption_say(caption, WEIGHT_GARBAGE, text);
}

static bool falls_and_lives(const Facts *facts, const CountFact *fact)
{
    return rank(facts, fact) == 0 &&
           !is_in(facts->garbage, facts_kept(facts->garbage_count), fact->id);
}

/* The first whose count fell and that lives on in reach of the program. */
static void say_why_alive(Caption *caption, const Facts *facts, Text *text)
{
    const CountFact *first = NULL;
    for (uint32_t i = 0; i < facts_kept(facts->count_count) && !first; i++)
        if (falls_and_lives(facts, &facts->counts[i]))
            first = &facts->counts[i];
    if (!first)
        return;
    if (facts->count_count == 1) /* whose count has just been told */
        text_append_string(text, "It");
    else
        words_object(text, facts->after, first->id);
    text_append_string(text, " lives: ");
    if (holder_explain(facts->after, first->id, text)) {
        text_append_char(text, '.');
        caption_say(caption, WEIGHT_ALIVE, text);
    }
    text_clear(text);
}

/* --- output --- */

static void say_output(Caption *caption, const Facts *facts, Text *text)
{
    enum { SHOWN = 40 };
    if (facts->output_after <= facts->output_before)
        return;
    const Text *output = &facts->after->trace->model->output;
    Slice bytes = {output->bytes + facts->output_before,
                   facts->output_after - facts->output_before};
    uint32_t lines = 0;
    for (size_t i = 0; i < bytes.length; i++)
        lines += bytes.bytes[i] == '\n';
    while (bytes.length && bytes.bytes[bytes.length - 1] == '\n')
        bytes.length--;
    if (lines > 1 || bytes.length > SHOWN) {
        text_append_string(text, "It writes ");
        words_count(text, lines ? lines : 1, "line");
        text_append_string(text, " of output.");
    } else if (bytes.length) {
        text_append_string(text, "It prints ");
        text_append_slice(text, typeset_clean(&caption->region, bytes));
    } else {
        text_append_string(text, "It prints an empty line.");
    }
    caption_say(caption, WEIGHT_OUTPUT, text);
}

static void say_ends(Caption *caption, const Step *step, bool whole)
{
    if (whole && step->event == STEP_END)
        say_string(caption, WEIGHT_ENDS, "The program is over.");
    if (!caption->count)
        say_string(caption, WEIGHT_NOTHING, "No name, item or count is different afterwards.");
}

void caption_step(Caption *caption, const Facts *facts, const Step *step, bool whole)
{
    Text text = {0};
    if (step == facts->after->trace->steps) {
        say_string(caption, WEIGHT_NOTHING, "The program is about to run its first line.");
        return;
    }
    say_flow(caption, facts, step, whole, &text);
    names_say(caption, facts, &text);
    slots_say(caption, facts, &text);
    say_returning(caption, facts, step, whole, &text);
    say_grown(caption, facts, &text);
    say_sizes(caption, facts, &text);
    collections_say(caption, facts, &text);
    say_counts(caption, facts, &text);
    say_deaths(caption, facts, &text);
    say_garbage(caption, facts, &text);
    say_why_alive(caption, facts, &text);
    say_output(caption, facts, &text);
    say_ends(caption, step, whole);
    text_done(&text);
}
