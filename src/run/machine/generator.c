/* Generators: Objects/genobject.c. A generator holds its frame while it is suspended; resuming
 * makes that frame the running one again. */
#include "run/machine/eval.h"

ObjectId generator_create(Run *run, Activation *activation)
{
    Model *model = run->model;
    const Code *code = activation->code;
    uint32_t size = run->profile->sizes.generator;
    if (run->profile->minor >= 11)
        size += 8 * (code->local_count + code->stack_size);
    ObjectId generator = object_create(model, KIND_GENERATOR, model->types[TYPE_GENERATOR],
                                       size, OBJECT_GC, (Payload){.code = code});
    const Object *function = model_object(model, activation->function);
    ObjectId parts[GENERATOR_SLOT_COUNT] = {
        [GENERATOR_SLOT_FRAME] = activation->frame,
        [GENERATOR_SLOT_NAME] = function->slots[FUNCTION_SLOT_NAME],
        [GENERATOR_SLOT_QUALNAME] = function->slots[FUNCTION_SLOT_QUALNAME],
    };
    reference_splice(model, generator, 0, 0, parts, GENERATOR_SLOT_COUNT);
    collector_track(model, generator);
    return generator;
}

void generator_finish(Run *run, ObjectId generator)
{
    Model *model = run->model;
    object_set_field(model, generator, FIELD_A, GENERATOR_FINISHED);
    reference_set(model, generator, GENERATOR_SLOT_HANDLED, 0);
    reference_set(model, generator, GENERATOR_SLOT_FRAME, 0);
}

static uint32_t state_of(const Run *run, ObjectId generator)
{
    return model_object(run->model, generator)->a;
}

/* May it be resumed? Raises where it runs already. */
static bool check_running(Run *run, ObjectId generator)
{
    return state_of(run, generator) != GENERATOR_RUNNING ||
           raise_error(run, EXC_ValueError, "generator already executing");
}

/* Enters the loop on the resumed frame. */
static ObjectId enter_loop(Run *run, ObjectId generator)
{
    ObjectId value = evaluate(run);
    if (!value || state_of(run, generator) != GENERATOR_FINISHED)
        return value;
    run->generator_result = value;
    return 0;
}

static bool check_nesting(Run *run)
{
    return run->nesting < RUN_NATIVE_NESTING_LIMIT + run->recursion_headroom ||
           raise_error(run, EXC_RecursionError, "maximum recursion depth exceeded");
}

ObjectId generator_resume(Run *run, ObjectId generator, ObjectId value)
{
    run->generator_result = run->model->none;
    if (state_of(run, generator) == GENERATOR_FINISHED || !check_running(run, generator))
        return 0;
    bool suspended = state_of(run, generator) == GENERATOR_SUSPENDED;
    Activation *activation = check_nesting(run) ? frame_resume(run, generator, ENTRY_C) : NULL;
    if (!activation)
        return 0;
    if (suspended)
        stack_push(run, activation, value);
    return enter_loop(run, generator);
}

ObjectId generator_next(Run *run, ObjectId generator)
{
    return generator_resume(run, generator, run->model->none);
}

/* --- throw, close --- */

/* The iterator that a suspended generator delegates to (yield from); 0: none. */
static ObjectId delegate_of(const Run *run, ObjectId generator)
{
    const Model *model = run->model;
    ObjectId frame = model_object(model, generator)->slots[GENERATOR_SLOT_FRAME];
    if (!frame || state_of(run, generator) != GENERATOR_SUSPENDED)
        return 0;
    const Object *row = model_object(model, frame);
    const Code *code = model_payload(model, frame).code;
    bool delegates = row->a > 0 && code->instructions[row->a - 1].op == OP_SEND;
    return delegates ? row->slots[row->slot_count - 1] : 0;
}

/* Raises the exception where the generator stands. */
static ObjectId throw_here(Run *run, ObjectId generator, ObjectId exception)
{
    if (state_of(run, generator) == GENERATOR_FINISHED)
        return raise_thrown(run, exception);
    if (!check_running(run, generator) || !check_nesting(run) ||
        !frame_resume(run, generator, ENTRY_C))
        return 0;
    raise_thrown(run, exception);
    return enter_loop(run, generator);
}

/* The delegate has ended with a StopIteration: its value is the result of the yield from. */
static ObjectId resume_after_delegate(Run *run, ObjectId generator)
{
    ObjectId stop = exception_fetch(run);
    ObjectId value = model_object(run->model, stop)->slots[EXCEPTION_SLOT_VALUE];
    Activation *activation = frame_resume(run, generator, ENTRY_C);
    if (!activation)
        return 0;
    stack_replace(run, activation, 1, value);
    activation->pc = activation->code->instructions[activation->pc - 2].arg;
    return enter_loop(run, generator);
}

static ObjectId close_generator(Run *run, ObjectId generator);
static ObjectId generator_throw(Run *run, ObjectId generator, ObjectId exception);

/* close() of a delegate of any kind; false: raised. */
static bool close_delegate(Run *run, ObjectId delegate)
{
    if (model_kind(run->model, delegate) == KIND_GENERATOR)
        return close_generator(run, delegate);
    bool found = false;
    ObjectId close =
        attribute_find(run, delegate, model_intern(run->model, slice_of("close")), &found);
    if (!found)
        return !raised(run);
    return call_object(run, close, NULL, 0);
}

