/* print and input: Python/bltinmodule.c. */
#include "run/builtins/stream.h"
#include "run/builtins/tables.h"
#include "run/builtins/writer.h"
#include "run/interpreter.h"
#include "run/text/text.h"

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

/* The call of the stream's write, and of what that calls. */
static bool call_write(Run *run, const Writer *writer, Slice text)
{
    static const char where[] = " while calling a Python object";
    bool calls_on = run_model(run)->profile->minor >= 7 || text.length;
    if (!recursion_enter(run, where))
        return false;
    bool fine = !calls_on || recursion_enter(run, where);
    if (fine && calls_on)
        recursion_leave(run);
    fine = fine && writer_write(run, writer, text);
    recursion_leave(run);
    return fine;
}

static bool write_text(Run *run, ObjectId file, Slice text)
{
    Writer writer;
    if (!writer_open(run, file, true, &writer))
        return false;
    bool fine = call_write(run, &writer, text);
    writer_close(run, &writer);
    return fine;
}

/* Making the text of a number or the like runs no code of the program. */
static bool is_plain(const Model *model, ObjectId value)
{
    ObjectId type = model_object(model, value)->type;
    return type == model->types[TYPE_INT] || type == model->types[TYPE_FLOAT] ||
           type == model->types[TYPE_BOOL] || value == model->none;
}

static bool write_value(Run *run, ObjectId file, ObjectId value)
{
    Model *model = run_model(run);
    if (object_is_exact(model, value, TYPE_STR))
        return write_text(run, file, str_slice(model, value));
    Writer writer;
    if (!writer_open(run, file, is_plain(model, value), &writer))
        return false;
    Text text = {0};
    bool fine = str_write(run, value, &text) && call_write(run, &writer, text_slice(&text));
    text_done(&text);
    writer_close(run, &writer);
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
    writer_know_keywords(run, print_keywords, arguments->name_count > 0);
    hold_printed(model, arguments);
    if (!argument_keywords(run, arguments, "print", print_keywords, options) ||
        !separator(run, options[PRINT_SEP], "sep", " ", &sep) ||
        !separator(run, options[PRINT_END], "end", "\n", &end))
        return 0;
    ObjectId file = options[PRINT_FILE];
    if (!file || file == model->none)
        file = stream_current(run, STREAM_OUT);
    if (!file)
        return raise_error(run, EXC_RuntimeError, "lost sys.stdout");
    if (file == model->none)
        return model->none;
    for (uint32_t i = 0; i < arguments->count; i++)
        if ((i && !write_text(run, file, sep)) || !write_value(run, file, arguments->values[i]))
            return 0;
    bool flushes = false;
    if (!write_text(run, file, end) ||
        (options[PRINT_FLUSH] && !object_truth(run, options[PRINT_FLUSH], &flushes)) ||
        (flushes && !stream_flush(run, file)))
        return 0;
    return model->none;
}

/* The stream that input() needs; 0: raised. */
static ObjectId input_stream(Run *run, int number, const char *name)
{
    ObjectId file = stream_current(run, number);
    if (file && file != run_model(run)->none)
        return file;
    return raise_error(run, EXC_RuntimeError, "input(): lost sys.%s", name);
}

static ObjectId builtin_input(Run *run, const Arguments *arguments)
{
    ObjectId in = input_stream(run, STREAM_IN, "stdin");
    ObjectId out = in ? input_stream(run, STREAM_OUT, "stdout") : 0;
    if (!out || (arguments->count && !write_value(run, out, arguments->values[0])) ||
        !stream_flush(run, out))
        return 0;
    Text other = {0};
    Slice line;
    bool fine = stream_is_standard(run, in) ? stream_read_line(run, &line)
                                            : stream_read_line_from(run, in, &other);
    if (other.length)
        line = text_slice(&other);
    if (fine && line.bytes[line.length - 1] == '\n')
        line.length--;
    ObjectId text = fine ? str_from(run_model(run), line) : 0;
    text_done(&other);
    if (!text && !raised(run))
        raise_error(run, EXC_EOFError, "EOF when reading a line");
    return text;
}

const Native builtins_output[] = {
    {"input", builtin_input, 0, 1, NULL, NATIVE_VARARGS},
    {"print", builtin_print, 0, -1, NULL, NATIVE_RAW},
    {"", NULL, 0, 0, NULL, NATIVE_RAW},
};
