#include "model/keys.h"

#include <stdlib.h>

#include "base/memory.h"
#include "model/dict_table.h"
#include "model/sizes.h"

enum { POINTER = 8 };

/* --- keys --- */

static ObjectId create(Model *model, ObjectId type, uint32_t table, uint32_t room)
{
    uint32_t mark = hand_mark(model);
    uint32_t size = size_keys(model->profile, table, model->profile->dict_str_only_tables);
    ObjectId keys =
        object_create(model, KIND_KEYS, model->types[TYPE_KEYS], size, 0, (Payload){.bits = 0});
    object_set_field(model, keys, FIELD_A, room);
    object_set_field(model, keys, FIELD_B, table);
    reference_set(model, type, TYPE_SLOT_KEYS, keys);
    hand_release(model, mark);
    return keys;
}

ObjectId keys_of_type(Model *model, ObjectId type)
{
    const Object *object = model_object(model, type);
    ObjectId keys = object->slots[TYPE_SLOT_KEYS];
    if (keys || !size_has_shared_keys(model->profile, &model->state, object))
        return keys;
    uint32_t table = size_shared_table(model->profile);
    bool limited = model->profile->instance_values != INSTANCE_VALUES_IN_DICT;
    return create(model, type, table,
                  limited ? model->profile->shared_keys_limit : size_usable(table));
}

void keys_drop(Model *model, ObjectId type)
{
    object_set_field(model, type, FIELD_C, model_object(model, type)->c | TYPE_KEYS_DROPPED);
    reference_set(model, type, TYPE_SLOT_KEYS, 0);
}

void keys_share_again(Model *model, ObjectId type, ObjectId dict)
{
    uint32_t table = dict_side(model, dict)->table;
    ObjectId keys = create(model, type, table, size_usable(table));
    uint32_t count = dict_used(model, dict), end = dict_entry_end(model, dict), next = 0;
    ObjectId *values = memory_allocate(count * sizeof *values + 1);
    for (uint32_t entry = 0; entry < end; entry++) {
        ObjectId name = dict_key(model, dict, entry);
        if (!name)
            continue;
        keys_add(model, keys, name);
        values[next++] = dict_value(model, dict, entry);
    }
    dict_table_split(model, dict, keys, values, count);
    free(values);
}

static bool same_text(const Model *model, ObjectId a, ObjectId b)
{
    return hash_str(model, a) == hash_str(model, b) &&
           slice_equal(str_slice(model, a), str_slice(model, b));
}

uint32_t keys_find(const Model *model, ObjectId keys, ObjectId name)
{
    const Object *object = model_object(model, keys);
    for (uint32_t i = 0; i < object->slot_count; i++)
        if (object->slots[i] == name)
            return i;
    for (uint32_t i = 0; i < object->slot_count; i++)
        if (same_text(model, object->slots[i], name))
            return i;
    return KEYS_MISSING;
}

uint32_t keys_add(Model *model, ObjectId keys, ObjectId name)
{
    const Object *object = model_object(model, keys);
    object_set_field(model, keys, FIELD_A, object->a - 1);
    reference_push(model, keys, name);
    return object->slot_count - 1;
}

/* --- the order of insertion ---
 * Where it is not the order of the names, a, b and c keep it: six names in each, five bits a
 * name; the highest two bits of b and c and the second of a are the number of names, bit 31 of
 * a says that there is an order. Whoever clears a dying holder clears its values only, so that
 * missing ones are passed over. Unlike CPython: an instance with more than 18 attributes,
 * assigned in another order than by the first instance of its class, shows them in the order of
 * the class. */

enum { ORDER_BITS = 5, ORDER_MASK = 31, ORDER_EACH = 6, ORDER_MOST = 18, ORDER_SPARE = 30 };

static const uint32_t order_kept = (uint32_t)1 << 31;

static bool keeps_order(const Object *holder)
{
    return holder->a & order_kept;
}

static uint32_t order_count(const Object *holder)
{
    return (holder->a >> ORDER_SPARE & 1) | holder->b >> ORDER_SPARE << 1 |
           holder->c >> ORDER_SPARE << 3;
}

static uint32_t order_get(const Object *holder, uint32_t ordinal)
{
    uint32_t words[] = {holder->a, holder->b, holder->c};
    return words[ordinal / ORDER_EACH] >> ORDER_BITS * (ordinal % ORDER_EACH) & ORDER_MASK;
}

