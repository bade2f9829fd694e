/* accumulate, batched, groupby, pairwise, zip_longest. */
#include <stdlib.h>

#include "base/memory.h"
#include "lang/opcode.h"
#include "run/modules/itertools.h"

/* --- accumulate: slots: iterator, function (0: +), total (0: none yet), initial (0: none) ---
 */

enum { ACCUMULATE_ITERATOR, ACCUMULATE_FUNCTION, ACCUMULATE_TOTAL, ACCUMULATE_INITIAL };

static ObjectId accumulate_new(Run *run, const Arguments *arguments)
{
    static const char *const names[] = {"iterable", "func", "initial", ""};
    static const char *const older_names[] = {"iterable", "func", ""};
    const Model *model = run->model;
    bool takes_initial = run->profile->minor >= 8;
    uint32_t mark = hand_mark(model);
    ObjectId values[3] = {0};
    if (takes_initial && arguments->count > 3 && arguments->count + arguments->name_count <= 4)
        return raise_error(run, EXC_TypeError,
                           "accumulate() takes at most 2 positional arguments (%u given)",
                           arguments->count - 1);
    if (!itertools_arguments(run, arguments, "accumulate", takes_initial ? names : older_names,
                             1, values))
        return 0;
    ObjectId parts[4] = {iterate(run, values[0])};
    if (!parts[ACCUMULATE_ITERATOR])
        return 0;
    parts[ACCUMULATE_FUNCTION] = values[1] == model->none ? 0 : values[1];
    parts[ACCUMULATE_INITIAL] = values[2] == model->none ? 0 : values[2];
    return hand_return(run->model, mark, itertools_create(run, arguments, parts, 4));
}

static ObjectId accumulate_next(Run *run, ObjectId accumulate)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId initial = itertools_slot(run, accumulate, ACCUMULATE_INITIAL);
    if (initial) {
        reference_set(model, accumulate, ACCUMULATE_TOTAL, initial);
        reference_set(model, accumulate, ACCUMULATE_INITIAL, 0);
        return itertools_slot(run, accumulate, ACCUMULATE_TOTAL);
    }
    ObjectId item = iterate_next(run, itertools_slot(run, accumulate, ACCUMULATE_ITERATOR));
    if (!item)
        return 0;
    ObjectId total = itertools_slot(run, accumulate, ACCUMULATE_TOTAL);
    ObjectId function = itertools_slot(run, accumulate, ACCUMULATE_FUNCTION);
    if (total && function)
        item = call_object(run, function, (ObjectId[]){total, item}, 2);
    else if (total)
        item = operate_binary(run, BINARY_ADD, total, item);
    if (!item)
        return 0;
    reference_set(model, accumulate, ACCUMULATE_TOTAL, item);
    return hand_return(model, mark, item);
}

static const Native accumulate_methods[] = {
    SLOT_ROWS_ITERATOR,
    {"__new__", accumulate_new, 0, -1, NULL, NATIVE_STATIC},
    SLOT_ROW_END,
};
const NativeType itertools_accumulate = {.name = "itertools.accumulate",
                                         .flags = NATIVE_GC | NATIVE_BASETYPE,
                                         .sizes = {72, 0, 64, 0, 0, 0, 72},
                                         .methods = accumulate_methods,
                                         .next = accumulate_next};

/* --- batched: slot: the iterator (0: ended); work: how many, strict --- */

static ObjectId batched_new(Run *run, const Arguments *arguments)
{
    static const char *const names[] = {"iterable", "n", "strict", ""};
    static const char *const older_names[] = {"iterable", "n", ""};
    uint32_t mark = hand_mark(run->model);
    ObjectId values[3] = {0};
    int64_t count;
    bool strict = false, takes_strict = run->profile->minor >= 13;
    if (!itertools_arguments(run, arguments, "batched", takes_strict ? names : older_names, 2,
                             values) ||
        !object_index(run, values[1], &count) ||
        (values[2] && !object_truth(run, values[2], &strict)))
        return 0;
    if (count < 1)
        return raise_error(run, EXC_ValueError, "n must be at least one");
    ObjectId source = iterate(run, values[0]);
    if (!source)
        return 0;
    ObjectId batched = itertools_create(run, arguments, &source, 1);
    work_of(run, batched)->stop = count;
    work_of(run, batched)->started = strict;
    return hand_return(run->model, mark, batched);
}

