/* list: Objects/listobject.c. The items' memory is the object's body; field a is its capacity.
 */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "model/containers.h"
#include "model/memory.h"
#include "model/sizes.h"

enum { ITEM = 8 };

/* Field b: resizing has left a list without items an `ob_item` that is not NULL, so that the
 * next extend is not one of a fresh list. */
enum { ITEMS_NOT_NULL = 1 };

static uint32_t length_of(const Model *model, ObjectId list)
{
    return model_object(model, list)->slot_count;
}

static void set_capacity(Model *model, ObjectId list, uint32_t capacity)
{
    object_resize_body(model, list, ITEM * capacity);
    object_set_field(model, list, FIELD_A, capacity);
    object_set_field(model, list, FIELD_B, 0);
}

/* The new capacity in list_resize from `length` items to `needed`, which do not fit. */
static uint32_t grown(const Profile *profile, uint32_t length, uint32_t needed)
{
    if (!needed)
        return 0;
    if (!profile->list_growth_rounds_to_four)
        return needed + (needed >> 3) + (needed < 9 ? 3 : 6);
    uint32_t capacity = (needed + (needed >> 3) + 6) & ~(uint32_t)3;
    /* More than the growth itself is wanted at once: hardly any room beyond it. */
    if (needed > length && needed - length > capacity - needed)
        return (needed + 3) & ~(uint32_t)3;
    return capacity;
}

/* list_resize: memory for `needed` items, before they come or go. */
static void resize(Model *model, ObjectId list, uint32_t needed)
{
    uint32_t capacity = model_object(model, list)->a;
    if (capacity >= needed && needed >= capacity >> 1)
        return;
    set_capacity(model, list, grown(model->profile, length_of(model, list), needed));
    if (!needed)
        object_set_field(model, list, FIELD_B, ITEMS_NOT_NULL);
}

static uint32_t filled(const Profile *profile, uint32_t count, ListFill fill)
{
    switch (fill) {
    case LIST_FILL_EXACT:
        return count;
    case LIST_FILL_RESIZE:
        return grown(profile, 0, count);
    case LIST_FILL_EVEN:
        return (count + 1) & ~(uint32_t)1;
    }
    return count;
}

/* --- making --- */

/* PyList_New */
ObjectId list_create(Model *model, uint32_t capacity)
{
    ObjectId list = object_create_listed(model, KIND_LIST, model->types[TYPE_LIST],
                                         model->profile->sizes.list, OBJECT_GC,
                                         (Payload){.bits = 0}, FREE_LIST_LIST);
    set_capacity(model, list, capacity);
    collector_track(model, list);
    return list;
}

ObjectId list_create_by_call(Model *model, ObjectId type)
{
    uint32_t size = size_of_type(model, type, model->profile->sizes.list);
    ObjectId list =
        object_create(model, KIND_LIST, type, size, OBJECT_GC, (Payload){.bits = 0});
    collector_track(model, list);
    return list;
}

void list_fill(Model *model, ObjectId list, const ObjectId *values, uint32_t count,
               ListFill fill)
{
    set_capacity(model, list, filled(model->profile, count, fill));
    reference_splice(model, list, 0, length_of(model, list), values, count);
}

ObjectId list_from(Model *model, const ObjectId *values, uint32_t count, ListFill fill)
{
    ObjectId list = list_create(model, filled(model->profile, count, fill));
    reference_splice(model, list, 0, 0, values, count);
    return list;
}

ObjectId list_take(Model *model, ObjectId from, uint32_t count)
{
    uint32_t end = length_of(model, from);
    ObjectId list = list_create(model, count);
    if (from == HAND) { /* where the list itself is on top by now */
        reference_splice(model, list, 0, 0, model_object(model, HAND)->slots + end - count,
                         count);
        reference_splice(model, HAND, end - count, count, NULL, 0);
    } else {
        reference_take(model, list, from, count);
    }
    return list;
}

/* --- growing --- */

void list_expect(Model *model, ObjectId list, uint32_t more)
{
    resize(model, list, length_of(model, list) + more);
}

void list_trim(Model *model, ObjectId list)
{
    if (length_of(model, list) < model_object(model, list)->a)
        resize(model, list, length_of(model, list));
}

void list_add(Model *model, ObjectId list, ObjectId value)
{
    uint32_t length = length_of(model, list);
    if (length == model_object(model, list)->a)
        resize(model, list, length + 1);
    reference_push(model, list, value);
}

void list_append(Model *model, ObjectId list, ObjectId value)
{
    if (model->profile->list_append_may_shrink)
        resize(model, list, length_of(model, list) + 1);
    list_add(model, list, value);
}

void list_insert(Model *model, ObjectId list, uint32_t index, ObjectId value)
{
    resize(model, list, length_of(model, list) + 1);
    reference_splice(model, list, index, 0, &value, 1);
}

void list_extend(Model *model, ObjectId list, const ObjectId *values, uint32_t count)
{
    if (!count)
        return;
    uint32_t length = length_of(model, list);
    if (model_object(model, list)->a == 0 && model_object(model, list)->b != ITEMS_NOT_NULL)
        set_capacity(model, list,
                     filled(model->profile, count, model->profile->list_extend_when_empty));
    else
        resize(model, list, length + count);
    reference_splice(model, list, length, 0, values, count);
}

/* --- replacing and removing --- */

/* list_clear: the list is empty before the first item is let go of. */
void list_clear(Model *model, ObjectId list)
{
    set_capacity(model, list, 0);
    reference_splice(model, list, 0, length_of(model, list), NULL, 0);
}

/* list_ass_slice: the new size is settled before the first old item is let go of. */
void list_splice(Model *model, ObjectId list, uint32_t start, uint32_t stop,
                 const ObjectId *values, uint32_t count)
{
    uint32_t length = length_of(model, list), removed = stop - start;
    if (length + count == removed) {
        list_clear(model, list);
        return;
    }
    if (count != removed)
        resize(model, list, length + count - removed);
    reference_splice(model, list, start, removed, values, count);
}

ObjectId list_pop(Model *model, ObjectId list, uint32_t index)
{
    ObjectId item = hand_hold(model, model_object(model, list)->slots[index]);
    uint32_t length = length_of(model, list);
    bool clears = model->profile->list_pop_last_clears || index != length - 1;
    if (length == 1 && clears)
        set_capacity(model, list, 0);
    else
        resize(model, list, length - 1);
    reference_splice(model, list, index, 1, NULL, 0);
    return item;
}

void list_reorder(Model *model, ObjectId list, const ObjectId *order)
{
    if (length_of(model, list))
        reference_permute(model, list, order);
}
