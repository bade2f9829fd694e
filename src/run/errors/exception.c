/* Exceptions: Objects/exceptions.c and Python/errors.c. The exception being raised and the ones
 * being handled are references of the thread (run->thread) and of generators, as CPython's are.
 */
#include <string.h>

#include "run/interpreter.h"
#include "run/values/objects.h"

/* --- built-in classes with fields of their own --- */

typedef struct ExceptionFields {
    ExceptionName type;
    uint32_t bytes;           /* more than a BaseException has */
    const char *const *names; /* NULL ended */
} ExceptionFields;

static const char *const value_field[] = {"value", NULL};
static const char *const code_field[] = {"code", NULL};
static const char *const name_field[] = {"name", NULL};
static const char *const attribute_fields[] = {"name", "obj", NULL};
static const char *const import_fields[] = {"name", "path", "msg", NULL};
static const char *const os_fields[] = {"errno", "strerror", "filename", "filename2", NULL};
static const char *const syntax_fields[] = {
    "msg",  "filename",   "lineno",     "offset",
    "text", "end_lineno", "end_offset", "print_file_and_line",
    NULL};
static const char *const unicode_fields[] = {"encoding", "object", "start",
                                             "end",      "reason", NULL};

static const char *const translate_fields[] = {"object", "start", "end", "reason", NULL};

static const ExceptionFields field_rows[] = {
    {EXC_StopIteration, 8, value_field},
    {EXC_SystemExit, 8, code_field},
    {EXC_NameError, 8, name_field},
    {EXC_AttributeError, 16, attribute_fields},
    {EXC_ImportError, 32, import_fields},
    {EXC_OSError, 40, os_fields},
    {EXC_SyntaxError, 64, syntax_fields},
    {EXC_UnicodeDecodeError, 40, unicode_fields},
    {EXC_UnicodeEncodeError, 40, unicode_fields},
    {EXC_UnicodeTranslateError, 40, translate_fields},
};

static const ExceptionFields *fields_of(const Run *run, ObjectId type)
{
    for (size_t i = 0; i < sizeof field_rows / sizeof *field_rows; i++)
        if (type_is_subtype(run, type, run->exceptions[field_rows[i].type]))
            return &field_rows[i];
    return NULL;
}

int exception_field(const Run *run, ObjectId exception, Slice name)
{
    const ExceptionFields *fields = fields_of(run, model_object(run->model, exception)->type);
    for (int i = 0; fields && fields->names[i]; i++)
        if (slice_is(name, fields->names[i]))
            return EXCEPTION_SLOT_COUNT + i;
    return -1;
}

/* --- making --- */

static void set_field(Run *run, ObjectId exception, uint32_t slot, ObjectId value)
{
    reference_set(run->model, exception, slot, value);
}

/* SyntaxError(message, (file, line, offset, text)) */
static void set_place(Run *run, ObjectId exception, ObjectId place)
{
    enum { PLACE_MOST = 6 };
    const Object *row = model_object(run->model, place);
    if (row->kind != KIND_TUPLE)
        return;
    for (uint32_t i = 0; i < row->slot_count && i < PLACE_MOST; i++)
        set_field(run, exception, EXCEPTION_SLOT_FILE + i, row->slots[i]);
}

/* oserror_parse_args: errno, strerror, filename, (Windows' number), filename2; a file's name is
 * no item of args. */
static void init_os_error(Run *run, ObjectId exception, const ObjectId *arguments,
                          uint32_t count)
{
    enum { OS_MOST = 5 };
    static const uint32_t places[OS_MOST] = {0, 1, 2, UINT32_MAX, 3};
    if (count < 2 || count > OS_MOST)
        return;
    for (uint32_t i = 0; i < count; i++)
        if (places[i] != UINT32_MAX)
            set_field(run, exception, EXCEPTION_SLOT_COUNT + places[i], arguments[i]);
    if (count > 2 && arguments[2] != run->model->none)
        set_field(run, exception, EXCEPTION_SLOT_ARGS, tuple_from(run->model, arguments, 2));
}

