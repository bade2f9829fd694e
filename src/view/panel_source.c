/* The program: syntax colours, line numbers, a filled triangle at the line just run and a
 * hollow one at the line to come. */
#include <math.h>
#include <string.h>

#include "view/coloured.h"
#include "view/metrics.h"
#include "view/panel.h"
#include "view/typeset.h"

static const double PAD_TOP = 14, PAD_BOTTOM = 14, PAD_RIGHT = 14;
static const double MARK_LEFT = 18, MARK_WIDTH = 12, MARK_HEIGHT = 13;
static const double LOOSEST = 1.68; /* line height in ems, at most */
static const double BAR_RIGHT = 9, BAR_WIDTH = 4;
static const double NUMBER_GAP = 14; /* between a line's number and its text */

typedef struct Setting {
    double size, line_height;
} Setting;
/* Those before the normal one are for programs whose lines have the room for them. */
static const Setting SETTINGS[] = {{26, 42},   {24, 38}, {22, 35}, {20, 33}, {18.5, 31},
                                   {18.5, 28}, {17, 25}, {16, 23}, {15, 21}};
enum { NORMAL = 4, SETTING_COUNT = sizeof SETTINGS / sizeof *SETTINGS };

/* --- setting --- */

static double gutter(const Sheet *sheet)
{
    char digits[16] = "88";
    uint32_t count = sheet->lines.items[sheet->lines.count - 1];
    uint32_t length = 2;
    for (; count >= 100 && length < sizeof digits - 1; count /= 10)
        digits[length++] = '8';
    double width = typeset_width(sheet->measure, (Slice){digits, length}, FONT_MONO, SIZE_NOTE);
    return MARK_LEFT + MARK_WIDTH + SPACE_1 + width + NUMBER_GAP;
}

/* A line's width at the normal size, with or without the comment behind its code. */
static double line_width(const Sheet *sheet, uint32_t line, bool with_comment)
{
    Region region = {0};
    Slice text = source_line(sheet->trace->source, line);
    if (!with_comment)
        text.length = coloured_code_length(sheet->colours, sheet->trace->source, line);
    text = typeset_clean(&region, text);
    double width = typeset_width(sheet->measure, text, FONT_MONO, SETTINGS[NORMAL].size);
    region_done(&region);
    return width;
}

double panel_source_width(const Sheet *sheet, bool with_comments)
{
    double widest = 0;
    for (uint32_t i = 0; i < sheet->lines.count; i++)
        widest = fmax(widest, line_width(sheet, sheet->lines.items[i], with_comments));
    return gutter(sheet) + widest + PAD_RIGHT;
}

double panel_source_height(const Sheet *sheet)
{
    return PAD_TOP + sheet->lines.count * SETTINGS[NORMAL].line_height + PAD_BOTTOM;
}

SourceSetting panel_source_setting(const Sheet *sheet, double width, double height)
{
    double room = height - PAD_TOP - PAD_BOTTOM;
    double widest = panel_source_width(sheet, true) - gutter(sheet) - PAD_RIGHT;
    double text_room = width - gutter(sheet) - PAD_RIGHT;
    double needed = widest / SETTINGS[NORMAL].size;
    int best = 0;
    while (best + 1 < SETTING_COUNT &&
           (sheet->lines.count * SETTINGS[best].line_height > room ||
            (best < NORMAL && needed * SETTINGS[best].size > text_room)))
        best++;
    double size = SETTINGS[best].size;
    /* Lines that are only a little too long are set smaller rather than cut. */
    if (needed * size > text_room && needed > 0)
        size = fmax(SIZE_LABEL, fmin(size, floor(text_room / needed * 2) / 2));
    double line_height = SETTINGS[best].line_height;
    /* What room is left is shared out between the lines. */
    double loose = fmin(room / sheet->lines.count, LOOSEST * SETTINGS[best].size);
    line_height =
        fmax(line_height, fmin(loose, SETTINGS[best < NORMAL ? best : NORMAL].line_height));
    return (SourceSetting){.size = size,
                           .line_height = line_height,
                           .gutter = gutter(sheet),
                           .rows = (uint32_t)(room / line_height + 0.001),
                           .is_normal = size >= SETTINGS[NORMAL].size};
}

/* --- the marked lines --- */

