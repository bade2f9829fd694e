#include "view/caption_names.h"

#include "view/caption_holder.h"
#include "view/caption_weights.h"
#include "view/caption_words.h"
#include "view/typeset.h"

enum { SENTENCES = 4, NAMES_SHOWN = 4 };

static const Object *row(const Cursor *cursor, ObjectId id)
{
    return state_object(&cursor->state, id);
}

static bool is_new(const Facts *facts, ObjectId id)
{
    return !facts_alive(facts->before, id);
}

/* Parameters of a frame that is being entered are told with the call. */
static bool is_told(const Facts *facts, const NameFact *fact)
{
    return fact->frame == facts->entered && fact->is_parameter;
}

/* --- which names --- */

/* Does a fact belong to the same sentence as `first`? */
static bool goes_with(const NameFact *first, const NameFact *fact)
{
    return fact->frame == first->frame && fact->after == first->after &&
           (first->after == 0 || fact->before == first->before);
}

/* "x and y" and in which frame, unless it is the running one. */
static uint32_t append_names(Text *text, const Facts *facts, uint32_t first)
{
    const NameFact *head = &facts->names[first];
    uint32_t kept = facts_kept(facts->name_count), count = 0, index = 0;
    for (uint32_t i = first; i < kept; i++)
        count += goes_with(head, &facts->names[i]);
    uint32_t parts = count > NAMES_SHOWN ? NAMES_SHOWN : count;
    for (uint32_t i = first; i < kept && index < parts; i++) {
        if (!goes_with(head, &facts->names[i]))
            continue;
        words_join(text, index++, count > parts ? parts + 1 : parts);
        text_append_slice(text, facts->names[i].name);
    }
    if (count > parts)
        text_append_format(text, " and %u more", count - parts);
    if (head->frame != facts->after->state.registers[REGISTER_FRAME] && head->after) {
        text_append_string(text, " of ");
        words_frame(text, facts->after, head->frame);
    }
    return count;
}

static bool is_first_of_its_kind(const Facts *facts, uint32_t index)
{
    for (uint32_t i = 0; i < index; i++)
        if (goes_with(&facts->names[i], &facts->names[index]))
            return false;
    return true;
}

/* --- what they are bound to --- */

/* Values of which CPython keeps one for everybody. */
static bool is_cached(const Object *object)
{
    bool value = object->kind == KIND_INT || object->kind == KIND_STR ||
                 object->kind == KIND_BYTES || object->kind == KIND_TUPLE;
    return value && object->flags & OBJECT_STATIC;
}

/* Of None everybody knows that there is only one. */
static bool is_singleton(const Object *object)
{
    return object->kind == KIND_NONE || object->kind == KIND_BOOL ||
           object->kind == KIND_ELLIPSIS || object->kind == KIND_NOTIMPLEMENTED;
}

static bool is_constant(const Facts *facts, ObjectId id)
{
    return facts->after->trace->lives[id].birth == CHANGE_NONE &&
           !(row(facts->after, id)->flags & OBJECT_STATIC) &&
           holder_is_constant(facts->after, id);
}

/* Why the object was there already: "it is cached, and immortal"; false where there is nothing
 * to say. */
static bool append_reason(Text *text, const Facts *facts, ObjectId id)
{
    const Object *object = row(facts->after, id);
    if (is_cached(object))
        text_append_string(text, "it is cached");
    else if (is_constant(facts, id))
        text_append_string(text, "it is a constant of the program");
    else
        return false;
    if (object->flags & OBJECT_IMMORTAL)
        text_append_string(text, ", and immortal");
    return true;
}

/* Another name that was bound to the same object before, and still is. */
static bool append_shared_with(Text *text, const Facts *facts, const NameFact *fact)
{
    Binding binding;
    ObjectId frame;
    if (!holder_name(facts->before, facts->after, fact->after, fact->frame, fact->name,
                     &binding, &frame))
        return false;
    text_append_format(text, " as %.*s", (int)binding.name.length, binding.name.bytes);
    if (frame != fact->frame) {
        text_append_string(text, " of ");
        words_frame(text, facts->after, frame);
    }
    return true;
}

/* What a name is bound to, and of a first binding what is remarkable about that. */
static void append_existing(Text *text, const Facts *facts, const NameFact *fact)
{
    Text reason = {0};
    bool shared = !is_singleton(row(facts->after, fact->after)) &&
                  append_shared_with(&reason, facts, fact);
    if (shared)
        text_append_string(text, "the same ");
    words_object(text, facts->after, fact->after);
    text_append_slice(text, text_slice(&reason));
    text_clear(&reason);
    if (!fact->before && append_reason(&reason, facts, fact->after)) {
        text_append_string(text, shared ? ": " : ", which already existed: ");
        text_append_slice(text, text_slice(&reason));
    }
    text_done(&reason);
}

