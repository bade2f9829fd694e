#ifndef LANG_FUTURE_H
#define LANG_FUTURE_H
/* `from __future__ import …`: only at the head of a file, only known features
 * (Python/future.c). */
#include "lang/ast.h"
#include "lang/problem.h"

typedef struct Future {
    bool annotations_are_text; /* 3.7+ */
    uint32_t end; /* byte offset behind the last of them; elsewhere none may stand */
} Future;

/* Tells mistakes to `problems`. */
Future future_check(const Module *module, int minor, Problems *problems);

#endif