static ObjectId batched_next(Run *run, ObjectId batched)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId source = itertools_slot(run, batched, 0);
    if (!source)
        return 0;
    const Work *work = work_of(run, batched);
    ObjectId list = list_from(model, NULL, 0, LIST_FILL_EXACT);
    for (int64_t i = 0; i < work->stop; i++) {
        uint32_t round = hand_mark(model);
        ObjectId item = iterate_next(run, source);
        if (!item)
            break;
        list_append(model, list, item);
        hand_release(model, round);
    }
    uint32_t count = model_object(model, list)->slot_count;
    if (!raised(run) && count < work->stop)
        reference_set(model, batched, 0, 0);
    if (!raised(run) && count && count < work->stop && work->started)
        return raise_error(run, EXC_ValueError, "batched(): incomplete batch");
    ObjectId batch = 0;
    if (!raised(run) && count)
        batch = tuple_from(model, model_object(model, list)->slots, count);
    if (batch)
        return hand_return(model, mark, batch);
    hand_release(model, mark);
    return 0;
}

static const Native batched_methods[] = {
    SLOT_ROWS_ITERATOR,
    {"__new__", batched_new, 0, -1, NULL, NATIVE_STATIC},
    SLOT_ROW_END,
};
const NativeType itertools_batched = {.name = "itertools.batched",
                                      .flags = NATIVE_GC | NATIVE_BASETYPE,
                                      .sizes = {0, 0, 0, 0, 0, 0, 48, 56},
                                      .methods = batched_methods,
                                      .next = batched_next,
                                      .since = 12};

/* --- groupby: slots: iterator, key function (0: none), target key, current key and value
 *     (0: none); work.at: the group given last, not counted --- */

enum { GROUPBY_ITERATOR, GROUPBY_FUNCTION, GROUPBY_TARGET, GROUPBY_KEY, GROUPBY_VALUE };
enum { GROUP_PARENT, GROUP_KEY };

static ObjectId groupby_new(Run *run, const Arguments *arguments)
{
    static const char *const names[] = {"iterable", "key", ""};
    uint32_t mark = hand_mark(run->model);
    ObjectId values[2];
    if (!itertools_arguments(run, arguments, "groupby", names, 1, values))
        return 0;
    ObjectId parts[5] = {iterate(run, values[0])};
    if (!parts[GROUPBY_ITERATOR])
        return 0;
    parts[GROUPBY_FUNCTION] = values[1] == run->model->none ? 0 : values[1];
    return hand_return(run->model, mark, itertools_create(run, arguments, parts, 5));
}

/* The next value with its key; false: the end, or raised. */
static bool groupby_step(Run *run, ObjectId groupby)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId value = iterate_next(run, itertools_slot(run, groupby, GROUPBY_ITERATOR));
    if (!value)
        return false;
    ObjectId function = itertools_slot(run, groupby, GROUPBY_FUNCTION);
    ObjectId key = function ? call_object(run, function, &value, 1) : value;
    if (!key)
        return false;
    reference_set(model, groupby, GROUPBY_VALUE, value);
    reference_set(model, groupby, GROUPBY_KEY, key);
    hand_release(model, mark);
    return true;
}

/* Passes over what is left of the group given last. */
static bool groupby_skip(Run *run, ObjectId groupby)
{
    for (;;) {
        ObjectId key = itertools_slot(run, groupby, GROUPBY_KEY);
        ObjectId target = itertools_slot(run, groupby, GROUPBY_TARGET);
        bool same = true;
        if (key && !target)
            return true;
        if (key && !compare_equal(run, target, key, &same))
            return false;
        if (!same)
            return true;
        if (!groupby_step(run, groupby))
            return false;
    }
}

