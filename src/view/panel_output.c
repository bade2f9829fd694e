/* What the program has written so far: the last lines of it; what is new in this step stands
 * out, what went to stderr has the colour of losses. */
#include <string.h>

#include "view/metrics.h"
#include "view/panel.h"
#include "view/typeset.h"

static const double LABEL_HEIGHT = 36, LINE_HEIGHT = 25, PAD_BOTTOM = 12;
static const double BAR_LEFT = 10, BAR_WIDTH = 4;

double panel_output_height(const Sheet *sheet, uint32_t rows)
{
    (void)sheet;
    return LABEL_HEIGHT + rows * LINE_HEIGHT + PAD_BOTTOM;
}

/* A line of the output: bytes [start, end), its line break not among them. */
typedef struct OutputLine {
    uint32_t start, end;
} OutputLine;

/* The last lines of the output up to `end`, at most sheet->output_rows; returns how many. */
static uint32_t last_lines(const Sheet *sheet, uint32_t end, OutputLine *ret_lines)
{
    const char *bytes = sheet->trace->model->output.bytes;
    uint32_t count = 0;
    if (end && bytes[end - 1] == '\n')
        end--;
    for (uint32_t start = end; count < sheet->output_rows; start--) {
        if (start && bytes[start - 1] != '\n')
            continue;
        ret_lines[count++] = (OutputLine){start, end};
        if (!start)
            break;
        end = start - 1;
    }
    for (uint32_t i = 0; i < count / 2; i++) {
        OutputLine line = ret_lines[i];
        ret_lines[i] = ret_lines[count - 1 - i];
        ret_lines[count - 1 - i] = line;
    }
    return count;
}

static bool is_error(const Sheet *sheet, OutputLine line)
{
    for (uint32_t i = 0; i < sheet->error_count; i++)
        if (sheet->errors[i].start <= line.start && sheet->errors[i].end > line.start)
            return true;
    return false;
}

static uint32_t count_lines(const Sheet *sheet, uint32_t end)
{
    const char *at = sheet->trace->model->output.bytes, *limit = at + end;
    uint32_t count = end && limit[-1] != '\n';
    while (at < limit && (at = memchr(at, '\n', (size_t)(limit - at))) != NULL) {
        count++;
        at++;
    }
    return count;
}

static void draw_line(const Sheet *sheet, Box box, double top, OutputLine line)
{
    const Theme *theme = sheet->theme;
    bool is_new = line.end >= sheet->output_before &&
                  sheet->output_before < line.end + (line.end == line.start);
    Region *region = &sheet->scene->region;
    Slice text = {sheet->trace->model->output.bytes + line.start, line.end - line.start};
    text = typeset_clean(region, text);
    text = typeset_cut(region, sheet->measure, text, FONT_MONO, SIZE_BODY,
                       box.width - 2 * PANEL_PADDING);
    if (is_new)
        scene_rect(sheet->scene, (ItemId){0},
                   (Box){box.x + BAR_LEFT, top + 3, BAR_WIDTH, LINE_HEIGHT - 6}, BAR_WIDTH / 2,
                   theme->now);
    Colour colour = is_error(sheet, line) ? theme->loss
                    : is_new              ? theme->text
                                          : theme->text_dim;
    panel_text(sheet, box.x + PANEL_PADDING, top + LINE_HEIGHT / 2 + SIZE_MIDDLE * SIZE_BODY,
               text, FONT_MONO, SIZE_BODY, colour);
}

static void draw_total(const Sheet *sheet, Box box, uint32_t total)
{
    Text text = {0};
    text_append_format(&text, "last %u of ", sheet->output_rows);
    typeset_figure(&text, total);
    text_append_string(&text, " lines");
    Item *item =
        panel_text(sheet, box.x + box.width - PANEL_PADDING, box.y + SPACE_6 + SPACE_1,
                   text_slice(&text), FONT_SANS, SIZE_SMALLEST, sheet->theme->text_dim);
    item->anchor = ANCHOR_END;
    text_done(&text);
}

void panel_output(const Sheet *sheet, Box box)
{
    enum { ROWS_MOST = 64 };
    OutputLine lines[ROWS_MOST];
    uint32_t end = cursor_output(sheet->moment->cursor);
    panel_frame(sheet, PANEL_OUTPUT, box, sheet->theme->panel_border, LINE_BORDER);
    panel_label(sheet, box, "output");
    if (!end)
        return;
    uint32_t count = last_lines(sheet, end, lines);
    for (uint32_t i = 0; i < count; i++)
        draw_line(sheet, box, box.y + LABEL_HEIGHT + i * LINE_HEIGHT, lines[i]);
    uint32_t total = count_lines(sheet, end);
    if (total > sheet->output_rows)
        draw_total(sheet, box, total);
}
