#include "trace/describe.h"

#include <math.h>
#include <string.h>

#include "model/containers.h"

static const Object *row(const Cursor *cursor, ObjectId id)
{
    return state_object(&cursor->state, id);
}

/* Appends at most `limit` code points; what is cut is marked by an ellipsis. */
static void append_limited(Text *text, Slice slice, uint32_t limit)
{
    size_t end = 0;
    for (uint32_t points = 0; end < slice.length; points++) {
        uint32_t point;
        size_t size = utf8_decode(slice.bytes + end, slice.length - end, &point);
        if (points + 1 >= limit && end + size < slice.length) {
            text_append(text, slice.bytes, end);
            text_append_string(text, "…");
            return;
        }
        end += size ? size : 1;
    }
    text_append_slice(text, slice);
}

static void append_int(const Cursor *cursor, ObjectId id, uint32_t limit, Text *text)
{
    Text digits = {0};
    int_describe(cursor->trace->model, id, &digits);
    append_limited(text, text_slice(&digits), limit);
    text_done(&digits);
}

static void append_escaped(Text *text, uint32_t point, char quote, bool bytes)
{
    if (point == (uint32_t)quote || point == '\\')
        text_append_format(text, "\\%c", (int)point);
    else if (point == '\n')
        text_append_string(text, "\\n");
    else if (point == '\t')
        text_append_string(text, "\\t");
    else if (point == '\r')
        text_append_string(text, "\\r");
    else if (point < 0x20 || (point >= 0x7F && point < 0xA0) || (bytes && point >= 0x7F))
        text_append_format(text, "\\x%02x", point);
    else if (point >= 0xD800 && point <= 0xDFFF)
        text_append_format(text, "\\u%04x", point);
    else
        text_append_point(text, point);
}

static void append_quoted(Slice inside, bool bytes, uint32_t limit, Text *text)
{
    bool single = memchr(inside.bytes, '\'', inside.length) != NULL;
    bool twice = memchr(inside.bytes, '"', inside.length) != NULL;
    char quote = single && !twice ? '"' : '\'';
    Text quoted = {0};
    text_append_char(&quoted, quote);
    uint32_t points = 0;
    for (size_t i = 0; i < inside.length && points <= limit; points++) {
        uint32_t point = (unsigned char)inside.bytes[i];
        size_t size = bytes ? 1 : utf8_decode(inside.bytes + i, inside.length - i, &point);
        append_escaped(&quoted, point, quote, bytes);
        i += size ? size : 1;
    }
    text_append_char(&quoted, quote);
    if (bytes)
        text_append_char(text, 'b');
    append_limited(text, text_slice(&quoted), limit);
    text_done(&quoted);
}

static void append_text(const TextPayload *payload, bool bytes, uint32_t limit, Text *text)
{
    append_quoted((Slice){payload->bytes, payload->byte_length}, bytes, limit, text);
}

/* Its slots are its bytes, as small ints. */
static void append_bytearray(const Cursor *cursor, ObjectId id, uint32_t limit, Text *text)
{
    const Object *object = row(cursor, id);
    Text bytes = {0};
    for (uint32_t i = 0; i < object->slot_count && i <= limit; i++)
        if (object->slots[i])
            text_append_char(&bytes, (char)int_value(cursor->trace->model, object->slots[i]));
    text_append_string(text, "bytearray(");
    append_quoted(text_slice(&bytes), true, limit, text);
    text_append_char(text, ')');
    text_done(&bytes);
}

static void append_parts(const Cursor *cursor, ObjectId id, const char *name, uint32_t count,
                         Text *text)
{
    const Object *object = row(cursor, id);
    text_append_format(text, "%s(", name);
    for (uint32_t i = 0; i < count && i < object->slot_count; i++) {
        text_append_string(text, i ? ", " : "");
        if (object->slots[i])
            describe_value(cursor, object->slots[i], 12, text);
    }
    text_append_char(text, ')');
}

/* range(0, 5) is written in full, a step of 1 left out. */
static void append_range(const Cursor *cursor, ObjectId id, Text *text)
{
    const Object *object = row(cursor, id);
    const Model *model = cursor->trace->model;
    bool plain = object->slot_count > 2 && int_is_small(model, object->slots[2]) &&
                 int_value(model, object->slots[2]) == 1;
    append_parts(cursor, id, "range", plain ? 2 : 3, text);
}

/* As repr has it: 2 rather than 2.0. */
static void append_part(double part, Text *text)
{
    Text digits = {0};
    float_write(part, &digits);
    Slice written = text_slice(&digits);
    if (written.length > 2 && memcmp(written.bytes + written.length - 2, ".0", 2) == 0)
        written.length -= 2;
    text_append_slice(text, written);
    text_done(&digits);
}

/* complex_repr: 1j, (1+2j) */
static void append_complex(const Cursor *cursor, ObjectId id, Text *text)
{
    const ComplexPayload *value = model_payload(cursor->trace->model, id).complex;
    bool whole = value->real != 0 || signbit(value->real);
    if (whole) {
        text_append_char(text, '(');
        append_part(value->real, text);
        if (!signbit(value->imaginary) || isnan(value->imaginary))
            text_append_char(text, '+');
    }
    append_part(value->imaginary, text);
    text_append_string(text, whole ? "j)" : "j");
}

