#include "model/weakref.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/memory.h"
#include "model/collector.h"

struct WeakList {
    ObjectId referent; /* 0: the row of the table is free */
    uint32_t count;
    ObjectId *items;
    size_t capacity;
};

/* --- the table of lists, open addressing by referent --- */

enum { TABLE_LEAST = 16 };

static size_t home_of(const Model *model, ObjectId referent)
{
    return (size_t)referent * 2654435761u & (model->weak_capacity - 1);
}

static size_t next_row(const Model *model, size_t at)
{
    return (at + 1) & (model->weak_capacity - 1);
}

/* Where the referent's list is, or would be. */
static size_t find_row(const Model *model, ObjectId referent)
{
    size_t at = home_of(model, referent);
    while (model->weak[at].referent && model->weak[at].referent != referent)
        at = next_row(model, at);
    return at;
}

static WeakList *find(const Model *model, ObjectId referent)
{
    if (!model->weak_count)
        return NULL;
    WeakList *list = &model->weak[find_row(model, referent)];
    return list->referent ? list : NULL;
}

static void grow(Model *model)
{
    WeakList *old = model->weak;
    size_t capacity = model->weak_capacity;
    model->weak_capacity = capacity ? 2 * capacity : TABLE_LEAST;
    model->weak = memory_allocate(model->weak_capacity * sizeof *model->weak);
    memset(model->weak, 0, model->weak_capacity * sizeof *model->weak);
    for (size_t i = 0; i < capacity; i++)
        if (old[i].referent)
            model->weak[find_row(model, old[i].referent)] = old[i];
    free(old);
}

static WeakList *find_or_make(Model *model, ObjectId referent)
{
    if (2 * (model->weak_count + 1) > model->weak_capacity)
        grow(model);
    WeakList *list = &model->weak[find_row(model, referent)];
    model->weak_count += !list->referent;
    list->referent = referent;
    return list;
}

/* An empty list leaves the table; those behind it move up where they were pushed away. */
static void remove_row(Model *model, size_t hole)
{
    free(model->weak[hole].items);
    model->weak_count--;
    for (size_t at = next_row(model, hole); model->weak[at].referent;
         at = next_row(model, at)) {
        size_t home = home_of(model, model->weak[at].referent);
        bool stays = hole < at ? home > hole && home <= at : home > hole || home <= at;
        if (stays)
            continue;
        model->weak[hole] = model->weak[at];
        hole = at;
    }
    model->weak[hole] = (WeakList){0};
}

void weakref_done(Model *model)
{
    for (size_t i = 0; i < model->weak_capacity; i++)
        free(model->weak[i].items);
    free(model->weak);
}

/* --- asking --- */

bool weakref_allowed(const Model *model, ObjectId type)
{
    return model_object(model, type)->b & TYPE_FLAG_HAS_WEAKREF;
}

ObjectId weakref_referent(const Model *model, ObjectId weakref)
{
    return model_object(model, weakref)->a;
}

uint32_t weakref_count(const Model *model, ObjectId referent)
{
    const WeakList *list = find(model, referent);
    return list ? list->count : 0;
}

ObjectId weakref_at(const Model *model, ObjectId referent, uint32_t index)
{
    return find(model, referent)->items[index];
}

static ObjectId callback_of(const Model *model, ObjectId weakref)
{
    const Object *object = model_object(model, weakref);
    return object->slot_count ? object->slots[WEAKREF_SLOT_CALLBACK] : 0;
}

/* is_basic_ref, is_basic_proxy */
static bool is_basic(const Model *model, ObjectId weakref, bool proxy)
{
    const Object *object = model_object(model, weakref);
    if (callback_of(model, weakref) || (object->c == 1) != proxy)
        return false;
    return proxy || object->type == model->types[TYPE_WEAKREF];
}

/* get_basic_refs: they stand at the front, the reference before the proxy. */
static uint32_t count_basic(const Model *model, const WeakList *list)
{
    uint32_t count = 0;
    if (count < list->count && is_basic(model, list->items[count], false))
        count++;
    if (count < list->count && is_basic(model, list->items[count], true))
        count++;
    return count;
}

ObjectId weakref_basic(const Model *model, ObjectId referent, bool proxy)
{
    const WeakList *list = find(model, referent);
    uint32_t count = list ? count_basic(model, list) : 0;
    for (uint32_t i = 0; i < count; i++)
        if (is_basic(model, list->items[i], proxy))
            return list->items[i];
    return 0;
}

/* --- making and clearing --- */

