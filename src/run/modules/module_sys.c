/* sys: Python/sysmodule.c. Its values are in module_sys_values.c. */
#include "model/sizes.h"
#include "run/builtins/stream.h"
#include "run/interpreter.h"
#include "run/modules/module_sys_values.h"
#include "run/modules/unraisable.h"
#include "run/text/text.h"
#include "run/types/slots.h"

/* An immortal object's count, as sys.getrefcount prints it. */
enum { REFCOUNT_STATIC_311 = 999999999 };

/* 3.11 begins to count there for the small ints, short texts and () that are parts of the
 * interpreter; not yet for None and the other singletons. */
static bool is_static_311(const Object *object)
{
    return object->flags & OBJECT_STATIC &&
           (object->kind == KIND_INT || object->kind == KIND_STR ||
            object->kind == KIND_BYTES || object->kind == KIND_TUPLE);
}

static ObjectId sys_getrefcount(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    const Object *object = model_object(model, arguments->values[0]);
    uint32_t count = state_refcount(&model->state, arguments->values[0]);
    if ((object->flags & OBJECT_IMMORTAL) && model->profile->minor >= 12)
        return int_from(model, UINT32_MAX);
    if (model->profile->minor == 11 && is_static_311(object))
        return int_from(model, (int64_t)REFCOUNT_STATIC_311 + count);
    return int_from(model, count);
}

static const char *const getsizeof_keywords[] = {"object", "default", ""};

static ObjectId sys_getsizeof(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId object = arguments->values[0], fallback = arguments->values[1];
    if (!object_override(run, object, "__sizeof__"))
        return int_from(model, (int64_t)model_size(model, &model->state, object));
    ObjectId size = override_call(run, object, "__sizeof__", NULL, 0);
    int64_t bytes;
    if (size && !kind_is_integer(model_kind(model, size)))
        size = raise_error(run, EXC_TypeError, "an integer is required");
    if (!size || !object_index(run, size, &bytes)) {
        if (!fallback || !raised_is(run, EXC_TypeError))
            return 0;
        raise_clear(run);
        return fallback;
    }
    if (bytes < 0)
        return raise_error(run, EXC_ValueError, "__sizeof__() should return >= 0");
    return int_from(model, bytes + size_header(model, object));
}

static ObjectId sys_exit(Run *run, const Arguments *arguments)
{
    /* PyErr_SetObject: None is no argument, a tuple is the exception's arguments. */
    ObjectId code = argument_at(arguments, 0);
    if (code == run_model(run)->none)
        code = 0;
    bool spreads = code && object_is_exact(run_model(run), code, TYPE_TUPLE);
    const Object *tuple = spreads ? model_object(run_model(run), code) : NULL;
    ObjectId exception =
        call_object(run, exception_type(run, EXC_SystemExit), spreads ? tuple->slots : &code,
                    spreads ? tuple->slot_count
                    : code  ? 1
                            : 0);
    return exception ? raise_object(run, exception) : 0;
}

static ObjectId sys_intern(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId text = arguments->values[0];
    if (!object_is_exact(model, text, TYPE_STR))
        return model_kind(model, text) == KIND_STR
                   ? raise_error(run, EXC_TypeError, "can't intern %s", type_string(run, text))
                   : raise_error(run, EXC_TypeError, "intern() argument%s must be str, not %s",
                                 run->profile->minor < 8 ? " 1" : "",
                                 argument_type_string(run, text));
    return model_intern_object(model, text);
}

static ObjectId sys_getrecursionlimit(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return int_from(run_model(run), run_recursion_limit(run));
}

static ObjectId sys_setrecursionlimit(Run *run, const Arguments *arguments)
{
    int64_t limit;
    if (!argument_int(run, arguments->values[0], &limit))
        return 0;
    if (limit < 1)
        return raise_error(run, EXC_ValueError,
                           "recursion limit must be greater or equal than 1");
    if (limit > INT32_MAX)
        return raise_error(run, EXC_OverflowError, "signed integer is greater than maximum");
    run_set_recursion_limit(run, (uint32_t)limit);
    return raised(run) ? 0 : run_model(run)->none;
}

static ObjectId sys_getdefaultencoding(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return str_from_string(run_model(run), "utf-8");
}

static ObjectId sys_exc_info(Run *run, const Arguments *arguments)
{
    (void)arguments;
    Model *model = run_model(run);
    ObjectId exception = exception_handled(run);
    ObjectId values[3] = {model->none, model->none, model->none};
    if (exception && exception != model->none) {
        const Object *object = model_object(model, exception);
        values[0] = object->type;
        values[1] = exception;
        if (object->slots[EXCEPTION_SLOT_TRACEBACK])
            values[2] = object->slots[EXCEPTION_SLOT_TRACEBACK];
    }
    return tuple_from(model, values, 3);
}

static ObjectId sys_exception(Run *run, const Arguments *arguments)
{
    (void)arguments;
    ObjectId exception = exception_handled(run);
    return exception ? exception : run_model(run)->none;
}

static ObjectId sys_get_digits(Run *run, const Arguments *arguments)
{
    (void)arguments;
    uint32_t set = run_objects(run)->int_digit_limit;
    return int_from(run_model(run), set ? set - 1 : 4300);
}

static const char *const digits_keywords[] = {"maxdigits", ""};

