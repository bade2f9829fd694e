/* Attributes that CPython gives built-in types by getset and member descriptors, for the kinds
 * that core owns: functions, methods, types, modules, exceptions, properties. */
#include <string.h>

#include "run/types/attribute_core.h"
#include "run/types/mapping_proxy.h"
#include "run/types/type_layout.h"

static ObjectId or_none(const Run *run, ObjectId value)
{
    return value ? value : run->model->none;
}

static ObjectId slot(Run *run, ObjectId object, uint32_t index)
{
    return or_none(run, model_object(run->model, object)->slots[index]);
}

/* --- every object --- */

static ObjectId get_class(Run *run, ObjectId object)
{
    return model_object(run->model, object)->type;
}

bool wrapper_copy_names(Run *run, ObjectId wrapper)
{
    static const char *const names[] = {"__module__", "__name__", "__qualname__", "__doc__",
                                        "__annotations__"};
    Model *model = run->model;
    ObjectId function = model_object(model, wrapper)->slots[0];
    for (size_t i = 0; run->profile->minor >= 10 && i < sizeof names / sizeof *names; i++) {
        uint32_t mark = hand_mark(model);
        bool found = false;
        ObjectId name = model_intern(model, slice_of(names[i]));
        ObjectId value = attribute_find(run, function, name, &found);
        if (value)
            dict_set_str(model, object_dict(run, wrapper), name, value);
        hand_release(model, mark);
        if (raised(run))
            return false;
    }
    return true;
}

bool object_shares_names(const Run *run, ObjectId object)
{
    const Object *row = model_object(run->model, object);
    uint32_t flags = model_object(run->model, row->type)->b;
    return row->kind == KIND_INSTANCE ||
           (flags & TYPE_FLAG_HEAP && flags & TYPE_FLAG_HAS_DICT && row->kind != KIND_TYPE &&
            row->kind != KIND_MODULE);
}

ObjectId object_dict(Run *run, ObjectId object)
{
    Model *model = run->model;
    const Object *row = model_object(model, object);
    if (row->kind == KIND_TYPE || row->kind == KIND_MODULE)
        return row->dict;
    if (object_shares_names(run, object))
        return instance_dict(model, object);
    bool holds = model_object(model, row->type)->b & TYPE_FLAG_HAS_DICT ||
                 row->kind == KIND_FUNCTION || row->kind == KIND_EXCEPTION ||
                 row->kind == KIND_STATICMETHOD;
    if (!row->dict && holds)
        reference_set_dict(model, object, dict_create(model));
    return holds ? row->dict : 0;
}

/* --- functions and methods --- */

static ObjectId function_name(Run *run, ObjectId f)
{
    return slot(run, f, FUNCTION_SLOT_NAME);
}
static ObjectId function_qualname(Run *run, ObjectId f)
{
    return slot(run, f, FUNCTION_SLOT_QUALNAME);
}
static ObjectId function_doc(Run *run, ObjectId f)
{
    return slot(run, f, FUNCTION_SLOT_DOC);
}
static ObjectId function_module(Run *run, ObjectId f)
{
    return slot(run, f, FUNCTION_SLOT_MODULE);
}
static ObjectId function_defaults(Run *run, ObjectId f)
{
    return slot(run, f, FUNCTION_SLOT_DEFAULTS);
}
static ObjectId function_kwdefaults(Run *run, ObjectId f)
{
    return slot(run, f, FUNCTION_SLOT_KWDEFAULTS);
}
static ObjectId function_closure(Run *run, ObjectId f)
{
    return slot(run, f, FUNCTION_SLOT_CLOSURE);
}
static ObjectId function_code(Run *run, ObjectId f)
{
    return slot(run, f, FUNCTION_SLOT_CODE);
}
static ObjectId function_globals(Run *run, ObjectId f)
{
    return slot(run, f, FUNCTION_SLOT_GLOBALS);
}

/* The annotations: a tuple of names and values until somebody looks at them
 * (func_get_annotations). */
static ObjectId function_annotations(Run *run, ObjectId f)
{
    Model *model = run->model;
    ObjectId value = model_object(model, f)->slots[FUNCTION_SLOT_ANNOTATIONS];
    if (value && model_kind(model, value) == KIND_DICT)
        return value;
    ObjectId dict = dict_create(model);
    const Object *row = value ? model_object(model, value) : NULL;
    for (uint32_t i = 0; row && i + 1 < row->slot_count; i += 2)
        dict_set_str(model, dict, row->slots[i], row->slots[i + 1]);
    reference_set(model, f, FUNCTION_SLOT_ANNOTATIONS, dict);
    return dict;
}

