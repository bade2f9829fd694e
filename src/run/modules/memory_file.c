/* io.StringIO and io.BytesIO: Modules/_io/stringio.c, bytesio.c. Slot 0 is what has been
 * written, a str or bytes; behind it stand pieces that were written at the end and have not
 * been joined yet. Field a is the position and c the length, in code points or bytes; b is a
 * Newline, FILE_CLOSED when closed. */
#include "run/modules/memory_file.h"

#include <string.h>

#include "run/interpreter.h"
#include "run/text/str_common.h"
#include "run/text/text.h"
#include "run/types/slots.h"
#include "run/values/iterate.h"

/* What newline= makes of line breaks. */
typedef enum Newline {
    NEWLINE_LF,        /* '\n', the default: nothing is changed */
    NEWLINE_TRANSLATE, /* None: \r\n and \r become \n when written */
    NEWLINE_KEEP,      /* '': all three end a line */
    NEWLINE_CR,        /* '\r', '\r\n': \n becomes it when written */
    NEWLINE_CRLF,
    FILE_CLOSED = 16,
} Newline;

static const Object *row(Run *run, ObjectId file)
{
    return model_object(run_model(run), file);
}

static ObjectId none(Run *run)
{
    return run_model(run)->none;
}

static bool is_text(Run *run, ObjectId file)
{
    return native_is(run, file, &type_string_io);
}

static ObjectId empty(Run *run, bool text)
{
    return text ? run_model(run)->empty_str : run_model(run)->empty_bytes;
}

static void set_field(Run *run, ObjectId file, Field field, uint32_t value)
{
    object_set_field(run_model(run), file, field, value);
}

/* stringio.c has no point at the end of its message. */
static bool check_open(Run *run, ObjectId file)
{
    if (row(run, file)->b != FILE_CLOSED)
        return true;
    return raise_error(run, EXC_ValueError, "I/O operation on closed file%s",
                       is_text(run, file) ? "" : ".");
}

/* _io._IOBase's own check. */
static bool check_closed(Run *run, ObjectId file)
{
    return row(run, file)->b != FILE_CLOSED ||
           raise_error(run, EXC_ValueError, "I/O operation on closed file.");
}

/* --- the value --- */

/* All that has been written, its pieces joined; borrowed. */
static ObjectId value_of(Run *run, ObjectId file)
{
    Model *model = run_model(run);
    const Object *object = row(run, file);
    if (object->slot_count == 1)
        return object->slots[0];
    Text all = {0};
    for (uint32_t i = 0; i < object->slot_count; i++) {
        Piece piece;
        piece_init(run, object->slots[i], &piece);
        text_append_slice(&all, piece.bytes);
        piece_done(&piece);
    }
    uint32_t mark = hand_mark(model);
    ObjectId value = piece_object(run, object->slots[0], text_slice(&all));
    text_done(&all);
    reference_splice(model, file, 0, object->slot_count, &value, 1);
    hand_release(model, mark);
    return value;
}

static void set_value(Run *run, ObjectId file, Slice bytes, uint32_t length)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId value = piece_object(run, row(run, file)->slots[0], bytes);
    reference_set(model, file, 0, value);
    hand_release(model, mark);
    set_field(run, file, FIELD_C, length);
}

/* A new object with positions [start, stop). */
static ObjectId part(Run *run, ObjectId file, uint32_t start, uint32_t stop)
{
    ObjectId value = value_of(run, file);
    Piece piece;
    piece_init(run, value, &piece);
    ObjectId made = piece_object(run, value, piece_part(&piece, start, stop));
    piece_done(&piece);
    return made;
}

/* --- writing --- */

static void translate(Slice text, Newline newline, Text *ret_text)
{
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        if (newline == NEWLINE_TRANSLATE && c == '\r') {
            text_append_char(ret_text, '\n');
            i += i + 1 < text.length && text.bytes[i + 1] == '\n';
        } else if (c == '\n' && (newline == NEWLINE_CR || newline == NEWLINE_CRLF)) {
            text_append_string(ret_text, newline == NEWLINE_CR ? "\r" : "\r\n");
        } else {
            text_append_char(ret_text, c);
        }
    }
}

