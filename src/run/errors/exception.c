/* Exceptions: Objects/exceptions.c and Python/errors.c. The exception being raised and the ones
 * being handled are references of the thread (run->thread) and of generators, as CPython's are.
 */
#include <string.h>

#include "model/sizes.h"
#include "run/errors/exception_fields.h"
#include "run/interpreter.h"
#include "run/values/objects.h"

/* --- making --- */

ObjectId exception_create_with(Run *run, ObjectId type, ObjectId args)
{
    enum { SLOT_MOST = EXCEPTION_SLOT_COUNT + 8 };
    Model *model = run->model;
    const ExceptionFields *fields = exception_fields(run, type);
    uint32_t layout = run->profile->sizes.exception + (fields ? fields->bytes : 0);
    ObjectId exception =
        object_create(model, KIND_EXCEPTION, type, size_of_type(model, type, layout), OBJECT_GC,
                      (Payload){.bits = 0});
    ObjectId slots[SLOT_MOST] = {0};
    slots[EXCEPTION_SLOT_ARGS] = args;
    reference_splice(model, exception, 0, 0, slots,
                     EXCEPTION_SLOT_COUNT + exception_field_count(fields));
    const Object *row = model_object(model, args);
    if (!exception_fields_init(run, exception, row->slots, row->slot_count))
        raise_clear(run); /* __init__ complains of it */
    collector_track(model, exception);
    return exception;
}

ObjectId exception_create(Run *run, ObjectId type, const ObjectId *arguments, uint32_t count)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId args = count ? tuple_from(model, arguments, count) : model->empty_tuple;
    return hand_return(model, mark, exception_create_with(run, type, args));
}

bool type_is_exception(const Run *run, ObjectId type)
{
    return model_kind(run->model, type) == KIND_TYPE &&
           type_is_subtype(run, type, run->exceptions[EXC_BaseException]);
}

bool object_is_exception(const Run *run, ObjectId object)
{
    return model_kind(run->model, object) == KIND_EXCEPTION;
}

ObjectId exception_type(const Run *run, ExceptionName type)
{
    return run->exceptions[type];
}

/* --- raising --- */

/* The holder of the innermost exc_info: the running generator's or the thread's. */
static ObjectId handled_holder(const Run *run, uint32_t *ret_slot)
{
    for (const Activation *a = run->top; a; a = a->caller)
        if (a->generator) {
            *ret_slot = GENERATOR_SLOT_HANDLED;
            return a->generator;
        }
    *ret_slot = THREAD_HANDLED;
    return run->thread;
}

void exception_set_handled(Run *run, ObjectId exception)
{
    uint32_t slot;
    ObjectId holder = handled_holder(run, &slot);
    reference_set(run->model, holder, slot, exception);
}

ExcInfo exception_info(const Run *run)
{
    uint32_t slot;
    ObjectId holder = handled_holder(run, &slot);
    const ObjectId *parts = &model_object(run->model, holder)->slots[slot];
    return (ExcInfo){parts[0], parts[1], parts[2]};
}

void exception_set_info(Run *run, ExcInfo info)
{
    uint32_t slot;
    ObjectId holder = handled_holder(run, &slot);
    reference_set(run->model, holder, slot + 1, info.type);
    reference_set(run->model, holder, slot, info.value);
    reference_set(run->model, holder, slot + 2, info.traceback);
}

ObjectId exception_handled(const Run *run)
{
    const Model *model = run->model;
    for (const Activation *a = run->top; a; a = a->caller) {
        ObjectId value =
            a->generator ? model_object(model, a->generator)->slots[GENERATOR_SLOT_HANDLED] : 0;
        if (value && value != model->none)
            return value;
    }
    ObjectId value = model_object(model, run->thread)->slots[THREAD_HANDLED];
    return value == model->none ? 0 : value;
}

static ObjectId context_of(const Run *run, ObjectId exception)
{
    return model_object(run->model, exception)->slots[EXCEPTION_SLOT_CONTEXT];
}

/* The exception being handled becomes the context; a chain that leads back is cut
 * (_PyErr_SetObject). */
