#ifndef TRACE_LINE_EVENTS_H
#define TRACE_LINE_EVENTS_H
/* Where CPython would call a trace function (sys.settrace): before a line runs, and when a
 * frame ends or is suspended. Finer than steps: a loop that stands on one line, or a statement
 * on several, has more of them. Only in the program's own code. */
#include "trace/cursor.h"

typedef struct LineEvents {
    const Trace *trace;
    uint32_t *lines;     /* by id of a frame: of its last event; 0: none yet */
    uint32_t *raised_at; /* by id of a frame: the instruction that its last handler is for */
} LineEvents;

void line_events_init(LineEvents *events, const Trace *trace);
void line_events_done(LineEvents *events);
/* Is there an event at this Change? To be asked for each Change in order, with a cursor that
 * stands right before it. `ret_line` is the line that is about to run or that the frame leaves
 * from. */
bool line_events_at(LineEvents *events, const Cursor *cursor, const Change *change,
                    uint32_t *ret_line);

#endif
