#include "run/types/slots.h"
#include "model/sizes.h"

#include "lang/opcode.h"
#include "run/interpreter.h"
#include "run/text/text.h"
#include "run/types/native_type.h"
#include "run/types/reduce.h"
#include "run/values/iterate.h"
#include "run/values/subscript.h"

/* --- binary operators --- */

static bool is_sequence(ObjectKind kind)
{
    return kind == KIND_STR || kind == KIND_LIST || kind == KIND_TUPLE || kind_is_bytes(kind);
}

static ObjectId operate(Run *run, int op, ObjectId left, ObjectId right)
{
    const Model *model = run_model(run);
    bool sequence = is_sequence(model_kind(model, left));
    if (sequence && op == BINARY_ADD)
        return sequence_concat(run, left, right);
    if (sequence && op == BINARY_MULTIPLY) {
        int64_t count;
        return object_index(run, right, &count) ? sequence_repeat(run, left, count) : 0;
    }
    return operate_builtin(run, op, left, right);
}

/* Does the type of `self` know the other operand? int knows ints, float also ints, complex all
 * numbers. */
static bool knows(const Model *model, ObjectId self, ObjectId other)
{
    ObjectKind own = model_kind(model, self), kind = model_kind(model, other);
    if (kind_is_integer(own))
        return kind_is_integer(kind);
    if (own == KIND_FLOAT)
        return kind_is_integer(kind) || kind == KIND_FLOAT;
    return own != KIND_COMPLEX || kind_is_integer(kind) || kind == KIND_FLOAT ||
           kind == KIND_COMPLEX;
}

static ObjectId forward(Run *run, int op, const Arguments *arguments)
{
    const Model *model = run_model(run);
    if (!knows(model, arguments->values[0], arguments->values[1]))
        return model->not_implemented;
    return operate(run, op, arguments->values[0], arguments->values[1]);
}

static ObjectId reflected(Run *run, int op, const Arguments *arguments)
{
    const Model *model = run_model(run);
    ObjectId self = arguments->values[0], other = arguments->values[1];
    bool sequence = is_sequence(model_kind(model, self));
    if (sequence && op == BINARY_REMAINDER &&
        model_kind(model, other) != model_kind(model, self))
        return model->not_implemented;
    if (sequence && op != BINARY_REMAINDER)
        return forward(run, op, arguments);
    if (!knows(model, self, other))
        return model->not_implemented;
    return operate(run, op, other, self);
}

ObjectId slot_add(Run *run, const Arguments *arguments)
{
    return forward(run, BINARY_ADD, arguments);
}
ObjectId slot_sub(Run *run, const Arguments *arguments)
{
    return forward(run, BINARY_SUBTRACT, arguments);
}
ObjectId slot_mul(Run *run, const Arguments *arguments)
{
    return forward(run, BINARY_MULTIPLY, arguments);
}
ObjectId slot_truediv(Run *run, const Arguments *arguments)
{
    return forward(run, BINARY_TRUE_DIVIDE, arguments);
}
ObjectId slot_floordiv(Run *run, const Arguments *arguments)
{
    return forward(run, BINARY_FLOOR_DIVIDE, arguments);
}
ObjectId slot_mod(Run *run, const Arguments *arguments)
{
    return forward(run, BINARY_REMAINDER, arguments);
}
/* float_pow looks at the third argument first. */
static bool refuse_modulus(Run *run, const Arguments *arguments)
{
    ObjectId modulus = argument_at(arguments, 2);
    bool refused = modulus && modulus != run_model(run)->none &&
                   model_kind(run_model(run), arguments->values[0]) == KIND_FLOAT;
    if (refused)
        raise_error(run, EXC_TypeError,
                    "pow() 3rd argument not allowed unless all arguments are integers");
    return refused;
}

