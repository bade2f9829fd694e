#ifndef LANG_PARSER_H
#define LANG_PARSER_H
/* Tokens into the tree, by recursive descent: a function for each symbol of CPython's
 * Grammar/python.gram, named parse_SYMBOL. None returns NULL where the grammar demands
 * something: after a mistake every token reads as TOKEN_END, so that all of them run out
 * quickly, and what they return is thrown away. */
#include "lang/ast.h"
#include "lang/lexer.h"

enum {
    /* A chain of operators, calls or attributes is a tree as deep as the chain is long. */
    PARSER_CHAIN_LIMIT = 1500,
};

typedef struct Parser {
    const Source *source;
    const Lexer *lexer;
    size_t position; /* in lexer->tokens */
    int minor;
    bool single; /* LANG_SINGLE: one statement */
    bool failed;
    size_t reached; /* the last token that was looked at at all, trials included */
    size_t
        furthest; /* the last token that the grammar looked at: a plain mistake is told there */
    int speculating; /* mistakes are not told: the parser will go back */
    size_t depth;    /* expressions open in each other */
    size_t blocks;
    Region *region;
    NameTable *names;
    Problems *problems;
} Parser;

/* Parses the whole of `lexer`'s tokens. What is wrong is in `problems` afterwards. */
Module *parser_run(const Lexer *lexer, LangMode mode, Region *region, NameTable *names,
                   Problems *problems);

/* Tokens. */
TokenKind parser_peek(const Parser *parser);
TokenKind parser_peek_at(const Parser *parser, size_t ahead);
const Token *parser_token(const Parser *parser);
/* The token before the current one. */
const Token *parser_previous(const Parser *parser);
Slice parser_text(const Parser *parser, const Token *token);
bool parser_at_word(const Parser *parser, const char *word); /* a NAME so spelled */
void parser_advance(Parser *parser);
bool parser_accept(Parser *parser, TokenKind kind);
/* Takes the token, or fails with "invalid syntax". */
bool parser_expect(Parser *parser, TokenKind kind);
/* As parser_expect, but fails with "expected 'x'" (the grammar's &&'x'). */
bool parser_force(Parser *parser, TokenKind kind);
const Name *parser_name(Parser *parser); /* a NAME token, or failure */
/* From where the node began to the end of the last token. */
Range parser_range(const Parser *parser, uint32_t start);
uint32_t parser_start(const Parser *parser); /* of the current token */
size_t parser_line(const Parser *parser, const Token *token);

