#ifndef RUN_MACHINE_RECURSION_H
#define RUN_MACHINE_RECURSION_H
/* How deep the program is, as CPython counts it: Python/ceval.c, Py_EnterRecursiveCall. Frames
 * count; until 3.11 so does C code that compares, calls or writes (recursion_enter in
 * values/objects.h), in 3.12 C code has a limit of its own. What is entered is left again. */
#include "run/interpreter.h"

/* Is there room for a frame that is entered so? false with a RecursionError. */
bool recursion_fits(Run *run, Entry entry);
void recursion_push(Run *run, Entry entry);
void recursion_pop(Run *run, Entry entry);

#endif
