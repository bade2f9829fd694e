/* Title and summary at the left, the interpreter's version and mode at the right. */
#include <math.h>

#include "view/metrics.h"
#include "view/panel.h"
#include "view/typeset.h"

static const double TITLE_BASELINE = 52, SUMMARY_BASELINE = 80;

/* A line at the right edge; returns its width. */
static double draw_right(const Sheet *sheet, Box box, double baseline, Slice text,
                         FontFace font, double size, Colour fill)
{
    Item *item = panel_text(sheet, box.x + box.width, baseline, text, font, size, fill);
    item->anchor = ANCHOR_END;
    return item->box.width;
}

static void draw_left(const Sheet *sheet, Box box, double baseline, Slice text, FontFace font,
                      double size, Colour fill, double right)
{
    double width = box.width - right - SPACE_8;
    text = typeset_cut(&sheet->scene->region, sheet->measure, text, font, size, width);
    panel_text(sheet, box.x, baseline, text, font, size, fill);
}

/* The thresholds are those of the moment: the program may change them. */
static Slice mode_line(const Sheet *sheet, const uint32_t *registers, Region *region)
{
    char *line =
        region_format(region, "%.*s · thresholds %u, %u, %u", (int)sheet->texts.mode.length,
                      sheet->texts.mode.bytes, registers[REGISTER_GC_THRESHOLD0],
                      registers[REGISTER_GC_THRESHOLD1], registers[REGISTER_GC_THRESHOLD2]);
    return slice_of(line);
}

void panel_header(const Sheet *sheet, Box box)
{
    const PageTexts *texts = &sheet->texts;
    const Theme *theme = sheet->theme;
    double right = draw_right(sheet, box, TITLE_BASELINE, texts->version, FONT_SANS_BOLD,
                              SIZE_HEADING, theme->figure);
    draw_left(sheet, box, TITLE_BASELINE, texts->title, FONT_SANS_BOLD, SIZE_TITLE, theme->text,
              right);
    right = draw_right(
        sheet, box, SUMMARY_BASELINE,
        mode_line(sheet, sheet->moment->cursor->state.registers, &sheet->scene->region),
        FONT_SANS, SIZE_NOTE, theme->text_dim);
    draw_left(sheet, box, SUMMARY_BASELINE, texts->summary, FONT_SANS, SIZE_BODY,
              theme->text_dim, right);
}

double panel_header_width(const Sheet *sheet)
{
    const PageTexts *texts = &sheet->texts;
    Region region = {0};
    Slice mode = mode_line(sheet, sheet->trace->model->state.registers, &region);
    double above = typeset_width(sheet->measure, texts->title, FONT_SANS_BOLD, SIZE_TITLE) +
                   typeset_width(sheet->measure, texts->version, FONT_SANS_BOLD, SIZE_HEADING);
    double below = typeset_width(sheet->measure, texts->summary, FONT_SANS, SIZE_BODY) +
                   typeset_width(sheet->measure, mode, FONT_SANS, SIZE_NOTE);
    region_done(&region);
    return fmax(above, below) + SPACE_8;
}
