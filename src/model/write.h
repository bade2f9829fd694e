#ifndef MODEL_WRITE_H
#define MODEL_WRITE_H
/* The inline half of model.h: how a Change is made. With the kind known where it is called, a
 * commit is a few writes to the State and, where a journal is kept, one more to it; `run` goes
 * the same way as every recording. */
#include <assert.h>

#include "model/apply.h"
#include "model/model.h"

/* GCC measures a commit by all of its kinds and would call it. */
#define WRITE_INLINE __attribute__((always_inline)) static inline

/* Applies and journals a Change; returns its index. */
WRITE_INLINE uint32_t model_commit(Model *model, Change change)
{
    change.cause = model->cause;
    apply_change(&model->state, &change, &model->journal.spans);
    model->changes_made++;
    if (__builtin_expect(model->journal.keeps, 0))
        return journal_append(&model->journal, change);
    return CHANGE_NONE;
}

/* --- payloads --- */

static inline Payload model_payload(const Model *model, ObjectId id)
{
    size_t page = id >> OBJECT_PAGE_BITS;
    if (page >= model->payloads.page_count)
        return (Payload){.bits = 0};
    return model->payloads.pages[page][id & (OBJECT_PAGE - 1)];
}

static inline void model_set_payload(Model *model, ObjectId id, Payload payload)
{
    size_t page = id >> OBJECT_PAGE_BITS;
    if (page >= model->payloads.page_count)
        payloads_reserve(&model->payloads, page);
    model->payloads.pages[page][id & (OBJECT_PAGE - 1)] = payload;
}

/* --- scalars and marks --- */

static inline void object_set_field(Model *model, ObjectId id, Field field, uint32_t value)
{
    uint32_t before = apply_get_field(model_object(model, id), field);
    if (before != value)
        model_commit(model, (Change){.kind = CHANGE_FIELD,
                                     .field = (uint8_t)field,
                                     .target = id,
                                     .before = before,
                                     .after = value});
}

/* FIELD_GC_REFS, as the collector looks at a reference of `from` (0: at none). */
static inline void object_set_gc_refs(Model *model, ObjectId id, uint32_t value, ObjectId from)
{
    uint32_t before = model_object(model, id)->gc_refs;
    if (before != value)
        model_commit(model, (Change){.kind = CHANGE_FIELD,
                                     .field = FIELD_GC_REFS,
                                     .target = id,
                                     .index = from,
                                     .before = before,
                                     .after = value});
}

static inline void model_set_register(Model *model, Register index, uint32_t value)
{
    uint32_t before = model_register(model, index);
    if (before != value)
        model_commit(model, (Change){.kind = CHANGE_REGISTER,
                                     .index = index,
                                     .before = before,
                                     .after = value});
}

static inline void model_set_memory(Model *model, MemoryTable table, uint32_t index,
                                    uint32_t value)
{
    uint32_t before = state_word(&model->state, table, index);
    if (before != value)
        model_commit(model, (Change){.kind = CHANGE_MEMORY,
                                     .field = (uint8_t)table,
                                     .index = index,
                                     .before = before,
                                     .after = value});
}

static inline uint32_t model_mark(Model *model, ChangeKind kind, ObjectId target,
                                  uint32_t index, uint32_t before, uint32_t after)
{
    return model_commit(model, (Change){.kind = (uint8_t)kind,
                                        .target = target,
                                        .index = index,
                                        .before = before,
                                        .after = after});
}

/* --- deaths --- */

/* A count of `id` has gone down: notes its death if it is 0 now. */
static inline void deaths_note(Model *model, ObjectId id)
{
    if (id && model_object(model, id)->refcount == 0)
        deaths_add(model, id);
}

/* Completes the deaths noted, depth first, children included. */
static inline void deaths_run(Model *model)
{
    if (model->dying_count != model->dying_base)
        deaths_complete(model);
}

/* Both, where only this count has gone down. */
static inline void deaths_follow(Model *model, ObjectId id)
{
    if (id && model_object(model, id)->refcount == 0) {
        deaths_add(model, id);
        deaths_run(model);
    }
}

/* --- references --- */

static inline void reference_set(Model *model, ObjectId holder, uint32_t index, ObjectId value)
{
    ObjectId before = model_object(model, holder)->slots[index];
    if (before == value)
        return;
    model_commit(model, (Change){.kind = CHANGE_SLOT,
                                 .target = holder,
                                 .index = index,
                                 .before = before,
                                 .after = value});
    deaths_follow(model, before);
}

WRITE_INLINE void reference_push(Model *model, ObjectId holder, ObjectId value)
{
    model_commit(model, (Change){.kind = CHANGE_PUSH, .target = holder, .after = value});
}

WRITE_INLINE void reference_pop(Model *model, ObjectId holder)
{
    Object *object = model_object(model, holder);
    assert(object->slot_count > 0);
    ObjectId before = object->slots[object->slot_count - 1];
    model_commit(model, (Change){.kind = CHANGE_POP, .target = holder, .before = before});
    deaths_follow(model, before);
}

WRITE_INLINE void reference_store(Model *model, ObjectId holder, uint32_t index)
{
    Object *object = model_object(model, holder);
    ObjectId before = object->slots[index];
    model_commit(model, (Change){.kind = CHANGE_STORE,
                                 .target = holder,
                                 .index = index,
                                 .before = before,
                                 .after = object->slots[object->slot_count - 1]});
    deaths_follow(model, before);
}

static inline void reference_take(Model *model, ObjectId to, ObjectId from, uint32_t count)
{
    if (count)
        model_commit(
            model, (Change){.kind = CHANGE_TAKE, .target = to, .index = count, .before = from});
}

static inline ObjectId hand_hold(Model *model, ObjectId id)
{
    reference_push(model, HAND, id);
    return id;
}

static inline uint32_t hand_mark(const Model *model)
{
    return model_object(model, HAND)->slot_count;
}

static inline void hand_release(Model *model, uint32_t mark)
{
    while (model_object(model, HAND)->slot_count > mark)
        reference_pop(model, HAND);
}

#endif
