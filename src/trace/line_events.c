#include "trace/line_events.h"

#include <stdlib.h>

#include "base/memory.h"
#include "lang/line_step.h"

enum { RAISES = 1, STEPS_ASIDE = 3 }; /* index of a CHANGE_RETURN */

void line_events_init(LineEvents *events, const Trace *trace)
{
    events->trace = trace;
    events->lines = memory_allocate(trace->object_end * sizeof *events->lines);
    events->raised_at = memory_allocate(trace->object_end * sizeof *events->raised_at);
}

void line_events_done(LineEvents *events)
{
    free(events->lines);
    free(events->raised_at);
}

static LineStep step_of(const LineEvents *events, const Change *change, const Code *code)
{
    return (LineStep){
        code,          events->trace->model->profile->minor, change->before,
        change->after, events->lines[change->target],        events->raised_at[change->target]};
}

/* Making a generator is no event; raising in one that has not begun is. */
static bool ends_frame(const Cursor *cursor, const Change *change, const Code *code)
{
    uint32_t at = state_object(&cursor->state, change->target)->a;
    return change->kind == CHANGE_RETURN && change->index != STEPS_ASIDE &&
           (change->index == RAISES || code->instructions[at].op != OP_RETURN_GENERATOR);
}

/* From 3.10 on leaving at the end, or raising again from an instruction without a line, counts
 * to the line that led there. */
static uint32_t line_of_end(const LineEvents *events, const Cursor *cursor,
                            const Change *change, const Code *code)
{
    uint32_t last = events->lines[change->target];
    uint32_t at = state_object(&cursor->state, change->target)->a;
    bool has_line =
        change->index == RAISES && at < code->instruction_count && code->locations[at].line;
    if (last && !has_line && events->trace->model->profile->minor >= 10)
        return last;
    return code_line_at(code, at);
}

bool line_events_at(LineEvents *events, const Cursor *cursor, const Change *change,
                    uint32_t *ret_line)
{
    bool runs = change->kind == CHANGE_INSTRUCTION;
    if (!runs && (change->kind != CHANGE_RETURN || !change->target))
        return false;
    const Code *code = cursor_code(cursor, change->target);
    if (!code || trace_is_library(events->trace, code))
        return false;
    LineStep step = step_of(events, change, code);
    if (runs && line_step_enters_handler(&step))
        events->raised_at[change->target] = change->before;
    if (!(runs ? line_step_begins_line(&step) : ends_frame(cursor, change, code))) {
        events->lines[change->target] = step.last_line;
        return false;
    }
    *ret_line =
        runs ? code_line_at(code, change->after) : line_of_end(events, cursor, change, code);
    if (runs)
        events->lines[change->target] = *ret_line;
    return true;
}
