/* Methods of int, bool, float and complex: Objects/longobject.c, floatobject.c,
 * complexobject.c. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "run/text/number_text.h"
#include "run/types/reduce.h"
#include "run/types/slots.h"
#include "run/values/protocol.h"

/* --- int --- */

static ObjectId int_bit_length(Run *run, const Arguments *arguments)
{
    mpz_t number;
    mpz_init(number);
    int_get(run_model(run), arguments->values[0], number);
    size_t bits = mpz_sgn(number) ? mpz_sizeinbase(number, 2) : 0;
    mpz_clear(number);
    return int_from(run_model(run), (int64_t)bits);
}

static ObjectId int_bit_count(Run *run, const Arguments *arguments)
{
    mpz_t number;
    mpz_init(number);
    int_get(run_model(run), arguments->values[0], number);
    mpz_abs(number, number);
    int64_t bits = (int64_t)mpz_popcount(number);
    mpz_clear(number);
    return int_from(run_model(run), bits);
}

/* "little" or "big". */
static bool read_order(Run *run, const char *function, ObjectId order, bool *ret_little)
{
    const Model *model = run_model(run);
    *ret_little = false;
    if (!order)
        return true;
    if (model_kind(model, order) != KIND_STR)
        return raise_error(run, EXC_TypeError, "%s() argument %s must be str, not %s", function,
                           model->profile->minor < 8 ? "2" : "'byteorder'",
                           argument_type_string(run, order)) != 0;
    *ret_little = slice_is(str_slice(model, order), "little");
    if (!*ret_little && !slice_is(str_slice(model, order), "big"))
        return raise_error(run, EXC_ValueError, "byteorder must be either 'little' or 'big'") !=
               0;
    return true;
}

static void reverse_bytes(char *bytes, size_t length)
{
    for (size_t i = 0; i < length / 2; i++) {
        char byte = bytes[i];
        bytes[i] = bytes[length - 1 - i];
        bytes[length - 1 - i] = byte;
    }
}

enum { INT_BYTES_LIMIT = 1 << 24 };

static ObjectId int_write_bytes(Run *run, mpz_ptr number, int64_t length, bool little,
                                bool is_signed)
{
    bool negative = mpz_sgn(number) < 0;
    if (negative && !is_signed)
        return raise_error(run, EXC_OverflowError, "can't convert negative int to unsigned");
    size_t bits = mpz_sizeinbase(number, 2);
    if (negative) { /* two's complement needs as many bits as ~n has, and one for the sign */
        mpz_com(number, number);
        bits = mpz_sgn(number) ? mpz_sizeinbase(number, 2) : 0;
        mpz_com(number, number);
    } else if (!mpz_sgn(number)) {
        bits = 0;
    }
    if (bits + (is_signed && (bits || length) ? 1 : 0) > (size_t)length * 8)
        return raise_error(run, EXC_OverflowError, "int too big to convert");
    if (negative) {
        mpz_t power;
        mpz_init(power);
        mpz_setbit(power, (mp_bitcnt_t)length * 8);
        mpz_add(number, number, power);
        mpz_clear(power);
    }
    char *bytes = calloc((size_t)length + 1, 1);
    size_t count = (mpz_sizeinbase(number, 2) + 7) / 8;
    if (mpz_sgn(number))
        mpz_export(bytes + ((size_t)length - count), NULL, 1, 1, 1, 0, number);
    if (little)
        reverse_bytes(bytes, (size_t)length);
    ObjectId result = bytes_from(run_model(run), bytes, (size_t)length);
    free(bytes);
    return result;
}

/* The arguments of to_bytes and from_bytes: two, and `signed` by name only. */
static bool bytes_options(Run *run, const Arguments *arguments, const Native *form,
                          ObjectId *ret_options)
{
    Native older = *form;
    int minor = run_model(run)->profile->minor;
    uint32_t given = arguments->count - 1;
    if (minor < 11)
        older.least = 2;
    if (given == 3 && !arguments->name_count)
        return raise_error(run, EXC_TypeError,
                           minor < 7 ? "'signed' is a keyword-only argument"
                           : minor == 7 || minor >= 11
                               ? "%s() takes at most 2 positional arguments (3 given)"
                               : "%s() takes exactly 2 positional arguments (3 given)",
                           form->name) != 0;
    return arguments_sort(run, &older, 1, arguments, ret_options);
}

