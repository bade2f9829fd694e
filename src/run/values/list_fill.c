/* Filling lists and tuples from iterables with CPython's capacities: Objects/listobject.c,
 * list_extend. */
#include "run/values/iterate.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { HINT_DEFAULT = 8, ITEM_LIMIT = 1 << 26 };

/* list(x) of a sized x: 0 says that it grows as list_resize has it (FACTS 1). */
static uint32_t made_capacity(ListFill fill, uint32_t count)
{
    switch (fill) {
    case LIST_FILL_EXACT:
        return count;
    case LIST_FILL_EVEN:
        return (count + 1) & ~1u;
    case LIST_FILL_RESIZE:
        return 0;
    }
    return count;
}

static int64_t hint_by_method(Run *run, ObjectId iterable)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    int64_t hint = -1;
    ObjectId value = override_call(run, iterable, "__length_hint__", NULL, 0);
    if (value == model->not_implemented || (!value && raised_is(run, EXC_TypeError))) {
        raise_clear(run);
        hint = HINT_DEFAULT;
    } else if (value && !kind_is_integer(model_kind(model, value))) {
        raise_error(run, EXC_TypeError, "__length_hint__ must be an integer, not %s",
                    type_string(run, value));
    } else if (value && object_index(run, value, &hint) && hint < 0) {
        raise_error(run, EXC_ValueError, "__length_hint__() should return >= 0");
    }
    hand_release(model, mark);
    return hint;
}

/* iter(x) of an x that has only __getitem__, and reversed(x), ask the length of x: -1 raised.
 */
static int64_t hint_of_source(Run *run, ObjectId iterator, ObjectId source)
{
    const Object *object = model_object(run_model(run), iterator);
    bool backwards = (object->c & ITERATOR_TYPE_BITS) == TYPE_REVERSED;
    int64_t length;
    if (!backwards && !lookup_special(run, source, "__len__"))
        return HINT_DEFAULT;
    if (!object_length(run, source, &length))
        return -1;
    if (backwards)
        return length < object->a ? 0 : object->a;
    return length > object->a ? length - object->a : 0;
}

/* What a sequence iterator goes through, if that may be of the program; 0: none. */
static ObjectId program_source(Run *run, ObjectId iterator)
{
    const Object *object = model_object(run_model(run), iterator);
    if (object->kind != KIND_ITERATOR || !object->slot_count)
        return 0;
    uint32_t type = object->c & ITERATOR_TYPE_BITS;
    bool sequence = type == TYPE_SEQUENCE_ITERATOR || type == TYPE_REVERSED;
    return sequence && object->type == run_model(run)->types[type] ? object->slots[0] : 0;
}

/* PyObject_LengthHint; -1 raised. `*ret_sized`: it has a length. */
static int64_t length_hint(Run *run, ObjectId iterable, bool *ret_sized)
{
    int64_t length;
    *ret_sized = true;
    if (length_builtin(run, iterable, &length) || object_override(run, iterable, "__len__"))
        return object_length(run, iterable, &length) ? length : -1;
    *ret_sized = false;
    if (object_override(run, iterable, "__length_hint__"))
        return hint_by_method(run, iterable);
    ObjectId source = program_source(run, iterable);
    if (source)
        return hint_of_source(run, iterable, source);
    length = iterator_remaining(run, iterable);
    return length >= 0 ? length : HINT_DEFAULT;
}

/* Room for what is expected, and an iterator's worth when its length is not known; false: so
 * much cannot be had (MemoryError). */
static bool prepare(Run *run, ObjectId list, int64_t hint, ListFill fill)
{
    Model *model = run_model(run);
    const Object *object = model_object(model, list);
    if (hint > ITEM_LIMIT)
        return raise_with(run, EXC_MemoryError, 0) != 0;
    if (object->slot_count || object->a) {
        list_expect(model, list, (uint32_t)hint);
        return true;
    }
    uint32_t capacity = made_capacity(fill, (uint32_t)hint);
    if (capacity == 0 && hint) {
        list_expect(model, list, (uint32_t)hint);
        return true;
    }
    object_resize_body(model, list, capacity * 8);
    object_set_field(model, list, FIELD_A, capacity);
    return true;
}

static bool append_all(Run *run, ObjectId list, ObjectId iterator)
{
    Model *model = run_model(run);
    uint32_t round = hand_mark(model);
    for (;;) {
        ObjectId item = iterate_next(run, iterator);
        if (!item)
            return !raised(run);
        list_add(model, list, item);
        hand_release(model, round);
    }
}

