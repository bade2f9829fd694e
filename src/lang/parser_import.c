#include <stdlib.h>

#include "base/list.h"
#include "lang/parser.h"

typedef struct Aliases {
    Alias *items;
    size_t count, capacity;
} Aliases;

/* dotted_name */
static const Name *dotted_name(Parser *parser)
{
    Text text = {0};
    text_append_slice(&text, parser_name(parser)->text);
    while (parser_accept(parser, TOKEN_DOT)) {
        text_append_char(&text, '.');
        text_append_slice(&text, parser_name(parser)->text);
    }
    const Name *name = name_intern(parser->names, text_slice(&text));
    text_done(&text);
    return name;
}

static void add_alias(Parser *parser, Aliases *aliases, const Name *name, uint32_t start)
{
    aliases->items = list_reserve(aliases->items, &aliases->capacity, aliases->count + 1,
                                  sizeof *aliases->items);
    Alias *alias = &aliases->items[aliases->count++];
    *alias = (Alias){.name = name};
    if (parser_accept(parser, TOKEN_AS))
        alias->as = parser_name(parser);
    alias->range = parser_range(parser, start);
}

static void finish(Parser *parser, Stmt *stmt, Aliases *aliases)
{
    stmt->import.count = aliases->count;
    stmt->import.aliases = (Alias *)region_copy(parser->region, (char *)aliases->items,
                                                aliases->count * sizeof *aliases->items);
    free(aliases->items);
}

/* The line ends where names should be (invalid_import_from_targets). */
static void expect_names(Parser *parser)
{
    if (parser_peek(parser) == TOKEN_NEWLINE)
        parser_fail_token(parser, "Expected one or more names after 'import'");
}

/* `import a from b` (invalid_import). */
static void import_and_from(Parser *parser, uint32_t start)
{
    ParserMark mark = parser_try(parser);
    parser_advance(parser);
    dotted_name(parser);
    bool matches = !parser->failed;
    uint32_t end = parser_previous(parser)->end;
    parser_end_try(parser, mark, false);
    if (matches)
        parser_fail_at(parser, (Range){start, end},
                       "Did you mean to use 'from ... import ...' instead?");
}

Stmt *parse_import_name(Parser *parser)
{
    Stmt *stmt = parser_stmt(parser, STMT_IMPORT, parser_start(parser));
    Aliases aliases = {0};
    bool named = false;
    parser_advance(parser);
    expect_names(parser);
    do {
        uint32_t start = parser_start(parser);
        const Name *name = dotted_name(parser);
        add_alias(parser, &aliases, name, start);
        named = named || aliases.items[aliases.count - 1].as;
    } while (parser_accept(parser, TOKEN_COMMA));
    if (parser_peek(parser) == TOKEN_FROM && !named)
        import_and_from(parser, stmt->range.start);
    finish(parser, stmt, &aliases);
    return stmt;
}

/* import_from_targets: '(' names [','] ')' | names | '*' */
static void import_from_targets(Parser *parser, Aliases *aliases)
{
    uint32_t start = parser_start(parser);
    if (parser_accept(parser, TOKEN_STAR)) {
        add_alias(parser, aliases, name_of(parser->names, "*"), start);
        return;
    }
    bool parenthesized = parser_accept(parser, TOKEN_LPAR);
    do {
        start = parser_start(parser);
        const Name *name = parser_name(parser);
        add_alias(parser, aliases, name, start);
        if (!parser_accept(parser, TOKEN_COMMA))
            break;
        if (!parenthesized && parser_peek(parser) == TOKEN_NEWLINE)
            parser_fail_token(parser,
                              "trailing comma not allowed without surrounding parentheses");
    } while (!parser->failed && parser_peek(parser) != TOKEN_RPAR);
    if (parenthesized)
        parser_expect(parser, TOKEN_RPAR);
}

Stmt *parse_import_from(Parser *parser)
{
    Stmt *stmt = parser_stmt(parser, STMT_IMPORT_FROM, parser_start(parser));
    Aliases aliases = {0};
    parser_advance(parser);
    for (;;) {
        if (parser_accept(parser, TOKEN_DOT))
            stmt->import.level++;
        else if (parser_accept(parser, TOKEN_ELLIPSIS))
            stmt->import.level += 3;
        else
            break;
    }
    if (stmt->import.level == 0 || parser_peek(parser) != TOKEN_IMPORT)
        stmt->import.module = dotted_name(parser);
    parser_expect(parser, TOKEN_IMPORT);
    expect_names(parser);
    import_from_targets(parser, &aliases);
    finish(parser, stmt, &aliases);
    return stmt;
}
