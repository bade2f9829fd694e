/* hash(): Objects/object.c, PyObject_Hash, and the types' own tp_hash. */
#include "run/values/protocol.h"

/* _Py_HashPointer: addresses are multiples of 16. */
static int64_t hash_address(const Model *model, ObjectId id)
{
    uint64_t address = model_address(model, id);
    int64_t hash = (int64_t)(address >> 4 | address << 60);
    return hash == -1 ? -2 : hash;
}

static bool hash_tuple(Run *run, ObjectId tuple, int64_t *ret_hash)
{
    const Model *model = run_model(run);
    const Object *object = model_object(model, tuple);
    TupleHash hash;
    tuple_hash_start(model->profile, &hash, object->slot_count);
    for (uint32_t i = 0; i < object->slot_count; i++) {
        int64_t item;
        if (!object_hash(run, object->slots[i], &item))
            return false;
        tuple_hash_add(model->profile, &hash, item);
    }
    *ret_hash = tuple_hash_end(model->profile, &hash);
    return true;
}

/* range_hash: as the tuple (length, start, step), None where they do not matter. */
static bool hash_range(Run *run, ObjectId range, int64_t *ret_hash)
{
    Model *model = run_model(run);
    const ObjectId *slots = model_object(model, range)->slots;
    ObjectId parts[3] = {slots[RANGE_LENGTH], slots[RANGE_START], slots[RANGE_STEP]};
    if (int_is_small(model, parts[0]) && int_value(model, parts[0]) <= 1) {
        parts[2] = model->none;
        if (int_value(model, parts[0]) == 0)
            parts[1] = model->none;
    }
    uint32_t mark = hand_mark(model);
    bool fine = hash_tuple(run, tuple_from(model, parts, 3), ret_hash);
    hand_release(model, mark);
    return fine;
}

static int64_t hash_none(const Model *model)
{
    return model->profile->minor >= 12 ? INT64_C(0xfca86420) : hash_address(model, model->none);
}

static bool hash_method(Run *run, ObjectId method, int64_t *ret_hash)
{
    const Model *model = run_model(run);
    const ObjectId *slots = model_object(model, method)->slots;
    int64_t function;
    if (!object_hash(run, slots[0], &function))
        return false;
    *ret_hash = hash_address(model, slots[1]) ^ function;
    if (*ret_hash == -1)
        *ret_hash = -2;
    return true;
}

static bool raise_unhashable(Run *run, ObjectId value)
{
    raise_error(run, EXC_TypeError, "unhashable type: '%s'", type_string(run, value));
    return false;
}

/* slicehash: the tuple's without its length (3.12+). */
static bool hash_slice(Run *run, ObjectId slice, int64_t *ret_hash)
{
    const Model *model = run_model(run);
    if (model->profile->minor < 12)
        return raise_unhashable(run, slice);
    const uint64_t first = UINT64_C(11400714785074694791),
                   second = UINT64_C(14029467366897019727);
    uint64_t hash = UINT64_C(2870177450012600261);
    for (uint32_t i = 0; i < 3; i++) {
        int64_t part;
        if (!object_hash(run, model_object(model, slice)->slots[i], &part))
            return false;
        hash += (uint64_t)part * second;
        hash = hash << 31 | hash >> 33;
        hash *= first;
    }
    *ret_hash = hash == UINT64_MAX ? 1546275796 : (int64_t)hash;
    return true;
}

bool hash_builtin(Run *run, ObjectId value, int64_t *ret_hash)
{
    const Model *model = run_model(run);
    switch (model_kind(model, value)) {
    case KIND_INT:
    case KIND_BOOL:
        *ret_hash = hash_int(model, value);
        return true;
    case KIND_STR:
        *ret_hash = hash_str(model, value);
        return true;
    case KIND_BYTES:
        *ret_hash = hash_bytes_object(model, value);
        return true;
    case KIND_FLOAT:
        *ret_hash = hash_double(float_value(model, value), value);
        return true;
    case KIND_COMPLEX:
        *ret_hash = hash_complex(model_payload(model, value).complex->real,
                                 model_payload(model, value).complex->imaginary);
        return true;
    case KIND_TUPLE:
        return hash_tuple(run, value, ret_hash);
    case KIND_FROZENSET:
        *ret_hash = hash_frozenset(model, value);
        return true;
    case KIND_RANGE:
        return hash_range(run, value, ret_hash);
    case KIND_SLICE:
        return hash_slice(run, value, ret_hash);
    case KIND_METHOD:
        return hash_method(run, value, ret_hash);
    case KIND_NONE:
        *ret_hash = hash_none(model);
        return true;
    case KIND_LIST:
    case KIND_DICT:
    case KIND_SET:
    case KIND_BYTEARRAY:
        return raise_unhashable(run, value);
    default: /* by identity, but views as sets of keys have none */
        if (is_dict_view(model, value) && !is_view_of(model, value, TYPE_DICT_VALUES))
            return raise_unhashable(run, value);
        *ret_hash = hash_address(model, value);
        return true;
    }
}

/* slot_tp_hash: __hash__ of the program may give any int. */
static bool hash_by_method(Run *run, ObjectId value, int64_t *ret_hash)
{
    Model *model = run_model(run);
    uint32_t mark = hand_mark(model);
    ObjectId result = override_call(run, value, "__hash__", NULL, 0);
    bool fine = result != 0;
    if (fine && !kind_is_integer(model_kind(model, result))) {
        raise_error(run, EXC_TypeError, "__hash__ method should return an integer");
        fine = false;
    }
    if (fine) {
        *ret_hash =
            int_is_small(model, result) ? int_value(model, result) : hash_int(model, result);
        if (*ret_hash == -1)
            *ret_hash = -2;
    }
    hand_release(model, mark);
    return fine;
}

bool object_hash(Run *run, ObjectId value, int64_t *ret_hash)
{
    ObjectId method = object_override(run, value, "__hash__");
    if (!method)
        return hash_builtin(run, value, ret_hash);
    if (method == run_model(run)->none)
        return raise_unhashable(run, value);
    return hash_by_method(run, value, ret_hash);
}
