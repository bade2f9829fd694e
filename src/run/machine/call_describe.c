/* What complaints about f(*args, **kwargs) call the callable: Python/ceval.c
 * (check_args_iterable, format_kwargs_error), Objects/object.c (_PyObject_FunctionStr). */
#include "run/interpreter.h"

/* Appends the text of an attribute that is a str; false where it is none. */
static bool describe_part(Run *run, ObjectId callable, const char *attribute, Text *ret_text)
{
    bool found = false;
    ObjectId name = model_intern(run->model, slice_of(attribute));
    ObjectId value = attribute_find(run, callable, name, &found);
    raise_clear(run);
    if (!found || model_kind(run->model, value) != KIND_STR)
        return false;
    text_append_slice(ret_text, str_slice(run->model, value));
    return true;
}

/* PyEval_GetFuncName and PyEval_GetFuncDesc, until 3.8 */
static void describe_shortly(Run *run, ObjectId callable, Text *ret_text)
{
    const Model *model = run->model;
    ObjectKind kind = model_kind(model, callable);
    if (kind == KIND_FUNCTION || kind == KIND_METHOD ||
        object_is_exact(model, callable, TYPE_BUILTIN)) {
        describe_part(run, callable, "__name__", ret_text);
        text_append_string(ret_text, "()");
    } else {
        text_append_format(ret_text, "%.*s object", SLICE(model_type_name(model, callable)));
    }
}

/* _PyObject_FunctionStr */
void call_describe(Run *run, ObjectId callable, Text *ret_text)
{
    Text module = {0}, name = {0};
    if (run->profile->minor < 9) {
        describe_shortly(run, callable, ret_text);
        return;
    }
    if (describe_part(run, callable, "__qualname__", &name)) {
        if (describe_part(run, callable, "__module__", &module) &&
            !slice_is(text_slice(&module), "builtins"))
            text_append_format(ret_text, "%s.", text_string(&module));
        text_append_format(ret_text, "%s()", text_string(&name));
    } else {
        str_write(run, callable, ret_text);
    }
    text_done(&module);
    text_done(&name);
}

bool call_explain_star(Run *run, ObjectId callable, ObjectId iterable)
{
    if (!raised_is(run, EXC_TypeError) || lookup_special(run, iterable, "__iter__") ||
        lookup_special(run, iterable, "__getitem__"))
        return false;
    raise_clear(run);
    Text name = {0};
    call_describe(run, callable, &name);
    raise_error(run, EXC_TypeError, "%s argument after * must be an iterable, not %.*s",
                text_string(&name), SLICE(model_type_name(run->model, iterable)));
    text_done(&name);
    return false;
}

/* What gets a call's keywords first: a class's __new__ or __init__ or an object's __call__,
 * where that is a function of the program; else the callable itself. */
static ObjectId who_binds(Run *run, ObjectId callable)
{
    static const char *const names[] = {"__new__", "__init__", "__call__"};
    bool type = model_kind(run->model, callable) == KIND_TYPE;
    ObjectId owner = type ? callable : model_object(run->model, callable)->type;
    for (size_t i = type ? 0 : 2; i < (type ? 2 : 3); i++) {
        ObjectId found = type_lookup(run, owner, model_intern(run->model, slice_of(names[i])));
        if (found && model_kind(run->model, found) == KIND_STATICMETHOD)
            found = model_object(run->model, found)->slots[0];
        if (found && model_kind(run->model, found) == KIND_FUNCTION)
            return found;
    }
    return callable;
}

/* Until 3.8 it was the function's own complaint. */
bool call_raise_keyword_type(Run *run, ObjectId callable)
{
    if (run->profile->minor >= 9)
        return raise_error(run, EXC_TypeError, "keywords must be strings");
    ObjectId called = who_binds(run, callable);
    const Native *native = model_kind(run->model, called) == KIND_BUILTIN
                               ? model_payload(run->model, called).native
                               : NULL;
    bool takes_none = native && !native->keywords && native->style != NATIVE_RAW &&
                      native->style != NATIVE_STATIC;
    if (!native && model_kind(run->model, called) == KIND_TYPE) {
        bool is_dict = type_is_subtype(run, called, run->model->types[TYPE_DICT]);
        return raise_error(run, EXC_TypeError, "%s must be strings",
                           is_dict && run->profile->minor < 7 ? "keyword arguments"
                                                              : "keywords");
    }
    Text name = {0};
    call_describe(run, called, &name);
    raise_error(run, EXC_TypeError, "%s %s", text_string(&name),
                takes_none ? "takes no keyword arguments" : "keywords must be strings");
    text_done(&name);
    return false;
}
