#include "view/chart.h"

#include <math.h>

#include "view/metrics.h"
#include "view/typeset.h"

static const double LABEL_WIDTH = 178, FIGURES_WIDTH = 190, ROW_GAP = 10, SECTION_GAP = 22,
                    SECTION_HEAD = 30, ROW_LEAST = 22, ROW_MOST = 58;
/* The first row, of the bytes, is so many times as high as another. */
static const double BYTES_ROWS = 3;
/* A curve has a point in each such width at most. */
static const double COLUMN = 1.5;
static const double DIAMOND = 9, COLLECTIONS_HEIGHT = 30, FILL_OPACITY = 0.28;
enum { TYPES_MOST = 8, ROWS_MOST = TYPES_MOST + SERIES_LISTS + 4, PART_CURSOR = 1 };

/* A curve with its words. */
typedef struct ChartRow {
    const Curve *curve;
    Slice label;
    const char *section; /* the heading above it; NULL: none */
    Colour colour;
    double share; /* of the height */
} ChartRow;

typedef struct Chart {
    const Sheet *sheet;
    const Series *series;
    Box plot; /* of all rows */
    ChartRow rows[ROWS_MOST];
    uint32_t row_count;
    double unit; /* height of an ordinary row */
} Chart;

/* --- what there is to be shown --- */

static void add_row(Chart *chart, const Curve *curve, Slice label, const char *section,
                    Colour colour, double share)
{
    chart->rows[chart->row_count++] = (ChartRow){curve, label, section, colour, share};
}

static Slice name_of_type(const Sheet *sheet, ObjectId type)
{
    Text text = {0};
    cursor_name(sheet->moment->cursor, type, &text);
    Slice name = region_slice(&sheet->scene->region, text_slice(&text));
    text_done(&text);
    return name;
}

static void list_rows(Chart *chart)
{
    static const char *const lists[SERIES_LISTS] = {"generation 0", "generation 1",
                                                    "generation 2", "not tracked"};
    const Series *series = chart->series;
    const Theme *theme = chart->sheet->theme;
    add_row(chart, &series->bytes, slice_of("bytes in use"), "memory", theme->figure,
            BYTES_ROWS);
    for (uint32_t i = 0; i < series->type_count && i < TYPES_MOST; i++)
        add_row(chart, &series->types[i], name_of_type(chart->sheet, series->types[i].type),
                i ? NULL : "objects alive, by type", theme->figure, 1);
    for (int i = 0; i < SERIES_LISTS; i++)
        add_row(chart, &series->lists[i], slice_of(lists[i]),
                i ? NULL : "objects alive, by generation",
                i < SERIES_LISTS - 1 ? theme->generation[i] : theme->text_dim, 1);
    add_row(chart, &series->births, slice_of("made"), "in a step", theme->gain, 1);
    add_row(chart, &series->deaths, slice_of("destroyed"), NULL, theme->loss, 1);
}

/* --- places --- */

static Box plot_of(Box box)
{
    double left = box.x + LABEL_WIDTH;
    return (Box){left, box.y + SPACE_2, box.width - LABEL_WIDTH - FIGURES_WIDTH,
                 box.height - 2 * SPACE_2};
}

static double x_of(Box plot, const Trace *trace, double step)
{
    uint32_t last = trace->step_count - 1;
    return last ? plot.x + plot.width * step / last : plot.x;
}

uint32_t chart_step(const Sheet *sheet, Box box, double x)
{
    Box plot = plot_of(box);
    double last = sheet->trace->step_count - 1;
    return (uint32_t)fmin(fmax(round((x - plot.x) / plot.width * last), 0), last);
}

static void measure_rows(Chart *chart)
{
    double room = chart->plot.height, shares = 0;
    for (uint32_t i = 0; i < chart->row_count; i++) {
        room -= ROW_GAP + (chart->rows[i].section ? SECTION_HEAD + (i ? SECTION_GAP : 0) : 0);
        shares += chart->rows[i].share;
    }
    chart->unit = fmin(fmax(room / shares, ROW_LEAST), ROW_MOST);
}

