/* All steps from left to right: how many bytes are in use above the rail, deaths and
 * collections on it, calls as spans below. However many steps there are, the number of marks is
 * bounded by the panel's width. */
#include <math.h>

#include "view/metrics.h"
#include "view/panel.h"
#include "view/typeset.h"

static const double FIGURE_GAP = 36; /* between the rail's ends and the figures beside it */
static const double CHART_TOP = 18, CHART_HEIGHT = 36, RAIL_Y = 62;
static const double RAIL_WIDTH = 6, KNOB_RADIUS = 11;
static const double TICK_TOP = 8, TICK_HEIGHT = 7;
static const double CALL_TOP = 20, CALL_HEIGHT = 20, CALL_PITCH = 23, PAD_BOTTOM = 8;
static const double TICK_LEAST = 10;    /* ticks keep so far apart */
static const double COLUMN = 1.5;       /* the chart has a point in each such width at most */
static const double MARK_LEAST = 6;     /* marks of one kind keep so far apart */
static const double LABEL_GROUND = 0.8; /* how far a label hides the chart */
static const double DIAMOND = 11, CROSS = 3.5;
static const double CALL_LEAST = 3, CALL_WIDE = 14; /* a call of one step, far from the next */

static const char STEP_LABEL[] = "step", BYTES_LABEL[] = "bytes in use";

/* ItemId.part: the same at every moment, so that tweening takes the items along. */
enum { PART_RAIL, PART_PAST, PART_KNOB };

double panel_timeline_height(const Sheet *sheet)
{
    double calls = sheet->call_rows ? sheet->call_rows * CALL_PITCH : 0;
    return RAIL_Y + CALL_TOP + calls + PAD_BOTTOM;
}

/* --- steps and places --- */

/* The most bytes in use in steps [first, end). */
static uint32_t most_bytes(const Trace *trace, uint32_t first, uint32_t end)
{
    uint32_t most = 0;
    for (uint32_t i = first; i < end && i < trace->step_count; i++)
        most = trace->steps[i].bytes > most ? trace->steps[i].bytes : most;
    return most;
}

static void append_step(Text *text, uint32_t step, uint32_t last)
{
    typeset_figure(text, step);
    text_append_string(text, " / ");
    typeset_figure(text, last);
}

typedef struct Rail {
    double left, width, y;
    uint32_t last; /* the last step */
} Rail;

static double widest(const Sheet *sheet, const char *label, const Text *figure)
{
    return fmax(typeset_width(sheet->measure, slice_of(label), FONT_SANS, SIZE_LABEL),
                typeset_width(sheet->measure, text_slice(figure), FONT_SANS_BOLD, SIZE_FIGURE));
}

/* The rail leaves room for the widest figures that the recording can bring. */
static Rail rail_of(const Sheet *sheet, Box box)
{
    uint32_t last = sheet->trace->step_count - 1;
    Text text = {0};
    append_step(&text, last, last);
    double left = SPACE_6 + widest(sheet, STEP_LABEL, &text) + FIGURE_GAP;
    text_clear(&text);
    typeset_figure(&text, most_bytes(sheet->trace, 0, last + 1));
    double right = SPACE_6 + widest(sheet, BYTES_LABEL, &text) + FIGURE_GAP;
    text_done(&text);
    return (Rail){.left = box.x + left,
                  .width = box.width - left - right,
                  .y = box.y + RAIL_Y,
                  .last = last};
}

static double x_of(Rail rail, double step)
{
    return rail.last ? rail.left + rail.width * step / rail.last : rail.left;
}

uint32_t panel_timeline_step(const Sheet *sheet, Box box, double x)
{
    Rail rail = rail_of(sheet, box);
    double step = round((x - rail.left) / rail.width * rail.last);
    return (uint32_t)fmin(fmax(step, 0), rail.last);
}

/* Where the cursor is, between two steps as far as its Changes are. */
static double position(const Sheet *sheet)
{
    const Trace *trace = sheet->trace;
    uint32_t step = sheet->moment->step;
    double at = step;
    if (step + 1 < trace->step_count) {
        double start = trace->steps[step].change, end = trace->steps[step + 1].change;
        if (end > start)
            at += fmax(sheet->moment->cursor->change - start, 0) / (end - start);
    }
    return at;
}

/* --- the chart --- */

static uint32_t least_bytes(const Trace *trace)
{
    uint32_t least = trace->steps[0].bytes;
    for (uint32_t i = 1; i < trace->step_count; i++)
        least = trace->steps[i].bytes < least ? trace->steps[i].bytes : least;
    return least;
}

/* The chart starts at 0 unless it would then be a flat line. */
static double chart_y(Box box, double bytes, double least, double most)
{
    double floor_at = least > 0.8 * most ? least - 0.5 * (most - least) - 1 : 0;
    double share = most > floor_at ? (bytes - floor_at) / (most - floor_at) : 0;
    return box.y + CHART_TOP + CHART_HEIGHT * (1 - share);
}

