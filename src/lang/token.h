#ifndef LANG_TOKEN_H
#define LANG_TOKEN_H
/* The words of a program, as the lexer cuts them and the parser reads them. A token knows its
 * place in the source and nothing else; numbers and strings are decoded from there by the
 * parser. */
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

/* Operators and keywords with their spelling; the longest operator wins. */
/* clang-format off */
#define TOKEN_OPERATORS(X) \
    X(LPAR, "(") X(RPAR, ")") X(LSQB, "[") X(RSQB, "]") X(LBRACE, "{") X(RBRACE, "}") \
    X(COLON, ":") X(COMMA, ",") X(SEMI, ";") X(PLUS, "+") X(MINUS, "-") X(STAR, "*") \
    X(SLASH, "/") X(VBAR, "|") X(AMPER, "&") X(LESS, "<") X(GREATER, ">") X(EQUAL, "=") \
    X(DOT, ".") X(PERCENT, "%") X(EQEQUAL, "==") X(NOTEQUAL, "!=") X(LESSEQUAL, "<=") \
    X(GREATEREQUAL, ">=") X(TILDE, "~") X(CIRCUMFLEX, "^") X(LEFTSHIFT, "<<") \
    X(RIGHTSHIFT, ">>") X(DOUBLESTAR, "**") X(PLUSEQUAL, "+=") X(MINEQUAL, "-=") \
    X(STAREQUAL, "*=") X(SLASHEQUAL, "/=") X(PERCENTEQUAL, "%=") X(AMPEREQUAL, "&=") \
    X(VBAREQUAL, "|=") X(CIRCUMFLEXEQUAL, "^=") X(LEFTSHIFTEQUAL, "<<=") \
    X(RIGHTSHIFTEQUAL, ">>=") X(DOUBLESTAREQUAL, "**=") X(DOUBLESLASH, "//") \
    X(DOUBLESLASHEQUAL, "//=") X(AT, "@") X(ATEQUAL, "@=") X(RARROW, "->") \
    X(ELLIPSIS, "...") X(COLONEQUAL, ":=") X(EXCLAMATION, "!") X(LESSGREATER, "<>")

#define TOKEN_KEYWORDS(X) \
    X(FALSE, "False") X(NONE, "None") X(TRUE, "True") X(AND, "and") X(AS, "as") \
    X(ASSERT, "assert") X(ASYNC, "async") X(AWAIT, "await") X(BREAK, "break") \
    X(CLASS, "class") X(CONTINUE, "continue") X(DEF, "def") X(DEL, "del") X(ELIF, "elif") \
    X(ELSE, "else") X(EXCEPT, "except") X(FINALLY, "finally") X(FOR, "for") X(FROM, "from") \
    X(GLOBAL, "global") X(IF, "if") X(IMPORT, "import") X(IN, "in") X(IS, "is") \
    X(LAMBDA, "lambda") X(NONLOCAL, "nonlocal") X(NOT, "not") X(OR, "or") X(PASS, "pass") \
    X(RAISE, "raise") X(RETURN, "return") X(TRY, "try") X(WHILE, "while") X(WITH, "with") \
    X(YIELD, "yield")
/* clang-format on */

typedef enum TokenKind {
    TOKEN_END,
    TOKEN_NEWLINE,
    TOKEN_INDENT,
    TOKEN_DEDENT,
    TOKEN_ERROR,   /* the text breaks off here; what is wrong counts only if the parser comes so
                      far */
    TOKEN_UNKNOWN, /* a character that no token begins with */
    TOKEN_NAME,
    TOKEN_NUMBER,
    TOKEN_STRING,
    TOKEN_FSTRING_START,
    TOKEN_FSTRING_MIDDLE,
    TOKEN_FSTRING_END,
/* clang-format off */
#define TOKEN_ENUM(name, spelling) TOKEN_##name,
    TOKEN_OPERATORS(TOKEN_ENUM)
    TOKEN_KEYWORDS(TOKEN_ENUM)
#undef TOKEN_ENUM
    /* clang-format on */
} TokenKind;

typedef struct Token {
    uint8_t kind;  /* a TokenKind */
    uint8_t level; /* brackets open behind it */
    uint32_t start, end;
} Token;

/* The keyword with this spelling, TOKEN_NAME for every other word. `minor`: async and await are
 * ordinary names before 3.7. */
TokenKind token_keyword(Slice word, int minor);
/* How an operator or a keyword is spelled; "" for other kinds. */
const char *token_spelling(TokenKind kind);
/* The longest operator at the start of `text`; TOKEN_ERROR where there is none. */
TokenKind token_operator(Slice text, size_t *ret_length);

#endif
