/* Built-in functions about numbers and characters: Python/bltinmodule.c. */
#include <math.h>
#include <string.h>

#include "lang/opcode.h"
#include "run/builtins/tables.h"
#include "run/text/text.h"
#include "run/values/iterate.h"

static ObjectId builtin_abs(Run *run, const Arguments *arguments)
{
    return operate_absolute(run, arguments->values[0]);
}

static ObjectId builtin_divmod(Run *run, const Arguments *arguments)
{
    return operate_divmod(run, arguments->values[0], arguments->values[1]);
}

static ObjectId builtin_pow(Run *run, const Arguments *arguments)
{
    ObjectId modulus = argument_at(arguments, 2);
    return operate_power(run, arguments->values[0], arguments->values[1],
                         modulus ? modulus : run_model(run)->none);
}

/* --- round --- */

/* Half to even at a power of ten: int.__round__(-n). */
static ObjectId round_int(Run *run, ObjectId value, int64_t digits)
{
    Model *model = run_model(run);
    if (digits >= 0)
        return int_exact(run, value);
    if (digits < -100000)
        return int_from(model, 0);
    mpz_t number, unit, rest, half;
    mpz_inits(number, unit, rest, half, NULL);
    int_get(model, value, number);
    mpz_ui_pow_ui(unit, 10, (unsigned long)-digits);
    mpz_fdiv_qr(number, rest, number, unit);
    mpz_fdiv_q_2exp(half, unit, 1);
    int order = mpz_cmp(rest, half);
    if (order > 0 || (order == 0 && mpz_odd_p(number)))
        mpz_add_ui(number, number, 1);
    mpz_mul(number, number, unit);
    ObjectId result = int_from_big(model, number);
    mpz_clears(number, unit, rest, half, NULL);
    return result;
}

/* double_round: the decimal digits are right, so the C library rounds. */
static ObjectId round_digits(Run *run, double value, int64_t digits)
{
    Model *model = run_model(run);
    if (isnan(value) || isinf(value) || digits > 323)
        return float_from(model, value);
    if (digits < -308)
        return float_from(model, copysign(0.0, value));
    double result;
    if (digits >= 0) {
        char buffer[700];
        snprintf(buffer, sizeof buffer, "%.*f", (int)digits, value);
        sscanf(buffer, "%lf", &result);
    } else {
        /* To a multiple of a power of ten, exactly: through the integer part of the number. */
        double unit = pow(10.0, (double)-digits), quotient = value / unit,
               whole = round(quotient);
        if (fabs(quotient - whole) == 0.5)
            whole = 2.0 * round(quotient / 2.0);
        result = whole * unit;
    }
    if (isinf(result))
        return raise_error(run, EXC_OverflowError, "rounded value too large to represent");
    return float_from(model, result);
}

ObjectId float_to_int(Run *run, double value)
{
    if (isnan(value))
        return raise_error(run, EXC_ValueError, "cannot convert float NaN to integer");
    if (isinf(value))
        return raise_error(run, EXC_OverflowError, "cannot convert float infinity to integer");
    return int_of_double(run, value);
}

ObjectId float_rounded(Run *run, double value)
{
    Model *model = run_model(run);
    const ProfileIdentity *identity = &model->profile->identity;
    ObjectId result = float_to_int(run, value);
    bool cached = value >= (double)identity->small_int_least &&
                  value <= (double)identity->small_int_most && value != 0;
    if (!result || model->profile->minor >= 9 || !cached)
        return result;
    return int_of_type(model, model->types[TYPE_INT], result);
}

static double round_half_even(double value)
{
    double rounded = round(value);
    if (fabs(value - rounded) == 0.5)
        rounded = 2.0 * round(value / 2.0);
    return rounded;
}

ObjectId round_builtin(Run *run, ObjectId value, ObjectId digits_object)
{
    Model *model = run_model(run);
    int64_t digits = 0;
    bool given = digits_object && digits_object != model->none;
    bool clips = given && model_kind(model, digits_object) == KIND_INT &&
                 !int_is_small(model, digits_object);
    if (clips)
        digits = int_is_negative(model, digits_object) ? -INT32_MAX : INT32_MAX;
    else if (given && !object_index(run, digits_object, &digits))
        return 0;
    switch (model_kind(model, value)) {
    case KIND_INT:
    case KIND_BOOL:
        return round_int(run, value, given ? digits : 0);
    case KIND_FLOAT:
        return given ? round_digits(run, float_value(model, value), digits)
                     : float_rounded(run, isfinite(float_value(model, value))
                                              ? round_half_even(float_value(model, value))
                                              : float_value(model, value));
    default: /* no other kind has one */
        return raise_error(run, EXC_TypeError, "type %s doesn't define __round__ method",
                           type_string(run, value));
    }
}

static const char *const round_keywords[] = {"number", "ndigits", ""};

