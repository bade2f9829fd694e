/* bytes and bytearray: what operators need of Objects/bytesobject.c and
 * Objects/bytearrayobject.c. A bytearray's slots are its bytes as cached small ints, so that
 * every change of it is a Change. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "model/collector.h"
#include "model/sizes.h"
#include "run/values/iterate.h"
#include "run/values/memoryview.h"
#include "run/values/subscript.h"

enum { BYTES_LIMIT = 1 << 26 };

Slice bytes_slice(Run *run, ObjectId bytes, Text *space)
{
    const Model *model = run_model(run);
    const Object *object = model_object(model, bytes);
    if (object->kind == KIND_BYTES) {
        const TextPayload *text = str_payload(model, bytes);
        return (Slice){text->bytes, text->byte_length};
    }
    text_clear(space);
    if (object->kind != KIND_BYTEARRAY) {
        memoryview_write(run, bytes, space);
        return (Slice){text_string(space), space->length};
    }
    for (uint32_t i = 0; i < object->slot_count; i++)
        text_append_char(space, (char)int_value(model, object->slots[i]));
    return (Slice){text_string(space), space->length};
}

bool is_bytes_like(Run *run, ObjectId object)
{
    return kind_is_bytes(model_kind(run_model(run), object)) || memoryview_is_open(run, object);
}

static ObjectId *byte_values(const Model *model, Slice bytes)
{
    ObjectId zero = model->small_ints + (ObjectId)-model->profile->identity.small_int_least;
    ObjectId *values = memory_allocate((bytes.length + 1) * sizeof *values);
    for (size_t i = 0; i < bytes.length; i++)
        values[i] = zero + (unsigned char)bytes.bytes[i];
    return values;
}

/* PyByteArray_Resize: a block grows by an eighth, and one byte for NUL. Field a: bytes
 * allocated; field b: how many in front were deleted and are still there (ob_start). */
static void resize(Model *model, ObjectId bytearray, uint32_t size)
{
    const Object *object = model_object(model, bytearray);
    uint32_t needed = size + 1, allocated = object->a;
    bool fits = needed + object->b <= allocated;
    if (fits && size >= allocated / 2)
        return;
    if (!fits && size <= allocated + allocated / 8)
        needed = size + (size >> 3) + (size < 9 ? 3 : 6);
    object_resize_body(model, bytearray, needed);
    object_set_field(model, bytearray, FIELD_A, needed);
    if (object->b)
        object_set_field(model, bytearray, FIELD_B, 0);
}

static ObjectId raise_resized_export(Run *run)
{
    return raise_error(run, EXC_BufferError,
                       "Existing exports of data: object cannot be re-sized");
}

static void replace(Run *run, ObjectId bytearray, uint32_t start, uint32_t stop, Slice bytes)
{
    Model *model = run_model(run);
    ObjectId *values = byte_values(model, bytes);
    reference_splice(model, bytearray, start, stop - start, values, (uint32_t)bytes.length);
    free(values);
}

bool bytearray_splice(Run *run, ObjectId bytearray, uint32_t start, uint32_t stop, Slice bytes)
{
    Model *model = run_model(run);
    if (bytes.length != stop - start && memoryview_is_exported(run, bytearray))
        return raise_resized_export(run) != 0;
    replace(run, bytearray, start, stop, bytes);
    if (bytes.length != stop - start)
        resize(model, bytearray, model_object(model, bytearray)->slot_count);
    return true;
}

/* bytearray_setslice_linear: what is deleted in front stays in the block for the time being. */
static bool set_range(Run *run, ObjectId bytearray, uint32_t start, uint32_t stop, Slice bytes)
{
    Model *model = run_model(run);
    if (start == 0 && bytes.length < stop && !memoryview_is_exported(run, bytearray))
        object_set_field(model, bytearray, FIELD_B,
                         model_object(model, bytearray)->b + stop - (uint32_t)bytes.length);
    return bytearray_splice(run, bytearray, start, stop, bytes);
}

void bytearray_fill(Run *run, ObjectId bytearray, Slice bytes)
{
    replace(run, bytearray, 0, 0, bytes);
    for (uint32_t size = 1; size <= bytes.length; size++)
        resize(run_model(run), bytearray, size);
}

ObjectId bytearray_create(Run *run, ObjectId type)
{
    Model *model = run_model(run);
    uint32_t size = size_of_type(model, type, model->profile->sizes.bytearray_empty);
    uint32_t flags = size_flags(model, type);
    ObjectId bytearray =
        object_create(model, KIND_BYTEARRAY, type, size, flags, (Payload){.bits = 0});
    if (flags & OBJECT_GC)
        collector_track(model, bytearray);
    return bytearray;
}

ObjectId bytearray_from(Run *run, Slice bytes)
{
    ObjectId bytearray = bytearray_create(run, run_model(run)->types[TYPE_BYTEARRAY]);
    if (bytes.length)
        bytearray_splice(run, bytearray, 0, 0, bytes);
    return bytearray;
}

