#include <string.h>

#include "base/list.h"
#include "lang/lexer.h"

/* How many quotes of its kind stand at `offset`: 3 open or close a long string, else 1. */
static size_t quotes_at(const Lexer *lexer, size_t offset)
{
    char quote = lexer_peek(lexer, offset);
    bool triple =
        lexer_peek(lexer, offset + 1) == quote && lexer_peek(lexer, offset + 2) == quote;
    return triple ? 3 : 1;
}

/* A long string's lines count in positions behind it. */
static void line_break_at(Lexer *lexer, size_t offset)
{
    if (lexer->bytes[offset] == '\n' || lexer_peek(lexer, offset + 1) != '\n')
        lexer->line_start = offset + 1;
}

/* Where the string that began at `text` with `size` quotes ends: the first closing quote, or
 * false. */
static bool find_closing(Lexer *lexer, size_t text, char quote, size_t size,
                         size_t *ret_closing)
{
    for (size_t i = text; i < lexer->end; i++) {
        char c = lexer->bytes[i];
        if (c == '\\') {
            i++;
            if (lexer_peek(lexer, i) == '\r' && lexer_peek(lexer, i + 1) == '\n')
                i++;
        } else if (c == quote && (size == 1 || quotes_at(lexer, i) == 3)) {
            *ret_closing = i;
            return true;
        } else if (c == '\n' || c == '\r') {
            if (size == 1)
                return false;
        }
    }
    return false;
}

static void track_lines(Lexer *lexer, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++)
        if (lexer->bytes[i] == '\n' || lexer->bytes[i] == '\r')
            line_break_at(lexer, i);
}

/* The line on which CPython notices that a string does not end. */
static size_t detected_line(const Lexer *lexer, size_t start, size_t size)
{
    size_t end = start;
    for (; end < lexer->end; end++) {
        char c = lexer->bytes[end];
        if (c == '\\' && end + 1 < lexer->end) {
            end++;
            if (lexer->bytes[end] == '\r' && lexer_peek(lexer, end + 1) == '\n')
                end++;
        } else if (size == 1 && (c == '\n' || c == '\r')) {
            break;
        }
    }
    if (end == lexer->end && end > start &&
        (lexer->bytes[end - 1] == '\n' || lexer->bytes[end - 1] == '\r'))
        end--;
    return source_position(lexer->source, end).line;
}

static void unterminated(Lexer *lexer, size_t start, size_t text, size_t size, const char *kind)
{
    const FString *fstring = lexer_fstring(lexer);
    if (fstring && lexer->minor < 12) {
        lexer_fail(lexer, text, "f-string: unterminated string");
        return;
    }
    if (kind[0] == '\0' && fstring && fstring->quote == lexer->bytes[text - 1] &&
        fstring->quote_size == size) {
        lexer_fail(lexer, text, "f-string: expecting '}'");
        lexer->raised_from = SIZE_MAX;
        return;
    }
    lexer_fail(lexer, start + 1, "unterminated %s%sstring literal (detected at line %zu)",
               size == 3 ? "triple-quoted " : "", kind, detected_line(lexer, text, size));
}

static void plain_string(Lexer *lexer, size_t start)
{
    size_t opening = lexer->position, size = quotes_at(lexer, opening), closing;
    const FString *fstring = lexer_fstring(lexer);
    if (!find_closing(lexer, opening + size, lexer->bytes[opening], size, &closing)) {
        unterminated(lexer, start, opening + size, size, "");
        return;
    }
    if (fstring && lexer->minor < 12 &&
        memchr(lexer->bytes + opening, '\\', closing - opening)) {
        lexer_fail(lexer, opening + 1, "f-string expression part cannot include a backslash");
        return;
    }
    track_lines(lexer, opening, closing);
    lexer->position = closing + size;
    lexer_add(lexer, TOKEN_STRING, start, lexer->position);
}

static void begin_fstring(Lexer *lexer, size_t start)
{
    size_t opening = lexer->position, size = quotes_at(lexer, opening), closing;
    FString fstring = {.start = start,
                       .quotes_from = opening,
                       .quote = lexer->bytes[opening],
                       .quote_size = size,
                       .in_text = true,
                       .outer_end = lexer->end};
    for (size_t i = start; i < opening; i++)
        fstring.raw = fstring.raw || (lexer->bytes[i] | 0x20) == 'r';
    if (lexer->fstring_count == LEXER_FSTRING_LIMIT) {
        lexer_fail(lexer, opening + size, "too many nested f-strings");
        return;
    }
    if (lexer->minor < 12) {
        if (!find_closing(lexer, opening + size, fstring.quote, size, &closing)) {
            unterminated(lexer, start, opening + size, size, "");
            return;
        }
        lexer->end = closing;
    }
    lexer->position = opening + size;
    lexer->fstrings = list_reserve(lexer->fstrings, &lexer->fstring_capacity,
                                   lexer->fstring_count + 1, sizeof *lexer->fstrings);
    lexer->fstrings[lexer->fstring_count++] = fstring;
    lexer_add(lexer, TOKEN_FSTRING_START, start, lexer->position);
}

