/* Instructions of match statements: Python/ceval.c (match_keys, match_class). */
#include "run/builtins/tables.h"
#include "run/machine/eval.h"
#include "run/modules/deque.h"
#include "run/types/native_type.h"

bool get_len(Run *run, Activation *activation)
{
    int64_t length = 0;
    if (!object_length(run, stack_at(activation, 1), &length))
        return false;
    stack_push_result(run, activation, int_from(run->model, length));
    return true;
}

bool match_mapping(Run *run, Activation *activation)
{
    bool is_dict = is_instance(run, stack_at(activation, 1), TYPE_DICT);
    stack_push(run, activation, bool_from(run->model, is_dict));
    return true;
}

/* Py_TPFLAGS_SEQUENCE: text is none. */
bool match_sequence(Run *run, Activation *activation)
{
    ObjectId value = stack_at(activation, 1);
    bool matches = is_instance(run, value, TYPE_LIST) || is_instance(run, value, TYPE_TUPLE) ||
                   is_instance(run, value, TYPE_RANGE) || native_is(run, value, &type_deque);
    stack_push(run, activation, bool_from(run->model, matches));
    return true;
}

/* --- keys --- */

/* map.get(key, missing) for a subclass of dict that may have its own get. */
static ObjectId get_key(Run *run, ObjectId map, ObjectId key, bool *ret_found)
{
    if (model_object(run->model, map)->type == run->model->types[TYPE_DICT])
        return dict_get_key(run, map, key, ret_found);
    ObjectId get = attribute_get_string(run, map, "get");
    if (!get)
        return 0;
    ObjectId missing = object_create(run->model, KIND_OBJECT, run->model->types[TYPE_OBJECT],
                                     run->profile->sizes.object, 0, (Payload){.bits = 0});
    ObjectId arguments[] = {key, missing};
    ObjectId value = call_object(run, get, arguments, 2);
    *ret_found = value && value != missing;
    return value;
}

/* A list of the values under all keys; None where one is missing; 0: raised. */
static ObjectId find_keys(Run *run, ObjectId map, const Object *keys)
{
    ObjectId list = list_from(run->model, NULL, 0, LIST_FILL_EXACT);
    for (uint32_t i = 0; i < keys->slot_count; i++) {
        for (uint32_t j = 0; j < i; j++) {
            bool same = false;
            if (!compare_equal(run, keys->slots[i], keys->slots[j], &same))
                return 0;
            Text text = {0};
            if (same && repr_write(run, keys->slots[i], &text))
                raise_error(run, EXC_ValueError, "mapping pattern checks duplicate key (%s)",
                            text_string(&text));
            text_done(&text);
            if (same)
                return 0;
        }
        bool found = false;
        ObjectId value = get_key(run, map, keys->slots[i], &found);
        if (!found)
            return raised(run) ? 0 : run->model->none;
        list_append(run->model, list, value);
    }
    return list;
}

bool match_keys(Run *run, Activation *activation)
{
    Model *model = run->model;
    const Object *keys = model_object(model, stack_at(activation, 1));
    ObjectId values = find_keys(run, stack_at(activation, 2), keys);
    if (!values)
        return false;
    if (values != model->none) {
        const Object *row = model_object(model, values);
        values = row->slot_count ? tuple_from(model, row->slots, row->slot_count)
                                 : model->empty_tuple;
    }
    stack_push_result(run, activation, values);
    return true;
}

/* --- classes --- */

/* One class pattern: its subject, its class, the attributes gathered so far. */
typedef struct ClassMatch {
    Run *run;
    ObjectId subject, type;
    ObjectId seen;   /* list of the names used */
    ObjectId values; /* list */
} ClassMatch;

/* Py_TPFLAGS _MATCH_SELF: one positional pattern matches the subject itself. */
static bool matches_self(Run *run, ObjectId type)
{
    static const TypeName names[] = {TYPE_BOOL,  TYPE_BYTEARRAY, TYPE_BYTES, TYPE_DICT,
                                     TYPE_FLOAT, TYPE_FROZENSET, TYPE_INT,   TYPE_LIST,
                                     TYPE_SET,   TYPE_STR,       TYPE_TUPLE};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (type_is_subtype(run, type, run->model->types[names[i]]))
            return true;
    return false;
}