ObjectId slot_pow(Run *run, const Arguments *arguments)
{
    ObjectId modulus = argument_at(arguments, 2);
    if (refuse_modulus(run, arguments))
        return 0;
    if (modulus && modulus != run_model(run)->none)
        return !knows(run_model(run), arguments->values[0], arguments->values[1]) ||
                       !kind_is_integer(model_kind(run_model(run), modulus))
                   ? run_model(run)->not_implemented
                   : int_power_modulo(run, arguments->values[0], arguments->values[1], modulus);
    return forward(run, BINARY_POWER, arguments);
}
ObjectId slot_and(Run *run, const Arguments *arguments)
{
    return forward(run, BINARY_AND, arguments);
}
ObjectId slot_or(Run *run, const Arguments *arguments)
{
    return forward(run, BINARY_OR, arguments);
}
ObjectId slot_xor(Run *run, const Arguments *arguments)
{
    return forward(run, BINARY_XOR, arguments);
}
ObjectId slot_lshift(Run *run, const Arguments *arguments)
{
    return forward(run, BINARY_LSHIFT, arguments);
}
ObjectId slot_rshift(Run *run, const Arguments *arguments)
{
    return forward(run, BINARY_RSHIFT, arguments);
}
ObjectId slot_radd(Run *run, const Arguments *arguments)
{
    return reflected(run, BINARY_ADD, arguments);
}
ObjectId slot_rsub(Run *run, const Arguments *arguments)
{
    return reflected(run, BINARY_SUBTRACT, arguments);
}
ObjectId slot_rmul(Run *run, const Arguments *arguments)
{
    return reflected(run, BINARY_MULTIPLY, arguments);
}
ObjectId slot_rtruediv(Run *run, const Arguments *arguments)
{
    return reflected(run, BINARY_TRUE_DIVIDE, arguments);
}
ObjectId slot_rfloordiv(Run *run, const Arguments *arguments)
{
    return reflected(run, BINARY_FLOOR_DIVIDE, arguments);
}
ObjectId slot_rmod(Run *run, const Arguments *arguments)
{
    return reflected(run, BINARY_REMAINDER, arguments);
}
ObjectId slot_rpow(Run *run, const Arguments *arguments)
{
    return refuse_modulus(run, arguments) ? 0 : reflected(run, BINARY_POWER, arguments);
}
ObjectId slot_rand(Run *run, const Arguments *arguments)
{
    return reflected(run, BINARY_AND, arguments);
}
ObjectId slot_ror(Run *run, const Arguments *arguments)
{
    return reflected(run, BINARY_OR, arguments);
}
ObjectId slot_rxor(Run *run, const Arguments *arguments)
{
    return reflected(run, BINARY_XOR, arguments);
}
ObjectId slot_rlshift(Run *run, const Arguments *arguments)
{
    return reflected(run, BINARY_LSHIFT, arguments);
}
ObjectId slot_rrshift(Run *run, const Arguments *arguments)
{
    return reflected(run, BINARY_RSHIFT, arguments);
}

static ObjectId divide_both(Run *run, ObjectId left, ObjectId right)
{
    const Model *model = run_model(run);
    ObjectKind a = model_kind(model, left), b = model_kind(model, right);
    bool left_int = kind_is_integer(a), right_int = kind_is_integer(b);
    if ((!left_int && a != KIND_FLOAT) || (!right_int && b != KIND_FLOAT))
        return model->not_implemented;
    return left_int && right_int ? int_divmod(run, left, right)
                                 : float_divmod(run, left, right);
}

ObjectId slot_divmod(Run *run, const Arguments *arguments)
{
    if (!knows(run_model(run), arguments->values[0], arguments->values[1]))
        return run_model(run)->not_implemented;
    return divide_both(run, arguments->values[0], arguments->values[1]);
}
ObjectId slot_rdivmod(Run *run, const Arguments *arguments)
{
    if (!knows(run_model(run), arguments->values[0], arguments->values[1]))
        return run_model(run)->not_implemented;
    return divide_both(run, arguments->values[1], arguments->values[0]);
}

ObjectId slot_iadd(Run *run, const Arguments *arguments)
{
    if (model_kind(run_model(run), arguments->values[0]) == KIND_BYTEARRAY)
        return bytearray_concat_in_place(run, arguments->values[0], arguments->values[1]);
    return list_concat_in_place(run, arguments->values[0], arguments->values[1]);
}
ObjectId slot_imul(Run *run, const Arguments *arguments)
{
    int64_t count;
    if (!object_index(run, arguments->values[1], &count))
        return 0;
    if (model_kind(run_model(run), arguments->values[0]) == KIND_BYTEARRAY)
        return bytearray_repeat_in_place(run, arguments->values[0], count);
    return list_repeat_in_place(run, arguments->values[0], count);
}

