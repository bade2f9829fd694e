#ifndef LANG_STACK_SIZE_H
#define LANG_STACK_SIZE_H
/* co_stacksize: how deep the evaluation stack of CPython's own instructions gets, by the
 * reckoning of its compiler. The depth of heapstep's instructions is assemble.c's affair. */
#include "lang/unit.h"

/* Python/compile.c and, from 3.12 on, flowgraph.c: stackdepth. */
uint32_t stack_size_of(const Unit *unit, int minor);

#endif
