/* Objects/descrobject.c, mappingproxyobject. */
#include "run/types/mapping_proxy.h"

#include "lang/opcode.h"
#include "run/interpreter.h"
#include "run/text/text.h"
#include "run/types/slots.h"
#include "run/values/iterate.h"

static ObjectId mapping_of(Run *run, ObjectId self)
{
    return model_object(run->model, self)->slots[0];
}

ObjectId mapping_proxy_create(Run *run, ObjectId mapping)
{
    return native_create(run, native_type(run, &type_mapping_proxy), &mapping, 1);
}

/* PyMapping_Check, without list and tuple. */
static bool is_mapping(Run *run, ObjectId value)
{
    return !is_instance(run, value, TYPE_LIST) && !is_instance(run, value, TYPE_TUPLE) &&
           lookup_special(run, value, "__getitem__");
}

static ObjectId new(Run *run, const Arguments *arguments)
{
    static const char *const names[] = {"mapping", ""};
    static const Native form = {"mappingproxy", NULL, 1, 1, names, NATIVE_RAW};
    ObjectId mapping;
    if (!arguments_sort(run, &form, 1, arguments, &mapping))
        return 0;
    if (!is_mapping(run, mapping))
        return raise_error(run, EXC_TypeError,
                           "mappingproxy() argument must be a mapping, not %s",
                           type_string(run, mapping));
    return mapping_proxy_create(run, mapping);
}

/* --- what the mapping does --- */

static ObjectId length(Run *run, const Arguments *arguments)
{
    int64_t count;
    bool fine = object_length(run, mapping_of(run, arguments->values[0]), &count);
    return fine ? int_from(run->model, count) : 0;
}

static ObjectId get_item(Run *run, const Arguments *arguments)
{
    return subscript_get(run, mapping_of(run, arguments->values[0]), arguments->values[1]);
}

static ObjectId contains(Run *run, const Arguments *arguments)
{
    bool answer;
    ObjectId mapping = mapping_of(run, arguments->values[0]);
    return object_contains(run, mapping, arguments->values[1], &answer)
               ? bool_from(run->model, answer)
               : 0;
}

static ObjectId iter(Run *run, const Arguments *arguments)
{
    return iterate(run, mapping_of(run, arguments->values[0]));
}

static ObjectId reversed_(Run *run, const Arguments *arguments)
{
    return iterate_reversed(run, mapping_of(run, arguments->values[0]));
}

static ObjectId hash(Run *run, const Arguments *arguments)
{
    int64_t value;
    return object_hash(run, mapping_of(run, arguments->values[0]), &value)
               ? int_from(run->model, value)
               : 0;
}

static ObjectId str(Run *run, const Arguments *arguments)
{
    return object_str(run, mapping_of(run, arguments->values[0]));
}

static ObjectId repr(Run *run, const Arguments *arguments)
{
    Text text = {0};
    text_append_string(&text, "mappingproxy(");
    if (!repr_write(run, mapping_of(run, arguments->values[0]), &text)) {
        text_done(&text);
        return 0;
    }
    text_append_char(&text, ')');
    return str_new_of_text(run, &text);
}

static ObjectId compare(Run *run, int op, ObjectId self, ObjectId other)
{
    return compare_objects(run, op, mapping_of(run, self), other);
}

static ObjectId unwrapped(Run *run, ObjectId value)
{
    return native_is(run, value, &type_mapping_proxy) ? mapping_of(run, value) : value;
}

static ObjectId or_(Run *run, const Arguments *arguments)
{
    const ObjectId *values = arguments->values;
    return operate_binary(run, BINARY_OR, unwrapped(run, values[0]), unwrapped(run, values[1]));
}

static ObjectId ror(Run *run, const Arguments *arguments)
{
    const ObjectId *values = arguments->values;
    return operate_binary(run, BINARY_OR, unwrapped(run, values[1]), unwrapped(run, values[0]));
}

static ObjectId ior(Run *run, const Arguments *arguments)
{
    return raise_error(run, EXC_TypeError, "'|=' is not supported by %s; use '|' instead",
                       type_string(run, arguments->values[0]));
}

/* --- methods: the mapping's own of that name --- */

static ObjectId forward(Run *run, const Arguments *arguments, const char *name)
{
    ObjectId method = attribute_get_string(run, mapping_of(run, arguments->values[0]), name);
    return method ? call_object(run, method, arguments->values + 1, arguments->count - 1) : 0;
}

static ObjectId get(Run *run, const Arguments *arguments)
{
    ObjectId values[] = {arguments->values[0], arguments->values[1], run->model->none};
    if (arguments->count > 2)
        values[2] = arguments->values[2];
    Arguments all = {.values = values, .count = 3};
    return forward(run, &all, "get");
}

static ObjectId keys(Run *run, const Arguments *arguments)
{
    return forward(run, arguments, "keys");
}

static ObjectId values(Run *run, const Arguments *arguments)
{
    return forward(run, arguments, "values");
}

static ObjectId items(Run *run, const Arguments *arguments)
{
    return forward(run, arguments, "items");
}

static ObjectId copy(Run *run, const Arguments *arguments)
{
    return forward(run, arguments, "copy");
}

static const Native methods[] = {
    SLOT_ROWS_COMPARE,
    NATIVE_ROW_CLASS_GETITEM,
    {"__contains__", contains, 1, 1, NULL, NATIVE_SLOT},
    {"__getitem__", get_item, 1, 1, NULL, NATIVE_SLOT},
    {"__hash__", hash, 0, 0, NULL, NATIVE_SLOT, 12},
    {"__ior__", ior, 1, 1, NULL, NATIVE_SLOT, 9},
    {"__iter__", iter, 0, 0, NULL, NATIVE_SLOT},
    {"__len__", length, 0, 0, NULL, NATIVE_SLOT},
    {"__new__", new, 0, -1, NULL, NATIVE_STATIC},
    {"__or__", or_, 1, 1, NULL, NATIVE_SLOT, 9},
    {"__repr__", repr, 0, 0, NULL, NATIVE_SLOT},
    {"__reversed__", reversed_, 0, 0, NULL, NATIVE_NOARGS, 9},
    {"__ror__", ror, 1, 1, NULL, NATIVE_SLOT, 9},
    {"__str__", str, 0, 0, NULL, NATIVE_SLOT},
    {"copy", copy, 0, 0, NULL, NATIVE_NOARGS},
    {"get", get, 1, 2, NULL, NATIVE_VARARGS},
    {"items", items, 0, 0, NULL, NATIVE_NOARGS},
    {"keys", keys, 0, 0, NULL, NATIVE_NOARGS},
    {"values", values, 0, 0, NULL, NATIVE_NOARGS},
    SLOT_ROW_END,
};

const NativeType type_mapping_proxy = {
    .name = "mappingproxy",
    .flags = NATIVE_GC,
    .sizes = {56, 56, 40},
    .methods = methods,
    .compare = compare,
};
