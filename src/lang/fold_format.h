#ifndef LANG_FOLD_FORMAT_H
#define LANG_FOLD_FORMAT_H
/* From 3.11 on '%s and %r' % (a, b) is compiled as f'{a!s} and {b!r}' (ast_opt.c,
 * optimize_format). */
#include "lang/ast.h"

/* Makes a JOINED expression of the `%` operation `expr`; false, and nothing is changed, where a
 * conversion other than %s %r %a occurs or the number of values is wrong. */
bool fold_format(Region *region, Expr *expr);

#endif