void describe_value(const Cursor *cursor, ObjectId id, uint32_t limit, Text *ret_text)
{
    const Model *model = cursor->trace->model;
    const Object *object = row(cursor, id);
    switch ((int)(object->kind ? object->kind : object->was)) {
    case KIND_NONE:
        text_append_string(ret_text, "None");
        return;
    case KIND_NOTIMPLEMENTED:
        text_append_string(ret_text, "NotImplemented");
        return;
    case KIND_ELLIPSIS:
        text_append_string(ret_text, "Ellipsis");
        return;
    case KIND_BOOL:
        text_append_string(ret_text, model_payload(model, id).integer ? "True" : "False");
        return;
    case KIND_INT:
        append_int(cursor, id, limit, ret_text);
        return;
    case KIND_FLOAT:
        float_write(model_payload(model, id).real, ret_text);
        return;
    case KIND_COMPLEX:
        append_complex(cursor, id, ret_text);
        return;
    case KIND_STR:
        append_text(str_text(model, &cursor->state, id), false, limit, ret_text);
        return;
    case KIND_BYTES:
        append_text(model_payload(model, id).text, true, limit, ret_text);
        return;
    case KIND_BYTEARRAY:
        append_bytearray(cursor, id, limit, ret_text);
        return;
    case KIND_RANGE:
        append_range(cursor, id, ret_text);
        return;
    case KIND_SLICE:
        append_parts(cursor, id, "slice", 3, ret_text);
        return;
    default:
        return;
    }
}

void cursor_value(const Cursor *cursor, ObjectId id, uint32_t limit, Text *ret_text)
{
    describe_value(cursor, id, limit, ret_text);
}

/* The __name__ of a type as it is, or was last, at the cursor's moment. */
static Slice name_of_type(const Cursor *cursor, ObjectId type)
{
    const Object *object = row(cursor, type);
    const Model *model = cursor->trace->model;
    ObjectId name = object->slot_count > TYPE_SLOT_NAME ? object->slots[TYPE_SLOT_NAME] : 0;
    if (!name)
        name = cursor->trace->lives[type].name;
    const TextPayload *text = model_payload(model, name ? name : type).text;
    return text ? (Slice){text->bytes, text->byte_length} : slice_of("?");
}

void cursor_type_name(const Cursor *cursor, ObjectId id, Text *ret_text)
{
    const Object *object = row(cursor, id);
    if (!object->type)
        return;
    Slice name = name_of_type(cursor, object->type);
    const char *dot = row(cursor, object->type)->flags & OBJECT_HEAP_TYPE
                          ? NULL
                          : memrchr(name.bytes, '.', name.length);
    if (dot) /* "collections.deque" */
        name = (Slice){dot + 1, (size_t)(name.bytes + name.length - dot) - 1};
    text_append_slice(ret_text, name);
}

static Slice str_of(const Cursor *cursor, ObjectId id)
{
    const TextPayload *text = id && row(cursor, id)->kind == KIND_STR
                                  ? model_payload(cursor->trace->model, id).text
                                  : NULL;
    return text ? (Slice){text->bytes, text->byte_length} : (Slice){0};
}

static Slice name_of_module(const Cursor *cursor, ObjectId module)
{
    ObjectId key, value, dict = row(cursor, module)->dict;
    for (uint32_t i = 0; dict && dict_entry(&cursor->state, dict, i, &key, &value); i++)
        if (key && slice_is(str_of(cursor, key), "__name__"))
            return str_of(cursor, value);
    return (Slice){0};
}

void cursor_name(const Cursor *cursor, ObjectId id, Text *ret_text)
{
    const Object *object = row(cursor, id);
    const Payload payload = model_payload(cursor->trace->model, id);
    switch ((int)object->kind) {
    case KIND_TYPE:
        text_append_slice(ret_text, name_of_type(cursor, id));
        return;
    case KIND_FUNCTION:
        text_append_slice(ret_text, str_of(cursor, object->slots[FUNCTION_SLOT_NAME]));
        return;
    case KIND_MODULE:
        text_append_slice(ret_text, name_of_module(cursor, id));
        return;
    case KIND_BUILTIN:
        text_append_string(ret_text, *(const char *const *)payload.native);
        return;
    case KIND_GENERATOR:
        if (object->slot_count > 1)
            text_append_slice(ret_text, str_of(cursor, object->slots[1]));
        return;
    default:
        return;
    }
}

void cursor_title(const Cursor *cursor, ObjectId id, Text *ret_text)
{
    const Model *model = cursor->trace->model;
    const Object *object = row(cursor, id);
    int kind = object->kind ? object->kind : object->was;
    const Code *code;
    switch (kind) {
    case KIND_TYPE:
        text_append_string(ret_text, "class ");
        text_append_slice(ret_text, name_of_type(cursor, id));
        return;
    case KIND_FUNCTION:
    case KIND_FRAME:
        code = model_payload(model, id).code;
        text_append_string(ret_text, kind == KIND_FRAME ? "frame " : "function ");
        text_append_slice(ret_text, code ? code->name : slice_of("?"));
        return;
    default:
        if (object->type)
            text_append_slice(ret_text, name_of_type(cursor, object->type));
        return;
    }
}

uint64_t cursor_size(const Cursor *cursor, ObjectId id)
{
    return model_size(cursor->trace->model, &cursor->state, id);
}
