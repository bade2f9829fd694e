/* Making objects, and giving them memory. */
#include <assert.h>
#include <string.h>

#include "model/collector.h"
#include "model/memory.h"
#include "model/model.h"

static ObjectId next_id(Model *model)
{
    if (!model->journal.keeps && model->spare_count)
        return model->spare_ids[--model->spare_count];
    return model->state.object_end;
}

static ObjectId create(Model *model, ObjectKind kind, ObjectId type, uint32_t size,
                       uint32_t flags, Payload payload)
{
    ObjectId id = next_id(model);
    if (!model->started || model->makes_own || model->apart)
        flags |= OBJECT_STARTUP;
    model_set_payload(model, id, payload);
    model_commit(model, (Change){.kind = CHANGE_CREATE,
                                 .field = (uint8_t)kind,
                                 .target = id,
                                 .index = flags,
                                 .before = type,
                                 .after = size});
    return id;
}

ObjectId object_create(Model *model, ObjectKind kind, ObjectId type, uint32_t size,
                       uint32_t flags, Payload payload)
{
    return object_create_listed(model, kind, type, size, flags, payload, FREE_LIST_COUNT);
}

ObjectId object_create_placeless(Model *model, ObjectKind kind, ObjectId type, uint32_t size,
                                 Payload payload)
{
    return create(model, kind, type, size, 0, payload);
}

ObjectId object_create_listed(Model *model, ObjectKind kind, ObjectId type, uint32_t size,
                              uint32_t flags, Payload payload, int free_list)
{
    uint32_t block = 0;
    if (size && free_list != FREE_LIST_COUNT)
        block = memory_take(model, (FreeList)free_list);
    if (size && !block) {
        block = memory_allocate_block(model, size);
        if (flags & OBJECT_GC)
            collector_allocated(model);
    }
    ObjectId id = create(model, kind, type, size, flags, payload);
    object_set_field(model, id, FIELD_BLOCK, block);
    return id;
}

ObjectId object_create_static(Model *model, ObjectKind kind, ObjectId type, uint32_t size,
                              Payload payload)
{
    assert(!model->started || model->makes_own);
    bool immortal = model->profile->immortal.singletons;
    uint32_t flags = OBJECT_STATIC | (immortal ? OBJECT_IMMORTAL : 0);
    ObjectId id = create(model, kind, type, size, flags, payload);
    object_set_field(model, id, FIELD_BLOCK, memory_static_block(model, size));
    if (model->interpreter)
        reference_push(model, model->interpreter, id);
    return id;
}

/* pymalloc_realloc: a block keeps its place while the new size needs at least three quarters of
 * its size class and still fits it. */
static bool fits_in_place(const Model *model, uint32_t before, uint32_t after)
{
    if (before == 0 || after == 0 || before > model->profile->obmalloc.request_threshold)
        return before == after;
    uint32_t class_size = (before + 15) & ~15u;
    return after <= class_size && 4 * after > 3 * class_size;
}

bool object_resize_block(Model *model, ObjectId id, uint32_t size)
{
    const Object *object = model_object(model, id);
    if (!fits_in_place(model, object->size, size) &&
        !memory_extend_large(model, object->block, object->size, size))
        return false;
    object_set_field(model, id, FIELD_SIZE, size);
    return true;
}

void object_resize_body(Model *model, ObjectId id, uint32_t size)
{
    const Object *object = model_object(model, id);
    uint32_t before = object->body, before_size = object->body_size;
    if (!fits_in_place(model, before_size, size)) {
        uint32_t block = size ? memory_allocate_block(model, size) : 0;
        object_set_field(model, id, FIELD_BODY, block);
        if (before)
            memory_free_block(model, before, before_size);
    }
    object_set_field(model, id, FIELD_BODY_SIZE, size);
}
