#include "run/errors/warning.h"
#include "run/values/operators.h"

#include <math.h>
#include <string.h>

#include "lang/opcode.h"
#include "run/modules/weak_proxy.h"
#include "run/types/generic_alias.h"
#include "run/values/protocol.h"

static const OperatorNames operator_table[BINARY_OP_COUNT] = {
    [BINARY_ADD] = {"+", "__add__", "__radd__", "__iadd__"},
    [BINARY_AND] = {"&", "__and__", "__rand__", "__iand__"},
    [BINARY_FLOOR_DIVIDE] = {"//", "__floordiv__", "__rfloordiv__", "__ifloordiv__"},
    [BINARY_LSHIFT] = {"<<", "__lshift__", "__rlshift__", "__ilshift__"},
    [BINARY_MATRIX_MULTIPLY] = {"@", "__matmul__", "__rmatmul__", "__imatmul__"},
    [BINARY_MULTIPLY] = {"*", "__mul__", "__rmul__", "__imul__"},
    [BINARY_REMAINDER] = {"%", "__mod__", "__rmod__", "__imod__"},
    [BINARY_OR] = {"|", "__or__", "__ror__", "__ior__"},
    [BINARY_POWER] = {"** or pow()", "__pow__", "__rpow__", "__ipow__"},
    [BINARY_RSHIFT] = {">>", "__rshift__", "__rrshift__", "__irshift__"},
    [BINARY_SUBTRACT] = {"-", "__sub__", "__rsub__", "__isub__"},
    [BINARY_TRUE_DIVIDE] = {"/", "__truediv__", "__rtruediv__", "__itruediv__"},
    [BINARY_XOR] = {"^", "__xor__", "__rxor__", "__ixor__"},
};

const OperatorNames *operator_names(int op)
{
    return &operator_table[op];
}

/* 1 int, 2 float, 3 complex; 0: no number. */
static int number_rank(ObjectKind kind)
{
    if (kind_is_integer(kind))
        return 1;
    return kind == KIND_FLOAT ? 2 : kind == KIND_COMPLEX ? 3 : 0;
}

static bool is_set_like(Run *run, ObjectId value)
{
    const Model *model = run_model(run);
    return kind_is_set(model_kind(model, value)) || is_view_of(model, value, TYPE_DICT_KEYS) ||
           is_view_of(model, value, TYPE_DICT_ITEMS);
}

static bool is_set_operator(int op)
{
    return op == BINARY_SUBTRACT || op == BINARY_AND || op == BINARY_OR || op == BINARY_XOR;
}

/* Until 3.9 complex had % and //, which refused, whatever the other operand was. */
static ObjectId raise_complex_floor(Run *run, int op)
{
    return raise_error(run, EXC_TypeError,
                       op == BINARY_REMAINDER ? "can't mod complex numbers."
                                              : "can't take floor of complex number.");
}

ObjectId operate_builtin(Run *run, int op, ObjectId left, ObjectId right)
{
    const Model *model = run_model(run);
    ObjectKind left_kind = model_kind(model, left), right_kind = model_kind(model, right);
    int left_rank = number_rank(left_kind), right_rank = number_rank(right_kind);
    if (op == BINARY_REMAINDER && (left_kind == KIND_STR || kind_is_bytes(left_kind)))
        return percent_format(run, left, right);
    bool complex = left_rank == 3 || right_rank == 3;
    if (complex && (op == BINARY_REMAINDER || op == BINARY_FLOOR_DIVIDE) &&
        model->profile->minor < 10)
        return raise_complex_floor(run, op);
    if (left_rank && right_rank) {
        int rank = left_rank > right_rank ? left_rank : right_rank;
        return rank == 1   ? int_operate(run, op, left, right)
               : rank == 2 ? float_operate(run, op, left, right)
                           : complex_operate(run, op, left, right);
    }
    if (op == BINARY_OR && left_kind == KIND_DICT && right_kind == KIND_DICT)
        return dict_operate(run, op, left, right);
    if (op == BINARY_OR && model->profile->minor >= 10 &&
        (left_kind == KIND_TYPE || right_kind == KIND_TYPE)) {
        ObjectId joined = union_create(run, left, right);
        if (joined != model->not_implemented)
            return joined;
    }
    if (is_set_operator(op) && (is_set_like(run, left) || is_set_like(run, right)))
        return set_operate(run, op, left, right);
    return model->not_implemented;
}

static bool is_native_sequence(Run *run, ObjectId operand)
{
    const NativeType *native = native_type_of(run, model_object(run_model(run), operand)->type);
    return native && native->flags & NATIVE_SEQUENCE;
}

