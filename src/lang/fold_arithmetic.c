#include "lang/fold_arithmetic.h"

#include <math.h>
#include <string.h>

#include "lang/value.h"

enum {
    INT_BITS_LIMIT = 128, /* ast_opt.c, MAX_INT_SIZE */
    EXACT_DOUBLE_BITS = 53,
};

static Value *new_value(const Folder *folder, ConstKind kind)
{
    Value *value = region_allocate(folder->region, sizeof *value);
    value->kind = kind;
    return value;
}

const Value *fold_bool(const Folder *folder, bool value)
{
    return new_value(folder, value ? CONST_TRUE : CONST_FALSE);
}

static bool is_bool(const Value *value)
{
    return value->kind == CONST_TRUE || value->kind == CONST_FALSE;
}

static bool is_int(const Value *value)
{
    return value->kind == CONST_INT || is_bool(value);
}

/* A bool counts as 0 or 1. `number` must be initialised. */
static void get_int(const Value *value, mpz_t number)
{
    if (value->kind == CONST_INT)
        mpz_set(number, value->integer);
    else
        mpz_set_ui(number, value->kind == CONST_TRUE);
}

static const Value *int_value(const Folder *folder, mpz_srcptr number)
{
    Value *value = new_value(folder, CONST_INT);
    value->integer = ast_integer(folder->region, number);
    return value;
}

static const Value *float_value(const Folder *folder, double number)
{
    Value *value = new_value(folder, CONST_FLOAT);
    value->real = number;
    return value;
}

static const Value *complex_value(const Folder *folder, double real, double imaginary)
{
    Value *value = new_value(folder, CONST_COMPLEX);
    value->real = real;
    value->imaginary = imaginary;
    return value;
}

static size_t bits(mpz_srcptr number)
{
    return mpz_sgn(number) ? mpz_sizeinbase(number, 2) : 0;
}

/* Unlike CPython: integers that a double cannot hold exactly are left to run time. */
static bool get_double(const Value *value, double *ret_number)
{
    if (value->kind == CONST_FLOAT) {
        *ret_number = value->real;
        return true;
    }
    if (!is_int(value))
        return false;
    if (value->kind != CONST_INT) {
        *ret_number = value->kind == CONST_TRUE;
        return true;
    }
    *ret_number = mpz_get_d(value->integer);
    return bits(value->integer) <= EXACT_DOUBLE_BITS;
}

/* int ** int with a small result (safe_power). */
static bool int_power(mpz_t result, mpz_srcptr base, mpz_srcptr exponent)
{
    if (mpz_sgn(exponent) < 0 || !mpz_fits_ulong_p(exponent))
        return false;
    unsigned long power = mpz_get_ui(exponent);
    if (power && bits(base) > INT_BITS_LIMIT / power)
        return false;
    mpz_pow_ui(result, base, power);
    return true;
}

static bool int_shift(mpz_t result, mpz_srcptr number, mpz_srcptr count, bool left)
{
    if (mpz_sgn(count) < 0 || !mpz_fits_ulong_p(count))
        return false;
    unsigned long shift = mpz_get_ui(count);
    if (!left) {
        mpz_fdiv_q_2exp(result, number, shift);
        return true;
    }
    if (mpz_sgn(number) && shift &&
        (shift > INT_BITS_LIMIT || bits(number) > INT_BITS_LIMIT - shift))
        return false;
    mpz_mul_2exp(result, number, mpz_sgn(number) ? shift : 0);
    return true;
}

