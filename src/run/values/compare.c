/* Rich comparison: Objects/object.c, do_richcompare, and the types' own tp_richcompare. */
#include <math.h>
#include <string.h>

#include "lang/opcode.h"
#include "run/values/compare.h"
#include "run/values/protocol.h"

static const char *const compare_symbols[] = {"<", "<=", "==", "!=", ">", ">="};
static const char *const compare_methods[] = {"__lt__", "__le__", "__eq__",
                                              "__ne__", "__gt__", "__ge__"};
static const int compare_swapped[] = {COMPARE_GT, COMPARE_GE, COMPARE_EQ,
                                      COMPARE_NE, COMPARE_LT, COMPARE_LE};

bool compare_holds(int op, int order)
{
    switch ((CompareOp)op) {
    case COMPARE_LT:
        return order < 0;
    case COMPARE_LE:
        return order <= 0;
    case COMPARE_EQ:
        return order == 0;
    case COMPARE_NE:
        return order != 0;
    case COMPARE_GT:
        return order > 0;
    case COMPARE_GE:
        return order >= 0;
    }
    return false;
}

static int sign(int64_t a, int64_t b)
{
    return a < b ? -1 : a > b;
}

static int compare_ints(const Model *model, ObjectId left, ObjectId right)
{
    if (int_is_small(model, left) && int_is_small(model, right))
        return sign(int_value(model, left), int_value(model, right));
    mpz_t a, b;
    mpz_inits(a, b, NULL);
    int_get(model, left, a);
    int_get(model, right, b);
    int order = mpz_cmp(a, b);
    mpz_clears(a, b, NULL);
    return order;
}

/* An int with a float that is not nan, exactly. */
static int compare_int_double(const Model *model, ObjectId left, double right)
{
    if (isinf(right))
        return right > 0 ? -1 : 1;
    mpz_t value;
    mpz_init(value);
    int_get(model, left, value);
    int order = mpz_cmp_d(value, right);
    mpz_clear(value);
    return order;
}

static ObjectId compare_floats(Model *model, int op, ObjectId left, ObjectId right)
{
    bool left_int = kind_is_integer(model_kind(model, left));
    bool right_int = kind_is_integer(model_kind(model, right));
    double a = left_int ? 0.0 : float_value(model, left);
    double b = right_int ? 0.0 : float_value(model, right);
    if (isnan(a) || isnan(b))
        return bool_from(model, op == COMPARE_NE);
    int order = left_int    ? compare_int_double(model, left, b)
                : right_int ? -compare_int_double(model, right, a)
                            : (a > b) - (a < b);
    return bool_from(model, compare_holds(op, order));
}

static bool is_equality(int op)
{
    return op == COMPARE_EQ || op == COMPARE_NE;
}

static bool part_equals(const Model *model, ObjectId number, double part)
{
    if (kind_is_integer(model_kind(model, number)))
        return !isnan(part) && compare_int_double(model, number, part) == 0;
    return float_value(model, number) == part;
}

static ObjectId compare_complex(Model *model, int op, ObjectId left, ObjectId right)
{
    if (!is_equality(op))
        return model->not_implemented;
    if (model_kind(model, left) != KIND_COMPLEX) {
        ObjectId swap = left;
        left = right;
        right = swap;
    }
    ComplexPayload a = *model_payload(model, left).complex;
    bool equal;
    if (model_kind(model, right) == KIND_COMPLEX) {
        ComplexPayload b = *model_payload(model, right).complex;
        equal = a.real == b.real && a.imaginary == b.imaginary;
    } else {
        equal = a.imaginary == 0.0 && part_equals(model, right, a.real);
    }
    return bool_from(model, equal == (op == COMPARE_EQ));
}

static bool kind_is_number(ObjectKind kind)
{
    return kind_is_integer(kind) || kind == KIND_FLOAT || kind == KIND_COMPLEX;
}

static ObjectId compare_numbers(Model *model, int op, ObjectId left, ObjectId right)
{
    ObjectKind a = model_kind(model, left), b = model_kind(model, right);
    if (a == KIND_COMPLEX || b == KIND_COMPLEX)
        return compare_complex(model, op, left, right);
    if (a == KIND_FLOAT || b == KIND_FLOAT)
        return compare_floats(model, op, left, right);
    return bool_from(model, compare_holds(op, compare_ints(model, left, right)));
}

int compare_slices(Slice a, Slice b)
{
    size_t shared = a.length < b.length ? a.length : b.length;
    int order = shared ? memcmp(a.bytes, b.bytes, shared) : 0;
    return order ? order : sign((int64_t)a.length, (int64_t)b.length);
}

