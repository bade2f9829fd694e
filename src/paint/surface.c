#include "paint/surface.h"

#include <math.h>
#include <stdlib.h>

#include "base/list.h"
#include "paint/hatch.h"
#include "scene/outline.h"

/* Positions beyond this are off every page; Cairo's numbers end at 8,388,607. */
static const double FAR = 1e6;

void surface_done(Surface *sheet)
{
    free(sheet->points);
    sheet->points = NULL;
    sheet->point_capacity = 0;
}

void surface_set_colour(cairo_t *cairo, Colour colour, double opacity)
{
    cairo_set_source_rgba(cairo, (colour >> 24) / 255.0, (colour >> 16 & 0xFF) / 255.0,
                          (colour >> 8 & 0xFF) / 255.0, (colour & 0xFF) / 255.0 * opacity);
}

static bool visible(Colour colour)
{
    return (colour & 0xFF) != 0;
}

static double pixel_x(const Surface *sheet, double x)
{
    return fmin(fmax(x * sheet->transform.scale + sheet->transform.x, -FAR), FAR);
}

static double pixel_y(const Surface *sheet, double y)
{
    return fmin(fmax(y * sheet->transform.scale + sheet->transform.y, -FAR), FAR);
}

/* Widths go in halves of a pixel: 1, 1.5, 2. A line of 1.5 has one sharp side and one soft one,
 * the same everywhere; finer steps would look different from line to line. */
static double pixel_width(const Surface *sheet, double width)
{
    return fmin(fmax(round(width * sheet->transform.scale * 2) / 2, 1), FAR);
}

/* The middle of a line of a width, such that its upper or left side lies on a pixel boundary.
 */
static double snap_middle(double middle, double width)
{
    return floor(middle - width / 2 + 0.5) + width / 2;
}

PixelRect surface_snap(const Surface *sheet, Box box)
{
    int left = (int)floor(pixel_x(sheet, box.x) + 0.5);
    int top = (int)floor(pixel_y(sheet, box.y) + 0.5);
    int right = (int)floor(pixel_x(sheet, box.x + box.width) + 0.5);
    int bottom = (int)floor(pixel_y(sheet, box.y + box.height) + 0.5);
    /* What is there at all is at least a pixel wide. */
    if (right <= left && box.width > 0)
        right = left + 1;
    if (bottom <= top && box.height > 0)
        bottom = top + 1;
    return (PixelRect){left, top, right - left, bottom - top};
}

static void move_to(void *context, Point point)
{
    cairo_move_to(context, point.x, point.y);
}

static void line_to(void *context, Point point)
{
    cairo_line_to(context, point.x, point.y);
}

static void curve_to(void *context, Point first, Point second, Point end)
{
    cairo_curve_to(context, first.x, first.y, second.x, second.y, end.x, end.y);
}

static Pen cairo_pen(cairo_t *cairo)
{
    return (Pen){cairo, move_to, line_to, curve_to};
}

static void trace_box(cairo_t *cairo, Box box, double radius)
{
    if (radius <= 0) {
        cairo_rectangle(cairo, box.x, box.y, box.width, box.height);
        return;
    }
    outline_rect(cairo_pen(cairo), box, radius);
    cairo_close_path(cairo);
}

void surface_enter_clip(Surface *sheet, PixelRect rect, double radius)
{
    cairo_rectangle(sheet->cairo, rect.x, rect.y, rect.width, rect.height);
    cairo_clip(sheet->cairo);
    /* Drawn aside and laid on as the filling of the shape: Cairo's own clip by a curved path
     * changes the shades of what it cuts. */
    if (radius > 0)
        cairo_push_group(sheet->cairo);
}

void surface_leave_clip(Surface *sheet, PixelRect rect, double radius)
{
    if (radius <= 0)
        return;
    Box box = {rect.x, rect.y, rect.width, rect.height};
    cairo_pop_group_to_source(sheet->cairo);
    trace_box(sheet->cairo, box, radius * sheet->transform.scale);
    cairo_fill(sheet->cairo);
}

static void set_dash(const Surface *sheet, double dash)
{
    double length = dash * sheet->transform.scale;
    cairo_set_dash(sheet->cairo, &length, length > 0.5 ? 1 : 0, 0);
}

/* What a rectangle with a border covers: the line's outer edges lie on pixel boundaries. */
static Box border_middle(const Surface *sheet, Box box, double width)
{
    double half = width / 2;
    double left = snap_middle(pixel_x(sheet, box.x), width);
    double top = snap_middle(pixel_y(sheet, box.y), width);
    double right = floor(pixel_x(sheet, box.x + box.width) + half + 0.5) - half;
    double bottom = floor(pixel_y(sheet, box.y + box.height) + half + 0.5) - half;
    return (Box){left, top, fmax(right - left, 0), fmax(bottom - top, 0)};
}

