#include "view/brush.h"

#include "view/typeset.h"

static Box through(const Brush *brush, Box box)
{
    return (Box){brush->shift.x + box.x * brush->zoom, brush->shift.y + box.y * brush->zoom,
                 box.width * brush->zoom, box.height * brush->zoom};
}

static Point through_point(const Brush *brush, Point point)
{
    return (Point){brush->shift.x + point.x * brush->zoom,
                   brush->shift.y + point.y * brush->zoom};
}

Item *brush_rect(const Brush *brush, ItemId id, Box box, double radius, Colour fill)
{
    Item *item = scene_rect(brush->scene, id, through(brush, box), radius * brush->zoom, fill);
    item->opacity = brush->opacity;
    return item;
}

Item *brush_frame(const Brush *brush, ItemId id, Box box, double radius, Colour fill,
                  Colour stroke, double width)
{
    Item *item = brush_rect(brush, id, box, radius, fill);
    item->stroke = stroke;
    item->stroke_width = width * brush->zoom;
    return item;
}

Item *brush_dot(const Brush *brush, ItemId id, Point centre, double radius, Colour fill)
{
    Item *item =
        scene_dot(brush->scene, id, through_point(brush, centre), radius * brush->zoom, fill);
    item->opacity = brush->opacity;
    return item;
}

Item *brush_path(const Brush *brush, ItemId id, const Point *points, uint32_t count,
                 double radius, Colour stroke, double width)
{
    Point *seen = region_allocate(brush->region, (count + 1) * sizeof(Point));
    for (uint32_t i = 0; i < count; i++)
        seen[i] = through_point(brush, points[i]);
    Item *item = scene_path(brush->scene, id, seen, count, radius * brush->zoom, stroke,
                            width * brush->zoom);
    item->opacity = brush->opacity;
    return item;
}

double brush_text(const Brush *brush, ItemId id, Point baseline, Slice text, TextStyle style,
                  double most)
{
    if (most > 0)
        text = typeset_cut(brush->region, brush->measure, text, style.font, style.size, most);
    double width = brush_width(brush, text, style.font, style.size);
    Item *item = scene_text(brush->scene, id, through_point(brush, baseline), text, style.font,
                            style.size * brush->zoom, width * brush->zoom, style.fill);
    item->anchor = style.anchor;
    item->strike = style.strike;
    item->opacity = brush->opacity;
    return width;
}

double brush_width(const Brush *brush, Slice text, FontFace font, double size)
{
    return typeset_width(brush->measure, text, font, size);
}
