/* print and input, and the objects sys.stdout and sys.stderr: Python/bltinmodule.c. */
#include "model/collector.h"
#include "run/interpreter.h"
#include "run/native_type.h"
#include "run/tables.h"
#include "run/text.h"

enum { PRINT_SEP, PRINT_END, PRINT_FILE, PRINT_FLUSH, PRINT_OPTION_COUNT };
static const char *const print_keywords[] = {"sep", "end", "file", "flush", ""};

/* The text of sep or end; None and nothing mean the default. */
static bool separator(Run *run, ObjectId value, const char *name, const char *fallback,
                      Slice *ret_text)
{
    const Model *model = run_model(run);
    if (!value || value == model->none) {
        *ret_text = slice_of(fallback);
        return true;
    }
    if (model_kind(model, value) != KIND_STR)
        return raise_error(run, EXC_TypeError, "%s must be None or a string, not %s", name,
                           type_string(run, value)) != 0;
    *ret_text = str_slice(model, value);
    return true;
}

/* 1 stdout, 2 stderr, 0: an object with a write method of its own. */
static int stream_of(Run *run, ObjectId file)
{
    const Model *model = run_model(run);
    if (!file || file == model->none)
        return 1;
    return native_is(run, file, &type_file) ? (int)model_object(model, file)->a : 0;
}

/* The bound method write of a stream comes and goes with each piece; a collection that it makes
 * due runs while it lives, in PyObject_Str. */
static void count_bound_method(Model *model)
{
    if (model->profile->free_lists.method)
        return;
    collector_allocated(model);
    if (model->collection_due)
        collector_run_due(model);
    collector_freed(model);
}

/* One piece of output as it is made: print shows what it wrote before an exception. */
static bool write_piece(Run *run, ObjectId file, Slice piece)
{
    Model *model = run_model(run);
    int stream = stream_of(run, file);
    if (stream) {
        count_bound_method(model);
        return !piece.length || run_write(run, stream, piece);
    }
    uint32_t mark = hand_mark(model);
    ObjectId method = attribute_get_string(run, file, "write");
    ObjectId text = method ? str_from(model, piece) : 0;
    bool fine = method && call_object(run, method, &text, 1);
    hand_release(model, mark);
    return fine;
}

static bool write_value(Run *run, ObjectId file, ObjectId value)
{
    Model *model = run_model(run);
    if (object_is_exact(model, value, TYPE_STR))
        return write_piece(run, file, str_slice(model, value));
    uint32_t mark = hand_mark(model);
    Text text = {0};
    bool fine = str_write(run, value, &text) && write_piece(run, file, text_slice(&text));
    text_done(&text);
    hand_release(model, mark);
    return fine;
}

/* From 3.11 on print has what it prints as a tuple, for as long as it runs. */
static void hold_printed(Model *model, const Arguments *arguments)
{
    if (model->profile->minor >= 11 && arguments->count)
        tuple_from(model, arguments->values, arguments->count);
}

static ObjectId builtin_print(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId options[PRINT_OPTION_COUNT];
    Slice sep, end;
    hold_printed(model, arguments);
    if (!argument_keywords(run, arguments, "print", print_keywords, options) ||
        !separator(run, options[PRINT_SEP], "sep", " ", &sep) ||
        !separator(run, options[PRINT_END], "end", "\n", &end))
        return 0;
    ObjectId file = options[PRINT_FILE];
    for (uint32_t i = 0; i < arguments->count; i++)
        if ((i && !write_piece(run, file, sep)) ||
            !write_value(run, file, arguments->values[i]))
            return 0;
    return write_piece(run, file, end) ? model->none : 0;
}

static ObjectId builtin_input(Run *run, const Arguments *arguments)
{
    Slice line;
    if (arguments->count && !write_value(run, 0, arguments->values[0]))
        return 0;
    if (!run_read_line(run, &line))
        return raise_error(run, EXC_EOFError, "EOF when reading a line");
    if (line.length && line.bytes[line.length - 1] == '\n')
        line.length--;
    return str_from(run_model(run), line);
}

/* --- sys.stdout, sys.stderr: field a says which --- */

static ObjectId file_write(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId text = arguments->values[1];
    if (model_kind(model, text) != KIND_STR)
        return raise_error(run, EXC_TypeError, "write() argument must be str, not %s",
                           type_string(run, text));
    if (!write_piece(run, arguments->values[0], str_slice(model, text)))
        return 0;
    return int_from(model, str_payload(model, text)->length);
}

static ObjectId file_flush(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return run_model(run)->none;
}

static ObjectId file_isatty(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return run_model(run)->false_;
}

static const Native file_methods[] = {
    {"flush", file_flush, 0, 0, NULL, NATIVE_NOARGS},
    {"isatty", file_isatty, 0, 0, NULL, NATIVE_NOARGS},
    {"write", file_write, 1, 1, NULL, NATIVE_O},
    {"", NULL, 0, 0, NULL, NATIVE_RAW},
};

const Native builtins_output[] = {
    {"input", builtin_input, 0, 1, NULL, NATIVE_VARARGS},
    {"print", builtin_print, 0, -1, NULL, NATIVE_RAW},
    {"", NULL, 0, 0, NULL, NATIVE_RAW},
};

static ObjectId file_name(Run *run, ObjectId file)
{
    Model *model = run_model(run);
    return str_from_string(model, model_object(model, file)->a == 2 ? "<stderr>" : "<stdout>");
}

static ObjectId file_encoding(Run *run, ObjectId file)
{
    (void)file;
    return str_from_string(run_model(run), "utf-8");
}

static const NativeAttribute file_attributes[] = {
    {"name", file_name}, {"encoding", file_encoding}, {""}};

const NativeType type_file = {.name = "_io.TextIOWrapper",
                              .flags = NATIVE_HIDDEN,
                              .sizes = {64},
                              .methods = file_methods,
                              .attributes = file_attributes};
