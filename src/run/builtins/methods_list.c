/* Methods and constructors of list and tuple: Objects/listobject.c, Objects/tupleobject.c. */
#include <stdlib.h>

#include "base/memory.h"
#include "run/types/native_type.h"
#include "run/types/slots.h"
#include "run/values/iterate.h"
#include "run/values/sort.h"

static ObjectId none(Run *run)
{
    return run_model(run)->none;
}

static ObjectId list_append_method(Run *run, const Arguments *arguments)
{
    list_append(run_model(run), arguments->values[0], arguments->values[1]);
    return none(run);
}

static ObjectId list_clear_method(Run *run, const Arguments *arguments)
{
    list_clear(run_model(run), arguments->values[0]);
    return none(run);
}

static ObjectId list_copy(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    const Object *object = model_object(model, arguments->values[0]);
    return list_from(model, object->slots, object->slot_count, LIST_FILL_EXACT);
}

/* Compares item by item; the sequence may change meanwhile. `ret_index` is one past the end
 * where none is equal. */
static bool find_item(Run *run, ObjectId sequence, ObjectId value, uint32_t start,
                      uint32_t stop, uint32_t *ret_index)
{
    Model *model = run_model(run);
    const Object *object = model_object(model, sequence);
    for (uint32_t i = start; i < stop && i < object->slot_count; i++) {
        uint32_t mark = hand_mark(model);
        bool equal;
        bool fine = compare_equal(run, compare_item_of(run, sequence, i), value, &equal);
        hand_release(model, mark);
        if (!fine)
            return false;
        if (equal) {
            *ret_index = i;
            return true;
        }
    }
    *ret_index = UINT32_MAX;
    return true;
}

static ObjectId sequence_count(Run *run, const Arguments *arguments)
{
    uint32_t index = 0;
    int64_t count = 0;
    for (;; index++) {
        if (!find_item(run, arguments->values[0], arguments->values[1], index, UINT32_MAX,
                       &index))
            return 0;
        if (index == UINT32_MAX)
            return int_from(run_model(run), count);
        count++;
    }
}

static ObjectId sequence_index(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId sequence = arguments->values[0], value = arguments->values[1];
    const Object *object = model_object(model, sequence);
    uint32_t start = 0, stop = UINT32_MAX - 1, index;
    if (!argument_bound(run, argument_at(arguments, 2), object->slot_count, &start) ||
        !argument_bound(run, argument_at(arguments, 3), object->slot_count, &stop) ||
        !find_item(run, sequence, value, start, stop, &index))
        return 0;
    if (index != UINT32_MAX)
        return int_from(model, index);
    if (object->kind == KIND_TUPLE)
        return raise_error(run, EXC_ValueError, "tuple.index(x): x not in tuple");
    ObjectId text = object_repr(run, value);
    return text ? raise_error(run, EXC_ValueError, "%s is not in list",
                              str_slice(model, text).bytes)
                : 0;
}

static ObjectId list_extend_method(Run *run, const Arguments *arguments)
{
    if (!list_fill_from(run, arguments->values[0], arguments->values[1], false))
        return 0;
    return none(run);
}

static ObjectId list_insert_method(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    int64_t index, length = model_object(model, arguments->values[0])->slot_count;
    if (!argument_size(run, arguments->values[1], &index))
        return 0;
    if (index < 0)
        index = index + length < 0 ? 0 : index + length;
    list_insert(model, arguments->values[0], (uint32_t)(index > length ? length : index),
                arguments->values[2]);
    return none(run);
}

static ObjectId list_pop_method(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId index_object = argument_at(arguments, 1);
    int64_t index = -1, length = model_object(model, arguments->values[0])->slot_count;
    if (index_object && !argument_size(run, index_object, &index))
        return 0;
    if (!length)
        return raise_error(run, EXC_IndexError, "pop from empty list");
    if (index < 0)
        index += length;
    if (index < 0 || index >= length)
        return raise_error(run, EXC_IndexError, "pop index out of range");
    return list_pop(model, arguments->values[0], (uint32_t)index);
}

static ObjectId list_remove(Run *run, const Arguments *arguments)
{
    uint32_t index;
    if (!find_item(run, arguments->values[0], arguments->values[1], 0, UINT32_MAX, &index))
        return 0;
    if (index == UINT32_MAX)
        return raise_error(run, EXC_ValueError, "list.remove(x): x not in list");
    list_splice(run_model(run), arguments->values[0], index, index + 1, NULL, 0);
    return none(run);
}

static ObjectId list_reverse(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    const Object *object = model_object(model, arguments->values[0]);
    uint32_t count = object->slot_count;
    if (count < 2)
        return none(run);
    ObjectId *order = memory_allocate(count * sizeof *order);
    for (uint32_t i = 0; i < count; i++)
        order[i] = object->slots[count - 1 - i];
    list_reorder(model, arguments->values[0], order);
    free(order);
    return none(run);
}

static const char *const sort_keywords[] = {"key", "reverse", ""};

static ObjectId list_sort_method(Run *run, const Arguments *arguments)
{
    ObjectId options[2];
    bool reversed = false;
    if (arguments->count - 1 + arguments->name_count > 2)
        return raise_error(run, EXC_TypeError, "sort() takes at most 2 arguments (%u given)",
                           arguments->count - 1 + arguments->name_count);
    if (arguments->count > 1)
        return raise_error(run, EXC_TypeError,
                           run_model(run)->profile->minor < 7
                               ? "must use keyword argument for key function"
                               : "sort() takes no positional arguments");
    if (!argument_keywords(run, arguments, "sort", sort_keywords, options) ||
        (options[1] && !argument_flag(run, options[1], &reversed)))
        return 0;
    ObjectId key = options[0] == none(run) ? 0 : options[0];
    return list_sort(run, arguments->values[0], key, reversed) ? none(run) : 0;
}