static ObjectId builtin_round(Run *run, const Arguments *arguments)
{
    ObjectId value = arguments->values[0], digits = argument_at(arguments, 1);
    if (object_override(run, value, "__round__")) {
        bool given = digits && digits != run_model(run)->none;
        return override_call(run, value, "__round__", &digits, given ? 1 : 0);
    }
    if (!recursion_enter(run, " while calling a Python object")) /* its __round__ */
        return 0;
    ObjectKind kind = model_kind(run_model(run), value);
    bool takes_digits = kind_is_integer(kind) || kind == KIND_FLOAT;
    ObjectId rounded = round_builtin(run, value, takes_digits ? digits : 0);
    recursion_leave(run);
    return rounded;
}

/* --- bases --- */

static ObjectId write_base(Run *run, ObjectId value, int base, const char *prefix)
{
    ObjectId number = object_index_int(run, value);
    if (!number)
        return 0;
    Text digits = {0}, text = {0};
    int_write(run, number, base, &digits);
    bool negative = digits.bytes[0] == '-';
    text_append_format(&text, "%s%s%s", negative ? "-" : "", prefix, digits.bytes + negative);
    text_done(&digits);
    return str_of_text(run, &text);
}

static ObjectId builtin_bin(Run *run, const Arguments *arguments)
{
    return write_base(run, arguments->values[0], 2, "0b");
}

static ObjectId builtin_oct(Run *run, const Arguments *arguments)
{
    return write_base(run, arguments->values[0], 8, "0o");
}

static ObjectId builtin_hex(Run *run, const Arguments *arguments)
{
    return write_base(run, arguments->values[0], 16, "0x");
}

/* What chr() says of an int that does not fit a C int (until 3.7 it went through a C long). */
static ObjectId raise_chr_size(Run *run, ObjectId index)
{
    const Model *model = run_model(run);
    if (model->profile->minor >= 13)
        return raise_error(run, EXC_ValueError, "chr() arg not in range(0x110000)");
    if (model->profile->minor >= 8)
        return raise_error(run, EXC_OverflowError, "Python int too large to convert to C int");
    if (!int_is_small(model, index))
        return raise_error(run, EXC_OverflowError, "Python int too large to convert to C long");
    return raise_error(run, EXC_OverflowError, "signed integer is %s",
                       int_value(model, index) > 0 ? "greater than maximum"
                                                   : "less than minimum");
}

static ObjectId builtin_chr(Run *run, const Arguments *arguments)
{
    const Model *model = run_model(run);
    ObjectId index = argument_int_object(run, arguments->values[0]);
    if (!index)
        return 0;
    if (!int_is_small(model, index) || int_value(model, index) > INT32_MAX ||
        int_value(model, index) < INT32_MIN)
        return raise_chr_size(run, index);
    int64_t point = int_value(model, index);
    if (point < 0 || point > 0x10ffff)
        return raise_error(run, EXC_ValueError, "chr() arg not in range(0x110000)");
    Text text = {0};
    text_append_point(&text, (uint32_t)point);
    return str_of_text(run, &text);
}

static ObjectId builtin_ord(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId value = arguments->values[0];
    ObjectKind kind = model_kind(model, value);
    int64_t length;
    if (kind != KIND_STR && !kind_is_bytes(kind))
        return raise_error(run, EXC_TypeError,
                           "ord() expected string of length 1, but %s found",
                           type_string(run, value));
    length_builtin(run, value, &length);
    if (length != 1)
        return raise_error(run, EXC_TypeError,
                           "ord() expected a character, but string of length %lld found",
                           (long long)length);
    if (kind == KIND_STR)
        return int_from(model, str_point(str_payload(model, value), 0));
    return kind == KIND_BYTES
               ? int_from(model, (unsigned char)str_payload(model, value)->bytes[0])
               : model_object(model, value)->slots[0];
}

static ObjectId builtin_hash(Run *run, const Arguments *arguments)
{
    int64_t hash;
    return object_hash(run, arguments->values[0], &hash) ? int_from(run_model(run), hash) : 0;
}

/* --- sum --- */

typedef struct Sum {
    Run *run;
    ObjectId iterator, result;
    uint32_t round; /* HAND's mark; its last entry below it is the result */
} Sum;

static void keep_result(Sum *sum, ObjectId result)
{
    reference_set(run_model(sum->run), HAND, sum->round - 1, result);
    sum->result = result;
}

/* Item by item as long as `result` is an exact int that fits. 0 at the end; else the item to
 * add. */