ObjectId compare_item_of(Run *run, ObjectId sequence, uint32_t index)
{
    Model *model = run_model(run);
    const Object *object = model_object(model, sequence);
    bool holds = object->kind == KIND_LIST && model->profile->minor >= 7;
    return holds ? hand_hold(model, object->slots[index]) : object->slots[index];
}

/* Finds the first items that differ: `*ret_index` is the end of the shorter one where none do.
 */
static bool first_difference(Run *run, ObjectId left, ObjectId right, uint32_t *ret_index)
{
    Model *model = run_model(run);
    const Object *a = model_object(model, left), *b = model_object(model, right);
    uint32_t i = 0;
    for (; i < a->slot_count && i < b->slot_count; i++) {
        bool equal;
        uint32_t mark = hand_mark(model);
        ObjectId first = compare_item_of(run, left, i), second = compare_item_of(run, right, i);
        bool fine = compare_equal(run, first, second, &equal);
        hand_release(model, mark);
        if (!fine)
            return false;
        if (!equal)
            break;
    }
    *ret_index = i;
    return true;
}

/* list_richcompare, tuplerichcompare. */
static ObjectId compare_items(Run *run, int op, ObjectId left, ObjectId right)
{
    Model *model = run_model(run);
    const Object *a = model_object(model, left), *b = model_object(model, right);
    if (a->kind == KIND_LIST && is_equality(op) && a->slot_count != b->slot_count)
        return bool_from(model, op == COMPARE_NE);
    uint32_t index;
    if (!nesting_enter(run, " in comparison"))
        return 0;
    bool fine = first_difference(run, left, right, &index);
    nesting_leave(run);
    if (!fine)
        return 0;
    if (index >= a->slot_count || index >= b->slot_count)
        return bool_from(model, compare_holds(op, sign(a->slot_count, b->slot_count)));
    if (is_equality(op))
        return bool_from(model, op == COMPARE_NE);
    return compare_objects(run, op, a->slots[index], b->slots[index]);
}

static bool dict_equal_entry(Run *run, ObjectId left, uint32_t entry, ObjectId right,
                             bool *ret_equal)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId key = hand_hold(model, dict_key(model, left, entry));
    ObjectId value = hand_hold(model, dict_value(model, left, entry));
    int64_t found = dict_find_hashed(run, right, key, dict_hash(model, left, entry));
    ObjectId other = found >= 0 ? dict_value(model, right, (uint32_t)found) : 0;
    bool fine = found != -2;
    *ret_equal = false;
    if (other && model->profile->minor >= 7)
        hand_hold(model, other);
    if (other)
        fine = compare_equal(run, value, other, ret_equal);
    hand_release(model, mark);
    return fine;
}

/* dict_equal */
static ObjectId compare_dicts(Run *run, int op, ObjectId left, ObjectId right)
{
    Model *model = run_model(run);
    if (!is_equality(op))
        return model->not_implemented;
    bool equal = dict_used(model, left) == dict_used(model, right);
    if (equal && !nesting_enter(run, " in comparison"))
        return 0;
    bool entered = equal, fine = true;
    for (uint32_t i = 0; fine && equal && i < dict_entry_end(model, left); i++)
        if (dict_key(model, left, i))
            fine = dict_equal_entry(run, left, i, right, &equal);
    if (entered)
        nesting_leave(run);
    return fine ? bool_from(model, equal == (op == COMPARE_EQ)) : 0;
}

/* set_issubset */
bool set_is_within(Run *run, ObjectId set, ObjectId other, bool *ret_within)
{
    Model *model = run_model(run);
    *ret_within = true;
    for (uint32_t i = 0; *ret_within && i < set_table_size(model, set); i++) {
        int64_t hash;
        ObjectId item = set_item(model, set, i, &hash);
        uint32_t mark = hand_mark(model);
        if (item && model->profile->minor >= 9)
            hand_hold(model, item);
        bool fine = !item || set_contains_hashed(run, other, item, hash, ret_within);
        hand_release(model, mark);
        if (!fine)
            return false;
    }
    return true;
}

/* set_richcompare */
static ObjectId compare_sets(Run *run, int op, ObjectId left, ObjectId right)
{
    Model *model = run_model(run);
    if (op == COMPARE_GT || op == COMPARE_GE) {
        ObjectId swap = left;
        left = right;
        right = swap;
        op = compare_swapped[op];
    }
    uint32_t a = set_used(model, left), b = set_used(model, right);
    bool possible = is_equality(op) ? a == b : op == COMPARE_LT ? a < b : a <= b;
    bool within = false;
    if (possible && !set_is_within(run, left, right, &within))
        return 0;
    return bool_from(model, within == (op != COMPARE_NE));
}

