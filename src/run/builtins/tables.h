#ifndef RUN_TABLES_H
#define RUN_TABLES_H
/* The tables of built-in functions and methods, one "" ended table a file, and what several of
 * them share. */
#include "run/values/operators.h"

extern const Native builtins_number[], builtins_object[], builtins_iterate[], builtins_output[];
extern const Native builtins_import[]; /* modules/import_call.c */
extern const Native methods_object[], methods_int[], methods_bool[], methods_float[],
    methods_complex[];
extern const Native methods_str[], methods_bytes[], methods_bytearray[], methods_list[],
    methods_tuple[];
extern const Native methods_dict[], methods_set[], methods_frozenset[], methods_range[],
    methods_slice[];
extern const struct NativeType type_weakref;
extern const Native methods_iterator[], methods_hash_iterator[], methods_callable_iterator[];
extern const Native methods_keys[], methods_values[], methods_none[];
extern const Native methods_enumerate[], methods_zip[], methods_map[], methods_filter[],
    methods_reversed[];
/* clang-format off */
extern const NativeModule
    module_atexit,
    module_collections,
    module_bisect, module_functools, module_heapq,
    module_gc, module_memory_profiler,
    module_heapstep,
    module_io,
    module_itertools,
    module_math,
    module_operator,
    module_operator_c,
    module_random,
    module_sha512,
    module_sys,
    module_time,
    module_weakref;
/* clang-format on */
extern const struct NativeType type_dict_reverse_keys, type_dict_reverse_values,
    type_dict_reverse_items, type_long_range_iterator;

/* int(float): ValueError and OverflowError of nan and the infinities. */
ObjectId float_to_int(Run *run, double value);
/* PyLong_FromDouble of a whole number: until 3.8 small ones but 0 are no cached ints. */
ObjectId float_rounded(Run *run, double value);
ObjectId round_builtin(Run *run, ObjectId value, ObjectId digits);
/* The names that dir() gives, a sorted list. */
ObjectId object_names(Run *run, ObjectId object);
/* isinstance(object, types), issubclass(type, types) */
bool object_is_instance(Run *run, ObjectId object, ObjectId types, bool *ret_answer);
bool object_is_subclass(Run *run, ObjectId type, ObjectId types, bool *ret_answer);

/* What type(…) does for a built-in type or a subclass of it: values[0] is the class
 * (`__new__`). */
ObjectId int_new(Run *run, const Arguments *arguments);
ObjectId float_new(Run *run, const Arguments *arguments);
ObjectId complex_new(Run *run, const Arguments *arguments);
ObjectId bool_new(Run *run, const Arguments *arguments);
ObjectId str_new_value(Run *run, const Arguments *arguments);
ObjectId bytes_new(Run *run, const Arguments *arguments);
ObjectId bytearray_new(Run *run, const Arguments *arguments);
ObjectId bytearray_init(Run *run, const Arguments *arguments);
ObjectId tuple_new(Run *run, const Arguments *arguments);
ObjectId list_new(Run *run, const Arguments *arguments);
ObjectId list_init(Run *run, const Arguments *arguments);
ObjectId dict_new(Run *run, const Arguments *arguments);
ObjectId dict_init(Run *run, const Arguments *arguments);
ObjectId set_new(Run *run, const Arguments *arguments);
ObjectId set_init(Run *run, const Arguments *arguments);
ObjectId frozenset_new(Run *run, const Arguments *arguments);
ObjectId range_new(Run *run, const Arguments *arguments);
ObjectId slice_new(Run *run, const Arguments *arguments);
ObjectId enumerate_new(Run *run, const Arguments *arguments);
ObjectId zip_new(Run *run, const Arguments *arguments);
ObjectId map_new(Run *run, const Arguments *arguments);
ObjectId filter_new(Run *run, const Arguments *arguments);
ObjectId reversed_new(Run *run, const Arguments *arguments);

/* module_math_int.c */
NativeCall math_factorial, math_isqrt, math_gcd, math_lcm, math_comb, math_perm, math_prod,
    math_fsum, math_hypot, math_dist, math_sumprod;

#endif
