/* Instances and their attributes: Objects/typeobject.c, Objects/object.c
 * (_PyObject_GenericSetAttr), Objects/dictobject.c (_PyObjectDict_SetItem,
 * _PyObject_StoreInstanceAttribute). */
#include "model/containers.h"
#include "model/dict_table.h"
#include "model/keys.h"
#include "model/sizes.h"
#include "model/weakref.h"

/* --- __slots__ --- */

void type_set_slots(Model *model, ObjectId type, uint32_t count)
{
    object_set_field(model, type, FIELD_C, count);
}

uint32_t type_slots(const State *state, ObjectId type)
{
    return state_object(state, type)->c & ~(uint32_t)TYPE_KEYS_DROPPED;
}

/* Where they begin: behind what the built-in layout has; none: this one keeps them apart. */
static uint32_t members_begin(ObjectKind kind)
{
    switch ((int)kind) {
    case KIND_INSTANCE:
    case KIND_FLOAT:
    case KIND_COMPLEX:
    case KIND_STR:
        return 0;
    case KIND_WEAKREF:
        return WEAKREF_SLOT_COUNT;
    default:
        return MEMBERS_APART;
    }
}

uint32_t instance_members_begin(const Object *object)
{
    return members_begin((ObjectKind)object->kind);
}

ObjectId instance_get_slot(const Model *model, ObjectId instance, uint32_t index)
{
    const Object *object = model_object(model, instance);
    index += instance_members_begin(object);
    return index < object->slot_count ? object->slots[index] : 0;
}

void instance_set_slot(Model *model, ObjectId instance, uint32_t index, ObjectId value)
{
    const Object *object = model_object(model, instance);
    index += instance_members_begin(object);
    while (object->slot_count <= index)
        reference_push(model, instance, 0);
    reference_set(model, instance, index, value);
}

/* --- making --- */

/* Where an instance's own values begin. */
static uint32_t values_base(const State *state, ObjectId instance)
{
    return type_slots(state, state_object(state, instance)->type);
}

static bool has_dict(const State *state, ObjectId id)
{
    return state_object(state, state_object(state, id)->type)->b & TYPE_FLAG_HAS_DICT;
}

static uint32_t names_and_room(const Model *model, ObjectId keys)
{
    const Object *object = model_object(model, keys);
    return object->slot_count + object->a;
}

/* What an instance's memory has room for in the object itself: 3.13. */
static uint32_t inline_size(const Model *model, ObjectId keys)
{
    bool inside = keys && model->profile->instance_values == INSTANCE_VALUES_IN_OBJECT;
    return inside ? values_size(model->profile, names_and_room(model, keys)) : 0;
}

/* Each new instance has the next ones reserve room for one name less (init_inline_values). */
static void make_values(Model *model, ObjectId instance, ObjectId keys)
{
    uint32_t room = model_object(model, keys)->a;
    if (room > 1)
        object_set_field(model, keys, FIELD_A, room - 1);
    if (model->profile->instance_values == INSTANCE_VALUES_IN_BLOCK)
        object_resize_body(model, instance,
                           values_size(model->profile, names_and_room(model, keys)));
}

static void make_slots(Model *model, ObjectId instance, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        reference_push(model, instance, 0);
}

/* Do instances have values by the shared keys in themselves? Where these are part of the object
 * (3.13), nothing else may be: no __slots__. */
static bool has_values(const Profile *profile, const State *state, ObjectId type)
{
    return profile->instance_values == INSTANCE_VALUES_IN_BLOCK ||
           (profile->instance_values == INSTANCE_VALUES_IN_OBJECT && !type_slots(state, type));
}

ObjectId instance_create(Model *model, ObjectId type)
{
    ObjectId keys =
        has_values(model->profile, &model->state, type) ? keys_of_type(model, type) : 0;
    uint32_t size =
        size_instance(model->profile, &model->state, type) + inline_size(model, keys);
    uint32_t flags = size_flags(model, type);
    ObjectId instance =
        object_create(model, KIND_INSTANCE, type, size, flags, (Payload){.bits = 0});
    make_slots(model, instance, type_slots(&model->state, type));
    if (flags & OBJECT_GC)
        collector_track(model, instance);
    if (keys)
        make_values(model, instance, keys);
    return instance;
}

/* --- values in the instance itself (3.11+) --- */

/* The keys by which an instance has its values itself, 0 when it has none of its own. */
static ObjectId inline_keys(const Profile *profile, const State *state, ObjectId instance)
{
    const Object *object = state_object(state, instance);
    if (object->kind != KIND_INSTANCE || object->dict ||
        !has_values(profile, state, object->type))
        return 0;
    return state_object(state, object->type)->slots[TYPE_SLOT_KEYS];
}

static ObjectId own_keys(const Model *model, ObjectId instance)
{
    return inline_keys(model->profile, &model->state, instance);
}

