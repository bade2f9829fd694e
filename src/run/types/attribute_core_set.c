/* Setting the attributes that CPython gives built-in types by getset descriptors: f.__name__,
 * e.args, x.__class__ … */
#include "run/errors/exception_fields.h"
#include "run/types/constructors_code.h"

/* object_set_class */
static bool set_class(Run *run, ObjectId object, ObjectId value)
{
    const Model *model = run->model;
    if (!value)
        return raise_error(run, EXC_TypeError, "can't delete __class__ attribute");
    if (model_kind(model, value) != KIND_TYPE)
        return raise_error(run, EXC_TypeError,
                           "__class__ must be set to a class, not '%.*s' object",
                           SLICE(model_type_name(model, value)));
    const Object *old = model_object(model, model_object(model, object)->type);
    const Object *new = model_object(model, value);
    bool heap = old->flags & new->flags &OBJECT_HEAP_TYPE;
    if (!heap)
        return raise_error(run, EXC_TypeError,
                           "__class__ assignment only supported for %s types or ModuleType "
                           "subclasses",
                           run->profile->minor < 10 ? "heap" : "mutable");
    if (old->a != new->a || old->b != new->b)
        return raise_error(run, EXC_TypeError,
                           "__class__ assignment: '%.*s' object layout differs from '%.*s'",
                           SLICE(type_name(model, value)),
                           SLICE(model_type_name(model, object)));
    reference_set_type(run->model, object, value);
    return true;
}

/* A str goes into a slot. */
static bool set_str(Run *run, ObjectId object, uint32_t index, ObjectId value, Slice name)
{
    const Model *model = run->model;
    if (value && model_kind(model, value) == KIND_STR) {
        reference_set(run->model, object, index, value);
        return true;
    }
    if (model_kind(model, object) != KIND_TYPE)
        return raise_error(run, EXC_TypeError, "%.*s must be set to a string object",
                           SLICE(name));
    return raise_error(run, EXC_TypeError, "can only assign string to %.*s.%.*s, not '%.*s'",
                       SLICE(type_name(model, object)), SLICE(name),
                       SLICE(model_type_name(model, value)));
}

/* Type parameters cannot be written here, so there are never any to keep. */
static bool set_type_params(Run *run, ObjectId value)
{
    if (!value || model_kind(run->model, value) != KIND_TUPLE)
        return raise_error(run, EXC_TypeError, "__type_params__ must be set to a tuple");
    return value == run->model->empty_tuple ||
           raise_unsupported(run, "heapstep has no type parameters");
}

/* func_set_code: another body, which must close over as many variables. */
static bool set_code(Run *run, ObjectId function, ObjectId value)
{
    const Model *model = run->model;
    const Object *row = model_object(model, function);
    if (!value || model_kind(model, value) != KIND_CODE)
        return raise_error(run, EXC_TypeError, "__code__ must be set to a code object");
    uint32_t closed = row->slots[FUNCTION_SLOT_CLOSURE]
                          ? model_object(model, row->slots[FUNCTION_SLOT_CLOSURE])->slot_count
                          : 0;
    uint32_t free = code_free_count(run, value);
    if (free != closed)
        return raise_error(
            run, EXC_ValueError, "%.*s() requires a code object with %u free vars, not %u",
            SLICE(name_slice(run, row->slots[FUNCTION_SLOT_NAME])), closed, free);
    reference_set(run->model, function, FUNCTION_SLOT_CODE, value);
    return true;
}

/* What a function keeps in a slot; with a kind the value must be of it, or None, which empties
 * the slot. */
typedef struct FunctionPart {
    const char *name;
    uint32_t slot;
    ObjectKind kind; /* KIND_NONE: any */
    const char *wanted;
} FunctionPart;

static bool set_part(Run *run, ObjectId function, const FunctionPart *part, ObjectId value)
{
    bool typed = part->kind != KIND_NONE;
    if (typed && value == run->model->none)
        value = 0;
    if (typed && value && model_kind(run->model, value) != part->kind)
        return raise_error(run, EXC_TypeError, "%s must be set to a %s object", part->name,
                           part->wanted);
    bool empties = part->slot == FUNCTION_SLOT_MODULE && value == run->model->none;
    reference_set(run->model, function, part->slot, empties ? 0 : value);
    return true;
}

