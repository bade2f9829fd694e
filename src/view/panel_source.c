/* The program: syntax colours, line numbers, a filled triangle at the line just run and a
 * hollow one at the line to come. */
#include <math.h>
#include <string.h>

#include "view/coloured.h"
#include "view/metrics.h"
#include "view/panel.h"
#include "view/typeset.h"

static const double PAD_TOP = 14, PAD_BOTTOM = 14, PAD_RIGHT = 14, NAME_ROOM = 42,
                    NAME_BASELINE = 28;
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

/* Where there are several listings, each has its file's name above it. */
static double pad_top(const Sheet *sheet)
{
    return sheet->listings.count > 1 ? NAME_ROOM : PAD_TOP;
}

static double gutter(const Sheet *sheet, const Listing *listing)
{
    char digits[16] = "88";
    uint32_t count = listing->lines.items[listing->lines.count - 1];
    uint32_t length = 2;
    for (; count >= 100 && length < sizeof digits - 1; count /= 10)
        digits[length++] = '8';
    double width = typeset_width(sheet->measure, (Slice){digits, length}, FONT_MONO, SIZE_NOTE);
    return MARK_LEFT + MARK_WIDTH + SPACE_1 + width + NUMBER_GAP;
}

/* A line's width at the normal size, with or without the comment behind its code. */
static double line_width(const Sheet *sheet, const Listing *listing, uint32_t line,
                         bool with_comment)
{
    Region region = {0};
    Slice text = source_line(listing->source, line);
    if (!with_comment)
        text.length = coloured_code_length(listing->colours, listing->source, line);
    text = typeset_clean(&region, text);
    double width = typeset_width(sheet->measure, text, FONT_MONO, SETTINGS[NORMAL].size);
    region_done(&region);
    return width;
}

static double widest_line(const Sheet *sheet, const Listing *listing, bool with_comments)
{
    double widest = 0;
    for (uint32_t i = 0; i < listing->lines.count; i++)
        widest =
            fmax(widest, line_width(sheet, listing, listing->lines.items[i], with_comments));
    return widest;
}

double panel_source_width(const Sheet *sheet, bool with_comments)
{
    double widest = 0;
    for (uint32_t i = 0; i < sheet->listings.count; i++) {
        const Listing *listing = &sheet->listings.items[i];
        widest =
            fmax(widest, gutter(sheet, listing) + widest_line(sheet, listing, with_comments));
    }
    return widest + PAD_RIGHT;
}

double panel_source_height(const Sheet *sheet)
{
    uint32_t most = 0;
    for (uint32_t i = 0; i < sheet->listings.count; i++)
        if (sheet->listings.items[i].lines.count > most)
            most = sheet->listings.items[i].lines.count;
    return pad_top(sheet) + most * SETTINGS[NORMAL].line_height + PAD_BOTTOM;
}

bool panel_source_is_roomy(const Sheet *sheet)
{
    for (uint32_t i = 0; i < sheet->listings.count; i++) {
        const Listing *listing = &sheet->listings.items[i];
        if (listing->setting.rows < listing->lines.count || !listing->setting.is_normal)
            return false;
    }
    return true;
}

SourceSetting panel_source_setting(const Sheet *sheet, const Listing *listing, double width,
                                   double height)
{
    double room = height - pad_top(sheet) - PAD_BOTTOM;
    double text_room = width - gutter(sheet, listing) - PAD_RIGHT;
    double needed = widest_line(sheet, listing, true) / SETTINGS[NORMAL].size;
    uint32_t count = listing->lines.count;
    int best = 0;
    while (best + 1 < SETTING_COUNT &&
           (count * SETTINGS[best].line_height > room ||
            (best < NORMAL && needed * SETTINGS[best].size > text_room)))
        best++;
    double size = SETTINGS[best].size;
    /* Lines that are only a little too long are set smaller rather than cut. */
    if (needed * size > text_room && needed > 0)
        size = fmax(SIZE_LABEL, fmin(size, floor(text_room / needed * 2) / 2));
    double line_height = SETTINGS[best].line_height;
    /* What room is left is shared out between the lines. */
    double loose = fmin(room / count, LOOSEST * SETTINGS[best].size);
    line_height =
        fmax(line_height, fmin(loose, SETTINGS[best < NORMAL ? best : NORMAL].line_height));
    return (SourceSetting){.size = size,
                           .line_height = line_height,
                           .gutter = gutter(sheet, listing),
                           .rows = (uint32_t)(room / line_height + 0.001),
                           .is_normal = size >= SETTINGS[NORMAL].size};
}

/* --- the marked lines --- */

typedef struct Marks {
    const Listing *listing;      /* the one that is shown */
    uint32_t run, run_end, next; /* lines of it; 0: none */
    const Listing *elsewhere;    /* the listing of the line to come, where it is another */
    uint32_t elsewhere_line;
} Marks;

