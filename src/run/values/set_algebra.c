#include "run/values/set_algebra.h"

#include "lang/opcode.h"
#include "run/values/iterate.h"

/* What is done with each key: false ends the walk, raised or not. */
typedef struct Walk Walk;
typedef bool UseKey(Run *run, const Walk *walk, ObjectId key, int64_t hash);
struct Walk {
    UseKey *use;
    ObjectId result; /* the set that changes */
    ObjectId other;  /* where keys are looked for */
};

static bool use_add(Run *run, const Walk *walk, ObjectId key, int64_t hash);

/* Since 3.9 the key is held for those that do not hold it themselves. */
static bool walk_set(Run *run, const Walk *walk, ObjectId set)
{
    Model *model = run_model(run);
    bool holds = model->profile->minor >= 9 && walk->use != use_add;
    for (uint32_t i = 0; i < set_table_size(model, set); i++) {
        int64_t hash;
        ObjectId key = set_item(model, set, i, &hash);
        if (!key)
            continue;
        uint32_t mark = hand_mark(model);
        if (holds)
            hand_hold(model, key);
        bool goes_on = walk->use(run, walk, key, hash);
        hand_release(model, mark);
        if (!goes_on)
            return false;
    }
    return true;
}

static bool walk_dict(Run *run, const Walk *walk, ObjectId dict)
{
    Model *model = run_model(run);
    for (uint32_t i = 0; i < dict_entry_end(model, dict); i++) {
        ObjectId key = dict_key(model, dict, i);
        if (!key)
            continue;
        uint32_t mark = hand_mark(model);
        bool goes_on = walk->use(run, walk, hand_hold(model, key), dict_hash(model, dict, i));
        hand_release(model, mark);
        if (!goes_on)
            return false;
    }
    return true;
}

static bool walk_iterable(Run *run, const Walk *walk, ObjectId iterable)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId iterator = iterate(run, iterable);
    if (!iterator)
        return false;
    uint32_t round = hand_mark(model);
    ObjectId key;
    int64_t hash;
    while ((key = iterate_next(run, iterator)) && object_hash(run, key, &hash) &&
           walk->use(run, walk, key, hash))
        hand_release(model, round);
    hand_release(model, mark);
    return !key && !raised(run);
}

/* Through all keys of a set, an exact dict or any other iterable. */
static bool walk_keys(Run *run, const Walk *walk, ObjectId source)
{
    const Model *model = run_model(run);
    if (kind_is_set(model_kind(model, source)))
        return walk_set(run, walk, source);
    if (object_is_exact(model, source, TYPE_DICT))
        return walk_dict(run, walk, source);
    return walk_iterable(run, walk, source);
}

/* --- what is done with a key --- */

static bool use_add(Run *run, const Walk *walk, ObjectId key, int64_t hash)
{
    return set_add_hashed(run, walk->result, key, hash);
}

static bool use_discard(Run *run, const Walk *walk, ObjectId key, int64_t hash)
{
    bool found;
    return set_discard_hashed(run, walk->result, key, hash, &found);
}

static bool use_toggle(Run *run, const Walk *walk, ObjectId key, int64_t hash)
{
    bool found;
    return set_discard_hashed(run, walk->result, key, hash, &found) &&
           (found || set_add_hashed(run, walk->result, key, hash));
}

/* Is the key in the other operand, a set or an exact dict? */
static bool other_contains(Run *run, const Walk *walk, ObjectId key, int64_t hash,
                           bool *ret_contains)
{
    if (model_kind(run_model(run), walk->other) != KIND_DICT)
        return set_contains_hashed(run, walk->other, key, hash, ret_contains);
    dict_get_key(run, walk->other, key, ret_contains);
    return !raised(run);
}

static bool use_add_common(Run *run, const Walk *walk, ObjectId key, int64_t hash)
{
    bool contains;
    return other_contains(run, walk, key, hash, &contains) &&
           (!contains || set_add_hashed(run, walk->result, key, hash));
}

static bool use_add_other(Run *run, const Walk *walk, ObjectId key, int64_t hash)
{
    bool contains;
    return other_contains(run, walk, key, hash, &contains) &&
           (contains || set_add_hashed(run, walk->result, key, hash));
}

static bool use_until_common(Run *run, const Walk *walk, ObjectId key, int64_t hash)
{
    bool contains;
    return other_contains(run, walk, key, hash, &contains) && !contains;
}

/* --- the operations --- */

static ObjectId empty_like(Run *run, ObjectId set)
{
    Model *model = run_model(run);
    return set_create(model, model_kind(model, set) == KIND_FROZENSET);
}

/* The size of a set or an exact dict, -1 for anything else. */
static int64_t known_size(const Model *model, ObjectId value)
{
    if (kind_is_set(model_kind(model, value)))
        return set_used(model, value);
    return object_is_exact(model, value, TYPE_DICT) ? (int64_t)dict_used(model, value) : -1;
}

/* set_update_internal */
bool set_update(Run *run, ObjectId set, ObjectId iterable)
{
    Model *model = run_model(run);
    int64_t size = known_size(model, iterable);
    bool from_set = kind_is_set(model_kind(model, iterable));
    if (set == iterable || (from_set && !size))
        return true;
    if (from_set && set_used(model, set) == 0) {
        set_merge(model, set, iterable);
        return true;
    }
    if (size >= 0)
        set_expect(model, set, (uint32_t)size);
    return walk_keys(run, &(Walk){.use = use_add, .result = set}, iterable);
}

