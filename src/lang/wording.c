#include "lang/wording.h"

#include <stdio.h>
#include <string.h>

#define PLAIN "invalid syntax"

/* In both texts '*' stands for the same piece, the longest that fits. */
typedef struct Wording {
    int before; /* the first minor version that says `newer` */
    const char *newer, *older;
} Wording;

/* From the newest to the oldest: each row takes what the rows above it left. */
static const Wording wordings[] = {
    {13, "'in' expected after for-loop variables", PLAIN},
    {13, "Expected one or more names after 'import'", PLAIN},
    {13, "Invalid star expression", PLAIN},
    {12, "Did you mean to use 'from ... import ...' instead?", PLAIN},
    {12, "f-string: valid expression required before '}'",
     "f-string: empty expression not allowed"},
    {12, "f-string: valid expression required before '*'",
     "f-string: expression required before '*'"},
    {12, "f-string: missing conversion character",
     "f-string: invalid conversion character: expected 's', 'r', or 'a'"},
    {12, "f-string: invalid conversion character *: expected 's', 'r', or 'a'",
     "f-string: invalid conversion character: expected 's', 'r', or 'a'"},
    {12, "f-string: lambda expressions are not allowed without parentheses", PLAIN},
    {12, "f-string: expecting a valid expression after '{'", PLAIN},
    {12, "f-string: expecting *'}'", "f-string: expecting '}'"},
    {11, "f-string: expression required before '*'", "f-string: empty expression not allowed"},
    {11, "* argument may appear only once", PLAIN},
    {11, "arguments cannot follow var-keyword argument", PLAIN},
    {11, "var-* argument cannot have default value", PLAIN},
    {11, "/ may appear only once", PLAIN},
    {11, "/ must be ahead of *", PLAIN},
    {11, "at least one argument must precede /", PLAIN},
    {11, "* parameters cannot be parenthesized", PLAIN},
    {11, "expected default value expression", PLAIN},
    {11, "expected argument value expression", PLAIN},
    {11, "expected '('", PLAIN},
    {10, "expected ':'", PLAIN},
    {10, PLAIN ". *", PLAIN},
    {10, "expected 'else' after 'if' expression", PLAIN},
    {10, "did you forget parentheses around the comprehension target?", PLAIN},
    {10, "':' expected after dictionary key", PLAIN},
    {10, "expression expected after dictionary key and ':'", PLAIN},
    {10, "cannot use a starred expression in a dictionary value", PLAIN},
    {10, "expected 'except' or 'finally' block", PLAIN},
    {10, "multiple exception types must be parenthesized", PLAIN},
    {10, "invalid non-printable character *", "invalid character"},
    {10, "expected an indented block after *", "expected an indented block"},
    {10, "unterminated string literal (*", "EOL while scanning string literal"},
    {10, "unterminated triple-quoted string literal (*",
     "EOF while scanning triple-quoted string literal"},
    {10, "'*' was never closed", "unexpected EOF while parsing"},
    {10, "bytes can only contain ASCII literal characters",
     "bytes can only contain ASCII literal characters."},
    {10, "cannot use starred expression here", "can't use starred expression here"},
    {10, "cannot assign to expression", "cannot assign to operator"},
    {10, "cannot delete expression", "cannot delete operator"},
    {10, "'expression' is an illegal expression for augmented assignment",
     "'operator' is an illegal expression for augmented assignment"},
    {10, "cannot * ellipsis", "cannot * Ellipsis"},
    {10, "cannot * dict literal", "cannot * dict display"},
    {9, "'tuple' is an illegal *", "illegal *"},
    {9, "'list' is an illegal *", "illegal *"},
    {9, "'*' is an illegal expression for augmented assignment", "cannot assign to *"},
    {9, "multiple starred expressions in assignment", "two starred expressions in assignment"},
    {9, "keyword argument repeated: *", "keyword argument repeated"},
    {9, "cannot delete starred", "can't use starred expression here"},
    {9, "assignment to yield expression not possible", PLAIN},
    {9, "cannot use assignment expressions with lambda", PLAIN},
    {9, "invalid character*", "invalid character in identifier"},
    {8, "expression cannot contain assignment, perhaps you meant *",
     "keyword can't be an expression"},
    {8, "unmatched *", PLAIN},
    {8, "closing parenthesis *", PLAIN},
    {8, "invalid * literal", "invalid token"},
    {8, "invalid digit *", "invalid token"},
    {8, "leading zeros in decimal integer literals *", "invalid token"},
    {8, "cannot assign to __debug__", "assignment to keyword"},
    {8, "cannot * None", "can't * keyword"},
    {8, "cannot * True", "can't * keyword"},
    {8, "cannot * False", "can't * keyword"},
    {8, "cannot * dict display", "can't * literal"},
    {8, "cannot * set display", "can't * literal"},
    {8, "cannot * f-string expression", "can't * literal"},
    {8, "cannot assign to *", "can't assign to *"},
    {8, "cannot delete *", "can't delete *"},
    {7, "Generator expression must be parenthesized",
     "Generator expression must be parenthesized if not sole argument"},
};

