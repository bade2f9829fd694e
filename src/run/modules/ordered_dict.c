/* The type collections.OrderedDict and its methods: Objects/odictobject.c. */
#include "lang/opcode.h"
#include "run/interpreter.h"
#include "run/modules/collections.h"
#include "run/text/text.h"
#include "run/types/slots.h"
#include "run/values/compare.h"
#include "run/values/iterate.h"

static ObjectId none(Run *run)
{
    return run->model->none;
}

static bool is_exact(Run *run, ObjectId dict)
{
    return model_object(run->model, dict)->type == native_type(run, &type_ordered_dict);
}

static void note_change(Run *run, ObjectId dict)
{
    object_set_field(run->model, dict, FIELD_B, model_object(run->model, dict)->b + 1);
}

/* --- one entry --- */

static bool put(Run *run, ObjectId dict, ObjectId key, ObjectId value)
{
    uint32_t before = dict_used(run->model, dict);
    if (!dict_set_key(run, dict, key, value))
        return false;
    if (dict_used(run->model, dict) != before)
        note_change(run, dict);
    return true;
}

static ObjectId setitem(Run *run, const Arguments *arguments)
{
    const ObjectId *values = arguments->values;
    return put(run, values[0], values[1], values[2]) ? none(run) : 0;
}

/* PyErr_SetObject: a key that is a tuple becomes the error's args. */
static ObjectId raise_key(Run *run, ObjectId key)
{
    if (model_kind(run->model, key) != KIND_TUPLE)
        return raise_with(run, EXC_KeyError, key);
    uint32_t mark = hand_mark(run->model);
    const Object *row = model_object(run->model, key);
    ObjectId error =
        exception_create(run, run->exceptions[EXC_KeyError], row->slots, row->slot_count);
    reference_set(run->model, error, EXCEPTION_SLOT_ARGS, key);
    raise_object(run, error);
    hand_release(run->model, mark);
    return 0;
}

static bool drop(Run *run, ObjectId dict, ObjectId key)
{
    bool found;
    if (!dict_delete_key(run, dict, key, &found))
        return false;
    if (!found)
        return raise_key(run, key);
    note_change(run, dict);
    return true;
}

static ObjectId delitem(Run *run, const Arguments *arguments)
{
    return drop(run, arguments->values[0], arguments->values[1]) ? none(run) : 0;
}

/* Until 3.10 a class of the program is asked for the item and told to delete it. */
static ObjectId take(Run *run, ObjectId dict, ObjectId key)
{
    Model *model = run->model;
    bool asks = model->profile->minor <= 10 && !is_exact(run, dict), found;
    ObjectId value =
        asks ? subscript_get(run, dict, key) : dict_get_key(run, dict, key, &found);
    if (!value)
        return 0;
    hand_hold(model, value);
    bool fine = asks ? subscript_set(run, dict, key, 0) : drop(run, dict, key);
    return fine ? value : 0;
}

static const char *const pop_keywords[] = {"key", "default", ""};

static ObjectId pop(Run *run, const Arguments *arguments)
{
    ObjectId dict = arguments->values[0], key = arguments->values[1];
    int64_t entry = dict_find_key(run, dict, key);
    if (entry == -2)
        return 0;
    if (entry >= 0)
        return take(run, dict, key);
    return arguments->values[2] ? arguments->values[2] : raise_key(run, key);
}

static ObjectId setdefault(Run *run, const Arguments *arguments)
{
    ObjectId dict = arguments->values[0], key = arguments->values[1];
    ObjectId value = arguments->values[2] ? arguments->values[2] : none(run);
    int64_t entry = dict_find_key(run, dict, key);
    if (entry == -2)
        return 0;
    if (entry >= 0)
        return is_exact(run, dict) ? dict_value(run->model, dict, (uint32_t)entry)
                                   : subscript_get(run, dict, key);
    return subscript_set(run, dict, key, value) ? value : 0;
}

/* --- order --- */

static const char *const move_keywords[] = {"key", "last", ""};

static ObjectId move_to_end(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    ObjectId dict = arguments->values[0], key = arguments->values[1];
    bool last = true;
    if (arguments->values[2] && !object_truth(run, arguments->values[2], &last))
        return 0;
    int64_t entry = dict_find_key(run, dict, key);
    if (entry < 0)
        return entry == -1 ? raise_key(run, key) : 0;
    uint32_t end = dict_entry_end(model, dict), first = 0;
    while (end > 0 && !dict_key(model, dict, end - 1))
        end--;
    while (first < end && !dict_key(model, dict, first))
        first++;
    if ((uint32_t)entry == (last ? end - 1 : first))
        return none(run);
    dict_move(model, dict, (uint32_t)entry, last);
    note_change(run, dict);
    return none(run);
}

