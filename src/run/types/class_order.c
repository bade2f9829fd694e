/* What a class has of its bases: the C3 method resolution order, the layout, flags that depend
 * on the MRO. Objects/typeobject.c: mro_implementation, best_base. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "run/errors/exception_fields.h"
#include "run/types/native_type.h"

/* --- C3 --- */

/* One of the sequences being merged: what is left of it. */
typedef struct Sequence {
    const ObjectId *items;
    uint32_t count, next;
} Sequence;

static bool in_tail(const Sequence *sequences, uint32_t count, ObjectId type)
{
    for (uint32_t s = 0; s < count; s++)
        for (uint32_t i = sequences[s].next + 1; i < sequences[s].count; i++)
            if (sequences[s].items[i] == type)
                return true;
    return false;
}

/* The next class of the merge, 0: none is left, or none is good (`*ret_stuck`). */
static ObjectId next_class(const Sequence *sequences, uint32_t count, bool *ret_stuck)
{
    *ret_stuck = false;
    for (uint32_t s = 0; s < count; s++) {
        if (sequences[s].next == sequences[s].count)
            continue;
        ObjectId candidate = sequences[s].items[sequences[s].next];
        if (!in_tail(sequences, count, candidate))
            return candidate;
        *ret_stuck = true;
    }
    return 0;
}

static void take_class(Sequence *sequences, uint32_t count, ObjectId type)
{
    for (uint32_t s = 0; s < count; s++)
        if (sequences[s].next < sequences[s].count &&
            sequences[s].items[sequences[s].next] == type)
            sequences[s].next++;
}

static bool raise_inconsistent(Run *run, const Sequence *sequences, uint32_t count)
{
    Text names = {0};
    for (uint32_t s = 0; s < count; s++) {
        if (sequences[s].next == sequences[s].count)
            continue;
        ObjectId type = sequences[s].items[sequences[s].next];
        bool seen = false;
        for (uint32_t earlier = 0; earlier < s; earlier++)
            seen |= sequences[earlier].next < sequences[earlier].count &&
                    sequences[earlier].items[sequences[earlier].next] == type;
        if (!seen)
            text_append_format(&names, "%s%.*s", names.length ? ", " : "",
                               SLICE(type_name(run->model, type)));
    }
    raise_error(run, EXC_TypeError,
                "Cannot create a consistent method resolution%corder (MRO) for bases %s",
                run->profile->minor < 13 ? '\n' : ' ', text_string(&names));
    text_done(&names);
    return false;
}

/* Appends the merge of the sequences to `order`; its new length, 0: raised. */
static uint32_t merge(Run *run, Sequence *sequences, uint32_t count, ObjectId *order)
{
    uint32_t length = 1;
    bool stuck = false;
    for (ObjectId type; (type = next_class(sequences, count, &stuck));) {
        order[length++] = type;
        take_class(sequences, count, type);
    }
    return stuck && !raise_inconsistent(run, sequences, count) ? 0 : length;
}

static ObjectId duplicate_base(const Object *bases)
{
    for (uint32_t i = 0; i < bases->slot_count; i++)
        for (uint32_t j = i + 1; j < bases->slot_count; j++)
            if (bases->slots[i] == bases->slots[j])
                return bases->slots[i];
    return 0;
}

/* The lists that mro_implementation works with: of several bases the order; in 3.6 also the
 * bases, their orders and what to merge, and the result once more. The order is in HAND. */
static void make_passing_lists(Model *model, ObjectId order, uint32_t bases)
{
    bool all = model->profile->minor < 7;
    uint32_t mark = hand_mark(model), count = bases > 1;
    for (uint32_t i = all ? bases + 3 : count; i > 0; i--)
        list_create(model, 1);
    hand_release(model, mark);
    const Object *row = model_object(model, order);
    if (all)
        tuple_from(model, row->slots, row->slot_count);
}

ObjectId class_mro(Run *run, ObjectId type, ObjectId bases)
{
    Model *model = run->model;
    const Object *row = model_object(model, bases);
    ObjectId duplicate = duplicate_base(row);
    if (duplicate)
        return raise_error(run, EXC_TypeError, "duplicate base class %.*s",
                           SLICE(type_name(model, duplicate)));
    uint32_t count = row->slot_count, most = 1 + count;
    Sequence *sequences = memory_allocate((count + 1) * sizeof *sequences);
    for (uint32_t i = 0; i < count; i++) {
        const Object *mro =
            model_object(model, model_object(model, row->slots[i])->slots[TYPE_SLOT_MRO]);
        sequences[i] = (Sequence){mro->slots, mro->slot_count, 0};
        most += mro->slot_count;
    }
    sequences[count] = (Sequence){row->slots, count, 0};
    ObjectId *order = memory_allocate(most * sizeof *order);
    order[0] = type;
    uint32_t length = merge(run, sequences, count + 1, order);
    ObjectId result = length ? tuple_from(model, order, length) : 0;
    free(order);
    free(sequences);
    if (result)
        make_passing_lists(model, result, count);
    return result;
}

/* --- layout --- */

ObjectId class_solid(const Run *run, ObjectId type)
{
    const Model *model = run->model;
    while (model_object(model, type)->flags & OBJECT_HEAP_TYPE)
        type = model_object(model, type)->slots[TYPE_SLOT_BASE];
    return type;
}

/* Does a built-in class have fields that its base has not? Of those that may be bases together
 * some exceptions and native types come without (extra_ivars). */
