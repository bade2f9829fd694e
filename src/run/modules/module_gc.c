/* gc: Modules/gcmodule.c. */
#include <inttypes.h>
#include <stdlib.h>

#include "base/list.h"
#include "model/collector.h"
#include "run/builtins/stream.h"
#include "run/interpreter.h"
#include "run/modules/module_gc.h"
#include "run/types/slots.h"

static ObjectId none(Run *run)
{
    return run_model(run)->none;
}

static const char *const generation_keywords[] = {"generation", ""};

static ObjectId gc_collect(Run *run, const Arguments *arguments)
{
    ObjectId generation_object = argument_at(arguments, 0);
    int64_t generation = 2;
    if (generation_object && !argument_int(run, generation_object, &generation))
        return 0;
    if (generation < 0 || generation > 2)
        return raise_error(run, EXC_ValueError, "invalid generation");
    uint32_t found = collector_collect_told(run_model(run), (int)generation);
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
    uint32_t count = arguments->count;
    if ((count < 1 || count > 3) && run->profile->minor >= 13)
        return raise_error(run, EXC_TypeError, "gc.set_threshold requires 1 to 3 arguments");
    if (count < 1 || count > 3)
        return raise_error(run, EXC_TypeError, "set_threshold() takes at %s (%u given)",
                           count ? "most 3 arguments" : "least 1 argument", count);
    for (uint32_t i = 0; i < arguments->count; i++) {
        if (!argument_int(run, arguments->values[i], &values[i]))
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
    uint32_t mark = hand_mark(model);
    bool fine = dict_set_key(run, dict, str_from_string(model, name), int_from(model, value));
    hand_release(model, mark);
    return fine;
}

/* A warm model counts from 0, what it says begins with the start's own collections. */
static uint32_t statistic(const Model *model, Register first, const uint32_t at_start[3],
                          uint32_t generation)
{
    uint32_t value = model_register(model, (Register)(first + generation));
    return model->start == START_WARM ? value + at_start[generation] : value;
}

static ObjectId gc_get_stats(Run *run, const Arguments *arguments)
{
    (void)arguments;
    Model *model = run_model(run);
    const ProfileStartup *start = &model->profile->startup;
    ObjectId list = list_from(model, NULL, 0, LIST_FILL_EXACT);
    for (uint32_t i = 0; i < 3; i++) {
        uint32_t mark = hand_mark(model);
        ObjectId dict = dict_create(model);
        add_statistic(run, dict, "collections",
                      statistic(model, REGISTER_GC_COLLECTIONS0, start->collections, i));
        add_statistic(run, dict, "collected",
                      statistic(model, REGISTER_GC_COLLECTED0, start->collected, i));
        add_statistic(run, dict, "uncollectable", 0);
        list_append(model, list, dict);
        hand_release(model, mark);
    }
    return list;
}

static ObjectId gc_is_tracked(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    return bool_from(model,
                     collector_generation(model, &model->state, arguments->values[0]) >= 0);
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
    Model *model;
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
    Model *model = run_model(run);
    ObjectId generation_object = argument_at(arguments, 0);
    Gathered gathered = {.model = model};
    int64_t generation = -1;
    if (generation_object && generation_object != model->none) {
        if (!lookup_special(run, generation_object, "__index__"))
            return raise_error(run, EXC_TypeError,
                               "argument should be integer or None, not '%s'",
                               type_string(run, generation_object));
        if (!object_index(run, generation_object, &generation))
            return 0;
        if (generation < -1 || generation > 2)
            return raise_error(run, EXC_ValueError,
                               generation < 0
                                   ? "generation parameter cannot be negative"
                                   : "generation parameter must be less than the number of "
                                     "available generations (3)");
    }
    if (generation >= 0) {
        gather_generation(&gathered, (GcList)(GC_GENERATION0 + generation));
    } else {
        for (GcList list = GC_GENERATION0; list <= GC_GENERATION2; list++)
            gather_generation(&gathered, list);
    }
    return gathered_list(run, &gathered);
}

/* dict_traverse visits the keys of a dict only where one of them is no str. */
static bool has_str_keys(const Model *model, ObjectId dict)
{
    for (uint32_t i = 0; i < dict_entry_end(model, dict); i++) {
        ObjectId key = dict_key(model, dict, i);
        if (key && model_kind(model, key) != KIND_STR)
            return false;
    }
    return true;
}

static void gather_values(Gathered *gathered, ObjectId dict)
{
    for (uint32_t i = 0; i < dict_entry_end(gathered->model, dict); i++)
        if (dict_key(gathered->model, dict, i))
            gather(gathered, dict_value(gathered->model, dict, i));
}

static bool visit_referent(void *context, ObjectId referent)
{
    Gathered *gathered = context;
    if (is_visible(gathered->model, referent))
        gather(gathered, referent);
    return true;
}

/* Its own slots are behind what its class adds: of these, nothing or the values of a dict
 * alone.
 */
static void leave_out_slots(Gathered *gathered, ObjectId id)
{
    const Object *object = model_object(gathered->model, id);
    for (uint32_t i = 0; i < object->slot_count; i++)
        gathered->count -= object->slots[i] != 0;
    if (object->kind == KIND_DICT)
        gather_values(gathered, id);
}

/* Of a generator it is the frame itself, which the collector looks through. */
static void gather_referents(Gathered *gathered, ObjectId id)
{
    Model *model = gathered->model;
    ObjectKind kind = model_kind(model, id);
    if (!(model_object(model, id)->flags & OBJECT_GC))
        return;
    if (kind == KIND_GENERATOR)
        state_visit(&model->state, id, visit_referent, gathered);
    else
        collector_traverse(model, id, visit_referent, gathered);
    bool values = kind == KIND_DICT && has_str_keys(model, id) && !dict_is_embedded(model, id);
    if (values || kind == KIND_BYTEARRAY)
        leave_out_slots(gathered, id);
}

static ObjectId gc_get_referents(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    Gathered gathered = {.model = model};
    for (uint32_t i = 0; i < arguments->count; i++) {
        gather_referents(&gathered, arguments->values[i]);
    }
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

/* The tuple of the call's own arguments, which HAND holds, is no referrer; 0: there is none. */
static ObjectId argument_tuple(const Model *model, const Arguments *arguments)
{
    const Object *hand = model_object(model, HAND);
    ObjectId last = hand->slot_count ? hand->slots[hand->slot_count - 1] : 0;
    return last && model_kind(model, last) == KIND_TUPLE &&
                   model_object(model, last)->slot_count == arguments->count &&
                   model_object(model, last)->refcount == 1
               ? last
               : 0;
}

static void seek_targets(Run *run, ObjectId id, Gathered *gathered)
{
    const Object *object = model_object(run_model(run), id);
    uint32_t end = object->kind == KIND_FRAME ? frame_locals_end(run, id) : 0;
    if (!end) {
        collector_traverse(run_model(run), id, visit_target, gathered);
        return;
    }
    for (uint32_t i = 0; i < end && i < object->slot_count && !gathered->found; i++)
        if (object->slots[i])
            visit_target(gathered, object->slots[i]);
}

static ObjectId gc_get_referrers(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    Gathered gathered = {.model = model, .targets = arguments};
    ObjectId own = argument_tuple(model, arguments);
    for (GcList list = GC_GENERATION0; list <= GC_GENERATION2; list++) {
        ObjectId id = model->state.lists[list].first;
        for (; id; id = model_object(model, id)->gc_next) {
            gathered.found = false;
            if (is_visible(model, id) && id != own)
                seek_targets(run, id, &gathered);
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

static ObjectId gc_freeze(Run *run, const Arguments *arguments)
{
    (void)arguments;
    collector_freeze(run_model(run));
    return none(run);
}

static ObjectId gc_unfreeze(Run *run, const Arguments *arguments)
{
    (void)arguments;
    collector_unfreeze(run_model(run));
    return none(run);
}

/* --- debugging --- */

enum { DEBUG_STATS = 1, DEBUG_COLLECTABLE = 2, DEBUG_SAVEALL = 32 };

static ObjectId gc_get_debug(Run *run, const Arguments *arguments)
{
    (void)arguments;
    return int_from(run_model(run), run_objects(run)->gc_debug);
}

static ObjectId gc_set_debug(Run *run, const Arguments *arguments)
{
    int64_t flags;
    Model *model = run_model(run);
    if (!argument_int(run, arguments->values[0], &flags))
        return 0;
    run_objects(run)->gc_debug = (uint32_t)flags;
    model->saves_garbage = flags & DEBUG_SAVEALL;
    model->tells_garbage = flags & DEBUG_COLLECTABLE;
    return none(run);
}

void gc_tell_collectable(Run *run, ObjectId id)
{
    Model *model = run_model(run);
    if (!is_visible(model, id))
        return;
    Text text = {0};
    text_append_format(&text, "gc: collectable <%s 0x%" PRIx64 ">\n", type_string(run, id),
                       model_address(model, id));
    stream_write_error(run, text_slice(&text));
    text_done(&text);
}

void gc_save(Run *run, ObjectId id)
{
    if (is_visible(run_model(run), id))
        list_append(run_model(run), run_objects(run)->gc_garbage, id);
}

/* What gc.DEBUG_STATS has a collection say. */
static void tell_statistics(Run *run, bool starts, int generation, uint32_t found)
{
    const Model *model = run_model(run);
    Text text = {0};
    if (starts)
        text_append_format(&text,
                           "gc: collecting generation %d...\n"
                           "gc: objects in each generation: %u %u %u\n"
                           "gc: objects in permanent generation: %u\n",
                           generation, model->state.lists[GC_GENERATION0].count,
                           model->state.lists[GC_GENERATION1].count,
                           model->state.lists[GC_GENERATION2].count,
                           model->state.lists[GC_PERMANENT].count);
    else
        text_append_format(
            &text, "gc: done, %u unreachable, 0 uncollectable, 0.0000s elapsed\n", found);
    stream_write_error(run, text_slice(&text));
    text_done(&text);
}

/* invoke_gc_callback */
static void call_callbacks(Run *run, bool starts, int generation, uint32_t found)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId callbacks = run_objects(run)->gc_callbacks;
    ObjectId info = dict_create(model);
    add_statistic(run, info, "generation", (uint32_t)generation);
    add_statistic(run, info, "collected", found);
    add_statistic(run, info, "uncollectable", 0);
    ObjectId values[] = {str_from_string(model, starts ? "start" : "stop"), info};
    if (model->profile->minor < 12) /* PyObject_CallFunction with "sO" */
        hand_hold(model, info);
    for (uint32_t i = 0; i < model_object(model, callbacks)->slot_count; i++) {
        ObjectId callback = hand_hold(model, model_object(model, callbacks)->slots[i]);
        call_object(run, callback, values, 2);
        run_write_ignored(run, callback);
    }
    hand_release(model, mark);
}

void gc_tell_collection(Run *run, bool starts, int generation, uint32_t found)
{
    const ObjectsState *state = run_objects(run);
    if (state->gc_debug & DEBUG_STATS)
        tell_statistics(run, starts, generation, found);
    if (state->gc_callbacks && model_object(run_model(run), state->gc_callbacks)->slot_count)
        call_callbacks(run, starts, generation, found);
}

static const Native functions[] = {
    {"collect", gc_collect, 0, 1, generation_keywords, NATIVE_VARARGS},
    {"disable", gc_disable, 0, 0, NULL, NATIVE_NOARGS},
    {"enable", gc_enable, 0, 0, NULL, NATIVE_NOARGS},
    {"freeze", gc_freeze, 0, 0, NULL, NATIVE_NOARGS, .since = 7},
    {"get_count", gc_get_count, 0, 0, NULL, NATIVE_NOARGS},
    {"get_debug", gc_get_debug, 0, 0, NULL, NATIVE_NOARGS},
    {"get_freeze_count", gc_get_freeze_count, 0, 0, NULL, NATIVE_NOARGS, .since = 7},
    {"get_objects", gc_get_objects, 0, 0, NULL, NATIVE_NOARGS, .until = 7},
    {"get_objects", gc_get_objects, 0, 1, generation_keywords, NATIVE_VARARGS, .since = 8},
    {"get_referents", gc_get_referents, 0, -1, NULL, NATIVE_VARARGS},
    {"get_referrers", gc_get_referrers, 0, -1, NULL, NATIVE_VARARGS},
    {"get_stats", gc_get_stats, 0, 0, NULL, NATIVE_NOARGS},
    {"get_threshold", gc_get_threshold, 0, 0, NULL, NATIVE_NOARGS},
    {"is_finalized", gc_is_finalized, 1, 1, NULL, NATIVE_O, .since = 9},
    {"is_tracked", gc_is_tracked, 1, 1, NULL, NATIVE_O},
    {"isenabled", gc_isenabled, 0, 0, NULL, NATIVE_NOARGS},
    {"set_debug", gc_set_debug, 1, 1, NULL, NATIVE_O},
    {"set_threshold", gc_set_threshold, 1, 3, NULL, NATIVE_RAW},
    {"unfreeze", gc_unfreeze, 0, 0, NULL, NATIVE_NOARGS, .since = 7},
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
    ObjectsState *state = run_objects(run);
    state->gc_garbage = list_from(model, NULL, 0, LIST_FILL_EXACT);
    state->gc_callbacks = list_from(model, NULL, 0, LIST_FILL_EXACT);
    dict_set_str(model, dict, model_intern(model, slice_of("garbage")), state->gc_garbage);
    dict_set_str(model, dict, model_intern(model, slice_of("callbacks")), state->gc_callbacks);
    /* The interpreter holds them too: the program may delete the names. */
    reference_push(model, model->interpreter, state->gc_garbage);
    reference_push(model, model->interpreter, state->gc_callbacks);
    return true;
}

const NativeModule module_gc = {"gc", functions, fill};
