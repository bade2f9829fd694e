#ifndef MODEL_APPLY_H
#define MODEL_APPLY_H
/* What a Change does to a State. Inline, because nearly every caller knows the kind of its
 * Change: what is left of the switch is then the few writes of that kind. Law: state.c has the
 * inverse of each; the two are changed together. For the model's own files. */
#include "base/list.h"
#include "model/state.h"

/* --- the long ones (apply.c); `forward` false is their inverse --- */
void apply_splice(State *state, const Change *change, const Spans *spans, bool forward);
void apply_permute(State *state, const Change *change, const Spans *spans, bool forward);
void apply_link(State *state, const Change *change, bool forward);
/* Moves the chain from `first` to the end of list `from` behind the last of list `to`. */
void apply_merge(State *state, ObjectId first, uint32_t from, uint32_t to);

/* --- counts --- */

static inline void apply_counts(const State *state, ObjectId from, ObjectId to)
{
    state_count_up(state, to);
    state_count_down(state, from);
}

/* Instances hold their class only if the program made it (types of CPython's own are static).
 */
static inline void apply_type_count(const State *state, ObjectId type, bool up)
{
    if (!type || !(state_object(state, type)->flags & OBJECT_HEAP_TYPE))
        return;
    if (up)
        state_count_up(state, type);
    else
        state_count_down(state, type);
}

/* --- slots --- */

static inline void apply_append(Object *object, ObjectId value)
{
    if (object->slot_count == object->slot_capacity)
        state_reserve_slots(object, object->slot_count + 1);
    object->slots[object->slot_count++] = value;
}

static inline void apply_take(Object *to, Object *from, uint32_t count)
{
    state_reserve_slots(to, to->slot_count + count);
    from->slot_count -= count;
    for (uint32_t i = 0; i < count; i++)
        to->slots[to->slot_count + i] = from->slots[from->slot_count + i];
    to->slot_count += count;
}

/* --- scalars --- */

/* A field as a number: the one place that knows where each is. */
static inline uint32_t apply_get_field(const Object *object, Field field)
{
    switch (field) {
    case FIELD_TYPE:
        return object->type;
    case FIELD_DICT:
        return object->dict;
    case FIELD_FLAGS:
        return object->flags;
    case FIELD_BLOCK:
        return object->block;
    case FIELD_SIZE:
        return object->size;
    case FIELD_BODY:
        return object->body;
    case FIELD_BODY_SIZE:
        return object->body_size;
    case FIELD_GC_REFS:
        return object->gc_refs;
    case FIELD_A:
        return object->a;
    case FIELD_B:
        return object->b;
    case FIELD_C:
        return object->c;
    }
    return 0;
}

static inline void apply_set_field(Object *object, Field field, uint32_t value)
{
    switch (field) {
    case FIELD_TYPE:
        object->type = value;
        return;
    case FIELD_DICT:
        object->dict = value;
        return;
    case FIELD_FLAGS:
        object->flags = (uint8_t)value;
        return;
    case FIELD_BLOCK:
        object->block = value;
        return;
    case FIELD_SIZE:
        object->size = value;
        return;
    case FIELD_BODY:
        object->body = value;
        return;
    case FIELD_BODY_SIZE:
        object->body_size = value;
        return;
    case FIELD_GC_REFS:
        object->gc_refs = value;
        return;
    case FIELD_A:
        object->a = value;
        return;
    case FIELD_B:
        object->b = value;
        return;
    case FIELD_C:
        object->c = value;
        return;
    }
}

static inline void apply_reference(const State *state, const Change *change, ObjectId from,
                                   ObjectId to)
{
    if (change->field == FIELD_TYPE) {
        apply_type_count(state, to, true);
        apply_type_count(state, from, false);
    } else {
        apply_counts(state, from, to);
    }
    apply_set_field(state_object(state, change->target), (Field)change->field, to);
}

static inline void apply_word(State *state, uint8_t table, uint32_t index, uint32_t value)
{
    Words *words = &state->memory[table];
    if (index >= words->capacity)
        words->items =
            list_reserve(words->items, &words->capacity, (size_t)index + 1, sizeof(uint32_t));
    words->items[index] = value;
}

/* --- objects --- */

/* Objects of the interpreter's own start are not counted as the program's. */
static inline bool apply_is_counted(uint32_t flags)
{
    return !(flags & (OBJECT_STATIC | OBJECT_STARTUP));
}

/* A frame has a size, but no block: it is kept with its code, or lies on a stack. */
static inline uint32_t apply_bytes(uint32_t kind, uint32_t size)
{
    return kind == KIND_FRAME ? 0 : size;
}

