/* Format specifications and object_format: Python/formatter_unicode.c. */
#include <string.h>

#include "run/text/text.h"

typedef struct Reader {
    Slice text;
    size_t at;
} Reader;

/* The code point `ahead` code points on; 0 at the end. `ret_next` is where the one after it
 * begins. */
static uint32_t peek(const Reader *reader, int ahead, size_t *ret_next)
{
    size_t at = reader->at;
    uint32_t point = 0;
    for (int i = 0; i <= ahead; i++) {
        point = 0;
        if (at < reader->text.length)
            at += utf8_decode(reader->text.bytes + at, reader->text.length - at, &point);
    }
    if (ret_next)
        *ret_next = at;
    return point;
}

static bool is_align(uint32_t point)
{
    return point == '<' || point == '>' || point == '=' || point == '^';
}

static bool take(Reader *reader, char wanted)
{
    size_t next;
    if (reader->at >= reader->text.length || peek(reader, 0, &next) != (uint32_t)wanted)
        return false;
    reader->at = next;
    return true;
}

/* A decimal number; -1 where there is none. False: too large (raised). */
static bool read_number(Run *run, Reader *reader, int64_t *ret_number)
{
    int64_t number = -1;
    while (reader->at < reader->text.length) {
        char c = reader->text.bytes[reader->at];
        if (c < '0' || c > '9')
            break;
        if (number > (INT64_MAX - 9) / 10) {
            raise_error(run, EXC_ValueError, "Too many decimal digits in format string");
            return false;
        }
        number = (number < 0 ? 0 : number) * 10 + (c - '0');
        reader->at++;
    }
    *ret_number = number;
    return true;
}

static void read_align(Reader *reader, FormatSpec *spec)
{
    size_t next;
    uint32_t first = peek(reader, 0, NULL), second = peek(reader, 1, &next);
    if (first && is_align(second)) {
        spec->fill = first;
        spec->align = (char)second;
        spec->align_given = true;
        reader->at = next;
    } else if (is_align(first)) {
        spec->align = (char)first;
        spec->align_given = true;
        reader->at++;
    }
}

static void read_flags(Reader *reader, int minor, FormatSpec *spec)
{
    for (const char *sign = "+- "; *sign && !spec->sign; sign++)
        if (take(reader, *sign))
            spec->sign = *sign;
    if (minor >= 11)
        spec->no_negative_zero = take(reader, 'z');
    spec->alternate = take(reader, '#');
}

static void read_zero(Reader *reader, int minor, char own_align, FormatSpec *spec)
{
    if (spec->fill || !take(reader, '0'))
        return;
    spec->fill = '0';
    if (!spec->align_given && (own_align == '>' || minor < 10))
        spec->align = '=';
}

static bool read_grouping(Run *run, Reader *reader, FormatSpec *spec)
{
    if (take(reader, ','))
        spec->grouping = ',';
    if (take(reader, '_')) {
        if (spec->grouping) {
            raise_error(run, EXC_ValueError, "Cannot specify both ',' and '_'.");
            return false;
        }
        spec->grouping = '_';
    }
    if (spec->grouping && reader->at < reader->text.length &&
        reader->text.bytes[reader->at] == ',') {
        raise_error(run, EXC_ValueError,
                    spec->grouping == ',' ? "Cannot specify ',' with ','."
                                          : "Cannot specify both ',' and '_'.");
        return false;
    }
    return true;
}

static bool raise_specifier(Run *run, Slice text, const char *type_name)
{
    if (run_model(run)->profile->minor < 11)
        raise_error(run, EXC_ValueError, "Invalid format specifier");
    else
        raise_error(run, EXC_ValueError,
                    "Invalid format specifier '%.*s' for object of type '%s'", (int)text.length,
                    text.bytes, type_name);
    return false;
}

/* Which types a grouping goes with. */
static bool check_grouping(Run *run, const FormatSpec *spec)
{
    if (!spec->grouping || !spec->type ||
        (spec->type < 0x80 && strchr("deEfFgG%", (char)spec->type)))
        return true;
    if (spec->grouping == '_' && spec->type < 0x80 && strchr("boxX", (char)spec->type))
        return true;
    if (spec->type > 32 && spec->type < 128)
        raise_error(run, EXC_ValueError, "Cannot specify '%c' with '%c'.", spec->grouping,
                    (char)spec->type);
    else
        raise_error(run, EXC_ValueError, "Cannot specify '%c' with '\\x%x'.", spec->grouping,
                    spec->type);
    return false;
}

