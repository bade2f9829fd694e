/* int and bool: Objects/longobject.c, Objects/boolobject.c. */
#include <assert.h>
#include <stdlib.h>

#include "base/memory.h"
#include "model/containers.h"
#include "model/sizes.h"

enum { DIGIT_BITS = 30, DIGIT_BYTES = 4 };

static uint32_t size_of_digits(const Model *model, size_t bits)
{
    const ProfileSizes *sizes = &model->profile->sizes;
    if (!bits)
        return sizes->int_zero;
    return sizes->int_base + DIGIT_BYTES * (uint32_t)((bits + DIGIT_BITS - 1) / DIGIT_BITS);
}

static size_t bits_of(int64_t value)
{
    uint64_t magnitude = value < 0 ? -(uint64_t)value : (uint64_t)value;
    return magnitude ? (size_t)(64 - __builtin_clzll(magnitude)) : 0;
}

static ObjectId create(Model *model, ObjectId type, int64_t value)
{
    uint32_t size = size_of_type(model, type, size_of_digits(model, bits_of(value)));
    return object_create(model, KIND_INT, type, size, size_flags(model, type),
                         (Payload){.integer = value});
}

static ObjectId create_big(Model *model, ObjectId type, mpz_srcptr value)
{
    BigPayload *big = memory_allocate(sizeof *big);
    mpz_init_set(big->value, value);
    uint32_t size = size_of_type(model, type, size_of_digits(model, mpz_sizeinbase(value, 2)));
    ObjectId id = object_create(model, KIND_INT, type, size, size_flags(model, type),
                                (Payload){.big = big});
    object_set_field(model, id, FIELD_A, 1);
    return id;
}

ObjectId int_from(Model *model, int64_t value)
{
    const ProfileIdentity *identity = &model->profile->identity;
    if (value >= identity->small_int_least && value <= identity->small_int_most)
        return model->small_ints + (ObjectId)(value - identity->small_int_least);
    return create(model, model->types[TYPE_INT], value);
}

ObjectId int_from_big(Model *model, mpz_srcptr value)
{
    if (mpz_fits_slong_p(value))
        return int_from(model, mpz_get_si(value));
    return create_big(model, model->types[TYPE_INT], value);
}

ObjectId int_of_type(Model *model, ObjectId type, ObjectId value)
{
    ObjectId id = int_is_small(model, value)
                      ? create(model, type, int_value(model, value))
                      : create_big(model, type, model_payload(model, value).big->value);
    if (model_object(model, id)->flags & OBJECT_GC)
        collector_track(model, id);
    return id;
}

void int_get(const Model *model, ObjectId id, mpz_ptr ret_value)
{
    if (int_is_small(model, id))
        mpz_set_si(ret_value, int_value(model, id));
    else
        mpz_set(ret_value, model_payload(model, id).big->value);
}

ObjectId bool_from(const Model *model, bool value)
{
    return value ? model->true_ : model->false_;
}

void int_describe(const Model *model, ObjectId id, Text *ret_text)
{
    if (int_is_small(model, id)) {
        text_append_format(ret_text, "%lld", (long long)int_value(model, id));
        return;
    }
    mpz_srcptr value = model_payload(model, id).big->value;
    size_t digits = mpz_sizeinbase(value, 10);
    if (digits > INT_DIGITS_SHOWN) {
        text_append_format(ret_text, "an int of about %zu digits", digits);
        return;
    }
    char *decimal = mpz_get_str(NULL, 10, value);
    text_append_string(ret_text, decimal);
    free(decimal);
}
