/* io.StringIO and io.BytesIO as types: how they begin and end, their tables. */
#include "run/interpreter.h"
#include "run/modules/memory_file.h"
#include "run/text/text.h"
#include "run/types/slots.h"

static ObjectId none(Run *run)
{
    return run_model(run)->none;
}

/* --- states --- */

static ObjectId file_enter(Run *run, const Arguments *arguments)
{
    return memory_file_is_not_closed(run, arguments->values[0]) ? arguments->values[0] : 0;
}

/* A class of the program may have a close of its own. */
static ObjectId file_exit(Run *run, const Arguments *arguments)
{
    ObjectId close = attribute_get_string(run, arguments->values[0], "close");
    return close && call_object(run, close, NULL, 0) ? none(run) : 0;
}

static ObjectId file_iter(Run *run, const Arguments *arguments)
{
    return file_enter(run, arguments);
}

/* StringIO has _IOBase's own, which does not know that it is closed. */
static ObjectId file_flush(Run *run, const Arguments *arguments)
{
    ObjectId file = arguments->values[0];
    return memory_file_is_text(run, file) || memory_file_is_open(run, file) ? none(run) : 0;
}

static ObjectId file_true(Run *run, const Arguments *arguments)
{
    return memory_file_is_open(run, arguments->values[0]) ? run_model(run)->true_ : 0;
}

static ObjectId file_is_terminal(Run *run, const Arguments *arguments)
{
    return memory_file_is_not_closed(run, arguments->values[0]) ? run_model(run)->false_ : 0;
}

static ObjectId get_closed(Run *run, ObjectId file)
{
    Model *model = run_model(run);
    return model_object(model, file)->b == FILE_CLOSED ? model->true_ : model->false_;
}

static ObjectId get_buffering(Run *run, ObjectId file)
{
    return memory_file_is_open(run, file) ? run_model(run)->false_ : 0;
}

static ObjectId get_none(Run *run, ObjectId file)
{
    (void)file;
    return none(run);
}

/* --- making --- */

static ObjectId file_new(Run *run, const Arguments *arguments)
{
    ObjectId type = arguments->values[0];
    bool text = type_is_subtype(run, type, native_type(run, &type_string_io));
    ObjectId value = memory_file_empty(run, text);
    return native_create(run, type, &value, 1);
}

static bool read_newline(Run *run, ObjectId value, uint32_t *ret_newline)
{
    static const struct {
        const char *text;
        Newline newline;
    } known[] = {
        {"\n", NEWLINE_LF}, {"", NEWLINE_KEEP}, {"\r", NEWLINE_CR}, {"\r\n", NEWLINE_CRLF}};
    *ret_newline = value ? NEWLINE_TRANSLATE : NEWLINE_LF;
    if (!value || value == none(run))
        return true;
    if (model_kind(run_model(run), value) != KIND_STR)
        return raise_error(run, EXC_TypeError, "newline must be str or None, not %s",
                           type_string(run, value));
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (slice_is(str_slice(run_model(run), value), known[i].text)) {
            *ret_newline = known[i].newline;
            return true;
        }
    Text text = {0};
    str_write_repr(str_slice(run_model(run), value), false, &text);
    raise_error(run, EXC_ValueError, "illegal newline value: %s", text_string(&text));
    text_done(&text);
    return false;
}

static const char *const string_keywords[] = {"initial_value", "newline", ""};
static const Native string_form = {"StringIO", NULL, 0, 2, string_keywords};

static ObjectId string_init(Run *run, const Arguments *arguments)
{
    ObjectId values[2];
    uint32_t newline;
    if (!arguments_sort(run, &string_form, 1, arguments, values) ||
        !read_newline(run, values[1], &newline))
        return 0;
    if (values[0] && values[0] != none(run) &&
        model_kind(run_model(run), values[0]) != KIND_STR)
        return raise_error(run, EXC_TypeError, "initial_value must be str or None, not %s",
                           type_string(run, values[0]));
    return memory_file_begin(run, arguments->values[0], values[0], newline) ? none(run) : 0;
}

static const char *const bytes_keywords[] = {"initial_bytes", ""};
static const Native bytes_form = {"BytesIO", NULL, 0, 1, bytes_keywords};

static ObjectId bytes_init(Run *run, const Arguments *arguments)
{
    ObjectId value;
    if (!arguments_sort(run, &bytes_form, 1, arguments, &value))
        return 0;
    return memory_file_begin(run, arguments->values[0], value, NEWLINE_LF) ? none(run) : 0;
}

