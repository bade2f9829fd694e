/* _random.Random: Modules/_randommodule.c; and the digest that random.py seeds texts with. The
 * words of a generator are kept beside its object: they are no references and no picture shows
 * them. Unlike CPython: without a seed a program draws the same numbers in every run. */
#include <gmp.h>
#include <sha512.h>
#include <stdlib.h>

#include "base/memory.h"
#include "model/sides.h"
#include "run/interpreter.h"
#include "run/modules/twister.h"
#include "run/types/native_type.h"
#include "run/values/operators.h"
#include "run/values/protocol.h"

typedef struct RandomSide {
    Side side;
    Twister twister;
} RandomSide;

enum { WORD_BITS = 32, BIT_LIMIT = 1 << 26 };

static Twister *twister_of(Run *run, ObjectId random)
{
    return &((RandomSide *)model_side(run->model, random, sizeof(RandomSide)))->twister;
}

/* --- seeds --- */

/* The absolute value of an int that has been read into `value`, as words, lowest first. */
static void seed_with(Run *run, ObjectId random, mpz_srcptr value)
{
    size_t count = (mpz_sizeinbase(value, 2) + WORD_BITS - 1) / WORD_BITS;
    uint32_t *key = memory_allocate((count + 1) * sizeof *key);
    mpz_export(key, NULL, -1, sizeof *key, 0, 0, value);
    twister_seed(twister_of(run, random), key, count);
    free(key);
}

/* Any object: an int is its own seed, of others the hash is. */
static bool seed_from(Run *run, ObjectId random, ObjectId object)
{
    bool fine = true;
    mpz_t value;
    mpz_init(value);
    if (!object || object == run->model->none) {
        mpz_set_ui(value, ++run->unseeded_generators);
    } else if (kind_is_integer(model_kind(run->model, object))) {
        int_get(run->model, object, value);
    } else {
        int64_t hash = 0;
        fine = object_hash(run, object, &hash);
        mpz_set_ui(value, (uint64_t)hash);
    }
    if (fine)
        seed_with(run, random, value);
    mpz_clear(value);
    return fine;
}

static ObjectId random_new(Run *run, const Arguments *arguments)
{
    uint32_t mark = hand_mark(run->model);
    ObjectId type = arguments->values[0];
    bool exact = !(model_object(run->model, type)->flags & OBJECT_HEAP_TYPE);
    if (exact && !argument_no_keywords(run, arguments, "Random"))
        return 0;
    if (run->profile->minor >= 10 && arguments->count > 2)
        return raise_error(run, EXC_TypeError, "Random() requires 0 or 1 argument");
    if (!argument_count(run, arguments, 1, "seed", 0, 1))
        return 0;
    ObjectId random = native_create(run, type, NULL, 0);
    if (!seed_from(run, random, argument_at(arguments, 1)))
        return 0;
    return hand_return(run->model, mark, random);
}

static ObjectId random_seed(Run *run, const Arguments *arguments)
{
    bool fine = seed_from(run, arguments->values[0], argument_at(arguments, 1));
    return fine ? run->model->none : 0;
}

/* --- drawing --- */

static ObjectId random_random(Run *run, const Arguments *arguments)
{
    return float_from(run->model, twister_double(twister_of(run, arguments->values[0])));
}

/* `count` bits: whole words, lowest first, of the last only its highest. */
static ObjectId draw_bits(Run *run, Twister *twister, uint32_t count)
{
    uint32_t words = (count - 1) / WORD_BITS + 1, rest = count % WORD_BITS;
    uint32_t *drawn = memory_allocate(words * sizeof *drawn);
    for (uint32_t i = 0; i < words; i++)
        drawn[i] = twister_next(twister);
    if (rest)
        drawn[words - 1] >>= WORD_BITS - rest;
    mpz_t value;
    mpz_init(value);
    mpz_import(value, words, -1, sizeof *drawn, 0, 0, drawn);
    ObjectId result = int_from_big(run->model, value);
    mpz_clear(value);
    free(drawn);
    return result;
}