/* A number's method of an operand: not what its native type has as a sequence. */
static ObjectId number_method(Run *run, ObjectId operand, const char *name)
{
    return is_native_sequence(run, operand) ? program_override(run, operand, name)
                                            : object_override(run, operand, name);
}

/* One operand's method; NotImplemented where its class has none of its own. */
static ObjectId try_method(Run *run, ObjectId method, ObjectId self, const char *name,
                           ObjectId other)
{
    if (!method)
        return run_model(run)->not_implemented;
    return override_call(run, self, name, &other, 1);
}

/* binary_op1 of Objects/abstract.c, with slot_nb_… of Objects/typeobject.c. */
static ObjectId operate_number(Run *run, ObjectId left, ObjectId right,
                               const OperatorNames *names,
                               ObjectId (*builtin)(Run *, int, ObjectId, ObjectId), int op)
{
    const Model *model = run_model(run);
    ObjectId left_type = model_object(model, left)->type,
             right_type = model_object(model, right)->type;
    ObjectId method = number_method(run, left, names->method);
    ObjectId reflected =
        left_type != right_type ? number_method(run, right, names->reflected) : 0;
    ObjectId result;
    if (reflected && type_is_subtype(run, right_type, left_type) &&
        reflected != number_method(run, left, names->reflected)) {
        result = try_method(run, reflected, right, names->reflected, left);
        if (result != model->not_implemented)
            return result;
        reflected = 0;
    }
    /* What C code does with both runs where one of the two types has its slot from there. */
    bool built_in = !method || (left_type != right_type && !reflected &&
                                !number_method(run, right, names->method));
    result = try_method(run, method, left, names->method, right);
    if (result == model->not_implemented && built_in)
        result = builtin(run, op, left, right);
    if (result == model->not_implemented)
        result = try_method(run, reflected, right, names->reflected, left);
    return result;
}

static bool is_repeatable(ObjectKind kind)
{
    return kind == KIND_STR || kind == KIND_LIST || kind == KIND_TUPLE || kind_is_bytes(kind);
}

/* sequence * times, when `times` has an index. */
static ObjectId repeat(Run *run, ObjectId sequence, ObjectId times, bool in_place)
{
    Model *model = run_model(run);
    ObjectKind kind = model_kind(model, times);
    if (!kind_is_integer(kind) && !lookup_special(run, times, "__index__"))
        return raise_error(run, EXC_TypeError,
                           "can't multiply sequence by non-int of type '%s'",
                           type_string(run, times));
    int64_t count;
    if (!object_index(run, times, &count))
        return 0;
    if (in_place && model_kind(model, sequence) == KIND_LIST)
        return list_repeat_in_place(run, sequence, count);
    if (in_place && model_kind(model, sequence) == KIND_BYTEARRAY)
        return bytearray_repeat_in_place(run, sequence, count);
    return sequence_repeat(run, sequence, count);
}

/* sq_concat and sq_repeat of a native type; NotImplemented where it has none. */
static ObjectId operate_native(Run *run, int op, bool in_place, ObjectId left, ObjectId right)
{
    const char *method = in_place ? operator_table[op].in_place : operator_table[op].method;
    if (op != BINARY_ADD && op != BINARY_MULTIPLY)
        return run_model(run)->not_implemented;
    if (in_place && !object_override(run, left, method))
        method = operator_table[op].method;
    return try_method(run, object_override(run, left, method), left, method, right);
}

/* sq_concat and sq_repeat, which come after the numbers' slots. In place a left operand that is
 * a container of any kind keeps the right one from being repeated
 * (PyNumber_InPlaceMultiply). */
static ObjectId operate_sequence(Run *run, int op, bool in_place, ObjectId left, ObjectId right)
{
    Model *model = run_model(run);
    ObjectKind kind = model_kind(model, left);
    if (is_native_sequence(run, left))
        return operate_native(run, op, in_place, left, right);
    if (op == BINARY_ADD && is_repeatable(kind)) {
        if (in_place && kind == KIND_LIST)
            return list_concat_in_place(run, left, right);
        if (in_place && kind == KIND_BYTEARRAY)
            return bytearray_concat_in_place(run, left, right);
        return sequence_concat(run, left, right);
    }
    if (op == BINARY_MULTIPLY && is_repeatable(kind))
        return repeat(run, left, right, in_place);
    bool left_decides =
        in_place && (object_is_user(model, left) || lookup_special(run, left, "__len__"));
    if (op != BINARY_MULTIPLY || left_decides)
        return model->not_implemented;
    if (is_native_sequence(run, right))
        return operate_native(run, op, false, right, left);
    if (is_repeatable(model_kind(model, right)))
        return repeat(run, right, left, false);
    return model->not_implemented;
}

