#ifndef RUN_DESCRIPTOR_H
#define RUN_DESCRIPTOR_H
/* __get__, __set__ and __delete__ as methods of the descriptors that are no instances of
 * classes of the program: Objects/descrobject.c, Objects/funcobject.c. */
#include "run/native.h"

NativeCall descriptor_get, descriptor_set, descriptor_delete, descriptor_call;

/* Rows of method tables: of descriptors that bind, and of those that store too. */
#define DESCRIPTOR_ROW_GET                                                                     \
    {                                                                                          \
        "__get__", descriptor_get, 1, 2, NULL, NATIVE_SLOT, 0, 0                               \
    }
#define DESCRIPTOR_ROWS_DATA                                                                   \
    DESCRIPTOR_ROW_GET, {"__set__", descriptor_set, 2, 2, NULL, NATIVE_SLOT, 0, 0},            \
    {                                                                                          \
        "__delete__", descriptor_delete, 1, 1, NULL, NATIVE_SLOT, 0, 0                         \
    }

/* Does a KIND_DESCRIPTOR, or a method of a built-in type, apply to this object? Raises. */
bool descriptor_check(Run *run, ObjectId descriptor, ObjectId object);
extern const Native descriptor_binding_methods[], descriptor_data_methods[];
/* Of functions, built-in functions and methods: __get__ and __call__. */
extern const Native descriptor_function_methods[], descriptor_callable_methods[],
    descriptor_method_methods[];

#endif
