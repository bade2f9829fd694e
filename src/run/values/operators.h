#ifndef RUN_OPERATORS_H
#define RUN_OPERATORS_H
/* Arithmetic of the built-in types, a file for each kind of operand. Law: a function answers
 * model->not_implemented where its type does not know the operands, as CPython's number slots
 * do; 0 means raised. Operators are BinaryOp without BINARY_IN_PLACE. */
#include "run/values/objects.h"

/* Small exact ints; 0 (nothing raised) where the slow way is needed: overflow, errors, other
 * operators. */
ObjectId int_operate_small(Model *model, int op, int64_t left, int64_t right);
/* operator_int.c: Objects/longobject.c. Operands are ints or bools. */
ObjectId int_operate(Run *run, int op, ObjectId left, ObjectId right);
ObjectId int_divmod(Run *run, ObjectId left, ObjectId right);
ObjectId int_negative(Run *run, ObjectId value);
ObjectId int_invert(Run *run, ObjectId value);
ObjectId int_absolute(Run *run, ObjectId value);
/* pow(base, exponent, modulus) of ints. */
ObjectId int_power_modulo(Run *run, ObjectId base, ObjectId exponent, ObjectId modulus);
/* A new int object with the value of any int, bool or instance of a subclass of int. */
ObjectId int_exact(Run *run, ObjectId value);
/* An int as a double; OverflowError when it is too large. */
/* Below zero? */
bool int_is_negative(const Model *model, ObjectId value);
bool int_double(Run *run, ObjectId value, double *ret_value);
/* The integer part of a finite double. */
ObjectId int_of_double(Run *run, double value);

/* operator_float.c: Objects/floatobject.c. Operands are ints or floats. */
ObjectId float_operate(Run *run, int op, ObjectId left, ObjectId right);
ObjectId float_divmod(Run *run, ObjectId left, ObjectId right);
double float_floor_divide(double left, double right, double *ret_modulo);
/* OverflowError(34, 'Numerical result out of range') */
ObjectId raise_range(Run *run);
/* operator_complex.c: Objects/complexobject.c. Operands are numbers. */
ObjectId complex_operate(Run *run, int op, ObjectId left, ObjectId right);
ComplexPayload complex_value(Run *run, ObjectId value);
ObjectId complex_power(Run *run, ComplexPayload left, ComplexPayload right);
/* Any built-in number as a double; false (raised) only for ints that are too large. */
bool number_double(Run *run, ObjectId value, double *ret_value);

/* set_algebra.c: sets, frozensets and dict views. */
ObjectId set_operate(Run *run, int op, ObjectId left, ObjectId right);
ObjectId set_operate_in_place(Run *run, int op, ObjectId left, ObjectId right);
/* operator_dict.c: dicts with | and |=. */
ObjectId dict_operate(Run *run, int op, ObjectId left, ObjectId right);
ObjectId dict_operate_in_place(Run *run, int op, ObjectId left, ObjectId right);
/* Adds all items of an iterable to a set; all pairs of a mapping or an iterable to a dict. */
bool set_update(Run *run, ObjectId set, ObjectId iterable);
bool dict_update(Run *run, ObjectId dict, ObjectId source);
/* An iterator over what a mapping's method keys() gives; 0: raised. */
ObjectId mapping_iterate_keys(Run *run, ObjectId mapping, ObjectId keys_method);
/* A dict whose entries are taken as they are, whatever its class makes of keys() and [];
 * others than these are asked (PyDict_Merge). */
bool dict_is_walked(Run *run, ObjectId source);
/* A plain dict with the items of a dict (PyDict_Copy). 0: raised. */
ObjectId dict_copied(Run *run, ObjectId dict);
/* A set or frozenset of the items of an iterable (0: empty). */
ObjectId set_of(Run *run, ObjectId iterable, bool frozen);

/* operator_sequence.c: + and * of sequences, and PySequence_GetItem. */
ObjectId sequence_item(Run *run, ObjectId sequence, int64_t index);
ObjectId sequence_concat(Run *run, ObjectId left, ObjectId right);
ObjectId sequence_repeat(Run *run, ObjectId sequence, int64_t times);
ObjectId list_concat_in_place(Run *run, ObjectId list, ObjectId iterable);
ObjectId list_repeat_in_place(Run *run, ObjectId list, int64_t times);

/* bytes.c */
ObjectId bytes_concat(Run *run, ObjectId left, ObjectId right);
ObjectId bytes_repeat(Run *run, ObjectId bytes, int64_t times);
ObjectId bytearray_concat_in_place(Run *run, ObjectId bytearray, ObjectId bytes);
ObjectId bytearray_repeat_in_place(Run *run, ObjectId bytearray, int64_t times);

/* format_percent.c */
ObjectId percent_format(Run *run, ObjectId format, ObjectId values);

/* The number and set operators of built-in kinds only (operator.c). */
ObjectId operate_builtin(Run *run, int op, ObjectId left, ObjectId right);
/* divmod(left, right), pow(base, exponent, modulus) with special methods. */
ObjectId operate_divmod(Run *run, ObjectId left, ObjectId right);
ObjectId operate_power(Run *run, ObjectId base, ObjectId exponent, ObjectId modulus);
ObjectId operate_absolute(Run *run, ObjectId value);
/* Without special methods. */
ObjectId number_negative(Run *run, ObjectId value);
ObjectId number_positive(Run *run, ObjectId value);
ObjectId number_absolute(Run *run, ObjectId value);
/* "+" and the like; "__add__", "__radd__", "__iadd__". */
typedef struct OperatorNames {
    const char *symbol, *method, *reflected, *in_place;
} OperatorNames;
const OperatorNames *operator_names(int op);

#endif
