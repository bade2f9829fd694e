#include "run/values/iterate.h"

#include "lang/opcode.h"
#include "run/builtins/tables.h"
#include "run/types/native_type.h"

enum { /* bytes without the GC header, alike in all versions */
       SIMPLE_ITERATOR_SIZE = 32,
};

ObjectId iterator_create(Run *run, TypeName type, uint32_t size, const ObjectId *values,
                         uint32_t count)
{
    uint32_t flags = type == TYPE_RANGE_ITERATOR ? 0 : OBJECT_GC;
    ObjectId iterator = object_with_slots(run, KIND_ITERATOR, type, size, flags, values, count);
    if (type != TYPE_RANGE_ITERATOR)
        object_set_field(run_model(run), iterator, FIELD_C, type);
    return iterator;
}

static ObjectId range_next(Run *run, ObjectId iterator);

const NativeType type_long_range_iterator = {
    .name = "longrange_iterator", .methods = methods_iterator, .next = range_next};

static ObjectId over(Run *run, TypeName type, ObjectId source)
{
    return iterator_create(run, type, SIMPLE_ITERATOR_SIZE, &source, 1);
}

/* A range whose numbers and count fit: start in the payload, a: index, b: count, c: step. Any
 * other keeps its range, as CPython's longrange_iterator keeps start, step and length. */
static ObjectId range_iterate_from(Run *run, ObjectId range, int64_t start, int64_t step,
                                   int64_t count)
{
    Model *model = run_model(run);
    ObjectId iterator = iterator_create(
        run, TYPE_RANGE_ITERATOR, model->profile->sizes.range_iterator, &range, range ? 1 : 0);
    if (range) {
        reference_set_type(model, iterator, native_type(run, &type_long_range_iterator));
        object_set_field(model, iterator, FIELD_C, TYPE_RANGE_ITERATOR);
        return iterator;
    }
    model_set_payload(model, iterator, (Payload){.integer = start});
    object_set_field(model, iterator, FIELD_B, (uint32_t)count);
    object_set_field(model, iterator, FIELD_C, (uint32_t)step);
    return iterator;
}

static ObjectId range_iterate(Run *run, ObjectId range)
{
    const Model *model = run_model(run);
    const ObjectId *slots = model_object(model, range)->slots;
    bool small = true;
    for (int i = 0; i < 4; i++)
        small = small && int_is_small(model, slots[i]);
    if (small) {
        int64_t step = int_value(model, slots[RANGE_STEP]),
                count = int_value(model, slots[RANGE_LENGTH]);
        if (count < UINT32_MAX && step >= INT32_MIN && step <= INT32_MAX)
            return range_iterate_from(run, 0, int_value(model, slots[RANGE_START]), step,
                                      count);
    }
    return range_iterate_from(run, range, 0, 0, 0);
}

static ObjectId set_iterate(Run *run, ObjectId set)
{
    Model *model = run_model(run);
    uint32_t size = model->profile->sizes.set_iterator - model->profile->sizes.gc_header;
    ObjectId iterator = iterator_create(run, TYPE_SET_ITERATOR, size, &set, 1);
    object_set_field(model, iterator, FIELD_B, set_used(model, set));
    return iterator;
}

static ObjectId view_iterate(Run *run, ObjectId view)
{
    const Model *model = run_model(run);
    const Object *object = model_object(model, view);
    TypeName type = object->type == model->types[TYPE_DICT_KEYS]     ? TYPE_DICT_KEYITERATOR
                    : object->type == model->types[TYPE_DICT_VALUES] ? TYPE_DICT_VALUEITERATOR
                                                                     : TYPE_DICT_ITEMITERATOR;
    return dict_iterate(run, object->slots[0], type, false);
}

ObjectId iterate_builtin(Run *run, ObjectId iterable)
{
    Model *model = run_model(run);
    switch (model_kind(model, iterable)) {
    case KIND_LIST:
        return over(run, TYPE_LIST_ITERATOR, iterable);
    case KIND_TUPLE:
        return over(run, TYPE_TUPLE_ITERATOR, iterable);
    case KIND_STR:
        return over(run, TYPE_STR_ITERATOR, iterable);
    case KIND_BYTES:
        return over(run, TYPE_BYTES_ITERATOR, iterable);
    case KIND_BYTEARRAY:
        return over(run, TYPE_BYTEARRAY_ITERATOR, iterable);
    case KIND_RANGE:
        return range_iterate(run, iterable);
    case KIND_SET:
    case KIND_FROZENSET:
        return set_iterate(run, iterable);
    case KIND_DICT:
        return dict_iterate(run, iterable, TYPE_DICT_KEYITERATOR, false);
    case KIND_ITERATOR:
    case KIND_GENERATOR:
        return iterable;
    case KIND_NATIVE:
        return is_dict_view(model, iterable) ? view_iterate(run, iterable) : 0;
    default: /* no other kind is iterable by itself */
        return 0;
    }
}

