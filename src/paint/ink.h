#ifndef PAINT_INK_H
#define PAINT_INK_H
/* Lines of text as coverage, drawn by SDL_ttf once per string, face and pixel size and kept.
 * Colour comes later, so that one ink serves every colour. Its law: drawn at the final size,
 * never scaled (but for ready-made colour pictures). Coverage has sixteen levels: it looks the
 * same and packs better. */
#include <cairo.h>

#include "paint/fonts.h"

typedef struct InkPart {
    cairo_surface_t *surface; /* coverage (A8), or a colour picture */
    bool colour;
    double x; /* left edge, in pixels from the line's start */
    int y;    /* top edge, in pixels from the baseline */
    int width, height;
} InkPart;

typedef struct Ink {
    InkPart *parts;
    uint32_t part_count;
    double width; /* of the line, in pixels */
} Ink;

typedef struct InkCache InkCache;

InkCache *ink_create(Fonts *fonts);
void ink_destroy(InkCache *cache);
/* A new frame begins: where the cache has grown past its bound, what the last frame did not use
 * goes. */
void ink_begin(InkCache *cache);
/* The ink of a line of `pixels` to the em, fitted to `width` pixels (0: as wide as it is).
 * Valid until the next ink_begin. */
const Ink *ink_find(InkCache *cache, Slice text, FontFace face, double pixels, double width);

#endif
