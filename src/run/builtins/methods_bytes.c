/* Methods of bytes and bytearray; those that they share with str are in methods_str_find.c and
 * its neighbours. Objects/bytesobject.c, Objects/bytearrayobject.c. */
#include <string.h>

#include "run/text/str_common.h"
#include "run/types/reduce.h"
#include "run/values/iterate.h"
#include "run/values/subscript.h"

static ObjectId none(Run *run)
{
    return run_model(run)->none;
}

static ObjectId bytes_decode(Run *run, const Arguments *arguments)
{
    const char *encoding, *errors;
    if (!encode_options(run, "decode", argument_at(arguments, 1), argument_at(arguments, 2),
                        &encoding, &errors))
        return 0;
    Text space = {0}, text = {0};
    bool fine = text_decode(run, bytes_slice(run, arguments->values[0], &space), encoding,
                            errors, &text);
    text_done(&space);
    if (fine)
        return str_of_text(run, &text);
    text_done(&text);
    return 0;
}

static ObjectId bytes_bytes(Run *run, const Arguments *arguments)
{
    ObjectId self = arguments->values[0];
    if (object_is_exact(run_model(run), self, TYPE_BYTES))
        return self;
    return piece_object(run, self, bytes_slice(run, self, NULL));
}

/* bytes.hex(sep, bytes_per_sep): groups are counted from the right, negative ones from the
 * left. */