static bool int_operation(BinaryOp op, mpz_t result, mpz_srcptr left, mpz_srcptr right)
{
    switch (op) {
    case BINARY_ADD:
        mpz_add(result, left, right);
        return true;
    case BINARY_SUBTRACT:
        mpz_sub(result, left, right);
        return true;
    case BINARY_MULTIPLY:
        mpz_mul(result, left, right);
        return bits(left) == 0 || bits(right) == 0 ||
               bits(left) + bits(right) <= INT_BITS_LIMIT;
    case BINARY_FLOOR_DIVIDE:
        if (mpz_sgn(right))
            mpz_fdiv_q(result, left, right);
        return mpz_sgn(right) != 0;
    case BINARY_REMAINDER:
        if (mpz_sgn(right))
            mpz_fdiv_r(result, left, right);
        return mpz_sgn(right) != 0;
    case BINARY_POWER:
        return int_power(result, left, right);
    case BINARY_LSHIFT:
        return int_shift(result, left, right, true);
    case BINARY_RSHIFT:
        return int_shift(result, left, right, false);
    case BINARY_AND:
        mpz_and(result, left, right);
        return true;
    case BINARY_OR:
        mpz_ior(result, left, right);
        return true;
    case BINARY_XOR:
        mpz_xor(result, left, right);
        return true;
    case BINARY_TRUE_DIVIDE:
    case BINARY_MATRIX_MULTIPLY:
    case BINARY_OP_COUNT:
        break;
    }
    return false;
}

static const Value *fold_ints(const Folder *folder, BinaryOp op, const Value *left,
                              const Value *right)
{
    mpz_t a, b, result;
    mpz_inits(a, b, result, NULL);
    get_int(left, a);
    get_int(right, b);
    const Value *value = NULL;
    if (int_operation(op, result, a, b)) {
        bool logical = op == BINARY_AND || op == BINARY_OR || op == BINARY_XOR;
        value = logical && is_bool(left) && is_bool(right)
                    ? fold_bool(folder, mpz_sgn(result) != 0)
                    : int_value(folder, result);
    }
    mpz_clears(a, b, result, NULL);
    return value;
}

/* Objects/floatobject.c, _float_div_mod. */
static void divide(double a, double b, double *ret_quotient, double *ret_remainder)
{
    double remainder = fmod(a, b);
    double quotient = (a - remainder) / b;
    bool zero = !(remainder < 0 || remainder > 0);
    if (zero) {
        remainder = copysign(0.0, b);
    } else if ((b < 0) != (remainder < 0)) {
        remainder += b;
        quotient -= 1.0;
    }
    double floored = floor(quotient);
    if (quotient - floored > 0.5)
        floored += 1.0;
    bool no_quotient = !(quotient < 0 || quotient > 0);
    *ret_quotient = no_quotient ? copysign(0.0, a / b) : floored;
    *ret_remainder = remainder;
}

static bool float_power(double a, double b, double *ret_result)
{
    bool zero_base = !(a < 0 || a > 0);
    if ((zero_base && b < 0) || (a < 0 && floor(b) < b))
        return false; /* ZeroDivisionError, a complex result */
    *ret_result = pow(a, b);
    return isfinite(*ret_result) || !isfinite(a) || !isfinite(b);
}

static bool float_operation(BinaryOp op, double a, double b, double *ret_result)
{
    double quotient, remainder;
    bool zero = !(b < 0 || b > 0) && !isnan(b);
    switch ((int)op) {
    case BINARY_ADD:
        *ret_result = a + b;
        return true;
    case BINARY_SUBTRACT:
        *ret_result = a - b;
        return true;
    case BINARY_MULTIPLY:
        *ret_result = a * b;
        return true;
    case BINARY_TRUE_DIVIDE:
        if (!zero)
            *ret_result = a / b;
        return !zero;
    case BINARY_FLOOR_DIVIDE:
    case BINARY_REMAINDER:
        if (zero)
            return false;
        divide(a, b, &quotient, &remainder);
        *ret_result = op == BINARY_REMAINDER ? remainder : quotient;
        return true;
    case BINARY_POWER:
        return float_power(a, b, ret_result);
    default:
        return false;
    }
}

static const Value *fold_floats(const Folder *folder, BinaryOp op, const Value *left,
                                const Value *right)
{
    double a, b, result = 0;
    bool worked =
        get_double(left, &a) && get_double(right, &b) && float_operation(op, a, b, &result);
    return worked ? float_value(folder, result) : NULL;
}

