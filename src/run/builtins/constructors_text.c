/* str(x), bytes(x), bytearray(x): values[0] is the class. */
#include <string.h>

#include "run/builtins/tables.h"
#include "run/text/encode.h"
#include "run/values/protocol.h"

static const char *const str_keywords[] = {"object", "encoding", "errors", ""};

/* Positional and keyword arguments behind the class in one row. */
static bool gather(Run *run, const Arguments *arguments, const char *function,
                   const char *const *names, uint32_t most, ObjectId *ret_values)
{
    uint32_t given = arguments->count - 1 + arguments->name_count;
    bool counts = strcmp(function, "str") == 0 && run_model(run)->profile->minor >= 13;
    if (counts && !arguments->name_count && given > most)
        return argument_count(run, arguments, 1, function, 0, most);
    if (given > most)
        return raise_error(run, EXC_TypeError, "%s() takes at most %u arguments (%u given)",
                           function, most, given) != 0;
    if (!argument_keywords(run, arguments, function, names, ret_values))
        return false;
    for (uint32_t i = 1; i < arguments->count; i++)
        ret_values[i - 1] = arguments->values[i];
    return true;
}

static ObjectId str_decoded(Run *run, ObjectId value, ObjectId encoding, ObjectId errors)
{
    const Model *model = run_model(run);
    const char *encoding_name, *errors_name;
    if (!encode_options(run, "str", encoding, errors, &encoding_name, &errors_name))
        return 0;
    if (model_kind(model, value) == KIND_STR)
        return raise_error(run, EXC_TypeError, "decoding str is not supported");
    if (!is_bytes_like(run, value))
        return raise_error(run, EXC_TypeError,
                           "decoding to str: need a bytes-like object, %s found",
                           type_string(run, value));
    Text space = {0}, text = {0};
    bool fine =
        text_decode(run, bytes_slice(run, value, &space), encoding_name, errors_name, &text);
    text_done(&space);
    if (fine)
        return str_of_text(run, &text);
    text_done(&text);
    return 0;
}

ObjectId str_new_value(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId type = arguments->values[0], options[3];
    if (!gather(run, arguments, "str", str_keywords, 3, options))
        return 0;
    ObjectId result = model->empty_str;
    if (options[0])
        result = options[1] || options[2] ? str_decoded(run, options[0], options[1], options[2])
                                          : object_str(run, options[0]);
    if (!result || type == model->types[TYPE_STR])
        return result;
    return str_of_type(model, type, str_slice(model, result));
}

static const char *const bytes_keywords[] = {"source", "encoding", "errors", ""};

enum { ZEROS_LIMIT = 1 << 26 };

static bool append_zeros(Run *run, ObjectId count_object, Text *ret_bytes)
{
    int64_t count;
    if (!object_index(run, count_object, &count))
        return false;
    if (count < 0)
        return raise_error(run, EXC_ValueError, "negative count") != 0;
    if (count > ZEROS_LIMIT)
        return raise_with(run, EXC_MemoryError, 0) != 0;
    for (int64_t i = 0; i < count; i++)
        text_append_char(ret_bytes, '\0');
    return true;
}

/* Options without a str that they could be about. */
static bool raise_no_text(Run *run, const char *function, const ObjectId *options)
{
    bool older = run_model(run)->profile->minor < 8;
    const char *what = options[1] ? "encoding" : "errors";
    if (older && !options[0])
        return raise_error(run, EXC_TypeError,
                           "encoding or errors without sequence argument") != 0;
    if (older && strcmp(function, "bytearray") == 0)
        what = "encoding or errors";
    return raise_error(run, EXC_TypeError, "%s without a string argument", what) != 0;
}

static bool encoded(Run *run, const char *function, const ObjectId *options, Text *ret_bytes)
{
    const Model *model = run_model(run);
    const char *encoding, *errors;
    if (!encode_options(run, function, options[1], options[2], &encoding, &errors))
        return false;
    if (!options[0] || model_kind(model, options[0]) != KIND_STR)
        return raise_no_text(run, function, options);
    return text_encode(run, str_slice(model, options[0]), encoding, errors, ret_bytes);
}

