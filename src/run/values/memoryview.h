#ifndef RUN_MEMORYVIEW_H
#define RUN_MEMORYVIEW_H
/* memoryview over bytes and bytearrays, in one dimension (Objects/memoryobject.c). As in CPython
 * a managed buffer holds the object; a view and what is sliced or cast from it hold that. Law:
 * what a view shows is what the object holds now, and a bytearray keeps its size while a managed
 * buffer of it lives. Unlike CPython: no views of several dimensions; a released view lets go of
 * its buffer at once. */
#include "run/types/native_type.h"

extern const NativeType type_memoryview, type_managed_buffer;

/* Is it a memoryview that is not released? */
bool memoryview_is_open(Run *run, ObjectId object);
/* Appends what an open view shows. */
void memoryview_write(Run *run, ObjectId view, Text *ret_bytes);
/* Does a managed buffer look at this bytearray? */
bool memoryview_is_exported(Run *run, ObjectId bytearray);

#endif
