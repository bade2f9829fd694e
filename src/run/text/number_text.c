#include "run/text/number_text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "run/text/text.h"

enum { INT_DIGIT_LIMIT = 4300 };

bool point_is_space(uint32_t point)
{
    if (point < 0x80)
        return point == ' ' || (point >= 9 && point <= 13) || (point >= 0x1c && point <= 0x1f);
    return point == 0x85 ||
           utf8proc_category((utf8proc_int32_t)point) == UTF8PROC_CATEGORY_ZS ||
           point == 0x2028 || point == 0x2029;
}

/* The value of a decimal digit of any script, -1: none. They come in tens that begin at a
 * multiple in their block: the category Nd run's first is found by going back. */
static int digit_value(uint32_t point)
{
    if (point < 0x80)
        return point >= '0' && point <= '9' ? (int)point - '0' : -1;
    if (utf8proc_category((utf8proc_int32_t)point) != UTF8PROC_CATEGORY_ND)
        return -1;
    uint32_t first = point;
    while (point - first < 64 &&
           utf8proc_category((utf8proc_int32_t)(first - 1)) == UTF8PROC_CATEGORY_ND)
        first--;
    return (int)((point - first) % 10);
}

bool number_text(Slice text, Text *ret_plain)
{
    size_t end = 0;
    for (size_t i = 0; i < text.length;) {
        uint32_t point;
        size_t length = utf8_decode(text.bytes + i, text.length - i, &point);
        i += length ? length : 1;
        int digit = digit_value(point);
        bool space = point_is_space(point);
        if (space && ret_plain->length == 0)
            continue;
        if (point >= 0x80 && digit < 0 && !space)
            return false;
        text_append_char(ret_plain, digit >= 0 ? (char)('0' + digit)
                                    : space    ? ' '
                                               : (char)point);
        if (!space)
            end = ret_plain->length;
    }
    ret_plain->length = end;
    if (ret_plain->bytes)
        ret_plain->bytes[end] = '\0';
    return true;
}

static ObjectId raise_literal(Run *run, int base, ObjectId value)
{
    Text text = {0};
    if (model_kind(run_model(run), value) != KIND_STR) {
        Text space = {0};
        bytes_write_repr(bytes_slice(run, value, &space), &text);
        text_done(&space);
    } else {
        str_write_repr(str_slice(run_model(run), value), false, &text);
    }
    raise_error(run, EXC_ValueError, "invalid literal for int() with base %d: %s", base,
                text_string(&text));
    text_done(&text);
    return 0;
}

static int base_of_prefix(char letter)
{
    switch (tolower((unsigned char)letter)) {
    case 'b':
        return 2;
    case 'o':
        return 8;
    case 'x':
        return 16;
    }
    return 0;
}

static int digit_in(char c)
{
    return c >= '0' && c <= '9'        ? c - '0'
           : isalpha((unsigned char)c) ? tolower((unsigned char)c) - 'a' + 10
                                       : 99;
}

/* Copies the digits without underscores, which must stand between digits. */
static bool copy_digits(const char *text, int base, bool after_prefix, Text *ret_digits)
{
    bool underscore = !after_prefix;
    for (; *text; text++) {
        if (*text == '_') {
            if (underscore)
                return false;
            underscore = true;
            continue;
        }
        if (digit_in(*text) >= base)
            return false;
        underscore = false;
        text_append_char(ret_digits, *text);
    }
    return ret_digits->length && !underscore;
}

/* Sign and prefix; `*base` 0 is found out. False: a leading zero that base 0 does not allow. */
static const char *skip_prefix(const char *text, int *base, bool *ret_negative,
                               bool *ret_prefixed)
{
    *ret_negative = *text == '-';
    if (*text == '-' || *text == '+')
        text++;
    int prefix = text[0] == '0' && text[1] ? base_of_prefix(text[1]) : 0;
    *ret_prefixed = prefix && (*base == 0 || *base == prefix);
    if (*ret_prefixed) {
        *base = prefix;
        return text + 2;
    }
    if (*base == 0) {
        *base = 10;
        if (text[0] == '0' && strspn(text, "0_") != strlen(text))
            return NULL;
    }
    return text;
}

static bool check_digits(Run *run, size_t digits, int base)
{
    uint32_t set = run_objects(run)->int_digit_limit;
    uint32_t limit = set ? set - 1 : run_model(run)->profile->minor >= 7 ? INT_DIGIT_LIMIT : 0;
    if (!limit || digits <= limit || (base & (base - 1)) == 0)
        return true;
    raise_error(run, EXC_ValueError,
                "Exceeds the limit (%u%s) for integer string conversion: value has %zu digits; "
                "use sys.set_int_max_str_digits() to increase the limit",
                limit, run_model(run)->profile->minor >= 11 ? " digits" : "", digits);
    return false;
}