static bool get_complex(const Value *value, double *ret_real, double *ret_imaginary)
{
    *ret_imaginary = 0;
    if (value->kind != CONST_COMPLEX)
        return get_double(value, ret_real);
    *ret_real = value->real;
    *ret_imaginary = value->imaginary;
    return true;
}

/* Unlike CPython: division and powers of complex constants are left to run time. */
static const Value *fold_complex(const Folder *folder, BinaryOp op, const Value *left,
                                 const Value *right)
{
    double a, b, c, d;
    if (!get_complex(left, &a, &b) || !get_complex(right, &c, &d))
        return NULL;
    if (op == BINARY_ADD)
        return complex_value(folder, a + c, b + d);
    if (op == BINARY_SUBTRACT)
        return complex_value(folder, a - c, b - d);
    if (op == BINARY_MULTIPLY)
        return complex_value(folder, a * c - b * d, a * d + b * c);
    return NULL;
}

static const Value *joined(const Folder *folder, const Value *left, const Value *right)
{
    Value *value = new_value(folder, left->kind);
    if (left->kind == CONST_TUPLE) {
        size_t count = left->tuple.count + right->tuple.count;
        const Value **items = region_allocate(folder->region, (count + 1) * sizeof *items);
        for (size_t i = 0; i < count; i++)
            items[i] = i < left->tuple.count ? left->tuple.items[i]
                                             : right->tuple.items[i - left->tuple.count];
        value->tuple.items = items;
        value->tuple.count = count;
        return value;
    }
    size_t length = left->text.length + right->text.length;
    char *bytes = region_allocate(folder->region, length + 1);
    if (left->text.length)
        memcpy(bytes, left->text.bytes, left->text.length);
    if (right->text.length)
        memcpy(bytes + left->text.length, right->text.bytes, right->text.length);
    value->text = (Slice){bytes, length};
    return value;
}

static size_t sequence_length(const Value *value)
{
    if (value->kind == CONST_TUPLE)
        return value->tuple.count;
    if (value->kind == CONST_STR)
        return utf8_count(value->text.bytes, value->text.length);
    return value->text.length;
}

static const Value *repeated_text(const Folder *folder, const Value *text, size_t count)
{
    Value *value = new_value(folder, text->kind);
    size_t length = text->text.length;
    char *bytes = region_allocate(folder->region, length * count + 1);
    for (size_t i = 0; i < count && length; i++)
        memcpy(bytes + i * length, text->text.bytes, length);
    value->text = (Slice){bytes, length * count};
    return value;
}

static const Value *repeated_tuple(const Folder *folder, const Value *tuple, size_t count)
{
    Value *value = new_value(folder, CONST_TUPLE);
    size_t size = tuple->tuple.count;
    const Value **items = region_allocate(folder->region, (size * count + 1) * sizeof *items);
    for (size_t i = 0; i < size * count; i++)
        items[i] = tuple->tuple.items[i % size];
    value->tuple.items = items;
    value->tuple.count = size * count;
    return value;
}

/* sequence * int (safe_multiply). */
static const Value *fold_repeat(const Folder *folder, const Value *sequence, const Value *times)
{
    const ProfileIdentity *identity = &folder->profile->identity;
    size_t limit = sequence->kind == CONST_TUPLE ? identity->tuple_repeat_fold_limit
                                                 : identity->str_repeat_fold_limit;
    size_t length = sequence_length(sequence), count;
    mpz_t number;
    mpz_init(number);
    get_int(times, number);
    bool fits = mpz_sgn(number) >= 0 && mpz_fits_ulong_p(number);
    count = fits ? mpz_get_ui(number) : 0;
    mpz_clear(number);
    if (!fits || (length && count > limit / length))
        return NULL;
    count = length ? count : 0;
    return sequence->kind == CONST_TUPLE ? repeated_tuple(folder, sequence, count)
                                         : repeated_text(folder, sequence, count);
}

