/* dict: Objects/dictobject.c. */
#include <stdlib.h>

#include "base/memory.h"
#include "model/containers.h"
#include "model/dict_table.h"
#include "model/keys.h"
#include "model/memory.h"
#include "model/sizes.h"

enum { LEAST_TABLE = 8 };

/* --- making --- */

/* new_dict: from the free list where it has one. */
static ObjectId create(Model *model, uint32_t table, bool str_only)
{
    ObjectId dict = object_create_listed(model, KIND_DICT, model->types[TYPE_DICT],
                                         model->profile->sizes.dict, OBJECT_GC,
                                         (Payload){.bits = 0}, FREE_LIST_DICT);
    dict_table_create(model, dict, table, str_only);
    return dict;
}

ObjectId dict_create(Model *model)
{
    return create(model, model->profile->dict_empty_table, false);
}

/* dict_new: always from memory. An instance of a subclass is tracked at once. */
ObjectId dict_create_by_call(Model *model, ObjectId type)
{
    uint32_t size = size_of_type(model, type, model->profile->sizes.dict);
    ObjectId dict =
        object_create(model, KIND_DICT, type, size, OBJECT_GC, (Payload){.bits = 0});
    dict_table_create(model, dict, model->profile->dict_call_table, false);
    if (type != model->types[TYPE_DICT])
        collector_track(model, dict);
    return dict;
}

/* A table for so many entries (estimate_keysize). */
static uint32_t table_for_count(const Profile *profile, uint32_t count)
{
    return dict_table_for(profile, (3 * count + 1) / 2);
}

void dict_presize_for(Model *model, ObjectId dict, ObjectId keys)
{
    const Profile *profile = model->profile;
    ObjectId type = model_object(model, keys)->type;
    if (type == model->types[TYPE_DICT]) {
        const DictSide *side = dict_side(model, keys);
        bool str_only = profile->dict_str_only_tables && (side->str_only || !side->table);
        dict_table_clear(model, dict, table_for_count(profile, side->used), str_only);
    } else if (type == model->types[TYPE_SET] || type == model->types[TYPE_FROZENSET]) {
        uint32_t table = table_for_count(profile, set_used(model, keys));
        dict_table_clear(model, dict, table, false);
    }
}

ObjectId dict_create_presized(Model *model, uint32_t count, bool str_only)
{
    if (count <= size_usable(LEAST_TABLE))
        return dict_create(model);
    return create(model, table_for_count(model->profile, count),
                  str_only && model->profile->dict_str_only_tables);
}

ObjectId dict_create_shared(Model *model, ObjectId keys)
{
    ObjectId dict = create(model, 0, false);
    dict_table_split(model, dict, keys, NULL, 0);
    return dict;
}

/* --- reading --- */

static bool split_entry(const State *state, ObjectId dict, ObjectId keys, uint32_t entry,
                        ObjectId *ret_key, ObjectId *ret_value)
{
    const Object *object = state_object(state, dict);
    uint32_t number = values_number(object, 0, entry);
    if (number == KEYS_MISSING)
        return false;
    *ret_key = state_object(state, keys)->slots[number];
    *ret_value = object->slots[number];
    return true;
}

bool dict_entry(const State *state, ObjectId dict, uint32_t entry, ObjectId *ret_key,
                ObjectId *ret_value)
{
    ObjectId keys = dict_shared_keys(state, dict);
    if (keys)
        return split_entry(state, dict, keys, entry, ret_key, ret_value);
    const Object *object = state_object(state, dict);
    if (2 * entry >= object->slot_count)
        return false;
    *ret_key = object->slots[2 * entry];
    *ret_value = object->slots[2 * entry + 1];
    return true;
}

static ObjectId split_keys(const Model *model, ObjectId dict)
{
    return dict_shared_keys(&model->state, dict);
}

uint32_t dict_used(const Model *model, ObjectId dict)
{
    return split_keys(model, dict) ? values_count(model_object(model, dict), 0)
                                   : dict_side(model, dict)->used;
}

uint32_t dict_entry_end(const Model *model, ObjectId dict)
{
    const Object *object = model_object(model, dict);
    return split_keys(model, dict) ? values_count(object, 0) : object->slot_count / 2;
}

