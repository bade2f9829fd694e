#include <stdlib.h>

#include "base/list.h"
#include "lang/parser.h"

typedef struct Items {
    WithItem *items;
    size_t count, capacity;
} Items;

/* with_item: expression ['as' star_target] */
static void with_item(Parser *parser, Items *items)
{
    items->items =
        list_reserve(items->items, &items->capacity, items->count + 1, sizeof *items->items);
    WithItem *item = &items->items[items->count++];
    item->target = NULL;
    item->manager = parse_expression(parser);
    if (!parser_accept(parser, TOKEN_AS))
        return;
    item->target = parser_peek(parser) == TOKEN_STAR ? parse_star_named_expression(parser)
                                                     : parse_expression(parser);
    if (!parser->failed)
        target_make(parser, item->target, TARGET_STAR);
}

/* From 3.9 on (officially 3.10) the items may stand in parentheses. True when they do and a ':'
 * follows. */
static bool parenthesized_items(Parser *parser, Items *items)
{
    if (parser->minor < 9 || parser_peek(parser) != TOKEN_LPAR)
        return false;
    ParserMark mark = parser_try(parser);
    parser_advance(parser);
    do {
        with_item(parser, items);
    } while (parser_accept(parser, TOKEN_COMMA) && parser_peek(parser) != TOKEN_RPAR);
    parser_expect(parser, TOKEN_RPAR);
    bool is_header = parser_peek(parser) == TOKEN_COLON || parser_peek(parser) == TOKEN_NEWLINE;
    size_t reached = parser->failed ? parser->position : 0;
    if (parser_end_try(parser, mark, is_header))
        return true;
    parser_note_furthest(parser, reached);
    items->count = 0;
    return false;
}

Stmt *parse_with_stmt(Parser *parser)
{
    const Token *keyword = parser_token(parser);
    Stmt *stmt = parser_stmt(parser, STMT_WITH, keyword->start);
    Items items = {0};
    parser_advance(parser);
    if (!parenthesized_items(parser, &items)) {
        do {
            with_item(parser, &items);
        } while (parser_accept(parser, TOKEN_COMMA));
    }
    if (parser_peek(parser) == TOKEN_NEWLINE)
        parser_fail_token(parser, "expected ':'");
    parser_expect(parser, TOKEN_COLON);
    stmt->with.items = (WithItem *)region_copy(parser->region, (char *)items.items,
                                               items.count * sizeof *items.items);
    stmt->with.count = items.count;
    free(items.items);
    stmt->with.body = parse_block(parser, "'with' statement", keyword);
    return stmt;
}
