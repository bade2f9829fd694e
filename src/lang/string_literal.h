#ifndef LANG_STRING_LITERAL_H
#define LANG_STRING_LITERAL_H
/* What a string literal stands for: its escapes resolved, its line breaks made '\n'
 * (Parser/string_parser.c, Objects/unicodeobject.c, Objects/bytesobject.c). */
#include <stdbool.h>

#include "base/text.h"

typedef enum StringKind {
    STRING_TEXT,
    STRING_BYTES,
} StringKind;

typedef enum StringStatus {
    STRING_OK,
    STRING_WRONG, /* the message is CPython's */
} StringStatus;

typedef struct StringError {
    char message[160];
    char unknown_escape; /* the letter of the first one, which stands as written; 0: none */
} StringError;

/* Appends the value of the text between the quotes. */
StringStatus string_decode(Slice body, StringKind kind, bool raw, Text *ret_value,
                           StringError *ret_error);

#endif
