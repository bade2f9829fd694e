#include "trace/line_events.h"

#include <stdlib.h>

#include "base/memory.h"

enum { RAISES = 1, STEPS_ASIDE = 3 }; /* index of a CHANGE_RETURN */

void line_events_init(LineEvents *events, const Trace *trace)
{
    events->trace = trace;
    events->lines = memory_allocate(trace->object_end * sizeof *events->lines);
}

void line_events_done(LineEvents *events)
{
    free(events->lines);
}

/* The end of a body without a return: it has no line of its own. */
static bool is_fall_off(const Code *code, uint32_t at)
{
    uint32_t count = code->instruction_count;
    if (at + 1 == count && code->instructions[at].op == OP_RETURN_CONST)
        return !code->instructions[at].starts_statement;
    return at + 2 >= count && count >= 2 && !code->instructions[count - 2].starts_statement &&
           code->instructions[count - 2].op == OP_LOAD_CONST;
}

/* The jump at a loop's end that another jump leads to: CPython's compiler leads that one on to
 * the loop itself. */
static bool is_jump_to_jump(const Change *change, const Code *code)
{
    const Instruction *instruction = &code->instructions[change->after];
    return instruction->op == OP_JUMP_BACKWARD && !instruction->starts_statement &&
           change->after != change->before + 1;
}

/* A handler's first instruction; but that of a with statement is on its line from 3.11 on. */
static bool is_without_line(const LineEvents *events, const Change *change, const Code *code)
{
    const Instruction *instruction = &code->instructions[change->after];
    bool with =
        instruction[1].op == OP_WITH_EXCEPT_START && events->trace->model->profile->minor >= 11;
    return instruction->op == OP_PUSH_EXC_INFO && !with;
}

/* An instruction of the frame that begins a statement, or that a loop comes back to, is a new
 * line where it stands on another one, or comes again (Python/ceval.c, maybe_call_line_trace).
 */
static bool begins_line(const LineEvents *events, const Change *change, const Code *code)
{
    uint32_t line = code->locations[change->after].line;
    uint32_t last = events->lines[change->target];
    /* Delegating to another generator it comes back to SEND with each value, on no new line. */
    bool back =
        change->after < change->before && code->instructions[change->after].op != OP_SEND;
    bool thrown = code->instructions[change->after].op == OP_CLEANUP_THROW &&
                  events->trace->model->profile->minor >= 13;
    bool went_back = code->instructions[change->before].op == OP_POP_FINALLY;
    if (is_fall_off(code, change->after) || is_jump_to_jump(change, code) ||
        is_without_line(events, change, code))
        return false;
    return line && (back || thrown || went_back || (line != last && (last || change->index)));
}

/* Making a generator is no event; raising in one that has not begun is. */
static bool ends_frame(const Cursor *cursor, const Change *change, const Code *code)
{
    uint32_t at = state_object(&cursor->state, change->target)->a;
    return change->kind == CHANGE_RETURN && change->index != STEPS_ASIDE &&
           (change->index == RAISES || code->instructions[at].op != OP_RETURN_GENERATOR);
}

static uint32_t line_at(const Code *code, uint32_t at)
{
    bool has_line = at < code->instruction_count && code->locations[at].line;
    return has_line ? code->locations[at].line : code->first_line;
}

/* From 3.10 on leaving at the end counts to the line that led there. */
static uint32_t line_of_end(const LineEvents *events, const Cursor *cursor,
                            const Change *change, const Code *code)
{
    uint32_t last = events->lines[change->target];
    if (last && change->index != RAISES && events->trace->model->profile->minor >= 10)
        return last;
    return line_at(code, state_object(&cursor->state, change->target)->a);
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
    if (!(runs ? begins_line(events, change, code) : ends_frame(cursor, change, code)))
        return false;
    *ret_line = runs ? line_at(code, change->after) : line_of_end(events, cursor, change, code);
    if (runs)
        events->lines[change->target] = *ret_line;
    return true;
}
