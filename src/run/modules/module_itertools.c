/* The module itertools, and what its families share. */
#include "run/modules/itertools.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* --- numbers beside an iterator --- */

static void work_done(Side *side)
{
    free(((Work *)side)->indices);
}

Work *work_of(Run *run, ObjectId iterator)
{
    Work *work = (Work *)model_side(run->model, iterator, sizeof *work);
    work->side.done = work_done;
    return work;
}

Work *work_with_indices(Run *run, ObjectId iterator, uint32_t count)
{
    Work *work = work_of(run, iterator);
    work->indices = memory_allocate((count + 1) * sizeof *work->indices);
    return work;
}

/* --- arguments --- */

static uint32_t names_count(const char *const *names)
{
    uint32_t count = 0;
    while (names[count][0])
        count++;
    return count;
}

bool itertools_arguments(Run *run, const Arguments *arguments, const char *function,
                         const char *const *names, uint32_t least, ObjectId *ret_values)
{
    uint32_t most = names_count(names), given = arguments->count - 1;
    if (given + arguments->name_count > most)
        return raise_error(run, EXC_TypeError, "%s() takes at most %u argument%s (%u given)",
                           function, most, most == 1 ? "" : "s",
                           given + arguments->name_count) != 0;
    Arguments rest = {arguments->values + 1, given, arguments->names, arguments->name_count};
    bool known = argument_keywords(run, &rest, function, names, ret_values);
    for (uint32_t i = 0; i < given; i++)
        ret_values[i] = rest.values[i];
    for (uint32_t i = 0; i < least; i++)
        if (!ret_values[i]) { /* comes before a keyword that it does not know */
            raise_clear(run);
            return raise_missing_argument(run, function, names[i], i + 1);
        }
    return known;
}

bool itertools_positional(Run *run, const Arguments *arguments, const char *function,
                          uint32_t least, uint32_t most, ObjectId *ret_values)
{
    ObjectId type = arguments->values[0];
    bool exact = !(model_object(run->model, type)->flags & OBJECT_HEAP_TYPE);
    if (exact && !argument_no_keywords(run, arguments, function))
        return false;
    if (!argument_count(run, arguments, 1, function, least, most))
        return false;
    for (uint32_t i = 0; i < most; i++)
        ret_values[i] = argument_at(arguments, i + 1);
    return true;
}

/* --- names --- */

const char *itertools_name(Run *run, ObjectId iterator)
{
    const char *name = run->profile->minor < 7
                           ? native_type_of(run, model_object(run->model, iterator)->type)->name
                           : type_string(run, iterator);
    const char *dot = strrchr(name, '.');
    return dot ? dot + 1 : name;
}

/* --- making --- */

ObjectId itertools_create(Run *run, const Arguments *arguments, const ObjectId *slots,
                          uint32_t count)
{
    return native_create(run, arguments->values[0], slots, count);
}

ObjectId itertools_result(Run *run, ObjectId iterator, uint32_t slot, const ObjectId *values,
                          uint32_t count)
{
    Model *model = run->model;
    ObjectId last = itertools_slot(run, iterator, slot);
    if (!last || model_object(model, last)->refcount != 1) {
        ObjectId tuple = tuple_from(model, values, count);
        reference_set(model, iterator, slot, tuple);
        return tuple;
    }
    hand_hold(model, last);
    for (uint32_t i = 0; i < count; i++)
        reference_set(model, last, i, values[i]);
    if (count && !collector_is_tracked(model, last))
        collector_track(model, last);
    return last;
}

/* --- the module --- */

static const NativeType *const types[] = {
    &itertools_accumulate,
    &itertools_batched,
    &itertools_chain,
    &itertools_combinations,
    &itertools_combinations_repeated,
    &itertools_compress,
    &itertools_count,
    &itertools_cycle,
    &itertools_dropwhile,
    &itertools_filterfalse,
    &itertools_groupby,
    &itertools_grouper,
    &itertools_islice,
    &itertools_pairwise,
    &itertools_permutations,
    &itertools_product,
    &itertools_repeat,
    &itertools_starmap,
    &itertools_takewhile,
    &itertools_tee,
    &itertools_tee_data,
    &itertools_zip_longest,
    NULL,
};

static const Native functions[] = {
    {"tee", itertools_make_tees, 1, 2, NULL, NATIVE_VARARGS},
    {.name = ""},
};

const NativeModule module_itertools = {"itertools", functions, NULL, types};
