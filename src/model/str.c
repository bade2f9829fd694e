/* str and bytes: Objects/unicodeobject.c, Objects/bytesobject.c. */
#include <assert.h>
#include <string.h>

#include "base/memory.h"
#include "model/containers.h"
#include "model/sizes.h"

/* --- payloads --- */

static uint8_t width_of(uint32_t largest)
{
    return largest < 0x100 ? 1 : largest < 0x10000 ? 2 : 4;
}

static const uint32_t *decode(Slice utf8, size_t count, uint32_t *ret_largest)
{
    uint32_t *points = memory_allocate(count * sizeof *points);
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        at += utf8_decode(utf8.bytes + at, utf8.length - at, &points[i]);
        if (points[i] > *ret_largest)
            *ret_largest = points[i];
    }
    assert(at == utf8.length);
    return points;
}

static TextPayload *bytes_payload(const char *bytes, size_t length)
{
    TextPayload *text = memory_allocate(sizeof *text + length + 1);
    text->length = text->byte_length = (uint32_t)length;
    text->width = 1;
    text->ascii = true;
    if (length)
        memcpy(text->bytes, bytes, length);
    return text;
}

static TextPayload *str_payload_of(Slice utf8)
{
    TextPayload *text = bytes_payload(utf8.bytes, utf8.length);
    size_t count = utf8_count(utf8.bytes, utf8.length);
    if (count == utf8.length)
        return text;
    uint32_t largest = 0;
    text->points = decode(utf8, count, &largest);
    text->length = (uint32_t)count;
    text->width = width_of(largest);
    text->ascii = false;
    return text;
}

/* --- growing in place --- */

/* unicode_modifiable, and the two fit */
static bool can_grow(const Model *model, ObjectId left, ObjectId right)
{
    const Object *object = model_object(model, left);
    const TextPayload *text = model_payload(model, left).text;
    const TextPayload *more = model_payload(model, right).text;
    return object->refcount == 1 && !text->hashed && object->block &&
           !(object->flags & (OBJECT_INTERNED | OBJECT_IMMORTAL | OBJECT_STATIC)) &&
           object->type == model->types[TYPE_STR] && more->width <= text->width &&
           (!text->ascii || more->ascii);
}

/* Copies of the texts one behind the other. */
static TextPayload *joined(const TextPayload *left, const TextPayload *right)
{
    Text bytes = {0};
    text_append(&bytes, left->bytes, left->byte_length);
    text_append(&bytes, right->bytes, right->byte_length);
    TextPayload *text = str_payload_of(text_slice(&bytes));
    text_done(&bytes);
    return text;
}

bool str_grow(Model *model, ObjectId left, ObjectId right)
{
    if (!can_grow(model, left, right))
        return false;
    TextPayload *former = model_payload(model, left).text;
    const TextPayload *more = model_payload(model, right).text;
    uint32_t bytes = model_object(model, left)->size + more->length * former->width;
    if (!object_resize_block(model, left, bytes))
        return false;
    TextPayload *text = joined(former, more);
    bool keeps = model->journal.keeps;
    text->former = keeps ? former : NULL;
    model_set_payload(model, left, (Payload){.text = text});
    if (!keeps)
        payload_free(KIND_STR, model_object(model, left), (Payload){.text = former});
    object_set_field(model, left, FIELD_C, model_object(model, left)->c + 1);
    return true;
}

const TextPayload *str_text(const Model *model, const State *state, ObjectId id)
{
    const TextPayload *text = model_payload(model, id).text;
    uint32_t grown = model_object(model, id)->c, then = state_object(state, id)->c;
    for (; grown > then && text->former; grown--)
        text = text->former;
    return text;
}

/* --- str --- */

ObjectId str_new(Model *model, Slice utf8)
{
    if (!utf8.length)
        return model->empty_str;
    TextPayload *text = str_payload_of(utf8);
    return object_create(model, KIND_STR, model->types[TYPE_STR],
                         size_text(model->profile, text), 0, (Payload){.text = text});
}

ObjectId str_from(Model *model, Slice utf8)
{
    uint32_t point;
    bool one = utf8.length && utf8.length <= 2 &&
               utf8_decode(utf8.bytes, utf8.length, &point) == utf8.length;
    if (one && point < 256)
        return model->characters + point;
    return str_new(model, utf8);
}

ObjectId str_from_string(Model *model, const char *utf8)
{
    return str_from(model, slice_of(utf8));
}

ObjectId str_of_type(Model *model, ObjectId type, Slice utf8)
{
    TextPayload *text = str_payload_of(utf8);
    uint32_t layout = model->profile->sizes.str_subclass + (text->length + 1) * text->width;
    ObjectId id = object_create(model, KIND_STR, type, size_of_type(model, type, layout),
                                size_flags(model, type), (Payload){.text = text});
    if (model_object(model, id)->flags & OBJECT_GC)
        collector_track(model, id);
    return id;
}

uint32_t str_point(const TextPayload *text, uint32_t index)
{
    assert(index < text->length);
    return text->points ? text->points[index] : (unsigned char)text->bytes[index];
}

static size_t utf8_size(uint32_t point)
{
    return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

Slice str_part(const TextPayload *text, uint32_t start, uint32_t stop)
{
    assert(start <= stop && stop <= text->length);
    if (!text->points)
        return (Slice){text->bytes + start, stop - start};
    size_t before = 0, inside = 0;
    for (uint32_t i = 0; i < stop; i++)
        *(i < start ? &before : &inside) += utf8_size(text->points[i]);
    return (Slice){text->bytes + before, inside};
}

/* --- bytes --- */

ObjectId bytes_from(Model *model, const char *bytes, size_t length)
{
    if (!length)
        return model->empty_bytes;
    if (length == 1)
        return model->bytes_characters + (unsigned char)bytes[0];
    return bytes_of_type(model, model->types[TYPE_BYTES], bytes, length);
}

ObjectId bytes_of_type(Model *model, ObjectId type, const char *bytes, size_t length)
{
    uint32_t layout = model->profile->sizes.bytes + (uint32_t)length;
    ObjectId id =
        object_create(model, KIND_BYTES, type, size_of_type(model, type, layout),
                      size_flags(model, type), (Payload){.text = bytes_payload(bytes, length)});
    if (model_object(model, id)->flags & OBJECT_GC)
        collector_track(model, id);
    return id;
}
