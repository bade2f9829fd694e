/* sys: Python/sysmodule.c. */
#include <float.h>
#include <stdlib.h>

#include "run/interpreter.h"
#include "run/native_type.h"
#include "run/slots.h"

/* An immortal object's count, as sys.getrefcount prints it. */
enum { REFCOUNT_STATIC_311 = 999999999 };

static ObjectId sys_getrefcount(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    const Object *object = model_object(model, arguments->values[0]);
    if ((object->flags & OBJECT_IMMORTAL) && model->profile->minor >= 12)
        return int_from(model, UINT32_MAX);
    if ((object->flags & OBJECT_STATIC) && model->profile->minor == 11 &&
        object->kind != KIND_TYPE)
        return int_from(model, (int64_t)REFCOUNT_STATIC_311 + object->refcount);
    return int_from(model, object->refcount);
}

static const char *const getsizeof_keywords[] = {"object", "default", ""};

static ObjectId sys_getsizeof(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId object = arguments->values[0];
    if (!object_override(run, object, "__sizeof__"))
        return int_from(model, (int64_t)model_size(model, &model->state, object));
    ObjectId size = override_call(run, object, "__sizeof__", NULL, 0);
    int64_t bytes;
    if (!size || !object_index(run, size, &bytes))
        return 0;
    if (bytes < 0)
        return raise_error(run, EXC_ValueError, "__sizeof__() should return >= 0");
    if (model_object(model, object)->flags & OBJECT_GC)
        bytes += model->profile->sizes.gc_header;
    return int_from(model, bytes);
}

static ObjectId sys_exit(Run *run, const Arguments *arguments)
{
    ObjectId exception = call_object(run, exception_type(run, EXC_SystemExit),
                                     arguments->values, arguments->count);
    return exception ? raise_object(run, exception) : 0;
}

