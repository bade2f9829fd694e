#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "lang/lang.h"
#include "lang/number_literal.h"
#include "lang/token.h"
#include "lang/word.h"

/* A scanner of its own beside the lexer: text that is being typed is broken most of the time,
 * and what follows a mistake keeps its colours. */
typedef struct Painter {
    const char *bytes;
    size_t position, end;
    bool definition; /* the last word was def or class */
    ColouredSpan *items;
    size_t count, capacity;
} Painter;

enum { LATEST_MINOR = 13 };

static void paint(Painter *painter, size_t start, size_t end, TokenClass kind)
{
    painter->items = list_reserve(painter->items, &painter->capacity, painter->count + 1,
                                  sizeof *painter->items);
    painter->items[painter->count++] = (ColouredSpan){{start, end}, kind};
    painter->position = end;
}

static char at(const Painter *painter, size_t offset)
{
    return offset < painter->end ? painter->bytes[offset] : '\0';
}

static size_t line_end(const Painter *painter, size_t offset)
{
    while (offset < painter->end && painter->bytes[offset] != '\n' &&
           painter->bytes[offset] != '\r')
        offset++;
    return offset;
}

/* Where the string whose quotes are at `quote` ends; 0 where it does not. */
static size_t string_end(const Painter *painter, size_t quote)
{
    char mark = at(painter, quote);
    bool triple = at(painter, quote + 1) == mark && at(painter, quote + 2) == mark;
    for (size_t i = quote + (triple ? 3 : 1); i < painter->end; i++) {
        char c = painter->bytes[i];
        if (c == '\\')
            i++;
        else if (c == mark && !triple)
            return i + 1;
        else if (c == mark && at(painter, i + 1) == mark && at(painter, i + 2) == mark)
            return i + 3;
        else if ((c == '\n' || c == '\r') && !triple)
            return 0;
    }
    return 0;
}

static void string(Painter *painter, size_t start, size_t quote)
{
    size_t end = string_end(painter, quote);
    if (end)
        paint(painter, start, end, TOKEN_CLASS_STRING);
    else
        painter->position = quote + 1;
}

static bool is_prefix(Slice word)
{
    return word.length <= 2 && strspn(word.bytes, "rRbBuUfF") >= word.length;
}

static void word(Painter *painter)
{
    size_t start = painter->position;
    Slice rest = {painter->bytes + start, painter->end - start};
    Slice text = {rest.bytes, word_length(rest)};
    size_t end = start + text.length;
    char next = at(painter, end);
    if ((next == '\'' || next == '"') && is_prefix(text)) {
        string(painter, start, end);
        return;
    }
    TokenKind kind = token_keyword(text, LATEST_MINOR);
    if (kind != TOKEN_NAME)
        paint(painter, start, end, TOKEN_CLASS_KEYWORD);
    else if (painter->definition)
        paint(painter, start, end, TOKEN_CLASS_DEFINITION);
    painter->position = end;
    painter->definition = kind == TOKEN_DEF || kind == TOKEN_CLASS;
}

static void number(Painter *painter)
{
    size_t start = painter->position;
    NumberScan scan = number_scan((Slice){painter->bytes + start, painter->end - start}, true);
    painter->position = start + (scan.length ? scan.length : 1);
    if (scan.message[0] == '\0')
        paint(painter, start, painter->position, TOKEN_CLASS_NUMBER);
}

static void one(Painter *painter)
{
    char c = at(painter, painter->position), next = at(painter, painter->position + 1);
    bool digit = c >= '0' && c <= '9';
    if (c == '#')
        paint(painter, painter->position, line_end(painter, painter->position),
              TOKEN_CLASS_COMMENT);
    else if (c == '\'' || c == '"')
        string(painter, painter->position, painter->position);
    else if (word_starts(c))
        word(painter);
    else if (digit || (c == '.' && next >= '0' && next <= '9'))
        number(painter);
    else
        painter->position++;
    if (c == '\n')
        painter->definition = false;
}

ColouredSource lang_colours(const Source *source, Region *region)
{
    Painter painter = {.bytes = source->bytes, .end = source->length};
    while (painter.position < painter.end)
        one(&painter);
    ColouredSource result = {.count = painter.count};
    result.items = (const ColouredSpan *)region_copy(region, (const char *)painter.items,
                                                     painter.count * sizeof *painter.items);
    free(painter.items);
    return result;
}
