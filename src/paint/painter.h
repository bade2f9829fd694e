#ifndef PAINT_PAINTER_H
#define PAINT_PAINTER_H
/* Draws a display list into pixels: shapes through Cairo, text through SDL_ttf, remembered per
 * string. Its law: the pixels depend on the scene, the transform and the fonts alone;
 * painter_update gives the same bytes as painter_draw, it only does less. In the steady state
 * it asks for no memory. */
#include <stdbool.h>
#include <stdint.h>

#include "paint/damage.h"
#include "paint/fonts.h"
#include "paint/pixels.h"
#include "scene/scene.h"

typedef struct Painter Painter;

/* Draws with `fonts`, which must outlive it. It has no pixels yet. */
Painter *painter_create(Fonts *fonts);
void painter_destroy(Painter *painter);
/* Gives it pixels of its own; false (and nothing changed) where a side is not within 1 to
 * PIXELS_SIDE_LIMIT. The same size again keeps the picture. */
bool painter_resize(Painter *painter, int width, int height);
/* Draws into the caller's memory from now on (an SDL surface's, say), which must outlive the
 * painter or the next such call. Refuses sizes as painter_resize does. */
bool painter_target(Painter *painter, Pixels pixels);
Pixels painter_pixels(const Painter *painter);

/* The largest transform that shows all of `bounds`, centred on the pixels. */
Transform painter_fit(const Painter *painter, Box bounds);
/* Draws everything. Both return the rectangles that may have changed. */
Damage painter_draw(Painter *painter, const Scene *scene, Transform transform);
/* Draws what differs from the scene drawn before; everything where the transform, the
 * background or the pixels are new. */
Damage painter_update(Painter *painter, const Scene *scene, Transform transform);
/* Forgets what was drawn: somebody else wrote into the pixels. */
void painter_forget(Painter *painter);

#endif
