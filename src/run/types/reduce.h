#ifndef RUN_REDUCE_H
#define RUN_REDUCE_H
/* What copy and pickle ask of an object: __reduce_ex__ and its like. Law: the answers are made
 * by the library's copyreg.py, which is imported when the first of them is asked for. */
#include "run/native.h"

/* object's rows */
NativeCall reduce_object, reduce_object_ex, reduce_getstate;
/* BaseException's rows */
NativeCall reduce_exception, reduce_set_exception_state;
/* int's, float's, complex's, str's and bytes' __getnewargs__ */
NativeCall reduce_new_arguments;
#define REDUCE_ROW_NEW_ARGUMENTS                                                               \
    {                                                                                          \
        "__getnewargs__", reduce_new_arguments, 0, 0, NULL, NATIVE_NOARGS                      \
    }

#endif
