/* Instructions that call and return, the evaluation stack's helpers, the eval breaker. */
#include "run/machine/eval.h"

/* --- the evaluation stack --- */

void stack_drop(Run *run, const Activation *activation, uint32_t count)
{
    Model *model = run->model;
    const Object *row = activation->row;
    uint32_t base = row->slot_count - count;
    /* CPython lets go of the lowest first: what is about to die does so in that order. */
    for (uint32_t i = base; count > 1 && i < row->slot_count; i++) {
        ObjectId value = row->slots[i];
        if (value && model_object(model, value)->refcount == 1)
            reference_set(model, activation->frame, i, 0);
    }
    for (; count > 0; count--)
        reference_pop(model, activation->frame);
}

void call_drop(Run *run, const Activation *activation, uint32_t count)
{
    Opcode op = (Opcode)activation->code->instructions[activation->pc - 1].op;
    if (run->profile->minor >= 11 || op == OP_CALL_FUNCTION_EX) {
        stack_drop(run, activation, count);
        return;
    }
    for (; count > 0; count--)
        reference_pop(run->model, activation->frame);
}

/* Is the value what HAND took last, within this instruction? */
static inline bool in_hand(const Run *run, const Activation *activation, ObjectId value)
{
    const Object *hand = model_object(run->model, HAND);
    return hand->slot_count > activation->hand && hand->slots[hand->slot_count - 1] == value;
}

void stack_push_result(Run *run, const Activation *activation, ObjectId value)
{
    if (in_hand(run, activation, value))
        reference_take(run->model, activation->frame, HAND, 1);
    else
        reference_push(run->model, activation->frame, value);
}

/* What the result is borrowed from may die with the operands. */
static void hold_result(Run *run, const Activation *activation, ObjectId value)
{
    if (!in_hand(run, activation, value))
        hand_hold(run->model, value);
}

/* A new object comes from HAND when the operands are gone. One that something holds takes the
 * place of the lowest operand at once: it may be borrowed from an operand that dies now. */
void stack_replace(Run *run, const Activation *activation, uint32_t count, ObjectId value)
{
    if (in_hand(run, activation, value)) {
        stack_drop(run, activation, count);
        reference_take(run->model, activation->frame, HAND, 1);
        return;
    }
    reference_set(run->model, activation->frame, activation->row->slot_count - count, value);
    stack_drop(run, activation, count - 1);
}

/* What the C function made and held for itself is gone before its arguments are. */
static void clear_hand_below(Run *run, const Activation *activation)
{
    if (hand_mark(run->model) <= activation->hand + 1)
        return;
    reference_take(run->model, activation->frame, HAND, 1);
    hand_release(run->model, activation->hand);
    reference_take(run->model, HAND, activation->frame, 1);
}

void call_replace(Run *run, const Activation *activation, uint32_t count, ObjectId value)
{
    hold_result(run, activation, value);
    clear_hand_below(run, activation);
    call_drop(run, activation, count);
    reference_take(run->model, activation->frame, HAND, 1);
}

/* --- calls --- */

void check_eval_breaker(Run *run)
{
    if (run->model->collection_due && run->checks_collector)
        collector_run_due(run->model);
}

/* What the C function made for itself is gone when it has returned. */
static void check_after_call(Run *run, const Activation *activation)
{
    if (!run->model->collection_due || !run->checks_collector)
        return;
    hand_release(run->model, activation->hand);
    check_eval_breaker(run);
}

bool call_op(Run *run, Activation *activation, uint32_t count)
{
    ObjectId names = activation->kw_names;
    activation->kw_names = 0;
    bool quiet = run->checks_collector && !names && call_is_quiet(run, activation, count);
    CallResult result = call_from_stack(run, activation, count, names);
    if (result == CALL_DONE && !quiet)
        check_after_call(run, activation);
    return result != CALL_RAISED && !run->stopped;
}

bool call_function_ex(Run *run, Activation *activation, uint32_t flags)
{
    CallResult result = call_unpacked(run, activation, flags & 1);
    if (result == CALL_DONE)
        check_after_call(run, activation);
    return result != CALL_RAISED && !run->stopped;
}

