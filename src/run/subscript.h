#ifndef RUN_SUBSCRIPT_H
#define RUN_SUBSCRIPT_H
/* Items as the built-in types give them, the program's methods not asked (super().__getitem__).
 */
#include "run/protocol.h"

ObjectId subscript_builtin(Run *run, ObjectId container, ObjectId key);
bool subscript_set_builtin(Run *run, ObjectId container, ObjectId key,
                           ObjectId value); /* 0: delete */
/* bytearray.c */
bool bytearray_set(Run *run, ObjectId bytearray, ObjectId key, ObjectId value);

#endif
