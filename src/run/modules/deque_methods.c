/* The methods of collections.deque, as Modules/_collectionsmodule.c has them. */
#include "run/interpreter.h"
#include "run/modules/deque.h"
#include "run/text/text.h"
#include "run/types/slots.h"
#include "run/values/iterate.h"

static ObjectId none(Run *run)
{
    return run_model(run)->none;
}

static uint32_t maximum(Run *run, ObjectId deque)
{
    return model_object(run_model(run), deque)->c;
}

/* --- deque(iterable, maxlen) --- */

static ObjectId deque_new(Run *run, const Arguments *arguments)
{
    return deque_create(run, arguments->values[0]);
}

static bool read_maximum(Run *run, ObjectId value, uint32_t *ret_maximum)
{
    const Model *model = run_model(run);
    *ret_maximum = DEQUE_UNBOUNDED;
    if (!value || value == model->none)
        return true;
    if (!kind_is_integer(model_kind(model, value)))
        return raise_error(run, EXC_TypeError, "an integer is required");
    if (!int_is_small(model, value))
        return raise_error(run, EXC_OverflowError,
                           "Python int too large to convert to C ssize_t");
    if (int_value(model, value) < 0)
        return raise_error(run, EXC_ValueError, "maxlen must be non-negative");
    if (int_value(model, value) < DEQUE_UNBOUNDED)
        *ret_maximum = (uint32_t)int_value(model, value);
    return true;
}

static void set_maximum(Run *run, ObjectId deque, uint32_t value)
{
    if (maximum(run, deque) != value)
        object_set_field(run_model(run), deque, FIELD_C, value);
}

/* An empty one begins at one end of its block, so that it takes less of them. */
static void start_at(Model *model, ObjectId deque, uint32_t left)
{
    if (!deque_length(model, deque))
        deque_start_at(model, deque, left);
}

/* deque_extend, deque_extendleft */
bool deque_extend(Run *run, ObjectId deque, ObjectId iterable,
                  void (*add)(Model *, ObjectId, ObjectId))
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    if (iterable == deque && !(iterable = iterate_list(run, deque)))
        return false;
    ObjectId iterator = iterate(run, iterable);
    if (!iterator)
        return false;
    if (maximum(run, deque))
        start_at(model, deque, add == deque_append ? 1 : DEQUE_BLOCK_LENGTH - 1);
    uint32_t round = hand_mark(model);
    ObjectId item;
    while ((item = iterate_next(run, iterator))) {
        add(model, deque, item);
        hand_release(model, round);
    }
    hand_release(model, mark);
    return !raised(run);
}

static const char *const init_keywords[] = {"iterable", "maxlen", ""};
static const Native init_form = {"deque", NULL, 0, 2, init_keywords};

static ObjectId deque_init(Run *run, const Arguments *arguments)
{
    ObjectId deque = arguments->values[0], values[2];
    uint32_t most;
    bool unpacks = run_model(run)->profile->minor < 8 && !arguments->name_count;
    if ((unpacks && !argument_count(run, arguments, 1, "deque()", 0, 2)) ||
        !arguments_sort(run, &init_form, 1, arguments, values) ||
        !read_maximum(run, values[1], &most))
        return 0;
    set_maximum(run, deque, most);
    deque_clear(run_model(run), deque);
    return !values[0] || deque_extend(run, deque, values[0], deque_append) ? none(run) : 0;
}

/* deque_copy: a subclass is called as the program would. */
ObjectId deque_copy(Run *run, ObjectId deque)
{
    Model *model = run_model(run);
    ObjectId type = model_object(model, deque)->type;
    uint32_t most = maximum(run, deque);
    if (type != native_type(run, &type_deque)) {
        ObjectId values[2] = {deque, most == DEQUE_UNBOUNDED ? 0 : int_from(model, most)};
        return call_object(run, type, values, values[1] ? 2 : 1);
    }
    ObjectId made = deque_create(run, type);
    set_maximum(run, made, most);
    if (deque_length(model, deque) == 1)
        deque_append(model, made, deque_item(model, deque, 0));
    else if (!deque_extend(run, made, deque, deque_append))
        return 0;
    return made;
}

static ObjectId copy(Run *run, const Arguments *arguments)
{
    return deque_copy(run, arguments->values[0]);
}

/* --- ends --- */

static ObjectId append(Run *run, const Arguments *arguments)
{
    deque_append(run_model(run), arguments->values[0], arguments->values[1]);
    return none(run);
}

static ObjectId append_left(Run *run, const Arguments *arguments)
{
    deque_append_left(run_model(run), arguments->values[0], arguments->values[1]);
    return none(run);
}