bool format_spec_read(Run *run, Slice text, const char *type_name, char align,
                      FormatSpec *ret_spec)
{
    int minor = run_model(run)->profile->minor;
    FormatSpec spec = {.align = align, .width = -1, .precision = -1};
    Reader reader = {text, 0};
    read_align(&reader, &spec);
    read_flags(&reader, minor, &spec);
    read_zero(&reader, minor, align, &spec);
    if (!read_number(run, &reader, &spec.width) || !read_grouping(run, &reader, &spec))
        return false;
    if (take(&reader, '.')) {
        if (!read_number(run, &reader, &spec.precision))
            return false;
        if (spec.precision < 0) {
            raise_error(run, EXC_ValueError, "Format specifier missing precision");
            return false;
        }
    }
    if (!spec.fill)
        spec.fill = ' ';
    if (reader.at < text.length) {
        size_t next;
        spec.type = peek(&reader, 0, &next);
        if (next < text.length)
            return raise_specifier(run, text, type_name);
    }
    *ret_spec = spec;
    return check_grouping(run, &spec);
}

static bool raise_code(Run *run, uint32_t code, const char *type_name)
{
    if (code > 32 && code < 128)
        raise_error(run, EXC_ValueError, "Unknown format code '%c' for object of type '%s'",
                    (char)code, type_name);
    else
        raise_error(run, EXC_ValueError, "Unknown format code '\\x%x' for object of type '%s'",
                    code, type_name);
    return false;
}

static void append_fill(Text *text, uint32_t fill, int64_t count)
{
    for (int64_t i = 0; i < count; i++)
        text_append_point(text, fill);
}

void format_pad(const FormatSpec *spec, char align, Slice body, Text *ret_text)
{
    int64_t length = (int64_t)utf8_count(body.bytes, body.length);
    int64_t room = spec->width > length ? spec->width - length : 0;
    int64_t before = align == '>' || align == '=' ? room : align == '^' ? room / 2 : 0;
    append_fill(ret_text, spec->fill, before);
    text_append_slice(ret_text, body);
    append_fill(ret_text, spec->fill, room - before);
}

/* Past it a field is a MemoryError rather than gigabytes. */
enum { FIELD_LIMIT = 1 << 26 };

static bool check_field(Run *run, const FormatSpec *spec)
{
    if (spec->width <= FIELD_LIMIT && spec->precision <= FIELD_LIMIT)
        return true;
    raise_with(run, EXC_MemoryError, 0);
    return false;
}

static bool check_str_spec(Run *run, const FormatSpec *spec)
{
    const char *mistake = NULL;
    if (spec->sign)
        mistake = spec->sign == ' ' && run_model(run)->profile->minor >= 9
                      ? "Space not allowed in string format specifier"
                      : "Sign not allowed in string format specifier";
    else if (spec->no_negative_zero)
        mistake = "Negative zero coercion (z) not allowed in string format specifier";
    else if (spec->alternate)
        mistake = "Alternate form (#) not allowed in string format specifier";
    else if (spec->align == '=')
        mistake = "'=' alignment not allowed in string format specifier";
    if (mistake)
        raise_error(run, EXC_ValueError, "%s", mistake);
    return !mistake;
}

bool format_str(Run *run, ObjectId value, Slice spec_text, Text *ret_text)
{
    FormatSpec spec;
    const Model *model = run_model(run);
    if (!format_spec_read(run, spec_text, type_string(run, value), '<', &spec))
        return false;
    if (spec.type && spec.type != 's')
        return raise_code(run, spec.type, type_string(run, value));
    if (spec.grouping) {
        raise_error(run, EXC_ValueError, "Cannot specify '%c' with 's'.", spec.grouping);
        return false;
    }
    if (!check_str_spec(run, &spec) || !check_field(run, &spec))
        return false;
    const TextPayload *text = str_payload(model, value);
    uint32_t length = text->length;
    if (spec.precision >= 0 && spec.precision < length)
        length = (uint32_t)spec.precision;
    format_pad(&spec, spec.align, str_part(text, 0, length), ret_text);
    return true;
}

/* --- numbers --- */

/* The digits before the point with separators, zeros in front up to `width` (0: none). Built
 * from the right
 * (_PyUnicode_InsertThousandsGrouping). */
