#include "view/caption_flow.h"

#include <string.h>

#include "view/coloured.h"

/* --- a line of code, cut at its comment --- */

static Slice trim(Slice text)
{
    while (text.length && (*text.bytes == ' ' || *text.bytes == '\t' || *text.bytes == '\f'))
        text = (Slice){text.bytes + 1, text.length - 1};
    while (text.length && strchr(" \t\r\f", text.bytes[text.length - 1]))
        text.length--;
    return text;
}

static Slice code_of_line(const Source *source, uint32_t line, ColouredSource colours)
{
    Slice text = source_line(source, line);
    text.length = coloured_code_length(colours, source, line);
    return trim(text);
}

Slice flow_statement(const Source *source, uint32_t line, uint32_t end_line, Region *region)
{
    if (!line || line > source->line_count)
        return (Slice){0};
    Slice code = code_of_line(source, line, lang_colours(source, region));
    bool opens_block = code.length && code.bytes[code.length - 1] == ':';
    if (end_line <= line || opens_block)
        return region_slice(region, code);
    return slice_of(region_format(region, "%.*s …", (int)code.length, code.bytes));
}

/* --- blocks --- */

static size_t indentation(Slice line)
{
    size_t column = 0;
    for (size_t i = 0; i < line.length; i++) {
        if (line.bytes[i] == ' ')
            column++;
        else if (line.bytes[i] == '\t')
            column = (column / 8 + 1) * 8;
        else
            break;
    }
    return column;
}

/* A line that can neither be in a block nor end one: blank, a comment, a closing bracket. */
static bool is_neutral(Slice code)
{
    return !code.length || *code.bytes == '#' || strchr(")]}", *code.bytes) != NULL;
}

static bool is_in_block(const Source *source, uint32_t line, uint32_t end_line,
                        uint32_t next_line, ColouredSource colours)
{
    size_t header = indentation(source_line(source, line));
    if (next_line <= end_line)
        return false;
    for (uint32_t i = end_line + 1; i <= next_line; i++) {
        Slice text = source_line(source, i);
        if (is_neutral(trim(text)) || coloured_begins_in_string(colours, source, i))
            continue;
        if (indentation(text) <= header)
            return false;
    }
    return true;
}

static bool starts_with(Slice code, const char *word)
{
    size_t length = strlen(word);
    return code.length > length && memcmp(code.bytes, word, length) == 0 &&
           strchr(" \t(", code.bytes[length]) != NULL;
}

FlowTest flow_test(const Source *source, uint32_t line, uint32_t end_line, uint32_t next_line)
{
    if (!line || end_line > source->line_count || !next_line || next_line > source->line_count)
        return FLOW_NONE;
    Region region = {0};
    ColouredSource colours = lang_colours(source, &region);
    Slice code = code_of_line(source, line, colours);
    Slice last = code_of_line(source, end_line, colours);
    FlowTest test = FLOW_NONE;
    /* With its body on the same line a test and its block cannot be told apart. */
    if (last.length && last.bytes[last.length - 1] == ':') {
        bool inside = is_in_block(source, line, end_line, next_line, colours);
        if (starts_with(code, "if") || starts_with(code, "elif"))
            test = inside ? FLOW_IF_TRUE : FLOW_IF_FALSE;
        else if (starts_with(code, "while"))
            test = inside ? FLOW_WHILE_TRUE : FLOW_WHILE_FALSE;
        else if (starts_with(code, "for"))
            test = inside ? FLOW_FOR_NEXT : FLOW_FOR_OVER;
    }
    region_done(&region);
    return test;
}
