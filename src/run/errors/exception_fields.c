#include "run/errors/exception_fields.h"

static const FieldName value_field[] = {{"value", 0, false}, {NULL, 0, false}};
static const FieldName code_field[] = {{"code", 0, false}, {NULL, 0, false}};
static const FieldName name_field[] = {{"name", 0, false}, {NULL, 0, false}};
static const FieldName attribute_fields[] = {
    {"name", 0, false}, {"obj", 0, false}, {NULL, 0, false}};
static const FieldName import_fields[] = {{"name", 0, false},
                                          {"path", 0, false},
                                          {"msg", 0, false},
                                          {"name_from", 12, false},
                                          {NULL, 0, false}};
static const FieldName os_fields[] = {
    {"errno", 0, false},     {"strerror", 0, false},           {"filename", 0, false},
    {"filename2", 0, false}, {"characters_written", 0, false}, {NULL, 0, false}};
static const FieldName syntax_fields[] = {
    {"msg", 0, false},         {"filename", 0, false},
    {"lineno", 0, false},      {"offset", 0, false},
    {"text", 0, false},        {"end_lineno", 10, false},
    {"end_offset", 10, false}, {"print_file_and_line", 0, false},
    {NULL, 0, false}};
static const FieldName unicode_fields[] = {{"encoding", 0, false}, {"object", 0, false},
                                           {"start", 0, false},    {"end", 0, false},
                                           {"reason", 0, false},   {NULL, 0, false}};
static const FieldName translate_fields[] = {{"object", 0, false},
                                             {"start", 0, false},
                                             {"end", 0, false},
                                             {"reason", 0, false},
                                             {NULL, 0, false}};

static const FieldName group_fields[] = {
    {"message", 0, true}, {"exceptions", 0, true}, {NULL, 0, false}};

static const ExceptionFields field_rows[] = {
    {EXC_StopIteration, 0, 8, value_field},
    {EXC_SystemExit, 0, 8, code_field},
    {EXC_NameError, 10, 8, name_field},
    {EXC_AttributeError, 10, 16, attribute_fields},
    {EXC_ImportError, 12, 32, import_fields},
    {EXC_ImportError, 0, 24, import_fields},
    {EXC_OSError, 0, 40, os_fields},
    {EXC_SyntaxError, 10, 64, syntax_fields},
    {EXC_SyntaxError, 0, 48, syntax_fields},
    {EXC_UnicodeDecodeError, 0, 40, unicode_fields},
    {EXC_UnicodeEncodeError, 0, 40, unicode_fields},
    {EXC_UnicodeTranslateError, 0, 40, translate_fields},
    {EXC_BaseExceptionGroup, 11, 16, group_fields},
};

const ExceptionFields *exception_fields(const Run *run, ObjectId type)
{
    for (size_t i = 0; i < sizeof field_rows / sizeof *field_rows; i++)
        if (run->profile->minor >= field_rows[i].since &&
            type_is_subtype(run, type, run->exceptions[field_rows[i].type]))
            return &field_rows[i];
    return NULL;
}

uint32_t exception_field_count(const ExceptionFields *fields)
{
    uint32_t count = 0;
    while (fields && fields->names[count].name)
        count++;
    return count;
}

int exception_field(const Run *run, ObjectId exception, Slice name)
{
    const ExceptionFields *fields =
        exception_fields(run, model_object(run->model, exception)->type);
    for (int i = 0; fields && fields->names[i].name; i++)
        if (run->profile->minor >= fields->names[i].since &&
            slice_is(name, fields->names[i].name))
            return EXCEPTION_SLOT_COUNT + i;
    return -1;
}

/* --- __init__ --- */

enum { PLACE_LEAST = 4, PLACE_MOST = 6 };

