#include "view/source_lines.h"

#include <string.h>

/* Rows at a page's edges that its neighbours show, too. */
enum { PAGE_OVERLAP = 3 };

static Slice without_indent(Slice text)
{
    while (text.length && (*text.bytes == ' ' || *text.bytes == '\t'))
        text = (Slice){text.bytes + 1, text.length - 1};
    return text;
}

static bool is_remark(const Source *source, ColouredSource colours, uint32_t line)
{
    Slice text = without_indent(source_line(source, line));
    return text.length > 1 && text.bytes[0] == '#' && strchr(":?=@", text.bytes[1]) &&
           !coloured_begins_in_string(colours, source, line);
}

static bool is_blank(const Source *source, uint32_t line)
{
    return without_indent(source_line(source, line)).length == 0;
}

SourceLines source_lines(const Source *source, ColouredSource colours, Region *region)
{
    uint32_t end = (uint32_t)source->line_count, count = 0;
    uint32_t *items = region_allocate(region, (end + 1) * sizeof *items);
    bool hidden = false; /* remarks stood directly before this line */
    for (uint32_t line = 1; line <= end; line++) {
        if (is_remark(source, colours, line)) {
            hidden = true;
            continue;
        }
        /* Blank lines around remarks become one. */
        bool is_double =
            hidden && is_blank(source, line) && (!count || is_blank(source, items[count - 1]));
        if (is_double)
            continue;
        items[count++] = line;
        hidden = false;
    }
    while (count > 1 && is_blank(source, items[count - 1]))
        count--;
    if (!count)
        items[count++] = 1;
    return (SourceLines){items, count};
}

uint32_t source_lines_row(SourceLines lines, uint32_t line)
{
    uint32_t low = 0, high = lines.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (lines.items[middle] < line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t source_lines_top(SourceLines lines, uint32_t rows, uint32_t row)
{
    if (lines.count <= rows)
        return 0;
    uint32_t overlap = rows > 4 * PAGE_OVERLAP ? PAGE_OVERLAP : 0;
    uint32_t stride = rows - 2 * overlap;
    uint32_t top = row < overlap ? 0 : (row - overlap) / stride * stride;
    uint32_t last_top = lines.count - rows;
    return top < last_top ? top : last_top;
}
