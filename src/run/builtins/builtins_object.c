/* Built-in functions about objects and names: Python/bltinmodule.c. */
#include <string.h>

#include "run/builtins/tables.h"
#include "run/interpreter.h"
#include "run/modules/weak_proxy.h"
#include "run/text/text.h"
#include "run/types/generic_alias.h"
#include "run/values/sort.h"

static ObjectId builtin_id(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    return int_from(model, (int64_t)model_address(model, arguments->values[0]));
}

static ObjectId builtin_callable(Run *run, const Arguments *arguments)
{
    return bool_from(run_model(run), object_is_callable(run, arguments->values[0]));
}

static ObjectId builtin_repr(Run *run, const Arguments *arguments)
{
    return object_repr(run, arguments->values[0]);
}

static ObjectId builtin_ascii(Run *run, const Arguments *arguments)
{
    return object_ascii(run, arguments->values[0]);
}

static ObjectId builtin_format(Run *run, const Arguments *arguments)
{
    const Model *model = run_model(run);
    ObjectId spec = argument_at(arguments, 1);
    if (spec && model_kind(model, spec) != KIND_STR)
        return raise_error(run, EXC_TypeError, "format() argument 2 must be str, not %s",
                           argument_type_string(run, spec));
    return object_format(run, arguments->values[0],
                         spec ? str_slice(model, spec) : (Slice){"", 0});
}

/* --- isinstance, issubclass --- */

/* isinstance or issubclass of `object`, whose type (or which itself) is `type`. */
typedef struct TypeCheck {
    Run *run;
    ObjectId object, type;
    const char *hook; /* __instancecheck__ or __subclasscheck__ */
    const char *mistake;
} TypeCheck;

/* The answer of a metaclass's own hook. */
static bool ask_metaclass(const TypeCheck *check, ObjectId type, bool *ret_answer)
{
    Run *run = check->run;
    bool found = false;
    ObjectId answer = call_special(run, type, check->hook, &check->object, 1, &found);
    return answer && object_truth(run, answer, ret_answer);
}

static const char *checking_name(const TypeCheck *check)
{
    return strcmp(check->hook, "__instancecheck__") == 0 ? "isinstance" : "issubclass";
}

static bool raise_types(const TypeCheck *check, ObjectId types)
{
    if (alias_origin(check->run, types))
        raise_error(check->run, EXC_TypeError,
                    "%s() argument 2 cannot be a parameterized generic", checking_name(check));
    else
        raise_error(check->run, EXC_TypeError, "%s", check->mistake);
    return false;
}

/* 3.10 looks at all members of a union first. */
static bool union_is_plain(const TypeCheck *check, ObjectId types)
{
    Run *run = check->run;
    const Object *members = model_object(run_model(run), alias_arguments(run, types));
    for (uint32_t i = 0; i < members->slot_count && run_model(run)->profile->minor < 11; i++)
        if (alias_origin(run, members->slots[i]))
            return raise_error(run, EXC_TypeError,
                               "%s() argument 2 cannot contain a parameterized generic",
                               checking_name(check)) != 0;
    return true;
}

static bool check_types(const TypeCheck *check, ObjectId types, bool *ret_answer)
{
    Run *run = check->run;
    const Model *model = run_model(run);
    const Object *object = model_object(model, types);
    if (object->kind != KIND_TUPLE && object_override(run, types, check->hook))
        return ask_metaclass(check, types, ret_answer);
    if (object->kind == KIND_TYPE) {
        *ret_answer = type_is_subtype(run, check->type, types);
        return true;
    }
    *ret_answer = false;
    if (object_is_union(run, types) && union_is_plain(check, types))
        object = model_object(model, alias_arguments(run, types));
    else if (object->kind != KIND_TUPLE)
        return raised(run) ? false : raise_types(check, types);
    for (uint32_t i = 0; i < object->slot_count && !*ret_answer; i++)
        if (!check_types(check, object->slots[i], ret_answer))
            return false;
    return true;
}

static const char *types_mistake(Run *run, bool instances)
{
    if (run_model(run)->profile->minor >= 10)
        return instances ? "isinstance() arg 2 must be a type, a tuple of types, or a union"
                         : "issubclass() arg 2 must be a class, a tuple of classes, or a union";
    return instances ? "isinstance() arg 2 must be a type or tuple of types"
                     : "issubclass() arg 2 must be a class or tuple of classes";
}

