/* The grounds of the canvas: three bands with gauges, the lane of what the collector does not
 * track. */
#include <math.h>

#include "view/drawing.h"
#include "view/metrics.h"
#include "view/typeset.h"

static const double HEADING_BASELINE = 30, STACK_BASELINE = 18, GAUGE_WIDTH = 104,
                    GAUGE_HEIGHT = 10, GAUGE_ROOM = 86, LEFT_OUT_INSET = 200;

static Item *draw_ground(const Drawing *drawing, Area area, Colour fill)
{
    return brush_rect(&drawing->brush, (ItemId){PICK_BAND, 0, area},
                      drawing->layout->areas[area], RADIUS_BAND, fill);
}

static void draw_band(const Drawing *drawing, Area area)
{
    static const double gaps[BAND_COUNT] = {22, 14, 8};
    const Theme *theme = drawing->brush.theme;
    Item *item = draw_ground(drawing, area, theme->generation_fill[area]);
    item->hatch = theme->generation_hatch[area];
    item->hatch_gap = gaps[area] * drawing->brush.zoom;
    if (!(theme->generation_hatch[area] & 0xFF))
        return;
    item->stroke = theme->generation[area];
    item->stroke_width = LINE_HAIR;
    item->box.height -= LINE_HAIR; /* the lowest one ends where the canvas does */
}

/* Where a band's heading begins: in sight as long as there is room for it and its gauge. */
static double heading_x(const Drawing *drawing, Area area, double width)
{
    double left = drawing->layout->heading_left[area];
    double gauge = GAUGE_WIDTH + GAUGE_ROOM + SPACE_4;
    double last = drawing->layout->heading_right[area] - gauge - width;
    if (area == AREA_LANE || area == AREA_STACK)
        return left;
    return fmax(left, fmin(drawing->seen.x + SPACE_4, last));
}

static void draw_heading(const Drawing *drawing, Area area, const char *text, Colour fill,
                         double baseline)
{
    double width = brush_width(&drawing->brush, slice_of(text), FONT_SANS_BOLD, SIZE_BODY);
    brush_text(
        &drawing->brush, (ItemId){PICK_BAND, 1, area},
        (Point){heading_x(drawing, area, width), drawing->layout->areas[area].y + baseline},
        slice_of(text), (TextStyle){FONT_SANS_BOLD, SIZE_BODY, fill, ANCHOR_START, false}, 0);
}

/* How full a generation's count is, up to the collection. */
static void draw_gauge(const Drawing *drawing, Area area)
{
    const uint32_t *registers = drawing->cursor->state.registers;
    uint32_t count = registers[REGISTER_GC_COUNT0 + area];
    uint32_t threshold = registers[REGISTER_GC_THRESHOLD0 + area];
    const Theme *theme = drawing->brush.theme;
    Colour colour = theme->generation[area];
    double right = drawing->layout->heading_right[area];
    double baseline = drawing->layout->areas[area].y + HEADING_BASELINE;
    Text text = {0};
    typeset_figure(&text, count);
    text_append_string(&text, " / ");
    typeset_figure(&text, threshold);
    double width =
        brush_text(&drawing->brush, (ItemId){PICK_BAND, 2, area}, (Point){right, baseline},
                   text_slice(&text),
                   (TextStyle){FONT_SANS_BOLD, SIZE_NOTE, colour, ANCHOR_END, false}, 0);
    text_done(&text);
    double full = threshold ? fmin(1, (double)count / threshold) : 0;
    Box box = {right - fmax(width + SPACE_4, GAUGE_ROOM) - GAUGE_WIDTH,
               baseline - SIZE_MIDDLE * SIZE_NOTE - GAUGE_HEIGHT / 2, GAUGE_WIDTH,
               GAUGE_HEIGHT};
    brush_frame(&drawing->brush, (ItemId){PICK_BAND, 3, area}, box, GAUGE_HEIGHT / 2,
                theme->card, colour, LINE_HAIR);
    if (!count)
        return;
    box.width = fmax(GAUGE_HEIGHT, GAUGE_WIDTH * full);
    brush_rect(&drawing->brush, (ItemId){PICK_BAND, 4, area}, box, GAUGE_HEIGHT / 2, colour);
}

/* Garbage that is too much to be drawn is at least counted. */
static void draw_left_out(const Drawing *drawing)
{
    uint32_t count = drawing->now->garbage_left_out;
    const Layout *layout = drawing->layout;
    if (!count || layout->areas[AREA_GENERATION0].width <= 0)
        return;
    Text text = {0};
    text_append_string(&text, "and ");
    typeset_figure(&text, count);
    text_append_string(&text, " more garbage");
    double left = layout->heading_left[AREA_GENERATION0] + LEFT_OUT_INSET;
    double room = layout->heading_right[AREA_GENERATION0] - GAUGE_WIDTH - 2 * GAUGE_ROOM - left;
    if (room > 0)
        brush_text(&drawing->brush, (ItemId){PICK_BAND, 5, AREA_GENERATION0},
                   (Point){left, layout->areas[AREA_GENERATION0].y + HEADING_BASELINE},
                   text_slice(&text),
                   (TextStyle){FONT_SANS_BOLD, SIZE_NOTE, drawing->brush.theme->garbage,
                               ANCHOR_START, false},
                   room);
    text_done(&text);
}

/* As much of it as there is room for. */
static const char *lane_title(const Drawing *drawing)
{
    static const char *const titles[] = {"not tracked by the collector", "not tracked by gc",
                                         "untracked"};
    const Layout *layout = drawing->layout;
    double room = layout->heading_right[AREA_LANE] - layout->heading_left[AREA_LANE];
    uint32_t i = 0;
    while (i < 2 &&
           brush_width(&drawing->brush, slice_of(titles[i]), FONT_SANS_BOLD, SIZE_BODY) > room)
        i++;
    return titles[i];
}

void bands_draw(const Drawing *drawing)
{
    static const char *const titles[BAND_COUNT] = {"generation 0 · young", "generation 1",
                                                   "generation 2 · old"};
    const Theme *theme = drawing->brush.theme;
    for (int band = 0; band < BAND_COUNT; band++) {
        if (drawing->layout->areas[band].width <= 0)
            continue;
        draw_band(drawing, (Area)band);
        draw_heading(drawing, (Area)band, titles[band], theme->generation[band],
                     HEADING_BASELINE);
        draw_gauge(drawing, (Area)band);
    }
    draw_left_out(drawing);
    if (drawing->layout->areas[AREA_LANE].width > 0) {
        draw_ground(drawing, AREA_LANE, theme->untracked_fill);
        draw_heading(drawing, AREA_LANE, lane_title(drawing), theme->text_dim,
                     HEADING_BASELINE);
    }
    draw_heading(drawing, AREA_STACK, "stack", theme->text_dim, STACK_BASELINE);
}
