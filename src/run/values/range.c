/* range objects: Objects/rangeobject.c. Their numbers are ints of any size. */
#include "run/values/protocol.h"

/* compute_range_length: how many numbers lie in [start, stop) by step. */
static void range_length(mpz_srcptr start, mpz_srcptr stop, mpz_srcptr step, mpz_ptr ret_length)
{
    mpz_t distance;
    mpz_init(distance);
    if (mpz_sgn(step) > 0)
        mpz_sub(distance, stop, start);
    else
        mpz_sub(distance, start, stop);
    if (mpz_sgn(distance) <= 0) {
        mpz_set_ui(ret_length, 0);
    } else {
        mpz_sub_ui(distance, distance, 1);
        mpz_abs(ret_length, step);
        mpz_fdiv_q(ret_length, distance, ret_length);
        mpz_add_ui(ret_length, ret_length, 1);
    }
    mpz_clear(distance);
}

static ObjectId length_of_small(Model *model, int64_t start, int64_t stop, int64_t step)
{
    if (step > 0 ? start >= stop : start <= stop)
        return int_from(model, 0);
    uint64_t distance =
        step > 0 ? (uint64_t)stop - (uint64_t)start : (uint64_t)start - (uint64_t)stop;
    uint64_t size = step > 0 ? (uint64_t)step : 0 - (uint64_t)step;
    uint64_t length = (distance - 1) / size + 1;
    return length <= INT64_MAX ? int_from(model, (int64_t)length) : 0;
}

static ObjectId length_object(Run *run, ObjectId start, ObjectId stop, ObjectId step)
{
    Model *model = run_model(run);
    if (int_is_small(model, start) && int_is_small(model, stop) && int_is_small(model, step)) {
        ObjectId length = length_of_small(model, int_value(model, start),
                                          int_value(model, stop), int_value(model, step));
        if (length)
            return length;
    }
    mpz_t a, b, c, length;
    mpz_inits(a, b, c, length, NULL);
    int_get(model, start, a);
    int_get(model, stop, b);
    int_get(model, step, c);
    range_length(a, b, c, length);
    ObjectId result = int_from_big(model, length);
    mpz_clears(a, b, c, length, NULL);
    return result;
}

ObjectId range_create(Run *run, ObjectId start, ObjectId stop, ObjectId step)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId length = length_object(run, start, stop, step);
    ObjectId range = object_with_slots(run, KIND_RANGE, TYPE_RANGE, model->profile->sizes.range,
                                       0, (ObjectId[]){start, stop, step, length}, 4);
    return hand_return(model, mark, range);
}

ObjectId range_item(Run *run, ObjectId range, mpz_srcptr index)
{
    Model *model = run_model(run);
    const ObjectId *slots = model_object(model, range)->slots;
    mpz_t position, part;
    mpz_inits(position, part, NULL);
    mpz_set(position, index);
    int_get(model, slots[RANGE_LENGTH], part);
    if (mpz_sgn(position) < 0)
        mpz_add(position, position, part);
    ObjectId result = 0;
    if (mpz_sgn(position) >= 0 && mpz_cmp(position, part) < 0) {
        int_get(model, slots[RANGE_STEP], part);
        mpz_mul(position, position, part);
        int_get(model, slots[RANGE_START], part);
        mpz_add(position, position, part);
        result = int_from_big(model, position);
    }
    mpz_clears(position, part, NULL);
    return result;
}

bool range_find(Run *run, ObjectId range, ObjectId value, mpz_ptr ret_index)
{
    const Model *model = run_model(run);
    const ObjectId *slots = model_object(model, range)->slots;
    mpz_t distance, part, rest;
    mpz_inits(distance, part, rest, NULL);
    int_get(model, value, distance);
    int_get(model, slots[RANGE_START], part);
    mpz_sub(distance, distance, part);
    int_get(model, slots[RANGE_STEP], part);
    mpz_fdiv_qr(distance, rest, distance, part);
    bool whole = mpz_sgn(rest) == 0 && mpz_sgn(distance) >= 0;
    int_get(model, slots[RANGE_LENGTH], part);
    bool found = whole && mpz_cmp(distance, part) < 0;
    if (found && ret_index)
        mpz_set(ret_index, distance);
    mpz_clears(distance, part, rest, NULL);
    return found;
}

/* start + index * step; HAND keeps it. */
static ObjectId number_at(Run *run, ObjectId range, int64_t index)
{
    Model *model = run_model(run);
    const ObjectId *slots = model_object(model, range)->slots;
    mpz_t start, step;
    mpz_inits(start, step, NULL);
    int_get(model, slots[RANGE_START], start);
    int_get(model, slots[RANGE_STEP], step);
    mpz_mul_si(step, step, index);
    mpz_add(start, start, step);
    ObjectId result = int_from_big(model, start);
    mpz_clears(start, step, NULL);
    return result;
}

ObjectId range_slice(Run *run, ObjectId range, ObjectId slice)
{
    Model *model = run_model(run);
    int64_t length;
    if (!object_length(run, range, &length))
        return 0;
    SliceRange part;
    if (!slice_resolve(run, slice, length, &part))
        return 0;
    uint32_t mark = hand_mark(model);
    mpz_t step;
    mpz_init(step);
    int_get(model, model_object(model, range)->slots[RANGE_STEP], step);
    mpz_mul_si(step, step, part.step);
    ObjectId step_object = int_from_big(model, step);
    mpz_clear(step);
    ObjectId start = number_at(run, range, part.start), stop = number_at(run, range, part.stop);
    return hand_return(model, mark, range_create(run, start, stop, step_object));
}
