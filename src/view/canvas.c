#include "view/canvas.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "view/card.h"
#include "view/metrics.h"
#include "view/typeset.h"

enum { FOLDINGS = 5 }; /* that are tried */

struct Canvas {
    CanvasOptions options;
    Census *censuses[FOLDINGS]; /* by folding; NULL: not taken yet. No size changes them */
    const Census *census;       /* the chosen one */
    Layout *layout;
    bool folds;    /* rows or frames, so that more of it fits */
    Cursor before; /* at the drawn moment's `since` */
    Sight now, was;
    Slow slow;
    uint8_t *lit;  /* by id */
    Region region; /* texts of one drawing */
};

static Layout *make_layout(const Canvas *canvas, const Census *census)
{
    static const double GAUGE = 214;
    Measure measure = canvas->options.measure;
    LayoutRequest request = {
        .places = census->places,
        .place_count = (uint32_t)census->place_count,
        .arrows = census->arrows,
        .arrow_count = (uint32_t)census->arrow_count,
        .width = canvas->options.width,
        .height = canvas->options.height,
        .band_title = SPACE_4 + typeset_width(measure, slice_of("generation 0 · young"),
                                              FONT_SANS_BOLD, SIZE_BODY),
        .lane_title =
            SPACE_4 + typeset_width(measure, slice_of("untracked"), FONT_SANS_BOLD, SIZE_BODY),
        .gauge = GAUGE,
    };
    return layout_create(&request);
}

static double visible_share(const Canvas *canvas, const Layout *layout)
{
    return fmin(1, canvas->options.width / layout->width) *
           fmin(1, canvas->options.height / layout->height);
}

/* Folding helps a layout that nearly fits; a large one it does not. */
static bool is_settled(const Canvas *canvas)
{
    enum { LARGE = 150 };
    return canvas->layout && (canvas->layout->fits || canvas->layout->place_count > LARGE);
}

static const Census *take_census(Canvas *canvas, int folding)
{
    static const uint32_t frames[FOLDINGS] = {8, 6, 4, 4, 4}, rows[FOLDINGS] = {8, 6, 5, 4, 3};
    if (!canvas->censuses[folding])
        canvas->censuses[folding] = census_create(
            canvas->options.trace, canvas->options.measure,
            (SightOptions){canvas->options.inline_small, frames[folding], rows[folding]});
    return canvas->censuses[folding];
}

/* Folds more and more until it fits; what never does is left as it overflows least. */
static void arrange(Canvas *canvas)
{
    static const double WORTH_FOLDING = 1.02;
    for (int i = 0; i < FOLDINGS && !is_settled(canvas); i++) {
        const Census *census = take_census(canvas, i);
        Layout *layout = make_layout(canvas, census);
        bool worse = canvas->layout && visible_share(canvas, canvas->layout) * WORTH_FOLDING >=
                                           visible_share(canvas, layout);
        layout_destroy(worse ? layout : canvas->layout);
        canvas->layout = worse ? canvas->layout : layout;
        canvas->census = worse ? canvas->census : census;
        canvas->folds |= i > 0 && !worse;
    }
    canvas->now.options = canvas->was.options = canvas->census->sight.options;
}

Canvas *canvas_create(const CanvasOptions *options)
{
    Canvas *canvas = memory_allocate(sizeof *canvas);
    canvas->options = *options;
    cursor_init(&canvas->before, options->trace);
    sight_init(&canvas->now, options->trace, (SightOptions){0});
    sight_init(&canvas->was, options->trace, (SightOptions){0});
    slow_init(&canvas->slow, options->trace);
    canvas->lit = memory_allocate(options->trace->object_end + 1);
    arrange(canvas);
    return canvas;
}

void canvas_reshape(Canvas *canvas, double width, double height)
{
    canvas->options.width = width;
    canvas->options.height = height;
    layout_destroy(canvas->layout);
    canvas->layout = NULL;
    canvas->folds = false;
    arrange(canvas);
}

