#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"

Slice slice_of(const char *string)
{
    return (Slice){string, strlen(string)};
}

bool slice_equal(Slice a, Slice b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

bool slice_is(Slice a, const char *string)
{
    return slice_equal(a, slice_of(string));
}

void text_done(Text *text)
{
    free(text->bytes);
    *text = (Text){0};
}

void text_clear(Text *text)
{
    text->length = 0;
    if (text->bytes)
        text->bytes[0] = '\0';
}

void text_append(Text *text, const char *bytes, size_t length)
{
    text->bytes = list_reserve(text->bytes, &text->capacity, text->length + length + 1, 1);
    if (length)
        memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
}

void text_append_slice(Text *text, Slice slice)
{
    text_append(text, slice.bytes, slice.length);
}

void text_append_string(Text *text, const char *string)
{
    text_append(text, string, strlen(string));
}

void text_append_char(Text *text, char c)
{
    text_append(text, &c, 1);
}

void text_append_point(Text *text, uint32_t point)
{
    char bytes[4];
    size_t length = 1;
    if (point < 0x80) {
        bytes[0] = (char)point;
    } else if (point < 0x800) {
        bytes[0] = (char)(0xC0 | point >> 6);
        length = 2;
    } else if (point < 0x10000) {
        bytes[0] = (char)(0xE0 | point >> 12);
        length = 3;
    } else {
        bytes[0] = (char)(0xF0 | point >> 18);
        length = 4;
    }
    for (size_t i = 1; i < length; i++)
        bytes[i] = (char)(0x80 | (point >> (6 * (length - 1 - i)) & 0x3F));
    text_append(text, bytes, length);
}

void text_append_format_list(Text *text, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    if (length > 0) {
        size_t needed = text->length + (size_t)length + 1;
        text->bytes = list_reserve(text->bytes, &text->capacity, needed, 1);
        vsnprintf(text->bytes + text->length, (size_t)length + 1, format, again);
        text->length += (size_t)length;
    }
    va_end(again);
}

void text_append_format(Text *text, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    text_append_format_list(text, format, arguments);
    va_end(arguments);
}

const char *text_string(const Text *text)
{
    return text->bytes ? text->bytes : "";
}

Slice text_slice(const Text *text)
{
    return (Slice){text_string(text), text->length};
}

char *text_take(Text *text)
{
    text_append(text, "", 0);
    char *bytes = text->bytes;
    *text = (Text){0};
    return bytes;
}

size_t utf8_decode(const char *bytes, size_t length, uint32_t *ret_point)
{
    const unsigned char *b = (const unsigned char *)bytes;
    if (length == 0)
        return 0;
    if (b[0] < 0x80) {
        *ret_point = b[0];
        return 1;
    }
    size_t size = b[0] >= 0xF0 ? 4 : b[0] >= 0xE0 ? 3 : b[0] >= 0xC2 ? 2 : 0;
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (size == 0 || b[0] > 0xF4 || size > length)
        return 0;
    uint32_t point = b[0] & (0xFFu >> (size + 1));
    for (size_t i = 1; i < size; i++) {
        if ((b[i] & 0xC0) != 0x80)
            return 0;
        point = point << 6 | (b[i] & 0x3Fu);
    }
    if (point < least[size] || point > 0x10FFFF)
        return 0;
    *ret_point = point;
    return size;
}

size_t utf8_count(const char *bytes, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += ((unsigned char)bytes[i] & 0xC0) != 0x80;
    return count;
}