static ObjectId operate_in_place(Run *run, int op, ObjectId left, ObjectId right)
{
    Model *model = run_model(run);
    const char *name = operator_table[op].in_place;
    ObjectId result = try_method(run, number_method(run, left, name), left, name, right);
    if (result == model->not_implemented &&
        (model_kind(model, left) == KIND_SET || model_kind(model, left) == KIND_DICT))
        result = set_operate_in_place(run, op, left, right);
    return result;
}

/* `print >> x` is what Python 2 wrote. */
static bool is_old_print(Run *run, int op, ObjectId left)
{
    const Model *model = run_model(run);
    const Native *native =
        object_is_exact(model, left, TYPE_BUILTIN) ? model_payload(model, left).native : NULL;
    return op == BINARY_RSHIFT && native && strcmp(native->name, "print") == 0;
}

static ObjectId raise_operands(Run *run, int op, bool in_place, ObjectId left, ObjectId right)
{
    const char *symbol = operator_table[op].symbol;
    if (!in_place && is_old_print(run, op, left))
        return raise_error(run, EXC_TypeError,
                           "unsupported operand type(s) for >>: '%s' and '%s'. Did you mean "
                           "\"print(<message>, file=<output_stream>)\"?",
                           type_string(run, left), type_string(run, right));
    if (in_place && op == BINARY_POWER && run_model(run)->profile->minor < 10)
        in_place = false;
    else if (in_place && op == BINARY_POWER)
        symbol = "**";
    return raise_error(run, EXC_TypeError,
                       "unsupported operand type(s) for %s%s: '%s' and '%s'", symbol,
                       in_place ? "=" : "", type_string(run, left), type_string(run, right));
}

ObjectId operate_binary(Run *run, int op, ObjectId left, ObjectId right)
{
    Model *model = run_model(run);
    bool in_place = op >= BINARY_IN_PLACE;
    if (in_place)
        op -= BINARY_IN_PLACE;
    if (object_is_exact(model, left, TYPE_INT) && object_is_exact(model, right, TYPE_INT) &&
        int_is_small(model, left) && int_is_small(model, right)) {
        ObjectId result =
            int_operate_small(model, op, int_value(model, left), int_value(model, right));
        if (result)
            return result;
    }
    if (object_is_proxy(model, left) || object_is_proxy(model, right)) {
        left = proxy_unwrap(run, left);
        right = left ? proxy_unwrap(run, right) : 0;
        return right ? operate_binary(run, in_place ? op + BINARY_IN_PLACE : op, left, right)
                     : 0;
    }
    ObjectId result = model->not_implemented;
    if (in_place)
        result = operate_in_place(run, op, left, right);
    if (result == model->not_implemented)
        result = operate_number(run, left, right, &operator_table[op], operate_builtin, op);
    if (result == model->not_implemented)
        result = operate_sequence(run, op, in_place, left, right);
    if (result == model->not_implemented)
        return raise_operands(run, op, in_place, left, right);
    return result;
}

static ObjectId divmod_builtin(Run *run, int op, ObjectId left, ObjectId right)
{
    (void)op;
    const Model *model = run_model(run);
    int left_rank = number_rank(model_kind(model, left));
    int right_rank = number_rank(model_kind(model, right));
    if ((left_rank == 3 || right_rank == 3) && model->profile->minor < 10)
        return raise_error(run, EXC_TypeError, "can't take floor or mod of complex number.");
    if (!left_rank || !right_rank || left_rank == 3 || right_rank == 3)
        return model->not_implemented;
    return left_rank == 1 && right_rank == 1 ? int_divmod(run, left, right)
                                             : float_divmod(run, left, right);
}

ObjectId operate_divmod(Run *run, ObjectId left, ObjectId right)
{
    static const OperatorNames names = {"divmod()", "__divmod__", "__rdivmod__", ""};
    ObjectId result = operate_number(run, left, right, &names, divmod_builtin, 0);
    if (result == run_model(run)->not_implemented)
        return raise_error(run, EXC_TypeError,
                           "unsupported operand type(s) for divmod(): '%s' and '%s'",
                           type_string(run, left), type_string(run, right));
    return result;
}