void canvas_destroy(Canvas *canvas)
{
    if (!canvas)
        return;
    cursor_done(&canvas->before);
    sight_done(&canvas->now);
    sight_done(&canvas->was);
    slow_done(&canvas->slow);
    layout_destroy(canvas->layout);
    for (int i = 0; i < FOLDINGS; i++)
        census_destroy(canvas->censuses[i]);
    region_done(&canvas->region);
    free(canvas->lit);
    free(canvas);
}

bool canvas_is_roomy(const Canvas *canvas)
{
    return canvas->layout->fits && !canvas->folds &&
           canvas->layout->density.title >= layout_density(DENSITY_NORMAL)->title;
}

double canvas_spare(const Canvas *canvas)
{
    return canvas->layout->spare;
}

Box canvas_bounds(const Canvas *canvas)
{
    return (Box){0, 0, canvas->layout->width, canvas->layout->height};
}

static Box join(Box a, Box b)
{
    double x = fmin(a.x, b.x), y = fmin(a.y, b.y);
    return (Box){x, y, fmax(a.x + a.width, b.x + b.width) - x,
                 fmax(a.y + a.height, b.y + b.height) - y};
}

Box canvas_living(const Canvas *canvas, const Moment *moment)
{
    Sight sight;
    sight_init(&sight, canvas->options.trace, canvas->census->sight.options);
    sight_look(&sight, moment->cursor, true);
    Box all = {0};
    for (uint32_t i = 0; i < sight.frame_count; i++) {
        const Scope *scope = census_scope(canvas->census, moment->cursor, sight.frames[i], i);
        if (scope)
            all = join(all, canvas->layout->places[scope->place].box);
    }
    for (size_t i = 0; i < sight.count; i++) {
        uint32_t place = census_place(canvas->census, moment->cursor, sight.objects[i]);
        if (place != NO_PLACE)
            all = join(all, canvas->layout->places[place].box);
    }
    sight_done(&sight);
    return all;
}

/* What was there before the step and is no more. */
static void draw_dead(const Drawing *drawing)
{
    for (size_t i = 0; i < drawing->was->count; i++) {
        ObjectId id = drawing->was->objects[i];
        uint32_t place = census_place(drawing->census, drawing->before, id);
        if (!state_alive(&drawing->cursor->state, id) && place != NO_PLACE)
            card_draw(drawing, id, place, true);
    }
}

static void draw_objects(const Drawing *drawing)
{
    for (size_t i = 0; i < drawing->now->count; i++) {
        ObjectId id = drawing->now->objects[i];
        uint32_t place = census_place(drawing->census, drawing->cursor, id);
        if (place != NO_PLACE)
            card_draw(drawing, id, place, false);
    }
}

static void draw_parts(const Drawing *drawing)
{
    bands_draw(drawing);
    draw_dead(drawing);
    for (uint32_t i = SIGHT_FRAMES; i-- > 0;)
        frame_card_draw(drawing, i);
    draw_objects(drawing);
    arrows_draw(drawing);
}

void canvas_draw(Canvas *canvas, const Moment *moment, const Theme *theme, Box area,
                 Camera camera, Scene *scene)
{
    cursor_seek(&canvas->before, moment->since);
    sight_look(&canvas->was, &canvas->before, true);
    sight_look(&canvas->now, moment->cursor, true);
    bool in_collection = moment->view == VIEW_COLLECTOR &&
                         trace_collection_at(canvas->options.trace, moment->cursor->change);
    if (in_collection)
        slow_look(&canvas->slow, moment->cursor, moment->since);
    Drawing drawing = {
        .census = canvas->census,
        .layout = canvas->layout,
        .cursor = moment->cursor,
        .before = &canvas->before,
        .now = &canvas->now,
        .was = &canvas->was,
        .slow = in_collection ? &canvas->slow : NULL,
        .hover = moment->hover,
        .seen = {camera.x, camera.y, area.width / camera.zoom, area.height / camera.zoom},
        .brush = {scene,
                  theme,
                  canvas->options.measure,
                  &canvas->region,
                  camera.zoom,
                  {area.x - camera.x * camera.zoom, area.y - camera.y * camera.zoom},
                  1},
    };
    light_hover(&drawing, canvas->lit);
    scene_clip(scene, area, 0);
    draw_parts(&drawing);
    scene_unclip(scene);
    region_clear(&canvas->region);
}
