#include "lang/outline.h"

#include "lang/parser.h"

/* A text of its own being parsed. */
typedef struct Reading {
    Source *source;
    Lexer lexer;
    Region region;
    NameTable names;
    Problems problems;
} Reading;

/* Its statements; none where the text is not right. */
static StmtList read_text(Reading *reading, Slice text, const Profile *profile)
{
    Source *source = source_create("", text.bytes, text.length);
    *reading =
        (Reading){.source = source, .problems = {.source = source, .minor = profile->minor}};
    reading->names.region = &reading->region;
    lexer_run(&reading->lexer, source, (Span){0, source->length}, profile->minor);
    const Module *module = parser_run(&reading->lexer, LANG_SCRIPT, &reading->region,
                                      &reading->names, &reading->problems);
    return module && !reading->problems.failed ? module->body : (StmtList){NULL, 0};
}

static void reading_done(Reading *reading)
{
    lexer_done(&reading->lexer);
    name_table_done(&reading->names);
    problems_done(&reading->problems);
    region_done(&reading->region);
    source_destroy(reading->source);
}

/* Of a text in parentheses, whose own offsets begin `shift` bytes earlier. */
static Outline outline_of(const Expr *expr, size_t shift)
{
    Outline outline = {.kind = OUTLINE_OTHER, .end = expr->range.end - shift};
    switch ((int)expr->kind) {
    case EXPR_BINARY:
        outline.kind = OUTLINE_OPERATION;
        outline.left_end = expr->binary.left->range.end - shift;
        outline.right_start = expr->binary.right->range.start - shift;
        break;
    case EXPR_SUBSCRIPT:
        outline.kind = OUTLINE_SUBSCRIPT;
        outline.left_end = expr->subscript.value->range.end - shift;
        break;
    case EXPR_CALL:
        outline.kind = OUTLINE_CALL;
        outline.left_end = expr->call.function->range.end - shift;
        break;
    }
    return outline;
}

bool outline_expression(Slice text, const Profile *profile, Outline *ret_outline)
{
    static const char opening[] = "(\n";
    Text whole = {0};
    Reading reading;
    text_append_format(&whole, "%s%.*s\n)", opening, (int)text.length, text.bytes);
    StmtList body = read_text(&reading, text_slice(&whole), profile);
    bool fine = body.count == 1 && body.items[0]->kind == STMT_EXPR;
    if (fine)
        *ret_outline = outline_of(body.items[0]->value, sizeof opening - 1);
    reading_done(&reading);
    text_done(&whole);
    return fine;
}

/* The call of `return f(…)` or `x = …(…)`; NULL: the statement is another. */
static const Expr *plain_call(const Stmt *stmt)
{
    const Expr *value = NULL;
    if (stmt->kind == STMT_RETURN)
        value = stmt->value;
    else if (stmt->kind == STMT_ASSIGN && stmt->assign.targets.count == 1 &&
             stmt->assign.targets.items[0]->kind == EXPR_NAME)
        value = stmt->assign.value;
    if (!value || value->kind != EXPR_CALL)
        return NULL;
    bool named = value->call.function->kind == EXPR_NAME;
    return named || stmt->kind == STMT_ASSIGN ? value : NULL;
}

bool outline_is_plain_call(Slice text, const Profile *profile, size_t start, size_t end)
{
    Reading reading;
    StmtList body = read_text(&reading, text, profile);
    const Expr *call = body.count ? plain_call(body.items[0]) : NULL;
    bool whole = call && call->range.start == start && call->range.end == end;
    reading_done(&reading);
    return whole;
}
