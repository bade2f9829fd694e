/* Looking for texts in texts, of str, bytes and bytearray: Objects/stringlib/find.h, count,
 * replace. */
#include <string.h>

#include "run/text/str_common.h"
#include "run/values/protocol.h"

/* What is looked for and where. */
typedef struct Search {
    Piece self, part;
    char byte;
    uint32_t start, stop;
} Search;

/* What a str looks for is a str. */
static bool check_text(Run *run, ObjectId value, const char *function)
{
    const Model *model = run_model(run);
    if (model_kind(model, value) == KIND_STR)
        return true;
    if (model->profile->minor >= 13)
        return raise_error(run, EXC_TypeError, "%s() argument 1 must be str, not %s", function,
                           argument_type_string(run, value)) != 0;
    return raise_error(run, EXC_TypeError, "must be str, not %s", type_string(run, value)) != 0;
}

/* A bytes method takes an int for one byte. */
static bool read_part(Run *run, ObjectId self, ObjectId value, const char *function,
                      Search *search)
{
    const Model *model = run_model(run);
    bool text = model_kind(model, self) == KIND_STR;
    ObjectKind kind = model_kind(model, value);
    if (text && !check_text(run, value, function))
        return false;
    if (text || is_bytes_like(run, value)) {
        piece_init(run, value, &search->part);
        return true;
    }
    if (!kind_is_integer(kind) && !lookup_special(run, value, "__index__"))
        return raise_error(run, EXC_TypeError,
                           model->profile->minor < 7
                               ? "a bytes-like object is required, not '%s'"
                               : "argument should be integer or bytes-like object, not '%s'",
                           type_string(run, value)) != 0;
    if (!byte_value(run, value, "byte must be in range(0, 256)", &search->byte))
        return false;
    search->part.bytes = (Slice){&search->byte, 1};
    search->part.length = 1;
    return true;
}

/* One to three of them; up to 3.12 with a message of their own (_ParseTupleFinds). */
static bool find_arguments(Run *run, const Arguments *arguments, const char *function)
{
    uint32_t given = arguments->count - 1;
    bool named = run_model(run)->profile->minor >= 11;
    if (arguments->name_count)
        return raise_error(run, EXC_TypeError, "%s%s%s() takes no keyword arguments",
                           named ? type_string(run, arguments->values[0]) : "",
                           named ? "." : "", function) != 0;
    if (given >= 1 && given <= 3)
        return true;
    if (run_model(run)->profile->minor >= 13)
        return argument_count(run, arguments, 1, function, 1, 3);
    return raise_error(run, EXC_TypeError, "%s() takes at %s %d argument%s (%u given)",
                       function, given ? "most" : "least", given ? 3 : 1, given ? "s" : "",
                       given) != 0;
}

static bool search_init(Run *run, const Arguments *arguments, const char *function,
                        Search *search)
{
    *search = (Search){0};
    bool text_first = run_model(run)->profile->minor >= 13 &&
                      model_kind(run_model(run), arguments->values[0]) == KIND_STR;
    if (!find_arguments(run, arguments, function) ||
        (text_first && !check_text(run, arguments->values[1], function)))
        return false;
    piece_init(run, arguments->values[0], &search->self);
    if (piece_bounds(run, argument_at(arguments, 2), argument_at(arguments, 3),
                     search->self.length, &search->start, &search->stop) &&
        read_part(run, arguments->values[0], arguments->values[1], function, search))
        return true;
    piece_done(&search->self);
    piece_done(&search->part);
    return false;
}

static void search_done(Search *search)
{
    piece_done(&search->self);
    piece_done(&search->part);
}

static const char *last_match(Slice whole, Slice part)
{
    if (part.length > whole.length)
        return NULL;
    for (size_t at = whole.length - part.length + 1; at > 0; at--)
        if (!part.length || memcmp(whole.bytes + at - 1, part.bytes, part.length) == 0)
            return whole.bytes + at - 1;
    return NULL;
}

/* The position of the first (or last) match, -1: none. */
static int64_t search_find(const Search *search, bool last)
{
    if (search->start > search->self.length || search->start > search->stop)
        return -1;
    Slice area = piece_part(&search->self, search->start, search->stop);
    Slice part = search->part.bytes;
    if (!part.length)
        return last ? search->stop : search->start;
    const char *match = last ? last_match(area, part)
                             : memmem(area.bytes, area.length, part.bytes, part.length);
    if (!match)
        return -1;
    return piece_position(&search->self, (size_t)(match - search->self.bytes.bytes));
}

