/* slice objects: Objects/sliceobject.c. */
#include "model/memory.h"
#include "run/values/protocol.h"

ObjectId slice_create(Run *run, ObjectId start, ObjectId stop, ObjectId step)
{
    Model *model = run_model(run);
    ObjectId parts[3] = {start, stop, step};
    ObjectId slice = object_create_listed(model, KIND_SLICE, model->types[TYPE_SLICE],
                                          model->profile->sizes.slice, OBJECT_GC, (Payload){0},
                                          FREE_LIST_SLICE);
    for (int i = 0; i < 3; i++)
        reference_push(model, slice, parts[i] ? parts[i] : model->none);
    collector_track(model, slice);
    return slice;
}

/* _PyEval_SliceIndex: None leaves the default; ints past int64 are clipped. */
static bool part_index(Run *run, ObjectId part, int64_t *ret_value)
{
    const Model *model = run_model(run);
    if (part == model->none)
        return true;
    if (!kind_is_integer(model_kind(model, part)) && !lookup_special(run, part, "__index__")) {
        raise_error(run, EXC_TypeError,
                    "slice indices must be integers or None or have an __index__ method");
        return false;
    }
    ObjectId index = object_index_int(run, part);
    if (!index)
        return false;
    if (int_is_small(model, index)) {
        *ret_value = int_value(model, index);
        return true;
    }
    mpz_t big;
    mpz_init(big);
    int_get(model, index, big);
    *ret_value = mpz_sgn(big) < 0 ? INT64_MIN : INT64_MAX;
    mpz_clear(big);
    return true;
}

static int64_t clip(int64_t value, int64_t length, int64_t step)
{
    if (value < 0) {
        value += length;
        return value >= 0 ? value : step < 0 ? -1 : 0;
    }
    return value < length ? value : step < 0 ? length - 1 : length;
}

static int64_t count_items(const SliceRange *range)
{
    if (range->step < 0)
        return range->stop < range->start ? (range->start - range->stop - 1) / -range->step + 1
                                          : 0;
    return range->start < range->stop ? (range->stop - range->start - 1) / range->step + 1 : 0;
}

bool slice_resolve(Run *run, ObjectId slice, int64_t length, SliceRange *ret_range)
{
    const Object *object = model_object(run_model(run), slice);
    SliceRange range = {.step = 1};
    if (!part_index(run, object->slots[2], &range.step))
        return false;
    if (range.step == 0) {
        raise_error(run, EXC_ValueError, "slice step cannot be zero");
        return false;
    }
    if (range.step == INT64_MIN)
        range.step = -INT64_MAX;
    range.start = range.step < 0 ? INT64_MAX : 0;
    range.stop = range.step < 0 ? INT64_MIN : INT64_MAX;
    if (!part_index(run, object->slots[0], &range.start) ||
        !part_index(run, object->slots[1], &range.stop))
        return false;
    range.start = clip(range.start, length, range.step);
    range.stop = clip(range.stop, length, range.step);
    range.count = count_items(&range);
    *ret_range = range;
    return true;
}
