/* Methods and constructors of set and frozenset: Objects/setobject.c. */
#include "lang/opcode.h"
#include "run/types/native_type.h"
#include "run/types/slots.h"
#include "run/values/iterate.h"
#include "run/values/set_algebra.h"

static ObjectId none(Run *run)
{
    return run_model(run)->none;
}

static bool is_frozen(Run *run, ObjectId set)
{
    return model_kind(run_model(run), set) == KIND_FROZENSET;
}

static ObjectId set_add_method(Run *run, const Arguments *arguments)
{
    return set_add_key(run, arguments->values[0], arguments->values[1]) ? none(run) : 0;
}

static ObjectId set_clear_method(Run *run, const Arguments *arguments)
{
    set_clear(run_model(run), arguments->values[0]);
    return none(run);
}

static ObjectId set_copy_method(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId set = arguments->values[0];
    if (object_is_exact(model, set, TYPE_FROZENSET))
        return set;
    ObjectId copy = set_create(model, is_frozen(run, set));
    set_merge(model, copy, set);
    return copy;
}

static ObjectId set_discard_method(Run *run, const Arguments *arguments)
{
    bool found;
    return set_discard_key(run, arguments->values[0], arguments->values[1], &found) ? none(run)
                                                                                    : 0;
}

static ObjectId set_remove_method(Run *run, const Arguments *arguments)
{
    bool found;
    if (!set_discard_key(run, arguments->values[0], arguments->values[1], &found))
        return 0;
    return found ? none(run) : raise_with(run, EXC_KeyError, arguments->values[1]);
}

static ObjectId set_pop_method(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId item = set_pop(model, arguments->values[0]);
    return item
               ? item
               : raise_with(run, EXC_KeyError, str_from_string(model, "pop from an empty set"));
}

/* The result of one set method for each argument in turn: the first makes a new set, the others
 * change it. */
static ObjectId fold(Run *run, const Arguments *arguments,
                     ObjectId (*operate)(Run *, ObjectId, ObjectId),
                     ObjectId (*then)(Run *, ObjectId, ObjectId))
{
    ObjectId self = arguments->values[0];
    if (arguments->count == 1)
        return set_copy_like(run, self, self);
    ObjectId result = operate(run, self, arguments->values[1]);
    for (uint32_t i = 2; result && i < arguments->count; i++)
        result = then(run, result, arguments->values[i]);
    return result;
}

static ObjectId subtract_more(Run *run, ObjectId set, ObjectId iterable)
{
    return set_subtract_update(run, set, iterable) ? set : 0;
}

static ObjectId set_union(Run *run, const Arguments *arguments)
{
    ObjectId self = arguments->values[0], result = set_copy_like(run, self, self);
    for (uint32_t i = 1; i < arguments->count; i++)
        if (arguments->values[i] != self && !set_update(run, result, arguments->values[i]))
            return 0;
    return result;
}

static ObjectId set_intersection(Run *run, const Arguments *arguments)
{
    return fold(run, arguments, set_intersect, set_intersect);
}

static ObjectId set_difference(Run *run, const Arguments *arguments)
{
    return fold(run, arguments, set_subtract, subtract_more);
}

static ObjectId set_symmetric_difference(Run *run, const Arguments *arguments)
{
    return set_toggled(run, arguments->values[0], arguments->values[1]);
}

static ObjectId update_by(Run *run, const Arguments *arguments,
                          bool (*update)(Run *, ObjectId, ObjectId))
{
    for (uint32_t i = 1; i < arguments->count; i++)
        if (!update(run, arguments->values[0], arguments->values[i]))
            return 0;
    return none(run);
}

static ObjectId set_update_method(Run *run, const Arguments *arguments)
{
    return update_by(run, arguments, set_update);
}

/* set_intersection_update_multi: all of them first, then the set changes at once. */
static ObjectId set_intersection_update(Run *run, const Arguments *arguments)
{
    ObjectId common = set_intersection(run, arguments);
    if (common)
        set_take(run_model(run), arguments->values[0], common);
    return common ? none(run) : 0;
}

static ObjectId set_difference_update(Run *run, const Arguments *arguments)
{
    return update_by(run, arguments, set_subtract_update);
}

static ObjectId set_symmetric_difference_update(Run *run, const Arguments *arguments)
{
    return update_by(run, arguments, set_toggle_update);
}

static ObjectId set_isdisjoint(Run *run, const Arguments *arguments)
{
    bool disjoint;
    return set_is_disjoint(run, arguments->values[0], arguments->values[1], &disjoint)
               ? bool_from(run_model(run), disjoint)
               : 0;
}

static ObjectId compare_with(Run *run, int op, const Arguments *arguments)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId other = arguments->values[1];
    if (!kind_is_set(model_kind(model, other)))
        other = set_of(run, other, false);
    ObjectId answer = other ? compare_builtin(run, op, arguments->values[0], other) : 0;
    hand_release(model, mark);
    return answer;
}

static ObjectId set_issubset(Run *run, const Arguments *arguments)
{
    return compare_with(run, COMPARE_LE, arguments);
}