/* (file, line, offset, text), since 3.10 with the end's line and offset. */
static bool check_place(Run *run, uint32_t count)
{
    if (run->profile->minor < 10)
        return count == PLACE_LEAST ||
               raise_error(run, EXC_IndexError, "tuple index out of range");
    if (count < PLACE_LEAST || count > PLACE_MOST)
        return raise_error(run, EXC_TypeError, "function takes at %s arguments (%u given)",
                           count < PLACE_LEAST ? "least 4" : "most 6", count);
    return count != PLACE_MOST - 1 ||
           raise_error(run, EXC_TypeError,
                       "end_offset must be provided when end_lineno is provided");
}

/* SyntaxError(message, place) */
static bool set_place(Run *run, ObjectId exception, ObjectId place)
{
    ObjectId items = iterate_list(run, place);
    if (!items || !check_place(run, model_object(run->model, items)->slot_count))
        return false;
    const Object *row = model_object(run->model, items);
    for (uint32_t i = 0; i < row->slot_count; i++)
        reference_set(run->model, exception, EXCEPTION_SLOT_FILE + i, row->slots[i]);
    return true;
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
    ObjectId type = model_object(run->model, exception)->type;
    bool counts = count > 2 &&
                  type_is_subtype(run, type, run->exceptions[EXC_BlockingIOError]) &&
                  kind_is_integer(model_kind(run->model, arguments[2]));
    if (counts) { /* how much was written before it blocked */
        reference_set(run->model, exception, EXCEPTION_SLOT_WRITTEN, arguments[2]);
        count = 2;
    }
    for (uint32_t i = 0; i < count; i++)
        if (places[i] != UINT32_MAX)
            reference_set(run->model, exception, EXCEPTION_SLOT_COUNT + places[i],
                          arguments[i]);
    if (count > 2 && arguments[2] != run->model->none)
        reference_set(run->model, exception, EXCEPTION_SLOT_ARGS,
                      tuple_from(run->model, arguments, 2));
}

/* What __init__ of the built-in classes takes from the arguments. */
bool exception_fields_init(Run *run, ObjectId exception, const ObjectId *arguments,
                           uint32_t count)
{
    ObjectId type = model_object(run->model, exception)->type;
    const ExceptionFields *fields = exception_fields(run, type);
    if (!fields)
        return true;
    ObjectId args = model_object(run->model, exception)->slots[EXCEPTION_SLOT_ARGS];
    bool spreads = fields->type == EXC_UnicodeDecodeError ||
                   fields->type == EXC_UnicodeEncodeError ||
                   fields->type == EXC_UnicodeTranslateError;
    if (fields->type == EXC_SystemExit && !count)
        return true;
    if (fields->type == EXC_StopIteration || fields->type == EXC_SystemExit) {
        ObjectId value = count ? arguments[0] : run->model->none;
        if (fields->type == EXC_SystemExit && count > 1)
            value = args;
        reference_set(run->model, exception, EXCEPTION_SLOT_VALUE, value);
    } else if (fields->type == EXC_ImportError && count == 1) {
        reference_set(run->model, exception, EXCEPTION_SLOT_MSG, arguments[0]);
    } else if (fields->type == EXC_SyntaxError && count) {
        reference_set(run->model, exception, EXCEPTION_SLOT_COUNT, arguments[0]);
        return count != 2 || set_place(run, exception, arguments[1]);
    } else if (fields->type == EXC_OSError) {
        init_os_error(run, exception, arguments, count);
    } else if (spreads && count >= 2) {
        for (uint32_t i = 0; i < count && fields->names[i].name; i++)
            reference_set(run->model, exception, EXCEPTION_SLOT_COUNT + i, arguments[i]);
    }
    return true;
}