/* What both have. */
#define FILE_ROWS                                                                              \
    {"__enter__", file_enter, 0, 0, NULL, NATIVE_NOARGS},                                      \
        {"__exit__", file_exit, 0, -1, NULL, NATIVE_VARARGS},                                  \
        {"__iter__", file_iter, 0, 0, NULL, NATIVE_SLOT},                                      \
        {"__new__", file_new, 0, -1, NULL, NATIVE_STATIC},                                     \
        {"__next__", slot_next, 0, 0, NULL, NATIVE_SLOT},                                      \
        {"close", memory_file_close, 0, 0, NULL, NATIVE_NOARGS},                               \
        {"flush", file_flush, 0, 0, NULL, NATIVE_NOARGS},                                      \
        {"getvalue", memory_file_value, 0, 0, NULL, NATIVE_NOARGS},                            \
        {"isatty", file_is_terminal, 0, 0, NULL, NATIVE_NOARGS},                               \
        {"read", memory_file_read, 0, 1, NULL, NATIVE_VARARGS},                                \
        {"readable", file_true, 0, 0, NULL, NATIVE_NOARGS},                                    \
        {"readline", memory_file_read_line, 0, 1, NULL, NATIVE_VARARGS},                       \
        {"readlines", memory_file_read_lines, 0, 1, NULL, NATIVE_VARARGS},                     \
        {"seek", memory_file_seek, 1, 2, NULL, NATIVE_VARARGS},                                \
        {"seekable", file_true, 0, 0, NULL, NATIVE_NOARGS},                                    \
        {"tell", memory_file_tell, 0, 0, NULL, NATIVE_NOARGS},                                 \
        {"truncate", memory_file_truncate, 0, 1, NULL, NATIVE_VARARGS},                        \
        {"writable", file_true, 0, 0, NULL, NATIVE_NOARGS},                                    \
        {"write", memory_file_write, 1, 1, NULL, NATIVE_O},                                    \
    {                                                                                          \
        "writelines", memory_file_write_lines, 1, 1, NULL, NATIVE_O                            \
    }

static const Native string_methods[] = {
    FILE_ROWS,
    {"__init__", string_init, 0, -1, NULL, NATIVE_RAW},
    SLOT_ROW_END,
};

static const Native bytes_methods[] = {
    FILE_ROWS,
    {"__init__", bytes_init, 0, -1, NULL, NATIVE_RAW},
    {"read1", memory_file_read, 1, 1, NULL, NATIVE_O, 0, 6},
    {"read1", memory_file_read, 0, 1, NULL, NATIVE_VARARGS, 7},
    {"readinto", memory_file_read_into, 1, 1, NULL, NATIVE_O},
    {"readinto1", memory_file_read_into, 1, 1, NULL, NATIVE_O},
    SLOT_ROW_END,
};

static const NativeAttribute string_attributes[] = {
    {.name = "closed", .get = get_closed}, {.name = "encoding", .get = get_none},
    {.name = "errors", .get = get_none},   {.name = "line_buffering", .get = get_buffering},
    {.name = "newlines", .get = get_none}, {.name = ""},
};

static const NativeAttribute bytes_attributes[] = {
    {.name = "closed", .get = get_closed},
    {.name = ""},
};

/* Classes of the program have the rest from io.py. */
static ObjectId base_new(Run *run, const Arguments *arguments)
{
    return native_create(run, arguments->values[0], NULL, 0);
}

static const Native base_methods[] = {
    {"__new__", base_new, 0, -1, NULL, NATIVE_STATIC},
    SLOT_ROW_END,
};
static const Native no_methods[] = {SLOT_ROW_END};

const NativeType type_io_base = {.name = "_io._IOBase",
                                 .flags =
                                     NATIVE_GC | NATIVE_BASETYPE | NATIVE_DICT | NATIVE_WEAKREF,
                                 .sizes = {64, 64, 48},
                                 .methods = base_methods};
const NativeType type_text_io_base = {.name = "_io._TextIOBase",
                                      .parent = &type_io_base,
                                      .flags = NATIVE_GC | NATIVE_BASETYPE,
                                      .methods = no_methods};
const NativeType type_buffered_io_base = {.name = "_io._BufferedIOBase",
                                          .parent = &type_io_base,
                                          .flags = NATIVE_GC | NATIVE_BASETYPE,
                                          .methods = no_methods};
const NativeType type_string_io = {
    .name = "_io.StringIO",
    .parent = &type_text_io_base,
    .flags = NATIVE_GC | NATIVE_BASETYPE | NATIVE_DICT | NATIVE_WEAKREF,
    .sizes = {152, 152, 136, 136, 136, 136, 184},
    .methods = string_methods,
    .attributes = string_attributes,
    .next = memory_file_next,
};
const NativeType type_bytes_io = {
    .name = "_io.BytesIO",
    .parent = &type_buffered_io_base,
    .flags = NATIVE_GC | NATIVE_BASETYPE | NATIVE_DICT | NATIVE_WEAKREF,
    .sizes = {96, 96, 80},
    .methods = bytes_methods,
    .attributes = bytes_attributes,
    .next = memory_file_next,
};

static const NativeType *const types[] = {&type_io_base,          &type_text_io_base,
                                          &type_buffered_io_base, &type_string_io,
                                          &type_bytes_io,         NULL};

const NativeModule module_io = {.name = "_io", .types = types};
