#ifndef PAINT_DAMAGE_H
#define PAINT_DAMAGE_H
/* What differs between two pictures: which items are new, gone or in another order, and the
 * rectangles that these cover. Its law: outside of the rectangles both pictures are the same,
 * pixel for pixel. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "paint/pixels.h"

enum { DAMAGE_LIMIT = 16 };

/* Disjoint rectangles. Zero is none. */
typedef struct Damage {
    PixelRect rects[DAMAGE_LIMIT];
    uint32_t count;
} Damage;

/* What a painter keeps of an item that it drew. */
typedef struct Mark {
    uint64_t print[2]; /* of everything that decides its look, the clips around it too */
    PixelRect bounds;
} Mark;

typedef struct Marks {
    Mark *items;
    size_t count, capacity;
} Marks;

/* Scratch memory of a comparison, reused. Zero is empty. */
typedef struct DamageFinder {
    struct {
        int32_t *items;
        size_t capacity;
    } table, chain, match, tails, previous;
} DamageFinder;

bool rect_is_empty(PixelRect rect);
PixelRect rect_intersect(PixelRect a, PixelRect b);
/* The smallest rectangle around both; empty ones do not count. */
PixelRect rect_unite(PixelRect a, PixelRect b);

void damage_add(Damage *damage, PixelRect rect);
int64_t damage_area(const Damage *damage);
/* Adds what differs from `before` to `after`. */
void damage_compare(DamageFinder *finder, const Marks *before, const Marks *after,
                    Damage *ret_damage);
void damage_finder_done(DamageFinder *finder);

#endif
