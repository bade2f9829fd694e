#include "view/caption_holder.h"

#include "model/model.h"
#include "view/caption_facts.h"
#include "view/caption_words.h"

enum { FRAME_LIMIT = 64, REFERENCE_LIMIT = 256 };

bool holder_name(const Cursor *cursor, const Cursor *also, ObjectId id, ObjectId frame,
                 Slice except, Binding *ret_binding, ObjectId *ret_frame)
{
    ObjectId frames[FRAME_LIMIT];
    for (uint32_t i = cursor_frames(cursor, frames, FRAME_LIMIT); i-- > 0;) {
        Binding binding;
        ObjectId other = facts_frame_at(also, frames[i]);
        for (uint32_t k = 0; other && cursor_binding(cursor, frames[i], k, &binding); k++) {
            if (binding.value != id || (other == frame && slice_equal(binding.name, except)))
                continue;
            *ret_binding = binding;
            *ret_frame = other;
            return true;
        }
    }
    return false;
}

static bool explain_name(const Cursor *cursor, ObjectId id, Text *text)
{
    Binding binding;
    ObjectId frame;
    if (!holder_name(cursor, cursor, id, 0, (Slice){0}, &binding, &frame))
        return false;
    text_append_format(text, "the name %.*s", (int)binding.name.length, binding.name.bytes);
    if (frame != cursor->state.registers[REGISTER_FRAME]) {
        text_append_string(text, " of ");
        words_frame(text, cursor, frame);
    }
    text_append_string(text, " still refers to it");
    return true;
}

static bool has_slot(const Object *object, ObjectId id)
{
    for (uint32_t i = 0; i < object->slot_count; i++)
        if (object->slots[i] == id)
            return true;
    return false;
}

/* Does the object, or its attribute dictionary, hold `id`? */
static bool holds(const Cursor *cursor, ObjectId holder, ObjectId id)
{
    const Object *object = state_object(&cursor->state, holder);
    return has_slot(object, id) ||
           (object->dict && has_slot(state_object(&cursor->state, object->dict), id));
}

/* The first of the holder's references that leads to `id`; of a huge container only the first
 * are looked through. */
static bool find_reference(const Cursor *cursor, ObjectId holder, ObjectId id,
                           Reference *ret_reference)
{
    ReferenceWalk walk = {.cursor = cursor, .id = holder, .labels = true};
    while (walk.given < REFERENCE_LIMIT && reference_next(&walk, ret_reference))
        if (ret_reference->target == id || ret_reference->key == id)
            return true;
    return false;
}

static void append_how(const Cursor *cursor, ObjectId holder, ObjectId id, Text *text)
{
    Reference reference;
    words_object(text, cursor, holder);
    text_append_string(text, " still holds it");
    if (!find_reference(cursor, holder, id, &reference))
        return;
    if (reference.target != id) {
        text_append_string(text, " as a key");
        return;
    }
    text_append_string(text, " through ");
    words_place(text, cursor, holder, &reference);
}

static bool explain_container(const Cursor *cursor, ObjectId id, Text *text)
{
    for (ObjectId holder = 1; holder < cursor->state.object_end; holder++) {
        if (!trace_number(cursor->trace, holder) || !state_alive(&cursor->state, holder) ||
            holder == id || state_object(&cursor->state, holder)->kind == KIND_FRAME ||
            !holds(cursor, holder, id))
            continue;
        append_how(cursor, holder, id, text);
        return true;
    }
    return false;
}

static bool has_constant(const Cursor *cursor, const Object *object, const Code *code,
                         ObjectId id)
{
    if (!object->slot_count)
        return false;
    if (code->consts_tuple && object->slots[0] == id)
        return true;
    const Object *consts =
        code->consts_tuple ? state_object(&cursor->state, object->slots[0]) : object;
    for (uint32_t i = 0; i < code->const_count && i < consts->slot_count; i++)
        if (consts->slots[i] == id)
            return true;
    return false;
}

bool holder_is_constant(const Cursor *cursor, ObjectId id)
{
    for (ObjectId holder = 1; holder < cursor->state.object_end; holder++) {
        const Object *object = state_object(&cursor->state, holder);
        if (object->kind != KIND_CODE)
            continue;
        const Code *code = model_payload(cursor->trace->model, holder).code;
        if (code && has_constant(cursor, object, code, id))
            return true;
    }
    return false;
}

static bool explain_constant(const Cursor *cursor, ObjectId id, Text *text)
{
    if (!holder_is_constant(cursor, id))
        return false;
    text_append_string(text, "the program's code keeps it as a constant");
    return true;
}

bool holder_explain(const Cursor *cursor, ObjectId id, Text *text)
{
    return explain_name(cursor, id, text) || explain_container(cursor, id, text) ||
           explain_constant(cursor, id, text);
}
