#ifndef LANG_FOLD_H
#define LANG_FOLD_H
/* Constant folding (Python/ast_opt.c; before 3.7 the peephole optimizer did less of it).
 * Changes the tree in place: an expression of constants becomes a constant. */
#include "lang/ast.h"
#include "profile/profile.h"

void fold_module(Module *module, Region *region, const Profile *profile);

#endif
