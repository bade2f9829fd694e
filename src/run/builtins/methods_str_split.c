/* Cutting and joining, of str, bytes and bytearray: Objects/stringlib/split.h, join, strip. */
#include <stdlib.h>
#include <string.h>

#include "run/text/str_common.h"
#include "run/values/iterate.h"
#include "run/values/protocol.h"

static bool is_space(const Piece *piece, uint32_t index)
{
    if (piece->points)
        return point_is_space(str_point(piece->points, index));
    char byte = piece->bytes.bytes[index];
    return byte == ' ' || (byte >= 9 && byte <= 13);
}

/* A list under construction: pieces of one text. */
typedef struct Parts {
    Run *run;
    ObjectId self, list;
    const Piece *piece;
} Parts;

/* Appends [start, stop); the text itself where that is all of it. */
static void add_part(Parts *parts, uint32_t start, uint32_t stop)
{
    Model *model = run_model(parts->run);
    uint32_t mark = hand_mark(model);
    bool whole = start == 0 && stop == parts->piece->length &&
                 (object_is_exact(model, parts->self, TYPE_STR) ||
                  object_is_exact(model, parts->self, TYPE_BYTES));
    ObjectId part =
        whole ? parts->self
              : piece_object(parts->run, parts->self, piece_part(parts->piece, start, stop));
    list_add(model, parts->list, part); /* SPLIT_ADD: into the room there is */
    hand_release(model, mark);
}

static void split_space(Parts *parts, int64_t most)
{
    uint32_t at = 0, length = parts->piece->length;
    for (;;) {
        while (at < length && is_space(parts->piece, at))
            at++;
        if (at >= length)
            return;
        uint32_t start = at;
        if (most-- <= 0) {
            add_part(parts, start, length);
            return;
        }
        while (at < length && !is_space(parts->piece, at))
            at++;
        add_part(parts, start, at);
    }
}

static void split_space_back(Parts *parts, int64_t most)
{
    uint32_t at = parts->piece->length;
    for (;;) {
        while (at > 0 && is_space(parts->piece, at - 1))
            at--;
        if (at == 0)
            return;
        uint32_t stop = at;
        if (most-- <= 0) {
            add_part(parts, 0, stop);
            return;
        }
        while (at > 0 && !is_space(parts->piece, at - 1))
            at--;
        add_part(parts, at, stop);
    }
}

static void split_by(Parts *parts, const Piece *separator, int64_t most)
{
    const Piece *piece = parts->piece;
    const char *start = piece->bytes.bytes, *end = start + piece->bytes.length;
    uint32_t position = 0;
    while (most-- > 0) {
        const char *match = memmem(start, (size_t)(end - start), separator->bytes.bytes,
                                   separator->bytes.length);
        if (!match)
            break;
        Slice between = {start, (size_t)(match - start)};
        uint32_t count = piece->points ? (uint32_t)utf8_count(between.bytes, between.length)
                                       : (uint32_t)between.length;
        add_part(parts, position, position + count);
        position += count + separator->length;
        start = match + separator->bytes.length;
    }
    add_part(parts, position, piece->length);
}

static void split_by_back(Parts *parts, const Piece *separator, int64_t most)
{
    const Piece *piece = parts->piece;
    const char *bytes = piece->bytes.bytes;
    size_t end = piece->bytes.length, size = separator->bytes.length;
    uint32_t stop = piece->length;
    for (size_t at = end; most > 0 && at >= size && at > 0; at--) {
        if (memcmp(bytes + at - size, separator->bytes.bytes, size) != 0)
            continue;
        uint32_t position = piece_position(piece, at);
        add_part(parts, position, stop);
        stop = position - separator->length;
        end = at - size;
        at = end + 1;
        most--;
    }
    add_part(parts, 0, stop);
}

static ObjectId reversed_list(Run *run, ObjectId list)
{
    Model *model = run_model(run);
    const Object *object = model_object(model, list);
    uint32_t count = object->slot_count;
    if (count < 2)
        return list;
    ObjectId *order = calloc(count, sizeof *order);
    for (uint32_t i = 0; i < count; i++)
        order[i] = object->slots[count - 1 - i];
    list_reorder(model, list, order);
    free(order);
    return list;
}

enum { SPLIT_CAPACITY = 12 }; /* MAX_PREALLOC */

/* The list's room before anything is in it: PREALLOC_SIZE of what may come. From 3.12 on str
 * knows a bound. */
static uint32_t split_capacity(Run *run, const Piece *piece, const Piece *separator,
                               int64_t most)
{
    if (separator->length > piece->length)
        return 1;
    if (most == INT64_MAX && piece->points && run_model(run)->profile->minor >= 12)
        most = separator->length ? piece->length / separator->length + 1
                                 : ((int64_t)piece->length - 1) / 2 + 1;
    return (uint32_t)(most < SPLIT_CAPACITY ? most + 1 : SPLIT_CAPACITY);
}