static ObjectId sys_set_digits(Run *run, const Arguments *arguments)
{
    int64_t limit;
    if (!object_index(run, arguments->values[0], &limit))
        return 0;
    if (limit != 0 && (limit < 640 || limit > INT32_MAX))
        return raise_error(run, EXC_ValueError, "maxdigits must be 0 or larger than 640");
    run_objects(run)->int_digit_limit = (uint32_t)limit + 1;
    return run_model(run)->none;
}

/* --- the streams, hooks and frames --- */

/* sys.displayhook(value): None is silent, any other value is printed and becomes _. */
static ObjectId sys_displayhook(Run *run, const Arguments *arguments)
{
    return display_value(run, arguments->values[0]) ? run_model(run)->none : 0;
}

static ObjectId sys_excepthook(Run *run, const Arguments *arguments)
{
    Text text = {0};
    ObjectId exception = arguments->values[1];
    if (!object_is_exception(run, exception))
        return raise_error(run, EXC_TypeError,
                           "print_exception(): Exception expected for value, %s found",
                           type_string(run, exception));
    traceback_write(run, exception, &text);
    stream_write_error(run, text_slice(&text));
    text_done(&text);
    return run_model(run)->none;
}

static ObjectId sys_getframe(Run *run, const Arguments *arguments)
{
    ObjectId depth_object = argument_at(arguments, 0);
    int64_t depth = 0;
    if (depth_object && !object_index(run, depth_object, &depth))
        return 0;
    const Activation *activation = run->top;
    for (; activation && depth > 0; depth--)
        activation = activation->caller;
    if (!activation)
        return raise_error(run, EXC_ValueError, "call stack is not deep enough");
    frame_make_object(run, activation);
    return activation->frame;
}

/* --- what a modelled interpreter answers once and for all --- */

static ObjectId sys_getallocatedblocks(Run *run, const Arguments *arguments)
{
    (void)arguments;
    Model *model = run_model(run);
    return int_from(model, model_register(model, REGISTER_LIVE));
}

static ObjectId sys_getswitchinterval(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return float_from(run_model(run), 0.005);
}

static ObjectId sys_filesystem_errors(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return str_from_string(run_model(run), "surrogateescape");
}

static ObjectId sys_is_finalizing(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return bool_from(run_model(run), run->finalizing);
}

static ObjectId sys_none(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return run_model(run)->none;
}

static ObjectId sys_settrace(Run *run, const Arguments *arguments)
{
    if (arguments->values[0] == run_model(run)->none)
        return run_model(run)->none;
    return raise_unsupported(run, "heapstep has no sys.settrace and sys.setprofile");
}

static const Native functions[] = {
    {"_clear_type_cache", sys_none, 0, 0, NULL, NATIVE_NOARGS},
    {"_getframe", sys_getframe, 0, 1, NULL, NATIVE_VARARGS},
    {"displayhook", sys_displayhook, 1, 1, NULL, NATIVE_O},
    {"exc_info", sys_exc_info, 0, 0, NULL, NATIVE_NOARGS},
    {"excepthook", sys_excepthook, 3, 3, NULL, NATIVE_VARARGS},
    {"exception", sys_exception, 0, 0, NULL, NATIVE_NOARGS, .since = 11},
    {"exit", sys_exit, 0, 1, NULL, NATIVE_VARARGS},
    {"get_int_max_str_digits", sys_get_digits, 0, 0, NULL, NATIVE_NOARGS, .since = 7},
    {"getallocatedblocks", sys_getallocatedblocks, 0, 0, NULL, NATIVE_NOARGS},
    {"getdefaultencoding", sys_getdefaultencoding, 0, 0, NULL, NATIVE_NOARGS},
    {"getfilesystemencodeerrors", sys_filesystem_errors, 0, 0, NULL, NATIVE_NOARGS},
    {"getfilesystemencoding", sys_getdefaultencoding, 0, 0, NULL, NATIVE_NOARGS},
    {"getprofile", sys_none, 0, 0, NULL, NATIVE_NOARGS},
    {"getrecursionlimit", sys_getrecursionlimit, 0, 0, NULL, NATIVE_NOARGS},
    {"getrefcount", sys_getrefcount, 1, 1, NULL, NATIVE_O},
    {"getsizeof", sys_getsizeof, 1, 2, getsizeof_keywords, NATIVE_VARARGS},
    {"getswitchinterval", sys_getswitchinterval, 0, 0, NULL, NATIVE_NOARGS},
    {"gettrace", sys_none, 0, 0, NULL, NATIVE_NOARGS},
    {"intern", sys_intern, 1, 1, NULL, NATIVE_O},
    {"is_finalizing", sys_is_finalizing, 0, 0, NULL, NATIVE_NOARGS},
    {"set_int_max_str_digits", sys_set_digits, 1, 1, digits_keywords, NATIVE_VARARGS,
     .since = 7},
    {"setprofile", sys_settrace, 1, 1, NULL, NATIVE_O},
    {"setrecursionlimit", sys_setrecursionlimit, 1, 1, NULL, NATIVE_O},
    {"setswitchinterval", sys_none, 1, 1, NULL, NATIVE_O},
    {"settrace", sys_settrace, 1, 1, NULL, NATIVE_O},
    {"unraisablehook", sys_unraisablehook, 1, 1, NULL, NATIVE_O, .since = 8},
    SLOT_ROW_END,
};

static bool fill(Run *run, ObjectId dict)
{
    sys_add_values(run, dict);
    return true;
}

const NativeModule module_sys = {"sys", functions, fill, sys_types};
