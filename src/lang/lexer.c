#include "lang/lexer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/list.h"
#include "lang/number_literal.h"
#include "lang/word.h"

enum { TAB_STOP = 8 };

char lexer_peek(const Lexer *lexer, size_t offset)
{
    return offset < lexer->end ? lexer->bytes[offset] : '\0';
}

FString *lexer_fstring(Lexer *lexer)
{
    return lexer->fstring_count ? &lexer->fstrings[lexer->fstring_count - 1] : NULL;
}

void lexer_add(Lexer *lexer, TokenKind kind, size_t start, size_t end)
{
    lexer->tokens =
        list_reserve(lexer->tokens, &lexer->capacity, lexer->count + 1, sizeof *lexer->tokens);
    lexer->tokens[lexer->count++] =
        (Token){(uint8_t)kind, (uint8_t)lexer->level, (uint32_t)start, (uint32_t)end};
}

/* CPython tells a later mistake inside an f-string only if it was in that field already. */
static size_t fstring_offset(Lexer *lexer)
{
    const FString *fstring = lexer_fstring(lexer);
    if (!fstring)
        return 0;
    if (fstring->in_text || fstring->field_count == 0)
        return SIZE_MAX;
    return lexer->brackets[fstring->field_level[fstring->field_count - 1] - 1].offset;
}

