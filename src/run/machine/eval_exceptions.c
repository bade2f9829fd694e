/* Instructions around exceptions, and unwinding: Python/ceval.c (error, exception_unwind,
 * do_raise). */
#include "lang/stack_effect.h"
#include "run/machine/eval.h"

/* --- raise --- */

/* An exception object for what stands behind raise or from: a class is called. */
static ObjectId instantiate(Run *run, ObjectId value, const char *problem)
{
    if (object_is_exception(run, value))
        return value;
    if (!type_is_exception(run, value))
        return raise_error(run, EXC_TypeError, "%s", problem);
    ObjectId made = call_object(run, value, NULL, 0);
    if (!made || object_is_exception(run, made))
        return made;
    Text type = {0}, other = {0};
    if (repr_write(run, value, &type) &&
        repr_write(run, model_object(run->model, made)->type, &other))
        raise_error(run, EXC_TypeError,
                    "calling %s should have returned an instance of BaseException, not %s",
                    text_string(&type), text_string(&other));
    text_done(&type);
    text_done(&other);
    return 0;
}

static bool set_cause(Run *run, ObjectId exception, ObjectId cause)
{
    if (cause != run->model->none) {
        cause = instantiate(run, cause, "exception causes must derive from BaseException");
        if (!cause)
            return false;
    } else {
        cause = 0;
    }
    reference_set(run->model, exception, EXCEPTION_SLOT_CAUSE, cause);
    object_set_field(run->model, exception, FIELD_B, 1);
    return true;
}

bool raise_from_stack(Run *run, Activation *activation, uint32_t count)
{
    if (!count) {
        ObjectId handled = exception_handled(run);
        if (!handled)
            return raise_error(run, EXC_RuntimeError, "No active exception to reraise");
        exception_restore(run, handled);
        return false;
    }
    ObjectId exception = instantiate(run, stack_at(activation, count),
                                     "exceptions must derive from BaseException");
    if (!exception)
        return false;
    if (count == 2 && !set_cause(run, exception, stack_at(activation, 1)))
        return false;
    return raise_object(run, exception);
}

/* --- an active exception on the stack: its value; to 3.10 traceback, value, type --- */

static uint32_t width_of(const Run *run)
{
    return stack_exception_width(run->profile->minor);
}

/* How far below the top the value of the exception on top is. */
static uint32_t value_depth(const Run *run)
{
    return width_of(run) == 1 ? 1 : 2;
}

static ObjectId traceback_of(const Run *run, ObjectId exception)
{
    ObjectId traceback = model_object(run->model, exception)->slots[EXCEPTION_SLOT_TRACEBACK];
    return traceback ? traceback : run->model->none;
}

static void push_exception(Run *run, Activation *activation, ObjectId exception)
{
    bool triple = width_of(run) == 3;
    if (triple)
        stack_push(run, activation, traceback_of(run, exception));
    stack_push(run, activation, exception);
    if (triple)
        stack_push(run, activation, model_object(run->model, exception)->type);
}

static void pop_exception(Run *run, Activation *activation)
{
    for (uint32_t i = width_of(run); i > 0; i--)
        stack_pop(run, activation);
}

bool reraise(Run *run, Activation *activation, uint32_t depth)
{
    (void)depth;
    exception_restore(run, stack_at(activation, value_depth(run)));
    pop_exception(run, activation);
    return false;
}

/* --- except --- */

static ExcInfo info_on_top(const Run *run, const Activation *activation)
{
    if (width_of(run) == 1)
        return (ExcInfo){.value = stack_at(activation, 1)};
    return (ExcInfo){.type = stack_at(activation, 1),
                     .value = stack_at(activation, 2),
                     .traceback = stack_at(activation, 3)};
}

/* What was handled goes below the exception on top. */
static void put_below(Run *run, const Activation *activation, ExcInfo previous)
{
    Model *model = run->model;
    uint32_t width = width_of(run), base = activation->row->slot_count - 2 * width;
    if (width == 1) {
        reference_set(model, activation->frame, base,
                      previous.value ? previous.value : model->none);
        return;
    }
    reference_set(model, activation->frame, base, previous.traceback);
    reference_set(model, activation->frame, base + 1, previous.value);
    reference_set(model, activation->frame, base + 2,
                  previous.type ? previous.type : model->none);
}

