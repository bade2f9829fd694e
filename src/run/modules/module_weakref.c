/* _weakref: Modules/_weakref.c and the type weakref.ref of Objects/weakrefobject.c. What the
 * library's weakref.py adds is written in Python. */
#include <inttypes.h>

#include "model/sizes.h"
#include "run/interpreter.h"
#include "run/modules/weak_proxy.h"
#include "run/types/slots.h"

/* --- weakref.ref: field b is 1 once the hash in the payload is known --- */

static ObjectId raise_not_allowed(Run *run, ObjectId object)
{
    return raise_error(run, EXC_TypeError, "cannot create weak reference to '%s' object",
                       type_string(run, object));
}

/* A new weak reference of a class, or the shared one. */
static ObjectId reference_to(Run *run, ObjectId type, ObjectId referent, ObjectId callback,
                             bool proxy)
{
    Model *model = run_model(run);
    if (!weakref_allowed(model, model_object(model, referent)->type))
        return raise_not_allowed(run, referent);
    if (callback == model->none)
        callback = 0;
    bool shares = !callback && (proxy || type == model->types[TYPE_WEAKREF]);
    ObjectId shared = shares ? weakref_basic(model, referent, proxy) : 0;
    if (shared)
        return hand_hold(model, shared);
    ObjectId weakref = object_create(model, KIND_WEAKREF, type, size_of_type(model, type, 0),
                                     OBJECT_GC, (Payload){.bits = 0});
    weakref_attach(model, weakref, referent, callback, proxy);
    collector_track(model, weakref);
    return weakref;
}

static ObjectId ref_new(Run *run, const Arguments *arguments)
{
    if (!argument_count(run, arguments, 1, "__new__", 1, 2))
        return 0;
    ObjectId callback = argument_at(arguments, 2);
    return reference_to(run, arguments->values[0], arguments->values[1], callback, false);
}

static ObjectId ref_init(Run *run, const Arguments *arguments)
{
    if (!argument_no_keywords(run, arguments, "ref") ||
        !argument_count(run, arguments, 1, "__init__", 1, 2))
        return 0;
    return run_model(run)->none;
}

static ObjectId ref_call(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    if (!argument_no_keywords(run, arguments, "ReferenceType") ||
        !argument_count(run, arguments, 1, "ReferenceType", 0, 0))
        return 0;
    ObjectId referent = weakref_referent(model, arguments->values[0]);
    return referent ? hand_hold(model, referent) : model->none;
}

static ObjectId ref_hash(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId weakref = arguments->values[0], referent = weakref_referent(model, weakref);
    int64_t hash;
    if (model_object(model, weakref)->b)
        return int_from(model, model_payload(model, weakref).integer);
    if (!referent)
        return raise_error(run, EXC_TypeError, "weak object has gone away");
    if (!object_hash(run, hand_hold(model, referent), &hash))
        return 0;
    model_set_payload(model, weakref, (Payload){.integer = hash});
    object_set_field(model, weakref, FIELD_B, 1);
    return int_from(model, hash);
}

/* weakref_richcompare: living referents are compared, else it is identity. */
static ObjectId compare(Run *run, const Arguments *arguments, int op)
{
    Model *model = run_model(run);
    ObjectId self = arguments->values[0], other = arguments->values[1];
    if (model_kind(model, other) != KIND_WEAKREF || object_is_proxy(model, other))
        return model->not_implemented;
    ObjectId left = weakref_referent(model, self), right = weakref_referent(model, other);
    if (!left || !right)
        return bool_from(model, (self == other) == (op == COMPARE_EQ));
    return compare_objects(run, op, hand_hold(model, left), hand_hold(model, right));
}
static ObjectId ref_eq(Run *run, const Arguments *arguments)
{
    return compare(run, arguments, COMPARE_EQ);
}
static ObjectId ref_ne(Run *run, const Arguments *arguments)
{
    return compare(run, arguments, COMPARE_NE);
}

/* " (name)" of an object that has a __name__. */
static void append_name(Run *run, ObjectId referent, Text *text)
{
    Model *model = run_model(run);
    bool found = false;
    ObjectId name =
        attribute_find(run, referent, model_intern(model, slice_of("__name__")), &found);
    if (name && model_kind(model, name) == KIND_STR)
        text_append_format(text, " (%.*s)", SLICE(str_slice(model, name)));
    raise_clear(run);
}

static ObjectId ref_repr(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId weakref = arguments->values[0], referent = weakref_referent(model, weakref);
    Text text = {0};
    text_append_format(&text, "<weakref at 0x%" PRIx64 "; ", model_address(model, weakref));
    if (!referent) {
        text_append_string(&text, "dead>");
        return str_of_text(run, &text);
    }
    text_append_format(&text, "to '%s' at 0x%" PRIx64, type_string(run, referent),
                       model_address(model, referent));
    append_name(run, hand_hold(model, referent), &text);
    text_append_char(&text, '>');
    return str_of_text(run, &text);
}