static const char *const to_bytes_keywords[] = {"length", "byteorder", "signed", ""};

static ObjectId int_to_bytes(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    static const Native form = {"to_bytes", NULL, 0, 3, to_bytes_keywords, NATIVE_RAW};
    ObjectId options[3];
    int64_t length = 1;
    bool little, is_signed = false;
    bool converts_first = model->profile->minor < 8 && arguments->count > 1;
    if ((converts_first && !argument_size(run, arguments->values[1], &length)) ||
        !bytes_options(run, arguments, &form, options) ||
        (options[0] && !argument_size(run, options[0], &length)) ||
        !read_order(run, "to_bytes", options[1], &little) ||
        (options[2] && !object_truth(run, options[2], &is_signed)))
        return 0;
    if (length < 0)
        return raise_error(run, EXC_ValueError, "length argument must be non-negative");
    if (length > INT_BYTES_LIMIT)
        return raise_with(run, EXC_MemoryError, 0);
    mpz_t number;
    mpz_init(number);
    int_get(model, arguments->values[0], number);
    ObjectId result = int_write_bytes(run, number, length, little, is_signed);
    mpz_clear(number);
    return result;
}

static const char *const from_bytes_keywords[] = {"bytes", "byteorder", "signed", ""};

static ObjectId int_from_bytes(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    static const Native form = {"from_bytes", NULL, 1, 3, from_bytes_keywords, NATIVE_RAW};
    ObjectId options[3];
    bool little, is_signed = false;
    Text bytes = {0};
    if (!bytes_options(run, arguments, &form, options) ||
        !read_order(run, "from_bytes", options[1], &little))
        return 0;
    if (!is_bytes_like(run, options[0]) && (model_kind(model, options[0]) == KIND_STR ||
                                            !lookup_special(run, options[0], "__iter__")))
        return raise_error(run, EXC_TypeError, "cannot convert '%s' object to bytes",
                           type_string(run, options[0]));
    if ((options[2] && !object_truth(run, options[2], &is_signed)) ||
        !bytes_gather(run, options[0], "bytes must be in range(0, 256)", &bytes)) {
        text_done(&bytes);
        return 0;
    }
    if (little)
        reverse_bytes(bytes.bytes, bytes.length);
    mpz_t number;
    mpz_init(number);
    if (bytes.length)
        mpz_import(number, bytes.length, 1, 1, 1, 0, bytes.bytes);
    if (is_signed && bytes.length && (bytes.bytes[0] & 0x80)) {
        mpz_t power;
        mpz_init(power);
        mpz_setbit(power, bytes.length * 8);
        mpz_sub(number, number, power);
        mpz_clear(power);
    }
    ObjectId result = int_from_big(model, number);
    mpz_clear(number);
    text_done(&bytes);
    if (result && arguments->values[0] != model->types[TYPE_INT])
        result = call_object(run, arguments->values[0], &result, 1);
    return result;
}

static ObjectId int_conjugate(Run *run, const Arguments *arguments)
{
    return int_exact(run, arguments->values[0]);
}

static ObjectId int_as_integer_ratio(Run *run, const Arguments *arguments)
{
    return tuple_of(run, int_exact(run, arguments->values[0]), int_from(run_model(run), 1));
}

static ObjectId int_is_integer(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return run_model(run)->true_;
}

const Native methods_int[] = {
    SLOT_ROWS_COMPARE,
    SLOT_ROWS_ARITHMETIC,
    SLOT_ROWS_DIVISION,
    SLOT_ROWS_BITS,
    SLOT_ROWS_SHIFTS,
    SLOT_ROW_HASH,
    SLOT_ROW_REPR,
    SLOT_ROW_OLD_STR,
    SLOT_ROW_FORMAT,
    {"__ceil__", slot_int, 0, 0, NULL, NATIVE_NOARGS},
    {"__floor__", slot_int, 0, 0, NULL, NATIVE_NOARGS},
    {"__new__", int_new, 0, -1, NULL, NATIVE_STATIC},
    REDUCE_ROW_NEW_ARGUMENTS,
    {"as_integer_ratio", int_as_integer_ratio, 0, 0, NULL, NATIVE_NOARGS, 8, 0},
    {"bit_count", int_bit_count, 0, 0, NULL, NATIVE_NOARGS, 10, 0},
    {"bit_length", int_bit_length, 0, 0, NULL, NATIVE_NOARGS},
    {"conjugate", int_conjugate, 0, 0, NULL, NATIVE_NOARGS},
    {"from_bytes", int_from_bytes, 0, -1, NULL, NATIVE_STATIC},
    {"is_integer", int_is_integer, 0, 0, NULL, NATIVE_NOARGS, 12, 0},
    {"to_bytes", int_to_bytes, 0, -1, NULL, NATIVE_RAW},
    SLOT_ROW_END,
};

