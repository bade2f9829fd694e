/* Deaths by reference count: Objects/object.c, _Py_Dealloc, and the tp_dealloc functions behind
 * it. Iterative, depth first and in CPython's order: a child whose count falls to 0 is complete
 * before its parent lets go of the next one. */
#include <stdlib.h>

#include "base/list.h"
#include "model/collector.h"
#include "model/memory.h"
#include "model/sides.h"
#include "model/subclasses.h"
#include "model/weakref.h"

struct Dying {
    ObjectId id;
    uint32_t mark; /* its CHANGE_DEATH */
    uint32_t next; /* children let go of so far */
    bool finalized;
};

void deaths_add(Model *model, ObjectId id)
{
    const Object *object = model_object(model, id);
    if (object->kind == KIND_FREE || object->flags & (OBJECT_IMMORTAL | OBJECT_DYING))
        return;
    uint32_t mark = model_mark(model, CHANGE_DEATH, id, 0, 0, 0);
    if (model->dying_count == model->dying_capacity)
        model->dying = list_reserve(model->dying, &model->dying_capacity,
                                    model->dying_count + 1, sizeof *model->dying);
    model->dying[model->dying_count++] = (Dying){.id = id, .mark = mark};
}

static bool has_finalizer(const Model *model, const Object *object)
{
    return !(object->flags & OBJECT_FINALIZED) && model->hooks.finalize && object->type &&
           model_object(model, object->type)->b & TYPE_FLAG_HAS_DEL;
}

/* PyObject_CallFinalizerFromDealloc: held while __del__ runs; false when that has resurrected
 * it. */
static bool finalize(Model *model, ObjectId id)
{
    const Object *object = model_object(model, id);
    if (!has_finalizer(model, object))
        return true;
    size_t base = model->dying_base;
    model->dying_base = model->dying_count;
    object_set_field(model, id, FIELD_FLAGS, object->flags | OBJECT_FINALIZED);
    reference_push(model, HAND, id);
    model->hooks.finalize(model->hooks.context, id);
    model_commit(model, (Change){.kind = CHANGE_POP, .target = HAND, .before = id});
    model->dying_base = base;
    return object->refcount == 0;
}

/* Lists and tuples let go of their items from the last to the first, all others in order; but a
 * frame's f_back comes last. */
static uint32_t child_index(const Object *object, uint32_t next)
{
    if (object->kind == KIND_FRAME)
        return (next + 1) % object->slot_count;
    bool backwards = object->kind == KIND_LIST || object->kind == KIND_TUPLE;
    return backwards ? object->slot_count - 1 - next : next;
}

/* To 3.10 a frame's cells lie behind all its other locals, those of parameters too: it is gone
 * through twice. */
static bool cells_come_last(const Model *model, const Object *object)
{
    return object->kind == KIND_FRAME && model->profile->minor <= 10;
}

/* The next slot that has a reference to let go of; false: there is none left. */
static bool next_child(const Model *model, Dying *dying, uint32_t *ret_index)
{
    const Object *object = model_object(model, dying->id);
    bool twice = cells_come_last(model, object);
    uint32_t end = object->slot_count << twice;
    while (dying->next < end) {
        uint32_t next = dying->next++;
        bool first = twice && next < object->slot_count;
        uint32_t index =
            child_index(object, twice && !first ? next - object->slot_count : next);
        ObjectId child = object->slots[index];
        bool later =
            first && (index == FRAME_SLOT_BACK || model_kind(model, child) == KIND_CELL);
        if (!child || later)
            continue;
        *ret_index = index;
        return true;
    }
    return false;
}

static bool release_dict(Model *model, ObjectId id)
{
    ObjectId dict = model_object(model, id)->dict;
    if (!dict)
        return false;
    model_commit(
        model,
        (Change){.kind = CHANGE_REFERENCE, .field = FIELD_DICT, .target = id, .before = dict});
    deaths_note(model, dict);
    return true;
}

/* Lets go of one reference; false when there is none left. */
static bool release_child(Model *model, Dying *dying)
{
    const Object *object = model_object(model, dying->id);
    uint32_t index;
    if (object->dict && state_dict_first(&model->state, object))
        return release_dict(model, dying->id);
    if (!next_child(model, dying, &index))
        return release_dict(model, dying->id);
    ObjectId child = object->slots[index];
    model_commit(
        model,
        (Change){.kind = CHANGE_SLOT, .target = dying->id, .index = index, .before = child});
    deaths_note(model, child);
    return true;
}

/* Lets go of references up to the first whose object dies by it: true then. */
static bool release_children(Model *model, size_t dying)
{
    for (;;) {
        Dying progress = model->dying[dying];
        bool more = release_child(model, &progress);
        model->dying[dying].next = progress.next;
        if (!more)
            return false;
        if (model->dying_count > dying + 1)
            return true;
    }
}

