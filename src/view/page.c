#include "view/page.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/memory.h"
#include "view/chart.h"
#include "view/code_view.h"
#include "view/heap_view.h"
#include "view/metrics.h"
#include "view/page_follow.h"
#include "view/page_layout.h"

struct Page {
    Region region; /* texts, colours, what is derived from the recording */
    Sheet sheet;
    PageLayout layout;
    bool inline_small;
    /* What a view needs, made when it is first looked at; NULL: not yet, or it has none. */
    Canvas *canvases[VIEW_COUNT];
    Series *series;
    PoolMap *pools;
    Cursor back; /* looks at moments before the one drawn */
    Caption caption;
    const Trace *captioned; /* the moment that `caption` is of; NULL: none yet */
    uint32_t captioned_since, captioned_change;
    View captioned_view;
};

static DrawPanel *const PANELS[PANEL_COUNT] = {
    [PANEL_HEADER] = panel_header,     [PANEL_SOURCE] = panel_source,
    [PANEL_OUTPUT] = panel_output,     [PANEL_CAPTION] = panel_caption,
    [PANEL_TIMELINE] = panel_timeline, [PANEL_TRACK] = panel_track,
};

/* --- once for the recording --- */

static PageTexts copy_texts(Region *region, const PageTexts *texts)
{
    PageTexts copy = {.title = region_slice(region, texts->title),
                      .summary = region_slice(region, texts->summary),
                      .version = region_slice(region, texts->version),
                      .mode = region_slice(region, texts->mode),
                      .note_count = texts->note_count};
    PageNote *notes = region_allocate(region, (texts->note_count + 1) * sizeof *notes);
    for (uint32_t i = 0; i < texts->note_count; i++)
        notes[i] = (PageNote){texts->notes[i].line, region_slice(region, texts->notes[i].text)};
    copy.notes = notes;
    return copy;
}

/* Objects with a number that die, by step. */
static const uint32_t *count_deaths(Region *region, const Trace *trace)
{
    uint32_t *deaths = region_allocate(region, (trace->step_count + 1) * sizeof *deaths);
    for (ObjectId id = 1; id < trace->object_end; id++) {
        const Life *life = &trace->lives[id];
        if (life->number && life->death != CHANGE_NONE && life->death < trace->end)
            deaths[trace_step_at(trace, life->death) + 1]++;
    }
    return deaths;
}

/* Which bytes of the output went to stderr: from the marks in the journal. */
static void find_errors(Page *page)
{
    const Trace *trace = page->sheet.trace;
    ErrorSpan *spans = NULL;
    size_t capacity = 0;
    uint32_t count = 0;
    for (uint32_t i = 0; i < trace->model->journal.count; i++) {
        const Change *change = trace_change(trace, i);
        if (change->kind != CHANGE_OUTPUT || change->index != 2)
            continue;
        spans = list_reserve(spans, &capacity, count + 1, sizeof *spans);
        spans[count++] = (ErrorSpan){change->before, change->after};
    }
    ErrorSpan *copy = region_allocate(&page->region, (count + 1) * sizeof *copy);
    if (count)
        memcpy(copy, spans, count * sizeof *copy);
    free(spans);
    page->sheet.errors = copy;
    page->sheet.error_count = count;
}

static uint32_t deepest_call(const Trace *trace)
{
    uint32_t deepest = 0;
    for (uint32_t i = 0; i < trace->call_count; i++)
        if (trace->calls[i].depth > deepest)
            deepest = trace->calls[i].depth;
    return deepest;
}

/* In a long recording what its captions need is not looked up. */
static void write_captions(Page *page)
{
    enum { STEPS_MOST = 150 };
    const Trace *trace = page->sheet.trace;
    if (trace->step_count > STEPS_MOST)
        return;
    Cursor cursor;
    cursor_init(&cursor, trace);
    page->sheet.captions = region_allocate(&page->region, trace->step_count * sizeof(Caption));
    for (uint32_t step = 0; step < trace->step_count; step++) {
        cursor_seek_step(&cursor, step);
        caption_write(&page->sheet.captions[step], &page->back,
                      &(Moment){.cursor = &cursor,
                                .since = step ? trace->steps[step - 1].change : 0,
                                .step = step});
    }
    cursor_done(&cursor);
}

static void read_recording(Page *page, const PageOptions *options)
{
    enum { CALL_ROWS_MOST = 3 };
    Sheet *sheet = &page->sheet;
    *sheet = (Sheet){.trace = options->trace, .measure = options->measure};
    sheet->texts = copy_texts(&page->region, &options->texts);
    sheet->listings = listings_create(options->trace, &page->region);
    sheet->deaths = count_deaths(&page->region, options->trace);
    uint32_t depth = deepest_call(options->trace);
    sheet->call_rows = depth < CALL_ROWS_MOST ? depth : CALL_ROWS_MOST;
    find_errors(page);
}

/* The canvas of a view, which is laid out when it is first looked at. */
static Canvas *canvas_of(Page *page, View view)
{
    Box area = page_canvas_area(page, view);
    CanvasOptions options = {.trace = page->sheet.trace,
                             .measure = page->sheet.measure,
                             .width = area.width,
                             .height = area.height,
                             .inline_small = page->inline_small};
    if (!page->canvases[view])
        page->canvases[view] = canvas_create(&options);
    return page->canvases[view];
}

static void lay_out(Page *page, const PageOptions *options, double height, double wider)
{
    page->layout = page_layout(&page->sheet, round(height * options->shape), height, wider);
    Box area = page_canvas_area(page, VIEW_OBJECTS);
    if (page->canvases[VIEW_OBJECTS])
        canvas_reshape(page->canvases[VIEW_OBJECTS], area.width, area.height);
    else
        canvas_of(page, VIEW_OBJECTS);
}

