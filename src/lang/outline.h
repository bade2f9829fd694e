#ifndef LANG_OUTLINE_H
#define LANG_OUTLINE_H
/* What a piece of source is at its outside, for those who draw it: an operation, a subscript or
 * a call, and where its parts are. Offsets are bytes of the text that was given. */
#include <stdbool.h>

#include "base/text.h"
#include "profile/profile.h"

typedef enum OutlineKind {
    OUTLINE_OTHER,
    OUTLINE_OPERATION, /* left operator right */
    OUTLINE_SUBSCRIPT, /* left [index] */
    OUTLINE_CALL,      /* left (arguments) */
} OutlineKind;

typedef struct Outline {
    OutlineKind kind;
    size_t left_end;    /* behind the left part, without the parentheses around it */
    size_t right_start; /* OPERATION: of the right part, likewise */
    size_t end;         /* of the whole */
} Outline;

/* The text as one expression, as if it stood in parentheses; false: it is none. */
bool outline_expression(Slice text, const Profile *profile, Outline *ret_outline);
/* Is the text `return f(…)` or `x = …(…)`, with a call in [start, end)? */
bool outline_is_plain_call(Slice text, const Profile *profile, size_t start, size_t end);

#endif