static ObjectId groupby_next(Run *run, ObjectId groupby)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    work_of(run, groupby)->at = 0;
    if (!groupby_skip(run, groupby))
        return 0;
    ObjectId key = itertools_slot(run, groupby, GROUPBY_KEY);
    reference_set(model, groupby, GROUPBY_TARGET, key);
    ObjectId group =
        native_create(run, native_type(run, &itertools_grouper), (ObjectId[]){groupby, key}, 2);
    work_of(run, groupby)->at = group;
    return hand_return(model, mark, tuple_of(run, key, group));
}

static ObjectId grouper_next(Run *run, ObjectId group)
{
    Model *model = run->model;
    ObjectId groupby = itertools_slot(run, group, GROUP_PARENT);
    bool same = true;
    if (work_of(run, groupby)->at != group && run->profile->minor >= 7)
        return 0;
    if (!itertools_slot(run, groupby, GROUPBY_VALUE) && !groupby_step(run, groupby))
        return 0;
    if (!compare_equal(run, itertools_slot(run, group, GROUP_KEY),
                       itertools_slot(run, groupby, GROUPBY_KEY), &same) ||
        !same)
        return 0;
    ObjectId value = hand_hold(model, itertools_slot(run, groupby, GROUPBY_VALUE));
    reference_set(model, groupby, GROUPBY_VALUE, 0);
    reference_set(model, groupby, GROUPBY_KEY, 0);
    return value;
}

static const Native groupby_methods[] = {
    SLOT_ROWS_ITERATOR,
    {"__new__", groupby_new, 0, -1, NULL, NATIVE_STATIC},
    SLOT_ROW_END,
};
static const Native grouper_methods[] = {
    SLOT_ROWS_ITERATOR,
    SLOT_ROW_END,
};
const NativeType itertools_groupby = {.name = "itertools.groupby",
                                      .flags = NATIVE_GC | NATIVE_BASETYPE,
                                      .sizes = {88, 96, 80, 0, 0, 0, 88},
                                      .methods = groupby_methods,
                                      .next = groupby_next};
const NativeType itertools_grouper = {.name = "itertools._grouper",
                                      .flags = NATIVE_GC,
                                      .sizes = {64, 0, 48},
                                      .methods = grouper_methods,
                                      .next = grouper_next};

/* --- pairwise: slots: iterator (0: ended), the item before (0: none) --- */

static ObjectId pairwise_new(Run *run, const Arguments *arguments)
{
    uint32_t mark = hand_mark(run->model);
    ObjectId iterable;
    if (!itertools_positional(run, arguments, "pairwise", 1, 1, &iterable))
        return 0;
    ObjectId parts[2] = {iterate(run, iterable), 0};
    if (!parts[0])
        return 0;
    return hand_return(run->model, mark, itertools_create(run, arguments, parts, 2));
}

/* An iterator that has ended holds nothing any more. */
static ObjectId pairwise_end(Run *run, ObjectId pairwise)
{
    if (itertools_slot(run, pairwise, 0))
        reference_set(run->model, pairwise, 0, 0);
    if (itertools_slot(run, pairwise, 1))
        reference_set(run->model, pairwise, 1, 0);
    return 0;
}

static ObjectId pairwise_next(Run *run, ObjectId pairwise)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    if (!itertools_slot(run, pairwise, 0))
        return 0;
    if (!itertools_slot(run, pairwise, 1)) {
        ObjectId first = iterate_next(run, itertools_slot(run, pairwise, 0));
        if (!first)
            return pairwise_end(run, pairwise);
        reference_set(model, pairwise, 1, first);
    }
    ObjectId source = itertools_slot(run, pairwise, 0);
    ObjectId next = source ? iterate_next(run, source) : 0;
    if (!next)
        return pairwise_end(run, pairwise);
    ObjectId pair = tuple_of(run, itertools_slot(run, pairwise, 1), next);
    reference_set(model, pairwise, 1, next);
    return hand_return(model, mark, pair);
}

