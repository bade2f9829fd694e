/* Adding strings: where the sum goes to the variable that held the left one, and nothing else
 * holds it, CPython makes the left one longer instead. To 3.10 any addition does so
 * (Python/ceval.c, unicode_concatenate); from 3.11 on BINARY_OP_INPLACE_ADD_UNICODE does, once
 * the instruction is specialised (Python/specialize.c; measured: FACTS.md, section 2). */
#include "model/containers.h"
#include "run/machine/eval.h"
#include "run/values/operators.h"

static const Instruction *instruction_at(const Activation *activation, uint32_t index)
{
    return index < activation->code->instruction_count ? &activation->code->instructions[index]
                                                       : NULL;
}

static bool has_one_reference_more(const Run *run, ObjectId left)
{
    return model_object(run->model, left)->refcount == 2;
}

/* --- to 3.10 --- */

static void release_name(Run *run, const Activation *activation, uint32_t index, ObjectId left)
{
    Model *model = run->model;
    ObjectId names = activation->locals;
    if (!names || !object_is_exact(model, names, TYPE_DICT))
        return;
    int64_t entry = dict_find_str(model, names, activation->info->names[index]);
    if (entry >= 0 && dict_value(model, names, (uint32_t)entry) == left)
        dict_delete(model, names, (uint32_t)entry);
}

static void release_local(Run *run, const Activation *activation, uint32_t index, ObjectId left)
{
    uint32_t slot = FRAME_SLOT_COUNT + index;
    if (model_object(run->model, activation->frame)->slots[slot] == left)
        reference_set(run->model, activation->frame, slot, 0);
}

static void release_cell(Run *run, const Activation *activation, uint32_t index, ObjectId left)
{
    ObjectId cell =
        model_object(run->model, activation->frame)->slots[FRAME_SLOT_COUNT + index];
    if (model_object(run->model, cell)->slots[0] == left)
        reference_set(run->model, cell, 0, 0);
}

static void release_variable(Run *run, const Activation *activation, ObjectId left)
{
    const Instruction *next = instruction_at(activation, activation->pc);
    if (!next || !has_one_reference_more(run, left))
        return;
    switch ((int)next->op) {
    case OP_STORE_NAME:
        release_name(run, activation, next->arg, left);
        return;
    case OP_STORE_FAST:
        release_local(run, activation, next->arg, left);
        return;
    case OP_STORE_DEREF:
        release_cell(run, activation, next->arg, left);
        return;
    default:
        return;
    }
}

/* --- from 3.11 on --- */

/* 3.13: with what follows on its line STORE_FAST is one instruction, STORE_FAST_LOAD_FAST. */
static bool is_fused(const Run *run, const Activation *activation)
{
    uint32_t store = activation->pc;
    const Instruction *next = instruction_at(activation, store + 1);
    const Location *locations = activation->code->locations;
    return run->profile->minor >= 13 && next &&
           (next->op == OP_LOAD_FAST || next->op == OP_STORE_FAST) &&
           locations[store].line == locations[store + 1].line;
}

static bool release_stored(Run *run, const Activation *activation, ObjectId left)
{
    const Instruction *next = instruction_at(activation, activation->pc);
    if (!instruction_is_hot(run, activation) || !next || next->op != OP_STORE_FAST ||
        is_fused(run, activation))
        return false;
    uint32_t slot = FRAME_SLOT_COUNT + next->arg;
    if (model_object(run->model, activation->frame)->slots[slot] != left)
        return false;
    reference_set(run->model, activation->frame, slot, 0);
    return true;
}

bool concatenate(Run *run, Activation *activation)
{
    ObjectId left = stack_at(activation, 2), right = stack_at(activation, 1);
    Model *model = run->model;
    bool may = run->profile->minor <= 10;
    if (may)
        release_variable(run, activation, left);
    else
        may = release_stored(run, activation, left);
    if (may && str_slice(model, right).length && str_grow(model, left, right)) {
        stack_pop(run, activation);
        return true;
    }
    ObjectId sum = operate_binary(run, BINARY_ADD, left, right);
    if (!sum)
        return false;
    stack_replace(run, activation, 2, sum);
    return true;
}