static ObjectId no_type_params(Run *run, ObjectId object)
{
    (void)object;
    return run->profile->minor < 12 ? 0 : run->model->empty_tuple;
}
static ObjectId function_builtins(Run *run, ObjectId f)
{
    (void)f;
    return run->builtins;
}

static const GetterRow function_rows[] = {
    {"__name__", function_name},         {"__qualname__", function_qualname},
    {"__doc__", function_doc},           {"__module__", function_module},
    {"__defaults__", function_defaults}, {"__kwdefaults__", function_kwdefaults},
    {"__closure__", function_closure},   {"__code__", function_code},
    {"__globals__", function_globals},   {"__annotations__", function_annotations},
    {"__dict__", object_dict},           {"__type_params__", no_type_params},
    {"__builtins__", function_builtins}, {0},
};

static ObjectId first_slot(Run *run, ObjectId object)
{
    return slot(run, object, 0);
}
static ObjectId second_slot(Run *run, ObjectId object)
{
    return slot(run, object, 1);
}
static ObjectId third_slot(Run *run, ObjectId object)
{
    return slot(run, object, 2);
}
static ObjectId property_doc(Run *run, ObjectId object)
{
    ObjectId doc = model_object(run->model, object)->slots[3];
    ObjectId getter = model_object(run->model, object)->slots[0];
    if (!doc && getter && model_kind(run->model, getter) == KIND_FUNCTION)
        doc = function_doc(run, getter);
    return or_none(run, doc);
}

static ObjectId false_object(Run *run, ObjectId object)
{
    (void)object;
    return run->model->false_;
}
static const GetterRow method_rows[] = {
    {"__func__", first_slot}, {"__self__", second_slot}, {0}};
static const GetterRow wrapper_rows[] = {{"__func__", first_slot},
                                         {"__wrapped__", first_slot},
                                         {"__isabstractmethod__", false_object},
                                         {"__dict__", object_dict},
                                         {0}};
static const GetterRow property_rows[] = {{"fget", first_slot},
                                          {"fset", second_slot},
                                          {"fdel", third_slot},
                                          {"__doc__", property_doc},
                                          {"__isabstractmethod__", false_object},
                                          {0}};
static ObjectId super_self_class(Run *run, ObjectId super)
{
    return super_start(run, model_object(run->model, super));
}
static const GetterRow super_rows[] = {{"__thisclass__", first_slot},
                                       {"__self__", second_slot},
                                       {"__self_class__", super_self_class},
                                       {0}};
static ObjectId descriptor_qualname(Run *run, ObjectId descriptor)
{
    const Object *row = model_object(run->model, descriptor);
    Text text = {0};
    text_append_format(&text, "%.*s.%.*s", SLICE(type_name(run->model, row->slots[0])),
                       SLICE(name_slice(run, row->slots[1])));
    return str_of_text(run, &text);
}
static const GetterRow descriptor_rows[] = {{"__objclass__", first_slot},
                                            {"__name__", second_slot},
                                            {"__qualname__", descriptor_qualname},
                                            {0}};

static ObjectId cell_contents(Run *run, ObjectId cell)
{
    ObjectId value = model_object(run->model, cell)->slots[0];
    return value ? value : raise_error(run, EXC_ValueError, "Cell is empty");
}
static const GetterRow cell_rows[] = {{"cell_contents", cell_contents}, {0}};

/* --- built-in functions --- */

static const Native *native_of(const Run *run, ObjectId object)
{
    return model_payload(run->model, object).native;
}
static ObjectId builtin_name(Run *run, ObjectId object)
{
    return model_intern(run->model, slice_of(native_of(run, object)->name));
}
static ObjectId builtin_qualname(Run *run, ObjectId object)
{
    const Model *model = run->model;
    const Object *row = model_object(model, object);
    ObjectId self = row->slots[0];
    if (!self || model_kind(model, self) == KIND_MODULE)
        return builtin_name(run, object);
    bool is_type = model_kind(model, self) == KIND_TYPE;
    Slice type = is_type ? type_name(model, self) : model_type_name(model, self);
    Text text = {0};
    text_append_format(&text, "%.*s.%s", SLICE(type), native_of(run, object)->name);
    return str_of_text(run, &text);
}
static ObjectId builtin_self(Run *run, ObjectId object)
{
    const Object *row = model_object(run->model, object);
    return builtin_is_descriptor(run->model, row) ? 0 : or_none(run, row->slots[0]);
}
static ObjectId builtin_objclass(Run *run, ObjectId object)
{
    const Object *row = model_object(run->model, object);
    if (row->type == run->model->types[TYPE_METHOD_WRAPPER])
        return builtin_objclass(run, row->slots[1]);
    return builtin_is_descriptor(run->model, row) ? row->slots[0] : 0;
}
static ObjectId builtin_module(Run *run, ObjectId object)
{
    const Model *model = run->model;
    ObjectId self = model_object(model, object)->slots[0];
    if (!self || model_kind(model, self) != KIND_MODULE)
        return model->none;
    return model_intern(run->model, slice_of(model_payload(model, self).text->bytes));
}
static const GetterRow builtin_rows[] = {
    {"__name__", builtin_name},     {"__qualname__", builtin_qualname},
    {"__self__", builtin_self},     {"__objclass__", builtin_objclass},
    {"__module__", builtin_module}, {0},
};

