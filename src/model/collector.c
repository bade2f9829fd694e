#include "model/collector.h"

#include <stdlib.h>

#include "model/containers.h"
#include "model/memory.h"
#include "model/weakref.h"

static const Object *row(const Model *model, ObjectId id)
{
    return model_object(model, id);
}

static Register numbered(Register first, int generation)
{
    return (Register)((int)first + generation);
}

static uint32_t count_of(const Model *model, int generation)
{
    return model_register(model, numbered(REGISTER_GC_COUNT0, generation));
}

static void set_count(Model *model, int generation, uint32_t count)
{
    model_set_register(model, numbered(REGISTER_GC_COUNT0, generation), count);
}

static GcList list_of(int generation)
{
    return (GcList)(GC_GENERATION0 + generation);
}

static ObjectId first_of(const Model *model, GcList list)
{
    return model->state.lists[list].first;
}

static uint32_t length_of(const Model *model, GcList list)
{
    return model->state.lists[list].count;
}

void collector_move(Model *model, ObjectId id, GcList to)
{
    const Object *object = row(model, id);
    if (object->list == to && model->state.lists[to].last == id)
        return;
    model_commit(model, (Change){.kind = CHANGE_LINK,
                                 .target = id,
                                 .index = object->gc_prev,
                                 .before = object->list,
                                 .after = to});
}

static void merge(Model *model, GcList from, GcList to)
{
    ObjectId first = first_of(model, from);
    if (from != to && first)
        model_commit(
            model, (Change){.kind = CHANGE_MERGE, .index = first, .before = from, .after = to});
}

/* --- allocation, tracking --- */

static bool is_due(const Model *model, int generation)
{
    if (model->collects_always)
        return true;
    uint32_t threshold = model_register(model, numbered(REGISTER_GC_THRESHOLD0, generation));
    return count_of(model, generation) > threshold;
}

void collector_allocated(Model *model)
{
    if (!model->started || model->apart)
        return;
    set_count(model, 0, count_of(model, 0) + 1);
    if (!is_due(model, 0) || !model_register(model, REGISTER_GC_THRESHOLD0) ||
        !model_register(model, REGISTER_GC_ENABLED) ||
        model_register(model, REGISTER_COLLECTING))
        return;
    if (model->profile->gc.when == COLLECT_AT_EVAL_BREAKER)
        model->collection_due = true;
    else
        collector_run_due(model);
}

void collector_freed(Model *model)
{
    if (model->started && count_of(model, 0))
        set_count(model, 0, count_of(model, 0) - 1);
}

void collector_track(Model *model, ObjectId id)
{
    if (row(model, id)->list == GC_UNTRACKED && !model->apart)
        collector_move(model, id, GC_GENERATION0);
}

void collector_untrack(Model *model, ObjectId id)
{
    if (row(model, id)->list != GC_UNTRACKED)
        collector_move(model, id, GC_UNTRACKED);
}

bool collector_is_tracked(const Model *model, ObjectId id)
{
    return row(model, id)->list != GC_UNTRACKED;
}

/* --- the graph --- */

typedef struct Traversal {
    Model *model;
    VisitReference *visit;
    void *context;
    bool through_frame;
    ObjectId through; /* a dict, 0: none */
} Traversal;

static bool visit_through(void *context, ObjectId referent)
{
    const Traversal *traversal = context;
    Model *model = traversal->model;
    bool is_inner = traversal->through_frame && row(model, referent)->kind == KIND_FRAME &&
                    row(model, referent)->list == GC_UNTRACKED;
    if (is_inner || referent == traversal->through)
        return state_visit(&model->state, referent, traversal->visit, traversal->context);
    return traversal->visit(traversal->context, referent);
}

static bool is_embedded(const Model *model, ObjectId dict)
{
    return dict && row(model, dict)->kind == KIND_DICT && dict_is_embedded(model, dict);
}

/* What the frame of a generator holds that is not running, the generator holds (gen_traverse);
 * of a running frame CPython visits nothing. */
void collector_traverse(Model *model, ObjectId id, VisitReference *visit, void *context)
{
    const Object *object = row(model, id);
    if (is_embedded(model, id))
        return;
    bool suspended = object->kind == KIND_GENERATOR && object->a != GENERATOR_RUNNING;
    ObjectId dict = is_embedded(model, object->dict) ? object->dict : 0;
    Traversal traversal = {model, visit, context, suspended, dict};
    state_visit(&model->state, id, visit_through, &traversal);
}

/* Whose references are followed. */
typedef struct Visitor {
    Model *model;
    ObjectId from;
} Visitor;

