#include "lang/number_literal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static char at(Slice text, size_t i)
{
    return i < text.length ? text.bytes[i] : '\0';
}

static bool digit_of(char c, int base)
{
    if (base <= 10)
        return c >= '0' && c < '0' + base;
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

static bool word_character(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '_';
}

static bool fail(NumberScan *scan, size_t length, const char *kind)
{
    scan->length = length;
    snprintf(scan->message, sizeof scan->message, "invalid %s literal", kind);
    return false;
}

static bool fail_digit(NumberScan *scan, size_t length, char digit, const char *kind)
{
    scan->length = length;
    snprintf(scan->message, sizeof scan->message, "invalid digit '%c' in %s literal", digit,
             kind);
    return false;
}

/* A number may touch one of these keywords, and no other word. */
static bool keyword_follows(Slice text, size_t i)
{
    static const char *const keywords[] = {"and", "else", "for", "if", "in", "is", "not", "or"};
    for (size_t k = 0; k < sizeof keywords / sizeof keywords[0]; k++) {
        size_t length = strlen(keywords[k]);
        if (i + length <= text.length && memcmp(text.bytes + i, keywords[k], length) == 0)
            return true;
    }
    return false;
}

static bool check_end(NumberScan *scan, Slice text, size_t i, const char *kind)
{
    scan->length = i;
    if (!scan->strict || !word_character(at(text, i)) || keyword_follows(text, i))
        return true;
    return fail(scan, i, kind);
}

/* Decimal digits with single underscores between them, from one digit on. */
static bool decimal_tail(NumberScan *scan, Slice text, size_t *i)
{
    for (;;) {
        while (digit_of(at(text, *i), 10))
            ++*i;
        if (at(text, *i) != '_')
            return true;
        ++*i;
        if (!digit_of(at(text, *i), 10))
            return fail(scan, *i, "decimal");
    }
}

static bool based_number(NumberScan *scan, Slice text, int base, const char *kind)
{
    size_t i = 2;
    do {
        if (at(text, i) == '_')
            i++;
        char c = at(text, i);
        if (!digit_of(c, base))
            return digit_of(c, 10) ? fail_digit(scan, i + 1, c, kind) : fail(scan, i, kind);
        while (digit_of(at(text, i), base))
            i++;
    } while (at(text, i) == '_');
    if (digit_of(at(text, i), 10))
        return fail_digit(scan, i + 1, at(text, i), kind);
    return check_end(scan, text, i, kind);
}

static bool imaginary_or_end(NumberScan *scan, Slice text, size_t i, const char *kind)
{
    if ((at(text, i) | 0x20) == 'j')
        return check_end(scan, text, i + 1, "imaginary");
    return check_end(scan, text, i, kind);
}

static bool exponent(NumberScan *scan, Slice text, size_t i, const char *kind)
{
    if ((at(text, i) | 0x20) != 'e')
        return imaginary_or_end(scan, text, i, kind);
    size_t digits = i + 1;
    bool sign = at(text, digits) == '+' || at(text, digits) == '-';
    digits += sign;
    if (!digit_of(at(text, digits), 10))
        return sign ? fail(scan, digits, "decimal") : check_end(scan, text, i, "decimal");
    if (!decimal_tail(scan, text, &digits))
        return false;
    return imaginary_or_end(scan, text, digits, "decimal");
}

static bool fraction(NumberScan *scan, Slice text, size_t i)
{
    if (digit_of(at(text, i), 10) && !decimal_tail(scan, text, &i))
        return false;
    return exponent(scan, text, i, "decimal");
}

static bool leading_zero(NumberScan *scan, Slice text)
{
    size_t i = 1;
    for (; at(text, i) == '0' || at(text, i) == '_'; i++)
        if (at(text, i) == '_' && !digit_of(at(text, i + 1), 10))
            return fail(scan, i + 1, "decimal");
    size_t zeros = i;
    if (!decimal_tail(scan, text, &i))
        return false;
    if (at(text, i) == '.')
        return fraction(scan, text, i + 1);
    char c = (char)(at(text, i) | 0x20);
    if (c == 'e' || c == 'j' || i == zeros)
        return exponent(scan, text, i, "decimal");
    scan->length = i;
    scan->zeros = zeros;
    snprintf(scan->message, sizeof scan->message,
             "leading zeros in decimal integer literals are "
             "not permitted; use an 0o prefix for octal "
             "integers");
    return false;
}

static void scan_number(NumberScan *scan, Slice text)
{
    size_t i = 0;
    char second = (char)(at(text, 1) | 0x20);
    if (text.bytes[0] == '.') {
        fraction(scan, text, 1);
    } else if (text.bytes[0] == '0') {
        if (second == 'x')
            based_number(scan, text, 16, "hexadecimal");
        else if (second == 'o')
            based_number(scan, text, 8, "octal");
        else if (second == 'b')
            based_number(scan, text, 2, "binary");
        else
            leading_zero(scan, text);
    } else if (decimal_tail(scan, text, &i)) {
        if (at(text, i) == '.')
            fraction(scan, text, i + 1);
        else
            exponent(scan, text, i, "decimal");
    }
}

NumberScan number_scan(Slice text, bool strict)
{
    NumberScan scan = {.strict = strict};
    scan_number(&scan, text);
    return scan;
}

/* The digits without underscores, NUL-terminated. Release with free(). */
static char *plain_digits(Slice text)
{
    char *digits = memory_allocate(text.length + 1);
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] != '_')
            digits[count++] = text.bytes[i];
    return digits;
}

static bool is_decimal_integer(const char *digits)
{
    return digits[strspn(digits, "0123456789")] == '\0';
}

const char *number_kind_name(Slice text)
{
    char base = text.length > 1 && text.bytes[0] == '0' ? (char)(text.bytes[1] | 0x20) : '\0';
    if (base == 'x')
        return "hexadecimal";
    if (base == 'o' || base == 'b')
        return base == 'o' ? "octal" : "binary";
    return (text.bytes[text.length - 1] | 0x20) == 'j' ? "imaginary" : "decimal";
}

NumberKind number_value(Slice text, bool unlimited, mpz_t ret_integer, double *ret_real,
                        size_t *ret_digits)
{
    char *digits = plain_digits(text);
    size_t length = strlen(digits);
    NumberKind kind = NUMBER_FLOAT;
    *ret_digits = 0;
    if (digits[0] == '0' && strchr("xXoObB", digits[1]) && digits[1]) {
        int base = (digits[1] | 0x20) == 'x' ? 16 : (digits[1] | 0x20) == 'o' ? 8 : 2;
        mpz_set_str(ret_integer, digits + 2, base);
        kind = NUMBER_INT;
    } else if (is_decimal_integer(digits)) {
        *ret_digits = length;
        if (unlimited || length <= NUMBER_DIGIT_LIMIT)
            mpz_set_str(ret_integer, digits, 10);
        kind = NUMBER_INT;
    } else {
        if ((digits[length - 1] | 0x20) == 'j') {
            digits[length - 1] = '\0';
            kind = NUMBER_IMAGINARY;
        }
        *ret_real = strtod(digits, NULL);
    }
    free(digits);
    return kind;
}
