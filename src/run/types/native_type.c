#include "run/types/native_type.h"

#include <assert.h>

#include "model/sizes.h"
#include "run/builtins/stream.h"
#include "run/builtins/stream_bytes.h"
#include "run/builtins/tables.h"
#include "run/interpreter.h"
#include "run/types/generic_alias.h"
#include "run/types/mapping_proxy.h"
#include "run/values/memoryview.h"

bool native_exists(Run *run, uint8_t since, uint8_t until)
{
    int minor = run->profile->minor;
    return minor >= since && (!until || minor <= until);
}

/* --- making a type --- */

static uint32_t size_for(const Run *run, const NativeType *native)
{
    uint32_t at = (uint32_t)run->profile->minor - 6;
    assert(at < NATIVE_VERSIONS);
    while (at > 0 && !native->sizes[at])
        at--;
    return native->sizes[at];
}

static uint32_t flags_of(const NativeType *native)
{
    uint32_t flags = 0;
    if (native->flags & NATIVE_GC)
        flags |= TYPE_FLAG_GC;
    if (native->flags & NATIVE_BASETYPE)
        flags |= TYPE_FLAG_BASETYPE;
    if (native->flags & NATIVE_DICT)
        flags |= TYPE_FLAG_HAS_DICT;
    if (native->flags & NATIVE_WEAKREF)
        flags |= TYPE_FLAG_HAS_WEAKREF;
    return flags;
}

static ObjectKind kind_of(const Run *run, const NativeType *native, ObjectId base)
{
    if (base != run->model->types[TYPE_OBJECT])
        return (ObjectKind)model_object(run->model, base)->a;
    return native->next ? KIND_ITERATOR : KIND_NATIVE;
}

static void add_attributes(Run *run, ObjectId type, const NativeAttribute *row)
{
    enum { DESCRIPTOR_SIZE = 48 };
    Model *model = run->model;
    uint32_t size = DESCRIPTOR_SIZE + run->profile->sizes.gc_header;
    for (; row && row->name[0]; row++) {
        TypeName kind = row->member ? TYPE_MEMBER_DESCRIPTOR : TYPE_GETSET_DESCRIPTOR;
        ObjectId name = model_intern(model, slice_of(row->name));
        ObjectId descriptor = object_create_static(model, KIND_DESCRIPTOR, model->types[kind],
                                                   size, (Payload){.native = row});
        reference_splice(model, descriptor, 0, 0, (ObjectId[]){type, name}, 2);
        dict_set_str(model, model_object(model, type)->dict, name, descriptor);
    }
}

static const char *name_for(const Run *run, const NativeType *native)
{
    bool newer = native->newer_name && run->profile->minor >= native->newer_since;
    return newer ? native->newer_name : native->name;
}

static Slice short_name(const NativeType *native)
{
    const char *dot = strrchr(native->name, '.');
    return slice_of(dot ? dot + 1 : native->name);
}

void native_type_adopt(Run *run, const NativeType *native, ObjectId type)
{
    uint32_t number = type_set_native(run->model, type, size_for(run, native));
    run->objects.natives[number] = (NativeMade){native, type};
    startup_add_methods(run, type, native->methods);
    add_attributes(run, type, native->attributes);
    startup_add_hash(run, type);
}

static ObjectId make(Run *run, const NativeType *native)
{
    Model *model = run->model;
    ObjectId base =
        native->parent ? native_type(run, native->parent) : model->types[native->base];
    ObjectId type = type_create_static(model, name_for(run, native), base,
                                       kind_of(run, native, base), flags_of(native));
    native_type_adopt(run, native, type);
    return type;
}

void native_types_make(Run *run, ObjectId dict, const NativeType *const *types)
{
    Model *model = run->model;
    bool own = model->makes_own;
    model->makes_own = model->started || own;
    for (; types && *types; types++) {
        const NativeType *native = *types;
        if (!native_exists(run, native->since, native->until))
            continue;
        ObjectId type = native_type(run, native);
        if (!type)
            type = make(run, native);
        if (dict && !(native->flags & NATIVE_HIDDEN))
            dict_set_str(model, dict, model_intern(model, short_name(native)), type);
    }
    model->makes_own = own;
}

