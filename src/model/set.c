/* set and frozenset: Objects/setobject.c. The slots are the table itself, in CPython's order,
 * which a program sees when it iterates. The hashes stand in the Side. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "model/containers.h"
#include "model/sides.h"
#include "model/sizes.h"

enum { LEAST_TABLE = 8, LINEAR_PROBES = 9, PERTURB_SHIFT = 5, ENTRY = 16, LARGE_SET = 50000 };

typedef struct SetSide {
    Side side;
    int64_t *hashes; /* by table index */
    uint32_t table;  /* mask + 1 */
    uint32_t fill;   /* living and deleted entries */
    uint32_t used;   /* living entries */
    uint32_t finger; /* where pop looks first */
} SetSide;

static void side_done(Side *side)
{
    free(((SetSide *)side)->hashes);
}

static SetSide *set_side(const Model *model, ObjectId set)
{
    return (SetSide *)side_of(model, set);
}

static const ObjectId *table_of(const Model *model, ObjectId set)
{
    return model_object(model, set)->slots;
}

/* --- probing --- */

static void probe_start(SetProbe *probe, int64_t hash, uint32_t mask)
{
    *probe = (SetProbe){
        .position = (uint64_t)hash & mask, .perturb = (uint64_t)hash, .started = true};
}

/* The next place to look at: a run of neighbours, then a jump. */
static void probe_next(SetProbe *probe, uint32_t mask)
{
    if (probe->position + LINEAR_PROBES <= mask && probe->linear < LINEAR_PROBES) {
        probe->linear++;
        return;
    }
    probe->perturb >>= PERTURB_SHIFT;
    probe->position = (probe->position * 5 + 1 + probe->perturb) & mask;
    probe->linear = 0;
}

static uint32_t probe_index(const SetProbe *probe)
{
    return (uint32_t)(probe->position + probe->linear);
}

/* Where a key that is not there goes (set_add_entry). */
static uint32_t find_place(const Profile *profile, const ObjectId *table, uint32_t mask,
                           int64_t hash)
{
    SetProbe probe;
    uint32_t first = UINT32_MAX, last = UINT32_MAX; /* deleted entries on the way */
    for (probe_start(&probe, hash, mask); table[probe_index(&probe)];
         probe_next(&probe, mask)) {
        if (table[probe_index(&probe)] != SET_DUMMY)
            continue;
        last = probe_index(&probe);
        first = first == UINT32_MAX ? last : first;
    }
    switch (profile->set_reuse) {
    case SET_REUSE_NEVER:
        break;
    case SET_REUSE_FIRST:
        return first != UINT32_MAX ? first : probe_index(&probe);
    case SET_REUSE_LAST:
        return last != UINT32_MAX ? last : probe_index(&probe);
    }
    return probe_index(&probe);
}

int64_t set_probe(const Model *model, ObjectId set, int64_t hash, SetProbe *probe)
{
    const SetSide *side = set_side(model, set);
    const ObjectId *table = table_of(model, set);
    uint32_t mask = side->table - 1;
    if (probe->started)
        probe_next(probe, mask);
    else
        probe_start(probe, hash, mask);
    for (; probe_index(probe) <= mask && table[probe_index(probe)]; probe_next(probe, mask))
        if (side->hashes[probe_index(probe)] == hash && table[probe_index(probe)] != SET_DUMMY)
            return probe_index(probe);
    return -1;
}

/* --- the table --- */

/* set_table_resize to a given size; `from` is the set whose items go in: the set itself, or
 * another one into an empty set. Deleted entries stay behind. */
static void rebuild(Model *model, ObjectId set, ObjectId from, uint32_t size)
{
    SetSide *side = set_side(model, set);
    const SetSide *source = set_side(model, from);
    const ObjectId *old = table_of(model, from);
    ObjectId *table = memory_allocate(size * sizeof *table);
    int64_t *hashes = memory_allocate(size * sizeof *hashes);
    for (uint32_t i = 0; i < source->table; i++) {
        if (!old[i] || old[i] == SET_DUMMY)
            continue;
        uint32_t place = find_place(model->profile, table, size - 1, source->hashes[i]);
        table[place] = old[i];
        hashes[place] = source->hashes[i];
    }
    uint32_t old_size = side->table, used = source->used;
    free(side->hashes);
    side->hashes = hashes;
    side->table = size;
    side->fill = side->used = used;
    object_resize_body(model, set, size > LEAST_TABLE ? ENTRY * size : 0);
    reference_splice(model, set, 0, old_size, table, size);
    free(table);
}

static void resize(Model *model, ObjectId set, uint32_t least)
{
    const SetSide *side = set_side(model, set);
    uint32_t size = LEAST_TABLE;
    while (size <= least)
        size *= 2;
    if (size == LEAST_TABLE && side->table == LEAST_TABLE && side->fill == side->used)
        return;
    rebuild(model, set, set, size);
}

static bool is_full(const Profile *profile, uint32_t fill, uint32_t table)
{
    uint64_t mask = table - 1;
    return profile->set_grows_at_three_fifths ? (uint64_t)fill * 5 >= mask * 3
                                              : (uint64_t)fill * 3 >= mask * 2;
}

/* --- making --- */