static void traverse(Model *model, ObjectId id, VisitReference *visit)
{
    collector_traverse(model, id, visit, &(Visitor){model, id});
}

static bool is_collecting(const Object *object)
{
    return object->gc_refs & GC_REFS_COLLECTING;
}

static uint32_t refs_of(const Object *object)
{
    return object->gc_refs & GC_REFS_MASK;
}

/* Of an object that is being collected. */
static void set_refs(Model *model, ObjectId id, uint32_t refs, ObjectId from)
{
    object_set_gc_refs(model, id, refs | GC_REFS_COLLECTING, from);
}

/* The object has been dealt with. */
static void clear_refs(Model *model, ObjectId id)
{
    object_set_gc_refs(model, id, 0, 0);
}

static void enter(Model *model, CollectPhase phase, int generation)
{
    uint32_t before = model_register(model, REGISTER_PHASE);
    model->cause = CHANGE_NONE;
    model->cause = model_mark(model, CHANGE_PHASE, 0, (uint32_t)generation, before, phase);
}

/* --- deduce_unreachable --- */

/* An object whose death is noted and has not begun (deaths.c) is one that C code, list.clear()
 * for one, still holds in CPython. */
static uint32_t count_of_holders(const Object *object)
{
    return object->refcount ? object->refcount : 1;
}

static void update_refs(Model *model, GcList base)
{
    for (ObjectId id = first_of(model, base); id; id = row(model, id)->gc_next)
        set_refs(model, id, count_of_holders(row(model, id)), 0);
}

static bool visit_decref(void *context, ObjectId referent)
{
    const Visitor *visitor = context;
    const Object *object = row(visitor->model, referent);
    if (is_collecting(object))
        set_refs(visitor->model, referent, refs_of(object) - 1, visitor->from);
    return true;
}

static void subtract_refs(Model *model, GcList base)
{
    for (ObjectId id = first_of(model, base); id; id = row(model, id)->gc_next)
        traverse(model, id, visit_decref);
}

/* Reached from outside: what was given up comes back to the end of the list and is scanned in
 * turn. */
static bool visit_reachable(void *context, ObjectId referent)
{
    const Visitor *visitor = context;
    Model *model = visitor->model;
    const Object *object = row(model, referent);
    if (!is_collecting(object))
        return true;
    if (object->list == GC_UNREACHABLE) {
        collector_move(model, referent, (GcList)model->collecting);
        set_refs(model, referent, 1, visitor->from);
    } else if (refs_of(object) == 0) {
        set_refs(model, referent, 1, visitor->from);
    }
    return true;
}

/* `young` is a generation's list; during the second pass over garbage it is GC_FINALIZERS. */
static void move_unreachable(Model *model, GcList young)
{
    ObjectId id = first_of(model, young), next;
    for (; id; id = next) {
        if (refs_of(row(model, id))) {
            traverse(model, id, visit_reachable);
            next = row(model, id)->gc_next;
            clear_refs(model, id);
        } else {
            next = row(model, id)->gc_next;
            collector_move(model, id, GC_UNREACHABLE);
        }
    }
}

/* Afterwards `base` holds what is reachable and GC_UNREACHABLE the rest. */
static void deduce_unreachable(Model *model, GcList base, int generation)
{
    model->collecting = base;
    enter(model, PHASE_COPY, generation);
    update_refs(model, base);
    enter(model, PHASE_SUBTRACT, generation);
    subtract_refs(model, base);
    enter(model, PHASE_SPLIT, generation);
    move_unreachable(model, base);
    for (ObjectId id = first_of(model, GC_UNREACHABLE); id; id = row(model, id)->gc_next)
        clear_refs(model, id);
}

/* --- untracking --- */

/* _PyObject_GC_MAY_BE_TRACKED */
static bool may_be_tracked(const Model *model, ObjectId id)
{
    const Object *object = row(model, id);
    if (!(object->flags & OBJECT_GC))
        return false;
    return object->type != model->types[TYPE_TUPLE] || object->list != GC_UNTRACKED;
}

/* _PyTuple_MaybeUntrack, _PyDict_MaybeUntrack. A tuple with empty places is still being made.
 */
static bool holds_trackable(const Model *model, const Object *object)
{
    uint32_t step = object->kind == KIND_DICT ? 2 : 1;
    for (uint32_t i = step - 1; i < object->slot_count; i += step)
        if (object->slots[i] ? may_be_tracked(model, object->slots[i]) : step == 1)
            return true;
    if (object->kind != KIND_DICT)
        return false;
    for (uint32_t i = 0; i < object->slot_count; i += 2)
        if (object->slots[i] && may_be_tracked(model, object->slots[i]))
            return true;
    return false;
}