bool object_is_instance(Run *run, ObjectId object, ObjectId types, bool *ret_answer)
{
    ObjectId type = model_object(run_model(run), object)->type;
    if (type == types) {
        *ret_answer = true;
        return true;
    }
    TypeCheck check = {run, object, type, "__instancecheck__", types_mistake(run, true)};
    if (!check_types(&check, types, ret_answer))
        return false;
    if (*ret_answer || !object_is_proxy(run_model(run), object))
        return true;
    object = proxy_unwrap(run, object); /* __class__ is asked as well */
    return object && object_is_instance(run, object, types, ret_answer);
}

bool object_is_subclass(Run *run, ObjectId type, ObjectId types, bool *ret_answer)
{
    TypeCheck check = {run, type, type, "__subclasscheck__", types_mistake(run, false)};
    if (model_kind(run_model(run), type) != KIND_TYPE &&
        !(model_kind(run_model(run), types) == KIND_TYPE &&
          object_override(run, types, check.hook)))
        return raise_error(run, EXC_TypeError, "issubclass() arg 1 must be a class") != 0;
    return check_types(&check, types, ret_answer);
}

static ObjectId builtin_isinstance(Run *run, const Arguments *arguments)
{
    bool answer;
    if (!object_is_instance(run, arguments->values[0], arguments->values[1], &answer))
        return 0;
    return bool_from(run_model(run), answer);
}

static ObjectId builtin_issubclass(Run *run, const Arguments *arguments)
{
    bool answer;
    if (!object_is_subclass(run, arguments->values[0], arguments->values[1], &answer))
        return 0;
    return bool_from(run_model(run), answer);
}

/* --- attributes --- */

static bool check_name(Run *run, ObjectId name, const char *function)
{
    const Model *model = run_model(run);
    if (model_kind(model, name) == KIND_STR)
        return true;
    if (model->profile->minor < 11 && function)
        return raise_error(run, EXC_TypeError, "%s(): attribute name must be string",
                           function) != 0;
    return raise_error(run, EXC_TypeError, "attribute name must be string, not '%s'",
                       type_string(run, name)) != 0;
}

static ObjectId builtin_getattr(Run *run, const Arguments *arguments)
{
    ObjectId object = arguments->values[0], name = arguments->values[1];
    if (!check_name(run, name, "getattr"))
        return 0;
    if (arguments->count < 3)
        return attribute_get(run, object, name);
    bool found = false;
    ObjectId value = attribute_find(run, object, name, &found);
    return value || raised(run) ? value : arguments->values[2];
}

static ObjectId builtin_hasattr(Run *run, const Arguments *arguments)
{
    bool found = false;
    if (!check_name(run, arguments->values[1], "hasattr"))
        return 0;
    attribute_find(run, arguments->values[0], arguments->values[1], &found);
    return raised(run) ? 0 : bool_from(run_model(run), found);
}

/* PyObject_SetAttr, which interns the name. */
static bool set_attribute(Run *run, ObjectId object, ObjectId name, ObjectId value)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    if (object_is_exact(model, name, TYPE_STR))
        name = hand_hold(model, model_intern_object(model, name));
    bool fine = attribute_set(run, object, name, value);
    hand_release(model, mark);
    return fine;
}

static ObjectId builtin_setattr(Run *run, const Arguments *arguments)
{
    if (!check_name(run, arguments->values[1], NULL))
        return 0;
    bool fine =
        set_attribute(run, arguments->values[0], arguments->values[1], arguments->values[2]);
    return fine ? run_model(run)->none : 0;
}

static ObjectId builtin_delattr(Run *run, const Arguments *arguments)
{
    if (!check_name(run, arguments->values[1], NULL))
        return 0;
    bool fine = set_attribute(run, arguments->values[0], arguments->values[1], 0);
    return fine ? run_model(run)->none : 0;
}

/* --- namespaces --- */

static ObjectId running_frame(Run *run)
{
    return model_register(run_model(run), REGISTER_FRAME);
}

static ObjectId builtin_globals(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return frame_globals(run, running_frame(run));
}

static ObjectId builtin_locals(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return frame_locals(run, running_frame(run));
}

static ObjectId builtin_vars(Run *run, const Arguments *arguments)
{
    if (arguments->count == 0)
        return frame_locals(run, running_frame(run));
    bool found = false;
    ObjectId name = model_intern(run_model(run), slice_of("__dict__"));
    ObjectId dict = attribute_find(run, arguments->values[0], name, &found);
    if (dict || raised(run))
        return dict;
    return raise_error(run, EXC_TypeError, "vars() argument must have __dict__ attribute");
}

