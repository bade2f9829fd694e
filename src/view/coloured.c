#include "view/coloured.h"

size_t coloured_find(ColouredSource colours, size_t at)
{
    size_t low = 0, high = colours.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (colours.items[middle].span.end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t coloured_code_length(ColouredSource colours, const Source *source, uint32_t line)
{
    Slice text = source_line(source, line);
    size_t start = source->line_start[line - 1], length = text.length;
    for (size_t i = coloured_find(colours, start); i < colours.count; i++) {
        const ColouredSpan *span = &colours.items[i];
        if (span->span.start >= start + text.length)
            break;
        if (span->kind == TOKEN_CLASS_COMMENT && span->span.start >= start)
            length = span->span.start - start;
    }
    while (length && (text.bytes[length - 1] == ' ' || text.bytes[length - 1] == '\t'))
        length--;
    return length;
}

bool coloured_begins_in_string(ColouredSource colours, const Source *source, uint32_t line)
{
    size_t start = source->line_start[line - 1], i = coloured_find(colours, start);
    return i < colours.count && colours.items[i].kind == TOKEN_CLASS_STRING &&
           colours.items[i].span.start < start;
}