/* Unicode errors take exactly their fields, of these kinds. */
bool exception_fields_check(Run *run, ObjectId self, const ObjectId *values, uint32_t count)
{
    static const ObjectKind kinds[] = {KIND_STR, KIND_STR, KIND_INT, KIND_INT, KIND_STR};
    const Model *model = run->model;
    const ExceptionFields *fields = exception_fields(run, model_object(model, self)->type);
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

/* --- setting attributes --- */

static bool raise_kept(Run *run, Slice name)
{
    return raise_error(run, EXC_TypeError, "%.*s may not be deleted", SLICE(name));
}

/* BaseException_set_args */
static bool set_args(Run *run, ObjectId exception, ObjectId value)
{
    Model *model = run->model;
    ObjectId list = iterate_list(run, value);
    if (!list)
        return false;
    const Object *row = model_object(model, list);
    reference_set(model, exception, EXCEPTION_SLOT_ARGS,
                  row->slot_count ? tuple_from(model, row->slots, row->slot_count)
                                  : model->empty_tuple);
    return true;
}

/* __cause__ and __context__: an exception, or None. */
static bool set_linked(Run *run, ObjectId exception, uint32_t slot, const char *what,
                       ObjectId value)
{
    Model *model = run->model;
    if (value != model->none && !object_is_exception(run, value))
        return raise_error(run, EXC_TypeError,
                           "exception %s must be None or derive from BaseException", what);
    reference_set(model, exception, slot, value == model->none ? 0 : value);
    if (slot == EXCEPTION_SLOT_CAUSE)
        object_set_field(model, exception, FIELD_B, 1);
    return true;
}

bool exception_set_traceback(Run *run, ObjectId exception, ObjectId value)
{
    Model *model = run->model;
    if (value != model->none && model_kind(model, value) != KIND_TRACEBACK)
        return raise_error(run, EXC_TypeError, "__traceback__ must be a traceback or None");
    reference_set(model, exception, EXCEPTION_SLOT_TRACEBACK, value == model->none ? 0 : value);
    return true;
}

static bool set_suppress(Run *run, ObjectId exception, ObjectId value)
{
    Model *model = run->model;
    if (!value)
        return raise_error(run, EXC_TypeError, "can't delete numeric/char attribute");
    if (value != model->true_ && value != model->false_)
        return raise_error(run, EXC_TypeError, "attribute value type must be bool");
    object_set_field(model, exception, FIELD_B, value == model->true_);
    return true;
}

/* Positions of Unicode errors are C integers. */
static bool set_field(Run *run, ObjectId exception, int slot, Slice name, ObjectId value)
{
    const ExceptionFields *fields =
        exception_fields(run, model_object(run->model, exception)->type);
    if (fields->names[slot - EXCEPTION_SLOT_COUNT].read_only)
        return raise_error(run, EXC_AttributeError, "readonly attribute");
    bool is_number = slice_is(name, "start") || slice_is(name, "end");
    if (is_number && !value)
        return raise_error(run, EXC_TypeError, "can't delete numeric/char attribute");
    if (is_number && model_kind(run->model, value) != KIND_INT)
        return raise_error(run, EXC_TypeError, "an integer is required");
    int64_t written;
    bool counts = value && slice_is(name, "characters_written");
    if (counts && !object_index(run, value, &written))
        return false;
    reference_set(run->model, exception, (uint32_t)slot, value);
    return true;
}

bool exception_set_attribute(Run *run, ObjectId exception, Slice name, ObjectId value,
                             bool *ret_known)
{
    int slot = exception_field(run, exception, name);
    if (slot >= 0)
        return set_field(run, exception, slot, name, value);
    if (slice_is(name, "__suppress_context__"))
        return set_suppress(run, exception, value);
    bool is_cause = slice_is(name, "__cause__"), is_context = slice_is(name, "__context__"),
         is_traceback = slice_is(name, "__traceback__"), is_args = slice_is(name, "args");
    *ret_known = is_cause || is_context || is_traceback || is_args;
    if (*ret_known && !value)
        return raise_kept(run, name);
    if (is_cause)
        return set_linked(run, exception, EXCEPTION_SLOT_CAUSE, "cause", value);
    if (is_context)
        return set_linked(run, exception, EXCEPTION_SLOT_CONTEXT, "context", value);
    if (is_traceback)
        return exception_set_traceback(run, exception, value);
    return !is_args || set_args(run, exception, value);
}
