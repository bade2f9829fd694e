/* str.format and str.format_map: Objects/stringlib/unicode_format.h. */
#include <string.h>

#include "run/text/str_common.h"
#include "run/text/text.h"

typedef enum Numbering { NUMBERING_NONE, NUMBERING_AUTOMATIC, NUMBERING_MANUAL } Numbering;

typedef struct Formatter {
    Run *run;
    const Arguments *arguments; /* values[0] is self; NULL with format_map */
    ObjectId mapping;           /* format_map's */
    Numbering numbering;
    int64_t next;
    ObjectId whole; /* the str that is all of the result; 0: none */
} Formatter;

enum { FORMAT_DEPTH = 2 };

static bool fail(Formatter *formatter, const char *message)
{
    raise_error(formatter->run, EXC_ValueError, "%s", message);
    return false;
}

enum { NO_NUMBER = -1, NUMBER_TOO_LARGE = -2 };

static int64_t as_number(Slice text)
{
    int64_t number = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] < '0' || text.bytes[i] > '9')
            return NO_NUMBER;
        if (number > (INT64_MAX - 9) / 10)
            return NUMBER_TOO_LARGE;
        number = number * 10 + (text.bytes[i] - '0');
    }
    return text.length ? number : NO_NUMBER;
}

static ObjectId positional(Formatter *formatter, int64_t index)
{
    Run *run = formatter->run;
    if (!formatter->arguments)
        return raise_error(run, EXC_ValueError, "Format string contains positional fields");
    if (index + 1 < (int64_t)formatter->arguments->count)
        return formatter->arguments->values[index + 1];
    if (run_model(run)->profile->minor < 8)
        return raise_error(run, EXC_IndexError, "tuple index out of range");
    return raise_error(run, EXC_IndexError,
                       "Replacement index %lld out of range for positional args tuple",
                       (long long)index);
}

static ObjectId named(Formatter *formatter, Slice name)
{
    Run *run = formatter->run;
    Model *model = run_model(run);
    const Arguments *arguments = formatter->arguments;
    ObjectId key = str_from(model, name);
    if (!arguments)
        return subscript_get(run, formatter->mapping, key);
    for (uint32_t i = 0; i < arguments->name_count; i++) {
        ObjectId given = model_object(model, arguments->names)->slots[i];
        if (model_kind(model, given) == KIND_STR && slice_equal(str_slice(model, given), name))
            return arguments->values[arguments->count + i];
    }
    return raise_with(run, EXC_KeyError, key);
}

static bool set_numbering(Formatter *formatter, Numbering numbering)
{
    if (formatter->numbering != NUMBERING_NONE && formatter->numbering != numbering)
        return fail(formatter,
                    numbering == NUMBERING_AUTOMATIC
                        ? "cannot switch from manual field specification to automatic field "
                          "numbering"
                        : "cannot switch from automatic field numbering to manual field "
                          "specification");
    formatter->numbering = numbering;
    return true;
}

static ObjectId first_value(Formatter *formatter, Slice first)
{
    int64_t number = as_number(first);
    if (!first.length) {
        if (!set_numbering(formatter, NUMBERING_AUTOMATIC))
            return 0;
        return positional(formatter, formatter->next++);
    }
    if (number == NUMBER_TOO_LARGE)
        return fail(formatter, "Too many decimal digits in format string");
    if (number == NO_NUMBER)
        return named(formatter, first);
    return set_numbering(formatter, NUMBERING_MANUAL) ? positional(formatter, number) : 0;
}

