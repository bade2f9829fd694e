#ifndef VIEW_SOURCE_LINES_H
#define VIEW_SOURCE_LINES_H
/* Which lines of a program its panel shows: all but the scenario's remarks (`#:`, `#?`, `#=`,
 * `#@`: the page tells them in its own way). Lines keep their numbers. Rows are counted from 0,
 * lines from 1. */
#include "view/coloured.h"

typedef struct SourceLines {
    const uint32_t *items; /* line numbers, ascending */
    uint32_t count;        /* at least 1 */
} SourceLines;

/* Lives in the region. */
SourceLines source_lines(const Source *source, ColouredSource colours, Region *region);
/* The row of a line; of a line that is not shown, the next row. */
uint32_t source_lines_row(SourceLines lines, uint32_t line);
/* The row on top when `row` has to be seen and `rows` fit: pages are turned, so that going from
 * line to line inside a page moves nothing, whichever way. */
uint32_t source_lines_top(SourceLines lines, uint32_t rows, uint32_t row);

#endif