static bool is_roomy(const Page *page)
{
    return page_layout_is_roomy(&page->sheet, &page->layout) &&
           canvas_is_roomy(page->canvases[VIEW_OBJECTS]);
}

/* The lowest page on which everything still has room: what is on it is seen the larger. */
static void choose_height(Page *page, const PageOptions *options)
{
    static const double lower[] = {760, 840, 920, 1000};
    enum { LOWER_COUNT = sizeof lower / sizeof *lower };
    lay_out(page, options, PAGE_HEIGHT, 0);
    bool had_room = is_roomy(page);
    for (int i = 0; i < LOWER_COUNT && had_room; i++) {
        lay_out(page, options, lower[i], 0);
        if (is_roomy(page))
            return;
    }
    if (had_room)
        lay_out(page, options, PAGE_HEIGHT, 0);
}

/* Width that the canvas has no use for goes to the program. */
static void give_spare(Page *page, const PageOptions *options)
{
    static const double SHARE = 0.75, COLUMN_MOST = 0.4;
    const PageLayout *layout = &page->layout;
    double column = layout->boxes[PANEL_SOURCE].width;
    double wider = fmin(SHARE * canvas_spare(page->canvases[VIEW_OBJECTS]),
                        COLUMN_MOST * layout->page.width - column);
    if (wider > 0 && is_roomy(page))
        lay_out(page, options, layout->page.height, floor(wider));
}

Page *page_create(const PageOptions *options)
{
    Page *page = memory_allocate(sizeof *page);
    page->inline_small = options->inline_small;
    read_recording(page, options);
    cursor_init(&page->back, options->trace);
    write_captions(page);
    choose_height(page, options);
    give_spare(page, options);
    return page;
}

void page_destroy(Page *page)
{
    if (!page)
        return;
    for (int view = 0; view < VIEW_COUNT; view++)
        canvas_destroy(page->canvases[view]);
    series_destroy(page->series);
    pool_map_destroy(page->pools);
    cursor_done(&page->back);
    caption_done(&page->caption);
    for (uint32_t i = 0; page->sheet.captions && i < page->sheet.trace->step_count; i++)
        caption_done(&page->sheet.captions[i]);
    region_done(&page->region);
    free(page);
}

/* --- at each moment --- */

Camera page_fit(Page *page, const Moment *moment)
{
    if (!view_has_canvas(moment->view))
        return (Camera){.zoom = 1};
    return page_follow(canvas_of(page, moment->view), moment,
                       page_canvas_area(page, moment->view));
}

Box page_canvas_area(const Page *page, View view)
{
    Box area = page->layout.canvas;
    if (view == VIEW_COLLECTOR)
        area.height -= page->layout.boxes[PANEL_TRACK].height + PANEL_GAP;
    return area;
}

static bool is_of_view(PanelName panel, View view)
{
    return panel != PANEL_TRACK || view == VIEW_COLLECTOR;
}

/* Writes the caption, and looks up what was before, unless that is done already. */
static void look_at(Page *page, const Moment *moment)
{
    const Cursor *cursor = moment->cursor;
    if (page->captioned == cursor->trace && page->captioned_since == moment->since &&
        page->captioned_change == cursor->change && page->captioned_view == moment->view)
        return;
    caption_write(&page->caption, &page->back, moment);
    cursor_seek(&page->back, moment->since);
    page->sheet.output_before = cursor_output(&page->back);
    page->captioned = cursor->trace;
    page->captioned_since = moment->since;
    page->captioned_change = cursor->change;
    page->captioned_view = moment->view;
}

static void draw_view(Page *page, Camera camera)
{
    const Sheet *sheet = &page->sheet;
    View view = sheet->moment->view;
    Box area = page_canvas_area(page, view);
    switch (view) {
    case VIEW_OBJECTS:
    case VIEW_COLLECTOR:
        canvas_draw(canvas_of(page, view), sheet->moment, sheet->theme, area, camera,
                    sheet->scene);
        return;
    case VIEW_HEAP:
        if (!page->pools)
            page->pools = pool_map_create(sheet->trace);
        heap_view_draw(sheet, page->pools, area);
        return;
    case VIEW_TIME:
        if (!page->series)
            page->series = series_create(sheet->trace);
        chart_draw(sheet, page->series, area);
        return;
    case VIEW_CODE:
        code_view_draw(sheet, area);
        return;
    case VIEW_COUNT:
        return;
    }
}

void page_draw(Page *page, const Moment *moment, const Theme *theme, Camera camera,
               Scene *scene)
{
    look_at(page, moment);
    scene_clear(scene, page->layout.page, theme->page);
    Sheet *sheet = &page->sheet;
    sheet->moment = moment;
    sheet->caption = &page->caption;
    sheet->theme = theme;
    sheet->scene = scene;
    draw_view(page, camera);
    for (int panel = 0; panel < PANEL_COUNT; panel++)
        if (page->layout.boxes[panel].height > 0 && is_of_view((PanelName)panel, moment->view))
            PANELS[panel](sheet, page->layout.boxes[panel]);
}

static bool holds(Box box, Point point)
{
    return point.x >= box.x && point.y >= box.y && point.x < box.x + box.width &&
           point.y < box.y + box.height;
}

bool page_timeline_step(const Page *page, View view, Point point, uint32_t *ret_step)
{
    Box chart = page_canvas_area(page, view);
    if (view == VIEW_TIME && holds(chart, point)) {
        *ret_step = chart_step(&page->sheet, chart, point.x);
        return true;
    }
    Box box = page->layout.boxes[PANEL_TIMELINE];
    if (point.y < box.y || point.y >= box.y + box.height)
        return false;
    *ret_step = panel_timeline_step(&page->sheet, box, point.x);
    return true;
}