static ObjectId iterate_by_method(Run *run, ObjectId iterable)
{
    bool found = false;
    ObjectId iterator = call_special(run, iterable, "__iter__", NULL, 0, &found);
    if (!iterator)
        return 0;
    ObjectKind kind = model_kind(run_model(run), iterator);
    if (kind != KIND_ITERATOR && kind != KIND_GENERATOR &&
        !lookup_special(run, iterator, "__next__"))
        return raise_error(run, EXC_TypeError, "iter() returned non-iterator of type '%s'",
                           type_string(run, iterator));
    return iterator;
}

ObjectId iterate(Run *run, ObjectId iterable)
{
    Model *model = run_model(run);
    ObjectId method = object_override(run, iterable, "__iter__");
    if (method && method != model->none)
        return iterate_by_method(run, iterable);
    if (!method) {
        ObjectId iterator = iterate_builtin(run, iterable);
        if (iterator == iterable) /* who asked holds it, as it would hold another one */
            hand_hold(model, iterator);
        if (iterator || raised(run))
            return iterator;
        if (!object_is_user(model, iterable) && lookup_special(run, iterable, "__iter__"))
            return iterate_by_method(run, iterable);
        if (lookup_special(run, iterable, "__getitem__"))
            return over(run, TYPE_SEQUENCE_ITERATOR, iterable);
    }
    return raise_error(run, EXC_TypeError, "'%s' object is not iterable",
                       type_string(run, iterable));
}

/* --- next --- */

static ObjectId finish(Run *run, ObjectId iterator)
{
    reference_set(run_model(run), iterator, 0, 0);
    return 0;
}

static void advance(Run *run, ObjectId iterator, uint32_t position)
{
    object_set_field(run_model(run), iterator, FIELD_A, position);
}

static ObjectId range_next(Run *run, ObjectId iterator)
{
    Model *model = run_model(run);
    const Object *object = model_object(model, iterator);
    uint32_t index = object->a;
    if (object->slot_count) {
        if (!object->slots[0])
            return 0;
        mpz_t position;
        mpz_init_set_ui(position, index);
        ObjectId item = range_item(run, object->slots[0], position);
        mpz_clear(position);
        if (item)
            advance(run, iterator, index + 1);
        return item;
    }
    if (index >= object->b)
        return 0;
    advance(run, iterator, index + 1);
    int64_t start = model_payload(model, iterator).integer;
    return int_from(model, start + (int64_t)index * (int32_t)object->c);
}

static ObjectId item_next(Run *run, ObjectId iterator, ObjectId source)
{
    Model *model = run_model(run);
    const Object *object = model_object(model, source);
    uint32_t index = model_object(model, iterator)->a;
    if (index >= object->slot_count)
        return finish(run, iterator);
    ObjectId item = hand_hold(model, object->slots[index]);
    advance(run, iterator, index + 1);
    return item;
}

static ObjectId item_previous(Run *run, ObjectId iterator, ObjectId source)
{
    Model *model = run_model(run);
    const Object *object = model_object(model, source);
    uint32_t index = model_object(model, iterator)->a; /* items still to come */
    if (index == 0 || index > object->slot_count) {
        advance(run, iterator, 0);
        /* listreviter_next of 3.13 keeps its list. */
        return model->profile->minor < 13 ? finish(run, iterator) : 0;
    }
    ObjectId item = hand_hold(model, object->slots[index - 1]);
    advance(run, iterator, index - 1);
    return item;
}

static ObjectId point_next(Run *run, ObjectId iterator, ObjectId source)
{
    Model *model = run_model(run);
    const TextPayload *text = str_payload(model, source);
    uint32_t index = model_object(model, iterator)->a;
    if (index >= text->length)
        return finish(run, iterator);
    advance(run, iterator, index + 1);
    return str_from(model, str_part(text, index, index + 1));
}

static ObjectId byte_next(Run *run, ObjectId iterator, ObjectId source)
{
    Model *model = run_model(run);
    const TextPayload *text = str_payload(model, source);
    uint32_t index = model_object(model, iterator)->a;
    if (index >= text->length)
        return finish(run, iterator);
    advance(run, iterator, index + 1);
    return int_from(model, (unsigned char)text->bytes[index]);
}

static ObjectId set_next(Run *run, ObjectId iterator, ObjectId set)
{
    Model *model = run_model(run);
    const Object *object = model_object(model, iterator);
    if (object->b != set_used(model, set)) {
        object_set_field(model, iterator, FIELD_B, UINT32_MAX);
        return raise_error(run, EXC_RuntimeError, "Set changed size during iteration");
    }
    uint32_t index = object->a, size = set_table_size(model, set);
    int64_t hash;
    while (index < size && !set_item(model, set, index, &hash))
        index++;
    advance(run, iterator, index + 1);
    if (index >= size)
        return finish(run, iterator);
    return hand_hold(model, set_item(model, set, index, &hash));
}

