/* repr() and str(): Objects/object.c, PyObject_Repr, and the types' own tp_repr. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/list.h"
#include "model/collector.h"
#include "run/interpreter.h"
#include "run/text/text.h"

/* --- guard --- */

/* Py_ReprEnter: the first container to be written leaves a dictionary and a list with the
 * thread. */
static void keep_books(Run *run)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    model->makes_own = true;
    reference_push(model, model->interpreter, dict_create(model));
    reference_push(model, model->interpreter, list_create(model, 0));
    model->makes_own = false;
    hand_release(model, mark);
    run_objects(run)->writing_known = true;
}

bool writing_enter(Run *run, ObjectId container)
{
    ObjectsState *state = run_objects(run);
    if (!state->writing_known)
        keep_books(run);
    for (size_t i = 0; i < state->writing_count; i++)
        if (state->writing[i] == container)
            return false;
    if (!nesting_enter(run, " while getting the repr of an object"))
        return false;
    state->writing = list_reserve(state->writing, &state->writing_capacity,
                                  state->writing_count + 1, sizeof *state->writing);
    state->writing[state->writing_count++] = container;
    return true;
}

void writing_leave(Run *run)
{
    run_objects(run)->writing_count--;
    nesting_leave(run);
}

/* --- texts --- */

bool point_is_printable(uint32_t point)
{
    if (point < 0x7f)
        return point >= 0x20;
    switch (utf8proc_category((utf8proc_int32_t)point)) {
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_ZS:
        return false;
    default: /* letters, marks, numbers, punctuation, symbols */
        return true;
    }
}

static void write_escaped(uint32_t point, Text *ret_text)
{
    switch (point) {
    case '\n':
        text_append_string(ret_text, "\\n");
        return;
    case '\r':
        text_append_string(ret_text, "\\r");
        return;
    case '\t':
        text_append_string(ret_text, "\\t");
        return;
    }
    if (point < 0x100)
        text_append_format(ret_text, "\\x%02x", point);
    else if (point < 0x10000)
        text_append_format(ret_text, "\\u%04x", point);
    else
        text_append_format(ret_text, "\\U%08x", point);
}

static char quote_for(Slice text)
{
    bool single = text.length && memchr(text.bytes, '\'', text.length);
    bool twice = text.length && memchr(text.bytes, '"', text.length);
    return single && !twice ? '"' : '\'';
}

void str_write_repr(Slice text, bool ascii, Text *ret_text)
{
    char quote = quote_for(text);
    text_append_char(ret_text, quote);
    for (size_t i = 0; i < text.length;) {
        uint32_t point;
        size_t length = utf8_decode(text.bytes + i, text.length - i, &point);
        if (point == (uint32_t)quote || point == '\\') {
            text_append_char(ret_text, '\\');
            text_append_char(ret_text, (char)point);
        } else if (!point_is_printable(point) || (ascii && point > 0x7e)) {
            write_escaped(point, ret_text);
        } else {
            text_append(ret_text, text.bytes + i, length);
        }
        i += length ? length : 1;
    }
    text_append_char(ret_text, quote);
}

/* `escaped`: a quote that gets a backslash whatever is around it, '\0': none. */
static void write_bytes(Slice bytes, char escaped, Text *ret_text)
{
    char quote = quote_for(bytes);
    text_append_char(ret_text, 'b');
    text_append_char(ret_text, quote);
    for (size_t i = 0; i < bytes.length; i++) {
        unsigned char byte = (unsigned char)bytes.bytes[i];
        if (byte == (unsigned char)quote || byte == '\\' ||
            (escaped && byte == (unsigned char)escaped)) {
            text_append_char(ret_text, '\\');
            text_append_char(ret_text, (char)byte);
        } else if (byte < 0x20 || byte >= 0x7f) {
            write_escaped(byte, ret_text);
        } else {
            text_append_char(ret_text, (char)byte);
        }
    }
    text_append_char(ret_text, quote);
}

void bytes_write_repr(Slice bytes, Text *ret_text)
{
    write_bytes(bytes, '\0', ret_text);
}

/* --- numbers --- */

enum { INT_DIGIT_LIMIT = 4300 };

static uint32_t digit_limit(Run *run)
{
    uint32_t set = run_objects(run)->int_digit_limit;
    if (set)
        return set - 1;
    return run_model(run)->profile->minor >= 7 ? INT_DIGIT_LIMIT : 0;
}

