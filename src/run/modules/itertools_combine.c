/* combinations, combinations_with_replacement, permutations, product. What they choose from is
 * a tuple in slot 0, what they gave last in slot 1; the indices chosen are in their Work. */
#include <stdlib.h>

#include "base/memory.h"
#include "model/sizes.h"
#include "run/modules/itertools.h"

enum { POOL, RESULT };
enum { CHOICE_LIMIT = 1 << 24 }; /* items chosen at once */

/* The chosen items of the pool as a result. */
static ObjectId chosen(Run *run, ObjectId iterator, const uint32_t *indices, uint32_t count)
{
    const Model *model = run->model;
    const ObjectId *pool = model_object(model, itertools_slot(run, iterator, POOL))->slots;
    ObjectId *items = memory_allocate((count + 1) * sizeof *items);
    for (uint32_t i = 0; i < count; i++)
        items[i] = pool[indices[i]];
    ObjectId result = itertools_result(run, iterator, RESULT, items, count);
    free(items);
    return result;
}

/* (iterable, r): the pool, and r in work.stop; r defaults to the pool's size where it may be
 * left out. */
static ObjectId make(Run *run, const Arguments *arguments, const char *name, bool needs_count)
{
    static const char *const names[] = {"iterable", "r", ""};
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId values[2];
    if (!itertools_arguments(run, arguments, name, names, needs_count ? 2 : 1, values))
        return 0;
    ObjectId parts[2] = {tuple_of_iterable(run, values[0]), 0};
    if (!parts[POOL])
        return 0;
    int64_t count = model_object(model, parts[POOL])->slot_count;
    bool given = values[1] && (needs_count || values[1] != model->none);
    if (given && !needs_count && !kind_is_integer(model_kind(model, values[1])))
        return raise_error(run, EXC_TypeError, "Expected int as r");
    if (given && !object_index(run, values[1], &count))
        return 0;
    if (count < 0)
        return raise_error(run, EXC_ValueError, "r must be non-negative");
    if (count > CHOICE_LIMIT)
        return raise_with(run, EXC_MemoryError, 0);
    ObjectId iterator = itertools_create(run, arguments, parts, 2);
    work_of(run, iterator)->stop = count;
    return hand_return(model, mark, iterator);
}

static uint32_t pool_size(Run *run, ObjectId iterator)
{
    return model_object(run->model, itertools_slot(run, iterator, POOL))->slot_count;
}

static ObjectId ended(Work *work)
{
    work->ended = true;
    return 0;
}

/* --- combinations, with and without repetition --- */

static ObjectId combinations_new(Run *run, const Arguments *arguments)
{
    ObjectId iterator = make(run, arguments, "combinations", true);
    if (!iterator)
        return 0;
    uint32_t count = (uint32_t)work_of(run, iterator)->stop;
    Work *work = work_with_indices(run, iterator, count);
    for (uint32_t i = 0; i < count; i++)
        work->indices[i] = i;
    work->ended = count > pool_size(run, iterator);
    return iterator;
}

static ObjectId combinations_next(Run *run, ObjectId iterator)
{
    Work *work = work_of(run, iterator);
    uint32_t n = pool_size(run, iterator), r = (uint32_t)work->stop, i = r;
    if (work->ended)
        return 0;
    if (work->started) {
        while (i > 0 && work->indices[i - 1] == i - 1 + n - r)
            i--;
        if (i == 0)
            return ended(work);
        work->indices[i - 1]++;
        for (; i < r; i++)
            work->indices[i] = work->indices[i - 1] + 1;
    }
    work->started = true;
    return chosen(run, iterator, work->indices, r);
}

static ObjectId repeated_new(Run *run, const Arguments *arguments)
{
    ObjectId iterator = make(run, arguments, "combinations_with_replacement", true);
    if (!iterator)
        return 0;
    uint32_t count = (uint32_t)work_of(run, iterator)->stop;
    work_with_indices(run, iterator, count)->ended = count && !pool_size(run, iterator);
    return iterator;
}

