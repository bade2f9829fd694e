/* tuple: Objects/tupleobject.c. */
#include <stdlib.h>

#include "base/memory.h"
#include "model/containers.h"
#include "model/memory.h"
#include "model/sizes.h"

/* PyTuple_New, still without items and not tracked. */
static ObjectId create(Model *model, uint32_t count)
{
    uint32_t size = model->profile->sizes.tuple + 8 * count;
    int list = count <= model->profile->free_lists.tuple_longest
                   ? (int)(FREE_LIST_TUPLE1 + count - 1)
                   : (int)FREE_LIST_COUNT;
    return object_create_listed(model, KIND_TUPLE, model->types[TYPE_TUPLE], size, OBJECT_GC,
                                (Payload){.bits = 0}, list);
}

static void fill(Model *model, ObjectId tuple, const ObjectId *values, uint32_t count)
{
    if (values) {
        reference_splice(model, tuple, 0, 0, values, count);
        return;
    }
    ObjectId *zeros = memory_allocate(count * sizeof *zeros + 1);
    reference_splice(model, tuple, 0, 0, zeros, count);
    free(zeros);
}

ObjectId tuple_from(Model *model, const ObjectId *values, uint32_t count)
{
    if (!count)
        return model->empty_tuple;
    ObjectId tuple = create(model, count);
    fill(model, tuple, values, count);
    collector_track(model, tuple);
    return tuple;
}

ObjectId tuple_take(Model *model, ObjectId from, uint32_t count)
{
    if (!count)
        return model->empty_tuple;
    uint32_t end = model_object(model, from)->slot_count;
    ObjectId tuple = create(model, count);
    if (from == HAND) { /* where the tuple itself is on top by now */
        fill(model, tuple, model_object(model, HAND)->slots + end - count, count);
        reference_splice(model, HAND, end - count, count, NULL, 0);
    } else {
        reference_take(model, tuple, from, count);
    }
    collector_track(model, tuple);
    return tuple;
}

ObjectId tuple_of_type(Model *model, ObjectId type, const ObjectId *values, uint32_t count)
{
    uint32_t layout = model->profile->sizes.tuple + 8 * count;
    ObjectId tuple = object_create(model, KIND_TUPLE, type, size_of_type(model, type, layout),
                                   OBJECT_GC, (Payload){.bits = 0});
    fill(model, tuple, values, count);
    collector_track(model, tuple);
    return tuple;
}