static bool set_function(Run *run, ObjectId function, Slice name, ObjectId value,
                         bool *ret_known)
{
    static const FunctionPart parts[] = {
        {"__doc__", FUNCTION_SLOT_DOC, KIND_NONE, NULL},
        {"__module__", FUNCTION_SLOT_MODULE, KIND_NONE, NULL},
        {"__defaults__", FUNCTION_SLOT_DEFAULTS, KIND_TUPLE, "tuple"},
        {"__kwdefaults__", FUNCTION_SLOT_KWDEFAULTS, KIND_DICT, "dict"},
        {"__annotations__", FUNCTION_SLOT_ANNOTATIONS, KIND_DICT, "dict"}};
    if (slice_is(name, "__name__"))
        return set_str(run, function, FUNCTION_SLOT_NAME, value, name);
    if (slice_is(name, "__qualname__"))
        return set_str(run, function, FUNCTION_SLOT_QUALNAME, value, name);
    if (slice_is(name, "__type_params__") && run->profile->minor >= 12)
        return set_type_params(run, value);
    if (slice_is(name, "__code__"))
        return set_code(run, function, value);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (slice_is(name, parts[i].name))
            return set_part(run, function, &parts[i], value);
    *ret_known = false;
    return true;
}

static bool set_generator(Run *run, ObjectId generator, Slice name, ObjectId value,
                          bool *ret_known)
{
    if (slice_is(name, "__name__"))
        return set_str(run, generator, GENERATOR_SLOT_NAME, value, name);
    if (slice_is(name, "__qualname__"))
        return set_str(run, generator, GENERATOR_SLOT_QUALNAME, value, name);
    *ret_known = false;
    return true;
}

/* check_set_special_type_attr */
static bool raise_not_deleted(Run *run, ObjectId type, Slice name)
{
    Slice text = type_name(run->model, type);
    if (run->profile->minor < 10)
        return raise_error(run, EXC_TypeError, "can't delete %.*s.%.*s", SLICE(text),
                           SLICE(name));
    return raise_error(run, EXC_TypeError,
                       "cannot delete '%.*s' attribute of immutable type '%.*s'", SLICE(name),
                       SLICE(text));
}

static bool raise_type_read_only(Run *run, Slice name)
{
    bool getset =
        slice_is(name, "__dict__") || (slice_is(name, "__mro__") && run->profile->minor >= 12);
    if (!getset)
        return raise_error(run, EXC_AttributeError, "readonly attribute");
    return raise_error(run, EXC_AttributeError,
                       "attribute '%.*s' of 'type' objects is not writable", SLICE(name));
}

static bool is_one_of(Slice name, const char *const *names)
{
    while (*names && !slice_is(name, *names))
        names++;
    return *names != NULL;
}

static bool set_type(Run *run, ObjectId type, Slice name, ObjectId value, bool *ret_known)
{
    static const char *const kept[] = {"__name__",   "__qualname__", "__bases__",
                                       "__module__", "__doc__",      NULL};
    static const char *const read_only[] = {
        "__dict__",     "__mro__",        "__base__",          "__basicsize__",
        "__itemsize__", "__dictoffset__", "__weakrefoffset__", NULL};
    if (!value && is_one_of(name, kept))
        return raise_not_deleted(run, type, name);
    if (slice_is(name, "__name__"))
        return set_str(run, type, TYPE_SLOT_NAME, value, name);
    if (slice_is(name, "__qualname__"))
        return set_str(run, type, TYPE_SLOT_QUALNAME, value, name);
    if (slice_is(name, "__bases__"))
        return class_set_bases(run, type, value);
    if (is_one_of(name, read_only))
        return raise_type_read_only(run, name);
    *ret_known = false;
    return true;
}

bool core_attribute_set(Run *run, ObjectId object, ObjectId name, ObjectId value,
                        bool *ret_known)
{
    Slice text = name_slice(run, name);
    ObjectKind kind = model_kind(run->model, object);
    *ret_known = true;
    if (slice_is(text, "__class__") && kind != KIND_MODULE)
        return set_class(run, object, value);
    if (kind == KIND_FUNCTION)
        return set_function(run, object, text, value, ret_known);
    if (kind == KIND_GENERATOR)
        return set_generator(run, object, text, value, ret_known);
    if (kind == KIND_EXCEPTION)
        return exception_set_attribute(run, object, text, value, ret_known);
    if (kind == KIND_GENERATOR && slice_is(text, "__name__"))
        return set_str(run, object, GENERATOR_SLOT_NAME, value, text);
    if (kind == KIND_GENERATOR && slice_is(text, "__qualname__"))
        return set_str(run, object, GENERATOR_SLOT_QUALNAME, value, text);
    if (kind == KIND_TYPE)
        return set_type(run, object, text, value, ret_known);
    if (kind == KIND_CELL && slice_is(text, "cell_contents")) {
        reference_set(run->model, object, 0, value);
        return true;
    }
    *ret_known = false;
    return true;
}