static ObjectId find(Run *run, const Arguments *arguments, const char *function, bool last,
                     bool must)
{
    Search search;
    if (!search_init(run, arguments, function, &search))
        return 0;
    int64_t position = search_find(&search, last);
    search_done(&search);
    if (position < 0 && must)
        return raise_error(run, EXC_ValueError,
                           model_kind(run_model(run), arguments->values[0]) == KIND_STR
                               ? "substring not found"
                               : "subsection not found");
    return int_from(run_model(run), position);
}

ObjectId str_find(Run *run, const Arguments *arguments)
{
    return find(run, arguments, "find", false, false);
}
ObjectId str_rfind(Run *run, const Arguments *arguments)
{
    return find(run, arguments, "rfind", true, false);
}
ObjectId str_index(Run *run, const Arguments *arguments)
{
    return find(run, arguments, "index", false, true);
}
ObjectId str_rindex(Run *run, const Arguments *arguments)
{
    return find(run, arguments, "rindex", true, true);
}

static int64_t count_matches(Slice area, Slice part)
{
    int64_t count = 0;
    const char *at = area.bytes, *end = area.bytes + area.length;
    while ((at = memmem(at, (size_t)(end - at), part.bytes, part.length))) {
        count++;
        at += part.length;
    }
    return count;
}

ObjectId str_count(Run *run, const Arguments *arguments)
{
    Search search;
    if (!search_init(run, arguments, "count", &search))
        return 0;
    int64_t count = 0;
    if (search.start <= search.self.length && search.start <= search.stop) {
        Slice area = piece_part(&search.self, search.start, search.stop);
        count = search.part.length ? count_matches(area, search.part.bytes)
                                   : (int64_t)search.stop - search.start + 1;
    }
    search_done(&search);
    return int_from(run_model(run), count);
}

/* --- startswith, endswith --- */

static bool matches_end(const Piece *self, Slice part, uint32_t start, uint32_t stop,
                        bool at_end)
{
    if (start > self->length || start > stop)
        return false;
    Slice area = piece_part(self, start, stop);
    if (part.length > area.length)
        return false;
    const char *from = at_end ? area.bytes + area.length - part.length : area.bytes;
    return !part.length || memcmp(from, part.bytes, part.length) == 0;
}

static bool affix_matches(Run *run, const Piece *whole, ObjectId affix, uint32_t start,
                          uint32_t stop, bool at_end)
{
    Piece part;
    piece_init(run, affix, &part);
    bool found = matches_end(whole, part.bytes, start, stop, at_end);
    piece_done(&part);
    return found;
}

static bool raise_affix(Run *run, ObjectId affix, bool in_tuple, bool text,
                        const char *function)
{
    const char *wanted = text ? "str" : "bytes", *type = type_string(run, affix);
    if (in_tuple && text)
        raise_error(run, EXC_TypeError, "tuple for %s must only contain str, not %s", function,
                    type);
    else if (in_tuple)
        raise_error(run, EXC_TypeError, "a bytes-like object is required, not '%s'", type);
    else
        raise_error(run, EXC_TypeError, "%s first arg must be %s or a tuple of %s, not %s",
                    function, wanted, wanted, type);
    return false;
}

/* One affix or a tuple of them: the first that fits ends it. */
static bool test_affixes(Run *run, const Arguments *arguments, const Piece *whole, bool at_end,
                         bool *ret_found)
{
    const Model *model = run_model(run);
    bool text = model_kind(model, arguments->values[0]) == KIND_STR;
    ObjectId affix = arguments->values[1];
    bool tuple = model_kind(model, affix) == KIND_TUPLE;
    const ObjectId *affixes = tuple ? model_object(model, affix)->slots : &affix;
    uint32_t count = tuple ? model_object(model, affix)->slot_count : 1, start, stop;
    *ret_found = false;
    if (!piece_bounds(run, argument_at(arguments, 2), argument_at(arguments, 3), whole->length,
                      &start, &stop))
        return false;
    for (uint32_t i = 0; i < count && !*ret_found; i++) {
        if (!(text ? model_kind(model, affixes[i]) == KIND_STR
                   : is_bytes_like(run, affixes[i])))
            return raise_affix(run, affixes[i], tuple, text,
                               at_end ? "endswith" : "startswith");
        *ret_found = affix_matches(run, whole, affixes[i], start, stop, at_end);
    }
    return true;
}

