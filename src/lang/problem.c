#include "lang/problem.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/list.h"
#include "lang/wording.h"

void problems_done(Problems *problems)
{
    free(problems->refusals);
    free(problems->warnings);
    *problems = (Problems){0};
}

static Position place(const Problems *problems, size_t offset)
{
    Position position = source_position(problems->source, offset);
    if (problems->counts_bytes)
        position.column = offset - problems->source->line_start[position.line - 1] + 1;
    return position;
}

void problems_fail(Problems *problems, const char *type, Span span, const char *format, ...)
{
    if (problems->failed)
        return;
    problems->failed = true;
    problems->span = span;
    SyntaxProblem *syntax = &problems->syntax;
    syntax->type = type;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(syntax->message, sizeof syntax->message, format, arguments);
    va_end(arguments);
    wording_adapt(syntax->message, sizeof syntax->message, problems->minor);
    syntax->start = place(problems, span.start);
    syntax->end = place(problems, span.end);
}

void problems_refuse(Problems *problems, Span span, const char *what)
{
    problems->refusals = list_reserve(problems->refusals, &problems->refusal_capacity,
                                      problems->refusal_count + 1, sizeof *problems->refusals);
    problems->refusals[problems->refusal_count++] = (Refusal){span, what};
}

void problems_warn(Problems *problems, size_t offset, const char *format, ...)
{
    problems->warnings = list_reserve(problems->warnings, &problems->warning_capacity,
                                      problems->warning_count + 1, sizeof *problems->warnings);
    Warning *warning = &problems->warnings[problems->warning_count++];
    warning->offset = offset;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(warning->message, sizeof warning->message, format, arguments);
    va_end(arguments);
}

LangStatus problems_report(const Problems *problems, SyntaxProblem *ret_problem,
                           Diagnostics *diagnostics)
{
    if (problems->failed) {
        *ret_problem = problems->syntax;
        diagnostics_add(diagnostics, problems->source, problems->span, "%s: %s",
                        problems->syntax.type, problems->syntax.message);
        return LANG_SYNTAX_ERROR;
    }
    for (size_t i = 0; i < problems->refusal_count; i++)
        diagnostics_add(diagnostics, problems->source, problems->refusals[i].span, "%s",
                        problems->refusals[i].what);
    return problems->refusal_count ? LANG_UNSUPPORTED : LANG_OK;
}