static ObjectId same_kind(Run *run, ObjectId like, Text *bytes)
{
    if (model_kind(run_model(run), like) == KIND_BYTES)
        return bytes_of_text(run, bytes);
    ObjectId result = bytearray_from(run, text_slice(bytes));
    text_done(bytes);
    return result;
}

ObjectId bytes_concat(Run *run, ObjectId left, ObjectId right)
{
    const Model *model = run_model(run);
    Text space = {0}, result = {0};
    if (!bytes_slice(run, left, &space).length && object_is_exact(model, right, TYPE_BYTES) &&
        model_kind(model, left) == KIND_BYTES)
        return right;
    if (!bytes_slice(run, right, &space).length && object_is_exact(model, left, TYPE_BYTES))
        return left;
    text_append_slice(&result, bytes_slice(run, left, &space));
    text_append_slice(&result, bytes_slice(run, right, &space));
    text_done(&space);
    return same_kind(run, left, &result);
}

ObjectId bytes_repeat(Run *run, ObjectId bytes, int64_t times)
{
    Model *model = run_model(run);
    if (times == 1 && object_is_exact(model, bytes, TYPE_BYTES))
        return bytes;
    Text space = {0}, result = {0};
    Slice part = bytes_slice(run, bytes, &space);
    if (part.length && times > BYTES_LIMIT / (int64_t)part.length) {
        text_done(&space);
        return raise_with(run, EXC_MemoryError, 0);
    }
    for (int64_t i = 0; i < times; i++)
        text_append_slice(&result, part);
    text_done(&space);
    return same_kind(run, bytes, &result);
}

ObjectId bytearray_concat_in_place(Run *run, ObjectId bytearray, ObjectId bytes)
{
    const Model *model = run_model(run);
    if (!is_bytes_like(run, bytes))
        return raise_error(run, EXC_TypeError, "can't concat %s to %s", type_string(run, bytes),
                           type_string(run, bytearray));
    Text space = {0};
    uint32_t length = model_object(model, bytearray)->slot_count;
    if (bytes == bytearray && length) /* its own bytes are lent while they are added */
        return raise_resized_export(run);
    Slice added = bytes_slice(run, bytes, &space);
    bool fine = bytearray_splice(run, bytearray, length, length, added);
    text_done(&space);
    return fine ? bytearray : 0;
}

ObjectId bytearray_repeat_in_place(Run *run, ObjectId bytearray, int64_t times)
{
    uint32_t length = model_object(run_model(run), bytearray)->slot_count;
    Text space = {0}, result = {0};
    Slice part = bytes_slice(run, bytearray, &space);
    bool fits = times <= 0 || !length || times <= BYTES_LIMIT / (int64_t)length;
    for (int64_t i = 0; fits && i < times; i++)
        text_append_slice(&result, part);
    bool fine = fits && bytearray_splice(run, bytearray, 0, length, text_slice(&result));
    text_done(&space);
    text_done(&result);
    if (!fits)
        return raise_with(run, EXC_MemoryError, 0);
    return fine ? bytearray : 0;
}

ObjectId bytes_compare(Run *run, int op, ObjectId left, ObjectId right)
{
    Text first = {0}, second = {0};
    int order =
        compare_slices(bytes_slice(run, left, &first), bytes_slice(run, right, &second));
    text_done(&first);
    text_done(&second);
    return bool_from(run_model(run), compare_holds(op, order));
}

bool bytes_contains(Run *run, ObjectId bytes, ObjectId value, bool *ret_contains)
{
    const Model *model = run_model(run);
    Text space = {0}, other = {0};
    char byte;
    Slice part = {&byte, 1};
    if (is_bytes_like(run, value)) {
        part = bytes_slice(run, value, &other);
    } else if (kind_is_integer(model_kind(model, value)) ||
               lookup_special(run, value, "__index__")) {
        if (!byte_value(run, value, "byte must be in range(0, 256)", &byte))
            return false;
    } else {
        raise_error(run, EXC_TypeError, "a bytes-like object is required, not '%s'",
                    type_string(run, value));
        return false;
    }
    Slice whole = bytes_slice(run, bytes, &space);
    *ret_contains =
        part.length == 0 || memmem(whole.bytes, whole.length, part.bytes, part.length);
    text_done(&space);
    text_done(&other);
    return true;
}

bool byte_value(Run *run, ObjectId value, const char *mistake, char *ret_byte)
{
    const Model *model = run_model(run);
    ObjectId index = object_index_int(run, value);
    if (!index)
        return false;
    int64_t number = int_is_small(model, index) ? int_value(model, index) : -1;
    if (number < 0 || number > 255) {
        raise_error(run, EXC_ValueError, "%s", mistake);
        return false;
    }
    *ret_byte = (char)number;
    return true;
}