/* --- types --- */

static ObjectId type_name_object(Run *run, ObjectId type)
{
    ObjectId name = model_object(run->model, type)->slots[TYPE_SLOT_NAME];
    if (name)
        return name;
    /* A built-in type has no str; its tp_name may carry its module: "collections.deque". */
    Slice text = type_name(run->model, type);
    const char *dot = memrchr(text.bytes, '.', text.length);
    if (dot)
        text = (Slice){dot + 1, (size_t)(text.bytes + text.length - dot) - 1};
    return str_from(run->model, text);
}
static ObjectId type_qualname(Run *run, ObjectId type)
{
    ObjectId name = model_object(run->model, type)->slots[TYPE_SLOT_QUALNAME];
    return name ? name : type_name_object(run, type);
}
static ObjectId type_module(Run *run, ObjectId type)
{
    ObjectId key = model_intern(run->model, slice_of("__module__"));
    const Object *row = model_object(run->model, type);
    bool heap = row->flags & OBJECT_HEAP_TYPE;
    ObjectId value = heap && row->dict ? dict_get_str(run->model, row->dict, key) : 0;
    if (value)
        return value;
    Slice name = heap ? slice_of("") : type_name(run->model, type);
    const char *dot = memrchr(name.bytes, '.', name.length);
    return model_intern(run->model, dot ? (Slice){name.bytes, (size_t)(dot - name.bytes)}
                                        : slice_of("builtins"));
}
static ObjectId type_base(Run *run, ObjectId type)
{
    return slot(run, type, TYPE_SLOT_BASE);
}
static ObjectId type_bases(Run *run, ObjectId type)
{
    return slot(run, type, TYPE_SLOT_BASES);
}
static ObjectId type_basic_size(Run *run, ObjectId type)
{
    return int_from(run->model, type_layout(run, type).basic);
}
static ObjectId type_item_size(Run *run, ObjectId type)
{
    return int_from(run->model, type_layout(run, type).item);
}
static ObjectId type_dict_offset(Run *run, ObjectId type)
{
    return int_from(run->model, type_layout(run, type).dict);
}
static ObjectId type_weakref_offset(Run *run, ObjectId type)
{
    return int_from(run->model, type_layout(run, type).weak);
}
static ObjectId type_mro(Run *run, ObjectId type)
{
    return slot(run, type, TYPE_SLOT_MRO);
}
static ObjectId type_doc(Run *run, ObjectId type)
{
    const Object *row = model_object(run->model, type);
    ObjectId key = model_intern(run->model, slice_of("__doc__"));
    return or_none(run, row->dict ? dict_get_str(run->model, row->dict, key) : 0);
}
static ObjectId type_namespace(Run *run, ObjectId type)
{
    return mapping_proxy_create(run, model_object(run->model, type)->dict);
}
/* Since 3.10 a class has them when they are asked for; before, its own or its bases'. */
static ObjectId type_annotations(Run *run, ObjectId type)
{
    Model *model = run->model;
    const Object *row = model_object(model, type);
    if (run->profile->minor < 10)
        return 0;
    if (!(row->flags & OBJECT_HEAP_TYPE))
        return raise_error(run, EXC_AttributeError,
                           "type object '%.*s' has no attribute '__annotations__'",
                           SLICE(type_name(model, type)));
    ObjectId name = model_intern(model, slice_of("__annotations__"));
    ObjectId found = dict_get_str(model, row->dict, name);
    if (!found) {
        found = dict_create(model);
        dict_set_str(model, row->dict, name, found);
    }
    return found;
}
static ObjectId type_abstract_methods(Run *run, ObjectId type)
{
    const Object *row = model_object(run->model, type);
    ObjectId name = model_intern(run->model, slice_of("__abstractmethods__"));
    bool heap = row->flags & OBJECT_HEAP_TYPE;
    ObjectId found = heap ? dict_get_str(run->model, row->dict, name) : 0;
    return found ? found : raise_with(run, EXC_AttributeError, name);
}
static const GetterRow type_rows[] = {
    {"__name__", type_name_object},
    {"__qualname__", type_qualname},
    {"__module__", type_module},
    {"__base__", type_base},
    {"__bases__", type_bases},
    {"__mro__", type_mro},
    {"__basicsize__", type_basic_size},
    {"__itemsize__", type_item_size},
    {"__dictoffset__", type_dict_offset},
    {"__weakrefoffset__", type_weakref_offset},
    {"__type_params__", no_type_params},
    {"__dict__", type_namespace},
    {"__doc__", type_doc},
    {"__annotations__", type_annotations},
    {"__abstractmethods__", type_abstract_methods},
    {0},
};

