/* Assigning to a class's __bases__: Objects/typeobject.c, type_set_bases. */
#include "run/interpreter.h"

/* Do the values that may become bases make sense? */
static bool check_bases(Run *run, ObjectId type, ObjectId bases)
{
    const Model *model = run->model;
    Slice name = type_name(model, type);
    const Object *row = model_object(model, bases);
    if (row->kind != KIND_TUPLE)
        return raise_error(run, EXC_TypeError,
                           "can only assign tuple to %.*s.__bases__, not %.*s", SLICE(name),
                           SLICE(model_type_name(model, bases)));
    if (!row->slot_count)
        return raise_error(run, EXC_TypeError,
                           "can only assign non-empty tuple to %.*s.__bases__, not ()",
                           SLICE(name));
    for (uint32_t i = 0; i < row->slot_count; i++) {
        ObjectId base = row->slots[i];
        if (model_kind(model, base) != KIND_TYPE)
            return raise_error(run, EXC_TypeError,
                               "%.*s.__bases__ must be tuple of classes, not '%.*s'",
                               SLICE(name), SLICE(model_type_name(model, base)));
        if (type_is_subtype(run, base, type))
            return raise_error(run, EXC_TypeError,
                               "a __bases__ item causes an inheritance cycle");
    }
    return true;
}

/* compatible_for_assignment: instances that there are must fit. `object` frees its instances in
 * another way than classes of the program do. */
static bool check_layout(Run *run, ObjectId before, ObjectId after)
{
    const Model *model = run->model;
    const Object *old = model_object(model, before), *new = model_object(model, after);
    ObjectId object = model->types[TYPE_OBJECT];
    uint32_t kept = TYPE_FLAG_HAS_DICT | TYPE_FLAG_HAS_WEAKREF;
    bool fits = old->a == new->a && (old->b & kept) == (new->b &kept) &&
                type_slots(&model->state, before) == type_slots(&model->state, after) &&
                class_solid(run, before) == class_solid(run, after);
    bool frees_alike = (before == object) == (after == object);
    if (before == after || (fits && frees_alike))
        return true;
    bool plain = class_solid(run, before) == object && class_solid(run, after) == object;
    return raise_error(
        run, EXC_TypeError, "__bases__ assignment: '%.*s' %s differs from '%.*s'",
        SLICE(type_name(model, after)), plain && !frees_alike ? "deallocator" : "object layout",
        SLICE(type_name(model, before)));
}

/* mro_hierarchy: the class, then those that have it as a base; false: raised. `*ret_old` gets
 * (class, MRO) pairs, held by a list, to put back. */
static bool renew_orders(Run *run, ObjectId type, ObjectId old)
{
    Model *model = run->model;
    const Object *row = model_object(model, type);
    ObjectId mro = class_mro(run, type, row->slots[TYPE_SLOT_BASES]);
    if (!mro)
        return false;
    list_append(model, old, type);
    list_append(model, old, row->slots[TYPE_SLOT_MRO]);
    reference_set(model, type, TYPE_SLOT_MRO, mro);
    for (ObjectId id = 1; id < model->state.object_end; id++)
        if (state_alive(&model->state, id) && class_has_base(model, id, type) &&
            !renew_orders(run, id, old))
            return false;
    return true;
}

static void put_back(Run *run, ObjectId old)
{
    Model *model = run->model;
    const Object *row = model_object(model, old);
    for (uint32_t i = row->slot_count; i > 0; i -= 2)
        reference_set(model, row->slots[i - 2], TYPE_SLOT_MRO, row->slots[i - 1]);
}

bool class_set_bases(Run *run, ObjectId type, ObjectId bases)
{
    Model *model = run->model;
    if (!check_bases(run, type, bases))
        return false;
    ObjectId base = class_best_base(run, bases);
    ObjectId old_base = model_object(model, type)->slots[TYPE_SLOT_BASE];
    ObjectId old_bases = model_object(model, type)->slots[TYPE_SLOT_BASES];
    if (!base || !check_layout(run, old_base, base))
        return false;
    ObjectId old = list_from(model, NULL, 0, LIST_FILL_EXACT);
    hand_hold(model, old_bases);
    hand_hold(model, old_base);
    reference_set(model, type, TYPE_SLOT_BASES, bases);
    reference_set(model, type, TYPE_SLOT_BASE, base);
    bool fine = renew_orders(run, type, old);
    if (!fine) {
        put_back(run, old);
        reference_set(model, type, TYPE_SLOT_BASES, old_bases);
        reference_set(model, type, TYPE_SLOT_BASE, old_base);
    }
    model->namespace_changes++;
    class_update_flags(run, type);
    return fine;
}
