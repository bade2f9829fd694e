#include "view/page_layout.h"

#include <math.h>

#include "view/metrics.h"

static const double HEADER_HEIGHT = 104;     /* down to the first panel */
static const double BARE_HEADER_HEIGHT = 24; /* where there is nothing to say */
static const double COLUMN_SHARE = 0.26, COLUMN_COMMENT_SHARE = 0.28, COLUMN_MOST_SHARE = 0.31;
static const double COLUMN_LEAST = 400, COLUMN_LEAST_WIDE = 500, COLUMN_MOST = 640;
static const double SOURCE_LEAST = 240;
enum { OUTPUT_ROWS_LEAST = 1, OUTPUT_ROWS_MOST = 7 };

static uint32_t output_lines(const Trace *trace)
{
    const Text *output = &trace->model->output;
    uint32_t count = 0;
    for (size_t i = 0; i < output->length; i++)
        count += output->bytes[i] == '\n';
    return count + (output->length && output->bytes[output->length - 1] != '\n');
}

static bool has_header(const PageTexts *texts)
{
    return texts->title.length || texts->summary.length || texts->version.length ||
           texts->mode.length;
}

/* As wide as the program's lines want, within limits that leave room for the canvas; comments
 * behind code may ask for less than code. */
static double column_width(const Sheet *sheet, double width)
{
    double least = fmax(COLUMN_LEAST, fmin(COLUMN_SHARE * width, COLUMN_LEAST_WIDE));
    double for_code = fmax(least, fmin(COLUMN_MOST_SHARE * width, COLUMN_MOST));
    double for_comments = fmax(least, fmin(COLUMN_COMMENT_SHARE * width, COLUMN_MOST));
    double code = fmin(panel_source_width(sheet, false), for_code);
    double comments = fmin(panel_source_width(sheet, true), for_comments);
    return ceil(fmax(least, fmax(code, comments)));
}

/* The output gets its lines as far as the source does not need the room. */
static uint32_t output_rows(const Sheet *sheet, double room)
{
    uint32_t wanted = output_lines(sheet->trace), rows = OUTPUT_ROWS_LEAST;
    double source = fmax(panel_source_height(sheet), SOURCE_LEAST);
    while (rows < wanted && rows < OUTPUT_ROWS_MOST &&
           (panel_output_height(sheet, rows + 1) + source <= room || rows < 3))
        rows++;
    return rows;
}

static Box stacked(Box column, double *top, double height)
{
    Box box = {column.x, *top, column.width, height};
    *top += height + PANEL_GAP;
    return box;
}

static void lay_out_column(Sheet *sheet, PageLayout *layout, Box column)
{
    double caption = panel_caption_height(sheet, column.width);
    double room = column.height - caption - PANEL_GAP;
    sheet->output_rows = output_rows(sheet, room - PANEL_GAP);
    double output = panel_output_height(sheet, sheet->output_rows);
    double source = room - PANEL_GAP - output;
    double top = column.y;
    layout->boxes[PANEL_SOURCE] = stacked(column, &top, source);
    layout->boxes[PANEL_OUTPUT] = stacked(column, &top, output);
    layout->boxes[PANEL_CAPTION] = stacked(column, &top, caption);
    for (uint32_t i = 0; i < sheet->listings.count; i++)
        sheet->listings.items[i].setting =
            panel_source_setting(sheet, &sheet->listings.items[i], column.width, source);
}

PageLayout page_layout(Sheet *sheet, double width, double height, double wider)
{
    PageLayout layout = {.page = {0, 0, width, height}};
    double inner = width - 2 * PAGE_MARGIN;
    bool header = has_header(&sheet->texts);
    double top = header ? HEADER_HEIGHT : BARE_HEADER_HEIGHT;
    if (header)
        layout.boxes[PANEL_HEADER] = (Box){PAGE_MARGIN + SPACE_3, 0, inner - 2 * SPACE_3, top};
    double timeline = panel_timeline_height(sheet);
    double bottom = height - PAGE_MARGIN + 2;
    layout.boxes[PANEL_TIMELINE] = (Box){PAGE_MARGIN, bottom - timeline, inner, timeline};
    bottom -= timeline + PANEL_GAP;
    Box column = {PAGE_MARGIN, top, column_width(sheet, width) + wider, bottom - top};
    lay_out_column(sheet, &layout, column);
    double left = column.x + column.width + PAGE_MARGIN;
    layout.canvas = (Box){left, top, width - PAGE_MARGIN - left, bottom - top};
    double track = panel_track_height();
    layout.boxes[PANEL_TRACK] = (Box){left, bottom - track, layout.canvas.width, track};
    return layout;
}

bool page_layout_is_roomy(const Sheet *sheet, const PageLayout *layout)
{
    const Box *boxes = layout->boxes;
    return panel_header_width(sheet) <= boxes[PANEL_HEADER].width &&
           panel_source_width(sheet, true) <= boxes[PANEL_SOURCE].width &&
           panel_source_is_roomy(sheet) && output_lines(sheet->trace) <= sheet->output_rows;
}