void lexer_string(Lexer *lexer, size_t start)
{
    bool formatted = false;
    for (size_t i = start; i < lexer->position; i++)
        formatted = formatted || (lexer->bytes[i] | 0x20) == 'f';
    if (formatted)
        begin_fstring(lexer, start);
    else
        plain_string(lexer, start);
}

static bool at_closing(const Lexer *lexer, const FString *fstring)
{
    if (lexer->minor < 12)
        return lexer->position == lexer->end && fstring->field_count == 0;
    return lexer_peek(lexer, lexer->position) == fstring->quote &&
           (fstring->quote_size == 1 || quotes_at(lexer, lexer->position) == 3);
}

static void end_fstring(Lexer *lexer)
{
    const FString *fstring = lexer_fstring(lexer);
    size_t start = lexer->position;
    if (fstring->field_count) /* the parser will miss the field's '}' */
        lexer->level = fstring->field_level[0] - 1;
    lexer->end = fstring->outer_end;
    lexer->position += fstring->quote_size;
    lexer->fstring_count--;
    lexer_add(lexer, TOKEN_FSTRING_END, start, lexer->position);
}

static void begin_field(Lexer *lexer, FString *fstring)
{
    size_t start = lexer->position++;
    size_t limit = lexer->minor < 12 ? LEXER_FIELD_LIMIT - 1 : LEXER_FIELD_LIMIT;
    if (fstring->field_count == limit) {
        lexer_fail(lexer, start, "f-string: expressions nested too deeply");
        return;
    }
    if (lexer->level == LEXER_BRACKET_LIMIT) {
        lexer_fail(lexer, lexer->position, "too many nested parentheses");
        return;
    }
    lexer->brackets[lexer->level++] = (Bracket){'{', start};
    fstring->field_level[fstring->field_count++] = lexer->level;
    fstring->in_text = false;
    lexer_add(lexer, TOKEN_LBRACE, start, lexer->position);
}

static void add_text(Lexer *lexer, size_t start, size_t end)
{
    if (end > start)
        lexer_add(lexer, TOKEN_FSTRING_MIDDLE, start, end);
}

/* Behind a backslash in the text: skips what it makes part of the text. */
static void skip_escape(Lexer *lexer, const FString *fstring)
{
    size_t escaped = ++lexer->position;
    char c = lexer_peek(lexer, escaped);
    if (c == '{' || c == '}')
        return;
    if (!fstring->raw && c == 'N' && lexer_peek(lexer, escaped + 1) == '{') {
        while (lexer->position < lexer->end && lexer->bytes[lexer->position] != '}' &&
               lexer->bytes[lexer->position] != fstring->quote)
            lexer->position++;
        lexer->position += lexer_peek(lexer, lexer->position) == '}';
        return;
    }
    if (c == '\r' && lexer_peek(lexer, escaped + 1) == '\n')
        lexer->position++;
    lexer->position += lexer->position < lexer->end;
}

/* A brace in the text. True when the text goes on behind it: it was doubled. */
static bool brace(Lexer *lexer, FString *fstring, size_t *start)
{
    char c = lexer->bytes[lexer->position];
    bool in_spec = fstring->field_count > 0;
    bool doubled = !in_spec && lexer_peek(lexer, lexer->position + 1) == c;
    if (doubled) {
        add_text(lexer, *start, lexer->position + 1);
        lexer->position += 2;
        *start = lexer->position;
        return true;
    }
    add_text(lexer, *start, lexer->position);
    if (c == '{') {
        begin_field(lexer, fstring);
    } else if (in_spec) {
        fstring->in_text = false; /* the field's own end, an ordinary token */
    } else {
        lexer->position++;
        lexer_fail(lexer, lexer->position, "f-string: single '}' is not allowed");
    }
    return false;
}

void lexer_fstring_text(Lexer *lexer)
{
    FString *fstring = lexer_fstring(lexer);
    size_t start = lexer->position;
    while (!at_closing(lexer, fstring)) {
        char c = lexer_peek(lexer, lexer->position);
        bool line_break = c == '\n' || c == '\r';
        if (lexer->position == lexer->end || (line_break && fstring->quote_size == 1)) {
            if (line_break && fstring->field_count) {
                add_text(lexer, start, lexer->position);
                fstring->in_text = false;
                return;
            }
            if (lexer->minor < 12)
                lexer_fail(lexer, lexer->position + 1, "f-string: expecting '}'");
            else
                unterminated(lexer, fstring->start, fstring->quotes_from + fstring->quote_size,
                             fstring->quote_size, "f-");
            return;
        }
        if (c == '\\') {
            skip_escape(lexer, fstring);
        } else if (c == '{' || c == '}') {
            if (!brace(lexer, fstring, &start))
                return;
        } else {
            if (line_break)
                line_break_at(lexer, lexer->position);
            lexer->position++;
        }
    }
    add_text(lexer, start, lexer->position);
    end_fstring(lexer);
}