/* range_equals: the same sequence of numbers. */
static ObjectId compare_ranges(Run *run, int op, ObjectId left, ObjectId right)
{
    Model *model = run_model(run);
    if (!is_equality(op))
        return model->not_implemented;
    const ObjectId *a = model_object(model, left)->slots,
                   *b = model_object(model, right)->slots;
    bool equal = compare_ints(model, a[RANGE_LENGTH], b[RANGE_LENGTH]) == 0;
    bool empty = int_is_small(model, a[RANGE_LENGTH]) && int_value(model, a[RANGE_LENGTH]) == 0;
    bool single =
        int_is_small(model, a[RANGE_LENGTH]) && int_value(model, a[RANGE_LENGTH]) == 1;
    if (equal && !empty)
        equal = compare_ints(model, a[RANGE_START], b[RANGE_START]) == 0 &&
                (single || compare_ints(model, a[RANGE_STEP], b[RANGE_STEP]) == 0);
    return bool_from(model, equal == (op == COMPARE_EQ));
}

static ObjectId compare_bound_methods(Model *model, int op, ObjectId left, ObjectId right)
{
    if (!is_equality(op))
        return model->not_implemented;
    const ObjectId *a = model_object(model, left)->slots,
                   *b = model_object(model, right)->slots;
    bool equal = a[0] == b[0] && a[1] == b[1];
    return bool_from(model, equal == (op == COMPARE_EQ));
}

static ObjectId compare_natives(Model *model, int op, ObjectId left, ObjectId right)
{
    if (!is_equality(op))
        return model->not_implemented;
    const Object *a = model_object(model, left), *b = model_object(model, right);
    bool equal = left == right ||
                 (a->type == b->type && !builtin_is_descriptor(model, a) && a->slot_count &&
                  b->slot_count && a->slots[0] == b->slots[0] &&
                  model_payload(model, left).native == model_payload(model, right).native);
    return bool_from(model, equal == (op == COMPARE_EQ));
}

/* A keys or items view against another one or a set: as sets. */
/* all_contained_in of Objects/dictobject.c. */
static bool all_contained(Run *run, ObjectId items, ObjectId container, bool *ret_all)
{
    Model *model = run_model(run);
    ObjectId iterator = iterate(run, items);
    *ret_all = true;
    if (!iterator)
        return false;
    uint32_t mark = hand_mark(model);
    for (ObjectId item; *ret_all && (item = iterate_next(run, iterator));) {
        if (!object_contains(run, container, item, ret_all))
            return false;
        hand_release(model, mark);
    }
    return !raised(run);
}

static ObjectId compare_views(Run *run, int op, ObjectId left, ObjectId right)
{
    Model *model = run_model(run);
    if (op == COMPARE_GT || op == COMPARE_GE)
        return compare_views(run, op == COMPARE_GT ? COMPARE_LT : COMPARE_LE, right, left);
    int64_t left_length, right_length;
    if (!object_length(run, left, &left_length) || !object_length(run, right, &right_length))
        return 0;
    bool holds = op == COMPARE_LT   ? left_length < right_length
                 : op == COMPARE_LE ? left_length <= right_length
                                    : left_length == right_length;
    uint32_t mark = hand_mark(model);
    bool fine = !holds || all_contained(run, left, right, &holds);
    hand_release(model, mark);
    return fine ? bool_from(model, op == COMPARE_NE ? !holds : holds) : 0;
}

static bool is_view(const Model *model, ObjectId id)
{
    return is_view_of(model, id, TYPE_DICT_KEYS) || is_view_of(model, id, TYPE_DICT_ITEMS);
}

static ObjectId compare_same_kind(Run *run, int op, ObjectId left, ObjectId right)
{
    Model *model = run_model(run);
    switch (model_kind(model, left)) {
    case KIND_STR:
        return bool_from(model, compare_holds(op, compare_slices(str_slice(model, left),
                                                                 str_slice(model, right))));
    case KIND_LIST:
    case KIND_TUPLE:
    case KIND_SLICE:
        return compare_items(run, op, left, right);
    case KIND_DICT:
        return compare_dicts(run, op, left, right);
    case KIND_RANGE:
        return compare_ranges(run, op, left, right);
    case KIND_METHOD:
        return compare_bound_methods(model, op, left, right);
    case KIND_BUILTIN:
        return compare_natives(model, op, left, right);
    default: /* all others compare by identity */
        return model->not_implemented;
    }
}

