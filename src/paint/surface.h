#ifndef PAINT_SURFACE_H
#define PAINT_SURFACE_H
/* One item of a display list onto a Cairo surface, and the pixels that it can touch. Its law:
 * straight edges lie on pixel boundaries, whatever the scale, so that lines stay crisp. */
#include <cairo.h>
#include <stdbool.h>

#include "paint/ink.h"
#include "paint/pixels.h"
#include "scene/scene.h"

/* Zero, then filled by its holder. */
typedef struct Surface {
    cairo_t *cairo;
    Transform transform;
    Point *points; /* scratch: an item's points in pixels */
    size_t point_capacity;
} Surface;

void surface_done(Surface *surface);
/* A box whose edges are moved to the nearest pixel boundaries. */
PixelRect surface_snap(const Surface *surface, Box box);
/* Every pixel that drawing the item can change; empty for clips. `ink`: a text's, else NULL. */
PixelRect surface_bounds(const Surface *surface, const Item *item, const Ink *ink);
void surface_draw(Surface *surface, const Item *item, const Ink *ink);
/* Cuts what is drawn between the two to a rounded rectangle; the caller saves and restores
 * Cairo's state around both. */
void surface_enter_clip(Surface *surface, PixelRect rect, double radius);
void surface_leave_clip(Surface *surface, PixelRect rect, double radius);
void surface_set_colour(cairo_t *cairo, Colour colour, double opacity);

#endif
