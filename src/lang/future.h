#ifndef LANG_FUTURE_H
#define LANG_FUTURE_H
/* `from __future__ import …`: only at the head of a file, only known features
 * (Python/future.c). */
#include "lang/ast.h"
#include "lang/problem.h"

/* Tells mistakes to `problems`; true when annotations are to be kept as text (3.7+). */
bool future_check(const Module *module, int minor, Problems *problems);

#endif