static ObjectId set_issuperset(Run *run, const Arguments *arguments)
{
    return compare_with(run, COMPARE_GE, arguments);
}

/* --- set(x), frozenset(x) --- */

ObjectId set_new(Run *run, const Arguments *arguments)
{
    return set_of_type(run_model(run), arguments->values[0]);
}

ObjectId set_init(Run *run, const Arguments *arguments)
{
    ObjectId set = arguments->values[0];
    if (!argument_no_keywords(run, arguments, "set") ||
        !argument_count(run, arguments, 1, type_string(run, set), 0, 1))
        return 0;
    if (set_used(run_model(run), set))
        set_clear(run_model(run), set);
    if (arguments->count > 1 && !set_update(run, set, arguments->values[1]))
        return 0;
    return none(run);
}

/* To 3.9 there is one empty frozenset, made when the first is asked for. */
static ObjectId shared_empty(Run *run, ObjectId set)
{
    Model *model = run_model(run);
    ObjectId *empty = &run_objects(run)->empty_frozenset;
    if (model->profile->minor > 9 || set_used(model, set))
        return set;
    if (!*empty) {
        *empty = set;
        reference_push(model, model->interpreter, set);
    }
    return *empty;
}

ObjectId frozenset_new(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId type = arguments->values[0], iterable = argument_at(arguments, 1);
    bool own = type == model->types[TYPE_FROZENSET];
    if (!argument_no_keywords_of(run, arguments, type, TYPE_FROZENSET, "__init__") ||
        !argument_count(run, arguments, 1, type_name(model, type).bytes, 0, 1))
        return 0;
    if (own && iterable && object_is_exact(model, iterable, TYPE_FROZENSET))
        return iterable;
    ObjectId set = set_of_type(model, type);
    if (iterable && !set_update(run, set, iterable))
        return 0;
    return own ? shared_empty(run, set) : set;
}

#define SET_ROWS                                                                               \
    SLOT_ROWS_COMPARE, SLOT_ROWS_BITS, SLOT_ROW_REPR,                                          \
        {"__contains__", slot_contains, 1, 1, NULL, NATIVE_O},                                 \
        {"__iter__", slot_iter, 0, 0, NULL, NATIVE_SLOT},                                      \
        {"__len__", slot_len, 0, 0, NULL, NATIVE_SLOT},                                        \
        {"__sub__", slot_sub, 1, 1, NULL, NATIVE_SLOT},                                        \
        {"__rsub__", slot_rsub, 1, 1, NULL, NATIVE_SLOT},                                      \
        {"copy", set_copy_method, 0, 0, NULL, NATIVE_NOARGS},                                  \
        {"difference", set_difference, 0, -1, NULL, NATIVE_VARARGS},                           \
        {"intersection", set_intersection, 0, -1, NULL, NATIVE_VARARGS},                       \
        {"isdisjoint", set_isdisjoint, 1, 1, NULL, NATIVE_O},                                  \
        {"issubset", set_issubset, 1, 1, NULL, NATIVE_O},                                      \
        {"issuperset", set_issuperset, 1, 1, NULL, NATIVE_O},                                  \
        {"symmetric_difference", set_symmetric_difference, 1, 1, NULL, NATIVE_O},              \
    {                                                                                          \
        "union", set_union, 0, -1, NULL, NATIVE_VARARGS                                        \
    }

const Native methods_set[] = {
    SET_ROWS,
    {"__iand__", slot_iand, 1, 1, NULL, NATIVE_SLOT},
    {"__init__", set_init, 0, -1, NULL, NATIVE_RAW},
    {"__ior__", slot_ior, 1, 1, NULL, NATIVE_SLOT},
    {"__isub__", slot_isub, 1, 1, NULL, NATIVE_SLOT},
    {"__ixor__", slot_ixor, 1, 1, NULL, NATIVE_SLOT},
    {"__new__", set_new, 0, -1, NULL, NATIVE_STATIC},
    NATIVE_ROW_CLASS_GETITEM,
    {"add", set_add_method, 1, 1, NULL, NATIVE_O},
    {"clear", set_clear_method, 0, 0, NULL, NATIVE_NOARGS},
    {"difference_update", set_difference_update, 0, -1, NULL, NATIVE_VARARGS},
    {"discard", set_discard_method, 1, 1, NULL, NATIVE_O},
    {"intersection_update", set_intersection_update, 0, -1, NULL, NATIVE_VARARGS},
    {"pop", set_pop_method, 0, 0, NULL, NATIVE_NOARGS},
    {"remove", set_remove_method, 1, 1, NULL, NATIVE_O},
    {"symmetric_difference_update", set_symmetric_difference_update, 1, 1, NULL, NATIVE_O},
    {"update", set_update_method, 0, -1, NULL, NATIVE_VARARGS},
    SLOT_ROW_END,
};

const Native methods_frozenset[] = {
    SET_ROWS,
    SLOT_ROW_HASH,
    {"__new__", frozenset_new, 0, -1, NULL, NATIVE_STATIC},
    NATIVE_ROW_CLASS_GETITEM,
    SLOT_ROW_END,
};