static ObjectId pop_by(Run *run, const Arguments *arguments, ObjectId (*pop)(Model *, ObjectId))
{
    Model *model = run_model(run);
    if (!deque_length(model, arguments->values[0]))
        return raise_error(run, EXC_IndexError, "pop from an empty deque");
    return pop(model, arguments->values[0]);
}

static ObjectId pop(Run *run, const Arguments *arguments)
{
    return pop_by(run, arguments, deque_pop);
}

static ObjectId pop_left(Run *run, const Arguments *arguments)
{
    return pop_by(run, arguments, deque_pop_left);
}

static ObjectId extend_right(Run *run, const Arguments *arguments)
{
    return deque_extend(run, arguments->values[0], arguments->values[1], deque_append)
               ? none(run)
               : 0;
}

static ObjectId extend_left(Run *run, const Arguments *arguments)
{
    return deque_extend(run, arguments->values[0], arguments->values[1], deque_append_left)
               ? none(run)
               : 0;
}

static ObjectId clear(Run *run, const Arguments *arguments)
{
    deque_clear(run_model(run), arguments->values[0]);
    return none(run);
}

/* --- positions --- */

static ObjectId rotate(Run *run, const Arguments *arguments)
{
    int64_t count = 1;
    ObjectId given = argument_at(arguments, 1);
    if (given && run_model(run)->profile->minor < 10 &&
        model_kind(run_model(run), given) == KIND_FLOAT)
        return raise_error(run, EXC_TypeError, "integer argument expected, got float");
    if (given && !argument_size(run, given, &count))
        return 0;
    deque_rotate(run_model(run), arguments->values[0], count);
    return none(run);
}

static ObjectId reverse(Run *run, const Arguments *arguments)
{
    deque_reverse(run_model(run), arguments->values[0]);
    return none(run);
}

static ObjectId insert(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId deque = arguments->values[0], value = arguments->values[2];
    int64_t index, length = deque_length(model, deque);
    if (!argument_size(run, arguments->values[1], &index))
        return 0;
    if (length == maximum(run, deque))
        return raise_error(run, EXC_IndexError, "deque already at its maximum size");
    if (index >= length) {
        deque_append(model, deque, value);
    } else if (index <= -length || index == 0) {
        deque_append_left(model, deque, value);
    } else {
        deque_rotate(model, deque, -index);
        if (index < 0)
            deque_append(model, deque, value);
        else
            deque_append_left(model, deque, value);
        deque_rotate(model, deque, index);
    }
    return none(run);
}

/* deque_del_item: the item goes to the left end, from there away, the others back. */
static void delete_at(Model *model, ObjectId deque, uint32_t index)
{
    uint32_t mark = hand_mark(model);
    deque_rotate(model, deque, -(int64_t)index);
    deque_pop_left(model, deque);
    deque_rotate(model, deque, index);
    hand_release(model, mark);
}

static void delete_stepwise(Model *model, ObjectId deque, uint32_t index)
{
    uint32_t mark = hand_mark(model);
    for (uint32_t i = 0; i < index; i++)
        deque_rotate(model, deque, -1);
    deque_pop_left(model, deque);
    deque_rotate(model, deque, index);
    hand_release(model, mark);
}

static ObjectId raise_mutated(Run *run, ExceptionName type)
{
    return raise_error(run, type, "deque mutated during iteration");
}

/* The first item from `start` on that equals `value`; `stop` where there is none. False: raised
 * (the deque mutated: with `mistake`, or as remove() had it until 3.9). */
static bool find(Run *run, ObjectId deque, ObjectId value, uint32_t start, uint32_t stop,
                 ExceptionName mistake, uint32_t *ret_index)
{
    Model *model = run_model(run);
    uint32_t state = model_object(model, deque)->b, i = start;
    bool equal = false;
    for (; i < stop; i++) {
        uint32_t mark = hand_mark(model);
        ObjectId item = deque_item(model, deque, i);
        if (model->profile->minor >= 8)
            hand_hold(model, item);
        bool fine = compare_equal(run, item, value, &equal);
        hand_release(model, mark);
        if (!fine)
            return false;
        if (state != model_object(model, deque)->b)
            return raise_mutated(run, mistake);
        if (equal)
            break;
    }
    *ret_index = i;
    return true;
}

static ObjectId raise_missing(Run *run, ObjectId value)
{
    ObjectId text = object_repr(run, value);
    return text ? raise_error(run, EXC_ValueError, "%s is not in deque",
                              str_slice(run_model(run), text).bytes)
                : 0;
}

static ObjectId index_of(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId deque = arguments->values[0];
    uint32_t length = deque_length(model, deque), start = 0, stop = length, index;
    if (!argument_bound(run, argument_at(arguments, 2), length, &start) ||
        !argument_bound(run, argument_at(arguments, 3), length, &stop))
        return 0;
    if (stop > length)
        stop = length;
    if (!find(run, deque, arguments->values[1], start, stop, EXC_RuntimeError, &index))
        return 0;
    return index < stop ? int_from(model, index) : raise_missing(run, arguments->values[1]);
}