/* --- list(x) --- */

ObjectId list_new(Run *run, const Arguments *arguments)
{
    return list_create_by_call(run_model(run), arguments->values[0]);
}

/* The one argument of list() and tuple(), 0 where it is missing; 3.6 takes it by name too. */
static bool one_iterable(Run *run, const Arguments *arguments, ObjectId type, TypeName base,
                         ObjectId *ret_iterable)
{
    const char *function = base == TYPE_LIST ? "list" : "tuple";
    const char *other = base == TYPE_LIST ? "__new__" : "__init__";
    static const char *const keywords[] = {"sequence", ""};
    const Native form = {function, NULL, 0, 1, keywords, NATIVE_RAW};
    if (run_model(run)->profile->minor < 7)
        return arguments_sort(run, &form, 1, arguments, ret_iterable);
    *ret_iterable = argument_at(arguments, 1);
    return argument_no_keywords_of(run, arguments, type, base, other) &&
           argument_count(run, arguments, 1, function, 0, 1);
}

/* list(x) asked for the length once more in 3.8 and 3.9 (list_preallocate_exact). */
static bool ask_length(Run *run, ObjectId iterable)
{
    int minor = run_model(run)->profile->minor;
    int64_t length;
    return (minor != 8 && minor != 9) || !object_override(run, iterable, "__len__") ||
           object_length(run, iterable, &length);
}

ObjectId list_init(Run *run, const Arguments *arguments)
{
    ObjectId list = arguments->values[0], iterable;
    ObjectId type = model_object(run_model(run), list)->type;
    if (!one_iterable(run, arguments, type, TYPE_LIST, &iterable))
        return 0;
    if (model_object(run_model(run), list)->slot_count)
        list_clear(run_model(run), list);
    if (iterable && !(ask_length(run, iterable) && list_fill_from(run, list, iterable, true)))
        return 0;
    return none(run);
}

const Native methods_list[] = {
    SLOT_ROWS_COMPARE,
    SLOT_ROWS_SEQUENCE,
    SLOT_ROWS_CONTAINER,
    {"__getitem__", slot_getitem, 1, 1, NULL, NATIVE_O},
    SLOT_ROWS_ITEMS_SET,
    SLOT_ROW_REPR,
    SLOT_ROW_REVERSED,
    {"__iadd__", slot_iadd, 1, 1, NULL, NATIVE_SLOT},
    {"__imul__", slot_imul, 1, 1, NULL, NATIVE_SLOT},
    {"__init__", list_init, 0, -1, NULL, NATIVE_RAW},
    {"__new__", list_new, 0, -1, NULL, NATIVE_STATIC},
    NATIVE_ROW_CLASS_GETITEM,
    {"append", list_append_method, 1, 1, NULL, NATIVE_O, .quiet = true},
    {"clear", list_clear_method, 0, 0, NULL, NATIVE_NOARGS},
    {"copy", list_copy, 0, 0, NULL, NATIVE_NOARGS},
    {"count", sequence_count, 1, 1, NULL, NATIVE_O},
    {"extend", list_extend_method, 1, 1, NULL, NATIVE_O},
    {"index", sequence_index, 1, 3, NULL, NATIVE_CLINIC},
    {"insert", list_insert_method, 2, 2, NULL, NATIVE_CLINIC},
    {"pop", list_pop_method, 0, 1, NULL, NATIVE_CLINIC},
    {"remove", list_remove, 1, 1, NULL, NATIVE_O},
    {"reverse", list_reverse, 0, 0, NULL, NATIVE_NOARGS},
    {"sort", list_sort_method, 0, -1, NULL, NATIVE_RAW},
    SLOT_ROW_END,
};

/* --- tuple --- */

ObjectId tuple_new(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId type = arguments->values[0], iterable;
    bool own = type == model->types[TYPE_TUPLE];
    if (!one_iterable(run, arguments, type, TYPE_TUPLE, &iterable))
        return 0;
    ObjectId tuple = iterable ? tuple_of_iterable(run, iterable) : model->empty_tuple;
    if (!tuple || own)
        return tuple;
    const Object *object = model_object(model, tuple);
    return tuple_of_type(model, type, object->slots, object->slot_count);
}

static ObjectId tuple_getnewargs(Run *run, const Arguments *arguments)
{
    const Object *object = model_object(run_model(run), arguments->values[0]);
    ObjectId copy = tuple_from(run_model(run), object->slots, object->slot_count);
    return tuple_from(run_model(run), &copy, 1);
}

const Native methods_tuple[] = {
    SLOT_ROWS_COMPARE,
    SLOT_ROWS_SEQUENCE,
    SLOT_ROWS_CONTAINER,
    SLOT_ROW_GETITEM,
    SLOT_ROW_HASH,
    SLOT_ROW_REPR,
    {"__getnewargs__", tuple_getnewargs, 0, 0, NULL, NATIVE_NOARGS},
    {"__new__", tuple_new, 0, -1, NULL, NATIVE_STATIC},
    NATIVE_ROW_CLASS_GETITEM,
    {"count", sequence_count, 1, 1, NULL, NATIVE_O},
    {"index", sequence_index, 1, 3, NULL, NATIVE_CLINIC},
    SLOT_ROW_END,
};