static bool is_plain(const Model *model, ObjectId iterable)
{
    return object_is_exact(model, iterable, TYPE_LIST) ||
           object_is_exact(model, iterable, TYPE_TUPLE);
}

/* In 3.13 sets and dicts have a way of their own (list_extend_set, list_extend_dict). */
static bool is_hashed(const Model *model, ObjectId iterable)
{
    ObjectId type = model_object(model, iterable)->type;
    const ObjectId *types = model->types;
    return type == types[TYPE_SET] || type == types[TYPE_FROZENSET] ||
           type == types[TYPE_DICT] || type == types[TYPE_DICT_KEYS] ||
           type == types[TYPE_DICT_VALUES] || type == types[TYPE_DICT_ITEMS];
}

static ListFill fill_of(const Model *model, ObjectId iterable, bool sized, bool constructs)
{
    const Profile *profile = model->profile;
    if (profile->list_from_hashed == LIST_FILL_RESIZE && is_hashed(model, iterable))
        return LIST_FILL_RESIZE;
    return sized && constructs ? profile->list_from_sized : profile->list_extend_when_empty;
}

static bool fill_by(Run *run, ObjectId list, ObjectId iterable, ObjectId iterator,
                    bool constructs)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    bool sized;
    int64_t hint = length_hint(run, iterable, &sized);
    if (hint < 0)
        return false;
    bool fine = prepare(run, list, hint, fill_of(model, iterable, sized, constructs)) &&
                append_all(run, list, iterator);
    if (fine)
        list_trim(model, list);
    hand_release(model, mark);
    return fine;
}

/* A list or tuple in one go. */
static void extend_by_plain(Model *model, ObjectId list, ObjectId iterable)
{
    const Object *source = model_object(model, iterable);
    uint32_t count = source->slot_count;
    if (!count)
        return;
    ObjectId *values = memory_allocate(count * sizeof *values);
    memcpy(values, source->slots, count * sizeof *values);
    list_extend(model, list, values, count);
    free(values);
}

bool list_fill_from(Run *run, ObjectId list, ObjectId iterable, bool constructs)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    if (is_plain(model, iterable) && !constructs) {
        extend_by_plain(model, list, iterable);
        return true;
    }
    ObjectId iterator = iterate(run, iterable);
    bool fine = iterator && fill_by(run, list, iterable, iterator, constructs);
    hand_release(model, mark);
    return fine;
}

ObjectId iterate_list_with(Run *run, ObjectId iterable, ObjectId iterator)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId list = list_from(model, NULL, 0, LIST_FILL_EXACT);
    return hand_return(model, mark, fill_by(run, list, iterable, iterator, false) ? list : 0);
}

ObjectId iterate_list(Run *run, ObjectId iterable)
{
    Model *model = run_model(run);
    const Object *source = model_object(model, iterable);
    if (is_plain(model, iterable))
        return list_from(model, source->slots, source->slot_count,
                         model->profile->list_from_sized);
    uint32_t mark = hand_mark(model);
    ObjectId list = list_from(model, NULL, 0, LIST_FILL_EXACT);
    if (!list_fill_from(run, list, iterable, true)) {
        hand_release(model, mark);
        return 0;
    }
    return list;
}

/* PySequence_Tuple: the items wait in HAND until their number is known. */
ObjectId tuple_of_iterable(Run *run, ObjectId iterable)
{
    Model *model = run_model(run);
    const Object *source = model_object(model, iterable);
    if (object_is_exact(model, iterable, TYPE_TUPLE))
        return iterable;
    if (object_is_exact(model, iterable, TYPE_LIST))
        return tuple_from(model, source->slots, source->slot_count);
    uint32_t mark = hand_mark(model);
    bool sized;
    ObjectId iterator = iterate(run, iterable);
    if (!iterator || length_hint(run, iterable, &sized) < 0)
        return 0;
    uint32_t count = 0, first = hand_mark(model);
    for (;; count++) {
        ObjectId item = iterate_next(run, iterator);
        if (!item)
            break;
        if (hand_mark(model) == first + count)
            hand_hold(model, item);
        hand_return(model, first + count, item);
    }
    hand_release(model, first + count);
    if (raised(run)) {
        hand_release(model, mark);
        return 0;
    }
    return hand_return(model, mark, tuple_take(model, HAND, count));
}
