#ifndef LANG_PROBLEM_H
#define LANG_PROBLEM_H
/* What the stages of the room find wrong with a program. The first syntax error counts, as in
 * CPython; what only heapstep refuses is gathered and counts when there is no syntax error. */
#include "base/diagnostic.h"
#include "base/source.h"
#include "lang/lang.h"

typedef struct Refusal {
    Span span;
    const char *what; /* a sentence, static */
} Refusal;

/* A SyntaxWarning: the program runs all the same. */
typedef struct Warning {
    size_t offset;
    char message[256];
} Warning;

typedef struct Problems {
    const Source *source;
    int minor; /* the version whose words a mistake is told in */
    /* Columns count bytes: what CPython's compiler finds from 3.8 on and, from 3.9 to 3.12, its
     * parser in a file that declares no encoding (Parser/pegen_errors.c: tok->encoding is NULL
     * then). */
    bool counts_bytes;
    bool failed; /* `syntax` and `span` are filled */
    SyntaxProblem syntax;
    Span span;
    Refusal *refusals;
    size_t refusal_count, refusal_capacity;
    Warning *warnings;
    size_t warning_count, warning_capacity;
} Problems;

void problems_done(Problems *problems);
/* A syntax error of CPython's class `type` at `span`; only the first one counts. */
void problems_fail(Problems *problems, const char *type, Span span, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* Something that CPython runs and heapstep does not. `what` must be static. */
void problems_refuse(Problems *problems, Span span, const char *what);
void problems_warn(Problems *problems, size_t offset, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Tells the caller of lang_compile: fills `ret_problem`, adds the diagnostics. */
LangStatus problems_report(const Problems *problems, SyntaxProblem *ret_problem,
                           Diagnostics *diagnostics);

#endif
