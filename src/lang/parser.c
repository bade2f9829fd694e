#include "lang/parser.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "lang/word.h"
#include "lang/wording.h"

TokenKind parser_peek_at(const Parser *parser, size_t ahead)
{
    if (parser->failed)
        return TOKEN_END;
    size_t last = parser->lexer->count - 1;
    size_t index = parser->position + ahead < last ? parser->position + ahead : last;
    return (TokenKind)parser->lexer->tokens[index].kind;
}

TokenKind parser_peek(const Parser *parser)
{
    return parser_peek_at(parser, 0);
}

const Token *parser_token(const Parser *parser)
{
    return &parser->lexer->tokens[parser->position];
}

const Token *parser_previous(const Parser *parser)
{
    return &parser->lexer->tokens[parser->position ? parser->position - 1 : 0];
}

Slice parser_text(const Parser *parser, const Token *token)
{
    return (Slice){parser->source->bytes + token->start, token->end - token->start};
}

bool parser_at_word(const Parser *parser, const char *word)
{
    return parser_peek(parser) == TOKEN_NAME &&
           slice_is(parser_text(parser, parser_token(parser)), word);
}

void parser_advance(Parser *parser)
{
    if (parser->position + 1 < parser->lexer->count)
        parser->position++;
    if (parser->position > parser->reached)
        parser->reached = parser->position;
}

bool parser_accept(Parser *parser, TokenKind kind)
{
    if (parser_peek(parser) != kind || parser->failed)
        return false;
    parser_advance(parser);
    return true;
}

bool parser_expect(Parser *parser, TokenKind kind)
{
    if (parser_accept(parser, kind))
        return true;
    parser_fail(parser);
    return false;
}

bool parser_force(Parser *parser, TokenKind kind)
{
    if (parser_accept(parser, kind))
        return true;
    char message[32];
    snprintf(message, sizeof message, "expected '%s'", token_spelling(kind));
    parser_fail_token(parser, message);
    return false;
}

const Name *parser_name(Parser *parser)
{
    const Token *token = parser_token(parser);
    if (!parser_expect(parser, TOKEN_NAME))
        return name_of(parser->names, "");
    return name_intern(parser->names, word_normal(parser->region, parser_text(parser, token)));
}

Range parser_range(const Parser *parser, uint32_t start)
{
    size_t last = parser->position ? parser->position - 1 : 0;
    const Token *tokens = parser->lexer->tokens;
    while (last > 0 && tokens[last].kind >= TOKEN_NEWLINE && tokens[last].kind <= TOKEN_DEDENT)
        last--; /* a block's statement ends where its last line's text does */
    return (Range){start, tokens[last].end > start ? tokens[last].end : start};
}

uint32_t parser_start(const Parser *parser)
{
    return parser_token(parser)->start;
}

size_t parser_line(const Parser *parser, const Token *token)
{
    return source_position(parser->source, token->start).line;
}

/* The end of the file is shown at the end of its last line. */
static Span visible_span(const Parser *parser, Range range)
{
    const Token *last = &parser->lexer->tokens[parser->lexer->count - 1];
    bool at_end = range.start == last->start && range.start > 0 && last->kind == TOKEN_END;
    if (at_end && parser->source->bytes[range.start - 1] == '\n')
        return (Span){range.start - 1, range.start - 1};
    return (Span){range.start, range.end};
}

/* The token that did not fit, when nothing more is known. */
static const Token *misfit(const Parser *parser)
{
    size_t place = parser->furthest > parser->position ? parser->furthest : parser->position;
    return &parser->lexer->tokens[place];
}

/* What the lexer found is the likelier mistake, if that is so. From 3.10 on CPython reads all
 * tokens when the grammar fails: a bracket that an earlier line opened and that nobody closes
 * then counts, and so does what the tokenizer raises further on. */
static const Problems *cause_in_lexer(const Parser *parser, bool plain)
{
    const Lexer *lexer = parser->lexer;
    const Token *here = parser_token(parser);
    bool reads_on = parser->minor >= 10, at_error = here->kind == TOKEN_ERROR;
    const Problems *pending = &lexer->pending;
    bool unclosed =
        reads_on && lexer->pending_is_unclosed &&
        parser_line(parser, &lexer->tokens[parser->reached]) > pending->syntax.start.line;
    bool unexpected_indent =
        plain && (misfit(parser)->kind == TOKEN_INDENT || misfit(parser)->kind == TOKEN_DEDENT);
    bool raised =
        at_error || (here->start >= lexer->raised_from && (reads_on || lexer->raised_from));
    if (lexer->raised.failed && !unexpected_indent && raised)
        return &lexer->raised;
    return pending->failed && (at_error || unclosed) ? pending : NULL;
}