static ObjectId sum_ints(Sum *sum)
{
    Model *model = run_model(sum->run);
    if (!object_is_exact(model, sum->result, TYPE_INT) || !int_is_small(model, sum->result))
        return iterate_next(sum->run, sum->iterator);
    int64_t total = int_value(model, sum->result);
    ObjectId item;
    while ((item = iterate_next(sum->run, sum->iterator))) {
        bool exact =
            object_is_exact(model, item, TYPE_INT) || model_kind(model, item) == KIND_BOOL;
        int64_t next;
        if (!exact || !int_is_small(model, item) ||
            __builtin_add_overflow(total, int_value(model, item), &next))
            break;
        total = next;
        hand_release(model, sum->round);
    }
    keep_result(sum, int_from(model, total));
    return item;
}

/* cs_add: from 3.12 on sums of floats carry what was lost (Neumaier). */
static void add_compensated(double value, double *total, double *lost)
{
    double next = *total + value;
    *lost += fabs(*total) >= fabs(value) ? (*total - next) + value : (value - next) + *total;
    *total = next;
}

/* Floats, with ints among them. Returns the first item of another kind, 0 at the end. */
static ObjectId sum_floats(Sum *sum, ObjectId item)
{
    Model *model = run_model(sum->run);
    bool compensates = model->profile->minor >= 12;
    double total = float_value(model, sum->result), lost = 0.0;
    for (; item; item = iterate_next(sum->run, sum->iterator)) {
        bool is_int = kind_is_integer(model_kind(model, item)) && int_is_small(model, item);
        if (!is_int && !object_is_exact(model, item, TYPE_FLOAT))
            break;
        double value = is_int ? (double)int_value(model, item) : float_value(model, item);
        if (compensates && !is_int)
            add_compensated(value, &total, &lost);
        else
            total += value;
        hand_release(model, sum->round);
    }
    keep_result(sum, float_from(model, lost != 0.0 && isfinite(lost) ? total + lost : total));
    return item;
}

static ObjectId sum_all(Sum *sum)
{
    Run *run = sum->run;
    Model *model = run_model(run);
    ObjectId item = sum_ints(sum);
    if (item && object_is_exact(model, item, TYPE_FLOAT) &&
        object_is_exact(model, sum->result, TYPE_INT) && int_is_small(model, sum->result))
        keep_result(sum, float_from(model, (double)int_value(model, sum->result)));
    if (item && object_is_exact(model, sum->result, TYPE_FLOAT))
        item = sum_floats(sum, item);
    for (; item; item = iterate_next(run, sum->iterator)) {
        ObjectId next = operate_binary(run, BINARY_ADD, sum->result, item);
        if (!next)
            return 0;
        keep_result(sum, next);
        hand_release(model, sum->round);
    }
    return raised(run) ? 0 : sum->result;
}

static const char *const sum_keywords[] = {"", "start", ""};

static ObjectId builtin_sum(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId start = argument_at(arguments, 1);
    ObjectId iterator = iterate(run, arguments->values[0]);
    if (!iterator)
        return 0;
    ObjectKind kind = start ? model_kind(model, start) : KIND_INT;
    if (kind == KIND_STR)
        return raise_error(run, EXC_TypeError,
                           "sum() can't sum strings [use ''.join(seq) instead]");
    if (kind == KIND_BYTES)
        return raise_error(run, EXC_TypeError,
                           "sum() can't sum bytes [use b''.join(seq) instead]");
    if (kind == KIND_BYTEARRAY)
        return raise_error(run, EXC_TypeError,
                           "sum() can't sum bytearray [use b''.join(seq) instead]");
    Sum sum = {run, iterator, start ? hand_hold(model, start) : int_from(model, 0), 0};
    if (!start)
        hand_hold(model, sum.result);
    sum.round = hand_mark(model);
    return sum_all(&sum);
}

static const char *const pow_keywords[] = {"base", "exp", "mod", ""};

const Native builtins_number[] = {
    {"abs", builtin_abs, 1, 1, NULL, NATIVE_O},
    {"bin", builtin_bin, 1, 1, NULL, NATIVE_O},
    {"chr", builtin_chr, 1, 1, NULL, NATIVE_O},
    {"divmod", builtin_divmod, 2, 2, NULL, NATIVE_VARARGS},
    {"hash", builtin_hash, 1, 1, NULL, NATIVE_O},
    {"hex", builtin_hex, 1, 1, NULL, NATIVE_O},
    {"oct", builtin_oct, 1, 1, NULL, NATIVE_O},
    {"ord", builtin_ord, 1, 1, NULL, NATIVE_O},
    {"pow", builtin_pow, 2, 3, NULL, NATIVE_VARARGS, 0, 7},
    {"pow", builtin_pow, 2, 3, pow_keywords, NATIVE_VARARGS, 8, 0},
    {"round", builtin_round, 1, 2, round_keywords, NATIVE_VARARGS},
    {"sum", builtin_sum, 1, 2, NULL, NATIVE_VARARGS, 0, 7},
    {"sum", builtin_sum, 1, 2, sum_keywords, NATIVE_VARARGS, 8, 0},
    {"", NULL, 0, 0, NULL, NATIVE_RAW},
};
