#include "paint/painter.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/memory.h"
#include "paint/ink.h"
#include "paint/print.h"
#include "paint/surface.h"

/* Clips inside clips; deeper ones are not applied. */
enum { CLIP_DEPTH = 16 };

typedef struct ClipShape {
    PixelRect rect;
    double radius; /* in scene units */
    Print print;   /* of this clip and those around it */
} ClipShape;

typedef struct ClipStack {
    ClipShape items[CLIP_DEPTH];
    uint32_t depth; /* may exceed CLIP_DEPTH */
} ClipStack;

/* What the survey finds out about an item before anything is drawn. */
typedef struct Placed {
    const Ink *ink; /* a text's */
    bool cut;       /* reaches past a clip around it */
} Placed;

struct Painter {
    InkCache *inks;
    Surface sheet;
    cairo_surface_t *surface;
    Pixels pixels;
    uint32_t *own;            /* the pixels' memory where it is ours */
    cairo_surface_t *scratch; /* as large as the pixels: where parts of a picture are drawn;
                                 NULL: none yet */

    Transform transform; /* of the picture that the pixels show */
    Colour background;
    bool drawn; /* the pixels show a picture */
    Marks before, after;
    DamageFinder finder;
    struct {
        Placed *items;
        size_t capacity;
    } placed; /* item by item, as in `after` */
};

Painter *painter_create(Fonts *fonts)
{
    Painter *painter = memory_allocate(sizeof(Painter));
    painter->inks = ink_create(fonts);
    return painter;
}

static void release_pixels(Painter *painter)
{
    if (painter->sheet.cairo)
        cairo_destroy(painter->sheet.cairo);
    if (painter->surface)
        cairo_surface_destroy(painter->surface);
    if (painter->scratch)
        cairo_surface_destroy(painter->scratch);
    free(painter->own);
    painter->sheet.cairo = NULL;
    painter->surface = NULL;
    painter->scratch = NULL;
    painter->own = NULL;
    painter->pixels = (Pixels){0};
}

void painter_destroy(Painter *painter)
{
    if (!painter)
        return;
    release_pixels(painter);
    ink_destroy(painter->inks);
    surface_done(&painter->sheet);
    damage_finder_done(&painter->finder);
    free(painter->before.items);
    free(painter->after.items);
    free(painter->placed.items);
    free(painter);
}

static bool fits(int width, int height)
{
    return width >= 1 && height >= 1 && width <= PIXELS_SIDE_LIMIT &&
           height <= PIXELS_SIDE_LIMIT;
}

static cairo_t *create_context(cairo_surface_t *surface)
{
    cairo_t *cairo = cairo_create(surface);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    return cairo;
}

static void take_pixels(Painter *painter, Pixels pixels)
{
    painter->surface =
        cairo_image_surface_create_for_data((unsigned char *)pixels.data, CAIRO_FORMAT_ARGB32,
                                            pixels.width, pixels.height, (int)pixels.stride);
    painter->sheet.cairo = create_context(painter->surface);
    painter->pixels = pixels;
    painter->drawn = false;
}

bool painter_resize(Painter *painter, int width, int height)
{
    if (!fits(width, height))
        return false;
    if (painter->own && painter->pixels.width == width && painter->pixels.height == height)
        return true;
    release_pixels(painter);
    size_t stride = (size_t)width * sizeof(uint32_t);
    painter->own = memory_allocate(stride * (size_t)height);
    take_pixels(painter, (Pixels){painter->own, width, height, stride});
    return true;
}

bool painter_target(Painter *painter, Pixels pixels)
{
    size_t least = (size_t)pixels.width * sizeof(uint32_t);
    if (!fits(pixels.width, pixels.height) || !pixels.data || pixels.stride < least ||
        pixels.stride % sizeof(uint32_t) != 0)
        return false;
    release_pixels(painter);
    take_pixels(painter, pixels);
    return true;
}

Pixels painter_pixels(const Painter *painter)
{
    return painter->pixels;
}

void painter_forget(Painter *painter)
{
    painter->drawn = false;
}

Transform painter_fit(const Painter *painter, Box bounds)
{
    double width = painter->pixels.width, height = painter->pixels.height;
    if (bounds.width <= 0 || bounds.height <= 0)
        return (Transform){1, -bounds.x, -bounds.y};
    double scale = fmin(width / bounds.width, height / bounds.height);
    return (Transform){scale,
                       floor((width - bounds.width * scale) / 2 + 0.5) - bounds.x * scale,
                       floor((height - bounds.height * scale) / 2 + 0.5) - bounds.y * scale};
}

