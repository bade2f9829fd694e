/* o[k], o[k] = v, del o[k]: Objects/abstract.c, PyObject_GetItem and company. */
#include "run/values/subscript.h"

#include <stdlib.h>

#include "base/memory.h"
#include "run/types/generic_alias.h"
#include "run/values/iterate.h"

/* The number that an index object stands for. */
static bool index_of(Run *run, ObjectId key, int64_t *ret_index)
{
    ObjectId index = object_index_int(run, key);
    if (!index)
        return false;
    if (!int_is_small(run_model(run), index)) {
        raise_error(run, EXC_IndexError, "cannot fit '%s' into an index-sized integer",
                    type_string(run, key));
        return false;
    }
    *ret_index = int_value(run_model(run), index);
    return true;
}

bool subscript_position(Run *run, ObjectId key, int64_t length, const char *mistake,
                        int64_t *ret_position)
{
    int64_t position;
    if (!index_of(run, key, &position))
        return false;
    if (position < 0)
        position += length;
    if (position < 0 || position >= length) {
        raise_error(run, EXC_IndexError, "%s", mistake);
        return false;
    }
    *ret_position = position;
    return true;
}

/* Does the type have tp_as_sequence? Then an index that is a number goes there, after what the
 * type knows as a mapping. */
static bool has_sequence(Run *run, ObjectId object)
{
    return object_is_user(run_model(run), object) || lookup_special(run, object, "__len__");
}

static bool is_index(Run *run, ObjectId key)
{
    return kind_is_integer(model_kind(run_model(run), key)) ||
           lookup_special(run, key, "__index__");
}

static ObjectId raise_index_type(Run *run, ObjectId container, ObjectId key)
{
    const char *key_type = type_string(run, key);
    switch (model_kind(run_model(run), container)) {
    case KIND_STR:
        if (run_model(run)->profile->minor < 11)
            return raise_error(run, EXC_TypeError, "string indices must be integers");
        return raise_error(run, EXC_TypeError, "string indices must be integers, not '%s'",
                           key_type);
    case KIND_BYTES:
        return raise_error(run, EXC_TypeError,
                           "byte indices must be integers or slices, not %s", key_type);
    default: /* lists, tuples, ranges and bytearrays by their type's name */
        return raise_error(run, EXC_TypeError, "%s indices must be integers or slices, not %s",
                           type_name(run_model(run), builtin_base(run, container)).bytes,
                           key_type);
    }
}

/* --- get --- */

static ObjectId items_slice(Run *run, ObjectId container, ObjectId slice)
{
    Model *model = run_model(run);
    const Object *object = model_object(model, container);
    bool is_list = object->kind == KIND_LIST;
    SliceRange part;
    if (!slice_resolve(run, slice, object->slot_count, &part))
        return 0;
    if (!is_list && part.step == 1 && part.count == (int64_t)object->slot_count &&
        object_is_exact(model, container, TYPE_TUPLE))
        return container;
    uint32_t count = (uint32_t)part.count;
    ObjectId *values = memory_allocate((count + 1) * sizeof *values);
    for (uint32_t i = 0; i < count; i++)
        values[i] = object->slots[part.start + (int64_t)i * part.step];
    ObjectId result = is_list ? list_from(model, values, count, LIST_FILL_EXACT)
                              : tuple_from(model, values, count);
    free(values);
    return result;
}

static ObjectId items_get(Run *run, ObjectId container, ObjectId key)
{
    Model *model = run_model(run);
    const Object *object = model_object(model, container);
    if (model_kind(model, key) == KIND_SLICE)
        return items_slice(run, container, key);
    if (!is_index(run, key))
        return raise_index_type(run, container, key);
    int64_t position;
    if (!index_of(run, key, &position))
        return 0;
    if (position < 0)
        position += object->slot_count;
    if (position >= 0 && position < object->slot_count)
        return object->slots[position];
    return object->kind == KIND_LIST
               ? raise_with(run, EXC_IndexError, model->list_index_text)
               : raise_error(run, EXC_IndexError, "tuple index out of range");
}

