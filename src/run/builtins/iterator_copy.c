/* Copies of iterators: listiter_reduce in Objects/listobject.c and its likes. */
#include "run/builtins/iterator_copy.h"

#include "lang/opcode.h"
#include "run/interpreter.h"
#include "run/types/slots.h"
#include "run/values/iterate.h"

/* (function, arguments) or (function, arguments, state); state 0: none. */
static ObjectId answer(Run *run, ObjectId function, ObjectId arguments, ObjectId state)
{
    return tuple_from(run_model(run), (ObjectId[]){function, arguments, state}, state ? 3 : 2);
}

/* The function, whatever the program calls by that name. */
static ObjectId function_iter(const Run *run)
{
    return dict_get_str(run->model, run->builtins, model_intern(run->model, slice_of("iter")));
}

/* (iter, (source,), state) */
static ObjectId by_iter(Run *run, ObjectId source, ObjectId state)
{
    return answer(run, function_iter(run), tuple_from(run_model(run), &source, 1), state);
}

/* An iterator at its end is one of something empty. */
static ObjectId reduce_ended(Run *run, TypeName type)
{
    Model *model = run_model(run);
    bool text = type == TYPE_STR_ITERATOR ||
                (model->profile->minor < 7 &&
                 (type == TYPE_BYTES_ITERATOR || type == TYPE_BYTEARRAY_ITERATOR));
    switch ((int)type) {
    case TYPE_REVERSED:
        return answer(run, model->types[TYPE_REVERSED],
                      tuple_from(model, &model->empty_tuple, 1), 0);
    case TYPE_LIST_ITERATOR:
    case TYPE_LIST_REVERSE_ITERATOR:
    case TYPE_DICT_KEYITERATOR:
    case TYPE_DICT_VALUEITERATOR:
    case TYPE_DICT_ITEMITERATOR:
    case TYPE_SET_ITERATOR:
        return by_iter(run, list_create(model, 0), 0);
    default:
        return by_iter(run, text ? str_from(model, slice_of("")) : model->empty_tuple, 0);
    }
}

/* Until 3.11 the whole range and a position, then the range that is left. */
static ObjectId reduce_range(Run *run, ObjectId iterator)
{
    Model *model = run_model(run);
    const Object *object = model_object(model, iterator);
    bool whole = model->profile->minor < 12;
    uint32_t passed = whole ? 0 : object->a;
    ObjectId range;
    if (object->slot_count) {
        ObjectId rest = slice_create(run, int_from(model, passed), model->none, model->none);
        range = subscript_get(run, object->slots[0], rest);
    } else {
        int64_t start = model_payload(model, iterator).integer, step = (int32_t)object->c;
        int64_t stop = start + (int64_t)object->b * step;
        range = range_create(run, int_from(model, start + passed * step), int_from(model, stop),
                             int_from(model, step));
    }
    ObjectId state = whole ? int_from(model, model_object(model, iterator)->a) : model->none;
    return range ? by_iter(run, range, state) : 0;
}

/* What is still to come, from a second iterator at the same place. */
static ObjectId reduce_listed(Run *run, ObjectId iterator, ObjectId source, TypeName type)
{
    Model *model = run_model(run);
    Object was = *model_object(model, iterator);
    ObjectId twin = type == TYPE_SET_ITERATOR
                        ? iterate_builtin(run, source)
                        : dict_iterate(run, source, type, was.c > ITERATOR_TYPE_BITS);
    object_set_field(model, twin, FIELD_A, was.a);
    object_set_field(model, twin, FIELD_B, was.b);
    ObjectId list = iterate_list_with(run, twin, twin);
    return list ? by_iter(run, list, 0) : 0;
}

static ObjectId reduce_enumerate(Run *run, ObjectId iterator)
{
    Model *model = run_model(run);
    const Object *object = model_object(model, iterator);
    uint64_t count = (uint64_t)object->b << 32 | object->a;
    ObjectId number = object->slots[2] ? object->slots[2] : int_from(model, (int64_t)count);
    return answer(run, model_object(model, iterator)->type,
                  tuple_of(run, model_object(model, iterator)->slots[0], number), 0);
}

