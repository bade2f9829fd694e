/* Generators: Objects/genobject.c. A generator holds its frame while it is suspended; resuming
 * makes that frame the running one again. */
#include "run/errors/warning.h"
#include "run/machine/eval.h"

ObjectId generator_create(Run *run, Activation *activation)
{
    Model *model = run->model;
    const Code *code = activation->code;
    uint32_t size = run->profile->sizes.generator;
    if (run->profile->minor >= 11)
        size += 8 * code->frame_entries;
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
    if (run->profile->minor <= 10) /* then it is no object of its own until somebody asks */
        collector_track(model, activation->frame);
    return generator;
}

void generator_finish(Run *run, ObjectId generator)
{
    Model *model = run->model;
    object_set_field(model, generator, FIELD_A, GENERATOR_FINISHED);
    for (uint32_t i = GENERATOR_SLOT_HANDLED; i < GENERATOR_SLOT_COUNT; i++)
        reference_set(model, generator, i, 0);
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

ObjectId generator_delegate(const Run *run, ObjectId generator)
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

/* Since 3.9 what is thrown gets the exception that the generator is handling as its context,
 * whatever it had (_PyErr_ChainStackItem). */
static void chain_handled(Run *run, ObjectId generator, ObjectId exception)
{
    ObjectId handled = model_object(run->model, generator)->slots[GENERATOR_SLOT_HANDLED];
    bool handles = handled && handled != run->model->none && handled != exception;
    if (run->profile->minor >= 9 && handles)
        reference_set(run->model, exception, EXCEPTION_SLOT_CONTEXT, handled);
}

static ObjectId stop_iteration(Run *run)
{
    ObjectId result = run->generator_result;
    if (raised(run))
        return 0;
    return raise_with(run, EXC_StopIteration, result == run->model->none ? 0 : result);
}

/* What C code held for the throw, above `mark`, it lets go of before the frame goes on. */
static void let_go(Run *run, Activation *activation, uint32_t mark)
{
    hand_release(run->model, mark);
    activation->hand = mark;
}

/* Raises the exception where the generator stands. */
static ObjectId throw_here(Run *run, ObjectId generator, ObjectId exception, uint32_t mark)
{
    if (state_of(run, generator) == GENERATOR_FINISHED)
        return raise_thrown(run, exception);
    if (!check_running(run, generator) || !check_nesting(run))
        return 0;
    bool suspended = state_of(run, generator) == GENERATOR_SUSPENDED;
    Activation *activation = frame_resume(run, generator, ENTRY_C);
    if (!activation)
        return 0;
    if (suspended) /* as if it were sent; a handler cuts it off */
        stack_push(run, activation, run->model->none);
    chain_handled(run, generator, exception);
    raise_thrown(run, exception);
    let_go(run, activation, mark);
    return enter_loop(run, generator);
}

/* The delegate has ended, with a StopIteration or, a generator, without: its value is the
 * result of the yield from. */
static ObjectId resume_after_delegate(Run *run, ObjectId generator, uint32_t mark)
{
    if (run->profile->minor >= 12) { /* the frame has a handler for that */
        stop_iteration(run);
        return throw_here(run, generator, exception_fetch(run), mark);
    }
    ObjectId stop = raised(run) ? exception_fetch(run) : 0;
    ObjectId value = stop ? model_object(run->model, stop)->slots[EXCEPTION_SLOT_VALUE]
                          : run->generator_result;
    Activation *activation = frame_resume(run, generator, ENTRY_C);
    if (!activation)
        return 0;
    stack_replace(run, activation, 1, value);
    let_go(run, activation, mark);
    activation->pc = activation->code->instructions[activation->pc - 2].arg;
    return enter_loop(run, generator);
}

/* What throw() was given: it goes to the innermost generator as it is. */
typedef struct Thrown {
    ObjectId values[3]; /* type or exception, value, traceback */
    uint32_t count;
} Thrown;

static ObjectId thrown_part(const Run *run, const Thrown *thrown, uint32_t index)
{
    ObjectId value = index < thrown->count ? thrown->values[index] : 0;
    return value == run->model->none ? 0 : value;
}

/* _PyErr_CreateException */
static ObjectId call_thrown(Run *run, ObjectId type, ObjectId value)
{
    const Model *model = run->model;
    const Object *row = value ? model_object(model, value) : NULL;
    bool spread = row && row->kind == KIND_TUPLE;
    ObjectId made = spread ? call_object(run, type, row->slots, row->slot_count)
                           : call_object(run, type, &value, value ? 1 : 0);
    if (!made || object_is_exception(run, made))
        return made;
    Text shown = {0};
    if (repr_write(run, type, &shown))
        raise_error(run, EXC_TypeError,
                    "calling %s should have returned an instance of BaseException, not %.*s",
                    text_string(&shown), SLICE(model_type_name(model, made)));
    text_done(&shown);
    return 0;
}

/* PyErr_NormalizeException: an exception of another class is only an argument for the one
 * that is wanted; what making it raises is thrown instead. */
static ObjectId make_thrown(Run *run, ObjectId type, ObjectId value)
{
    const Model *model = run->model;
    if (value && type_is_subtype(run, model_object(model, value)->type, type))
        return value;
    ObjectId made = call_thrown(run, type, value);
    if (made && !type_is_subtype(run, model_object(model, made)->type, type))
        made = call_thrown(run, type, made);
    return raised(run) ? exception_fetch(run) : made;
}

/* The exception object; 0: raised. */
static ObjectId normalize(Run *run, const Thrown *thrown)
{
    Model *model = run->model;
    ObjectId type = thrown->values[0];
    ObjectId value = thrown_part(run, thrown, 1), traceback = thrown_part(run, thrown, 2);
    if (traceback && model_kind(model, traceback) != KIND_TRACEBACK)
        return raise_error(run, EXC_TypeError,
                           "throw() third argument must be a traceback object");
    ObjectId exception = type;
    if (type_is_exception(run, type)) {
        exception = make_thrown(run, type, value);
    } else if (!object_is_exception(run, type)) {
        return raise_error(run, EXC_TypeError,
                           "exceptions must be classes or instances deriving from "
                           "BaseException, not %.*s",
                           SLICE(model_type_name(model, type)));
    } else if (value) {
        return raise_error(run, EXC_TypeError,
                           "instance exception may not have a separate value");
    }
    if (exception && traceback)
        reference_set(model, exception, EXCEPTION_SLOT_TRACEBACK, traceback);
    return exception;
}

static bool is_exit(Run *run, const Thrown *thrown)
{
    ObjectId type = thrown->values[0], exit = run->exceptions[EXC_GeneratorExit];
    return type_is_exception(run, type) ? type_is_subtype(run, type, exit)
                                        : exception_matches(run, type, exit);
}

static ObjectId close_generator(Run *run, ObjectId generator);
static ObjectId generator_throw(Run *run, ObjectId generator, const Thrown *thrown,
                                uint32_t mark);

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
static ObjectId throw_delegate(Run *run, ObjectId delegate, const Thrown *thrown,
                               bool *ret_found)
{
    *ret_found = true;
    if (model_kind(run->model, delegate) == KIND_GENERATOR)
        return generator_throw(run, delegate, thrown, hand_mark(run->model));
    ObjectId method =
        attribute_find(run, delegate, model_intern(run->model, slice_of("throw")), ret_found);
    return *ret_found ? call_object(run, method, thrown->values, thrown->count) : 0;
}

static ObjectId throw_normalized(Run *run, ObjectId generator, const Thrown *thrown,
                                 uint32_t mark)
{
    ObjectId exception = normalize(run, thrown);
    return exception ? throw_here(run, generator, exception, mark) : 0;
}

/* gen_close_iter, while the generator counts as running. False: raised. */
static bool close_below(Run *run, ObjectId generator, ObjectId delegate)
{
    object_set_field(run->model, generator, FIELD_A, GENERATOR_RUNNING);
    bool closed = close_delegate(run, delegate);
    object_set_field(run->model, generator, FIELD_A, GENERATOR_SUSPENDED);
    return closed;
}

/* Throws into the delegate, while the generator counts as running; since 3.10 its frame then
 * stands on the stack, though it does not run. */
static ObjectId throw_below(Run *run, ObjectId generator, ObjectId delegate,
                            const Thrown *thrown, bool *ret_found)
{
    Model *model = run->model;
    bool shows = run->profile->minor >= 10 && model_kind(model, delegate) == KIND_GENERATOR;
    object_set_field(model, generator, FIELD_A, GENERATOR_RUNNING);
    if (shows && !frame_stand_in(run, generator))
        return 0;
    ObjectId value = throw_delegate(run, delegate, thrown, ret_found);
    if (shows)
        frame_step_aside(run);
    object_set_field(model, generator, FIELD_A, GENERATOR_SUSPENDED);
    return value;
}

/* _gen_throw; HAND above `mark` is let go of when the frame goes on. */
static ObjectId generator_throw(Run *run, ObjectId generator, const Thrown *thrown,
                                uint32_t mark)
{
    ObjectId delegate = generator_delegate(run, generator);
    if (!delegate)
        return throw_normalized(run, generator, thrown, mark);
    hand_hold(run->model, delegate);
    if (is_exit(run, thrown))
        return close_below(run, generator, delegate)
                   ? throw_normalized(run, generator, thrown, mark)
                   : throw_here(run, generator, exception_fetch(run), mark);
    bool found = false;
    ObjectId value = throw_below(run, generator, delegate, thrown, &found);
    if (value)
        return value;
    if (!found && !raised(run))
        return throw_normalized(run, generator, thrown, mark);
    if (!raised(run) || raised_is(run, EXC_StopIteration))
        return resume_after_delegate(run, generator, mark);
    return throw_here(run, generator, exception_fetch(run), mark);
}

/* Before 3.12 one that has not begun is entered, to raise at once. */
static bool closes_unentered(const Run *run, ObjectId generator)
{
    return state_of(run, generator) == GENERATOR_CREATED && run->profile->minor >= 12;
}

/* From 3.13 on a frame that stands in no block of its own is not resumed only to leave it. */
static bool closes_in_place(const Run *run, ObjectId generator)
{
    const Model *model = run->model;
    ObjectId frame = model_object(model, generator)->slots[GENERATOR_SLOT_FRAME];
    if (run->profile->minor < 13 || state_of(run, generator) != GENERATOR_SUSPENDED ||
        generator_delegate(run, generator))
        return false;
    const Code *code = model_payload(model, frame).code;
    return code_find_handler(code, model_object(model, frame)->a) < 0;
}

/* _PyFrame_ClearLocals: the frame itself stays until the generator dies. */
static void clear_locals(Run *run, ObjectId generator)
{
    Model *model = run->model;
    ObjectId frame = model_object(model, generator)->slots[GENERATOR_SLOT_FRAME];
    object_set_field(model, generator, FIELD_A, GENERATOR_FINISHED);
    for (uint32_t i = FRAME_SLOT_COUNT; i < model_object(model, frame)->slot_count; i++)
        reference_set(model, frame, i, 0);
}

static ObjectId throw_close(Run *run, ObjectId generator)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId delegate = generator_delegate(run, generator);
    if (delegate)
        hand_hold(model, delegate);
    bool fine = !delegate || close_below(run, generator, delegate);
    ObjectId exception =
        fine ? exception_create(run, run->exceptions[EXC_GeneratorExit], NULL, 0)
             : exception_fetch(run);
    if (throw_here(run, generator, exception, mark))
        return raise_error(run, EXC_RuntimeError, "generator ignored GeneratorExit");
    if (!raised(run))
        return run->profile->minor >= 13 ? run->generator_result : model->none;
    if (!raised_is(run, EXC_GeneratorExit) && !raised_is(run, EXC_StopIteration))
        return 0;
    raise_clear(run);
    return model->none;
}