/* Into the middle, or behind the end after zeros. */
static void overwrite(Run *run, ObjectId file, uint32_t at, Slice bytes, uint32_t length)
{
    Piece old;
    Text made = {0};
    piece_init(run, value_of(run, file), &old);
    text_append_slice(&made, piece_part(&old, 0, at < old.length ? at : old.length));
    for (uint32_t i = old.length; i < at; i++)
        text_append_char(&made, '\0');
    text_append_slice(&made, bytes);
    text_append_slice(&made, piece_part(&old, at + length, old.length));
    uint32_t end = at + length > old.length ? at + length : old.length;
    piece_done(&old);
    set_value(run, file, text_slice(&made), end);
    text_done(&made);
}

/* `like` is a str for StringIO, else anything. */
static void write_bytes(Run *run, ObjectId file, ObjectId value, Slice bytes, uint32_t length)
{
    uint32_t at = row(run, file)->a;
    if (!length)
        return;
    if (at == row(run, file)->c) {
        reference_push(run_model(run), file, value);
        set_field(run, file, FIELD_C, at + length);
    } else {
        overwrite(run, file, at, bytes, length);
    }
    set_field(run, file, FIELD_A, at + length);
}

/* Writes a value; its length, as given, into `ret_length`. */
static bool write_value(Run *run, ObjectId file, ObjectId value, uint32_t *ret_length)
{
    Model *model = run_model(run);
    bool text = is_text(run, file);
    if (text && model_kind(model, value) != KIND_STR)
        return raise_error(run, EXC_TypeError, "string argument expected, got '%s'",
                           type_string(run, value));
    if (!text && !kind_is_bytes(model_kind(model, value)))
        return raise_error(run, EXC_TypeError, "a bytes-like object is required, not '%s'",
                           type_string(run, value));
    uint32_t mark = hand_mark(model);
    Piece piece;
    Text made = {0};
    piece_init(run, value, &piece);
    *ret_length = piece.length;
    if (text)
        translate(piece.bytes, (Newline)row(run, file)->b, &made);
    else
        text_append_slice(&made, piece.bytes);
    /* What is as it was is kept itself; a bytearray may change later. */
    bool same = model_kind(model, value) != KIND_BYTEARRAY &&
                slice_equal(text_slice(&made), piece.bytes);
    ObjectId kept = same ? value : piece_object(run, empty(run, text), text_slice(&made));
    Piece whole;
    piece_init(run, kept, &whole);
    write_bytes(run, file, kept, whole.bytes, whole.length);
    piece_done(&whole);
    piece_done(&piece);
    text_done(&made);
    hand_release(model, mark);
    return true;
}

static ObjectId file_write(Run *run, const Arguments *arguments)
{
    ObjectId file = arguments->values[0];
    uint32_t length;
    if (!is_text(run, file) && !check_open(run, file))
        return 0;
    if (is_text(run, file) && model_kind(run_model(run), arguments->values[1]) == KIND_STR &&
        !check_open(run, file))
        return 0;
    bool fine = write_value(run, file, arguments->values[1], &length);
    return fine ? int_from(run_model(run), length) : 0;
}

static ObjectId file_write_lines(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId file = arguments->values[0];
    uint32_t mark = hand_mark(model), length;
    ObjectId iterator = check_closed(run, file) ? iterate(run, arguments->values[1]) : 0;
    if (!iterator)
        return 0;
    uint32_t round = hand_mark(model);
    ObjectId line;
    while ((line = iterate_next(run, iterator))) {
        if (!write_value(run, file, line, &length))
            return 0;
        hand_release(model, round);
    }
    hand_release(model, mark);
    return raised(run) ? 0 : none(run);
}

/* --- reading --- */

/* A size that may be missing, None or negative: all that is left. */
static bool read_size(Run *run, const Arguments *arguments, uint32_t *ret_size)
{
    ObjectId value = argument_at(arguments, 1);
    *ret_size = UINT32_MAX;
    if (!value || value == none(run))
        return true;
    bool older = run_model(run)->profile->minor < 7;
    bool is_integer = kind_is_integer(model_kind(run_model(run), value));
    if (!is_integer && (older || !object_override(run, value, "__index__")))
        return raise_error(run, EXC_TypeError,
                           older ? "integer argument expected, got '%s'"
                                 : "argument should be integer or None, not '%s'",
                           type_string(run, value));
    int64_t size;
    if (!object_index(run, value, &size))
        return false;
    if (size >= 0 && size < UINT32_MAX)
        *ret_size = (uint32_t)size;
    return true;
}