static const Native methods[] = {
    {"__new__", ref_new, 0, -1, NULL, NATIVE_STATIC},
    {"__init__", ref_init, 0, -1, NULL, NATIVE_RAW},
    {"__call__", ref_call, 0, -1, NULL, NATIVE_RAW},
    {"__eq__", ref_eq, 1, 1, NULL, NATIVE_SLOT},
    {"__hash__", ref_hash, 0, 0, NULL, NATIVE_SLOT},
    {"__ne__", ref_ne, 1, 1, NULL, NATIVE_SLOT},
    {"__repr__", ref_repr, 0, 0, NULL, NATIVE_SLOT},
    SLOT_ROW_END,
};

static ObjectId get_callback(Run *run, ObjectId weakref)
{
    ObjectId callback = model_object(run_model(run), weakref)->slots[WEAKREF_SLOT_CALLBACK];
    return callback ? callback : run_model(run)->none;
}

static const NativeAttribute attributes[] = {{"__callback__", get_callback, .member = true},
                                             {""}};
const NativeType type_weakref = {.name = "weakref",
                                 .sizes = {88, 0, 72, 0, 0, 80},
                                 .methods = methods,
                                 .attributes = attributes};

/* --- functions --- */

static ObjectId proxy_type_for(Run *run, ObjectId referent)
{
    bool newer = run->profile->minor >= 10;
    if (object_is_callable(run, referent))
        return native_type(run, newer ? &type_callable_proxy : &type_callable_proxy_39);
    return native_type(run, newer ? &type_proxy : &type_proxy_39);
}

static ObjectId weakref_proxy(Run *run, const Arguments *arguments)
{
    ObjectId referent = arguments->values[0], callback = argument_at(arguments, 1);
    return reference_to(run, proxy_type_for(run, referent), referent, callback, true);
}

static ObjectId weakref_getweakrefcount(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    return int_from(model, weakref_count(model, arguments->values[0]));
}

static ObjectId weakref_getweakrefs(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId list = list_from(model, NULL, 0, LIST_FILL_EXACT);
    uint32_t count = weakref_count(model, arguments->values[0]);
    for (uint32_t i = 0; i < count; i++)
        list_append(model, list, weakref_at(model, arguments->values[0], i));
    return list;
}

/* _remove_dead_weakref(dict, key): the entry goes, unless it refers to something living by now.
 */
static ObjectId weakref_remove_dead(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId dict = arguments->values[0];
    if (model_kind(model, dict) != KIND_DICT)
        return raise_error(run, EXC_TypeError,
                           "_remove_dead_weakref() argument 1 must be dict, not %s",
                           type_string(run, dict));
    int64_t entry = dict_find_key(run, dict, arguments->values[1]);
    if (entry == -2)
        return 0;
    if (entry == -1)
        return model->none;
    ObjectId value = dict_value(model, dict, (uint32_t)entry);
    if (model_kind(model, value) != KIND_WEAKREF)
        return raise_error(run, EXC_TypeError, "not a weakref");
    if (!weakref_referent(model, value))
        dict_delete(model, dict, (uint32_t)entry);
    return model->none;
}

static const Native functions[] = {
    {"_remove_dead_weakref", weakref_remove_dead, 2, 2, NULL, NATIVE_VARARGS},
    {"getweakrefcount", weakref_getweakrefcount, 1, 1, NULL, NATIVE_O},
    {"getweakrefs", weakref_getweakrefs, 1, 1, NULL, NATIVE_O},
    {"proxy", weakref_proxy, 1, 2, NULL, NATIVE_VARARGS},
    SLOT_ROW_END,
};

static void set_type(Run *run, ObjectId dict, const char *name, ObjectId type)
{
    Model *model = run_model(run);
    dict_set_str(model, dict, model_intern(model, slice_of(name)), type);
}

static bool fill(Run *run, ObjectId dict)
{
    ObjectId ref = run_model(run)->types[TYPE_WEAKREF];
    bool newer = run->profile->minor >= 10;
    set_type(run, dict, "ref", ref);
    set_type(run, dict, "ReferenceType", ref);
    set_type(run, dict, "ProxyType", native_type(run, newer ? &type_proxy : &type_proxy_39));
    set_type(run, dict, "CallableProxyType",
             native_type(run, newer ? &type_callable_proxy : &type_callable_proxy_39));
    return true;
}

static const NativeType *const types[] = {&type_proxy_39, &type_proxy, &type_callable_proxy_39,
                                          &type_callable_proxy, NULL};
const NativeModule module_weakref = {"_weakref", functions, fill, types};
