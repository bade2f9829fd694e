/* Truth, hash, length, membership, index: Objects/object.c and Objects/abstract.c. */
#include "run/values/protocol.h"

#include <string.h>

#include "lang/opcode.h"

/* --- truth --- */

static bool truth_by_length(Run *run, ObjectId value, bool *ret_truth)
{
    int64_t length;
    if (!object_length(run, value, &length))
        return false;
    *ret_truth = length != 0;
    return true;
}

static bool truth_by_method(Run *run, ObjectId value, bool *ret_truth)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId result = override_call(run, value, "__bool__", NULL, 0);
    bool fine = result != 0;
    if (fine && model_kind(model, result) != KIND_BOOL) {
        raise_error(run, EXC_TypeError, "__bool__ should return bool, returned %s",
                    type_string(run, result));
        fine = false;
    }
    if (fine)
        *ret_truth = result == model->true_;
    hand_release(model, mark);
    return fine;
}

bool truth_builtin(Run *run, ObjectId value)
{
    const Model *model = run_model(run);
    const Object *object = model_object(model, value);
    switch ((ObjectKind)object->kind) {
    case KIND_NONE:
        return false;
    case KIND_BOOL:
        return value == model->true_;
    case KIND_INT:
        return !int_is_small(model, value) || int_value(model, value) != 0;
    case KIND_FLOAT:
        return float_value(model, value) != 0.0;
    case KIND_COMPLEX:
        return model_payload(model, value).complex->real != 0.0 ||
               model_payload(model, value).complex->imaginary != 0.0;
    default: { /* by length where there is one; all others are true */
        int64_t length;
        return !length_builtin(run, value, &length) || length != 0;
    }
    }
}

bool object_truth(Run *run, ObjectId value, bool *ret_truth)
{
    const Model *model = run_model(run);
    if (value == model->true_ || value == model->false_) {
        *ret_truth = value == model->true_;
        return true;
    }
    if (object_override(run, value, "__bool__"))
        return truth_by_method(run, value, ret_truth);
    if (object_override(run, value, "__len__"))
        return truth_by_length(run, value, ret_truth);
    *ret_truth = truth_builtin(run, value);
    return true;
}

/* --- length --- */

bool length_builtin(Run *run, ObjectId value, int64_t *ret_length)
{
    const Model *model = run_model(run);
    const Object *object = model_object(model, value);
    switch ((ObjectKind)object->kind) {
    case KIND_STR:
    case KIND_BYTES:
        *ret_length = str_payload(model, value)->length;
        return true;
    case KIND_BYTEARRAY:
    case KIND_LIST:
    case KIND_TUPLE:
        *ret_length = object->slot_count;
        return true;
    case KIND_DICT:
        *ret_length = dict_used(model, value);
        return true;
    case KIND_SET:
    case KIND_FROZENSET:
        *ret_length = set_used(model, value);
        return true;
    case KIND_RANGE:
        if (!int_is_small(model, object->slots[RANGE_LENGTH]))
            return false;
        *ret_length = int_value(model, object->slots[RANGE_LENGTH]);
        return true;
    case KIND_NATIVE:
        if (!is_dict_view(model, value))
            return false;
        *ret_length = dict_used(model, object->slots[0]);
        return true;
    default: /* nothing else has a length */
        return false;
    }
}

static bool length_by_method(Run *run, ObjectId value, int64_t *ret_length)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    bool found = false;
    ObjectId result = call_special(run, value, "__len__", NULL, 0, &found);
    bool fine = result && object_index(run, result, ret_length);
    if (!found && !raised(run))
        raise_error(run, EXC_TypeError, "object of type '%s' has no len()",
                    type_string(run, value));
    if (fine && *ret_length < 0) {
        raise_error(run, EXC_ValueError, "__len__() should return >= 0");
        fine = false;
    }
    hand_release(model, mark);
    return fine;
}

bool object_length(Run *run, ObjectId value, int64_t *ret_length)
{
    if (object_override(run, value, "__len__"))
        return length_by_method(run, value, ret_length);
    if (length_builtin(run, value, ret_length))
        return true;
    if (model_kind(run_model(run), value) == KIND_RANGE) {
        raise_error(run, EXC_OverflowError, "Python int too large to convert to C ssize_t");
        return false;
    }
    return length_by_method(run, value, ret_length);
}

/* --- index --- */

ObjectId object_index_int(Run *run, ObjectId value)
{
    Model *model = run_model(run);
    if (kind_is_integer(model_kind(model, value)))
        return value;
    bool found = false;
    ObjectId result = call_special(run, value, "__index__", NULL, 0, &found);
    if (!found && !raised(run))
        return raise_error(run, EXC_TypeError,
                           "'%s' object cannot be interpreted as an integer",
                           type_string(run, value));
    if (result && !kind_is_integer(model_kind(model, result)))
        return raise_error(run, EXC_TypeError, "__index__ returned non-int (type %s)",
                           type_string(run, result));
    return result;
}

