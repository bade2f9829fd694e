#ifndef RUN_FINALIZATION_H
#define RUN_FINALIZATION_H
/* The end of the interpreter: Py_FinalizeEx of Python/pylifecycle.c. First the functions that
 * atexit knows, then a collection while all is alive, then the modules go. Law: after it
 * nothing of the program runs any more. */
#include "run/native.h"

/* What happens after the program's last statement or its uncaught exception. */
void finalization_run(Run *run);
/* atexit.register: `values` begin with the function. */
void finalization_register(Run *run, const Arguments *arguments);
/* atexit.unregister; false: raised (by __eq__). */
bool finalization_unregister(Run *run, ObjectId function);
uint32_t finalization_count(Run *run);
void finalization_forget(Run *run);
/* Calls them, the latest first, and tells what they raise. */
void finalization_call(Run *run);

#endif
