/* The buffers of the standard streams: static objects, field a says of which one. Unlike
 * CPython: a text does not wait for a flush, so that texts and bytes keep their order. */
#include "run/builtins/stream_bytes.h"

#include <stdio.h>

#include "run/builtins/stream.h"
#include "run/interpreter.h"
#include "run/types/native_type.h"
#include "run/types/slots.h"
#include "run/values/iterate.h"
#include "run/values/protocol.h"

static uint32_t number_of(Run *run, ObjectId buffer)
{
    return model_object(run_model(run), buffer)->a;
}

static ObjectId bytes_of(Run *run, Slice bytes)
{
    Text text = {0};
    text_append_slice(&text, bytes);
    return bytes_of_text(run, &text);
}

/* --- reading --- */

static ObjectId buffer_read(Run *run, const Arguments *arguments)
{
    int64_t size;
    Slice bytes;
    if (!stream_size_argument(run, arguments, &size) || !stream_read_bytes(run, size, &bytes))
        return 0;
    return bytes_of(run, bytes);
}

static ObjectId buffer_readline(Run *run, const Arguments *arguments)
{
    int64_t size;
    Slice line = {0};
    if (!stream_size_argument(run, arguments, &size))
        return 0;
    if (!stream_read_line(run, &line) && raised(run))
        return 0;
    if (size >= 0 && (int64_t)line.length > size)
        stream_give_back(run, &line, (size_t)size);
    return bytes_of(run, line);
}

static ObjectId buffer_readlines(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    int64_t hint, total = 0;
    if (!stream_size_argument(run, arguments, &hint))
        return 0;
    ObjectId list = list_from(model, NULL, 0, LIST_FILL_EXACT);
    Slice line;
    while ((hint <= 0 || total < hint) && stream_read_line(run, &line)) {
        uint32_t mark = hand_mark(model);
        list_append(model, list, bytes_of(run, line));
        hand_release(model, mark);
        total += (int64_t)line.length;
    }
    return raised(run) ? 0 : list;
}

static ObjectId buffer_next(Run *run, const Arguments *arguments)
{
    Slice line;
    (void)arguments;
    if (stream_read_line(run, &line))
        return bytes_of(run, line);
    if (raised(run))
        return 0;
    return raise_stop(run);
}

/* --- writing --- */

static bool write_bytes(Run *run, ObjectId buffer, ObjectId value)
{
    if (!is_bytes_like(run, value))
        return raise_error(run, EXC_TypeError, "a bytes-like object is required, not '%s'",
                           type_string(run, value)) != 0;
    Text space = {0};
    Slice bytes = bytes_slice(run, value, &space);
    bool fine = !bytes.length || run_write(run, (int)number_of(run, buffer), bytes);
    text_done(&space);
    return fine;
}

static ObjectId buffer_write(Run *run, const Arguments *arguments)
{
    int64_t length;
    ObjectId value = arguments->values[1];
    if (!write_bytes(run, arguments->values[0], value) || !object_length(run, value, &length))
        return 0;
    return int_from(run_model(run), length);
}

static ObjectId buffer_writelines(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId iterator = iterate(run, arguments->values[1]);
    while (iterator) {
        uint32_t mark = hand_mark(model);
        ObjectId part = iterate_next(run, iterator);
        bool fine = part && write_bytes(run, arguments->values[0], part);
        hand_release(model, mark);
        if (!fine)
            break;
    }
    return raised(run) ? 0 : model->none;
}

/* --- both --- */

static ObjectId buffer_self(Run *run, const Arguments *arguments)
{
    (void)run;
    return arguments->values[0];
}
static ObjectId buffer_nothing(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return run_model(run)->none;
}
static ObjectId buffer_fileno(Run *run, const Arguments *arguments)
{
    return int_from(run_model(run), number_of(run, arguments->values[0]));
}
static ObjectId buffer_readable(Run *run, const Arguments *arguments)
{
    return bool_from(run_model(run), number_of(run, arguments->values[0]) == STREAM_IN);
}
static ObjectId buffer_writable(Run *run, const Arguments *arguments)
{
    return bool_from(run_model(run), number_of(run, arguments->values[0]) != STREAM_IN);
}
static ObjectId buffer_false(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return run_model(run)->false_;
}

