#include "run/builtins/stream.h"

#include <string.h>

#include "run/interpreter.h"
#include "run/text/encode.h"
#include "run/types/native_type.h"
#include "run/types/slots.h"

static const char *const stream_names[STREAM_COUNT] = {"stdin", "stdout", "stderr"};

ObjectId stream_sys_value(Run *run, const char *name)
{
    ObjectId system = run_objects(run)->system;
    const Model *model = run_model(run);
    int64_t entry = system ? dict_find_text(model, system, slice_of(name)) : -1;
    return entry < 0 ? 0 : dict_value(model, system, (uint32_t)entry);
}

ObjectId stream_current(Run *run, int number)
{
    const ObjectsState *state = run_objects(run);
    return state->system ? stream_sys_value(run, stream_names[number]) : state->streams[number];
}

ObjectId stream_hook(Run *run, const char *name)
{
    ObjectId hook = stream_sys_value(run, name);
    return hook && model_kind(run_model(run), hook) != KIND_BUILTIN ? hook : 0;
}

bool stream_is_standard(Run *run, ObjectId file)
{
    const ObjectsState *state = run_objects(run);
    return file >= state->streams[STREAM_IN] && file <= state->streams[STREAM_ERR];
}

static uint32_t number_of(Run *run, ObjectId file)
{
    return model_object(run_model(run), file)->a;
}

/* --- writing --- */

/* To the outside, as UTF-8: standard output has no lone surrogates, standard error shows them
 * by escapes. 0xed is in front of each, and of few other characters. */
static bool write_encoded(Run *run, uint32_t number, Slice text)
{
    if (!text.length || !memchr(text.bytes, 0xed, text.length))
        return !text.length || run_write(run, (int)number, text);
    Text bytes = {0};
    const char *errors = number == STREAM_ERR ? "backslashreplace" : "strict";
    bool fine = text_encode(run, text, "utf-8", errors, &bytes) &&
                run_write(run, (int)number, text_slice(&bytes));
    text_done(&bytes);
    return fine;
}

static bool write_standard(Run *run, ObjectId file, Slice text)
{
    uint32_t number = number_of(run, file);
    if (number == STREAM_IN)
        return raise_error(run, EXC_OSError, "not writable") != 0;
    return write_encoded(run, number, text);
}

bool stream_write(Run *run, ObjectId file, Slice text)
{
    Model *model = run_model(run);
    if (stream_is_standard(run, file))
        return write_standard(run, file, text);
    uint32_t mark = hand_mark(model);
    ObjectId method = attribute_get_string(run, file, "write");
    ObjectId value = method ? str_from(model, text) : 0;
    bool fine = method && call_object(run, method, &value, 1);
    hand_release(model, mark);
    return fine;
}

bool stream_flush(Run *run, ObjectId file)
{
    Model *model = run_model(run);
    if (stream_is_standard(run, file))
        return true;
    uint32_t mark = hand_mark(model);
    ObjectId method = attribute_get_string(run, file, "flush");
    bool fine = method && call_object(run, method, NULL, 0);
    hand_release(model, mark);
    return fine;
}

void stream_write_error(Run *run, Slice text)
{
    ObjectId file = stream_current(run, STREAM_ERR);
    if (!file || file == run_model(run)->none)
        return;
    if (stream_is_standard(run, file))
        write_encoded(run, number_of(run, file), text);
    else if (!stream_write(run, file, text))
        raise_clear(run);
}

/* --- reading --- */

/* What of the input has been fetched and not been read yet. */
static Slice unread(const Run *run)
{
    return (Slice){run->input.bytes + run->input_at, run->input.length - run->input_at};
}

/* Fetches some more; false at the end of the input, or raised. */
static bool fetch(Run *run)
{
    const RunOptions *options = run->options;
    Text line = {0};
    if (!run->input_started) {
        run->input_started = true;
        text_append_slice(&line, options->input);
    }
    if (!line.length && options->read_line)
        options->read_line(options->read_context, &line);
    bool fine =
        line.length && text_decode(run, text_slice(&line), "utf-8", "strict", &run->input);
    text_done(&line);
    return fine;
}

static Slice take(Run *run, size_t length)
{
    Slice taken = {run->input.bytes + run->input_at, length};
    run->input_at += length;
    return taken;
}

/* Lets go of what was read, before more is fetched. */
static void forget_read(Run *run)
{
    if (run->input_at != run->input.length)
        return;
    text_clear(&run->input);
    run->input_at = 0;
}

bool stream_read_line(Run *run, Slice *ret_line)
{
    forget_read(run);
    for (;;) {
        Slice rest = unread(run);
        const char *end = rest.length ? memchr(rest.bytes, '\n', rest.length) : NULL;
        if (end || !fetch(run)) {
            rest = unread(run);
            *ret_line = take(run, end ? (size_t)(end - rest.bytes) + 1 : rest.length);
            return ret_line->length > 0 && !raised(run);
        }
    }
}

