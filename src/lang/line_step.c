#include "lang/line_step.h"

#include "lang/opcode.h"

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
static bool is_jump_to_jump(const LineStep *step)
{
    const Code *code = step->code;
    const Instruction *instruction = &code->instructions[step->after];
    return instruction->op == OP_JUMP_BACKWARD && !instruction->starts_statement &&
           step->after != step->before + 1;
}

/* A handler's first instruction; but that of a with statement is on its line from 3.11 on. */
static bool is_without_line(const LineStep *step)
{
    const Code *code = step->code;
    const Instruction *instruction = &code->instructions[step->after];
    bool with = instruction[1].op == OP_WITH_EXCEPT_START && step->minor >= 11;
    return instruction->op == OP_PUSH_EXC_INFO && !with;
}

/* In 3.9 the start of a handler is a new line even where the exception came from the same one;
 * unless that has raised again what was raised before. */
static bool starts_handler_of_39(const LineStep *step)
{
    const Code *code = step->code;
    const Instruction *raised = &code->instructions[step->raised_at];
    bool again = raised->op == OP_RERAISE || (raised->op == OP_RAISE_VARARGS && !raised->arg);
    return step->minor == 9 && !again &&
           code->instructions[step->before].op == OP_PUSH_EXC_INFO;
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
static bool follows_end_of_with(const LineStep *step)
{
    const Code *code = step->code;
    if (code->instructions[step->before].op != OP_NOP || code->locations[step->before].line ||
        step->after != step->before + 1)
        return false;
    uint32_t at = step->after;
    while (at < code->instruction_count && code->instructions[at].op != OP_JUMP)
        at++;
    return at < code->instruction_count && !exits_soon(code, code->instructions[at].arg);
}

/* To 3.9 a jump forward into the middle of a line is no event. */
static bool lands_inside_line(const LineStep *step)
{
    const Code *code = step->code;
    uint32_t at = step->after;
    return step->minor <= 9 && !code->instructions[at].starts_statement &&
           at > step->before + 1 && code->locations[at - 1].line == code->locations[at].line;
}

/* An instruction of the frame that begins a statement, or that a loop comes back to, is a new
 * line where it stands on another one, or comes again (Python/ceval.c, maybe_call_line_trace).
 */
bool line_step_begins_line(LineStep *step)
{
    const Code *code = step->code;
    uint32_t line = code->locations[step->after].line;
    uint32_t last = step->last_line;
    /* Delegating to another generator it comes back to SEND with each value, on no new line. */
    bool back = step->after < step->before && code->instructions[step->after].op != OP_SEND;
    bool thrown = code->instructions[step->after].op == OP_CLEANUP_THROW && step->minor >= 13;
    bool again = code->instructions[step->before].op == OP_POP_FINALLY ||
                 starts_handler_of_39(step) || follows_end_of_with(step);
    if (is_fall_off(code, step->after) || is_jump_to_jump(step) || is_without_line(step))
        return false;
    if (line && lands_inside_line(step)) {
        step->last_line = line;
        return false;
    }
    return line &&
           (back || thrown || again ||
            (line != last && (last || code->instructions[step->after].starts_statement)));
}

bool line_step_enters_handler(const LineStep *step)
{
    return step->code->instructions[step->after].op == OP_PUSH_EXC_INFO;
}
