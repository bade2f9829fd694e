#ifndef BASE_REGION_H
#define BASE_REGION_H
/* A bump allocator: everything made for one lifetime (a program, a trace, a picture) is
 * released at once. Zero is an empty Region. */
#include <stddef.h>

#include "base/text.h"

typedef struct RegionBlock RegionBlock;
typedef struct Region {
    RegionBlock *blocks; /* the newest first */
} Region;

/* Zeroed memory of `size` bytes, 16-byte aligned; it lives until region_done or region_clear.
 */
void *region_allocate(Region *region, size_t size);
/* A copy of `length` bytes with one NUL byte behind them. */
char *region_copy(Region *region, const char *bytes, size_t length);
/* A copy as a slice. */
Slice region_slice(Region *region, Slice slice);
/* A formatted C string. */
char *region_format(Region *region, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Forgets everything but keeps the newest block for reuse, so that a steady user stops asking
 * the host for memory. */
void region_clear(Region *region);
void region_done(Region *region);

#endif
