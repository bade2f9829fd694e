/* The author's note on the line just run, at the foot of the caption: what it tells is seen in
 * the picture, not foretold. */
#include <math.h>

#include "view/metrics.h"
#include "view/panel.h"
#include "view/typeset.h"

static const double LINE_HEIGHT = 24, PAD = 9, BAR_WIDTH = 4, TEXT_LEFT = 14, TEXT_RIGHT = 10;
enum { LINES_MOST = 4 };

static double text_width(double width)
{
    return width - TEXT_LEFT - TEXT_RIGHT;
}

static double height_of(const Sheet *sheet, Slice note, double width)
{
    uint32_t count =
        typeset_count(sheet->measure, note, FONT_SANS, SIZE_BODY, text_width(width));
    return count ? 2 * PAD + fmin(count, LINES_MOST) * LINE_HEIGHT : 0;
}

double panel_note_height(const Sheet *sheet, double width)
{
    double most = 0;
    for (uint32_t i = 0; i < sheet->texts.note_count; i++)
        most = fmax(most, height_of(sheet, sheet->texts.notes[i].text, width));
    return most;
}

static Slice note_on(const Sheet *sheet, uint32_t line, uint32_t end_line)
{
    for (uint32_t i = 0; i < sheet->texts.note_count; i++) {
        const PageNote *note = &sheet->texts.notes[i];
        if (note->line >= line && note->line <= end_line)
            return note->text;
    }
    return (Slice){0};
}

static Slice note_of(const Sheet *sheet, const Step *step)
{
    /* The scenario's notes are on the program's own lines. */
    bool is_main = trace_source(sheet->trace, step->code) == sheet->trace->source;
    return step->line && is_main ? note_on(sheet, step->line, step->end_line) : (Slice){0};
}

static Slice note_now(const Sheet *sheet)
{
    const Trace *trace = sheet->trace;
    const Step *step = &trace->steps[sheet->moment->step];
    bool inside = step->change < sheet->moment->cursor->change;
    if (inside && sheet->moment->step + 1 < trace->step_count)
        step++; /* the statement that runs */
    return note_of(sheet, step);
}

double panel_note_height_at(const Sheet *sheet, uint32_t step, double width)
{
    return height_of(sheet, note_of(sheet, &sheet->trace->steps[step]), width);
}

double panel_note_height_now(const Sheet *sheet, double width)
{
    return height_of(sheet, note_now(sheet), width);
}

void panel_note(const Sheet *sheet, Box box)
{
    const Theme *theme = sheet->theme;
    Slice rest = note_now(sheet);
    scene_rect(sheet->scene, (ItemId){0}, box, RADIUS_SMALL, theme->figure_fill);
    scene_rect(sheet->scene, (ItemId){0}, (Box){box.x, box.y, BAR_WIDTH, box.height},
               BAR_WIDTH / 2, theme->figure);
    Region *region = &sheet->scene->region;
    double width = text_width(box.width);
    for (uint32_t i = 0; i < LINES_MOST && rest.length; i++) {
        Slice line =
            i + 1 == LINES_MOST
                ? typeset_cut(region, sheet->measure, rest, FONT_SANS, SIZE_BODY, width)
                : typeset_break(sheet->measure, &rest, FONT_SANS, SIZE_BODY, width);
        panel_text(sheet, box.x + TEXT_LEFT,
                   box.y + PAD + (i + 0.5) * LINE_HEIGHT + SIZE_MIDDLE * SIZE_BODY, line,
                   FONT_SANS, SIZE_BODY, theme->text);
    }
}
