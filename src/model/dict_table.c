#include "model/dict_table.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "model/keys.h"
#include "model/sizes.h"

enum { LEAST_TABLE = 8, PERTURB_SHIFT = 5 };

/* DKIX_DUMMY */
static const uint32_t cell_deleted = UINT32_MAX;

/* --- sizes --- */

static uint32_t power_of_two(uint32_t least)
{
    uint32_t table = LEAST_TABLE;
    while (table < least)
        table *= 2;
    return table;
}

uint32_t dict_table_for(const Profile *profile, uint32_t least)
{
    switch (profile->dict_growth) {
    case DICT_GROWTH_DOUBLE:
    case DICT_GROWTH_TRIPLE:
        return power_of_two(least);
    case DICT_GROWTH_BIT_LENGTH:
        /* `least | 8` is no rounding up: 9 to 15 slots' worth becomes 16 even where 8 would do.
         */
        return power_of_two((least | LEAST_TABLE));
    }
    return LEAST_TABLE;
}

uint32_t dict_table_growth(const Profile *profile, uint32_t used, uint32_t table)
{
    bool doubles = profile->dict_growth == DICT_GROWTH_DOUBLE;
    return dict_table_for(profile, doubles ? 2 * used + table / 2 : 3 * used);
}

/* --- the index --- */

static void side_done(Side *side)
{
    free(((DictSide *)side)->hashes);
    free(((DictSide *)side)->index);
}

/* Where CPython looks next; the first place is the hash itself. */
static void probe_next(DictProbe *probe)
{
    probe->perturb >>= PERTURB_SHIFT;
    probe->position = probe->position * 5 + 1 + probe->perturb;
}

static DictProbe probe_of(int64_t hash)
{
    return (DictProbe){(uint64_t)hash, (uint64_t)hash, true};
}

static uint32_t *cell_at(const DictSide *side, const DictProbe *probe)
{
    return &side->index[probe->position & (side->table - 1)];
}

/* find_empty_slot */
static void index_add(DictSide *side, uint32_t entry)
{
    DictProbe probe = probe_of(side->hashes[entry]);
    while (*cell_at(side, &probe) && *cell_at(side, &probe) != cell_deleted)
        probe_next(&probe);
    *cell_at(side, &probe) = entry + 1;
}

static void index_remove(DictSide *side, uint32_t entry)
{
    DictProbe probe = probe_of(side->hashes[entry]);
    while (*cell_at(side, &probe) != entry + 1)
        probe_next(&probe);
    *cell_at(side, &probe) = cell_deleted;
}

/* An empty index for a table of this size. */
static void index_reset(DictSide *side, uint32_t table, bool str_only)
{
    free(side->hashes);
    free(side->index);
    side->hashes = table ? memory_allocate(size_usable(table) * sizeof *side->hashes) : NULL;
    side->index = table ? memory_allocate(table * sizeof *side->index) : NULL;
    side->table = table;
    side->usable = size_usable(table);
    side->used = 0;
    side->str_only = str_only;
}

int64_t dict_table_probe(const Model *model, ObjectId dict, int64_t hash, DictProbe *probe)
{
    const DictSide *side = dict_side(model, dict);
    if (!side->table)
        return -1;
    for (;;) {
        if (probe->started)
            probe_next(probe);
        else
            *probe = probe_of(hash);
        uint32_t cell = *cell_at(side, probe);
        if (!cell)
            return -1;
        if (cell != cell_deleted && side->hashes[cell - 1] == hash)
            return cell - 1;
    }
}

/* --- the table --- */

static void resize_body(Model *model, ObjectId dict)
{
    const DictSide *side = dict_side(model, dict);
    object_resize_body(model, dict, size_keys(model->profile, side->table, side->str_only));
}

void dict_table_create(Model *model, ObjectId dict, uint32_t table, bool str_only)
{
    DictSide *side = (DictSide *)model_side(model, dict, sizeof *side);
    side->side.done = side_done;
    index_reset(side, table, str_only);
    resize_body(model, dict);
}

void dict_table_clear(Model *model, ObjectId dict, uint32_t table, bool str_only)
{
    index_reset(dict_side(model, dict), table, str_only);
    resize_body(model, dict);
    reference_splice(model, dict, 0, model_object(model, dict)->slot_count, NULL, 0);
}

/* The living entries to the front of `pairs`, with their hashes; their number. */
static uint32_t pack(const Model *model, ObjectId dict, ObjectId *pairs, int64_t *hashes)
{
    const DictSide *side = dict_side(model, dict);
    const Object *object = model_object(model, dict);
    uint32_t count = 0;
    for (uint32_t entry = 0; 2 * entry < object->slot_count; entry++) {
        if (!object->slots[2 * entry])
            continue;
        pairs[2 * count] = object->slots[2 * entry];
        pairs[2 * count + 1] = object->slots[2 * entry + 1];
        hashes[count++] = side->hashes[entry];
    }
    return count;
}