bool object_index(Run *run, ObjectId value, int64_t *ret_index)
{
    const Model *model = run_model(run);
    ObjectId index = object_index_int(run, value);
    if (!index)
        return false;
    if (!int_is_small(model, index)) {
        raise_error(run, EXC_OverflowError, "cannot fit '%s' into an index-sized integer",
                    type_string(run, value));
        return false;
    }
    *ret_index = int_value(model, index);
    return true;
}

/* --- membership --- */

bool compare_found(Run *run, ObjectId item, ObjectId value, bool *ret_equal)
{
    bool old = run_model(run)->profile->minor < 9;
    return compare_equal(run, old ? value : item, old ? item : value, ret_equal);
}

static bool contains_items(Run *run, ObjectId container, ObjectId value, bool *ret_contains)
{
    Model *model = run_model(run);
    const Object *object = model_object(model, container);
    *ret_contains = false;
    for (uint32_t i = 0; i < object->slot_count && !*ret_contains; i++) {
        uint32_t mark = hand_mark(model);
        ObjectId item = compare_item_of(run, container, i);
        bool fine = compare_found(run, item, value, ret_contains);
        hand_release(model, mark);
        if (!fine)
            return false;
    }
    return true;
}

static bool contains_text(Run *run, ObjectId container, ObjectId value, bool *ret_contains)
{
    const Model *model = run_model(run);
    if (model_kind(model, value) != KIND_STR) {
        raise_error(run, EXC_TypeError, "'in <string>' requires string as left operand, not %s",
                    type_string(run, value));
        return false;
    }
    Slice whole = str_slice(model, container), part = str_slice(model, value);
    *ret_contains =
        part.length == 0 || memmem(whole.bytes, whole.length, part.bytes, part.length);
    return true;
}

/* Item by item: iter() and ==. _PySequence_IterSearch. */
static bool contains_by_iteration(Run *run, ObjectId container, ObjectId value,
                                  bool *ret_contains)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId iterator = iterate(run, container);
    if (!iterator) {
        if (raised_is(run, EXC_TypeError) || (raised(run) && model->profile->minor < 8)) {
            raise_clear(run);
            raise_error(run, EXC_TypeError, "argument of type '%s' is not iterable",
                        type_string(run, container));
        }
        return false;
    }
    uint32_t round = hand_mark(model);
    bool fine = true;
    *ret_contains = false;
    while (fine && !*ret_contains) {
        hand_release(model, round);
        ObjectId item = iterate_next(run, iterator);
        if (!item)
            break;
        fine = compare_found(run, item, value, ret_contains);
    }
    hand_release(model, mark);
    return fine && !raised(run);
}

static bool contains_in_range(Run *run, ObjectId range, ObjectId value, bool *ret_contains)
{
    const Model *model = run_model(run);
    if (!object_is_exact(model, value, TYPE_INT) && model_kind(model, value) != KIND_BOOL)
        return contains_by_iteration(run, range, value, ret_contains);
    *ret_contains = range_find(run, range, value, NULL);
    return true;
}

bool contains_builtin(Run *run, ObjectId container, ObjectId value, bool *ret_contains)
{
    const Model *model = run_model(run);
    switch (model_kind(model, container)) {
    case KIND_LIST:
    case KIND_TUPLE:
        return contains_items(run, container, value, ret_contains);
    case KIND_STR:
        return contains_text(run, container, value, ret_contains);
    case KIND_BYTES:
    case KIND_BYTEARRAY:
        return bytes_contains(run, container, value, ret_contains);
    case KIND_DICT:
        dict_get_key(run, container, value, ret_contains);
        return !raised(run);
    case KIND_SET:
    case KIND_FROZENSET:
        return set_contains_key(run, container, value, ret_contains);
    case KIND_RANGE:
        return contains_in_range(run, container, value, ret_contains);
    case KIND_NATIVE:
        if (is_view_of(model, container, TYPE_DICT_KEYS) ||
            is_view_of(model, container, TYPE_DICT_ITEMS))
            return view_contains(run, container, value, ret_contains);
        return contains_by_iteration(run, container, value, ret_contains);
    default: /* whatever can be iterated over */
        return contains_by_iteration(run, container, value, ret_contains);
    }
}

bool object_contains(Run *run, ObjectId container, ObjectId value, bool *ret_contains)
{
    Model *model = run_model(run);
    ObjectId method = object_override(run, container, "__contains__");
    if (!method) {
        ObjectKind kind = model_kind(model, container);
        if ((kind == KIND_INSTANCE || kind == KIND_NATIVE) &&
            object_override(run, container, "__iter__"))
            return contains_by_iteration(run, container, value, ret_contains);
        return contains_builtin(run, container, value, ret_contains);
    }
    if (method == model->none) {
        raise_error(run, EXC_TypeError, "'%s' object is not a container",
                    type_string(run, container));
        return false;
    }
    uint32_t mark = hand_mark(model);
    ObjectId result = override_call(run, container, "__contains__", &value, 1);
    bool fine = result && object_truth(run, result, ret_contains);
    hand_release(model, mark);
    return fine;
}
