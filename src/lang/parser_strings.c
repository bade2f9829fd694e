#include <stdlib.h>
#include <string.h>

#include "lang/number_literal.h"
#include "lang/parser.h"
#include "lang/string_literal.h"

/* verify_end_of_number: a keyword may stand right behind a number, which is not good style. */
static void warn_touching(Parser *parser, const Token *token)
{
    Slice number = parser_text(parser, token);
    const char *end = number.bytes + number.length;
    bool touches = token->end < parser->lexer->end && *end >= 'a' && *end <= 'z';
    if (touches && parser->minor >= 11 && !parser->speculating)
        problems_warn(parser->problems, token->start, "invalid %s literal",
                      number_kind_name(number));
}

Expr *parse_number(Parser *parser)
{
    const Token *token = parser_token(parser);
    Range range = {token->start, token->end};
    warn_touching(parser, token);
    parser_advance(parser);
    Value *value = region_allocate(parser->region, sizeof *value);
    mpz_t integer;
    mpz_init(integer);
    size_t digits;
    double real = 0;
    bool unlimited = parser->minor < 7;
    switch (number_value(parser_text(parser, token), unlimited, integer, &real, &digits)) {
    case NUMBER_INT:
        if (digits > NUMBER_DIGIT_LIMIT && !unlimited)
            parser_fail_at(
                parser, range,
                "Exceeds the limit (%d digits) for integer string conversion: value has "
                "%zu digits; use sys.set_int_max_str_digits() to increase the limit - "
                "Consider hexadecimal for huge integer literals to avoid decimal "
                "conversion limits.",
                NUMBER_DIGIT_LIMIT, digits);
        value->kind = CONST_INT;
        value->integer = ast_integer(parser->region, integer);
        break;
    case NUMBER_FLOAT:
        value->kind = CONST_FLOAT;
        value->real = real;
        break;
    case NUMBER_IMAGINARY:
        value->kind = CONST_COMPLEX;
        value->real = 0;
        value->imaginary = real;
        break;
    }
    mpz_clear(integer);
    Expr *expr = parser_expr(parser, EXPR_CONSTANT, range);
    expr->constant = value;
    return expr;
}

/* Adjacent literals while they are joined. Text gathers until a replacement field ends it. */
typedef struct Joiner {
    Parser *parser;
    PointerBuffer values; /* FORMATTED and CONSTANT expressions */
    Text text;
    Range text_range;
    bool has_text, formatted, bytes, plain;
} Joiner;

static void add_piece(Joiner *joiner, Range range)
{
    if (!joiner->has_text)
        joiner->text_range = range;
    joiner->text_range.end = range.end;
    joiner->has_text = true;
}

static Expr *text_constant(Joiner *joiner, ConstKind kind, Range range)
{
    Parser *parser = joiner->parser;
    Value *value = region_allocate(parser->region, sizeof *value);
    value->kind = kind;
    value->text = region_slice(parser->region, text_slice(&joiner->text));
    Expr *expr = parser_expr(parser, EXPR_CONSTANT, range);
    expr->constant = value;
    text_clear(&joiner->text);
    joiner->has_text = false;
    return expr;
}

static void flush_text(Joiner *joiner)
{
    if (joiner->text.length)
        parser_push(&joiner->values, text_constant(joiner, CONST_STR, joiner->text_range));
    joiner->has_text = false;
}

/* Up to 3.11 it was a DeprecationWarning, which is not shown. */
static void warn_escape(Parser *parser, char letter, Range range)
{
    if (letter && parser->minor >= 12 && !parser->speculating)
        problems_warn(parser->problems, range.start, "invalid escape sequence '\\%c'", letter);
}

static void decode(Joiner *joiner, Slice body, StringKind kind, bool raw, Range range)
{
    StringError error = {0};
    switch (string_decode(body, kind, raw, &joiner->text, &error)) {
    case STRING_OK:
        warn_escape(joiner->parser, error.unknown_escape, range);
        break;
    case STRING_WRONG:
        parser_fail_at(joiner->parser, range, "%s", error.message);
        break;
    }
}

typedef struct Prefix {
    size_t length;
    bool raw, bytes;
} Prefix;

static Prefix read_prefix(Slice text)
{
    Prefix prefix = {0};
    for (; text.bytes[prefix.length] != '\'' && text.bytes[prefix.length] != '"';
         prefix.length++) {
        char letter = (char)(text.bytes[prefix.length] | 0x20);
        prefix.raw = prefix.raw || letter == 'r';
        prefix.bytes = prefix.bytes || letter == 'b';
    }
    return prefix;
}

