#ifndef SCENARIO_LINES_H
#define SCENARIO_LINES_H
/* A program's lines, as far as remarks need them: where statements begin, how deep, which lines
 * are comments alone. Found from the tokens' colours, so that a program with a mistake in it
 * has lines too. */
#include "base/region.h"
#include "base/source.h"

typedef enum LineKind {
    LINE_OTHER,     /* empty, a comment, or the continuation of a logical line */
    LINE_STATEMENT, /* begins one */
    LINE_CLAUSE,    /* elif, else, except, finally: goes on with the statement above */
} LineKind;

typedef struct Line {
    LineKind kind;
    size_t
        indent; /* columns before its first character; a tab goes to the next multiple of 8 */
    Slice comment; /* of a line that is a comment alone: from its # on; else empty */
    size_t comment_offset;
} Line;

/* One for each line of the source; line n is items[n - 1]. */
Line *lines_read(const Source *source, Region *region);

#endif
