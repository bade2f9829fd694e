#ifndef PAINT_PIXELS_H
#define PAINT_PIXELS_H
/* A picture in memory and rectangles in it. A pixel is 0xAARRGGBB in the machine's byte order,
 * colour premultiplied by alpha: Cairo's ARGB32 and SDL's ARGB8888. On an opaque ground alpha
 * is 255 everywhere. */
#include <stddef.h>
#include <stdint.h>

/* A picture's largest side. */
enum { PIXELS_SIDE_LIMIT = 16384 };

typedef struct Pixels {
    uint32_t *data;
    int width, height;
    size_t stride; /* bytes from a row to the next: a multiple of 4 */
} Pixels;

typedef struct PixelRect {
    int x, y, width, height;
} PixelRect;

/* A scene unit becomes `scale` pixels; the scene's origin lies at pixel (x, y). */
typedef struct Transform {
    double scale, x, y;
} Transform;

#endif
