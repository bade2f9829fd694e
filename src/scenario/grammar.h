#ifndef SCENARIO_GRAMMAR_H
#define SCENARIO_GRAMMAR_H
/* The little language of expectations, questions and paths (scenarios/README.md, Grammar). */
#include "scenario/scenario.h"

/* Where a text is written, for carets: byte i of `text` is byte `offset` + i of the source,
 * unless `is_exact` is false (a JSON string with escapes), where the whole text is pointed at.
 */
typedef struct Written {
    const Source *source;
    Slice text;
    size_t offset;
    size_t width; /* bytes that it takes in the source */
    bool is_exact;
    Region *region; /* what is read lives there */
    Diagnostics *diagnostics;
} Written;

/* Each is false, with a diagnostic, when the text is not what the grammar wants. */
bool grammar_expectation(const Written *written, Test *ret_test);
/* A question: ASK, then free text (allowed when `with_text`; else an error), returned trimmed.
 */
bool grammar_question(const Written *written, bool with_text, Test *ret_test, Slice *ret_text);
bool grammar_path(const Written *written, Path *ret_path);
/* The .py form's `label "hero" a`. */
bool grammar_label(const Written *written, Slice *ret_name, Path *ret_path);

#endif