/* --- drawing --- */

static uint32_t most_between(const Curve *curve, uint32_t first, uint32_t end)
{
    uint32_t most = curve->values[first];
    for (uint32_t i = first + 1; i < end; i++)
        most = curve->values[i] > most ? curve->values[i] : most;
    return most;
}

/* A sample's figure holds up to the next one: the curve goes in stairs. */
static uint32_t trace_curve(const Chart *chart, const ChartRow *row, Box box, Point *points)
{
    const Series *series = chart->series;
    const Trace *trace = chart->sheet->trace;
    uint32_t columns = (uint32_t)fmin(series->sample_count, floor(box.width / COLUMN));
    uint32_t count = 0;
    for (uint32_t i = 0; i < columns; i++) {
        uint32_t first = (uint32_t)((uint64_t)i * series->sample_count / columns);
        uint32_t end = (uint32_t)((uint64_t)(i + 1) * series->sample_count / columns);
        double share = (double)most_between(row->curve, first, end) / row->curve->most;
        double x = x_of(chart->plot, trace, series_step(series, trace, first));
        double y = box.y + box.height * (1 - share);
        if (count && points[count - 1].y != y) {
            points[count] = (Point){x, points[count - 1].y};
            count++;
        }
        points[count++] = (Point){x, y};
    }
    points[count] = (Point){box.x + box.width, points[count - 1].y};
    return count + 1;
}

static void draw_curve(const Chart *chart, const ChartRow *row, Box box)
{
    const Sheet *sheet = chart->sheet;
    scene_rect(sheet->scene, (ItemId){0},
               (Box){box.x, box.y + box.height, box.width, LINE_HAIR}, 0, sheet->theme->rule);
    if (!row->curve->most)
        return;
    size_t most = 2 * (size_t)(box.width / COLUMN) + 8;
    Point *points = region_allocate(&sheet->scene->region, most * sizeof *points);
    uint32_t count = trace_curve(chart, row, box, points);
    points[count] = (Point){box.x + box.width, box.y + box.height};
    points[count + 1] = (Point){box.x, box.y + box.height};
    scene_area(sheet->scene, (ItemId){0}, points, count + 2, row->colour)->opacity =
        FILL_OPACITY;
    scene_path(sheet->scene, (ItemId){0}, points, count, 0, row->colour, LINE_BORDER);
}

/* "now" bold, and the most there ever is. */
static void draw_figures(const Chart *chart, const ChartRow *row, Box box)
{
    const Sheet *sheet = chart->sheet;
    const Theme *theme = sheet->theme;
    Text text = {0};
    uint32_t sample = series_sample(chart->series, sheet->trace, sheet->moment->step);
    double baseline = box.y + box.height / 2 + SIZE_MIDDLE * SIZE_BODY;
    double right = box.x + box.width + FIGURES_WIDTH - SPACE_4;
    typeset_figure(&text, row->curve->values[sample]);
    Item *item = panel_text(sheet, box.x + box.width + FIGURES_WIDTH / 2, baseline,
                            region_slice(&sheet->scene->region, text_slice(&text)),
                            FONT_SANS_BOLD, SIZE_BODY, theme->text);
    item->anchor = ANCHOR_END;
    text_clear(&text);
    typeset_figure(&text, row->curve->most);
    item = panel_text(sheet, right, baseline,
                      region_slice(&sheet->scene->region, text_slice(&text)), FONT_SANS,
                      SIZE_LABEL, theme->text_dim);
    item->anchor = ANCHOR_END;
    text_done(&text);
}

/* At the left of the plot, its middle at y. */
static void draw_label(const Chart *chart, Slice text, double y)
{
    const Sheet *sheet = chart->sheet;
    Slice label = typeset_cut(&sheet->scene->region, sheet->measure, text, FONT_SANS, SIZE_BODY,
                              LABEL_WIDTH - 2 * SPACE_4);
    Item *item = panel_text(sheet, chart->plot.x - SPACE_4, y + SIZE_MIDDLE * SIZE_BODY, label,
                            FONT_SANS, SIZE_BODY, sheet->theme->text);
    item->anchor = ANCHOR_END;
}

