#include <stdlib.h>

#include "base/list.h"
#include "base/memory.h"
#include "lang/parser.h"

#define NO_ASSIGNMENT "expression cannot contain assignment, perhaps you meant \"==\"?"

/* The arguments of a call while they are read. Positional ones (and *iterables) keep their
 * order, as do keywords (and **mappings). */
typedef struct Reader {
    Parser *parser;
    PointerBuffer arguments;
    Keyword *keywords;
    size_t keyword_count, keyword_capacity;
    bool is_call;          /* not the bases of a class, which take no bare generator */
    bool unpacked_mapping; /* a **mapping was read */
    bool misplaced, misplaced_after_mapping; /* a positional argument behind a named one */
    size_t count;
} Reader;

static void add_keyword(Reader *reader, const Name *name, Expr *value, uint32_t start)
{
    reader->keywords = list_reserve(reader->keywords, &reader->keyword_capacity,
                                    reader->keyword_count + 1, sizeof *reader->keywords);
    reader->keywords[reader->keyword_count++] =
        (Keyword){name, value, parser_range(reader->parser, start)};
}

static void equal_before_comprehension(Parser *parser, Range name_and_equal)
{
    if (parser_at_comprehension(parser))
        parser_fail_at(parser, name_and_equal,
                       "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
}

/* kwarg: NAME '=' expression */
static void keyword(Reader *reader)
{
    Parser *parser = reader->parser;
    uint32_t start = parser_start(parser);
    const Name *name = parser_name(parser);
    Range range = {start, parser_token(parser)->end};
    parser_advance(parser);
    if (parser_peek(parser) == TOKEN_COMMA || parser_peek(parser) == TOKEN_RPAR)
        parser_fail_at(parser, range, "expected argument value expression");
    Expr *value = parse_expression(parser);
    equal_before_comprehension(parser, range);
    add_keyword(reader, name, value, start);
}

/* `True=1` (invalid_kwarg). */
static void constant_keyword(Parser *parser)
{
    const Token *token = parser_token(parser);
    Slice text = parser_text(parser, token);
    if (parser->minor == 9 || parser->minor < 8)
        parser_fail_at(parser, (Range){token->start, token[1].end}, NO_ASSIGNMENT);
    parser_fail_at(parser, (Range){token->start, token[1].end}, "cannot assign to %.*s",
                   (int)text.length, text.bytes);
}

/* `*a=b` and `**a=b` (invalid_kwarg, invalid_starred_kvpair). */
static void check_unpacking_assigned(Parser *parser, uint32_t start, const char *what)
{
    if (parser_peek(parser) != TOKEN_EQUAL)
        return;
    ParserMark mark = parser_try(parser);
    parser_advance(parser);
    const Expr *value = parse_expression(parser);
    bool matches = !parser->failed;
    parser_end_try(parser, mark, false);
    if (matches)
        parser_fail_at(parser, (Range){start, value->range.end}, "cannot assign to %s", what);
}

static void unpacked_iterable(Reader *reader)
{
    Parser *parser = reader->parser;
    uint32_t start = parser_start(parser);
    if (reader->unpacked_mapping)
        parser_fail_at(parser, (Range){start, start + 1},
                       "iterable argument unpacking follows keyword argument unpacking");
    parser_advance(parser);
    if (parser_peek(parser) == TOKEN_RPAR || parser_peek(parser) == TOKEN_COMMA)
        parser_fail_at(parser, (Range){start, start + 1}, "Invalid star expression");
    Expr *value = parse_expression(parser);
    check_unpacking_assigned(parser, start, "iterable argument unpacking");
    Expr *expr = parser_expr(parser, EXPR_STARRED, parser_range(parser, start));
    expr->yield.value = value;
    parser_adopt(parser, expr, value);
    parser_push(&reader->arguments, expr);
}

/* A lone generator expression takes the call's parentheses as its own. */
static Expr *generator(Reader *reader, Expr *element, uint32_t opening)
{
    Parser *parser = reader->parser;
    Expr *expr = parser_expr(parser, EXPR_GENERATOR, (Range){opening, opening});
    expr->comprehension.element = element;
    parse_for_if_clauses(parser, expr);
    parser_adopt(parser, expr, element);
    bool alone = reader->count == 1 && parser_peek(parser) == TOKEN_RPAR;
    if (!alone && (reader->count > 1 || parser_peek(parser) == TOKEN_COMMA)) {
        Range range = {element->range.start, parser_previous(parser)->end};
        parser_fail_at(parser, range, "Generator expression must be parenthesized");
    }
    expr->range = (Range){opening, parser_token(parser)->end};
    return expr;
}

static Expr *assignment_expression(Parser *parser)
{
    if (parser_peek(parser) == TOKEN_NAME && parser_peek_at(parser, 1) == TOKEN_COLONEQUAL)
        return parse_named_expression(parser);
    return parse_expression(parser);
}

static void positional(Reader *reader, uint32_t opening)
{
    Parser *parser = reader->parser;
    Expr *value = assignment_expression(parser);
    if (parser_peek(parser) == TOKEN_EQUAL)
        parser_fail_at(parser, (Range){value->range.start, parser_token(parser)->end},
                       value->kind == EXPR_LAMBDA && parser->minor < 8
                           ? "lambda cannot contain assignment"
                           : NO_ASSIGNMENT);
    if (parser_at_comprehension(parser) && (reader->is_call || reader->count > 1))
        value = generator(reader, value, opening);
    parser_push(&reader->arguments, value);
}

/* CPython notices a misplaced argument when it has read them all; it points behind them. */
static void check_order(Reader *reader)
{
    const Token *token = parser_token(reader->parser);
    if (reader->misplaced && !reader->parser->failed)
        parser_fail_at(reader->parser, (Range){token->start, token->end},
                       reader->misplaced_after_mapping
                           ? "positional argument follows keyword argument unpacking"
                           : "positional argument follows keyword argument");
}

static void argument(Reader *reader, uint32_t opening)
{
    Parser *parser = reader->parser;
    TokenKind kind = parser_peek(parser);
    bool named = parser_peek_at(parser, 1) == TOKEN_EQUAL;
    uint32_t start = parser_start(parser);
    reader->count++;
    if (kind == TOKEN_STAR) {
        unpacked_iterable(reader);
    } else if (kind == TOKEN_DOUBLESTAR) {
        parser_advance(parser);
        Expr *value = parse_expression(parser);
        check_unpacking_assigned(parser, start, "keyword argument unpacking");
        add_keyword(reader, NULL, value, start);
        reader->unpacked_mapping = true;
    } else if (kind == TOKEN_NAME && named) {
        keyword(reader);
    } else if ((kind == TOKEN_TRUE || kind == TOKEN_FALSE || kind == TOKEN_NONE) && named) {
        constant_keyword(parser);
    } else {
        if (reader->keyword_count > 0 && !reader->misplaced) {
            reader->misplaced = true;
            reader->misplaced_after_mapping = reader->unpacked_mapping;
        }
        positional(reader, opening);
    }
}

void parse_arguments(Parser *parser, bool is_call, ExprList *ret_arguments,
                     KeywordList *ret_keywords)
{
    Reader reader = {.parser = parser, .is_call = is_call};
    uint32_t opening = parser_previous(parser)->start;
    while (!parser->failed && parser_peek(parser) != TOKEN_RPAR) {
        argument(&reader, opening);
        if (!parser_accept(parser, TOKEN_COMMA))
            break;
    }
    check_order(&reader);
    parser_expect(parser, TOKEN_RPAR);
    *ret_arguments = parser_take_exprs(parser, &reader.arguments);
    size_t size = reader.keyword_count * sizeof *reader.keywords;
    ret_keywords->items = (Keyword *)region_copy(parser->region, (char *)reader.keywords, size);
    ret_keywords->count = reader.keyword_count;
    free(reader.keywords);
}