/* What __init__ of the built-in classes takes from the arguments. */
static void init_fields(Run *run, ObjectId exception, const ObjectId *arguments, uint32_t count)
{
    ObjectId type = model_object(run->model, exception)->type;
    const ExceptionFields *fields = fields_of(run, type);
    if (!fields)
        return;
    ObjectId args = model_object(run->model, exception)->slots[EXCEPTION_SLOT_ARGS];
    bool spreads = fields->type == EXC_UnicodeDecodeError ||
                   fields->type == EXC_UnicodeEncodeError ||
                   fields->type == EXC_UnicodeTranslateError;
    if (fields->type == EXC_StopIteration || fields->type == EXC_SystemExit) {
        ObjectId value = count ? arguments[0] : run->model->none;
        if (fields->type == EXC_SystemExit && count > 1)
            value = args;
        set_field(run, exception, EXCEPTION_SLOT_VALUE, value);
    } else if (fields->type == EXC_ImportError && count == 1) {
        set_field(run, exception, EXCEPTION_SLOT_MSG, arguments[0]);
    } else if (fields->type == EXC_SyntaxError && count) {
        set_field(run, exception, EXCEPTION_SLOT_COUNT, arguments[0]);
        if (count == 2)
            set_place(run, exception, arguments[1]);
    } else if (fields->type == EXC_OSError) {
        init_os_error(run, exception, arguments, count);
    } else if (spreads && count >= 2) {
        for (uint32_t i = 0; i < count && fields->names[i]; i++)
            set_field(run, exception, EXCEPTION_SLOT_COUNT + i, arguments[i]);
    }
}

static uint32_t field_count(const ExceptionFields *fields)
{
    uint32_t count = 0;
    while (fields && fields->names[count])
        count++;
    return count;
}

