#include "run/modules/deque.h"

#include <stdlib.h>

#include "base/memory.h"
#include "run/types/slots.h"

enum {
    BLOCK_SIZE = 8 * (DEQUE_BLOCK_LENGTH + 2), /* with its two links */
    CENTER = (DEQUE_BLOCK_LENGTH - 1) / 2,
};

static const ObjectId empty_block[DEQUE_BLOCK_LENGTH] = {0};

uint32_t deque_length(const Model *model, ObjectId deque)
{
    const Object *object = model_object(model, deque);
    return object->slot_count - object->a;
}

ObjectId deque_item(const Model *model, ObjectId deque, uint32_t index)
{
    const Object *object = model_object(model, deque);
    return object->slots[object->a + index];
}

/* --- blocks --- */

/* The body takes the blocks that the slots need, one at least. */
static void fit_blocks(Model *model, ObjectId deque)
{
    const Object *object = model_object(model, deque);
    uint32_t blocks = (object->slot_count + DEQUE_BLOCK_LENGTH - 1) / DEQUE_BLOCK_LENGTH;
    uint32_t size = (blocks ? blocks : 1) * BLOCK_SIZE;
    if (object->body_size != size)
        object_resize_body(model, deque, size);
}

/* Moves the left index; the items stay in order behind it. */
static void set_left(Model *model, ObjectId deque, uint32_t left)
{
    uint32_t before = model_object(model, deque)->a;
    if (left > before)
        reference_splice(model, deque, before, 0, empty_block, left - before);
    else
        reference_splice(model, deque, left, before - left, NULL, 0);
    if (left != before)
        object_set_field(model, deque, FIELD_A, left);
}

void deque_start_at(Model *model, ObjectId deque, uint32_t left)
{
    set_left(model, deque, left);
    fit_blocks(model, deque);
}

static void note_mutation(Model *model, ObjectId deque)
{
    object_set_field(model, deque, FIELD_B, model_object(model, deque)->b + 1);
}

ObjectId deque_create(Run *run, ObjectId type)
{
    Model *model = run_model(run);
    ObjectId deque = native_create(run, type, NULL, 0);
    object_set_field(model, deque, FIELD_C, DEQUE_UNBOUNDED);
    set_left(model, deque, CENTER + 1);
    fit_blocks(model, deque);
    return deque;
}

/* --- one item --- */

static void trim(Model *model, ObjectId deque, ObjectId (*remove)(Model *, ObjectId))
{
    if (deque_length(model, deque) <= model_object(model, deque)->c)
        return;
    uint32_t mark = hand_mark(model);
    remove(model, deque);
    hand_release(model, mark);
}

void deque_append(Model *model, ObjectId deque, ObjectId value)
{
    reference_push(model, deque, value);
    note_mutation(model, deque);
    fit_blocks(model, deque);
    trim(model, deque, deque_pop_left);
}

void deque_append_left(Model *model, ObjectId deque, ObjectId value)
{
    if (model_object(model, deque)->a == 0)
        set_left(model, deque, DEQUE_BLOCK_LENGTH);
    uint32_t left = model_object(model, deque)->a - 1;
    reference_set(model, deque, left, value);
    object_set_field(model, deque, FIELD_A, left);
    note_mutation(model, deque);
    fit_blocks(model, deque);
    trim(model, deque, deque_pop);
}

ObjectId deque_pop(Model *model, ObjectId deque)
{
    const Object *object = model_object(model, deque);
    ObjectId item = hand_hold(model, object->slots[object->slot_count - 1]);
    reference_pop(model, deque);
    note_mutation(model, deque);
    if (object->slot_count == 0)
        set_left(model, deque, CENTER + 1);
    fit_blocks(model, deque);
    return item;
}

ObjectId deque_pop_left(Model *model, ObjectId deque)
{
    const Object *object = model_object(model, deque);
    uint32_t left = object->a;
    ObjectId item = hand_hold(model, object->slots[left]);
    reference_set(model, deque, left, 0);
    object_set_field(model, deque, FIELD_A, left + 1);
    note_mutation(model, deque);
    if (left + 1 == DEQUE_BLOCK_LENGTH)
        set_left(model, deque, object->slot_count == DEQUE_BLOCK_LENGTH ? CENTER + 1 : 0);
    fit_blocks(model, deque);
    return item;
}

void deque_clear(Model *model, ObjectId deque)
{
    const Object *object = model_object(model, deque);
    uint32_t length = deque_length(model, deque);
    if (!length)
        return;
    note_mutation(model, deque);
    uint32_t left = object->a;
    object_set_field(model, deque, FIELD_A, CENTER + 1);
    reference_splice(model, deque, 0, left + length, empty_block, CENTER + 1);
    fit_blocks(model, deque);
}

/* --- rotation --- */

