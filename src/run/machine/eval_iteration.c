/* Instructions of loops and generators. */
#include "run/machine/eval.h"

bool get_iter(Run *run, Activation *activation)
{
    ObjectId iterator = iterate(run, stack_at(activation, 1));
    if (!iterator)
        return false;
    stack_replace(run, activation, 1, iterator);
    return true;
}

/* A generator that is not running and not over. */
static bool can_resume(const Run *run, ObjectId iterator)
{
    const Object *row = model_object(run->model, iterator);
    return row->kind == KIND_GENERATOR && row->a < GENERATOR_RUNNING;
}

/* Goes on in the generator's frame; `value` is what its yield expression gives. */
static bool resume(Run *run, ObjectId generator, ObjectId value, Entry entry)
{
    bool suspended = model_object(run->model, generator)->a == GENERATOR_SUSPENDED;
    Activation *activation = frame_resume(run, generator, entry);
    if (activation && suspended)
        stack_push(run, activation, value);
    return activation != NULL;
}

bool for_iter(Run *run, Activation *activation, uint32_t target)
{
    ObjectId iterator = stack_at(activation, 1);
    if (can_resume(run, iterator))
        return resume(run, iterator, run->model->none, ENTRY_FOR_ITER);
    ObjectId item = iterate_next(run, iterator);
    if (item) {
        stack_push_result(run, activation, item);
        return true;
    }
    if (raised(run))
        return false;
    stack_pop(run, activation);
    activation->pc = target;
    return true;
}

bool get_yield_from_iter(Run *run, Activation *activation)
{
    if (model_kind(run->model, stack_at(activation, 1)) == KIND_GENERATOR)
        return true;
    return get_iter(run, activation);
}

/* The delegate has ended: its result takes the places of both. */
static bool end_send(Run *run, Activation *activation, ObjectId result, uint32_t target)
{
    stack_replace(run, activation, 2, result);
    activation->pc = target;
    return true;
}

/* next() or send() of an iterator that is no generator. */
static ObjectId send_to_iterator(Run *run, ObjectId iterator, ObjectId value)
{
    bool found = false;
    if (value == run->model->none)
        return call_special(run, iterator, "__next__", NULL, 0, &found);
    ObjectId send = attribute_get_string(run, iterator, "send");
    return send ? call_object(run, send, &value, 1) : 0;
}

bool send_op(Run *run, Activation *activation, uint32_t target)
{
    ObjectId iterator = stack_at(activation, 2), value = stack_at(activation, 1);
    if (can_resume(run, iterator)) {
        hand_hold(run->model, value);
        stack_pop(run, activation);
        return resume(run, iterator, value, ENTRY_SEND);
    }
    ObjectId result = send_to_iterator(run, iterator, value);
    if (result) {
        stack_replace(run, activation, 1, result);
        return true;
    }
    if (raised(run) && !raised_is(run, EXC_StopIteration))
        return false;
    ObjectId stop = exception_fetch(run);
    ObjectId stop_value =
        stop ? model_object(run->model, stop)->slots[EXCEPTION_SLOT_VALUE] : run->model->none;
    return end_send(run, activation, stop_value, target);
}

/* What was thrown has come through the delegate, or it has ended of it. */
bool cleanup_throw(Run *run, Activation *activation)
{
    const Model *model = run->model;
    ObjectId exception = stack_at(activation, 1);
    if (!exception_matches(run, exception, run->exceptions[EXC_StopIteration])) {
        exception_restore(run, exception);
        return false;
    }
    stack_replace(run, activation, 3,
                  model_object(model, exception)->slots[EXCEPTION_SLOT_VALUE]);
    return true;
}

Step return_generator(Run *run, Activation *activation)
{
    Entry entry = activation->entry;
    ObjectId object = activation->object;
    uint32_t drop = activation->drop;
    generator_create(run, activation);
    frame_leave(run, FRAME_YIELDS, 0);
    return finish_entry(run, entry, object, drop);
}

Step yield_value(Run *run, Activation *activation)
{
    Entry entry = activation->entry;
    reference_take(run->model, HAND, activation->frame, 1);
    object_set_field(run->model, activation->generator, FIELD_A, GENERATOR_SUSPENDED);
    frame_leave(run, FRAME_YIELDS, 0);
    if (entry == ENTRY_C)
        return STEP_LEFT;
    const Object *hand = model_object(run->model, HAND);
    stack_push_result(run, run->top, hand->slots[hand->slot_count - 1]);
    return STEP_NEXT;
}