static ObjectId split(Run *run, const Arguments *arguments, bool back)
{
    Model *model = run_model(run);
    ObjectId self = arguments->values[0], separator = argument_at(arguments, 1);
    ObjectId most_object = argument_at(arguments, 2);
    int64_t most = -1;
    bool spaces = !separator || separator == model->none;
    if (most_object && !argument_size(run, most_object, &most))
        return 0;
    if (!spaces && model_kind(model, self) == KIND_STR &&
        model_kind(model, separator) != KIND_STR)
        return raise_error(run, EXC_TypeError, "must be str or None, not %s",
                           type_string(run, separator));
    if (!spaces && !piece_argument(run, self, separator, "split", 1))
        return 0;
    if (most < 0)
        most = INT64_MAX;
    Piece piece, by = {0};
    piece_init(run, self, &piece);
    if (!spaces)
        piece_init(run, separator, &by);
    ObjectId list = 0;
    if (!spaces && !by.length) {
        raise_error(run, EXC_ValueError, "empty separator");
    } else {
        list = list_create(model, split_capacity(run, &piece, &by, most));
        Parts parts = {run, self, list, &piece};
        if (spaces && back)
            split_space_back(&parts, most);
        else if (spaces)
            split_space(&parts, most);
        else if (back)
            split_by_back(&parts, &by, most);
        else
            split_by(&parts, &by, most);
        if (back)
            reversed_list(run, list);
    }
    piece_done(&piece);
    piece_done(&by);
    return list;
}

ObjectId str_split(Run *run, const Arguments *arguments)
{
    return split(run, arguments, false);
}
ObjectId str_rsplit(Run *run, const Arguments *arguments)
{
    return split(run, arguments, true);
}

static bool is_line_end(const Piece *piece, uint32_t index)
{
    uint32_t point = piece->points ? str_point(piece->points, index)
                                   : (unsigned char)piece->bytes.bytes[index];
    if (!piece->points)
        return point == '\n' || point == '\r';
    return (point >= 10 && point <= 13) || (point >= 0x1c && point <= 0x1e) || point == 0x85 ||
           point == 0x2028 || point == 0x2029;
}

static bool point_is(const Piece *piece, uint32_t index, char wanted)
{
    return index < piece->length &&
           (piece->points ? str_point(piece->points, index) == (uint32_t)wanted
                          : piece->bytes.bytes[index] == wanted);
}

ObjectId str_splitlines(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId self = arguments->values[0], keeps_object = argument_at(arguments, 1);
    bool keeps = false;
    if (keeps_object && !argument_flag(run, keeps_object, &keeps))
        return 0;
    Piece piece;
    piece_init(run, self, &piece);
    ObjectId list = list_from(model, NULL, 0, LIST_FILL_EXACT);
    Parts parts = {run, self, list, &piece};
    for (uint32_t at = 0; at < piece.length;) {
        uint32_t start = at;
        while (at < piece.length && !is_line_end(&piece, at))
            at++;
        uint32_t stop = at;
        if (at < piece.length)
            at += point_is(&piece, at, '\r') && point_is(&piece, at + 1, '\n') ? 2 : 1;
        add_part(&parts, start, keeps ? at : stop);
    }
    piece_done(&piece);
    return list;
}

/* --- partition --- */

static ObjectId partition(Run *run, const Arguments *arguments, bool back)
{
    Model *model = run_model(run);
    ObjectId self = arguments->values[0], separator = arguments->values[1];
    if (!piece_argument(run, self, separator, back ? "rpartition" : "partition", 0)) {
        if (model_kind(model, self) == KIND_STR) {
            raise_clear(run);
            raise_error(run, EXC_TypeError, "must be str, not %s", type_string(run, separator));
        }
        return 0;
    }
    Piece whole, by;
    piece_init(run, self, &whole);
    piece_init(run, separator, &by);
    Slice text = whole.bytes, part = by.bytes;
    bool mutable = model_kind(model, self) == KIND_BYTEARRAY; /* shares no part */
    ObjectId parts[3] = {0, 0, 0};
    if (!part.length) {
        raise_error(run, EXC_ValueError, "empty separator");
    } else {
        const char *match = NULL;
        if (!back)
            match = memmem(text.bytes, text.length, part.bytes, part.length);
        for (size_t at = text.length; back && !match && at >= part.length && at > 0; at--)
            if (memcmp(text.bytes + at - part.length, part.bytes, part.length) == 0)
                match = text.bytes + at - part.length;
        Slice empty = {"", 0};
        if (match) {
            size_t before = (size_t)(match - text.bytes);
            parts[0] = piece_object(run, self, (Slice){text.bytes, before});
            parts[1] = mutable ? piece_object(run, self, part) : separator;
            parts[2] = piece_object(
                run, self, (Slice){match + part.length, text.length - before - part.length});
        } else {
            ObjectId all =
                mutable || object_is_user(model, self) ? piece_object(run, self, text) : self;
            ObjectId nothing = piece_object(run, self, empty);
            ObjectId other = mutable ? piece_object(run, self, empty) : nothing;
            parts[0] = back ? nothing : all;
            parts[1] = other;
            parts[2] = back ? all : nothing;
        }
    }
    piece_done(&whole);
    piece_done(&by);
    return parts[0] ? tuple_from(model, parts, 3) : 0;
}