/* The free list that takes the dead of this exact type, FREE_LIST_COUNT where there is none. */
static FreeList free_list_of(const Model *model, const Object *object)
{
    if (object->type == model->types[TYPE_FLOAT])
        return FREE_LIST_FLOAT;
    if (object->type == model->types[TYPE_LIST])
        return FREE_LIST_LIST;
    if (object->type == model->types[TYPE_DICT])
        return FREE_LIST_DICT;
    if (object->type == model->types[TYPE_SLICE])
        return FREE_LIST_SLICE;
    if (object->type == model->types[TYPE_METHOD])
        return FREE_LIST_METHOD;
    if (object->type == model->types[TYPE_BUILTIN])
        return FREE_LIST_BUILTIN;
    uint32_t length = object->slot_count;
    if (object->type == model->types[TYPE_TUPLE] && length &&
        length <= model->profile->free_lists.tuple_longest)
        return (FreeList)(FREE_LIST_TUPLE1 + length - 1);
    return FREE_LIST_COUNT;
}

static void release_memory(Model *model, ObjectId id)
{
    const Object *object = model_object(model, id);
    if (object->body) {
        object_resize_body(model, id, 0);
        /* A frame is no object of its own until a traceback holds it: then all its memory is
         * there. */
        if (object->kind == KIND_FRAME && object->flags & OBJECT_GC)
            collector_freed(model);
    }
    if (object->kind == KIND_FRAME && model->hooks.frame_freed)
        model->hooks.frame_freed(model->hooks.context, model_payload(model, id).code);
    if (!object->block)
        return;
    FreeList list = free_list_of(model, object);
    if (list != FREE_LIST_COUNT && memory_keep(model, list, object->block))
        return;
    memory_free_block(model, object->block, object->size);
    if (object->flags & OBJECT_GC && !memory_is_static(object->block))
        collector_freed(model);
}

static void destroy(Model *model, ObjectId id)
{
    Object *object = model_object(model, id);
    ObjectKind kind = (ObjectKind)object->kind;
    ObjectId type = object->type;
    if (side_of(model, id))
        model_drop_side(model, id);
    if (object->flags & OBJECT_INTERNED)
        model_forget_interned(model, id);
    release_memory(model, id);
    model_commit(model, (Change){.kind = CHANGE_DESTROY, .target = id, .before = kind});
    if (!model->journal.keeps) {
        payload_free(kind, object, model_payload(model, id));
        model_set_payload(model, id, (Payload){.bits = 0});
        if (model->spare_count == model->spare_capacity)
            model->spare_ids = list_reserve(model->spare_ids, &model->spare_capacity,
                                            model->spare_count + 1, sizeof *model->spare_ids);
        model->spare_ids[model->spare_count++] = id;
    }
    if (model_object(model, type)->flags & OBJECT_HEAP_TYPE)
        deaths_note(model, type);
}

static void resurrect(Model *model, ObjectId id)
{
    const Object *object = model_object(model, id);
    object_set_field(model, id, FIELD_FLAGS, object->flags & ~(uint32_t)OBJECT_DYING);
    model->dying_count--;
}

/* What comes between __del__ and letting go of what the object holds. Generators lose their
 * weak references before they are closed (gen_dealloc), all others after __del__
 * (subtype_dealloc). */
static bool finalize_and_clear(Model *model, ObjectId id)
{
    bool generator = model_kind(model, id) == KIND_GENERATOR;
    if (generator && model->weak_count)
        weakref_clear_all(model, id);
    if (!finalize(model, id))
        return false;
    collector_untrack(model, id);
    if (model->weak_count)
        weakref_clear_all(model, id);
    if (model_kind(model, id) == KIND_WEAKREF)
        weakref_clear(model, id);
    if (model_kind(model, id) == KIND_TYPE)
        subclass_remove(model, id);
    return true;
}

/* Goes on with the death of the object on top, until a child of it has to die first. */
static void step(Model *model)
{
    size_t top = model->dying_count - 1;
    ObjectId id = model->dying[top].id;
    model->cause = model->dying[top].mark;
    if (!model->dying[top].finalized) {
        if (!finalize_and_clear(model, id)) {
            resurrect(model, id);
            return;
        }
        model->dying[top].finalized = true;
        if (model->dying_count > top + 1)
            return;
    }
    if (release_children(model, top))
        return;
    model->dying_count--; /* its type may be noted next */
    destroy(model, id);
}

void deaths_complete(Model *model)
{
    uint32_t cause = model->cause;
    size_t base = model->dying_base;
    while (model->dying_count > base)
        step(model);
    model->cause = cause;
}

void deaths_done(Model *model)
{
    free(model->dying);
}
