#ifndef RUN_CONSTRUCTORS_CODE_H
#define RUN_CONSTRUCTORS_CODE_H
/* What the types of functions, modules and cells do when they are called, as the module types
 * offers them: func_new, module___init__, cell_new. */
#include "run/native.h"

NativeCall construct_function, construct_module, construct_cell;

/* Does the code object fit the number of cells that a function closes over? */
uint32_t code_free_count(Run *run, ObjectId code);

#endif
