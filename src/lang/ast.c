#include "lang/ast.h"

#include <string.h>

mpz_srcptr ast_integer(Region *region, mpz_srcptr integer)
{
    size_t limbs = mpz_size(integer);
    mp_limb_t *copy = region_allocate(region, (limbs + 1) * sizeof *copy);
    if (limbs)
        memcpy(copy, mpz_limbs_read(integer), limbs * sizeof *copy);
    mpz_ptr result = region_allocate(region, sizeof *result);
    mp_size_t size = (mp_size_t)limbs;
    mpz_roinit_n(result, copy, mpz_sgn(integer) < 0 ? -size : size);
    return result;
}

static const char *constant_name(const Value *value)
{
    switch (value->kind) {
    case CONST_NONE:
        return "None";
    case CONST_ELLIPSIS:
        return "ellipsis";
    case CONST_FALSE:
        return "False";
    case CONST_TRUE:
        return "True";
    case CONST_INT:
    case CONST_FLOAT:
    case CONST_COMPLEX:
    case CONST_STR:
    case CONST_BYTES:
    case CONST_TUPLE:
    case CONST_FROZENSET:
    case CONST_CODE:
        break;
    }
    return "literal";
}

const char *expr_name(const Expr *expr)
{
    switch (expr->kind) {
    case EXPR_ATTRIBUTE:
        return "attribute";
    case EXPR_SUBSCRIPT:
        return "subscript";
    case EXPR_STARRED:
        return "starred";
    case EXPR_NAME:
        return "name";
    case EXPR_LIST:
        return "list";
    case EXPR_TUPLE:
        return "tuple";
    case EXPR_LAMBDA:
        return "lambda";
    case EXPR_CALL:
        return "function call";
    case EXPR_BOOL_OP:
    case EXPR_BINARY:
    case EXPR_UNARY:
        return "expression";
    case EXPR_GENERATOR:
        return "generator expression";
    case EXPR_YIELD:
    case EXPR_YIELD_FROM:
        return "yield expression";
    case EXPR_AWAIT:
        return "await expression";
    case EXPR_LIST_COMPREHENSION:
        return "list comprehension";
    case EXPR_SET_COMPREHENSION:
        return "set comprehension";
    case EXPR_DICT_COMPREHENSION:
        return "dict comprehension";
    case EXPR_DICT:
        return "dict literal";
    case EXPR_SET:
        return "set display";
    case EXPR_JOINED:
    case EXPR_FORMATTED:
        return "f-string expression";
    case EXPR_CONSTANT:
        return constant_name(expr->constant);
    case EXPR_COMPARE:
        return "comparison";
    case EXPR_CONDITIONAL:
        return "conditional expression";
    case EXPR_NAMED:
        return "named expression";
    case EXPR_SLICE:
        return "slice";
    }
    return "expression";
}

/* An elif is the only statement of an else clause: the walk goes on with it. */
static bool if_block(BlockWalk *walk, size_t number, StmtList *ret_block)
{
    StmtList otherwise = walk->stmt->branch.otherwise;
    *ret_block = number == 0 ? walk->stmt->branch.body : otherwise;
    if (number == 0 && otherwise.count == 1 && otherwise.items[0]->kind == STMT_IF)
        *walk = (BlockWalk){.stmt = otherwise.items[0]};
    return number < 2;
}

static bool try_block(const Stmt *stmt, size_t number, StmtList *ret_block)
{
    const StmtList others[] = {stmt->try_.body, stmt->try_.otherwise, stmt->try_.finally};
    size_t count = stmt->try_.count;
    if (number < count)
        *ret_block = stmt->try_.handlers[number].body;
    else if (number < count + 3)
        *ret_block = others[number - count];
    return number < count + 3;
}

bool ast_next_block(BlockWalk *walk, StmtList *ret_block)
{
    const Stmt *stmt = walk->stmt;
    size_t number = walk->number++;
    switch ((int)stmt->kind) {
    case STMT_FOR:
        *ret_block = number == 0 ? stmt->for_.body : stmt->for_.otherwise;
        return number < 2;
    case STMT_WHILE:
        *ret_block = number == 0 ? stmt->branch.body : stmt->branch.otherwise;
        return number < 2;
    case STMT_IF:
        return if_block(walk, number, ret_block);
    case STMT_WITH:
        *ret_block = stmt->with.body;
        return number < 1;
    case STMT_MATCH:
        if (number < stmt->match.count)
            *ret_block = stmt->match.cases[number].body;
        return number < stmt->match.count;
    case STMT_TRY:
        return try_block(stmt, number, ret_block);
    default:
        return false;
    }
}