static ObjectId in_place(Run *run, int op, const Arguments *arguments)
{
    return set_operate_in_place(run, op, arguments->values[0], arguments->values[1]);
}
ObjectId slot_isub(Run *run, const Arguments *arguments)
{
    return in_place(run, BINARY_SUBTRACT, arguments);
}
ObjectId slot_iand(Run *run, const Arguments *arguments)
{
    return in_place(run, BINARY_AND, arguments);
}
ObjectId slot_ior(Run *run, const Arguments *arguments)
{
    return in_place(run, BINARY_OR, arguments);
}
ObjectId slot_ixor(Run *run, const Arguments *arguments)
{
    return in_place(run, BINARY_XOR, arguments);
}

/* --- comparison: object's own by identity where the type has none --- */

static ObjectId compare(Run *run, int op, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId left = arguments->values[0], right = arguments->values[1];
    const NativeType *native = native_type_of(run, model_object(model, left)->type);
    if (native && native->compare)
        return native->compare(run, op, left, right);
    if (!knows(model, left, right))
        return model->not_implemented;
    ObjectId result = compare_builtin(run, op, left, right);
    if (result != model->not_implemented || left != right)
        return result;
    return op == COMPARE_EQ   ? model->true_
           : op == COMPARE_NE ? model->false_
                              : model->not_implemented;
}

ObjectId slot_lt(Run *run, const Arguments *arguments)
{
    return compare(run, COMPARE_LT, arguments);
}
ObjectId slot_le(Run *run, const Arguments *arguments)
{
    return compare(run, COMPARE_LE, arguments);
}
ObjectId slot_eq(Run *run, const Arguments *arguments)
{
    return compare(run, COMPARE_EQ, arguments);
}
ObjectId slot_ne(Run *run, const Arguments *arguments)
{
    /* object.__ne__ turns the program's __eq__ round. */
    Model *model = run_model(run);
    if (!object_override(run, arguments->values[0], "__eq__"))
        return compare(run, COMPARE_NE, arguments);
    ObjectId result =
        override_call(run, arguments->values[0], "__eq__", &arguments->values[1], 1);
    bool truth;
    if (!result || result == model->not_implemented)
        return result;
    return object_truth(run, result, &truth) ? bool_from(model, !truth) : 0;
}
ObjectId slot_gt(Run *run, const Arguments *arguments)
{
    return compare(run, COMPARE_GT, arguments);
}
ObjectId slot_ge(Run *run, const Arguments *arguments)
{
    return compare(run, COMPARE_GE, arguments);
}

/* --- numbers --- */

ObjectId slot_neg(Run *run, const Arguments *arguments)
{
    ObjectId value = arguments->values[0];
    if (kind_is_integer(model_kind(run_model(run), value)))
        return int_negative(run, value);
    return number_negative(run, value);
}
ObjectId slot_pos(Run *run, const Arguments *arguments)
{
    return number_positive(run, arguments->values[0]);
}
ObjectId slot_abs(Run *run, const Arguments *arguments)
{
    return number_absolute(run, arguments->values[0]);
}
ObjectId slot_invert(Run *run, const Arguments *arguments)
{
    return int_invert(run, arguments->values[0]);
}
ObjectId slot_bool(Run *run, const Arguments *arguments)
{
    return bool_from(run_model(run), truth_builtin(run, arguments->values[0]));
}
ObjectId slot_int(Run *run, const Arguments *arguments)
{
    const Model *model = run_model(run);
    ObjectId value = arguments->values[0];
    return model_kind(model, value) == KIND_FLOAT ? float_to_int(run, float_value(model, value))
                                                  : int_exact(run, value);
}
ObjectId slot_trunc(Run *run, const Arguments *arguments)
{
    return slot_int(run, arguments);
}
ObjectId slot_float(Run *run, const Arguments *arguments)
{
    double number;
    Model *model = run_model(run);
    if (object_is_exact(model, arguments->values[0], TYPE_FLOAT))
        return arguments->values[0];
    return number_double(run, arguments->values[0], &number) ? float_from(model, number) : 0;
}
ObjectId slot_index(Run *run, const Arguments *arguments)
{
    return int_exact(run, arguments->values[0]);
}
ObjectId slot_round(Run *run, const Arguments *arguments)
{
    return round_builtin(run, arguments->values[0], argument_at(arguments, 1));
}

/* --- every object --- */

