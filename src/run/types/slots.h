#ifndef RUN_SLOTS_H
#define RUN_SLOTS_H
/* Slot wrappers that the tables of several types share: what int.__add__ or super().__getitem__
 * calls. Law: they do what the built-in type does and never ask the program's own methods of
 * `self`. */
#include "run/builtins/tables.h"

NativeCall slot_add, slot_sub, slot_mul, slot_truediv, slot_floordiv, slot_mod, slot_pow,
    slot_and, slot_or, slot_xor, slot_lshift, slot_rshift, slot_divmod;
NativeCall slot_radd, slot_rsub, slot_rmul, slot_rtruediv, slot_rfloordiv, slot_rmod, slot_rpow,
    slot_rand, slot_ror, slot_rxor, slot_rlshift, slot_rrshift, slot_rdivmod;
NativeCall slot_iadd, slot_imul, slot_isub, slot_iand, slot_ior, slot_ixor;
NativeCall slot_lt, slot_le, slot_eq, slot_ne, slot_gt, slot_ge;
NativeCall slot_neg, slot_pos, slot_abs, slot_invert, slot_bool, slot_int, slot_float,
    slot_index, slot_round, slot_trunc;
NativeCall slot_hash, slot_repr, slot_str, slot_len, slot_contains, slot_getitem, slot_setitem,
    slot_delitem, slot_iter, slot_next, slot_reversed, slot_format, slot_sizeof, slot_dir,
    slot_length_hint;

/* Rows that several tables have in common. */
#define SLOT_ROWS_COMPARE                                                                      \
    {"__eq__", slot_eq, 1, 1, NULL, NATIVE_SLOT},                                              \
        {"__ge__", slot_ge, 1, 1, NULL, NATIVE_SLOT},                                          \
        {"__gt__", slot_gt, 1, 1, NULL, NATIVE_SLOT},                                          \
        {"__le__", slot_le, 1, 1, NULL, NATIVE_SLOT},                                          \
        {"__lt__", slot_lt, 1, 1, NULL, NATIVE_SLOT},                                          \
    {                                                                                          \
        "__ne__", slot_ne, 1, 1, NULL, NATIVE_SLOT                                             \
    }
#define SLOT_ROWS_ARITHMETIC                                                                   \
    {"__add__", slot_add, 1, 1, NULL, NATIVE_SLOT},                                            \
        {"__radd__", slot_radd, 1, 1, NULL, NATIVE_SLOT},                                      \
        {"__sub__", slot_sub, 1, 1, NULL, NATIVE_SLOT},                                        \
        {"__rsub__", slot_rsub, 1, 1, NULL, NATIVE_SLOT},                                      \
        {"__mul__", slot_mul, 1, 1, NULL, NATIVE_SLOT},                                        \
        {"__rmul__", slot_rmul, 1, 1, NULL, NATIVE_SLOT},                                      \
        {"__truediv__", slot_truediv, 1, 1, NULL, NATIVE_SLOT},                                \
        {"__rtruediv__", slot_rtruediv, 1, 1, NULL, NATIVE_SLOT},                              \
        {"__pow__", slot_pow, 1, 2, NULL, NATIVE_SLOT},                                        \
        {"__rpow__", slot_rpow, 1, 2, NULL, NATIVE_SLOT},                                      \
        {"__neg__", slot_neg, 0, 0, NULL, NATIVE_SLOT},                                        \
        {"__pos__", slot_pos, 0, 0, NULL, NATIVE_SLOT},                                        \
        {"__abs__", slot_abs, 0, 0, NULL, NATIVE_SLOT},                                        \
    {                                                                                          \
        "__bool__", slot_bool, 0, 0, NULL, NATIVE_SLOT                                         \
    }
#define SLOT_ROWS_DIVISION                                                                     \
    {"__floordiv__", slot_floordiv, 1, 1, NULL, NATIVE_SLOT},                                  \
        {"__rfloordiv__", slot_rfloordiv, 1, 1, NULL, NATIVE_SLOT},                            \
        {"__mod__", slot_mod, 1, 1, NULL, NATIVE_SLOT},                                        \
        {"__rmod__", slot_rmod, 1, 1, NULL, NATIVE_SLOT},                                      \
        {"__divmod__", slot_divmod, 1, 1, NULL, NATIVE_SLOT},                                  \
        {"__rdivmod__", slot_rdivmod, 1, 1, NULL, NATIVE_SLOT},                                \
        {"__int__", slot_int, 0, 0, NULL, NATIVE_SLOT},                                        \
        {"__float__", slot_float, 0, 0, NULL, NATIVE_SLOT},                                    \
        {"__round__", slot_round, 0, 1, NULL, NATIVE_VARARGS},                                 \
    {                                                                                          \
        "__trunc__", slot_trunc, 0, 0, NULL, NATIVE_NOARGS                                     \
    }