/* Takes up to `size` from the position on. */
static ObjectId take(Run *run, ObjectId file, uint32_t size)
{
    uint32_t at = row(run, file)->a, end = row(run, file)->c;
    if (at >= end)
        return empty(run, is_text(run, file));
    uint32_t stop = size < end - at ? at + size : end;
    ObjectId made = part(run, file, at, stop);
    set_field(run, file, FIELD_A, stop);
    return made;
}

static ObjectId file_read(Run *run, const Arguments *arguments)
{
    uint32_t size;
    ObjectId file = arguments->values[0];
    bool text = is_text(run, file);
    if ((text && !check_open(run, file)) || !read_size(run, arguments, &size) ||
        (!text && !check_open(run, file)))
        return 0;
    return take(run, file, size);
}

/* Bytes up to and with the first line break. */
static size_t line_bytes(Slice rest, Newline newline)
{
    for (size_t i = 0; i < rest.length; i++) {
        bool crlf = rest.bytes[i] == '\r' && i + 1 < rest.length && rest.bytes[i + 1] == '\n';
        if (newline == NEWLINE_CRLF ? crlf : newline == NEWLINE_KEEP && crlf)
            return i + 2;
        if (rest.bytes[i] == '\n' && newline != NEWLINE_CR && newline != NEWLINE_CRLF)
            return i + 1;
        if (rest.bytes[i] == '\r' && (newline == NEWLINE_KEEP || newline == NEWLINE_CR))
            return i + 1;
    }
    return rest.length;
}

static ObjectId take_line(Run *run, ObjectId file, uint32_t limit)
{
    uint32_t at = row(run, file)->a;
    if (at >= row(run, file)->c)
        return empty(run, is_text(run, file));
    Piece piece;
    piece_init(run, value_of(run, file), &piece);
    Slice rest = piece_part(&piece, at, piece.length);
    size_t bytes = line_bytes(rest, (Newline)row(run, file)->b);
    uint32_t length = piece.points ? (uint32_t)utf8_count(rest.bytes, bytes) : (uint32_t)bytes;
    piece_done(&piece);
    return take(run, file, length < limit ? length : limit);
}

static ObjectId file_read_line(Run *run, const Arguments *arguments)
{
    uint32_t size;
    ObjectId file = arguments->values[0];
    bool text = is_text(run, file);
    if ((text && !check_open(run, file)) || !read_size(run, arguments, &size) ||
        (!text && !check_open(run, file)))
        return 0;
    return take_line(run, file, size);
}

static bool at_end(Run *run, ObjectId file)
{
    return row(run, file)->a >= row(run, file)->c;
}

static ObjectId file_next(Run *run, ObjectId file)
{
    if (!check_open(run, file) || at_end(run, file))
        return 0;
    return take_line(run, file, UINT32_MAX);
}

static ObjectId file_read_lines(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId file = arguments->values[0];
    uint32_t hint, before = row(run, file)->a;
    if (!read_size(run, arguments, &hint) || !check_open(run, file))
        return 0;
    uint32_t mark = hand_mark(model);
    ObjectId lines = list_create(model, 0);
    uint32_t round = hand_mark(model);
    while (!at_end(run, file) && (!hint || row(run, file)->a - before < hint)) {
        list_append(model, lines, take_line(run, file, UINT32_MAX));
        hand_release(model, round);
    }
    return hand_return(model, mark, lines);
}

static ObjectId file_read_into(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId file = arguments->values[0], target = arguments->values[1];
    if (!check_open(run, file))
        return 0;
    if (model_kind(model, target) != KIND_BYTEARRAY)
        return raise_error(run, EXC_TypeError,
                           "readinto() argument must be read-write bytes-like object, not %s",
                           argument_type_string(run, target));
    int64_t room;
    if (!object_length(run, target, &room))
        return 0;
    uint32_t mark = hand_mark(model);
    ObjectId taken = take(run, file, (uint32_t)room);
    int64_t length;
    if (!object_length(run, taken, &length))
        return 0;
    ObjectId bounds = slice_create(run, 0, int_from(model, length), 0);
    bool fine = !length || subscript_set(run, target, bounds, taken);
    hand_release(model, mark);
    return fine ? int_from(model, length) : 0;
}

static ObjectId file_value(Run *run, const Arguments *arguments)
{
    return check_open(run, arguments->values[0])
               ? hand_hold(run_model(run), value_of(run, arguments->values[0]))
               : 0;
}

