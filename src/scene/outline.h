#ifndef SCENE_OUTLINE_H
#define SCENE_OUTLINE_H
/* The geometry that every backend must agree on: rounded rectangles, polylines with rounded
 * bends and arrow heads, told as pen strokes. It knows no unit: callers hand in scene units or
 * pixels. */
#include "scene/scene.h"

/* A hatch line's width as a part of the gap between lines. */
static const double OUTLINE_HATCH_WEIGHT = 0.2;
/* A line through a text: its middle over the baseline and its thickness, in ems. */
static const double OUTLINE_STRIKE_HEIGHT = 0.3, OUTLINE_STRIKE_WEIGHT = 0.07;

/* What is told: start at a point, a straight line to one, a cubic curve to `end`. */
typedef struct Pen {
    void *context;
    void (*move)(void *context, Point point);
    void (*line)(void *context, Point point);
    void (*curve)(void *context, Point first, Point second, Point end);
} Pen;

/* A closed rounded rectangle (it returns to its first point); the radius is cut to half its
 * sides. */
void outline_rect(Pen pen, Box box, double radius);
/* A polyline of which each inner point is rounded by `radius`, or as much as its neighbours
 * leave room for; `trim` is taken off its end (outline_trim tells how much an arrow head
 * covers). */
void outline_path(Pen pen, const Point *points, uint32_t count, double radius, double trim);
/* The length that a path's line stays behind the tip of its head, so that it ends inside the
 * head. */
double outline_trim(double head_size);
/* The head's corners: the tip at the last point, then the two of its base. */
void outline_head(const Point *points, uint32_t count, double head_size, Point ret_corners[3]);

#endif
