/* functools._lru_cache_wrapper: Modules/_functoolsmodule.c. The cache is a dict; where its size
 * is bounded, its values are links, chained from the one that was used longest ago. */
#include <stdlib.h>

#include "base/memory.h"
#include "model/sides.h"
#include "run/modules/functools.h"
#include "run/types/slots.h"

/* A cache's slots. Field a: the oldest link, b: the newest (ids, not counted; 0: none). */
enum { CACHE_FUNCTION, CACHE_DICT, CACHE_INFO_TYPE, CACHE_SLOT_COUNT };
/* A link's slots. Field a: the one before, b: the one after. */
enum { LINK_KEY, LINK_RESULT };

typedef struct CacheSide {
    Side side;
    bool is_bounded;
    int64_t limit; /* of results; 0 and below: none is kept */
    uint64_t hits, misses;
    bool typed;
} CacheSide;

static CacheSide *side_of_cache(Run *run, ObjectId cache)
{
    return (CacheSide *)model_side(run->model, cache, sizeof(CacheSide));
}

/* --- making --- */

static ObjectId cache_new(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    int64_t limit = 0;
    bool typed = false;
    if (!argument_count(run, arguments, 1, "_lru_cache_wrapper", 4, 4))
        return 0;
    const ObjectId *values = arguments->values + 1;
    bool is_bounded = values[1] != model->none;
    if (!object_is_callable(run, values[0]))
        return raise_error(run, EXC_TypeError, "the first argument must be callable");
    if ((is_bounded && !object_index(run, values[1], &limit)) ||
        !object_truth(run, values[2], &typed))
        return 0;
    ObjectId parts[CACHE_SLOT_COUNT] = {values[0], dict_create(model), values[3]};
    ObjectId cache = native_create(run, arguments->values[0], parts, CACHE_SLOT_COUNT);
    CacheSide *side = side_of_cache(run, cache);
    side->is_bounded = is_bounded;
    side->limit = limit < 0 && run->profile->minor >= 7 ? 0 : limit;
    side->typed = typed;
    return hand_return(model, mark, cache);
}

/* --- keys --- */

static bool is_own_key(const Model *model, ObjectId value)
{
    return object_is_exact(model, value, TYPE_INT) || object_is_exact(model, value, TYPE_STR);
}

/* lru_cache_make_key: one plain argument is its own key (3.7+); else a tuple of all that
 * counts, that of the arguments where it says all. */
static ObjectId make_key(Run *run, ObjectId cache, const Arguments *call)
{
    const Model *model = run->model;
    bool typed = side_of_cache(run, cache)->typed;
    bool alone = run->profile->minor >= 7 && !call->name_count && call->count == 1;
    if (!typed && alone && is_own_key(model, call->values[0]))
        return call->values[0];
    if (!typed && !call->name_count)
        return call->tuple ? call->tuple : model->empty_tuple;
    uint32_t all = call->count + call->name_count, count = 0;
    ObjectId *parts = memory_allocate((2 * all + call->name_count + 2) * sizeof *parts);
    for (uint32_t i = 0; i < call->count; i++)
        parts[count++] = call->values[i];
    if (call->name_count)
        parts[count++] = native_type(run, &functools_link); /* nobody else has it */
    for (uint32_t i = 0; i < call->name_count; i++) {
        parts[count++] = model_object(model, call->names)->slots[i];
        parts[count++] = call->values[call->count + i];
    }
    for (uint32_t i = 0; i < all && typed; i++)
        parts[count++] = model_object(model, call->values[i])->type;
    ObjectId key = tuple_from(run->model, parts, count);
    free(parts);
    return key;
}

/* --- the chain --- */

static void unchain(Run *run, ObjectId cache, ObjectId link)
{
    Model *model = run->model;
    ObjectId before = model_object(model, link)->a, after = model_object(model, link)->b;
    object_set_field(model, before ? before : cache, before ? FIELD_B : FIELD_A, after);
    object_set_field(model, after ? after : cache, after ? FIELD_A : FIELD_B, before);
}

static void chain_newest(Run *run, ObjectId cache, ObjectId link)
{
    Model *model = run->model;
    ObjectId newest = model_object(model, cache)->b;
    object_set_field(model, link, FIELD_A, newest);
    object_set_field(model, link, FIELD_B, 0);
    object_set_field(model, newest ? newest : cache, newest ? FIELD_B : FIELD_A, link);
    object_set_field(model, cache, FIELD_B, link);
}

/* The link that was used longest ago leaves the cache and is given, to be used again. */
static ObjectId take_oldest(Run *run, ObjectId cache)
{
    Model *model = run->model;
    bool found = false;
    ObjectId oldest = hand_hold(model, model_object(model, cache)->a);
    unchain(run, cache, oldest);
    ObjectId key = functools_slot(run, oldest, LINK_KEY);
    if (!dict_delete_key(run, functools_slot(run, cache, CACHE_DICT), key, &found))
        return 0;
    return oldest;
}

static bool remember(Run *run, ObjectId cache, ObjectId key, ObjectId result)
{
    Model *model = run->model;
    ObjectId dict = functools_slot(run, cache, CACHE_DICT), link;
    if ((int64_t)dict_used(model, dict) >= side_of_cache(run, cache)->limit) {
        link = take_oldest(run, cache);
        if (!link)
            return false;
        reference_set(model, link, LINK_KEY, key);
        reference_set(model, link, LINK_RESULT, result);
    } else {
        link =
            native_create(run, native_type(run, &functools_link), (ObjectId[]){key, result}, 2);
    }
    if (!dict_set_key(run, dict, key, link))
        return false;
    chain_newest(run, cache, link);
    return true;
}