bool int_write(Run *run, ObjectId value, int base, Text *ret_text)
{
    const Model *model = run_model(run);
    if (int_is_small(model, value) && base == 10) {
        text_append_format(ret_text, "%lld", (long long)int_value(model, value));
        return true;
    }
    mpz_t number;
    mpz_init(number);
    int_get(model, value, number);
    size_t room = mpz_sizeinbase(number, base) + 2;
    char *digits = malloc(room);
    mpz_get_str(digits, base, number);
    size_t length = strlen(digits) - (digits[0] == '-');
    uint32_t limit = digit_limit(run);
    bool fits = base != 10 || !limit || length <= limit;
    if (fits)
        text_append_string(ret_text, digits);
    else
        raise_error(run, EXC_ValueError,
                    "Exceeds the limit (%u%s) for integer string conversion%s", limit,
                    model->profile->minor >= 11 ? " digits" : "",
                    "; use sys.set_int_max_str_digits() to increase the limit");
    free(digits);
    mpz_clear(number);
    return fits;
}

static void write_part(double value, Text *ret_text)
{
    float_write(value, ret_text);
    if (ret_text->length > 2 && strcmp(ret_text->bytes + ret_text->length - 2, ".0") == 0) {
        ret_text->length -= 2;
        ret_text->bytes[ret_text->length] = '\0';
    }
}

void complex_write(ComplexPayload number, Text *ret_text)
{
    bool only = number.real == 0.0 && !signbit(number.real);
    if (!only) {
        text_append_char(ret_text, '(');
        write_part(number.real, ret_text);
        if (isnan(number.imaginary) || !signbit(number.imaginary))
            text_append_char(ret_text, '+');
    }
    write_part(number.imaginary, ret_text);
    text_append_string(ret_text, only ? "j" : "j)");
}

/* --- containers --- */

static bool write_items(Run *run, ObjectId container, Text *ret_text)
{
    Model *model = run_model(run);
    const Object *object = model_object(model, container);
    for (uint32_t i = 0; i < object->slot_count; i++) {
        uint32_t mark = hand_mark(model);
        if (i)
            text_append_string(ret_text, ", ");
        bool fine = repr_write(run, object->slots[i], ret_text);
        hand_release(model, mark);
        if (!fine)
            return false;
    }
    return true;
}

static bool write_sequence(Run *run, ObjectId value, const char *open, const char *close,
                           Text *ret_text)
{
    const Object *object = model_object(run_model(run), value);
    bool tuple = object->kind == KIND_TUPLE;
    if (!object->slot_count) {
        text_append_format(ret_text, "%s%s", open, close);
        return true;
    }
    if (!writing_enter(run, value)) {
        text_append_format(ret_text, "%s...%s", open, close);
        return !raised(run);
    }
    text_append_string(ret_text, open);
    bool fine = write_items(run, value, ret_text);
    text_append_string(ret_text, tuple && object->slot_count == 1 ? ",)" : close);
    writing_leave(run);
    return fine;
}

static bool write_entry(Run *run, ObjectId dict, uint32_t entry, bool keys, bool values,
                        Text *ret_text)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId key = hand_hold(model, dict_key(model, dict, entry));
    ObjectId value = hand_hold(model, dict_value(model, dict, entry));
    bool fine = !keys || repr_write(run, key, ret_text);
    if (keys && values)
        text_append_string(ret_text, ": ");
    fine = fine && (!values || repr_write(run, value, ret_text));
    hand_release(model, mark);
    return fine;
}

static bool write_dict(Run *run, ObjectId dict, Text *ret_text)
{
    const Model *model = run_model(run);
    if (!writing_enter(run, dict)) {
        text_append_string(ret_text, "{...}");
        return !raised(run);
    }
    text_append_char(ret_text, '{');
    bool fine = true, first = true;
    for (uint32_t i = 0; fine && i < dict_entry_end(model, dict); i++) {
        if (!dict_key(model, dict, i))
            continue;
        if (!first)
            text_append_string(ret_text, ", ");
        first = false;
        fine = write_entry(run, dict, i, true, true, ret_text);
    }
    text_append_char(ret_text, '}');
    writing_leave(run);
    return fine;
}

static bool write_view(Run *run, ObjectId view, Text *ret_text)
{
    const Model *model = run_model(run);
    ObjectId dict = model_object(model, view)->slots[0];
    bool items = is_view_of(model, view, TYPE_DICT_ITEMS);
    bool keys = items || is_view_of(model, view, TYPE_DICT_KEYS);
    if (!writing_enter(run, view)) {
        text_append_string(ret_text, "...");
        return !raised(run);
    }
    text_append_format(ret_text, "%s([", type_string(run, view));
    bool fine = true, first = true;
    for (uint32_t i = 0; fine && i < dict_entry_end(model, dict); i++) {
        if (!dict_key(model, dict, i))
            continue;
        if (!first)
            text_append_string(ret_text, ", ");
        first = false;
        if (items)
            text_append_char(ret_text, '(');
        fine = items ? write_entry(run, dict, i, true, false, ret_text)
                     : write_entry(run, dict, i, keys, !keys, ret_text);
        if (items && fine) {
            text_append_string(ret_text, ", ");
            fine = write_entry(run, dict, i, false, true, ret_text);
            text_append_char(ret_text, ')');
        }
    }
    text_append_string(ret_text, "])");
    writing_leave(run);
    return fine;
}

