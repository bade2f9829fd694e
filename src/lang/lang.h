#ifndef LANG_LANG_H
#define LANG_LANG_H
/* The door of the room: a source becomes a Program. */
#include <stdbool.h>

#include "base/diagnostic.h"
#include "lang/code.h"
#include "profile/profile.h"

typedef enum LangStatus {
    LANG_OK,
    LANG_SYNTAX_ERROR, /* CPython of this profile refuses it too: exit status 1 */
    LANG_UNSUPPORTED,  /* only heapstep refuses it: a diagnostic, exit status 2 */
} LangStatus;

typedef enum LangMode {
    LANG_SCRIPT, /* a whole file */
    LANG_SINGLE, /* one statement typed at a prompt: expression statements are printed */
} LangMode;

/* A syntax error as CPython reports it on stderr: the class ("SyntaxError", "IndentationError",
 * "TabError"), the message, where. Texts live as long as the Diagnostics they come with. */
typedef struct SyntaxProblem {
    const char *type;
    char message[256];
    Position start, end; /* end: exclusive */
} SyntaxProblem;

/* Compiles the bytes `part` of `source` (the whole file, or one statement of it) under the
 * profile's rules. LANG_OK: `*ret_program` is the caller's (program_destroy).
 * LANG_SYNTAX_ERROR:
 * `*ret_problem` is filled, which run prints as CPython does; a diagnostic is added as well.
 * LANG_UNSUPPORTED: diagnostics for every such place are added. Nesting is limited by
 * LANG_NESTING_LIMIT (CPython's parser gives up near it too). */
enum { LANG_NESTING_LIMIT = 100 };
LangStatus lang_compile(const Source *source, Span part, LangMode mode, const Profile *profile,
                        Program **ret_program, SyntaxProblem *ret_problem,
                        Diagnostics *diagnostics);

/* The statements of the top level of `part`, each as a Span, for --repl. Region-allocated. */
typedef struct StatementSpans {
    const Span *items;
    size_t count;
} StatementSpans;
LangStatus lang_split(const Source *source, Span part, const Profile *profile, Region *region,
                      StatementSpans *ret_spans, SyntaxProblem *ret_problem,
                      Diagnostics *diagnostics);

/* Tokens for syntax colours; never fails, broken text is TOKEN_CLASS_PLAIN. */
typedef enum TokenClass {
    TOKEN_CLASS_PLAIN,
    TOKEN_CLASS_KEYWORD,
    TOKEN_CLASS_STRING,
    TOKEN_CLASS_NUMBER,
    TOKEN_CLASS_COMMENT,
    TOKEN_CLASS_DEFINITION, /* the name after def or class */
} TokenClass;
typedef struct ColouredSpan {
    Span span;
    TokenClass kind;
} ColouredSpan;
typedef struct ColouredSource {
    const ColouredSpan *items; /* ascending, without overlap; gaps are plain */
    size_t count;
} ColouredSource;
ColouredSource lang_colours(const Source *source, Region *region);

#endif
