#ifndef VIEW_CAPTION_FLOW_H
#define VIEW_CAPTION_FLOW_H
/* Statements as they are written, and what their lines tell about the flow of control. */
#include "lang/lang.h"
#include "trace/trace.h"

/* The first line of the statement, without indentation and trailing comment; "…" behind it
 * where the statement goes on. Lives in the region. */
Slice flow_statement(const Source *source, uint32_t line, uint32_t end_line, Region *region);

typedef enum FlowTest {
    FLOW_NONE, /* no test that could be told */
    FLOW_IF_TRUE,
    FLOW_IF_FALSE,
    FLOW_WHILE_TRUE,
    FLOW_WHILE_FALSE,
    FLOW_FOR_NEXT,
    FLOW_FOR_OVER,
} FlowTest;

/* What the test of a compound statement on lines [line, end_line] came to, given the line that
 * runs next in the same frame: it lies in the block below it or not. */
FlowTest flow_test(const Source *source, uint32_t line, uint32_t end_line, uint32_t next_line);

#endif
