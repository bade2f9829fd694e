/* enumerate, zip, map, filter: Objects/enumobject.c, Python/bltinmodule.c. */
#include <stdlib.h>

#include "base/memory.h"
#include "lang/opcode.h"
#include "run/values/iterate.h"

static uint32_t without_header(Run *run, uint32_t size)
{
    return size - run_model(run)->profile->sizes.gc_header;
}

ObjectId pair_reuse(Run *run, ObjectId iterator, uint32_t index, ObjectId first,
                    ObjectId second)
{
    Model *model = run_model(run);
    ObjectId pair = model_object(model, iterator)->slots[index];
    if (model_object(model, pair)->refcount != 1)
        return tuple_of(run, first, second);
    hand_hold(model, pair);
    reference_set(model, pair, 0, first);
    reference_set(model, pair, 1, second);
    if (!collector_is_tracked(model, pair))
        collector_track(model, pair);
    return pair;
}

/* --- enumerate: slots: iterator, pair, big count (0: a and b are the count) --- */

ObjectId enumerate_create(Run *run, ObjectId iterable, ObjectId start)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId iterator = iterate(run, iterable);
    if (!iterator)
        return 0;
    bool big = start && !int_is_small(model, start);
    ObjectId pair = tuple_of(run, model->none, model->none);
    ObjectId result = iterator_create(run, TYPE_ENUMERATE,
                                      without_header(run, model->profile->sizes.enumerate),
                                      (ObjectId[]){iterator, pair, big ? start : 0}, 3);
    if (start && !big) {
        uint64_t count = (uint64_t)int_value(model, start);
        object_set_field(model, result, FIELD_A, (uint32_t)count);
        object_set_field(model, result, FIELD_B, (uint32_t)(count >> 32));
    }
    return hand_return(model, mark, result);
}

static ObjectId enumerate_count(Run *run, ObjectId iterator)
{
    Model *model = run_model(run);
    const Object *object = model_object(model, iterator);
    if (object->slots[2]) {
        ObjectId count = hand_hold(model, object->slots[2]);
        reference_set(model, iterator, 2,
                      operate_binary(run, BINARY_ADD, count, int_from(model, 1)));
        return count;
    }
    uint64_t count = (uint64_t)object->b << 32 | object->a, next = count + 1;
    object_set_field(model, iterator, FIELD_A, (uint32_t)next);
    if (next >> 32 != object->b)
        object_set_field(model, iterator, FIELD_B, (uint32_t)(next >> 32));
    return int_from(model, (int64_t)count);
}

ObjectId enumerate_next(Run *run, ObjectId iterator)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId item = iterate_next(run, model_object(model, iterator)->slots[0]);
    if (!item)
        return 0;
    ObjectId count = enumerate_count(run, iterator);
    return hand_return(model, mark, pair_reuse(run, iterator, 1, count, item));
}

/* --- zip: slots: tuple of iterators, result tuple; a: 1 strict --- */

/* zip's own words for an argument that is not iterable, until 3.7. */
static void name_argument(Run *run, uint32_t index)
{
    if (run_model(run)->profile->minor >= 8 || !raised_is(run, EXC_TypeError))
        return;
    raise_clear(run);
    raise_error(run, EXC_TypeError, "zip argument #%u must support iteration", index + 1);
}

/* A tuple of iterators; 0: raised. `zips`: for zip(). */
static ObjectId iterators_of(Run *run, const ObjectId *iterables, uint32_t count, bool zips)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId tuple = tuple_from(model, NULL, count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t round = hand_mark(model);
        ObjectId iterator = iterate(run, iterables[i]);
        if (!iterator) {
            if (zips)
                name_argument(run, i);
            hand_release(model, mark);
            return 0;
        }
        reference_set(model, tuple, i, iterator);
        hand_release(model, round);
    }
    return tuple;
}

ObjectId zip_create(Run *run, const ObjectId *iterables, uint32_t count, bool strict)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId iterators = iterators_of(run, iterables, count, true);
    if (!iterators)
        return 0;
    ObjectId result = tuple_from(model, NULL, count);
    for (uint32_t i = 0; i < count; i++)
        reference_set(model, result, i, model->none);
    ObjectId zip =
        iterator_create(run, TYPE_ZIP, without_header(run, model->profile->sizes.zip),
                        (ObjectId[]){iterators, result}, 2);
    if (strict)
        object_set_field(model, zip, FIELD_A, 1);
    return hand_return(model, mark, zip);
}