static void draw_section(const Chart *chart, const char *section, double top)
{
    const Sheet *sheet = chart->sheet;
    panel_text(sheet, chart->plot.x - LABEL_WIDTH + SPACE_6, top + SPACE_5, slice_of(section),
               FONT_SANS_BOLD, SIZE_NOTE, sheet->theme->text_dim);
}

static void draw_heading(const Chart *chart)
{
    static const char *const words[] = {"now", "at most"};
    const Sheet *sheet = chart->sheet;
    double right = chart->plot.x + chart->plot.width;
    for (int i = 0; i < 2; i++) {
        double x = right + (i ? FIGURES_WIDTH - SPACE_4 : FIGURES_WIDTH / 2);
        Item *item = panel_text(sheet, x, chart->plot.y + SPACE_5, slice_of(words[i]),
                                FONT_SANS, SIZE_LABEL, sheet->theme->text_dim);
        item->anchor = ANCHOR_END;
    }
}

/* Returns where the last row ends. */
static double draw_rows(const Chart *chart)
{
    double top = chart->plot.y;
    for (uint32_t i = 0; i < chart->row_count; i++) {
        const ChartRow *row = &chart->rows[i];
        if (row->section) {
            top += i ? SECTION_GAP : 0;
            draw_section(chart, row->section, top);
            top += SECTION_HEAD;
        }
        Box box = {chart->plot.x, top, chart->plot.width, chart->unit * row->share};
        draw_curve(chart, row, box);
        draw_label(chart, row->label, box.y + box.height / 2);
        draw_figures(chart, row, box);
        top += box.height + ROW_GAP;
    }
    return top - ROW_GAP;
}

/* Diamonds on the axis below the generations: where collections ran. */
static void draw_collections(const Chart *chart, double y)
{
    const Trace *trace = chart->sheet->trace;
    double last[3] = {-DIAMOND, -DIAMOND, -DIAMOND};
    if (trace->collection_count)
        draw_label(chart, slice_of("collections"), y);
    for (uint32_t i = 0; i < trace->collection_count; i++) {
        const Collection *collection = &trace->collections[i];
        double x = x_of(chart->plot, trace, fmin(collection->step, trace->step_count - 1.0));
        if (x - last[collection->generation] < DIAMOND)
            continue;
        last[collection->generation] = x;
        Point points[] = {
            {x, y - DIAMOND}, {x + DIAMOND, y}, {x, y + DIAMOND}, {x - DIAMOND, y}};
        scene_area(chart->sheet->scene, (ItemId){0}, points, 4,
                   chart->sheet->theme->generation[collection->generation]);
    }
}

static void draw_cursor(const Chart *chart, double bottom)
{
    const Sheet *sheet = chart->sheet;
    double x = x_of(chart->plot, sheet->trace, sheet->moment->step);
    Point points[] = {{x, chart->plot.y + SECTION_HEAD - SPACE_2}, {x, bottom}};
    scene_path(sheet->scene, (ItemId){PICK_TIMELINE, 1, PART_CURSOR}, points, 2, 0,
               sheet->theme->now, LINE_STRONG);
}

void chart_draw(const Sheet *sheet, const Series *series, Box box)
{
    Chart chart = {.sheet = sheet, .series = series, .plot = plot_of(box)};
    Item *item = scene_rect(sheet->scene, (ItemId){PICK_PANEL, 1, PANEL_COUNT}, box,
                            RADIUS_PANEL, sheet->theme->panel);
    item->stroke = sheet->theme->panel_border;
    item->stroke_width = LINE_BORDER;
    list_rows(&chart);
    chart.plot.height -= COLLECTIONS_HEIGHT;
    measure_rows(&chart);
    draw_heading(&chart);
    double bottom = draw_rows(&chart);
    draw_collections(&chart, bottom + COLLECTIONS_HEIGHT / 2);
    draw_cursor(&chart, bottom + COLLECTIONS_HEIGHT);
}