static const char *const popitem_keywords[] = {"last", ""};

static ObjectId popitem(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    ObjectId dict = arguments->values[0];
    bool last = true;
    if (arguments->values[1] && !object_truth(run, arguments->values[1], &last))
        return 0;
    if (!dict_used(model, dict))
        return raise_with(run, EXC_KeyError, str_from_string(model, "dictionary is empty"));
    uint32_t entry = last ? dict_entry_end(model, dict) - 1 : 0;
    while (!dict_key(model, dict, entry))
        entry += last ? -1u : 1;
    ObjectId key = hand_hold(model, dict_key(model, dict, entry));
    ObjectId value = take(run, dict, key);
    return value ? tuple_of(run, key, value) : 0;
}

static ObjectId clear(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    dict_clear(model, arguments->values[0]);
    /* Until 3.12 only the size told iterators. */
    if (model->profile->minor >= 13)
        note_change(run, arguments->values[0]);
    return none(run);
}

/* --- many entries: mutablemapping_update --- */

static bool add_pair(Run *run, ObjectId dict, ObjectId pair)
{
    Model *model = run->model;
    ObjectId list = iterate_list(run, pair);
    if (!list)
        return false;
    const Object *row = model_object(model, list);
    if (row->slot_count < 2)
        return raise_error(run, EXC_ValueError, "need more than %u value%s to unpack",
                           row->slot_count, row->slot_count == 1 ? "" : "s");
    if (row->slot_count > 2)
        return raise_error(run, EXC_ValueError, "too many values to unpack (expected 2)");
    return subscript_set(run, dict, row->slots[0], row->slots[1]);
}

static bool add_key(Run *run, ObjectId dict, ObjectId source, ObjectId key)
{
    ObjectId value = subscript_get(run, source, key);
    return value && subscript_set(run, dict, key, value);
}

/* The pairs, or where the source has keys() the items under them. */
static bool add_all(Run *run, ObjectId dict, ObjectId source)
{
    Model *model = run->model;
    bool keyed = false;
    ObjectId keys = attribute_find(run, source, model_intern(model, slice_of("keys")), &keyed);
    if (raised(run))
        return false;
    ObjectId over = keyed ? call_object(run, keys, NULL, 0) : source;
    ObjectId iterator = over ? iterate(run, over) : 0;
    if (!iterator)
        return false;
    uint32_t round = hand_mark(model);
    ObjectId item;
    while ((item = iterate_next(run, iterator))) {
        if (!(keyed ? add_key(run, dict, source, item) : add_pair(run, dict, item)))
            return false;
        hand_release(model, round);
    }
    return !raised(run);
}

static bool add_arguments(Run *run, const Arguments *arguments)
{
    const Model *model = run->model;
    ObjectId dict = arguments->values[0];
    uint32_t mark = hand_mark(model);
    if (arguments->count > 1 && !add_all(run, dict, arguments->values[1]))
        return false;
    for (uint32_t i = 0; i < arguments->name_count; i++)
        if (!subscript_set(run, dict, model_object(model, arguments->names)->slots[i],
                           arguments->values[arguments->count + i]))
            return false;
    hand_release(run->model, mark);
    return true;
}

static ObjectId init(Run *run, const Arguments *arguments)
{
    uint32_t given = arguments->count - 1;
    if (given > 1)
        return raise_error(run, EXC_TypeError, "expected at most 1 arguments, got %u", given);
    return add_arguments(run, arguments) ? none(run) : 0;
}

static ObjectId update(Run *run, const Arguments *arguments)
{
    uint32_t given = arguments->count - 1;
    if (given > 1)
        return raise_error(run, EXC_TypeError,
                           "update() takes at most 1 positional argument (%u given)", given);
    return add_arguments(run, arguments) ? none(run) : 0;
}

static const char *const fromkeys_keywords[] = {"iterable", "value", ""};
static const Native fromkeys_form = {"fromkeys", NULL, 1, 2, fromkeys_keywords};

