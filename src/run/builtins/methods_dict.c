/* Methods and constructors of dict and its views: Objects/dictobject.c. */
#include "lang/opcode.h"
#include "run/types/native_type.h"
#include "run/types/slots.h"
#include "run/values/iterate.h"

static ObjectId none(Run *run)
{
    return run_model(run)->none;
}

static ObjectId dict_clear_method(Run *run, const Arguments *arguments)
{
    dict_clear(run_model(run), arguments->values[0]);
    return none(run);
}

static ObjectId dict_copy_method(Run *run, const Arguments *arguments)
{
    return dict_copied(run, arguments->values[0]);
}

static ObjectId dict_get_method(Run *run, const Arguments *arguments)
{
    bool found;
    ObjectId value = dict_get_key(run, arguments->values[0], arguments->values[1], &found);
    if (found || raised(run))
        return value;
    return arguments->count > 2 ? arguments->values[2] : none(run);
}

static ObjectId dict_setdefault(Run *run, const Arguments *arguments)
{
    ObjectId dict = arguments->values[0], key = arguments->values[1];
    bool found;
    ObjectId value = dict_get_key(run, dict, key, &found);
    if (found || raised(run))
        return value;
    value = arguments->count > 2 ? arguments->values[2] : none(run);
    return dict_set_key(run, dict, key, value) ? value : 0;
}

static ObjectId dict_pop_method(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId dict = arguments->values[0], key = arguments->values[1];
    int64_t entry = -1;
    if (dict_used(model, dict)) /* an empty one does not even hash the key */
        entry = dict_find_key(run, dict, key);
    if (entry == -2)
        return 0;
    if (entry >= 0) {
        ObjectId value = hand_hold(model, dict_value(model, dict, (uint32_t)entry));
        dict_delete(model, dict, (uint32_t)entry);
        return value;
    }
    return arguments->count > 2 ? arguments->values[2] : raise_with(run, EXC_KeyError, key);
}

static ObjectId dict_popitem(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId dict = arguments->values[0];
    if (!dict_used(model, dict)) {
        ObjectId message = str_from_string(model, "popitem(): dictionary is empty");
        return raise_with(run, EXC_KeyError, message);
    }
    uint32_t entry = dict_entry_end(model, dict) - 1;
    while (!dict_key(model, dict, entry))
        entry--;
    ObjectId pair = tuple_of(run, dict_key(model, dict, entry), dict_value(model, dict, entry));
    dict_delete_last(model, dict);
    return pair;
}

/* Keyword values as entries. */
static bool add_keywords(Run *run, ObjectId dict, const Arguments *arguments)
{
    const Model *model = run_model(run);
    for (uint32_t i = 0; i < arguments->name_count; i++) {
        ObjectId name = model_object(model, arguments->names)->slots[i];
        if (!dict_set_key(run, dict, name, arguments->values[arguments->count + i]))
            return false;
    }
    return true;
}

static bool fill(Run *run, const char *name, const Arguments *arguments)
{
    if (!argument_count(run, arguments, 1, name, 0, 1))
        return false;
    if (arguments->count > 1 && !dict_update(run, arguments->values[0], arguments->values[1]))
        return false;
    return add_keywords(run, arguments->values[0], arguments);
}

static ObjectId dict_update_method(Run *run, const Arguments *arguments)
{
    return fill(run, "update", arguments) ? none(run) : 0;
}

static ObjectId dict_fromkeys(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    static const Native form = {"fromkeys", NULL, 1, 2, NULL, NATIVE_VARARGS};
    if (!arguments_check(run, &form, "dict", arguments))
        return 0;
    ObjectId type = arguments->values[0];
    ObjectId value = arguments->count > 2 ? arguments->values[2] : model->none;
    bool plain = type == model->types[TYPE_DICT];
    ObjectId dict = plain ? dict_create_by_call(model, type) : call_object(run, type, NULL, 0);
    if (plain)
        dict_presize_for(model, dict, arguments->values[1]);
    ObjectId iterator = dict ? iterate(run, arguments->values[1]) : 0;
    if (!iterator)
        return 0;
    uint32_t round = hand_mark(model);
    ObjectId key;
    while ((key = iterate_next(run, iterator)) && subscript_set(run, dict, key, value))
        hand_release(model, round);
    return raised(run) ? 0 : dict;
}

/* --- dict(…) --- */

ObjectId dict_new(Run *run, const Arguments *arguments)
{
    return dict_create_by_call(run_model(run), arguments->values[0]);
}

ObjectId dict_init(Run *run, const Arguments *arguments)
{
    return fill(run, "dict", arguments) ? none(run) : 0;
}

/* --- views --- */

enum { VIEW_SIZE = 24 }; /* bytes without the GC header */

ObjectId view_create(Run *run, ObjectId dict, TypeName type)
{
    return object_with_slots(run, KIND_NATIVE, type, VIEW_SIZE, OBJECT_GC, &dict, 1);
}

