#include "json/check.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"

/* Keys of one object, for finding repeats. */
typedef struct Keys {
    Span *items;
    size_t count, capacity;
} Keys;

typedef struct Check {
    JsonDocument *document;
    const char *bytes;
    size_t at, length;
    int depth;
} Check;

static bool fail(const Check *check, size_t at, const char *message)
{
    size_t end = at < check->length ? at + 1 : at;
    diagnostics_add(check->document->diagnostics, check->document->source, (Span){at, end},
                    "%s", message);
    return false;
}

static char peek(const Check *check)
{
    return check->at < check->length ? check->bytes[check->at] : '\0';
}

static void skip_space(Check *check)
{
    while (check->at < check->length && strchr(" \t\r\n", peek(check)))
        check->at++;
}

static size_t add_place(Check *check, size_t start)
{
    JsonDocument *document = check->document;
    document->places = list_reserve(document->places, &document->place_capacity,
                                    document->place_count + 1, sizeof *document->places);
    document->places[document->place_count] = (JsonPlace){{start, start}, false};
    return document->place_count++;
}

static bool check_hex(Check *check)
{
    unsigned value = 0;
    for (int i = 0; i < 4; i++, check->at++) {
        char c = peek(check);
        if (!isxdigit((unsigned char)c))
            return fail(check, check->at, "\\u needs four hexadecimal digits");
        value =
            value * 16 + (unsigned)(isdigit((unsigned char)c) ? c - '0' : (c | 32) - 'a' + 10);
    }
    return value != 0 || fail(check, check->at - 4, "\\u0000 is not allowed here");
}

static bool check_escape(Check *check)
{
    check->at++;
    char c = peek(check);
    if (c == '\0' || !strchr("\"\\/bfnrtu", c))
        return fail(check, check->at, "this is no escape of JSON");
    check->at++;
    return c != 'u' || check_hex(check);
}

/* From its opening quote; the span is what stands between the quotes. */
static bool check_string(Check *check, Span *ret_span, bool *ret_escapes)
{
    size_t open = check->at++;
    *ret_escapes = false;
    while (peek(check) != '"') {
        if (check->at >= check->length)
            return fail(check, open, "this text has no closing quote");
        unsigned char c = (unsigned char)peek(check);
        if (c < 0x20)
            return fail(check, check->at, "a control character must be written as an escape");
        if (c == '\\') {
            *ret_escapes = true;
            if (!check_escape(check))
                return false;
        } else {
            check->at++;
        }
    }
    *ret_span = (Span){open + 1, check->at++};
    return true;
}

static size_t skip_digits(Check *check)
{
    size_t start = check->at;
    while (isdigit((unsigned char)peek(check)))
        check->at++;
    return check->at - start;
}

static bool check_number(Check *check)
{
    size_t start = check->at;
    if (peek(check) == '-')
        check->at++;
    bool zero = peek(check) == '0';
    size_t digits = skip_digits(check);
    if (!digits || (zero && digits > 1))
        return fail(check, start, "this is no number of JSON");
    if (peek(check) == '.') {
        check->at++;
        if (!skip_digits(check))
            return fail(check, check->at, "a digit must follow the point");
    }
    if (peek(check) == 'e' || peek(check) == 'E') {
        check->at++;
        if (peek(check) == '+' || peek(check) == '-')
            check->at++;
        if (!skip_digits(check))
            return fail(check, check->at, "a digit must follow the e");
    }
    if (isinf(strtod(check->bytes + start, NULL)))
        return fail(check, start, "this number is too large");
    return true;
}

static bool check_value(Check *check);

static bool is_repeat(const Check *check, const Keys *keys, Span key)
{
    for (size_t i = 0; i < keys->count; i++) {
        Span other = keys->items[i];
        Slice a = {check->bytes + other.start, other.end - other.start};
        Slice b = {check->bytes + key.start, key.end - key.start};
        if (slice_equal(a, b))
            return true;
    }
    return false;
}

static bool check_member(Check *check, Keys *keys)
{
    Span key;
    bool escapes;
    skip_space(check);
    if (peek(check) != '"')
        return fail(check, check->at, "expected a key in double quotes here");
    if (!check_string(check, &key, &escapes))
        return false;
    if (escapes)
        return fail(check, key.start, "keys are written without escapes");
    if (is_repeat(check, keys, key))
        return fail(check, key.start, "this key stands here twice");
    keys->items = list_reserve(keys->items, &keys->capacity, keys->count + 1, sizeof key);
    keys->items[keys->count++] = key;
    skip_space(check);
    if (peek(check) != ':')
        return fail(check, check->at, "expected ':' here");
    check->at++;
    return check_value(check);
}

/* Members or items up to `close`; the opening bracket is behind us. */
static bool check_sequence(Check *check, char close)
{
    Keys keys = {0};
    bool fine = true;
    skip_space(check);
    bool more = peek(check) != close;
    while (fine && more) {
        fine = close == '}' ? check_member(check, &keys) : check_value(check);
        skip_space(check);
        more = peek(check) == ',';
        if (fine && !more && peek(check) != close)
            fine = fail(check, check->at,
                        close == '}' ? "expected ',' or '}' here" : "expected ',' or ']' here");
        check->at += fine && more;
    }
    check->at += fine;
    free(keys.items);
    return fine;
}

static bool check_word(Check *check)
{
    static const char *const words[] = {"true", "false", "null"};
    for (int i = 0; i < 3; i++) {
        size_t length = strlen(words[i]);
        if (check->length - check->at >= length &&
            memcmp(check->bytes + check->at, words[i], length) == 0) {
            check->at += length;
            return true;
        }
    }
    return fail(check, check->at, "expected a value here");
}

static bool check_nested(Check *check, char close)
{
    if (check->depth == JSON_NESTING_LIMIT)
        return fail(check, check->at, "nested too deep");
    check->depth++;
    check->at++;
    bool fine = check_sequence(check, close);
    check->depth--;
    return fine;
}

static bool check_value(Check *check)
{
    skip_space(check);
    size_t place = add_place(check, check->at);
    Span span = {check->at, check->at};
    bool escapes = false, fine;
    char c = peek(check);
    if (c == '"')
        fine = check_string(check, &span, &escapes);
    else if (c == '{' || c == '[')
        fine = check_nested(check, c == '{' ? '}' : ']');
    else if (c == '-' || isdigit((unsigned char)c))
        fine = check_number(check);
    else
        fine = check_word(check);
    if (c != '"')
        span.end = check->at;
    check->document->places[place] = (JsonPlace){span, escapes};
    return fine;
}

bool check_document(JsonDocument *document)
{
    const Source *source = document->source;
    Check check = {.document = document, .bytes = source->bytes, .length = source->length};
    size_t bad = source_find_bad_byte(source);
    if (bad < source->length)
        return fail(&check, bad, "this byte is not UTF-8, or is NUL");
    if (!check_value(&check))
        return false;
    skip_space(&check);
    return check.at == check.length || fail(&check, check.at, "nothing more was expected here");
}
