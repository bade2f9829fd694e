#ifndef RUN_UNRAISABLE_H
#define RUN_UNRAISABLE_H
/* Exceptions that nobody can catch, and sys.unraisablehook (3.8), which is told of them. */
#include "run/native.h"

extern const struct NativeType type_unraisable;
/* sys.unraisablehook, the interpreter's own */
ObjectId sys_unraisablehook(Run *run, const Arguments *arguments);

#endif
