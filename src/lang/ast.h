#ifndef LANG_AST_H
#define LANG_AST_H
/* The tree that the parser builds, the folder simplifies and the compiler walks. Its node kinds
 * are those of Parser/Python.asdl. All of it lives in one region; a node is changed only by the
 * folder and by the symbol table, which hangs its scopes in. */
#include <gmp.h>
#include <stdbool.h>

#include "lang/code.h"
#include "lang/name.h"

/* Byte offsets into the source, `end` exclusive (half the size of a Span). */
typedef struct Range {
    uint32_t start, end;
} Range;

typedef struct Scope Scope; /* symtable.h */
typedef struct Expr Expr;
typedef struct Stmt Stmt;
typedef struct Pattern Pattern;

typedef struct ExprList {
    Expr **items;
    size_t count;
} ExprList;

typedef struct StmtList {
    Stmt **items;
    size_t count;
} StmtList;

typedef struct PatternList {
    Pattern **items;
    size_t count;
} PatternList;

typedef struct NameList {
    const Name **items;
    size_t count;
} NameList;

/* A constant's value. `kind` is no CONST_CODE here. */
typedef struct Value {
    ConstKind kind;
    union {
        mpz_srcptr integer;
        double real;
        Slice text;
        struct {
            const struct Value *const *items;
            size_t count;
        } tuple; /* CONST_FROZENSET too */
    };
    double imaginary;
} Value;

typedef enum UnaryOp {
    UNARY_INVERT,
    UNARY_NOT,
    UNARY_PLUS,
    UNARY_MINUS,
} UnaryOp;

/* A comparison's operator: CompareOp, then these. */
enum {
    COMPARISON_IS = COMPARE_GE + 1,
    COMPARISON_IS_NOT,
    COMPARISON_IN,
    COMPARISON_NOT_IN,
};

typedef enum ExprContext {
    CONTEXT_LOAD,
    CONTEXT_STORE,
    CONTEXT_DELETE,
} ExprContext;

typedef struct Keyword {
    const Name *name; /* NULL: **value */
    Expr *value;
    Range range;
} Keyword;

typedef struct KeywordList {
    Keyword *items;
    size_t count;
} KeywordList;

typedef struct Comprehension {
    Expr *target, *iterable;
    ExprList conditions;
} Comprehension;

typedef struct Parameter {
    const Name *name;
    Expr *annotation; /* may be NULL */
    Expr *default_;   /* may be NULL */
    Range range;
} Parameter;

typedef struct Parameters {
    Parameter *items; /* positional-only, ordinary, keyword-only */
    size_t positional_only, positional /* both kinds */, keyword_only;
    Parameter *rest;     /* *args; NULL where there is none */
    Parameter *keywords; /* **kwargs */
} Parameters;

typedef enum ExprKind {
    EXPR_BOOL_OP,
    EXPR_NAMED,
    EXPR_BINARY,
    EXPR_UNARY,
    EXPR_LAMBDA,
    EXPR_CONDITIONAL,
    EXPR_DICT,
    EXPR_SET,
    EXPR_LIST_COMPREHENSION,
    EXPR_SET_COMPREHENSION,
    EXPR_DICT_COMPREHENSION,
    EXPR_GENERATOR,
    EXPR_AWAIT, /* refused before anything is compiled */
    EXPR_YIELD,
    EXPR_YIELD_FROM,
    EXPR_COMPARE,
    EXPR_CALL,
    EXPR_FORMATTED, /* a replacement field */
    EXPR_JOINED,    /* an f-string */
    EXPR_CONSTANT,
    EXPR_ATTRIBUTE,
    EXPR_SUBSCRIPT,
    EXPR_STARRED,
    EXPR_NAME,
    EXPR_LIST,
    EXPR_TUPLE,
    EXPR_SLICE,
} ExprKind;

struct Expr {
    ExprKind kind;
    ExprContext context; /* of a target: ATTRIBUTE SUBSCRIPT STARRED NAME LIST TUPLE */
    bool parenthesized;
    bool folded;         /* CONSTANT: not written so, but computed */
    bool placeless;      /* CONSTANT: has no location of its own */
    const Expr *written; /* of a folded one: the expression, where its operands are constants of
                            the code object too */
    uint32_t depth;      /* of the tree below a chain of operators: the walkers' recursion */
    Range range;
    union {
        struct {
            bool is_or;
            ExprList values;
        } bool_op;
        struct {
            Expr *target, *value;
        } named;
        struct {
            BinaryOp op;
            Expr *left, *right;
        } binary;
        struct {
            UnaryOp op;
            Expr *operand;
        } unary;
        struct {
            Parameters *parameters;
            Expr *body;
            Scope *scope;
        } lambda;
        struct {
            Expr *test, *then, *otherwise;
        } conditional;
        struct {
            Expr **keys; /* NULL: **value */
            ExprList values;
        } dict;
        struct {
            Expr *element, *value; /* `value`: of a dict comprehension, else NULL */
            Comprehension *clauses;
            size_t count;
            Scope *scope;
        } comprehension;
        struct {
            Expr *value; /* of YIELD: may be NULL */
        } yield;         /* AWAIT YIELD YIELD_FROM STARRED */
        struct {
            Expr *left;
            uint8_t *ops;
            ExprList others;
        } compare;
        struct {
            Expr *function;
            ExprList arguments;
            KeywordList keywords;
        } call;
        struct {
            Expr *value;
            int conversion; /* FORMAT_PLAIN to FORMAT_ASCII */
            Expr *spec;     /* JOINED or NULL */
        } formatted;
        struct {
            Expr *value;
            const Name *name;
        } attribute;
        struct {
            Expr *value, *index;
        } subscript;
        struct {
            Expr *lower, *upper, *step; /* may be NULL */
        } slice;
        ExprList list; /* SET JOINED LIST TUPLE */
        const Name *name;
        const Value *constant;
    };
};

