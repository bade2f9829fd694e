#ifndef LANG_ENCODING_H
#define LANG_ENCODING_H
/* Whether a source is text that the lexer can read: UTF-8 without NUL bytes, and no coding
 * comment (PEP 263) that says something else. */
#include "lang/problem.h"

void encoding_check(const Source *source, Problems *problems);

#endif