typedef struct Marks {
    uint32_t run, run_end, next; /* lines; 0: none */
} Marks;

static Marks find_marks(const Sheet *sheet)
{
    const Trace *trace = sheet->trace;
    const Moment *moment = sheet->moment;
    const Step *step = &trace->steps[moment->step];
    Marks marks = {0};
    /* Within a statement it is the statement that runs. */
    bool inside = step->change < moment->cursor->change && moment->step + 1 < trace->step_count;
    const Step *run = inside ? step + 1 : step;
    if (panel_shows_code(sheet, run->code)) {
        marks.run = run->line;
        marks.run_end = run->end_line;
    }
    if (!inside && panel_shows_code(sheet, step->next_code))
        marks.next = step->next_line;
    return marks;
}

/* --- drawing --- */

static void draw_triangle(const Sheet *sheet, double x, double middle, bool filled)
{
    const Theme *theme = sheet->theme;
    Point points[] = {{x, middle - MARK_HEIGHT / 2},
                      {x + MARK_WIDTH, middle},
                      {x, middle + MARK_HEIGHT / 2},
                      {x, middle - MARK_HEIGHT / 2}};
    if (filled)
        scene_area(sheet->scene, (ItemId){0}, points, 3, theme->now);
    else
        scene_path(sheet->scene, (ItemId){0}, points, 4, 0, theme->now, LINE_STRONG);
}

static Colour token_colour(const Theme *theme, TokenClass kind)
{
    switch (kind) {
    case TOKEN_CLASS_PLAIN:
        return theme->text;
    case TOKEN_CLASS_KEYWORD:
        return theme->code_keyword;
    case TOKEN_CLASS_STRING:
        return theme->code_string;
    case TOKEN_CLASS_NUMBER:
        return theme->code_number;
    case TOKEN_CLASS_COMMENT:
        return theme->code_comment;
    case TOKEN_CLASS_DEFINITION:
        return theme->code_definition;
    }
    return theme->text;
}

/* The token class at a byte of the source, and where the run of that class ends. */
static TokenClass class_at(const Sheet *sheet, size_t at, size_t end, size_t *ret_end)
{
    size_t index = coloured_find(sheet->colours, at);
    *ret_end = end;
    if (index == sheet->colours.count)
        return TOKEN_CLASS_PLAIN;
    const ColouredSpan *span = &sheet->colours.items[index];
    if (span->span.start > at) {
        *ret_end = span->span.start < end ? span->span.start : end;
        return TOKEN_CLASS_PLAIN;
    }
    *ret_end = span->span.end < end ? span->span.end : end;
    return span->kind;
}

/* A tab counts to every 4th column, as typeset_clean has it; here runs are cleaned one by one.
 */
static Slice spaces_for_tabs(const Sheet *sheet, Slice run, size_t column)
{
    if (!run.length || !memchr(run.bytes, '\t', run.length))
        return typeset_clean(&sheet->scene->region, run);
    Text padded = {0};
    for (size_t i = 0; i < column % 4; i++)
        text_append_char(&padded, ' ');
    text_append_slice(&padded, run);
    Slice clean = typeset_clean(&sheet->scene->region, text_slice(&padded));
    text_done(&padded);
    return (Slice){clean.bytes + column % 4, clean.length - column % 4};
}

static void draw_code(const Sheet *sheet, uint32_t line, double x, double baseline,
                      double width)
{
    const Source *source = sheet->trace->source;
    Slice text = source_line(source, line);
    size_t at = source->line_start[line - 1], end = at + text.length;
    double left = x, size = sheet->source.size;
    size_t column = 0;
    while (at < end && x < left + width) {
        size_t run_end;
        TokenClass kind = class_at(sheet, at, end, &run_end);
        Slice run = spaces_for_tabs(sheet, (Slice){source->bytes + at, run_end - at}, column);
        column += utf8_count(run.bytes, run.length);
        /* Where more follows, room for its ellipsis is kept. */
        double room = left + width - x;
        Slice shown =
            typeset_cut(&sheet->scene->region, sheet->measure, run, FONT_MONO, size, room);
        Item *item = panel_text(sheet, x, baseline, shown, FONT_MONO, size,
                                token_colour(sheet->theme, kind));
        if (shown.bytes != run.bytes)
            return;
        x += item->box.width;
        at = run_end;
    }
}

