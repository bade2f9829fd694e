/* Exceptions as text: str(e) and repr(e), Objects/exceptions.c. */
#include "run/errors/exception_group.h"
#include "run/text/str_common.h"
#include "run/text/text.h"

static ObjectId args_of(const Run *run, ObjectId exception)
{
    return model_object(run->model, exception)->slots[EXCEPTION_SLOT_ARGS];
}

/* [Errno 2] No such file or directory: 'x' */
static bool write_os_error(Run *run, const Object *row, Text *ret_text)
{
    const ObjectId *fields = row->slots + EXCEPTION_SLOT_COUNT;
    text_append_string(ret_text, "[Errno ");
    if (!str_write(run, fields[0], ret_text))
        return false;
    text_append_string(ret_text, "] ");
    if (!str_write(run, fields[1], ret_text))
        return false;
    if (!fields[2] || fields[2] == run->model->none)
        return true;
    text_append_string(ret_text, ": ");
    if (!repr_write(run, fields[2], ret_text))
        return false;
    if (!fields[3] || fields[3] == run->model->none)
        return true;
    text_append_string(ret_text, " -> ");
    return repr_write(run, fields[3], ret_text);
}

/* What cannot be translated at [start, end): one byte or character, or the positions. */
static void write_unicode_place(Run *run, ObjectId object, int64_t start, int64_t end,
                                bool bytes, Text *ret_text)
{
    const Model *model = run->model;
    Text space = {0};
    Slice whole = bytes ? bytes_slice(run, object, &space) : str_slice(model, object);
    int64_t length = bytes ? (int64_t)whole.length : str_payload(model, object)->length;
    const char *what = bytes ? "byte" : "character";
    if (start < 0 || start >= length || end != start + 1) {
        text_append_format(ret_text, "%ss in position %lld-%lld", what, (long long)start,
                           (long long)end - 1);
    } else if (bytes) {
        text_append_format(ret_text, "byte 0x%02x in position %lld",
                           (unsigned char)whole.bytes[start], (long long)start);
    } else {
        uint32_t point;
        Slice part = str_part(str_payload(model, object), (uint32_t)start, (uint32_t)end);
        utf8_decode(part.bytes, part.length, &point);
        text_append_string(ret_text, "character '");
        text_append_format(ret_text,
                           point < 0x100     ? "\\x%02x"
                           : point < 0x10000 ? "\\u%04x"
                                             : "\\U%08x",
                           point);
        text_append_format(ret_text, "' in position %lld", (long long)start);
    }
    text_done(&space);
}

/* 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128) */
static bool write_unicode_error(Run *run, ObjectId exception, Text *ret_text)
{
    const Model *model = run->model;
    const ObjectId *fields = model_object(model, exception)->slots + EXCEPTION_SLOT_COUNT;
    bool translates = exception_field(run, exception, slice_of("encoding")) < 0;
    bool bytes = type_is_subtype(run, model_object(model, exception)->type,
                                 exception_type(run, EXC_UnicodeDecodeError));
    if (!fields[0])
        return true;
    if (!translates) {
        text_append_format(ret_text, "'%.*s' codec ", SLICE(str_slice(model, fields[0])));
        fields++;
    }
    text_append_format(ret_text, "can't %s ",
                       translates ? "translate"
                       : bytes    ? "decode"
                                  : "encode");
    write_unicode_place(run, fields[0], int_value(model, fields[1]),
                        int_value(model, fields[2]), bytes, ret_text);
    text_append_format(ret_text, ": %.*s", SLICE(str_slice(model, fields[3])));
    return true;
}

static bool is_a(const Run *run, ObjectId exception, ExceptionName name)
{
    return type_is_subtype(run, model_object(run->model, exception)->type,
                           exception_type(run, name));
}

