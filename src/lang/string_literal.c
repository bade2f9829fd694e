#include "lang/string_literal.h"

#include <stdio.h>

#include "lang/unicode_name.h"

typedef struct Decoder {
    Slice body;
    StringKind kind;
    size_t position; /* in `body` */
    size_t widened;  /* CPython counts a character outside ASCII as ten bytes ("\U0001F600") */
    Text *value;
    StringError *error;
} Decoder;

enum { WIDE_ESCAPE_LENGTH = 10 };

static char peek(const Decoder *decoder, size_t offset)
{
    size_t i = decoder->position + offset;
    return i < decoder->body.length ? decoder->body.bytes[i] : '\0';
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    char lower = (char)(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

static void append_value(Decoder *decoder, uint32_t value)
{
    if (decoder->kind == STRING_BYTES)
        text_append_char(decoder->value, (char)value);
    else
        text_append_point(decoder->value, value);
}

/* A line break of the file, in any of its three forms. */
static void line_break(Decoder *decoder, bool kept)
{
    bool two = peek(decoder, 0) == '\r' && peek(decoder, 1) == '\n';
    decoder->position += two ? 2 : 1;
    if (kept)
        text_append_char(decoder->value, '\n');
}

/* The character at the position as it stands. */
static void plain_character(Decoder *decoder)
{
    char c = peek(decoder, 0);
    if (c == '\n' || c == '\r') {
        line_break(decoder, true);
        return;
    }
    uint32_t point;
    size_t left = decoder->body.length - decoder->position;
    size_t size = utf8_decode(decoder->body.bytes + decoder->position, left, &point);
    size = size ? size : 1;
    if (size > 1)
        decoder->widened += WIDE_ESCAPE_LENGTH - size;
    text_append(decoder->value, decoder->body.bytes + decoder->position, size);
    decoder->position += size;
}

static void octal_escape(Decoder *decoder)
{
    uint32_t value = 0;
    for (int i = 0; i < 3 && peek(decoder, 0) >= '0' && peek(decoder, 0) <= '7'; i++)
        value = value * 8 + (uint32_t)(decoder->body.bytes[decoder->position++] - '0');
    append_value(decoder, value);
}

static StringStatus wrong_escape(Decoder *decoder, size_t backslash, size_t last,
                                 const char *what)
{
    snprintf(decoder->error->message, sizeof decoder->error->message,
             "(unicode error) 'unicodeescape' codec can't decode bytes in position %zu-%zu: %s",
             backslash + decoder->widened, last + decoder->widened, what);
    return STRING_WRONG;
}

/* \xXX, \uXXXX, \UXXXXXXXX: the position is behind the letter. */
static StringStatus hex_escape(Decoder *decoder, size_t digits, const char *truncated)
{
    size_t backslash = decoder->position - 2;
    uint32_t value = 0;
    for (size_t i = 0; i < digits; i++) {
        int digit = hex_digit(peek(decoder, i));
        if (digit < 0 && decoder->kind == STRING_BYTES) {
            snprintf(decoder->error->message, sizeof decoder->error->message,
                     "(value error) invalid \\x escape at position %zu", backslash);
            return STRING_WRONG;
        }
        if (digit < 0)
            return wrong_escape(decoder, backslash, backslash + 1 + i, truncated);
        value = value * 16 + (uint32_t)digit;
    }
    if (value > 0x10FFFF)
        return wrong_escape(decoder, backslash, backslash + 1 + digits,
                            "illegal Unicode character");
    decoder->position += digits;
    append_value(decoder, value);
    return STRING_OK;
}

/* \N{SNOWMAN}; the position is behind the N. */
static StringStatus name_escape(Decoder *decoder)
{
    size_t start = decoder->position, backslash = start - 2, end = start + 1;
    const char *body = decoder->body.bytes;
    bool opened = peek(decoder, 0) == '{';
    while (opened && end < decoder->body.length && body[end] != '}')
        end++;
    bool closed = opened && end < decoder->body.length;
    if (!closed || end == start + 1)
        return wrong_escape(decoder, backslash, opened ? end - 1 : start - 1,
                            "malformed \\N character escape");
    uint32_t point;
    if (!unicode_point_of((Slice){body + start + 1, end - start - 1}, &point))
        return wrong_escape(decoder, backslash, end, "unknown Unicode character name");
    decoder->position = end + 1;
    append_value(decoder, point);
    return STRING_OK;
}

/* No escape at all: the backslash stands for itself. The position is behind the letter. */
static StringStatus unknown_escape(Decoder *decoder)
{
    decoder->position--;
    char letter = peek(decoder, 0);
    if (!decoder->error->unknown_escape && !(letter & 0x80))
        decoder->error->unknown_escape = letter;
    text_append_char(decoder->value, '\\');
    plain_character(decoder);
    return STRING_OK;
}

static StringStatus text_escape(Decoder *decoder, char letter)
{
    switch (letter) {
    case 'u':
        return hex_escape(decoder, 4, "truncated \\uXXXX escape");
    case 'U':
        return hex_escape(decoder, 8, "truncated \\UXXXXXXXX escape");
    case 'N':
        return name_escape(decoder);
    default:
        return unknown_escape(decoder);
    }
}

static char simple_escape(char letter)
{
    switch (letter) {
    case 'a':
        return '\a';
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'v':
        return '\v';
    case '\\':
    case '\'':
    case '"':
        return letter;
    default:
        return '\0';
    }
}

static StringStatus escape(Decoder *decoder)
{
    if (decoder->position + 1 == decoder->body.length) {
        plain_character(decoder);
        return STRING_OK;
    }
    decoder->position++;
    char letter = peek(decoder, 0);
    if (letter == '\n' || letter == '\r') {
        line_break(decoder, false);
        return STRING_OK;
    }
    if (letter >= '0' && letter <= '7') {
        octal_escape(decoder);
        return STRING_OK;
    }
    char simple = simple_escape(letter);
    if (simple) {
        text_append_char(decoder->value, simple);
        decoder->position++;
        return STRING_OK;
    }
    decoder->position++;
    if (letter == 'x')
        return hex_escape(decoder, 2, "truncated \\xXX escape");
    if (decoder->kind == STRING_TEXT)
        return text_escape(decoder, letter);
    return unknown_escape(decoder);
}

StringStatus string_decode(Slice body, StringKind kind, bool raw, Text *ret_value,
                           StringError *ret_error)
{
    Decoder decoder = {.body = body, .kind = kind, .value = ret_value, .error = ret_error};
    while (decoder.position < body.length) {
        if (peek(&decoder, 0) != '\\' || raw) {
            plain_character(&decoder);
            continue;
        }
        StringStatus status = escape(&decoder);
        if (status != STRING_OK)
            return status;
    }
    return STRING_OK;
}