/* --- calling --- */

/* From 3.7 on a miss counts even if the function then raises. */
static ObjectId call_through(Run *run, ObjectId cache, const Arguments *call)
{
    bool counts_first = run->profile->minor >= 7;
    side_of_cache(run, cache)->misses += counts_first;
    ObjectId tuple = call->tuple ? call->tuple : run->model->empty_tuple;
    ObjectId result =
        call_with_tuple(run, functools_slot(run, cache, CACHE_FUNCTION), tuple, call->dict);
    side_of_cache(run, cache)->misses += result && !counts_first;
    return result;
}

static ObjectId call_unbounded(Run *run, ObjectId cache, ObjectId key, const Arguments *call)
{
    bool found = false;
    ObjectId dict = functools_slot(run, cache, CACHE_DICT);
    ObjectId result = dict_get_key(run, dict, key, &found);
    if (found)
        side_of_cache(run, cache)->hits++;
    if (found || raised(run))
        return result;
    result = call_through(run, cache, call);
    return result && dict_set_key(run, dict, key, result) ? result : 0;
}

static ObjectId call_bounded(Run *run, ObjectId cache, ObjectId key, const Arguments *call)
{
    bool found = false;
    ObjectId dict = functools_slot(run, cache, CACHE_DICT);
    ObjectId link = dict_get_key(run, dict, key, &found);
    if (!found && raised(run))
        return 0;
    if (found) {
        side_of_cache(run, cache)->hits++;
        unchain(run, cache, link);
        chain_newest(run, cache, link);
        return hand_hold(run->model, functools_slot(run, link, LINK_RESULT));
    }
    ObjectId result = call_through(run, cache, call);
    if (!result)
        return 0;
    /* The call may have put the same key there. */
    dict_get_key(run, dict, key, &found);
    if (found)
        return result;
    return !raised(run) && remember(run, cache, key, result) ? result : 0;
}

static ObjectId cache_call(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId cache = arguments->values[0];
    Arguments call = {
        arguments->values + 1, arguments->count - 1,          arguments->names,
        arguments->name_count, .tuple = arguments->own_tuple, .dict = arguments->own_dict};
    call_pack(run, &call);
    const CacheSide *side = side_of_cache(run, cache);
    ObjectId result;
    if (side->is_bounded && side->limit <= 0)
        result = call_through(run, cache, &call);
    else if (side->is_bounded)
        result = call_bounded(run, cache, make_key(run, cache, &call), &call);
    else
        result = call_unbounded(run, cache, make_key(run, cache, &call), &call);
    return result ? hand_return(model, mark, result) : 0;
}

/* --- its methods --- */

static ObjectId cache_info(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    ObjectId cache = arguments->values[0];
    const CacheSide *side = side_of_cache(run, cache);
    ObjectId values[] = {
        int_from(model, (int64_t)side->hits), int_from(model, (int64_t)side->misses),
        side->is_bounded ? int_from(model, side->limit) : model->none,
        int_from(model, dict_used(model, functools_slot(run, cache, CACHE_DICT)))};
    return call_object(run, functools_slot(run, cache, CACHE_INFO_TYPE), values, 4);
}

static ObjectId cache_clear(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    ObjectId cache = arguments->values[0];
    CacheSide *side = side_of_cache(run, cache);
    side->hits = side->misses = 0;
    object_set_field(model, cache, FIELD_A, 0);
    object_set_field(model, cache, FIELD_B, 0);
    dict_clear(model, functools_slot(run, cache, CACHE_DICT));
    return model->none;
}

/* As a method: bound to the instance that it is found on. */
static ObjectId cache_get(Run *run, const Arguments *arguments)
{
    ObjectId object = argument_at(arguments, 1);
    if (!object || object == run->model->none)
        return arguments->values[0];
    return method_create(run, arguments->values[0], object);
}

static ObjectId cache_copy(Run *run, const Arguments *arguments)
{
    (void)run;
    return arguments->values[0];
}

static const Native cache_methods[] = {
    {"__call__", cache_call, 0, -1, NULL, NATIVE_RAW},
    {"__copy__", cache_copy, 0, 0, NULL, NATIVE_NOARGS},
    {"__deepcopy__", cache_copy, 1, 1, NULL, NATIVE_O},
    {"__get__", cache_get, 1, 2, NULL, NATIVE_SLOT},
    {"__new__", cache_new, 0, -1, NULL, NATIVE_STATIC},
    {"cache_clear", cache_clear, 0, 0, NULL, NATIVE_NOARGS},
    {"cache_info", cache_info, 0, 0, NULL, NATIVE_NOARGS},
    SLOT_ROW_END,
};
const NativeType functools_cache = {.name = "functools._lru_cache_wrapper",
                                    .flags = NATIVE_GC | NATIVE_BASETYPE | NATIVE_DICT |
                                             NATIVE_WEAKREF,
                                    .sizes = {176, 160, 144, 152, 168},
                                    .methods = cache_methods};

static const Native link_methods[] = {SLOT_ROW_END};
const NativeType functools_link = {.name = "functools._lru_list_elem",
                                   .flags = NATIVE_HIDDEN,
                                   .sizes = {56},
                                   .methods = link_methods};
