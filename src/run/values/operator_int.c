#include "run/values/operators.h"

#include <math.h>

#include "lang/opcode.h"

/* Results past so many bits are a MemoryError, as they would be on a small machine. */
enum { INT_BIT_LIMIT = 1 << 26 };

static int64_t floor_divide(int64_t left, int64_t right)
{
    int64_t quotient = left / right;
    return left % right != 0 && (left < 0) != (right < 0) ? quotient - 1 : quotient;
}

static int64_t floor_remainder(int64_t left, int64_t right)
{
    int64_t rest = left % right;
    return rest != 0 && (rest < 0) != (right < 0) ? rest + right : rest;
}

static ObjectId shift_left_small(Model *model, int64_t left, int64_t right)
{
    int64_t limit = right >= 0 && right < 62 ? INT64_C(1) << (62 - right) : 0;
    return left < limit && left > -limit ? int_from(model, left * (INT64_C(1) << right)) : 0;
}

ObjectId int_operate_small(Model *model, int op, int64_t left, int64_t right)
{
    int64_t result;
    switch ((BinaryOp)op) {
    case BINARY_ADD:
        return __builtin_add_overflow(left, right, &result) ? 0 : int_from(model, result);
    case BINARY_SUBTRACT:
        return __builtin_sub_overflow(left, right, &result) ? 0 : int_from(model, result);
    case BINARY_MULTIPLY:
        return __builtin_mul_overflow(left, right, &result) ? 0 : int_from(model, result);
    case BINARY_FLOOR_DIVIDE:
        if (right == 0 || right == -1)
            return 0;
        return int_from(model, floor_divide(left, right));
    case BINARY_REMAINDER:
        if (right == 0 || right == -1)
            return 0;
        return int_from(model, floor_remainder(left, right));
    case BINARY_AND:
        return int_from(model, left & right);
    case BINARY_OR:
        return int_from(model, left | right);
    case BINARY_XOR:
        return int_from(model, left ^ right);
    case BINARY_LSHIFT:
        return shift_left_small(model, left, right);
    case BINARY_RSHIFT:
        return right < 0 ? 0
                         : int_from(model, right > 63 ? (left < 0 ? -1 : 0) : left >> right);
    case BINARY_MATRIX_MULTIPLY:
    case BINARY_POWER:
    case BINARY_TRUE_DIVIDE:
    case BINARY_OP_COUNT:
        return 0;
    }
    return 0;
}

typedef struct BigPair {
    mpz_t left, right;
} BigPair;

static void pair_get(const Model *model, ObjectId left, ObjectId right, BigPair *pair)
{
    mpz_inits(pair->left, pair->right, NULL);
    int_get(model, left, pair->left);
    int_get(model, right, pair->right);
}

static void pair_done(BigPair *pair)
{
    mpz_clears(pair->left, pair->right, NULL);
}

static ObjectId raise_zero_division(Run *run, int op)
{
    bool old = run_model(run)->profile->minor < 11;
    const char *message = op == BINARY_TRUE_DIVIDE ? "division by zero"
                          : op == BINARY_FLOOR_DIVIDE || old
                              ? "integer division or modulo by zero"
                              : "integer modulo by zero";
    return raise_error(run, EXC_ZeroDivisionError, "%s", message);
}

/* long_lshift, long_rshift; the result is left in pair->left. False: raised. */
static bool shift(Run *run, int op, BigPair *pair)
{
    if (mpz_sgn(pair->right) < 0) {
        raise_error(run, EXC_ValueError, "negative shift count");
        return false;
    }
    bool fits = mpz_fits_slong_p(pair->right) != 0;
    if (!fits && run_model(run)->profile->minor < 7) {
        raise_error(run, EXC_OverflowError, "Python int too large to convert to C ssize_t");
        return false;
    }
    unsigned long count = fits ? mpz_get_ui(pair->right) : 0;
    if (op == BINARY_RSHIFT) {
        if (fits)
            mpz_fdiv_q_2exp(pair->left, pair->left, count);
        else
            mpz_set_si(pair->left, mpz_sgn(pair->left) < 0 ? -1 : 0);
        return true;
    }
    if (mpz_sgn(pair->left) == 0)
        return true;
    if (!fits || count > INT_BIT_LIMIT) {
        /* _PyLong_New: digits of 30 bits, fewer than 2^61 of them */
        mpz_tdiv_q_ui(pair->right, pair->right, 30);
        if (mpz_sizeinbase(pair->right, 2) <= 61)
            raise_with(run, EXC_MemoryError, 0);
        else
            raise_error(run, EXC_OverflowError, "too many digits in integer");
        return false;
    }
    mpz_mul_2exp(pair->left, pair->left, count);
    return true;
}

