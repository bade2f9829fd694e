#ifndef LANG_STACK_EFFECT_H
#define LANG_STACK_EFFECT_H
/* What each instruction does to the depth of the evaluation stack, as opcode.h describes it. */
#include <stdbool.h>
#include <stdint.h>

#include "lang/opcode.h"

/* The entries that an active exception is in Python 3.`minor`: its value; to 3.10 its
 * traceback, its value and, on top, its type. */
static inline uint32_t stack_exception_width(int minor)
{
    return minor <= 10 ? 3 : 1;
}

/* `jumps`: on the way to its target. */
int stack_effect(Opcode op, uint32_t arg, bool jumps, int minor);
bool stack_effect_jumps(Opcode op); /* whether its argument is a target */
bool stack_effect_ends(Opcode op);  /* whether control never reaches the next instruction */

#endif
