#ifndef RUN_STDLIB_NAMES_H
#define RUN_STDLIB_NAMES_H
/* The names of CPython's standard modules (sys.stdlib_module_names): importing one that
 * heapstep lacks ends the run, while any other unknown name is the program's
 * ModuleNotFoundError. */
#include <stdbool.h>

#include "base/text.h"

bool stdlib_has(Slice name);

#endif