static void order_write(Model *model, ObjectId holder, const uint32_t *numbers, uint32_t count)
{
    uint32_t words[] = {order_kept | (count & 1) << ORDER_SPARE,
                        (count >> 1 & 3) << ORDER_SPARE, count >> 3 << ORDER_SPARE};
    for (uint32_t i = 0; i < count; i++)
        words[i / ORDER_EACH] |= numbers[i] << ORDER_BITS * (i % ORDER_EACH);
    object_set_field(model, holder, FIELD_A, words[0]);
    object_set_field(model, holder, FIELD_B, words[1]);
    object_set_field(model, holder, FIELD_C, words[2]);
}

void values_forget_order(Model *model, ObjectId holder)
{
    object_set_field(model, holder, FIELD_A, 0);
    object_set_field(model, holder, FIELD_B, 0);
    object_set_field(model, holder, FIELD_C, 0);
}

void values_copy_order(Model *model, ObjectId to, ObjectId from)
{
    const Object *object = model_object(model, from);
    object_set_field(model, to, FIELD_A, object->a);
    object_set_field(model, to, FIELD_B, object->b);
    object_set_field(model, to, FIELD_C, object->c);
}

static bool comes_last(const Object *holder, uint32_t base, uint32_t number)
{
    for (uint32_t i = base + number + 1; i < holder->slot_count; i++)
        if (holder->slots[i])
            return false;
    return true;
}

/* The value of `number` is about to be inserted. */
static void order_insert(Model *model, ObjectId holder, uint32_t base, uint32_t number)
{
    const Object *object = model_object(model, holder);
    if (!keeps_order(object) && comes_last(object, base, number))
        return;
    uint32_t count = values_count(object, base);
    if (count >= ORDER_MOST) {
        values_forget_order(model, holder);
        return;
    }
    uint32_t numbers[ORDER_MOST];
    for (uint32_t i = 0; i < count; i++)
        numbers[i] = values_number(object, base, i);
    numbers[count] = number;
    order_write(model, holder, numbers, count + 1);
}

/* The value of `number` is about to be deleted. */
static void order_remove(Model *model, ObjectId holder, uint32_t base, uint32_t number)
{
    const Object *object = model_object(model, holder);
    if (!keeps_order(object))
        return;
    uint32_t numbers[ORDER_MOST], count = values_count(object, base), left = 0;
    for (uint32_t i = 0; i < count; i++)
        if (values_number(object, base, i) != number)
            numbers[left++] = values_number(object, base, i);
    if (left)
        order_write(model, holder, numbers, left);
    else
        values_forget_order(model, holder);
}

/* --- values --- */

uint32_t values_count(const Object *holder, uint32_t base)
{
    uint32_t count = 0;
    for (uint32_t i = base; i < holder->slot_count; i++)
        count += holder->slots[i] != 0;
    return count;
}

static uint32_t kept_number(const Object *holder, uint32_t base, uint32_t ordinal)
{
    for (uint32_t i = 0; i < order_count(holder); i++)
        if (values_get(holder, base, order_get(holder, i)) && ordinal-- == 0)
            return order_get(holder, i);
    return KEYS_MISSING;
}

uint32_t values_number(const Object *holder, uint32_t base, uint32_t ordinal)
{
    if (keeps_order(holder))
        return kept_number(holder, base, ordinal);
    for (uint32_t i = base; i < holder->slot_count; i++)
        if (holder->slots[i] && ordinal-- == 0)
            return i - base;
    return KEYS_MISSING;
}

ObjectId values_get(const Object *holder, uint32_t base, uint32_t number)
{
    return base + number < holder->slot_count ? holder->slots[base + number] : 0;
}

void values_set(Model *model, ObjectId holder, uint32_t base, uint32_t number, ObjectId value)
{
    ObjectId before = values_get(model_object(model, holder), base, number);
    if (!before && value)
        order_insert(model, holder, base, number);
    if (before && !value)
        order_remove(model, holder, base, number);
    while (value && model_object(model, holder)->slot_count < base + number)
        reference_push(model, holder, 0);
    if (base + number < model_object(model, holder)->slot_count)
        reference_set(model, holder, base + number, value);
    else if (value)
        reference_push(model, holder, value);
}

uint32_t values_size(const Profile *profile, uint32_t names)
{
    if (profile->instance_values == INSTANCE_VALUES_IN_DICT)
        return POINTER * names;
    /* One byte a name keeps the order of insertion; in 3.11 and 3.12 two more say how many
     * there are. */
    if (profile->instance_values == INSTANCE_VALUES_IN_BLOCK)
        return ((names + 2 + 7) & ~(uint32_t)7) + POINTER * names;
    return ((names + 7) & ~(uint32_t)7) + POINTER * (names + 1);
}