static void group_digits(Slice digits, int64_t width, char separator, int group, Text *ret_text)
{
    Text reversed = {0};
    int64_t remaining = (int64_t)digits.length;
    for (bool first = true;; first = false) {
        int64_t wanted = remaining > width ? remaining : width;
        int64_t length = wanted < 1 ? 1 : wanted < group ? wanted : group;
        if (!first)
            text_append_char(&reversed, separator);
        for (int64_t i = 0; i < length; i++)
            text_append_char(&reversed, i < remaining ? digits.bytes[remaining - 1 - i] : '0');
        remaining -= length < remaining ? length : remaining;
        width -= length;
        if (remaining <= 0 && width <= 0)
            break;
        width--;
    }
    for (size_t i = reversed.length; i > 0; i--)
        text_append_char(ret_text, reversed.bytes[i - 1]);
    text_done(&reversed);
}

static size_t whole_digits(Slice body)
{
    size_t count = 0;
    while (count < body.length && ((body.bytes[count] >= '0' && body.bytes[count] <= '9') ||
                                   (body.bytes[count] >= 'a' && body.bytes[count] <= 'f') ||
                                   (body.bytes[count] >= 'A' && body.bytes[count] <= 'F')))
        count++;
    return count;
}

void format_number(const FormatSpec *spec, bool negative, const char *prefix, Slice body,
                   Text *ret_text)
{
    Text front = {0}, middle = {0};
    if (negative || spec->sign == '+' || spec->sign == ' ')
        text_append_char(&front, negative ? '-' : spec->sign);
    text_append_string(&front, prefix);
    bool decimal = !spec->type || !strchr("boxX", (char)spec->type);
    size_t whole = whole_digits(body);
    if (decimal) /* the exponent's letter is no digit */
        for (whole = 0;
             whole < body.length && body.bytes[whole] >= '0' && body.bytes[whole] <= '9';)
            whole++;
    Slice rest = {body.bytes + whole, body.length - whole};
    if (spec->grouping && whole) {
        int64_t width = spec->fill == '0' && spec->align == '='
                            ? spec->width - (int64_t)(front.length + rest.length)
                            : 0;
        group_digits((Slice){body.bytes, whole}, width, spec->grouping, decimal ? 3 : 4,
                     &middle);
    } else {
        text_append(&middle, body.bytes, whole);
    }
    text_append_slice(&middle, rest);
    int64_t room = spec->width - (int64_t)(front.length + middle.length);
    int64_t before = room <= 0            ? 0
                     : spec->align == '>' ? room
                     : spec->align == '^' ? room / 2
                                          : 0;
    int64_t inside = room > 0 && spec->align == '=' ? room : 0;
    append_fill(ret_text, spec->fill, before);
    text_append_slice(ret_text, text_slice(&front));
    append_fill(ret_text, spec->fill, inside);
    text_append_slice(ret_text, text_slice(&middle));
    append_fill(ret_text, spec->fill, room - before - inside);
    text_done(&front);
    text_done(&middle);
}

static bool check_int_spec(Run *run, const FormatSpec *spec)
{
    const char *mistake = NULL;
    if (spec->precision >= 0)
        mistake = "Precision not allowed in integer format specifier";
    else if (spec->no_negative_zero)
        mistake = "Negative zero coercion (z) not allowed in integer format specifier";
    else if (spec->type == 'c' && spec->sign)
        mistake = "Sign not allowed with integer format specifier 'c'";
    else if (spec->type == 'c' && spec->alternate)
        mistake = "Alternate form (#) not allowed with integer format specifier 'c'";
    if (mistake)
        raise_error(run, EXC_ValueError, "%s", mistake);
    return !mistake;
}

static bool format_character(Run *run, ObjectId value, const FormatSpec *spec, Text *ret_text)
{
    const Model *model = run_model(run);
    if (!int_is_small(model, value))
        return raise_error(run, EXC_OverflowError,
                           "Python int too large to convert to C long") != 0;
    int64_t point = int_value(model, value);
    if (point < 0 || point > 0x10ffff) {
        raise_error(run, EXC_OverflowError, "%%c arg not in range(0x110000)");
        return false;
    }
    Text body = {0};
    text_append_point(&body, (uint32_t)point);
    format_pad(spec, spec->align, text_slice(&body), ret_text);
    text_done(&body);
    return true;
}

static int base_of(uint32_t type)
{
    return type == 'b' ? 2 : type == 'o' ? 8 : type == 'x' || type == 'X' ? 16 : 10;
}

