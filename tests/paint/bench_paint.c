/* How long a dense frame takes, beside the same shapes and texts drawn by Cairo and SDL_ttf
 * alone, in the same run: what the display list, the snapping and the comparing cost. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/memory.h"
#include "paint/measure.h"
#include "paint/painter.h"
#include "paint/surface.h"
#include "sample.h"
#include "scene/outline.h"

enum { ROUNDS = 15 };

/* Cairo and SDL_ttf with nothing of ours around them; texts as SDL surfaces made before. */
typedef struct Bare {
    cairo_t *cairo;
    SDL_Surface *target;
    SDL_Surface **texts; /* one an item */
    const Scene *scene;
    double scale;
} Bare;

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void bare_round(cairo_t *cairo, Box box, double r)
{
    const double turn = acos(-1) / 2;
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, box.x + box.width - r, box.y + r, r, -turn, 0);
    cairo_arc(cairo, box.x + box.width - r, box.y + box.height - r, r, 0, turn);
    cairo_arc(cairo, box.x + r, box.y + box.height - r, r, turn, 2 * turn);
    cairo_arc(cairo, box.x + r, box.y + r, r, 2 * turn, 3 * turn);
    cairo_close_path(cairo);
}

static void bare_path(cairo_t *cairo, const Item *item)
{
    const Point *points = item->points;
    double r = fmin(item->radius, 10);
    cairo_move_to(cairo, points[0].x, points[0].y);
    for (uint32_t i = 1; i + 1 < item->point_count; i++) {
        Point from = points[i - 1], at = points[i], to = points[i + 1];
        double before = hypot(at.x - from.x, at.y - from.y);
        double after = hypot(to.x - at.x, to.y - at.y);
        double ax = at.x - (at.x - from.x) * r / before,
               ay = at.y - (at.y - from.y) * r / before;
        double bx = at.x + (to.x - at.x) * r / after, by = at.y + (to.y - at.y) * r / after;
        cairo_line_to(cairo, ax, ay);
        cairo_curve_to(cairo, (ax + at.x) / 2, (ay + at.y) / 2, (bx + at.x) / 2,
                       (by + at.y) / 2, bx, by);
    }
    Point end = points[item->point_count - 1];
    cairo_line_to(cairo, end.x, end.y);
    cairo_stroke(cairo);
    if (!item->head)
        return;
    cairo_move_to(cairo, end.x, end.y);
    cairo_line_to(cairo, end.x - 12, end.y - 5);
    cairo_line_to(cairo, end.x - 12, end.y + 5);
    cairo_close_path(cairo);
    cairo_fill(cairo);
}

static void bare_text(const Bare *bare, const Item *item, SDL_Surface *text)
{
    int ascent = (int)(item->box.height * bare->scale);
    SDL_Rect place = {(int)(scene_text_left(item) * bare->scale),
                      (int)(item->box.y * bare->scale) - ascent, 0, 0};
    cairo_surface_flush(cairo_get_target(bare->cairo));
    SDL_BlitSurface(text, NULL, bare->target, &place);
    cairo_surface_mark_dirty(cairo_get_target(bare->cairo));
}

static void bare_item(const Bare *bare, uint32_t at)
{
    const Item *item = &bare->scene->items[at];
    cairo_t *cairo = bare->cairo;
    if (item->kind == ITEM_TEXT) {
        bare_text(bare, item, bare->texts[at]);
        return;
    }
    surface_set_colour(cairo, item->kind == ITEM_PATH ? item->stroke : item->fill, 1);
    cairo_set_line_width(cairo, item->stroke_width);
    if (item->kind == ITEM_PATH) {
        bare_path(cairo, item);
    } else if (item->kind == ITEM_DOT) {
        cairo_arc(cairo, item->box.x, item->box.y, item->box.width, 0, 2 * acos(-1));
        cairo_fill(cairo);
    } else if (item->kind == ITEM_RECT) {
        bare_round(cairo, item->box, item->radius);
        cairo_fill_preserve(cairo);
        surface_set_colour(cairo, item->stroke, 1);
        cairo_stroke(cairo);
    }
}

