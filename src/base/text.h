#ifndef BASE_TEXT_H
#define BASE_TEXT_H
/* Bytes: a Slice is somebody else's, a Text grows and is its holder's. Both are UTF-8 unless
 * said otherwise and may hold NUL bytes; a Text has one NUL byte behind its end besides. */
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Slice {
    const char *bytes;
    size_t length;
} Slice;

/* Zero is an empty Text. */
typedef struct Text {
    char *bytes;
    size_t length;
    size_t capacity;
} Text;

Slice slice_of(const char *string);
bool slice_equal(Slice a, Slice b);
bool slice_is(Slice a, const char *string);

void text_done(Text *text);
void text_clear(Text *text);
void text_append(Text *text, const char *bytes, size_t length);
void text_append_slice(Text *text, Slice slice);
void text_append_string(Text *text, const char *string);
void text_append_char(Text *text, char c);
/* Appends the UTF-8 form of a code point; surrogates too (as WTF-8). */
void text_append_point(Text *text, uint32_t point);
void text_append_format(Text *text, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void text_append_format_list(Text *text, const char *format, va_list arguments);
/* The bytes as a C string; "" when empty. Valid until the text changes. */
const char *text_string(const Text *text);
Slice text_slice(const Text *text);
/* The bytes, now the caller's (free()); the text is empty again. */
char *text_take(Text *text);

/* Decodes one code point (surrogates allowed) at `bytes`; returns its length in bytes, 0 where
 * the bytes are no UTF-8. */
size_t utf8_decode(const char *bytes, size_t length, uint32_t *ret_point);
/* The number of code points in valid UTF-8. */
size_t utf8_count(const char *bytes, size_t length);

#endif