void lexer_fail(Lexer *lexer, size_t cursor, const char *format, ...)
{
    char message[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    size_t start = cursor;
    while (start > 0 && ((unsigned char)lexer->bytes[--start] & 0xC0) == 0x80) {
    }
    bool late = lexer->minor < 9 && lexer_fstring(lexer);
    problems_fail(late ? &lexer->late : &lexer->raised, "SyntaxError", (Span){start, cursor},
                  "%s", message);
    lexer->raised_from = fstring_offset(lexer);
    lexer->stopped = true;
}

void lexer_stop(Lexer *lexer, const char *type, Span span, const char *message)
{
    problems_fail(&lexer->pending, type, span, "%s", message);
    lexer_add(lexer, TOKEN_ERROR, lexer->position, lexer->position);
    lexer->stopped = true;
}

/* Indentation. As in CPython a line has two widths, with tabs to the next multiple of 8 and
 * with tabs as one column: lines whose order differs between the two mix tabs and spaces. */
typedef struct Indent {
    size_t width, alternative;
} Indent;

static bool line_joined(Lexer *lexer);

static Indent read_indent(Lexer *lexer)
{
    Indent indent = {0};
    size_t joined = 0; /* the first line's indentation is the logical line's */
    for (;; lexer->position++) {
        char c = lexer_peek(lexer, lexer->position);
        while (c == '\\') {
            joined = joined ? joined : indent.width;
            if (!line_joined(lexer))
                return indent;
            c = lexer_peek(lexer, lexer->position);
        }
        if (c == ' ') {
            indent.width++;
            indent.alternative++;
        } else if (c == '\t') {
            indent.width = (indent.width / TAB_STOP + 1) * TAB_STOP;
            indent.alternative++;
        } else if (c == '\f') {
            indent = (Indent){0};
        } else {
            return joined ? (Indent){joined, joined} : indent;
        }
    }
}

static void inconsistent_tabs(Lexer *lexer)
{
    lexer_stop(lexer, "TabError", (Span){lexer->line_start, lexer->line_start},
               "inconsistent use of tabs and spaces in indentation");
}

static size_t line_end(const Lexer *lexer, size_t offset)
{
    while (offset < lexer->end && lexer->bytes[offset] != '\n' && lexer->bytes[offset] != '\r')
        offset++;
    return offset;
}

static void dedent(Lexer *lexer, Indent indent)
{
    size_t depth = lexer->indent_depth;
    while (depth > 0 && indent.width < lexer->indents[depth])
        depth--;
    if (indent.width != lexer->indents[depth]) {
        size_t end = line_end(lexer, lexer->position);
        lexer_stop(lexer, "IndentationError", (Span){end, end},
                   "unindent does not match any outer indentation level");
    } else if (indent.alternative != lexer->alternative_indents[depth]) {
        inconsistent_tabs(lexer);
    } else {
        for (; lexer->indent_depth > depth; lexer->indent_depth--)
            lexer_add(lexer, TOKEN_DEDENT, lexer->position, lexer->position);
    }
}

static void indent_more(Lexer *lexer, Indent indent)
{
    if (lexer->indent_depth + 1 == LEXER_INDENT_LIMIT) {
        lexer_stop(lexer, "IndentationError", (Span){lexer->line_start, lexer->line_start},
                   "too many levels of indentation");
    } else if (indent.alternative <= lexer->alternative_indents[lexer->indent_depth]) {
        inconsistent_tabs(lexer);
    } else {
        lexer->indent_depth++;
        lexer->indents[lexer->indent_depth] = indent.width;
        lexer->alternative_indents[lexer->indent_depth] = indent.alternative;
        lexer_add(lexer, TOKEN_INDENT, lexer->line_start, lexer->position);
    }
}

static bool at_line_break(const Lexer *lexer)
{
    char c = lexer_peek(lexer, lexer->position);
    return c == '\n' || c == '\r';
}

static void skip_line_break(Lexer *lexer)
{
    if (lexer->bytes[lexer->position] == '\r' && lexer_peek(lexer, lexer->position + 1) == '\n')
        lexer->position++;
    lexer->line_start = ++lexer->position;
}

static void skip_comment(Lexer *lexer)
{
    const FString *fstring = lexer_fstring(lexer);
    if (fstring && lexer->minor < 12) {
        lexer_fail(lexer, lexer->position + 1, "f-string expression part cannot include '#'");
        return;
    }
    lexer->position = line_end(lexer, lexer->position);
}

/* At the start of a logical line: its indentation; blank lines and comments are skipped. */
static void begin_line(Lexer *lexer)
{
    for (;;) {
        Indent indent = read_indent(lexer);
        if (lexer->stopped)
            return;
        if (lexer_peek(lexer, lexer->position) == '#')
            skip_comment(lexer);
        if (at_line_break(lexer)) {
            skip_line_break(lexer);
            continue;
        }
        if (lexer->position == lexer->end)
            return;
        size_t current = lexer->indents[lexer->indent_depth];
        if (indent.width > current)
            indent_more(lexer, indent);
        else if (indent.width < current)
            dedent(lexer, indent);
        else if (indent.alternative != lexer->alternative_indents[lexer->indent_depth])
            inconsistent_tabs(lexer);
        return;
    }
}

/* A backslash: true when it joins this line with the next, which then begins at the position.
 */
static bool line_joined(Lexer *lexer)
{
    size_t backslash = lexer->position;
    const FString *fstring = lexer_fstring(lexer);
    if (fstring && lexer->minor < 12) {
        lexer_fail(lexer, backslash + 1, "f-string expression part cannot include a backslash");
        return false;
    }
    lexer->position++;
    if (!at_line_break(lexer)) {
        Span span = {backslash + 1, backslash + 1};
        bool ended = lexer->position == lexer->end;
        lexer_stop(lexer, "SyntaxError", span,
                   ended ? "unexpected EOF while parsing"
                         : "unexpected character after line continuation character");
        return false;
    }
    skip_line_break(lexer);
    if (lexer->position == lexer->end) {
        lexer_stop(lexer, "SyntaxError", (Span){backslash + 1, backslash + 1},
                   "unexpected EOF while parsing");
        return false;
    }
    return true;
}

static void open_bracket(Lexer *lexer, char open)
{
    if (lexer->level == LEXER_BRACKET_LIMIT) {
        lexer_fail(lexer, lexer->position, "too many nested parentheses");
        return;
    }
    lexer->brackets[lexer->level++] = (Bracket){open, lexer->position - 1};
}

static bool brackets_match(char open, char close)
{
    return (open == '(' && close == ')') || (open == '[' && close == ']') ||
           (open == '{' && close == '}');
}

static bool in_field(const FString *fstring)
{
    return fstring && fstring->field_count;
}

static void mismatched_bracket(Lexer *lexer, Bracket opening, char close)
{
    const FString *fstring = lexer_fstring(lexer);
    size_t line = source_position(lexer->source, lexer->position - 1).line;
    size_t opening_line = source_position(lexer->source, opening.offset).line;
    if (in_field(fstring) && opening.open == '{' &&
        lexer->level + 1 == fstring->field_level[fstring->field_count - 1])
        lexer_fail(lexer, lexer->position, "f-string: unmatched '%c'", close);
    else if (line != opening_line)
        lexer_fail(
            lexer, lexer->position,
            "closing parenthesis '%c' does not match opening parenthesis '%c' on line %zu",
            close, opening.open, opening_line);
    else
        lexer_fail(lexer, lexer->position,
                   "%sclosing parenthesis '%c' does not match opening parenthesis '%c'",
                   in_field(fstring) && lexer->minor < 12 ? "f-string: " : "", close,
                   opening.open);
}

static void close_bracket(Lexer *lexer, char close)
{
    FString *fstring = lexer_fstring(lexer);
    if (lexer->level == 0) {
        lexer_fail(lexer, lexer->position, "unmatched '%c'", close);
        return;
    }
    Bracket opening = lexer->brackets[--lexer->level];
    if (!brackets_match(opening.open, close))
        mismatched_bracket(lexer, opening, close);
    else if (in_field(fstring) &&
             lexer->level + 1 == fstring->field_level[fstring->field_count - 1]) {
        fstring->field_count--;
        fstring->in_text = true;
    }
}

/* A field's own ':' begins its format specification, even in ':='. */
static bool spec_begins(Lexer *lexer)
{
    FString *fstring = lexer_fstring(lexer);
    if (!in_field(fstring) || lexer_peek(lexer, lexer->position) != ':' ||
        lexer->level != fstring->field_level[fstring->field_count - 1])
        return false;
    fstring->in_text = true;
    lexer->position++;
    lexer_add(lexer, TOKEN_COLON, lexer->position - 1, lexer->position);
    return true;
}

static void unknown_character(Lexer *lexer)
{
    size_t start = lexer->position++;
    unsigned char c = (unsigned char)lexer->bytes[start];
    if (c < ' ' || c == 0x7F)
        lexer_fail(lexer, lexer->position, "invalid non-printable character U+%04X", c);
    else
        lexer_add(lexer, TOKEN_UNKNOWN, start, lexer->position);
}

static void operator(Lexer *lexer)
{
    size_t length, start = lexer->position;
    Slice rest = {lexer->bytes + start, lexer->end - start};
    TokenKind kind = token_operator(rest, &length);
    bool walrus_before_its_time = kind == TOKEN_COLONEQUAL && lexer->minor < 8;
    if (kind == TOKEN_ERROR) {
        unknown_character(lexer);
        return;
    }
    if (walrus_before_its_time) {
        kind = TOKEN_COLON;
        length = 1;
    }
    lexer->position += length;
    char c = lexer->bytes[start];
    if (kind == TOKEN_LPAR || kind == TOKEN_LSQB || kind == TOKEN_LBRACE)
        open_bracket(lexer, c);
    else if (kind == TOKEN_RPAR || kind == TOKEN_RSQB || kind == TOKEN_RBRACE)
        close_bracket(lexer, c);
    if (!lexer->stopped)
        lexer_add(lexer, kind, start, lexer->position);
}

static bool is_prefix(Slice word)
{
    static const char *const prefixes[] = {"r", "u", "b", "br", "rb", "f", "fr", "rf"};
    char lower[3] = {0};
    if (word.length > 2)
        return false;
    for (size_t i = 0; i < word.length; i++)
        lower[i] = (char)(word.bytes[i] | 0x20);
    for (size_t i = 0; i < sizeof prefixes / sizeof prefixes[0]; i++)
        if (strcmp(prefixes[i], lower) == 0)
            return true;
    return false;
}

static void invalid_character(Lexer *lexer, size_t start, size_t size, uint32_t point)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)point);
    bool printable = category != UTF8PROC_CATEGORY_CC && category != UTF8PROC_CATEGORY_CF &&
                     category != UTF8PROC_CATEGORY_CN && category != UTF8PROC_CATEGORY_CO &&
                     category != UTF8PROC_CATEGORY_CS && category != UTF8PROC_CATEGORY_ZL &&
                     category != UTF8PROC_CATEGORY_ZP && category != UTF8PROC_CATEGORY_ZS;
    if (printable)
        lexer_fail(lexer, start + size, "invalid character '%.*s' (U+%04X)", (int)size,
                   lexer->bytes + start, (unsigned)point);
    else
        lexer_fail(lexer, start + size, "invalid non-printable character U+%04X",
                   (unsigned)point);
}