ObjectId int_parse(Run *run, Slice text, int base, ObjectId value)
{
    Text plain = {0}, digits = {0};
    bool negative = false, prefixed = false, valid = number_text(text, &plain);
    int found = base;
    const char *start = valid && strlen(text_string(&plain)) == plain.length
                            ? skip_prefix(text_string(&plain), &found, &negative, &prefixed)
                            : NULL;
    ObjectId result = 0;
    if (!start || !copy_digits(start, found, prefixed, &digits)) {
        raise_literal(run, base, value);
    } else if (check_digits(run, digits.length, found)) {
        mpz_t number;
        mpz_init_set_str(number, text_string(&digits), found);
        if (negative)
            mpz_neg(number, number);
        result = int_from_big(run_model(run), number);
        mpz_clear(number);
    }
    text_done(&plain);
    text_done(&digits);
    return result;
}

/* --- float --- */

/* How many bytes a float takes at the front of `text`: sign, digits, fraction, exponent, or inf
 * and nan. */
static size_t float_length(const char *text)
{
    const char *at = text + (*text == '+' || *text == '-');
    if (strncasecmp(at, "infinity", 8) == 0)
        return (size_t)(at - text) + 8;
    if (strncasecmp(at, "inf", 3) == 0 || strncasecmp(at, "nan", 3) == 0)
        return (size_t)(at - text) + 3;
    size_t whole = strspn(at, "0123456789");
    at += whole;
    size_t fraction = 0;
    if (*at == '.') {
        fraction = strspn(at + 1, "0123456789");
        if (whole || fraction)
            at += 1 + fraction;
    }
    if (!whole && !fraction)
        return 0;
    if (*at == 'e' || *at == 'E') {
        const char *exponent = at + 1 + (at[1] == '+' || at[1] == '-');
        size_t count = strspn(exponent, "0123456789");
        if (count)
            at = exponent + count;
    }
    return (size_t)(at - text);
}

/* Takes out underscores between digits. */
static bool drop_underscores(Slice text, Text *ret_plain)
{
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        if (c == '_') {
            bool between = i > 0 && i + 1 < text.length &&
                           isdigit((unsigned char)text.bytes[i - 1]) &&
                           isdigit((unsigned char)text.bytes[i + 1]);
            if (!between)
                return false;
            continue;
        }
        if (c == '\0')
            return false;
        text_append_char(ret_plain, c);
    }
    return ret_plain->length != 0;
}

bool float_parse(Slice text, double *ret_value)
{
    Text plain = {0};
    bool fine = drop_underscores(text, &plain) && float_length(plain.bytes) == plain.length;
    if (fine)
        *ret_value = strtod(plain.bytes, NULL);
    text_done(&plain);
    return fine;
}

/* a, bj, a+bj, with or without parentheses; j alone is 1j. */
static bool parse_parts(const char *text, ComplexPayload *ret_value)
{
    ComplexPayload value = {0.0, 0.0};
    size_t length = float_length(text);
    const char *at = text + length;
    bool sign = *text == '+' || *text == '-';
    if (length && *at != 'j' && *at != 'J') {
        value.real = strtod(text, NULL);
        text = at;
        sign = *text == '+' || *text == '-';
        if (!*at) {
            *ret_value = value;
            return true;
        }
        if (!sign)
            return false;
        length = float_length(text);
        at = text + length;
    }
    if (length)
        value.imaginary = strtod(text, NULL);
    else
        value.imaginary = *text == '-' ? -1.0 : 1.0;
    if (!length)
        at = text + sign;
    if ((*at != 'j' && *at != 'J') || at[1])
        return false;
    *ret_value = value;
    return true;
}

bool complex_parse(Slice text, ComplexPayload *ret_value)
{
    Text plain = {0};
    bool fine = drop_underscores(text, &plain);
    if (fine) {
        char *start = plain.bytes, *end = plain.bytes + plain.length;
        if (*start == '(' && end[-1] == ')') {
            *--end = '\0';
            start++;
            while (*start == ' ')
                start++;
            while (end > start && end[-1] == ' ')
                *--end = '\0';
        }
        fine = parse_parts(start, ret_value);
    }
    text_done(&plain);
    return fine;
}
