#ifndef BASE_DIAGNOSTIC_H
#define BASE_DIAGNOSTIC_H
/* What is wrong with something that a person wrote, gathered so that one run shows every
 * mistake. Rooms add; only app prints. Zero is an empty Diagnostics. */
#include <stdbool.h>
#include <stddef.h>

#include "base/source.h"
#include "base/text.h"

/* Past so many, only their number is kept. */
enum { DIAGNOSTIC_LIMIT = 50 };

typedef struct Diagnostic {
    char *file;
    Position position; /* line 0: about the file as a whole */
    size_t width;      /* code points under the caret, at least 1 */
    char *line;        /* the source line, "" when there is none */
    char *message;     /* one sentence, no full stop */
} Diagnostic;

typedef struct Diagnostics {
    Diagnostic *items;
    size_t count, capacity;
    size_t dropped; /* beyond DIAGNOSTIC_LIMIT */
} Diagnostics;

void diagnostics_done(Diagnostics *list);
/* A mistake at a place in a source. */
void diagnostics_add(Diagnostics *list, const Source *source, Span span, const char *format,
                     ...) __attribute__((format(printf, 4, 5)));
/* A mistake about a file as a whole (it is missing, say) or about an option. */
void diagnostics_add_file(Diagnostics *list, const char *file, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Appends them all as `file:line:column: message`, the line and a caret. */
void diagnostics_write(const Diagnostics *list, Text *ret_text);

#endif