static void append_former(Text *text, const Facts *facts, const NameFact *fact)
{
    if (!fact->before)
        return;
    text_append_string(text, ", no longer to ");
    words_object(text, facts->after, fact->before);
}

static void say_made(const Facts *facts, uint32_t index, Text *text)
{
    const NameFact *fact = &facts->names[index];
    int kind = row(facts->after, fact->after)->kind;
    bool named = trace_number(facts->after->trace, fact->after) || kind == KIND_FUNCTION ||
                 kind == KIND_TYPE;
    text_append_string(text, "A new ");
    if (named)
        words_object(text, facts->after, fact->after);
    else
        words_type(text, facts->after, fact->after);
    text_append_string(text, " is made (");
    words_count(text, cursor_size(facts->after, fact->after), "byte");
    text_append_string(text, ") and bound to ");
    append_names(text, facts, index);
    if (fact->before) {
        text_append_string(text, ", which was bound to ");
        words_object(text, facts->after, fact->before);
        text_append_string(text, " before");
    }
    text_append_char(text, '.');
}

static void say_bound(const Facts *facts, uint32_t index, Text *text)
{
    const NameFact *fact = &facts->names[index];
    uint32_t count = append_names(text, facts, index);
    if (fact->before)
        text_append_string(text, count == 1 ? " is now bound to " : " are now bound to ");
    else
        text_append_string(text, count == 1 ? " is bound to " : " are bound to ");
    append_existing(text, facts, fact);
    append_former(text, facts, fact);
    text_append_char(text, '.');
}

/* A name bound anew gets the reason in a sentence of its own. */
static void say_reason(Caption *caption, const Facts *facts, const NameFact *fact, Text *text)
{
    if (!fact->before || !fact->after || is_new(facts, fact->after))
        return;
    words_object(text, facts->after, fact->after);
    text_append_string(text, " already existed: ");
    if (append_reason(text, facts, fact->after)) {
        text_append_char(text, '.');
        caption_say(caption, WEIGHT_REASON, text);
    }
    text_clear(text);
}

static void say_unbound(const Facts *facts, uint32_t index, Text *text)
{
    const NameFact *fact = &facts->names[index];
    uint32_t count = 0;
    for (uint32_t i = index; i < facts_kept(facts->name_count); i++)
        count += goes_with(fact, &facts->names[i]);
    text_append_string(text, count == 1 ? "The name " : "The names ");
    append_names(text, facts, index);
    text_append_string(text, count == 1 ? " is gone from " : " are gone from ");
    words_frame(text, facts->after, fact->frame);
    text_append_char(text, '.');
}

/* --- objects made but not bound to a name --- */

static bool is_bound(const Facts *facts, ObjectId id)
{
    for (uint32_t i = 0; i < facts_kept(facts->name_count); i++)
        if (facts->names[i].after == id && !is_told(facts, &facts->names[i]))
            return true;
    return false;
}

static void say_births(Caption *caption, const Facts *facts, Text *text)
{
    ObjectId unbound[FACT_LIMIT];
    uint32_t count = 0;
    for (uint32_t i = 0; i < facts_kept(facts->birth_count); i++)
        if (!is_bound(facts, facts->births[i]))
            unbound[count++] = facts->births[i];
    if (!count)
        return;
    words_objects(text, facts->after, unbound, count, count, 2);
    if (count == 1) {
        text_append_string(text, " is made (");
        words_count(text, cursor_size(facts->after, unbound[0]), "byte");
        text_append_string(text, ").");
    } else {
        text_append_string(text, " are made.");
    }
    caption_say(caption, WEIGHT_MADE, text);
}

void names_say(Caption *caption, const Facts *facts, Text *text)
{
    uint32_t said = 0;
    say_births(caption, facts, text);
    for (uint32_t i = 0; i < facts_kept(facts->name_count) && said < SENTENCES; i++) {
        const NameFact *fact = &facts->names[i];
        if (is_told(facts, fact) || !is_first_of_its_kind(facts, i))
            continue;
        if (!fact->after)
            say_unbound(facts, i, text);
        else if (is_new(facts, fact->after))
            say_made(facts, i, text);
        else
            say_bound(facts, i, text);
        caption_say(caption, WEIGHT_BOUND, text);
        say_reason(caption, facts, fact, text);
        said++;
    }
}
