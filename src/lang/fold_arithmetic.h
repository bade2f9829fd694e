#ifndef LANG_FOLD_ARITHMETIC_H
#define LANG_FOLD_ARITHMETIC_H
/* Operators on constants. NULL wherever CPython leaves the operation to run time: it would
 * fail, or its result would be large. */
#include "lang/ast.h"
#include "profile/profile.h"

typedef struct Folder {
    Region *region;
    const Profile *profile;
} Folder;

const Value *fold_binary(const Folder *folder, BinaryOp op, const Value *left,
                         const Value *right);
const Value *fold_unary(const Folder *folder, UnaryOp op, const Value *operand);
const Value *fold_subscript(const Folder *folder, const Value *value, const Value *index);
const Value *fold_bool(const Folder *folder, bool value);

#endif
