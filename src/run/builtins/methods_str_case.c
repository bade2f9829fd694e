/* Case, padding, translation: Objects/unicodeobject.c, and the same of bytes, where case is
 * ASCII's. */
#include <string.h>
#include <utf8proc.h>

#include "run/text/str_common.h"
#include "run/values/protocol.h"

typedef enum Case { CASE_UPPER, CASE_LOWER, CASE_TITLE, CASE_SWAP, CASE_FOLD } Case;

/* Characters whose case forms are several characters (SpecialCasing.txt). */
typedef struct SpecialCase {
    uint32_t point;
    const char *upper, *title, *lower, *fold;
} SpecialCase;

static const SpecialCase special_cases[] = {
    {0xdf, "SS", "Ss", "\u00df", "ss"},
    {0x130, "\u0130", "\u0130", "i\u0307", "i\u0307"},
    {0x149, "\u02bcN", "\u02bcN", "\u0149", "\u02bcn"},
    {0x1f0, "J\u030c", "J\u030c", "\u01f0", "j\u030c"},
    {0x390, "\u0399\u0308\u0301", "\u0399\u0308\u0301", "\u0390", "\u03b9\u0308\u0301"},
    {0x3b0, "\u03a5\u0308\u0301", "\u03a5\u0308\u0301", "\u03b0", "\u03c5\u0308\u0301"},
    {0x587, "\u0535\u0552", "\u0535\u0582", "\u0587", "\u0565\u0582"},
    {0x1e9e, "\u1e9e", "\u1e9e", "\u00df", "ss"},
    {0xfb00, "FF", "Ff", "\ufb00", "ff"},
    {0xfb01, "FI", "Fi", "\ufb01", "fi"},
    {0xfb02, "FL", "Fl", "\ufb02", "fl"},
    {0xfb03, "FFI", "Ffi", "\ufb03", "ffi"},
    {0xfb04, "FFL", "Ffl", "\ufb04", "ffl"},
    {0xfb05, "ST", "St", "\ufb05", "st"},
    {0xfb06, "ST", "St", "\ufb06", "st"},
};

static const SpecialCase *find_special(uint32_t point)
{
    for (size_t i = 0; i < sizeof special_cases / sizeof *special_cases; i++)
        if (special_cases[i].point == point)
            return &special_cases[i];
    return NULL;
}

static uint32_t fold_point(uint32_t point)
{
    utf8proc_int32_t folded[4];
    int boundary = 0;
    utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)point, folded, 4,
                                                     UTF8PROC_CASEFOLD, &boundary);
    return count == 1 ? (uint32_t)folded[0] : point;
}

static void append_cased(uint32_t point, Case which, Text *ret_text)
{
    const SpecialCase *special = find_special(point);
    if (special) {
        const char *forms[] = {special->upper, special->lower, special->title, special->upper,
                               special->fold};
        text_append_string(ret_text, forms[which]);
        return;
    }
    utf8proc_int32_t p = (utf8proc_int32_t)point;
    switch (which) {
    case CASE_UPPER:
    case CASE_SWAP:
        p = utf8proc_toupper(p);
        break;
    case CASE_LOWER:
        p = utf8proc_tolower(p);
        break;
    case CASE_TITLE:
        p = utf8proc_totitle(p);
        break;
    case CASE_FOLD:
        p = (utf8proc_int32_t)fold_point(point);
        break;
    }
    text_append_point(ret_text, (uint32_t)p);
}

/* A capital sigma at the end of a word has a small form of its own. */
static bool is_final_sigma(const TextPayload *text, uint32_t index)
{
    bool before = false, after = false;
    for (uint32_t i = index; i > 0 && !before; i--) {
        uint32_t point = str_point(text, i - 1);
        before = point_is_cased(point);
        if (!before && utf8proc_category((utf8proc_int32_t)point) != UTF8PROC_CATEGORY_MN &&
            point != '\'')
            break;
    }
    for (uint32_t i = index + 1; i < text->length && !after; i++) {
        uint32_t point = str_point(text, i);
        after = point_is_cased(point);
        if (!after && utf8proc_category((utf8proc_int32_t)point) != UTF8PROC_CATEGORY_MN &&
            point != '\'')
            break;
    }
    return before && !after;
}

static void append_lower(const TextPayload *text, uint32_t index, Text *ret_text)
{
    uint32_t point = str_point(text, index);
    if (point == 0x3a3)
        text_append_point(ret_text, is_final_sigma(text, index) ? 0x3c2 : 0x3c3);
    else
        append_cased(point, CASE_LOWER, ret_text);
}

static char ascii_upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 32) : c;
}

static char ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool ascii_is_letter(char c)
{
    return ascii_upper(c) != ascii_lower(c);
}

