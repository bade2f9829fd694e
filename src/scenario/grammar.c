#include "scenario/grammar.h"

#include <ctype.h>
#include <stdarg.h>
#include <string.h>

enum { PATH_PART_LIMIT = 64 };

typedef struct Reader {
    const Written *written;
    size_t at; /* byte in the text */
} Reader;

static bool fail(const Reader *reader, size_t at, const char *format, ...)
{
    const Written *written = reader->written;
    Text message = {0};
    va_list arguments;
    va_start(arguments, format);
    text_append_format_list(&message, format, arguments);
    va_end(arguments);
    Span span = {written->offset, written->offset + written->width};
    if (written->is_exact) {
        span.start += at;
        span.end = span.start + 1;
    }
    diagnostics_add(written->diagnostics, written->source, span, "%s", text_string(&message));
    text_done(&message);
    return false;
}

static char peek(const Reader *reader)
{
    const Slice *text = &reader->written->text;
    return reader->at < text->length ? text->bytes[reader->at] : '\0';
}

static void skip_blanks(Reader *reader)
{
    while (peek(reader) == ' ' || peek(reader) == '\t')
        reader->at++;
}

static bool accept(Reader *reader, const char *token)
{
    skip_blanks(reader);
    size_t length = strlen(token);
    const Slice *text = &reader->written->text;
    if (text->length - reader->at < length || memcmp(text->bytes + reader->at, token, length))
        return false;
    reader->at += length;
    return true;
}

static bool expect(Reader *reader, const char *token)
{
    return accept(reader, token) || fail(reader, reader->at, "expected '%s' here", token);
}