static PixelRect page(const Painter *painter)
{
    return (PixelRect){0, 0, painter->pixels.width, painter->pixels.height};
}

static const ClipShape *innermost(const ClipStack *clips)
{
    if (clips->depth == 0)
        return NULL;
    return &clips->items[clips->depth <= CLIP_DEPTH ? clips->depth - 1 : CLIP_DEPTH - 1];
}

/* Follows the clips through the display list; true where the item is one. */
static bool track_clip(const Surface *sheet, ClipStack *clips, const Item *item)
{
    if (item->kind == ITEM_UNCLIP) {
        if (clips->depth > 0)
            clips->depth--;
        return true;
    }
    if (item->kind != ITEM_CLIP)
        return false;
    if (clips->depth < CLIP_DEPTH) {
        const ClipShape *around = innermost(clips);
        clips->items[clips->depth] =
            (ClipShape){surface_snap(sheet, item->box), item->radius,
                        print_item(around ? around->print : print_start(), item)};
    }
    clips->depth++;
    return true;
}

static uint32_t applied(const ClipStack *clips)
{
    return clips->depth < CLIP_DEPTH ? clips->depth : CLIP_DEPTH;
}

/* Cuts bounds to the clips; true where anything lies outside of them or in a rounded corner. */
static bool cut_bounds(const Painter *painter, const ClipStack *clips, PixelRect *bounds)
{
    bool cut = false;
    for (uint32_t i = 0; i < applied(clips); i++) {
        const ClipShape *clip = &clips->items[i];
        /* A rounded rectangle holds the box that is inset by this part of its radius. */
        int inset = (int)ceil(clip->radius * painter->sheet.transform.scale * (1 - sqrt(0.5)));
        PixelRect safe = {clip->rect.x + inset, clip->rect.y + inset,
                          clip->rect.width - 2 * inset, clip->rect.height - 2 * inset};
        PixelRect within = rect_intersect(*bounds, safe);
        cut = cut || within.width != bounds->width || within.height != bounds->height;
        *bounds = rect_intersect(*bounds, clip->rect);
    }
    return cut;
}

static const Ink *find_ink(Painter *painter, const Item *item)
{
    double scale = painter->sheet.transform.scale;
    return ink_find(painter->inks, item->text, item->font, item->box.height * scale,
                    item->box.width * scale);
}

/* Where every item lies and what it looks like, for comparing and for leaving out. */
static void survey(Painter *painter, const Scene *scene)
{
    Marks *marks = &painter->after;
    marks->items = list_reserve(marks->items, &marks->capacity, scene->count, sizeof(Mark));
    marks->count = scene->count;
    painter->placed.items = list_reserve(painter->placed.items, &painter->placed.capacity,
                                         scene->count, sizeof(Placed));
    ClipStack clips = {.depth = 0};
    for (uint32_t i = 0; i < scene->count; i++) {
        const Item *item = &scene->items[i];
        marks->items[i] = (Mark){0};
        painter->placed.items[i] = (Placed){0};
        if (track_clip(&painter->sheet, &clips, item))
            continue;
        const Ink *ink = item->kind == ITEM_TEXT ? find_ink(painter, item) : NULL;
        PixelRect bounds = surface_bounds(&painter->sheet, item, ink);
        bool cut = cut_bounds(painter, &clips, &bounds);
        painter->placed.items[i] = (Placed){ink, cut};
        const ClipShape *clip = innermost(&clips);
        Print print = print_item(clip ? clip->print : print_start(), item);
        marks->items[i] = (Mark){{print.a, print.b}, rect_intersect(bounds, page(painter))};
    }
}

static void draw_cut(Painter *painter, const ClipStack *clips, const Item *item, const Ink *ink)
{
    cairo_t *cairo = painter->sheet.cairo;
    cairo_save(cairo);
    for (uint32_t i = 0; i < applied(clips); i++)
        surface_enter_clip(&painter->sheet, clips->items[i].rect, clips->items[i].radius);
    surface_draw(&painter->sheet, item, ink);
    for (uint32_t i = applied(clips); i-- > 0;)
        surface_leave_clip(&painter->sheet, clips->items[i].rect, clips->items[i].radius);
    cairo_restore(cairo);
}