/* untrack_tuples, untrack_dicts */
static void untrack(Model *model, GcList list, TypeName type)
{
    ObjectId next;
    for (ObjectId id = first_of(model, list); id; id = next) {
        const Object *object = row(model, id);
        next = object->gc_next;
        if (object->type == model->types[type] && !holds_trackable(model, object))
            collector_untrack(model, id);
    }
}

/* --- finalizers and clearing --- */

static bool has_finalizer(const Model *model, const Object *object)
{
    return !(object->flags & OBJECT_FINALIZED) && model->hooks.finalize &&
           row(model, object->type)->b & TYPE_FLAG_HAS_DEL;
}

/* finalize_garbage: __del__ of each, in list order, once in its life. */
static void finalize_garbage(Model *model)
{
    ObjectId next;
    for (ObjectId id = first_of(model, GC_UNREACHABLE); id; id = next) {
        const Object *object = row(model, id);
        uint32_t mark = hand_mark(model);
        if (has_finalizer(model, object)) {
            object_set_field(model, id, FIELD_FLAGS, object->flags | OBJECT_FINALIZED);
            hand_hold(model, id);
            model->hooks.finalize(model->hooks.context, id);
        }
        next = object->gc_next;
        hand_release(model, mark);
    }
}

/* handle_resurrected_objects: what __del__ made reachable again survives, with all it reaches.
 */
static void keep_resurrected(Model *model, GcList old, int generation)
{
    merge(model, GC_UNREACHABLE, GC_FINALIZERS);
    deduce_unreachable(model, GC_FINALIZERS, generation);
    merge(model, GC_FINALIZERS, old);
}

/* tp_clear; tuples and a few others have none: their cycles go through something that has. */
static void clear_object(Model *model, ObjectId id)
{
    const Object *object = row(model, id);
    if (object->dict && state_dict_first(&model->state, object))
        reference_set_dict(model, id, 0);
    switch ((ObjectKind)object->kind) {
    case KIND_LIST:
        list_clear(model, id);
        break;
    case KIND_DICT:
        dict_clear(model, id);
        break;
    case KIND_SET:
    case KIND_FROZENSET:
        set_clear(model, id);
        break;
    case KIND_TUPLE:
        return;
    default: /* every other kind clears its slots in order, a frame what its code can see */
        for (uint32_t i = object->kind == KIND_FRAME ? FRAME_SLOT_COUNT : 0;
             i < object->slot_count; i++)
            if (object->slots[i])
                reference_set(model, id, i, 0);
        break;
    }
    if (object->kind != KIND_FREE && object->dict)
        reference_set_dict(model, id, 0);
}

/* debug_cycle of each. */
static void tell_garbage(Model *model)
{
    ObjectId id = first_of(model, GC_UNREACHABLE);
    for (; id && model->hooks.collectable; id = row(model, id)->gc_next)
        model->hooks.collectable(model->hooks.context, id, false);
}

/* delete_garbage: clears each; what is still alive then waits for the next collection. */
static void delete_garbage(Model *model, GcList old)
{
    ObjectId id;
    while ((id = first_of(model, GC_UNREACHABLE)) != 0) {
        uint32_t mark = hand_mark(model);
        hand_hold(model, id);
        if (!model->saves_garbage)
            clear_object(model, id);
        else if (model->hooks.collectable)
            model->hooks.collectable(model->hooks.context, id, true);
        hand_release(model, mark);
        if (first_of(model, GC_UNREACHABLE) == id)
            collector_move(model, id, old);
    }
}

/* --- a collection --- */

static void start(Model *model, int generation)
{
    enter(model, PHASE_START, generation);
    if (generation < 2)
        set_count(model, generation + 1, count_of(model, generation + 1) + 1);
    for (int i = 0; i <= generation; i++)
        set_count(model, i, 0);
    for (int i = 0; i < generation; i++)
        merge(model, list_of(i), list_of(generation));
}

static void promote(Model *model, int generation, GcList young, GcList old)
{
    enter(model, PHASE_PROMOTE, generation);
    uint32_t survivors = length_of(model, young);
    untrack(model, young, TYPE_TUPLE);
    if (generation == 2) {
        untrack(model, young, TYPE_DICT);
        model_set_register(model, REGISTER_GC_LONG_LIVED_PENDING, 0);
        model_set_register(model, REGISTER_GC_LONG_LIVED_TOTAL,
                           survivors + model->profile->startup.tracked);
        return;
    }
    if (generation == 1)
        model_set_register(model, REGISTER_GC_LONG_LIVED_PENDING,
                           model_register(model, REGISTER_GC_LONG_LIVED_PENDING) + survivors);
    merge(model, young, old);
}