/* Whether `message` is `pattern`; where it has a '*', `*ret_piece` is what stands there. */
static bool matches(const char *pattern, const char *message, Slice *ret_piece)
{
    const char *star = strchr(pattern, '*');
    if (!star)
        return strcmp(pattern, message) == 0;
    size_t before = (size_t)(star - pattern), behind = strlen(star + 1);
    size_t length = strlen(message);
    if (length < before + behind || memcmp(message, pattern, before) != 0 ||
        strcmp(message + length - behind, star + 1) != 0)
        return false;
    *ret_piece = (Slice){message + before, length - before - behind};
    return true;
}

static void replace(char *message, size_t capacity, const char *older, Slice piece)
{
    char text[256];
    const char *star = strchr(older, '*');
    if (star)
        snprintf(text, sizeof text, "%.*s%.*s%s", (int)(star - older), older, (int)piece.length,
                 piece.bytes, star + 1);
    else
        snprintf(text, sizeof text, "%s", older);
    snprintf(message, capacity, "%s", text);
}

void wording_adapt(char *message, size_t capacity, int minor)
{
    for (size_t i = 0; i < sizeof wordings / sizeof wordings[0]; i++) {
        Slice piece = {"", 0};
        if (minor < wordings[i].before && matches(wordings[i].newer, message, &piece))
            replace(message, capacity, wordings[i].older, piece);
    }
}

bool wording_is_plain(const char *message)
{
    return strcmp(message, PLAIN) == 0;
}

static Slice trimmed(Slice text)
{
    while (text.length && strchr(" \t\f\r\n", text.bytes[0]))
        text = (Slice){text.bytes + 1, text.length - 1};
    while (text.length && strchr(" \t\f\r\n", text.bytes[text.length - 1]))
        text.length--;
    return text;
}

static Slice behind(Slice text, size_t offset)
{
    return (Slice){text.bytes + offset, text.length - offset};
}

static bool begins_with(Slice text, const char *word)
{
    return text.length >= strlen(word) && memcmp(text.bytes, word, strlen(word)) == 0;
}

/* Objects/exceptions.c, _check_for_legacy_statements. */
static bool legacy_statement(Slice text, char *message, size_t capacity)
{
    text = trimmed(text);
    if (begins_with(text, "exec ")) {
        snprintf(message, capacity, "Missing parentheses in call to 'exec'");
        return true;
    }
    if (!begins_with(text, "print "))
        return false;
    Slice printed = behind(text, strlen("print "));
    const char *semicolon = memchr(printed.bytes, ';', printed.length);
    if (semicolon)
        printed.length = (size_t)(semicolon - printed.bytes);
    printed = trimmed(printed);
    bool comma = printed.length && printed.bytes[printed.length - 1] == ',';
    snprintf(message, capacity,
             "Missing parentheses in call to 'print'. Did you mean print(%.*s%s)?",
             (int)printed.length, printed.bytes, comma ? " end=\" \"" : "");
    return true;
}

bool wording_of_legacy_statement(Slice line, char *message, size_t capacity)
{
    if (memchr(line.bytes, '(', line.length))
        return false;
    if (legacy_statement(line, message, capacity))
        return true;
    const char *colon = memchr(line.bytes, ':', line.length);
    return colon &&
           legacy_statement(behind(line, (size_t)(colon - line.bytes) + 1), message, capacity);
}
