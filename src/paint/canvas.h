#ifndef PAINT_CANVAS_H
#define PAINT_CANVAS_H
/* One item of a display list onto a Cairo surface, and the pixels that it can touch. Its law:
 * straight edges lie on pixel boundaries, whatever the scale, so that lines stay crisp. */
#include <cairo.h>
#include <stdbool.h>

#include "paint/ink.h"
#include "paint/pixels.h"
#include "scene/scene.h"

/* Zero, then filled by its holder. */
typedef struct Canvas {
    cairo_t *cairo;
    Transform transform;
    Point *points; /* scratch: an item's points in pixels */
    size_t point_capacity;
} Canvas;

void canvas_done(Canvas *canvas);
/* A box whose edges are moved to the nearest pixel boundaries. */
PixelRect canvas_snap(const Canvas *canvas, Box box);
/* Every pixel that drawing the item can change; empty for clips. `ink`: a text's, else NULL. */
PixelRect canvas_bounds(const Canvas *canvas, const Item *item, const Ink *ink);
void canvas_draw(Canvas *canvas, const Item *item, const Ink *ink);
/* Cuts what is drawn between the two to a rounded rectangle; the caller saves and restores
 * Cairo's state around both. */
void canvas_enter_clip(Canvas *canvas, PixelRect rect, double radius);
void canvas_leave_clip(Canvas *canvas, PixelRect rect, double radius);
void canvas_set_colour(cairo_t *cairo, Colour colour, double opacity);

#endif
