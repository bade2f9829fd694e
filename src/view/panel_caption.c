/* The caption: the statement as a heading, then what it changed and why. The panel has one
 * height; where the sentences need more, the lightest are left out. */
#include <math.h>
#include <string.h>

#include "view/metrics.h"
#include "view/panel.h"
#include "view/typeset.h"

static const double HEADING_BASELINE = 34, FIRST_BASELINE = 65, LINE_HEIGHT = 25,
                    SENTENCE_GAP = 3, PAD_BOTTOM = 21, NOTE_MARGIN = 12;
enum { ROWS_LEAST = 3, ROWS = 6, ROWS_WITH_NOTE = 5 };

static double note_width(double width)
{
    return width - 2 * NOTE_MARGIN;
}

/* The height for so many lines in so many sentences. */
static double sentences_height(uint32_t rows)
{
    return FIRST_BASELINE + (rows - 1) * LINE_HEIGHT + (rows - 2) * SENTENCE_GAP + PAD_BOTTOM;
}

static double height_limit(const Sheet *sheet, double width)
{
    double note = panel_note_height(sheet, note_width(width));
    if (!note)
        return sentences_height(ROWS);
    return sentences_height(ROWS_WITH_NOTE) + note + NOTE_MARGIN;
}

static FontFace face(const CaptionLine *line)
{
    return line->strong ? FONT_SANS_BOLD : FONT_SANS;
}

static double text_width(double width)
{
    return width - 2 * PANEL_PADDING;
}

static uint32_t rows_of(const Sheet *sheet, const CaptionLine *line, double width)
{
    return typeset_count(sheet->measure, line->text, face(line), SIZE_BODY, text_width(width));
}

/* What a step's caption needs in full, its note included. */
static double height_at(const Sheet *sheet, uint32_t step, double width)
{
    const Caption *caption = &sheet->captions[step];
    double note = panel_note_height_at(sheet, step, note_width(width));
    double height = FIRST_BASELINE - LINE_HEIGHT - SENTENCE_GAP + PAD_BOTTOM;
    for (uint32_t i = 0; i < caption->count; i++)
        height += rows_of(sheet, &caption->lines[i], width) * LINE_HEIGHT + SENTENCE_GAP;
    return height + (note ? note + NOTE_MARGIN : 0);
}

/* What the recording's captions need, within bounds. */
double panel_caption_height(const Sheet *sheet, double width)
{
    double most = height_limit(sheet, width), needed = sentences_height(ROWS_LEAST);
    if (!sheet->captions)
        return most;
    for (uint32_t step = 0; step < sheet->trace->step_count; step++)
        needed = fmax(needed, height_at(sheet, step, width));
    return fmin(ceil(needed), most);
}

/* The heaviest sentence that is not chosen yet; caption->count when all are. */
static uint32_t heaviest(const Caption *caption, const bool *chosen)
{
    uint32_t best = caption->count;
    for (uint32_t i = 0; i < caption->count; i++)
        if (!chosen[i] &&
            (best == caption->count || caption->lines[i].weight > caption->lines[best].weight))
            best = i;
    return best;
}

/* Chooses sentences by weight until one does not fit any more. */
static void choose(const Sheet *sheet, Box box, bool *ret_chosen)
{
    const Caption *caption = sheet->caption;
    double height = 0, room = box.height - FIRST_BASELINE + LINE_HEIGHT - PAD_BOTTOM;
    memset(ret_chosen, 0, CAPTION_LINE_LIMIT * sizeof *ret_chosen);
    for (uint32_t n = 0; n < caption->count; n++) {
        uint32_t best = heaviest(caption, ret_chosen);
        height += rows_of(sheet, &caption->lines[best], box.width) * LINE_HEIGHT;
        if (n && height > room)
            return;
        ret_chosen[best] = true;
        height += SENTENCE_GAP;
    }
}

/* Draws a sentence; returns the baseline of the line after it. */
static double draw_sentence(const Sheet *sheet, const CaptionLine *line, Box box,
                            double baseline)
{
    Slice rest = line->text;
    while (rest.length && baseline < box.y + box.height) {
        Slice part =
            typeset_break(sheet->measure, &rest, face(line), SIZE_BODY, text_width(box.width));
        panel_text(sheet, box.x + PANEL_PADDING, baseline, part, face(line), SIZE_BODY,
                   sheet->theme->text);
        baseline += LINE_HEIGHT;
    }
    return baseline + SENTENCE_GAP;
}

static void draw_heading(const Sheet *sheet, Box box)
{
    const Caption *caption = sheet->caption;
    double aside = 0;
    if (caption->aside.length) {
        Item *item =
            panel_text(sheet, box.x + box.width - PANEL_PADDING, box.y + HEADING_BASELINE,
                       caption->aside, FONT_SANS, SIZE_LABEL, sheet->theme->text_dim);
        item->anchor = ANCHOR_END;
        aside = item->box.width + SPACE_4;
    }
    Region *region = &sheet->scene->region;
    Slice heading = typeset_clean(region, caption->heading);
    heading = typeset_cut(region, sheet->measure, heading, FONT_MONO_BOLD, SIZE_CODE,
                          text_width(box.width) - aside);
    panel_text(sheet, box.x + PANEL_PADDING, box.y + HEADING_BASELINE, heading, FONT_MONO_BOLD,
               SIZE_CODE, sheet->theme->now_text);
}

/* The note at the foot; returns what is left above it. */
static Box draw_note(const Sheet *sheet, Box box)
{
    double height = panel_note_height_now(sheet, note_width(box.width));
    if (!height)
        return box;
    panel_note(sheet, (Box){box.x + NOTE_MARGIN, box.y + box.height - NOTE_MARGIN - height,
                            note_width(box.width), height});
    box.height -= height + NOTE_MARGIN;
    return box;
}

void panel_caption(const Sheet *sheet, Box box)
{
    bool chosen[CAPTION_LINE_LIMIT];
    panel_frame(sheet, PANEL_CAPTION, box, sheet->theme->now, LINE_STRONG);
    box = draw_note(sheet, box);
    draw_heading(sheet, box);
    choose(sheet, box, chosen);
    double baseline = box.y + FIRST_BASELINE;
    for (uint32_t i = 0; i < sheet->caption->count; i++)
        if (chosen[i])
            baseline = draw_sentence(sheet, &sheet->caption->lines[i], box, baseline);
}