static Box inset(Box box, double by)
{
    return (Box){box.x + by, box.y + by, fmax(box.width - 2 * by, 0),
                 fmax(box.height - 2 * by, 0)};
}

/* A line of a width along a box. A solid one is the surface between two boxes: it looks like
 * the stroke and takes less time on large pages. */
static void draw_border(Surface *sheet, const Item *item, Box middle, double width)
{
    cairo_t *cairo = sheet->cairo;
    double radius = item->radius * sheet->transform.scale;
    if (item->dash > 0) {
        trace_box(cairo, middle, radius);
        cairo_set_line_width(cairo, width);
        set_dash(sheet, item->dash);
        cairo_stroke(cairo);
        return;
    }
    Box outer = inset(middle, -width / 2), inner = inset(middle, width / 2);
    trace_box(cairo, outer, radius > 0 ? radius + width / 2 : 0);
    trace_box(cairo, inner, fmax(radius - width / 2, 0));
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_fill(cairo);
    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_WINDING);
}

static void draw_rect(Surface *sheet, const Item *item, double opacity)
{
    cairo_t *cairo = sheet->cairo;
    bool bordered = visible(item->stroke) && item->stroke_width > 0;
    double width = bordered ? pixel_width(sheet, item->stroke_width) : 0;
    PixelRect snapped = surface_snap(sheet, item->box);
    Box box = {snapped.x, snapped.y, snapped.width, snapped.height};
    if (bordered)
        box = border_middle(sheet, item->box, width);
    double radius = item->radius * sheet->transform.scale;
    if (visible(item->fill)) {
        trace_box(cairo, box, radius);
        surface_set_colour(cairo, item->fill, opacity);
        cairo_fill(cairo);
    }
    if (visible(item->hatch)) {
        surface_set_colour(cairo, item->hatch, opacity);
        hatch_draw(cairo, box, radius, item->hatch_gap * sheet->transform.scale);
    }
    if (bordered) {
        surface_set_colour(cairo, item->stroke, opacity);
        draw_border(sheet, item, box, width);
    }
}

static void draw_dot(Surface *sheet, const Item *item, double opacity)
{
    cairo_t *cairo = sheet->cairo;
    /* On halves of a pixel a circle is symmetrical. */
    double x = floor(pixel_x(sheet, item->box.x) * 2 + 0.5) / 2;
    double y = floor(pixel_y(sheet, item->box.y) * 2 + 0.5) / 2;
    cairo_new_path(cairo);
    cairo_arc(cairo, x, y, item->box.width * sheet->transform.scale, 0, 2 * acos(-1));
    cairo_close_path(cairo);
    surface_set_colour(cairo, item->fill, opacity);
    if (visible(item->fill))
        cairo_fill_preserve(cairo);
    if (visible(item->stroke) && item->stroke_width > 0) {
        surface_set_colour(cairo, item->stroke, opacity);
        cairo_set_line_width(cairo, item->stroke_width * sheet->transform.scale);
        set_dash(sheet, item->dash);
        cairo_stroke_preserve(cairo);
    }
    cairo_new_path(cairo);
}

/* The item's points in pixels, those of upright and level segments moved to where the line is
 * crisp. */
static const Point *place_points(Surface *sheet, const Item *item, double width)
{
    sheet->points =
        list_reserve(sheet->points, &sheet->point_capacity, item->point_count, sizeof(Point));
    const Point *from = item->points;
    Point *to = sheet->points;
    for (uint32_t i = 0; i < item->point_count; i++)
        to[i] = (Point){pixel_x(sheet, from[i].x), pixel_y(sheet, from[i].y)};
    for (uint32_t i = 0; width > 0 && i + 1 < item->point_count; i++) {
        bool upright = from[i].x == from[i + 1].x, level = from[i].y == from[i + 1].y;
        if (upright && !level)
            to[i].x = to[i + 1].x = snap_middle(pixel_x(sheet, from[i].x), width);
        if (level && !upright)
            to[i].y = to[i + 1].y = snap_middle(pixel_y(sheet, from[i].y), width);
    }
    return to;
}

/* A plain straight line: its ends lie on pixel boundaries too. */
static void place_ends(const Item *item, Point *points)
{
    if (item->point_count != 2 || item->head)
        return;
    for (int i = 0; i < 2; i++) {
        if (item->points[0].y == item->points[1].y)
            points[i].x = floor(points[i].x + 0.5);
        else if (item->points[0].x == item->points[1].x)
            points[i].y = floor(points[i].y + 0.5);
    }
}