/* Gathers one attribute: false where it is missing (nothing raised) or something was raised. */
static bool take_attribute(const ClassMatch *match, ObjectId name)
{
    Run *run = match->run;
    bool seen = false;
    if (!object_contains(run, match->seen, name, &seen))
        return false;
    if (seen) {
        Text text = {0};
        if (repr_write(run, name, &text))
            raise_error(run, EXC_TypeError, "%.*s() got multiple sub-patterns for attribute %s",
                        SLICE(type_name(run->model, match->type)), text_string(&text));
        text_done(&text);
        return false;
    }
    list_append(run->model, match->seen, name);
    bool found = false;
    ObjectId value = attribute_find(run, match->subject, name, &found);
    if (!found)
        return false;
    list_append(run->model, match->values, value);
    return true;
}

static bool raise_too_many(const ClassMatch *match, uint32_t allowed, uint32_t given)
{
    return raise_error(match->run, EXC_TypeError,
                       "%.*s() accepts %u positional sub-pattern%s (%u given)",
                       SLICE(type_name(match->run->model, match->type)), allowed,
                       allowed == 1 ? "" : "s", given);
}

static bool take_by_match_args(const ClassMatch *match, ObjectId args, uint32_t positional)
{
    Run *run = match->run;
    const Object *row = model_object(run->model, args);
    if (row->kind != KIND_TUPLE)
        return raise_error(run, EXC_TypeError, "%.*s.__match_args__ must be a tuple (got %.*s)",
                           SLICE(type_name(run->model, match->type)),
                           SLICE(model_type_name(run->model, args)));
    if (row->slot_count < positional)
        return raise_too_many(match, row->slot_count, positional);
    for (uint32_t i = 0; i < positional; i++) {
        if (model_kind(run->model, row->slots[i]) != KIND_STR)
            return raise_error(run, EXC_TypeError,
                               "__match_args__ elements must be strings (got %.*s)",
                               SLICE(model_type_name(run->model, row->slots[i])));
        if (!take_attribute(match, row->slots[i]))
            return false;
    }
    return true;
}

static bool take_positional(const ClassMatch *match, uint32_t positional)
{
    Run *run = match->run;
    bool found = false;
    ObjectId name = model_intern(run->model, slice_of("__match_args__"));
    ObjectId args = attribute_find(run, match->type, name, &found);
    if (found)
        return take_by_match_args(match, args, positional);
    if (raised(run))
        return false;
    uint32_t allowed = matches_self(run, match->type) ? 1 : 0;
    if (positional > allowed)
        return raise_too_many(match, allowed, positional);
    list_append(run->model, match->values, match->subject);
    return true;
}

static bool take_all(const ClassMatch *match, uint32_t positional, const Object *names)
{
    if (positional && !take_positional(match, positional))
        return false;
    for (uint32_t i = 0; i < names->slot_count; i++)
        if (!take_attribute(match, names->slots[i]))
            return false;
    return true;
}

bool match_class(Run *run, Activation *activation, uint32_t positional)
{
    Model *model = run->model;
    ClassMatch match = {
        .run = run, .subject = stack_at(activation, 3), .type = stack_at(activation, 2)};
    const Object *names = model_object(model, stack_at(activation, 1));
    if (model_kind(model, match.type) != KIND_TYPE)
        return raise_error(run, EXC_TypeError, "called match pattern must be a %s",
                           run->profile->minor < 12 ? "type" : "class");
    ObjectId result = model->none;
    bool fits;
    if (!object_is_instance(run, match.subject, match.type, &fits))
        return false;
    if (fits) {
        match.seen = list_from(model, NULL, 0, LIST_FILL_EXACT);
        match.values = list_from(model, NULL, 0, LIST_FILL_EXACT);
        bool matches = take_all(&match, positional, names);
        if (raised(run))
            return false;
        const Object *row = model_object(model, match.values);
        if (matches)
            result = row->slot_count ? tuple_from(model, row->slots, row->slot_count)
                                     : model->empty_tuple;
    }
    stack_replace(run, activation, 3, result);
    return true;
}