static ObjectId sys_intern(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId text = arguments->values[0];
    if (!object_is_exact(model, text, TYPE_STR))
        return model_kind(model, text) == KIND_STR
                   ? raise_error(run, EXC_TypeError, "can't intern %s", type_string(run, text))
                   : raise_error(run, EXC_TypeError, "intern() argument must be str, not %s",
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
    if (!object_index(run, arguments->values[0], &limit))
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

static const Native functions[] = {
    {"exc_info", sys_exc_info, 0, 0, NULL, NATIVE_NOARGS},
    {"exception", sys_exception, 0, 0, NULL, NATIVE_NOARGS},
    {"exit", sys_exit, 0, 1, NULL, NATIVE_VARARGS},
    {"get_int_max_str_digits", sys_get_digits, 0, 0, NULL, NATIVE_NOARGS},
    {"getdefaultencoding", sys_getdefaultencoding, 0, 0, NULL, NATIVE_NOARGS},
    {"getrecursionlimit", sys_getrecursionlimit, 0, 0, NULL, NATIVE_NOARGS},
    {"getrefcount", sys_getrefcount, 1, 1, NULL, NATIVE_O},
    {"getsizeof", sys_getsizeof, 1, 2, getsizeof_keywords, NATIVE_VARARGS},
    {"intern", sys_intern, 1, 1, NULL, NATIVE_O},
    {"set_int_max_str_digits", sys_set_digits, 1, 1, digits_keywords, NATIVE_VARARGS},
    {"setrecursionlimit", sys_setrecursionlimit, 1, 1, NULL, NATIVE_O},
    SLOT_ROW_END,
};

/* --- values --- */

static const char *const version_fields[] = {"major",        "minor",  "micro",
                                             "releaselevel", "serial", NULL};
static const char *const flag_fields[] = {"debug",
                                          "inspect",
                                          "interactive",
                                          "optimize",
                                          "dont_write_bytecode",
                                          "no_user_site",
                                          "no_site",
                                          "ignore_environment",
                                          "verbose",
                                          "bytes_warning",
                                          "quiet",
                                          "hash_randomization",
                                          "isolated",
                                          "dev_mode",
                                          "utf8_mode",
                                          NULL};
static const NativeType type_version_info = {.name = "sys.version_info",
                                             .base = TYPE_TUPLE,
                                             .flags = NATIVE_GC | NATIVE_HIDDEN,
                                             .fields = version_fields};
static const NativeType type_flags = {.name = "sys.flags",
                                      .base = TYPE_TUPLE,
                                      .flags = NATIVE_GC | NATIVE_HIDDEN,
                                      .fields = flag_fields};

static void set_value(Run *run, ObjectId dict, const char *name, ObjectId value)
{
    Model *model = run_model(run);
    dict_set_str(model, dict, model_intern(model, slice_of(name)), value);
}

static int micro_version(const Profile *profile)
{
    const char *dot = profile->full;
    for (int i = 0; i < 2; i++)
        while (*dot && *dot++ != '.')
            continue;
    return atoi(dot);
}

static ObjectId version_info(Run *run)
{
    Model *model = run_model(run);
    ObjectId values[5] = {int_from(model, 3), int_from(model, model->profile->minor),
                          int_from(model, micro_version(model->profile)),
                          model_intern(model, slice_of("final")), int_from(model, 0)};
    return tuple_of_type(model, native_type(run, &type_version_info), values, 5);
}

static ObjectId flags(Run *run)
{
    Model *model = run_model(run);
    ObjectId values[15];
    for (int i = 0; i < 15; i++)
        values[i] = int_from(model, 0);
    values[13] = model->false_;
    return tuple_of_type(model, native_type(run, &type_flags), values, 15);
}

static ObjectId stream(Run *run, uint32_t number)
{
    Model *model = run_model(run);
    ObjectId file = native_create(run, native_type(run, &type_file), NULL, 0);
    object_set_field(model, file, FIELD_A, number);
    return file;
}

static void set_texts(Run *run, ObjectId dict)
{
    Model *model = run_model(run);
    Text version = {0};
    text_append_format(&version, "%s (%s, Jan  1 2024, 00:00:00) %s[GCC 12.2.0]",
                       model->profile->full, model->profile->minor < 9 ? "default" : "main",
                       model->profile->minor < 10 ? "\n" : "");
    set_value(run, dict, "version", str_of_text(run, &version));
    set_value(run, dict, "platform", model_intern(model, slice_of("linux")));
    set_value(run, dict, "byteorder", model_intern(model, slice_of("little")));
    set_value(run, dict, "executable", str_from_string(model, "/usr/bin/python3"));
    set_value(run, dict, "prefix", str_from_string(model, "/usr"));
    set_value(run, dict, "float_repr_style", model_intern(model, slice_of("short")));
}

static bool fill(Run *run, ObjectId dict)
{
    Model *model = run_model(run);
    ObjectId script =
        str_from_string(model, run->options->script_name ? run->options->script_name : "");
    set_texts(run, dict);
    set_value(run, dict, "version_info", version_info(run));
    set_value(run, dict, "hexversion",
              int_from(model, 3 << 24 | model->profile->minor << 16 |
                                  micro_version(model->profile) << 8 | 0xf0));
    set_value(run, dict, "api_version", int_from(model, 1013));
    set_value(run, dict, "maxsize", int_from(model, INT64_MAX));
    set_value(run, dict, "maxunicode", int_from(model, 0x10ffff));
    set_value(run, dict, "flags", flags(run));
    set_value(run, dict, "argv", list_from(model, &script, 1, LIST_FILL_EXACT));
    set_value(run, dict, "path", list_from(model, NULL, 0, LIST_FILL_EXACT));
    set_value(run, dict, "modules", run->modules);
    set_value(run, dict, "stdout", stream(run, 1));
    set_value(run, dict, "stderr", stream(run, 2));
    return true;
}

static const NativeType *const types[] = {&type_version_info, &type_flags, &type_file, NULL};

const NativeModule module_sys = {"sys", functions, fill, types};
