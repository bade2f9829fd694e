#include "view/caption_words.h"

#include <string.h>

#include "model/model.h"
#include "view/typeset.h"

/* Keeps a number on the line of what it numbers. */
#define NO_BREAK "\u00A0"

/* Code points of a value in a sentence. */
enum { VALUE_LIMIT = 24 };

static const Object *row(const Cursor *cursor, ObjectId id)
{
    return state_object(&cursor->state, id);
}

static ObjectKind kind_of(const Cursor *cursor, ObjectId id)
{
    const Object *object = row(cursor, id);
    return (ObjectKind)(object->kind ? object->kind : object->was);
}

bool words_is_module(const Code *code)
{
    return code && slice_is(code->name, "<module>");
}

void words_type(Text *text, const Cursor *cursor, ObjectId id)
{
    cursor_title(cursor, id, text);
}

static void append_number(Text *text, const Cursor *cursor, ObjectId id)
{
    uint32_t number = trace_number(cursor->trace, id);
    if (number && !(row(cursor, id)->flags & OBJECT_IMMORTAL))
        text_append_format(text, NO_BREAK "#%u", number);
}

static void append_module(Text *text, const Cursor *cursor, ObjectId id)
{
    const TextPayload *name = model_payload(cursor->trace->model, id).text;
    text_append_string(text, "module ");
    if (name)
        text_append(text, name->bytes, name->byte_length);
}

/* A singleton's value is its name; other values stand behind their type. */
static bool is_singleton(ObjectKind kind)
{
    return kind == KIND_NONE || kind == KIND_BOOL || kind == KIND_ELLIPSIS ||
           kind == KIND_NOTIMPLEMENTED;
}

/* CPython's one empty tuple. */
static bool is_empty_tuple(const Cursor *cursor, ObjectId id, ObjectKind kind)
{
    return kind == KIND_TUPLE && id == cursor->trace->model->empty_tuple;
}

/* An object without a value and a number is one of many: "a list". */
static void append_anonymous(Text *text, const Cursor *cursor, ObjectId id)
{
    Text title = {0};
    cursor_title(cursor, id, &title);
    bool vowel = title.length && strchr("aeiouAEIOU", title.bytes[0]);
    text_append_string(text, vowel ? "an " : "a ");
    text_append_slice(text, text_slice(&title));
    text_done(&title);
}

/* "list", "int 10"; a range writes its own type. */
static void append_titled_value(Text *text, const Cursor *cursor, ObjectId id, ObjectKind kind)
{
    Text value = {0};
    cursor_value(cursor, id, VALUE_LIMIT, &value);
    bool has_name = kind == KIND_FUNCTION || kind == KIND_TYPE || kind == KIND_FRAME;
    if (is_empty_tuple(cursor, id, kind)) {
        text_append_string(text, "the empty tuple");
    } else if (kind == KIND_RANGE || kind == KIND_SLICE) {
        text_append_slice(text, text_slice(&value));
    } else if (value.length || has_name || trace_number(cursor->trace, id)) {
        cursor_title(cursor, id, text);
        text_append_string(text, value.length ? " " : "");
        text_append_slice(text, text_slice(&value));
    } else {
        append_anonymous(text, cursor, id);
    }
    text_done(&value);
}

void words_object(Text *text, const Cursor *cursor, ObjectId id)
{
    ObjectKind kind = kind_of(cursor, id);
    if (kind == KIND_MODULE) {
        append_module(text, cursor, id);
        return;
    }
    if (is_singleton(kind)) {
        cursor_value(cursor, id, VALUE_LIMIT, text);
        return;
    }
    append_titled_value(text, cursor, id, kind);
    if (kind != KIND_FUNCTION && kind != KIND_TYPE)
        append_number(text, cursor, id);
}

void words_join(Text *text, uint32_t index, uint32_t count)
{
    if (index)
        text_append_string(text, index + 1 == count ? " and " : ", ");
}

void words_objects(Text *text, const Cursor *cursor, const ObjectId *ids, uint32_t kept,
                   uint32_t count, uint32_t shown)
{
    if (shown > kept)
        shown = kept;
    if (shown + 1 == count && shown + 1 <= kept)
        shown++; /* "and 1 more" is no shorter than its name */
    uint32_t parts = shown < count ? shown + 1 : shown;
    for (uint32_t i = 0; i < shown; i++) {
        words_join(text, i, parts);
        words_object(text, cursor, ids[i]);
    }
    if (shown < count) {
        words_join(text, shown, parts);
        text_append_format(text, "%u more", count - shown);
    }
}

void words_frame(Text *text, const Cursor *cursor, ObjectId frame)
{
    const Code *code = cursor_code(cursor, frame);
    if (!code || words_is_module(code)) {
        text_append_string(text, "the module");
        return;
    }
    if (!(code->flags & CODE_OPTIMIZED))
        text_append_string(text, "the body of class ");
    text_append_slice(text, code->name);
}

void words_place(Text *text, const Cursor *cursor, ObjectId holder, const Reference *reference)
{
    switch ((int)kind_of(cursor, holder)) {
    case KIND_LIST:
    case KIND_TUPLE:
        text_append_format(text, "its item %s", reference->label);
        return;
    case KIND_DICT:
        text_append_format(text, "its key %s", reference->label);
        return;
    case KIND_SET:
    case KIND_FROZENSET:
        text_append_string(text, "its member");
        return;
    case KIND_CELL:
        text_append_string(text, "its contents");
        return;
    default: /* everything else has named attributes */
        text_append_format(text, "its attribute %s", reference->label);
        return;
    }
}

void words_count(Text *text, uint64_t count, const char *singular)
{
    typeset_figure(text, count);
    text_append_format(text, " %s%s", singular, count == 1 ? "" : "s");
}