/* Pops a part of a function into its slot where the flag says that there is one. */
static void take_part(Run *run, const Activation *activation, ObjectId function, bool present,
                      uint32_t slot)
{
    if (!present)
        return;
    reference_take(run->model, function, activation->frame, 1);
    reference_store(run->model, function, slot);
}

bool make_function(Run *run, Activation *activation, uint32_t flags)
{
    ObjectId function = function_create(run, stack_at(activation, 1), activation->globals);
    stack_pop(run, activation);
    take_part(run, activation, function, flags & FUNCTION_CLOSURE, FUNCTION_SLOT_CLOSURE);
    take_part(run, activation, function, flags & FUNCTION_ANNOTATIONS,
              FUNCTION_SLOT_ANNOTATIONS);
    take_part(run, activation, function, flags & FUNCTION_KWDEFAULTS, FUNCTION_SLOT_KWDEFAULTS);
    take_part(run, activation, function, flags & FUNCTION_DEFAULTS, FUNCTION_SLOT_DEFAULTS);
    stack_push_result(run, activation, function);
    return true;
}

/* --- returns --- */

static bool raise_init_result(Run *run, ObjectId value)
{
    return raise_error(run, EXC_TypeError, "__init__() should return None, not '%.*s'",
                       SLICE(model_type_name(run->model, value)));
}

/* The generator under FOR_ITER or SEND has returned: the loop goes on behind it. */
static Step finish_generator(Run *run, Entry entry, ObjectId value)
{
    Activation *activation = run->top;
    uint32_t target = activation->code->instructions[activation->pc - 1].arg;
    if (entry == ENTRY_FOR_ITER)
        stack_pop(run, activation);
    else
        stack_replace(run, activation, 1, value);
    activation->pc = target;
    return STEP_NEXT;
}

static Step finish_class(Run *run, ObjectId holders, uint32_t drop)
{
    ObjectId made = class_finish(run, holders);
    if (!made)
        return STEP_RAISED;
    stack_replace(run, run->top, drop, made);
    return STEP_NEXT;
}

Step finish_entry(Run *run, Entry entry, ObjectId object, uint32_t drop)
{
    const Object *hand = model_object(run->model, HAND);
    ObjectId value = hand->slots[hand->slot_count - 1];
    switch (entry) {
    case ENTRY_CALL:
        if (hand->slot_count > run->top->hand + 1) /* what the call has copied goes first */
            hand_return(run->model, run->top->hand, value);
        call_drop(run, run->top, drop);
        stack_push_result(run, run->top, value);
        return STEP_NEXT;
    case ENTRY_C:
        return STEP_LEFT;
    case ENTRY_INIT:
    case ENTRY_HOT_INIT:
        if (value != run->model->none && !raise_init_result(run, value))
            return STEP_RAISED;
        hand_return(run->model, run->top->hand, object);
        call_drop(run, run->top, drop);
        stack_push_result(run, run->top, object);
        return STEP_NEXT;
    case ENTRY_CLASS:
        return finish_class(run, object, drop);
    case ENTRY_WITH:
        stack_push(run, run->top, object);
        stack_push(run, run->top, value);
        return STEP_NEXT;
    case ENTRY_FOR_ITER:
    case ENTRY_SEND:
        return finish_generator(run, entry, value);
    }
    return STEP_RAISED;
}

/* The frame ends with the value in HAND's last slot, or with `constant`, which its code still
 * holds. */
static Step leave_returning(Run *run, const Activation *activation, ObjectId constant)
{
    Entry entry = activation->entry;
    ObjectId object = activation->object, generator = activation->generator;
    uint32_t drop = activation->drop;
    frame_leave(run, FRAME_RETURNS, constant);
    if (generator)
        generator_finish(run, generator);
    return finish_entry(run, entry, object, drop);
}

Step return_value(Run *run, Activation *activation)
{
    reference_take(run->model, HAND, activation->frame, 1);
    return leave_returning(run, activation, 0);
}

Step return_const(Run *run, Activation *activation, uint32_t index)
{
    return leave_returning(run, activation, activation->info->consts[index]);
}