static ObjectId repeated_next(Run *run, ObjectId iterator)
{
    Work *work = work_of(run, iterator);
    uint32_t n = pool_size(run, iterator), r = (uint32_t)work->stop, i = r;
    if (work->ended)
        return 0;
    if (work->started) {
        while (i > 0 && work->indices[i - 1] == n - 1)
            i--;
        if (i == 0)
            return ended(work);
        uint32_t index = work->indices[i - 1] + 1;
        for (i--; i < r; i++)
            work->indices[i] = index;
    }
    work->started = true;
    return chosen(run, iterator, work->indices, r);
}

/* --- permutations: the pool's indices in their present order, then the cycles --- */

static ObjectId permutations_new(Run *run, const Arguments *arguments)
{
    ObjectId iterator = make(run, arguments, "permutations", false);
    if (!iterator)
        return 0;
    uint32_t n = pool_size(run, iterator), r = (uint32_t)work_of(run, iterator)->stop;
    Work *work = work_with_indices(run, iterator, n + r);
    for (uint32_t i = 0; i < n; i++)
        work->indices[i] = i;
    for (uint32_t i = 0; i < r; i++)
        work->indices[n + i] = n - i;
    work->ended = r > n;
    return iterator;
}

/* indices[at:] = indices[at + 1:] + indices[at:at + 1] */
static void rotate(uint32_t *indices, uint32_t at, uint32_t end)
{
    uint32_t first = indices[at];
    for (; at + 1 < end; at++)
        indices[at] = indices[at + 1];
    indices[end - 1] = first;
}

static bool permute(Work *work, uint32_t n, uint32_t r)
{
    uint32_t *indices = work->indices, *cycles = indices + n;
    for (uint32_t i = r; i-- > 0;) {
        if (--cycles[i] > 0) {
            uint32_t other = n - cycles[i], swapped = indices[i];
            indices[i] = indices[other];
            indices[other] = swapped;
            return true;
        }
        rotate(indices, i, n);
        cycles[i] = n - i;
    }
    return false;
}

static ObjectId permutations_next(Run *run, ObjectId iterator)
{
    Work *work = work_of(run, iterator);
    uint32_t n = pool_size(run, iterator), r = (uint32_t)work->stop;
    if (work->ended || (work->started && !permute(work, n, r)))
        return ended(work);
    work->started = true;
    return chosen(run, iterator, work->indices, r);
}

/* --- product: slot 0 is a tuple of pools --- */

static ObjectId pools_of(Run *run, const Arguments *arguments, uint32_t repeat)
{
    Model *model = run->model;
    uint32_t count = arguments->count - 1;
    ObjectId pools = tuple_from(model, NULL, count * repeat);
    for (uint32_t i = 0; i < count && repeat; i++) {
        uint32_t round = hand_mark(model);
        ObjectId pool = tuple_of_iterable(run, arguments->values[i + 1]);
        if (!pool)
            return 0;
        for (uint32_t k = 0; k < repeat; k++)
            reference_set(model, pools, k * count + i, pool);
        hand_release(model, round);
    }
    return pools;
}

static ObjectId product_new(Run *run, const Arguments *arguments)
{
    static const char *const names[] = {"repeat", ""};
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId repeat_object;
    int64_t repeat = 1;
    Arguments named = {arguments->values + arguments->count, 0, arguments->names,
                       arguments->name_count};
    if (!argument_keywords(run, &named, "product", names, &repeat_object) ||
        (repeat_object && !object_index(run, repeat_object, &repeat)))
        return 0;
    if (repeat < 0)
        return raise_error(run, EXC_ValueError, "repeat argument cannot be negative");
    if (repeat > CHOICE_LIMIT || repeat * (arguments->count - 1) > CHOICE_LIMIT)
        return raise_error(run, EXC_OverflowError, "repeat argument too large");
    ObjectId parts[2] = {pools_of(run, arguments, (uint32_t)repeat), 0};
    if (!parts[POOL])
        return 0;
    ObjectId product = itertools_create(run, arguments, parts, 2);
    work_with_indices(run, product, model_object(model, parts[POOL])->slot_count);
    return hand_return(model, mark, product);
}

/* The last index goes on; one that is through begins anew and takes the one before it along. */
static bool advance(const Model *model, const Object *pools, uint32_t *indices)
{
    for (uint32_t i = pools->slot_count; i-- > 0;) {
        if (++indices[i] < model_object(model, pools->slots[i])->slot_count)
            return true;
        indices[i] = 0;
    }
    return false;
}

