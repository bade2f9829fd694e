/* Operators of sets and dict views, and filling sets and dicts: Objects/setobject.c,
 * Objects/dictobject.c. */
#include "lang/opcode.h"
#include "run/iterate.h"

static bool is_set_like(const Model *model, ObjectId value)
{
    ObjectId type = model_object(model, value)->type;
    return kind_is_set(model_kind(model, value)) || type == model->types[TYPE_DICT_KEYS] ||
           type == model->types[TYPE_DICT_ITEMS];
}

/* set_update_internal for sets: keys with the hashes that they have already. */
static bool update_from_set(Run *run, ObjectId set, ObjectId other)
{
    Model *model = run_model(run);
    if (set == other)
        return true;
    if (set_used(model, set) == 0) {
        set_merge(model, set, other);
        return true;
    }
    for (uint32_t i = 0; i < set_table_size(model, other); i++) {
        int64_t hash;
        ObjectId item = set_item(model, other, i, &hash);
        if (item && !set_add_key(run, set, item))
            return false;
    }
    return true;
}

static bool update_from_dict(Run *run, ObjectId set, ObjectId dict)
{
    const Model *model = run_model(run);
    for (uint32_t i = 0; i < dict_entry_end(model, dict); i++)
        if (dict_key(model, dict, i) && !set_add_key(run, set, dict_key(model, dict, i)))
            return false;
    return true;
}

bool set_update(Run *run, ObjectId set, ObjectId iterable)
{
    Model *model = run_model(run);
    ObjectKind kind = model_kind(model, iterable);
    if (kind_is_set(kind))
        return update_from_set(run, set, iterable);
    if (object_is_exact(model, iterable, TYPE_DICT))
        return update_from_dict(run, set, iterable);
    uint32_t mark = hand_mark(model);
    ObjectId iterator = iterate(run, iterable);
    if (!iterator)
        return false;
    uint32_t round = hand_mark(model);
    ObjectId item;
    while ((item = iterate_next(run, iterator)) && set_add_key(run, set, item))
        hand_release(model, round);
    hand_release(model, mark);
    return !raised(run);
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

/* Items of `left` that are (wanted) or are not in `right`, into a set of left's kind. */
static ObjectId select_items(Run *run, ObjectId left, ObjectId right, bool wanted, bool frozen)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId result = set_create(model, frozen);
    for (uint32_t i = 0; i < set_table_size(model, left); i++) {
        int64_t hash;
        ObjectId item = set_item(model, left, i, &hash);
        bool contains;
        if (!item)
            continue;
        if (!set_contains_key(run, right, item, &contains) ||
            (contains == wanted && !set_add_key(run, result, item))) {
            hand_release(model, mark);
            return 0;
        }
    }
    return hand_return(model, mark, result);
}

/* set_intersection goes through the smaller one. */
static ObjectId intersect(Run *run, ObjectId left, ObjectId right, bool frozen)
{
    const Model *model = run_model(run);
    bool swap = set_used(model, right) > set_used(model, left);
    return swap ? select_items(run, left, right, true, frozen)
                : select_items(run, right, left, true, frozen);
}

static ObjectId copy_of(Run *run, ObjectId set, bool frozen)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId copy = set_create(model, frozen);
    set_merge(model, copy, set);
    return hand_return(model, mark, copy);
}

static ObjectId unite(Run *run, ObjectId left, ObjectId right, bool frozen)
{
    ObjectId result = copy_of(run, left, frozen);
    return set_update(run, result, right) ? result : 0;
}

/* set_symmetric_difference_update on a copy of the right one. */
static bool toggle_items(Run *run, ObjectId set, ObjectId other)
{
    Model *model = run_model(run);
    for (uint32_t i = 0; i < set_table_size(model, other); i++) {
        int64_t hash;
        bool found;
        ObjectId item = set_item(model, other, i, &hash);
        if (item && (!set_discard_key(run, set, item, &found) ||
                     (!found && !set_add_key(run, set, item))))
            return false;
    }
    return true;
}

/* set_difference: a much smaller right set is taken out of a copy. */
static ObjectId subtract(Run *run, ObjectId left, ObjectId right, bool frozen)
{
    Model *model = run_model(run);
    if (set_used(model, left) >> 2 <= set_used(model, right))
        return select_items(run, left, right, false, frozen);
    ObjectId result = copy_of(run, left, frozen);
    for (uint32_t i = 0; i < set_table_size(model, right); i++) {
        int64_t hash;
        bool found;
        ObjectId item = set_item(model, right, i, &hash);
        if (item && !set_discard_key(run, result, item, &found))
            return 0;
    }
    return result;
}

static ObjectId operate_sets(Run *run, int op, ObjectId left, ObjectId right, bool frozen)
{
    switch (op) {
    case BINARY_OR:
        return unite(run, left, right, frozen);
    case BINARY_AND:
        return intersect(run, left, right, frozen);
    case BINARY_SUBTRACT:
        return subtract(run, left, right, frozen);
    }
    ObjectId result = copy_of(run, right, frozen);
    return toggle_items(run, result, left) ? result : 0;
}

/* Views take any iterable on their other side. */
ObjectId set_operate(Run *run, int op, ObjectId left, ObjectId right)
{
    Model *model = run_model(run);
    ObjectKind left_kind = model_kind(model, left), right_kind = model_kind(model, right);
    if (kind_is_set(left_kind) && kind_is_set(right_kind))
        return operate_sets(run, op, left, right, left_kind == KIND_FROZENSET);
    bool left_view = is_set_like(model, left) && !kind_is_set(left_kind);
    bool right_view = is_set_like(model, right) && !kind_is_set(right_kind);
    if (!left_view && !right_view)
        return model->not_implemented;
    uint32_t mark = hand_mark(model);
    ObjectId a = set_of(run, left, false);
    ObjectId b = a ? set_of(run, right, false) : 0;
    if (b && op == BINARY_XOR) /* dictviews_xor goes the other way round */
        return hand_return(model, mark, toggle_items(run, a, b) ? a : 0);
    return hand_return(model, mark, b ? operate_sets(run, op, a, b, false) : 0);
}

