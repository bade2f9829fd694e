/* Iterators and views of collections.OrderedDict. An iterator's slots: the dict, and for items
 * the pair that is used again; a: the next entry, b: the dict's state and c: what it gives,
 * with the number of entries that the dict had above it. */
#include "run/interpreter.h"
#include "run/modules/collections.h"
#include "run/types/slots.h"
#include "run/values/iterate.h"

enum { GIVES_KEYS, GIVES_VALUES, GIVES_ITEMS, GIVES_MASK = 3, BACKWARDS = 4, SIZE_SHIFT = 3 };

static ObjectId finish(Run *run, ObjectId iterator)
{
    reference_set(run->model, iterator, 0, 0);
    return 0;
}

static ObjectId raise_changed(Run *run, ObjectId iterator, const char *how)
{
    finish(run, iterator);
    return raise_error(run, EXC_RuntimeError, "OrderedDict %s during iteration", how);
}

/* The next living entry; false at the end. */
static bool find_entry(const Model *model, const Object *iterator, uint32_t *ret_entry)
{
    ObjectId dict = iterator->slots[0];
    uint32_t at = iterator->a, end = dict_entry_end(model, dict);
    if (iterator->c & BACKWARDS) {
        while (at > 0 && !dict_key(model, dict, at - 1))
            at--;
        *ret_entry = at - 1;
        return at > 0;
    }
    while (at < end && !dict_key(model, dict, at))
        at++;
    *ret_entry = at;
    return at < end;
}

static ObjectId give(Run *run, ObjectId iterator, uint32_t entry)
{
    Model *model = run->model;
    const Object *object = model_object(model, iterator);
    ObjectId key = dict_key(model, object->slots[0], entry),
             value = dict_value(model, object->slots[0], entry);
    switch (object->c & GIVES_MASK) {
    case GIVES_VALUES:
        return hand_hold(model, value);
    case GIVES_ITEMS:
        return pair_reuse(run, iterator, 1, key, value);
    }
    return hand_hold(model, key);
}

static ObjectId next(Run *run, ObjectId iterator)
{
    Model *model = run->model;
    const Object *object = model_object(model, iterator);
    ObjectId dict = object->slots[0];
    if (!dict)
        return 0;
    bool resized = object->c >> SIZE_SHIFT != dict_used(model, dict);
    if (object->b != model_object(model, dict)->b)
        return raise_changed(run, iterator, "mutated");
    if (resized)
        return raise_changed(run, iterator, "changed size");
    uint32_t entry;
    if (!find_entry(model, object, &entry))
        return finish(run, iterator);
    ObjectId item = give(run, iterator, entry);
    object_set_field(model, iterator, FIELD_A, object->c & BACKWARDS ? entry : entry + 1);
    return item;
}

static ObjectId iterate_over(Run *run, ObjectId dict, uint32_t gives)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId slots[2] = {dict, 0};
    if ((gives & GIVES_MASK) == GIVES_ITEMS)
        slots[1] = tuple_of(run, model->none, model->none);
    ObjectId iterator = native_create(run, native_type(run, &type_odict_iterator), slots, 2);
    if (gives & BACKWARDS)
        object_set_field(model, iterator, FIELD_A, dict_entry_end(model, dict));
    object_set_field(model, iterator, FIELD_B, model_object(model, dict)->b);
    object_set_field(model, iterator, FIELD_C, gives | dict_used(model, dict) << SIZE_SHIFT);
    return hand_return(model, mark, iterator);
}

ObjectId ordered_dict_iter(Run *run, const Arguments *arguments)
{
    return iterate_over(run, arguments->values[0], GIVES_KEYS);
}
ObjectId ordered_dict_reversed(Run *run, const Arguments *arguments)
{
    return iterate_over(run, arguments->values[0], GIVES_KEYS | BACKWARDS);
}

/* --- views --- */

static ObjectId iterate_view(Run *run, const Arguments *arguments, uint32_t direction)
{
    const Model *model = run->model;
    ObjectId view = arguments->values[0];
    uint32_t gives = is_view_of(model, view, TYPE_DICT_KEYS)     ? GIVES_KEYS
                     : is_view_of(model, view, TYPE_DICT_VALUES) ? GIVES_VALUES
                                                                 : GIVES_ITEMS;
    return iterate_over(run, model_object(model, view)->slots[0], gives | direction);
}

static ObjectId view_iter(Run *run, const Arguments *arguments)
{
    return iterate_view(run, arguments, 0);
}
static ObjectId view_reversed(Run *run, const Arguments *arguments)
{
    return iterate_view(run, arguments, BACKWARDS);
}

ObjectId ordered_dict_keys(Run *run, const Arguments *arguments)
{
    return native_create(run, native_type(run, &type_odict_keys), arguments->values, 1);
}
ObjectId ordered_dict_values(Run *run, const Arguments *arguments)
{
    return native_create(run, native_type(run, &type_odict_values), arguments->values, 1);
}
ObjectId ordered_dict_items(Run *run, const Arguments *arguments)
{
    return native_create(run, native_type(run, &type_odict_items), arguments->values, 1);
}

static const Native iterator_methods[] = {SLOT_ROWS_ITERATOR, SLOT_ROW_END};
static const Native view_methods[] = {
    {"__iter__", view_iter, 0, 0, NULL, NATIVE_SLOT},
    {"__reversed__", view_reversed, 0, 0, NULL, NATIVE_NOARGS},
    SLOT_ROW_END,
};

const NativeType type_odict_iterator = {.name = "odict_iterator",
                                        .flags = NATIVE_GC | NATIVE_HIDDEN,
                                        .sizes = {96, 96, 80},
                                        .methods = iterator_methods,
                                        .next = next};
const NativeType type_odict_keys = {.name = "odict_keys",
                                    .base = TYPE_DICT_KEYS,
                                    .flags = NATIVE_GC | NATIVE_HIDDEN,
                                    .sizes = {56, 56, 40},
                                    .methods = view_methods};
const NativeType type_odict_values = {.name = "odict_values",
                                      .base = TYPE_DICT_VALUES,
                                      .flags = NATIVE_GC | NATIVE_HIDDEN,
                                      .sizes = {56, 56, 40},
                                      .methods = view_methods};
const NativeType type_odict_items = {.name = "odict_items",
                                     .base = TYPE_DICT_ITEMS,
                                     .flags = NATIVE_GC | NATIVE_HIDDEN,
                                     .sizes = {56, 56, 40},
                                     .methods = view_methods};