/* long_pow without a modulus, exponent not negative. */
static bool power(Run *run, BigPair *pair)
{
    if (mpz_cmpabs_ui(pair->left, 1) <= 0) {
        if (mpz_sgn(pair->right) == 0 ||
            (mpz_cmp_si(pair->left, -1) == 0 && mpz_even_p(pair->right)))
            mpz_set_ui(pair->left, 1);
        return true;
    }
    size_t bits = mpz_sizeinbase(pair->left, 2);
    if (!mpz_fits_ulong_p(pair->right) || mpz_get_ui(pair->right) > INT_BIT_LIMIT / bits) {
        raise_with(run, EXC_MemoryError, 0);
        return false;
    }
    mpz_pow_ui(pair->left, pair->left, mpz_get_ui(pair->right));
    return true;
}

/* long_true_divide: correctly rounded. Positive operands; the quotient keeps 55 bits or more
 * and a sticky bit, so that the one rounding is that of the conversion. */
static double divide_magnitudes(mpz_ptr left, mpz_ptr right)
{
    long shift_bits = (long)mpz_sizeinbase(left, 2) - (long)mpz_sizeinbase(right, 2) - 66;
    if (shift_bits < -1200)
        shift_bits = -1200;
    mpz_t rest;
    mpz_init(rest);
    if (shift_bits < 0)
        mpz_mul_2exp(left, left, (mp_bitcnt_t)-shift_bits);
    else
        mpz_mul_2exp(right, right, (mp_bitcnt_t)shift_bits);
    mpz_tdiv_qr(left, rest, left, right);
    bool inexact = mpz_sgn(rest) != 0;
    mpz_clear(rest);
    /* Keep as many bits as the double will hold, fewer when it is subnormal. */
    long bits = (long)mpz_sizeinbase(left, 2), exponent = bits + shift_bits;
    long kept = exponent < -1021 ? 53 - (-1021 - exponent) : 53;
    long extra = bits - kept;
    if (kept < 0)
        return 0.0;
    if (extra > 0) {
        bool half = mpz_tstbit(left, (mp_bitcnt_t)(extra - 1)) != 0;
        bool low = inexact || (extra > 1 && mpz_scan1(left, 0) < (mp_bitcnt_t)(extra - 1));
        mpz_tdiv_q_2exp(left, left, (mp_bitcnt_t)extra);
        if (half && (low || mpz_odd_p(left)))
            mpz_add_ui(left, left, 1);
        shift_bits += extra;
    }
    return ldexp(mpz_get_d(left), (int)shift_bits);
}

static ObjectId true_divide(Run *run, BigPair *pair)
{
    if (mpz_sgn(pair->right) == 0)
        return raise_zero_division(run, BINARY_TRUE_DIVIDE);
    if (mpz_sgn(pair->left) == 0)
        return float_from(run_model(run), mpz_sgn(pair->right) < 0 ? -0.0 : 0.0);
    bool negative = mpz_sgn(pair->left) != mpz_sgn(pair->right);
    mpz_abs(pair->left, pair->left);
    mpz_abs(pair->right, pair->right);
    double result;
    if (mpz_sizeinbase(pair->left, 2) <= 53 && mpz_sizeinbase(pair->right, 2) <= 53)
        result = mpz_get_d(pair->left) / mpz_get_d(pair->right);
    else if (mpz_sizeinbase(pair->left, 2) > mpz_sizeinbase(pair->right, 2) + 1100)
        result = (double)INFINITY;
    else
        result = divide_magnitudes(pair->left, pair->right);
    if (isinf(result))
        return raise_error(run, EXC_OverflowError,
                           "integer division result too large for a float");
    return float_from(run_model(run), negative ? -result : result);
}