/* What a method makes of each character; `word` says whether the one before was a cased letter.
 */
typedef enum Mapping {
    MAP_UPPER,
    MAP_LOWER,
    MAP_SWAP,
    MAP_TITLE,
    MAP_CAPITALIZE,
    MAP_FOLD
} Mapping;

static void map_bytes(Slice bytes, Mapping mapping, Text *ret_text)
{
    bool word = false;
    for (size_t i = 0; i < bytes.length; i++) {
        char c = bytes.bytes[i], mapped = c;
        switch (mapping) {
        case MAP_UPPER:
            mapped = ascii_upper(c);
            break;
        case MAP_LOWER:
        case MAP_FOLD:
            mapped = ascii_lower(c);
            break;
        case MAP_SWAP:
            mapped = ascii_upper(c) == c ? ascii_lower(c) : ascii_upper(c);
            break;
        case MAP_TITLE:
            mapped = word ? ascii_lower(c) : ascii_upper(c);
            break;
        case MAP_CAPITALIZE:
            mapped = i ? ascii_lower(c) : ascii_upper(c);
            break;
        }
        word = ascii_is_letter(c);
        text_append_char(ret_text, mapped);
    }
}

static void map_points(const TextPayload *text, int minor, Mapping mapping, Text *ret_text)
{
    bool word = false;
    for (uint32_t i = 0; i < text->length; i++) {
        uint32_t point = str_point(text, i);
        switch (mapping) {
        case MAP_UPPER:
            append_cased(point, CASE_UPPER, ret_text);
            break;
        case MAP_LOWER:
            append_lower(text, i, ret_text);
            break;
        case MAP_FOLD:
            append_cased(point, CASE_FOLD, ret_text);
            break;
        case MAP_SWAP:
            if (point_is_upper(point))
                append_lower(text, i, ret_text);
            else if (point_is_lower(point))
                append_cased(point, CASE_SWAP, ret_text);
            else
                text_append_point(ret_text, point);
            break;
        case MAP_TITLE:
            if (word)
                append_lower(text, i, ret_text);
            else
                append_cased(point, CASE_TITLE, ret_text);
            break;
        case MAP_CAPITALIZE:
            if (i)
                append_lower(text, i, ret_text);
            else
                append_cased(point, minor < 8 ? CASE_UPPER : CASE_TITLE, ret_text);
            break;
        }
        word = point_is_cased(point);
    }
}

static ObjectId map_case(Run *run, const Arguments *arguments, Mapping mapping)
{
    const Model *model = run_model(run);
    ObjectId self = arguments->values[0];
    Text text = {0};
    Piece piece;
    piece_init(run, self, &piece);
    if (piece.points && !piece.points->ascii)
        map_points(piece.points, model->profile->minor, mapping, &text);
    else
        map_bytes(piece.bytes, mapping, &text);
    piece_done(&piece);
    ObjectId result = piece_new(run, self, text_slice(&text));
    text_done(&text);
    return result;
}

ObjectId str_upper(Run *run, const Arguments *arguments)
{
    return map_case(run, arguments, MAP_UPPER);
}
ObjectId str_lower(Run *run, const Arguments *arguments)
{
    return map_case(run, arguments, MAP_LOWER);
}
ObjectId str_capitalize(Run *run, const Arguments *arguments)
{
    return map_case(run, arguments, MAP_CAPITALIZE);
}
ObjectId str_title(Run *run, const Arguments *arguments)
{
    return map_case(run, arguments, MAP_TITLE);
}
ObjectId str_swapcase(Run *run, const Arguments *arguments)
{
    return map_case(run, arguments, MAP_SWAP);
}
ObjectId str_casefold(Run *run, const Arguments *arguments)
{
    return map_case(run, arguments, MAP_FOLD);
}

/* --- padding --- */

enum { WIDTH_LIMIT = 1 << 26 };

/* The fill character as bytes. */
static bool read_fill(Run *run, ObjectId self, ObjectId fill, const char *function,
                      Text *ret_fill)
{
    const Model *model = run_model(run);
    if (!fill) {
        text_append_char(ret_fill, ' ');
        return true;
    }
    if (model_kind(model, self) == KIND_STR) {
        if (model_kind(model, fill) != KIND_STR)
            return raise_error(run, EXC_TypeError,
                               "The fill character must be a unicode character, not %s",
                               type_string(run, fill)) != 0;
        if (str_payload(model, fill)->length != 1)
            return raise_error(run, EXC_TypeError,
                               "The fill character must be exactly one character long") != 0;
        text_append_slice(ret_fill, str_slice(model, fill));
        return true;
    }
    Text space = {0};
    bool fine = kind_is_bytes(model_kind(model, fill));
    if (fine) {
        Slice byte = bytes_slice(run, fill, &space);
        fine = byte.length == 1;
        if (fine)
            text_append_slice(ret_fill, byte);
    }
    text_done(&space);
    if (!fine)
        raise_error(run, EXC_TypeError,
                    "%s() argument 2 must be a byte string of length 1, not %s", function,
                    argument_type_string(run, fill));
    return fine;
}