static bool tracks_any(const Model *model, ObjectId instance, uint32_t base)
{
    const Object *object = model_object(model, instance);
    for (uint32_t i = base; i < object->slot_count; i++)
        if (object->slots[i] && dict_may_track(model, object->slots[i]))
            return true;
    return false;
}

/* The block of values goes to the dict (3.11, 3.12). */
static void move_body(Model *model, ObjectId dict, ObjectId instance)
{
    const Object *object = model_object(model, instance);
    uint32_t body = object->body, size = object->body_size;
    object_resize_body(model, dict, 0);
    object_set_field(model, instance, FIELD_BODY, 0);
    object_set_field(model, instance, FIELD_BODY_SIZE, 0);
    object_set_field(model, dict, FIELD_BODY, body);
    object_set_field(model, dict, FIELD_BODY_SIZE, size);
}

/* make_dict_from_instance_attributes. Unlike CPython: in 3.13 the values move to the dict, too;
 * the collector finds them through the instance (collector_traverse). */
static ObjectId make_dict(Model *model, ObjectId instance, ObjectId keys)
{
    uint32_t mark = hand_mark(model), base = values_base(&model->state, instance);
    bool tracked = tracks_any(model, instance, base);
    ObjectId dict = dict_create_shared(model, keys);
    if (model_object(model, instance)
            ->dict) { /* a collection was due, and a __del__ has looked */
        hand_release(model, mark);
        return model_object(model, instance)->dict;
    }
    values_copy_order(model, dict, instance);
    values_forget_order(model, instance);
    reference_take(model, dict, instance, model_object(model, instance)->slot_count - base);
    move_body(model, dict, instance);
    if (tracked)
        collector_track(model, dict);
    reference_set_dict(model, instance, dict);
    hand_release(model, mark);
    return dict;
}

/* _PyObject_StoreInstanceAttribute */
static void set_inline(Model *model, ObjectId instance, ObjectId keys, ObjectId name,
                       ObjectId value)
{
    uint32_t number = keys_find(model, keys, name);
    if (number == KEYS_MISSING && !model_object(model, keys)->a) {
        dict_set_str(model, make_dict(model, instance, keys), name, value);
        return;
    }
    if (number == KEYS_MISSING)
        number = keys_add(model, keys, name);
    values_set(model, instance, values_base(&model->state, instance), number, value);
}

static bool delete_inline(Model *model, ObjectId instance, ObjectId keys, ObjectId name)
{
    uint32_t number = keys_find(model, keys, name), base = values_base(&model->state, instance);
    if (number == KEYS_MISSING || !values_get(model_object(model, instance), base, number))
        return false;
    values_set(model, instance, base, number, 0);
    return true;
}

/* --- values in a dict --- */

static ObjectId create_dict(Model *model, ObjectId instance)
{
    uint32_t mark = hand_mark(model);
    ObjectId keys = keys_of_type(model, model_object(model, instance)->type);
    ObjectId dict = keys ? dict_create_shared(model, keys) : dict_create(model);
    reference_set_dict(model, instance, dict);
    hand_release(model, mark);
    return dict;
}

/* Up to 3.10: a dict that had to leave the shared keys takes the class with it if it was the
 * only one that had them; else the class gives sharing up. */
static void leave_shared_keys(Model *model, ObjectId type, ObjectId dict)
{
    ObjectId keys = model_object(model, type)->slots[TYPE_SLOT_KEYS];
    if (model_object(model, keys)->refcount == 1)
        keys_share_again(model, type, dict);
    else
        keys_drop(model, type);
}

/* store_instance_attr_lock_held: in 3.13 the values stay in the instance when it has a dict,
 * and a store does not track that. False where there is no room for a new name. */
static bool set_embedded(Model *model, ObjectId dict, ObjectId keys, ObjectId name,
                         ObjectId value)
{
    uint32_t number = keys_find(model, keys, name);
    if (number == KEYS_MISSING && !model_object(model, keys)->a)
        return false;
    if (number == KEYS_MISSING)
        number = keys_add(model, keys, name);
    values_set(model, dict, 0, number, value);
    return true;
}

/* _PyObjectDict_SetItem */
static void set_in_dict(Model *model, ObjectId instance, ObjectId name, ObjectId value)
{
    ObjectId dict = model_object(model, instance)->dict,
             type = model_object(model, instance)->type;
    if (!dict)
        dict = create_dict(model, instance);
    ObjectId keys = keys_of_type(model, type);
    bool shared = keys && dict_shared_keys(&model->state, dict) == keys;
    if (dict_is_embedded(model, dict) && shared && set_embedded(model, dict, keys, name, value))
        return;
    dict_set_str(model, dict, name, value);
    if (shared && model->profile->instance_values == INSTANCE_VALUES_IN_DICT &&
        dict_shared_keys(&model->state, dict) != keys &&
        model_object(model, type)->slots[TYPE_SLOT_KEYS] == keys)
        leave_shared_keys(model, type, dict);
}