static bool inside_fstring(const Parser *parser)
{
    size_t open = 0;
    for (size_t i = 0; i <= parser->position; i++) {
        open += parser->lexer->tokens[i].kind == TOKEN_FSTRING_START;
        open -= parser->lexer->tokens[i].kind == TOKEN_FSTRING_END && i < parser->position;
    }
    return open > 0;
}

static Slice line_at(const Parser *parser, size_t offset)
{
    const char *bytes = parser->source->bytes;
    size_t start = offset, end = offset;
    while (start > 0 && bytes[start - 1] != '\n')
        start--;
    while (end < parser->source->length && bytes[end] != '\n')
        end++;
    return (Slice){bytes + start, end - start};
}

/* Tells a mistake in the words of the version. */
static void tell(Parser *parser, const char *type, Span span, const char *message)
{
    char words[256];
    snprintf(words, sizeof words, "%s", message);
    wording_adapt(words, sizeof words, parser->minor);
    bool prefixed = parser->minor >= 9 && parser->minor < 12 && inside_fstring(parser) &&
                    strncmp(words, "f-string", strlen("f-string")) != 0;
    if (prefixed)
        snprintf(words, sizeof words, "f-string: %.200s", message);
    if (parser->minor < 10)
        wording_of_legacy_statement(line_at(parser, span.start), words, sizeof words);
    problems_fail(parser->problems, type, span, "%s", words);
}

/* What has no words of its own, at the token that does not fit. */
static void tell_plain(Parser *parser)
{
    const Token *token = misfit(parser);
    Span span = visible_span(parser, (Range){token->start, token->end});
    bool at_end = token->start >= parser->source->length;
    if (parser->minor < 10 && at_end && token->kind != TOKEN_NEWLINE)
        tell(parser, "SyntaxError", span, "unexpected EOF while parsing");
    else if (token->kind == TOKEN_INDENT)
        tell(parser, "IndentationError", (Span){token->end - 1, token->end},
             "unexpected indent");
    else if (token->kind == TOKEN_DEDENT)
        tell(parser, "IndentationError", span, "unexpected unindent");
    else
        tell(parser, "SyntaxError", span, "invalid syntax");
}

/* What the lexer found; the columns of what CPython's tokenizer raises are its own. */
static void tell_cause(Parser *parser, const Problems *cause)
{
    tell(parser, cause->syntax.type, cause->span, cause->syntax.message);
    if (cause == &parser->lexer->raised) {
        parser->problems->syntax.start = cause->syntax.start;
        parser->problems->syntax.end = cause->syntax.end;
    }
}

/* Every way of failing ends here. `message` is NULL where there is nothing to say; so it is,
 * too, when the version has no words for this mistake. */
static void fail(Parser *parser, const char *type, Range range, const char *message)
{
    bool first = !parser->failed && !parser->speculating && !parser->problems->failed;
    parser->failed = true;
    if (!first)
        return;
    char words[256] = "";
    if (message) {
        snprintf(words, sizeof words, "%s", message);
        wording_adapt(words, sizeof words, parser->minor);
    }
    bool plain = !message || (wording_is_plain(words) && !wording_is_plain(message));
    const Problems *cause = cause_in_lexer(parser, plain);
    if (cause)
        tell_cause(parser, cause);
    else if (plain)
        tell_plain(parser);
    else
        tell(parser, type, visible_span(parser, range), message);
}

void parser_fail(Parser *parser)
{
    fail(parser, "SyntaxError", (Range){0, 0}, NULL);
}