static void index_fill(DictSide *side, const int64_t *hashes, uint32_t count)
{
    assert(count <= side->usable);
    for (uint32_t entry = 0; entry < count; entry++) {
        side->hashes[entry] = hashes[entry];
        index_add(side, entry);
    }
    side->used = count;
    side->usable -= count;
}

void dict_table_resize(Model *model, ObjectId dict, uint32_t table, bool str_only)
{
    uint32_t old_slots = model_object(model, dict)->slot_count;
    ObjectId *pairs = memory_allocate(old_slots * sizeof *pairs + 1);
    int64_t *hashes = memory_allocate(old_slots * sizeof *hashes + 1);
    uint32_t count = pack(model, dict, pairs, hashes);
    DictSide *side = dict_side(model, dict);
    index_reset(side, table, str_only);
    index_fill(side, hashes, count);
    resize_body(model, dict);
    if (2 * count != old_slots)
        reference_splice(model, dict, 0, old_slots, pairs, 2 * count);
    free(hashes);
    free(pairs);
}

void dict_table_remove(Model *model, ObjectId dict, uint32_t entry)
{
    DictSide *side = dict_side(model, dict);
    index_remove(side, entry);
    side->used--;
}

void dict_table_move(Model *model, ObjectId dict, uint32_t entry, bool last)
{
    DictSide *side = dict_side(model, dict);
    const Object *object = model_object(model, dict);
    uint32_t end = object->slot_count / 2, to = last ? end - 1 : 0;
    ObjectId *order = memory_allocate(object->slot_count * sizeof *order);
    int64_t *hashes = memory_allocate(end * sizeof *hashes);
    for (uint32_t i = 0; i < end; i++) {
        uint32_t from = i == to ? entry : last ? i + (i >= entry) : i - (i <= entry);
        order[2 * i] = object->slots[2 * from];
        order[2 * i + 1] = object->slots[2 * from + 1];
        hashes[i] = side->hashes[from];
    }
    memcpy(side->hashes, hashes, end * sizeof *hashes);
    reference_permute(model, dict, order);
    memset(side->index, 0, side->table * sizeof *side->index);
    for (uint32_t i = 0; i < end; i++)
        if (object->slots[2 * i])
            index_add(side, i);
    free(hashes);
    free(order);
}

void dict_table_add(Model *model, ObjectId dict, ObjectId key, int64_t hash, ObjectId value)
{
    DictSide *side = dict_side(model, dict);
    uint32_t end = model_object(model, dict)->slot_count;
    assert(side->usable);
    side->hashes[end / 2] = hash;
    index_add(side, end / 2);
    side->usable--;
    side->used++;
    reference_splice(model, dict, end, 0, (ObjectId[]){key, value}, 2);
}

void dict_table_copy(Model *model, ObjectId copy, ObjectId dict)
{
    const DictSide *from = dict_side(model, dict);
    DictSide *side = dict_side(model, copy);
    const Object *object = model_object(model, dict);
    memcpy(side->hashes, from->hashes, size_usable(from->table) * sizeof *from->hashes);
    memcpy(side->index, from->index, from->table * sizeof *from->index);
    side->used = from->used;
    side->usable = from->usable;
    reference_splice(model, copy, 0, 0, object->slots, object->slot_count);
}

/* --- between split and ordinary --- */

void dict_table_combine(Model *model, ObjectId dict, uint32_t table, bool str_only)
{
    const Object *object = model_object(model, dict);
    uint32_t count = values_count(object, 0);
    ObjectId *pairs = memory_allocate(2 * count * sizeof *pairs + 1);
    int64_t *hashes = memory_allocate(count * sizeof *hashes + 1);
    for (uint32_t entry = 0; entry < count; entry++) {
        dict_entry(&model->state, dict, entry, &pairs[2 * entry], &pairs[2 * entry + 1]);
        hashes[entry] = hash_str(model, pairs[2 * entry]);
    }
    DictSide *side = dict_side(model, dict);
    index_reset(side, table, str_only);
    index_fill(side, hashes, count);
    values_forget_order(model, dict);
    reference_splice(model, dict, 0, object->slot_count, pairs, 2 * count);
    reference_set_dict(model, dict, 0);
    resize_body(model, dict);
    free(hashes);
    free(pairs);
}

void dict_table_split(Model *model, ObjectId dict, ObjectId keys, const ObjectId *values,
                      uint32_t count)
{
    index_reset(dict_side(model, dict), 0, false);
    uint32_t names = size_usable(model_object(model, keys)->b);
    if (model->profile->instance_values != INSTANCE_VALUES_IN_DICT)
        names = model_object(model, keys)->slot_count + model_object(model, keys)->a;
    object_resize_body(model, dict, values_size(model->profile, names));
    reference_set_dict(model, dict, keys);
    reference_splice(model, dict, 0, model_object(model, dict)->slot_count, values, count);
}