static void repeat(Text *text, Slice fill, int64_t count)
{
    for (int64_t i = 0; i < count; i++)
        text_append_slice(text, fill);
}

/* `left` of the missing width goes in front: 0 none, 1 all, 2 half (str.center). */
static ObjectId pad(Run *run, const Arguments *arguments, const char *function, int left)
{
    Model *model = run_model(run);
    ObjectId self = arguments->values[0];
    int64_t width;
    Text fill = {0}, text = {0};
    if (!argument_size(run, arguments->values[1], &width) ||
        !read_fill(run, self, argument_at(arguments, 2), function, &fill)) {
        text_done(&fill);
        return 0;
    }
    Piece piece;
    piece_init(run, self, &piece);
    int64_t room = width - piece.length;
    ObjectId result = self;
    bool same = room <= 0 && (object_is_exact(model, self, TYPE_STR) ||
                              object_is_exact(model, self, TYPE_BYTES));
    if (width > WIDTH_LIMIT) {
        result = raise_with(run, EXC_MemoryError, 0);
    } else if (!same) {
        if (room < 0)
            room = 0;
        int64_t before = left == 2 ? room / 2 + (room & width & 1) : left ? room : 0;
        repeat(&text, text_slice(&fill), before);
        text_append_slice(&text, piece.bytes);
        repeat(&text, text_slice(&fill), room - before);
        result = piece_object(run, self, text_slice(&text));
    }
    piece_done(&piece);
    text_done(&fill);
    text_done(&text);
    return result;
}

ObjectId str_center(Run *run, const Arguments *arguments)
{
    return pad(run, arguments, "center", 2);
}
ObjectId str_ljust(Run *run, const Arguments *arguments)
{
    return pad(run, arguments, "ljust", 0);
}
ObjectId str_rjust(Run *run, const Arguments *arguments)
{
    return pad(run, arguments, "rjust", 1);
}

ObjectId str_zfill(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId self = arguments->values[0];
    int64_t width;
    if (!argument_size(run, arguments->values[1], &width))
        return 0;
    if (width > WIDTH_LIMIT)
        return raise_with(run, EXC_MemoryError, 0);
    Piece piece;
    piece_init(run, self, &piece);
    int64_t room = width - piece.length;
    ObjectId result = self;
    bool same = room <= 0 && (object_is_exact(model, self, TYPE_STR) ||
                              object_is_exact(model, self, TYPE_BYTES));
    if (!same) {
        Text text = {0};
        Slice rest = piece.bytes;
        if (rest.length && (rest.bytes[0] == '+' || rest.bytes[0] == '-')) {
            text_append_char(&text, rest.bytes[0]);
            rest = (Slice){rest.bytes + 1, rest.length - 1};
        }
        repeat(&text, (Slice){"0", 1}, room);
        text_append_slice(&text, rest);
        result = piece_object(run, self, text_slice(&text));
        text_done(&text);
    }
    piece_done(&piece);
    return result;
}

ObjectId str_expandtabs(Run *run, const Arguments *arguments)
{
    ObjectId self = arguments->values[0], size_object = argument_at(arguments, 1);
    int64_t size = 8, column = 0;
    if (size_object && !argument_c_int(run, size_object, &size))
        return 0;
    Piece piece;
    Text text = {0};
    piece_init(run, self, &piece);
    if (!memchr(piece.bytes.bytes, '\t', piece.bytes.length) &&
        object_is_exact(run_model(run), self, TYPE_STR))
        return self;
    for (uint32_t i = 0; i < piece.length; i++) {
        Slice part = piece_part(&piece, i, i + 1);
        char c = part.bytes[0];
        if (c == '\t') {
            int64_t spaces = size > 0 ? size - column % size : 0;
            repeat(&text, (Slice){" ", 1}, spaces);
            column += spaces;
            continue;
        }
        text_append_slice(&text, part);
        column = c == '\n' || c == '\r' ? 0 : column + 1;
    }
    ObjectId result = piece_object(run, self, text_slice(&text));
    text_done(&text);
    piece_done(&piece);
    return result;
}

/* --- translate --- */

/* What the table has for a character: 0 none (or raised). */
static ObjectId mapped(Run *run, ObjectId table, uint32_t point)
{
    ObjectId value = subscript_get(run, table, int_from(run_model(run), point));
    if (!value && raised_is(run, EXC_LookupError))
        raise_clear(run);
    return value;
}