ObjectId compare_builtin(Run *run, int op, ObjectId left, ObjectId right)
{
    Model *model = run_model(run);
    ObjectKind a = model_kind(model, left), b = model_kind(model, right);
    if (kind_is_number(a) && kind_is_number(b))
        return compare_numbers(model, op, left, right);
    if (kind_is_set(a) && kind_is_set(b))
        return compare_sets(run, op, left, right);
    if ((kind_is_bytes(a) && kind_is_bytes(b)) ||
        (a == KIND_BYTEARRAY && is_bytes_like(run, right)) ||
        (b == KIND_BYTEARRAY && is_bytes_like(run, left)))
        return bytes_compare(run, op, left, right);
    if ((is_view(model, left) && (is_view(model, right) || kind_is_set(b))) ||
        (kind_is_set(a) && is_view(model, right)))
        return compare_views(run, op, left, right);
    return a == b ? compare_same_kind(run, op, left, right) : model->not_implemented;
}

/* A slot wrapper that is called with one argument gets it in a tuple; itself it is bound to the
 * object, or has from 3.8 on a tuple of both. */
static void hold_for_wrapper(Model *model, ObjectId self, ObjectId argument)
{
    if (model->profile->minor >= 8)
        tuple_from(model, (ObjectId[]){self, argument}, 2);
    else
        hand_hold(model, self);
    tuple_from(model, &argument, 1);
}

/* One side's answer: its class's own method, or the built-in one. */
static ObjectId compare_side(Run *run, int op, ObjectId left, ObjectId right)
{
    Model *model = run_model(run);
    if (object_override(run, left, compare_methods[op]))
        return override_call(run, left, compare_methods[op], &right, 1);
    if (op == COMPARE_NE && object_override(run, left, "__eq__")) {
        /* object.__ne__ turns the answer of __eq__ round. */
        hold_for_wrapper(model, left, right);
        ObjectId result = override_call(run, left, "__eq__", &right, 1);
        if (!result || result == model->not_implemented)
            return result;
        bool truth;
        return object_truth(run, result, &truth) ? bool_from(model, !truth) : 0;
    }
    return compare_builtin(run, op, left, right);
}

static ObjectId raise_incomparable(Run *run, int op, ObjectId left, ObjectId right)
{
    return raise_error(run, EXC_TypeError,
                       "'%s' not supported between instances of '%s' and '%s'",
                       compare_symbols[op], type_string(run, left), type_string(run, right));
}

/* do_richcompare */
static ObjectId compare_sides(Run *run, int op, ObjectId left, ObjectId right)
{
    Model *model = run_model(run);
    const Object *a = model_object(model, left), *b = model_object(model, right);
    if (a->kind == KIND_INT && b->kind == KIND_INT && a->type == b->type &&
        a->type == model->types[TYPE_INT])
        return bool_from(model, compare_holds(op, compare_ints(model, left, right)));
    ObjectId result = model->not_implemented;
    bool reversed = a->type != b->type && object_is_user(model, right) &&
                    type_is_subtype(run, b->type, a->type);
    if (reversed)
        result = compare_side(run, compare_swapped[op], right, left);
    if (result == model->not_implemented)
        result = compare_side(run, op, left, right);
    if (result == model->not_implemented && !reversed)
        result = compare_side(run, compare_swapped[op], right, left);
    if (result != model->not_implemented)
        return result;
    if (is_equality(op))
        return bool_from(model, (left == right) == (op == COMPARE_EQ));
    return raise_incomparable(run, op, left, right);
}

/* PyObject_RichCompare */
ObjectId compare_objects(Run *run, int op, ObjectId left, ObjectId right)
{
    if (!recursion_enter(run, " in comparison"))
        return 0;
    ObjectId result = compare_sides(run, op, left, right);
    recursion_leave(run);
    return result;
}

/* PyObject_RichCompareBool with Py_EQ; texts and small ints without detours. */
bool compare_equal(Run *run, ObjectId left, ObjectId right, bool *ret_equal)
{
    Model *model = run_model(run);
    if (left == right) {
        *ret_equal = true;
        return true;
    }
    if (object_is_exact(model, left, TYPE_STR) && object_is_exact(model, right, TYPE_STR)) {
        *ret_equal = slice_equal(str_slice(model, left), str_slice(model, right));
        return true;
    }
    uint32_t mark = hand_mark(model);
    ObjectId result = compare_objects(run, COMPARE_EQ, left, right);
    bool fine = result && object_truth(run, result, ret_equal);
    hand_release(model, mark);
    return fine;
}

bool compare_less(Run *run, ObjectId left, ObjectId right, bool *ret_less)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId result = compare_objects(run, COMPARE_LT, left, right);
    bool fine = result && object_truth(run, result, ret_less);
    hand_release(model, mark);
    return fine;
}
