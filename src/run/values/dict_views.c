/* Operators of dict.keys() and dict.items() as sets: Objects/dictobject.c, dictviews_sub and
 * its neighbours. The other operand is any iterable. */
#include "lang/opcode.h"
#include "run/values/iterate.h"
#include "run/values/set_algebra.h"

static bool is_view(const Model *model, ObjectId value)
{
    return is_view_of(model, value, TYPE_DICT_KEYS) ||
           is_view_of(model, value, TYPE_DICT_ITEMS);
}

/* The dict behind the view. */
static ObjectId dict_of(const Model *model, ObjectId view)
{
    return model_object(model, view)->slots[0];
}

/* dictviews_to_set: keys go in as from the dict itself where the version sees that. */
static ObjectId view_to_set(Run *run, ObjectId value)
{
    const Model *model = run_model(run);
    bool is_keys = is_view_of(model, value, TYPE_DICT_KEYS);
    if (is_keys && model->profile->minor >= 9)
        value = dict_of(model, value);
    return set_of(run, value, false);
}

/* _PyDictView_Intersect: through the other operand, or through the smaller of two views. */
static ObjectId intersect_view(Run *run, ObjectId left, ObjectId right)
{
    Model *model = run_model(run);
    if (!is_view(model, left)) {
        ObjectId swapped = left;
        left = right;
        right = swapped;
    }
    uint32_t size = dict_used(model, dict_of(model, left));
    bool is_set = object_is_exact(model, right, TYPE_SET);
    if (is_set && size <= set_used(model, right))
        return set_intersect(run, right, left);
    if (is_view(model, right) && dict_used(model, dict_of(model, right)) > size) {
        ObjectId swapped = left;
        left = right;
        right = swapped;
    }
    ObjectId result = set_create(model, false);
    uint32_t mark = hand_mark(model);
    ObjectId iterator = iterate(run, right), key = 0;
    uint32_t round = hand_mark(model);
    bool contains;
    while (iterator && (key = iterate_next(run, iterator)) &&
           object_contains(run, left, key, &contains) &&
           (!contains || set_add_key(run, result, key)))
        hand_release(model, round);
    hand_release(model, mark);
    return raised(run) ? 0 : result;
}

/* dictitems_xor: the pairs of the right dict that the left one has not, then the rest of the
 * left. */
static ObjectId toggle_items(Run *run, ObjectId left, ObjectId right)
{
    Model *model = run_model(run);
    ObjectId result = set_create(model, false);
    ObjectId other = dict_of(model, right);
    for (int round = 0; round < 2; round++) {
        ObjectId through = round ? dict_of(model, left) : other;
        ObjectId view = round ? right : left;
        for (uint32_t i = 0; i < dict_entry_end(model, through); i++) {
            if (!dict_key(model, through, i))
                continue;
            uint32_t mark = hand_mark(model);
            ObjectId pair[2] = {dict_key(model, through, i), dict_value(model, through, i)};
            ObjectId item = tuple_from(model, pair, 2);
            bool contains;
            bool fine = object_contains(run, view, item, &contains) &&
                        (contains || set_add_key(run, result, item));
            hand_release(model, mark);
            if (!fine)
                return 0;
        }
    }
    return result;
}

ObjectId views_operate(Run *run, int op, ObjectId left, ObjectId right)
{
    Model *model = run_model(run);
    if (!is_view(model, left) && !is_view(model, right))
        return model->not_implemented;
    if (op == BINARY_AND && model->profile->minor >= 9)
        return intersect_view(run, left, right);
    ObjectId items = model->types[TYPE_DICT_ITEMS];
    if (op == BINARY_XOR && model->profile->minor >= 10 &&
        model_object(model, left)->type == items && model_object(model, right)->type == items)
        return toggle_items(run, left, right);
    ObjectId result = view_to_set(run, left);
    if (!result)
        return 0;
    switch (op) {
    case BINARY_OR:
        return set_update(run, result, right) ? result : 0;
    case BINARY_AND:
        return set_intersect_update(run, result, right) ? result : 0;
    case BINARY_SUBTRACT:
        return set_subtract_update(run, result, right) ? result : 0;
    }
    return set_toggle_update(run, result, right) ? result : 0;
}