bool format_int(Run *run, ObjectId value, Slice spec_text, Text *ret_text)
{
    FormatSpec spec;
    if (!format_spec_read(run, spec_text, type_string(run, value), '>', &spec))
        return false;
    if (spec.type && spec.type < 128 && strchr("eEfFgG%", (char)spec.type)) {
        double number;
        return int_double(run, value, &number) &&
               format_float(run, number, spec_text, type_string(run, value), ret_text);
    }
    if (spec.type && (spec.type > 127 || !strchr("bcdoxXn", (char)spec.type)))
        return raise_code(run, spec.type, type_string(run, value));
    if (!check_int_spec(run, &spec) || !check_field(run, &spec))
        return false;
    if (spec.type == 'c')
        return format_character(run, value, &spec, ret_text);
    Text digits = {0};
    bool fine = int_write(run, value, base_of(spec.type), &digits);
    if (fine) {
        bool negative = digits.bytes[0] == '-';
        const char *prefix = !spec.alternate    ? ""
                             : spec.type == 'b' ? "0b"
                             : spec.type == 'o' ? "0o"
                             : spec.type == 'x' ? "0x"
                             : spec.type == 'X' ? "0X"
                                                : "";
        for (size_t i = 0; spec.type == 'X' && i < digits.length; i++)
            if (digits.bytes[i] >= 'a')
                digits.bytes[i] = (char)(digits.bytes[i] - 'a' + 'A');
        format_number(&spec, negative, prefix,
                      (Slice){digits.bytes + negative, digits.length - negative}, ret_text);
    }
    text_done(&digits);
    return fine;
}

/* --- any object --- */

static bool format_by_method(Run *run, ObjectId value, Slice spec, Text *ret_text)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId spec_object = str_from(model, spec);
    ObjectId result = override_call(run, value, "__format__", &spec_object, 1);
    bool fine = result != 0;
    if (fine && model_kind(model, result) != KIND_STR) {
        raise_error(run, EXC_TypeError, "__format__ must return a str, not %s",
                    type_string(run, result));
        fine = false;
    }
    if (fine)
        text_append_slice(ret_text, str_slice(model, result));
    hand_release(model, mark);
    return fine;
}

bool format_write(Run *run, ObjectId value, Slice spec, Text *ret_text)
{
    if (object_override(run, value, "__format__"))
        return format_by_method(run, value, spec, ret_text);
    /* PyObject_Format: the bound method that it calls holds the object. */
    uint32_t mark = hand_mark(run_model(run));
    if (object_is_user(run_model(run), value))
        hand_hold(run_model(run), value);
    bool enters = !spec.length && run_model(run)->profile->minor >= 7; /* object.__format__ */
    bool fine = !enters || recursion_enter(run, " while calling a Python object");
    if (fine) {
        fine = format_write_builtin(run, value, spec, ret_text);
        if (enters)
            recursion_leave(run);
    }
    hand_release(run_model(run), mark);
    return fine;
}

bool format_write_builtin(Run *run, ObjectId value, Slice spec, Text *ret_text)
{
    const Model *model = run_model(run);
    if (!spec.length)
        return str_write(run, value, ret_text);
    switch (model_kind(model, value)) {
    case KIND_STR:
        return format_str(run, value, spec, ret_text);
    case KIND_INT:
    case KIND_BOOL:
        return format_int(run, value, spec, ret_text);
    case KIND_FLOAT:
        return format_float(run, float_value(model, value), spec, type_string(run, value),
                            ret_text);
    case KIND_COMPLEX:
        return format_complex(run, value, spec, ret_text);
    default: /* object.__format__ knows no specification */
        raise_error(run, EXC_TypeError, "unsupported format string passed to %s.__format__",
                    type_string(run, value));
        return false;
    }
}

/* object.__format__: the bound method holds the value. */
static ObjectId str_of_held(Run *run, ObjectId value)
{
    uint32_t mark = hand_mark(run_model(run));
    hand_hold(run_model(run), value);
    ObjectId text = object_str(run, value);
    return text ? hand_return(run_model(run), mark, text) : 0;
}

ObjectId object_format(Run *run, ObjectId value, Slice spec)
{
    if (!spec.length && model_kind(run_model(run), value) != KIND_STR &&
        !object_override(run, value, "__format__"))
        return str_of_held(run, value);
    Text text = {0};
    if (!format_write(run, value, spec, &text)) {
        text_done(&text);
        return 0;
    }
    if (text_is_of(run, &text, value)) {
        text_done(&text);
        return value;
    }
    return str_of_text(run, &text);
}