static ObjectId dict_keys_method(Run *run, const Arguments *arguments)
{
    return view_create(run, arguments->values[0], TYPE_DICT_KEYS);
}

static ObjectId dict_values_method(Run *run, const Arguments *arguments)
{
    return view_create(run, arguments->values[0], TYPE_DICT_VALUES);
}

static ObjectId dict_items_method(Run *run, const Arguments *arguments)
{
    return view_create(run, arguments->values[0], TYPE_DICT_ITEMS);
}

/* Is (key, value) an item of the dict? */
static bool items_contain(Run *run, ObjectId dict, ObjectId pair, bool *ret_contains)
{
    const Object *object = model_object(run_model(run), pair);
    bool found;
    *ret_contains = false;
    if (object->kind != KIND_TUPLE || object->slot_count != 2)
        return true;
    ObjectId value = dict_get_key(run, dict, object->slots[0], &found);
    if (!found)
        return !raised(run);
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    bool fine = compare_found(run, hand_hold(model, value), object->slots[1], ret_contains);
    hand_release(model, mark);
    return fine;
}

bool view_contains(Run *run, ObjectId view, ObjectId value, bool *ret_contains)
{
    const Model *model = run_model(run);
    ObjectId dict = model_object(model, view)->slots[0];
    if (is_view_of(model, view, TYPE_DICT_ITEMS))
        return items_contain(run, dict, value, ret_contains);
    dict_get_key(run, dict, value, ret_contains);
    return !raised(run);
}

static ObjectId view_isdisjoint(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId shared = set_operate(run, BINARY_AND, arguments->values[0], arguments->values[1]);
    bool disjoint = shared && !set_used(model, shared);
    hand_release(model, mark);
    return shared ? bool_from(model, disjoint) : 0;
}

const Native methods_dict[] = {
    SLOT_ROWS_COMPARE,
    {"__len__", slot_len, 0, 0, NULL, NATIVE_SLOT},
    {"__iter__", slot_iter, 0, 0, NULL, NATIVE_SLOT},
    {"__contains__", slot_contains, 1, 1, NULL, NATIVE_O},
    {"__getitem__", slot_getitem, 1, 1, NULL, NATIVE_O},
    SLOT_ROWS_ITEMS_SET,
    SLOT_ROW_REPR,
    {"__reversed__", slot_reversed, 0, 0, NULL, NATIVE_NOARGS, 8, 0},
    {"__init__", dict_init, 0, -1, NULL, NATIVE_RAW},
    {"__ior__", slot_ior, 1, 1, NULL, NATIVE_SLOT, 9, 0},
    {"__new__", dict_new, 0, -1, NULL, NATIVE_STATIC},
    NATIVE_ROW_CLASS_GETITEM,
    {"__or__", slot_or, 1, 1, NULL, NATIVE_SLOT, 9, 0},
    {"__ror__", slot_ror, 1, 1, NULL, NATIVE_SLOT, 9, 0},
    {"clear", dict_clear_method, 0, 0, NULL, NATIVE_NOARGS},
    {"copy", dict_copy_method, 0, 0, NULL, NATIVE_NOARGS},
    {"fromkeys", dict_fromkeys, 0, -1, NULL, NATIVE_STATIC},
    {"get", dict_get_method, 1, 2, NULL, NATIVE_VARARGS},
    {"items", dict_items_method, 0, 0, NULL, NATIVE_NOARGS},
    {"keys", dict_keys_method, 0, 0, NULL, NATIVE_NOARGS},
    {"pop", dict_pop_method, 1, 2, NULL, NATIVE_VARARGS},
    {"popitem", dict_popitem, 0, 0, NULL, NATIVE_NOARGS},
    {"setdefault", dict_setdefault, 1, 2, NULL, NATIVE_VARARGS},
    {"update", dict_update_method, 0, -1, NULL, NATIVE_RAW},
    {"values", dict_values_method, 0, 0, NULL, NATIVE_NOARGS},
    SLOT_ROW_END,
};

/* keys and items; values have only what every container has. */
const Native methods_keys[] = {
    SLOT_ROWS_COMPARE,
    SLOT_ROWS_CONTAINER,
    SLOT_ROWS_BITS,
    SLOT_ROW_REPR,
    {"__reversed__", slot_reversed, 0, 0, NULL, NATIVE_NOARGS, 8, 0},
    {"__rsub__", slot_rsub, 1, 1, NULL, NATIVE_SLOT},
    {"__sub__", slot_sub, 1, 1, NULL, NATIVE_SLOT},
    {"isdisjoint", view_isdisjoint, 1, 1, NULL, NATIVE_O},
    SLOT_ROW_END,
};

const Native methods_values[] = {
    {"__iter__", slot_iter, 0, 0, NULL, NATIVE_SLOT},
    {"__len__", slot_len, 0, 0, NULL, NATIVE_SLOT},
    SLOT_ROW_REPR,
    {"__reversed__", slot_reversed, 0, 0, NULL, NATIVE_NOARGS, 8, 0},
    SLOT_ROW_END,
};
