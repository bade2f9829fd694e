#include "run/errors/traceback_lines.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/memory.h"
#include "lang/outline.h"

/* A place in the lines: a byte of one of them. */
typedef struct Place {
    size_t line, column;
} Place;

/* The lines of an entry, without the indentation that all have. */
typedef struct Excerpt {
    Slice *lines;
    size_t count;
    size_t start, end; /* of what is marked: bytes of the first and of the last line */
    bool has_anchors;
    Place left, right; /* between them stands '^', around them '~' */
    bool marked;
} Excerpt;

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\f' || c == '\r';
}

static size_t leading(Slice line)
{
    size_t count = 0;
    while (count < line.length && is_blank(line.bytes[count]))
        count++;
    return count;
}

static Slice trimmed(Slice line)
{
    while (line.length && is_blank(line.bytes[line.length - 1]))
        line.length--;
    return line;
}

/* --- taking the lines --- */

static size_t less(size_t a, size_t b)
{
    return a > b ? a - b : 0;
}

/* textwrap.dedent: the whitespace that all lines with text begin with. */
static size_t common_margin(const Excerpt *excerpt)
{
    Slice margin = {NULL, 0};
    for (size_t i = 0; i < excerpt->count; i++) {
        Slice line = excerpt->lines[i];
        size_t own = leading(line), same = 0;
        if (own == line.length)
            continue;
        if (!margin.bytes)
            margin = (Slice){line.bytes, own};
        while (same < own && same < margin.length && line.bytes[same] == margin.bytes[same])
            same++;
        margin.length = same;
    }
    return margin.length;
}

static void take_lines(const Source *source, const Location *location, Excerpt *ret_excerpt)
{
    Excerpt excerpt = {.count = location->end_line - location->line + 1};
    excerpt.lines = memory_allocate(excerpt.count * sizeof *excerpt.lines);
    for (size_t i = 0; i < excerpt.count; i++)
        excerpt.lines[i] = trimmed(source_line(source, location->line + i));
    size_t margin = common_margin(&excerpt);
    for (size_t i = 0; i < excerpt.count; i++) {
        Slice line = excerpt.lines[i];
        size_t cut = line.length < margin ? line.length : margin;
        excerpt.lines[i] = (Slice){line.bytes + cut, line.length - cut};
    }
    excerpt.start = less(location->column, margin);
    excerpt.end = less(location->end_column, margin);
    *ret_excerpt = excerpt;
}

/* The bytes of all lines from `start` in the first to `end` in the last, a line break each. */
static void join_lines(const Excerpt *excerpt, size_t start, size_t end, Text *ret_text)
{
    for (size_t i = 0; i < excerpt->count; i++) {
        Slice line = excerpt->lines[i];
        size_t from = i ? 0 : start;
        size_t to = i + 1 < excerpt->count || end > line.length ? line.length : end;
        if (i)
            text_append_char(ret_text, '\n');
        if (from < to)
            text_append(ret_text, line.bytes + from, to - from);
    }
}

/* --- where the markers change --- */

/* The next character at or behind `at` that is none of white space, comments, line joins and,
 * before an operator, closing parentheses; `wanted` 0: any. */
static size_t find_character(Slice text, size_t at, char wanted)
{
    while (at < text.length) {
        char c = text.bytes[at];
        if (c == '#' || c == '\\') {
            const char *end = memchr(text.bytes + at, '\n', text.length - at);
            at = end ? (size_t)(end - text.bytes) + 1 : text.length;
        } else if (wanted ? c == wanted : !is_blank(c) && c != '\n' && c != ')') {
            return at;
        } else {
            at++;
        }
    }
    return at;
}

/* An operator has one character or two, all in front of the right operand. */
static size_t operator_end(Slice text, size_t at, size_t right_start)
{
    size_t next = at + 1;
    bool second = next < text.length && next < right_start && !is_blank(text.bytes[next]) &&
                  !strchr("\n\\#", text.bytes[next]);
    return second ? next + 1 : next;
}

static Place place_of(const Excerpt *excerpt, Slice text, size_t offset)
{
    Place place = {0, offset};
    for (size_t i = 0; i < offset && i < text.length; i++)
        if (text.bytes[i] == '\n')
            place = (Place){place.line + 1, offset - i - 1};
    if (place.line == 0)
        place.column += excerpt->start;
    return place;
}

