/* The class statement: Python/bltinmodule.c (__build_class__) and Objects/typeobject.c
 * (type_new). */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "model/sizes.h"
#include "model/subclasses.h"
#include "run/interpreter.h"
#include "run/text/str_common.h"

enum { /* what HAND holds while a class body runs, from Activation.object on */
       BUILD_NAME,
       BUILD_BASES,
       BUILD_NAMESPACE,
       BUILD_KEYWORDS, /* a dict, or None */
       BUILD_METACLASS,
       BUILD_WRITTEN, /* the bases as the class statement has them */
       BUILD_COUNT,
};

static ObjectId key(Run *run, const char *name)
{
    return model_intern(run->model, slice_of(name));
}

/* Calls with positional values and the entries of `keywords`, a dict or None. */
static ObjectId class_call_with_dict(Run *run, ObjectId callable, const ObjectId *values,
                                     uint32_t count, ObjectId keywords)
{
    enum { SPACE = 3 };
    Model *model = run->model;
    uint32_t names = keywords == model->none ? 0 : dict_used(model, keywords), at = 0;
    ObjectId *all = memory_allocate((SPACE + names) * sizeof *all);
    copy_ids(all, values, count);
    ObjectId tuple = names ? tuple_from(model, NULL, names) : 0;
    for (uint32_t i = 0; names && i < dict_entry_end(model, keywords); i++) {
        if (!dict_key(model, keywords, i))
            continue;
        reference_set(model, tuple, at, dict_key(model, keywords, i));
        all[count + at++] = dict_value(model, keywords, i);
    }
    Arguments arguments = {all, count, tuple, names};
    ObjectId result = call_with_names(run, callable, &arguments);
    free(all);
    return result;
}

static ObjectId build_class(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return raise_unsupported(run, "heapstep has __build_class__ for class statements only");
}

const Native class_builtins[] = {
    {.name = "__build_class__", .call = build_class, .most = -1, .style = NATIVE_RAW},
    {.name = ""},
};

bool class_is_builder(const Run *run, ObjectId callable)
{
    return model_payload(run->model, callable).native == &class_builtins[0];
}

/* The keyword arguments but `metaclass` as a dict, None where there are none. */
static ObjectId class_keywords(Run *run, const Arguments *arguments, ObjectId *ret_metaclass)
{
    Model *model = run->model;
    if (!arguments->name_count)
        return model->none;
    ObjectId dict = dict_create(model);
    for (uint32_t i = 0; i < arguments->name_count; i++) {
        ObjectId name = model_object(model, arguments->names)->slots[i];
        ObjectId value = arguments->values[arguments->count + i];
        if (slice_is(name_slice(run, name), "metaclass"))
            *ret_metaclass = value;
        else
            dict_set_str(model, dict, name, value);
    }
    return dict;
}

ObjectId class_metaclass(Run *run, ObjectId metaclass, ObjectId bases)
{
    const Object *row = model_object(run->model, bases);
    if (model_kind(run->model, metaclass) != KIND_TYPE)
        return metaclass;
    for (uint32_t i = 0; i < row->slot_count; i++) {
        ObjectId other = model_object(run->model, row->slots[i])->type;
        if (type_is_subtype(run, metaclass, other))
            continue;
        if (!type_is_subtype(run, other, metaclass))
            return raise_error(run, EXC_TypeError,
                               "metaclass conflict: the metaclass of a derived class must be a "
                               "(non-strict) subclass of the metaclasses of all its bases");
        metaclass = other;
    }
    return metaclass;
}

/* metaclass.__prepare__(name, bases, **keywords), or a new dict. */
static ObjectId prepare_namespace(Run *run, ObjectId metaclass, ObjectId name, ObjectId bases,
                                  ObjectId keywords)
{
    Model *model = run->model;
    bool found = false;
    if (metaclass == model->types[TYPE_TYPE]) {
        uint32_t mark = hand_mark(model);
        if (model->profile->minor < 7) /* type.__prepare__ gets its arguments in a tuple */
            tuple_from(model, (ObjectId[]){name, bases}, 2);
        hand_release(model, mark);
        return dict_create(model);
    }
    ObjectId prepare =
        attribute_find(run, metaclass, model_intern(model, slice_of("__prepare__")), &found);
    if (!found)
        return raised(run) ? 0 : dict_create(model);
    return class_call_with_dict(run, prepare, (ObjectId[]){name, bases}, 2, keywords);
}

