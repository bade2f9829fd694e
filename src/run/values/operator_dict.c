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
    const Model *model = run_model(run);
    if (op != BINARY_OR || model_kind(model, right) != KIND_DICT || model->profile->minor < 9)
        return model->not_implemented;
    ObjectId result = dict_copied(run, left);
    return result && dict_update(run, result, right) ? result : 0;
}

static bool update_from_entries(Run *run, ObjectId dict, ObjectId source)
{
    Model *model = run_model(run);
    dict_make_room(model, dict, source);
    for (uint32_t i = 0; i < dict_entry_end(model, source); i++) {
        ObjectId key = dict_key(model, source, i);
        if (!key)
            continue;
        uint32_t mark = hand_mark(model);
        bool fine =
            dict_set_hashed(run, dict, hand_hold(model, key), dict_hash(model, source, i),
                            hand_hold(model, dict_value(model, source, i)));
        hand_release(model, mark);
        if (!fine)
            return false;
    }
    return true;
}

/* PyMapping_Keys, method_output_as_list */
static void explain_keys(Run *run, ObjectId mapping, ObjectId names)
{
    if (!raised_is(run, EXC_TypeError) || lookup_special(run, names, "__iter__"))
        return;
    raise_clear(run);
    if (run_model(run)->profile->minor < 7)
        raise_error(run, EXC_TypeError, "o.keys() are not iterable");
    else
        raise_error(run, EXC_TypeError, "%s.keys() returned a non-iterable (type %s)",
                    type_string(run, mapping), type_string(run, names));
}

ObjectId mapping_iterate_keys(Run *run, ObjectId mapping, ObjectId keys_method)
{
    ObjectId names = call_object(run, keys_method, NULL, 0);
    ObjectId iterator = names ? iterate(run, names) : 0;
    if (names && !iterator)
        explain_keys(run, mapping, names);
    return iterator;
}

/* Any object with keys(): its items one by one. */
static bool update_from_mapping(Run *run, ObjectId dict, ObjectId mapping, ObjectId keys_method)
{
    Model *model = run_model(run);
    ObjectId iterator = mapping_iterate_keys(run, mapping, keys_method);
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
    return dict_set_key(run, dict, hand_hold(model, object->slots[0]),
                        hand_hold(model, object->slots[1]));
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

bool dict_is_walked(Run *run, ObjectId source)
{
    return model_kind(run_model(run), source) == KIND_DICT &&
           !object_override(run, source, "__iter__");
}

bool dict_update(Run *run, ObjectId dict, ObjectId source)
{
    Model *model = run_model(run);
    if (dict_is_walked(run, source))
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

ObjectId dict_copied(Run *run, ObjectId dict)
{
    Model *model = run_model(run);
    if (dict_is_walked(run, dict))
        return dict_copy(model, dict);
    ObjectId copy = dict_create(model);
    return dict_update(run, copy, dict) ? copy : 0;
}