static ObjectId sequence_next(Run *run, ObjectId iterator, ObjectId source)
{
    Model *model = run_model(run);
    uint32_t index = model_object(model, iterator)->a;
    ObjectId item = subscript_get(run, source, int_from(model, index));
    if (item) {
        advance(run, iterator, index + 1);
        return item;
    }
    if (raised_is(run, EXC_IndexError) || raised_is(run, EXC_StopIteration)) {
        raise_clear(run);
        return finish(run, iterator);
    }
    return 0;
}

static ObjectId sequence_previous(Run *run, ObjectId iterator, ObjectId source)
{
    Model *model = run_model(run);
    uint32_t index = model_object(model, iterator)->a;
    if (index == 0)
        return finish(run, iterator);
    ObjectId item = subscript_get(run, source, int_from(model, index - 1));
    if (item)
        advance(run, iterator, index - 1);
    else if (raised_is(run, EXC_IndexError) || raised_is(run, EXC_StopIteration))
        raise_clear(run);
    return item ? item : finish(run, iterator);
}

static ObjectId callable_next(Run *run, ObjectId iterator, ObjectId callable)
{
    Model *model = run_model(run);
    ObjectId value = call_object(run, callable, NULL, 0);
    if (!value) {
        if (raised_is(run, EXC_StopIteration)) {
            raise_clear(run);
            return finish(run, iterator);
        }
        return 0;
    }
    bool equal;
    ObjectId sentinel = model_object(model, iterator)->slots[1];
    if (!compare_equal(run, value, sentinel, &equal))
        return 0;
    return equal ? finish(run, iterator) : value;
}

static ObjectId next_by_type(Run *run, ObjectId iterator, TypeName type)
{
    ObjectId source = model_object(run_model(run), iterator)->slots[0];
    if (!source)
        return 0;
    switch ((int)type) {
    case TYPE_LIST_ITERATOR:
    case TYPE_TUPLE_ITERATOR:
    case TYPE_BYTEARRAY_ITERATOR:
        return item_next(run, iterator, source);
    case TYPE_LIST_REVERSE_ITERATOR:
        return item_previous(run, iterator, source);
    case TYPE_STR_ITERATOR:
        return point_next(run, iterator, source);
    case TYPE_BYTES_ITERATOR:
        return byte_next(run, iterator, source);
    case TYPE_SET_ITERATOR:
        return set_next(run, iterator, source);
    case TYPE_DICT_KEYITERATOR:
    case TYPE_DICT_VALUEITERATOR:
    case TYPE_DICT_ITEMITERATOR:
        return dict_iterator_next(run, iterator);
    case TYPE_SEQUENCE_ITERATOR:
        return sequence_next(run, iterator, source);
    case TYPE_CALLABLE_ITERATOR:
        return callable_next(run, iterator, source);
    case TYPE_REVERSED:
        return sequence_previous(run, iterator, source);
    case TYPE_ENUMERATE:
        return enumerate_next(run, iterator);
    case TYPE_ZIP:
        return zip_next(run, iterator);
    case TYPE_MAP:
        return map_next(run, iterator);
    case TYPE_FILTER:
        return filter_next(run, iterator);
    }
    return 0;
}

ObjectId iterate_next_builtin(Run *run, ObjectId iterator)
{
    const Model *model = run_model(run);
    const Object *object = model_object(model, iterator);
    if (type_native(model, object->type))
        return native_type_of(run, object->type)->next(run, iterator);
    if (object->type == model->types[TYPE_RANGE_ITERATOR])
        return range_next(run, iterator);
    return next_by_type(run, iterator, (TypeName)(object->c & ITERATOR_TYPE_BITS));
}

/* tp_iternext: 0 at the end, which a StopIteration may tell, or when raised. */
static ObjectId next_or_stop(Run *run, ObjectId iterator)
{
    const Model *model = run_model(run);
    const Object *object = model_object(model, iterator);
    bool user = object_is_user(model, iterator);
    if (object->kind == KIND_ITERATOR &&
        (!user || !program_override(run, iterator, "__next__")))
        return iterate_next_builtin(run, iterator);
    if (object->kind == KIND_GENERATOR)
        return generator_next(run, iterator);
    bool found = false;
    ObjectId item = call_special(run, iterator, "__next__", NULL, 0, &found);
    if (!item && !found && !raised(run))
        raise_error(run, EXC_TypeError, "'%s' object is not an iterator",
                    type_string(run, iterator));
    return item;
}