static bool read_count(Run *run, ObjectId value, int64_t *ret_count)
{
    bool is_float = model_kind(run->model, value) == KIND_FLOAT;
    if (run->profile->minor < 10 && is_float)
        return raise_error(run, EXC_TypeError, "integer argument expected, got float") != 0;
    if (run->profile->minor < 10 && !kind_is_integer(model_kind(run->model, value)))
        return raise_error(run, EXC_TypeError, "an integer is required (got type %s)",
                           type_string(run, value)) != 0;
    return object_index(run, value, ret_count);
}

static ObjectId random_getrandbits(Run *run, const Arguments *arguments)
{
    int64_t count;
    bool takes_none = run->profile->minor >= 9;
    if (!read_count(run, arguments->values[1], &count))
        return 0;
    if (count < 0 || (count == 0 && !takes_none))
        return raise_error(run, EXC_ValueError, "number of bits must be %s",
                           takes_none ? "non-negative" : "greater than zero");
    if (count > BIT_LIMIT)
        return raise_with(run, EXC_MemoryError, 0);
    if (count == 0)
        return int_from(run->model, 0);
    return draw_bits(run, twister_of(run, arguments->values[0]), (uint32_t)count);
}

/* --- the state as a tuple: the words, then the index --- */

static ObjectId random_getstate(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    const Twister *twister = twister_of(run, arguments->values[0]);
    ObjectId state = tuple_from(model, NULL, TWISTER_WORDS + 1);
    for (uint32_t i = 0; i <= TWISTER_WORDS; i++) {
        uint32_t round = hand_mark(model);
        uint32_t word = i < TWISTER_WORDS ? twister->words[i] : twister->index;
        reference_set(model, state, i, int_from(model, word));
        hand_release(model, round);
    }
    return hand_return(model, mark, state);
}

static ObjectId random_setstate(Run *run, const Arguments *arguments)
{
    const Model *model = run->model;
    ObjectId state = arguments->values[1];
    if (model_kind(model, state) != KIND_TUPLE)
        return raise_error(run, EXC_TypeError, "state vector must be a tuple");
    if (model_object(model, state)->slot_count != TWISTER_WORDS + 1)
        return raise_error(run, EXC_ValueError, "state vector is the wrong size");
    Twister twister = {.index = 0};
    for (uint32_t i = 0; i <= TWISTER_WORDS; i++) {
        int64_t word;
        if (!object_index(run, model_object(model, state)->slots[i], &word))
            return 0;
        *(i < TWISTER_WORDS ? &twister.words[i] : &twister.index) = (uint32_t)word;
    }
    if (twister.index > TWISTER_WORDS)
        return raise_error(run, EXC_ValueError, "invalid state");
    *twister_of(run, arguments->values[0]) = twister;
    return model->none;
}

static const Native random_methods[] = {
    {"__new__", random_new, 0, -1, NULL, NATIVE_STATIC},
    {"getrandbits", random_getrandbits, 1, 1, NULL, NATIVE_O},
    {"getstate", random_getstate, 0, 0, NULL, NATIVE_NOARGS},
    {"random", random_random, 0, 0, NULL, NATIVE_NOARGS},
    {"seed", random_seed, 0, 1, NULL, NATIVE_VARARGS},
    {"setstate", random_setstate, 1, 1, NULL, NATIVE_O},
    {.name = ""},
};

static const NativeType random_type = {
    .name = "_random.Random",
    .flags = NATIVE_BASETYPE,
    .sizes = {2520},
    .methods = random_methods,
};

static const NativeType *const random_types[] = {&random_type, NULL};
const NativeModule module_random = {"_random", NULL, NULL, random_types};

/* --- SHA-512 of bytes, as bytes --- */

static ObjectId sha512_digest(Run *run, const Arguments *arguments)
{
    Text space = {0};
    uint8_t digest[SHA512_DIGEST_LENGTH];
    SHA2_CTX context;
    Slice bytes = bytes_slice(run, arguments->values[0], &space);
    SHA512Init(&context);
    SHA512Update(&context, (const uint8_t *)bytes.bytes, bytes.length);
    SHA512Final(digest, &context);
    text_done(&space);
    return bytes_from(run->model, (const char *)digest, sizeof digest);
}

static const Native sha512_functions[] = {
    {"digest", sha512_digest, 1, 1, NULL, NATIVE_O},
    {.name = ""},
};
const NativeModule module_sha512 = {"_sha512", sha512_functions, NULL, NULL};