static bool is_word_byte(char c)
{
    return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

static Slice read_word(Reader *reader)
{
    skip_blanks(reader);
    size_t start = reader->at;
    while (is_word_byte(peek(reader)))
        reader->at++;
    return (Slice){reader->written->text.bytes + start, reader->at - start};
}

static bool read_integer(Reader *reader, int64_t *ret_value)
{
    skip_blanks(reader);
    size_t start = reader->at;
    bool negative = accept(reader, "-");
    int64_t value = 0;
    if (!isdigit((unsigned char)peek(reader)))
        return fail(reader, start, "expected a decimal integer here");
    for (; isdigit((unsigned char)peek(reader)); reader->at++) {
        if (value > (INT64_MAX - 9) / 10)
            return fail(reader, start, "this integer is too large");
        value = value * 10 + (peek(reader) - '0');
    }
    *ret_value = negative ? -value : value;
    return true;
}

static bool read_string(Reader *reader, Slice *ret_text)
{
    skip_blanks(reader);
    size_t start = reader->at;
    char quote = peek(reader);
    if (quote != '\'' && quote != '"')
        return fail(reader, start, "expected a text in quotes here");
    reader->at++;
    Text text = {0};
    while (peek(reader) != quote && reader->at < reader->written->text.length) {
        char c = peek(reader);
        reader->at++;
        if (c == '\\') {
            c = peek(reader);
            reader->at++;
            if (!c || !strchr("nt\\'\"", c)) {
                text_done(&text);
                return fail(reader, reader->at - 1,
                            "only \\n \\t \\\\ \\' \\\" are known here");
            }
            c = c == 'n' ? '\n' : c == 't' ? '\t' : c;
        }
        text_append_char(&text, c);
    }
    *ret_text = region_slice(reader->written->region, text_slice(&text));
    text_done(&text);
    if (!peek(reader))
        return fail(reader, start, "this text has no closing quote");
    reader->at++;
    return true;
}

static bool read_bracket(Reader *reader, PathPart *ret_part)
{
    skip_blanks(reader);
    bool quoted = peek(reader) == '\'' || peek(reader) == '"';
    ret_part->kind = quoted ? PATH_KEY : PATH_INDEX;
    if (!(quoted ? read_string(reader, &ret_part->text)
                 : read_integer(reader, &ret_part->index)))
        return false;
    return expect(reader, "]");
}

static bool read_name(Reader *reader, PathPart *ret_part)
{
    Slice word = read_word(reader);
    if (!word.length || isdigit((unsigned char)word.bytes[0]))
        return fail(reader, reader->at - word.length, "expected a name here");
    *ret_part = (PathPart){PATH_ATTRIBUTE, region_slice(reader->written->region, word), 0};
    return true;
}

static bool read_path(Reader *reader, Path *ret_path)
{
    PathPart parts[PATH_PART_LIMIT];
    uint32_t count = 0;
    if (!read_name(reader, &parts[count++]))
        return false;
    for (;;) {
        bool dot = accept(reader, "."), bracket = !dot && accept(reader, "[");
        if (!dot && !bracket)
            break;
        if (count == PATH_PART_LIMIT)
            return fail(reader, reader->at, "a path has at most %d parts", PATH_PART_LIMIT);
        parts[count] = (PathPart){0};
        if (!(dot ? read_name(reader, &parts[count]) : read_bracket(reader, &parts[count])))
            return false;
        count++;
    }
    PathPart *kept = region_allocate(reader->written->region, count * sizeof *kept);
    memcpy(kept, parts, count * sizeof *kept);
    *ret_path = (Path){kept, count};
    return true;
}

/* What stands in the brackets of count(a), same(a, b), alive("hero"). */
static bool read_arguments(Reader *reader, Test *test)
{
    if (test->kind == TEST_PRINTS || test->kind == TEST_DEATHS)
        return true;
    if (!expect(reader, "("))
        return false;
    if (test->kind == TEST_ALIVE) {
        if (!read_string(reader, &test->text))
            return false;
    } else if (!read_path(reader, &test->a)) {
        return false;
    }
    if (test->kind == TEST_SAME && (!expect(reader, ",") || !read_path(reader, &test->b)))
        return false;
    return expect(reader, ")");
}

static bool read_subject(Reader *reader, bool question, Test *test)
{
    static const struct {
        const char *word;
        TestKind kind;
    } subjects[] = {
        {"count", TEST_COUNT},   {"size", TEST_SIZE},   {"generation", TEST_GENERATION},
        {"same", TEST_SAME},     {"alive", TEST_ALIVE}, {"prints", TEST_PRINTS},
        {"deaths", TEST_DEATHS},
    };
    Slice word = read_word(reader);
    size_t known = sizeof subjects / sizeof *subjects - (question ? 0 : 1);
    for (size_t i = 0; i < known; i++) {
        if (!slice_is(word, subjects[i].word))
            continue;
        test->kind = subjects[i].kind;
        return read_arguments(reader, test);
    }
    return fail(reader, reader->at - word.length,
                "expected count, size, generation, same, alive or prints%s here",
                question ? " or deaths" : "");
}

static bool read_comparison(Reader *reader, Test *test)
{
    static const char *const signs[] = {"==", "!=", "<=", ">=", "<", ">"};
    static const Comparison meanings[] = {COMPARISON_EQ, COMPARISON_NE, COMPARISON_LE,
                                          COMPARISON_GE, COMPARISON_LT, COMPARISON_GT};
    for (int i = 0; i < 6; i++) {
        if (!accept(reader, signs[i]))
            continue;
        test->comparison = meanings[i];
        return read_integer(reader, &test->number);
    }
    return fail(reader, reader->at, "expected a comparison such as == 2 here");
}

static Slice trimmed(Slice text)
{
    while (text.length && isspace((unsigned char)text.bytes[0]))
        text = (Slice){text.bytes + 1, text.length - 1};
    while (text.length && isspace((unsigned char)text.bytes[text.length - 1]))
        text.length--;
    return text;
}

static bool at_end(Reader *reader)
{
    skip_blanks(reader);
    return reader->at == reader->written->text.length ||
           fail(reader, reader->at, "nothing more was expected here");
}

static void finish(const Written *written, Slice shown, Test *test)
{
    test->shown = region_slice(written->region, trimmed(shown));
    test->where = (Span){written->offset, written->offset + written->width};
}

bool grammar_expectation(const Written *written, Test *ret_test)
{
    Reader reader = {written, 0};
    Test test = {0};
    Reader ahead = reader;
    if (slice_is(read_word(&ahead), "not")) {
        test.negated = true;
        reader = ahead;
    }
    if (!read_subject(&reader, false, &test))
        return false;
    bool is_figure = test.kind <= TEST_GENERATION;
    if (is_figure && !read_comparison(&reader, &test))
        return false;
    if (test.kind == TEST_PRINTS && !read_string(&reader, &test.text))
        return false;
    if (!at_end(&reader))
        return false;
    finish(written, written->text, &test);
    *ret_test = test;
    return true;
}

bool grammar_question(const Written *written, bool with_text, Test *ret_test, Slice *ret_text)
{
    Reader reader = {written, 0};
    Test test = {0};
    if (!read_subject(&reader, true, &test))
        return false;
    if (!with_text && !at_end(&reader))
        return false;
    Slice text = {written->text.bytes + reader.at, written->text.length - reader.at};
    finish(written, (Slice){written->text.bytes, reader.at}, &test);
    *ret_test = test;
    *ret_text = region_slice(written->region, trimmed(text));
    return true;
}

bool grammar_path(const Written *written, Path *ret_path)
{
    Reader reader = {written, 0};
    return read_path(&reader, ret_path) && at_end(&reader);
}

bool grammar_label(const Written *written, Slice *ret_name, Path *ret_path)
{
    Reader reader = {written, 0};
    if (!slice_is(read_word(&reader), "label"))
        return fail(&reader, 0, "expected label \"name\" path here");
    return read_string(&reader, ret_name) && read_path(&reader, ret_path) && at_end(&reader);
}