Slice native_short_name(const Run *run, ObjectId type)
{
    Slice name = type_name(run->model, type);
    const char *dot = memrchr(name.bytes, '.', name.length);
    return dot ? slice_of(dot + 1) : name;
}

/* --- finding one --- */

ObjectId native_type(Run *run, const NativeType *native)
{
    const ObjectsState *state = &run->objects;
    for (uint32_t i = 1; i <= run->model->native_count; i++)
        if (state->natives[i].native == native)
            return state->natives[i].type;
    return 0;
}

const NativeType *native_type_of(Run *run, ObjectId type)
{
    uint32_t number = type_native(run->model, type);
    return number ? run->objects.natives[number].native : NULL;
}

bool native_has_vectorcall(const Run *run, ObjectId type)
{
    uint32_t number = type_native(run->model, type);
    const NativeType *native = number ? run->objects.natives[number].native : NULL;
    bool is_own = !(model_object(run->model, type)->flags & OBJECT_HEAP_TYPE);
    return native && is_own && native->vectorcall_since &&
           run->profile->minor >= native->vectorcall_since;
}

bool native_has_layout(const Run *run, ObjectId type)
{
    uint32_t number = type_native(run->model, type);
    const NativeType *native = number ? run->objects.natives[number].native : NULL;
    return !native || !native->parent || native->sizes[0];
}

bool native_is(Run *run, ObjectId object, const NativeType *native)
{
    ObjectId type = native_type(run, native);
    return type && type_is_subtype(run, model_object(run->model, object)->type, type);
}

/* --- instances --- */

ObjectId native_create(Run *run, ObjectId type, const ObjectId *slots, uint32_t count)
{
    Model *model = run->model;
    uint32_t flags = size_flags(model, type);
    ObjectKind kind = (ObjectKind)model_object(model, type)->a;
    ObjectId id = object_create(model, kind, type, size_of_type(model, type, 0), flags,
                                (Payload){.bits = 0});
    reference_splice(model, id, 0, 0, slots, count);
    if (flags & OBJECT_GC)
        collector_track(model, id);
    return id;
}

bool native_set_attribute(Run *run, const NativeAttribute *attribute, ObjectId self,
                          ObjectId value)
{
    if (attribute->set)
        return attribute->set(run, self, value);
    if (attribute->member)
        return raise_error(run, EXC_AttributeError, "readonly attribute");
    ObjectId base = builtin_base(run, self);
    return raise_error(run, EXC_AttributeError,
                       "attribute '%s' of '%s' objects is not writable", attribute->name,
                       type_name(run->model, base).bytes);
}

ObjectId native_class_getitem(Run *run, const Arguments *arguments)
{
    static const Native form = {"__class_getitem__", NULL, 1, 1, NULL, NATIVE_O};
    const ObjectId *values = arguments->values;
    return arguments_check(run, &form, native_short_name(run, values[0]).bytes, arguments)
               ? alias_create(run, values[0], values[1])
               : 0;
}

/* --- types of no module --- */

static const NativeType *const startup_types[] = {
    &type_dict_reverse_keys,  &type_dict_reverse_values,
    &type_dict_reverse_items, &type_long_range_iterator,
    &type_generic_alias,      &type_union,
    &type_mapping_proxy,      NULL};

void native_types_builtins(Run *run, ObjectId dict)
{
    static const NativeType *const types[] = {&type_memoryview, &type_managed_buffer, NULL};
    native_types_make(run, dict, types);
}

void native_types_startup(Run *run)
{
    native_types_make(run, 0, startup_types);
    native_type_adopt(run, &type_weakref, run->model->types[TYPE_WEAKREF]);
    stream_startup(run);
    stream_bytes_startup(run);
}