static bool delete_in_dict(Model *model, ObjectId instance, ObjectId name)
{
    const Object *object = model_object(model, instance);
    ObjectId dict = object->dict, type = object->type;
    int64_t entry = dict ? dict_find_str(model, dict, name) : -1;
    if (entry < 0)
        return false;
    if (model->profile->instance_values == INSTANCE_VALUES_IN_DICT && keys_of_type(model, type))
        keys_drop(model, type);
    dict_delete(model, dict, (uint32_t)entry);
    return true;
}

/* --- attributes --- */

ObjectId instance_get(const Model *model, ObjectId instance, ObjectId name)
{
    const Object *object = model_object(model, instance);
    if (object->dict)
        return dict_get_str(model, object->dict, name);
    ObjectId keys = own_keys(model, instance);
    uint32_t number = keys ? keys_find(model, keys, name) : KEYS_MISSING;
    if (number == KEYS_MISSING)
        return 0;
    return values_get(object, values_base(&model->state, instance), number);
}

void instance_set(Model *model, ObjectId instance, ObjectId name, ObjectId value)
{
    ObjectId keys = own_keys(model, instance);
    if (keys)
        set_inline(model, instance, keys, name, value);
    else
        set_in_dict(model, instance, name, value);
}

bool instance_delete(Model *model, ObjectId instance, ObjectId name)
{
    ObjectId keys = own_keys(model, instance);
    return keys ? delete_inline(model, instance, keys, name)
                : delete_in_dict(model, instance, name);
}

ObjectId instance_dict(Model *model, ObjectId instance)
{
    ObjectId dict = model_object(model, instance)->dict, keys = own_keys(model, instance);
    if (dict || !has_dict(&model->state, instance))
        return dict;
    if (keys)
        return make_dict(model, instance, keys);
    if (model->profile->minor != 11) /* PyObject_GenericGetDict */
        return create_dict(model, instance);
    uint32_t mark = hand_mark(model);
    reference_set_dict(model, instance, dict_create(model));
    hand_release(model, mark);
    return model_object(model, instance)->dict;
}

void instance_set_dict(Model *model, ObjectId instance, ObjectId dict)
{
    ObjectId keys = own_keys(model, instance);
    reference_set_dict(model, instance, dict);
    if (!keys)
        return;
    uint32_t base = values_base(&model->state, instance);
    values_forget_order(model, instance);
    object_resize_body(model, instance, 0);
    reference_splice(model, instance, base, model_object(model, instance)->slot_count - base,
                     NULL, 0);
}

/* The `index`-th entry of a dict that is not deleted. */
static bool living_entry(const State *state, ObjectId dict, uint32_t index, ObjectId *ret_name,
                         ObjectId *ret_value)
{
    ObjectId name, value;
    for (uint32_t entry = 0; dict_entry(state, dict, entry, &name, &value); entry++) {
        if (!name || index--)
            continue;
        *ret_name = name;
        *ret_value = value;
        return true;
    }
    return false;
}

/* The name of the slot with this number, as the class that has it tells: its member descriptor.
 */
static ObjectId slot_name(const Model *model, const State *state, ObjectId type,
                          uint32_t number)
{
    const Object *mro = state_object(state, state_object(state, type)->slots[TYPE_SLOT_MRO]);
    for (uint32_t i = 0; i < mro->slot_count; i++) {
        ObjectId key, value, dict = state_object(state, mro->slots[i])->dict;
        for (uint32_t j = 0; dict && dict_entry(state, dict, j, &key, &value); j++) {
            const Object *member = key ? state_object(state, value) : NULL;
            if (member && member->type == model->types[TYPE_MEMBER_DESCRIPTOR] &&
                member->a == number && member->slots[0] == mro->slots[i] &&
                state_object(state, mro->slots[i])->flags & OBJECT_HEAP_TYPE)
                return key;
        }
    }
    return 0;
}

bool instance_slot(const Model *model, const State *state, ObjectId instance, uint32_t index,
                   ObjectId *ret_name, ObjectId *ret_value)
{
    const Object *object = state_object(state, instance);
    uint32_t begin = instance_members_begin(object), end = type_slots(state, object->type);
    for (uint32_t number = 0; number < end && begin + number < object->slot_count; number++) {
        ObjectId value = object->slots[begin + number];
        ObjectId name = value ? slot_name(model, state, object->type, number) : 0;
        if (!name || index-- > 0)
            continue;
        *ret_name = name;
        *ret_value = value;
        return true;
    }
    return false;
}

bool instance_attribute(const Model *model, const State *state, ObjectId instance,
                        uint32_t index, ObjectId *ret_name, ObjectId *ret_value)
{
    const Object *object = state_object(state, instance);
    if (object->dict)
        return living_entry(state, object->dict, index, ret_name, ret_value);
    ObjectId keys = inline_keys(model->profile, state, instance);
    if (!keys)
        return false;
    uint32_t base = values_base(state, instance);
    uint32_t number = values_number(object, base, index);
    if (number == KEYS_MISSING)
        return false;
    *ret_name = state_object(state, keys)->slots[number];
    *ret_value = object->slots[base + number];
    return true;
}
