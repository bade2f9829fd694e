#ifndef RUN_SUBSCRIPT_H
#define RUN_SUBSCRIPT_H
/* Items as the built-in types give them, the program's methods not asked (super().__getitem__).
 */
#include "run/values/protocol.h"

ObjectId subscript_builtin(Run *run, ObjectId container, ObjectId key);
bool subscript_set_builtin(Run *run, ObjectId container, ObjectId key,
                           ObjectId value); /* 0: delete */
/* A position within [0, length) from an index object; `mistake` is the message for one outside.
 */
bool subscript_position(Run *run, ObjectId key, int64_t length, const char *mistake,
                        int64_t *ret_position);
/* bytes.c */
bool bytearray_set(Run *run, ObjectId bytearray, ObjectId key, ObjectId value);

#endif
