/* Attributes of built-in objects that are no methods: x.real, r.start, sys.version_info.major.
 */
#include "run/interpreter.h"
#include "run/iterate.h"
#include "run/tables.h"

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
    const char *const *fields = structure_fields(run, object->type);
    for (uint32_t i = 0; fields && fields[i]; i++)
        if (slice_is(name, fields[i]) && i < object->slot_count)
            return object->slots[i];
    return 0;
}

static ObjectId native_attribute(Run *run, ObjectId value, Slice name)
{
    const Model *model = run_model(run);
    const Object *object = model_object(model, value);
    if (object->type != run_objects(run)->types[OBJECTS_TYPE_FILE])
        return 0;
    if (slice_is(name, "name"))
        return str_from_string(run_model(run), object->a == 2 ? "<stderr>" : "<stdout>");
    return slice_is(name, "encoding") ? str_from_string(run_model(run), "utf-8") : 0;
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
        return native_attribute(run, object, name);
    default: /* nothing that is not a method */
        return 0;
    }
}

/* --- types of our own --- */

static const char *const version_fields[] = {"major",        "minor",  "micro",
                                             "releaselevel", "serial", NULL};
static const char *const flag_fields[] = {"debug",
                                          "inspect",
                                          "interactive",
                                          "optimize",
                                          "dont_write_bytecode",
                                          "no_user_site",
                                          "no_site",
                                          "ignore_environment",
                                          "verbose",
                                          "bytes_warning",
                                          "quiet",
                                          "hash_randomization",
                                          "isolated",
                                          "dev_mode",
                                          "utf8_mode",
                                          NULL};

const char *const *structure_fields(Run *run, ObjectId type)
{
    const ObjectsState *state = run_objects(run);
    if (type == state->types[OBJECTS_TYPE_VERSION_INFO])
        return version_fields;
    return type == state->types[OBJECTS_TYPE_FLAGS] ? flag_fields : NULL;
}

bool objects_startup(Run *run)
{
    Model *model = run_model(run);
    ObjectsState *state = run_objects(run);
    ObjectId tuple = model->types[TYPE_TUPLE];
    state->types[OBJECTS_TYPE_FILE] = type_create_static(
        model, "_io.TextIOWrapper", model->types[TYPE_OBJECT], KIND_NATIVE, 0);
    static const char *const reversed[] = {
        "dict_reversekeyiterator", "dict_reversevalueiterator", "dict_reverseitemiterator"};
    for (int i = 0; i < 3; i++) {
        ObjectId type = type_create_static(model, reversed[i], model->types[TYPE_OBJECT],
                                           KIND_ITERATOR, TYPE_FLAG_GC);
        startup_add_methods(run, type, methods_iterator);
        state->types[OBJECTS_TYPE_DICT_REVERSE_KEYS + i] = type;
    }
    state->types[OBJECTS_TYPE_VERSION_INFO] =
        type_create_static(model, "sys.version_info", tuple, KIND_TUPLE, TYPE_FLAG_GC);
    state->types[OBJECTS_TYPE_FLAGS] =
        type_create_static(model, "sys.flags", tuple, KIND_TUPLE, TYPE_FLAG_GC);
    startup_add_methods(run, state->types[OBJECTS_TYPE_FILE], methods_file);
    return true;
}
