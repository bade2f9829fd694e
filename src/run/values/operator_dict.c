/* Dicts with | and |=, and what goes into a dict from another one, a mapping or pairs:
 * Objects/dictobject.c. */
#include "lang/opcode.h"
#include "run/values/iterate.h"

ObjectId dict_operate_in_place(Run *run, int op, ObjectId left, ObjectId right)
{
    const Model *model = run_model(run);
    if (op != BINARY_OR || model->profile->minor < 9)
        return model->not_implemented;
    return dict_update(run, left, right) ? left : 0;
}

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