static void draw_head(Surface *sheet, const Item *item, const Point *points, double opacity)
{
    cairo_t *cairo = sheet->cairo;
    Point corners[3];
    outline_head(points, item->point_count, item->head_size * sheet->transform.scale, corners);
    cairo_new_path(cairo);
    for (int i = 0; i < 3; i++)
        cairo_line_to(cairo, corners[i].x, corners[i].y);
    cairo_close_path(cairo);
    surface_set_colour(cairo, visible(item->fill) ? item->fill : item->stroke, opacity);
    cairo_fill(cairo);
}

static void draw_path(Surface *sheet, const Item *item, double opacity)
{
    if (item->point_count < 2)
        return;
    cairo_t *cairo = sheet->cairo;
    double scale = sheet->transform.scale, width = pixel_width(sheet, item->stroke_width);
    place_points(sheet, item, width);
    place_ends(item, sheet->points);
    double trim = item->head ? outline_trim(item->head_size * scale) : 0;
    cairo_new_path(cairo);
    outline_path(cairo_pen(cairo), sheet->points, item->point_count, item->radius * scale,
                 trim);
    surface_set_colour(cairo, item->stroke, opacity);
    cairo_set_line_width(cairo, width);
    set_dash(sheet, item->dash);
    cairo_stroke(cairo);
    if (item->head)
        draw_head(sheet, item, sheet->points, opacity);
}

static void draw_area(Surface *sheet, const Item *item, double opacity)
{
    cairo_t *cairo = sheet->cairo;
    const Point *points = place_points(sheet, item, 0);
    cairo_new_path(cairo);
    for (uint32_t i = 0; i < item->point_count; i++)
        cairo_line_to(cairo, points[i].x, points[i].y);
    cairo_close_path(cairo);
    surface_set_colour(cairo, item->fill, opacity);
    if (visible(item->fill))
        cairo_fill_preserve(cairo);
    if (visible(item->stroke) && item->stroke_width > 0) {
        surface_set_colour(cairo, item->stroke, opacity);
        cairo_set_line_width(cairo, item->stroke_width * sheet->transform.scale);
        set_dash(sheet, item->dash);
        cairo_stroke_preserve(cairo);
    }
    cairo_new_path(cairo);
}

/* Where a line of text begins: its left end and its baseline, in pixels. */
static Point text_start(const Surface *sheet, const Item *item, const Ink *ink)
{
    /* The ink's own width, which stands in where the item tells none. */
    Item placed = *item;
    placed.box.width = ink->width / sheet->transform.scale;
    return (Point){pixel_x(sheet, scene_text_left(&placed)),
                   floor(pixel_y(sheet, item->box.y) + 0.5)};
}

static PixelRect part_place(const InkPart *part, Point start)
{
    return (PixelRect){(int)floor(start.x + part->x + 0.5), (int)start.y + part->y, part->width,
                       part->height};
}

static PixelRect strike_place(const Surface *sheet, const Item *item, Point start, double width)
{
    double size = item->box.height * sheet->transform.scale;
    int left = (int)floor(start.x + 0.5), right = (int)floor(start.x + width + 0.5);
    int thickness = (int)fmax(floor(size * OUTLINE_STRIKE_WEIGHT + 0.5), 1);
    int top = (int)floor(start.y - size * OUTLINE_STRIKE_HEIGHT - thickness / 2.0 + 0.5);
    return (PixelRect){left, top, right - left, thickness};
}

static void draw_text(Surface *sheet, const Item *item, const Ink *ink, double opacity)
{
    cairo_t *cairo = sheet->cairo;
    Point start = text_start(sheet, item, ink);
    surface_set_colour(cairo, item->fill, opacity);
    for (uint32_t i = 0; i < ink->part_count; i++) {
        const InkPart *part = &ink->parts[i];
        PixelRect place = part_place(part, start);
        if (part->colour) {
            cairo_set_source_surface(cairo, part->surface, place.x, place.y);
            cairo_paint_with_alpha(cairo, opacity * (item->fill & 0xFF) / 255.0);
            surface_set_colour(cairo, item->fill, opacity);
        } else {
            cairo_mask_surface(cairo, part->surface, place.x, place.y);
        }
    }
    if (item->strike) {
        PixelRect line = strike_place(sheet, item, start, ink->width);
        cairo_rectangle(cairo, line.x, line.y, line.width, line.height);
        cairo_fill(cairo);
    }
}

