/* a, b = …: Python/ceval.c, unpack_iterable. */
#include "run/machine/eval.h"

/* Moves the top from the evaluation stack to HAND, which keeps it until the instruction ends.
 */
static ObjectId take_top(Run *run, const Activation *activation)
{
    ObjectId value = stack_at(activation, 1);
    reference_take(run->model, HAND, activation->frame, 1);
    return value;
}

static bool raise_too_few(Run *run, uint32_t wanted, uint32_t got, bool at_least)
{
    return raise_error(run, EXC_ValueError,
                       "not enough values to unpack (expected %s%u, got %u)",
                       at_least ? "at least " : "", wanted, got);
}

static bool raise_too_many(Run *run, uint32_t wanted)
{
    return raise_error(run, EXC_ValueError, "too many values to unpack (expected %u)", wanted);
}

static ObjectId start_iteration(Run *run, ObjectId value)
{
    ObjectId iterator = iterate(run, value);
    if (iterator || run->profile->minor < 7 || !raised_is(run, EXC_TypeError) ||
        lookup_special(run, value, "__iter__") || lookup_special(run, value, "__getitem__"))
        return iterator;
    raise_clear(run);
    return raise_error(run, EXC_TypeError, "cannot unpack non-iterable %.*s object",
                       SLICE(model_type_name(run->model, value)));
}

static bool unpack_items(Run *run, const Activation *activation, const Object *row,
                         uint32_t count)
{
    if (row->slot_count < count)
        return raise_too_few(run, count, row->slot_count, false);
    if (row->slot_count > count)
        return raise_too_many(run, count);
    for (uint32_t i = count; i > 0; i--)
        stack_push(run, activation, row->slots[i - 1]);
    return true;
}

/* The first `count` items of an iterator, each held by HAND, in order from `mark`. */
static bool take_items(Run *run, ObjectId iterator, uint32_t count, bool at_least,
                       uint32_t wanted)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t mark = hand_mark(run->model);
        ObjectId item = iterate_next(run, iterator);
        if (!item)
            return raised(run) ? false : raise_too_few(run, wanted, i, at_least);
        const Object *hand = model_object(run->model, HAND);
        if (hand->slot_count != mark + 1 || hand->slots[mark] != item) {
            hand_hold(run->model, item);
            reference_splice(run->model, HAND, mark, hand->slot_count - mark - 1, NULL, 0);
        }
    }
    return true;
}

static bool unpack_iterator(Run *run, const Activation *activation, ObjectId value,
                            uint32_t count)
{
    ObjectId iterator = start_iteration(run, value);
    if (!iterator)
        return false;
    uint32_t mark = hand_mark(run->model);
    if (!take_items(run, iterator, count, false, count))
        return false;
    if (iterate_next(run, iterator))
        return raise_too_many(run, count);
    if (raised(run))
        return false;
    for (uint32_t i = count; i > 0; i--)
        stack_push(run, activation, model_object(run->model, HAND)->slots[mark + i - 1]);
    return true;
}

bool unpack_sequence(Run *run, Activation *activation, uint32_t count)
{
    ObjectId value = take_top(run, activation);
    const Object *row = model_object(run->model, value);
    if (row->type == run->model->types[TYPE_TUPLE] || row->type == run->model->types[TYPE_LIST])
        return unpack_items(run, activation, row, count);
    return unpack_iterator(run, activation, value, count);
}

/* The items after the starred one are the list's last. */
static bool push_starred(Run *run, const Activation *activation, uint32_t mark, uint32_t before,
                         uint32_t after, ObjectId list)
{
    Model *model = run->model;
    const Object *row = model_object(model, list);
    uint32_t count = row->slot_count;
    if (count < after)
        return raise_too_few(run, before + after, before + count, true);
    for (uint32_t i = 0; i < after; i++)
        stack_push(run, activation, row->slots[count - 1 - i]);
    /* The list keeps its room: CPython only says that it is shorter. */
    reference_splice(model, list, count - after, after, NULL, 0);
    stack_push(run, activation, list);
    for (uint32_t i = before; i > 0; i--)
        stack_push(run, activation, model_object(model, HAND)->slots[mark + i - 1]);
    return true;
}

bool unpack_ex(Run *run, Activation *activation, uint32_t counts)
{
    uint32_t before = counts & 0xff, after = counts >> 8;
    ObjectId iterator = start_iteration(run, take_top(run, activation));
    if (!iterator)
        return false;
    uint32_t mark = hand_mark(run->model);
    if (!take_items(run, iterator, before, true, before + after))
        return false;
    ObjectId list = iterate_list(run, iterator);
    return list && push_starred(run, activation, mark, before, after, list);
}