static ObjectId count(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId deque = arguments->values[0];
    uint32_t length = deque_length(model, deque), found = 0, index = 0;
    for (; index < length; index++) {
        if (!find(run, deque, arguments->values[1], index, length, EXC_RuntimeError, &index))
            return 0;
        found += index < length;
    }
    return int_from(model, found);
}

static ObjectId remove_value(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId deque = arguments->values[0];
    uint32_t length = deque_length(model, deque), index;
    bool newer = model->profile->minor >= 10;
    if (!find(run, deque, arguments->values[1], 0, length, EXC_IndexError, &index)) {
        if (!newer && raised_is(run, EXC_IndexError)) {
            raise_clear(run);
            return raise_error(run, EXC_IndexError, "deque mutated during remove().");
        }
        return 0;
    }
    if (index == length)
        return newer ? raise_missing(run, arguments->values[1])
                     : raise_error(run, EXC_ValueError, "deque.remove(x): x not in deque");
    /* Until 3.9 it went round by one place for each item that it looked at. */
    if (newer)
        delete_at(model, deque, index);
    else
        delete_stepwise(model, deque, index);
    return none(run);
}

/* --- slots --- */

static ObjectId length(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    return int_from(model, deque_length(model, arguments->values[0]));
}

static ObjectId truth(Run *run, const Arguments *arguments)
{
    const Model *model = run_model(run);
    return bool_from(model, deque_length(model, arguments->values[0]) != 0);
}

static ObjectId contains(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    uint32_t end = deque_length(model, arguments->values[0]), index;
    if (!find(run, arguments->values[0], arguments->values[1], 0, end, EXC_RuntimeError,
              &index))
        return 0;
    return bool_from(model, index < end);
}

/* A position from d[key]. */
static bool position(Run *run, ObjectId deque, ObjectId key, uint32_t *ret_position)
{
    const Model *model = run_model(run);
    if (!kind_is_integer(model_kind(model, key)) && !lookup_special(run, key, "__index__"))
        return raise_error(run, EXC_TypeError, "sequence index must be integer, not '%s'",
                           type_string(run, key));
    ObjectId number = object_index_int(run, key);
    if (!number)
        return false;
    if (!int_is_small(model, number))
        return raise_error(run, EXC_IndexError, "cannot fit '%s' into an index-sized integer",
                           type_string(run, key));
    int64_t index = int_value(model, number), end = deque_length(model, deque);
    if (index < 0)
        index += end;
    if (index < 0 || index >= end)
        return raise_error(run, EXC_IndexError, "deque index out of range");
    *ret_position = (uint32_t)index;
    return true;
}

static ObjectId item_get(Run *run, const Arguments *arguments)
{
    uint32_t index = 0;
    if (!position(run, arguments->values[0], arguments->values[1], &index))
        return 0;
    return deque_item(run_model(run), arguments->values[0], index);
}

static ObjectId item_set(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    uint32_t index;
    if (!position(run, arguments->values[0], arguments->values[1], &index))
        return 0;
    reference_set(model, arguments->values[0],
                  model_object(model, arguments->values[0])->a + index, arguments->values[2]);
    return none(run);
}

static ObjectId item_delete(Run *run, const Arguments *arguments)
{
    uint32_t index;
    if (!position(run, arguments->values[0], arguments->values[1], &index))
        return 0;
    delete_at(run_model(run), arguments->values[0], index);
    return none(run);
}

static ObjectId iterator_over(Run *run, const Arguments *arguments, const NativeType *type)
{
    Model *model = run_model(run);
    const Object *deque = model_object(model, arguments->values[0]);
    ObjectId iterator = native_create(run, native_type(run, type), arguments->values, 1);
    object_set_field(model, iterator, FIELD_B, deque->b);
    object_set_field(model, iterator, FIELD_C, deque->slot_count - deque->a);
    return iterator;
}

static ObjectId iter(Run *run, const Arguments *arguments)
{
    return iterator_over(run, arguments, &type_deque_iterator);
}

static ObjectId reversed_iter(Run *run, const Arguments *arguments)
{
    return iterator_over(run, arguments, &type_deque_reverse_iterator);
}