static bool update_in_place(Run *run, int op, ObjectId set, ObjectId other)
{
    Model *model = run_model(run);
    if (op == BINARY_OR)
        return set_update(run, set, other);
    uint32_t mark = hand_mark(model);
    bool fine = true;
    if (op == BINARY_XOR) {
        if (set == other)
            set_clear(model, set);
        else
            fine = toggle_items(run, set, other);
        return fine;
    }
    ObjectId rest = operate_sets(run, op, set, other, false);
    fine = rest != 0;
    if (fine && op == BINARY_AND) {
        hand_hold(model, rest);
        set_clear(model, set);
        set_merge(model, set, rest);
    } else if (fine) {
        for (uint32_t i = 0; i < set_table_size(model, set); i++) {
            int64_t hash;
            bool stays, found;
            ObjectId item = set_item(model, set, i, &hash);
            if (item && set_contains_key(run, rest, item, &stays) && !stays)
                set_discard_key(run, set, item, &found);
        }
    }
    hand_release(model, mark);
    return fine && !raised(run);
}

ObjectId set_operate_in_place(Run *run, int op, ObjectId left, ObjectId right)
{
    const Model *model = run_model(run);
    ObjectKind kind = model_kind(model, left);
    if (kind == KIND_DICT) {
        if (op != BINARY_OR || model->profile->minor < 9)
            return model->not_implemented;
        return dict_update(run, left, right) ? left : 0;
    }
    bool known =
        op == BINARY_OR || op == BINARY_AND || op == BINARY_SUBTRACT || op == BINARY_XOR;
    if (!known || !kind_is_set(model_kind(model, right)))
        return model->not_implemented;
    return update_in_place(run, op, left, right) ? left : 0;
}

/* --- dict --- */

ObjectId dict_operate(Run *run, int op, ObjectId left, ObjectId right)
{
    Model *model = run_model(run);
    if (op != BINARY_OR || model_kind(model, right) != KIND_DICT || model->profile->minor < 9)
        return model->not_implemented;
    ObjectId result = dict_copy(model, left);
    return dict_update(run, result, right) ? result : 0;
}

static bool update_from_entries(Run *run, ObjectId dict, ObjectId source)
{
    Model *model = run_model(run);
    for (uint32_t i = 0; i < dict_entry_end(model, source); i++) {
        ObjectId key = dict_key(model, source, i);
        if (!key)
            continue;
        uint32_t mark = hand_mark(model);
        bool fine = dict_set_key(run, dict, hand_hold(model, key),
                                 hand_hold(model, dict_value(model, source, i)));
        hand_release(model, mark);
        if (!fine)
            return false;
    }
    return true;
}

/* Any object with keys(): its items one by one. */
static bool update_from_mapping(Run *run, ObjectId dict, ObjectId mapping, ObjectId keys_method)
{
    Model *model = run_model(run);
    ObjectId keys = call_object(run, keys_method, NULL, 0);
    ObjectId iterator = keys ? iterate(run, keys) : 0;
    if (!iterator)
        return false;
    uint32_t round = hand_mark(model);
    ObjectId key;
    while ((key = iterate_next(run, iterator))) {
        ObjectId value = subscript_get(run, mapping, key);
        if (!value || !dict_set_key(run, dict, key, value))
            return false;
        hand_release(model, round);
    }
    return !raised(run);
}

static bool add_pair(Run *run, ObjectId dict, ObjectId item, uint32_t index)
{
    Model *model = run_model(run);
    ObjectKind kind = model_kind(model, item);
    ObjectId pair = kind == KIND_LIST || kind == KIND_TUPLE ? item : iterate_list(run, item);
    if (!pair) {
        if (raised_is(run, EXC_TypeError)) {
            raise_clear(run);
            raise_error(run, EXC_TypeError,
                        "cannot convert dictionary update sequence element #%u to a sequence",
                        index);
        }
        return false;
    }
    const Object *object = model_object(model, pair);
    if (object->slot_count != 2) {
        raise_error(run, EXC_ValueError,
                    "dictionary update sequence element #%u has length %u; 2 is required",
                    index, object->slot_count);
        return false;
    }
    return dict_set_key(run, dict, object->slots[0], object->slots[1]);
}

/* PyDict_MergeFromSeq2 */
static bool update_from_pairs(Run *run, ObjectId dict, ObjectId source)
{
    Model *model = run_model(run);
    ObjectId iterator = iterate(run, source);
    if (!iterator)
        return false;
    uint32_t round = hand_mark(model), index = 0;
    ObjectId item;
    while ((item = iterate_next(run, iterator)) && add_pair(run, dict, item, index++))
        hand_release(model, round);
    return !raised(run);
}

bool dict_update(Run *run, ObjectId dict, ObjectId source)
{
    Model *model = run_model(run);
    if (model_kind(model, source) == KIND_DICT && !object_override(run, source, "__iter__") &&
        !object_override(run, source, "keys"))
        return update_from_entries(run, dict, source);
    uint32_t mark = hand_mark(model);
    bool found = false;
    ObjectId keys = attribute_find(run, source, model_intern(model, slice_of("keys")), &found);
    bool fine = !raised(run);
    if (fine)
        fine = found ? update_from_mapping(run, dict, source, keys)
                     : update_from_pairs(run, dict, source);
    hand_release(model, mark);
    return fine;
}