void weakref_attach(Model *model, ObjectId weakref, ObjectId referent, ObjectId callback,
                    bool proxy)
{
    reference_push(model, weakref, callback);
    object_set_field(model, weakref, FIELD_C, proxy);
    object_set_field(model, weakref, FIELD_A, referent);
    WeakList *list = find_or_make(model, referent);
    uint32_t basic = count_basic(model, list);
    uint32_t at = is_basic(model, weakref, false) ? 0 : basic;
    list->items =
        list_reserve(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    memmove(list->items + at + 1, list->items + at, (list->count - at) * sizeof *list->items);
    list->items[at] = weakref;
    list->count++;
}

void weakref_clear(Model *model, ObjectId weakref)
{
    ObjectId referent = weakref_referent(model, weakref);
    if (!referent)
        return;
    object_set_field(model, weakref, FIELD_A, 0);
    WeakList *list = find(model, referent);
    uint32_t at = 0;
    while (list->items[at] != weakref)
        at++;
    list->count--;
    memmove(list->items + at, list->items + at + 1, (list->count - at) * sizeof *list->items);
    if (!list->count)
        remove_row(model, find_row(model, referent));
}

/* --- callbacks --- */

/* Weak references whose callbacks are to run, each before its callback, which HAND holds. */
typedef struct Calls {
    ObjectId *items;
    size_t count, capacity;
} Calls;

static void add_call(Model *model, Calls *calls, ObjectId weakref, ObjectId callback)
{
    calls->items =
        list_reserve(calls->items, &calls->capacity, calls->count + 2, sizeof *calls->items);
    calls->items[calls->count++] = weakref;
    calls->items[calls->count++] = hand_hold(model, callback);
}

/* handle_callback of each; a reference that the collector has set aside goes to `old`. */
static void run_calls(Model *model, Calls *calls, GcList old)
{
    for (size_t i = 0; i < calls->count; i += 2) {
        ObjectId weakref = calls->items[i];
        if (model->hooks.weakref_callback)
            model->hooks.weakref_callback(model->hooks.context, weakref, calls->items[i + 1]);
        if (model_object(model, weakref)->list == GC_CALLBACKS)
            collector_move(model, weakref, old);
    }
    free(calls->items);
}

void weakref_clear_all(Model *model, ObjectId referent)
{
    /* The deaths that are under way wait for those that the callbacks cause. */
    size_t base = model->dying_base;
    model->dying_base = model->dying_count;
    uint32_t mark = hand_mark(model);
    Calls calls = {0};
    while (weakref_count(model, referent)) {
        ObjectId weakref = weakref_at(model, referent, 0);
        ObjectId callback = callback_of(model, weakref);
        bool lives = model_object(model, weakref)->refcount > 0;
        bool single = !calls.count && weakref_count(model, referent) == 1;
        if (callback && lives && !(single && model->profile->minor < 13))
            hand_hold(model, weakref); /* in a tuple of several, since 3.13 of any */
        if (callback && lives)
            add_call(model, &calls, weakref, callback);
        weakref_clear(model, weakref);
        if (callback && lives)
            reference_set(model, weakref, WEAKREF_SLOT_CALLBACK, 0);
    }
    run_calls(model, &calls, GC_UNTRACKED);
    hand_release(model, mark);
    model->dying_base = base;
}

/* One object of the trash: its weak references become dead. A reference that is trash itself
 * dies without a word; from 3.8 on it does so even when what it refers to lives on. */
static void handle_one(Model *model, ObjectId id, GcList unreachable, Calls *calls)
{
    if (model_kind(model, id) == KIND_WEAKREF && model->profile->minor >= 8)
        weakref_clear(model, id);
    while (weakref_count(model, id)) {
        ObjectId weakref = weakref_at(model, id, 0);
        ObjectId callback = callback_of(model, weakref);
        weakref_clear(model, weakref);
        if (!callback || model_object(model, weakref)->list == unreachable)
            continue;
        add_call(model, calls, hand_hold(model, weakref), callback);
        collector_move(model, weakref, GC_CALLBACKS);
    }
}

void weakref_handle_unreachable(Model *model, GcList unreachable, GcList old)
{
    uint32_t mark = hand_mark(model);
    Calls calls = {0};
    ObjectId id = model->state.lists[unreachable].first;
    for (; id; id = model_object(model, id)->gc_next)
        handle_one(model, id, unreachable, &calls);
    run_calls(model, &calls, old);
    hand_release(model, mark);
}