/* To the right by `count`, which is within half of the length either way. */
static void permute(Model *model, ObjectId deque, int64_t count)
{
    const Object *object = model_object(model, deque);
    uint32_t left = object->a, length = deque_length(model, deque);
    uint32_t first = (uint32_t)((length - count) % length);
    ObjectId *order = memory_allocate(object->slot_count * sizeof *order);
    for (uint32_t i = 0; i < left; i++)
        order[i] = 0;
    for (uint32_t i = 0; i < length; i++)
        order[left + i] = object->slots[left + (first + i) % length];
    reference_permute(model, deque, order);
    free(order);
}

/* Item by item, for few steps of a long deque. */
static void rotate_steps(Model *model, ObjectId deque, int64_t count)
{
    for (; count > 0; count--) {
        uint32_t mark = hand_mark(model);
        deque_append_left(model, deque, deque_pop(model, deque));
        hand_release(model, mark);
    }
    for (; count < 0; count++) {
        uint32_t mark = hand_mark(model);
        deque_append(model, deque, deque_pop_left(model, deque));
        hand_release(model, mark);
    }
}

void deque_rotate(Model *model, ObjectId deque, int64_t count)
{
    enum { LONG = 256 };
    int64_t length = deque_length(model, deque), half = length / 2;
    if (length <= 1)
        return;
    if (count > half || count < -half) {
        count %= length;
        count += count > half ? -length : count < -half ? length : 0;
    }
    note_mutation(model, deque);
    if (length > LONG && llabs(count) * 8 < length) {
        rotate_steps(model, deque, count);
        return;
    }
    permute(model, deque, count);
    int64_t left = (model_object(model, deque)->a - count) % DEQUE_BLOCK_LENGTH;
    set_left(model, deque, (uint32_t)(left < 0 ? left + DEQUE_BLOCK_LENGTH : left));
    fit_blocks(model, deque);
}

void deque_reverse(Model *model, ObjectId deque)
{
    const Object *object = model_object(model, deque);
    uint32_t end = object->slot_count;
    if (deque_length(model, deque) < 2)
        return;
    ObjectId *order = memory_allocate(end * sizeof *order);
    for (uint32_t i = 0; i < end; i++)
        order[i] = object->slots[i < object->a ? i : end - 1 - i + object->a];
    reference_permute(model, deque, order);
    free(order);
}

/* --- iterators: slots: the deque; a: items given, b: the deque's state, c: items to come ---
 */

static bool check_state(Run *run, ObjectId iterator)
{
    Model *model = run_model(run);
    const Object *object = model_object(model, iterator);
    if (object->b == model_object(model, object->slots[0])->b)
        return true;
    object_set_field(model, iterator, FIELD_C, 0);
    return raise_error(run, EXC_RuntimeError, "deque mutated during iteration");
}

static ObjectId give(Run *run, ObjectId iterator, uint32_t index)
{
    Model *model = run_model(run);
    const Object *object = model_object(model, iterator);
    ObjectId item = hand_hold(model, deque_item(model, object->slots[0], index));
    object_set_field(model, iterator, FIELD_A, object->a + 1);
    object_set_field(model, iterator, FIELD_C, object->c - 1);
    return item;
}

static ObjectId next(Run *run, ObjectId iterator)
{
    const Object *object = model_object(run_model(run), iterator);
    return check_state(run, iterator) && object->c ? give(run, iterator, object->a) : 0;
}

/* Unlike the other way, the end is looked for first (dequereviter_next). */
static ObjectId next_reversed(Run *run, ObjectId iterator)
{
    const Object *object = model_object(run_model(run), iterator);
    return object->c && check_state(run, iterator) ? give(run, iterator, object->c - 1) : 0;
}

static ObjectId length_hint(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    return int_from(model, model_object(model, arguments->values[0])->c);
}

static const Native iterator_methods[] = {
    SLOT_ROWS_ITERATOR,
    {"__length_hint__", length_hint, 0, 0, NULL, NATIVE_NOARGS},
    SLOT_ROW_END,
};

const NativeType type_deque_iterator = {
    .name = "_collections._deque_iterator",
    .newer_name = "collections._deque_iterator",
    .newer_since = 12,
    .flags = NATIVE_GC,
    .sizes = {88, 88, 72},
    .methods = iterator_methods,
    .next = next,
};

const NativeType type_deque_reverse_iterator = {
    .name = "_collections._deque_reverse_iterator",
    .newer_name = "collections._deque_reverse_iterator",
    .newer_since = 12,
    .flags = NATIVE_GC,
    .sizes = {88, 88, 72},
    .methods = iterator_methods,
    .next = next_reversed,
};

const NativeType type_deque = {
    .name = "collections.deque",
    .flags = NATIVE_GC | NATIVE_BASETYPE | NATIVE_WEAKREF | NATIVE_SEQUENCE,
    .sizes = {112, 112, 96, 96, 96, 232},
    .methods = deque_methods,
    .attributes = deque_attributes,
    .compare = deque_compare,
};
