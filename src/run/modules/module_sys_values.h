#ifndef RUN_MODULE_SYS_VALUES_H
#define RUN_MODULE_SYS_VALUES_H
/* What module sys has besides functions. Law: nothing of the machine that heapstep runs on
 * shows in it. */
#include "run/native.h"

extern const struct NativeType *const sys_types[];
void sys_add_values(Run *run, ObjectId dict);

#endif
