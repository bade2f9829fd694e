#include "lang/stack_size.h"

#include <stdlib.h>

#include "base/list.h"
#include "base/memory.h"
#include "lang/stack_effect.h"

enum { NOT_REACHED = -1 };

typedef struct Walk {
    const Unit *unit;
    int minor;
    int *depth; /* before each instruction, as it was first reached */
    uint32_t *work;
    size_t work_count, work_capacity;
    int deepest;
} Walk;

static void reach(Walk *walk, uint32_t index, int depth)
{
    if (depth > walk->deepest)
        walk->deepest = depth;
    if (index == walk->unit->count || walk->depth[index] != NOT_REACHED)
        return;
    walk->depth[index] = depth;
    walk->work = list_reserve(walk->work, &walk->work_capacity, walk->work_count + 1,
                              sizeof *walk->work);
    walk->work[walk->work_count++] = index;
}

/* To 3.10 an exception comes as six entries: the one that was being handled lies below it. A
 * handler that only restores that one exists from 3.11 on. */
static int handler_width(const Walk *walk, uint32_t index)
{
    const UnitInstruction *instruction = &walk->unit->instructions[index];
    if (walk->minor <= 10)
        return instruction[1].op == OP_PUSH_EXC_INFO ? NOT_REACHED : 6;
    return instruction->op == PSEUDO_SETUP_FINALLY ? 1 : 2;
}

static int effect_of(const Walk *walk, const UnitInstruction *instruction, bool jumps)
{
    if (instruction->op == PSEUDO_DEEPER)
        return (int)instruction->arg;
    if (instruction->op == PSEUDO_SHALLOWER)
        return -(int)instruction->arg;
    if (instruction->op >= OPCODE_COUNT ||
        (instruction->op == OP_PUSH_EXC_INFO && walk->minor <= 10))
        return 0;
    return stack_effect((Opcode)instruction->op, instruction->arg, jumps, walk->minor);
}

/* What CPython has on the stack for an instruction beyond what heapstep has. */
static int extra_of(const Walk *walk, uint8_t op)
{
    if (op == OP_KW_NAMES) /* the tuple of names */
        return walk->minor <= 10 || walk->minor >= 13;
    if (op == OP_MAKE_FUNCTION) /* the qualified name */
        return walk->minor <= 10;
    if (op == OP_WITH_EXCEPT_START)
        return walk->minor <= 8 ? 2 : 0;
    return 0;
}

static void follow(Walk *walk, uint32_t index)
{
    const UnitInstruction *instruction = &walk->unit->instructions[index];
    uint8_t op = instruction->op;
    int depth = walk->depth[index];
    if (depth + extra_of(walk, op) > walk->deepest)
        walk->deepest = depth + extra_of(walk, op);
    if (op < OPCODE_COUNT && stack_effect_jumps((Opcode)op)) {
        reach(walk, walk->unit->labels[instruction->arg],
              depth + effect_of(walk, instruction, true));
    } else if (op >= PSEUDO_SETUP_FINALLY && op <= PSEUDO_SETUP_WITH) {
        int width = handler_width(walk, index);
        if (op == PSEUDO_SETUP_WITH)
            width--; /* the result of __enter__ is gone */
        if (width != NOT_REACHED)
            reach(walk, walk->unit->labels[instruction->arg], depth + width);
    }
    if (op >= OPCODE_COUNT || !stack_effect_ends((Opcode)op))
        reach(walk, index + 1, depth + effect_of(walk, instruction, false));
}

/* From 3.12 on a generator's body has a handler of StopIteration around it. From 3.13 on no
 * stack is empty. */
static int least_size(const Walk *walk)
{
    if (walk->unit->code->flags & CODE_GENERATOR && walk->minor >= 12)
        return 2;
    return walk->minor >= 13;
}

uint32_t stack_size_of(const Unit *unit, int minor)
{
    Walk walk = {.unit = unit, .minor = minor};
    walk.depth = memory_allocate((unit->count + (size_t)1) * sizeof *walk.depth);
    for (uint32_t i = 0; i <= unit->count; i++)
        walk.depth[i] = NOT_REACHED;
    reach(&walk, 0, 0);
    while (walk.work_count)
        follow(&walk, walk.work[--walk.work_count]);
    free(walk.depth);
    free(walk.work);
    int least = least_size(&walk);
    return (uint32_t)(walk.deepest > least ? walk.deepest : least);
}