bool push_exc_info(Run *run, Activation *activation)
{
    Model *model = run->model;
    ExcInfo info = info_on_top(run, activation), previous = exception_info(run);
    push_exception(run, activation, info.value);
    uint32_t mark = hand_mark(model);
    ObjectId held[] = {previous.value, previous.type, previous.traceback};
    for (int i = 0; i < 3; i++)
        if (held[i])
            hand_hold(model, held[i]);
    exception_set_info(run, info);
    put_below(run, activation, previous);
    hand_release(model, mark);
    return true;
}

bool pop_except(Run *run, Activation *activation)
{
    exception_set_info(run, info_on_top(run, activation));
    pop_exception(run, activation);
    return true;
}

bool exception_check_classes(Run *run, ObjectId type)
{
    static const char problem[] =
        "catching classes that do not inherit from BaseException is not allowed";
    const Object *row = model_object(run->model, type);
    if (row->kind != KIND_TUPLE)
        return type_is_exception(run, type) || raise_error(run, EXC_TypeError, problem);
    for (uint32_t i = 0; i < row->slot_count; i++)
        if (!type_is_exception(run, row->slots[i]))
            return raise_error(run, EXC_TypeError, problem);
    return true;
}

bool exception_matches(Run *run, ObjectId exception, ObjectId type)
{
    const Object *row = model_object(run->model, type);
    if (row->kind != KIND_TUPLE)
        return type_is_subtype(run, model_object(run->model, exception)->type, type);
    for (uint32_t i = 0; i < row->slot_count; i++)
        if (exception_matches(run, exception, row->slots[i]))
            return true;
    return false;
}

bool check_exc_match(Run *run, Activation *activation)
{
    ObjectId type = stack_at(activation, 1);
    if (!exception_check_classes(run, type))
        return false;
    bool matches = exception_matches(run, stack_at(activation, 1 + value_depth(run)), type);
    stack_replace(run, activation, 1, bool_from(run->model, matches));
    return true;
}

/* --- with --- */

/* The bound special method of a context manager; raises where there is none. */
static ObjectId manager_method(Run *run, ObjectId manager, const char *name)
{
    ObjectId method = lookup_special(run, manager, name);
    ObjectId type = model_object(run->model, manager)->type;
    if (method)
        return attribute_bind(run, method, manager, type);
    Slice text = type_name(run->model, type);
    if (run->profile->minor < 11)
        return raise_error(run, EXC_AttributeError, "%s", name);
    bool missed_exit = lookup_special(run, manager, "__enter__") != 0;
    return raise_error(run, EXC_TypeError,
                       "'%.*s' object does not support the context manager protocol%s",
                       SLICE(text), missed_exit ? " (missed __exit__ method)" : "");
}

/* Calls __enter__: a method of the program becomes a frame. */
static bool call_enter_method(Run *run, Activation *activation, ObjectId enter, ObjectId exit)
{
    const Object *row = model_object(run->model, enter);
    if (row->kind == KIND_METHOD && model_kind(run->model, row->slots[0]) == KIND_FUNCTION) {
        Arguments arguments = {.values = &row->slots[1], .count = 1};
        Activation *entered = call_enter(run, row->slots[0], &arguments, ENTRY_WITH);
        if (entered)
            entered->object = exit;
        return entered != NULL;
    }
    ObjectId result = call_object(run, enter, NULL, 0);
    if (!result)
        return false;
    stack_push(run, activation, exit);
    stack_push(run, activation, result);
    return true;
}

bool before_with(Run *run, Activation *activation)
{
    ObjectId manager = stack_at(activation, 1);
    ObjectId enter = manager_method(run, manager, "__enter__");
    ObjectId exit = enter ? manager_method(run, manager, "__exit__") : 0;
    if (!exit)
        return false;
    hand_hold(run->model, enter);
    hand_hold(run->model, exit);
    stack_pop(run, activation);
    return call_enter_method(run, activation, enter, exit);
}

