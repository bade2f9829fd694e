#include "lang/future.h"

static bool is_future_import(const Stmt *stmt)
{
    return stmt->kind == STMT_IMPORT_FROM && stmt->import.level == 0 && stmt->import.module &&
           slice_is(stmt->import.module->text, "__future__");
}

static void fail(Problems *problems, Span span, const char *message)
{
    problems_fail(problems, "SyntaxError", span, "%s", message);
}

/* Python/future.c gives no end. */
static Span first_column(const Stmt *stmt)
{
    return (Span){stmt->range.start, stmt->range.start + 1};
}

/* True for the feature that changes something still. */
static bool check_feature(const Stmt *stmt, const Alias *alias, int minor, Problems *problems)
{
    static const char *const known[] = {
        "nested_scopes",    "generators",     "division",
        "absolute_import",  "with_statement", "print_function",
        "unicode_literals", "barry_as_FLUFL", "generator_stop",
    };
    Slice name = alias->name->text;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (slice_is(name, known[i]))
            return false;
    if (slice_is(name, "annotations") && minor >= 7)
        return true;
    if (slice_is(name, "braces"))
        fail(problems, first_column(stmt), "not a chance");
    else
        problems_fail(problems, "SyntaxError", first_column(stmt),
                      "future feature %.*s is not defined", (int)name.length, name.bytes);
    return false;
}

static bool is_docstring(const Stmt *stmt)
{
    return stmt->kind == STMT_EXPR && stmt->value->kind == EXPR_CONSTANT &&
           stmt->value->constant->kind == CONST_STR;
}

Future future_check(const Module *module, int minor, Problems *problems)
{
    Future future = {0};
    bool head = true;
    for (size_t i = 0; i < module->body.count; i++) {
        const Stmt *stmt = module->body.items[i];
        if (!is_future_import(stmt)) {
            head = head && i == 0 && is_docstring(stmt);
            continue;
        }
        if (!head)
            fail(problems, (Span){stmt->range.start, stmt->range.end},
                 "from __future__ imports must occur at the beginning of the file");
        for (size_t k = 0; k < stmt->import.count && head; k++)
            future.annotations_are_text |=
                check_feature(stmt, &stmt->import.aliases[k], minor, problems);
        future.end = stmt->range.end;
    }
    return future;
}