static inline void apply_scalar(State *state, const Change *change, uint32_t from, uint32_t to)
{
    Object *object = state_object(state, change->target);
    bool is_size = change->field == FIELD_BODY_SIZE || change->field == FIELD_SIZE;
    if (is_size && apply_is_counted(object->flags))
        state->registers[REGISTER_BYTES] += to - from;
    apply_set_field(object, (Field)change->field, to);
}

static inline void apply_create(State *state, const Change *change)
{
    if (change->target >= state->object_end)
        state_reserve(state, change->target);
    Object *object = state_object(state, change->target);
    *object = (Object){.type = change->before,
                       .kind = change->field,
                       .flags = (uint8_t)change->index,
                       .size = change->after,
                       .slots = object->slots,
                       .slot_capacity = object->slot_capacity};
    apply_type_count(state, change->before, true);
    if (change->target == HAND || change->index & OBJECT_STATIC)
        return;
    apply_append(state_object(state, HAND), change->target);
    state_count_up(state, change->target);
    if (apply_is_counted(change->index)) {
        state->registers[REGISTER_LIVE]++;
        state->registers[REGISTER_BYTES] += apply_bytes(change->field, change->after);
    }
}

/* The row keeps what it was, for undo and for tombstones; only kind and the class's count go.
 */
static inline void apply_destroy(State *state, const Change *change, bool forward)
{
    Object *object = state_object(state, change->target);
    object->kind = forward ? (uint8_t)KIND_FREE : (uint8_t)change->before;
    object->was = forward ? (uint8_t)change->before : (uint8_t)KIND_FREE;
    apply_type_count(state, object->type, !forward);
    if (!apply_is_counted(object->flags))
        return;
    state->registers[REGISTER_LIVE] += forward ? UINT32_MAX : 1;
    uint32_t bytes = apply_bytes(change->before, object->size);
    state->registers[REGISTER_BYTES] += forward ? 0 - bytes : bytes;
}

/* --- all of them --- */

__attribute__((always_inline)) static inline void
apply_change(State *state, const Change *change, const Spans *spans)
{
    Object *object;
    switch ((ChangeKind)change->kind) {
    case CHANGE_INSTRUCTION:
        state_object(state, change->target)->a = change->after;
        return;
    case CHANGE_CALL:
        state->registers[REGISTER_FRAME] = change->target;
        return;
    case CHANGE_RETURN:
        state->registers[REGISTER_FRAME] = change->after;
        return;
    case CHANGE_PHASE:
        state->registers[REGISTER_PHASE] = change->after;
        return;
    case CHANGE_OUTPUT:
        state->registers[change->index == 1 ? REGISTER_STDOUT : REGISTER_STDERR] +=
            change->after - change->before;
        return;
    case CHANGE_DEATH:
        state_object(state, change->target)->flags |= OBJECT_DYING;
        return;
    case CHANGE_RAISE:
        return;
    case CHANGE_CREATE:
        apply_create(state, change);
        return;
    case CHANGE_DESTROY:
        apply_destroy(state, change, true);
        return;
    case CHANGE_FIELD:
        apply_scalar(state, change, change->before, change->after);
        return;
    case CHANGE_REFERENCE:
        apply_reference(state, change, change->before, change->after);
        return;
    case CHANGE_SLOT:
        state_object(state, change->target)->slots[change->index] = change->after;
        apply_counts(state, change->before, change->after);
        return;
    case CHANGE_PUSH:
        apply_append(state_object(state, change->target), change->after);
        state_count_up(state, change->after);
        return;
    case CHANGE_POP:
        state_object(state, change->target)->slot_count--;
        state_count_down(state, change->before);
        return;
    case CHANGE_STORE:
        object = state_object(state, change->target);
        object->slot_count--;
        object->slots[change->index] = change->after;
        state_count_down(state, change->before);
        return;
    case CHANGE_TAKE:
        apply_take(state_object(state, change->target), state_object(state, change->before),
                   change->index);
        return;
    case CHANGE_SPLICE:
        apply_splice(state, change, spans, true);
        return;
    case CHANGE_PERMUTE:
        apply_permute(state, change, spans, true);
        return;
    case CHANGE_LINK:
        apply_link(state, change, true);
        return;
    case CHANGE_MERGE:
        apply_merge(state, state->lists[change->before].first, change->before, change->after);
        return;
    case CHANGE_MEMORY:
        apply_word(state, change->field, change->index, change->after);
        return;
    case CHANGE_REGISTER:
        state->registers[change->index] = change->after;
        return;
    case CHANGE_KIND_COUNT:
        return;
    }
}

#endif