static ObjectId bytes_hex(Run *run, const Arguments *arguments)
{
    const Model *model = run_model(run);
    ObjectId separator = argument_at(arguments, 1), group_object = argument_at(arguments, 2);
    int64_t group = 1;
    if (group_object && !argument_size(run, group_object, &group))
        return 0;
    Text space = {0}, other = {0}, text = {0};
    Slice between = {"", 0};
    if (separator) {
        int64_t length;
        if (!object_length(run, separator, &length))
            return 0;
        ObjectKind kind = model_kind(model, separator);
        if (length == 1 && kind != KIND_STR && !kind_is_bytes(kind))
            return raise_error(run, EXC_TypeError, "sep must be str or bytes.");
        if (length != 1)
            return raise_error(run, EXC_ValueError, "sep must be length 1.");
        between = model_kind(model, separator) == KIND_STR
                      ? str_slice(model, separator)
                      : bytes_slice(run, separator, &other);
        if ((unsigned char)between.bytes[0] >= 0x80) {
            text_done(&other);
            return raise_error(run, EXC_ValueError, "sep must be ASCII.");
        }
    }
    Slice bytes = bytes_slice(run, arguments->values[0], &space);
    int64_t size = group < 0 ? -group : group, length = (int64_t)bytes.length;
    for (int64_t i = 0; i < length; i++) {
        bool edge = size && i && (group > 0 ? (length - i) % size == 0 : i % size == 0);
        if (edge)
            text_append_slice(&text, between);
        text_append_format(&text, "%02x", (unsigned char)bytes.bytes[i]);
    }
    text_done(&space);
    text_done(&other);
    return str_of_text(run, &text);
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* What fromhex skips: only blanks until 3.6. */
static bool is_hex_space(Run *run, unsigned char byte)
{
    if (run_model(run)->profile->minor < 7)
        return byte == ' ';
    return byte < 0x80 && point_is_space(byte);
}

/* What messages call a class method: by its class since 3.9. */
static void name_static(Run *run, const Arguments *arguments, const char *name, char *ret_name,
                        size_t room)
{
    const Model *model = run_model(run);
    bool named = model->profile->minor >= 9;
    snprintf(ret_name, room, "%s%s%s",
             named ? type_name(model, arguments->values[0]).bytes : "", named ? "." : "", name);
}

static bool no_keywords(Run *run, const Arguments *arguments, const char *name)
{
    char full[128];
    name_static(run, arguments, name, full, sizeof full);
    return !arguments->name_count ||
           raise_error(run, EXC_TypeError, "%s() takes no keyword arguments", full) != 0;
}

static bool one_argument(Run *run, const Arguments *arguments, const char *name)
{
    char full[128];
    name_static(run, arguments, name, full, sizeof full);
    return arguments->count == 2 ||
           raise_error(run, EXC_TypeError, "%s() takes exactly one argument (%u given)", full,
                       arguments->count - 1) != 0;
}

/* How many characters stand before the first that is not ASCII, which is found before others.
 */
static uint32_t ascii_points(Slice text)
{
    uint32_t count = 0;
    while (count < text.length && (unsigned char)text.bytes[count] < 0x80)
        count++;
    return count;
}

static ObjectId raise_not_hex(Run *run, size_t position)
{
    return raise_error(run, EXC_ValueError,
                       "non-hexadecimal number found in fromhex() arg at position %zu",
                       position);
}

static ObjectId bytes_fromhex(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    if (!no_keywords(run, arguments, "fromhex") || !one_argument(run, arguments, "fromhex"))
        return 0;
    if (model_kind(model, arguments->values[1]) != KIND_STR)
        return raise_error(run, EXC_TypeError, "fromhex() argument must be str, not %s",
                           type_string(run, arguments->values[1]));
    Slice text = str_slice(model, arguments->values[1]);
    Text bytes = {0};
    uint32_t ascii = ascii_points(text);
    if (ascii < text.length)
        return raise_not_hex(run, ascii);
    for (size_t i = 0; i < text.length;) {
        if (is_hex_space(run, (unsigned char)text.bytes[i])) {
            i++;
            continue;
        }
        int high = hex_digit(text.bytes[i]),
            low = i + 1 < text.length ? hex_digit(text.bytes[i + 1]) : -1;
        if (high < 0 || low < 0) {
            text_done(&bytes);
            return raise_not_hex(run, high < 0 ? i : i + 1);
        }
        text_append_char(&bytes, (char)(high << 4 | low));
        i += 2;
    }
    ObjectId type = arguments->values[0], result;
    if (type == model->types[TYPE_BYTEARRAY]) {
        result = bytearray_from(run, text_slice(&bytes));
        text_done(&bytes);
    } else {
        result = bytes_of_text(run, &bytes);
    }
    if (type == model->types[TYPE_BYTES] || type == model->types[TYPE_BYTEARRAY])
        return result;
    return call_object(run, type, &result, 1);
}

/* --- translate --- */

/* A bytearray is made as long as what it comes from. */
static ObjectId translated(Run *run, ObjectId self, Slice whole, Slice result)
{
    if (object_is_exact(run_model(run), self, TYPE_BYTES) && slice_equal(result, whole))
        return self;
    if (model_kind(run_model(run), self) == KIND_BYTES)
        return piece_new(run, self, result);
    ObjectId bytearray = bytearray_from(run, whole);
    bytearray_splice(run, bytearray, 0, (uint32_t)whole.length, result);
    return bytearray;
}

static ObjectId bytes_translate(Run *run, const Arguments *arguments)
{
    const Model *model = run_model(run);
    ObjectId self = arguments->values[0], table = arguments->values[1],
             gone = argument_at(arguments, 2);
    Text space = {0}, table_space = {0}, gone_space = {0}, text = {0};
    bool has_table = table != model->none;
    if (has_table && !piece_argument(run, self, table, "translate", 1))
        return 0;
    if (gone && !piece_argument(run, self, gone, "translate", 2))
        return 0;
    Slice map = has_table ? bytes_slice(run, table, &table_space) : (Slice){"", 0};
    Slice drop = gone ? bytes_slice(run, gone, &gone_space) : (Slice){"", 0};
    Slice bytes = bytes_slice(run, self, &space);
    ObjectId result = 0;
    if (has_table && map.length != 256) {
        raise_error(run, EXC_ValueError, "translation table must be 256 characters long");
    } else {
        for (size_t i = 0; i < bytes.length; i++)
            if (!drop.length || !memchr(drop.bytes, bytes.bytes[i], drop.length))
                text_append_char(&text, has_table ? map.bytes[(unsigned char)bytes.bytes[i]]
                                                  : bytes.bytes[i]);
        result = translated(run, self, bytes, text_slice(&text));
    }
    text_done(&space);
    text_done(&table_space);
    text_done(&gone_space);
    text_done(&text);
    return result;
}

static ObjectId bytes_maketrans(Run *run, const Arguments *arguments)
{
    bool older = run_model(run)->profile->minor < 8 && arguments->count != 3;
    if (!no_keywords(run, arguments, "maketrans"))
        return 0;
    if (older)
        return raise_error(run, EXC_TypeError,
                           "maketrans() takes exactly 2 arguments (%u given)",
                           arguments->count - 1);
    if (!argument_count(run, arguments, 1, "maketrans", 2, 2))
        return 0;
    for (uint32_t i = 1; i < 3; i++)
        if (!is_bytes_like(run, arguments->values[i]))
            return raise_error(run, EXC_TypeError, "a bytes-like object is required, not '%s'",
                               type_string(run, arguments->values[i]));
    Text from_space = {0}, to_space = {0}, table = {0};
    Slice from = bytes_slice(run, arguments->values[1], &from_space);
    Slice to = bytes_slice(run, arguments->values[2], &to_space);
    bool fine = from.length == to.length;
    for (int i = 0; i < 256; i++)
        text_append_char(&table, (char)i);
    for (size_t i = 0; fine && i < from.length; i++)
        table.bytes[(unsigned char)from.bytes[i]] = to.bytes[i];
    text_done(&from_space);
    text_done(&to_space);
    if (fine)
        return bytes_of_text(run, &table);
    text_done(&table);
    return raise_error(run, EXC_ValueError, "maketrans arguments must have same length");
}

static const char *const decode_keywords[] = {"encoding", "errors", ""};
static const char *const split_keywords[] = {"sep", "maxsplit", ""};
static const char *const splitlines_keywords[] = {"keepends", ""};
static const char *const expandtabs_keywords[] = {"tabsize", ""};
static const char *const hex_keywords[] = {"sep", "bytes_per_sep", ""};
static const char *const translate_keywords[] = {"", "delete", ""};

#define BYTES_ROWS                                                                             \
    SLOT_ROWS_COMPARE, SLOT_ROWS_SEQUENCE, SLOT_ROWS_CONTAINER, SLOT_ROW_GETITEM,              \
        SLOT_ROW_REPR, SLOT_ROW_STR, {"__mod__", slot_mod, 1, 1, NULL, NATIVE_SLOT},           \
        {"__rmod__", slot_rmod, 1, 1, NULL, NATIVE_SLOT},                                      \
        {"capitalize", str_capitalize, 0, 0, NULL, NATIVE_NOARGS},                             \
        {"center", str_center, 1, 2, NULL, NATIVE_CLINIC},                                     \
        {"count", str_count, 1, 3, NULL, NATIVE_RAW},                                          \
        {"decode", bytes_decode, 0, 2, decode_keywords, NATIVE_VARARGS},                       \
        {"endswith", str_endswith, 1, 3, NULL, NATIVE_RAW},                                    \
        {"expandtabs", str_expandtabs, 0, 1, expandtabs_keywords, NATIVE_VARARGS},             \
        {"find", str_find, 1, 3, NULL, NATIVE_RAW},                                            \
        {"fromhex", bytes_fromhex, 0, -1, NULL, NATIVE_STATIC},                                \
        {"hex", bytes_hex, 0, 0, NULL, NATIVE_NOARGS, 0, 7},                                   \
        {"hex", bytes_hex, 0, 2, hex_keywords, NATIVE_VARARGS, 8, 0},                          \
        {"index", str_index, 1, 3, NULL, NATIVE_RAW},                                          \
        {"isalnum", str_isalnum, 0, 0, NULL, NATIVE_NOARGS},                                   \
        {"isalpha", str_isalpha, 0, 0, NULL, NATIVE_NOARGS},                                   \
        {"isascii", str_isascii, 0, 0, NULL, NATIVE_NOARGS, 7, 0},                             \
        {"isdigit", str_isdigit, 0, 0, NULL, NATIVE_NOARGS},                                   \
        {"islower", str_islower, 0, 0, NULL, NATIVE_NOARGS},                                   \
        {"isspace", str_isspace, 0, 0, NULL, NATIVE_NOARGS},                                   \
        {"istitle", str_istitle, 0, 0, NULL, NATIVE_NOARGS},                                   \
        {"isupper", str_isupper, 0, 0, NULL, NATIVE_NOARGS},                                   \
        {"join", str_join, 1, 1, NULL, NATIVE_O},                                              \
        {"ljust", str_ljust, 1, 2, NULL, NATIVE_CLINIC},                                       \
        {"lower", str_lower, 0, 0, NULL, NATIVE_NOARGS},                                       \
        {"lstrip", str_lstrip, 0, 1, NULL, NATIVE_VARARGS},                                    \
        {"maketrans", bytes_maketrans, 0, -1, NULL, NATIVE_STATIC},                            \
        {"partition", str_partition, 1, 1, NULL, NATIVE_O},                                    \
        {"removeprefix", str_removeprefix, 1, 1, NULL, NATIVE_O, 9, 0},                        \
        {"removesuffix", str_removesuffix, 1, 1, NULL, NATIVE_O, 9, 0},                        \
        {"replace", str_replace, 2, 3, NULL, NATIVE_CLINIC},                                   \
        {"rfind", str_rfind, 1, 3, NULL, NATIVE_RAW},                                          \
        {"rindex", str_rindex, 1, 3, NULL, NATIVE_RAW},                                        \
        {"rjust", str_rjust, 1, 2, NULL, NATIVE_CLINIC},                                       \
        {"rpartition", str_rpartition, 1, 1, NULL, NATIVE_O},                                  \
        {"rsplit", str_rsplit, 0, 2, split_keywords, NATIVE_VARARGS},                          \
        {"rstrip", str_rstrip, 0, 1, NULL, NATIVE_VARARGS},                                    \
        {"split", str_split, 0, 2, split_keywords, NATIVE_VARARGS},                            \
        {"splitlines", str_splitlines, 0, 1, splitlines_keywords, NATIVE_VARARGS},             \
        {"startswith", str_startswith, 1, 3, NULL, NATIVE_RAW},                                \
        {"strip", str_strip, 0, 1, NULL, NATIVE_VARARGS},                                      \
        {"swapcase", str_swapcase, 0, 0, NULL, NATIVE_NOARGS},                                 \
        {"title", str_title, 0, 0, NULL, NATIVE_NOARGS},                                       \
        {"translate", bytes_translate, 1, 2, translate_keywords, NATIVE_VARARGS},              \
        {"upper", str_upper, 0, 0, NULL, NATIVE_NOARGS},                                       \
        {"zfill", str_zfill, 1, 1, NULL, NATIVE_PARSE, 0, 7},                                  \
    {                                                                                          \
        "zfill", str_zfill, 1, 1, NULL, NATIVE_O, 8, 0                                         \
    }

const Native methods_bytes[] = {
    BYTES_ROWS,
    SLOT_ROW_HASH,
    REDUCE_ROW_NEW_ARGUMENTS,
    {"__bytes__", bytes_bytes, 0, 0, NULL, NATIVE_NOARGS, 11, 0},
    {"__new__", bytes_new, 0, -1, NULL, NATIVE_STATIC},
    SLOT_ROW_END,
};

/* --- bytearray --- */

static uint32_t length_of(Run *run, ObjectId bytearray)
{
    return model_object(run_model(run), bytearray)->slot_count;
}

static ObjectId none_if(Run *run, bool fine)
{
    return fine ? none(run) : 0;
}

static ObjectId bytearray_append(Run *run, const Arguments *arguments)
{
    char byte;
    uint32_t length = length_of(run, arguments->values[0]);
    if (!byte_value(run, arguments->values[1], "byte must be in range(0, 256)", &byte))
        return 0;
    return none_if(
        run, bytearray_splice(run, arguments->values[0], length, length, (Slice){&byte, 1}));
}

static ObjectId bytearray_extend(Run *run, const Arguments *arguments)
{
    Text bytes = {0};
    uint32_t length = length_of(run, arguments->values[0]);
    ObjectId source = arguments->values[1];
    int minor = run_model(run)->profile->minor;
    if (minor >= 13 && model_kind(run_model(run), source) == KIND_STR)
        return raise_error(run, EXC_TypeError, "expected iterable of integers; got: 'str'");
    bool fine = bytes_gather(run, source, "byte must be in range(0, 256)", &bytes);
    fine =
        fine && bytearray_splice(run, arguments->values[0], length, length, text_slice(&bytes));
    text_done(&bytes);
    if (!fine && raised_is(run, EXC_TypeError) && minor >= 8 &&
        !lookup_special(run, source, "__iter__")) {
        raise_clear(run);
        return raise_error(run, EXC_TypeError, "can't extend bytearray with %s",
                           type_string(run, source));
    }
    return fine ? none(run) : 0;
}

static ObjectId bytearray_insert(Run *run, const Arguments *arguments)
{
    char byte;
    int64_t index, length = length_of(run, arguments->values[0]);
    if (!argument_size(run, arguments->values[1], &index) ||
        !byte_value(run, arguments->values[2], "byte must be in range(0, 256)", &byte))
        return 0;
    if (index < 0)
        index = index + length < 0 ? 0 : index + length;
    if (index > length)
        index = length;
    return none_if(run, bytearray_splice(run, arguments->values[0], (uint32_t)index,
                                         (uint32_t)index, (Slice){&byte, 1}));
}

static ObjectId bytearray_pop(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    int64_t index = -1, length = length_of(run, arguments->values[0]);
    ObjectId index_object = argument_at(arguments, 1);
    if (index_object && !argument_size(run, index_object, &index))
        return 0;
    if (!length)
        return raise_error(run, EXC_IndexError, "pop from empty bytearray");
    if (index < 0)
        index += length;
    if (index < 0 || index >= length)
        return raise_error(run, EXC_IndexError, "pop index out of range");
    ObjectId byte = hand_hold(model, model_object(model, arguments->values[0])->slots[index]);
    bool fine = bytearray_splice(run, arguments->values[0], (uint32_t)index,
                                 (uint32_t)index + 1, (Slice){"", 0});
    return fine ? byte : 0;
}

static ObjectId bytearray_remove(Run *run, const Arguments *arguments)
{
    char byte;
    const Object *object = model_object(run_model(run), arguments->values[0]);
    if (!byte_value(run, arguments->values[1], "byte must be in range(0, 256)", &byte))
        return 0;
    for (uint32_t i = 0; i < object->slot_count; i++)
        if (int_value(run_model(run), object->slots[i]) == (unsigned char)byte)
            return none_if(
                run, bytearray_splice(run, arguments->values[0], i, i + 1, (Slice){"", 0}));
    return raise_error(run, EXC_ValueError, "value not found in bytearray");
}

static ObjectId bytearray_reverse(Run *run, const Arguments *arguments)
{
    Text space = {0}, turned = {0};
    Slice bytes = bytes_slice(run, arguments->values[0], &space);
    for (size_t i = bytes.length; i > 0; i--)
        text_append_char(&turned, bytes.bytes[i - 1]);
    if (turned.length)
        bytearray_splice(run, arguments->values[0], 0, (uint32_t)turned.length,
                         text_slice(&turned));
    text_done(&space);
    text_done(&turned);
    return none(run);
}

static ObjectId bytearray_clear(Run *run, const Arguments *arguments)
{
    return none_if(run, bytearray_splice(run, arguments->values[0], 0,
                                         length_of(run, arguments->values[0]), (Slice){"", 0}));
}

static ObjectId bytearray_alloc(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    return int_from(model, model_object(model, arguments->values[0])->a);
}

static ObjectId bytearray_copy(Run *run, const Arguments *arguments)
{
    Text space = {0};
    ObjectId copy = bytearray_from(run, bytes_slice(run, arguments->values[0], &space));
    text_done(&space);
    return copy;
}

const Native methods_bytearray[] = {
    BYTES_ROWS,
    SLOT_ROWS_ITEMS_SET,
    {"__iadd__", slot_iadd, 1, 1, NULL, NATIVE_SLOT},
    {"__imul__", slot_imul, 1, 1, NULL, NATIVE_SLOT},
    {"__init__", bytearray_init, 0, -1, NULL, NATIVE_RAW},
    {"__new__", bytearray_new, 0, -1, NULL, NATIVE_STATIC},
    {"__alloc__", bytearray_alloc, 0, 0, NULL, NATIVE_NOARGS},
    {"append", bytearray_append, 1, 1, NULL, NATIVE_O},
    {"clear", bytearray_clear, 0, 0, NULL, NATIVE_NOARGS},
    {"copy", bytearray_copy, 0, 0, NULL, NATIVE_NOARGS},
    {"extend", bytearray_extend, 1, 1, NULL, NATIVE_O},
    {"insert", bytearray_insert, 2, 2, NULL, NATIVE_CLINIC},
    {"pop", bytearray_pop, 0, 1, NULL, NATIVE_CLINIC},
    {"remove", bytearray_remove, 1, 1, NULL, NATIVE_O},
    {"reverse", bytearray_reverse, 0, 0, NULL, NATIVE_NOARGS},
    SLOT_ROW_END,
};
