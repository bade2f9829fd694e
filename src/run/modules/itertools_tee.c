/* tee: several iterators over one. What has been read and not yet been passed by all stands in
 * a chain of data objects of DATA_ITEMS each. */
#include "run/modules/itertools.h"

enum { DATA_ITEMS = 57 };
enum { TEE_DATA = 0 };                            /* a tee's slot; a: its place in the data */
enum { DATA_SOURCE, DATA_NEXT, DATA_FIRST_ITEM }; /* a data object's slots */

static ObjectId make_data(Run *run, ObjectId source)
{
    return native_create(run, native_type(run, &itertools_tee_data), (ObjectId[]){source, 0},
                         2);
}

static ObjectId make_tee(Run *run, ObjectId data, uint32_t at)
{
    ObjectId tee = native_create(run, native_type(run, &itertools_tee), &data, 1);
    if (at)
        object_set_field(run->model, tee, FIELD_A, at);
    return tee;
}

static ObjectId copy_tee(Run *run, ObjectId tee)
{
    return make_tee(run, itertools_slot(run, tee, TEE_DATA), model_object(run->model, tee)->a);
}

/* The tee of an iterable, which may be one already. */
static ObjectId tee_from(Run *run, ObjectId iterable)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId source = iterate(run, iterable);
    if (!source)
        return 0;
    ObjectId tee = native_is(run, source, &itertools_tee)
                       ? copy_tee(run, source)
                       : make_tee(run, make_data(run, source), 0);
    return hand_return(model, mark, tee);
}

static ObjectId tee_new(Run *run, const Arguments *arguments)
{
    ObjectId iterable;
    if (!itertools_positional(run, arguments, "_tee", 1, 1, &iterable))
        return 0;
    return tee_from(run, iterable);
}

static ObjectId tee_copy(Run *run, const Arguments *arguments)
{
    return copy_tee(run, arguments->values[0]);
}

/* The data object after a full one. */
static ObjectId data_after(Run *run, ObjectId data)
{
    uint32_t mark = hand_mark(run->model);
    ObjectId next = itertools_slot(run, data, DATA_NEXT);
    if (next)
        return next;
    next = make_data(run, itertools_slot(run, data, DATA_SOURCE));
    reference_set(run->model, data, DATA_NEXT, next);
    return hand_return(run->model, mark, next);
}

/* The item at a place, read from the source if nobody has. */
static ObjectId data_item(Run *run, ObjectId data, uint32_t at)
{
    Model *model = run->model;
    if (model_object(model, data)->slot_count > DATA_FIRST_ITEM + at)
        return itertools_slot(run, data, DATA_FIRST_ITEM + at);
    ObjectId item = iterate_next(run, itertools_slot(run, data, DATA_SOURCE));
    if (item)
        reference_push(model, data, item);
    return item;
}

static ObjectId tee_next(Run *run, ObjectId tee)
{
    Model *model = run->model;
    uint32_t at = model_object(model, tee)->a;
    if (at >= DATA_ITEMS) {
        uint32_t mark = hand_mark(model);
        ObjectId next = data_after(run, itertools_slot(run, tee, TEE_DATA));
        reference_set(model, tee, TEE_DATA, next);
        hand_release(model, mark);
        at = 0;
    }
    ObjectId item = data_item(run, itertools_slot(run, tee, TEE_DATA), at);
    if (item)
        object_set_field(model, tee, FIELD_A, at + 1);
    return item;
}

ObjectId itertools_make_tees(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    int64_t count = 2;
    if (arguments->count > 1 && !object_index(run, arguments->values[1], &count))
        return 0;
    if (count < 0)
        return raise_error(run, EXC_ValueError, "n must be >= 0");
    ObjectId tees = tuple_from(model, NULL, (uint32_t)count);
    if (count == 0)
        return hand_return(model, mark, tees);
    ObjectId source = iterate(run, arguments->values[0]);
    ObjectId tee = source ? tee_from(run, source) : 0;
    if (!tee)
        return 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t round = hand_mark(model);
        reference_set(model, tees, i, i ? copy_tee(run, tee) : tee);
        hand_release(model, round);
    }
    return hand_return(model, mark, tees);
}

static const Native tee_methods[] = {
    SLOT_ROWS_ITERATOR,
    {"__copy__", tee_copy, 0, 0, NULL, NATIVE_NOARGS},
    {"__new__", tee_new, 0, -1, NULL, NATIVE_STATIC},
    SLOT_ROW_END,
};
const NativeType itertools_tee = {.name = "itertools._tee",
                                  .flags = NATIVE_GC | NATIVE_WEAKREF,
                                  .sizes = {72, 0, 56, 0, 0, 0, 64},
                                  .methods = tee_methods,
                                  .next = tee_next};

static const Native data_methods[] = {SLOT_ROW_END};
const NativeType itertools_tee_data = {.name = "itertools._tee_dataobject",
                                       .flags = NATIVE_GC,
                                       .sizes = {536, 0, 520},
                                       .methods = data_methods};