static const Native pairwise_methods[] = {
    SLOT_ROWS_ITERATOR,
    {"__new__", pairwise_new, 0, -1, NULL, NATIVE_STATIC},
    SLOT_ROW_END,
};
const NativeType itertools_pairwise = {.name = "itertools.pairwise",
                                       .flags = NATIVE_GC | NATIVE_BASETYPE,
                                       .sizes = {0, 0, 0, 0, 48, 0, 0, 56},
                                       .methods = pairwise_methods,
                                       .next = pairwise_next,
                                       .since = 10};

/* --- zip_longest: slots: tuple of iterators (0: ended), the filling, the last result;
 *     work.at: how many have not ended --- */

/* Up to 3.7 the message names the argument. */
static ObjectId longest_refuse(Run *run, uint32_t position)
{
    if (run->profile->minor > 7 || !raised_is(run, EXC_TypeError))
        return 0;
    raise_clear(run);
    return raise_error(run, EXC_TypeError, "zip_longest argument #%u must support iteration",
                       position);
}

static ObjectId longest_new(Run *run, const Arguments *arguments)
{
    static const char *const names[] = {"fillvalue", ""};
    Model *model = run->model;
    uint32_t mark = hand_mark(model), count = arguments->count - 1;
    ObjectId filling;
    Arguments named = {arguments->values + arguments->count, 0, arguments->names,
                       arguments->name_count};
    if (!argument_keywords(run, &named, "zip_longest", names, &filling)) {
        raise_clear(run);
        return raise_error(run, EXC_TypeError,
                           "zip_longest() got an unexpected keyword argument");
    }
    ObjectId iterators = tuple_from(model, NULL, count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t round = hand_mark(model);
        ObjectId iterator = iterate(run, arguments->values[i + 1]);
        if (!iterator)
            return longest_refuse(run, i + 1);
        reference_set(model, iterators, i, iterator);
        hand_release(model, round);
    }
    ObjectId parts[3] = {iterators, filling ? filling : model->none, 0};
    ObjectId longest = itertools_create(run, arguments, parts, 3);
    work_of(run, longest)->at = count;
    return hand_return(model, mark, longest);
}

/* The next item of iterator `index`, the filling where it has ended; 0: all have, or raised. */
static ObjectId longest_item(Run *run, ObjectId longest, uint32_t index)
{
    Model *model = run->model;
    ObjectId iterators = itertools_slot(run, longest, 0);
    ObjectId iterator = model_object(model, iterators)->slots[index];
    ObjectId item = iterator ? iterate_next(run, iterator) : 0;
    if (item || raised(run))
        return item;
    if (iterator) {
        if (--work_of(run, longest)->at == 0)
            return 0;
        reference_set(model, iterators, index, 0);
    }
    return itertools_slot(run, longest, 1);
}

static ObjectId longest_next(Run *run, ObjectId longest)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId iterators = itertools_slot(run, longest, 0);
    uint32_t count = model_object(model, iterators)->slot_count;
    if (work_of(run, longest)->at == 0)
        return 0;
    ObjectId *items = memory_allocate((count + 1) * sizeof *items);
    bool fine = true;
    for (uint32_t i = 0; i < count && fine; i++) {
        items[i] = longest_item(run, longest, i);
        fine = items[i];
    }
    ObjectId result = fine ? itertools_result(run, longest, 2, items, count) : 0;
    free(items);
    if (!fine)
        work_of(run, longest)->at = 0;
    return result ? hand_return(model, mark, result) : 0;
}

static const Native longest_methods[] = {
    SLOT_ROWS_ITERATOR,
    {"__new__", longest_new, 0, -1, NULL, NATIVE_STATIC},
    SLOT_ROW_END,
};
const NativeType itertools_zip_longest = {.name = "itertools.zip_longest",
                                          .flags = NATIVE_GC | NATIVE_BASETYPE,
                                          .sizes = {88, 0, 72},
                                          .methods = longest_methods,
                                          .next = longest_next};
