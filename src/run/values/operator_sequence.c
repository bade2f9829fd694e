#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "run/values/iterate.h"
#include "run/values/operators.h"

/* Items or bytes past so many are a MemoryError. */
enum { SEQUENCE_LIMIT = 1 << 26 };

static ObjectId str_concat(Run *run, ObjectId left, ObjectId right)
{
    Model *model = run_model(run);
    if (model_kind(model, right) != KIND_STR)
        return raise_error(run, EXC_TypeError,
                           run_model(run)->profile->minor < 7
                               ? "must be str, not %s"
                               : "can only concatenate str (not \"%s\") to str",
                           type_string(run, right));
    Slice first = str_slice(model, left), second = str_slice(model, right);
    if (!first.length && object_is_exact(model, right, TYPE_STR))
        return right;
    if (!second.length && object_is_exact(model, left, TYPE_STR))
        return left;
    Text text = {0};
    text_append_slice(&text, first);
    text_append_slice(&text, second);
    return str_of_text(run, &text);
}

static ObjectId list_concat(Run *run, ObjectId left, ObjectId right)
{
    Model *model = run_model(run);
    const Object *first = model_object(model, left), *second = model_object(model, right);
    uint32_t count = first->slot_count + second->slot_count;
    ObjectId *values = memory_allocate((count + 1) * sizeof *values);
    if (first->slot_count)
        memcpy(values, first->slots, first->slot_count * sizeof *values);
    if (second->slot_count)
        memcpy(values + first->slot_count, second->slots, second->slot_count * sizeof *values);
    ObjectId result = first->kind == KIND_LIST
                          ? list_from(model, values, count, LIST_FILL_EXACT)
                          : tuple_from(model, values, count);
    free(values);
    return result;
}

static ObjectId tuple_concat(Run *run, ObjectId left, ObjectId right)
{
    const Model *model = run_model(run);
    if (model->profile->minor < 7)
        return list_concat(run, left, right);
    if (!model_object(model, left)->slot_count && object_is_exact(model, right, TYPE_TUPLE))
        return right;
    if (!model_object(model, right)->slot_count && object_is_exact(model, left, TYPE_TUPLE))
        return left;
    return list_concat(run, left, right);
}

ObjectId sequence_concat(Run *run, ObjectId left, ObjectId right)
{
    const Model *model = run_model(run);
    ObjectKind kind = model_kind(model, left), other = model_kind(model, right);
    if (kind == KIND_STR)
        return str_concat(run, left, right);
    if (kind_is_bytes(kind)) {
        if (!is_bytes_like(run, right))
            return raise_error(run, EXC_TypeError, "can't concat %s to %s",
                               type_string(run, right), type_string(run, left));
        return bytes_concat(run, left, right);
    }
    if (kind != other)
        return raise_error(run, EXC_TypeError, "can only concatenate %s (not \"%s\") to %s",
                           kind == KIND_LIST ? "list" : "tuple", type_string(run, right),
                           kind == KIND_LIST ? "list" : "tuple");
    return kind == KIND_LIST ? list_concat(run, left, right) : tuple_concat(run, left, right);
}

static ObjectId str_repeat(Run *run, ObjectId str, int64_t times)
{
    Model *model = run_model(run);
    Slice part = str_slice(model, str);
    if (!part.length || times == 0)
        return model->empty_str;
    if (times == 1 && object_is_exact(model, str, TYPE_STR))
        return str;
    if (times > INT64_MAX / (int64_t)part.length)
        return raise_error(run, EXC_OverflowError, "repeated string is too long");
    if (times * (int64_t)part.length > SEQUENCE_LIMIT)
        return raise_with(run, EXC_MemoryError, 0);
    Text text = {0};
    for (int64_t i = 0; i < times; i++)
        text_append_slice(&text, part);
    return str_of_text(run, &text);
}

static ObjectId *repeated(const Object *sequence, uint32_t count)
{
    ObjectId *values = memory_allocate((count + 1) * sizeof *values);
    for (uint32_t i = 0; i < count; i++)
        values[i] = sequence->slots[i % sequence->slot_count];
    return values;
}

ObjectId sequence_repeat(Run *run, ObjectId sequence, int64_t times)
{
    Model *model = run_model(run);
    const Object *object = model_object(model, sequence);
    if (times < 0)
        times = 0;
    if (object->kind == KIND_STR)
        return str_repeat(run, sequence, times);
    if (kind_is_bytes((ObjectKind)object->kind))
        return bytes_repeat(run, sequence, times);
    if (object->kind == KIND_TUPLE && object_is_exact(model, sequence, TYPE_TUPLE) &&
        (times == 1 || !object->slot_count))
        return sequence;
    if (object->slot_count && times > SEQUENCE_LIMIT / (int64_t)object->slot_count)
        return raise_with(run, EXC_MemoryError, 0);
    uint32_t count = object->slot_count * (uint32_t)times;
    ObjectId *values = repeated(object, count);
    ObjectId result = object->kind == KIND_LIST
                          ? list_from(model, values, count, LIST_FILL_EXACT)
                          : tuple_from(model, values, count);
    free(values);
    return result;
}

ObjectId list_repeat_in_place(Run *run, ObjectId list, int64_t times)
{
    Model *model = run_model(run);
    const Object *object = model_object(model, list);
    uint32_t count = object->slot_count;
    if (!count || times == 1)
        return list;
    if (times < 1) {
        list_clear(model, list);
        return list;
    }
    if (times > SEQUENCE_LIMIT / (int64_t)count)
        return raise_with(run, EXC_MemoryError, 0);
    uint32_t added = count * (uint32_t)(times - 1);
    ObjectId *values = repeated(object, added);
    list_splice(model, list, count, count, values, added);
    free(values);
    return list;
}

ObjectId list_concat_in_place(Run *run, ObjectId list, ObjectId iterable)
{
    return list_fill_from(run, list, iterable, false) ? list : 0;
}

ObjectId sequence_item(Run *run, ObjectId sequence, int64_t index)
{
    if (!lookup_special(run, sequence, "__getitem__"))
        return raise_error(run, EXC_TypeError, "'%s' object does not support indexing",
                           type_string(run, sequence));
    return subscript_get(run, sequence, int_from(run_model(run), index));
}