static void draw_chart(const Sheet *sheet, Box box, Rail rail)
{
    enum { POINTS_MOST = 4096 };
    const Trace *trace = sheet->trace;
    uint32_t columns = (uint32_t)fmin(fmin(rail.width / COLUMN, POINTS_MOST), rail.last + 1.0);
    Point *points = region_allocate(&sheet->scene->region, (columns + 2) * sizeof *points);
    double most = most_bytes(trace, 0, trace->step_count), least = least_bytes(trace);
    if (most <= 0)
        return;
    for (uint32_t i = 0; i < columns; i++) {
        uint32_t first = (uint32_t)((uint64_t)i * trace->step_count / columns);
        uint32_t end = (uint32_t)((uint64_t)(i + 1) * trace->step_count / columns);
        double step = columns > 1 ? (double)i * rail.last / (columns - 1) : 0;
        points[i] =
            (Point){x_of(rail, step), chart_y(box, most_bytes(trace, first, end), least, most)};
    }
    double ground = rail.y - RAIL_WIDTH / 2 - 4;
    points[columns] = (Point){points[columns - 1].x, ground};
    points[columns + 1] = (Point){rail.left, ground};
    scene_area(sheet->scene, (ItemId){0}, points, columns + 2, sheet->theme->figure_fill);
    if (columns > 1)
        scene_path(sheet->scene, (ItemId){0}, points, columns, 0, sheet->theme->figure,
                   LINE_STRONG);
}

/* --- the rail --- */

static void draw_segment(const Sheet *sheet, Rail rail, double from, double to, Colour colour,
                         uint32_t part)
{
    double half = RAIL_WIDTH / 2;
    Box box = {from - half, rail.y - half, to - from + RAIL_WIDTH, RAIL_WIDTH};
    scene_rect(sheet->scene, (ItemId){PICK_TIMELINE, 0, part}, box, half, colour);
}

static uint32_t tick_stride(Rail rail)
{
    static const uint32_t strides[] = {1,    5,    10,    50,    100,   500,
                                       1000, 5000, 10000, 50000, 100000};
    for (uint32_t i = 0; i < sizeof strides / sizeof *strides; i++)
        if (rail.width / fmax(rail.last, 1) * strides[i] >= TICK_LEAST)
            return strides[i];
    return 1000 * 1000;
}

static void draw_ticks(const Sheet *sheet, Rail rail)
{
    uint32_t stride = tick_stride(rail);
    for (uint32_t i = 0; i <= rail.last; i += stride) {
        Point points[] = {{x_of(rail, i), rail.y + TICK_TOP},
                          {x_of(rail, i), rail.y + TICK_TOP + TICK_HEIGHT}};
        scene_path(sheet->scene, (ItemId){0}, points, 2, 0, sheet->theme->arrow_dim,
                   LINE_BORDER);
    }
}

/* A small cross on the rail's lower side where objects died. */
static void draw_cross(const Sheet *sheet, double x, double y)
{
    Point down[] = {{x - CROSS, y - CROSS}, {x + CROSS, y + CROSS}};
    Point up[] = {{x - CROSS, y + CROSS}, {x + CROSS, y - CROSS}};
    scene_path(sheet->scene, (ItemId){0}, down, 2, 0, sheet->theme->loss, LINE_STRONG);
    scene_path(sheet->scene, (ItemId){0}, up, 2, 0, sheet->theme->loss, LINE_STRONG);
}

static void draw_deaths(const Sheet *sheet, Rail rail)
{
    double last = -MARK_LEAST;
    for (uint32_t i = 0; i <= rail.last; i++) {
        if (!sheet->deaths[i] || x_of(rail, i) - last < MARK_LEAST)
            continue;
        last = x_of(rail, i);
        draw_cross(sheet, last, rail.y + TICK_TOP + TICK_HEIGHT / 2);
    }
}

static void draw_diamond(const Sheet *sheet, Point centre, Colour colour)
{
    Point points[] = {{centre.x, centre.y - DIAMOND},
                      {centre.x + 0.75 * DIAMOND, centre.y},
                      {centre.x, centre.y + DIAMOND},
                      {centre.x - 0.75 * DIAMOND, centre.y}};
    scene_area(sheet->scene, (ItemId){0}, points, 4, colour);
}

/* Diamonds, the oldest generation's on top, with a label where there is room. */
static void draw_collections(const Sheet *sheet, Rail rail, uint32_t generation)
{
    const Trace *trace = sheet->trace;
    char label[] = "gc 0";
    label[3] = (char)('0' + generation);
    double width =
        typeset_width(sheet->measure, slice_of(label), FONT_SANS_BOLD, SIZE_SMALLEST);
    double last = -MARK_LEAST, last_label = -width;
    for (uint32_t i = 0; i <= rail.last; i++) {
        double x = x_of(rail, i);
        if (trace->steps[i].collected != generation + 1 || x - last < MARK_LEAST)
            continue;
        last = x;
        draw_diamond(sheet, (Point){x, rail.y}, sheet->theme->generation[generation]);
        if (x - last_label < width + SPACE_2)
            continue;
        last_label = x;
        Box ground = {x - width / 2 - 3, rail.y - DIAMOND - 18, width + 6, 15};
        scene_rect(sheet->scene, (ItemId){0}, ground, RADIUS_SMALL, sheet->theme->panel)
            ->opacity = LABEL_GROUND;
        Item *item = panel_text(sheet, x, rail.y - DIAMOND - 6, slice_of(label), FONT_SANS_BOLD,
                                SIZE_SMALLEST, sheet->theme->generation[generation]);
        item->anchor = ANCHOR_MIDDLE;
    }
}