#define SLOT_ROWS_BITS                                                                         \
    {"__and__", slot_and, 1, 1, NULL, NATIVE_SLOT},                                            \
        {"__rand__", slot_rand, 1, 1, NULL, NATIVE_SLOT},                                      \
        {"__or__", slot_or, 1, 1, NULL, NATIVE_SLOT},                                          \
        {"__ror__", slot_ror, 1, 1, NULL, NATIVE_SLOT},                                        \
        {"__xor__", slot_xor, 1, 1, NULL, NATIVE_SLOT},                                        \
    {                                                                                          \
        "__rxor__", slot_rxor, 1, 1, NULL, NATIVE_SLOT                                         \
    }
#define SLOT_ROWS_SHIFTS                                                                       \
    {"__lshift__", slot_lshift, 1, 1, NULL, NATIVE_SLOT},                                      \
        {"__rlshift__", slot_rlshift, 1, 1, NULL, NATIVE_SLOT},                                \
        {"__rshift__", slot_rshift, 1, 1, NULL, NATIVE_SLOT},                                  \
        {"__rrshift__", slot_rrshift, 1, 1, NULL, NATIVE_SLOT},                                \
        {"__invert__", slot_invert, 0, 0, NULL, NATIVE_SLOT},                                  \
    {                                                                                          \
        "__index__", slot_index, 0, 0, NULL, NATIVE_SLOT                                       \
    }
#define SLOT_ROWS_SEQUENCE                                                                     \
    {"__add__", slot_add, 1, 1, NULL, NATIVE_SLOT},                                            \
        {"__mul__", slot_mul, 1, 1, NULL, NATIVE_SLOT},                                        \
    {                                                                                          \
        "__rmul__", slot_rmul, 1, 1, NULL, NATIVE_SLOT                                         \
    }
#define SLOT_ROWS_CONTAINER                                                                    \
    {"__len__", slot_len, 0, 0, NULL, NATIVE_SLOT},                                            \
        {"__contains__", slot_contains, 1, 1, NULL, NATIVE_SLOT},                              \
    {                                                                                          \
        "__iter__", slot_iter, 0, 0, NULL, NATIVE_SLOT                                         \
    }
/* Of an iterator: a KIND_ITERATOR. */
#define SLOT_ROWS_ITERATOR                                                                     \
    {"__iter__", slot_iter, 0, 0, NULL, NATIVE_SLOT},                                          \
    {                                                                                          \
        "__next__", slot_next, 0, 0, NULL, NATIVE_SLOT                                         \
    }
#define SLOT_ROWS_ITEMS_SET                                                                    \
    {"__setitem__", slot_setitem, 2, 2, NULL, NATIVE_SLOT},                                    \
    {                                                                                          \
        "__delitem__", slot_delitem, 1, 1, NULL, NATIVE_SLOT                                   \
    }
#define SLOT_ROW_GETITEM                                                                       \
    {                                                                                          \
        "__getitem__", slot_getitem, 1, 1, NULL, NATIVE_SLOT                                   \
    }
#define SLOT_ROW_HASH                                                                          \
    {                                                                                          \
        "__hash__", slot_hash, 0, 0, NULL, NATIVE_SLOT                                         \
    }
#define SLOT_ROW_REPR                                                                          \
    {                                                                                          \
        "__repr__", slot_repr, 0, 0, NULL, NATIVE_SLOT                                         \
    }
#define SLOT_ROW_STR                                                                           \
    {                                                                                          \
        "__str__", slot_str, 0, 0, NULL, NATIVE_SLOT                                           \
    }
#define SLOT_ROW_OLD_STR /* numbers have object's since 3.8 */                                 \
    {                                                                                          \
        "__str__", slot_str, 0, 0, NULL, NATIVE_SLOT, 0, 7                                     \
    }
#define SLOT_ROW_FORMAT /* parsed in 3.6 */                                                    \
    {"__format__", slot_format, 1, 1, NULL, NATIVE_PARSE, 0, 6},                               \
    {                                                                                          \
        "__format__", slot_format, 1, 1, NULL, NATIVE_O, 7, 0                                  \
    }
#define SLOT_ROW_REVERSED                                                                      \
    {                                                                                          \
        "__reversed__", slot_reversed, 0, 0, NULL, NATIVE_NOARGS                               \
    }
#define SLOT_ROW_END                                                                           \
    {                                                                                          \
        "", NULL, 0, 0, NULL, NATIVE_RAW                                                       \
    }

#endif
