#include <stdlib.h>

#include "base/list.h"
#include "lang/parser.h"

/* The parameters of a def or a lambda while they are read. */
typedef struct Reader {
    Parser *parser;
    TokenKind closing;
    Parameter *items;
    size_t count, capacity;
    size_t positional_only, positional;
    Parameter *rest, *keywords;
    bool slash, star;   /* '/' or '*' was read */
    bool needs_keyword; /* a bare '*' waits for a name */
    bool after_default; /* a positional parameter with a default was read */
    Range star_range;
} Reader;

static void fail_here(Reader *reader, const char *message)
{
    parser_fail_token(reader->parser, message);
}

static Parameter parameter(Reader *reader, bool starred)
{
    Parser *parser = reader->parser;
    Parameter item = {.range = {parser_start(parser), 0}};
    item.name = parser_name(parser);
    if (reader->closing == TOKEN_RPAR && parser_accept(parser, TOKEN_COLON)) {
        bool star = starred && parser_peek(parser) == TOKEN_STAR && parser->minor >= 11;
        item.annotation = star ? parse_star_expression(parser) : parse_expression(parser);
    }
    item.range = parser_range(parser, item.range.start);
    return item;
}

static void read_default(Reader *reader, Parameter *item)
{
    Parser *parser = reader->parser;
    const Token *equal = parser_token(parser);
    bool keyword_only = reader->star;
    if (!parser_accept(parser, TOKEN_EQUAL)) {
        if (reader->after_default && !keyword_only && !parser->failed)
            parser_fail_at(parser, item->range,
                           parser->minor >= 12
                               ? "parameter without a default follows parameter with a default"
                               : "non-default argument follows default argument");
        return;
    }
    if (parser_peek(parser) == reader->closing || parser_peek(parser) == TOKEN_COMMA)
        parser_fail_at(parser, (Range){equal->start, equal->end},
                       "expected default value expression");
    item->default_ = parse_expression(parser);
    reader->after_default = true;
}

static void ordinary(Reader *reader)
{
    reader->items = list_reserve(reader->items, &reader->capacity, reader->count + 1,
                                 sizeof *reader->items);
    Parameter item = parameter(reader, false);
    read_default(reader, &item);
    reader->items[reader->count++] = item;
    if (reader->star)
        reader->needs_keyword = false;
    else
        reader->positional++;
}

static void slash(Reader *reader)
{
    Parser *parser = reader->parser;
    if (parser->minor < 8)
        parser_fail(parser);
    else if (reader->star)
        fail_here(reader, "/ must be ahead of *");
    else if (reader->slash)
        fail_here(reader, "/ may appear only once");
    else if (reader->count == 0 && parser_peek_at(parser, 1) != TOKEN_COMMA)
        parser_fail(parser);
    else if (reader->count == 0)
        fail_here(reader, "at least one argument must precede /");
    parser_expect(parser, TOKEN_SLASH);
    if (parser_peek(parser) == TOKEN_STAR)
        fail_here(reader, "expected comma between / and *");
    reader->slash = true;
    reader->positional_only = reader->count;
}

static Parameter *keep(Reader *reader, Parameter item)
{
    Parameter *kept = region_allocate(reader->parser->region, sizeof *kept);
    *kept = item;
    return kept;
}

static void bare_star(Reader *reader)
{
    const Token *here = parser_token(reader->parser);
    bool lambda = reader->closing == TOKEN_COLON; /* there CPython points at what follows */
    parser_fail_at(reader->parser,
                   lambda ? (Range){here->start, here->end} : reader->star_range,
                   "named arguments must follow bare *");
}