static ObjectId get_name(Run *run, ObjectId buffer)
{
    static const char *const names[STREAM_COUNT] = {"<stdin>", "<stdout>", "<stderr>"};
    return str_from_string(run_model(run), names[number_of(run, buffer)]);
}
static ObjectId get_mode(Run *run, ObjectId buffer)
{
    return str_from_string(run_model(run), number_of(run, buffer) == STREAM_IN ? "rb" : "wb");
}
static ObjectId get_closed(Run *run, ObjectId buffer)
{
    (void)buffer;
    return run_model(run)->false_;
}

static ObjectId buffer_repr(Run *run, const Arguments *arguments)
{
    const Model *model = run_model(run);
    ObjectId self = arguments->values[0];
    Text text = {0};
    text_append_format(&text, "<%s name='%.*s'>", type_string(run, self),
                       SLICE(str_slice(model, get_name(run, self))));
    return str_of_text(run, &text);
}

static const Native reader_methods[] = {
    {"__enter__", buffer_self, 0, 0, NULL, NATIVE_NOARGS},
    {"__exit__", buffer_nothing, 0, -1, NULL, NATIVE_VARARGS},
    {"__iter__", buffer_self, 0, 0, NULL, NATIVE_SLOT},
    {"__next__", buffer_next, 0, 0, NULL, NATIVE_SLOT},
    {"__repr__", buffer_repr, 0, 0, NULL, NATIVE_SLOT},
    {"fileno", buffer_fileno, 0, 0, NULL, NATIVE_NOARGS},
    {"flush", buffer_nothing, 0, 0, NULL, NATIVE_NOARGS},
    {"isatty", buffer_false, 0, 0, NULL, NATIVE_NOARGS},
    {"read", buffer_read, 0, 1, NULL, NATIVE_VARARGS},
    {"readable", buffer_readable, 0, 0, NULL, NATIVE_NOARGS},
    {"readline", buffer_readline, 0, 1, NULL, NATIVE_VARARGS},
    {"readlines", buffer_readlines, 0, 1, NULL, NATIVE_VARARGS},
    {"seekable", buffer_false, 0, 0, NULL, NATIVE_NOARGS},
    {"writable", buffer_writable, 0, 0, NULL, NATIVE_NOARGS},
    SLOT_ROW_END,
};

static const Native writer_methods[] = {
    {"__enter__", buffer_self, 0, 0, NULL, NATIVE_NOARGS},
    {"__exit__", buffer_nothing, 0, -1, NULL, NATIVE_VARARGS},
    {"__repr__", buffer_repr, 0, 0, NULL, NATIVE_SLOT},
    {"fileno", buffer_fileno, 0, 0, NULL, NATIVE_NOARGS},
    {"flush", buffer_nothing, 0, 0, NULL, NATIVE_NOARGS},
    {"isatty", buffer_false, 0, 0, NULL, NATIVE_NOARGS},
    {"readable", buffer_readable, 0, 0, NULL, NATIVE_NOARGS},
    {"seekable", buffer_false, 0, 0, NULL, NATIVE_NOARGS},
    {"writable", buffer_writable, 0, 0, NULL, NATIVE_NOARGS},
    {"write", buffer_write, 1, 1, NULL, NATIVE_O},
    {"writelines", buffer_writelines, 1, 1, NULL, NATIVE_O},
    SLOT_ROW_END,
};

static const NativeAttribute attributes[] = {
    {"closed", get_closed}, {"mode", get_mode}, {"name", get_name}, {""}};

static const NativeType type_reader = {.name = "_io.BufferedReader",
                                       .flags = NATIVE_HIDDEN,
                                       .sizes = {64},
                                       .methods = reader_methods,
                                       .attributes = attributes};
static const NativeType type_writer = {.name = "_io.BufferedWriter",
                                       .flags = NATIVE_HIDDEN,
                                       .sizes = {64},
                                       .methods = writer_methods,
                                       .attributes = attributes};

void stream_bytes_startup(Run *run)
{
    enum { BUFFER_SIZE = 64 };
    static const NativeType *const types[] = {&type_reader, &type_writer, NULL};
    Model *model = run_model(run);
    native_types_make(run, 0, types);
    for (uint32_t i = 0; i < STREAM_COUNT; i++) {
        ObjectId type = native_type(run, i == STREAM_IN ? &type_reader : &type_writer);
        ObjectId buffer =
            object_create_static(model, KIND_NATIVE, type, BUFFER_SIZE, (Payload){0});
        object_set_field(model, buffer, FIELD_A, i);
        run_objects(run)->stream_buffers[i] = buffer;
    }
}