ObjectId dict_key(const Model *model, ObjectId dict, uint32_t entry)
{
    ObjectId key = 0, value;
    dict_entry(&model->state, dict, entry, &key, &value);
    return key;
}

ObjectId dict_value(const Model *model, ObjectId dict, uint32_t entry)
{
    ObjectId key, value = 0;
    dict_entry(&model->state, dict, entry, &key, &value);
    return value;
}

int64_t dict_hash(const Model *model, ObjectId dict, uint32_t entry)
{
    if (split_keys(model, dict))
        return hash_str(model, dict_key(model, dict, entry));
    return dict_side(model, dict)->hashes[entry];
}

/* --- finding --- */

static int64_t probe_split(const Model *model, ObjectId dict, int64_t hash, DictProbe *probe)
{
    ObjectId key, value;
    if (!probe->started)
        *probe = (DictProbe){.started = true};
    while (dict_entry(&model->state, dict, (uint32_t)probe->position, &key, &value)) {
        probe->position++;
        if (hash_str(model, key) == hash)
            return (int64_t)probe->position - 1;
    }
    return -1;
}

int64_t dict_probe(const Model *model, ObjectId dict, int64_t hash, DictProbe *probe)
{
    return split_keys(model, dict) ? probe_split(model, dict, hash, probe)
                                   : dict_table_probe(model, dict, hash, probe);
}

/* Is it a str of this text? `same`, where it is not 0, is one. */
static inline bool is_key(const Model *model, ObjectId key, Slice text, ObjectId same)
{
    return key == same ||
           (model_kind(model, key) == KIND_STR && slice_equal(str_slice(model, key), text));
}

static int64_t find(const Model *model, ObjectId dict, int64_t hash, Slice text, ObjectId same)
{
    DictProbe probe = {.started = false};
    for (;;) {
        int64_t entry = dict_probe(model, dict, hash, &probe);
        if (entry < 0 || is_key(model, dict_key(model, dict, (uint32_t)entry), text, same))
            return entry;
    }
}

int64_t dict_find_str(const Model *model, ObjectId dict, ObjectId str)
{
    return find(model, dict, hash_str(model, str), str_slice(model, str), str);
}

int64_t dict_find_text(const Model *model, ObjectId dict, Slice text)
{
    uint32_t end = dict_entry_end(model, dict);
    if (!split_keys(model, dict) && utf8_count(text.bytes, text.length) == text.length)
        return find(model, dict, hash_bytes(model, text.bytes, text.length), text, 0);
    for (uint32_t entry = 0; entry < end; entry++) {
        ObjectId key = dict_key(model, dict, entry);
        if (key && model_kind(model, key) == KIND_STR &&
            slice_equal(str_slice(model, key), text))
            return entry;
    }
    return -1;
}

ObjectId dict_get_str(const Model *model, ObjectId dict, ObjectId str)
{
    ObjectId keys = split_keys(model, dict);
    if (keys) {
        uint32_t number = keys_find(model, keys, str);
        return number == KEYS_MISSING ? 0 : values_get(model_object(model, dict), 0, number);
    }
    int64_t entry = dict_find_str(model, dict, str);
    return entry < 0 ? 0 : dict_value(model, dict, (uint32_t)entry);
}

/* --- inserting --- */

void dict_watch(const Model *model, ObjectId dict)
{
    dict_side(model, dict)->watched = true;
}

static void note_change(Model *model, ObjectId dict)
{
    DictSide *side = dict_side(model, dict);
    model->namespace_changes += side->watched;
    side->changes += side->watched;
}

uint32_t dict_changes(const Model *model, ObjectId dict)
{
    return dict_side(model, dict)->changes;
}

bool dict_may_track(const Model *model, ObjectId id)
{
    const Object *object = model_object(model, id);
    bool untracked_tuple =
        object->type == model->types[TYPE_TUPLE] && !collector_is_tracked(model, id);
    return object->flags & OBJECT_GC && !untracked_tuple;
}

/* MAINTAIN_TRACKING */
static void maintain_tracking(Model *model, ObjectId dict, ObjectId key, ObjectId value)
{
    if (!collector_is_tracked(model, dict) &&
        (dict_may_track(model, key) || dict_may_track(model, value)))
        collector_track(model, dict);
}