/* --- positions --- */

static ObjectId file_tell(Run *run, const Arguments *arguments)
{
    ObjectId file = arguments->values[0];
    return check_open(run, file) ? int_from(run_model(run), row(run, file)->a) : 0;
}

static ObjectId seek_to(Run *run, ObjectId file, int64_t position)
{
    position = position < 0 ? 0 : position > INT32_MAX ? INT32_MAX : position;
    set_field(run, file, FIELD_A, (uint32_t)position);
    return int_from(run_model(run), position);
}

static ObjectId file_seek(Run *run, const Arguments *arguments)
{
    enum { FROM_START, FROM_HERE, FROM_END };
    ObjectId file = arguments->values[0];
    bool text = is_text(run, file);
    int64_t offset, whence = FROM_START;
    if (!object_index(run, arguments->values[1], &offset) ||
        (arguments->count > 2 && !argument_int(run, arguments->values[2], &whence)) ||
        !check_open(run, file))
        return 0;
    if (whence < FROM_START || whence > FROM_END)
        return raise_error(run, EXC_ValueError, "%s whence (%lld, should be 0, 1 or 2)",
                           text ? "Invalid" : "invalid", (long long)whence);
    if (whence == FROM_START && offset < 0)
        return raise_error(run, EXC_ValueError,
                           text ? "Negative seek position %lld" : "negative seek value %lld",
                           (long long)offset);
    if (text && whence != FROM_START && offset)
        return raise_error(run, EXC_OSError, "Can't do nonzero cur-relative seeks");
    int64_t base = whence == FROM_HERE ? row(run, file)->a : 0;
    return seek_to(run, file, offset + (whence == FROM_END ? row(run, file)->c : base));
}

static ObjectId file_truncate(Run *run, const Arguments *arguments)
{
    ObjectId file = arguments->values[0], value = argument_at(arguments, 1);
    bool text = is_text(run, file);
    int64_t size = row(run, file)->a;
    uint32_t given;
    if (!check_open(run, file) || !read_size(run, arguments, &given))
        return 0;
    if (value && value != none(run) && !object_index(run, value, &size))
        return 0;
    if (size < 0)
        return raise_error(run, EXC_ValueError, "%s size value %lld",
                           text ? "Negative" : "negative", (long long)size);
    if (size < row(run, file)->c) {
        Piece piece;
        piece_init(run, value_of(run, file), &piece);
        Slice kept = piece_part(&piece, 0, (uint32_t)size);
        set_value(run, file, kept, (uint32_t)size);
        piece_done(&piece);
    }
    return int_from(run_model(run), size);
}

/* --- the rest --- */

static ObjectId file_close(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId file = arguments->values[0], nothing = empty(run, is_text(run, file));
    if (row(run, file)->b == FILE_CLOSED)
        return none(run);
    reference_splice(model, file, 0, row(run, file)->slot_count, &nothing, 1);
    set_field(run, file, FIELD_B, FILE_CLOSED);
    return none(run);
}

static ObjectId file_enter(Run *run, const Arguments *arguments)
{
    return check_closed(run, arguments->values[0]) ? arguments->values[0] : 0;
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
    return is_text(run, file) || check_open(run, file) ? none(run) : 0;
}

static ObjectId file_true(Run *run, const Arguments *arguments)
{
    return check_open(run, arguments->values[0]) ? run_model(run)->true_ : 0;
}

static ObjectId file_is_terminal(Run *run, const Arguments *arguments)
{
    return check_closed(run, arguments->values[0]) ? run_model(run)->false_ : 0;
}

static ObjectId get_closed(Run *run, ObjectId file)
{
    Model *model = run_model(run);
    return row(run, file)->b == FILE_CLOSED ? model->true_ : model->false_;
}