static Marks find_marks(const Sheet *sheet)
{
    const Trace *trace = sheet->trace;
    const Moment *moment = sheet->moment;
    const Step *step = &trace->steps[moment->step];
    /* Within a statement it is the statement that runs. */
    bool inside = step->change < moment->cursor->change && moment->step + 1 < trace->step_count;
    const Step *run = inside ? step + 1 : step;
    const Listing *runs = run->line ? listing_of(sheet->listings, trace, run->code) : NULL;
    const Listing *next = inside ? NULL : listing_of(sheet->listings, trace, step->next_code);
    Marks marks = {.listing = runs ? runs : next ? next : &sheet->listings.items[0]};
    if (runs) {
        marks.run = run->line;
        marks.run_end = run->end_line;
    }
    if (next == marks.listing) {
        marks.next = step->next_line;
    } else if (next) {
        marks.elsewhere = next;
        marks.elsewhere_line = step->next_line;
    }
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
static TokenClass class_at(ColouredSource colours, size_t at, size_t end, size_t *ret_end)
{
    size_t index = coloured_find(colours, at);
    *ret_end = end;
    if (index == colours.count)
        return TOKEN_CLASS_PLAIN;
    const ColouredSpan *span = &colours.items[index];
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

static void draw_code(const Sheet *sheet, const Listing *listing, uint32_t line, double x,
                      double baseline, double width)
{
    const Source *source = listing->source;
    Slice text = source_line(source, line);
    size_t at = source->line_start[line - 1], end = at + text.length;
    double left = x, size = listing->setting.size;
    size_t column = 0;
    while (at < end && x < left + width) {
        size_t run_end;
        TokenClass kind = class_at(listing->colours, at, end, &run_end);
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

static void draw_number(const Sheet *sheet, const Listing *listing, uint32_t line, double right,
                        double baseline, bool marked)
{
    char digits[16];
    Text text = {0};
    text_append_format(&text, "%u", line);
    memcpy(digits, text_string(&text), text.length + 1);
    text_done(&text);
    Item *item = panel_text(sheet, right, baseline, slice_of(digits), FONT_MONO,
                            fmin(SIZE_NOTE, listing->setting.size),
                            marked ? sheet->theme->now_text : sheet->theme->text_dim);
    item->anchor = ANCHOR_END;
}

static void draw_line(const Sheet *sheet, Box box, uint32_t line, double top, Marks marks)
{
    const SourceSetting *setting = &marks.listing->setting;
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
    draw_number(sheet, marks.listing, line, box.x + setting->gutter - NUMBER_GAP, baseline,
                runs);
    draw_code(sheet, marks.listing, line, box.x + setting->gutter, baseline,
              box.width - setting->gutter - PAD_RIGHT);
}

/* The line to come is not in sight: a hint at the edge where it is. */
static void draw_hint(const Sheet *sheet, Box box, Slice text, bool above)
{
    double width = typeset_width(sheet->measure, text, FONT_SANS, SIZE_SMALLEST);
    Box pill = {box.x + box.width - width - 2 * SPACE_3 - SPACE_2,
                above ? box.y + SPACE_2 : box.y + box.height - 24 - SPACE_2,
                width + 2 * SPACE_2, 24};
    scene_rect(sheet->scene, (ItemId){0}, pill, 12, sheet->theme->now_fill);
    panel_text(sheet, pill.x + SPACE_2, pill.y + 17, text, FONT_SANS, SIZE_SMALLEST,
               sheet->theme->now_text);
}

static void draw_hints(const Sheet *sheet, Box box, Marks marks, uint32_t top)
{
    Region *region = &sheet->scene->region;
    if (marks.elsewhere) {
        Slice name = trace_file(marks.elsewhere->source);
        const char *text = region_format(region, "→ %.*s, line %u", (int)name.length,
                                         name.bytes, marks.elsewhere_line);
        draw_hint(sheet, box, slice_of(text), false);
    }
    uint32_t next = source_lines_row(marks.listing->lines, marks.next);
    bool above = next < top, below = next >= top + marks.listing->setting.rows;
    if (marks.next && (above || below)) {
        const char *text = region_format(region, "%s line %u", above ? "↑" : "↓", marks.next);
        draw_hint(sheet, box, slice_of(text), above);
    }
}

/* Where in the listing the page is, when it is longer than the panel. */
static void draw_scroll_bar(const Sheet *sheet, const Listing *listing, Box box, uint32_t top)
{
    double count = listing->lines.count, rows = listing->setting.rows;
    if (rows >= count)
        return;
    Box bar = {box.x + box.width - BAR_RIGHT, box.y + pad_top(sheet), BAR_WIDTH,
               box.height - pad_top(sheet) - PAD_BOTTOM};
    bar.y += bar.height * top / count;
    bar.height *= rows / count;
    scene_rect(sheet->scene, (ItemId){0}, bar, BAR_WIDTH / 2, sheet->theme->rule);
}

static void draw_name(const Sheet *sheet, const Listing *listing, Box box)
{
    if (sheet->listings.count == 1)
        return;
    Slice name = typeset_clean(&sheet->scene->region, trace_file(listing->source));
    name = typeset_cut(&sheet->scene->region, sheet->measure, name, FONT_SANS, SIZE_LABEL,
                       box.width - 2 * PANEL_PADDING);
    panel_text(sheet, box.x + PANEL_PADDING, box.y + NAME_BASELINE, name, FONT_SANS, SIZE_LABEL,
               sheet->theme->text_dim);
}

void panel_source(const Sheet *sheet, Box box)
{
    panel_frame(sheet, PANEL_SOURCE, box, sheet->theme->panel_border, LINE_BORDER);
    Marks marks = find_marks(sheet);
    SourceLines lines = marks.listing->lines;
    const SourceSetting *setting = &marks.listing->setting;
    uint32_t current = source_lines_row(lines, marks.run ? marks.run : marks.next);
    uint32_t top = source_lines_top(lines, setting->rows, current);
    draw_name(sheet, marks.listing, box);
    for (uint32_t i = 0; i < setting->rows && top + i < lines.count; i++)
        draw_line(sheet, box, lines.items[top + i],
                  box.y + pad_top(sheet) + i * setting->line_height, marks);
    draw_scroll_bar(sheet, marks.listing, box, top);
    draw_hints(sheet, box, marks, top);
}