/* gen_close */
static ObjectId close_generator(Run *run, ObjectId generator)
{
    if (closes_unentered(run, generator))
        object_set_field(run->model, generator, FIELD_A, GENERATOR_FINISHED);
    else if (closes_in_place(run, generator))
        clear_locals(run, generator);
    else if (state_of(run, generator) != GENERATOR_FINISHED)
        return throw_close(run, generator);
    return run->model->none;
}

void generator_finalize(Run *run, ObjectId generator)
{
    if (state_of(run, generator) <= GENERATOR_SUSPENDED)
        close_generator(run, generator);
}

/* --- methods --- */

ObjectId generator_next_value(Run *run, ObjectId generator)
{
    ObjectId value = generator_next(run, generator);
    return value ? value : stop_iteration(run);
}

static ObjectId method_next(Run *run, const Arguments *arguments)
{
    return generator_next_value(run, arguments->values[0]);
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
    Thrown thrown = {.count = arguments->count - 1};
    copy_ids(thrown.values, arguments->values + 1, thrown.count);
    if (thrown.count > 1 && run->profile->minor >= 12)
        warn_deprecated(run, "the (type, exc, tb) signature of throw() is deprecated, use the "
                             "single-arg signature instead.");
    ObjectId value = generator_throw(run, arguments->values[0], &thrown, hand_mark(run->model));
    return value ? value : stop_iteration(run);
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