bool bytes_gather_with(Run *run, ObjectId iterator, const char *mistake, Text *ret_bytes)
{
    uint32_t round = hand_mark(run_model(run));
    ObjectId item;
    char byte;
    while ((item = iterate_next(run, iterator)) && byte_value(run, item, mistake, &byte)) {
        text_append_char(ret_bytes, byte);
        hand_release(run_model(run), round);
    }
    return !raised(run);
}

/* Appends the bytes that an iterable of ints, bytes or a bytearray stands for. */
bool bytes_gather(Run *run, ObjectId source, const char *mistake, Text *ret_bytes)
{
    Model *model = run_model(run);
    if (is_bytes_like(run, source)) {
        Text space = {0};
        text_append_slice(ret_bytes, bytes_slice(run, source, &space));
        text_done(&space);
        return true;
    }
    uint32_t mark = hand_mark(model);
    ObjectId iterator = iterate(run, source);
    bool fine = iterator && bytes_gather_with(run, iterator, mistake, ret_bytes);
    hand_release(model, mark);
    return fine;
}

/* What a slice is assigned: no number (PyNumber_Check) and no str. */
static bool gather_for_slice(Run *run, ObjectId value, Text *ret_bytes)
{
    const Model *model = run_model(run);
    ObjectKind kind = model_kind(model, value);
    if (kind == KIND_STR || kind == KIND_COMPLEX || lookup_special(run, value, "__index__") ||
        lookup_special(run, value, "__float__") || lookup_special(run, value, "__int__"))
        return raise_error(
            run, EXC_TypeError,
            "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    if (model->profile->minor >= 8 && !lookup_special(run, value, "__iter__") &&
        !lookup_special(run, value, "__getitem__"))
        return raise_error(run, EXC_TypeError, "cannot convert '%s' object to bytearray",
                           type_string(run, value));
    return bytes_gather(run, value, "byte must be in range(0, 256)", ret_bytes);
}

/* One item in `step` of them, the last one first: a NULL value deletes. */
static bool set_steps(Run *run, ObjectId bytearray, const SliceRange *part, const Text *value)
{
    Model *model = run_model(run);
    if (!value && part->count && memoryview_is_exported(run, bytearray))
        return raise_resized_export(run) != 0;
    for (int64_t i = 0; i < part->count; i++) {
        int64_t step = part->step > 0 ? part->count - 1 - i : i;
        uint32_t at = (uint32_t)(part->start + step * part->step);
        Slice byte = {value ? value->bytes + step : "", value ? 1 : 0};
        replace(run, bytearray, at, at + 1, byte);
    }
    if (!value && part->count)
        resize(model, bytearray, model_object(model, bytearray)->slot_count);
    return true;
}

static bool set_slice(Run *run, ObjectId bytearray, ObjectId slice, ObjectId value)
{
    Model *model = run_model(run);
    SliceRange part;
    if (!slice_resolve(run, slice, model_object(model, bytearray)->slot_count, &part))
        return false;
    Text bytes = {0};
    if (value && !gather_for_slice(run, value, &bytes)) {
        text_done(&bytes);
        return false;
    }
    uint32_t start = (uint32_t)part.start;
    bool fine;
    if (part.step == 1)
        fine = set_range(run, bytearray, start, start + (uint32_t)part.count,
                         text_slice(&bytes));
    else if (value && (int64_t)bytes.length != part.count)
        fine = raise_error(run, EXC_ValueError,
                           "attempt to assign bytes of size %zu to extended slice of size %lld",
                           bytes.length, (long long)part.count) != 0;
    else
        fine = set_steps(run, bytearray, &part, value ? &bytes : NULL);
    text_done(&bytes);
    return fine;
}

bool bytearray_set(Run *run, ObjectId bytearray, ObjectId key, ObjectId value)
{
    Model *model = run_model(run);
    if (model_kind(model, key) == KIND_SLICE)
        return set_slice(run, bytearray, key, value);
    if (!kind_is_integer(model_kind(model, key)) && !lookup_special(run, key, "__index__")) {
        raise_error(run, EXC_TypeError, "bytearray indices must be integers or slices, not %s",
                    type_string(run, key));
        return false;
    }
    int64_t position;
    char byte = 0;
    bool value_first = value && model->profile->minor >= 10; /* before the position */
    const char *mistake = "byte must be in range(0, 256)";
    if ((value_first && !byte_value(run, value, mistake, &byte)) ||
        !subscript_position(run, key, model_object(model, bytearray)->slot_count,
                            "bytearray index out of range", &position) ||
        (value && !value_first && !byte_value(run, value, mistake, &byte)))
        return false;
    return set_range(run, bytearray, (uint32_t)position, (uint32_t)position + 1,
                     (Slice){&byte, value ? 1 : 0});
}