static double time_bare(const Bare *bare)
{
    double best = INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
        double start = now();
        surface_set_colour(bare->cairo, bare->scene->background, 1);
        cairo_paint(bare->cairo);
        for (uint32_t i = 0; i < bare->scene->count; i++)
            bare_item(bare, i);
        best = fmin(best, now() - start);
    }
    return best;
}

static SDL_Surface *render(Fonts *fonts, const Item *item, double scale)
{
    TTF_Font *font = fonts_open(fonts, (FontFileId)item->font, item->box.height * scale, 1);
    SDL_Color colour = {(Uint8)(item->fill >> 24), (Uint8)(item->fill >> 16),
                        (Uint8)(item->fill >> 8), 255};
    char *string = memory_copy(item->text.bytes, item->text.length);
    SDL_Surface *surface = TTF_RenderUTF8_Blended(font, string, colour);
    free(string);
    return surface;
}

static double measure_bare(Fonts *fonts, const Scene *scene, int height)
{
    Bare bare = {.scene = scene, .scale = height / 1080.0};
    bare.target = SDL_CreateRGBSurfaceWithFormat(0, height * 16 / 9, height, 32,
                                                 SDL_PIXELFORMAT_ARGB8888);
    cairo_surface_t *surface =
        cairo_image_surface_create_for_data(bare.target->pixels, CAIRO_FORMAT_ARGB32,
                                            bare.target->w, bare.target->h, bare.target->pitch);
    bare.cairo = cairo_create(surface);
    cairo_scale(bare.cairo, bare.scale, bare.scale);
    bare.texts = memory_allocate(scene->count * sizeof(SDL_Surface *));
    for (uint32_t i = 0; i < scene->count; i++) {
        if (scene->items[i].kind == ITEM_TEXT)
            bare.texts[i] = render(fonts, &scene->items[i], bare.scale);
    }
    double best = time_bare(&bare);
    for (uint32_t i = 0; i < scene->count; i++)
        SDL_FreeSurface(bare.texts[i]);
    free(bare.texts);
    cairo_destroy(bare.cairo);
    cairo_surface_destroy(surface);
    SDL_FreeSurface(bare.target);
    return best;
}

static double measure_ours(Painter *painter, const Scene *scene)
{
    Transform transform = painter_fit(painter, scene->bounds);
    double best = INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
        double start = now();
        painter_draw(painter, scene, transform);
        best = fmin(best, now() - start);
    }
    return best;
}

/* One card turns and its arrow moves: what stepping costs. */
static double measure_update(Painter *painter, Scene *scene)
{
    Transform transform = painter_fit(painter, scene->bounds);
    double best = INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
        scene->items[40].stroke ^= 0xFF00;
        scene->items[scene->count - 1].stroke ^= 0xFF00;
        double start = now();
        painter_update(painter, scene, transform);
        best = fmin(best, now() - start);
    }
    return best;
}

static void compare(Fonts *fonts, Painter *painter, Scene *scene, int height)
{
    painter_resize(painter, height * 16 / 9, height);
    double ours = measure_ours(painter, scene), bare = measure_bare(fonts, scene, height);
    double update = measure_update(painter, scene);
    printf("%4d lines: frame %.2f ms, bare Cairo and SDL_ttf %.2f ms, ratio %.2f; "
           "a step's change %.2f ms\n",
           height, ours, bare, ours / bare, update);
}

int main(void)
{
    Text error = {0};
    Fonts *fonts = fonts_create(&error);
    if (!fonts) {
        fprintf(stderr, "%s\n", text_string(&error));
        text_done(&error);
        return 1;
    }
    TextMeasure *measure = measure_create(fonts);
    Painter *painter = painter_create(fonts);
    Scene scene = {0};
    sample_dense(&scene, measure_callback(measure));
    compare(fonts, painter, &scene, 1080);
    compare(fonts, painter, &scene, 2160);
    scene_done(&scene);
    painter_destroy(painter);
    measure_destroy(measure);
    fonts_destroy(fonts);
    return 0;
}
