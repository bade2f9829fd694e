#ifndef LANG_VALUE_H
#define LANG_VALUE_H
/* Constant values: when two of them are one constant, and what is true in a condition. */
#include "lang/ast.h"

uint32_t value_hash(const Value *value);
/* Whether CPython's compiler would make one object of both: same type, same value, 0.0 and -0.0
 * apart (Objects/codeobject.c, _PyCode_ConstantKey). */
bool value_same(const Value *a, const Value *b);
bool value_is_true(const Value *value);
/* Whether CPython interns such a string: letters, digits and '_' of ASCII only. */
bool value_is_name_like(Slice text);

#endif