/* invalid_star_etc knows a second star only where a comma, or a whole parameter, follows. */
static void second_star(Reader *reader)
{
    Parser *parser = reader->parser;
    ParserMark mark = parser_try(parser);
    parser_advance(parser);
    if (parser_peek(parser) != TOKEN_COMMA)
        parameter(reader, true);
    TokenKind after = parser_peek(parser);
    bool known = !parser->failed && (after == TOKEN_COMMA || after == reader->closing);
    parser_end_try(parser, mark, false);
    if (known)
        fail_here(reader, "* argument may appear only once");
    else
        parser_fail(parser);
}

static void star(Reader *reader)
{
    Parser *parser = reader->parser;
    const Token *token = parser_token(parser);
    if (reader->star)
        second_star(reader);
    parser_advance(parser);
    reader->star = true;
    reader->star_range = (Range){token->start, token->end};
    if (parser_peek(parser) == TOKEN_COMMA) {
        reader->needs_keyword = true;
    } else if (parser_peek(parser) == reader->closing) {
        bare_star(reader);
    } else {
        reader->rest = keep(reader, parameter(reader, true));
        if (parser_peek(parser) == TOKEN_EQUAL)
            fail_here(reader, "var-positional argument cannot have default value");
    }
}

static void double_star(Reader *reader)
{
    Parser *parser = reader->parser;
    if (reader->needs_keyword)
        bare_star(reader);
    parser_advance(parser);
    reader->keywords = keep(reader, parameter(reader, false));
    if (parser_peek(parser) == TOKEN_EQUAL)
        fail_here(reader, "var-keyword argument cannot have default value");
    if (!parser_accept(parser, TOKEN_COMMA))
        return;
    TokenKind kind = parser_peek(parser);
    if (kind == TOKEN_NAME || kind == TOKEN_STAR || kind == TOKEN_DOUBLESTAR ||
        kind == TOKEN_SLASH)
        fail_here(reader, "arguments cannot follow var-keyword argument");
}

/* `def f((a, b)):`, Python 2's way. */
static void parenthesized(Reader *reader)
{
    Parser *parser = reader->parser;
    Range range = {parser_start(parser), 0};
    ParserMark mark = parser_try(parser);
    parser_advance(parser);
    do
        parser_name(parser);
    while (parser_accept(parser, TOKEN_COMMA) && parser_peek(parser) == TOKEN_NAME);
    range.end = parser_token(parser)->end;
    bool matches = !parser->failed && parser_peek(parser) == TOKEN_RPAR &&
                   !reader->after_default && !reader->star && !reader->slash;
    parser_end_try(parser, mark, false);
    if (matches)
        parser_fail_at(parser, range,
                       reader->closing == TOKEN_RPAR
                           ? "Function parameters cannot be parenthesized"
                           : "Lambda expression parameters cannot be parenthesized");
    else
        parser_fail(parser);
}

static void one(Reader *reader)
{
    switch (parser_peek(reader->parser)) {
    case TOKEN_SLASH:
        slash(reader);
        break;
    case TOKEN_STAR:
        star(reader);
        break;
    case TOKEN_DOUBLESTAR:
        double_star(reader);
        break;
    case TOKEN_LPAR:
        parenthesized(reader);
        break;
    default:
        ordinary(reader);
        break;
    }
}

Parameters *parse_parameters(Parser *parser, TokenKind closing)
{
    Reader reader = {.parser = parser, .closing = closing};
    while (!parser->failed && parser_peek(parser) != closing && !reader.keywords) {
        one(&reader);
        if (!reader.keywords && !parser_accept(parser, TOKEN_COMMA))
            break;
    }
    if (reader.needs_keyword)
        bare_star(&reader);
    Parameters *parameters = region_allocate(parser->region, sizeof *parameters);
    parameters->items = (Parameter *)region_copy(parser->region, (char *)reader.items,
                                                 reader.count * sizeof *reader.items);
    parameters->positional_only = reader.positional_only;
    parameters->positional = reader.positional;
    parameters->keyword_only = reader.count - reader.positional;
    parameters->rest = reader.rest;
    parameters->keywords = reader.keywords;
    free(reader.items);
    return parameters;
}