void parser_fail_at(Parser *parser, Range range, const char *format, ...)
{
    char message[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    fail(parser, "SyntaxError", range, message);
}

void parser_fail_token(Parser *parser, const char *message)
{
    const Token *token = parser_token(parser);
    fail(parser, "SyntaxError", (Range){token->start, token->end}, message);
}

void parser_fail_indent(Parser *parser, const char *format, ...)
{
    char message[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    const Token *token = parser_token(parser);
    fail(parser, "IndentationError", (Range){token->start, token->start}, message);
    if (token->kind == TOKEN_END || token->kind == TOKEN_DEDENT)
        parser->problems->syntax.start.column = 0; /* a token without text: no caret */
}

void parser_refuse(Parser *parser, Range range, const char *what)
{
    if (!parser->speculating && !parser->failed)
        problems_refuse(parser->problems, (Span){range.start, range.end}, what);
}

/* Too large for heapstep; but what the lexer found wrong, CPython refuses too. */
static void give_up(Parser *parser, Range range, const char *what)
{
    if (parser->lexer->raised.failed)
        parser_fail(parser);
    parser_refuse(parser, range, what);
    parser->failed = true;
}

bool parser_enter(Parser *parser)
{
    if (parser->depth++ < LANG_NESTING_LIMIT)
        return true;
    const Token *token = parser_token(parser);
    if (!parser->failed)
        give_up(parser, (Range){token->start, token->end},
                "expressions are nested deeper here than heapstep reads (100 levels)");
    return false;
}

void parser_leave(Parser *parser)
{
    parser->depth--;
}

ParserMark parser_try(Parser *parser)
{
    parser->speculating++;
    return (ParserMark){parser->position, parser->depth, parser->blocks};
}

bool parser_end_try(Parser *parser, ParserMark mark, bool keep)
{
    bool worked = !parser->failed && keep;
    parser->speculating--;
    parser->failed = false;
    if (!worked) {
        parser->position = mark.position;
        parser->depth = mark.depth;
        parser->blocks = mark.blocks;
    }
    return worked;
}

void parser_note_furthest(Parser *parser, size_t position)
{
    if (!parser->speculating && position > parser->furthest && position < parser->lexer->count)
        parser->furthest = position;
}

bool parser_at_compared(Parser *parser, Range *ret_range)
{
    ParserMark mark = parser_try(parser);
    const Expr *expr = parse_bitwise_or(parser);
    bool whole = !parser->failed;
    bool compared =
        whole && parser_peek(parser) != TOKEN_EQUAL && parser_peek(parser) != TOKEN_COLONEQUAL;
    *ret_range = expr->range;
    parser_end_try(parser, mark, false);
    if (whole)
        return compared;
    mark = parser_try(parser); /* the grammar takes as much of it as is right */
    expr = parse_primary(parser);
    *ret_range = expr->range;
    bool part = !parser->failed;
    parser_end_try(parser, mark, false);
    return part;
}

Expr *parser_expr(Parser *parser, ExprKind kind, Range range)
{
    Expr *expr = region_allocate(parser->region, sizeof *expr);
    expr->kind = kind;
    expr->range = range;
    return expr;
}

void parser_adopt(Parser *parser, Expr *expr, const Expr *child)
{
    if (child->depth < expr->depth)
        return;
    expr->depth = child->depth + 1;
    if (expr->depth > PARSER_CHAIN_LIMIT && !parser->failed)
        give_up(parser, expr->range,
                "this expression is a longer chain than heapstep reads (1500 links)");
}

Expr *parser_constant(Parser *parser, ConstKind kind, Range range)
{
    Value *value = region_allocate(parser->region, sizeof *value);
    value->kind = kind;
    Expr *expr = parser_expr(parser, EXPR_CONSTANT, range);
    expr->constant = value;
    return expr;
}

Stmt *parser_stmt(Parser *parser, StmtKind kind, uint32_t start)
{
    Stmt *stmt = region_allocate(parser->region, sizeof *stmt);
    stmt->kind = kind;
    stmt->range = (Range){start, start};
    return stmt;
}

void parser_push(PointerBuffer *buffer, void *item)
{
    buffer->items =
        list_reserve(buffer->items, &buffer->capacity, buffer->count + 1, sizeof(void *));
    buffer->items[buffer->count++] = item;
}

void *parser_take(Parser *parser, PointerBuffer *buffer)
{
    void **items = region_allocate(parser->region, (buffer->count + 1) * sizeof(void *));
    if (buffer->count)
        memcpy(items, buffer->items, buffer->count * sizeof(void *));
    free(buffer->items);
    *buffer = (PointerBuffer){0};
    return items;
}

ExprList parser_take_exprs(Parser *parser, PointerBuffer *buffer)
{
    size_t count = buffer->count;
    return (ExprList){parser_take(parser, buffer), count};
}

/* file: [statements] ENDMARKER */
Module *parser_run(const Lexer *lexer, LangMode mode, Region *region, NameTable *names,
                   Problems *problems)
{
    Parser parser = {.source = problems->source,
                     .lexer = lexer,
                     .minor = lexer->minor,
                     .single = mode == LANG_SINGLE,
                     .region = region,
                     .names = names,
                     .problems = problems};
    PointerBuffer statements = {0};
    Range *ranges = NULL;
    size_t count = 0, capacity = 0;
    while (!parser.failed && parser_peek(&parser) != TOKEN_END) {
        if (parser_accept(&parser, TOKEN_NEWLINE))
            continue;
        uint32_t start = parser_start(&parser);
        parse_statement(&parser, &statements);
        ranges = list_reserve(ranges, &capacity, count + 1, sizeof *ranges);
        ranges[count++] = parser_range(&parser, start);
    }
    const Problems *late = &lexer->late;
    if (late->failed && !parser.failed)
        problems_fail(problems, late->syntax.type, late->span, "%s", late->syntax.message);
    Module *module = region_allocate(region, sizeof *module);
    module->body.count = statements.count;
    module->body.items = parser_take(&parser, &statements);
    module->statements =
        (const Range *)region_copy(region, (const char *)ranges, count * sizeof *ranges);
    module->statement_count = count;
    free(ranges);
    return module;
}