static void draw_number(const Sheet *sheet, uint32_t line, double right, double baseline,
                        bool marked)
{
    char digits[16];
    Text text = {0};
    text_append_format(&text, "%u", line);
    memcpy(digits, text_string(&text), text.length + 1);
    text_done(&text);
    Item *item = panel_text(sheet, right, baseline, slice_of(digits), FONT_MONO,
                            fmin(SIZE_NOTE, sheet->source.size),
                            marked ? sheet->theme->now_text : sheet->theme->text_dim);
    item->anchor = ANCHOR_END;
}

static void draw_line(const Sheet *sheet, Box box, uint32_t line, double top, Marks marks)
{
    const SourceSetting *setting = &sheet->source;
    double middle = top + setting->line_height / 2;
    double baseline = middle + SIZE_MIDDLE * setting->size;
    bool runs = line >= marks.run && line <= marks.run_end;
    if (runs) {
        Box fill = {box.x + SPACE_4, top, box.width - 2 * SPACE_4 + 2, setting->line_height};
        scene_rect(sheet->scene, (ItemId){PICK_LINE, 0, line}, fill, RADIUS_SMALL,
                   sheet->theme->now_fill);
    }
    if (line == marks.run)
        draw_triangle(sheet, box.x + MARK_LEFT, middle, true);
    else if (line == marks.next)
        draw_triangle(sheet, box.x + MARK_LEFT, middle, false);
    draw_number(sheet, line, box.x + setting->gutter - NUMBER_GAP, baseline, runs);
    draw_code(sheet, line, box.x + setting->gutter, baseline,
              box.width - setting->gutter - PAD_RIGHT);
}

/* The line to come is on another page: a hint at the edge that it lies beyond. */
static void draw_hint(const Sheet *sheet, Box box, uint32_t line, bool above)
{
    Text text = {0};
    text_append_format(&text, "%s line %u", above ? "↑" : "↓", line);
    double width = typeset_width(sheet->measure, text_slice(&text), FONT_SANS, SIZE_SMALLEST);
    Box pill = {box.x + box.width - width - 2 * SPACE_3 - SPACE_2,
                above ? box.y + SPACE_2 : box.y + box.height - 24 - SPACE_2,
                width + 2 * SPACE_2, 24};
    scene_rect(sheet->scene, (ItemId){0}, pill, 12, sheet->theme->now_fill);
    panel_text(sheet, pill.x + SPACE_2, pill.y + 17, text_slice(&text), FONT_SANS,
               SIZE_SMALLEST, sheet->theme->now_text);
    text_done(&text);
}

/* Where in the program the page is, when it is longer than the panel. */
static void draw_scroll_bar(const Sheet *sheet, Box box, uint32_t top)
{
    double count = sheet->lines.count, rows = sheet->source.rows;
    if (rows >= count)
        return;
    Box bar = {box.x + box.width - BAR_RIGHT, box.y + PAD_TOP, BAR_WIDTH,
               box.height - PAD_TOP - PAD_BOTTOM};
    bar.y += bar.height * top / count;
    bar.height *= rows / count;
    scene_rect(sheet->scene, (ItemId){0}, bar, BAR_WIDTH / 2, sheet->theme->rule);
}

void panel_source(const Sheet *sheet, Box box)
{
    panel_frame(sheet, PANEL_SOURCE, box, sheet->theme->panel_border, LINE_BORDER);
    Marks marks = find_marks(sheet);
    SourceLines lines = sheet->lines;
    uint32_t current = source_lines_row(lines, marks.run ? marks.run : marks.next);
    uint32_t top = source_lines_top(lines, sheet->source.rows, current);
    for (uint32_t i = 0; i < sheet->source.rows && top + i < lines.count; i++)
        draw_line(sheet, box, lines.items[top + i],
                  box.y + PAD_TOP + i * sheet->source.line_height, marks);
    draw_scroll_bar(sheet, box, top);
    uint32_t next = source_lines_row(lines, marks.next);
    if (marks.next && next < top)
        draw_hint(sheet, box, marks.next, true);
    if (marks.next && next >= top + sheet->source.rows)
        draw_hint(sheet, box, marks.next, false);
}
