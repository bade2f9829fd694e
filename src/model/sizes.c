#include "model/sizes.h"

#include "model/containers.h"

enum { POINTER = 8, DICT_LEAST_TABLE = 8, SHARED_TABLE = 64 };

static bool made_by_program(const State *state, ObjectId type)
{
    return type && state_object(state, type)->b & TYPE_FLAG_HEAP;
}

static bool is_variable(ObjectKind kind)
{
    return kind == KIND_INT || kind == KIND_TUPLE || kind == KIND_BYTES;
}

static bool layout_has_gc(ObjectKind kind)
{
    return kind == KIND_TUPLE || kind == KIND_LIST || kind == KIND_DICT || kind == KIND_SET ||
           kind == KIND_FROZENSET || kind == KIND_EXCEPTION || kind == KIND_TYPE ||
           kind == KIND_MODULE || kind == KIND_NATIVE || kind == KIND_PROPERTY;
}

/* The field for the __dict__. sys.getsizeof of int and str counts their own layout and
 * headers only, so that a field behind it is not seen. */
static uint32_t dict_field(const Profile *profile, ObjectKind kind)
{
    bool managed = profile->sizes.instance_preheader &&
                   (!is_variable(kind) || !profile->sizes.instance_weakref);
    if (managed)
        return profile->sizes.instance_preheader;
    bool unseen = kind == KIND_INT || kind == KIND_STR;
    return unseen ? 0 : POINTER;
}

static uint32_t weakref_field(const Profile *profile, ObjectKind kind)
{
    bool none =
        is_variable(kind) || kind == KIND_STR || kind == KIND_SET || kind == KIND_FROZENSET;
    return none ? 0 : profile->sizes.instance_weakref;
}

/* What the native type that lays out the instances of `type` has already: TYPE_FLAG_…. */
static uint32_t native_flags(const Model *model, ObjectId type)
{
    while (model_object(model, type)->flags & OBJECT_HEAP_TYPE)
        type = model_object(model, type)->slots[TYPE_SLOT_BASE];
    return model_object(model, type)->b;
}

static uint32_t size_of_native(const Model *model, ObjectId type, uint32_t layout)
{
    const Profile *profile = model->profile;
    uint32_t size = model->native_sizes[type_native(model, type)];
    if (size)
        layout = size;
    uint32_t has = native_flags(model, type), wants = model_object(model, type)->b;
    ObjectKind kind = (ObjectKind)model_object(model, type)->a;
    if (wants & ~has & TYPE_FLAG_GC)
        layout += profile->sizes.gc_header;
    if (wants & ~has & TYPE_FLAG_HAS_DICT) {
        layout += dict_field(profile, kind);
        layout += has & TYPE_FLAG_HAS_WEAKREF ? 0 : weakref_field(profile, kind);
    }
    return layout + POINTER * type_slots(&model->state, type);
}

/* An exception or a staticmethod has a dictionary whatever its class; a class of a program's
 * own adds room for weak references and its __slots__. */
static uint32_t added_fields_size(const Model *model, ObjectId type)
{
    const ProfileSizes *sizes = &model->profile->sizes;
    uint32_t weakref =
        sizes->instance_weakref ? sizes->instance_weakref : sizes->instance_preheader;
    bool has = model_object(model, type)->b & TYPE_FLAG_HAS_WEAKREF;
    return (has ? weakref : 0) + POINTER * type_slots(&model->state, type);
}

uint32_t size_of_type(const Model *model, ObjectId type, uint32_t layout)
{
    if (type_native(model, type))
        return size_of_native(model, type, layout);
    if (!made_by_program(&model->state, type))
        return layout;
    const Profile *profile = model->profile;
    const Object *object = model_object(model, type);
    ObjectKind kind = (ObjectKind)object->a;
    if (kind == KIND_EXCEPTION || kind == KIND_STATICMETHOD)
        return layout + added_fields_size(model, type);
    if (object->b & TYPE_FLAG_GC && !layout_has_gc(kind))
        layout += profile->sizes.gc_header;
    if (object->b & TYPE_FLAG_HAS_DICT)
        layout += dict_field(profile, kind) + weakref_field(profile, kind);
    return kind == KIND_STR ? layout : layout + POINTER * type_slots(&model->state, type);
}

bool size_has_gc(const Model *model, ObjectId type)
{
    return model_object(model, type)->b & TYPE_FLAG_GC ||
           layout_has_gc((ObjectKind)model_object(model, type)->a);
}

uint32_t size_flags(const Model *model, ObjectId type)
{
    return model_object(model, type)->b & TYPE_FLAG_GC ? OBJECT_GC : 0;
}

uint32_t size_instance(const Profile *profile, const State *state, ObjectId type)
{
    const ProfileSizes *sizes = &profile->sizes;
    const Object *object = state_object(state, type);
    bool has_dict = object->b & TYPE_FLAG_HAS_DICT,
         has_weakref = object->b & TYPE_FLAG_HAS_WEAKREF;
    uint32_t size = object->b & TYPE_FLAG_GC ? sizes->slotted_instance : sizes->object;
    size += POINTER * type_slots(state, type);
    if (has_weakref)
        size += sizes->instance_weakref;
    if (!sizes->instance_preheader)
        return size + (has_dict ? POINTER : 0);
    /* One header for both where the weak references have no field of their own. */
    bool header = has_dict || (has_weakref && !sizes->instance_weakref);
    return size + (header ? sizes->instance_preheader : 0);
}