static bool append_mapped(Run *run, ObjectId value, Text *ret_text)
{
    const Model *model = run_model(run);
    if (value == model->none)
        return true;
    if (model_kind(model, value) == KIND_STR) {
        text_append_slice(ret_text, str_slice(model, value));
        return true;
    }
    if (!kind_is_integer(model_kind(model, value)))
        return raise_error(run, EXC_TypeError,
                           "character mapping must return integer, None or str") != 0;
    int64_t point = int_is_small(model, value) ? int_value(model, value) : -1;
    if (point < 0 || point > 0x10ffff)
        return raise_error(run, EXC_ValueError,
                           "character mapping must be in range(0x110000)") != 0;
    text_append_point(ret_text, (uint32_t)point);
    return true;
}

ObjectId str_translate(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    const TextPayload *text = str_payload(model, arguments->values[0]);
    Text result = {0};
    bool fine = true;
    for (uint32_t i = 0; fine && i < text->length; i++) {
        uint32_t mark = hand_mark(model);
        ObjectId value = mapped(run, arguments->values[1], str_point(text, i));
        if (value)
            fine = append_mapped(run, value, &result);
        else if (raised(run))
            fine = false;
        else
            text_append_slice(&result, str_part(text, i, i + 1));
        hand_release(model, mark);
    }
    if (fine)
        return str_of_text(run, &result);
    text_done(&result);
    return 0;
}

static bool add_mapping(Run *run, ObjectId table, uint32_t from, ObjectId to)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    bool fine = dict_set_key(run, table, int_from(model, from), to);
    hand_release(model, mark);
    return fine;
}

/* maketrans of a dict: keys of one character become their numbers. */
static bool copy_table(Run *run, ObjectId table, ObjectId dict)
{
    const Model *model = run_model(run);
    for (uint32_t i = 0; i < dict_entry_end(model, dict); i++) {
        ObjectId key = dict_key(model, dict, i), value = key ? dict_value(model, dict, i) : 0;
        if (!key)
            continue;
        if (model_kind(model, key) == KIND_STR && str_payload(model, key)->length != 1)
            return raise_error(run, EXC_ValueError,
                               "string keys in translate table must be of length 1") != 0;
        if (model_kind(model, key) == KIND_STR) {
            if (!add_mapping(run, table, str_point(str_payload(model, key), 0), value))
                return false;
        } else if (!kind_is_integer(model_kind(model, key))) {
            return raise_error(run, EXC_TypeError,
                               "keys in translate table must be strings or integers") != 0;
        } else if (!dict_set_key(run, table, key, value)) {
            return false;
        }
    }
    return true;
}

static bool pair_table(Run *run, ObjectId table, const Arguments *arguments)
{
    Model *model = run_model(run);
    for (uint32_t i = 2; i < arguments->count; i++)
        if (model_kind(model, arguments->values[i]) != KIND_STR)
            return raise_error(run, EXC_TypeError,
                               "maketrans() argument %u must be str, not %s", i,
                               argument_type_string(run, arguments->values[i])) != 0;
    if (model_kind(model, arguments->values[1]) != KIND_STR)
        return raise_error(
                   run, EXC_TypeError,
                   "first maketrans argument must be a string if there is a second argument") !=
               0;
    const TextPayload *from = str_payload(model, arguments->values[1]);
    const TextPayload *to = str_payload(model, arguments->values[2]);
    if (from->length != to->length)
        return raise_error(run, EXC_ValueError,
                           "the first two maketrans arguments must have equal length") != 0;
    for (uint32_t i = 0; i < from->length; i++)
        if (!add_mapping(run, table, str_point(from, i), int_from(model, str_point(to, i))))
            return false;
    if (arguments->count < 4)
        return true;
    const TextPayload *gone = str_payload(model, arguments->values[3]);
    for (uint32_t i = 0; i < gone->length; i++)
        if (!add_mapping(run, table, str_point(gone, i), model->none))
            return false;
    return true;
}

ObjectId str_maketrans(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    static const Native form = {"maketrans", NULL, 1, 3, NULL, NATIVE_CLINIC};
    if (!arguments_check(run, &form, "str", arguments))
        return 0;
    ObjectId table = dict_create(model);
    if (arguments->count > 2)
        return pair_table(run, table, arguments) ? table : 0;
    if (!object_is_exact(model, arguments->values[1], TYPE_DICT))
        return raise_error(run, EXC_TypeError,
                           "if you give only one argument to maketrans it must be a dict");
    return copy_table(run, table, arguments->values[1]) ? table : 0;
}