static void set_context(Run *run, ObjectId exception)
{
    ObjectId handled = exception_handled(run);
    if (!handled || handled == exception)
        return;
    ObjectId other = handled, slow = handled;
    bool step = false;
    for (ObjectId context; (context = context_of(run, other)); other = context) {
        if (context == exception) {
            reference_set(run->model, other, EXCEPTION_SLOT_CONTEXT, 0);
            break;
        }
        if (step && (slow = context_of(run, slow)) == context)
            break;
        step = !step;
    }
    reference_set(run->model, exception, EXCEPTION_SLOT_CONTEXT, handled);
}

void exception_set_cause(Run *run, ObjectId exception, ObjectId cause)
{
    reference_set(run->model, exception, EXCEPTION_SLOT_CAUSE, cause);
    reference_set(run->model, exception, EXCEPTION_SLOT_CONTEXT, cause);
    object_set_field(run->model, exception, FIELD_B, 1);
}

ObjectId raise_object(Run *run, ObjectId exception)
{
    if (!run->stopped)
        set_context(run, exception);
    return raise_thrown(run, exception);
}

ObjectId raise_stop(Run *run)
{
    ObjectId stop = call_object(run, exception_type(run, EXC_StopIteration), NULL, 0);
    return stop ? raise_object(run, stop) : 0;
}

ObjectId raise_thrown(Run *run, ObjectId exception)
{
    if (run->stopped)
        return 0;
    model_mark(run->model, CHANGE_RAISE, exception, 0, 0, 0);
    exception_restore(run, exception);
    return 0;
}

ObjectId raise_with(Run *run, ExceptionName type, ObjectId argument)
{
    if (run->stopped)
        return 0;
    uint32_t mark = hand_mark(run->model);
    raise_object(run,
                 exception_create(run, run->exceptions[type], &argument, argument ? 1 : 0));
    hand_release(run->model, mark);
    return 0;
}

ObjectId raise_error(Run *run, ExceptionName type, const char *format, ...)
{
    if (run->stopped)
        return 0;
    va_list list;
    va_start(list, format);
    Text text = {0};
    text_append_format_list(&text, format, list);
    va_end(list);
    uint32_t mark = hand_mark(run->model);
    raise_with(run, type, str_from(run->model, text_slice(&text)));
    hand_release(run->model, mark);
    text_done(&text);
    return 0;
}

bool raise_name_error(Run *run, const char *format, ObjectId name, ExceptionName type)
{
    Slice text = name_slice(run, name);
    Text message = {0};
    /* The one conversion is "%.*s": the name. */
    const char *hole = strstr(format, "%.*s");
    text_append(&message, format, (size_t)(hole - format));
    text_append_slice(&message, text);
    text_append_string(&message, hole + strlen("%.*s"));
    raise_error(run, type, "%s", text_string(&message));
    text_done(&message);
    ObjectId exception = exception_raised(run);
    if (exception && run->profile->minor >= 10 && type == EXC_NameError)
        reference_set(run->model, exception, EXCEPTION_SLOT_NAME, name);
    return false;
}

ObjectId raise_unsupported(Run *run, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    Text text = {0};
    text_append_format_list(&text, format, list);
    va_end(list);
    run_stop(run, RUN_UNSUPPORTED, "%s", text_string(&text));
    text_done(&text);
    return 0;
}

bool raised(const Run *run)
{
    return run->stopped || exception_raised(run);
}

bool raised_is(const Run *run, ExceptionName type)
{
    ObjectId exception = run->stopped ? 0 : exception_raised(run);
    return exception && type_is_subtype(run, model_object(run->model, exception)->type,
                                        run->exceptions[type]);
}

void raise_clear(Run *run)
{
    reference_set(run->model, run->thread, THREAD_RAISED, 0);
}

ObjectId exception_fetch(Run *run)
{
    ObjectId exception = exception_raised(run);
    if (!exception)
        return 0;
    hand_hold(run->model, exception);
    raise_clear(run);
    return exception;
}

void exception_restore(Run *run, ObjectId exception)
{
    reference_set(run->model, run->thread, THREAD_RAISED, exception);
}