const Native methods_bool[] = {
    SLOT_ROWS_BITS,   SLOT_ROW_REPR,
    SLOT_ROW_OLD_STR, {"__new__", bool_new, 0, -1, NULL, NATIVE_STATIC},
    SLOT_ROW_END,
};

/* --- float --- */

static ObjectId float_is_integer(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    double value = float_value(model, arguments->values[0]);
    return bool_from(model, isfinite(value) && floor(value) == value);
}

static ObjectId float_conjugate(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    return object_is_exact(model, arguments->values[0], TYPE_FLOAT)
               ? arguments->values[0]
               : float_from(model, float_value(model, arguments->values[0]));
}

static ObjectId float_as_integer_ratio(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    double value = float_value(model, arguments->values[0]);
    if (isnan(value))
        return raise_error(run, EXC_ValueError, "cannot convert NaN to integer ratio");
    if (isinf(value))
        return raise_error(run, EXC_OverflowError, "cannot convert Infinity to integer ratio");
    mpq_t ratio;
    mpq_init(ratio);
    mpq_set_d(ratio, value);
    ObjectId top = int_from_big(model, mpq_numref(ratio));
    ObjectId bottom = int_from_big(model, mpq_denref(ratio));
    mpq_clear(ratio);
    return tuple_of(run, top, bottom);
}

/* 0x1.999999999999ap-4: always 13 hexadecimal digits. */
static ObjectId float_hex(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    double value = float_value(model, arguments->values[0]);
    Text text = {0};
    if (!isfinite(value)) {
        float_write(value, &text);
    } else if (value == 0.0) {
        text_append_string(&text, signbit(value) ? "-0x0.0p+0" : "0x0.0p+0");
    } else {
        int exponent;
        double fraction = frexp(fabs(value), &exponent);
        int shift = 1 - (exponent < -1021 ? -1021 - exponent : 0);
        uint64_t bits = (uint64_t)ldexp(fraction, 52 + shift);
        exponent -= shift;
        text_append_format(&text, "%s0x%llx.%013llxp%+d", value < 0 ? "-" : "",
                           (unsigned long long)(bits >> 52),
                           (unsigned long long)(bits & ((UINT64_C(1) << 52) - 1)), exponent);
    }
    return str_of_text(run, &text);
}

static ObjectId float_fromhex(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    static const Native form = {"fromhex", NULL, 1, 1, NULL, NATIVE_O};
    if (!arguments_check(run, &form, "float", arguments))
        return 0;
    ObjectId value = arguments->values[1];
    if (model_kind(model, value) != KIND_STR)
        return raise_error(run, EXC_TypeError, "bad argument type for built-in operation");
    Text plain = {0};
    bool fine = number_text(str_slice(model, value), &plain) && plain.length;
    double number = 0.0;
    if (fine) {
        char *start = plain.bytes + (*plain.bytes == '-' || *plain.bytes == '+'), *end;
        bool named = *start == 'i' || *start == 'I' || *start == 'n' || *start == 'N';
        Text hex = {0};
        if (!named && strncasecmp(start, "0x", 2) != 0)
            text_append_string(&hex, "0x");
        text_append_string(&hex, start);
        number = strtod(hex.bytes, &end);
        fine = *end == '\0' && end != hex.bytes;
        if (*plain.bytes == '-')
            number = -number;
        text_done(&hex);
    }
    text_done(&plain);
    if (!fine)
        return raise_error(run, EXC_ValueError, "invalid hexadecimal floating-point string");
    if (isinf(number) &&
        !memchr(str_slice(model, value).bytes, 'i', str_slice(model, value).length))
        return raise_error(run, EXC_OverflowError,
                           "hexadecimal value too large to represent as a float");
    ObjectId type = arguments->values[0], result = float_from(model, number);
    return type == model->types[TYPE_FLOAT] ? result : call_object(run, type, &result, 1);
}

