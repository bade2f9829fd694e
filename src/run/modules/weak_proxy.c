#include "run/modules/weak_proxy.h"

#include <inttypes.h>

#include "run/interpreter.h"
#include "run/types/slots.h"
#include "run/values/protocol.h"

ObjectId proxy_unwrap(Run *run, ObjectId object)
{
    Model *model = run_model(run);
    if (!object_is_proxy(model, object))
        return object;
    ObjectId referent = weakref_referent(model, object);
    if (!referent)
        return raise_error(run, EXC_ReferenceError,
                           "weakly-referenced object no longer exists");
    return hand_hold(model, referent);
}

/* self of a row. */
static ObjectId target(Run *run, const Arguments *arguments)
{
    return proxy_unwrap(run, arguments->values[0]);
}

static ObjectId proxy_repr(Run *run, const Arguments *arguments)
{
    const Model *model = run_model(run);
    ObjectId proxy = arguments->values[0], referent = weakref_referent(model, proxy);
    ObjectId shown = referent ? referent : model->none;
    bool newer = run->profile->minor >= 13;
    Text text = {0};
    text_append_format(&text, "<weakproxy at 0x%" PRIx64, model_address(model, proxy));
    if (newer && !referent)
        text_append_string(&text, "; dead>");
    else
        text_append_format(&text,
                           newer ? "; to '%s' at 0x%" PRIx64 ">" : " to %s at 0x%" PRIx64 ">",
                           type_string(run, shown), model_address(model, shown));
    return str_of_text(run, &text);
}

static ObjectId proxy_str(Run *run, const Arguments *arguments)
{
    ObjectId object = target(run, arguments);
    return object ? object_str(run, object) : 0;
}
static ObjectId proxy_bytes(Run *run, const Arguments *arguments)
{
    ObjectId object = target(run, arguments);
    return object ? call_object(run, run_model(run)->types[TYPE_BYTES], &object, 1) : 0;
}
static ObjectId proxy_bool(Run *run, const Arguments *arguments)
{
    bool is_true = false;
    ObjectId object = target(run, arguments);
    return object && object_truth(run, object, &is_true) ? bool_from(run_model(run), is_true)
                                                         : 0;
}
static ObjectId proxy_len(Run *run, const Arguments *arguments)
{
    int64_t length = 0;
    ObjectId object = target(run, arguments);
    return object && object_length(run, object, &length) ? int_from(run_model(run), length) : 0;
}
static ObjectId proxy_contains(Run *run, const Arguments *arguments)
{
    bool contains = false;
    ObjectId object = target(run, arguments);
    return object && object_contains(run, object, arguments->values[1], &contains)
               ? bool_from(run_model(run), contains)
               : 0;
}

static ObjectId proxy_getitem(Run *run, const Arguments *arguments)
{
    ObjectId object = target(run, arguments);
    ObjectId key = object ? proxy_unwrap(run, arguments->values[1]) : 0;
    return key ? subscript_get(run, object, key) : 0;
}
static ObjectId store_item(Run *run, const Arguments *arguments, ObjectId value)
{
    ObjectId object = target(run, arguments);
    return object && subscript_set(run, object, arguments->values[1], value)
               ? run_model(run)->none
               : 0;
}
static ObjectId proxy_setitem(Run *run, const Arguments *arguments)
{
    return store_item(run, arguments, arguments->values[2]);
}
static ObjectId proxy_delitem(Run *run, const Arguments *arguments)
{
    return store_item(run, arguments, 0);
}

static ObjectId proxy_iter(Run *run, const Arguments *arguments)
{
    ObjectId object = target(run, arguments);
    return object ? iterate(run, object) : 0;
}

static bool is_iterator(Run *run, ObjectId object)
{
    ObjectKind kind = model_kind(run_model(run), object);
    return kind == KIND_ITERATOR || kind == KIND_GENERATOR ||
           lookup_special(run, object, "__next__");
}

static ObjectId proxy_next(Run *run, const Arguments *arguments)
{
    ObjectId object = target(run, arguments);
    if (!object)
        return 0;
    if (!is_iterator(run, object))
        return raise_error(run, EXC_TypeError,
                           run->profile->minor < 9
                               ? "'%s' object is not iterable"
                               : "Weakref proxy referenced a non-iterator '%s' object",
                           type_string(run, object));
    ObjectId item = iterate_next(run, object);
    if (item || raised(run))
        return item;
    return raise_stop(run);
}

