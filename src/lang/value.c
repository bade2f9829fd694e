#include "lang/value.h"

#include <string.h>

static uint32_t hash_bytes(uint32_t hash, const void *bytes, size_t length)
{
    const unsigned char *byte = bytes;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ byte[i]) * 16777619u; /* FNV-1a */
    return hash;
}

uint32_t value_hash(const Value *value)
{
    uint32_t hash = 2166136261u ^ (uint32_t)value->kind * 0x9E3779B9u;
    switch (value->kind) {
    case CONST_NONE:
    case CONST_ELLIPSIS:
    case CONST_FALSE:
    case CONST_TRUE:
    case CONST_CODE:
        return hash;
    case CONST_INT:
        return hash_bytes(hash ^ (uint32_t)mpz_sgn(value->integer),
                          mpz_limbs_read(value->integer),
                          mpz_size(value->integer) * sizeof(mp_limb_t));
    case CONST_FLOAT:
        return hash_bytes(hash, &value->real, sizeof value->real);
    case CONST_COMPLEX:
        hash = hash_bytes(hash, &value->real, sizeof value->real);
        return hash_bytes(hash, &value->imaginary, sizeof value->imaginary);
    case CONST_STR:
    case CONST_BYTES:
        return hash_bytes(hash, value->text.bytes, value->text.length);
    case CONST_TUPLE:
    case CONST_FROZENSET:
        for (size_t i = 0; i < value->tuple.count; i++)
            hash = hash * 31 + value_hash(value->tuple.items[i]);
        return hash;
    }
    return hash;
}

static bool same_bits(double a, double b)
{
    return memcmp(&a, &b, sizeof a) == 0;
}

bool value_same(const Value *a, const Value *b)
{
    if (a->kind != b->kind)
        return false;
    switch (a->kind) {
    case CONST_NONE:
    case CONST_ELLIPSIS:
    case CONST_FALSE:
    case CONST_TRUE:
        return true;
    case CONST_CODE:
        return a == b;
    case CONST_INT:
        return mpz_cmp(a->integer, b->integer) == 0;
    case CONST_FLOAT:
        return same_bits(a->real, b->real);
    case CONST_COMPLEX:
        return same_bits(a->real, b->real) && same_bits(a->imaginary, b->imaginary);
    case CONST_STR:
    case CONST_BYTES:
        return slice_equal(a->text, b->text);
    case CONST_TUPLE:
    case CONST_FROZENSET:
        if (a->tuple.count != b->tuple.count)
            return false;
        for (size_t i = 0; i < a->tuple.count; i++)
            if (!value_same(a->tuple.items[i], b->tuple.items[i]))
                return false;
        return true;
    }
    return false;
}

bool value_is_true(const Value *value)
{
    switch (value->kind) {
    case CONST_NONE:
    case CONST_FALSE:
        return false;
    case CONST_ELLIPSIS:
    case CONST_TRUE:
    case CONST_CODE:
        return true;
    case CONST_INT:
        return mpz_sgn(value->integer) != 0;
    case CONST_FLOAT:
        return value->real < 0 || value->real > 0 || value->real != value->real;
    case CONST_COMPLEX:
        return value->real < 0 || value->real > 0 || value->real != value->real ||
               value->imaginary < 0 || value->imaginary > 0 ||
               value->imaginary != value->imaginary;
    case CONST_STR:
    case CONST_BYTES:
        return value->text.length > 0;
    case CONST_TUPLE:
    case CONST_FROZENSET:
        return value->tuple.count > 0;
    }
    return true;
}

bool value_is_name_like(Slice text)
{
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        bool fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                    (c >= '0' && c <= '9') || c == '_';
        if (!fits)
            return false;
    }
    return true;
}