static ObjectId str_slice_get(Run *run, ObjectId str, ObjectId slice)
{
    Model *model = run_model(run);
    const TextPayload *text = str_payload(model, str);
    SliceRange part;
    if (!slice_resolve(run, slice, text->length, &part))
        return 0;
    if (part.step == 1 && part.count == (int64_t)text->length &&
        object_is_exact(model, str, TYPE_STR))
        return str;
    if (part.step == 1)
        return part.count ? str_from(model, str_part(text, (uint32_t)part.start,
                                                     (uint32_t)(part.start + part.count)))
                          : model->empty_str;
    Text result = {0};
    for (int64_t i = 0; i < part.count; i++) {
        uint32_t at = (uint32_t)(part.start + i * part.step);
        text_append_slice(&result, str_part(text, at, at + 1));
    }
    ObjectId made = str_new(model, text_slice(&result));
    text_done(&result);
    return made;
}

static ObjectId str_get(Run *run, ObjectId str, ObjectId key)
{
    Model *model = run_model(run);
    if (model_kind(model, key) == KIND_SLICE)
        return str_slice_get(run, str, key);
    if (!is_index(run, key))
        return raise_index_type(run, str, key);
    const TextPayload *text = str_payload(model, str);
    int64_t position;
    if (!subscript_position(run, key, text->length, "string index out of range", &position))
        return 0;
    return str_from(model, str_part(text, (uint32_t)position, (uint32_t)position + 1));
}

static ObjectId dict_get(Run *run, ObjectId dict, ObjectId key)
{
    bool found;
    ObjectId value = dict_get_key(run, dict, key, &found);
    if (found || raised(run))
        return value;
    if (object_override(run, dict, "__missing__"))
        return override_call(run, dict, "__missing__", &key, 1);
    return raise_with(run, EXC_KeyError, key);
}

static ObjectId range_get(Run *run, ObjectId range, ObjectId key)
{
    Model *model = run_model(run);
    if (model_kind(model, key) == KIND_SLICE)
        return range_slice(run, range, key);
    if (!is_index(run, key))
        return raise_index_type(run, range, key);
    ObjectId index = object_index_int(run, key);
    if (!index)
        return 0;
    mpz_t position;
    mpz_init(position);
    int_get(model, index, position);
    ObjectId item = range_item(run, range, position);
    mpz_clear(position);
    return item ? item : raise_error(run, EXC_IndexError, "range object index out of range");
}

static ObjectId bytes_slice_get(Run *run, ObjectId bytes, ObjectId slice)
{
    Model *model = run_model(run);
    int64_t length;
    SliceRange part;
    if (!length_builtin(run, bytes, &length) || !slice_resolve(run, slice, length, &part))
        return 0;
    if (object_is_exact(model, bytes, TYPE_BYTES) && part.step == 1 && part.count == length)
        return bytes;
    Text space = {0}, result = {0};
    Slice source = bytes_slice(run, bytes, &space);
    for (int64_t i = 0; i < part.count; i++)
        text_append_char(&result, source.bytes[part.start + i * part.step]);
    text_done(&space);
    if (model_kind(model, bytes) == KIND_BYTES)
        return bytes_of_text(run, &result);
    ObjectId bytearray = bytearray_from(run, text_slice(&result));
    text_done(&result);
    return bytearray;
}

static ObjectId bytes_get(Run *run, ObjectId bytes, ObjectId key)
{
    Model *model = run_model(run);
    if (model_kind(model, key) == KIND_SLICE)
        return bytes_slice_get(run, bytes, key);
    if (!is_index(run, key))
        return raise_index_type(run, bytes, key);
    bool fixed = model_kind(model, bytes) == KIND_BYTES;
    int64_t length, position;
    if (!length_builtin(run, bytes, &length) ||
        !subscript_position(run, key, length,
                            fixed ? "index out of range" : "bytearray index out of range",
                            &position))
        return 0;
    return fixed ? int_from(model, (unsigned char)str_payload(model, bytes)->bytes[position])
                 : model_object(model, bytes)->slots[position];
}

/* list[int] and the program's __class_getitem__. */
static ObjectId class_get(Run *run, ObjectId type, ObjectId key)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    bool found = false;
    ObjectId method =
        attribute_find(run, type, model_intern(model, slice_of("__class_getitem__")), &found);
    bool bound = method && model_kind(model, method) != KIND_FUNCTION;
    if (found && (bound || model->profile->minor >= 7))
        return hand_return(model, mark, call_object(run, method, &key, 1));
    if (raised(run))
        return 0;
    if (type == model->types[TYPE_TYPE] && model->profile->minor >= 9)
        return alias_create(run, type, key);
    if (model->profile->minor < 11)
        return raise_error(run, EXC_TypeError, "'%s' object is not subscriptable",
                           type_string(run, type));
    return raise_error(run, EXC_TypeError, "type '%s' is not subscriptable",
                       type_name(model, type).bytes);
}

