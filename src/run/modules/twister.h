#ifndef RUN_TWISTER_H
#define RUN_TWISTER_H
/* The Mersenne Twister MT19937 of Matsumoto and Nishimura, as CPython's random draws from it
 * (Modules/_randommodule.c). Plain data: whoever has one owns it. */
#include <stddef.h>
#include <stdint.h>

enum { TWISTER_WORDS = 624 };

typedef struct Twister {
    uint32_t words[TWISTER_WORDS];
    uint32_t index; /* the next word to give out; TWISTER_WORDS: new ones are due */
} Twister;

/* Starts from a key of `count` words, at least one (init_by_array). */
void twister_seed(Twister *twister, const uint32_t *key, size_t count);
/* The next 32 bits. */
uint32_t twister_next(Twister *twister);
/* A double in [0, 1) with 53 random bits. */
double twister_double(Twister *twister);

#endif