ObjectId operate_power(Run *run, ObjectId base, ObjectId exponent, ObjectId modulus)
{
    Model *model = run_model(run);
    if (modulus == model->none)
        return operate_binary(run, BINARY_POWER, base, exponent);
    if (object_override(run, base, "__pow__"))
        return override_call(run, base, "__pow__", (ObjectId[]){exponent, modulus}, 2);
    int first = number_rank(model_kind(model, base)),
        second = number_rank(model_kind(model, exponent));
    int third = number_rank(model_kind(model, modulus));
    if (first == 1 && second == 1 && third == 1)
        return int_power_modulo(run, base, exponent, modulus);
    if (first == 3 || second == 3 || third == 3)
        return raise_error(run, EXC_ValueError, "complex modulo");
    if (first && second && third)
        return raise_error(run, EXC_TypeError,
                           "pow() 3rd argument not allowed unless all "
                           "arguments are integers");
    return raise_error(run, EXC_TypeError,
                       "unsupported operand type(s) for %spow(): '%s', '%s', '%s'",
                       model->profile->minor < 10 ? "" : "** or ", type_string(run, base),
                       type_string(run, exponent), type_string(run, modulus));
}

static ObjectId raise_operand(Run *run, const char *symbol, ObjectId value)
{
    return raise_error(run, EXC_TypeError, "bad operand type for %s: '%s'", symbol,
                       type_string(run, value));
}

ObjectId number_negative(Run *run, ObjectId value)
{
    Model *model = run_model(run);
    switch (number_rank(model_kind(model, value))) {
    case 1:
        return int_negative(run, value);
    case 2:
        return float_from(model, -float_value(model, value));
    case 3: {
        ComplexPayload number = complex_value(run, value);
        return complex_from(model, -number.real, -number.imaginary);
    }
    }
    return raise_operand(run, "unary -", value);
}

ObjectId number_positive(Run *run, ObjectId value)
{
    Model *model = run_model(run);
    switch (number_rank(model_kind(model, value))) {
    case 1:
        return int_exact(run, value);
    case 2:
        return object_is_exact(model, value, TYPE_FLOAT)
                   ? value
                   : float_from(model, float_value(model, value));
    case 3: {
        ComplexPayload number = complex_value(run, value);
        return object_is_exact(model, value, TYPE_COMPLEX)
                   ? value
                   : complex_from(model, number.real, number.imaginary);
    }
    }
    return raise_operand(run, "unary +", value);
}

ObjectId number_absolute(Run *run, ObjectId value)
{
    Model *model = run_model(run);
    switch (number_rank(model_kind(model, value))) {
    case 1:
        return int_absolute(run, value);
    case 2:
        return float_from(model, fabs(float_value(model, value)));
    case 3: {
        ComplexPayload number = complex_value(run, value);
        double size = hypot(number.real, number.imaginary);
        if (isinf(size) && !isinf(number.real) && !isinf(number.imaginary))
            return raise_error(run, EXC_OverflowError, "absolute value too large");
        return float_from(model, size);
    }
    }
    return raise_operand(run, "abs()", value);
}

ObjectId operate_negative(Run *run, ObjectId value)
{
    if (object_override(run, value, "__neg__"))
        return override_call(run, value, "__neg__", NULL, 0);
    return number_negative(run, value);
}

ObjectId operate_positive(Run *run, ObjectId value)
{
    if (object_override(run, value, "__pos__"))
        return override_call(run, value, "__pos__", NULL, 0);
    return number_positive(run, value);
}

ObjectId operate_absolute(Run *run, ObjectId value)
{
    if (object_override(run, value, "__abs__"))
        return override_call(run, value, "__abs__", NULL, 0);
    return number_absolute(run, value);
}

/* bool_invert */
static void warn_of_inverted_bool(Run *run)
{
#define INVERTED_BOOL(when)                                                                    \
    "Bitwise inversion '~' on bool is deprecated" when                                         \
    ". This returns the bitwise inversion of the underlying int object and is usually not "    \
    "what you expect from negating a bool. Use the 'not' operator for boolean negation or "    \
    "~int(x) if you really want the bitwise inversion of the underlying int."
    int minor = run_model(run)->profile->minor;
    if (minor >= 12)
        warn_deprecated(run, minor == 12
                                 ? INVERTED_BOOL("")
                                 : INVERTED_BOOL(" and will be removed in Python 3.16"));
#undef INVERTED_BOOL
}

ObjectId operate_invert(Run *run, ObjectId value)
{
    if (object_override(run, value, "__invert__"))
        return override_call(run, value, "__invert__", NULL, 0);
    ObjectKind kind = model_kind(run_model(run), value);
    if (kind == KIND_BOOL)
        warn_of_inverted_bool(run);
    return kind_is_integer(kind) ? int_invert(run, value)
                                 : raise_operand(run, "unary ~", value);
}