bool with_except_start(Run *run, Activation *activation)
{
    uint32_t width = width_of(run), lasti = width == 1;
    ObjectId exception = stack_at(activation, value_depth(run));
    ObjectId arguments[] = {model_object(run->model, exception)->type, exception,
                            traceback_of(run, exception)};
    ObjectId exit = stack_at(activation, 2 * width + lasti + 1);
    if (run->profile->minor <= 7 && model_kind(run->model, exit) == KIND_METHOD)
        tuple_from(run->model, arguments, 3); /* a method is called with a tuple */
    ObjectId result = call_object(run, exit, arguments, 3);
    if (!result)
        return false;
    stack_push_result(run, activation, result);
    return true;
}

/* --- unwinding --- */

/* Goes on at the handler of the running frame's current instruction; false where there is none.
 */
static bool enter_handler(Run *run, Activation *activation)
{
    int index = code_find_handler(activation->code, activation->pc - 1);
    if (index < 0)
        return false;
    const Handler *handler = &activation->code->handlers[index];
    frame_cut_stack(run, activation, handler->depth);
    if (handler->push_lasti)
        stack_push(run, activation, int_from(run->model, activation->lasti));
    push_exception(run, activation, exception_raised(run));
    raise_clear(run);
    activation->pc = handler->target;
    return true;
}

/* PEP 479: a StopIteration must not leave a generator. Since 3.12 its code sees to that, which
 * does not run where it is thrown before the start. */
static void convert_stop_iteration(Run *run, const Activation *activation)
{
    const Instruction *last = &activation->code->instructions[activation->pc - 1];
    bool started = run->profile->minor < 12 || last->op != OP_RETURN_GENERATOR;
    if (!raised_is(run, EXC_StopIteration) || run->profile->minor < 7 || !started)
        return;
    uint32_t mark = hand_mark(run->model);
    ObjectId cause = exception_fetch(run);
    raise_error(run, EXC_RuntimeError, "generator raised StopIteration");
    ObjectId error = exception_raised(run);
    exception_set_cause(run, error, cause);
    hand_release(run->model, mark);
    traceback_add(run, activation);
}

/* RERAISE with an argument puts the frame back to where the exception came from (lasti): to the
 * last place that raised, since what is run between them raises nothing. */
static void note_raising(Activation *activation)
{
    const Instruction *last = &activation->code->instructions[activation->pc - 1];
    if (last->op != OP_RERAISE || !last->arg)
        activation->lasti = activation->pc - 1;
}

static void go_back_to_lasti(Run *run, Activation *activation)
{
    if (run->profile->minor < 10 || activation->pc == activation->lasti + 1)
        return;
    activation->pc = activation->lasti + 1;
    object_set_field(run->model, activation->frame, FIELD_A, activation->lasti);
}

static void leave_raising(Run *run)
{
    Activation *activation = run->top;
    ObjectId generator = activation->generator;
    if (exception_raised(run))
        go_back_to_lasti(run, activation);
    if (generator)
        convert_stop_iteration(run, activation);
    frame_cut_stack(run, activation, 0);
    frame_leave(run, FRAME_RAISES, 0);
    if (generator)
        generator_finish(run, generator);
}

/* Before 3.7 a StopIteration that leaves a generator ends it; a for loop or yield from that
 * resumed it goes on. */
static bool ends_generator(Run *run, Entry entry)
{
    if (run->profile->minor >= 7 || (entry != ENTRY_FOR_ITER && entry != ENTRY_SEND) ||
        !raised_is(run, EXC_StopIteration))
        return false;
    ObjectId stop = exception_fetch(run);
    hand_hold(run->model, model_object(run->model, stop)->slots[EXCEPTION_SLOT_VALUE]);
    return finish_entry(run, entry, 0, 0) == STEP_NEXT;
}

bool unwind(Run *run, bool adds_traceback, uint32_t base)
{
    if (!exception_raised(run))
        raise_error(run, EXC_SystemError, "error return without exception set");
    for (;;) {
        Activation *activation = run->top;
        note_raising(activation);
        if (adds_traceback)
            traceback_add(run, activation);
        if (enter_handler(run, activation))
            return true;
        Entry entry = activation->entry;
        leave_raising(run);
        if (ends_generator(run, entry))
            return true;
        if (run->depth == base || run->stopped)
            return false;
        hand_release(run->model, run->top->hand);
        adds_traceback = true;
    }
}
