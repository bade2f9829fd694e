/* operator: Modules/_operator.c and Lib/operator.py. The functions belong to the module
 * _operator, as messages and __module__ tell; operator has the same objects, most of them under
 * two names. */
#include <string.h>

#include "lang/opcode.h"
#include "run/interpreter.h"
#include "run/modules/operator_getters.h"
#include "run/types/slots.h"
#include "run/values/operators.h"
#include "run/values/protocol.h"

/* --- binary operators --- */

static ObjectId binary(Run *run, const Arguments *arguments, int op)
{
    return operate_binary(run, op, arguments->values[0], arguments->values[1]);
}

/* A function for an operator, and one for what += and its like do. */
#define BINARY(name, op)                                                                       \
    static ObjectId name(Run *run, const Arguments *arguments)                                 \
    {                                                                                          \
        return binary(run, arguments, op);                                                     \
    }                                                                                          \
    static ObjectId in_place_##name(Run *run, const Arguments *arguments)                      \
    {                                                                                          \
        return binary(run, arguments, op + BINARY_IN_PLACE);                                   \
    }
BINARY(op_add, BINARY_ADD)
BINARY(op_and, BINARY_AND)
BINARY(op_floordiv, BINARY_FLOOR_DIVIDE)
BINARY(op_lshift, BINARY_LSHIFT)
BINARY(op_matmul, BINARY_MATRIX_MULTIPLY)
BINARY(op_mod, BINARY_REMAINDER)
BINARY(op_mul, BINARY_MULTIPLY)
BINARY(op_or, BINARY_OR)
BINARY(op_pow, BINARY_POWER)
BINARY(op_rshift, BINARY_RSHIFT)
BINARY(op_sub, BINARY_SUBTRACT)
BINARY(op_truediv, BINARY_TRUE_DIVIDE)
BINARY(op_xor, BINARY_XOR)
#undef BINARY

#define COMPARE(name, op)                                                                      \
    static ObjectId name(Run *run, const Arguments *arguments)                                 \
    {                                                                                          \
        return compare_objects(run, op, arguments->values[0], arguments->values[1]);           \
    }
COMPARE(op_lt, COMPARE_LT)
COMPARE(op_le, COMPARE_LE)
COMPARE(op_eq, COMPARE_EQ)
COMPARE(op_ne, COMPARE_NE)
COMPARE(op_gt, COMPARE_GT)
COMPARE(op_ge, COMPARE_GE)
#undef COMPARE

/* --- unary operators and tests --- */

static ObjectId op_abs(Run *run, const Arguments *arguments)
{
    return operate_absolute(run, arguments->values[0]);
}
static ObjectId op_neg(Run *run, const Arguments *arguments)
{
    return operate_negative(run, arguments->values[0]);
}
static ObjectId op_pos(Run *run, const Arguments *arguments)
{
    return operate_positive(run, arguments->values[0]);
}
static ObjectId op_invert(Run *run, const Arguments *arguments)
{
    return operate_invert(run, arguments->values[0]);
}
static ObjectId op_index(Run *run, const Arguments *arguments)
{
    ObjectId index = object_index_int(run, arguments->values[0]);
    return index && run->profile->minor >= 10 ? int_exact(run, index) : index;
}

static ObjectId truth(Run *run, const Arguments *arguments, bool wanted)
{
    bool is_true = false;
    if (!object_truth(run, arguments->values[0], &is_true))
        return 0;
    return bool_from(run_model(run), is_true == wanted);
}
static ObjectId op_truth(Run *run, const Arguments *arguments)
{
    return truth(run, arguments, true);
}
static ObjectId op_not(Run *run, const Arguments *arguments)
{
    return truth(run, arguments, false);
}
static ObjectId op_is(Run *run, const Arguments *arguments)
{
    return bool_from(run_model(run), arguments->values[0] == arguments->values[1]);
}
static ObjectId op_is_not(Run *run, const Arguments *arguments)
{
    return bool_from(run_model(run), arguments->values[0] != arguments->values[1]);
}
static ObjectId op_is_none(Run *run, const Arguments *arguments)
{
    return bool_from(run_model(run), arguments->values[0] == run_model(run)->none);
}

/* --- sequences and mappings --- */

/* PySequence_Check */
static bool is_sequence(Run *run, ObjectId value)
{
    return model_kind(run_model(run), value) != KIND_DICT &&
           lookup_special(run, value, "__getitem__");
}

