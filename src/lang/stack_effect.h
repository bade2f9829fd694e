#ifndef LANG_STACK_EFFECT_H
#define LANG_STACK_EFFECT_H
/* What each instruction does to the depth of the evaluation stack, as opcode.h describes it. */
#include <stdbool.h>
#include <stdint.h>

#include "lang/opcode.h"

/* `jumps`: on the way to its target. */
int stack_effect(Opcode op, uint32_t arg, bool jumps);
bool stack_effect_jumps(Opcode op); /* whether its argument is a target */
bool stack_effect_ends(Opcode op);  /* whether control never reaches the next instruction */

#endif
