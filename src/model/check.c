/* The whole-heap check: stored counts against counted references, lists against rows. */
#include <assert.h>
#include <stdlib.h>

#include "base/memory.h"
#include "model/model.h"

typedef struct Count {
    const State *state;
    uint32_t *found; /* by id */
    ObjectId holder;
    Text *error;
    bool fine;
    uint64_t visits; /* rows and references looked at: what the check costs */
} Count;

static void complain(Count *count, ObjectId id, const char *what, uint32_t a, uint32_t b)
{
    if (count->fine)
        text_append_format(count->error, "object %u (kind %u): %s: %u, %u", id,
                           state_object(count->state, id)->kind, what, a, b);
    count->fine = false;
}

static bool count_reference(void *context, ObjectId referent)
{
    Count *count = context;
    count->visits++;
    if (!state_alive(count->state, referent))
        complain(count, count->holder, "refers to an object that is gone", referent, 0);
    else
        count->found[referent]++;
    return true;
}

static void count_references(Count *count)
{
    for (ObjectId id = 1; id < count->state->object_end; id++) {
        if (!state_alive(count->state, id))
            continue;
        count->holder = id;
        state_visit(count->state, id, count_reference, count);
    }
}

static void compare_counts(Count *count)
{
    for (ObjectId id = 1; id < count->state->object_end; id++) {
        const Object *object = state_object(count->state, id);
        if (object->kind != KIND_FREE && !(object->flags & OBJECT_IMMORTAL) &&
            object->refcount != count->found[id])
            complain(count, id, "stored and counted references differ", object->refcount,
                     count->found[id]);
    }
}

static void compare_list(Count *count, GcList list)
{
    const GcListEnds *ends = &count->state->lists[list];
    uint32_t length = 0;
    ObjectId previous = 0;
    for (ObjectId id = ends->first; id; id = state_object(count->state, id)->gc_next) {
        const Object *object = state_object(count->state, id);
        if (object->list != list || object->gc_prev != previous || object->kind == KIND_FREE)
            complain(count, id, "wrong place in a collector's list", object->list, list);
        previous = id;
        if (++length > ends->count)
            break;
    }
    if (length != ends->count || previous != ends->last)
        complain(count, ends->first, "a collector's list has the wrong length", length,
                 ends->count);
}

/* Adds what it cost to `*visits`. */
static bool check(const State *state, Text *ret_error, uint64_t *visits)
{
    Count count = {
        .state = state, .error = ret_error, .fine = true, .visits = state->object_end};
    count.found = memory_allocate(state->object_end * sizeof *count.found);
    count_references(&count);
    compare_counts(&count);
    for (int list = GC_GENERATION0; list < GC_LIST_COUNT; list++)
        compare_list(&count, (GcList)list);
    free(count.found);
    *visits += count.visits;
    return count.fine;
}

bool state_check(const State *state, Text *ret_error)
{
    uint64_t visits = 0;
    return check(state, ret_error, &visits);
}

bool model_check(const Model *model, Text *ret_error)
{
    return state_check(&model->state, ret_error);
}

#ifdef HEAP_CHECK
/* What all checks of a run may have cost: at first so much that each batch of a short program
 * is checked, then as many visits for each Change as keep the run within ten times its time.
 * Half of these are for what follows collections. */
static const uint64_t FREE_VISITS = 100 * 1000 * 1000;
enum { VISITS_EACH = 5, VISITS_COLLECTING = 10 };

static bool is_due(const Model *model, bool collected)
{
    uint64_t each = collected ? VISITS_COLLECTING : VISITS_EACH;
    return model->changes_made != model->changes_checked &&
           model->check_visits <= FREE_VISITS + each * model->changes_made;
}

void model_checkpoint(Model *model, CheckMoment moment)
{
    if (!model->started || !(moment == CHECK_END || is_due(model, moment == CHECK_COLLECTED)))
        return;
    Text error = {0};
    if (!check(&model->state, &error, &model->check_visits))
        __assert_fail(text_string(&error), __FILE__, __LINE__, __func__);
    model->changes_checked = model->changes_made;
}
#endif
