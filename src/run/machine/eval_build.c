/* Instructions that make and fill displays and formatted strings. */
#include <string.h>

#include "run/machine/eval.h"
#include "run/text/text.h"
#include "run/values/iterate.h"
#include "run/values/operators.h"

bool build_tuple(Run *run, Activation *activation, uint32_t count)
{
    Model *model = run->model;
    ObjectId tuple = count ? tuple_take(model, activation->frame, count) : model->empty_tuple;
    stack_push_result(run, activation, tuple);
    return true;
}

bool build_list(Run *run, Activation *activation, uint32_t count)
{
    stack_push_result(run, activation, list_take(run->model, activation->frame, count));
    return true;
}

bool build_set(Run *run, Activation *activation, uint32_t count)
{
    Model *model = run->model;
    ObjectId set = set_create(model, false);
    for (uint32_t i = count; i > 0; i--) {
        ObjectId item = stack_at(activation, i);
        if (!set_add_key(run, set, item))
            return false;
        if (object_is_user(model, item)) /* its methods see that the stack has let go of it */
            reference_set(model, activation->frame, activation->row->slot_count - i, 0);
    }
    stack_drop(run, activation, count);
    stack_push_result(run, activation, set);
    return true;
}

bool build_map(Run *run, Activation *activation, uint32_t pairs)
{
    ObjectId dict = dict_create(run->model);
    for (uint32_t i = pairs; i > 0; i--)
        if (!dict_set_key(run, dict, stack_at(activation, 2 * i),
                          stack_at(activation, 2 * i - 1)))
            return false;
    stack_drop(run, activation, 2 * pairs);
    stack_push_result(run, activation, dict);
    return true;
}

bool build_const_key_map(Run *run, Activation *activation, uint32_t count)
{
    const Object *keys = model_object(run->model, stack_at(activation, 1));
    ObjectId dict = dict_create(run->model);
    for (uint32_t i = 0; i < count; i++)
        if (!dict_set_key(run, dict, keys->slots[i], stack_at(activation, count + 1 - i)))
            return false;
    stack_drop(run, activation, count + 1);
    stack_push_result(run, activation, dict);
    return true;
}

/* _PyUnicode_JoinArray */
bool build_string(Run *run, Activation *activation, uint32_t count)
{
    Text text = {0};
    for (uint32_t i = count; i > 0; i--)
        text_append_slice(&text, str_slice(run->model, stack_at(activation, i)));
    ObjectId result = str_new(run->model, text_slice(&text));
    text_done(&text);
    stack_drop(run, activation, count);
    stack_push_result(run, activation, result);
    return true;
}

/* --- adding to a display --- */

bool list_append_op(Run *run, Activation *activation, uint32_t depth)
{
    list_append(run->model, stack_at(activation, depth + 1), stack_at(activation, 1));
    stack_pop(run, activation);
    return true;
}

bool set_add_op(Run *run, Activation *activation, uint32_t depth)
{
    if (!set_add_key(run, stack_at(activation, depth + 1), stack_at(activation, 1)))
        return false;
    stack_pop(run, activation);
    return true;
}

bool map_add_op(Run *run, Activation *activation, uint32_t depth)
{
    if (!dict_set_taken(run, stack_at(activation, depth + 2), stack_at(activation, 2),
                        stack_at(activation, 1)))
        return false;
    stack_pop(run, activation);
    stack_pop(run, activation);
    return true;
}

/* "Value after * must be an iterable" instead of iter()'s own message. */
static bool explain_star(Run *run, const Activation *activation)
{
    ObjectId iterable = stack_at(activation, 1);
    if (!raised_is(run, EXC_TypeError) || lookup_special(run, iterable, "__iter__") ||
        lookup_special(run, iterable, "__getitem__"))
        return false;
    raise_clear(run);
    return raise_error(run, EXC_TypeError, "Value after * must be an iterable, not %.*s",
                       SLICE(model_type_name(run->model, iterable)));
}

bool list_extend_op(Run *run, Activation *activation, uint32_t depth)
{
    Model *model = run->model;
    ObjectId list = stack_at(activation, depth + 1), items = stack_at(activation, 1);
    ObjectId type = model_object(model, items)->type;
    const Object *row = model_object(model, items);
    if (type == model->types[TYPE_LIST] || type == model->types[TYPE_TUPLE])
        list_extend(model, list, row->slots, row->slot_count);
    else if (!list_fill_from(run, list, items, false))
        return explain_star(run, activation);
    stack_pop(run, activation);
    return true;
}

bool set_update_op(Run *run, Activation *activation, uint32_t depth)
{
    if (!set_update(run, stack_at(activation, depth + 1), stack_at(activation, 1)))
        return false;
    stack_pop(run, activation);
    return true;
}

/* --- mappings --- */

/* `callable`: takes the dict as keywords, none of which may come twice; 0: the last one counts.
 */
