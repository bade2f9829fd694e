#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H
/* A text that a person wrote (a program, a scenario, a profile): its name, its bytes, where its
 * lines begin. Immutable once made; diagnostics point into it. */
#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

/* The largest file that heapstep reads. */
enum { SOURCE_SIZE_LIMIT = 4 * 1024 * 1024 };

typedef struct Source {
    char *name;         /* as shown in messages */
    char *bytes;        /* with one NUL byte behind the end */
    size_t length;      /* bytes */
    size_t *line_start; /* byte offset of each line */
    size_t line_count;  /* at least 1 */
} Source;

/* A part of a source: byte offsets, `end` exclusive. */
typedef struct Span {
    size_t start, end;
} Span;

/* Line and column count from 1; the column counts code points. */
typedef struct Position {
    size_t line, column;
} Position;

/* A source over a copy of the bytes. Release with source_destroy. */
Source *source_create(const char *name, const char *bytes, size_t length);
void source_destroy(Source *source);
/* Reads a whole file, "-" for standard input. NULL on failure, with a sentence that says why in
 * `ret_error` (appended): missing, a directory, unreadable, or past SOURCE_SIZE_LIMIT. The
 * bytes are not checked: source_find_bad_byte does that. */
Source *source_read(const char *path, Text *ret_error);
/* Byte offset of the first byte that is not UTF-8 or is NUL; `length` where all is well. */
size_t source_find_bad_byte(const Source *source);
Position source_position(const Source *source, size_t offset);
/* Line `line` (from 1) without its line break; empty where there is none. */
Slice source_line(const Source *source, size_t line);

#endif