uint32_t size_header(const Model *model, ObjectId id)
{
    const ProfileSizes *sizes = &model->profile->sizes;
    const Object *object = model_object(model, id);
    /* What was there before the start is not tracked here, but has its header. */
    bool has_gc =
        object->flags & OBJECT_GC ||
        (object->kind != KIND_TYPE && model_object(model, object->type)->b & TYPE_FLAG_GC);
    uint32_t header = has_gc ? sizes->gc_header : 0;
    if (!made_by_program(&model->state, object->type))
        return header;
    const Object *type = model_object(model, object->type);
    ObjectKind kind = (ObjectKind)type->a;
    uint32_t added = type->b & ~native_flags(model, object->type);
    bool has_dict = added & TYPE_FLAG_HAS_DICT && kind != KIND_STATICMETHOD &&
                    !(is_variable(kind) && sizes->instance_weakref);
    bool has_weakref = added & TYPE_FLAG_HAS_WEAKREF && !sizes->instance_weakref;
    return header + (has_dict || has_weakref ? sizes->instance_preheader : 0);
}

uint32_t size_text(const Profile *profile, const TextPayload *text)
{
    if (text->ascii)
        return profile->sizes.str_ascii + text->length;
    return profile->sizes.str_wide + (text->length + 1) * text->width;
}

uint32_t size_usable(uint32_t table)
{
    return (uint32_t)((uint64_t)table * 2 / 3);
}

uint32_t size_keys(const Profile *profile, uint32_t table, bool str_only)
{
    if (!table)
        return 0;
    uint32_t index = table <= UINT8_MAX ? 1 : table <= UINT16_MAX ? 2 : 4;
    uint32_t entry = str_only ? profile->sizes.dict_entry_str_only : profile->sizes.dict_entry;
    return profile->sizes.dict_keys + table * index + size_usable(table) * entry;
}

uint32_t size_shared_table(const Profile *profile)
{
    return profile->instance_values == INSTANCE_VALUES_IN_DICT ? DICT_LEAST_TABLE
                                                               : SHARED_TABLE;
}

static bool has_built_in_dict(const State *state, const Object *type)
{
    const Object *mro = state_object(state, type->slots[TYPE_SLOT_MRO]);
    for (uint32_t i = 0; i < mro->slot_count; i++) {
        const Object *base = state_object(state, mro->slots[i]);
        if ((base->b & (TYPE_FLAG_HEAP | TYPE_FLAG_HAS_DICT)) == TYPE_FLAG_HAS_DICT)
            return true;
    }
    return false;
}

/* Since 3.11 those classes have shared keys whose instances' dict is a managed one: not one
 * that a built-in base has brought, and in 3.11 not one behind a variable part. */
bool size_has_shared_keys(const Profile *profile, const State *state, const Object *type)
{
    if (!(type->b & TYPE_FLAG_HEAP) || !(type->b & TYPE_FLAG_HAS_DICT) ||
        type->c & TYPE_KEYS_DROPPED)
        return false;
    if (profile->minor < 11)
        return true;
    switch ((int)type->a) {
    case KIND_TYPE:
    case KIND_STATICMETHOD:
    case KIND_MODULE:
        return false;
    case KIND_INT:
    case KIND_TUPLE:
    case KIND_BYTES:
        return profile->minor > 11;
    default:
        return !has_built_in_dict(state, type);
    }
}

/* type___sizeof__: a class counts its shared keys. They are made with its first instance here.
 */
static uint64_t size_class(const Profile *profile, const State *state, const Object *type)
{
    if (!(type->b & TYPE_FLAG_HEAP))
        return type->size;
    uint64_t size = profile->sizes.slots_type;
    ObjectId keys = type->slots[TYPE_SLOT_KEYS];
    if (keys)
        return size + state_object(state, keys)->size;
    bool expected = size_has_shared_keys(profile, state, type);
    return size + (expected ? size_keys(profile, size_shared_table(profile), true) : 0);
}

/* _PyDict_SizeOf: of a split dict the values, and the keys when nobody else has them any more.
 */
static uint64_t size_split_dict(const Profile *profile, const Object *dict, const Object *keys)
{
    if (profile->instance_values != INSTANCE_VALUES_IN_DICT)
        return dict->size + POINTER * ((uint64_t)keys->slot_count + keys->a);
    return (uint64_t)dict->size + dict->body_size + (keys->refcount == 1 ? keys->size : 0);
}

uint64_t model_size(const Model *model, const State *state, ObjectId id)
{
    const Profile *profile = model->profile;
    const Object *object = state_object(state, id);
    ObjectId keys = object->kind == KIND_DICT ? dict_shared_keys(state, id) : 0;
    if (object->kind == KIND_INSTANCE)
        return size_instance(profile, state, object->type);
    if (object->kind == KIND_TYPE)
        return size_class(profile, state, object);
    if (object->kind == KIND_FRAME) /* its body is all of it */
        return object->size;
    if (keys)
        return size_split_dict(profile, object, state_object(state, keys));
    return (uint64_t)object->size + object->body_size;
}
