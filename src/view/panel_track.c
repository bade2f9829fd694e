/* The collector's phases as stations on a line: those that are over, the one under way, those
 * to come. */
#include <math.h>

#include "view/metrics.h"
#include "view/panel.h"
#include "view/slow.h"
#include "view/typeset.h"

typedef struct Station {
    CollectPhase phase;
    const char *name;
} Station;

/* In the order in which gc_collect_main goes through them. */
static const Station stations[] = {
    {PHASE_COPY, "copy"},       {PHASE_SUBTRACT, "subtract"}, {PHASE_SPLIT, "split"},
    {PHASE_PROMOTE, "promote"}, {PHASE_WEAKREFS, "weakrefs"}, {PHASE_FINALIZE, "finalize"},
    {PHASE_CLEAR, "clear"},
};
enum { STATION_COUNT = sizeof stations / sizeof *stations };

static const double HEIGHT = 76, LABEL_WIDTH = 250, LINE_TOP = 28, NAME_BASELINE = 58,
                    STATION_RADIUS = 9;

double panel_track_height(void)
{
    return HEIGHT;
}

/* Which collection this is, or when the next one comes. */
static void write_label(const Sheet *sheet, const Collection *collection, Text *ret_what,
                        Text *ret_which)
{
    const Trace *trace = sheet->trace;
    if (collection) {
        text_append_format(ret_what, "collection of generation %u", collection->generation);
        text_append_format(ret_which, "%u of %u in this program",
                           (uint32_t)(collection - trace->collections) + 1,
                           trace->collection_count);
        return;
    }
    text_append_string(ret_what, "no collection runs");
    for (uint32_t i = 0; i < trace->collection_count; i++) {
        if (trace->collections[i].first < sheet->moment->cursor->change)
            continue;
        text_append_format(ret_which, "the next one: step %u", trace->collections[i].step);
        return;
    }
    text_append_string(ret_which, trace->collection_count ? "there is none to come"
                                                          : "there is none in this program");
}

static void draw_label(const Sheet *sheet, Box box, const Collection *collection)
{
    const Theme *theme = sheet->theme;
    Region *region = &sheet->scene->region;
    Text what = {0}, which = {0};
    write_label(sheet, collection, &what, &which);
    Colour colour = collection ? theme->generation[collection->generation] : theme->text_dim;
    double left = box.x + PANEL_PADDING;
    panel_text(sheet, left, box.y + LINE_TOP + SIZE_MIDDLE * SIZE_NOTE,
               region_slice(region, text_slice(&what)), FONT_SANS_BOLD, SIZE_NOTE, colour);
    panel_text(sheet, left, box.y + NAME_BASELINE, region_slice(region, text_slice(&which)),
               FONT_SANS, SIZE_LABEL, theme->text_dim);
    text_done(&what);
    text_done(&which);
}

/* Where the phase stands among the stations; -1: before them, or none. */
static int station_of(CollectPhase phase)
{
    for (int i = 0; i < STATION_COUNT; i++)
        if (stations[i].phase == phase)
            return i;
    return -1;
}

static void draw_station(const Sheet *sheet, double x, double y, int index, int at)
{
    const Theme *theme = sheet->theme;
    ItemId id = {PICK_PANEL, (uint32_t)index + 1, PANEL_TRACK};
    Colour line = index <= at ? theme->figure : theme->text_dim;
    Box dot = {x - STATION_RADIUS, y + LINE_TOP - STATION_RADIUS, 2 * STATION_RADIUS,
               2 * STATION_RADIUS};
    Colour fill = index == at ? theme->now : index < at ? theme->figure : theme->panel;
    Item *item = scene_rect(sheet->scene, id, dot, STATION_RADIUS, fill);
    item->stroke = index == at ? theme->now : line;
    item->stroke_width = LINE_STRONG;
    item = panel_text(sheet, x, y + NAME_BASELINE, slice_of(stations[index].name),
                      index == at ? FONT_SANS_BOLD : FONT_SANS, SIZE_LABEL,
                      index == at ? theme->now_text : theme->text_dim);
    item->anchor = ANCHOR_MIDDLE;
}

void panel_track(const Sheet *sheet, Box box)
{
    const Theme *theme = sheet->theme;
    uint32_t change = sheet->moment->cursor->change;
    const Collection *collection = trace_collection_at(sheet->trace, change);
    int at = station_of(slow_phase(collection, change));
    panel_frame(sheet, PANEL_TRACK, box, theme->panel_border, LINE_HAIR);
    draw_label(sheet, box, collection);
    double left = box.x + fmin(LABEL_WIDTH, box.width / 3) + PANEL_PADDING + SPACE_8;
    double right = box.x + box.width - PANEL_PADDING - SPACE_8;
    double gap = (right - left) / (STATION_COUNT - 1);
    for (int i = 0; i + 1 < STATION_COUNT; i++)
        scene_rect(sheet->scene, (ItemId){PICK_PANEL, 100 + (uint32_t)i, PANEL_TRACK},
                   (Box){left + i * gap, box.y + LINE_TOP - LINE_STRONG / 2, gap, LINE_STRONG},
                   0, i < at ? theme->figure : theme->panel_border);
    for (int i = 0; i < STATION_COUNT; i++)
        draw_station(sheet, left + i * gap, box.y, i, at);
}