static ObjectId fromkeys(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    ObjectId values[2];
    if (!arguments_sort(run, &fromkeys_form, 1, arguments, values))
        return 0;
    ObjectId dict = call_object(run, arguments->values[0], NULL, 0);
    ObjectId iterator = dict ? iterate(run, values[0]) : 0;
    if (!iterator)
        return 0;
    uint32_t round = hand_mark(model);
    ObjectId key;
    while ((key = iterate_next(run, iterator)) &&
           subscript_set(run, dict, key, values[1] ? values[1] : model->none))
        hand_release(model, round);
    return raised(run) ? 0 : dict;
}

/* odict_copy: a class of the program gets its items through its own methods. */
static ObjectId copy_of(Run *run, ObjectId dict)
{
    Model *model = run->model;
    bool exact = is_exact(run, dict), fine = true;
    ObjectId made = call_object(run, model_object(model, dict)->type, NULL, 0);
    for (uint32_t i = 0; made && fine && i < dict_entry_end(model, dict); i++) {
        ObjectId key = dict_key(model, dict, i);
        if (!key)
            continue;
        uint32_t round = hand_mark(model);
        hand_hold(model, key);
        fine = exact ? put(run, made, key, dict_value(model, dict, i))
                     : add_key(run, made, dict, key);
        hand_release(model, round);
    }
    return fine ? made : 0;
}

static ObjectId copy(Run *run, const Arguments *arguments)
{
    return copy_of(run, arguments->values[0]);
}

/* --- | --- */

static ObjectId merge(Run *run, ObjectId self, ObjectId left, ObjectId right)
{
    const Model *model = run->model;
    if (model_kind(model, left) != KIND_DICT || model_kind(model, right) != KIND_DICT)
        return model->not_implemented;
    ObjectId made = call_object(run, model_object(model, self)->type, &left, 1);
    return made && add_all(run, made, right) ? made : 0;
}

static ObjectId or_(Run *run, const Arguments *arguments)
{
    const ObjectId *values = arguments->values;
    return merge(run, values[0], values[0], values[1]);
}
static ObjectId ror(Run *run, const Arguments *arguments)
{
    const ObjectId *values = arguments->values;
    return merge(run, values[0], values[1], values[0]);
}
static ObjectId ior(Run *run, const Arguments *arguments)
{
    return add_all(run, arguments->values[0], arguments->values[1]) ? arguments->values[0] : 0;
}

/* --- comparison, repr, size --- */

/* Are the keys the same in the same order? */
static bool same_order(Run *run, ObjectId left, ObjectId right, bool *ret_same)
{
    const Model *model = run->model;
    uint32_t a = 0, b = 0;
    *ret_same = true;
    while (*ret_same) {
        while (a < dict_entry_end(model, left) && !dict_key(model, left, a))
            a++;
        while (b < dict_entry_end(model, right) && !dict_key(model, right, b))
            b++;
        if (a >= dict_entry_end(model, left) || b >= dict_entry_end(model, right))
            return true;
        if (!compare_equal(run, dict_key(model, left, a++), dict_key(model, right, b++),
                           ret_same))
            return false;
    }
    return true;
}

static ObjectId compare(Run *run, int op, ObjectId left, ObjectId right)
{
    const Model *model = run->model;
    if ((op != COMPARE_EQ && op != COMPARE_NE) || model_kind(model, right) != KIND_DICT)
        return model->not_implemented;
    ObjectId equal = compare_builtin(run, COMPARE_EQ, left, right);
    if (!equal)
        return 0;
    bool same = equal == model->true_;
    if (same && native_is(run, right, &type_ordered_dict) &&
        !same_order(run, left, right, &same))
        return 0;
    return bool_from(model, same == (op == COMPARE_EQ));
}

/* "[(1, 2), (3, 4)]" of the items. */
static bool write_pairs(Run *run, ObjectId dict, Text *ret_text)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId items = attribute_get_string(run, dict, "items");
    ObjectId view = items ? call_object(run, items, NULL, 0) : 0;
    ObjectId list = view ? iterate_list(run, view) : 0;
    bool fine = list && repr_write(run, list, ret_text);
    hand_release(model, mark);
    return fine;
}

/* "{1: 2, 3: 4}": the contents as those of a dict of their own. */
static bool write_contents(Run *run, ObjectId dict, Text *ret_text)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId plain = call_object(run, model->types[TYPE_DICT], &dict, 1);
    bool fine = plain && repr_write(run, plain, ret_text);
    hand_release(model, mark);
    return fine;
}