/* zip(…) and map(f, …): their iterators are a tuple. */
static ObjectId reduce_parallel(Run *run, ObjectId iterator, TypeName type)
{
    Model *model = run_model(run);
    const Object *object = model_object(model, iterator);
    ObjectId strict = object->a ? model->true_ : 0;
    if (type == TYPE_ZIP)
        return answer(run, object->type, object->slots[0], strict);
    ObjectId first = tuple_from(model, &object->slots[1], 1);
    ObjectId all = operate_binary(run, BINARY_ADD, first, object->slots[0]);
    return answer(run, model_object(model, iterator)->type, all, 0);
}

static ObjectId reduce_backwards(Run *run, ObjectId iterator, ObjectId source)
{
    Model *model = run_model(run);
    uint32_t left = model_object(model, iterator)->a;
    if (left == 0 && model->profile->minor >= 13 && model_kind(model, source) == KIND_LIST) {
        ObjectId empty = list_create(model, 0);
        return answer(run, model->types[TYPE_REVERSED], tuple_from(model, &empty, 1), 0);
    }
    ObjectId place = int_from(model, (int64_t)left - 1);
    return answer(run, model->types[TYPE_REVERSED], tuple_from(model, &source, 1), place);
}

static TypeName type_of(const Model *model, const Object *iterator)
{
    if (iterator->type == model->types[TYPE_RANGE_ITERATOR])
        return TYPE_RANGE_ITERATOR;
    return (TypeName)(iterator->c & ITERATOR_TYPE_BITS);
}

ObjectId iterator_reduce(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId iterator = arguments->values[0];
    const Object *object = model_object(model, iterator);
    TypeName type = type_of(model, object);
    if (type == TYPE_RANGE_ITERATOR)
        return reduce_range(run, iterator);
    ObjectId source = object->slots[0];
    if (!source)
        return reduce_ended(run, type);
    switch ((int)type) {
    case TYPE_DICT_KEYITERATOR:
    case TYPE_DICT_VALUEITERATOR:
    case TYPE_DICT_ITEMITERATOR:
    case TYPE_SET_ITERATOR:
        return reduce_listed(run, iterator, source, type);
    case TYPE_LIST_REVERSE_ITERATOR:
    case TYPE_REVERSED:
        return reduce_backwards(run, iterator, source);
    case TYPE_CALLABLE_ITERATOR:
        return answer(run, function_iter(run), tuple_of(run, source, object->slots[1]), 0);
    case TYPE_ENUMERATE:
        return reduce_enumerate(run, iterator);
    case TYPE_ZIP:
    case TYPE_MAP:
        return reduce_parallel(run, iterator, type);
    case TYPE_FILTER:
        return answer(run, object->type, tuple_of(run, object->slots[1], source), 0);
    default:
        return by_iter(run, source, int_from(model, object->a));
    }
}

/* --- __setstate__ --- */

/* The last place that an iterator may be put to; -1: any. */
static bool last_place(Run *run, const Object *iterator, TypeName type, int64_t *ret_last)
{
    *ret_last = -1;
    if (type == TYPE_RANGE_ITERATOR && !iterator->slot_count)
        *ret_last = iterator->b;
    if (type == TYPE_SEQUENCE_ITERATOR || type == TYPE_RANGE_ITERATOR)
        return true;
    return object_length(run, iterator->slots[0], ret_last);
}

/* Only the place changes, and only where there are items left. */
ObjectId iterator_setstate(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId iterator = arguments->values[0];
    int64_t place, last;
    if (!object_index(run, arguments->values[1], &place))
        return 0;
    TypeName type = type_of(model, model_object(model, iterator));
    const Object *object = model_object(model, iterator);
    if (object->slot_count && !object->slots[0])
        return model->none;
    if (!last_place(run, object, type, &last))
        return 0;
    if (type == TYPE_LIST_REVERSE_ITERATOR || type == TYPE_REVERSED)
        place = place < -1 ? 0 : place + 1; /* ours counts the items still to come */
    place = place < 0 ? 0 : last >= 0 && place > last ? last : place;
    object_set_field(model, iterator, FIELD_A, (uint32_t)place);
    return model->none;
}

ObjectId zip_setstate(Run *run, const Arguments *arguments)
{
    bool strict;
    if (!object_truth(run, arguments->values[1], &strict))
        return 0;
    object_set_field(run_model(run), arguments->values[0], FIELD_A, strict);
    return run_model(run)->none;
}
