/* int(x), float(x), complex(x), bool(x): values[0] is the class. */
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "run/builtins/tables.h"
#include "run/text/number_text.h"
#include "run/text/text.h"
#include "run/values/protocol.h"

static bool is_own_class(const Model *model, ObjectId type, TypeName name)
{
    return type == model->types[name];
}

/* --- int --- */

static ObjectId int_by_method(Run *run, ObjectId value, const char *name)
{
    bool found = false;
    ObjectId result = call_special(run, value, name, NULL, 0, &found);
    if (result && !kind_is_integer(model_kind(run_model(run), result)))
        return raise_error(run, EXC_TypeError, "%s returned non-int (type %s)", name,
                           type_string(run, result));
    return result;
}

static ObjectId int_of_text(Run *run, ObjectId value, int base)
{
    Text space = {0};
    bool bytes = model_kind(run_model(run), value) != KIND_STR;
    Slice text = bytes ? bytes_slice(run, value, &space) : str_slice(run_model(run), value);
    ObjectId result = int_parse(run, text, base, value);
    text_done(&space);
    return result;
}

static ObjectId int_of_any(Run *run, ObjectId value)
{
    const Model *model = run_model(run);
    ObjectKind kind = model_kind(model, value);
    if (object_override(run, value, "__int__"))
        return int_by_method(run, value, "__int__");
    if (kind_is_integer(kind))
        return value;
    if (kind == KIND_FLOAT)
        return float_to_int(run, float_value(model, value));
    if (kind == KIND_STR || is_bytes_like(run, value))
        return int_of_text(run, value, 10);
    if (model->profile->minor >= 8 && object_override(run, value, "__index__"))
        return int_by_method(run, value, "__index__");
    if (object_override(run, value, "__trunc__"))
        return int_by_method(run, value, "__trunc__");
    if (kind == KIND_COMPLEX && model->profile->minor < 10)
        return raise_error(run, EXC_TypeError, "can't convert complex to int");
    return raise_error(run, EXC_TypeError,
                       "int() argument must be a string, a bytes-like object or a %s, not '%s'",
                       model->profile->minor >= 10 ? "real number" : "number",
                       type_string(run, value));
}

static ObjectId int_with_base(Run *run, ObjectId value, ObjectId base_object)
{
    const Model *model = run_model(run);
    ObjectId index = object_index_int(run, base_object);
    if (!index)
        return 0;
    int64_t base = int_is_small(model, index) ? int_value(model, index) : -1;
    if (base != 0 && (base < 2 || base > 36))
        return raise_error(run, EXC_ValueError, "int() base must be >= 2 and <= 36, or 0");
    ObjectKind kind = model_kind(model, value);
    if (kind != KIND_STR && !kind_is_bytes(kind))
        return raise_error(run, EXC_TypeError,
                           "int() can't convert non-string with explicit base");
    return int_of_text(run, value, (int)base);
}

/* Their value could be named x until 3.6. */
static const Native int_form = {
    .name = "int", .most = 2, .keywords = (const char *const[]){"", "base", ""}};
static const Native int_form_old = {
    .name = "int", .most = 2, .keywords = (const char *const[]){"x", "base", ""}};
static const Native float_form_old = {
    .name = "float", .most = 1, .keywords = (const char *const[]){"x", ""}};
static const Native bool_form_old = {
    .name = "bool", .most = 1, .keywords = (const char *const[]){"x", ""}};

/* The value of float(…) and bool(…), 0 where none is given. */
static bool read_value(Run *run, const Arguments *arguments, const Native *old_form,
                       TypeName base, ObjectId *ret_value)
{
    if (run_model(run)->profile->minor < 7)
        return arguments_sort(run, old_form, 1, arguments, ret_value);
    *ret_value = argument_at(arguments, 1);
    return argument_no_keywords_of(run, arguments, arguments->values[0], base, "__init__") &&
           argument_count(run, arguments, 1, old_form->name, 0, 1);
}

ObjectId int_new(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    int minor = model->profile->minor;
    ObjectId type = arguments->values[0], options[2];
    if (minor >= 13 && !arguments->name_count &&
        !argument_count(run, arguments, 1, "int", 0, 2))
        return 0;
    if (!arguments_sort(run, minor < 7 ? &int_form_old : &int_form, 1, arguments, options))
        return 0;
    ObjectId value = options[0], base = options[1];
    ObjectId result;
    if (!value && base)
        return raise_error(run, EXC_TypeError, "int() missing string argument");
    if (!value)
        result = int_from(model, 0);
    else
        result = base ? int_with_base(run, value, base) : int_of_any(run, value);
    if (!result)
        return 0;
    return is_own_class(model, type, TYPE_INT) ? int_exact(run, result)
                                               : int_of_type(model, type, result);
}