static void draw_kind(Surface *sheet, const Item *item, const Ink *ink, double opacity)
{
    switch (item->kind) {
    case ITEM_RECT:
        draw_rect(sheet, item, opacity);
        break;
    case ITEM_PATH:
        draw_path(sheet, item, opacity);
        break;
    case ITEM_DOT:
        draw_dot(sheet, item, opacity);
        break;
    case ITEM_AREA:
        draw_area(sheet, item, opacity);
        break;
    case ITEM_TEXT:
        draw_text(sheet, item, ink, opacity);
        break;
    case ITEM_CLIP:
    case ITEM_UNCLIP:
        break;
    }
}

/* Whether an item lays one colour over another of its own, which opacity must not let shine
 * through. */
static bool overlaps_itself(const Item *item)
{
    switch (item->kind) {
    case ITEM_RECT:
        return visible(item->fill) + visible(item->stroke) + visible(item->hatch) > 1;
    case ITEM_PATH:
        return item->head;
    case ITEM_DOT:
    case ITEM_AREA:
        return visible(item->fill) && visible(item->stroke);
    case ITEM_TEXT:
        return item->strike;
    case ITEM_CLIP:
    case ITEM_UNCLIP:
        return false;
    }
    return false;
}

void surface_draw(Surface *sheet, const Item *item, const Ink *ink)
{
    if (item->opacity <= 0)
        return;
    if (item->opacity >= 1 || !overlaps_itself(item)) {
        draw_kind(sheet, item, ink, fmin(item->opacity, 1));
        return;
    }
    cairo_t *cairo = sheet->cairo;
    PixelRect bounds = surface_bounds(sheet, item, ink);
    cairo_save(cairo);
    cairo_rectangle(cairo, bounds.x, bounds.y, bounds.width, bounds.height);
    cairo_clip(cairo);
    cairo_push_group(cairo);
    draw_kind(sheet, item, ink, 1);
    cairo_pop_group_to_source(cairo);
    cairo_paint_with_alpha(cairo, item->opacity);
    cairo_restore(cairo);
}

static int whole(double position)
{
    return (int)fmin(fmax(position, -2 * FAR), 2 * FAR);
}

/* The whole pixels around a box, and one more on each side for antialiasing and snapping. */
static PixelRect around(double left, double top, double right, double bottom)
{
    int x = whole(floor(left)) - 1, y = whole(floor(top)) - 1;
    return (PixelRect){x, y, whole(ceil(right)) + 1 - x, whole(ceil(bottom)) + 1 - y};
}

static PixelRect point_bounds(const Surface *sheet, const Item *item, double margin)
{
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
    for (uint32_t i = 0; i < item->point_count; i++) {
        double x = pixel_x(sheet, item->points[i].x), y = pixel_y(sheet, item->points[i].y);
        left = fmin(left, x);
        right = fmax(right, x);
        top = fmin(top, y);
        bottom = fmax(bottom, y);
    }
    if (item->point_count == 0)
        return (PixelRect){0, 0, 0, 0};
    return around(left - margin, top - margin, right + margin, bottom + margin);
}

static PixelRect text_bounds(const Surface *sheet, const Item *item, const Ink *ink)
{
    Point start = text_start(sheet, item, ink);
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
    uint32_t places = ink->part_count + (item->strike ? 1 : 0);
    for (uint32_t i = 0; i < places; i++) {
        PixelRect place = i < ink->part_count ? part_place(&ink->parts[i], start)
                                              : strike_place(sheet, item, start, ink->width);
        left = fmin(left, place.x);
        top = fmin(top, place.y);
        right = fmax(right, place.x + place.width);
        bottom = fmax(bottom, place.y + place.height);
    }
    return places > 0 ? around(left, top, right, bottom) : (PixelRect){0, 0, 0, 0};
}

PixelRect surface_bounds(const Surface *sheet, const Item *item, const Ink *ink)
{
    double scale = sheet->transform.scale;
    double x = pixel_x(sheet, item->box.x), y = pixel_y(sheet, item->box.y);
    double line = visible(item->stroke) ? pixel_width(sheet, item->stroke_width) : 0;
    switch (item->kind) {
    case ITEM_RECT:
        return around(x - line, y - line, x + item->box.width * scale + line,
                      y + item->box.height * scale + line);
    case ITEM_PATH:
        return point_bounds(sheet, item, line + (item->head ? item->head_size * scale : 0));
    case ITEM_DOT: {
        double reach = item->box.width * scale + line;
        return around(x - reach, y - reach, x + reach, y + reach);
    }
    case ITEM_AREA:
        /* A mitred corner reaches further than its line is wide. */
        return point_bounds(sheet, item, line * 5);
    case ITEM_TEXT:
        return text_bounds(sheet, item, ink);
    case ITEM_CLIP:
    case ITEM_UNCLIP:
        break;
    }
    return (PixelRect){0, 0, 0, 0};
}