ObjectId str_partition(Run *run, const Arguments *arguments)
{
    return partition(run, arguments, false);
}
ObjectId str_rpartition(Run *run, const Arguments *arguments)
{
    return partition(run, arguments, true);
}

/* --- join --- */

static bool join_item(Run *run, ObjectId self, ObjectId item, uint32_t index, Text *ret_text)
{
    const Model *model = run_model(run);
    ObjectKind kind = model_kind(model, item);
    if (model_kind(model, self) == KIND_STR) {
        if (kind != KIND_STR)
            return raise_error(run, EXC_TypeError,
                               "sequence item %u: expected str instance, %s found", index,
                               type_string(run, item)) != 0;
        text_append_slice(ret_text, str_slice(model, item));
        return true;
    }
    if (!is_bytes_like(run, item))
        return raise_error(run, EXC_TypeError,
                           "sequence item %u: expected a bytes-like object, %s found", index,
                           type_string(run, item)) != 0;
    Text space = {0};
    text_append_slice(ret_text, bytes_slice(run, item, &space));
    text_done(&space);
    return true;
}

ObjectId str_join(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId self = arguments->values[0], items = arguments->values[1];
    if (!object_is_exact(model, items, TYPE_LIST) &&
        !object_is_exact(model, items, TYPE_TUPLE)) {
        uint32_t mark = hand_mark(model);
        ObjectId iterator = iterate(run, items);
        if (!iterator && raised_is(run, EXC_TypeError)) {
            raise_clear(run);
            return raise_error(run, EXC_TypeError, "can only join an iterable");
        }
        items = iterator ? iterate_list_with(run, items, iterator) : 0;
        hand_return(model, mark, items);
        if (!items)
            return 0;
    }
    const Object *object = model_object(model, items);
    ObjectKind kind = model_kind(model, self);
    if (object->slot_count == 1 && kind != KIND_BYTEARRAY &&
        object_is_exact(model, object->slots[0], kind == KIND_STR ? TYPE_STR : TYPE_BYTES))
        return object->slots[0];
    Piece separator;
    Text text = {0};
    piece_init(run, self, &separator);
    bool fine = true;
    for (uint32_t i = 0; fine && i < object->slot_count; i++) {
        if (i)
            text_append_slice(&text, separator.bytes);
        fine = join_item(run, self, object->slots[i], i, &text);
    }
    ObjectId result = fine ? piece_new(run, self, text_slice(&text)) : 0;
    text_done(&text);
    piece_done(&separator);
    return result;
}

/* --- strip --- */

static bool contains_point(const Piece *piece, uint32_t index, const Piece *set)
{
    Slice part = piece_part(piece, index, index + 1);
    return memmem(set->bytes.bytes, set->bytes.length, part.bytes, part.length) != NULL;
}

static ObjectId strip(Run *run, const Arguments *arguments, const char *function, bool left,
                      bool right)
{
    Model *model = run_model(run);
    ObjectId self = arguments->values[0], set_object = argument_at(arguments, 1);
    bool spaces = !set_object || set_object == model->none;
    if (!spaces && model_kind(model, self) == KIND_STR &&
        model_kind(model, set_object) != KIND_STR)
        return raise_error(run, EXC_TypeError, "%s arg must be None or str", function);
    if (!spaces && !piece_argument(run, self, set_object, function, 1))
        return 0;
    Piece piece, set = {0};
    piece_init(run, self, &piece);
    if (!spaces)
        piece_init(run, set_object, &set);
    uint32_t start = 0, stop = piece.length;
    while (left && start < stop &&
           (spaces ? is_space(&piece, start) : contains_point(&piece, start, &set)))
        start++;
    while (right && stop > start &&
           (spaces ? is_space(&piece, stop - 1) : contains_point(&piece, stop - 1, &set)))
        stop--;
    bool same =
        start == 0 && stop == piece.length &&
        (object_is_exact(model, self, TYPE_STR) || object_is_exact(model, self, TYPE_BYTES));
    ObjectId result = same ? self : piece_object(run, self, piece_part(&piece, start, stop));
    piece_done(&piece);
    piece_done(&set);
    return result;
}

ObjectId str_strip(Run *run, const Arguments *arguments)
{
    return strip(run, arguments, "strip", true, true);
}
ObjectId str_lstrip(Run *run, const Arguments *arguments)
{
    return strip(run, arguments, "lstrip", true, false);
}
ObjectId str_rstrip(Run *run, const Arguments *arguments)
{
    return strip(run, arguments, "rstrip", false, true);
}