static ObjectId proxy_neg(Run *run, const Arguments *arguments)
{
    ObjectId object = target(run, arguments);
    return object ? operate_negative(run, object) : 0;
}
static ObjectId proxy_pos(Run *run, const Arguments *arguments)
{
    ObjectId object = target(run, arguments);
    return object ? operate_positive(run, object) : 0;
}
static ObjectId proxy_abs(Run *run, const Arguments *arguments)
{
    ObjectId object = target(run, arguments);
    return object ? operate_absolute(run, object) : 0;
}
static ObjectId proxy_invert(Run *run, const Arguments *arguments)
{
    ObjectId object = target(run, arguments);
    return object ? operate_invert(run, object) : 0;
}
static ObjectId proxy_index(Run *run, const Arguments *arguments)
{
    ObjectId object = target(run, arguments);
    return object ? object_index_int(run, object) : 0;
}
static ObjectId construct(Run *run, const Arguments *arguments, TypeName type)
{
    ObjectId object = target(run, arguments);
    return object ? call_object(run, run_model(run)->types[type], &object, 1) : 0;
}
static ObjectId proxy_int(Run *run, const Arguments *arguments)
{
    return construct(run, arguments, TYPE_INT);
}
static ObjectId proxy_float(Run *run, const Arguments *arguments)
{
    return construct(run, arguments, TYPE_FLOAT);
}

static ObjectId proxy_call(Run *run, const Arguments *arguments)
{
    ObjectId object = target(run, arguments);
    Arguments rest = *arguments;
    rest.values++;
    rest.count--;
    return object ? call_with_names(run, object, &rest) : 0;
}

static ObjectId compare_proxy(Run *run, int op, ObjectId self, ObjectId other)
{
    ObjectId left = proxy_unwrap(run, self), right = left ? proxy_unwrap(run, other) : 0;
    return right ? compare_objects(run, op, left, right) : 0;
}

#define PROXY_ROWS                                                                             \
    SLOT_ROWS_COMPARE, {"__abs__", proxy_abs, 0, 0, NULL, NATIVE_SLOT},                        \
        {"__bool__", proxy_bool, 0, 0, NULL, NATIVE_SLOT},                                     \
        {"__bytes__", proxy_bytes, 0, 0, NULL, NATIVE_NOARGS},                                 \
        {"__contains__", proxy_contains, 1, 1, NULL, NATIVE_SLOT},                             \
        {"__delitem__", proxy_delitem, 1, 1, NULL, NATIVE_SLOT},                               \
        {"__float__", proxy_float, 0, 0, NULL, NATIVE_SLOT},                                   \
        {"__getitem__", proxy_getitem, 1, 1, NULL, NATIVE_SLOT},                               \
        {"__index__", proxy_index, 0, 0, NULL, NATIVE_SLOT},                                   \
        {"__int__", proxy_int, 0, 0, NULL, NATIVE_SLOT},                                       \
        {"__invert__", proxy_invert, 0, 0, NULL, NATIVE_SLOT},                                 \
        {"__iter__", proxy_iter, 0, 0, NULL, NATIVE_SLOT},                                     \
        {"__len__", proxy_len, 0, 0, NULL, NATIVE_SLOT},                                       \
        {"__neg__", proxy_neg, 0, 0, NULL, NATIVE_SLOT},                                       \
        {"__next__", proxy_next, 0, 0, NULL, NATIVE_SLOT},                                     \
        {"__pos__", proxy_pos, 0, 0, NULL, NATIVE_SLOT},                                       \
        {"__repr__", proxy_repr, 0, 0, NULL, NATIVE_SLOT},                                     \
        {"__setitem__", proxy_setitem, 2, 2, NULL, NATIVE_SLOT},                               \
    {                                                                                          \
        "__str__", proxy_str, 0, 0, NULL, NATIVE_SLOT                                          \
    }
static const Native methods[] = {PROXY_ROWS, SLOT_ROW_END};
static const Native callable_methods[] = {
    PROXY_ROWS, {"__call__", proxy_call, 0, -1, NULL, NATIVE_RAW}, SLOT_ROW_END};

#define PROXY_TYPE(title, table, first, last)                                                  \
    {                                                                                          \
        .name = title, .flags = NATIVE_GC | NATIVE_HIDDEN, .sizes = {88, 0, 72, 0, 0, 80},     \
        .methods = table, .compare = compare_proxy, .since = first, .until = last              \
    }
const NativeType type_proxy_39 = PROXY_TYPE("weakproxy", methods, 0, 9);
const NativeType type_proxy = PROXY_TYPE("weakref.ProxyType", methods, 10, 0);
const NativeType type_callable_proxy_39 =
    PROXY_TYPE("weakcallableproxy", callable_methods, 0, 9);
const NativeType type_callable_proxy =
    PROXY_TYPE("weakref.CallableProxyType", callable_methods, 10, 0);