/* A name, a keyword or the prefix of a string. */
static void word(Lexer *lexer)
{
    size_t start = lexer->position, bad;
    uint32_t bad_point;
    Slice rest = {lexer->bytes + start, lexer->end - start};
    size_t length = word_length(rest);
    Slice text = {rest.bytes, length};
    lexer->position += length;
    char next = lexer_peek(lexer, lexer->position);
    if ((next == '\'' || next == '"') && is_prefix(text)) {
        lexer_string(lexer, start);
        return;
    }
    size_t bad_size = word_find_invalid(text, &bad, &bad_point);
    if (bad_size)
        invalid_character(lexer, start + bad, bad_size, bad_point);
    else
        lexer_add(lexer, token_keyword(text, lexer->minor), start, lexer->position);
}

static void number(Lexer *lexer)
{
    size_t start = lexer->position;
    NumberScan scan =
        number_scan((Slice){lexer->bytes + start, lexer->end - start}, lexer->minor >= 10);
    lexer->position += scan.length;
    if (scan.zeros) {
        lexer->raised.counts_bytes = true; /* syntaxerror_known_range */
        problems_fail(&lexer->raised, "SyntaxError", (Span){start, start + scan.zeros}, "%s",
                      scan.message);
        lexer->stopped = true;
    } else if (scan.message[0]) {
        lexer_fail(lexer, lexer->position, "%s", scan.message);
    } else {
        lexer_add(lexer, TOKEN_NUMBER, start, lexer->position);
    }
}