/* One .name or [key] behind the value; moves `at` behind it. */
static ObjectId follow(Formatter *formatter, ObjectId value, Slice field, size_t *at)
{
    Run *run = formatter->run;
    Model *model = run_model(run);
    size_t start = ++*at;
    if (field.bytes[start - 1] != '.' && field.bytes[start - 1] != '[')
        return fail(formatter, "Only '.' or '[' may follow ']' in format field specifier");
    if (field.bytes[start - 1] == '.') {
        while (*at < field.length && field.bytes[*at] != '.' && field.bytes[*at] != '[')
            ++*at;
        Slice name = {field.bytes + start, *at - start};
        if (!name.length)
            return fail(formatter, "Empty attribute in format string");
        return attribute_get(run, value, str_from(model, name));
    }
    while (*at < field.length && field.bytes[*at] != ']')
        ++*at;
    if (*at >= field.length)
        return fail(formatter, "Missing ']' in format string");
    Slice key = {field.bytes + start, *at - start};
    ++*at;
    if (!key.length)
        return fail(formatter, "Empty attribute in format string");
    int64_t number = as_number(key);
    if (number == NUMBER_TOO_LARGE)
        return fail(formatter, "Too many decimal digits in format string");
    return subscript_get(run, value,
                         number >= 0 ? int_from(model, number) : str_from(model, key));
}

static ObjectId field_value(Formatter *formatter, Slice field)
{
    size_t at = 0;
    while (at < field.length && field.bytes[at] != '.' && field.bytes[at] != '[')
        at++;
    ObjectId value = first_value(formatter, (Slice){field.bytes, at});
    while (value && at < field.length)
        value = follow(formatter, value, field, &at);
    return value;
}

/* get_field_object has counted it once more. */
static bool format_held(Run *run, ObjectId value, Slice spec, Text *ret_text)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    hand_hold(model, value);
    bool fine = format_write(run, value, spec, ret_text);
    hand_release(model, mark);
    return fine;
}

/* The value itself, or its text; 0: raised. */
static ObjectId converted(Run *run, ObjectId value, char conversion)
{
    if (!conversion)
        return value;
    hand_hold(run_model(run), value);
    switch (conversion) {
    case 'r':
        return object_repr(run, value);
    case 's':
        return object_str(run, value);
    default:
        return object_ascii(run, value);
    }
}

static bool write_markup(Formatter *formatter, Slice format, int depth, Text *ret_text);

/* The parts of a field between its braces. */
typedef struct FieldText {
    Slice name, spec;
    char conversion; /* 0: none */
} FieldText;

/* Cuts name!conversion:spec apart. */
static bool read_field(Formatter *formatter, Slice text, FieldText *ret_field)
{
    size_t at = 0, brackets = 0;
    while (at < text.length && (brackets || (text.bytes[at] != '!' && text.bytes[at] != ':'))) {
        if (text.bytes[at] == '[')
            brackets = 1;
        else if (text.bytes[at] == ']')
            brackets = 0;
        else if (text.bytes[at] == '{')
            return fail(formatter, "unexpected '{' in field name");
        at++;
    }
    *ret_field = (FieldText){.name = {text.bytes, at}, .spec = {"", 0}};
    if (at < text.length && text.bytes[at] == '!') {
        if (at + 1 >= text.length)
            return fail(formatter, "unmatched '{' in format spec");
        char conversion = text.bytes[at + 1];
        at += 2;
        if (at < text.length && text.bytes[at] != ':')
            return fail(formatter, "expected ':' after conversion specifier");
        ret_field->conversion = conversion;
    }
    if (at < text.length)
        ret_field->spec = (Slice){text.bytes + at + 1, text.length - at - 1};
    return true;
}