static bool operate_big(Run *run, int op, BigPair *pair)
{
    switch ((BinaryOp)op) {
    case BINARY_ADD:
        mpz_add(pair->left, pair->left, pair->right);
        return true;
    case BINARY_SUBTRACT:
        mpz_sub(pair->left, pair->left, pair->right);
        return true;
    case BINARY_MULTIPLY:
        mpz_mul(pair->left, pair->left, pair->right);
        return true;
    case BINARY_FLOOR_DIVIDE:
        mpz_fdiv_q(pair->left, pair->left, pair->right);
        return true;
    case BINARY_REMAINDER:
        mpz_fdiv_r(pair->left, pair->left, pair->right);
        return true;
    case BINARY_AND:
        mpz_and(pair->left, pair->left, pair->right);
        return true;
    case BINARY_OR:
        mpz_ior(pair->left, pair->left, pair->right);
        return true;
    case BINARY_XOR:
        mpz_xor(pair->left, pair->left, pair->right);
        return true;
    case BINARY_LSHIFT:
    case BINARY_RSHIFT:
        return shift(run, op, pair);
    case BINARY_POWER:
        return power(run, pair);
    case BINARY_TRUE_DIVIDE:
    case BINARY_MATRIX_MULTIPLY:
    case BINARY_OP_COUNT:
        break;
    }
    return false;
}

ObjectId int_operate(Run *run, int op, ObjectId left, ObjectId right)
{
    Model *model = run_model(run);
    if (op == BINARY_MATRIX_MULTIPLY)
        return model->not_implemented;
    bool bools = model_kind(model, left) == KIND_BOOL && model_kind(model, right) == KIND_BOOL;
    if (bools && (op == BINARY_AND || op == BINARY_OR || op == BINARY_XOR)) {
        bool a = left == model->true_, b = right == model->true_;
        return bool_from(model, op == BINARY_AND ? a && b : op == BINARY_OR ? a || b : a != b);
    }
    BigPair pair;
    pair_get(model, left, right, &pair);
    ObjectId result = 0;
    bool divides = op == BINARY_FLOOR_DIVIDE || op == BINARY_REMAINDER;
    if (op == BINARY_POWER && mpz_sgn(pair.right) < 0)
        result = float_operate(run, op, left, right);
    else if (op == BINARY_TRUE_DIVIDE)
        result = true_divide(run, &pair);
    else if (divides && mpz_sgn(pair.right) == 0)
        result = raise_zero_division(run, op);
    else if (operate_big(run, op, &pair))
        result = int_from_big(model, pair.left);
    pair_done(&pair);
    return result;
}

ObjectId int_divmod(Run *run, ObjectId left, ObjectId right)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    BigPair pair;
    pair_get(model, left, right, &pair);
    ObjectId result = 0;
    if (mpz_sgn(pair.right) == 0) {
        raise_zero_division(run, BINARY_FLOOR_DIVIDE);
    } else {
        mpz_fdiv_qr(pair.left, pair.right, pair.left, pair.right);
        ObjectId quotient = int_from_big(model, pair.left);
        ObjectId rest = int_from_big(model, pair.right);
        result = tuple_of(run, quotient, rest);
    }
    pair_done(&pair);
    return hand_return(model, mark, result);
}

ObjectId int_negative(Run *run, ObjectId value)
{
    Model *model = run_model(run);
    if (int_is_small(model, value) && int_value(model, value) != INT64_MIN)
        return int_from(model, -int_value(model, value));
    mpz_t number;
    mpz_init(number);
    int_get(model, value, number);
    mpz_neg(number, number);
    ObjectId result = int_from_big(model, number);
    mpz_clear(number);
    return result;
}