CallResult class_build_from_stack(Run *run, Activation *activation, const Arguments *arguments,
                                  uint32_t drop)
{
    (void)activation;
    Model *model = run->model;
    uint32_t held = hand_mark(model);
    ObjectId function = arguments->values[0], metaclass = 0;
    ObjectId keywords = class_keywords(run, arguments, &metaclass);
    uint32_t count = arguments->count - 2;
    ObjectId written =
        count ? tuple_from(model, arguments->values + 2, count) : model->empty_tuple;
    ObjectId bases = class_stand_ins(run, written);
    if (!bases)
        return CALL_RAISED;
    if (!metaclass && model_object(model, bases)->slot_count) /* the first base's */
        metaclass = model_object(model, model_object(model, bases)->slots[0])->type;
    metaclass = class_metaclass(run, metaclass ? metaclass : model->types[TYPE_TYPE], bases);
    ObjectId name = arguments->values[1];
    ObjectId namespace =
        metaclass ? prepare_namespace(run, metaclass, name, bases, keywords) : 0;
    if (!namespace)
        return CALL_RAISED;
    ObjectId parts[BUILD_COUNT] = {name, bases, namespace, keywords, metaclass, written};
    uint32_t made = hand_mark(model);
    for (int i = 0; i < BUILD_COUNT; i++)
        hand_hold(model, parts[i]);
    reference_splice(model, HAND, held, made - held, NULL, 0); /* what made them */
    const Object *row = model_object(model, function);
    const CodeInfo *info = consts_find(run, model_payload(model, function).code);
    Activation *body = frame_enter(run, info, function, row->slots[FUNCTION_SLOT_GLOBALS],
                                   namespace, ENTRY_CLASS);
    if (!body)
        return CALL_RAISED;
    frame_fill_locals(run, body);
    body->object = held;
    body->drop = drop;
    return CALL_PUSHED;
}

ObjectId class_finish(Run *run, ObjectId held)
{
    const ObjectId *slots = model_object(run->model, HAND)->slots + held;
    ClassParts parts = {.metaclass = slots[BUILD_METACLASS],
                        .name = slots[BUILD_NAME],
                        .bases = slots[BUILD_BASES],
                        .namespace = slots[BUILD_NAMESPACE],
                        .keywords = slots[BUILD_KEYWORDS]};
    if (slots[BUILD_WRITTEN] != parts.bases &&
        !subscript_set(run, parts.namespace, key(run, "__orig_bases__"), slots[BUILD_WRITTEN]))
        return 0;
    ObjectId values[] = {parts.name, parts.bases, parts.namespace};
    if (parts.metaclass != run->model->types[TYPE_TYPE])
        return class_call_with_dict(run, parts.metaclass, values, 3, parts.keywords);
    uint32_t mark = hand_mark(run->model);
    tuple_from(run->model, values, 3); /* type.__new__ gets them so */
    ObjectId made = class_create(run, &parts);
    return made ? hand_return(run->model, mark, made) : 0;
}

ObjectId class_own_call(Run *run, ObjectId type)
{
    ObjectId metaclass = model_object(run->model, type)->type;
    if (metaclass == run->model->types[TYPE_TYPE])
        return 0;
    ObjectId call = type_lookup(run, metaclass, key(run, "__call__"));
    return call && model_kind(run->model, call) != KIND_BUILTIN ? call : 0;
}

/* --- type_new --- */

/* A class being made. */
typedef struct Making {
    Run *run;
    ObjectId type;
    ObjectId metaclass;
    ObjectId base;  /* best_base: the one that lays out the instances */
    ObjectId bases; /* tuple */
    ObjectId dict;  /* the namespace, a copy */
    bool adds_dict, adds_weakref;
    uint32_t own_slots;
} Making;

static ObjectId own_value(const Making *making, const char *name)
{
    return dict_get_str(making->run->model, making->dict, key(making->run, name));
}

static void remove_key(const Making *making, const char *name)
{
    int64_t entry = dict_find_str(making->run->model, making->dict, key(making->run, name));
    if (entry >= 0)
        dict_delete(making->run->model, making->dict, (uint32_t)entry);
}

static void set_key(const Making *making, const char *name, ObjectId value)
{
    dict_set_str(making->run->model, making->dict, key(making->run, name), value);
}

