/* Floats and complex numbers under a format specification: Python/pystrtod.c,
 * format_float_short. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "run/text/text.h"

/* Significant digits of a finite value and where the decimal point lies: 0.DIGITS * 10**point.
 */
typedef struct Digits {
    Text text;
    int point;
} Digits;

static void digits_read(double value, int64_t count, Digits *ret_digits)
{
    Text printed = {0};
    text_append_format(&printed, "%.*e", (int)count - 1, value);
    char *exponent = strchr(printed.bytes, 'e');
    ret_digits->point = atoi(exponent + 1) + 1;
    for (const char *c = printed.bytes; c < exponent; c++)
        if (*c != '.')
            text_append_char(&ret_digits->text, *c);
    text_done(&printed);
}

static void strip_zeros(Text *digits)
{
    while (digits->length > 1 && digits->bytes[digits->length - 1] == '0')
        digits->length--;
    digits->bytes[digits->length] = '\0';
}

static void write_exponent(int exponent, char letter, Text *ret_text)
{
    text_append_format(ret_text, "%c%c%02d", letter, exponent < 0 ? '-' : '+', abs(exponent));
}

static void write_scientific(const Text *digits, int point, char letter, bool alternate,
                             Text *ret_text)
{
    text_append_char(ret_text, digits->bytes[0]);
    if (digits->length > 1 || alternate)
        text_append_char(ret_text, '.');
    text_append(ret_text, digits->bytes + 1, digits->length - 1);
    write_exponent(point - 1, letter, ret_text);
}

static void write_positional(const Text *digits, int point, bool alternate, bool dot_zero,
                             Text *ret_text)
{
    for (int i = 0; i < point || (point <= 0 && i == 0); i++)
        text_append_char(ret_text,
                         i < point && (size_t)i < digits->length ? digits->bytes[i] : '0');
    bool fraction =
        point < (int)digits->length && !(digits->length == 1 && digits->bytes[0] == '0');
    if (fraction || alternate || dot_zero)
        text_append_char(ret_text, '.');
    for (int i = point; fraction && i < 0; i++)
        text_append_char(ret_text, '0');
    if (fraction)
        text_append_string(ret_text, digits->bytes + (point > 0 ? point : 0));
    else if (dot_zero)
        text_append_char(ret_text, '0');
}

/* 'g', and (dot_zero) what a precision without a type means. */
static void write_general(double value, int64_t precision, char letter, bool alternate,
                          bool dot_zero, Text *ret_text)
{
    Digits digits = {{0}, 0};
    if (precision == 0)
        precision = 1;
    digits_read(value, precision, &digits);
    int64_t limit = precision - (dot_zero ? 1 : 0);
    if (!alternate)
        strip_zeros(&digits.text);
    if (value == 0.0)
        digits.point = 1;
    if (digits.point <= -4 || digits.point > limit)
        write_scientific(&digits.text, digits.point, letter, alternate, ret_text);
    else
        write_positional(&digits.text, digits.point, alternate, dot_zero, ret_text);
    text_done(&digits.text);
}

static void write_special(double value, bool upper, Text *ret_text)
{
    text_append_string(ret_text, isnan(value) ? (upper ? "NAN" : "nan")
                                 : upper      ? "INF"
                                              : "inf");
}

/* repr; with `alternate` there is a decimal point in any case. */
static void write_shortest(double value, bool alternate, Text *ret_text)
{
    Text text = {0};
    float_write(value, &text);
    char *exponent = strchr(text_string(&text), 'e');
    if (alternate && exponent && !strchr(text.bytes, '.')) {
        text_append(ret_text, text.bytes, (size_t)(exponent - text.bytes));
        text_append_char(ret_text, '.');
        text_append_string(ret_text, exponent);
    } else {
        text_append_slice(ret_text, text_slice(&text));
    }
    text_done(&text);
}

void float_write_as(double value, char type, int64_t precision, bool alternate, Text *ret_text)
{
    bool upper = type == 'E' || type == 'F' || type == 'G';
    value = fabs(value);
    if (isnan(value) || isinf(value)) {
        write_special(value, upper, ret_text);
        if (type == '%')
            text_append_char(ret_text, '%');
        return;
    }
    switch (type) {
    case 'e':
    case 'E':
        text_append_format(ret_text,
                           type == 'e' ? (alternate ? "%#.*e" : "%.*e")
                                       : (alternate ? "%#.*E" : "%.*E"),
                           (int)(precision < 0 ? 6 : precision), value);
        return;
    case 'f':
    case 'F':
        text_append_format(ret_text, alternate ? "%#.*f" : "%.*f",
                           (int)(precision < 0 ? 6 : precision), value);
        return;
    case '%':
        text_append_format(ret_text, alternate ? "%#.*f" : "%.*f",
                           (int)(precision < 0 ? 6 : precision), value * 100);
        text_append_char(ret_text, '%');
        return;
    case 'g':
    case 'G':
    case 'n':
        write_general(value, precision < 0 ? 6 : precision, type == 'G' ? 'E' : 'e', alternate,
                      false, ret_text);
        return;
    }
    if (precision < 0)
        write_shortest(value, alternate, ret_text);
    else
        write_general(value, precision, 'e', alternate, true, ret_text);
}

