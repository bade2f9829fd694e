#ifndef PAINT_HATCH_H
#define PAINT_HATCH_H
/* Diagonal lines in a rounded box, from the box's own corner, so that they move with it. Its
 * law: they end inside of the box by themselves; a clip would change shades (see
 * surface_enter_clip). */
#include <cairo.h>

#include "scene/scene.h"

/* Box, radius and the gap between lines are in pixels; the colour is Cairo's present source. */
void hatch_draw(cairo_t *cairo, Box box, double radius, double gap);

#endif
