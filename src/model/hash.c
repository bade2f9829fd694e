/* Hashes: Python/pyhash.c with PYTHONHASHSEED=0, and the hash functions of the built-in types.
 * -1 means failure to CPython, so that no hash is -1. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "model/containers.h"

enum { MODULUS_BITS = 61, HASH_INFINITY = 314159, HASH_IMAGINARY = 1000003 };

static const uint64_t modulus = ((uint64_t)1 << MODULUS_BITS) - 1;

static int64_t as_hash(uint64_t bits)
{
    int64_t hash;
    memcpy(&hash, &bits, sizeof hash);
    return hash == -1 ? -2 : hash;
}

static uint64_t rotate(uint64_t x, int bits)
{
    return x << bits | x >> (64 - bits);
}

/* --- bytes and texts: SipHash with a key of zeros --- */

typedef struct Sip {
    uint64_t v[4];
} Sip;

static void sip_round(Sip *sip)
{
    uint64_t *v = sip->v;
    v[0] += v[1];
    v[1] = rotate(v[1], 13) ^ v[0];
    v[0] = rotate(v[0], 32);
    v[2] += v[3];
    v[3] = rotate(v[3], 16) ^ v[2];
    v[0] += v[3];
    v[3] = rotate(v[3], 21) ^ v[0];
    v[2] += v[1];
    v[1] = rotate(v[1], 17) ^ v[2];
    v[2] = rotate(v[2], 32);
}

static void sip_word(Sip *sip, uint64_t word, int rounds)
{
    sip->v[3] ^= word;
    for (int i = 0; i < rounds; i++)
        sip_round(sip);
    sip->v[0] ^= word;
}

static uint64_t read_word(const unsigned char *bytes, size_t count)
{
    uint64_t word = 0;
    for (size_t i = 0; i < count; i++)
        word |= (uint64_t)bytes[i] << (8 * i);
    return word;
}

int64_t hash_bytes(const Model *model, const void *bytes, size_t length)
{
    if (!length)
        return 0;
    int rounds = model->profile->siphash13 ? 1 : 2,
        last_rounds = model->profile->siphash13 ? 3 : 4;
    const unsigned char *at = bytes;
    Sip sip = {
        {0x736f6d6570736575u, 0x646f72616e646f6du, 0x6c7967656e657261u, 0x7465646279746573u}};
    size_t left = length;
    for (; left >= 8; left -= 8, at += 8)
        sip_word(&sip, read_word(at, 8), rounds);
    sip_word(&sip, read_word(at, left) | (uint64_t)length << 56, rounds);
    sip.v[2] ^= 0xff;
    for (int i = 0; i < last_rounds; i++)
        sip_round(&sip);
    return as_hash(sip.v[0] ^ sip.v[1] ^ sip.v[2] ^ sip.v[3]);
}

/* The characters as CPython keeps them, of `width` bytes each. */
static int64_t hash_points(const Model *model, const TextPayload *text)
{
    unsigned char *buffer = memory_allocate((size_t)text->length * text->width);
    for (uint32_t i = 0; i < text->length; i++)
        for (int byte = 0; byte < text->width; byte++)
            buffer[i * text->width + (uint32_t)byte] =
                (unsigned char)(text->points[i] >> (8 * byte) & 0xff);
    int64_t hash = hash_bytes(model, buffer, (size_t)text->length * text->width);
    free(buffer);
    return hash;
}

int64_t hash_text(const Model *model, TextPayload *text)
{
    if (!text->hashed) {
        text->hash = text->points ? hash_points(model, text)
                                  : hash_bytes(model, text->bytes, text->byte_length);
        text->hashed = true;
    }
    return text->hash;
}

int64_t hash_bytes_object(const Model *model, ObjectId bytes)
{
    return hash_text(model, model_payload(model, bytes).text);
}

/* --- numbers: equal numbers of all types have equal hashes (_Py_HashDouble, long_hash) --- */