static bool raise_code(Run *run, uint32_t code, const char *type_name)
{
    if (code > 32 && code < 128)
        raise_error(run, EXC_ValueError, "Unknown format code '%c' for object of type '%s'",
                    (char)code, type_name);
    else
        raise_error(run, EXC_ValueError, "Unknown format code '\\x%x' for object of type '%s'",
                    code, type_name);
    return false;
}

enum { PRECISION_LIMIT = 1 << 20 };

/* Is the text that was written for a negative number zero, whatever its exponent? */
static bool is_zero(const Text *body)
{
    size_t zeros = strspn(text_string(body), "0.");
    return zeros == body->length || (zeros && strchr("eE%", body->bytes[zeros]));
}

bool format_float(Run *run, double value, Slice spec_text, const char *type_name,
                  Text *ret_text)
{
    FormatSpec spec;
    if (!format_spec_read(run, spec_text, type_name, '>', &spec))
        return false;
    if (spec.type && (spec.type > 127 || !strchr("eEfFgGn%", (char)spec.type)))
        return raise_code(run, spec.type, type_name);
    if (spec.precision > PRECISION_LIMIT || spec.width > PRECISION_LIMIT * 64) {
        raise_error(run, EXC_ValueError, "precision too big");
        return false;
    }
    Text body = {0};
    float_write_as(value, (char)spec.type, spec.precision, spec.alternate, &body);
    bool negative = signbit(value) && !isnan(value);
    if (negative && spec.no_negative_zero && is_zero(&body))
        negative = false;
    format_number(&spec, negative, "", text_slice(&body), ret_text);
    text_done(&body);
    return true;
}

/* One part: sign where `signed_part` or negative. */
static void write_part(double value, const FormatSpec *spec, bool signed_part, Text *ret_text)
{
    FormatSpec part = *spec;
    part.width = -1;
    part.align = '>';
    if (signed_part)
        part.sign = '+';
    Text body = {0};
    if (!spec->type && spec->precision < 0) {
        float_write(fabs(value), &body);
        if (body.length > 2 && strcmp(body.bytes + body.length - 2, ".0") == 0)
            body.length -= spec->alternate ? 1 : 2;
    } else {
        float_write_as(value, spec->type ? (char)spec->type : 'g', spec->precision,
                       spec->alternate, &body);
    }
    format_number(&part, signbit(value) && !isnan(value), "", text_slice(&body), ret_text);
    text_done(&body);
}

bool format_complex(Run *run, ObjectId value, Slice spec_text, Text *ret_text)
{
    FormatSpec spec;
    const char *type_name = type_string(run, value);
    if (!format_spec_read(run, spec_text, type_name, '>', &spec))
        return false;
    if (spec.type && (spec.type > 127 || !strchr("eEfFgGn", (char)spec.type)))
        return raise_code(run, spec.type, type_name);
    const char *mistake = spec.align == '=' && spec.fill == '0'
                              ? "Zero padding is not allowed in complex format specifier"
                          : spec.align == '='
                              ? "'=' alignment flag is not allowed in complex format specifier"
                              : NULL;
    if (spec.fill == '0' && !mistake)
        mistake = "Zero padding is not allowed in complex format specifier";
    if (mistake) {
        raise_error(run, EXC_ValueError, "%s", mistake);
        return false;
    }
    ComplexPayload number = *model_payload(run_model(run), value).complex;
    bool only = !spec.type && number.real == 0.0 && !signbit(number.real);
    Text body = {0};
    if (!only) {
        if (!spec.type)
            text_append_char(&body, '(');
        write_part(number.real, &spec, false, &body);
    }
    write_part(number.imaginary, &spec, !only, &body);
    text_append_string(&body, only || spec.type ? "j" : "j)");
    format_pad(&spec, spec.align, text_slice(&body), ret_text);
    text_done(&body);
    return true;
}
