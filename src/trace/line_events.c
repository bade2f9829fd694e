#include "trace/line_events.h"

#include <stdlib.h>

#include "base/memory.h"

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

/* In 3.9 the start of a handler is a new line even where the exception came from the same one;
 * unless that has raised again what was raised before. */
static bool starts_handler_of_39(const LineEvents *events, const Change *change,
                                 const Code *code)
{
    const Instruction *raised = &code->instructions[events->raised_at[change->target]];
    bool again = raised->op == OP_RERAISE || (raised->op == OP_RAISE_VARARGS && !raised->arg);
    return events->trace->model->profile->minor == 9 && !again &&
           code->instructions[change->before].op == OP_PUSH_EXC_INFO;
}

/* Does the code from here on leave the frame within so few instructions that CPython's compiler
 * repeats them where they are needed? */
static bool exits_soon(const Code *code, uint32_t at)
{
    enum { MAX_COPY_SIZE = 4 }; /* compile.c */
    for (uint32_t i = at; i < at + MAX_COPY_SIZE && i < code->instruction_count; i++)
        if (code->instructions[i].op == OP_RETURN_VALUE)
            return true;
    return false;
}

/* In 3.10 the end of a with block that comes after another one's end has no line; then the call
 * of __exit__ is a new line, unless there is a copy of it for the other one. */
static bool follows_end_of_with(const Change *change, const Code *code)
{
    if (code->instructions[change->before].op != OP_NOP ||
        code->locations[change->before].line || change->after != change->before + 1)
        return false;
    uint32_t at = change->after;
    while (at < code->instruction_count && code->instructions[at].op != OP_JUMP)
        at++;
    return at < code->instruction_count && !exits_soon(code, code->instructions[at].arg);
}

/* To 3.9 a jump forward into the middle of a line is no event. */
static bool lands_inside_line(const LineEvents *events, const Change *change, const Code *code)
{
    uint32_t at = change->after;
    return events->trace->model->profile->minor <= 9 && !change->index &&
           at > change->before + 1 && code->locations[at - 1].line == code->locations[at].line;
}

/* An instruction of the frame that begins a statement, or that a loop comes back to, is a new
 * line where it stands on another one, or comes again (Python/ceval.c, maybe_call_line_trace).
 */
static bool begins_line(LineEvents *events, const Change *change, const Code *code)
{
    uint32_t line = code->locations[change->after].line;
    uint32_t last = events->lines[change->target];
    /* Delegating to another generator it comes back to SEND with each value, on no new line. */
    bool back =
        change->after < change->before && code->instructions[change->after].op != OP_SEND;
    bool thrown = code->instructions[change->after].op == OP_CLEANUP_THROW &&
                  events->trace->model->profile->minor >= 13;
    bool again = code->instructions[change->before].op == OP_POP_FINALLY ||
                 starts_handler_of_39(events, change, code) ||
                 follows_end_of_with(change, code);
    if (is_fall_off(code, change->after) || is_jump_to_jump(change, code) ||
        is_without_line(events, change, code))
        return false;
    if (line && lands_inside_line(events, change, code)) {
        events->lines[change->target] = line;
        return false;
    }
    return line && (back || thrown || again || (line != last && (last || change->index)));
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
    bool has_line = change->index == RAISES && at < code->instruction_count &&
                    code->locations[at].line;
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
    if (runs && code->instructions[change->after].op == OP_PUSH_EXC_INFO)
        events->raised_at[change->target] = change->before;
    if (!(runs ? begins_line(events, change, code) : ends_frame(cursor, change, code)))
        return false;
    *ret_line =
        runs ? code_line_at(code, change->after) : line_of_end(events, cursor, change, code);
    if (runs)
        events->lines[change->target] = *ret_line;
    return true;
}
