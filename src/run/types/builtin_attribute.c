/* Attributes of built-in objects that are no methods: x.real, r.start, sys.version_info.major.
 */
#include "run/builtins/tables.h"
#include "run/interpreter.h"
#include "run/types/mapping_proxy.h"
#include "run/values/protocol.h"

static ObjectId int_attribute(Run *run, ObjectId value, Slice name)
{
    if (slice_is(name, "real") || slice_is(name, "numerator"))
        return int_exact(run, value);
    if (slice_is(name, "imag"))
        return int_from(run_model(run), 0);
    return slice_is(name, "denominator") ? int_from(run_model(run), 1) : 0;
}

static ObjectId float_attribute(Run *run, ObjectId value, Slice name)
{
    Model *model = run_model(run);
    if (slice_is(name, "real"))
        return object_is_exact(model, value, TYPE_FLOAT)
                   ? value
                   : float_from(model, float_value(model, value));
    return slice_is(name, "imag") ? float_from(model, 0.0) : 0;
}

static ObjectId complex_attribute(Run *run, ObjectId value, Slice name)
{
    ComplexPayload number = complex_value(run, value);
    if (slice_is(name, "real"))
        return float_from(run_model(run), number.real);
    return slice_is(name, "imag") ? float_from(run_model(run), number.imaginary) : 0;
}

static ObjectId part_attribute(Run *run, ObjectId value, Slice name)
{
    static const char *const names[] = {"start", "stop", "step"};
    for (int i = 0; i < 3; i++)
        if (slice_is(name, names[i]))
            return model_object(run_model(run), value)->slots[i];
    return 0;
}

static ObjectId structure_attribute(Run *run, ObjectId value, Slice name)
{
    const Object *object = model_object(run_model(run), value);
    const NativeType *native = native_type_of(run, object->type);
    const char *const *fields = native ? native->fields : NULL;
    for (uint32_t i = 0; fields && fields[i]; i++)
        if (slice_is(name, fields[i]) && i < object->slot_count)
            return object->slots[i];
    return 0;
}

/* A view of a dict shows the dict, which nobody may change through it. */
static ObjectId view_attribute(Run *run, ObjectId view, Slice name)
{
    const Model *model = run_model(run);
    return is_dict_view(model, view) && slice_is(name, "mapping") && model->profile->minor >= 10
               ? mapping_proxy_create(run, model_object(model, view)->slots[0])
               : 0;
}

ObjectId builtin_attribute(Run *run, ObjectId object, Slice name)
{
    switch (model_kind(run_model(run), object)) {
    case KIND_INT:
    case KIND_BOOL:
        return int_attribute(run, object, name);
    case KIND_FLOAT:
        return float_attribute(run, object, name);
    case KIND_COMPLEX:
        return complex_attribute(run, object, name);
    case KIND_RANGE:
    case KIND_SLICE:
        return part_attribute(run, object, name);
    case KIND_TUPLE:
        return structure_attribute(run, object, name);
    case KIND_NATIVE:
        return view_attribute(run, object, name);
    default: /* nothing that is not a method */
        return 0;
    }
}