static const GetterRow module_rows[] = {{"__dict__", object_dict}, {0}};

/* --- exceptions --- */

static ObjectId exception_args(Run *run, ObjectId e)
{
    return slot(run, e, EXCEPTION_SLOT_ARGS);
}
static ObjectId exception_traceback(Run *run, ObjectId e)
{
    return slot(run, e, EXCEPTION_SLOT_TRACEBACK);
}
static ObjectId exception_cause(Run *run, ObjectId e)
{
    return slot(run, e, EXCEPTION_SLOT_CAUSE);
}
static ObjectId exception_context(Run *run, ObjectId e)
{
    return slot(run, e, EXCEPTION_SLOT_CONTEXT);
}
static ObjectId exception_suppress(Run *run, ObjectId e)
{
    return bool_from(run->model, model_object(run->model, e)->b & 1);
}
static const GetterRow exception_rows[] = {
    {"args", exception_args},
    {"__traceback__", exception_traceback},
    {"__cause__", exception_cause},
    {"__context__", exception_context},
    {"__dict__", object_dict},
    {"__suppress_context__", exception_suppress},
    {0},
};

/* --- finding the row --- */

static const GetterRow *rows_of(ObjectKind kind)
{
    switch (kind) {
    case KIND_FUNCTION:
        return function_rows;
    case KIND_METHOD:
        return method_rows;
    case KIND_STATICMETHOD:
        return wrapper_rows;
    case KIND_PROPERTY:
        return property_rows;
    case KIND_SUPER:
        return super_rows;
    case KIND_DESCRIPTOR:
        return descriptor_rows;
    case KIND_CELL:
        return cell_rows;
    case KIND_BUILTIN:
        return builtin_rows;
    case KIND_TYPE:
        return type_rows;
    case KIND_MODULE:
        return module_rows;
    case KIND_EXCEPTION:
        return exception_rows;
    default:
        return attribute_code_rows(kind);
    }
}

static Getter *find_getter(const GetterRow *rows, Slice name)
{
    for (; rows && rows->name; rows++)
        if (slice_is(name, rows->name))
            return rows->get;
    return NULL;
}

/* A method has its function's attributes. */
static ObjectId through_function(Run *run, ObjectId object, ObjectId name)
{
    ObjectId function = model_object(run->model, object)->slots[0];
    return function ? attribute_get(run, function, name) : 0;
}

/* Those without a descriptor of their own. */
ObjectId core_attribute_unnamed(Run *run, ObjectId object, ObjectId name)
{
    Slice text = name_slice(run, name);
    ObjectKind kind = model_kind(run->model, object);
    if (kind == KIND_METHOD)
        return through_function(run, object, name);
    if (slice_is(text, "__dict__"))
        return object_dict(run, object);
    return slice_is(text, "__doc__") && kind != KIND_INSTANCE ? run->model->none : 0;
}

ObjectId core_attribute(Run *run, ObjectId object, ObjectId name)
{
    Slice text = name_slice(run, name);
    ObjectKind kind = model_kind(run->model, object);
    if (slice_is(text, "__class__"))
        return get_class(run, object);
    Getter *get = find_getter(rows_of(kind), text);
    if (get)
        return get(run, object);
    if (kind == KIND_EXCEPTION) {
        int field = exception_field(run, object, text);
        if (field == EXCEPTION_SLOT_WRITTEN && slice_is(text, "characters_written") &&
            !model_object(run->model, object)->slots[field])
            return raise_with(run, EXC_AttributeError, name);
        return field < 0 ? 0 : slot(run, object, (uint32_t)field);
    }
    return core_attribute_unnamed(run, object, name);
}