ObjectId iterate_next(Run *run, ObjectId iterator)
{
    if (!run_has_memory(run))
        return 0;
    ObjectId item = next_or_stop(run, iterator);
    if (!item && raised_is(run, EXC_StopIteration))
        raise_clear(run);
    return item;
}

/* --- reversed, remaining --- */

static ObjectId range_reversed(Run *run, ObjectId range)
{
    Model *model = run_model(run);
    const ObjectId *slots = model_object(model, range)->slots;
    uint32_t mark = hand_mark(model);
    ObjectId step = int_negative(run, slots[RANGE_STEP]);
    mpz_t last;
    mpz_init_set_si(last, -1);
    ObjectId start = range_item(run, range, last);
    mpz_clear(last);
    ObjectId stop = operate_binary(run, BINARY_SUBTRACT, slots[RANGE_START], slots[RANGE_STEP]);
    ObjectId turned = range_create(run, start ? start : stop, stop, step);
    return hand_return(model, mark, range_iterate(run, turned));
}

ObjectId iterate_reversed(Run *run, ObjectId value)
{
    Model *model = run_model(run);
    ObjectKind kind = model_kind(model, value);
    if (kind == KIND_RANGE)
        return range_reversed(run, value);
    if (kind == KIND_DICT && model->profile->minor >= 8)
        return dict_iterate(run, value, TYPE_DICT_KEYITERATOR, true);
    if (kind == KIND_NATIVE && is_dict_view(model, value) && model->profile->minor >= 8) {
        TypeName type = is_view_of(model, value, TYPE_DICT_KEYS)     ? TYPE_DICT_KEYITERATOR
                        : is_view_of(model, value, TYPE_DICT_VALUES) ? TYPE_DICT_VALUEITERATOR
                                                                     : TYPE_DICT_ITEMITERATOR;
        return dict_iterate(run, model_object(model, value)->slots[0], type, true);
    }
    bool sized =
        kind == KIND_LIST || kind == KIND_TUPLE || kind == KIND_STR || kind_is_bytes(kind) ||
        (lookup_special(run, value, "__getitem__") && lookup_special(run, value, "__len__") &&
         (kind == KIND_INSTANCE || kind == KIND_NATIVE));
    if (!sized)
        return raise_error(run, EXC_TypeError, "'%s' object is not reversible",
                           type_string(run, value));
    int64_t length;
    if (!object_length(run, value, &length))
        return 0;
    ObjectId iterator =
        over(run, kind == KIND_LIST ? TYPE_LIST_REVERSE_ITERATOR : TYPE_REVERSED, value);
    object_set_field(model, iterator, FIELD_A, (uint32_t)length);
    return iterator;
}

/* A set that has changed since has none (setiter_len). */
static int64_t set_remaining(const Model *model, const Object *iterator, ObjectId set)
{
    int64_t count = 0, hash;
    if (iterator->b != set_used(model, set))
        return 0;
    for (uint32_t i = iterator->a; i < set_table_size(model, set); i++)
        count += set_item(model, set, i, &hash) != 0;
    return count;
}

/* None known where the length does not fit. */
static int64_t long_range_remaining(const Model *model, const Object *iterator)
{
    ObjectId length = model_object(model, iterator->slots[0])->slots[RANGE_LENGTH];
    return int_is_small(model, length) ? int_value(model, length) - iterator->a : -1;
}

int64_t iterator_remaining(Run *run, ObjectId iterator)
{
    const Model *model = run_model(run);
    const Object *object = model_object(model, iterator);
    const NativeType *native = native_type_of(run, object->type);
    if (native == &type_long_range_iterator)
        return long_range_remaining(model, object);
    if (object->kind != KIND_ITERATOR || (native && native->next != dict_iterator_next))
        return -1;
    if (object->type == model->types[TYPE_RANGE_ITERATOR])
        return (int64_t)object->b - object->a;
    ObjectId source = object->slot_count ? object->slots[0] : 0;
    int64_t length;
    switch ((int)(object->c & ITERATOR_TYPE_BITS)) {
    case TYPE_LIST_ITERATOR:
    case TYPE_TUPLE_ITERATOR:
    case TYPE_BYTEARRAY_ITERATOR:
    case TYPE_STR_ITERATOR:
    case TYPE_BYTES_ITERATOR:
        if (!source || !length_builtin(run, source, &length))
            return 0;
        return length > object->a ? length - object->a : 0;
    case TYPE_LIST_REVERSE_ITERATOR:
    case TYPE_REVERSED:
        return source ? object->a : 0;
    case TYPE_SET_ITERATOR:
        return source ? set_remaining(model, object, source) : 0;
    case TYPE_DICT_KEYITERATOR:
    case TYPE_DICT_VALUEITERATOR:
    case TYPE_DICT_ITEMITERATOR:
        return source ? dict_remaining(model, object, source) : 0;
    }
    return -1;
}