ObjectId set_copy_like(Run *run, ObjectId like, ObjectId set)
{
    ObjectId copy = empty_like(run, like);
    set_merge(run_model(run), copy, set);
    return copy;
}

ObjectId set_of(Run *run, ObjectId iterable, bool frozen)
{
    Model *model = run_model(run);
    if (iterable && frozen && object_is_exact(model, iterable, TYPE_FROZENSET))
        return iterable;
    uint32_t mark = hand_mark(model);
    ObjectId set = set_create(model, frozen);
    bool fine = !iterable || set_update(run, set, iterable);
    return hand_return(model, mark, fine ? set : 0);
}

/* set_intersection: of two sets, through the smaller one. */
ObjectId set_intersect(Run *run, ObjectId set, ObjectId iterable)
{
    const Model *model = run_model(run);
    if (set == iterable)
        return set_copy_like(run, set, set);
    ObjectId result = empty_like(run, set);
    ObjectId through = iterable, other = set;
    if (kind_is_set(model_kind(model, iterable)) &&
        set_used(model, iterable) > set_used(model, set)) {
        through = set;
        other = iterable;
    }
    Walk walk = {.use = use_add_common, .result = result, .other = other};
    return walk_keys(run, &walk, through) ? result : 0;
}

/* set_difference_update_internal */
bool set_subtract_update(Run *run, ObjectId set, ObjectId iterable)
{
    Model *model = run_model(run);
    if (set == iterable) {
        set_clear(model, set);
        return true;
    }
    if (!walk_keys(run, &(Walk){.use = use_discard, .result = set}, iterable))
        return false;
    set_tidy(model, set);
    return true;
}

/* set_difference: what is much smaller than the set is taken out of a copy. */
ObjectId set_subtract(Run *run, ObjectId set, ObjectId iterable)
{
    const Model *model = run_model(run);
    int64_t size = known_size(model, iterable);
    if (size < 0 || set_used(model, set) >> 2 > size) {
        ObjectId copy = set_copy_like(run, set, set);
        return set_subtract_update(run, copy, iterable) ? copy : 0;
    }
    ObjectId result = empty_like(run, set);
    Walk walk = {.use = use_add_other, .result = result, .other = iterable};
    return walk_set(run, &walk, set) ? result : 0;
}

/* set_symmetric_difference_update */
bool set_toggle_update(Run *run, ObjectId set, ObjectId iterable)
{
    Model *model = run_model(run);
    if (set == iterable) {
        set_clear(model, set);
        return true;
    }
    uint32_t mark = hand_mark(model);
    if (known_size(model, iterable) < 0)
        iterable = set_of(run, iterable, false);
    Walk walk = {.use = use_toggle, .result = set};
    bool fine = iterable && walk_keys(run, &walk, iterable);
    hand_release(model, mark);
    return fine;
}

/* set_symmetric_difference: a copy of the other operand, changed by the set. */
ObjectId set_toggled(Run *run, ObjectId set, ObjectId iterable)
{
    ObjectId result = empty_like(run, set);
    return set_update(run, result, iterable) && set_toggle_update(run, result, set) ? result
                                                                                    : 0;
}

bool set_intersect_update(Run *run, ObjectId set, ObjectId iterable)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId common = set_intersect(run, set, iterable);
    if (common)
        set_take(model, set, common);
    hand_release(model, mark);
    return common != 0;
}

bool set_is_disjoint(Run *run, ObjectId set, ObjectId iterable, bool *ret_disjoint)
{
    const Model *model = run_model(run);
    bool swap = kind_is_set(model_kind(model, iterable)) &&
                set_used(model, iterable) > set_used(model, set);
    Walk walk = {.use = use_until_common, .other = swap ? iterable : set};
    *ret_disjoint = walk_keys(run, &walk, swap ? set : iterable);
    return !raised(run);
}

/* --- operators --- */

static ObjectId operate_sets(Run *run, int op, ObjectId left, ObjectId right)
{
    switch (op) {
    case BINARY_OR: {
        ObjectId copy = set_copy_like(run, left, left);
        return left == right || set_update(run, copy, right) ? copy : 0;
    }
    case BINARY_AND:
        return set_intersect(run, left, right);
    case BINARY_SUBTRACT:
        return set_subtract(run, left, right);
    }
    return set_toggled(run, left, right);
}

ObjectId set_operate(Run *run, int op, ObjectId left, ObjectId right)
{
    const Model *model = run_model(run);
    if (kind_is_set(model_kind(model, left)) && kind_is_set(model_kind(model, right)))
        return operate_sets(run, op, left, right);
    return views_operate(run, op, left, right);
}

static bool update_in_place(Run *run, int op, ObjectId set, ObjectId other)
{
    switch (op) {
    case BINARY_OR:
        return set_update(run, set, other);
    case BINARY_AND:
        return set_intersect_update(run, set, other);
    case BINARY_SUBTRACT:
        return set_subtract_update(run, set, other);
    }
    return set_toggle_update(run, set, other);
}

ObjectId set_operate_in_place(Run *run, int op, ObjectId left, ObjectId right)
{
    const Model *model = run_model(run);
    if (model_kind(model, left) == KIND_DICT)
        return dict_operate_in_place(run, op, left, right);
    bool known =
        op == BINARY_OR || op == BINARY_AND || op == BINARY_SUBTRACT || op == BINARY_XOR;
    if (!known || !kind_is_set(model_kind(model, right)))
        return model->not_implemented;
    return update_in_place(run, op, left, right) ? left : 0;
}