/* A function under a name that CPython wraps by itself. */
static void wrap(const Making *making, const char *name, TypeName wrapper)
{
    ObjectId value = own_value(making, name);
    if (value && model_kind(making->run->model, value) == KIND_FUNCTION)
        set_key(making, name, wrapper_create(making->run, wrapper, value));
}

static ObjectId make_descriptor(const Making *making, TypeName type, ObjectId name,
                                uint32_t index)
{
    enum { DESCRIPTOR_SIZE = 48 };
    Model *model = making->run->model;
    uint32_t size = DESCRIPTOR_SIZE + model->profile->sizes.gc_header;
    ObjectId descriptor = object_create(model, KIND_DESCRIPTOR, model->types[type], size,
                                        OBJECT_GC, (Payload){.bits = 0});
    ObjectId parts[] = {making->type, name};
    reference_splice(model, descriptor, 0, 0, parts, 2);
    object_set_field(model, descriptor, FIELD_A, index);
    collector_track(model, descriptor);
    return descriptor;
}

static void add_descriptor(const Making *making, TypeName type, ObjectId name, uint32_t index)
{
    ObjectId descriptor = make_descriptor(making, type, name, index);
    dict_set_str(making->run->model, making->dict, name, descriptor);
}

/* --- __slots__ --- */

/* _Py_Mangle */
static ObjectId mangle(const Making *making, ObjectId name)
{
    Model *model = making->run->model;
    Slice text = str_slice(model, name), type = type_name(model, making->type);
    bool dunder = text.length >= 2 && memcmp(text.bytes, "__", 2) == 0;
    bool closed = text.length >= 4 && memcmp(text.bytes + text.length - 2, "__", 2) == 0;
    while (type.length && type.bytes[0] == '_')
        type = (Slice){type.bytes + 1, type.length - 1};
    if (!dunder || closed || !type.length)
        return model_intern_object(model, name);
    Text mangled = {0};
    text_append_format(&mangled, "_%.*s%.*s", SLICE(type), SLICE(text));
    ObjectId result = model_intern(model, text_slice(&mangled));
    text_done(&mangled);
    return result;
}

/* __slots__ as a list, whatever iterable it is. */
static ObjectId slot_names(const Making *making, ObjectId slots)
{
    Run *run = making->run;
    if (model_kind(run->model, slots) == KIND_STR)
        return list_from(run->model, &slots, 1, LIST_FILL_EXACT);
    return iterate_list(run, slots);
}