static int64_t with_sign(uint64_t magnitude, bool negative)
{
    return as_hash(negative ? -magnitude : magnitude);
}

int64_t hash_int(const Model *model, ObjectId id)
{
    if (!int_is_small(model, id)) {
        mpz_srcptr value = model_payload(model, id).big->value;
        return with_sign(mpz_tdiv_ui(value, modulus), mpz_sgn(value) < 0);
    }
    int64_t value = int_value(model, id);
    uint64_t magnitude = value < 0 ? -(uint64_t)value : (uint64_t)value;
    return with_sign(magnitude % modulus, value < 0);
}

int64_t hash_double(double value, ObjectId object)
{
    if (isnan(value)) /* from 3.10 on by address, and so different for each object */
        return object;
    if (isinf(value))
        return value > 0 ? HASH_INFINITY : -HASH_INFINITY;
    int exponent;
    double fraction = frexp(fabs(value), &exponent);
    /* value = mantissa * 2**exponent; 2**61 is 1 here, so that a power of 2 is a rotation of 61
     * bits. */
    uint64_t mantissa = (uint64_t)ldexp(fraction, 53);
    exponent -= 53;
    int turn = (exponent % MODULUS_BITS + MODULUS_BITS) % MODULUS_BITS;
    uint64_t magnitude = (mantissa << turn & modulus) | mantissa >> (MODULUS_BITS - turn);
    return with_sign(magnitude, value < 0);
}

int64_t hash_complex(double real, double imaginary)
{
    return as_hash((uint64_t)hash_double(real, 0) +
                   HASH_IMAGINARY * (uint64_t)hash_double(imaginary, 0));
}

/* --- tuples --- */

static const uint64_t prime1 = 11400714785074694791u, prime2 = 14029467366897019727u,
                      prime5 = 2870177450012600261u;

static bool tuple_hash_is_xx(const Profile *profile)
{
    return profile->minor >= 8;
}

void tuple_hash_start(const Profile *profile, TupleHash *hash, uint32_t length)
{
    *hash = tuple_hash_is_xx(profile)
                ? (TupleHash){.state = prime5, .length = length}
                : (TupleHash){.state = 0x345678, .multiplier = 1000003, .length = length};
}

void tuple_hash_add(const Profile *profile, TupleHash *hash, int64_t item)
{
    if (tuple_hash_is_xx(profile)) {
        hash->state = rotate(hash->state + (uint64_t)item * prime2, 31) * prime1;
        return;
    }
    /* Here `length` counts the items that are still to come. */
    hash->length--;
    hash->state = (hash->state ^ (uint64_t)item) * hash->multiplier;
    hash->multiplier += 82520 + 2 * (uint64_t)hash->length;
}

int64_t tuple_hash_end(const Profile *profile, const TupleHash *hash)
{
    if (!tuple_hash_is_xx(profile))
        return as_hash(hash->state + 97531);
    uint64_t result = hash->state + (hash->length ^ (prime5 ^ 3527539u));
    return result == UINT64_MAX ? 1546275796 : as_hash(result);
}

/* --- frozenset: the same for every order of the items (Objects/setobject.c, frozenset_hash)
 * --- */

static uint64_t shuffle(uint64_t hash)
{
    return (hash ^ 89869747u ^ hash << 16) * 3644798167u;
}

int64_t hash_frozenset(const Model *model, ObjectId set)
{
    uint64_t hash = 0;
    uint32_t size = set_table_size(model, set);
    for (uint32_t i = 0; i < size; i++) {
        int64_t item;
        if (set_item(model, set, i, &item))
            hash ^= shuffle((uint64_t)item);
    }
    hash ^= ((uint64_t)set_used(model, set) + 1) * 1927868237u;
    hash ^= hash >> 11 ^ hash >> 25;
    hash = hash * 69069u + 907133923u;
    return hash == UINT64_MAX ? 590923713 : as_hash(hash);
}
