#include "scenario/lines.h"

#include <string.h>

#include "lang/lang.h"

typedef struct Scan {
    const Source *source;
    ColouredSource colours;
    size_t span; /* the first one that does not end before the place */
    int depth;   /* of brackets */
    bool joined; /* the line before ended in a backslash */
} Scan;

static const ColouredSpan *span_at(Scan *scan, size_t offset)
{
    while (scan->span < scan->colours.count &&
           scan->colours.items[scan->span].span.end <= offset)
        scan->span++;
    if (scan->span == scan->colours.count)
        return NULL;
    const ColouredSpan *span = &scan->colours.items[scan->span];
    return span->span.start <= offset ? span : NULL;
}

static bool is_kind(Scan *scan, size_t offset, TokenClass kind)
{
    const ColouredSpan *span = span_at(scan, offset);
    return span && span->kind == kind;
}

static size_t measure_indent(Slice line, size_t *ret_columns)
{
    size_t columns = 0, i = 0;
    for (; i < line.length &&
           (line.bytes[i] == ' ' || line.bytes[i] == '\t' || line.bytes[i] == '\f');
         i++)
        columns = line.bytes[i] == '\t' ? (columns / 8 + 1) * 8 : columns + 1;
    *ret_columns = columns;
    return i;
}

static bool begins_clause(Slice rest)
{
    static const char *const words[] = {"elif", "else", "except", "finally"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i]);
        bool ends = rest.length > length && !strchr("_0123456789", rest.bytes[length]) &&
                    !(rest.bytes[length] >= 'a' && rest.bytes[length] <= 'z');
        if (ends && memcmp(rest.bytes, words[i], length) == 0)
            return true;
    }
    return false;
}

static LineKind kind_of(const Scan *scan, Slice rest, bool in_string)
{
    if (in_string || scan->depth > 0 || scan->joined || !rest.length || rest.bytes[0] == '#')
        return LINE_OTHER;
    return begins_clause(rest) ? LINE_CLAUSE : LINE_STATEMENT;
}

/* Brackets outside of strings and comments, and a backslash at the end. */
static void follow(Scan *scan, size_t start, Slice line)
{
    scan->joined = false;
    for (size_t i = 0; i < line.length; i++) {
        const ColouredSpan *span = span_at(scan, start + i);
        if (span && (span->kind == TOKEN_CLASS_STRING || span->kind == TOKEN_CLASS_COMMENT))
            continue;
        char c = line.bytes[i];
        if (strchr("([{", c))
            scan->depth++;
        else if (strchr(")]}", c) && scan->depth > 0)
            scan->depth--;
        scan->joined = c == '\\' && i + 1 == line.length;
    }
}

Line *lines_read(const Source *source, Region *region)
{
    Scan scan = {.source = source, .colours = lang_colours(source, region)};
    Line *lines = region_allocate(region, source->line_count * sizeof *lines);
    for (size_t n = 0; n < source->line_count; n++) {
        Slice text = source_line(source, n + 1);
        size_t start = source->line_start[n];
        size_t blanks = measure_indent(text, &lines[n].indent);
        Slice rest = {text.bytes + blanks, text.length - blanks};
        /* A line that a string began on an earlier line reaches into starts no statement. */
        const ColouredSpan *span = span_at(&scan, start);
        bool in_string = span && span->kind == TOKEN_CLASS_STRING && span->span.start < start;
        lines[n].kind = kind_of(&scan, rest, in_string);
        bool comment = rest.length && rest.bytes[0] == '#' &&
                       is_kind(&scan, start + blanks, TOKEN_CLASS_COMMENT);
        if (comment) {
            lines[n].comment = rest;
            lines[n].comment_offset = start + blanks;
        }
        follow(&scan, start, text);
    }
    return lines;
}
