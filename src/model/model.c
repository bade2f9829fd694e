#include "model/model.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/memory.h"
#include "model/collector.h"
#include "model/memory.h"
#include "model/sides.h"
#include "model/weakref.h"

Model *model_create(const Profile *profile)
{
    Model *model = memory_allocate(sizeof *model);
    model->profile = profile;
    model->cause = CHANGE_NONE;
    model->live_limit = MODEL_OBJECT_LIMIT;
    model->namespace_changes = 1;
    state_init(&model->state);
    startup_create(model);
    return model;
}

static void free_payloads(Model *model)
{
    for (ObjectId id = 1; id < model->state.object_end; id++) {
        const Object *object = model_object(model, id);
        ObjectKind kind = (ObjectKind)object->kind;
        /* A destroyed row keeps no kind; its payload is kept with the journal. */
        if (kind == KIND_FREE)
            kind = (ObjectKind)object->was;
        payload_free(kind, object, model_payload(model, id));
    }
    payloads_done(&model->payloads);
}

void model_destroy(Model *model)
{
    if (!model)
        return;
    for (size_t id = 0; id < model->side_capacity; id++)
        model_drop_side(model, (ObjectId)id);
    free(model->sides);
    free_payloads(model);
    free(model->interned.items);
    free(model->interned_apart.items);
    free(model->spare_ids);
    deaths_done(model);
    weakref_done(model);
    text_done(&model->output);
    journal_done(&model->journal);
    state_done(&model->state);
    free(model);
}

void model_start(Model *model, bool keeps, State *ret_start)
{
    hand_release(model, 0);
    memory_fill_free_lists(model, model->start);
    model->journal.keeps = keeps;
    if (!model->journal.byte_limit)
        model->journal.byte_limit = JOURNAL_BYTE_LIMIT;
    model->journal.spans.count = 0;
    model->started = true;
    if (keeps)
        state_copy(ret_start, &model->state);
}

void payload_free(ObjectKind kind, const Object *object, Payload payload)
{
    if (!payload.bits)
        return;
    if (kind == KIND_INT && object->a == 1) {
        mpz_clear(payload.big->value);
        free(payload.big);
    } else if (kind == KIND_COMPLEX) {
        free(payload.complex);
    } else if (kind == KIND_STR || kind == KIND_BYTES || kind == KIND_TYPE ||
               kind == KIND_MODULE) {
        for (TextPayload *text = payload.text, *former; text; text = former) {
            former = text->former;
            free((uint32_t *)(uintptr_t)text->points);
            free(text);
        }
    }
}

uint64_t state_address(const State *state, const Profile *profile, ObjectId id)
{
    const Object *object = state_object(state, id);
    uint64_t before = object->flags & OBJECT_GC ? profile->sizes.gc_header : 0;
    /* The managed dictionary's two words stand before the GC header (3.11+). */
    if (object->flags & OBJECT_GC && profile->minor >= 11 && object->type &&
        state_object(state, object->type)->b & TYPE_FLAG_HAS_DICT)
        before += 16;
    return memory_address(object->block) + (object->flags & OBJECT_STATIC ? 0 : before);
}

uint64_t model_address(const Model *model, ObjectId id)
{
    return state_address(&model->state, model->profile, id);
}

Slice type_name(const Model *model, ObjectId type)
{
    const Object *object = model_object(model, type);
    ObjectId name = object->slot_count > TYPE_SLOT_NAME ? object->slots[TYPE_SLOT_NAME] : 0;
    const TextPayload *text = model_payload(model, name ? name : type).text;
    return text ? (Slice){text->bytes, text->byte_length} : slice_of("?");
}

Slice model_type_name(const Model *model, ObjectId id)
{
    return type_name(model, model_object(model, id)->type);
}

/* --- marks --- */

void model_instruction(Model *model, ObjectId frame, uint32_t index, bool starts_statement)
{
    model->cause = CHANGE_NONE;
    model->cause = model_mark(model, CHANGE_INSTRUCTION, frame, starts_statement,
                              model_object(model, frame)->a, index);
}

void model_write(Model *model, int stream, Slice bytes)
{
    uint32_t before = (uint32_t)model->output.length;
    if (model->journal.keeps || !model->started)
        text_append_slice(&model->output, bytes);
    model_mark(model, CHANGE_OUTPUT, 0, (uint32_t)stream, before,
               before + (uint32_t)bytes.length);
}

/* --- sides --- */

Side *model_side(Model *model, ObjectId id, size_t size)
{
    model->sides =
        list_reserve(model->sides, &model->side_capacity, (size_t)id + 1, sizeof *model->sides);
    if (!model->sides[id] && size)
        model->sides[id] = memory_allocate(size);
    return model->sides[id];
}

void model_drop_side(Model *model, ObjectId id)
{
    if (id >= model->side_capacity || !model->sides[id])
        return;
    Side *side = model->sides[id];
    if (side->done)
        side->done(side);
    free(side);
    model->sides[id] = NULL;
}