/* Argument `index` ended (or went on) where the ones before it did not. */
static ObjectId raise_strict(Run *run, uint32_t index, const char *shorter)
{
    if (index == 1)
        return raise_error(run, EXC_ValueError, "zip() argument 2 is %s than argument 1",
                           shorter);
    return raise_error(run, EXC_ValueError, "zip() argument %u is %s than arguments 1-%u",
                       index + 1, shorter, index);
}

static ObjectId zip_ended(Run *run, ObjectId zip, uint32_t index)
{
    Model *model = run_model(run);
    const Object *iterators = model_object(model, model_object(model, zip)->slots[0]);
    if (raised(run) || !model_object(model, zip)->a)
        return 0;
    if (index > 0)
        return raise_strict(run, index, "shorter");
    for (uint32_t i = 1; i < iterators->slot_count; i++) {
        if (iterate_next(run, iterators->slots[i]))
            return raise_strict(run, i, "longer");
        if (raised(run))
            return 0;
    }
    return 0;
}

ObjectId zip_next(Run *run, ObjectId zip)
{
    Model *model = run_model(run);
    const Object *object = model_object(model, zip);
    const Object *iterators = model_object(model, object->slots[0]);
    uint32_t count = iterators->slot_count;
    if (!count)
        return 0;
    uint32_t mark = hand_mark(model);
    ObjectId result = object->slots[1];
    if (model_object(model, result)->refcount == 1) {
        hand_hold(model, result);
        if (!collector_is_tracked(model, result))
            collector_track(model, result);
    } else {
        result = tuple_from(model, NULL, count);
    }
    uint32_t round = hand_mark(model);
    for (uint32_t i = 0; i < count; i++) {
        ObjectId item = iterate_next(run, iterators->slots[i]);
        if (!item) {
            zip_ended(run, zip, i);
            hand_release(model, mark);
            return 0;
        }
        reference_set(model, result, i, item);
        hand_release(model, round);
    }
    return result;
}

/* --- map: slots: tuple of iterators, function --- */

ObjectId map_create(Run *run, ObjectId function, const ObjectId *iterables, uint32_t count)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId iterators = iterators_of(run, iterables, count, false);
    if (!iterators)
        return 0;
    ObjectId map =
        iterator_create(run, TYPE_MAP, without_header(run, model->profile->sizes.map),
                        (ObjectId[]){iterators, function}, 2);
    return hand_return(model, mark, map);
}

ObjectId map_next(Run *run, ObjectId map)
{
    Model *model = run_model(run);
    const Object *iterators = model_object(model, model_object(model, map)->slots[0]);
    uint32_t count = iterators->slot_count, mark = hand_mark(model);
    ObjectId few[4];
    ObjectId *values = count <= 4 ? few : memory_allocate(count * sizeof *values);
    ObjectId result = 0;
    uint32_t got = 0;
    while (got < count && (values[got] = iterate_next(run, iterators->slots[got])))
        got++;
    if (got == count)
        result = call_object(run, model_object(model, map)->slots[1], values, count);
    if (values != few)
        free(values);
    return hand_return(model, mark, result);
}

/* --- filter: slots: iterator, function (None: truth) --- */

ObjectId filter_create(Run *run, ObjectId function, ObjectId iterable)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId iterator = iterate(run, iterable);
    if (!iterator)
        return 0;
    ObjectId filter =
        iterator_create(run, TYPE_FILTER, without_header(run, model->profile->sizes.map),
                        (ObjectId[]){iterator, function}, 2);
    return hand_return(model, mark, filter);
}

static bool keeps(Run *run, ObjectId function, ObjectId item, bool *ret_keeps)
{
    const Model *model = run_model(run);
    ObjectId answer = item;
    if (function != model->none && function != model->types[TYPE_BOOL])
        answer = call_object(run, function, &item, 1);
    return answer && object_truth(run, answer, ret_keeps);
}

ObjectId filter_next(Run *run, ObjectId filter)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    for (;;) {
        const Object *object = model_object(model, filter);
        ObjectId item = iterate_next(run, object->slots[0]);
        bool kept = false;
        if (!item || !keeps(run, object->slots[1], item, &kept)) {
            hand_release(model, mark);
            return 0;
        }
        if (kept)
            return hand_return(model, mark, item);
        hand_release(model, mark);
    }
}
