/* The methods of exceptions: Objects/exceptions.c. */
#include <string.h>

#include "run/errors/exception_fields.h"
#include "run/interpreter.h"
#include "run/types/reduce.h"

static ObjectId args_of(const Run *run, ObjectId exception)
{
    return model_object(run->model, exception)->slots[EXCEPTION_SLOT_ARGS];
}

/* The class whose __init__ takes keywords, and how many; 0: none does. */
static ObjectId who_takes_keywords(const Run *run, ObjectId type, uint32_t *ret_most)
{
    const struct {
        ExceptionName name;
        int since;
        uint32_t most;
    } rows[] = {{EXC_ImportError, 6, run->profile->minor >= 12 ? 3 : 2},
                {EXC_NameError, 10, 1},
                {EXC_AttributeError, 10, 2}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (run->profile->minor >= rows[i].since &&
            type_is_subtype(run, type, run->exceptions[rows[i].name])) {
            *ret_most = rows[i].most;
            return run->exceptions[rows[i].name];
        }
    return 0;
}

/* Classes that take some keywords name the wrong one. */
static bool raise_keyword(Run *run, ObjectId exception, Slice keyword)
{
    const Model *model = run->model;
    ObjectId type = model_object(model, exception)->type;
    uint32_t most = 0;
    ObjectId taker = who_takes_keywords(run, type, &most);
    if (taker)
        return raise_unknown_keyword(run, keyword, type_name(model, taker).bytes);
    return raise_error(run, EXC_TypeError,
                       run->profile->minor < 7 ? "%.*s does not take keyword arguments"
                                               : "%.*s() takes no keyword arguments",
                       SLICE(type_name(model, type)));
}

/* Their parser sees the keywords alone. */
static bool check_keyword_count(Run *run, ObjectId exception, uint32_t count)
{
    uint32_t most = 0;
    ObjectId taker = who_takes_keywords(run, model_object(run->model, exception)->type, &most);
    if (!taker || count <= most)
        return true;
    return raise_error(run, EXC_TypeError, "%s() takes at most %u %sargument%s (%u given)",
                       type_name(run->model, taker).bytes, most,
                       run->profile->minor < 7 ? "" : "keyword ", most == 1 ? "" : "s", count);
}

/* What was given by name before; `named` keeps the message that __new__ has set. */
static void forget_fields(Run *run, ObjectId exception, bool named)
{
    static const char *const names[] = {"name", "path", "name_from", "obj", "msg"};
    for (size_t i = 0; i < sizeof names / sizeof *names - named; i++) {
        int slot = exception_field(run, exception, slice_of(names[i]));
        if (slot >= 0 && model_object(run->model, exception)->slots[slot])
            reference_set(run->model, exception, (uint32_t)slot, 0);
    }
}

/* Keyword arguments of ImportError, NameError and AttributeError fill their fields. */
static bool take_keywords(Run *run, ObjectId exception, const Arguments *arguments)
{
    if (!check_keyword_count(run, exception, arguments->name_count))
        return false;
    uint32_t most = 0;
    bool takes = who_takes_keywords(run, model_object(run->model, exception)->type, &most);
    if (takes && run->profile->minor >= 7)
        forget_fields(run, exception, arguments->count > 1);
    for (uint32_t i = 0; i < arguments->name_count; i++) {
        ObjectId name = model_object(run->model, arguments->names)->slots[i];
        int slot = takes ? exception_field(run, exception, str_slice(run->model, name)) : -1;
        if (slot < 0)
            return raise_keyword(run, exception, str_slice(run->model, name));
        reference_set(run->model, exception, (uint32_t)slot,
                      arguments->values[arguments->count + i]);
    }
    return true;
}

/* OSError(errno, text) is the subclass for this number (PEP 3151). */
static ObjectId os_error_type(const Run *run, const Arguments *arguments)
{
    static const struct {
        int number;
        ExceptionName type;
    } rows[] = {
        {1, EXC_PermissionError},        {2, EXC_FileNotFoundError},
        {3, EXC_ProcessLookupError},     {4, EXC_InterruptedError},
        {10, EXC_ChildProcessError},     {11, EXC_BlockingIOError},
        {13, EXC_PermissionError},       {17, EXC_FileExistsError},
        {20, EXC_NotADirectoryError},    {21, EXC_IsADirectoryError},
        {32, EXC_BrokenPipeError},       {103, EXC_ConnectionAbortedError},
        {104, EXC_ConnectionResetError}, {108, EXC_BrokenPipeError},
        {110, EXC_TimeoutError},         {111, EXC_ConnectionRefusedError},
        {114, EXC_BlockingIOError},      {115, EXC_BlockingIOError},
    };
    const Model *model = run->model;
    ObjectId type = arguments->values[0];
    if (type != run->exceptions[EXC_OSError] || arguments->name_count || arguments->count < 3 ||
        arguments->count > 6 || model_kind(model, arguments->values[1]) != KIND_INT ||
        !int_is_small(model, arguments->values[1]))
        return type;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (int_value(model, arguments->values[1]) == rows[i].number)
            return run->exceptions[rows[i].type];
    return type;
}

ObjectId exception_new(Run *run, const Arguments *arguments)
{
    const Model *model = run->model;
    ObjectId type = os_error_type(run, arguments), args = arguments->tuple;
    if (args && model_object(model, args)->slot_count == arguments->count - 1)
        return exception_create_with(run, type, args);
    return exception_create(run, type, arguments->values + 1, arguments->count - 1);
}

static bool has_own_init(Run *run, ObjectId exception)
{
    ObjectId init = lookup_special(run, exception, "__init__");
    return init && model_kind(run->model, init) == KIND_FUNCTION;
}

/* Are these its args already, from __new__? The class's own __init__ calls with a new tuple. */
static bool has_args(Run *run, ObjectId exception, const ObjectId *values, uint32_t count)
{
    if (has_own_init(run, exception))
        return false;
    const Object *args = model_object(run->model, args_of(run, exception));
    return args->slot_count == count &&
           (!count || memcmp(args->slots, values, count * sizeof *values) == 0);
}

/* OSError's arguments are __new__'s, unless a class has its own __init__ (oserror_use_init). */
static bool init_is_done(Run *run, ObjectId exception)
{
    ObjectId type = model_object(run->model, exception)->type;
    return type_is_subtype(run, type, run->exceptions[EXC_OSError]) &&
           !has_own_init(run, exception);
}

static ObjectId method_init(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    ObjectId self = arguments->values[0];
    if (!take_keywords(run, self, arguments))
        return 0;
    uint32_t count = arguments->count - 1;
    if (init_is_done(run, self))
        return model->none;
    if (!exception_fields_check(run, self, arguments->values + 1, count))
        return 0;
    if (!has_args(run, self, arguments->values + 1, count)) {
        ObjectId args =
            count ? tuple_from(model, arguments->values + 1, count) : model->empty_tuple;
        reference_set(model, self, EXCEPTION_SLOT_ARGS, args);
    }
    return exception_fields_init(run, self, arguments->values + 1, count) ? model->none : 0;
}

static ObjectId method_str(Run *run, const Arguments *arguments)
{
    Text text = {0};
    if (exception_str(run, arguments->values[0], &text))
        return str_of_text(run, &text);
    text_done(&text);
    return 0;
}

static ObjectId method_repr(Run *run, const Arguments *arguments)
{
    Text text = {0};
    if (exception_repr(run, arguments->values[0], &text))
        return str_of_text(run, &text);
    text_done(&text);
    return 0;
}

static ObjectId method_with_traceback(Run *run, const Arguments *arguments)
{
    bool fine = exception_set_traceback(run, arguments->values[0], arguments->values[1]);
    return fine ? arguments->values[0] : 0;
}

bool exception_add_note(Run *run, ObjectId self, ObjectId note)
{
    Model *model = run->model;
    if (model_kind(model, note) != KIND_STR)
        return raise_error(run, EXC_TypeError, "note must be a str, not '%.*s'",
                           SLICE(model_type_name(model, note)));
    ObjectId name = model_intern(model, slice_of("__notes__"));
    bool found = false;
    ObjectId notes = attribute_find(run, self, name, &found);
    if (!found && !raised(run)) {
        notes = list_from(model, NULL, 0, LIST_FILL_EXACT);
        if (!attribute_set(run, self, name, notes))
            return 0;
    }
    if (!notes)
        return 0;
    if (model_kind(model, notes) != KIND_LIST)
        return raise_error(run, EXC_TypeError, "Cannot add note: __notes__ is not a list");
    list_append(model, notes, note);
    return true;
}

static ObjectId method_add_note(Run *run, const Arguments *arguments)
{
    bool fine = exception_add_note(run, arguments->values[0], arguments->values[1]);
    return fine ? run->model->none : 0;
}

const Native exception_methods[] = {
    {.name = "__new__", .call = exception_new, .most = -1, .style = NATIVE_STATIC},
    {.name = "__init__", .call = method_init, .most = -1, .style = NATIVE_RAW},
    {.name = "__repr__", .call = method_repr, .style = NATIVE_SLOT},
    {.name = "__str__", .call = method_str, .style = NATIVE_SLOT},
    {.name = "__reduce__", .call = reduce_exception, .style = NATIVE_NOARGS},
    {.name = "__setstate__",
     .call = reduce_set_exception_state,
     .least = 1,
     .most = 1,
     .style = NATIVE_O},
    {.name = "with_traceback",
     .call = method_with_traceback,
     .least = 1,
     .most = 1,
     .style = NATIVE_O},
    {.name = "add_note",
     .call = method_add_note,
     .least = 1,
     .most = 1,
     .style = NATIVE_O,
     .since = 11},
    {.name = ""},
};