static ObjectId repr(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    ObjectId dict = arguments->values[0];
    Text text = {0};
    Slice name = native_short_name(run, model_object(model, dict)->type);
    text_append_format(&text, "%.*s(", SLICE(name));
    bool fine = true;
    if (dict_used(model, dict)) {
        if (!writing_enter(run, dict)) {
            text_done(&text);
            return raised(run) ? 0 : str_from_string(model, "...");
        }
        fine = model->profile->minor < 12 ? write_pairs(run, dict, &text)
                                          : write_contents(run, dict, &text);
        writing_leave(run);
    }
    text_append_char(&text, ')');
    if (fine)
        return str_new_of_text(run, &text);
    text_done(&text);
    return 0;
}

/* A node for each item, and an array of nodes as long as the keys table. */
static ObjectId size_of(Run *run, const Arguments *arguments)
{
    enum { NODE_SIZE = 32, POINTER_SIZE = 8 };
    Model *model = run->model;
    ObjectId dict = arguments->values[0];
    uint64_t size = model_size(model, &model->state, dict) - model->profile->sizes.gc_header;
    uint32_t used = dict_used(model, dict);
    if (used)
        size +=
            (uint64_t)NODE_SIZE * used + (uint64_t)POINTER_SIZE * dict_table_size(model, dict);
    return int_from(model, (int64_t)size);
}

static ObjectId reduce(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    ObjectId self = arguments->values[0], dict = model_object(model, self)->dict;
    ObjectId items = attribute_get_string(run, self, "items");
    ObjectId view = items ? call_object(run, items, NULL, 0) : 0;
    ObjectId iterator = view ? iterate(run, view) : 0;
    ObjectId values[5] = {model_object(model, self)->type, model->empty_tuple,
                          dict ? dict : model->none, model->none, iterator};
    return iterator ? tuple_from(model, values, 5) : 0;
}

static const Native methods[] = {
    SLOT_ROWS_COMPARE,
    {"__delitem__", delitem, 1, 1, NULL, NATIVE_SLOT},
    {"__init__", init, 0, -1, NULL, NATIVE_RAW},
    {"__ior__", ior, 1, 1, NULL, NATIVE_SLOT, 9},
    {"__iter__", ordered_dict_iter, 0, 0, NULL, NATIVE_SLOT},
    {"__or__", or_, 1, 1, NULL, NATIVE_SLOT, 9},
    {"__reduce__", reduce, 0, 0, NULL, NATIVE_NOARGS},
    {"__repr__", repr, 0, 0, NULL, NATIVE_SLOT},
    {"__reversed__", ordered_dict_reversed, 0, 0, NULL, NATIVE_NOARGS},
    {"__ror__", ror, 1, 1, NULL, NATIVE_SLOT, 9},
    {"__setitem__", setitem, 2, 2, NULL, NATIVE_SLOT},
    {"__sizeof__", size_of, 0, 0, NULL, NATIVE_NOARGS},
    {"clear", clear, 0, 0, NULL, NATIVE_NOARGS},
    {"copy", copy, 0, 0, NULL, NATIVE_NOARGS},
    {"fromkeys", fromkeys, 0, -1, NULL, NATIVE_STATIC},
    {"items", ordered_dict_items, 0, 0, NULL, NATIVE_NOARGS},
    {"keys", ordered_dict_keys, 0, 0, NULL, NATIVE_NOARGS},
    {"move_to_end", move_to_end, 1, 2, move_keywords, NATIVE_VARARGS},
    {"pop", pop, 1, 2, pop_keywords, NATIVE_VARARGS},
    {"popitem", popitem, 0, 1, popitem_keywords, NATIVE_VARARGS},
    {"setdefault", setdefault, 1, 2, pop_keywords, NATIVE_VARARGS},
    {"update", update, 0, -1, NULL, NATIVE_RAW},
    {"values", ordered_dict_values, 0, 0, NULL, NATIVE_NOARGS},
    SLOT_ROW_END,
};

const NativeType type_ordered_dict = {
    .name = "collections.OrderedDict",
    .base = TYPE_DICT,
    .flags = NATIVE_GC | NATIVE_BASETYPE | NATIVE_DICT | NATIVE_WEAKREF,
    .sizes = {144, 144, 128},
    .methods = methods,
    .compare = compare,
};
