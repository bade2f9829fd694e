/* gc: Modules/gcmodule.c. */
#include <stdlib.h>

#include "base/list.h"
#include "model/collector.h"
#include "run/slots.h"

static ObjectId none(Run *run)
{
    return run_model(run)->none;
}

static const char *const generation_keywords[] = {"generation", ""};

static ObjectId gc_collect(Run *run, const Arguments *arguments)
{
    ObjectId generation_object = argument_at(arguments, 0);
    int64_t generation = 2;
    if (generation_object && !object_index(run, generation_object, &generation))
        return 0;
    if (generation < 0 || generation > 2)
        return raise_error(run, EXC_ValueError, "invalid generation");
    uint32_t found = collector_collect(run_model(run), (int)generation);
    return raised(run) ? 0 : int_from(run_model(run), found);
}

/* Three registers as a tuple. */
static ObjectId triple(Run *run, Register first)
{
    Model *model = run_model(run);
    ObjectId values[3];
    for (uint32_t i = 0; i < 3; i++)
        values[i] = int_from(model, (int32_t)model_register(model, (Register)(first + i)));
    return tuple_from(model, values, 3);
}

static ObjectId gc_get_count(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return triple(run, REGISTER_GC_COUNT0);
}

static ObjectId gc_get_threshold(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return triple(run, REGISTER_GC_THRESHOLD0);
}

static ObjectId gc_set_threshold(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    int64_t values[3];
    if (arguments->count < 1 || arguments->count > 3)
        return raise_error(run, EXC_TypeError, "gc.set_threshold requires 1 to 3 arguments");
    for (uint32_t i = 0; i < arguments->count; i++) {
        if (!object_index(run, arguments->values[i], &values[i]))
            return 0;
        if (values[i] > INT32_MAX || values[i] < INT32_MIN)
            return raise_error(run, EXC_OverflowError,
                               values[i] > 0 ? "signed integer is greater than maximum"
                                             : "signed integer is less than minimum");
    }
    for (uint32_t i = 0; i < arguments->count; i++)
        model_set_register(model, (Register)(REGISTER_GC_THRESHOLD0 + i),
                           (uint32_t)(int32_t)values[i]);
    return none(run);
}

static ObjectId gc_enable(Run *run, const Arguments *arguments)
{
    (void)arguments;
    model_set_register(run_model(run), REGISTER_GC_ENABLED, 1);
    return none(run);
}

static ObjectId gc_disable(Run *run, const Arguments *arguments)
{
    (void)arguments;
    model_set_register(run_model(run), REGISTER_GC_ENABLED, 0);
    return none(run);
}

static ObjectId gc_isenabled(Run *run, const Arguments *arguments)
{
    (void)arguments;
    Model *model = run_model(run);
    return bool_from(model, model_register(model, REGISTER_GC_ENABLED) != 0);
}

static bool add_statistic(Run *run, ObjectId dict, const char *name, uint32_t value)
{
    Model *model = run_model(run);
    return dict_set_key(run, dict, str_from_string(model, name), int_from(model, value));
}

static ObjectId gc_get_stats(Run *run, const Arguments *arguments)
{
    (void)arguments;
    Model *model = run_model(run);
    ObjectId list = list_from(model, NULL, 0, LIST_FILL_EXACT);
    for (uint32_t i = 0; i < 3; i++) {
        uint32_t mark = hand_mark(model);
        ObjectId dict = dict_create(model);
        add_statistic(run, dict, "collections",
                      model_register(model, (Register)(REGISTER_GC_COLLECTIONS0 + i)));
        add_statistic(run, dict, "collected",
                      model_register(model, (Register)(REGISTER_GC_COLLECTED0 + i)));
        add_statistic(run, dict, "uncollectable", 0);
        list_append(model, list, dict);
        hand_release(model, mark);
    }
    return list;
}

static ObjectId gc_is_tracked(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    return bool_from(model, collector_is_tracked(model, arguments->values[0]));
}

static ObjectId gc_is_finalized(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    return bool_from(
        model, (model_object(model, arguments->values[0])->flags & OBJECT_FINALIZED) != 0);
}

/* --- who refers to whom --- */

/* Ids gathered before any of them is put into a list. */
typedef struct Gathered {
    const Model *model;
    ObjectId *items;
    size_t count, capacity;
    const Arguments *targets; /* get_referrers: what is looked for */
    bool found;
} Gathered;

static bool is_visible(const Model *model, ObjectId id)
{
    ObjectKind kind = model_kind(model, id);
    return kind != KIND_HOLDER && kind != KIND_KEYS && kind != KIND_FREE && id != SET_DUMMY;
}

static void gather(Gathered *gathered, ObjectId id)
{
    gathered->items = list_reserve(gathered->items, &gathered->capacity, gathered->count + 1,
                                   sizeof *gathered->items);
    gathered->items[gathered->count++] = id;
}

static ObjectId gathered_list(Run *run, Gathered *gathered)
{
    Model *model = run_model(run);
    ObjectId list = list_from(model, NULL, 0, LIST_FILL_EXACT);
    for (size_t i = 0; i < gathered->count; i++)
        list_append(model, list, gathered->items[i]);
    free(gathered->items);
    return list;
}

static void gather_generation(Gathered *gathered, GcList generation)
{
    ObjectId id = gathered->model->state.lists[generation].first;
    for (; id; id = model_object(gathered->model, id)->gc_next)
        if (is_visible(gathered->model, id))
            gather(gathered, id);
}

