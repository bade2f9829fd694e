#ifndef RUN_TRACEBACK_H
#define RUN_TRACEBACK_H
/* What the traceback's files share: where the ~ and ^ markers of a line stand (3.11+).
 * Positions are byte offsets in the line as it is in the source. */
#include "base/text.h"
#include "lang/code.h"

typedef struct Anchors {
    size_t start, end;  /* all that is marked */
    size_t left, right; /* within it the part with '^', the rest has '~'; left == right: '^'
                           throughout */
    bool split;
} Anchors;

/* Finds the markers for an instruction's location in `line`; false: none are shown. */
bool anchors_find(Slice line, const Location *location, Opcode op, uint32_t arg,
                  Anchors *ret_anchors);

#endif