static void draw_knob(const Sheet *sheet, Rail rail, double x)
{
    ItemId id = {PICK_TIMELINE, 0, PART_KNOB};
    scene_dot(sheet->scene, id, (Point){x, rail.y}, KNOB_RADIUS + 2, sheet->theme->now);
    scene_dot(sheet->scene, id, (Point){x, rail.y}, KNOB_RADIUS - 2, sheet->theme->panel);
}

/* --- calls --- */

static void draw_call(const Sheet *sheet, Rail rail, const Call *call, double left,
                      double right)
{
    double top = rail.y + CALL_TOP + (call->depth - 1) * CALL_PITCH;
    Item *item =
        scene_rect(sheet->scene, (ItemId){0}, (Box){left, top, right - left, CALL_HEIGHT},
                   fmin(RADIUS_SMALL, (right - left) / 2), sheet->theme->figure_fill);
    item->stroke = sheet->theme->figure;
    item->stroke_width = LINE_HAIR;
    double room = right - left - 2 * SPACE_2;
    Slice name = typeset_cut(&sheet->scene->region, sheet->measure, call->code->name, FONT_MONO,
                             SIZE_SMALLEST, room);
    /* Less than three letters say nothing. */
    if (room < 26 || (name.bytes != call->code->name.bytes && name.length < 6))
        return;
    panel_text(sheet, left + SPACE_2, top + CALL_HEIGHT / 2 + SIZE_MIDDLE * SIZE_SMALLEST, name,
               FONT_MONO, SIZE_SMALLEST, sheet->theme->figure);
}

/* Calls of one depth follow each other; those too narrow to be seen apart are drawn as one. */
static void draw_calls(const Sheet *sheet, Rail rail, uint32_t depth)
{
    const Trace *trace = sheet->trace;
    double last_right = rail.left - 1;
    double least = fmin(fmax(rail.width / fmax(rail.last, 1) / 2, CALL_LEAST), CALL_WIDE);
    for (uint32_t i = 0; i < trace->call_count; i++) {
        const Call *call = &trace->calls[i];
        if (call->depth != depth)
            continue;
        double left = x_of(rail, call->first), right = x_of(rail, call->last);
        right = fmax(right, left + least);
        if (left < last_right + 1)
            left = last_right + 1;
        if (right < left + 2)
            continue;
        draw_call(sheet, rail, call, left, right);
        last_right = right;
    }
}

/* --- figures --- */

static void draw_figure(const Sheet *sheet, double x, double y, const char *label, Slice figure,
                        TextAnchor anchor)
{
    Item *item = panel_text(sheet, x, y - 12, slice_of(label), FONT_SANS, SIZE_LABEL,
                            sheet->theme->text_dim);
    item->anchor = anchor;
    item =
        panel_text(sheet, x, y + 17, figure, FONT_SANS_BOLD, SIZE_FIGURE, sheet->theme->text);
    item->anchor = anchor;
}

static void draw_figures(const Sheet *sheet, Box box)
{
    Text text = {0};
    double y = box.y + box.height / 2;
    append_step(&text, sheet->moment->step, sheet->trace->step_count - 1);
    draw_figure(sheet, box.x + SPACE_6, y, STEP_LABEL, text_slice(&text), ANCHOR_START);
    text_clear(&text);
    typeset_figure(&text, sheet->moment->cursor->state.registers[REGISTER_BYTES]);
    draw_figure(sheet, box.x + box.width - SPACE_6, y, BYTES_LABEL, text_slice(&text),
                ANCHOR_END);
    text_done(&text);
}

void panel_timeline(const Sheet *sheet, Box box)
{
    panel_frame(sheet, PANEL_TIMELINE, box, sheet->theme->panel_border, LINE_BORDER);
    Rail rail = rail_of(sheet, box);
    double now = x_of(rail, position(sheet));
    draw_chart(sheet, box, rail);
    draw_segment(sheet, rail, rail.left, rail.left + rail.width, sheet->theme->rule, PART_RAIL);
    draw_segment(sheet, rail, rail.left, now, sheet->theme->now, PART_PAST);
    draw_ticks(sheet, rail);
    draw_deaths(sheet, rail);
    for (uint32_t depth = 1; depth <= sheet->call_rows; depth++)
        draw_calls(sheet, rail, depth);
    for (uint32_t generation = 0; generation < 3; generation++)
        draw_collections(sheet, rail, generation);
    draw_knob(sheet, rail, now);
    draw_figures(sheet, box);
}
