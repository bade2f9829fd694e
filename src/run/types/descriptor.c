#include "run/types/descriptor.h"

#include "run/interpreter.h"
#include "run/types/attribute_types.h"

/* descr_check: the class that the descriptor belongs to has to be one of the object's. */
bool descriptor_check(Run *run, ObjectId descriptor, ObjectId object)
{
    const Model *model = run->model;
    const Object *row = model_object(model, descriptor);
    bool owned = row->kind == KIND_DESCRIPTOR ||
                 (row->kind == KIND_BUILTIN && builtin_is_descriptor(model, row));
    if (!owned || type_is_subtype(run, model_object(model, object)->type, row->slots[0]))
        return true;
    Slice name =
        row->kind == KIND_DESCRIPTOR
            ? name_slice(run, row->slots[1])
            : slice_of(((const Native *)model_payload(model, descriptor).native)->name);
    return raise_error(run, EXC_TypeError,
                       "descriptor '%.*s' for '%.*s' objects doesn't apply to %s'%.*s' object",
                       SLICE(name), SLICE(type_name(model, row->slots[0])),
                       run->profile->minor < 8 ? "" : "a ",
                       SLICE(model_type_name(model, object)));
}

ObjectId descriptor_get(Run *run, const Arguments *arguments)
{
    const Model *model = run->model;
    const ObjectId *values = arguments->values;
    ObjectId object = arguments->count > 1 && values[1] != model->none ? values[1] : 0;
    ObjectId type = arguments->count > 2 && values[2] != model->none ? values[2]
                    : object ? model_object(model, object)->type
                             : 0;
    if (!object && !type)
        return raise_error(run, EXC_TypeError, "__get__(None, None) is invalid");
    if (object && !descriptor_check(run, values[0], object))
        return 0;
    return attribute_bind_own(run, values[0], object, type);
}

static ObjectId set(Run *run, const Arguments *arguments, ObjectId value)
{
    const ObjectId *values = arguments->values;
    if (!descriptor_check(run, values[0], values[1]))
        return 0;
    return attribute_set_through(run, values[0], values[1], value) ? run->model->none : 0;
}

ObjectId descriptor_set(Run *run, const Arguments *arguments)
{
    return set(run, arguments, arguments->values[2]);
}

ObjectId descriptor_delete(Run *run, const Arguments *arguments)
{
    return set(run, arguments, 0);
}

const Native descriptor_binding_methods[] = {DESCRIPTOR_ROW_GET, {.name = ""}};
const Native descriptor_data_methods[] = {DESCRIPTOR_ROWS_DATA, {.name = ""}};

/* f.__call__(…) */
ObjectId descriptor_call(Run *run, const Arguments *arguments)
{
    Arguments rest = *arguments;
    rest.values++;
    rest.count--;
    return call_with_names(run, arguments->values[0], &rest);
}

#define CALLABLE_ROW_CALL                                                                      \
    {                                                                                          \
        .name = "__call__", .call = descriptor_call, .most = -1, .style = NATIVE_RAW           \
    }

const Native descriptor_function_methods[] = {
    DESCRIPTOR_ROW_GET, CALLABLE_ROW_CALL, {.name = ""}};
const Native descriptor_callable_methods[] = {CALLABLE_ROW_CALL, {.name = ""}};

/* method_descr_get: it is bound already; 3.11 and 3.12 have none. */
static ObjectId method_get(Run *run, const Arguments *arguments)
{
    (void)run;
    return arguments->values[0];
}

const Native descriptor_method_methods[] = {
    CALLABLE_ROW_CALL,
    {"__get__", method_get, 1, 2, NULL, NATIVE_SLOT, 0, 10},
    {"__get__", method_get, 1, 2, NULL, NATIVE_SLOT, 13, 0},
    {.name = ""},
};
