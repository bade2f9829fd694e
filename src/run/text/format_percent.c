/* '…' % values, of str and bytes: Objects/unicodeobject.c, PyUnicode_Format. */
#include <math.h>
#include <string.h>

#include "run/text/number_text.h"
#include "run/text/text.h"
#include "run/types/native_type.h"

typedef struct Percent {
    Run *run;
    Slice format;
    size_t at;
    ObjectId values;  /* a tuple, or the one value */
    ObjectId mapping; /* 0: none */
    uint32_t index;   /* the next value */
    bool keyed;       /* a %(key) was used: there is no next value */
    bool bytes;
    Text *text;
    ObjectId whole; /* the str that is all of the result; 0: none */
} Percent;

typedef struct Conversion {
    bool left, plus, space, alternate, zero;
    int64_t width, precision; /* precision -1: not given */
    char type;
    ObjectId value; /* 0: not taken yet */
} Conversion;

static bool fail(Percent *percent, ExceptionName type, const char *message)
{
    raise_error(percent->run, type, "%s", message);
    return false;
}

static ObjectId next_value(Percent *percent)
{
    const Model *model = run_model(percent->run);
    const Object *values = model_object(model, percent->values);
    bool tuple = values->kind == KIND_TUPLE;
    if (!percent->keyed && percent->index < (tuple ? values->slot_count : 1)) {
        uint32_t index = percent->index++;
        return tuple ? values->slots[index] : percent->values;
    }
    return raise_error(percent->run, EXC_TypeError, "not enough arguments for format string");
}