ObjectId int_absolute(Run *run, ObjectId value)
{
    const Model *model = run_model(run);
    mpz_t number;
    mpz_init(number);
    int_get(model, value, number);
    int sign = mpz_sgn(number);
    mpz_clear(number);
    return sign < 0 ? int_negative(run, value) : int_exact(run, value);
}

ObjectId int_invert(Run *run, ObjectId value)
{
    Model *model = run_model(run);
    mpz_t number;
    mpz_init(number);
    int_get(model, value, number);
    mpz_com(number, number);
    ObjectId result = int_from_big(model, number);
    mpz_clear(number);
    return result;
}

ObjectId int_exact(Run *run, ObjectId value)
{
    Model *model = run_model(run);
    if (object_is_exact(model, value, TYPE_INT))
        return value;
    if (int_is_small(model, value))
        return int_from(model, int_value(model, value));
    mpz_t number;
    mpz_init(number);
    int_get(model, value, number);
    ObjectId result = int_from_big(model, number);
    mpz_clear(number);
    return result;
}

ObjectId int_of_double(Run *run, double value)
{
    if (fabs(value) < 9e18)
        return int_from(run_model(run), (int64_t)value);
    mpz_t number;
    mpz_init_set_d(number, value);
    ObjectId result = int_from_big(run_model(run), number);
    mpz_clear(number);
    return result;
}

bool int_is_negative(const Model *model, ObjectId value)
{
    if (int_is_small(model, value))
        return int_value(model, value) < 0;
    mpz_t number;
    mpz_init(number);
    int_get(model, value, number);
    bool negative = mpz_sgn(number) < 0;
    mpz_clear(number);
    return negative;
}

/* PyLong_AsDouble: rounds half to even. */
bool int_double(Run *run, ObjectId value, double *ret_value)
{
    const Model *model = run_model(run);
    if (int_is_small(model, value)) {
        *ret_value = (double)int_value(model, value);
        return true;
    }
    mpz_t number, one;
    mpz_init(number);
    mpz_init_set_ui(one, 1);
    int_get(model, value, number);
    bool negative = mpz_sgn(number) < 0;
    mpz_abs(number, number);
    double result =
        mpz_sizeinbase(number, 2) > 1100 ? (double)INFINITY : divide_magnitudes(number, one);
    mpz_clears(number, one, NULL);
    if (isinf(result)) {
        raise_error(run, EXC_OverflowError, "int too large to convert to float");
        return false;
    }
    *ret_value = negative ? -result : result;
    return true;
}

/* long_pow with a modulus; its sign is the result's. False: raised. */
static bool power_modulo(Run *run, mpz_ptr base, mpz_ptr exponent, mpz_ptr modulus)
{
    if (mpz_sgn(exponent) < 0 && run_model(run)->profile->minor < 8) {
        raise_error(run, EXC_ValueError,
                    "pow() 2nd argument cannot be negative when 3rd argument specified");
        return false;
    }
    if (mpz_sgn(modulus) == 0) {
        raise_error(run, EXC_ValueError, "pow() 3rd argument cannot be 0");
        return false;
    }
    if (mpz_sgn(exponent) < 0) {
        if (!mpz_invert(base, base, modulus)) {
            raise_error(run, EXC_ValueError, "base is not invertible for the given modulus");
            return false;
        }
        mpz_neg(exponent, exponent);
    }
    mpz_powm(base, base, exponent, modulus);
    mpz_fdiv_r(base, base, modulus);
    return true;
}

ObjectId int_power_modulo(Run *run, ObjectId base, ObjectId exponent, ObjectId modulus)
{
    Model *model = run_model(run);
    BigPair pair;
    pair_get(model, base, exponent, &pair);
    mpz_t divisor;
    mpz_init(divisor);
    int_get(model, modulus, divisor);
    ObjectId result = 0;
    if (power_modulo(run, pair.left, pair.right, divisor))
        result = int_from_big(model, pair.left);
    mpz_clear(divisor);
    pair_done(&pair);
    return result;
}
