/* collections.defaultdict: Modules/_collectionsmodule.c. A dict whose field `dict` holds the
 * default factory: an instance of the type itself has no attributes that could be there. Unlike
 * CPython: a class of the program that extends it keeps the factory among its attributes. */
#include "run/interpreter.h"
#include "run/modules/collections.h"
#include "run/text/text.h"
#include "run/types/slots.h"

static const char *const factory_key = " default_factory";

static bool has_attributes(const Run *run, ObjectId self)
{
    ObjectId type = model_object(run->model, self)->type;
    return model_object(run->model, type)->b & TYPE_FLAG_HAS_DICT;
}

/* The factory; 0 where there is none. */
static ObjectId factory_of(Run *run, ObjectId self)
{
    Model *model = run->model;
    ObjectId held = model_object(model, self)->dict;
    if (!held || !has_attributes(run, self))
        return held;
    return dict_get_str(model, held, model_intern(model, slice_of(factory_key)));
}

static void set_factory(Run *run, ObjectId self, ObjectId factory)
{
    Model *model = run->model;
    if (factory == model->none)
        factory = 0;
    if (!has_attributes(run, self)) {
        reference_set_dict(model, self, factory);
        return;
    }
    ObjectId name = model_intern(model, slice_of(factory_key));
    dict_set_str(model, object_dict(run, self), name, factory ? factory : model->none);
}

static ObjectId factory_or_none(Run *run, ObjectId self)
{
    ObjectId factory = factory_of(run, self);
    return factory ? factory : run->model->none;
}

static bool set_default_factory(Run *run, ObjectId self, ObjectId value)
{
    set_factory(run, self, value ? value : run->model->none);
    return true;
}

static ObjectId init(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    ObjectId self = arguments->values[0], factory = argument_at(arguments, 1);
    if (factory && factory != model->none && !object_is_callable(run, factory))
        return raise_error(run, EXC_TypeError, "first argument must be callable or None");
    if (factory || factory_of(run, self))
        set_factory(run, self, factory ? factory : model->none);
    if (!factory)
        return dict_init(run, arguments);
    /* dict's own __init__ gets the arguments without the factory. */
    ObjectId *values = region_allocate(
        &run->region, (arguments->count + arguments->name_count) * sizeof *values);
    copy_ids(values, arguments->values, 1);
    copy_ids(values + 1, arguments->values + 2, arguments->count - 2 + arguments->name_count);
    Arguments rest = {values, arguments->count - 1, arguments->names, arguments->name_count};
    return dict_init(run, &rest);
}

static ObjectId missing(Run *run, const Arguments *arguments)
{
    ObjectId self = arguments->values[0], key = arguments->values[1];
    ObjectId factory = factory_of(run, self);
    if (!factory || factory == run->model->none)
        return raise_with(run, EXC_KeyError, key);
    ObjectId value = call_object(run, factory, NULL, 0);
    return value && subscript_set(run, self, key, value) ? value : 0;
}

/* A new one of the same class: T(factory, self). */
static ObjectId copy_of(Run *run, ObjectId self, ObjectId source)
{
    ObjectId values[2] = {factory_or_none(run, self), source};
    return call_object(run, model_object(run->model, self)->type, values, 2);
}

static ObjectId copy(Run *run, const Arguments *arguments)
{
    return copy_of(run, arguments->values[0], arguments->values[0]);
}

/* defdict_or: the class is that of the left operand where it is a defaultdict. */
static ObjectId merge(Run *run, ObjectId self, ObjectId left, ObjectId right)
{
    const Model *model = run->model;
    if (model_kind(model, left) != KIND_DICT || model_kind(model, right) != KIND_DICT)
        return model->not_implemented;
    ObjectId made = copy_of(run, self, left);
    return made && dict_update(run, made, right) ? made : 0;
}

static ObjectId or_(Run *run, const Arguments *arguments)
{
    const ObjectId *values = arguments->values;
    return merge(run, values[0], values[0], values[1]);
}

static ObjectId ror(Run *run, const Arguments *arguments)
{
    const ObjectId *values = arguments->values;
    return merge(run, values[0], values[1], values[0]);
}

/* The factory, or "..." within itself. */
static bool write_factory(Run *run, ObjectId factory, Text *ret_text)
{
    if (!writing_enter(run, factory)) {
        text_append_string(ret_text, "...");
        return !raised(run);
    }
    bool fine = repr_write(run, factory, ret_text);
    writing_leave(run);
    return fine;
}

static ObjectId repr(Run *run, const Arguments *arguments)
{
    const Model *model = run->model;
    ObjectId self = arguments->values[0];
    Slice name = model->profile->minor < 7
                     ? slice_of("defaultdict")
                     : native_short_name(run, model_object(model, self)->type);
    /* The dict is written first (dict.__repr__), though it stands last. */
    Text base = {0}, text = {0};
    bool fine = repr_write_builtin(run, self, &base);
    text_append_format(&text, "%.*s(", SLICE(name));
    ObjectId factory = fine ? factory_of(run, self) : 0;
    if (factory)
        fine = write_factory(run, factory, &text);
    else
        text_append_string(&text, "None");
    text_append_format(&text, ", %s)", text_string(&base));
    text_done(&base);
    if (fine)
        return str_new_of_text(run, &text);
    text_done(&text);
    return 0;
}

static ObjectId reduce(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    ObjectId self = arguments->values[0], factory = factory_of(run, self);
    ObjectId given = factory ? tuple_from(model, &factory, 1) : model->empty_tuple;
    ObjectId items = attribute_get_string(run, self, "items");
    ObjectId view = items ? call_object(run, items, NULL, 0) : 0;
    ObjectId iterator = view ? iterate(run, view) : 0;
    ObjectId values[5] = {model_object(model, self)->type, given, model->none, model->none,
                          iterator};
    return iterator ? tuple_from(model, values, 5) : 0;
}

static const NativeAttribute attributes[] = {
    {"default_factory", factory_or_none, set_default_factory, true}, {""}};

static const Native methods[] = {
    NATIVE_ROW_CLASS_GETITEM,
    {"__copy__", copy, 0, 0, NULL, NATIVE_NOARGS},
    {"__init__", init, 0, -1, NULL, NATIVE_RAW},
    {"__missing__", missing, 1, 1, NULL, NATIVE_O},
    {"__or__", or_, 1, 1, NULL, NATIVE_SLOT, 9},
    {"__reduce__", reduce, 0, 0, NULL, NATIVE_NOARGS},
    {"__repr__", repr, 0, 0, NULL, NATIVE_SLOT},
    {"__ror__", ror, 1, 1, NULL, NATIVE_SLOT, 9},
    {"copy", copy, 0, 0, NULL, NATIVE_NOARGS},
    SLOT_ROW_END,
};

const NativeType type_defaultdict = {
    .name = "collections.defaultdict",
    .base = TYPE_DICT,
    .flags = NATIVE_GC | NATIVE_BASETYPE,
    .sizes = {88, 88, 72},
    .methods = methods,
    .attributes = attributes,
};
