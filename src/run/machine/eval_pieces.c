/* Displays and calls that unpack, before 3.9: all pieces lie on the evaluation stack before the
 * first is unpacked (Python/ceval.c, BUILD_LIST_UNPACK and its kin). */
#include "run/machine/eval.h"
#include "run/values/iterate.h"
#include "run/values/operators.h"

static Opcode running(const Activation *activation)
{
    return (Opcode)activation->code->instructions[activation->pc - 1].op;
}

/* The items of the upper `count` entries; explains what a call cannot unpack. 0: raised. */
static ObjectId list_of_pieces(Run *run, const Activation *activation, uint32_t count)
{
    ObjectId list = list_from(run->model, NULL, 0, LIST_FILL_EXACT);
    for (uint32_t i = count; i > 0; i--) {
        ObjectId piece = stack_at(activation, i);
        if (list_fill_from(run, list, piece, false))
            continue;
        if (running(activation) == OP_BUILD_TUPLE_UNPACK_WITH_CALL)
            call_explain_star(run, stack_at(activation, count + 1), piece);
        return 0;
    }
    return list;
}

bool build_sequence_unpack(Run *run, Activation *activation, uint32_t count)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId sum = list_of_pieces(run, activation, count);
    if (sum && running(activation) != OP_BUILD_LIST_UNPACK)
        sum = hand_return(model, mark, tuple_of_iterable(run, sum));
    if (!sum)
        return false;
    stack_drop(run, activation, count);
    stack_push_result(run, activation, sum);
    return true;
}

bool build_set_unpack(Run *run, Activation *activation, uint32_t count)
{
    ObjectId sum = set_create(run->model, false);
    for (uint32_t i = count; i > 0; i--)
        if (!set_update(run, sum, stack_at(activation, i)))
            return false;
    stack_drop(run, activation, count);
    stack_push_result(run, activation, sum);
    return true;
}

bool build_map_unpack(Run *run, Activation *activation, uint32_t count)
{
    bool calls = running(activation) == OP_BUILD_MAP_UNPACK_WITH_CALL;
    ObjectId callable = calls ? stack_at(activation, count + 2) : 0;
    ObjectId sum = dict_create(run->model);
    for (uint32_t i = count; i > 0; i--)
        if (!merge_mapping(run, sum, stack_at(activation, i), callable, calls))
            return false;
    stack_drop(run, activation, count);
    stack_push_result(run, activation, sum);
    return true;
}
