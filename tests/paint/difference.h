#ifndef TESTS_DIFFERENCE_H
#define TESTS_DIFFERENCE_H
/* Compares two pictures and draws where they differ, so that a person can see at once what
 * moved. */
#include "paint/pixels.h"

typedef struct Difference {
    size_t count; /* pixels that differ by more than the tolerance */
    int largest;  /* over all channels */
    PixelRect around;
} Difference;

/* Pictures of different sizes differ everywhere. */
Difference difference_find(Pixels a, Pixels b, int tolerance);
/* `b` in pale grey with the differing pixels red; `data` is the caller's (free()). The sizes
 * agree. */
Pixels difference_picture(Pixels a, Pixels b, int tolerance);

#endif