/* throw() of a delegate; `*ret_found` false: it has none. */
static ObjectId throw_delegate(Run *run, ObjectId delegate, ObjectId exception, bool *ret_found)
{
    *ret_found = true;
    if (model_kind(run->model, delegate) == KIND_GENERATOR)
        return generator_throw(run, delegate, exception);
    ObjectId method =
        attribute_find(run, delegate, model_intern(run->model, slice_of("throw")), ret_found);
    return *ret_found ? call_object(run, method, &exception, 1) : 0;
}

/* _gen_throw */
static ObjectId generator_throw(Run *run, ObjectId generator, ObjectId exception)
{
    ObjectId delegate = delegate_of(run, generator);
    if (!delegate)
        return throw_here(run, generator, exception);
    hand_hold(run->model, delegate);
    if (exception_matches(run, exception, run->exceptions[EXC_GeneratorExit])) {
        if (!close_delegate(run, delegate))
            exception = exception_fetch(run);
        return throw_here(run, generator, exception);
    }
    bool found = false;
    object_set_field(run->model, generator, FIELD_A, GENERATOR_RUNNING);
    ObjectId value = throw_delegate(run, delegate, exception, &found);
    object_set_field(run->model, generator, FIELD_A, GENERATOR_SUSPENDED);
    if (value)
        return value;
    if (!found && !raised(run))
        return throw_here(run, generator, exception);
    if (raised_is(run, EXC_StopIteration))
        return resume_after_delegate(run, generator);
    return throw_here(run, generator, exception_fetch(run));
}

/* gen_close */
static ObjectId close_generator(Run *run, ObjectId generator)
{
    const Model *model = run->model;
    if (state_of(run, generator) == GENERATOR_CREATED)
        generator_finish(run, generator);
    if (state_of(run, generator) == GENERATOR_FINISHED)
        return model->none;
    ObjectId exit = exception_create(run, run->exceptions[EXC_GeneratorExit], NULL, 0);
    if (generator_throw(run, generator, exit))
        return raise_error(run, EXC_RuntimeError, "generator ignored GeneratorExit");
    if (!raised(run))
        return run->profile->minor >= 13 ? run->generator_result : model->none;
    if (!raised_is(run, EXC_GeneratorExit) && !raised_is(run, EXC_StopIteration))
        return 0;
    raise_clear(run);
    return model->none;
}

void generator_finalize(Run *run, ObjectId generator)
{
    if (state_of(run, generator) == GENERATOR_SUSPENDED)
        close_generator(run, generator);
}

/* --- methods --- */

static ObjectId stop_iteration(Run *run)
{
    ObjectId result = run->generator_result;
    if (raised(run))
        return 0;
    return raise_with(run, EXC_StopIteration, result == run->model->none ? 0 : result);
}

static ObjectId method_next(Run *run, const Arguments *arguments)
{
    ObjectId value = generator_next(run, arguments->values[0]);
    return value ? value : stop_iteration(run);
}

static ObjectId method_iter(Run *run, const Arguments *arguments)
{
    (void)run;
    return arguments->values[0];
}

static ObjectId method_send(Run *run, const Arguments *arguments)
{
    ObjectId generator = arguments->values[0];
    bool fresh = state_of(run, generator) == GENERATOR_CREATED;
    if (fresh && arguments->values[1] != run->model->none)
        return raise_error(run, EXC_TypeError,
                           "can't send non-None value to a just-started generator");
    ObjectId value = generator_resume(run, generator, arguments->values[1]);
    return value ? value : stop_iteration(run);
}

static ObjectId method_throw(Run *run, const Arguments *arguments)
{
    const ObjectId *values = arguments->values;
    ObjectId exception = values[1];
    if (type_is_exception(run, exception)) {
        bool has_value = arguments->count > 2 && values[2] != run->model->none;
        exception = has_value && object_is_exception(run, values[2])
                        ? values[2]
                        : call_object(run, exception, values + 2, has_value ? 1 : 0);
    } else if (!object_is_exception(run, exception)) {
        return raise_error(run, EXC_TypeError,
                           "exceptions must be classes or instances deriving from "
                           "BaseException, not %.*s",
                           SLICE(model_type_name(run->model, exception)));
    }
    ObjectId value = exception ? generator_throw(run, values[0], exception) : 0;
    return value || !exception ? value : stop_iteration(run);
}

static ObjectId method_close(Run *run, const Arguments *arguments)
{
    return close_generator(run, arguments->values[0]);
}

const Native generator_methods[] = {
    {.name = "__next__", .call = method_next, .style = NATIVE_SLOT},
    {.name = "__iter__", .call = method_iter, .style = NATIVE_SLOT},
    {.name = "send", .call = method_send, .least = 1, .most = 1, .style = NATIVE_O},
    {.name = "throw", .call = method_throw, .least = 1, .most = 3, .style = NATIVE_VARARGS},
    {.name = "close", .call = method_close, .style = NATIVE_NOARGS},
    {.name = ""},
};