/* Mistakes. */
void parser_fail(Parser *parser); /* "invalid syntax" at the current token */
void parser_fail_at(Parser *parser, Range range, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void parser_fail_token(Parser *parser, const char *message); /* at the current token */
void parser_fail_indent(Parser *parser, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void parser_refuse(Parser *parser, Range range, const char *what);
bool parser_enter(Parser *parser); /* one expression deeper; parser_leave follows in any case */
void parser_leave(Parser *parser);

/* Trying: parse between the two, then go back or stay. */
typedef struct ParserMark {
    size_t position, depth, blocks;
} ParserMark;
ParserMark parser_try(Parser *parser);
/* Ends the trial; true when nothing failed and `keep`: the position stays. Else it goes back.
 */
bool parser_end_try(Parser *parser, ParserMark mark, bool keep);
/* Before parser_end_try, where the grammar itself tries: how far it came counts for mistakes.
 */
void parser_note_furthest(Parser *parser, size_t position);
/* Whether what CPython calls a bitwise_or begins here, and neither '=' nor ':=' follows it. */
bool parser_at_compared(Parser *parser, Range *ret_range);

/* Nodes. */
Expr *parser_expr(Parser *parser, ExprKind kind, Range range);
/* Tells `expr` of a child, so that its depth stays known and bounded. */
void parser_adopt(Parser *parser, Expr *expr, const Expr *child);
Expr *parser_constant(Parser *parser, ConstKind kind, Range range);
Stmt *parser_stmt(Parser *parser, StmtKind kind, uint32_t start);

/* A list of pointers that grows; PointerBuffer_take copies it into the region and releases it.
 */
typedef struct PointerBuffer {
    void **items;
    size_t count, capacity;
} PointerBuffer;
void parser_push(PointerBuffer *buffer, void *item);
void *parser_take(Parser *parser, PointerBuffer *buffer);
ExprList parser_take_exprs(Parser *parser, PointerBuffer *buffer);

/* parser_expression.c */
Expr *parse_star_expressions(Parser *parser);
/* The same where a star that no brackets surround has its place only from 3.`since` on. */
Expr *parse_star_expressions_since(Parser *parser, int since);
Expr *parse_star_expression(Parser *parser);
Expr *parse_star_named_expression(Parser *parser);
Expr *parse_named_expression(Parser *parser);
Expr *parse_expression(Parser *parser);
/* The same, but what stands behind it is the caller's to judge. */
Expr *parse_expression_alone(Parser *parser);
Expr *parse_disjunction(Parser *parser);
Expr *parse_bitwise_or(Parser *parser);
Expr *parse_yield_expr(Parser *parser);
Expr *parse_yield_or_star_expressions(Parser *parser);
/* At '=' behind `expr`, where only an expression may stand: fails if '==' or ':=' may be meant.
 */
void parse_invalid_equal(Parser *parser, const Expr *expr);
bool parser_at_expression(const Parser *parser); /* whether one can begin here */

/* parser_primary.c */
Expr *parse_primary(Parser *parser);
Expr *parse_slices(Parser *parser);

/* parser_atom.c */
Expr *parse_atom(Parser *parser);
/* The clauses of a comprehension whose element is read; `expr` becomes that comprehension. */
void parse_for_if_clauses(Parser *parser, Expr *comprehension);
bool parser_at_comprehension(const Parser *parser);

/* parser_arguments.c: behind '(' up to and with ')'. `is_call`: not the bases of a class. */
void parse_arguments(Parser *parser, bool is_call, ExprList *ret_arguments,
                     KeywordList *ret_keywords);

/* parser_strings.c */
Expr *parse_strings(Parser *parser);
Expr *parse_number(Parser *parser);

/* parser_parameters.c: up to `closing` (')' or ':'), which stays. */
Parameters *parse_parameters(Parser *parser, TokenKind closing);

/* parser_target.c */
typedef enum TargetKind {
    TARGET_STAR,
    TARGET_DELETE,
    TARGET_FOR,
} TargetKind;
/* The part of `expr` that cannot be a target; NULL when all of it can. */
const Expr *target_find_invalid(const Expr *expr, TargetKind kind);
void target_set_context(Expr *expr, ExprContext context);
/* Fails where it is no target, with "cannot assign to …" or "cannot delete …"; else sets it. */
bool target_make(Parser *parser, Expr *expr, TargetKind kind);
/* star_targets, as in `for x, *y in`. */
Expr *parse_star_targets(Parser *parser);

/* parser_statement.c */
void parse_statement(Parser *parser, PointerBuffer *statements);
void parse_simple_stmts(Parser *parser, PointerBuffer *statements);
/* parser_simple.c */
Stmt *parse_simple_stmt(Parser *parser);
/* parser_import.c */
Stmt *parse_import_name(Parser *parser);
Stmt *parse_import_from(Parser *parser);
/* parser_compound.c; NULL where no compound statement begins. */
Stmt *parse_compound_stmt(Parser *parser);
/* `what`: what the block belongs to, for "expected an indented block after …". */
StmtList parse_block(Parser *parser, const char *what, const Token *keyword);
/* parser_definition.c */
Stmt *parse_function_def(Parser *parser, ExprList decorators, uint32_t start);
Stmt *parse_class_def(Parser *parser, ExprList decorators, uint32_t start);
Stmt *parse_decorated(Parser *parser);
void parse_type_params(Parser *parser); /* PEP 695's brackets, where they stand; refused */
/* parser_try.c */
Stmt *parse_try_stmt(Parser *parser);
/* parser_with.c */
Stmt *parse_with_stmt(Parser *parser);
/* parser_match.c; NULL where the word "match" is only a name. */
Stmt *parse_match_stmt(Parser *parser);
/* parser_pattern.c */
Pattern *parse_patterns(Parser *parser);

#endif
