#include "scene/scene.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"

/* How far from a path or a small dot a pointer may be and still mean it, in units. */
static const double PICK_REACH = 4;

void scene_clear(Scene *scene, Box bounds, Colour background)
{
    region_clear(&scene->region);
    scene->count = 0;
    scene->bounds = bounds;
    scene->background = background;
}

void scene_done(Scene *scene)
{
    region_done(&scene->region);
    free(scene->items);
    *scene = (Scene){0};
}

static Item *add(Scene *scene, ItemKind kind, ItemId id)
{
    scene->items = list_reserve(scene->items, &scene->capacity, scene->count + 1, sizeof(Item));
    Item *item = &scene->items[scene->count++];
    /* Unused space between fields too: equal items are then equal bytes. */
    memset(item, 0, sizeof(Item));
    item->kind = kind;
    item->id = id;
    item->opacity = 1;
    return item;
}

static const Point *copy_points(Scene *scene, const Point *points, uint32_t count)
{
    if (count == 0)
        return NULL;
    Point *copy = region_allocate(&scene->region, count * sizeof(Point));
    memcpy(copy, points, count * sizeof(Point));
    return copy;
}

Item *scene_rect(Scene *scene, ItemId id, Box box, double radius, Colour fill)
{
    Item *item = add(scene, ITEM_RECT, id);
    item->box = box;
    item->radius = radius;
    item->fill = fill;
    return item;
}

Item *scene_path(Scene *scene, ItemId id, const Point *points, uint32_t count, double radius,
                 Colour stroke, double width)
{
    Item *item = add(scene, ITEM_PATH, id);
    item->points = copy_points(scene, points, count);
    item->point_count = count;
    item->radius = radius;
    item->stroke = stroke;
    item->stroke_width = width;
    return item;
}

Item *scene_area(Scene *scene, ItemId id, const Point *points, uint32_t count, Colour fill)
{
    Item *item = add(scene, ITEM_AREA, id);
    item->points = copy_points(scene, points, count);
    item->point_count = count;
    item->fill = fill;
    return item;
}

Item *scene_dot(Scene *scene, ItemId id, Point centre, double radius, Colour fill)
{
    Item *item = add(scene, ITEM_DOT, id);
    item->box = (Box){.x = centre.x, .y = centre.y, .width = radius};
    item->fill = fill;
    return item;
}

Item *scene_text(Scene *scene, ItemId id, Point baseline, Slice text, FontFace font,
                 double size, double width, Colour fill)
{
    Item *item = add(scene, ITEM_TEXT, id);
    item->box = (Box){baseline.x, baseline.y, width, size};
    item->text = region_slice(&scene->region, text);
    item->font = font;
    item->fill = fill;
    return item;
}

void scene_clip(Scene *scene, Box box, double radius)
{
    Item *item = add(scene, ITEM_CLIP, (ItemId){0});
    item->box = box;
    item->radius = radius;
}

void scene_unclip(Scene *scene)
{
    add(scene, ITEM_UNCLIP, (ItemId){0});
}

double scene_text_left(const Item *item)
{
    switch (item->anchor) {
    case ANCHOR_START:
        return item->box.x;
    case ANCHOR_MIDDLE:
        return item->box.x - item->box.width / 2;
    case ANCHOR_END:
        return item->box.x - item->box.width;
    }
    return item->box.x;
}

static bool box_holds(Box box, Point point)
{
    return point.x >= box.x && point.x < box.x + box.width && point.y >= box.y &&
           point.y < box.y + box.height;
}

static double distance_to_segment(Point point, Point a, Point b)
{
    double dx = b.x - a.x, dy = b.y - a.y;
    double square = dx * dx + dy * dy;
    double along = 0;
    if (square > 0)
        along = ((point.x - a.x) * dx + (point.y - a.y) * dy) / square;
    along = fmin(fmax(along, 0), 1);
    return hypot(point.x - (a.x + along * dx), point.y - (a.y + along * dy));
}

static bool path_is_near(const Item *item, Point point)
{
    double reach = PICK_REACH + item->stroke_width / 2;
    for (uint32_t i = 1; i < item->point_count; i++) {
        if (distance_to_segment(point, item->points[i - 1], item->points[i]) <= reach)
            return true;
    }
    return false;
}

/* The even-odd rule: a ray to the right crosses the outline an odd number of times. */
static bool area_holds(const Item *item, Point point)
{
    bool inside = false;
    for (uint32_t i = 0; i < item->point_count; i++) {
        Point a = item->points[i], b = item->points[(i + 1) % item->point_count];
        if ((a.y > point.y) == (b.y > point.y))
            continue;
        if (point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x))
            inside = !inside;
    }
    return inside;
}

static bool text_holds(const Item *item, Point point)
{
    double size = item->box.height;
    Box box = {scene_text_left(item), item->box.y - 0.8 * size, item->box.width, 1.05 * size};
    return box_holds(box, point);
}

static bool item_holds(const Item *item, Point point)
{
    switch (item->kind) {
    case ITEM_RECT:
        return box_holds(item->box, point);
    case ITEM_PATH:
        return path_is_near(item, point);
    case ITEM_DOT:
        return hypot(point.x - item->box.x, point.y - item->box.y) <=
               fmax(item->box.width, PICK_REACH);
    case ITEM_AREA:
        return area_holds(item, point);
    case ITEM_TEXT:
        return text_holds(item, point);
    case ITEM_CLIP:
    case ITEM_UNCLIP:
        return false;
    }
    return false;
}

const Item *scene_pick(const Scene *scene, Point point)
{
    const Item *found = NULL;
    uint32_t depth = 0,
             hidden = 0; /* hidden: the depth of the outermost clip that excludes the point */
    for (uint32_t i = 0; i < scene->count; i++) {
        const Item *item = &scene->items[i];
        if (item->kind == ITEM_CLIP) {
            depth++;
            if (hidden == 0 && !box_holds(item->box, point))
                hidden = depth;
        } else if (item->kind == ITEM_UNCLIP) {
            if (hidden == depth)
                hidden = 0;
            if (depth > 0)
                depth--;
        } else if (hidden == 0 && item->id.kind != 0 && item_holds(item, point)) {
            found = item;
        }
    }
    return found;
}