/* SyntaxError_str: "message (file, line 3)" */
static bool write_syntax_error(Run *run, const Object *row, Text *ret_text)
{
    const Model *model = run->model;
    ObjectId message = row->slots[EXCEPTION_SLOT_COUNT];
    ObjectId file = row->slots[EXCEPTION_SLOT_FILE], line = row->slots[EXCEPTION_SLOT_FILE + 1];
    if (!str_write(run, message ? message : model->none, ret_text))
        return false;
    bool in_file = file && model_kind(model, file) == KIND_STR;
    bool at_line = line && model_kind(model, line) == KIND_INT && int_is_small(model, line);
    Slice path = in_file ? str_slice(model, file) : slice_of("");
    const char *slash = memrchr(path.bytes, '/', path.length);
    if (slash)
        path = (Slice){slash + 1, (size_t)(path.bytes + path.length - slash) - 1};
    if (in_file || at_line)
        text_append_format(ret_text, " (%.*s%s", SLICE(path), in_file && at_line ? ", " : "");
    if (at_line)
        text_append_format(ret_text, "line %lld", (long long)int_value(model, line));
    if (in_file || at_line)
        text_append_char(ret_text, ')');
    return true;
}

/* UnicodeError itself has no fields, and the program may have deleted some. */
static bool is_plain_unicode(const Run *run, ObjectId exception)
{
    int reason = exception_field(run, exception, slice_of("reason"));
    const Object *row = model_object(run->model, exception);
    for (int i = EXCEPTION_SLOT_COUNT; i <= reason; i++)
        if (!row->slots[i])
            return true;
    return reason < 0;
}

/* BaseExceptionGroup_str: "message (2 sub-exceptions)" */
static bool write_group(Run *run, ObjectId group, Text *ret_text)
{
    ObjectId message = model_object(run->model, group)->slots[GROUP_SLOT_MESSAGE];
    uint32_t count = group_exceptions(run, group)->slot_count;
    text_append_format(ret_text, "%.*s (%u sub-exception%s)",
                       SLICE(str_slice(run->model, message)), count, count > 1 ? "s" : "");
    return true;
}

ObjectId exception_str_argument(Run *run, ObjectId exception)
{
    const Object *row = model_object(run->model, exception);
    const Object *args = model_object(run->model, args_of(run, exception));
    if (object_is_group(run, exception) || is_a(run, exception, EXC_UnicodeError) ||
        is_a(run, exception, EXC_OSError) || is_a(run, exception, EXC_SyntaxError) ||
        is_a(run, exception, EXC_KeyError))
        return 0;
    if (is_a(run, exception, EXC_ImportError) && row->slots[EXCEPTION_SLOT_MSG])
        return row->slots[EXCEPTION_SLOT_MSG];
    return args->slot_count == 1 ? args->slots[0] : 0;
}

bool exception_str(Run *run, ObjectId exception, Text *ret_text)
{
    const Model *model = run->model;
    const Object *row = model_object(model, exception);
    const Object *args = model_object(model, args_of(run, exception));
    if (object_is_group(run, exception))
        return write_group(run, exception, ret_text);
    if (is_a(run, exception, EXC_UnicodeError) && !is_plain_unicode(run, exception))
        return write_unicode_error(run, exception, ret_text);
    if (is_a(run, exception, EXC_OSError) && row->slots[EXCEPTION_SLOT_COUNT] &&
        row->slots[EXCEPTION_SLOT_COUNT + 1])
        return write_os_error(run, row, ret_text);
    if (is_a(run, exception, EXC_SyntaxError))
        return write_syntax_error(run, row, ret_text);
    if (is_a(run, exception, EXC_ImportError) && row->slots[EXCEPTION_SLOT_MSG])
        return str_write(run, row->slots[EXCEPTION_SLOT_MSG], ret_text);
    if (args->slot_count == 0)
        return true;
    if (args->slot_count > 1)
        return repr_write(run, args_of(run, exception), ret_text);
    bool is_key = is_a(run, exception, EXC_KeyError);
    return is_key ? repr_write(run, args->slots[0], ret_text)
                  : str_write(run, args->slots[0], ret_text);
}

bool exception_repr(Run *run, ObjectId exception, Text *ret_text)
{
    const Model *model = run->model;
    ObjectId args = args_of(run, exception);
    const Object *row = model_object(model, args);
    text_append_slice(ret_text, model_type_name(model, exception));
    if (row->slot_count != 1)
        return repr_write(run, args, ret_text);
    text_append_char(ret_text, '(');
    if (!repr_write(run, row->slots[0], ret_text))
        return false;
    if (run->profile->minor < 7)
        text_append_char(ret_text, ',');
    text_append_char(ret_text, ')');
    return true;
}