static ObjectId repr(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId deque = arguments->values[0];
    if (!writing_enter(run, deque))
        return raised(run) ? 0 : str_from_string(model, "[...]");
    uint32_t mark = hand_mark(model);
    Text text = {0};
    Slice name = model->profile->minor < 7 ? slice_of("deque") : native_short_name(run, model_object(model, deque)->type);
    text_append_format(&text, "%.*s(", (int)name.length, name.bytes);
    ObjectId list = iterate_list(run, deque);
    bool fine = list && repr_write(run, list, &text);
    writing_leave(run);
    hand_release(model, mark);
    uint32_t most = maximum(run, deque);
    if (most != DEQUE_UNBOUNDED)
        text_append_format(&text, ", maxlen=%u", most);
    text_append_char(&text, ')');
    if (fine)
        return str_new_of_text(run, &text);
    text_done(&text);
    return 0;
}

/* --- for copy and pickle --- */

static ObjectId reduce(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId deque = arguments->values[0];
    uint32_t most = maximum(run, deque);
    ObjectId dict = object_dict(run, deque);
    ObjectId bounded = most == DEQUE_UNBOUNDED
                           ? model->empty_tuple
                           : tuple_of(run, model->empty_tuple, int_from(model, most));
    ObjectId iterator = iterate(run, deque);
    ObjectId values[4] = {model_object(model, deque)->type, bounded, dict ? dict : model->none,
                          iterator};
    return iterator ? tuple_from(model, values, 4) : 0;
}

static ObjectId maxlen(Run *run, ObjectId deque)
{
    Model *model = run_model(run);
    uint32_t most = maximum(run, deque);
    return most == DEQUE_UNBOUNDED ? model->none : int_from(model, most);
}

const NativeAttribute deque_attributes[] = {{"maxlen", maxlen}, {""}};

const Native deque_methods[] = {
    SLOT_ROWS_COMPARE,
    {"__add__", deque_concatenate, 1, 1, NULL, NATIVE_SLOT},
    {"__bool__", truth, 0, 0, NULL, NATIVE_SLOT, 0, 10},
    NATIVE_ROW_CLASS_GETITEM,
    {"__contains__", contains, 1, 1, NULL, NATIVE_SLOT},
    {"__copy__", copy, 0, 0, NULL, NATIVE_NOARGS},
    {"__delitem__", item_delete, 1, 1, NULL, NATIVE_SLOT},
    {"__getitem__", item_get, 1, 1, NULL, NATIVE_SLOT},
    {"__iadd__", deque_extend_in_place, 1, 1, NULL, NATIVE_SLOT},
    {"__imul__", deque_multiply_in_place, 1, 1, NULL, NATIVE_SLOT},
    {"__init__", deque_init, 0, -1, NULL, NATIVE_RAW},
    {"__iter__", iter, 0, 0, NULL, NATIVE_SLOT},
    {"__len__", length, 0, 0, NULL, NATIVE_SLOT},
    {"__mul__", deque_multiply, 1, 1, NULL, NATIVE_SLOT},
    {"__new__", deque_new, 0, -1, NULL, NATIVE_STATIC},
    {"__reduce__", reduce, 0, 0, NULL, NATIVE_NOARGS},
    {"__repr__", repr, 0, 0, NULL, NATIVE_SLOT},
    {"__reversed__", reversed_iter, 0, 0, NULL, NATIVE_NOARGS},
    {"__rmul__", deque_multiply, 1, 1, NULL, NATIVE_SLOT},
    {"__setitem__", item_set, 2, 2, NULL, NATIVE_SLOT},
    {"__sizeof__", slot_sizeof, 0, 0, NULL, NATIVE_NOARGS},
    {"append", append, 1, 1, NULL, NATIVE_O},
    {"appendleft", append_left, 1, 1, NULL, NATIVE_O},
    {"clear", clear, 0, 0, NULL, NATIVE_NOARGS},
    {"copy", copy, 0, 0, NULL, NATIVE_NOARGS},
    {"count", count, 1, 1, NULL, NATIVE_O},
    {"extend", extend_right, 1, 1, NULL, NATIVE_O},
    {"extendleft", extend_left, 1, 1, NULL, NATIVE_O},
    {"index", index_of, 1, 3, NULL, NATIVE_PARSE, 0, 12},
    {"index", index_of, 1, 3, NULL, NATIVE_VARARGS, 13},
    {"insert", insert, 2, 2, NULL, NATIVE_PARSE, 0, 12},
    {"insert", insert, 2, 2, NULL, NATIVE_VARARGS, 13},
    {"pop", pop, 0, 0, NULL, NATIVE_NOARGS},
    {"popleft", pop_left, 0, 0, NULL, NATIVE_NOARGS},
    {"remove", remove_value, 1, 1, NULL, NATIVE_O},
    {"reverse", reverse, 0, 0, NULL, NATIVE_NOARGS},
    {"rotate", rotate, 0, 1, NULL, NATIVE_PARSE, 0, 9},
    {"rotate", rotate, 0, 1, NULL, NATIVE_VARARGS, 10},
    SLOT_ROW_END,
};
