#include "run/modules/twister.h"

enum { MIDDLE = 397 };

static void fill_from(Twister *twister, uint32_t seed)
{
    uint32_t *words = twister->words;
    words[0] = seed;
    for (uint32_t i = 1; i < TWISTER_WORDS; i++)
        words[i] = 1812433253u * (words[i - 1] ^ (words[i - 1] >> 30)) + i;
}

/* Mixes the word at `at` with the one before it; returns where to go on. */
static uint32_t mix(uint32_t *words, uint32_t at, uint32_t factor, uint32_t summand)
{
    words[at] = (words[at] ^ ((words[at - 1] ^ (words[at - 1] >> 30)) * factor)) + summand;
    if (at + 1 < TWISTER_WORDS)
        return at + 1;
    words[0] = words[TWISTER_WORDS - 1];
    return 1;
}

void twister_seed(Twister *twister, const uint32_t *key, size_t count)
{
    uint32_t *words = twister->words, at = 1;
    fill_from(twister, 19650218u);
    size_t rounds = count > TWISTER_WORDS ? count : TWISTER_WORDS;
    for (size_t i = 0; i < rounds; i++)
        at = mix(words, at, 1664525u, key[i % count] + (uint32_t)(i % count));
    for (uint32_t i = 1; i < TWISTER_WORDS; i++)
        at = mix(words, at, 1566083941u, 0u - at);
    words[0] = 0x80000000u;
    twister->index = TWISTER_WORDS;
}

static void twist(Twister *twister)
{
    uint32_t *words = twister->words;
    for (uint32_t i = 0; i < TWISTER_WORDS; i++) {
        uint32_t joined =
            (words[i] & 0x80000000u) | (words[(i + 1) % TWISTER_WORDS] & 0x7fffffffu);
        words[i] = words[(i + MIDDLE) % TWISTER_WORDS] ^ (joined >> 1) ^
                   (joined & 1 ? 0x9908b0dfu : 0);
    }
    twister->index = 0;
}

uint32_t twister_next(Twister *twister)
{
    if (twister->index >= TWISTER_WORDS)
        twist(twister);
    uint32_t word = twister->words[twister->index++];
    word ^= word >> 11;
    word ^= (word << 7) & 0x9d2c5680u;
    word ^= (word << 15) & 0xefc60000u;
    return word ^ (word >> 18);
}

double twister_double(Twister *twister)
{
    uint32_t high = twister_next(twister) >> 5, low = twister_next(twister) >> 6;
    return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
}
