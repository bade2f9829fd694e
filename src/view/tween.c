#include "view/tween.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { NONE = UINT32_MAX };

/* Which items of the two pictures belong together. */
typedef struct Pairing {
    uint32_t *partner; /* by item of `to`: its item of `from`, or NONE */
    uint32_t *after;   /* by item of `from`: its item of `to`, or NONE */
    uint32_t *next;    /* by item of `from`: the next one in the same chain of the table */
    uint32_t *first;   /* the table: heads of chains */
    size_t table_size; /* a power of two */
} Pairing;

/* --- keys --- */

static uint64_t mix(uint64_t hash, const void *bytes, size_t length)
{
    const unsigned char *byte = bytes;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ byte[i]) * 1099511628211u;
    return hash;
}

static bool is_clip(const Item *item)
{
    return item->kind == ITEM_CLIP || item->kind == ITEM_UNCLIP;
}

/* Items with an id are known by it; decoration by all that it is. */
static uint64_t key_of(const Item *item)
{
    uint64_t hash = mix(14695981039346656037u, &item->kind, sizeof item->kind);
    hash = mix(hash, &item->id, sizeof item->id);
    if (item->id.kind)
        return hash;
    hash = mix(hash, &item->box, sizeof item->box);
    hash = mix(hash, &item->fill, sizeof item->fill);
    hash = mix(hash, &item->stroke, sizeof item->stroke);
    if (item->point_count)
        hash = mix(hash, item->points, item->point_count * sizeof(Point));
    return item->text.length ? mix(hash, item->text.bytes, item->text.length) : hash;
}

static bool same_id(ItemId a, ItemId b)
{
    return a.kind == b.kind && a.object == b.object && a.part == b.part;
}

static bool same_points(const Item *a, const Item *b)
{
    return a->point_count == b->point_count &&
           (!a->point_count ||
            memcmp(a->points, b->points, a->point_count * sizeof(Point)) == 0);
}

static bool same_box(Box a, Box b)
{
    return a.x == b.x && a.y == b.y && a.width == b.width && a.height == b.height;
}

/* Do the two look the same, apart from where they point? */
static bool same_look(const Item *a, const Item *b)
{
    return same_box(a->box, b->box) && same_points(a, b) && slice_equal(a->text, b->text) &&
           a->fill == b->fill && a->stroke == b->stroke && a->stroke_width == b->stroke_width &&
           a->radius == b->radius && a->dash == b->dash && a->hatch == b->hatch &&
           a->opacity == b->opacity && a->head == b->head && a->head_size == b->head_size &&
           a->font == b->font && a->anchor == b->anchor && a->strike == b->strike;
}

static bool belong_together(const Item *a, const Item *b)
{
    if (a->kind != b->kind || !same_id(a->id, b->id) || is_clip(a))
        return false;
    return a->id.kind || same_look(a, b);
}

/* --- pairing --- */

static uint32_t *all_none(size_t count)
{
    uint32_t *items = memory_allocate((count ? count : 1) * sizeof *items);
    memset(items, 0xFF, count * sizeof *items);
    return items;
}

/* Chains keep the order of `from`: the i-th item of an id goes with the i-th one. */
static void enter_items(Pairing *pairing, const Scene *from)
{
    for (uint32_t i = from->count; i-- > 0;) {
        size_t slot = key_of(&from->items[i]) & (pairing->table_size - 1);
        pairing->next[i] = pairing->first[slot];
        pairing->first[slot] = i;
    }
}

static void pair_item(Pairing *pairing, const Scene *from, const Scene *to, uint32_t index)
{
    uint32_t *link = &pairing->first[key_of(&to->items[index]) & (pairing->table_size - 1)];
    while (*link != NONE && !belong_together(&from->items[*link], &to->items[index]))
        link = &pairing->next[*link];
    if (*link == NONE)
        return;
    pairing->partner[index] = *link;
    pairing->after[*link] = index;
    *link = pairing->next[*link];
}

static Pairing pair(const Scene *from, const Scene *to)
{
    Pairing pairing = {.table_size = 16};
    while (pairing.table_size < from->count)
        pairing.table_size *= 2;
    pairing.first = all_none(pairing.table_size);
    pairing.next = all_none(from->count);
    pairing.after = all_none(from->count);
    pairing.partner = all_none(to->count);
    enter_items(&pairing, from);
    for (uint32_t i = 0; i < to->count; i++)
        pair_item(&pairing, from, to, i);
    return pairing;
}

static void pairing_done(Pairing *pairing)
{
    free(pairing->first);
    free(pairing->next);
    free(pairing->after);
    free(pairing->partner);
}

/* --- in between --- */

static double between(double a, double b, double t)
{
    return a + (b - a) * t;
}

static uint32_t channel(Colour colour, int shift)
{
    return colour >> shift & 0xFF;
}

/* A colour that is not there (alpha 0) lends the other its hue. */
static Colour between_colours(Colour a, Colour b, double t)
{
    if (a == b)
        return a;
    if (!channel(a, 0))
        a = b & 0xFFFFFF00u;
    if (!channel(b, 0))
        b = a & 0xFFFFFF00u;
    Colour result = 0;
    for (int shift = 0; shift <= 24; shift += 8) {
        double value = between(channel(a, shift), channel(b, shift), t);
        result |= (Colour)(value + 0.5) << shift;
    }
    return result;
}

