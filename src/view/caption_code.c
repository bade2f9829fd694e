#include "view/caption_code.h"

#include "lang/dump.h"
#include "view/caption_weights.h"
#include "view/caption_words.h"
#include "view/stack_depth.h"

/* "LOAD_NAME person" */
static void add_instruction(Text *text, const Trace *trace, const Code *code, uint32_t index)
{
    const Program *program = trace_program(trace, code);
    const Instruction *instruction = &code->instructions[index];
    text_append_string(text, opcode_name((Opcode)instruction->op));
    if (!program || !code_has_argument(instruction))
        return;
    text_append_char(text, ' ');
    code_dump_argument(program, code, instruction, text);
}

static void say_taken(Caption *caption, uint32_t taken, Text *text)
{
    text_append_string(text, "It takes ");
    words_count(text, taken, "entry");
    if (taken > 1) { /* entrys */
        text->length -= 2;
        text_append_string(text, "ies");
    }
    text_append_string(text, " from the evaluation stack.");
    caption_say(caption, WEIGHT_SLOT, text);
}

static void say_left(Caption *caption, const Cursor *now, ObjectId frame, uint32_t left,
                     Text *text)
{
    const Object *object = state_object(&now->state, frame);
    text_append_string(text, "On top of the stack is now ");
    ObjectId top = object->slots[object->slot_count - 1];
    if (top)
        words_object(text, now, top);
    else
        text_append_string(text, "NULL: an empty entry, as calls use it");
    if (left > 1)
        text_append_format(text, " (and %u more are new)", left - 1);
    text_append_char(text, '.');
    caption_say(caption, WEIGHT_FALL, text);
}

static void say_counts(Caption *caption, const Cursor *before, const Cursor *now, ObjectId id,
                       Text *text)
{
    if (!id || !state_alive(&before->state, id) || !state_alive(&now->state, id) ||
        state_object(&now->state, id)->flags & OBJECT_IMMORTAL)
        return;
    uint32_t was = state_refcount(&before->state, id), is = state_refcount(&now->state, id);
    if (was == is)
        return;
    words_object(text, now, id);
    text_append_format(text, ": %u → %u reference%s.", was, is, is == 1 ? "" : "s");
    caption_say(caption, is < was ? WEIGHT_FALL : WEIGHT_RISE, text);
}

static void say_stack(Caption *caption, const Cursor *before, const Cursor *now, ObjectId frame,
                      Text *text)
{
    uint32_t untouched = stack_untouched(now, frame, before->change);
    uint32_t depth = stack_depth(now, frame), was = stack_depth(before, frame);
    const ObjectId *old = state_object(&before->state, frame)->slots;
    ObjectId top = was ? old[stack_base(before, frame) + was - 1] : 0;
    if (was > untouched)
        say_taken(caption, was - untouched, text);
    if (depth > untouched)
        say_left(caption, now, frame, depth - untouched, text);
    if (was > untouched)
        say_counts(caption, before, now, top, text);
    if (depth > untouched)
        say_counts(caption, before, now,
                   state_object(&now->state, frame)->slots[stack_base(now, frame) + depth - 1],
                   text);
    if (was == untouched && depth == untouched) {
        text_append_string(text, "The evaluation stack stays as it is.");
        caption_say(caption, WEIGHT_NOTHING, text);
    }
}

bool caption_code(Caption *caption, const Cursor *before, const Moment *moment)
{
    const Cursor *now = moment->cursor;
    const Trace *trace = now->trace;
    if (now->change <= moment->since)
        return false;
    const Change *first = trace_change(trace, moment->since);
    const Code *code =
        first->kind == CHANGE_INSTRUCTION ? cursor_code(now, first->target) : NULL;
    if (!code || first->after >= code->instruction_count)
        return false;
    Text text = {0};
    text_append_format(&text, "Instruction %u of ", first->after);
    words_frame(&text, now, first->target);
    text_append_string(&text, ": ");
    add_instruction(&text, trace, code, first->after);
    text_append_char(&text, '.');
    caption_say(caption, WEIGHT_CALL, &text);
    if (state_alive(&now->state, first->target) && state_alive(&before->state, first->target))
        say_stack(caption, before, now, first->target, &text);
    text_done(&text);
    return true;
}