static bool is_exact_str(const Model *model, ObjectId id)
{
    return model_object(model, id)->type == model->types[TYPE_STR];
}

/* May a split dict take a name as the next one? Up to 3.10 only in the order of the shared
 * keys. */
static bool fits_shared_keys(const Model *model, ObjectId dict, ObjectId keys, uint32_t number)
{
    const Object *shared = model_object(model, keys);
    bool known = number != KEYS_MISSING;
    if (!known && !shared->a)
        return false;
    if (model->profile->instance_values != INSTANCE_VALUES_IN_DICT)
        return true;
    return values_count(model_object(model, dict), 0) == (known ? number : shared->slot_count);
}

/* insertdict into a split dict; false when the dict had to become an ordinary one instead. */
static bool insert_split(Model *model, ObjectId dict, ObjectId keys, ObjectId key,
                         ObjectId value)
{
    bool str = is_exact_str(model, key);
    uint32_t number = str ? keys_find(model, keys, key) : KEYS_MISSING;
    if (str && fits_shared_keys(model, dict, keys, number)) {
        if (number == KEYS_MISSING)
            number = keys_add(model, keys, key);
        values_set(model, dict, 0, number, value);
        return true;
    }
    uint32_t table =
        dict_table_growth(model->profile, dict_used(model, dict), model_object(model, keys)->b);
    dict_table_combine(model, dict, table, str && model->profile->dict_str_only_tables);
    return false;
}

/* Room for one more entry in an ordinary dict (insertion_resize). */
static void make_room(Model *model, ObjectId dict, bool str)
{
    const DictSide *side = dict_side(model, dict);
    bool str_only = str && model->profile->dict_str_only_tables;
    if (!side->table)
        dict_table_clear(model, dict, LEAST_TABLE, str_only);
    else if (!side->usable || (side->str_only && !str))
        dict_table_resize(model, dict,
                          dict_table_growth(model->profile, side->used, side->table),
                          side->str_only && str_only);
}

void dict_insert(Model *model, ObjectId dict, ObjectId key, int64_t hash, ObjectId value)
{
    note_change(model, dict);
    ObjectId keys = split_keys(model, dict);
    maintain_tracking(model, dict, key, value);
    if (keys && insert_split(model, dict, keys, key, value))
        return;
    make_room(model, dict, is_exact_str(model, key));
    dict_table_add(model, dict, key, hash, value);
}

void dict_replace(Model *model, ObjectId dict, uint32_t entry, ObjectId value)
{
    note_change(model, dict);
    uint32_t index = split_keys(model, dict)
                         ? values_number(model_object(model, dict), 0, entry)
                         : 2 * entry + 1;
    maintain_tracking(model, dict, dict_key(model, dict, entry), value);
    reference_set(model, dict, index, value);
}

void dict_set_str(Model *model, ObjectId dict, ObjectId str, ObjectId value)
{
    int64_t entry = dict_find_str(model, dict, str);
    if (entry >= 0)
        dict_replace(model, dict, (uint32_t)entry, value);
    else
        dict_insert(model, dict, str, hash_str(model, str), value);
}

/* --- deleting --- */

/* Up to 3.10 nothing can be deleted from a split dict: it becomes an ordinary one. */
static void combine_as_it_is(Model *model, ObjectId dict, ObjectId keys)
{
    dict_table_combine(model, dict, model_object(model, keys)->b,
                       model->profile->dict_str_only_tables);
}

void dict_delete(Model *model, ObjectId dict, uint32_t entry)
{
    note_change(model, dict);
    static const ObjectId nothing[2] = {0, 0};
    ObjectId keys = split_keys(model, dict);
    if (keys && model->profile->instance_values != INSTANCE_VALUES_IN_DICT) {
        values_set(model, dict, 0, values_number(model_object(model, dict), 0, entry), 0);
        return;
    }
    if (keys)
        combine_as_it_is(model, dict, keys);
    dict_table_remove(model, dict, entry);
    reference_splice(model, dict, 2 * entry, 2, nothing, 2);
}

void dict_move(Model *model, ObjectId dict, uint32_t entry, bool last)
{
    dict_table_move(model, dict, entry, last);
}

uint32_t dict_table_size(const Model *model, ObjectId dict)
{
    return dict_side(model, dict)->table;
}