static void make_table(Model *model, ObjectId set)
{
    static const ObjectId empty[LEAST_TABLE] = {0};
    SetSide *side = set_side(model, set);
    free(side->hashes);
    side->hashes = memory_allocate(LEAST_TABLE * sizeof *side->hashes);
    uint32_t old_size = side->table;
    side->table = LEAST_TABLE;
    side->fill = side->used = 0;
    object_resize_body(model, set, 0);
    reference_splice(model, set, 0, old_size, empty, LEAST_TABLE);
}

ObjectId set_of_type(Model *model, ObjectId type)
{
    uint32_t size = size_of_type(model, type, model->profile->sizes.set);
    ObjectKind kind = (ObjectKind)model_object(model, type)->a;
    ObjectId set = object_create(model, kind, type, size, OBJECT_GC, (Payload){.bits = 0});
    model_side(model, set, sizeof(SetSide))->done = side_done;
    make_table(model, set);
    collector_track(model, set);
    return set;
}

ObjectId set_create(Model *model, bool frozen)
{
    return set_of_type(model, model->types[frozen ? TYPE_FROZENSET : TYPE_SET]);
}

/* --- reading --- */

uint32_t set_used(const Model *model, ObjectId set)
{
    return set_side(model, set)->used;
}

uint32_t set_table_size(const Model *model, ObjectId set)
{
    return set_side(model, set)->table;
}

ObjectId set_item(const Model *model, ObjectId set, uint32_t index, int64_t *ret_hash)
{
    ObjectId item = table_of(model, set)[index];
    if (!item || item == SET_DUMMY)
        return 0;
    if (ret_hash)
        *ret_hash = set_side(model, set)->hashes[index];
    return item;
}

/* --- changing --- */

void set_insert(Model *model, ObjectId set, ObjectId key, int64_t hash)
{
    SetSide *side = set_side(model, set);
    uint32_t place = find_place(model->profile, table_of(model, set), side->table - 1, hash);
    bool fresh = !table_of(model, set)[place];
    side->hashes[place] = hash;
    side->used++;
    side->fill += fresh;
    reference_set(model, set, place, key);
    if (fresh && is_full(model->profile, side->fill, side->table))
        resize(model, set, side->used > LARGE_SET ? side->used * 2 : side->used * 4);
}

void set_remove(Model *model, ObjectId set, uint32_t index)
{
    SetSide *side = set_side(model, set);
    side->used--;
    side->hashes[index] = -1;
    reference_set(model, set, index, SET_DUMMY);
}

void set_clear(Model *model, ObjectId set)
{
    if (set_side(model, set)->fill)
        make_table(model, set);
}

void set_expect(Model *model, ObjectId set, uint32_t count)
{
    const SetSide *side = set_side(model, set);
    if (is_full(model->profile, side->fill + count, side->table))
        resize(model, set, (side->used + count) * 2);
}

/* Tables of one size, one of them empty and the other without deleted entries: an exact copy.
 */
static void copy_table(Model *model, ObjectId set, ObjectId other)
{
    SetSide *side = set_side(model, set);
    const SetSide *source = set_side(model, other);
    memcpy(side->hashes, source->hashes, source->table * sizeof *source->hashes);
    side->fill = source->fill;
    side->used = source->used;
    reference_splice(model, set, 0, side->table, table_of(model, other), source->table);
}

/* Deleted entries are in the way: only set_table_resize removes them. */
static void insert_each(Model *model, ObjectId set, ObjectId other)
{
    uint32_t size = set_table_size(model, other);
    for (uint32_t i = 0; i < size; i++) {
        int64_t hash;
        ObjectId item = set_item(model, other, i, &hash);
        if (item)
            set_insert(model, set, item, hash);
    }
}

void set_merge(Model *model, ObjectId set, ObjectId other)
{
    const SetSide *side = set_side(model, set), *source = set_side(model, other);
    if (!source->used)
        return;
    assert(!side->used);
    set_expect(model, set, source->used);
    if (side->fill)
        insert_each(model, set, other);
    else if (side->table == source->table && source->fill == source->used)
        copy_table(model, set, other);
    else
        rebuild(model, set, other, side->table);
}

void set_take(Model *model, ObjectId set, ObjectId other)
{
    SetSide *side = set_side(model, set);
    const SetSide *source = set_side(model, other);
    uint32_t old_size = side->table, size = source->table;
    free(side->hashes);
    side->hashes = memory_allocate(size * sizeof *side->hashes);
    memcpy(side->hashes, source->hashes, size * sizeof *side->hashes);
    side->table = size;
    side->fill = source->fill;
    side->used = source->used;
    object_resize_body(model, set, size > LEAST_TABLE ? ENTRY * size : 0);
    reference_splice(model, set, 0, old_size, table_of(model, other), size);
}

void set_tidy(Model *model, ObjectId set)
{
    const SetSide *side = set_side(model, set);
    if (side->fill - side->used > (side->table - 1) / 4)
        resize(model, set, side->used > LARGE_SET ? side->used * 2 : side->used * 4);
}

ObjectId set_pop(Model *model, ObjectId set)
{
    SetSide *side = set_side(model, set);
    if (!side->used)
        return 0;
    uint32_t mask = side->table - 1, index = side->finger & mask;
    while (!set_item(model, set, index, NULL))
        index = (index + 1) & mask;
    side->finger = index + 1;
    ObjectId item = hand_hold(model, table_of(model, set)[index]);
    set_remove(model, set, index);
    return item;
}