static ObjectId gc_get_objects(Run *run, const Arguments *arguments)
{
    const Model *model = run_model(run);
    ObjectId generation_object = argument_at(arguments, 0);
    Gathered gathered = {.model = model};
    int64_t generation = 0;
    if (generation_object && generation_object != model->none) {
        if (!object_index(run, generation_object, &generation))
            return 0;
        if (generation < 0 || generation > 2)
            return raise_error(run, EXC_ValueError,
                               generation < 0
                                   ? "generation parameter cannot be negative"
                                   : "generation parameter must be less than the number of "
                                     "available generations (3)");
        gather_generation(&gathered, (GcList)(GC_GENERATION0 + generation));
    } else {
        for (GcList list = GC_GENERATION0; list <= GC_GENERATION2; list++)
            gather_generation(&gathered, list);
    }
    return gathered_list(run, &gathered);
}

static bool visit_referent(void *context, ObjectId referent)
{
    Gathered *gathered = context;
    if (is_visible(gathered->model, referent))
        gather(gathered, referent);
    return true;
}

static ObjectId gc_get_referents(Run *run, const Arguments *arguments)
{
    const Model *model = run_model(run);
    Gathered gathered = {.model = model};
    for (uint32_t i = 0; i < arguments->count; i++)
        if (model_object(model, arguments->values[i])->flags & OBJECT_GC)
            state_visit(&model->state, arguments->values[i], visit_referent, &gathered);
    return gathered_list(run, &gathered);
}

static bool visit_target(void *context, ObjectId referent)
{
    Gathered *gathered = context;
    for (uint32_t i = 0; i < gathered->targets->count; i++)
        if (gathered->targets->values[i] == referent)
            gathered->found = true;
    return !gathered->found;
}

static ObjectId gc_get_referrers(Run *run, const Arguments *arguments)
{
    const Model *model = run_model(run);
    Gathered gathered = {.model = model, .targets = arguments};
    for (GcList list = GC_GENERATION0; list <= GC_GENERATION2; list++) {
        ObjectId id = model->state.lists[list].first;
        for (; id; id = model_object(model, id)->gc_next) {
            gathered.found = false;
            if (is_visible(model, id))
                state_visit(&model->state, id, visit_target, &gathered);
            if (gathered.found)
                gather(&gathered, id);
        }
    }
    return gathered_list(run, &gathered);
}

/* --- freeze --- */

static ObjectId gc_get_freeze_count(Run *run, const Arguments *arguments)
{
    (void)arguments;
    const Model *model = run_model(run);
    return int_from(run_model(run), model->state.lists[GC_PERMANENT].count);
}

static ObjectId gc_unsupported(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return raise_unsupported(run, "heapstep has no gc.freeze, gc.unfreeze and gc.set_debug");
}

static ObjectId gc_get_debug(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return int_from(run_model(run), 0);
}

static const Native functions[] = {
    {"collect", gc_collect, 0, 1, generation_keywords, NATIVE_VARARGS},
    {"disable", gc_disable, 0, 0, NULL, NATIVE_NOARGS},
    {"enable", gc_enable, 0, 0, NULL, NATIVE_NOARGS},
    {"freeze", gc_unsupported, 0, 0, NULL, NATIVE_NOARGS},
    {"get_count", gc_get_count, 0, 0, NULL, NATIVE_NOARGS},
    {"get_debug", gc_get_debug, 0, 0, NULL, NATIVE_NOARGS},
    {"get_freeze_count", gc_get_freeze_count, 0, 0, NULL, NATIVE_NOARGS},
    {"get_objects", gc_get_objects, 0, 1, generation_keywords, NATIVE_VARARGS},
    {"get_referents", gc_get_referents, 0, -1, NULL, NATIVE_VARARGS},
    {"get_referrers", gc_get_referrers, 0, -1, NULL, NATIVE_VARARGS},
    {"get_stats", gc_get_stats, 0, 0, NULL, NATIVE_NOARGS},
    {"get_threshold", gc_get_threshold, 0, 0, NULL, NATIVE_NOARGS},
    {"is_finalized", gc_is_finalized, 1, 1, NULL, NATIVE_O},
    {"is_tracked", gc_is_tracked, 1, 1, NULL, NATIVE_O},
    {"isenabled", gc_isenabled, 0, 0, NULL, NATIVE_NOARGS},
    {"set_debug", gc_unsupported, 1, 1, NULL, NATIVE_O},
    {"set_threshold", gc_set_threshold, 1, 3, NULL, NATIVE_RAW},
    {"unfreeze", gc_unsupported, 0, 0, NULL, NATIVE_NOARGS},
    SLOT_ROW_END,
};

static bool fill(Run *run, ObjectId dict)
{
    Model *model = run_model(run);
    static const char *const flags[] = {"DEBUG_STATS", "DEBUG_COLLECTABLE",
                                        "DEBUG_UNCOLLECTABLE", "DEBUG_SAVEALL", "DEBUG_LEAK"};
    static const int64_t values[] = {1, 2, 4, 32, 38};
    for (int i = 0; i < 5; i++)
        dict_set_str(model, dict, model_intern(model, slice_of(flags[i])),
                     int_from(model, values[i]));
    dict_set_str(model, dict, model_intern(model, slice_of("garbage")),
                 list_from(model, NULL, 0, LIST_FILL_EXACT));
    dict_set_str(model, dict, model_intern(model, slice_of("callbacks")),
                 list_from(model, NULL, 0, LIST_FILL_EXACT));
    return true;
}

const NativeModule module_gc = {"gc", functions, fill};
