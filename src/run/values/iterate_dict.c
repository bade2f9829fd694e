/* Iterators over dicts: Objects/dictobject.c, dictiter_…. Slots: the dict and, for items, the
 * pair that is used again; a: the next entry, b: entries when it started; c: the type, which
 * way, and how many deleted entries it passed by: a without them is what it has given. */
#include "run/builtins/tables.h"
#include "run/types/native_type.h"
#include "run/values/iterate.h"

enum { BACKWARDS = 1 << 8, SKIPPED_SHIFT = 9, SKIPPED_MOST = (1 << 23) - 1 };
_Static_assert((int)TYPE_NAME_COUNT <= (int)ITERATOR_TYPE_BITS,
               "a type's name and a flag share a field");

const NativeType type_dict_reverse_keys = {.name = "dict_reversekeyiterator",
                                           .flags = NATIVE_GC,
                                           .methods = methods_hash_iterator,
                                           .next = dict_iterator_next};
const NativeType type_dict_reverse_values = {.name = "dict_reversevalueiterator",
                                             .flags = NATIVE_GC,
                                             .methods = methods_hash_iterator,
                                             .next = dict_iterator_next};
const NativeType type_dict_reverse_items = {.name = "dict_reverseitemiterator",
                                            .flags = NATIVE_GC,
                                            .methods = methods_hash_iterator,
                                            .next = dict_iterator_next};

static ObjectId reverse_type(Run *run, TypeName type)
{
    return native_type(run, type == TYPE_DICT_KEYITERATOR     ? &type_dict_reverse_keys
                            : type == TYPE_DICT_VALUEITERATOR ? &type_dict_reverse_values
                                                              : &type_dict_reverse_items);
}

ObjectId dict_iterate(Run *run, ObjectId dict, TypeName type, bool backwards)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId values[2] = {dict, 0};
    if (type == TYPE_DICT_ITEMITERATOR)
        values[1] = tuple_of(run, model->none, model->none);
    uint32_t size = model->profile->sizes.dict_iterator - model->profile->sizes.gc_header;
    ObjectId iterator = iterator_create(run, type, size, values, values[1] ? 2 : 1);
    if (backwards)
        reference_set_type(model, iterator, reverse_type(run, type));
    object_set_field(model, iterator, FIELD_B, dict_used(model, dict));
    if (backwards) {
        object_set_field(model, iterator, FIELD_C, type | BACKWARDS);
        object_set_field(model, iterator, FIELD_A, dict_entry_end(model, dict));
    }
    return hand_return(model, mark, iterator);
}

/* The next living entry from the iterator's position on; false at the end. */
static bool find_entry(const Model *model, const Object *iterator, ObjectId dict,
                       uint32_t *ret_entry)
{
    uint32_t end = dict_entry_end(model, dict), position = iterator->a;
    if (iterator->c & BACKWARDS) {
        while (position > 0 && (position > end || !dict_key(model, dict, position - 1)))
            position--;
        if (position == 0)
            return false;
        *ret_entry = position - 1;
        return true;
    }
    while (position < end && !dict_key(model, dict, position))
        position++;
    *ret_entry = position;
    return position < end;
}

static ObjectId entry_value(Run *run, ObjectId iterator, ObjectId dict, uint32_t entry)
{
    Model *model = run_model(run);
    switch ((int)(model_object(model, iterator)->c & ITERATOR_TYPE_BITS)) {
    case TYPE_DICT_VALUEITERATOR:
        return hand_hold(model, dict_value(model, dict, entry));
    case TYPE_DICT_ITEMITERATOR:
        return pair_reuse(run, iterator, 1, dict_key(model, dict, entry),
                          dict_value(model, dict, entry));
    }
    return hand_hold(model, dict_key(model, dict, entry));
}

/* Has it given as many as there were when it started? One more is a key that came since. */
static bool has_given_all(const Object *iterator)
{
    uint32_t skipped = iterator->c >> SKIPPED_SHIFT;
    return !(iterator->c & BACKWARDS) && skipped < SKIPPED_MOST &&
           iterator->a - skipped >= iterator->b;
}

static void note_skipped(Model *model, ObjectId iterator, uint32_t count)
{
    const Object *object = model_object(model, iterator);
    if (!count || object->c & BACKWARDS)
        return;
    uint64_t all = (uint64_t)(object->c >> SKIPPED_SHIFT) + count;
    uint32_t kept = all < SKIPPED_MOST ? (uint32_t)all : SKIPPED_MOST;
    object_set_field(model, iterator, FIELD_C,
                     (object->c & ((1u << SKIPPED_SHIFT) - 1)) | kept << SKIPPED_SHIFT);
}

static ObjectId raise_keys_changed(Run *run, ObjectId iterator)
{
    reference_set(run_model(run), iterator, 0, 0);
    return raise_error(run, EXC_RuntimeError, "dictionary keys changed during iteration");
}

ObjectId dict_iterator_next(Run *run, ObjectId iterator)
{
    Model *model = run_model(run);
    const Object *object = model_object(model, iterator);
    ObjectId dict = object->slots[0];
    if (!dict)
        return 0;
    if (object->b != dict_used(model, dict)) {
        object_set_field(model, iterator, FIELD_B, UINT32_MAX);
        return raise_error(run, EXC_RuntimeError, "dictionary changed size during iteration");
    }
    uint32_t entry;
    if (!find_entry(model, object, dict, &entry)) {
        reference_set(model, iterator, 0, 0);
        return 0;
    }
    if (model->profile->minor >= 8 && has_given_all(object))
        return raise_keys_changed(run, iterator);
    note_skipped(model, iterator, object->c & BACKWARDS ? 0 : entry - object->a);
    ObjectId value = entry_value(run, iterator, dict, entry);
    object_set_field(model, iterator, FIELD_A, object->c & BACKWARDS ? entry : entry + 1);
    return value;
}

int64_t dict_remaining(const Model *model, const Object *iterator, ObjectId dict)
{
    bool back = iterator->c & BACKWARDS;
    uint32_t end = back ? iterator->a : dict_entry_end(model, dict);
    int64_t count = 0;
    if (iterator->b != dict_used(model, dict))
        return 0;
    for (uint32_t i = back ? 0 : iterator->a; i < end; i++)
        count += dict_key(model, dict, i) != 0;
    return count;
}