static bool is_ascii(Slice text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] & 0x80)
            return false;
    return true;
}

static void plain_string(Joiner *joiner)
{
    Parser *parser = joiner->parser;
    const Token *token = parser_token(parser);
    Range range = {token->start, token->end};
    Slice text = parser_text(parser, token);
    Prefix prefix = read_prefix(text);
    const char *quote = text.bytes + prefix.length;
    size_t left = text.length - prefix.length;
    size_t quotes = left >= 6 && quote[1] == quote[0] && quote[2] == quote[0] ? 3 : 1;
    Slice body = {quote + quotes, left - 2 * quotes};
    parser_advance(parser);
    if (prefix.bytes && !is_ascii(body))
        parser_fail_at(parser, range, "bytes can only contain ASCII literal characters");
    add_piece(joiner, range);
    joiner->bytes = joiner->bytes || prefix.bytes;
    joiner->plain = joiner->plain || !prefix.bytes;
    decode(joiner, body, prefix.bytes ? STRING_BYTES : STRING_TEXT, prefix.raw, range);
}

static void fstring_parts(Joiner *joiner, bool raw, TokenKind closing);

static int conversion(Parser *parser)
{
    const Token *mark = parser_previous(parser);
    const Token *name = parser_token(parser);
    Slice text = parser_text(parser, name);
    if (parser_peek(parser) == TOKEN_COLON || parser_peek(parser) == TOKEN_RBRACE) {
        parser_fail_token(parser, "f-string: missing conversion character");
        return FORMAT_PLAIN;
    }
    if (parser_peek(parser) != TOKEN_NAME) {
        parser_fail_token(parser, "f-string: invalid conversion character");
        return FORMAT_PLAIN;
    }
    if (mark->end != name->start)
        parser_fail_at(parser, (Range){mark->start, name->end},
                       "f-string: conversion type must come right after the exclamation mark");
    parser_advance(parser);
    if (slice_is(text, "s"))
        return FORMAT_STR;
    if (slice_is(text, "r"))
        return FORMAT_REPR;
    if (slice_is(text, "a"))
        return FORMAT_ASCII;
    parser_fail_at(parser, (Range){name->start, name->end},
                   "f-string: invalid conversion character %s%.*s%s: expected 's', 'r', or 'a'",
                   "'", (int)text.length, text.bytes, "'");
    return FORMAT_PLAIN;
}

/* fstring_full_format_spec: behind its ':', up to the field's '}'. */
static Expr *format_spec(Parser *parser, bool raw)
{
    uint32_t start = parser_previous(parser)->start;
    Joiner joiner = {.parser = parser};
    fstring_parts(&joiner, raw, TOKEN_RBRACE);
    flush_text(&joiner);
    Expr *expr = parser_expr(parser, EXPR_JOINED, parser_range(parser, start));
    expr->list = parser_take_exprs(parser, &joiner.values);
    text_done(&joiner.text);
    return expr;
}

/* Whether at least the first part of what stands here is an expression. */
static bool begins_expression(Parser *parser)
{
    if (parser->failed || parser->speculating)
        return true;
    ParserMark mark = parser_try(parser);
    parse_star_expressions(parser);
    bool whole = !parser->failed || parser_token(parser)->kind == TOKEN_ERROR;
    parser_end_try(parser, mark, false);
    mark = parser_try(parser);
    if (!whole)
        parse_primary(parser);
    bool part = !parser->failed || parser_token(parser)->kind == TOKEN_ERROR;
    parser_end_try(parser, mark, false);
    return whole || part;
}

/* What stands where a field's expression should (invalid_replacement_field). */
static Expr *field_expression(Parser *parser)
{
    TokenKind kind = parser_peek(parser);
    if (kind == TOKEN_EQUAL || kind == TOKEN_EXCLAMATION || kind == TOKEN_COLON ||
        kind == TOKEN_RBRACE) {
        Slice text = parser_text(parser, parser_token(parser));
        const Token *token = parser_token(parser);
        parser_fail_at(parser, (Range){token->start, token->end},
                       "f-string: valid expression required before '%.*s'", (int)text.length,
                       text.bytes);
    } else if (kind != TOKEN_YIELD && kind != TOKEN_LAMBDA && kind != TOKEN_ERROR &&
               !begins_expression(parser)) {
        parser_fail_token(parser, "f-string: expecting a valid expression after '{'");
    }
    return parse_yield_or_star_expressions(parser);
}

/* `{x = }`: the text of the expression with its '=' goes before the value. */
static void debug_text(Joiner *joiner, uint32_t from)
{
    Parser *parser = joiner->parser;
    uint32_t to = parser_start(parser);
    add_piece(joiner, (Range){from, to});
    text_append(&joiner->text, parser->source->bytes + from, to - from);
}

