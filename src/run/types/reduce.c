#include "run/types/reduce.h"

#include "run/interpreter.h"
#include "run/text/text.h"
#include "run/types/native_type.h"
#include "run/types/slots.h"

/* A function of copyreg.py. */
static ObjectId ask_library(Run *run, const char *function, const ObjectId *values,
                            uint32_t count)
{
    Model *model = run->model;
    ObjectId module =
        import_name(run, 0, model_intern(model, slice_of("copyreg")), model->none, 0);
    ObjectId callable = module ? attribute_get_string(run, module, function) : 0;
    return callable ? call_object(run, callable, values, count) : 0;
}

/* --- object --- */

/* object_common_reduce; C types that have a __reduce__ of their own are not all known here. */
static ObjectId reduce(Run *run, ObjectId self, int64_t protocol)
{
    const Model *model = run->model;
    bool unknown = model_kind(model, self) == KIND_ITERATOR ||
                   native_type_of(run, model_object(model, self)->type);
    if (unknown)
        return raise_unsupported(run, "heapstep has no __reduce__ of '%.*s' objects",
                                 SLICE(model_type_name(model, self)));
    ObjectId values[] = {self, int_from(run->model, protocol)};
    return ask_library(run, "_reduce", values, 2);
}

ObjectId reduce_object(Run *run, const Arguments *arguments)
{
    return reduce(run, arguments->values[0], 0);
}

/* object___reduce_ex___impl: a __reduce__ that the class has goes first. */
ObjectId reduce_object_ex(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    ObjectId self = arguments->values[0], name = model_intern(model, slice_of("__reduce__"));
    int64_t protocol;
    if (!argument_int(run, arguments->values[1], &protocol))
        return 0;
    ObjectId own = type_lookup(run, model_object(model, self)->type, name);
    if (own == type_lookup(run, model->types[TYPE_OBJECT], name))
        return reduce(run, self, protocol);
    ObjectId method = attribute_get(run, self, name);
    return method ? call_object(run, method, NULL, 0) : 0;
}

ObjectId reduce_getstate(Run *run, const Arguments *arguments)
{
    return ask_library(run, "_plain_state", arguments->values, 1);
}

/* --- exceptions --- */

ObjectId reduce_exception(Run *run, const Arguments *arguments)
{
    return ask_library(run, "_reduce_exception", arguments->values, 1);
}

ObjectId reduce_set_exception_state(Run *run, const Arguments *arguments)
{
    const Model *model = run->model;
    ObjectId self = arguments->values[0], state = arguments->values[1];
    if (state == model->none)
        return model->none;
    if (model_kind(model, state) != KIND_DICT)
        return raise_error(run, EXC_TypeError, "state is not a dictionary");
    for (uint32_t i = 0; i < dict_entry_end(model, state); i++) {
        ObjectId name = dict_key(model, state, i);
        if (name && !attribute_set(run, self, name, dict_value(model, state, i)))
            return 0;
    }
    return model->none;
}

/* --- what __new__ is given --- */

ObjectId reduce_new_arguments(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    ObjectId self = arguments->values[0], parts[2] = {0};
    ObjectKind kind = model_kind(model, self);
    if (kind == KIND_COMPLEX) {
        parts[0] = attribute_get_string(run, self, "real");
        parts[1] = attribute_get_string(run, self, "imag");
        return tuple_from(model, parts, 2);
    }
    parts[0] = kind == KIND_FLOAT   ? slot_float(run, arguments)
               : kind == KIND_STR   ? slot_str(run, arguments)
               : kind == KIND_BYTES ? call_object(run, model->types[TYPE_BYTES], &self, 1)
                                    : slot_int(run, arguments);
    return parts[0] ? tuple_from(model, parts, 1) : 0;
}
