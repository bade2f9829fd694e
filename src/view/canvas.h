#ifndef VIEW_CANVAS_H
#define VIEW_CANVAS_H
/* Stack, heap bands and arrows: names → containers → plain values. The layout is computed once
 * over the whole recording: a card has one place in each band that its object visits, and an
 * arrow keeps its track. Law: drawing the same moment gives the same items, whichever way the
 * cursor came. */
#include "view/moment.h"
#include "view/theme.h"

typedef struct Canvas Canvas;

typedef struct CanvasOptions {
    const Trace *trace;
    Measure measure;
    double width, height; /* of the area it is made for: the layout is shaped to fit into it */
    bool inline_small;    /* ints, short strings, None … drawn in the slots that hold them */
} CanvasOptions;

Canvas *canvas_create(const CanvasOptions *options);
void canvas_destroy(Canvas *canvas);
/* The same recording for an area of another size. */
void canvas_reshape(Canvas *canvas, double width, double height);
/* Is nothing set smaller than usual, and nothing folded? */
bool canvas_is_roomy(const Canvas *canvas);
/* How much of its width it has no use for. */
double canvas_spare(const Canvas *canvas);
/* The whole layout's size in units, at zoom 1. */
Box canvas_bounds(const Canvas *canvas);
/* Where the living things are at a moment; for F (fit) and for following. */
Box canvas_living(const Canvas *canvas, const Moment *moment);
/* Appends the canvas at this moment, clipped to `area`, seen through the camera. */
void canvas_draw(Canvas *canvas, const Moment *moment, const Theme *theme, Box area,
                 Camera camera, Scene *scene);

#endif