ObjectId bool_new(Run *run, const Arguments *arguments)
{
    bool truth = false;
    ObjectId value;
    if (!read_value(run, arguments, &bool_form_old, TYPE_BOOL, &value) ||
        (value && !object_truth(run, value, &truth)))
        return 0;
    return bool_from(run_model(run), truth);
}

/* --- float --- */

static bool float_by_method(Run *run, ObjectId value, double *ret_value)
{
    const Model *model = run_model(run);
    bool found = false;
    ObjectId result = call_special(run, value, "__float__", NULL, 0, &found);
    if (!result)
        return false;
    if (model_kind(model, result) != KIND_FLOAT)
        return raise_error(run, EXC_TypeError, "%s.__float__ returned non-float (type %s)",
                           type_string(run, value), type_string(run, result)) != 0;
    *ret_value = float_value(model, result);
    return true;
}

/* Until 3.9 what is blank is shown stripped, whatever its type; until 3.7 without quotes. */
static ObjectId raise_no_number(Run *run, const char *kind, ObjectId value, bool blank)
{
    int minor = run_model(run)->profile->minor;
    Text shown = {0};
    if (blank && minor < 10)
        text_append_string(&shown, minor < 8 ? "" : "''");
    else
        repr_write(run, value, &shown);
    raise_error(run, EXC_ValueError, "could not convert string to %s: %s", kind,
                text_string(&shown));
    text_done(&shown);
    return 0;
}

static bool float_of_text(Run *run, ObjectId value, double *ret_value)
{
    Text space = {0}, plain = {0};
    bool bytes = model_kind(run_model(run), value) != KIND_STR;
    Slice text = bytes ? bytes_slice(run, value, &space) : str_slice(run_model(run), value);
    bool readable = number_text(text, &plain);
    bool fine = readable && float_parse(text_slice(&plain), ret_value);
    if (!fine)
        raise_no_number(run, "float", value, readable && !plain.length);
    text_done(&space);
    text_done(&plain);
    return fine;
}

/* The double of a number, or of what __float__ or (since 3.8) __index__ gives; `*ret_found`
 * false where the value is no number. */
static bool float_of_number(Run *run, ObjectId value, double *ret_value, bool *ret_found)
{
    const Model *model = run_model(run);
    ObjectKind kind = model_kind(model, value);
    *ret_found = true;
    if (object_override(run, value, "__float__"))
        return float_by_method(run, value, ret_value);
    if (kind_is_integer(kind) || kind == KIND_FLOAT)
        return number_double(run, value, ret_value);
    if (model->profile->minor >= 8 && object_override(run, value, "__index__")) {
        ObjectId index = object_index_int(run, value);
        return index && int_double(run, index, ret_value);
    }
    if (kind == KIND_COMPLEX && model->profile->minor < 10)
        return raise_error(run, EXC_TypeError, "can't convert complex to float") != 0;
    *ret_found = false;
    return false;
}

bool float_of_any(Run *run, ObjectId value, double *ret_value)
{
    const Model *model = run_model(run);
    bool is_text = model_kind(model, value) == KIND_STR || is_bytes_like(run, value);
    if (is_text && !object_override(run, value, "__float__"))
        return float_of_text(run, value, ret_value);
    bool found, fine = float_of_number(run, value, ret_value, &found);
    if (found)
        return fine;
    return raise_error(run, EXC_TypeError,
                       "float() argument must be a string or a %s, not '%s'",
                       model->profile->minor >= 10 ? "real number" : "number",
                       type_string(run, value)) != 0;
}

bool float_as_double(Run *run, ObjectId value, double *ret_value)
{
    bool found, fine = float_of_number(run, value, ret_value, &found);
    if (found)
        return fine;
    return raise_error(run, EXC_TypeError, "must be real number, not %s",
                       type_string(run, value)) != 0;
}

ObjectId float_new(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId type = arguments->values[0], value;
    double number = 0.0;
    if (!read_value(run, arguments, &float_form_old, TYPE_FLOAT, &value))
        return 0;
    bool own = is_own_class(model, type, TYPE_FLOAT);
    if (value && own && object_is_exact(model, value, TYPE_FLOAT))
        return value;
    if (value && !float_of_any(run, value, &number))
        return 0;
    return own ? float_from(model, number) : float_of_type(model, type, number);
}

/* --- complex --- */