static ObjectId test_affix(Run *run, const Arguments *arguments, bool at_end)
{
    if (!find_arguments(run, arguments, at_end ? "endswith" : "startswith"))
        return 0;
    Piece whole;
    bool found;
    piece_init(run, arguments->values[0], &whole);
    bool fine = test_affixes(run, arguments, &whole, at_end, &found);
    piece_done(&whole);
    return fine ? bool_from(run_model(run), found) : 0;
}

ObjectId str_startswith(Run *run, const Arguments *arguments)
{
    return test_affix(run, arguments, false);
}
ObjectId str_endswith(Run *run, const Arguments *arguments)
{
    return test_affix(run, arguments, true);
}

static ObjectId remove_affix(Run *run, const Arguments *arguments, bool at_end)
{
    ObjectId self = arguments->values[0];
    if (!piece_argument(run, self, arguments->values[1],
                        at_end ? "removesuffix" : "removeprefix", 0))
        return 0;
    Piece whole, part;
    piece_init(run, self, &whole);
    piece_init(run, arguments->values[1], &part);
    ObjectId result = self;
    Slice rest = whole.bytes;
    if (part.length && matches_end(&whole, part.bytes, 0, whole.length, at_end)) {
        rest.length -= part.bytes.length;
        if (!at_end)
            rest.bytes += part.bytes.length;
        result = piece_object(run, self, rest);
    } else if (object_is_user(run_model(run), self) ||
               model_kind(run_model(run), self) == KIND_BYTEARRAY) {
        result = piece_object(run, self, rest);
    }
    piece_done(&whole);
    piece_done(&part);
    return result;
}

ObjectId str_removeprefix(Run *run, const Arguments *arguments)
{
    return remove_affix(run, arguments, false);
}
ObjectId str_removesuffix(Run *run, const Arguments *arguments)
{
    return remove_affix(run, arguments, true);
}

/* --- replace --- */

/* `to` between all characters and at both ends. */
static void interleave(const Piece *whole, Slice to, int64_t most, Text *ret_text)
{
    for (uint32_t i = 0; i <= whole->length; i++) {
        if (most-- > 0)
            text_append_slice(ret_text, to);
        if (i < whole->length)
            text_append_slice(ret_text, piece_part(whole, i, i + 1));
    }
}

/* Returns how many were replaced. */
static int64_t replace_parts(Slice whole, Slice from, Slice to, int64_t most, Text *ret_text)
{
    const char *at = whole.bytes, *end = whole.bytes + whole.length;
    int64_t count = 0;
    while (count < most) {
        const char *match = memmem(at, (size_t)(end - at), from.bytes, from.length);
        if (!match)
            break;
        text_append(ret_text, at, (size_t)(match - at));
        text_append_slice(ret_text, to);
        at = match + from.length;
        count++;
    }
    text_append(ret_text, at, (size_t)(end - at));
    return count;
}

ObjectId str_replace(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId self = arguments->values[0];
    int64_t most = -1, count = 1;
    if (!piece_argument(run, self, arguments->values[1], "replace", 1) ||
        !piece_argument(run, self, arguments->values[2], "replace", 2))
        return 0;
    ObjectId most_object = argument_at(arguments, 3);
    if (most_object && !argument_size(run, most_object, &most))
        return 0;
    Piece whole, from, to;
    piece_init(run, self, &whole);
    piece_init(run, arguments->values[1], &from);
    piece_init(run, arguments->values[2], &to);
    Text text = {0};
    if (most < 0)
        most = INT64_MAX;
    if (from.length)
        count = replace_parts(whole.bytes, from.bytes, to.bytes, most, &text);
    else if (most && (whole.length || !most_object || model->profile->minor >= 9))
        interleave(&whole, to.bytes, most, &text);
    else
        count = 0;
    if (arguments->values[1] == arguments->values[2] && model_kind(model, self) == KIND_STR)
        count = 0;
    bool same = !count && (object_is_exact(model, self, TYPE_STR) ||
                           object_is_exact(model, self, TYPE_BYTES));
    ObjectId result =
        same ? self : piece_new(run, self, count ? text_slice(&text) : whole.bytes);
    text_done(&text);
    piece_done(&whole);
    piece_done(&from);
    piece_done(&to);
    return result;
}