/* PySequence_Concat: + of two sequences, never of numbers. */
static ObjectId concat(Run *run, const Arguments *arguments, int op)
{
    ObjectId left = arguments->values[0], right = arguments->values[1];
    ObjectKind kind = model_kind(run_model(run), left);
    bool built_in = kind == KIND_STR || kind == KIND_LIST || kind == KIND_TUPLE ||
                    kind == KIND_BYTES || kind == KIND_BYTEARRAY;
    bool adds = lookup_special(run, left, "__add__") || lookup_special(run, right, "__radd__");
    if (!built_in && !(adds && is_sequence(run, left) && is_sequence(run, right)))
        return raise_error(run, EXC_TypeError, "'%s' object can't be concatenated",
                           type_string(run, left));
    return operate_binary(run, op, left, right);
}
static ObjectId op_concat(Run *run, const Arguments *arguments)
{
    return concat(run, arguments, BINARY_ADD);
}
static ObjectId op_iconcat(Run *run, const Arguments *arguments)
{
    return concat(run, arguments, BINARY_ADD + BINARY_IN_PLACE);
}

static ObjectId op_contains(Run *run, const Arguments *arguments)
{
    bool contains = false;
    if (!object_contains(run, arguments->values[0], arguments->values[1], &contains))
        return 0;
    return bool_from(run_model(run), contains);
}

static ObjectId op_getitem(Run *run, const Arguments *arguments)
{
    return subscript_get(run, arguments->values[0], arguments->values[1]);
}
static ObjectId op_setitem(Run *run, const Arguments *arguments)
{
    const ObjectId *values = arguments->values;
    return subscript_set(run, values[0], values[1], values[2]) ? run_model(run)->none : 0;
}
static ObjectId op_delitem(Run *run, const Arguments *arguments)
{
    const ObjectId *values = arguments->values;
    return subscript_set(run, values[0], values[1], 0) ? run_model(run)->none : 0;
}

/* Counts the items that equal a value; with `first` only up to the first of them, and
 * `*ret_position` is where that is. */
static bool count_items(Run *run, const Arguments *arguments, bool first, int64_t *ret_count,
                        int64_t *ret_position)
{
    Model *model = run_model(run);
    *ret_count = *ret_position = 0;
    ObjectId iterator = iterate(run, arguments->values[0]);
    if (!iterator && raised_is(run, EXC_TypeError) &&
        !lookup_special(run, arguments->values[0], "__iter__")) {
        raise_clear(run);
        raise_error(run, EXC_TypeError, "argument of type '%s' is not iterable",
                    type_string(run, arguments->values[0]));
    }
    while (iterator && !(first && *ret_count)) {
        uint32_t mark = hand_mark(model);
        bool equal = false;
        ObjectId item = iterate_next(run, iterator);
        bool fine = item && compare_equal(run, item, arguments->values[1], &equal);
        hand_release(model, mark);
        if (!fine)
            break;
        *ret_count += equal;
        *ret_position += !equal;
    }
    return !raised(run);
}

static ObjectId op_count(Run *run, const Arguments *arguments)
{
    int64_t count, position;
    return count_items(run, arguments, false, &count, &position)
               ? int_from(run_model(run), count)
               : 0;
}

static ObjectId op_index_of(Run *run, const Arguments *arguments)
{
    int64_t count, position;
    if (!count_items(run, arguments, true, &count, &position))
        return 0;
    if (!count)
        return raise_error(run, EXC_ValueError, "sequence.index(x): x not in sequence");
    return int_from(run_model(run), position);
}

/* What __length_hint__ answers; 0: nothing, or raised. */
static ObjectId ask_hint(Run *run, ObjectId value)
{
    Model *model = run_model(run);
    bool found = false;
    ObjectId hint = call_special(run, value, "__length_hint__", NULL, 0, &found);
    if (!hint && raised_is(run, EXC_TypeError))
        raise_clear(run);
    if (!hint || hint == model->not_implemented)
        return 0;
    if (!kind_is_integer(model_kind(model, hint)))
        return raise_error(run, EXC_TypeError, "__length_hint__ must be an integer, not %s",
                           type_string(run, hint));
    if (int_is_small(model, hint) && int_value(model, hint) < 0)
        return raise_error(run, EXC_ValueError, "__length_hint__() should return >= 0");
    return hint;
}

/* PyObject_LengthHint */
static ObjectId op_length_hint(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId value = arguments->values[0], fallback = argument_at(arguments, 1);
    int64_t length = 0;
    if (fallback && !kind_is_integer(model_kind(model, fallback)))
        return raise_error(run, EXC_TypeError,
                           "'%s' object cannot be interpreted as an integer",
                           type_string(run, fallback));
    if (lookup_special(run, value, "__len__")) {
        if (object_length(run, value, &length))
            return int_from(model, length);
        if (!raised_is(run, EXC_TypeError))
            return 0;
        raise_clear(run);
    }
    ObjectId hint = ask_hint(run, value);
    if (hint || raised(run))
        return hint;
    return fallback ? fallback : int_from(model, 0);
}