/* One token inside a line, or the break at its end. */
static void token(Lexer *lexer)
{
    char c = lexer_peek(lexer, lexer->position);
    char next = lexer_peek(lexer, lexer->position + 1);
    if (c == ' ' || c == '\t' || c == '\f') {
        lexer->position++;
    } else if (c == '#') {
        lexer->comment = lexer->position;
        skip_comment(lexer);
    } else if (at_line_break(lexer)) {
        size_t start = lexer->comment ? lexer->comment : lexer->position;
        skip_line_break(lexer);
        lexer->comment = 0;
        if (lexer->level)
            return;
        lexer_add(lexer, TOKEN_NEWLINE, start, lexer->position);
        begin_line(lexer);
    } else if (word_starts(c)) {
        word(lexer);
    } else if ((c >= '0' && c <= '9') || (c == '.' && next >= '0' && next <= '9')) {
        number(lexer);
    } else if (c == '\'' || c == '"') {
        lexer_string(lexer, lexer->position);
    } else if (c == '\\') {
        line_joined(lexer);
    } else if (!spec_begins(lexer)) {
        operator(lexer);
    }
}

/* The text ended inside a bracket: CPython points at the innermost one. */
static void unclosed_bracket(Lexer *lexer)
{
    const Bracket *bracket = &lexer->brackets[lexer->level - 1];
    char message[32];
    snprintf(message, sizeof message, "'%c' was never closed", bracket->open);
    lexer->pending_is_unclosed = true;
    lexer_stop(lexer, "SyntaxError", (Span){bracket->offset, bracket->offset + 1}, message);
}