ObjectId exception_create(Run *run, ObjectId type, const ObjectId *arguments, uint32_t count)
{
    enum { SLOT_MOST = EXCEPTION_SLOT_COUNT + 8 };
    Model *model = run->model;
    const ExceptionFields *fields = fields_of(run, type);
    ObjectId exception =
        object_create(model, KIND_EXCEPTION, type,
                      run->profile->sizes.exception + (fields ? fields->bytes : 0), OBJECT_GC,
                      (Payload){.bits = 0});
    uint32_t mark = hand_mark(model);
    ObjectId slots[SLOT_MOST] = {0};
    slots[EXCEPTION_SLOT_ARGS] =
        count ? tuple_from(model, arguments, count) : model->empty_tuple;
    reference_splice(model, exception, 0, 0, slots, EXCEPTION_SLOT_COUNT + field_count(fields));
    hand_release(model, mark);
    init_fields(run, exception, arguments, count);
    collector_track(model, exception);
    return exception;
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

ObjectId exception_handled_here(const Run *run)
{
    uint32_t slot;
    ObjectId holder = handled_holder(run, &slot);
    return model_object(run->model, holder)->slots[slot];
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

ObjectId raise_object(Run *run, ObjectId exception)
{
    if (run->stopped)
        return 0;
    model_mark(run->model, CHANGE_RAISE, exception, 0, 0, 0);
    set_context(run, exception);
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
    if (exception)
        set_field(run, exception, EXCEPTION_SLOT_NAME, name);
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

static ObjectId args_of(const Run *run, ObjectId exception)
{
    return model_object(run->model, exception)->slots[EXCEPTION_SLOT_ARGS];
}

/* --- methods --- */

/* Classes that take some keywords name the wrong one. */
static bool raise_keyword(Run *run, ObjectId exception, Slice keyword)
{
    const Model *model = run->model;
    ObjectId type = model_object(model, exception)->type;
    bool takes = exception_field(run, exception, slice_of("name")) >= 0 &&
                 (run->profile->minor >= 10 ||
                  type_is_subtype(run, type, run->exceptions[EXC_ImportError]));
    if (takes && run->profile->minor >= 13)
        return raise_error(
            run, EXC_TypeError, "%.*s() got an unexpected keyword argument '%.*s'",
            SLICE(type_name(model, builtin_base(run, exception))), SLICE(keyword));
    if (takes && run->profile->minor >= 7)
        return raise_error(run, EXC_TypeError,
                           "'%.*s' is an invalid keyword argument for %.*s()", SLICE(keyword),
                           SLICE(type_name(model, builtin_base(run, exception))));
    if (takes)
        return raise_error(run, EXC_TypeError,
                           "'%.*s' is an invalid keyword argument for this function",
                           SLICE(keyword));
    return raise_error(run, EXC_TypeError,
                       run->profile->minor < 7 ? "%.*s does not take keyword arguments"
                                               : "%.*s() takes no keyword arguments",
                       SLICE(type_name(model, type)));
}

/* Keyword arguments of ImportError, NameError and AttributeError fill their fields. */
static bool take_keywords(Run *run, ObjectId exception, const Arguments *arguments)
{
    for (uint32_t i = 0; i < arguments->name_count; i++) {
        ObjectId name = model_object(run->model, arguments->names)->slots[i];
        int slot = exception_field(run, exception, str_slice(run->model, name));
        if (slot < 0)
            return raise_keyword(run, exception, str_slice(run->model, name));
        set_field(run, exception, (uint32_t)slot, arguments->values[arguments->count + i]);
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
    if (type != run->exceptions[EXC_OSError] || arguments->count < 3 || arguments->count > 6 ||
        model_kind(model, arguments->values[1]) != KIND_INT ||
        !int_is_small(model, arguments->values[1]))
        return type;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (int_value(model, arguments->values[1]) == rows[i].number)
            return run->exceptions[rows[i].type];
    return type;
}

ObjectId exception_new(Run *run, const Arguments *arguments)
{
    ObjectId type = os_error_type(run, arguments);
    return exception_create(run, type, arguments->values + 1, arguments->count - 1);
}

/* Are these its args already, from __new__? The class's own __init__ calls with a new tuple. */
static bool has_args(Run *run, ObjectId exception, const ObjectId *values, uint32_t count)
{
    ObjectId init = lookup_special(run, exception, "__init__");
    if (init && model_kind(run->model, init) == KIND_FUNCTION)
        return false;
    const Object *args = model_object(run->model, args_of(run, exception));
    return args->slot_count == count &&
           (!count || memcmp(args->slots, values, count * sizeof *values) == 0);
}

/* Unicode errors take exactly their fields, of these kinds. */
static bool init_unicode(Run *run, ObjectId self, const ObjectId *values, uint32_t count)
{
    static const ObjectKind kinds[] = {KIND_STR, KIND_STR, KIND_INT, KIND_INT, KIND_STR};
    const Model *model = run->model;
    const ExceptionFields *fields = fields_of(run, model_object(model, self)->type);
    ExceptionName name = fields ? fields->type : EXC_COUNT;
    bool translates = name == EXC_UnicodeTranslateError;
    if (!translates && name != EXC_UnicodeDecodeError && name != EXC_UnicodeEncodeError)
        return true;
    uint32_t first = translates ? 1 : 0, wanted = 5 - first;
    if (count != wanted)
        return raise_error(run, EXC_TypeError, "function takes exactly %u arguments (%u given)",
                           wanted, count);
    for (uint32_t i = 0; i < count; i++) {
        ObjectKind kind = model_kind(model, values[i]), needed = kinds[first + i];
        if (needed == KIND_INT && kind != KIND_INT)
            return raise_error(run, EXC_TypeError,
                               run->profile->minor < 10
                                   ? "an integer is required (got type %.*s)"
                                   : "'%.*s' object cannot be interpreted as an integer",
                               SLICE(model_type_name(model, values[i])));
        bool bytes = i == 1 && name == EXC_UnicodeDecodeError;
        if (bytes && !kind_is_bytes(kind))
            return raise_error(run, EXC_TypeError,
                               "a bytes-like object is required, not '%.*s'",
                               SLICE(model_type_name(model, values[i])));
        if (!bytes && needed == KIND_STR && kind != KIND_STR)
            return raise_error(run, EXC_TypeError, "argument %u must be str, not %.*s", i + 1,
                               SLICE(model_type_name(model, values[i])));
    }
    return true;
}

static ObjectId method_init(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    ObjectId self = arguments->values[0];
    if (!take_keywords(run, self, arguments))
        return 0;
    uint32_t count = arguments->count - 1;
    if (!init_unicode(run, self, arguments->values + 1, count))
        return 0;
    if (!has_args(run, self, arguments->values + 1, count)) {
        ObjectId args =
            count ? tuple_from(model, arguments->values + 1, count) : model->empty_tuple;
        reference_set(model, self, EXCEPTION_SLOT_ARGS, args);
    }
    init_fields(run, self, arguments->values + 1, count);
    return model->none;
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
    ObjectId traceback = arguments->values[1];
    if (traceback != run->model->none && model_kind(run->model, traceback) != KIND_TRACEBACK)
        return raise_error(run, EXC_TypeError, "__traceback__ must be a traceback or None");
    reference_set(run->model, arguments->values[0], EXCEPTION_SLOT_TRACEBACK,
                  traceback == run->model->none ? 0 : traceback);
    return arguments->values[0];
}

static ObjectId method_add_note(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    ObjectId self = arguments->values[0], note = arguments->values[1];
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
    list_append(model, notes, note);
    return model->none;
}

const Native exception_methods[] = {
    {.name = "__new__", .call = exception_new, .most = -1, .style = NATIVE_STATIC},
    {.name = "__init__", .call = method_init, .most = -1, .style = NATIVE_RAW},
    {.name = "__repr__", .call = method_repr, .style = NATIVE_SLOT},
    {.name = "__str__", .call = method_str, .style = NATIVE_SLOT},
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