static ObjectId op_call(Run *run, const Arguments *arguments)
{
    if (!arguments->count)
        return raise_error(run, EXC_TypeError, "call expected at least 1 argument, got 0");
    Arguments rest = *arguments;
    rest.values++;
    rest.count--;
    return call_with_names(run, arguments->values[0], &rest);
}

/* --- the tables --- */

#define ONE(name, call)                                                                        \
    {                                                                                          \
        name, call, 1, 1, NULL, NATIVE_O                                                       \
    }
#define TWO(name, call)                                                                        \
    {                                                                                          \
        name, call, 2, 2, NULL, NATIVE_VARARGS                                                 \
    }
static const Native functions[] = {
    ONE("abs", op_abs),
    TWO("add", op_add),
    TWO("and_", op_and),
    {"call", op_call, 1, -1, NULL, NATIVE_RAW, .since = 11},
    TWO("concat", op_concat),
    TWO("contains", op_contains),
    TWO("countOf", op_count),
    TWO("delitem", op_delitem),
    TWO("eq", op_eq),
    TWO("floordiv", op_floordiv),
    TWO("ge", op_ge),
    TWO("getitem", op_getitem),
    TWO("gt", op_gt),
    TWO("iadd", in_place_op_add),
    TWO("iand", in_place_op_and),
    TWO("iconcat", op_iconcat),
    TWO("ifloordiv", in_place_op_floordiv),
    TWO("ilshift", in_place_op_lshift),
    TWO("imatmul", in_place_op_matmul),
    TWO("imod", in_place_op_mod),
    TWO("imul", in_place_op_mul),
    ONE("index", op_index),
    TWO("indexOf", op_index_of),
    ONE("inv", op_invert),
    ONE("invert", op_invert),
    TWO("ior", in_place_op_or),
    TWO("ipow", in_place_op_pow),
    TWO("irshift", in_place_op_rshift),
    TWO("is_", op_is),
    {"is_none", op_is_none, 1, 1, NULL, NATIVE_O, .since = 14},
    TWO("is_not", op_is_not),
    TWO("isub", in_place_op_sub),
    TWO("itruediv", in_place_op_truediv),
    TWO("ixor", in_place_op_xor),
    TWO("le", op_le),
    {"length_hint", op_length_hint, 1, 2, NULL, NATIVE_VARARGS},
    TWO("lshift", op_lshift),
    TWO("lt", op_lt),
    TWO("matmul", op_matmul),
    TWO("mod", op_mod),
    TWO("mul", op_mul),
    TWO("ne", op_ne),
    ONE("neg", op_neg),
    ONE("not_", op_not),
    TWO("or_", op_or),
    ONE("pos", op_pos),
    TWO("pow", op_pow),
    TWO("rshift", op_rshift),
    {"setitem", op_setitem, 3, 3, NULL, NATIVE_VARARGS},
    TWO("sub", op_sub),
    TWO("truediv", op_truediv),
    ONE("truth", op_truth),
    TWO("xor", op_xor),
    SLOT_ROW_END,
};
#undef ONE
#undef TWO

static const NativeType *const types[] = {&type_itemgetter, &type_attrgetter,
                                          &type_methodcaller, NULL};
const NativeModule module_operator_c = {"_operator", functions, NULL, types};

/* --- the module that programs import --- */

/* Those that have no second name __x__. */
static bool has_one_name(Slice name)
{
    static const char *const names[] = {
        "truth",      "is_",        "is_not",      "is_none",      "countOf", "indexOf",
        "itemgetter", "attrgetter", "length_hint", "methodcaller", NULL};
    for (int i = 0; names[i]; i++)
        if (slice_is(name, names[i]))
            return true;
    return false;
}

/* add is __add__ too, and_ is __and__. */
static void add_names(Run *run, ObjectId dict, ObjectId name, ObjectId value)
{
    Model *model = run_model(run);
    Slice text = str_slice(model, name);
    dict_set_str(model, dict, name, value);
    if (has_one_name(text))
        return;
    if (text.bytes[text.length - 1] == '_')
        text.length--;
    char longer[32];
    snprintf(longer, sizeof longer, "__%.*s__", SLICE(text));
    dict_set_str(model, dict, model_intern(model, slice_of(longer)), value);
}

static bool fill(Run *run, ObjectId dict)
{
    Model *model = run_model(run);
    ObjectId module =
        import_name(run, 0, model_intern(model, slice_of("_operator")), model->none, 0);
    ObjectId source = model_object(model, module)->dict;
    for (uint32_t i = 0; i < dict_entry_end(model, source); i++) {
        ObjectId name = dict_key(model, source, i);
        if (name && str_slice(model, name).bytes[0] != '_')
            add_names(run, dict, name, dict_value(model, source, i));
    }
    return true;
}

const NativeModule module_operator = {"operator", NULL, fill, NULL};
