#include "scene/outline.h"

#include <math.h>

/* A cubic curve that follows a quarter of a circle has its control points this far along the
 * tangents. */
static const double CIRCLE = 0.5522847498;
/* A head's base, as a part of its length to either side. */
static const double HEAD_HALF_WIDTH = 0.45;
/* The line goes so far into its head, as a part of the head's length from the tip. */
static const double HEAD_COVER = 0.85;

static Point between(Point from, Point to, double part)
{
    return (Point){from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part};
}

static double distance(Point a, Point b)
{
    /* Exact for the straight runs that most segments are, and cheaper than hypot. */
    if (a.x == b.x)
        return fabs(a.y - b.y);
    if (a.y == b.y)
        return fabs(a.x - b.x);
    return hypot(a.x - b.x, a.y - b.y);
}

static void bend(Pen pen, Point enter, Point corner, Point leave)
{
    pen.line(pen.context, enter);
    pen.curve(pen.context, between(enter, corner, CIRCLE), between(leave, corner, CIRCLE),
              leave);
}

void outline_rect(Pen pen, Box box, double radius)
{
    double right = box.x + box.width, bottom = box.y + box.height;
    double r = fmin(radius, fmin(box.width, box.height) / 2);
    const Point corners[4] = {{right, box.y}, {right, bottom}, {box.x, bottom}, {box.x, box.y}};
    const Point enter[4] = {
        {right - r, box.y}, {right, bottom - r}, {box.x + r, bottom}, {box.x, box.y + r}};
    const Point leave[4] = {
        {right, box.y + r}, {right - r, bottom}, {box.x, bottom - r}, {box.x + r, box.y}};
    pen.move(pen.context, leave[3]);
    for (int i = 0; i < 4; i++) {
        if (r > 0)
            bend(pen, enter[i], corners[i], leave[i]);
        else
            pen.line(pen.context, corners[i]);
    }
}

void outline_path(Pen pen, const Point *points, uint32_t count, double radius, double trim)
{
    if (count < 2)
        return;
    Point end = points[count - 1];
    double last = distance(points[count - 2], end);
    if (trim > 0 && last > 0)
        end = between(end, points[count - 2], fmin(trim / last, 1));
    pen.move(pen.context, points[0]);
    for (uint32_t i = 1; i + 1 < count; i++) {
        Point corner = points[i];
        Point next = i + 2 == count ? end : points[i + 1];
        double before = distance(points[i - 1], corner), after = distance(corner, next);
        /* Two bends share a segment; only the ends of the path are theirs alone. */
        double room = fmin(i == 1 ? before : before / 2, i + 2 == count ? after : after / 2);
        double r = fmin(radius, room);
        if (r > 0)
            bend(pen, between(corner, points[i - 1], r / before), corner,
                 between(corner, next, r / after));
        else
            pen.line(pen.context, corner);
    }
    pen.line(pen.context, end);
}

double outline_trim(double head_size)
{
    return head_size * HEAD_COVER;
}

void outline_head(const Point *points, uint32_t count, double head_size, Point ret_corners[3])
{
    Point tip = points[count - 1];
    Point from = count > 1 ? points[count - 2] : (Point){tip.x - 1, tip.y};
    double length = distance(from, tip);
    Point along = {1, 0};
    if (length > 0)
        along = (Point){(tip.x - from.x) / length, (tip.y - from.y) / length};
    Point base = {tip.x - along.x * head_size, tip.y - along.y * head_size};
    double half = head_size * HEAD_HALF_WIDTH;
    ret_corners[0] = tip;
    ret_corners[1] = (Point){base.x - along.y * half, base.y + along.x * half};
    ret_corners[2] = (Point){base.x + along.y * half, base.y - along.x * half};
}
