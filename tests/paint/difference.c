#include "difference.h"

#include <stdlib.h>

#include "base/memory.h"
#include "paint/damage.h"

static uint32_t pixel_at(Pixels pixels, int x, int y)
{
    const char *row = (const char *)pixels.data + (size_t)y * pixels.stride;
    return ((const uint32_t *)(const void *)row)[x];
}

static int distance(uint32_t a, uint32_t b)
{
    int largest = 0;
    for (int shift = 0; shift < 32; shift += 8) {
        int apart = abs((int)(a >> shift & 0xFF) - (int)(b >> shift & 0xFF));
        largest = apart > largest ? apart : largest;
    }
    return largest;
}

Difference difference_find(Pixels a, Pixels b, int tolerance)
{
    Difference found = {0};
    if (a.width != b.width || a.height != b.height)
        return (Difference){SIZE_MAX, 255, {0, 0, a.width, a.height}};
    for (int y = 0; y < a.height; y++) {
        for (int x = 0; x < a.width; x++) {
            int apart = distance(pixel_at(a, x, y), pixel_at(b, x, y));
            found.largest = apart > found.largest ? apart : found.largest;
            if (apart <= tolerance)
                continue;
            found.count++;
            found.around = rect_unite(found.around, (PixelRect){x, y, 1, 1});
        }
    }
    return found;
}

static uint32_t faded(uint32_t pixel)
{
    uint32_t grey = ((pixel >> 16 & 0xFF) + (pixel >> 8 & 0xFF) + (pixel & 0xFF)) / 3;
    grey = 192 + grey / 4;
    return 0xFF000000U | grey << 16 | grey << 8 | grey;
}

Pixels difference_picture(Pixels a, Pixels b, int tolerance)
{
    Pixels picture = {NULL, b.width, b.height, (size_t)b.width * sizeof(uint32_t)};
    picture.data = memory_allocate(picture.stride * (size_t)b.height);
    for (int y = 0; y < b.height; y++) {
        for (int x = 0; x < b.width; x++) {
            uint32_t pixel = pixel_at(b, x, y);
            bool differs = distance(pixel_at(a, x, y), pixel) > tolerance;
            picture.data[(size_t)y * (size_t)b.width + (size_t)x] =
                differs ? 0xFFFF0000U : faded(pixel);
        }
    }
    return picture;
}