ObjectId subscript_builtin(Run *run, ObjectId container, ObjectId key)
{
    switch (model_kind(run_model(run), container)) {
    case KIND_LIST:
    case KIND_TUPLE:
        return items_get(run, container, key);
    case KIND_STR:
        return str_get(run, container, key);
    case KIND_DICT:
        return dict_get(run, container, key);
    case KIND_RANGE:
        return range_get(run, container, key);
    case KIND_BYTES:
    case KIND_BYTEARRAY:
        return bytes_get(run, container, key);
    case KIND_TYPE:
        return class_get(run, container, key);
    default: { /* C types with a __getitem__ of their own */
        bool found = false;
        ObjectId result = object_is_user(run_model(run), container)
                              ? 0
                              : call_special(run, container, "__getitem__", &key, 1, &found);
        if (found)
            return result;
        bool numbered = run_model(run)->profile->minor == 6 && is_index(run, key) &&
                        has_sequence(run, container);
        return raise_error(run, EXC_TypeError,
                           numbered ? "'%s' object does not support indexing"
                                    : "'%s' object is not subscriptable",
                           type_string(run, container));
    }
    }
}

ObjectId subscript_get(Run *run, ObjectId container, ObjectId key)
{
    const Model *model = run_model(run);
    const Object *object = model_object(model, container);
    if (object->type == model->types[TYPE_LIST] && object_is_exact(model, key, TYPE_INT) &&
        int_is_small(model, key)) {
        int64_t index = int_value(model, key);
        if (index < 0)
            index += object->slot_count;
        if (index >= 0 && index < (int64_t)object->slot_count)
            return object->slots[index];
    }
    if (object_override(run, container, "__getitem__"))
        return override_call(run, container, "__getitem__", &key, 1);
    return subscript_builtin(run, container, key);
}

/* --- set and delete --- */

/* del l[a:b:c]: what stays closes up, and the list is resized once. */
static void delete_steps(Model *model, ObjectId list, SliceRange part)
{
    const Object *object = model_object(model, list);
    if (!part.count)
        return;
    int64_t step = part.step < 0 ? -part.step : part.step;
    int64_t first = part.step < 0 ? part.start + (part.count - 1) * part.step : part.start;
    int64_t last = first + (part.count - 1) * step;
    ObjectId *kept = memory_allocate((size_t)(last - first + 1) * sizeof *kept);
    uint32_t count = 0;
    for (int64_t i = first; i <= last; i++)
        if ((i - first) % step)
            kept[count++] = object->slots[i];
    /* They die in their order once the list has closed up; list_splice alone lets go of the
     * last one first. */
    uint32_t mark = hand_mark(model);
    for (int64_t i = last; i >= first; i -= step)
        hand_hold(model, object->slots[i]);
    list_splice(model, list, (uint32_t)first, (uint32_t)last + 1, kept, count);
    hand_release(model, mark);
    free(kept);
}

static bool assign_steps(Run *run, ObjectId list, SliceRange part, const ObjectId *values,
                         uint32_t count)
{
    if (count != part.count) {
        raise_error(run, EXC_ValueError,
                    "attempt to assign sequence of size %u to extended slice of size %lld",
                    count, (long long)part.count);
        return false;
    }
    for (int64_t i = 0; i < part.count; i++)
        reference_set(run_model(run), list, (uint32_t)(part.start + i * part.step), values[i]);
    return true;
}