static bool merge_one(Run *run, ObjectId dict, ObjectId key, ObjectId value, ObjectId callable)
{
    bool found = false;
    if (callable && !dict_get_key(run, dict, key, &found) && raised(run))
        return false;
    if (!found)
        return dict_set_key(run, dict, key, value);
    Text name = {0}, shown = {0};
    call_describe(run, callable, &name);
    if (model_kind(run->model, key) != KIND_STR && run->profile->minor < 9)
        raise_error(run, EXC_TypeError, "%s keywords must be strings", text_string(&name));
    else if (str_write(run, key, &shown))
        raise_error(run, EXC_TypeError, "%s got multiple values for keyword argument '%s'",
                    text_string(&name), text_string(&shown));
    text_done(&name);
    text_done(&shown);
    return false;
}

static bool merge_dict(Run *run, ObjectId dict, ObjectId source, ObjectId callable)
{
    const Model *model = run->model;
    if (!callable)
        return dict_update(run, dict, source);
    dict_make_room(run->model, dict, source);
    for (uint32_t i = 0; i < dict_entry_end(model, source); i++) {
        ObjectId key = dict_key(model, source, i);
        if (key && !merge_one(run, dict, key, dict_value(model, source, i), callable))
            return false;
    }
    return true;
}

static bool merge_by_keys(Run *run, ObjectId dict, ObjectId source, ObjectId keys,
                          ObjectId callable)
{
    ObjectId iterator = mapping_iterate_keys(run, source, keys);
    if (!iterator)
        return false;
    uint32_t mark = hand_mark(run->model);
    for (ObjectId key; (key = iterate_next(run, iterator));) {
        ObjectId value = subscript_get(run, source, key);
        if (!value || !merge_one(run, dict, key, value, callable))
            return false;
        hand_release(run->model, mark);
    }
    return !raised(run);
}

static bool raise_no_mapping(Run *run, ObjectId source, ObjectId callable)
{
    Slice type = model_type_name(run->model, source);
    if (!callable)
        return raise_error(run, EXC_TypeError, "'%.*s' object is not a mapping", SLICE(type));
    Text name = {0};
    call_describe(run, callable, &name);
    raise_error(run, EXC_TypeError, "%s argument after ** must be a mapping, not %.*s",
                text_string(&name), SLICE(type));
    text_done(&name);
    return false;
}

bool merge_mapping(Run *run, ObjectId dict, ObjectId mapping, ObjectId callable, bool once)
{
    ObjectId checking = once ? callable : 0;
    if (dict_is_walked(run, mapping))
        return merge_dict(run, dict, mapping, checking);
    bool found = false;
    ObjectId name = model_intern(run->model, slice_of("keys"));
    ObjectId keys = attribute_find(run, mapping, name, &found);
    if (!found && raised(run))
        return false;
    if (!found)
        return raise_no_mapping(run, mapping, callable);
    return merge_by_keys(run, dict, mapping, keys, checking);
}

bool dict_update_op(Run *run, Activation *activation, uint32_t depth)
{
    if (!merge_mapping(run, stack_at(activation, depth + 1), stack_at(activation, 1), 0, false))
        return false;
    stack_pop(run, activation);
    return true;
}

bool dict_merge_op(Run *run, Activation *activation, uint32_t depth)
{
    ObjectId callable = stack_at(activation, depth + 3);
    if (!merge_mapping(run, stack_at(activation, depth + 1), stack_at(activation, 1), callable,
                       true))
        return false;
    stack_pop(run, activation);
    return true;
}

bool list_to_tuple(Run *run, Activation *activation)
{
    const Object *list = model_object(run->model, stack_at(activation, 1));
    ObjectId tuple = list->slot_count ? tuple_from(run->model, list->slots, list->slot_count)
                                      : run->model->empty_tuple;
    stack_replace(run, activation, 1, tuple);
    return true;
}

/* --- f-strings --- */

static ObjectId convert(Run *run, ObjectId value, uint32_t conversion)
{
    switch (conversion) {
    case FORMAT_STR:
        return object_str(run, value);
    case FORMAT_REPR:
        return object_repr(run, value);
    case FORMAT_ASCII:
        return object_ascii(run, value);
    default:
        return value;
    }
}

bool format_value(Run *run, Activation *activation, uint32_t flags)
{
    Model *model = run->model;
    uint32_t operands = flags & FORMAT_HAS_SPEC ? 2 : 1;
    ObjectId value = convert(run, stack_at(activation, operands), flags & FORMAT_CONVERSION);
    if (!value)
        return false;
    Slice spec = operands == 2 ? str_slice(model, stack_at(activation, 1)) : slice_of("");
    if (operands == 2 || model_object(model, value)->type != model->types[TYPE_STR])
        value = object_format(run, value, spec);
    if (!value)
        return false;
    stack_replace(run, activation, operands, value);
    return true;
}