/* What __complex__ gives; `*ret_found` false where there is none. */
static bool complex_by_method(Run *run, ObjectId value, ComplexPayload *ret_value,
                              bool *ret_found)
{
    const Model *model = run_model(run);
    *ret_found = object_override(run, value, "__complex__") != 0;
    if (!*ret_found)
        return false;
    ObjectId result = override_call(run, value, "__complex__", NULL, 0);
    if (result && model_kind(model, result) != KIND_COMPLEX) {
        if (model->profile->minor < 7)
            return raise_error(run, EXC_TypeError,
                               "__complex__ should return a complex object") != 0;
        return raise_error(run, EXC_TypeError, "__complex__ returned non-complex (type %s)",
                           type_string(run, result)) != 0;
    }
    if (result)
        *ret_value = complex_value(run, result);
    return result != 0;
}

/* complex, or a real number; `*ret_complex` tells which. `what`: "first argument must be …". */
static bool complex_part(Run *run, ObjectId value, const char *what, ComplexPayload *ret_value,
                         bool *ret_complex)
{
    *ret_complex = model_kind(run_model(run), value) == KIND_COMPLEX;
    if (*ret_complex) {
        *ret_value = complex_value(run, value);
        return true;
    }
    *ret_value = (ComplexPayload){0.0, 0.0};
    bool found, fine = float_of_number(run, value, &ret_value->real, &found);
    if (found)
        return fine;
    return raise_error(run, EXC_TypeError, "complex() %s, not '%s'", what,
                       type_string(run, value)) != 0;
}

static bool complex_first(Run *run, ObjectId value, ComplexPayload *ret_value,
                          bool *ret_complex)
{
    bool fine = complex_by_method(run, value, ret_value, ret_complex);
    return *ret_complex
               ? fine
               : complex_part(run, value, "first argument must be a string or a number",
                              ret_value, ret_complex);
}

/* Has it a _ that is not between two digits? */
static bool is_badly_joined(Slice text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] == '_' &&
            (i == 0 || i + 1 == text.length || !isdigit((unsigned char)text.bytes[i - 1]) ||
             !isdigit((unsigned char)text.bytes[i + 1])))
            return true;
    return false;
}

static ObjectId complex_of_text(Run *run, ObjectId type, ObjectId value)
{
    Model *model = run_model(run);
    Text plain = {0};
    ComplexPayload number;
    Slice text = str_slice(model, value);
    bool fine = number_text(text, &plain) && complex_parse(text_slice(&plain), &number);
    text_done(&plain);
    if (!fine && is_badly_joined(text))
        return raise_no_number(run, "complex", value, false);
    if (!fine)
        return raise_error(run, EXC_ValueError, "complex() arg is a malformed string");
    return complex_of_type(model, type, number.real, number.imaginary);
}

static const char *const complex_keywords[] = {"real", "imag", ""};

ObjectId complex_new(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId type = arguments->values[0], parts[2];
    if (arguments->count + arguments->name_count > 3)
        return raise_error(run, EXC_TypeError, "complex() takes at most 2 arguments (%u given)",
                           arguments->count + arguments->name_count - 1);
    if (!argument_keywords(run, arguments, "complex", complex_keywords, parts))
        return 0;
    for (uint32_t i = 1; i < arguments->count; i++)
        parts[i - 1] = arguments->values[i];
    if (parts[0] && model_kind(model, parts[0]) == KIND_STR) {
        if (parts[1])
            return raise_error(run, EXC_TypeError,
                               "complex() can't take second arg if first is a string");
        return complex_of_text(run, type, parts[0]);
    }
    if (parts[1] && model_kind(model, parts[1]) == KIND_STR)
        return raise_error(run, EXC_TypeError, "complex() second arg can't be a string");
    if (parts[0] && !parts[1] && type == model->types[TYPE_COMPLEX] &&
        object_is_exact(model, parts[0], TYPE_COMPLEX))
        return parts[0];
    ComplexPayload real = {0.0, 0.0}, imaginary = {0.0, 0.0};
    bool real_complex = false, imaginary_complex = false;
    if (parts[0] && !complex_first(run, parts[0], &real, &real_complex))
        return 0;
    if (parts[1] && !complex_part(run, parts[1], "second argument must be a number", &imaginary,
                                  &imaginary_complex))
        return 0;
    /* A complex part brings a part of the other kind along; adding nothing keeps a -0.0. */
    if (imaginary_complex)
        real.real -= imaginary.imaginary;
    if (real_complex)
        imaginary.real = parts[1] ? imaginary.real + real.imaginary : real.imaginary;
    return complex_of_type(model, type, real.real, imaginary.real);
}