/* Draws the surveyed scene in the rows of a rectangle; within it every pixel becomes right,
 * left and right of it only what reaches into it is drawn. */
static void draw_rows(Painter *painter, const Scene *scene, PixelRect rect)
{
    cairo_t *cairo = painter->sheet.cairo;
    cairo_save(cairo);
    cairo_rectangle(cairo, 0, rect.y, painter->pixels.width, rect.height);
    cairo_clip(cairo);
    cairo_set_operator(cairo, CAIRO_OPERATOR_SOURCE);
    surface_set_colour(cairo, scene->background, 1);
    cairo_rectangle(cairo, rect.x, rect.y, rect.width, rect.height);
    cairo_fill(cairo);
    cairo_set_operator(cairo, CAIRO_OPERATOR_OVER);
    ClipStack clips = {.depth = 0};
    for (uint32_t i = 0; i < scene->count; i++) {
        const Item *item = &scene->items[i];
        if (track_clip(&painter->sheet, &clips, item) ||
            rect_is_empty(rect_intersect(painter->after.items[i].bounds, rect)))
            continue;
        const Placed *placed = &painter->placed.items[i];
        if (placed->cut)
            draw_cut(painter, &clips, item, placed->ink);
        else
            surface_draw(&painter->sheet, item, placed->ink);
    }
    cairo_restore(cairo);
}

/* Draws the surveyed scene within one rectangle: aside, and then copied. Cairo computes a
 * shape's edges anew where a clip cuts them on the left or right, and comes to slightly other
 * shades; where it cuts whole rows, it does not. */
static void draw_part(Painter *painter, const Scene *scene, PixelRect rect)
{
    Pixels to = painter->pixels;
    if (!painter->scratch)
        painter->scratch = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, to.width, to.height);
    cairo_t *whole = painter->sheet.cairo;
    painter->sheet.cairo = create_context(painter->scratch);
    draw_rows(painter, scene, rect);
    cairo_destroy(painter->sheet.cairo);
    painter->sheet.cairo = whole;
    cairo_surface_flush(painter->scratch);
    const unsigned char *from = cairo_image_surface_get_data(painter->scratch);
    size_t stride = (size_t)cairo_image_surface_get_stride(painter->scratch);
    size_t left = (size_t)rect.x * sizeof(uint32_t);
    for (size_t y = (size_t)rect.y; from && y < (size_t)(rect.y + rect.height); y++)
        memcpy((unsigned char *)to.data + y * to.stride + left, from + y * stride + left,
               (size_t)rect.width * sizeof(uint32_t));
    cairo_surface_mark_dirty(painter->surface);
}

static bool same_transform(Transform a, Transform b)
{
    return a.scale == b.scale && a.x == b.x && a.y == b.y;
}

/* What to paint, with the survey done: everything where most of it would be painted anyway. */
static Damage find_damage(Painter *painter)
{
    Damage damage = {.count = 0};
    PixelRect whole = page(painter);
    if (painter->drawn) {
        damage_compare(&painter->finder, &painter->before, &painter->after, &damage);
        if (damage_area(&damage) < (int64_t)whole.width * whole.height * 2 / 3)
            return damage;
    }
    return (Damage){.rects = {whole}, .count = 1};
}

Damage painter_update(Painter *painter, const Scene *scene, Transform transform)
{
    if (!painter->sheet.cairo)
        return (Damage){.count = 0};
    if (!same_transform(painter->transform, transform) ||
        painter->background != scene->background)
        painter->drawn = false;
    painter->transform = painter->sheet.transform = transform;
    painter->background = scene->background;
    ink_begin(painter->inks);
    survey(painter, scene);
    Damage damage = find_damage(painter);
    for (uint32_t i = 0; i < damage.count; i++) {
        if (damage.rects[i].width == painter->pixels.width)
            draw_rows(painter, scene, damage.rects[i]);
        else
            draw_part(painter, scene, damage.rects[i]);
    }
    cairo_surface_flush(painter->surface);
    Marks drawn = painter->after;
    painter->after = painter->before;
    painter->before = drawn;
    painter->drawn = true;
    return damage;
}

Damage painter_draw(Painter *painter, const Scene *scene, Transform transform)
{
    painter_forget(painter);
    return painter_update(painter, scene, transform);
}