static bool has_empty(const Model *model, const Object *pools)
{
    for (uint32_t i = 0; i < pools->slot_count; i++)
        if (!model_object(model, pools->slots[i])->slot_count)
            return true;
    return false;
}

static ObjectId product_next(Run *run, ObjectId product)
{
    const Model *model = run->model;
    const Object *pools = model_object(model, itertools_slot(run, product, POOL));
    Work *work = work_of(run, product);
    if (work->ended ||
        (work->started ? !advance(model, pools, work->indices) : has_empty(model, pools)))
        return ended(work);
    work->started = true;
    uint32_t count = pools->slot_count;
    ObjectId *items = memory_allocate((count + 1) * sizeof *items);
    for (uint32_t i = 0; i < count; i++)
        items[i] = model_object(model, pools->slots[i])->slots[work->indices[i]];
    ObjectId result = itertools_result(run, product, RESULT, items, count);
    free(items);
    return result;
}

/* --- the types --- */

/* sys.getsizeof counts the indices, too. */
static ObjectId sizeof_with(Run *run, ObjectId iterator, uint32_t indices)
{
    const Model *model = run->model;
    uint32_t size = size_of_type(model, model_object(model, iterator)->type, 0) -
                    run->profile->sizes.gc_header + indices * 8;
    return int_from(run->model, size);
}
static ObjectId chosen_sizeof(Run *run, const Arguments *arguments)
{
    ObjectId iterator = arguments->values[0];
    return sizeof_with(run, iterator, (uint32_t)work_of(run, iterator)->stop);
}
static ObjectId permutations_sizeof(Run *run, const Arguments *arguments)
{
    ObjectId iterator = arguments->values[0];
    uint32_t chosen = (uint32_t)work_of(run, iterator)->stop;
    return sizeof_with(run, iterator, pool_size(run, iterator) + chosen);
}
static ObjectId product_sizeof(Run *run, const Arguments *arguments)
{
    return sizeof_with(run, arguments->values[0], pool_size(run, arguments->values[0]));
}

static const Native combinations_methods[] = {
    SLOT_ROWS_ITERATOR,
    {"__new__", combinations_new, 0, -1, NULL, NATIVE_STATIC},
    {"__sizeof__", chosen_sizeof, 0, 0, NULL, NATIVE_NOARGS},
    SLOT_ROW_END,
};
static const Native repeated_methods[] = {
    SLOT_ROWS_ITERATOR,
    {"__new__", repeated_new, 0, -1, NULL, NATIVE_STATIC},
    {"__sizeof__", chosen_sizeof, 0, 0, NULL, NATIVE_NOARGS},
    SLOT_ROW_END,
};
static const Native permutations_methods[] = {
    SLOT_ROWS_ITERATOR,
    {"__new__", permutations_new, 0, -1, NULL, NATIVE_STATIC},
    {"__sizeof__", permutations_sizeof, 0, 0, NULL, NATIVE_NOARGS},
    SLOT_ROW_END,
};
static const Native product_methods[] = {
    SLOT_ROWS_ITERATOR,
    {"__new__", product_new, 0, -1, NULL, NATIVE_STATIC},
    {"__sizeof__", product_sizeof, 0, 0, NULL, NATIVE_NOARGS},
    SLOT_ROW_END,
};

const NativeType itertools_combinations = {.name = "itertools.combinations",
                                           .flags = NATIVE_GC | NATIVE_BASETYPE,
                                           .sizes = {88, 0, 72},
                                           .methods = combinations_methods,
                                           .next = combinations_next};
const NativeType itertools_combinations_repeated = {
    .name = "itertools.combinations_with_replacement",
    .flags = NATIVE_GC | NATIVE_BASETYPE,
    .sizes = {88, 0, 72},
    .methods = repeated_methods,
    .next = repeated_next};
const NativeType itertools_permutations = {.name = "itertools.permutations",
                                           .flags = NATIVE_GC | NATIVE_BASETYPE,
                                           .sizes = {96, 0, 80},
                                           .methods = permutations_methods,
                                           .next = permutations_next};
const NativeType itertools_product = {.name = "itertools.product",
                                      .flags = NATIVE_GC | NATIVE_BASETYPE,
                                      .sizes = {80, 0, 64},
                                      .methods = product_methods,
                                      .next = product_next};