void stream_give_back(Run *run, Slice *line, size_t length)
{
    run->input_at -= line->length - length;
    line->length = length;
}

bool stream_read_bytes(Run *run, int64_t size, Slice *ret_bytes)
{
    forget_read(run);
    while ((size < 0 || (int64_t)unread(run).length < size) && fetch(run))
        continue;
    if (raised(run))
        return false;
    size_t left = unread(run).length;
    *ret_bytes = take(run, size < 0 || (size_t)size > left ? left : (size_t)size);
    return true;
}

bool stream_read_line_from(Run *run, ObjectId file, Text *ret_line)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId method = attribute_get_string(run, file, "readline");
    ObjectId line = method ? call_object(run, method, NULL, 0) : 0;
    if (line && model_kind(model, line) != KIND_STR)
        raise_error(run, EXC_TypeError, "object.readline() returned non-string");
    else if (line)
        text_append_slice(ret_line, str_slice(model, line));
    hand_release(model, mark);
    return !raised(run) && ret_line->length > 0;
}

/* The bytes of the first `count` code points; all where there are fewer. */
static size_t length_of_points(Slice text, int64_t count)
{
    size_t at = 0;
    uint32_t point;
    for (; count > 0 && at < text.length; count--)
        at += utf8_decode(text.bytes + at, text.length - at, &point);
    return at;
}

/* --- methods --- */

bool stream_size_argument(Run *run, const Arguments *arguments, int64_t *ret_size)
{
    ObjectId size = argument_at(arguments, 1);
    *ret_size = -1;
    return !size || size == run_model(run)->none || object_index(run, size, ret_size);
}

static bool check_readable(Run *run, ObjectId file)
{
    return number_of(run, file) == STREAM_IN ||
           raise_error(run, EXC_OSError, "not readable") != 0;
}

static ObjectId file_read(Run *run, const Arguments *arguments)
{
    int64_t size;
    if (!check_readable(run, arguments->values[0]) ||
        !stream_size_argument(run, arguments, &size))
        return 0;
    forget_read(run);
    while ((size < 0 || (int64_t)utf8_count(unread(run).bytes, unread(run).length) < size) &&
           fetch(run))
        continue;
    if (raised(run))
        return 0;
    Slice rest = unread(run);
    size_t length = size < 0 ? rest.length : length_of_points(rest, size);
    return str_from(run_model(run), take(run, length));
}

static ObjectId file_readline(Run *run, const Arguments *arguments)
{
    int64_t size;
    Slice line = {0};
    if (!check_readable(run, arguments->values[0]) ||
        !stream_size_argument(run, arguments, &size))
        return 0;
    stream_read_line(run, &line);
    if (raised(run))
        return 0;
    stream_give_back(run, &line, size < 0 ? line.length : length_of_points(line, size));
    return str_from(run_model(run), line);
}

static ObjectId file_readlines(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    int64_t hint, total = 0;
    if (!check_readable(run, arguments->values[0]) ||
        !stream_size_argument(run, arguments, &hint))
        return 0;
    ObjectId list = list_from(model, NULL, 0, LIST_FILL_EXACT);
    Slice line;
    while ((hint <= 0 || total < hint) && stream_read_line(run, &line)) {
        uint32_t mark = hand_mark(model);
        list_append(model, list, str_from(model, line));
        hand_release(model, mark);
        total += (int64_t)utf8_count(line.bytes, line.length);
    }
    return raised(run) ? 0 : list;
}

static ObjectId file_next(Run *run, const Arguments *arguments)
{
    Slice line;
    if (!check_readable(run, arguments->values[0]))
        return 0;
    if (stream_read_line(run, &line))
        return str_from(run_model(run), line);
    if (raised(run))
        return 0;
    return raise_stop(run);
}

static ObjectId file_self(Run *run, const Arguments *arguments)
{
    (void)run;
    return arguments->values[0];
}

static bool write_text(Run *run, ObjectId file, ObjectId text)
{
    const Model *model = run_model(run);
    if (model_kind(model, text) != KIND_STR)
        return raise_error(run, EXC_TypeError, "write() argument must be str, not %s",
                           argument_type_string(run, text)) != 0;
    return write_standard(run, file, str_slice(model, text));
}

static ObjectId file_write(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    if (!write_text(run, arguments->values[0], arguments->values[1]))
        return 0;
    return int_from(model, str_payload(model, arguments->values[1])->length);
}

static ObjectId file_writelines(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId iterator = iterate(run, arguments->values[1]);
    while (iterator) {
        uint32_t mark = hand_mark(model);
        ObjectId line = iterate_next(run, iterator);
        bool fine = line && write_text(run, arguments->values[0], line);
        hand_release(model, mark);
        if (!fine)
            break;
    }
    return raised(run) ? 0 : model->none;
}