static bool assign_slice(Run *run, ObjectId list, SliceRange part, ObjectId value)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectKind kind = model_kind(model, value);
    if ((kind != KIND_LIST && kind != KIND_TUPLE) || value == list) {
        ObjectId iterator = iterate(run, value);
        if (!iterator && raised_is(run, EXC_TypeError)) {
            raise_clear(run);
            bool plain = part.step == 1 && model->profile->minor < 13;
            raise_error(run, EXC_TypeError,
                        plain ? "can only assign an iterable"
                              : "must assign iterable to extended slice");
        }
        value = iterator ? iterate_list_with(run, value, iterator) : 0;
        if (!value)
            return false;
    }
    const Object *source = model_object(model, value);
    uint32_t start = (uint32_t)part.start, count = source->slot_count;
    bool fine = true;
    if (part.step == 1)
        list_splice(model, list, start, start + (uint32_t)part.count, source->slots, count);
    else
        fine = assign_steps(run, list, part, source->slots, count);
    hand_release(model, mark);
    return fine;
}

static bool list_set_slice(Run *run, ObjectId list, ObjectId slice, ObjectId value)
{
    Model *model = run_model(run);
    SliceRange part;
    if (!slice_resolve(run, slice, model_object(model, list)->slot_count, &part))
        return false;
    if (value)
        return assign_slice(run, list, part, value);
    if (part.step == 1)
        list_splice(model, list, (uint32_t)part.start, (uint32_t)(part.start + part.count),
                    NULL, 0);
    else
        delete_steps(model, list, part);
    return true;
}

static bool list_set(Run *run, ObjectId list, ObjectId key, ObjectId value)
{
    Model *model = run_model(run);
    if (model_kind(model, key) == KIND_SLICE)
        return list_set_slice(run, list, key, value);
    if (!is_index(run, key)) {
        raise_index_type(run, list, key);
        return false;
    }
    int64_t position;
    if (!subscript_position(run, key, model_object(model, list)->slot_count,
                            "list assignment index out of range", &position))
        return false;
    if (value)
        reference_set(model, list, (uint32_t)position, value);
    else if (model->profile->minor >= 13) /* list_ass_item: the room stays */
        reference_splice(model, list, (uint32_t)position, 1, NULL, 0);
    else
        list_splice(model, list, (uint32_t)position, (uint32_t)position + 1, NULL, 0);
    return true;
}

static bool dict_set(Run *run, ObjectId dict, ObjectId key, ObjectId value)
{
    if (value)
        return dict_set_key(run, dict, key, value);
    bool found;
    if (!dict_delete_key(run, dict, key, &found))
        return false;
    if (!found)
        raise_with(run, EXC_KeyError, key);
    return found;
}

/* What PySequence_SetItem and PySequence_DelItem say is what is said of numbers. */
static bool raise_unsupported_item(Run *run, ObjectId container, ObjectId key, bool deletes)
{
    int64_t index = 0;
    bool numbered = is_index(run, key) && has_sequence(run, container);
    if (numbered && !index_of(run, key, &index))
        return false;
    raise_error(run, EXC_TypeError, "'%s' object %s item %s", type_string(run, container),
                deletes && numbered ? "doesn't support" : "does not support",
                deletes ? "deletion" : "assignment");
    return false;
}

bool subscript_set_builtin(Run *run, ObjectId container, ObjectId key, ObjectId value)
{
    switch (model_kind(run_model(run), container)) {
    case KIND_LIST:
        return list_set(run, container, key, value);
    case KIND_DICT:
        return dict_set(run, container, key, value);
    case KIND_BYTEARRAY:
        return bytearray_set(run, container, key, value);
    default: { /* C types with methods of their own */
        bool found = false;
        ObjectId arguments[2] = {key, value};
        const char *other = value ? "__delitem__" : "__setitem__";
        if (object_override(run, container, other))
            return raise_error(run, EXC_AttributeError, "%s",
                               value ? "__setitem__" : "__delitem__") != 0;
        if (!object_is_user(run_model(run), container))
            call_special(run, container, value ? "__setitem__" : "__delitem__", arguments,
                         value ? 2 : 1, &found);
        return found ? !raised(run) : raise_unsupported_item(run, container, key, !value);
    }
    }
}

bool subscript_set(Run *run, ObjectId container, ObjectId key, ObjectId value)
{
    Model *model = run_model(run);
    const char *name = value ? "__setitem__" : "__delitem__";
    if (!object_override(run, container, name))
        return subscript_set_builtin(run, container, key, value);
    uint32_t mark = hand_mark(model);
    ObjectId arguments[2] = {key, value};
    bool fine = override_call(run, container, name, arguments, value ? 2 : 1) != 0;
    hand_release(model, mark);
    return fine;
}