/* The bytes that `__bytes__` of `source` gives. */
static bool by_method(Run *run, ObjectId source, Text *ret_bytes)
{
    ObjectId result = override_call(run, source, "__bytes__", NULL, 0);
    if (result && model_kind(run_model(run), result) != KIND_BYTES)
        return raise_error(run, EXC_TypeError, "__bytes__ returned non-bytes (type %s)",
                           type_string(run, result)) != 0;
    return result && bytes_gather(run, result, "", ret_bytes);
}

/* The bytes that the arguments of bytes() and bytearray() stand for. */
static bool read_source(Run *run, const char *function, const ObjectId *options,
                        Text *ret_bytes)
{
    const Model *model = run_model(run);
    ObjectId source = options[0];
    bool fixed = strcmp(function, "bytes") == 0;
    bool is_text = source && model_kind(model, source) == KIND_STR;
    if (options[1] || (options[2] && !is_text))
        return encoded(run, function, options, ret_bytes);
    if (!source)
        return true;
    ObjectKind kind = model_kind(model, source);
    if (kind == KIND_STR)
        return raise_error(run, EXC_TypeError, "string argument without an encoding") != 0;
    if (fixed && object_override(run, source, "__bytes__"))
        return by_method(run, source, ret_bytes);
    if (kind_is_integer(kind) || object_override(run, source, "__index__"))
        return append_zeros(run, source, ret_bytes);
    const char *mistake =
        fixed ? "bytes must be in range(0, 256)" : "byte must be in range(0, 256)";
    if (is_bytes_like(run, source))
        return bytes_gather(run, source, mistake, ret_bytes);
    ObjectId iterator = iterate(run, source);
    if (iterator)
        return bytes_gather_with(run, iterator, mistake, ret_bytes);
    if (!raised_is(run, EXC_TypeError) || (!fixed && model->profile->minor < 8))
        return false;
    raise_clear(run);
    return raise_error(run, EXC_TypeError, "cannot convert '%s' object to %s",
                       type_string(run, source), function) != 0;
}

ObjectId bytes_new(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId type = arguments->values[0], options[3];
    if (!gather(run, arguments, "bytes", bytes_keywords, 3, options))
        return 0;
    bool own = type == model->types[TYPE_BYTES];
    if (own && options[0] && !options[1] && !options[2] &&
        object_is_exact(model, options[0], TYPE_BYTES))
        return options[0];
    Text bytes = {0};
    bool fine = read_source(run, "bytes", options, &bytes);
    ObjectId result = 0;
    if (fine)
        result = own ? bytes_from(model, text_string(&bytes), bytes.length)
                     : bytes_of_type(model, type, text_string(&bytes), bytes.length);
    text_done(&bytes);
    return result;
}

ObjectId bytearray_new(Run *run, const Arguments *arguments)
{
    return bytearray_create(run, arguments->values[0]);
}

/* Are the bytes got from an iterator, one by one? */
static bool is_iterated(Run *run, ObjectId source)
{
    const Model *model = run_model(run);
    if (!source || model_kind(model, source) == KIND_STR || is_bytes_like(run, source) ||
        kind_is_integer(model_kind(model, source)) || lookup_special(run, source, "__index__"))
        return false;
    bool sized = object_is_exact(model, source, TYPE_LIST) ||
                 object_is_exact(model, source, TYPE_TUPLE);
    return model->profile->minor < 11 || !sized;
}

ObjectId bytearray_init(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId bytearray = arguments->values[0], options[3];
    if (!gather(run, arguments, "bytearray", bytes_keywords, 3, options))
        return 0;
    Text bytes = {0};
    bool fine = read_source(run, "bytearray", options, &bytes);
    uint32_t length = model_object(model, bytearray)->slot_count;
    bool iterated = fine && is_iterated(run, options[0]);
    if (fine)
        fine = bytearray_splice(run, bytearray, 0, length,
                                iterated ? (Slice){"", 0} : text_slice(&bytes));
    if (fine && iterated)
        bytearray_fill(run, bytearray, text_slice(&bytes));
    text_done(&bytes);
    return fine ? model->none : 0;
}