ObjectId slot_hash(Run *run, const Arguments *arguments)
{
    int64_t hash;
    return hash_builtin(run, arguments->values[0], &hash) ? int_from(run_model(run), hash) : 0;
}

static ObjectId written(Run *run, bool fine, Text *text)
{
    if (fine)
        return str_new_of_text(run, text);
    text_done(text);
    return 0;
}

ObjectId slot_repr(Run *run, const Arguments *arguments)
{
    Text text = {0};
    return written(run, repr_write_builtin(run, arguments->values[0], &text), &text);
}
ObjectId slot_str(Run *run, const Arguments *arguments)
{
    Text text = {0};
    if (object_is_exact(run_model(run), arguments->values[0], TYPE_STR))
        return arguments->values[0];
    return written(run, str_write_builtin(run, arguments->values[0], &text), &text);
}
ObjectId slot_len(Run *run, const Arguments *arguments)
{
    int64_t length = 0;
    length_builtin(run, arguments->values[0], &length);
    return int_from(run_model(run), length);
}
ObjectId slot_contains(Run *run, const Arguments *arguments)
{
    bool contains;
    if (!contains_builtin(run, arguments->values[0], arguments->values[1], &contains))
        return 0;
    return bool_from(run_model(run), contains);
}
ObjectId slot_getitem(Run *run, const Arguments *arguments)
{
    return subscript_builtin(run, arguments->values[0], arguments->values[1]);
}
ObjectId slot_setitem(Run *run, const Arguments *arguments)
{
    bool fine = subscript_set_builtin(run, arguments->values[0], arguments->values[1],
                                      arguments->values[2]);
    return fine ? run_model(run)->none : 0;
}
ObjectId slot_delitem(Run *run, const Arguments *arguments)
{
    bool fine = subscript_set_builtin(run, arguments->values[0], arguments->values[1], 0);
    return fine ? run_model(run)->none : 0;
}
ObjectId slot_iter(Run *run, const Arguments *arguments)
{
    return iterate_builtin(run, arguments->values[0]);
}
ObjectId slot_next(Run *run, const Arguments *arguments)
{
    ObjectId item = iterate_next_builtin(run, arguments->values[0]);
    if (item || raised(run))
        return item;
    return raise_stop(run);
}
ObjectId slot_reversed(Run *run, const Arguments *arguments)
{
    return iterate_reversed(run, arguments->values[0]);
}
ObjectId slot_length_hint(Run *run, const Arguments *arguments)
{
    return int_from(run_model(run), iterator_remaining(run, arguments->values[0]));
}
ObjectId slot_format(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId spec = arguments->values[1];
    if (model_kind(model, spec) != KIND_STR)
        return raise_error(run, EXC_TypeError, "__format__() argument %smust be str, not %s",
                           model->profile->minor < 7 ? "1 " : "",
                           argument_type_string(run, spec));
    Text text = {0};
    bool fine = format_write_builtin(run, arguments->values[0], str_slice(model, spec), &text);
    if (fine)
        return str_of_text(run, &text);
    text_done(&text);
    return 0;
}
ObjectId slot_sizeof(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    uint64_t size = model_size(model, &model->state, arguments->values[0]);
    return int_from(model, (int64_t)size - size_header(model, arguments->values[0]));
}
ObjectId slot_dir(Run *run, const Arguments *arguments)
{
    return object_names(run, arguments->values[0]);
}

const Native methods_object[] = {
    SLOT_ROWS_COMPARE,
    SLOT_ROW_HASH,
    SLOT_ROW_REPR,
    SLOT_ROW_STR,
    SLOT_ROW_FORMAT,
    {"__sizeof__", slot_sizeof, 0, 0, NULL, NATIVE_NOARGS},
    {"__dir__", slot_dir, 0, 0, NULL, NATIVE_NOARGS},
    {"__reduce__", reduce_object, 0, 0, NULL, NATIVE_NOARGS},
    {"__reduce_ex__", reduce_object_ex, 1, 1, NULL, NATIVE_O},
    {"__getstate__", reduce_getstate, 0, 0, NULL, NATIVE_NOARGS, 11, 0},
    SLOT_ROW_END,
};

const Native methods_none[] = {
    SLOT_ROW_REPR,
    {"__bool__", slot_bool, 0, 0, NULL, NATIVE_SLOT},
    SLOT_ROW_END,
};
