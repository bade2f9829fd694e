#include "paint/hatch.h"

#include <math.h>
#include <stdbool.h>

#include "scene/outline.h"

/* Closer lines would be a plain surface. */
static const double GAP_LEAST = 3;

/* Whether a point lies in a rounded box. */
static bool rounded_holds(Box box, double radius, Point point)
{
    radius = fmin(radius, fmin(box.width, box.height) / 2);
    double middle_x = box.x + box.width / 2, middle_y = box.y + box.height / 2;
    double past_x = fabs(point.x - middle_x) - (box.width / 2 - radius);
    double past_y = fabs(point.y - middle_y) - (box.height / 2 - radius);
    if (past_x <= 0 || past_y <= 0)
        return past_x <= radius && past_y <= radius;
    return past_x * past_x + past_y * past_y <= radius * radius;
}

/* The last point of a line from `inside` towards `outside` that is in a rounded box: by
 * halving. */
static Point find_border(Box box, double radius, Point inside, Point outside)
{
    for (int i = 0; i < 16; i++) {
        Point middle = {(inside.x + outside.x) / 2, (inside.y + outside.y) / 2};
        if (rounded_holds(box, radius, middle))
            inside = middle;
        else
            outside = middle;
    }
    return inside;
}

void hatch_draw(cairo_t *cairo, Box box, double radius, double gap)
{
    gap = fmax(gap, GAP_LEAST);
    double width = gap * OUTLINE_HATCH_WEIGHT, step = gap * sqrt(2);
    Box inner = {box.x + width / 2, box.y + width / 2, box.width - width, box.height - width};
    if (inner.width <= 0 || inner.height <= 0)
        return;
    for (double at = step / 2; at < inner.width + inner.height; at += step) {
        /* The line from the upper or right side to the left or lower one. */
        double over_x = fmax(at - inner.width, 0), over_y = fmax(at - inner.height, 0);
        Point start = {inner.x + at - over_x, inner.y + over_x};
        Point end = {inner.x + over_y, inner.y + at - over_y};
        Point middle = {(start.x + end.x) / 2, (start.y + end.y) / 2};
        if (!rounded_holds(inner, radius, middle))
            continue;
        start = find_border(inner, radius, middle, start);
        end = find_border(inner, radius, middle, end);
        cairo_move_to(cairo, start.x, start.y);
        cairo_line_to(cairo, end.x, end.y);
    }
    cairo_set_dash(cairo, NULL, 0, 0);
    cairo_set_line_width(cairo, width);
    cairo_stroke(cairo);
}