void dict_delete_last(Model *model, ObjectId dict)
{
    note_change(model, dict);
    ObjectId keys = split_keys(model, dict);
    if (keys)
        combine_as_it_is(model, dict, keys);
    const Object *object = model_object(model, dict);
    uint32_t end = object->slot_count;
    while (end && !object->slots[end - 2])
        end -= 2;
    if (!end)
        return;
    dict_table_remove(model, dict, (end - 2) / 2);
    reference_splice(model, dict, end - 2, object->slot_count - end + 2, NULL, 0);
}

/* The values of a split dict. Inline ones (3.13) stay where they are, empty. */
static void clear_split(Model *model, ObjectId dict)
{
    values_forget_order(model, dict);
    if (model->profile->instance_values != INSTANCE_VALUES_IN_OBJECT) {
        object_resize_body(model, dict, 0);
        reference_set_dict(model, dict, 0);
    }
    reference_splice(model, dict, 0, model_object(model, dict)->slot_count, NULL, 0);
}

void dict_clear(Model *model, ObjectId dict)
{
    note_change(model, dict);
    if (split_keys(model, dict))
        clear_split(model, dict);
    else
        dict_table_clear(model, dict, 0, false);
}

/* --- copying --- */

static ObjectId copy_split(Model *model, ObjectId dict, ObjectId keys)
{
    ObjectId copy = create(model, 0, false);
    const Object *object = model_object(model, dict);
    dict_table_split(model, copy, keys, object->slots, object->slot_count);
    values_copy_order(model, copy, dict);
    return copy;
}

/* clone_combined_dict: the table as it is, deleted entries included. */
static ObjectId clone(Model *model, ObjectId dict)
{
    const DictSide *side = dict_side(model, dict);
    ObjectId copy = create(model, side->table, side->str_only);
    dict_table_copy(model, copy, dict);
    return copy;
}

/* dict_merge into an empty dict: one table that is large enough, without the deleted entries.
 */
static ObjectId merge(Model *model, ObjectId dict)
{
    const DictSide *side = dict_side(model, dict);
    ObjectId copy = dict_create(model);
    if (size_usable(dict_side(model, copy)->table) < side->used)
        dict_table_resize(model, copy, table_for_count(model->profile, side->used),
                          side->str_only);
    uint32_t end = dict_entry_end(model, dict);
    for (uint32_t entry = 0; entry < end; entry++)
        if (dict_key(model, dict, entry))
            dict_insert(model, copy, dict_key(model, dict, entry), side->hashes[entry],
                        dict_value(model, dict, entry));
    return copy;
}

/* Does dict_merge take over the other's keys table as it is? */
static bool merge_clones(const DictSide *side, const DictSide *other, uint32_t entries)
{
    return !side->used && other->used == entries &&
           (other->table == LEAST_TABLE || size_usable(other->table / 2) < other->used);
}

void dict_make_room(Model *model, ObjectId dict, ObjectId source)
{
    const DictSide *side = dict_side(model, dict), *other = dict_side(model, source);
    if (model->profile->dict_growth != DICT_GROWTH_BIT_LENGTH || !other ||
        split_keys(model, source) || split_keys(model, dict) ||
        size_usable(side->table) >= other->used)
        return;
    bool clones = merge_clones(side, other, dict_entry_end(model, source));
    uint32_t table =
        clones ? other->table : table_for_count(model->profile, side->used + other->used);
    dict_table_resize(model, dict, table, (!side->table || side->str_only) && other->str_only);
}

/* PyDict_Copy */
ObjectId dict_copy(Model *model, ObjectId dict)
{
    ObjectId keys = split_keys(model, dict);
    uint32_t used = dict_used(model, dict);
    if (!used && !keys && !model->profile->dict_copy_clones && !dict_side(model, dict)->table)
        return create(model, 0, false); /* 3.6: a cleared dict's copy is a cleared one */
    if (!used && (!keys || model->profile->dict_copy_clones))
        return dict_create(model);
    bool dense = used >= dict_entry_end(model, dict) * 2 / 3;
    if (!keys && !(model->profile->dict_copy_clones && dense))
        return merge(model, dict);
    ObjectId copy = keys ? copy_split(model, dict, keys) : clone(model, dict);
    if (collector_is_tracked(model, dict))
        collector_track(model, copy);
    return copy;
}