static int compare_names(const void *left, const void *right, void *context)
{
    const Model *model = context;
    Slice a = str_slice(model, *(const ObjectId *)left),
          b = str_slice(model, *(const ObjectId *)right);
    int order = memcmp(a.bytes, b.bytes, a.length < b.length ? a.length : b.length);
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

static bool check_slot(const Making *making, ObjectId name)
{
    Run *run = making->run;
    if (model_kind(run->model, name) != KIND_STR)
        return raise_error(run, EXC_TypeError, "__slots__ items must be strings, not '%.*s'",
                           SLICE(model_type_name(run->model, name)));
    if (str_isidentifier(run, &(Arguments){.values = &name, .count = 1}) != run->model->true_)
        return raise_error(run, EXC_TypeError, "__slots__ must be identifiers");
    if (dict_find_str(run->model, making->dict, name) >= 0)
        return raise_error(run, EXC_ValueError,
                           "'%.*s' in __slots__ conflicts with class variable",
                           SLICE(name_slice(run, name)));
    return true;
}

/* Do instances of the base have room for weak references already? */
static bool base_has_weakref(const Making *making)
{
    const Model *model = making->run->model;
    const Object *row = model_object(model, making->base);
    return row->b & TYPE_FLAG_HAS_WEAKREF;
}

/* tp_itemsize: instances whose own size varies have no room behind it. */
static bool is_variable(const Making *making)
{
    ObjectKind kind = (ObjectKind)model_object(making->run->model, making->base)->a;
    return kind == KIND_INT || kind == KIND_TUPLE || kind == KIND_BYTES;
}

static bool may_add_weakref(const Making *making)
{
    return !base_has_weakref(making) && !is_variable(making);
}

/* __dict__ and __weakref__ among the slots: once, and not where a base has it. */
static bool claim_dict(Making *making)
{
    bool has = model_object(making->run->model, making->base)->b & TYPE_FLAG_HAS_DICT;
    if (has || making->adds_dict)
        return raise_error(making->run, EXC_TypeError,
                           "__dict__ slot disallowed: we already got one");
    making->adds_dict = true;
    return true;
}

static bool claim_weakref(Making *making)
{
    if (may_add_weakref(making) && !making->adds_weakref) {
        making->adds_weakref = true;
        return true;
    }
    bool names_reason = making->run->profile->minor >= 12 && !is_variable(making);
    return raise_error(making->run, EXC_TypeError, "__weakref__ slot disallowed: %s",
                       names_reason ? "we already got one"
                                    : "either we already got one, or __itemsize__ != 0");
}

/* Adds a member descriptor for each name, in alphabetical order as type_new_slots does. */
static bool add_slots(Making *making, ObjectId slots)
{
    Run *run = making->run;
    Model *model = run->model;
    ObjectId list = slot_names(making, slots);
    if (!list)
        return false;
    uint32_t count = model_object(model, list)->slot_count, kept = 0;
    if (count && is_variable(making))
        return raise_error(run, EXC_TypeError,
                           "nonempty __slots__ not supported for subtype of '%.*s'",
                           SLICE(type_name(model, making->base)));
    ObjectId *names = memory_allocate((count + 1) * sizeof *names);
    bool fine = true;
    for (uint32_t i = 0; fine && i < count; i++) {
        ObjectId name = model_object(model, list)->slots[i];
        fine = check_slot(making, name);
        if (fine && slice_is(str_slice(model, name), "__dict__"))
            fine = claim_dict(making);
        else if (fine && slice_is(str_slice(model, name), "__weakref__"))
            fine = claim_weakref(making);
        else if (fine)
            names[kept++] = mangle(making, name);
    }
    qsort_r(names, kept, sizeof *names, compare_names, model);
    uint32_t first = type_slots(&model->state, making->base);
    for (uint32_t i = 0; fine && i < kept; i++)
        add_descriptor(making, TYPE_MEMBER_DESCRIPTOR, names[i], first + i);
    free(names);
    making->own_slots = kept;
    return fine;
}

/* --- the steps of type_new --- */

static bool has_flag(const Making *making, ObjectId type, uint32_t flag)
{
    return model_object(making->run->model, type)->b & flag;
}

/* Classes and modules have a namespace anyway. */
static bool base_has_dict(const Making *making)
{
    ObjectKind kind = (ObjectKind)model_object(making->run->model, making->base)->a;
    return kind == KIND_TYPE || kind == KIND_MODULE ||
           has_flag(making, making->base, TYPE_FLAG_HAS_DICT);
}

/* To 3.7 what adds no field to a base without a GC header has none either. */
static bool has_gc_header(const Making *making)
{
    return making->run->profile->minor >= 8 || making->adds_dict || making->adds_weakref ||
           making->own_slots || size_has_gc(making->run->model, making->base);
}

static bool lay_out(Making *making)
{
    ObjectId slots = own_value(making, "__slots__");
    bool base_dict = base_has_dict(making);
    making->adds_dict = !slots && !base_dict;
    making->adds_weakref = !slots && may_add_weakref(making);
    if (slots && !add_slots(making, slots))
        return false;
    Model *model = making->run->model;
    uint32_t flags = TYPE_FLAG_HEAP | TYPE_FLAG_BASETYPE |
                     (has_gc_header(making) ? TYPE_FLAG_GC : 0) |
                     (slots ? TYPE_FLAG_HAS_SLOTS : 0) |
                     type_native(model, making->base) << TYPE_NATIVE_SHIFT;
    if (base_dict || making->adds_dict)
        flags |= TYPE_FLAG_HAS_DICT;
    if (base_has_weakref(making) || making->adds_weakref)
        flags |= TYPE_FLAG_HAS_WEAKREF;
    object_set_field(model, making->type, FIELD_B, flags);
    type_set_slots(model, making->type,
                   type_slots(&model->state, making->base) + making->own_slots);
    return true;
}

static void add_getsets(const Making *making)
{
    if (making->adds_dict)
        add_descriptor(making, TYPE_GETSET_DESCRIPTOR, key(making->run, "__dict__"), 0);
    if (making->adds_weakref)
        add_descriptor(making, TYPE_GETSET_DESCRIPTOR, key(making->run, "__weakref__"), 0);
}

static bool take_qualname(const Making *making)
{
    Run *run = making->run;
    Model *model = run->model;
    ObjectId name = own_value(making, "__qualname__");
    if (name && model_kind(model, name) != KIND_STR)
        return raise_error(run, EXC_TypeError, "type __qualname__ must be a str, not %.*s",
                           SLICE(model_type_name(model, name)));
    if (name)
        reference_set(model, making->type, TYPE_SLOT_QUALNAME, name);
    remove_key(making, "__qualname__");
    return true;
}

static void take_classcell(const Making *making)
{
    ObjectId cell = own_value(making, "__classcell__");
    if (!cell)
        return;
    reference_set(making->run->model, cell, 0, making->type);
    remove_key(making, "__classcell__");
}

static void add_module(const Making *making)
{
    Run *run = making->run;
    if (own_value(making, "__module__") || !run->top)
        return;
    ObjectId name = dict_get_str(run->model, run->top->globals, key(run, "__name__"));
    if (name)
        set_key(making, "__module__", name);
}

static void add_doc_and_hash(const Making *making)
{
    ObjectId none = making->run->model->none;
    if (!own_value(making, "__doc__"))
        set_key(making, "__doc__", none);
    if (own_value(making, "__eq__") && !own_value(making, "__hash__"))
        set_key(making, "__hash__", none);
}

/* PEP 560 came with 3.7; the library's own classes do without a metaclass in 3.6 too. */
static bool knows_class_getitem(const Run *run)
{
    return run->profile->minor >= 7 || (run->top && run->top->info->is_library);
}

/* Finding a name on a class that has no MRO yet must not happen: the MRO comes first. */
static bool fill_class(Making *making)
{
    wrap(making, "__new__", TYPE_STATICMETHOD);
    wrap(making, "__init_subclass__", TYPE_CLASSMETHOD);
    if (knows_class_getitem(making->run))
        wrap(making, "__class_getitem__", TYPE_CLASSMETHOD);
    add_module(making);
    if (!take_qualname(making) || !lay_out(making))
        return false;
    take_classcell(making);
    add_getsets(making);
    add_doc_and_hash(making);
    class_update_flags(making->run, making->type);
    return true;
}

static ObjectId create_row(Making *making, ObjectId name)
{
    Run *run = making->run;
    Model *model = run->model;
    making->type =
        object_create(model, KIND_TYPE, making->metaclass, run->profile->sizes.slots_type,
                      OBJECT_GC | OBJECT_HEAP_TYPE, (Payload){.bits = 0});
    ObjectId parts[TYPE_SLOT_COUNT] = {
        [TYPE_SLOT_NAME] = name,
        [TYPE_SLOT_QUALNAME] = name,
        [TYPE_SLOT_BASE] = making->base,
        [TYPE_SLOT_BASES] = making->bases,
    };
    reference_splice(model, making->type, 0, 0, parts, TYPE_SLOT_COUNT);
    uint32_t kind = model_object(model, making->base)->a;
    object_set_field(model, making->type, FIELD_A, kind == KIND_OBJECT ? KIND_INSTANCE : kind);
    return making->type;
}

ObjectId class_create(Run *run, const ClassParts *parts)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    Making making = {.run = run, .bases = parts->bases};
    if (model_object(model, parts->bases)->slot_count == 0)
        making.bases = tuple_from(model, &model->types[TYPE_OBJECT], 1);
    making.base = class_best_base(run, making.bases);
    making.metaclass = making.base ? class_metaclass(run, parts->metaclass, making.bases) : 0;
    if (!making.metaclass)
        return 0;
    making.dict = dict_copy(model, parts->namespace);
    create_row(&making, parts->name);
    ObjectId mro = class_mro(run, making.type, making.bases);
    if (!mro)
        return 0;
    reference_set(model, making.type, TYPE_SLOT_MRO, mro);
    reference_set_dict(model, making.type, making.dict);
    collector_track(model, making.type);
    if (!fill_class(&making))
        return 0;
    subclass_add(model, making.type);
    if (!class_tell_values(run, making.type, making.dict) ||
        !class_tell_base(run, making.type, parts->keywords))
        return 0;
    return hand_return(model, mark, making.type);
}
