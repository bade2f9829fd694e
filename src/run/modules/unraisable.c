#include "run/modules/unraisable.h"

#include "base/text.h"
#include "run/builtins/stream.h"
#include "run/interpreter.h"
#include "run/types/native_type.h"

static const char *const fields[] = {"exc_type", "exc_value", "exc_traceback",
                                     "err_msg",  "object",    NULL};
enum { FIELD_EXCEPTION = 1, FIELD_MESSAGE = 3, FIELD_OBJECT, FIELD_COUNT };
const NativeType type_unraisable = {.name = "UnraisableHookArgs",
                                    .base = TYPE_TUPLE,
                                    .flags = NATIVE_GC | NATIVE_HIDDEN,
                                    .fields = fields};

static void write_ignored(Run *run, ObjectId exception, ObjectId message, ObjectId where)
{
    Text text = {0};
    traceback_write_ignored(run, exception, message, where, &text);
    stream_write_error(run, text_slice(&text));
    text_done(&text);
}

/* What the program's hook raises is told in the interpreter's way. */
static void call_hook(Run *run, ObjectId hook, ObjectId exception, ObjectId message,
                      ObjectId where)
{
    Model *model = run->model;
    const Object *row = model_object(model, exception);
    ObjectId traceback = row->slots[EXCEPTION_SLOT_TRACEBACK];
    ObjectId values[FIELD_COUNT] = {row->type, exception, traceback ? traceback : model->none,
                                    message ? message : model->none,
                                    where ? where : model->none};
    ObjectId given =
        tuple_of_type(model, native_type(run, &type_unraisable), values, FIELD_COUNT);
    if (call_object(run, hook, &given, 1) || run->stopped)
        return;
    write_ignored(run, exception_fetch(run),
                  str_from_string(model, "Exception ignored in sys.unraisablehook"), hook);
}

void run_tell_ignored(Run *run, ObjectId exception, ObjectId message, ObjectId where)
{
    ObjectId hook = run->profile->minor >= 8 ? stream_hook(run, "unraisablehook") : 0;
    uint32_t mark = hand_mark(run->model);
    if (hook && hook != run->model->none)
        call_hook(run, hook, exception, message, where);
    else
        write_ignored(run, exception, message, where);
    hand_release(run->model, mark);
}

void run_write_ignored(Run *run, ObjectId where)
{
    ObjectId exception = run->stopped ? 0 : exception_fetch(run);
    if (exception)
        run_tell_ignored(run, exception, 0, where);
}

ObjectId sys_unraisablehook(Run *run, const Arguments *arguments)
{
    const Model *model = run->model;
    const Object *row = model_object(model, arguments->values[0]);
    if (native_type_of(run, row->type) != &type_unraisable)
        return raise_error(run, EXC_TypeError,
                           "sys.unraisablehook argument type must be UnraisableHookArgs");
    ObjectId message = row->slots[FIELD_MESSAGE], where = row->slots[FIELD_OBJECT];
    if (object_is_exception(run, row->slots[FIELD_EXCEPTION]))
        write_ignored(run, row->slots[FIELD_EXCEPTION], message == model->none ? 0 : message,
                      where == model->none ? 0 : where);
    return model->none;
}