static bool write_range(Run *run, ObjectId range, Text *ret_text)
{
    const Model *model = run_model(run);
    const ObjectId *slots = model_object(model, range)->slots;
    bool plain =
        int_is_small(model, slots[RANGE_STEP]) && int_value(model, slots[RANGE_STEP]) == 1;
    text_append_string(ret_text, "range(");
    bool fine = repr_write(run, slots[RANGE_START], ret_text);
    text_append_string(ret_text, ", ");
    fine = fine && repr_write(run, slots[RANGE_STOP], ret_text);
    if (!plain) {
        text_append_string(ret_text, ", ");
        fine = fine && repr_write(run, slots[RANGE_STEP], ret_text);
    }
    text_append_char(ret_text, ')');
    return fine;
}

/* bytearray_repr: a single quote has a backslash even between double ones. */
static bool write_bytearray(Run *run, ObjectId bytearray, Text *ret_text)
{
    Text space = {0};
    bool named = run->profile->minor >= 7;
    text_append_format(ret_text, "%s(", named ? type_string(run, bytearray) : "bytearray");
    write_bytes(bytes_slice(run, bytearray, &space), '\'', ret_text);
    text_append_char(ret_text, ')');
    text_done(&space);
    return true;
}

bool repr_write_builtin(Run *run, ObjectId value, Text *ret_text)
{
    const Model *model = run_model(run);
    switch (model_kind(model, value)) {
    case KIND_BOOL:
        text_append_string(ret_text, value == model->true_ ? "True" : "False");
        return true;
    case KIND_INT:
        return int_write(run, value, 10, ret_text);
    case KIND_FLOAT:
        float_write(float_value(model, value), ret_text);
        return true;
    case KIND_COMPLEX:
        complex_write(*model_payload(model, value).complex, ret_text);
        return true;
    case KIND_STR:
        str_write_repr(str_slice(model, value), false, ret_text);
        return true;
    case KIND_BYTES:
        bytes_write_repr(bytes_slice(run, value, NULL), ret_text);
        return true;
    case KIND_BYTEARRAY:
        return write_bytearray(run, value, ret_text);
    case KIND_LIST:
        return write_sequence(run, value, "[", "]", ret_text);
    case KIND_TUPLE:
        if (object_is_exact(model, value, TYPE_TUPLE) || object_is_user(model, value))
            return write_sequence(run, value, "(", ")", ret_text);
        return repr_write_object(run, value, ret_text);
    case KIND_DICT:
        return write_dict(run, value, ret_text);
    case KIND_SET:
    case KIND_FROZENSET:
        return repr_write_set(run, value, ret_text);
    case KIND_RANGE:
        return write_range(run, value, ret_text);
    case KIND_NATIVE:
        if (is_dict_view(model, value))
            return write_view(run, value, ret_text);
        return repr_write_object(run, value, ret_text);
    default: /* everything else is written "<… at 0x…>" or by a name */
        return repr_write_object(run, value, ret_text);
    }
}

/* The text that a method of the program returned; `asked` is what a complaint names. */
static bool write_method(Run *run, ObjectId value, const char *name, const char *asked,
                         Text *ret_text)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId result = override_call(run, value, name, NULL, 0);
    bool fine = result != 0;
    if (fine && model_kind(model, result) != KIND_STR) {
        raise_error(run, EXC_TypeError, "%s returned non-string (type %s)", asked,
                    type_string(run, result));
        fine = false;
    }
    if (fine)
        text_append_slice(ret_text, str_slice(model, result));
    hand_release(model, mark);
    return fine;
}

/* PyErr_CheckSignals, which repr() and str() begin with: from 3.12 on a collection that is due
 * runs. */
static void check_collector(Model *model)
{
    if (model->collection_due)
        collector_run_due(model);
}

static bool enter_repr(Run *run)
{
    return recursion_enter(run, " while getting the repr of an object");
}

static bool enter_str(Run *run)
{
    return recursion_enter(run, " while getting the str of an object");
}

/* By the class's own method, or by what the type has in C; leaves the level that was entered.
 */
typedef bool WriteBuiltin(Run *run, ObjectId value, Text *ret_text);
static bool write_within(Run *run, ObjectId value, const char *name, WriteBuiltin *builtin,
                         Text *ret_text)
{
    bool fine = object_override(run, value, name)
                    ? write_method(run, value, name, name, ret_text)
                    : builtin(run, value, ret_text);
    recursion_leave(run);
    return fine;
}

