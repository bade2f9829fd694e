#ifndef LANG_ENCODING_H
#define LANG_ENCODING_H
/* Whether a source is text that the lexer can read: UTF-8 without NUL bytes, and no coding
 * comment (PEP 263) that says something else. */
#include "lang/problem.h"

void encoding_check(const Source *source, Problems *problems);
/* Whether a comment or a byte order mark says so; CPython then keeps its tokenizer's lines
 * decoded. */
bool encoding_is_declared(const Source *source);

#endif