/* Copies an item with its text and points into the scene. */
static Item *copy_item(Scene *scene, const Item *item)
{
    Item *copy = scene_rect(scene, item->id, item->box, 0, 0);
    *copy = *item;
    if (item->point_count) {
        Point *points = region_allocate(&scene->region, item->point_count * sizeof *points);
        memcpy(points, item->points, item->point_count * sizeof *points);
        copy->points = points;
    }
    if (item->text.length)
        copy->text = region_slice(&scene->region, item->text);
    return copy;
}

static void fade(Scene *scene, const Item *item, double share)
{
    if (is_clip(item) || share <= 0)
        return;
    copy_item(scene, item)->opacity = item->opacity * share;
}

static void move_points(Scene *scene, Item *item, const Item *from, double t)
{
    Point *points = region_allocate(&scene->region, item->point_count * sizeof *points);
    for (uint32_t i = 0; i < item->point_count; i++)
        points[i] = (Point){between(from->points[i].x, item->points[i].x, t),
                            between(from->points[i].y, item->points[i].y, t)};
    item->points = points;
}

/* Of two looks that no path leads between, one fades into the other. */
static bool can_move(const Item *from, const Item *to)
{
    return from->point_count == to->point_count && slice_equal(from->text, to->text) &&
           from->font == to->font && from->anchor == to->anchor;
}

static void move(Scene *scene, const Item *from, const Item *to, double t)
{
    Item *item = copy_item(scene, to);
    item->box = (Box){between(from->box.x, to->box.x, t), between(from->box.y, to->box.y, t),
                      between(from->box.width, to->box.width, t),
                      between(from->box.height, to->box.height, t)};
    item->radius = between(from->radius, to->radius, t);
    item->stroke_width = between(from->stroke_width, to->stroke_width, t);
    item->head_size = between(from->head_size, to->head_size, t);
    item->opacity = between(from->opacity, to->opacity, t);
    item->fill = between_colours(from->fill, to->fill, t);
    item->stroke = between_colours(from->stroke, to->stroke, t);
    item->hatch = between_colours(from->hatch, to->hatch, t);
    if (item->point_count)
        move_points(scene, item, from, t);
}

/* A text that becomes another one goes the same way as the card that it stands on. */
static void fade_along(Scene *scene, const Item *item, Point place, double share)
{
    if (share <= 0)
        return;
    Item *copy = copy_item(scene, item);
    copy->opacity = item->opacity * share;
    if (item->kind == ITEM_TEXT) {
        copy->box.x = place.x;
        copy->box.y = place.y;
    }
}

static void add_between(Scene *scene, const Item *from, const Item *to, double t)
{
    if (same_look(from, to)) {
        copy_item(scene, to);
    } else if (can_move(from, to)) {
        move(scene, from, to, t);
    } else {
        Point place = {between(from->box.x, to->box.x, t), between(from->box.y, to->box.y, t)};
        fade_along(scene, from, place, 1 - t);
        fade_along(scene, to, place, t);
    }
}

/* --- the walk --- */

/* Where the next clip or unclip is; the end where there is none. */
static uint32_t segment_end(const Scene *scene, uint32_t start)
{
    while (start < scene->count && !is_clip(&scene->items[start]))
        start++;
    return start;
}

/* The leaving items that stand between two that stay are drawn where they stood. */
static uint32_t fade_leaving(Scene *scene, const Pairing *pairing, const Scene *from,
                             uint32_t start, uint32_t end, double t)
{
    for (; start < end && pairing->after[start] == NONE; start++)
        fade(scene, &from->items[start], 1 - t);
    return start;
}

/* One stretch between clips: [a, a_end) of `from` and [b, b_end) of `to`. */
static void add_segment(Scene *scene, const Pairing *pairing, const Scene *from,
                        const Scene *to, uint32_t a, uint32_t a_end, uint32_t b, uint32_t b_end,
                        double t)
{
    for (; b < b_end; b++) {
        uint32_t partner = pairing->partner[b];
        if (partner == NONE) {
            fade(scene, &to->items[b], t);
            continue;
        }
        if (partner >= a && partner < a_end)
            while (a < partner) {
                a = fade_leaving(scene, pairing, from, a, partner, t);
                a += a < partner;
            }
        add_between(scene, &from->items[partner], &to->items[b], t);
        a = partner == a ? a + 1 : a;
    }
    while (a < a_end) {
        a = fade_leaving(scene, pairing, from, a, a_end, t);
        a += a < a_end;
    }
}

static void copy_scene(const Scene *scene, Scene *ret_scene)
{
    for (uint32_t i = 0; i < scene->count; i++)
        copy_item(ret_scene, &scene->items[i]);
}

/* Pictures of one page have the same clips in the same order; `a` is then always at the clip
 * that `b` is at. */
static void walk(const Pairing *pairing, const Scene *from, const Scene *to, double t,
                 Scene *ret_scene)
{
    for (uint32_t a = 0, b = 0;;) {
        uint32_t a_end = segment_end(from, a), b_end = segment_end(to, b);
        add_segment(ret_scene, pairing, from, to, a, a_end, b, b_end, t);
        if (b_end == to->count)
            return;
        copy_item(ret_scene, &to->items[b_end]);
        a = a_end < from->count ? a_end + 1 : a_end;
        b = b_end + 1;
    }
}

void scene_tween(const Scene *from, const Scene *to, double t, Scene *ret_scene)
{
    scene_clear(ret_scene, to->bounds, between_colours(from->background, to->background, t));
    if (t >= 1 || !same_box(from->bounds, to->bounds)) {
        ret_scene->background = to->background;
        copy_scene(to, ret_scene);
        return;
    }
    Pairing pairing = pair(from, to);
    walk(&pairing, from, to, t, ret_scene);
    pairing_done(&pairing);
}