/* `only`: all of the result is this field's text. */
static bool write_field(Formatter *formatter, Slice text, int depth, Text *ret_text, bool only)
{
    Run *run = formatter->run;
    FieldText field;
    if (!read_field(formatter, text, &field))
        return false;
    uint32_t mark = hand_mark(run_model(run));
    ObjectId value = field_value(formatter, field.name);
    Text spec = {0};
    bool fine = value != 0;
    if (fine && field.conversion && !strchr("rsa", field.conversion))
        fine = raise_error(run, EXC_ValueError, "Unknown conversion specifier %c",
                           field.conversion) != 0;
    if (fine && memchr(field.spec.bytes, '{', field.spec.length))
        fine = write_markup(formatter, field.spec, depth - 1, &spec);
    else
        text_append_slice(&spec, field.spec);
    value = fine ? converted(run, value, field.conversion) : 0;
    fine = value && (field.conversion ? format_write(run, value, text_slice(&spec), ret_text)
                                      : format_held(run, value, text_slice(&spec), ret_text));
    text_done(&spec);
    if (fine && only && text_is_of(run, ret_text, value))
        formatter->whole = hand_return(run_model(run), mark, value);
    else
        hand_release(run_model(run), mark);
    return fine;
}

/* The byte behind the field that begins at `start` (behind its brace); 0: it does not end. */
static size_t field_end(Slice format, size_t start)
{
    int depth = 1;
    bool brackets = false, name = true;
    for (size_t at = start; at < format.length; at++) {
        char c = format.bytes[at];
        if (name && c == '[')
            brackets = true;
        else if (brackets && c == ']')
            brackets = false;
        if (brackets)
            continue;
        if (c == '!' || c == ':')
            name = false;
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (depth == 0)
            return at + 1;
    }
    return 0;
}

static bool fail_unfinished(Formatter *formatter, Slice field)
{
    const char *spec = memchr(field.bytes, ':', field.length);
    const char *conversion = memchr(field.bytes, '!', field.length);
    if (!spec && conversion == field.bytes + field.length - 1)
        return fail(formatter, "end of string while looking for conversion specifier");
    return fail(formatter, spec || conversion ? "unmatched '{' in format spec"
                                              : "expected '}' before end of string");
}

static bool write_markup(Formatter *formatter, Slice format, int depth, Text *ret_text)
{
    if (depth <= 0)
        return fail(formatter, "Max string recursion exceeded");
    for (size_t at = 0; at < format.length;) {
        char c = format.bytes[at];
        bool twice = at + 1 < format.length && format.bytes[at + 1] == c;
        if ((c == '{' || c == '}') && twice && depth == FORMAT_DEPTH) {
            text_append_char(ret_text, c);
            at += 2;
        } else if (c == '}') {
            return fail(formatter, "Single '}' encountered in format string");
        } else if (c == '{') {
            if (at + 1 >= format.length)
                return fail(formatter, "Single '{' encountered in format string");
            size_t end = field_end(format, at + 1);
            if (!end)
                return fail_unfinished(formatter,
                                       (Slice){format.bytes + at, format.length - at});
            bool only = depth == FORMAT_DEPTH && !ret_text->length && end == format.length;
            if (!write_field(formatter, (Slice){format.bytes + at + 1, end - at - 2}, depth,
                             ret_text, only))
                return false;
            at = end;
        } else {
            text_append_char(ret_text, c);
            at++;
        }
    }
    return true;
}

static ObjectId format_all(Formatter *formatter, ObjectId format)
{
    Slice pattern = str_slice(run_model(formatter->run), format);
    Text text = {0};
    bool fine = write_markup(formatter, pattern, FORMAT_DEPTH, &text);
    ObjectId whole = formatter->whole;
    bool has_field = pattern.length && memchr(pattern.bytes, '{', pattern.length);
    if (!has_field && text_is_of(formatter->run, &text, format))
        whole = format;
    if (fine && !whole)
        return str_of_text(formatter->run, &text);
    text_done(&text);
    return fine ? whole : 0;
}

ObjectId str_format_method(Run *run, const Arguments *arguments)
{
    Formatter formatter = {.run = run, .arguments = arguments};
    return format_all(&formatter, arguments->values[0]);
}

ObjectId str_format_map(Run *run, const Arguments *arguments)
{
    Formatter formatter = {.run = run, .mapping = arguments->values[1]};
    return format_all(&formatter, arguments->values[0]);
}