static void count_statistics(Model *model, int generation, uint32_t collected)
{
    Register runs = numbered(REGISTER_GC_COLLECTIONS0, generation);
    Register total = numbered(REGISTER_GC_COLLECTED0, generation);
    model_set_register(model, runs, model_register(model, runs) + 1);
    model_set_register(model, total, model_register(model, total) + collected);
}

/* gc_collect_main */
static uint32_t collect(Model *model, int generation)
{
    uint32_t cause = model->cause;
    GcList young = list_of(generation), old = generation < 2 ? list_of(generation + 1) : young;
    start(model, generation);
    deduce_unreachable(model, young, generation);
    promote(model, generation, young, old);
    if (model->tells_garbage)
        tell_garbage(model);
    if (model->weak_count) {
        enter(model, PHASE_WEAKREFS, generation);
        weakref_handle_unreachable(model, GC_UNREACHABLE, old);
    }
    enter(model, PHASE_FINALIZE, generation);
    uint32_t finalized = length_of(model, GC_UNREACHABLE);
    finalize_garbage(model);
    keep_resurrected(model, old, generation);
    uint32_t found = length_of(model, GC_UNREACHABLE);
    if (model->profile->gc.counts_resurrected)
        found = finalized;
    enter(model, PHASE_CLEAR, generation);
    delete_garbage(model, old);
    if (generation == 2)
        memory_clear_free_lists(model);
    count_statistics(model, generation, found);
    enter(model, PHASE_IDLE, generation);
    model->cause = cause;
    model_checkpoint(model, CHECK_COLLECTED);
    return found;
}

uint32_t collector_collect(Model *model, int generation)
{
    if (model_register(model, REGISTER_COLLECTING))
        return 0;
    model_set_register(model, REGISTER_COLLECTING, (uint32_t)generation + 1);
    uint32_t found = collect(model, generation);
    model_set_register(model, REGISTER_COLLECTING, 0);
    return found;
}

uint32_t collector_collect_told(Model *model, int generation)
{
    if (model_register(model, REGISTER_COLLECTING))
        return 0;
    model_set_register(model, REGISTER_COLLECTING, (uint32_t)generation + 1);
    if (model->hooks.collection)
        model->hooks.collection(model->hooks.context, true, generation, 0);
    uint32_t found = collect(model, generation);
    if (model->hooks.collection)
        model->hooks.collection(model->hooks.context, false, generation, found);
    model_set_register(model, REGISTER_COLLECTING, 0);
    return found;
}

/* The 25 % rule: a full collection waits until the newcomers are a quarter of the survivors of
 * the last. */
static bool is_worthwhile(const Model *model, int generation)
{
    return generation < 2 || model->collects_always ||
           model_register(model, REGISTER_GC_LONG_LIVED_PENDING) >=
               model_register(model, REGISTER_GC_LONG_LIVED_TOTAL) / 4;
}

void collector_run_due(Model *model)
{
    model->collection_due = false;
    for (int generation = 2; generation >= 0; generation--) {
        if (!is_due(model, generation) || !is_worthwhile(model, generation))
            continue;
        collector_collect_told(model, generation);
        return;
    }
}

/* --- freezing --- */

void collector_freeze(Model *model)
{
    for (int i = 0; i <= 2; i++) {
        merge(model, list_of(i), GC_PERMANENT);
        set_count(model, i, 0);
    }
}

void collector_unfreeze(Model *model)
{
    merge(model, GC_PERMANENT, GC_GENERATION2);
}

/* Of what the start has made, these are tracked. */
static bool is_tracked_silently(const Model *model, const Object *object)
{
    return object->kind == KIND_MODULE || object->kind == KIND_FUNCTION ||
           object->type == model->types[TYPE_BUILTIN];
}

int collector_generation(const Model *model, const State *state, ObjectId id)
{
    const Object *object = state_object(state, id);
    if (object->list >= GC_GENERATION0 && object->list <= GC_GENERATION2)
        return object->list - GC_GENERATION0;
    if (object->list != GC_UNTRACKED)
        return GC_PERMANENT - GC_GENERATION0;
    if (!is_tracked_silently(model, object))
        return -1;
    return state->lists[GC_PERMANENT].count ? GC_PERMANENT - GC_GENERATION0 : 2;
}