static ObjectId file_repr(Run *run, const Arguments *arguments)
{
    uint32_t number = number_of(run, arguments->values[0]);
    char text[96];
    snprintf(text, sizeof text, "<_io.TextIOWrapper name='<%s>' mode='%s' encoding='utf-8'>",
             stream_names[number], number == STREAM_IN ? "r" : "w");
    return str_from_string(run_model(run), text);
}

static ObjectId file_nothing(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return run_model(run)->none;
}
static ObjectId file_false(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return run_model(run)->false_;
}
static ObjectId file_readable(Run *run, const Arguments *arguments)
{
    return bool_from(run_model(run), number_of(run, arguments->values[0]) == STREAM_IN);
}
static ObjectId file_writable(Run *run, const Arguments *arguments)
{
    return bool_from(run_model(run), number_of(run, arguments->values[0]) != STREAM_IN);
}
static ObjectId file_fileno(Run *run, const Arguments *arguments)
{
    return int_from(run_model(run), number_of(run, arguments->values[0]));
}

static const Native methods[] = {
    {"__enter__", file_self, 0, 0, NULL, NATIVE_NOARGS},
    {"__exit__", file_nothing, 0, -1, NULL, NATIVE_VARARGS},
    {"__iter__", file_self, 0, 0, NULL, NATIVE_SLOT},
    {"__next__", file_next, 0, 0, NULL, NATIVE_SLOT},
    {"__repr__", file_repr, 0, 0, NULL, NATIVE_SLOT},
    {"fileno", file_fileno, 0, 0, NULL, NATIVE_NOARGS},
    {"flush", file_nothing, 0, 0, NULL, NATIVE_NOARGS},
    {"isatty", file_false, 0, 0, NULL, NATIVE_NOARGS},
    {"read", file_read, 0, 1, NULL, NATIVE_VARARGS},
    {"readable", file_readable, 0, 0, NULL, NATIVE_NOARGS},
    {"readline", file_readline, 0, 1, NULL, NATIVE_VARARGS},
    {"readlines", file_readlines, 0, 1, NULL, NATIVE_VARARGS},
    {"reconfigure", file_nothing, 0, -1, NULL, NATIVE_RAW},
    {"seekable", file_false, 0, 0, NULL, NATIVE_NOARGS},
    {"writable", file_writable, 0, 0, NULL, NATIVE_NOARGS},
    {"write", file_write, 1, 1, NULL, NATIVE_O},
    {"writelines", file_writelines, 1, 1, NULL, NATIVE_O},
    SLOT_ROW_END,
};

static ObjectId get_buffer(Run *run, ObjectId file)
{
    return run_objects(run)->stream_buffers[number_of(run, file)];
}
static ObjectId get_name(Run *run, ObjectId file)
{
    char text[16];
    snprintf(text, sizeof text, "<%s>", stream_names[number_of(run, file)]);
    return str_from_string(run_model(run), text);
}
static ObjectId get_mode(Run *run, ObjectId file)
{
    return str_from_string(run_model(run), number_of(run, file) == STREAM_IN ? "r" : "w");
}
static ObjectId get_encoding(Run *run, ObjectId file)
{
    (void)file;
    return str_from_string(run_model(run), "utf-8");
}
static ObjectId get_errors(Run *run, ObjectId file)
{
    bool escapes = number_of(run, file) == STREAM_ERR;
    return str_from_string(run_model(run), escapes ? "backslashreplace" : "strict");
}
static ObjectId get_none(Run *run, ObjectId file)
{
    (void)file;
    return run_model(run)->none;
}
static ObjectId get_false(Run *run, ObjectId file)
{
    (void)file;
    return run_model(run)->false_;
}

static const NativeAttribute attributes[] = {
    {"buffer", get_buffer}, {"closed", get_false},        {"encoding", get_encoding},
    {"errors", get_errors}, {"mode", get_mode},           {"name", get_name},
    {"newlines", get_none}, {"write_through", get_false}, {""}};

static const NativeType type_file = {.name = "_io.TextIOWrapper",
                                     .flags = NATIVE_HIDDEN,
                                     .sizes = {64},
                                     .methods = methods,
                                     .attributes = attributes};

void stream_startup(Run *run)
{
    enum { FILE_SIZE = 64 };
    static const NativeType *const types[] = {&type_file, NULL};
    Model *model = run_model(run);
    native_types_make(run, 0, types);
    ObjectId type = native_type(run, &type_file);
    for (uint32_t i = 0; i < STREAM_COUNT; i++) {
        ObjectId stream =
            object_create_static(model, KIND_NATIVE, type, FILE_SIZE, (Payload){0});
        object_set_field(model, stream, FIELD_A, i);
        run_objects(run)->streams[i] = stream;
    }
}