static bool is_sequence(const Value *value)
{
    return value->kind == CONST_STR || value->kind == CONST_BYTES || value->kind == CONST_TUPLE;
}

static bool is_number(const Value *value)
{
    return is_int(value) || value->kind == CONST_FLOAT || value->kind == CONST_COMPLEX;
}

const Value *fold_binary(const Folder *folder, BinaryOp op, const Value *left,
                         const Value *right)
{
    if (is_sequence(left) || is_sequence(right)) {
        if (op == BINARY_ADD && left->kind == right->kind)
            return joined(folder, left, right);
        if (op == BINARY_MULTIPLY && is_sequence(left) && is_int(right))
            return fold_repeat(folder, left, right);
        if (op == BINARY_MULTIPLY && is_int(left) && is_sequence(right))
            return fold_repeat(folder, right, left);
        return NULL;
    }
    if (!is_number(left) || !is_number(right))
        return NULL;
    if (left->kind == CONST_COMPLEX || right->kind == CONST_COMPLEX)
        return fold_complex(folder, op, left, right);
    bool negative_power =
        op == BINARY_POWER && right->kind == CONST_INT && mpz_sgn(right->integer) < 0;
    if (is_int(left) && is_int(right) && op != BINARY_TRUE_DIVIDE && !negative_power)
        return fold_ints(folder, op, left, right);
    return fold_floats(folder, op, left, right);
}

static const Value *fold_unary_int(const Folder *folder, UnaryOp op, const Value *operand)
{
    mpz_t number;
    mpz_init(number);
    get_int(operand, number);
    if (op == UNARY_MINUS)
        mpz_neg(number, number);
    else if (op == UNARY_INVERT)
        mpz_com(number, number);
    const Value *value = int_value(folder, number);
    mpz_clear(number);
    return value;
}

const Value *fold_unary(const Folder *folder, UnaryOp op, const Value *operand)
{
    if (op == UNARY_NOT)
        return folder->profile->identity.folds_in_ast
                   ? fold_bool(folder, !value_is_true(operand))
                   : NULL;
    if (is_int(operand))
        return fold_unary_int(folder, op, operand);
    bool minus = op == UNARY_MINUS;
    if (op == UNARY_INVERT)
        return NULL;
    if (operand->kind == CONST_FLOAT)
        return float_value(folder, minus ? -operand->real : operand->real);
    if (operand->kind == CONST_COMPLEX)
        return complex_value(folder, minus ? -operand->real : operand->real,
                             minus ? -operand->imaginary : operand->imaginary);
    return NULL;
}

static const Value *character(const Folder *folder, Slice text, size_t index)
{
    size_t offset = 0;
    uint32_t point;
    for (size_t i = 0; i < index; i++)
        offset += utf8_decode(text.bytes + offset, text.length - offset, &point);
    Value *value = new_value(folder, CONST_STR);
    value->text.bytes = text.bytes + offset;
    value->text.length = utf8_decode(text.bytes + offset, text.length - offset, &point);
    return value;
}

static const Value *byte(const Folder *folder, Slice text, size_t index)
{
    mpz_t number;
    mpz_init_set_ui(number, (unsigned char)text.bytes[index]);
    const Value *value = int_value(folder, number);
    mpz_clear(number);
    return value;
}

const Value *fold_subscript(const Folder *folder, const Value *value, const Value *index)
{
    if (!is_sequence(value) || !is_int(index))
        return NULL;
    mpz_t number;
    mpz_init(number);
    get_int(index, number);
    size_t length = sequence_length(value);
    if (mpz_sgn(number) < 0)
        mpz_add_ui(number, number, length);
    bool fits = mpz_sgn(number) >= 0 && mpz_cmp_ui(number, length) < 0;
    size_t place = fits ? mpz_get_ui(number) : 0;
    mpz_clear(number);
    if (!fits)
        return NULL;
    if (value->kind == CONST_TUPLE)
        return value->tuple.items[place];
    return value->kind == CONST_STR ? character(folder, value->text, place)
                                    : byte(folder, value->text, place);
}