static ObjectId float_floor(Run *run, const Arguments *arguments)
{
    return float_to_int(run, floor(float_value(run_model(run), arguments->values[0])));
}

static ObjectId float_ceil(Run *run, const Arguments *arguments)
{
    return float_to_int(run, ceil(float_value(run_model(run), arguments->values[0])));
}

const Native methods_float[] = {
    SLOT_ROWS_COMPARE,
    SLOT_ROWS_ARITHMETIC,
    SLOT_ROWS_DIVISION,
    SLOT_ROW_HASH,
    SLOT_ROW_REPR,
    SLOT_ROW_OLD_STR,
    SLOT_ROW_FORMAT,
    REDUCE_ROW_NEW_ARGUMENTS,
    {"__ceil__", float_ceil, 0, 0, NULL, NATIVE_NOARGS, 9, 0},
    {"__floor__", float_floor, 0, 0, NULL, NATIVE_NOARGS, 9, 0},
    {"__new__", float_new, 0, -1, NULL, NATIVE_STATIC},
    {"as_integer_ratio", float_as_integer_ratio, 0, 0, NULL, NATIVE_NOARGS},
    {"conjugate", float_conjugate, 0, 0, NULL, NATIVE_NOARGS},
    {"fromhex", float_fromhex, 0, -1, NULL, NATIVE_STATIC},
    {"hex", float_hex, 0, 0, NULL, NATIVE_NOARGS},
    {"is_integer", float_is_integer, 0, 0, NULL, NATIVE_NOARGS},
    SLOT_ROW_END,
};

static ObjectId complex_conjugate(Run *run, const Arguments *arguments)
{
    ComplexPayload number = complex_value(run, arguments->values[0]);
    return complex_from(run_model(run), number.real, -number.imaginary);
}

static ObjectId complex_complex(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId self = arguments->values[0];
    if (object_is_exact(model, self, TYPE_COMPLEX))
        return self;
    ComplexPayload number = complex_value(run, self);
    return complex_from(model, number.real, number.imaginary);
}

/* Until 3.9 complex had what it has no value for. */
static ObjectId complex_int(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return raise_error(run, EXC_TypeError, "can't convert complex to int");
}
static ObjectId complex_float(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return raise_error(run, EXC_TypeError, "can't convert complex to float");
}
static ObjectId complex_mod(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return raise_error(run, EXC_TypeError, "can't mod complex numbers.");
}
static ObjectId complex_floor(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return raise_error(run, EXC_TypeError, "can't take floor of complex number.");
}
static ObjectId complex_divmod(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return raise_error(run, EXC_TypeError, "can't take floor or mod of complex number.");
}

const Native methods_complex[] = {
    REDUCE_ROW_NEW_ARGUMENTS,
    {"__complex__", complex_complex, 0, 0, NULL, NATIVE_NOARGS, .since = 11},
    {"__int__", complex_int, 0, 0, NULL, NATIVE_SLOT, .until = 9},
    {"__float__", complex_float, 0, 0, NULL, NATIVE_SLOT, .until = 9},
    {"__mod__", complex_mod, 1, 1, NULL, NATIVE_SLOT, .until = 9},
    {"__rmod__", complex_mod, 1, 1, NULL, NATIVE_SLOT, .until = 9},
    {"__floordiv__", complex_floor, 1, 1, NULL, NATIVE_SLOT, .until = 9},
    {"__rfloordiv__", complex_floor, 1, 1, NULL, NATIVE_SLOT, .until = 9},
    {"__divmod__", complex_divmod, 1, 1, NULL, NATIVE_SLOT, .until = 9},
    {"__rdivmod__", complex_divmod, 1, 1, NULL, NATIVE_SLOT, .until = 9},
    SLOT_ROWS_COMPARE,
    SLOT_ROWS_ARITHMETIC,
    SLOT_ROW_HASH,
    SLOT_ROW_REPR,
    SLOT_ROW_OLD_STR,
    SLOT_ROW_FORMAT,
    {"__new__", complex_new, 0, -1, NULL, NATIVE_STATIC},
    {"conjugate", complex_conjugate, 0, 0, NULL, NATIVE_NOARGS},
    SLOT_ROW_END,
};