typedef enum PatternKind {
    PATTERN_VALUE,
    PATTERN_SINGLETON,
    PATTERN_SEQUENCE,
    PATTERN_MAPPING,
    PATTERN_CLASS,
    PATTERN_STAR,
    PATTERN_AS, /* without a pattern a capture, without a name too the wildcard */
    PATTERN_OR,
} PatternKind;

struct Pattern {
    PatternKind kind;
    Range range;
    Expr *value;            /* VALUE SINGLETON; CLASS: the class */
    const Name *name;       /* STAR AS; MAPPING: the rest; may be NULL */
    Pattern *pattern;       /* AS, may be NULL */
    PatternList patterns;   /* SEQUENCE MAPPING CLASS OR */
    ExprList keys;          /* MAPPING */
    NameList keyword_names; /* CLASS */
    PatternList keyword_patterns;
};

typedef struct WithItem {
    Expr *manager;
    Expr *target; /* may be NULL */
} WithItem;

typedef struct ExceptHandler {
    Range range;
    Expr *type;       /* may be NULL */
    const Name *name; /* may be NULL */
    StmtList body;
} ExceptHandler;

typedef struct Alias {
    const Name *name; /* dotted; "*" */
    const Name *as;   /* may be NULL */
    Range range;
} Alias;

typedef struct MatchCase {
    Pattern *pattern;
    Expr *guard; /* may be NULL */
    StmtList body;
} MatchCase;

typedef enum StmtKind {
    STMT_FUNCTION,
    STMT_CLASS,
    STMT_RETURN,
    STMT_DELETE,
    STMT_ASSIGN,
    STMT_AUGMENTED,
    STMT_ANNOTATED,
    STMT_FOR,
    STMT_WHILE,
    STMT_IF,
    STMT_WITH,
    STMT_MATCH,
    STMT_RAISE,
    STMT_TRY,
    STMT_ASSERT,
    STMT_IMPORT,
    STMT_IMPORT_FROM,
    STMT_GLOBAL,
    STMT_NONLOCAL,
    STMT_EXPR,
    STMT_PASS,
    STMT_BREAK,
    STMT_CONTINUE,
} StmtKind;

struct Stmt {
    StmtKind kind;
    Range range;
    union {
        struct {
            const Name *name;
            ExprList decorators;
            Parameters *parameters;
            Expr *returns; /* may be NULL */
            StmtList body;
            Scope *scope;
        } function;
        struct {
            const Name *name;
            ExprList decorators, bases;
            KeywordList keywords;
            StmtList body;
            Scope *scope;
        } class_;
        struct {
            ExprList targets;
            Expr *value;
        } assign;
        struct {
            BinaryOp op;
            Expr *target, *value;
        } augmented;
        struct {
            Expr *target, *annotation, *value; /* `value` may be NULL */
        } annotated;
        struct {
            Expr *target, *iterable;
            StmtList body, otherwise;
        } for_;
        struct {
            Expr *test;
            StmtList body, otherwise;
        } branch; /* IF WHILE */
        struct {
            WithItem *items;
            size_t count;
            StmtList body;
        } with;
        struct {
            Expr *subject;
            MatchCase *cases;
            size_t count;
        } match;
        struct {
            Expr *exception, *cause; /* may be NULL */
        } raise;
        struct {
            StmtList body;
            ExceptHandler *handlers;
            size_t count;
            bool of_groups; /* except* */
            StmtList otherwise, finally;
        } try_;
        struct {
            Expr *test, *message; /* `message` may be NULL */
        } assert_;
        struct {
            const Name *module; /* may be NULL */
            uint32_t level;
            Alias *aliases;
            size_t count;
        } import;         /* IMPORT IMPORT_FROM */
        NameList names;   /* GLOBAL NONLOCAL */
        ExprList deleted; /* DELETE */
        Expr *value;      /* EXPR; RETURN: may be NULL */
    };
};

typedef struct Module {
    StmtList body;
    const Range *statements; /* where each top-level statement or line of simple ones stands */
    size_t statement_count;
    Scope *scope;
} Module;

/* What CPython calls such an expression in a message ("cannot assign to %s"). */
const char *expr_name(const Expr *expr);
/* The bodies of statements that a statement has, those of an elif among them, one after the
 * other; {.stmt} is the start. False where there are no more. A function's and a class's are
 * none. */
typedef struct BlockWalk {
    const Stmt *stmt;
    size_t number; /* of the next body */
} BlockWalk;
bool ast_next_block(BlockWalk *walk, StmtList *ret_block);
/* A copy of `integer` whose digits live in the region, never to be cleared. */
mpz_srcptr ast_integer(Region *region, mpz_srcptr integer);

#endif