/* Before 3.12 the text up to the field's end was parsed as an expression by itself. */
static void expression_goes_on(Parser *parser)
{
    if (parser_at_expression(parser))
        parser_fail_token(parser, "invalid syntax. Perhaps you forgot a comma?");
    else
        parser_fail(parser);
}

static void field_end(Parser *parser, bool debug, bool converted, bool has_spec)
{
    if (parser_accept(parser, TOKEN_RBRACE) || parser->failed)
        return;
    if (parser_peek(parser) == TOKEN_ERROR)
        parser_fail(parser);
    else if (parser->minor < 12 && !has_spec && !converted && !debug)
        expression_goes_on(parser);
    else if (has_spec)
        parser_fail_token(parser, "f-string: expecting '}', or format specs");
    else if (converted)
        parser_fail_token(parser, "f-string: expecting ':' or '}'");
    else if (debug)
        parser_fail_token(parser, "f-string: expecting '!', or ':', or '}'");
    else
        parser_fail_token(parser, "f-string: expecting '=', or '!', or ':', or '}'");
}

/* fstring_replacement_field: '{' … '}' */
static void replacement_field(Joiner *joiner, bool raw)
{
    Parser *parser = joiner->parser;
    uint32_t start = parser_start(parser), inside = parser_token(parser)->end;
    parser_advance(parser);
    Expr *value = field_expression(parser);
    bool debug = parser->minor >= 8 && parser_accept(parser, TOKEN_EQUAL);
    if (debug)
        debug_text(joiner, inside);
    flush_text(joiner);
    bool converted = parser_accept(parser, TOKEN_EXCLAMATION);
    int convert = converted ? conversion(parser) : FORMAT_PLAIN;
    Expr *spec = NULL;
    if (parser_accept(parser, TOKEN_COLON))
        spec = format_spec(parser, raw);
    if (debug && !converted && !spec)
        convert = FORMAT_REPR;
    field_end(parser, debug, converted, spec != NULL);
    Expr *expr = parser_expr(parser, EXPR_FORMATTED, parser_range(parser, start));
    expr->formatted.value = value;
    expr->formatted.conversion = convert;
    expr->formatted.spec = spec;
    parser_push(&joiner->values, expr);
}

/* Text and fields up to `closing`, which stays. */
static void fstring_parts(Joiner *joiner, bool raw, TokenKind closing)
{
    Parser *parser = joiner->parser;
    while (!parser->failed && parser_peek(parser) != closing) {
        const Token *token = parser_token(parser);
        if (parser_accept(parser, TOKEN_FSTRING_MIDDLE)) {
            Range range = {token->start, token->end};
            add_piece(joiner, range);
            decode(joiner, parser_text(parser, token), STRING_TEXT, raw, range);
        } else if (parser_peek(parser) == TOKEN_LBRACE) {
            replacement_field(joiner, raw);
        } else {
            break;
        }
    }
}

static void fstring(Joiner *joiner)
{
    Parser *parser = joiner->parser;
    const Token *token = parser_token(parser);
    bool raw = read_prefix(parser_text(parser, token)).raw;
    parser_advance(parser);
    joiner->formatted = joiner->plain = true;
    fstring_parts(joiner, raw, TOKEN_FSTRING_END);
    parser_expect(parser, TOKEN_FSTRING_END);
}

Expr *parse_strings(Parser *parser)
{
    Joiner joiner = {.parser = parser};
    uint32_t start = parser_start(parser);
    TokenKind kind;
    while ((kind = parser_peek(parser)) == TOKEN_STRING || kind == TOKEN_FSTRING_START) {
        if (kind == TOKEN_STRING)
            plain_string(&joiner);
        else
            fstring(&joiner);
    }
    Range range = parser_range(parser, start);
    const Token *behind = parser_token(parser);
    if (joiner.bytes && joiner.plain)
        parser_fail_at(parser, (Range){behind->start, behind->end},
                       "cannot mix bytes and nonbytes literals");
    Expr *expr;
    if (joiner.formatted) {
        flush_text(&joiner);
        expr = parser_expr(parser, EXPR_JOINED, range);
        for (size_t i = 0; i < joiner.values.count; i++)
            parser_adopt(parser, expr, joiner.values.items[i]);
        expr->list = parser_take_exprs(parser, &joiner.values);
    } else {
        expr = text_constant(&joiner, joiner.bytes ? CONST_BYTES : CONST_STR, range);
    }
    free(joiner.values.items);
    text_done(&joiner.text);
    return expr;
}