static bool adds_fields(const Run *run, ObjectId type, ObjectId base)
{
    bool exceptions = type_is_exception(run, type) && base && type_is_exception(run, base);
    if (exceptions)
        return exception_fields(run, type) != exception_fields(run, base);
    return native_has_layout(run, type);
}

/* The class whose C struct the instances of `type` extend: a built-in one, or one with
 * __slots__ of its own (solid_base). */
static ObjectId layout_of(const Run *run, ObjectId type)
{
    const Model *model = run->model;
    for (;;) {
        const Object *row = model_object(model, type);
        ObjectId base = row->slots[TYPE_SLOT_BASE];
        bool heap = row->flags & OBJECT_HEAP_TYPE;
        bool own = heap ? type_slots(&model->state, type) > type_slots(&model->state, base)
                        : adds_fields(run, type, base);
        if (own)
            return type;
        type = base;
    }
}

static bool check_base(Run *run, ObjectId base)
{
    if (model_kind(run->model, base) != KIND_TYPE) {
        /* CPython calls type(base)(name, bases, dict) here and reports what comes of it. */
        return raise_error(run, EXC_TypeError, "bases must be types");
    }
    if (!(model_object(run->model, base)->b & TYPE_FLAG_BASETYPE))
        return raise_error(run, EXC_TypeError, "type '%.*s' is not an acceptable base type",
                           SLICE(type_name(run->model, base)));
    return true;
}

ObjectId class_best_base(Run *run, ObjectId bases)
{
    const Object *row = model_object(run->model, bases);
    ObjectId winner = 0, best = 0;
    for (uint32_t i = 0; i < row->slot_count; i++) {
        if (!check_base(run, row->slots[i]))
            return 0;
        ObjectId layout = layout_of(run, row->slots[i]);
        if (!winner || (layout != winner && type_is_subtype(run, layout, winner))) {
            winner = layout;
            best = row->slots[i];
        } else if (!type_is_subtype(run, winner, layout)) {
            return raise_error(run, EXC_TypeError,
                               "multiple bases have instance lay-out conflict");
        }
    }
    return best;
}

/* --- flags --- */

bool class_has_base(const Model *model, ObjectId id, ObjectId base)
{
    const Object *row = model_object(model, id);
    if (row->kind != KIND_TYPE || !row->slots[TYPE_SLOT_BASES])
        return false;
    const Object *bases = model_object(model, row->slots[TYPE_SLOT_BASES]);
    for (uint32_t i = 0; i < bases->slot_count; i++)
        if (bases->slots[i] == base)
            return true;
    return false;
}

void class_update_flags(Run *run, ObjectId type)
{
    Model *model = run->model;
    ObjectId name = model_intern(model, slice_of("__del__"));
    uint32_t before = model_object(model, type)->b;
    uint32_t after = type_lookup(run, type, name) ? before | TYPE_FLAG_HAS_DEL
                                                  : before & ~(uint32_t)TYPE_FLAG_HAS_DEL;
    object_set_field(model, type, FIELD_B, after);
    if (before == after)
        return;
    for (ObjectId id = type + 1; id < model->state.object_end; id++)
        if (state_alive(&model->state, id) && class_has_base(model, id, type))
            class_update_flags(run, id);
}

ObjectId class_subclasses(Run *run, ObjectId type)
{
    Model *model = run->model;
    ObjectId list = list_from(model, NULL, 0, LIST_FILL_EXACT);
    for (ObjectId id = 1; id < model->state.object_end; id++)
        if (state_alive(&model->state, id) && class_has_base(model, id, type))
            list_append(model, list, id);
    return list;
}

/* --- what stands in for bases that are no classes --- */

/* The classes that an object's __mro_entries__ gives are appended to the list; an object
 * without is appended itself. */
static bool append_stand_ins(Run *run, ObjectId base, ObjectId bases, ObjectId list)
{
    Model *model = run->model;
    bool found = false;
    ObjectId entries = call_special(run, base, "__mro_entries__", &bases, 1, &found);
    if (!found) {
        list_append(model, list, base);
        return true;
    }
    if (!entries)
        return false;
    if (model_kind(model, entries) != KIND_TUPLE)
        return raise_error(run, EXC_TypeError, "__mro_entries__ must return a tuple") != 0;
    for (uint32_t i = 0; i < model_object(model, entries)->slot_count; i++)
        list_append(model, list, model_object(model, entries)->slots[i]);
    return true;
}

/* Unlike CPython: in 3.6 too, where generic classes had a metaclass instead. */
ObjectId class_stand_ins(Run *run, ObjectId bases)
{
    Model *model = run->model;
    const Object *row = model_object(model, bases);
    bool all_types = true;
    for (uint32_t i = 0; i < row->slot_count; i++)
        all_types = all_types && model_kind(model, row->slots[i]) == KIND_TYPE;
    if (all_types)
        return bases;
    ObjectId list = list_from(model, NULL, 0, LIST_FILL_EXACT);
    for (uint32_t i = 0; i < row->slot_count; i++) {
        ObjectId base = row->slots[i];
        if (model_kind(model, base) == KIND_TYPE)
            list_append(model, list, base);
        else if (!append_stand_ins(run, base, bases, list))
            return 0;
    }
    const Object *classes = model_object(model, list);
    ObjectId result = tuple_from(model, classes->slots, classes->slot_count);
    bool same = classes->slot_count == row->slot_count;
    for (uint32_t i = 0; same && i < row->slot_count; i++)
        same = classes->slots[i] == row->slots[i];
    return same ? bases : result;
}
