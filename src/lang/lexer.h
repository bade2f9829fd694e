#ifndef LANG_LEXER_H
#define LANG_LEXER_H
/* Text into tokens, all at once, as Parser/tokenizer.c does it on demand: indentation, line
 * joining, brackets, f-strings as FSTRING_START, …MIDDLE, …END with ordinary tokens between
 * them. Two kinds of mistake, both of which end the tokens with TOKEN_ERROR: what CPython's
 * tokenizer raises itself is `raised` and counts before any mistake of the grammar; what it
 * only marks (a wrong dedent, the end of the file in a bracket) is `pending` and counts if the
 * parser comes that far. */
#include <stdbool.h>
#include <stddef.h>

#include "lang/problem.h"
#include "lang/token.h"

enum {
    LEXER_BRACKET_LIMIT = 200, /* CPython's MAXLEVEL */
    LEXER_INDENT_LIMIT = 100,  /* CPython's MAXINDENT */
    LEXER_FSTRING_LIMIT = 150, /* CPython's MAXFSTRINGLEVEL */
    LEXER_FIELD_LIMIT = 3,     /* CPython's MAX_EXPR_NESTING */
};

/* An f-string that is being read. Its text and its replacement fields alternate. */
typedef struct FString {
    size_t start;       /* of its prefix */
    size_t quotes_from; /* of its opening quotes */
    char quote;
    size_t quote_size; /* 1 or 3 */
    bool raw;
    bool in_text;                          /* not in a field's expression */
    size_t field_count;                    /* fields open in each other, through their specs */
    size_t field_level[LEXER_FIELD_LIMIT]; /* brackets open inside the field's own brace */
    size_t outer_end; /* before 3.12 an f-string ends at its first quote: the lexer's end behind
                         it */
} FString;

typedef struct Bracket {
    char open;
    size_t offset;
} Bracket;

typedef struct Lexer {
    const char *bytes; /* of the whole source */
    size_t position, end;
    size_t line_start; /* of the current physical line */
    size_t
        comment; /* where the current line's comment begins, or 0: its NEWLINE begins there */
    int minor;
    bool stopped;
    const Source *source;
    Token *tokens;
    size_t count, capacity;
    Bracket brackets[LEXER_BRACKET_LIMIT];
    size_t level;
    size_t indents[LEXER_INDENT_LIMIT], alternative_indents[LEXER_INDENT_LIMIT];
    size_t indent_depth;
    FString *fstrings;
    size_t fstring_count, fstring_capacity;
    Problems raised; /* what counts in any case, except behind an unexpected indent */
    /* Inside an f-string: mistakes of the grammar before this offset count first. */
    size_t raised_from;
    Problems pending;         /* of the TOKEN_ERROR */
    bool pending_is_unclosed; /* it is the end of the file inside a bracket */
    Problems late; /* before 3.9, inside an f-string: counts when all else is well */
} Lexer;

/* Cuts `part` of the source into lexer->tokens, TOKEN_END or TOKEN_ERROR last. `minor` is the
 * profile's. Release with lexer_done. */
void lexer_run(Lexer *lexer, const Source *source, Span part, int minor);
void lexer_done(Lexer *lexer);

/* For the files of the lexer. */
void lexer_add(Lexer *lexer, TokenKind kind, size_t start, size_t end);
/* A mistake that counts at once; the caret stands under the character before `cursor`. */
void lexer_fail(Lexer *lexer, size_t cursor, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* A mistake that counts when the parser reaches it. */
void lexer_stop(Lexer *lexer, const char *type, Span span, const char *message);
/* The byte at `offset`, 0 at and behind the end. */
char lexer_peek(const Lexer *lexer, size_t offset);
/* The f-string whose text is being read, or whose field; NULL outside of any. */
FString *lexer_fstring(Lexer *lexer);

/* lexer_string.c: a string whose quote is at lexer->position, its prefix from `start` on. */
void lexer_string(Lexer *lexer, size_t start);
/* The text of the current f-string up to the next field or the end. */
void lexer_fstring_text(Lexer *lexer);

#endif
