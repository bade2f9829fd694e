#ifndef LANG_LINE_STEP_H
#define LANG_LINE_STEP_H
/* Does a frame that goes from one instruction to the next begin a line, where CPython would
 * call a trace function (sys.settrace)? */
#include "lang/code.h"

typedef struct LineStep {
    const Code *code;
    int minor;              /* of CPython's version */
    uint32_t before, after; /* instructions; before the first one: 0 */
    uint32_t last_line;     /* that the frame has begun; 0: none yet */
    uint32_t raised_at;     /* the instruction that its last handler is for */
} LineStep;

/* Has the instruction before raised what a handler begins with now? */
bool line_step_enters_handler(const LineStep *step);
/* last_line changes where a line goes on that had no event. */
bool line_step_begins_line(LineStep *step);

#endif