static void find_anchors(Excerpt *excerpt, const Profile *profile)
{
    Text segment = {0};
    Outline outline;
    join_lines(excerpt, excerpt->start, excerpt->end, &segment);
    Slice text = text_slice(&segment);
    if (outline_expression(text, profile, &outline) && outline.kind != OUTLINE_OTHER) {
        char wanted = outline.kind == OUTLINE_CALL        ? '('
                      : outline.kind == OUTLINE_SUBSCRIPT ? '['
                                                          : 0;
        size_t left = find_character(text, outline.left_end, wanted);
        size_t right = wanted ? outline.end : operator_end(text, left, outline.right_start);
        excerpt->has_anchors = left < text.length;
        excerpt->left = place_of(excerpt, text, left);
        excerpt->right = place_of(excerpt, text, right);
    }
    text_done(&segment);
}

/* What covers all of its lines says nothing, and so does a plain call of a function. */
static bool should_mark(const Excerpt *excerpt, const Profile *profile)
{
    Text whole = {0};
    Slice first = excerpt->lines[0], last = excerpt->lines[excerpt->count - 1];
    join_lines(excerpt, 0, last.length, &whole);
    size_t end = whole.length - less(last.length, excerpt->end);
    bool plain = outline_is_plain_call(text_slice(&whole), profile, excerpt->start, end);
    text_done(&whole);
    if (plain)
        return false;
    Slice before = {first.bytes, excerpt->start < first.length ? excerpt->start : first.length};
    bool covers = leading(before) == before.length && last.length <= excerpt->end;
    return excerpt->has_anchors || !covers;
}

/* --- drawing --- */

static size_t columns(Slice line, size_t end)
{
    size_t count = 0;
    for (size_t at = 0; at < end && at < line.length;) {
        uint32_t point;
        size_t length = utf8_decode(line.bytes + at, line.length - at, &point);
        if (!length)
            return count + (end - at);
        count += utf8proc_charwidth((utf8proc_int32_t)point) == 2 ? 2 : 1;
        at += length;
    }
    return count;
}

/* Is this column of a line at or behind the place? */
static bool is_behind(const Excerpt *excerpt, size_t line, size_t column, Place place)
{
    return line > place.line ||
           (line == place.line && column >= columns(excerpt->lines[place.line], place.column));
}

static char marker(const Excerpt *excerpt, size_t line, size_t column)
{
    if (column < leading(excerpt->lines[line]) ||
        (line == 0 && column < columns(excerpt->lines[0], excerpt->start)))
        return ' ';
    if (!excerpt->has_anchors)
        return '^';
    bool within = is_behind(excerpt, line, column, excerpt->left) &&
                  !is_behind(excerpt, line, column, excerpt->right);
    return within ? '^' : '~';
}

static void write_one_line(const Excerpt *excerpt, size_t number, Text *ret_text)
{
    Slice line = excerpt->lines[number];
    text_append_format(ret_text, "    %.*s\n", (int)line.length, line.bytes);
    if (!excerpt->marked)
        return;
    size_t end = number + 1 == excerpt->count ? excerpt->end : line.length;
    text_append_string(ret_text, "    ");
    for (size_t column = 0; column < columns(line, end); column++)
        text_append_char(ret_text, marker(excerpt, number, column));
    text_append_char(ret_text, '\n');
}

static bool is_near(const Excerpt *excerpt, size_t number, size_t line)
{
    return excerpt->has_anchors && number + 1 >= line && number <= line + 1;
}

/* The first and the last line, and those around the places where the markers change. */
static bool is_significant(const Excerpt *excerpt, size_t number)
{
    return number == 0 || number + 1 == excerpt->count ||
           is_near(excerpt, number, excerpt->left.line) ||
           is_near(excerpt, number, excerpt->right.line);
}

static void write_excerpt(const Excerpt *excerpt, Text *ret_text)
{
    size_t last = 0;
    for (size_t i = 0; i < excerpt->count; i++) {
        if (!is_significant(excerpt, i))
            continue;
        if (i == last + 2)
            write_one_line(excerpt, i - 1, ret_text);
        else if (i > last + 2)
            text_append_format(ret_text, "    ...<%zu lines>...\n", i - last - 1);
        write_one_line(excerpt, i, ret_text);
        last = i;
    }
}

void traceback_lines_write(const Source *source, const Location *location,
                           const Profile *profile, Text *ret_text)
{
    Excerpt excerpt;
    take_lines(source, location, &excerpt);
    find_anchors(&excerpt, profile);
    excerpt.marked = should_mark(&excerpt, profile);
    write_excerpt(&excerpt, ret_text);
    free(excerpt.lines);
}
