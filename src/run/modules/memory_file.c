/* What files in memory do: Modules/_io/stringio.c, bytesio.c. */
#include "run/modules/memory_file.h"

#include "run/interpreter.h"
#include "run/text/str_common.h"
#include "run/text/text.h"
#include "run/types/slots.h"
#include "run/values/iterate.h"

static const Object *row(Run *run, ObjectId file)
{
    return model_object(run_model(run), file);
}

static ObjectId none(Run *run)
{
    return run_model(run)->none;
}

bool memory_file_is_text(Run *run, ObjectId file)
{
    return native_is(run, file, &type_string_io);
}

ObjectId memory_file_empty(Run *run, bool text)
{
    return text ? run_model(run)->empty_str : run_model(run)->empty_bytes;
}

static void set_field(Run *run, ObjectId file, Field field, uint32_t value)
{
    object_set_field(run_model(run), file, field, value);
}

/* stringio.c has no point at the end of its message. */
bool memory_file_is_open(Run *run, ObjectId file)
{
    if (row(run, file)->b != FILE_CLOSED)
        return true;
    return raise_error(run, EXC_ValueError, "I/O operation on closed file%s",
                       memory_file_is_text(run, file) ? "" : ".");
}

/* _io._IOBase's own check. */
bool memory_file_is_not_closed(Run *run, ObjectId file)
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
bool memory_file_write_value(Run *run, ObjectId file, ObjectId value, uint32_t *ret_length)
{
    Model *model = run_model(run);
    bool text = memory_file_is_text(run, file);
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
    ObjectId kept =
        same ? value : piece_object(run, memory_file_empty(run, text), text_slice(&made));
    Piece whole;
    piece_init(run, kept, &whole);
    write_bytes(run, file, kept, whole.bytes, whole.length);
    piece_done(&whole);
    piece_done(&piece);
    text_done(&made);
    hand_release(model, mark);
    return true;
}

ObjectId memory_file_write(Run *run, const Arguments *arguments)
{
    ObjectId file = arguments->values[0];
    uint32_t length;
    if (!memory_file_is_text(run, file) && !memory_file_is_open(run, file))
        return 0;
    if (memory_file_is_text(run, file) &&
        model_kind(run_model(run), arguments->values[1]) == KIND_STR &&
        !memory_file_is_open(run, file))
        return 0;
    bool fine = memory_file_write_value(run, file, arguments->values[1], &length);
    return fine ? int_from(run_model(run), length) : 0;
}

ObjectId memory_file_write_lines(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId file = arguments->values[0];
    uint32_t mark = hand_mark(model), length;
    ObjectId iterator =
        memory_file_is_not_closed(run, file) ? iterate(run, arguments->values[1]) : 0;
    if (!iterator)
        return 0;
    uint32_t round = hand_mark(model);
    ObjectId line;
    while ((line = iterate_next(run, iterator))) {
        if (!memory_file_write_value(run, file, line, &length))
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
        return memory_file_empty(run, memory_file_is_text(run, file));
    uint32_t stop = size < end - at ? at + size : end;
    ObjectId made = part(run, file, at, stop);
    set_field(run, file, FIELD_A, stop);
    return made;
}

ObjectId memory_file_read(Run *run, const Arguments *arguments)
{
    uint32_t size;
    ObjectId file = arguments->values[0];
    bool text = memory_file_is_text(run, file);
    if ((text && !memory_file_is_open(run, file)) || !read_size(run, arguments, &size) ||
        (!text && !memory_file_is_open(run, file)))
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
        return memory_file_empty(run, memory_file_is_text(run, file));
    Piece piece;
    piece_init(run, value_of(run, file), &piece);
    Slice rest = piece_part(&piece, at, piece.length);
    size_t bytes = line_bytes(rest, (Newline)row(run, file)->b);
    uint32_t length = piece.points ? (uint32_t)utf8_count(rest.bytes, bytes) : (uint32_t)bytes;
    piece_done(&piece);
    return take(run, file, length < limit ? length : limit);
}

ObjectId memory_file_read_line(Run *run, const Arguments *arguments)
{
    uint32_t size;
    ObjectId file = arguments->values[0];
    bool text = memory_file_is_text(run, file);
    if ((text && !memory_file_is_open(run, file)) || !read_size(run, arguments, &size) ||
        (!text && !memory_file_is_open(run, file)))
        return 0;
    return take_line(run, file, size);
}

static bool at_end(Run *run, ObjectId file)
{
    return row(run, file)->a >= row(run, file)->c;
}

ObjectId memory_file_next(Run *run, ObjectId file)
{
    if (!memory_file_is_open(run, file) || at_end(run, file))
        return 0;
    return take_line(run, file, UINT32_MAX);
}

ObjectId memory_file_read_lines(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId file = arguments->values[0];
    uint32_t hint, before = row(run, file)->a;
    if (!read_size(run, arguments, &hint) || !memory_file_is_open(run, file))
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

ObjectId memory_file_read_into(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId file = arguments->values[0], target = arguments->values[1];
    if (!memory_file_is_open(run, file))
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

ObjectId memory_file_value(Run *run, const Arguments *arguments)
{
    return memory_file_is_open(run, arguments->values[0])
               ? hand_hold(run_model(run), value_of(run, arguments->values[0]))
               : 0;
}

/* --- positions --- */

ObjectId memory_file_tell(Run *run, const Arguments *arguments)
{
    ObjectId file = arguments->values[0];
    return memory_file_is_open(run, file) ? int_from(run_model(run), row(run, file)->a) : 0;
}

static ObjectId seek_to(Run *run, ObjectId file, int64_t position)
{
    position = position < 0 ? 0 : position > INT32_MAX ? INT32_MAX : position;
    set_field(run, file, FIELD_A, (uint32_t)position);
    return int_from(run_model(run), position);
}

ObjectId memory_file_seek(Run *run, const Arguments *arguments)
{
    enum { FROM_START, FROM_HERE, FROM_END };
    ObjectId file = arguments->values[0];
    bool text = memory_file_is_text(run, file);
    int64_t offset, whence = FROM_START;
    if (!object_index(run, arguments->values[1], &offset) ||
        (arguments->count > 2 && !argument_int(run, arguments->values[2], &whence)) ||
        !memory_file_is_open(run, file))
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

ObjectId memory_file_truncate(Run *run, const Arguments *arguments)
{
    ObjectId file = arguments->values[0], value = argument_at(arguments, 1);
    bool text = memory_file_is_text(run, file);
    int64_t size = row(run, file)->a;
    uint32_t given;
    if (!memory_file_is_open(run, file) || !read_size(run, arguments, &given))
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

/* --- beginning and end --- */

bool memory_file_begin(Run *run, ObjectId file, ObjectId value, uint32_t newline)
{
    ObjectId nothing = memory_file_empty(run, memory_file_is_text(run, file));
    uint32_t length;
    reference_splice(run_model(run), file, 0, row(run, file)->slot_count, &nothing, 1);
    set_field(run, file, FIELD_A, 0);
    set_field(run, file, FIELD_B, newline);
    set_field(run, file, FIELD_C, 0);
    if (value && value != none(run) && !memory_file_write_value(run, file, value, &length))
        return false;
    set_field(run, file, FIELD_A, 0);
    return true;
}

ObjectId memory_file_close(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId file = arguments->values[0],
             nothing = memory_file_empty(run, memory_file_is_text(run, file));
    if (row(run, file)->b == FILE_CLOSED)
        return none(run);
    reference_splice(model, file, 0, row(run, file)->slot_count, &nothing, 1);
    set_field(run, file, FIELD_B, FILE_CLOSED);
    return none(run);
}