static ObjectId get_buffering(Run *run, ObjectId file)
{
    return check_open(run, file) ? run_model(run)->false_ : 0;
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
    ObjectId value = empty(run, text);
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

/* Begins anew with a value, at its start. */
static bool begin(Run *run, ObjectId file, ObjectId value, uint32_t newline)
{
    ObjectId nothing = empty(run, is_text(run, file));
    uint32_t length;
    reference_splice(run_model(run), file, 0, row(run, file)->slot_count, &nothing, 1);
    set_field(run, file, FIELD_A, 0);
    set_field(run, file, FIELD_B, newline);
    set_field(run, file, FIELD_C, 0);
    if (value && value != none(run) && !write_value(run, file, value, &length))
        return false;
    set_field(run, file, FIELD_A, 0);
    return true;
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
    return begin(run, arguments->values[0], values[0], newline) ? none(run) : 0;
}

static const char *const bytes_keywords[] = {"initial_bytes", ""};
static const Native bytes_form = {"BytesIO", NULL, 0, 1, bytes_keywords};

static ObjectId bytes_init(Run *run, const Arguments *arguments)
{
    ObjectId value;
    if (!arguments_sort(run, &bytes_form, 1, arguments, &value))
        return 0;
    return begin(run, arguments->values[0], value, NEWLINE_LF) ? none(run) : 0;
}

/* What both have. */
#define FILE_ROWS                                                                              \
    {"__enter__", file_enter, 0, 0, NULL, NATIVE_NOARGS},                                      \
        {"__exit__", file_exit, 0, -1, NULL, NATIVE_VARARGS},                                  \
        {"__iter__", file_iter, 0, 0, NULL, NATIVE_SLOT},                                      \
        {"__new__", file_new, 0, -1, NULL, NATIVE_STATIC},                                     \
        {"__next__", slot_next, 0, 0, NULL, NATIVE_SLOT},                                      \
        {"close", file_close, 0, 0, NULL, NATIVE_NOARGS},                                      \
        {"flush", file_flush, 0, 0, NULL, NATIVE_NOARGS},                                      \
        {"getvalue", file_value, 0, 0, NULL, NATIVE_NOARGS},                                   \
        {"isatty", file_is_terminal, 0, 0, NULL, NATIVE_NOARGS},                               \
        {"read", file_read, 0, 1, NULL, NATIVE_VARARGS},                                       \
        {"readable", file_true, 0, 0, NULL, NATIVE_NOARGS},                                    \
        {"readline", file_read_line, 0, 1, NULL, NATIVE_VARARGS},                              \
        {"readlines", file_read_lines, 0, 1, NULL, NATIVE_VARARGS},                            \
        {"seek", file_seek, 1, 2, NULL, NATIVE_VARARGS},                                       \
        {"seekable", file_true, 0, 0, NULL, NATIVE_NOARGS},                                    \
        {"tell", file_tell, 0, 0, NULL, NATIVE_NOARGS},                                        \
        {"truncate", file_truncate, 0, 1, NULL, NATIVE_VARARGS},                               \
        {"writable", file_true, 0, 0, NULL, NATIVE_NOARGS},                                    \
        {"write", file_write, 1, 1, NULL, NATIVE_O},                                           \
    {                                                                                          \
        "writelines", file_write_lines, 1, 1, NULL, NATIVE_O                                   \
    }

static const Native string_methods[] = {
    FILE_ROWS,
    {"__init__", string_init, 0, -1, NULL, NATIVE_RAW},
    SLOT_ROW_END,
};

static const Native bytes_methods[] = {
    FILE_ROWS,
    {"__init__", bytes_init, 0, -1, NULL, NATIVE_RAW},
    {"read1", file_read, 1, 1, NULL, NATIVE_O, 0, 6},
    {"read1", file_read, 0, 1, NULL, NATIVE_VARARGS, 7},
    {"readinto", file_read_into, 1, 1, NULL, NATIVE_O},
    {"readinto1", file_read_into, 1, 1, NULL, NATIVE_O},
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

static const Native no_methods[] = {SLOT_ROW_END};

const NativeType type_io_base = {.name = "_io._IOBase",
                                 .flags =
                                     NATIVE_GC | NATIVE_BASETYPE | NATIVE_DICT | NATIVE_WEAKREF,
                                 .sizes = {64, 64, 48},
                                 .methods = no_methods};
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
    .next = file_next,
};
const NativeType type_bytes_io = {
    .name = "_io.BytesIO",
    .parent = &type_buffered_io_base,
    .flags = NATIVE_GC | NATIVE_BASETYPE | NATIVE_DICT | NATIVE_WEAKREF,
    .sizes = {96, 96, 80},
    .methods = bytes_methods,
    .attributes = bytes_attributes,
    .next = file_next,
};

static const NativeType *const types[] = {&type_io_base,          &type_text_io_base,
                                          &type_buffered_io_base, &type_string_io,
                                          &type_bytes_io,         NULL};

const NativeModule module_io = {.name = "_io", .types = types};