/* Before 3.12: the text of an f-string ended inside a field. */
static void field_never_ends(Lexer *lexer)
{
    const FString *fstring = lexer_fstring(lexer);
    size_t field = fstring->field_level[fstring->field_count - 1];
    if (lexer->level > field && lexer->minor >= 8)
        lexer_fail(lexer, lexer->position, "f-string: unmatched '%c'",
                   lexer->brackets[lexer->level - 1].open);
    else
        lexer_fail(lexer, lexer->position, "f-string: expecting '}'");
}

/* Before 3.9 f-strings were looked into when the whole program was parsed: the one with the
 * mistake counts as a string here, and its mistake is told late. */
static void leave_fstring(Lexer *lexer)
{
    const FString *outer = &lexer->fstrings[0];
    size_t closing = lexer->fstring_count > 1 ? lexer->fstrings[1].outer_end : lexer->end;
    while (lexer->tokens[lexer->count - 1].start > outer->start)
        lexer->count--;
    lexer->level = lexer->tokens[--lexer->count].level;
    lexer->end = outer->outer_end;
    lexer->position = closing + outer->quote_size;
    lexer->fstring_count = 0;
    lexer->stopped = false;
    lexer_add(lexer, TOKEN_STRING, outer->start, lexer->position);
}

static void finish(Lexer *lexer)
{
    size_t end = lexer->end;
    if (lexer->level) {
        unclosed_bracket(lexer);
        return;
    }
    bool open_line = lexer->count && lexer->tokens[lexer->count - 1].kind != TOKEN_NEWLINE &&
                     lexer->tokens[lexer->count - 1].kind != TOKEN_DEDENT;
    if (open_line)
        lexer_add(lexer, TOKEN_NEWLINE, end, end);
    for (; lexer->indent_depth > 0; lexer->indent_depth--)
        lexer_add(lexer, TOKEN_DEDENT, end, end);
    lexer_add(lexer, TOKEN_END, end, end);
}

void lexer_run(Lexer *lexer, const Source *source, Span part, int minor)
{
    *lexer = (Lexer){.source = source,
                     .bytes = source->bytes,
                     .position = part.start,
                     .end = part.end,
                     .line_start = part.start,
                     .minor = minor,
                     .raised = {.source = source, .minor = minor},
                     .pending = {.source = source, .minor = minor},
                     .late = {.source = source, .minor = minor}};
    if (part.start == 0 && part.end >= 3 && memcmp(lexer->bytes, "\xEF\xBB\xBF", 3) == 0)
        lexer->position = lexer->line_start = 3;
    begin_line(lexer);
    while (!lexer->stopped && (lexer->position < lexer->end || lexer_fstring(lexer))) {
        const FString *fstring = lexer_fstring(lexer);
        if (fstring && fstring->in_text)
            lexer_fstring_text(lexer);
        else if (lexer->position == lexer->end && minor >= 12)
            break;
        else if (lexer->position == lexer->end)
            field_never_ends(lexer);
        else
            token(lexer);
        if (lexer->stopped && minor < 9 && lexer_fstring(lexer))
            leave_fstring(lexer);
    }
    if (!lexer->stopped)
        finish(lexer);
    bool ended = lexer->count && (lexer->tokens[lexer->count - 1].kind == TOKEN_END ||
                                  lexer->tokens[lexer->count - 1].kind == TOKEN_ERROR);
    if (!ended)
        lexer_add(lexer, TOKEN_ERROR, lexer->position, lexer->position);
}

void lexer_done(Lexer *lexer)
{
    problems_done(&lexer->raised);
    problems_done(&lexer->pending);
    problems_done(&lexer->late);
    free(lexer->tokens);
    free(lexer->fstrings);
    *lexer = (Lexer){0};
}