/* %(key): the part up to the matching parenthesis. */
static bool read_key(Percent *percent, Conversion *conversion)
{
    Run *run = percent->run;
    size_t start = ++percent->at;
    int depth = 1;
    if (!percent->mapping)
        return fail(percent, EXC_TypeError, "format requires a mapping");
    for (; percent->at < percent->format.length && depth; percent->at++) {
        char c = percent->format.bytes[percent->at];
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    if (depth)
        return fail(percent, EXC_ValueError, "incomplete format key");
    Slice key = {percent->format.bytes + start, percent->at - start - 1};
    ObjectId object = percent->bytes ? bytes_from(run_model(run), key.bytes, key.length)
                                     : str_from(run_model(run), key);
    conversion->value = subscript_get(run, percent->mapping, object);
    percent->keyed = true;
    return conversion->value != 0;
}

static void read_flags(Percent *percent, Conversion *conversion)
{
    for (; percent->at < percent->format.length; percent->at++) {
        switch (percent->format.bytes[percent->at]) {
        case '-':
            conversion->left = true;
            break;
        case '+':
            conversion->plus = true;
            break;
        case ' ':
            conversion->space = true;
            break;
        case '#':
            conversion->alternate = true;
            break;
        case '0':
            conversion->zero = true;
            break;
        default:
            return;
        }
    }
}

enum { FIELD_LIMIT = 1 << 24 };

typedef struct SizeKind {
    const char *mistake, *c_type;
} SizeKind;
static const SizeKind width_kind = {"width too big", "ssize_t"};
static const SizeKind precision_kind = {"precision too big", "int"};

/* Digits, or * for a value; -1 where there is neither. */
static bool read_size(Percent *percent, const SizeKind *kind, int64_t *ret_size)
{
    const Model *model = run_model(percent->run);
    if (percent->at < percent->format.length && percent->format.bytes[percent->at] == '*') {
        percent->at++;
        ObjectId value = next_value(percent);
        if (!value)
            return false;
        if (!kind_is_integer(model_kind(model, value)))
            return fail(percent, EXC_TypeError, "* wants int");
        if (!int_is_small(model, value)) {
            raise_error(percent->run, EXC_OverflowError,
                        "Python int too large to convert to C %s", kind->c_type);
            return false;
        }
        *ret_size = int_value(model, value);
        return true;
    }
    for (; percent->at < percent->format.length; percent->at++) {
        char c = percent->format.bytes[percent->at];
        if (c < '0' || c > '9')
            break;
        *ret_size = (*ret_size < 0 ? 0 : *ret_size) * 10 + (c - '0');
        if (*ret_size > FIELD_LIMIT)
            return fail(percent, EXC_ValueError, kind->mistake);
    }
    return true;
}

static void write_field(Percent *percent, const Conversion *conversion, Slice sign, Slice body,
                        bool zeros)
{
    int64_t length = (int64_t)(sign.length + utf8_count(body.bytes, body.length));
    int64_t room = conversion->width > length ? conversion->width - length : 0;
    bool pad_zeros = zeros && conversion->zero && !conversion->left;
    for (int64_t i = 0; !conversion->left && !pad_zeros && i < room; i++)
        text_append_char(percent->text, ' ');
    text_append_slice(percent->text, sign);
    for (int64_t i = 0; pad_zeros && i < room; i++)
        text_append_char(percent->text, '0');
    text_append_slice(percent->text, body);
    for (int64_t i = 0; conversion->left && i < room; i++)
        text_append_char(percent->text, ' ');
}

static Slice sign_of(const Conversion *conversion, bool negative)
{
    return slice_of(negative ? "-" : conversion->plus ? "+" : conversion->space ? " " : "");
}

static bool write_text(Percent *percent, const Conversion *conversion)
{
    Text body = {0};
    bool fine;
    if (conversion->type == 's')
        fine = str_write(percent->run, conversion->value, &body);
    else if (conversion->type == 'r')
        fine = repr_write(percent->run, conversion->value, &body);
    else
        fine = ascii_write(percent->run, conversion->value, &body);
    if (fine) {
        size_t end = body.length;
        bool only = !percent->text->length && percent->at == percent->format.length;
        if (conversion->precision >= 0) {
            end = 0;
            uint32_t point;
            for (int64_t i = 0; i < conversion->precision && end < body.length; i++)
                end += utf8_decode(body.bytes + end, body.length - end, &point);
        }
        write_field(percent, conversion, (Slice){"", 0}, (Slice){text_string(&body), end},
                    false);
        if (only && text_is_of(percent->run, percent->text, conversion->value))
            percent->whole = conversion->value;
    }
    text_done(&body);
    return fine;
}

/* format_obj: something bytes-like, or what its __bytes__ gives. */
static ObjectId bytes_of_value(Run *run, ObjectId value)
{
    const Model *model = run_model(run);
    if (is_bytes_like(run, value))
        return value;
    bool found = false;
    ObjectId result = call_special(run, value, "__bytes__", NULL, 0, &found);
    if (result && model_kind(model, result) != KIND_BYTES)
        return raise_error(run, EXC_TypeError, "__bytes__ returned non-bytes (type %s)",
                           type_string(run, result));
    if (found || raised(run))
        return result;
    return raise_error(run, EXC_TypeError,
                       "%%b requires a bytes-like object, or an object that implements "
                       "__bytes__, not '%s'",
                       type_string(run, value));
}

/* %s and %b of bytes. */
static bool write_bytes(Percent *percent, const Conversion *conversion)
{
    Run *run = percent->run;
    ObjectId value = bytes_of_value(run, conversion->value);
    if (!value)
        return false;
    Text space = {0};
    Slice body = bytes_slice(run, value, &space);
    if (conversion->precision >= 0 && (size_t)conversion->precision < body.length)
        body.length = (size_t)conversion->precision;
    int64_t room =
        conversion->width > (int64_t)body.length ? conversion->width - (int64_t)body.length : 0;
    for (int64_t i = 0; !conversion->left && i < room; i++)
        text_append_char(percent->text, ' ');
    text_append_slice(percent->text, body);
    for (int64_t i = 0; conversion->left && i < room; i++)
        text_append_char(percent->text, ' ');
    text_done(&space);
    return true;
}

static bool write_character(Percent *percent, const Conversion *conversion)
{
    Run *run = percent->run;
    const Model *model = run_model(run);
    ObjectId value = conversion->value;
    ObjectKind kind = model_kind(model, value);
    Text body = {0};
    bool fine = false;
    if (kind == KIND_STR && !percent->bytes && str_payload(model, value)->length == 1) {
        text_append_slice(&body, str_slice(model, value));
        fine = true;
    } else if (percent->bytes && kind_is_bytes(kind)) {
        Text space = {0};
        Slice byte = bytes_slice(run, value, &space);
        fine = byte.length == 1;
        if (fine)
            text_append_slice(&body, byte);
        text_done(&space);
    } else if (kind_is_integer(kind) || lookup_special(run, value, "__index__")) {
        ObjectId index = object_index_int(run, value);
        if (!index)
            return false;
        int64_t point = int_is_small(model, index) ? int_value(model, index) : -1;
        fine = point >= 0 && point < (percent->bytes ? 256 : 0x110000);
        bool refuses_big = !percent->bytes && model->profile->minor < 10;
        if (!fine && (int_is_small(model, index) || !refuses_big))
            return fail(percent, EXC_OverflowError,
                        percent->bytes ? "%c arg not in range(256)"
                                       : "%c arg not in range(0x110000)");
        if (percent->bytes)
            text_append_char(&body, (char)point);
        else
            text_append_point(&body, (uint32_t)point);
    }
    if (fine)
        write_field(percent, conversion, (Slice){"", 0}, text_slice(&body), false);
    else
        fail(percent, EXC_TypeError,
             percent->bytes ? "%c requires an integer in range(256) or a single byte"
                            : "%c requires int or char");
    text_done(&body);
    return fine;
}

static bool to_double(Percent *percent, ObjectId value, double *ret_value)
{
    Run *run = percent->run;
    if (float_as_double(run, value, ret_value))
        return true;
    if (percent->bytes) {
        raise_clear(run);
        raise_error(run, EXC_TypeError, "float argument required, not %s",
                    type_string(run, value));
    }
    return false;
}

static bool write_float(Percent *percent, const Conversion *conversion)
{
    double value;
    if (!to_double(percent, conversion->value, &value))
        return false;
    Text body = {0};
    float_write_as(value, conversion->type,
                   conversion->precision < 0 ? 6 : conversion->precision, conversion->alternate,
                   &body);
    bool negative = signbit(value) && !isnan(value);
    write_field(percent, conversion, sign_of(conversion, negative), text_slice(&body), true);
    text_done(&body);
    return true;
}

static ObjectId raise_no_int(const Percent *percent, const Conversion *conversion, bool decimal)
{
    Run *run = percent->run;
    const char *wanted = !decimal                              ? "an integer"
                         : run_model(run)->profile->minor < 10 ? "a number"
                                                               : "a real number";
    char type = percent->bytes && conversion->type == 'i' ? 'd' : conversion->type;
    return raise_error(run, EXC_TypeError, "%%%c format: %s is required, not %s", type, wanted,
                       type_string(run, conversion->value));
}

/* PyNumber_Check: what int() and float() take by a method. */
static bool is_number(Run *run, ObjectId value)
{
    return lookup_special(run, value, "__int__") || lookup_special(run, value, "__float__") ||
           (run_model(run)->profile->minor >= 8 && lookup_special(run, value, "__index__"));
}

/* The int that %d and %x write: floats are cut for the former only. */
static ObjectId to_int(Percent *percent, const Conversion *conversion)
{
    Run *run = percent->run;
    Model *model = run_model(run);
    ObjectId value = conversion->value;
    bool decimal = strchr("diu", conversion->type) != NULL;
    if (kind_is_integer(model_kind(model, value)))
        return value;
    if (is_number(run, value)) {
        ObjectId number = decimal ? call_object(run, model->types[TYPE_INT], &value, 1)
                                  : object_index_int(run, value);
        if (number || !raised_is(run, EXC_TypeError))
            return number;
        raise_clear(run);
    }
    return raise_no_int(percent, conversion, decimal);
}

static bool write_int(Percent *percent, const Conversion *conversion)
{
    ObjectId value = to_int(percent, conversion);
    int base = conversion->type == 'o'                              ? 8
               : conversion->type == 'x' || conversion->type == 'X' ? 16
                                                                    : 10;
    Text digits = {0}, sign = {0}, body = {0};
    if (!value || !int_write(percent->run, value, base, &digits)) {
        text_done(&digits);
        return false;
    }
    bool negative = digits.bytes[0] == '-';
    text_append_slice(&sign, sign_of(conversion, negative));
    if (conversion->alternate && base != 10)
        text_append_format(&sign, "0%c", conversion->type);
    for (int64_t i = (int64_t)digits.length - negative; i < conversion->precision; i++)
        text_append_char(&body, '0');
    for (size_t i = negative; i < digits.length; i++) {
        char c = digits.bytes[i];
        text_append_char(&body, conversion->type == 'X' && c >= 'a' ? (char)(c - 32) : c);
    }
    write_field(percent, conversion, text_slice(&sign), text_slice(&body), true);
    text_done(&digits);
    text_done(&sign);
    text_done(&body);
    return true;
}

static bool raise_character(Percent *percent, uint32_t point, size_t start)
{
    raise_error(percent->run, EXC_ValueError,
                "unsupported format character '%c' (0x%x) at index %zu",
                point < 128 && point >= 32 ? (char)point : '?', point,
                utf8_count(percent->format.bytes, start));
    return false;
}

static bool write_conversion(Percent *percent, Conversion *conversion, size_t start)
{
    if (!conversion->value) {
        conversion->value = next_value(percent);
        if (!conversion->value)
            return false;
    }
    switch (conversion->type) {
    case 's':
        return percent->bytes ? write_bytes(percent, conversion)
                              : write_text(percent, conversion);
    case 'b':
        return percent->bytes ? write_bytes(percent, conversion)
                              : raise_character(percent, 'b', start);
    case 'r':
        if (percent->bytes)
            conversion->type = 'a';
        return write_text(percent, conversion);
    case 'a':
        return write_text(percent, conversion);
    case 'c':
        return write_character(percent, conversion);
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
        return write_int(percent, conversion);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
        return write_float(percent, conversion);
    }
    uint32_t point;
    utf8_decode(percent->format.bytes + start, percent->format.length - start, &point);
    return raise_character(percent, point, start);
}

/* One conversion, from behind the % on. %% with anything between (%5%) was a % until 3.6. */
static bool convert(Percent *percent)
{
    Conversion conversion = {.width = -1, .precision = -1};
    size_t length = percent->format.length, begin = percent->at;
    const char *format = percent->format.bytes;
    if (percent->at < length && format[percent->at] == '(' && !read_key(percent, &conversion))
        return false;
    read_flags(percent, &conversion);
    if (!read_size(percent, &width_kind, &conversion.width))
        return false;
    if (conversion.width < -1) {
        conversion.left = true;
        conversion.width = -conversion.width;
    }
    if (percent->at < length && format[percent->at] == '.') {
        percent->at++;
        conversion.precision = 0;
        if (!read_size(percent, &precision_kind, &conversion.precision))
            return false;
        if (conversion.precision < 0)
            conversion.precision = 0;
    }
    if (percent->at < length && strchr("hlL", format[percent->at]))
        percent->at++;
    if (percent->at >= length)
        return fail(percent, EXC_ValueError, "incomplete format");
    size_t start = percent->at++;
    conversion.type = format[start];
    bool bare = start == begin || run_model(percent->run)->profile->minor < 7;
    if (conversion.type == '%' && bare) {
        text_append_char(percent->text, '%');
        return true;
    }
    return write_conversion(percent, &conversion, start);
}

static bool is_mapping(Run *run, ObjectId values, bool bytes)
{
    const Object *row = model_object(run_model(run), values);
    const NativeType *native = native_type_of(run, row->type);
    if (native && native->flags & NATIVE_SEQUENCE)
        return false; /* sq_item only */
    ObjectKind kind = row->kind;
    return kind != KIND_TUPLE && kind != KIND_STR && !(bytes && kind_is_bytes(kind)) &&
           lookup_special(run, values, "__getitem__");
}

/* Every value must have been used, unless they came from a mapping. */
static bool check_all_used(Percent *percent)
{
    const Object *values = model_object(run_model(percent->run), percent->values);
    if (values->kind != KIND_TUPLE && percent->mapping)
        return true;
    uint32_t count = values->kind == KIND_TUPLE ? values->slot_count : 1;
    if (percent->index >= count || percent->keyed)
        return true;
    return fail(percent, EXC_TypeError,
                percent->bytes ? "not all arguments converted during bytes formatting"
                               : "not all arguments converted during string formatting");
}

ObjectId percent_format(Run *run, ObjectId format, ObjectId values)
{
    Model *model = run_model(run);
    Text text = {0}, space = {0};
    bool bytes = kind_is_bytes(model_kind(model, format));
    Percent percent = {.run = run,
                       .format =
                           bytes ? bytes_slice(run, format, &space) : str_slice(model, format),
                       .values = values,
                       .mapping = is_mapping(run, values, bytes) ? values : 0,
                       .bytes = bytes,
                       .text = &text};
    bool fine = true;
    while (fine && percent.at < percent.format.length) {
        const char *start = percent.format.bytes + percent.at;
        const char *mark = memchr(start, '%', percent.format.length - percent.at);
        size_t plain = mark ? (size_t)(mark - start) : percent.format.length - percent.at;
        text_append(&text, start, plain);
        percent.at += plain + (mark ? 1 : 0);
        if (mark)
            fine = convert(&percent);
    }
    fine = fine && check_all_used(&percent);
    bool has_field = percent.format.length &&
                     memchr(percent.format.bytes, '%', percent.format.length);
    text_done(&space); /* a bytes format's */
    if (!has_field && text_is_of(run, &text, format))
        percent.whole = format;
    if (!fine || percent.whole) {
        text_done(&text);
        return fine ? percent.whole : 0;
    }
    if (model_kind(model, format) == KIND_BYTEARRAY) {
        ObjectId result = bytearray_from(run, text_slice(&text));
        text_done(&text);
        return result;
    }
    return bytes ? bytes_of_text(run, &text) : str_of_text(run, &text);
}
