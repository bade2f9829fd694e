#ifndef RUN_PROMPT_H
#define RUN_PROMPT_H
/* A source read as it is typed at a prompt: statement by statement, and past a syntax error on
 * from the next line. Law: what is read belongs to the region. */
#include "lang/lang.h"

/* Statements, and the mistake behind them (status LANG_OK: the end of the source). */
typedef struct PromptPart {
    StatementSpans spans;
    LangStatus status;
    SyntaxProblem problem;
} PromptPart;

typedef struct Prompt {
    PromptPart *parts;
    size_t count;
} Prompt;

void prompt_read(const Source *source, const Profile *profile, Region *region,
                 Prompt *ret_prompt);

#endif