/* PyObject_Repr */
bool repr_write(Run *run, ObjectId value, Text *ret_text)
{
    check_collector(run_model(run));
    return enter_repr(run) &&
           write_within(run, value, "__repr__", repr_write_builtin, ret_text);
}

/* Types whose __str__ is not object's, and so knows nothing of a subclass's __repr__. */
static bool has_own_str(const Run *run, ObjectId value)
{
    ObjectKind kind = model_kind(run->model, value);
    bool number = kind_is_integer(kind) || kind == KIND_FLOAT || kind == KIND_COMPLEX;
    return kind == KIND_STR || kind == KIND_EXCEPTION || kind_is_bytes(kind) ||
           (number && run->profile->minor < 8);
}

bool str_write_builtin(Run *run, ObjectId value, Text *ret_text)
{
    const Model *model = run_model(run);
    if (model_kind(model, value) == KIND_STR) {
        text_append_slice(ret_text, str_slice(model, value));
        return true;
    }
    if (model_kind(model, value) == KIND_EXCEPTION)
        return exception_str(run, value, ret_text);
    if (!has_own_str(run, value) && object_override(run, value, "__repr__"))
        return write_method(run, value, "__repr__", "__str__", ret_text);
    return repr_write_builtin(run, value, ret_text);
}

/* PyObject_Str */
bool str_write(Run *run, ObjectId value, Text *ret_text)
{
    check_collector(run_model(run));
    if (object_is_exact(run_model(run), value, TYPE_STR))
        return str_write_builtin(run, value, ret_text);
    return enter_str(run) && write_within(run, value, "__str__", str_write_builtin, ret_text);
}

static void write_ascii(Slice text, Text *ret_text)
{
    for (size_t i = 0; i < text.length;) {
        uint32_t point;
        size_t length = utf8_decode(text.bytes + i, text.length - i, &point);
        if (point < 0x80)
            text_append_char(ret_text, (char)point);
        else
            write_escaped(point, ret_text);
        i += length ? length : 1;
    }
}

bool ascii_write(Run *run, ObjectId value, Text *ret_text)
{
    Text text = {0};
    bool fine = repr_write(run, value, &text);
    if (fine)
        write_ascii(text_slice(&text), ret_text);
    text_done(&text);
    return fine;
}

/* The str that __repr__ or __str__ returned is the result itself. */
static ObjectId text_by_method(Run *run, ObjectId value, const char *name, const char *asked)
{
    ObjectId result = override_call(run, value, name, NULL, 0);
    if (result && model_kind(run_model(run), result) != KIND_STR)
        return raise_error(run, EXC_TypeError, "%s returned non-string (type %s)", asked,
                           type_string(run, result));
    return result;
}

static ObjectId make_repr(Run *run, ObjectId value)
{
    if (object_override(run, value, "__repr__"))
        return text_by_method(run, value, "__repr__", "__repr__");
    Text text = {0};
    if (!repr_write_builtin(run, value, &text)) {
        text_done(&text);
        return 0;
    }
    return str_new_of_text(run, &text);
}

ObjectId object_repr(Run *run, ObjectId value)
{
    if (!enter_repr(run))
        return 0;
    ObjectId result = make_repr(run, value);
    recursion_leave(run);
    return result;
}

ObjectId object_ascii(Run *run, ObjectId value)
{
    ObjectId repr = object_repr(run, value);
    if (!repr)
        return 0;
    Text text = {0};
    write_ascii(str_slice(run_model(run), repr), &text);
    if (!slice_equal(text_slice(&text), str_slice(run_model(run), repr)))
        return str_new_of_text(run, &text);
    text_done(&text);
    return repr;
}

static ObjectId make_str(Run *run, ObjectId value)
{
    if (object_override(run, value, "__str__"))
        return text_by_method(run, value, "__str__", "__str__");
    bool plain = !has_own_str(run, value);
    if (plain && object_override(run, value, "__repr__"))
        return text_by_method(run, value, "__repr__", "__str__");
    if (plain)
        return make_repr(run, value);
    const Model *model = run_model(run);
    ObjectId argument =
        model_kind(model, value) == KIND_EXCEPTION ? exception_str_argument(run, value) : 0;
    if (argument && object_is_exact(model, argument, TYPE_STR))
        return hand_hold(run_model(run), argument);
    Text text = {0};
    if (!str_write_builtin(run, value, &text)) {
        text_done(&text);
        return 0;
    }
    return str_new_of_text(run, &text);
}

ObjectId object_str(Run *run, ObjectId value)
{
    if (object_is_exact(run_model(run), value, TYPE_STR))
        return value;
    if (!enter_str(run))
        return 0;
    ObjectId result = make_str(run, value);
    recursion_leave(run);
    return result;
}