static bool add_names(Run *run, ObjectId names, ObjectId dict)
{
    const Model *model = run_model(run);
    for (uint32_t i = 0; dict && i < dict_entry_end(model, dict); i++) {
        ObjectId key = dict_key(model, dict, i);
        if (key && !dict_set_key(run, names, key, model->none))
            return false;
    }
    return true;
}

/* The names of a class: its own and those along the MRO. */
static bool add_class_names(Run *run, ObjectId names, ObjectId type)
{
    const Model *model = run_model(run);
    const Object *object = model_object(model, type);
    ObjectId mro = object->slot_count > TYPE_SLOT_MRO ? object->slots[TYPE_SLOT_MRO] : 0;
    if (!mro)
        return add_names(run, names, object->dict);
    for (uint32_t i = 0; i < model_object(model, mro)->slot_count; i++)
        if (!add_names(run, names,
                       model_object(model, model_object(model, mro)->slots[i])->dict))
            return false;
    return true;
}

ObjectId object_names(Run *run, ObjectId object)
{
    Model *model = run_model(run);
    ObjectId names = dict_create(model);
    bool fine;
    if (model_kind(model, object) == KIND_TYPE)
        fine = add_class_names(run, names, object);
    else if (model_kind(model, object) == KIND_MODULE)
        fine = add_names(run, names, model_object(model, object)->dict);
    else
        fine = add_names(run, names, object_dict(run, object)) &&
               add_class_names(run, names, model_object(model, object)->type);
    return fine ? iterate_list(run, names) : 0;
}

static ObjectId builtin_dir(Run *run, const Arguments *arguments)
{
    ObjectId list;
    if (arguments->count == 0) {
        ObjectId names = frame_locals(run, running_frame(run));
        list = names ? iterate_list(run, names) : 0;
    } else if (object_override(run, arguments->values[0], "__dir__")) {
        ObjectId names = override_call(run, arguments->values[0], "__dir__", NULL, 0);
        list = names ? iterate_list(run, names) : 0;
    } else {
        list = object_names(run, arguments->values[0]);
    }
    return list && list_sort(run, list, 0, false) ? list : 0;
}

/* --- not in heapstep --- */

static ObjectId builtin_unsupported(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return raise_unsupported(run,
                             "heapstep has no exec, eval, compile, open, breakpoint or help");
}

const Native builtins_object[] = {
    {"ascii", builtin_ascii, 1, 1, NULL, NATIVE_O},
    {"breakpoint", builtin_unsupported, 0, -1, NULL, NATIVE_RAW},
    {"callable", builtin_callable, 1, 1, NULL, NATIVE_O},
    {"compile", builtin_unsupported, 0, -1, NULL, NATIVE_RAW},
    {"delattr", builtin_delattr, 2, 2, NULL, NATIVE_VARARGS},
    {"dir", builtin_dir, 0, 1, NULL, NATIVE_VARARGS},
    {"eval", builtin_unsupported, 0, -1, NULL, NATIVE_RAW},
    {"exec", builtin_unsupported, 0, -1, NULL, NATIVE_RAW},
    {"format", builtin_format, 1, 2, NULL, NATIVE_PARSE, 0, 7},
    {"format", builtin_format, 1, 2, NULL, NATIVE_VARARGS, 8, 0},
    {"getattr", builtin_getattr, 2, 3, NULL, NATIVE_VARARGS},
    {"globals", builtin_globals, 0, 0, NULL, NATIVE_NOARGS},
    {"hasattr", builtin_hasattr, 2, 2, NULL, NATIVE_VARARGS},
    {"help", builtin_unsupported, 0, -1, NULL, NATIVE_RAW},
    {"id", builtin_id, 1, 1, NULL, NATIVE_O},
    {"isinstance", builtin_isinstance, 2, 2, NULL, NATIVE_VARARGS, .quiet = true},
    {"issubclass", builtin_issubclass, 2, 2, NULL, NATIVE_VARARGS},
    {"locals", builtin_locals, 0, 0, NULL, NATIVE_NOARGS},
    {"open", builtin_unsupported, 0, -1, NULL, NATIVE_RAW},
    {"repr", builtin_repr, 1, 1, NULL, NATIVE_O},
    {"setattr", builtin_setattr, 3, 3, NULL, NATIVE_VARARGS},
    {"vars", builtin_vars, 0, 1, NULL, NATIVE_VARARGS},
    {"", NULL, 0, 0, NULL, NATIVE_RAW},
};
