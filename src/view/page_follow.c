#include "view/page_follow.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "view/metrics.h"

/* The canvas's smallest type is not shrunk below SIZE_SMALLEST. */
static const double CANVAS_SMALLEST = 15;
/* Where not everything fits: the view moves on by this share of its length. */
static const double STRIDE = 1.0 / 3;
/* Around what changed. */
static const double MARGIN = 40;

static double least_zoom(void)
{
    return SIZE_SMALLEST / CANVAS_SMALLEST;
}

/* The zoom at which a box fits into the area, not larger than life. */
static double fitting_zoom(Box box, Box area)
{
    double zoom = 1;
    if (box.width > 0)
        zoom = fmin(zoom, area.width / box.width);
    if (box.height > 0)
        zoom = fmin(zoom, area.height / box.height);
    return zoom;
}

/* --- what changed --- */

/* Marks, by id, the objects that the Changes of the moment touched. */
static uint8_t *mark_touched(const Moment *moment)
{
    const Trace *trace = moment->cursor->trace;
    uint8_t *marks = memory_allocate(trace->object_end);
    for (uint32_t i = moment->since; i < moment->cursor->change; i++) {
        const Change *change = trace_change(trace, i);
        bool refers = change->kind == CHANGE_SLOT || change->kind == CHANGE_STORE ||
                      change->kind == CHANGE_REFERENCE;
        bool counts = refers || change->kind == CHANGE_CREATE || change->kind == CHANGE_DEATH ||
                      change->kind == CHANGE_SPLICE;
        if (counts)
            marks[change->target] = 1;
        if (refers && change->before < trace->object_end)
            marks[change->before] = 1;
        if (refers && change->after < trace->object_end)
            marks[change->after] = 1;
    }
    return marks;
}

static Box joined(Box a, Box b)
{
    if (a.width <= 0)
        return b;
    double left = fmin(a.x, b.x), top = fmin(a.y, b.y);
    return (Box){left, top, fmax(a.x + a.width, b.x + b.width) - left,
                 fmax(a.y + a.height, b.y + b.height) - top};
}

/* The cards of those objects, on the canvas; width 0: none is drawn. */
static Box changed_box(Canvas *canvas, const Moment *moment, Box all)
{
    Scene scene = {0};
    Theme theme = {0};
    Box changed = {0};
    uint8_t *touched = mark_touched(moment);
    scene_clear(&scene, all, 0);
    canvas_draw(canvas, moment, &theme, all, (Camera){1, all.x, all.y}, &scene);
    for (uint32_t i = 0; i < scene.count; i++) {
        const Item *item = &scene.items[i];
        if (item->kind == ITEM_RECT && item->id.kind == PICK_OBJECT && touched[item->id.object])
            changed = joined(changed, item->box);
    }
    free(touched);
    scene_done(&scene);
    return changed;
}

/* --- where to look --- */

/* One direction: from `start` the view moves on in strides until [from, to) is seen, or as much
 * of it as can be, its beginning first. */
static double advance(double start, double end, double length, double from, double to)
{
    double at = start;
    from = fmax(from - MARGIN, start);
    to = fmin(to + MARGIN, end);
    while (to > at + length && from > at)
        at += STRIDE * length;
    return fmax(start, fmin(fmin(at, from), end - length));
}

static Camera look_at(Box target, Box all, Box area, double zoom)
{
    double width = area.width / zoom, height = area.height / zoom;
    return (Camera){
        zoom, advance(all.x, all.x + all.width, width, target.x, target.x + target.width),
        advance(all.y, all.y + all.height, height, target.y, target.y + target.height)};
}

Camera page_follow(Canvas *canvas, const Moment *moment, Box area)
{
    Box all = canvas_bounds(canvas), living = canvas_living(canvas, moment);
    double zoom = fitting_zoom(all, area);
    if (zoom >= least_zoom())
        return (Camera){zoom, all.x, all.y};
    zoom = fitting_zoom(living, area);
    if (zoom >= least_zoom())
        return look_at(living, all, area, zoom);
    Box changed = changed_box(canvas, moment, all);
    if (changed.width <= 0)
        changed = (Box){all.x, all.y, 0, 0};
    return look_at(changed, all, area, least_zoom());
}
