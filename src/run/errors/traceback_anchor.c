/* Which part of a marked expression gets '^' and which '~': Python/traceback.c,
 * extract_anchors_from_line. CPython parses the text again; here it is known to be a binary
 * operation or a subscript, so that finding the operator, or the last bracket, is enough. */
#include <ctype.h>
#include <string.h>

#include "run/errors/traceback.h"

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\f';
}

static bool is_word(char c)
{
    return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 128;
}

/* The end of a string literal that begins with a quote at `i`. */
static size_t skip_string(Slice text, size_t i)
{
    char quote = text.bytes[i];
    bool triple =
        i + 2 < text.length && text.bytes[i + 1] == quote && text.bytes[i + 2] == quote;
    size_t width = triple ? 3 : 1;
    for (i += width; i < text.length; i++) {
        if (text.bytes[i] == '\\')
            i++;
        else if (text.bytes[i] == quote &&
                 (!triple || (i + 2 < text.length && text.bytes[i + 1] == quote &&
                              text.bytes[i + 2] == quote)))
            return i + width;
    }
    return text.length;
}

/* The end of the bracketed part that begins at `i`. */
static size_t skip_brackets(Slice text, size_t i)
{
    int depth = 0;
    while (i < text.length) {
        char c = text.bytes[i];
        if (c == '"' || c == '\'') {
            i = skip_string(text, i);
            continue;
        }
        depth += c == '(' || c == '[' || c == '{';
        depth -= c == ')' || c == ']' || c == '}';
        i++;
        if (depth == 0)
            return i;
    }
    return i;
}

static size_t skip_word(Slice text, size_t i)
{
    while (i < text.length && (is_word(text.bytes[i]) || text.bytes[i] == '.'))
        i++;
    return i;
}

/* The end of the operand part at `i`: a word, number, string or bracket. */
static size_t skip_operand(Slice text, size_t i)
{
    char c = text.bytes[i];
    if (c == '"' || c == '\'')
        return skip_string(text, i);
    if (c == '(' || c == '[' || c == '{')
        return skip_brackets(text, i);
    size_t end = skip_word(text, i);
    /* 1e-5: the sign belongs to the number. */
    bool exponent = end > i && isdigit((unsigned char)c) && end < text.length &&
                    (text.bytes[end - 1] == 'e' || text.bytes[end - 1] == 'E') &&
                    (text.bytes[end] == '-' || text.bytes[end] == '+');
    if (exponent && text.bytes[i + 1] != 'x')
        return skip_word(text, end + 1);
    return end > i ? end : i + 1;
}

/* How tightly a binary operator binds, 0: it is none. */
static int precedence(Slice text, size_t i, size_t *ret_width)
{
    static const struct {
        const char *text;
        int level;
    } operators[] = {{"**", 7}, {"//", 6}, {"<<", 4}, {">>", 4}, {"*", 6}, {"/", 6}, {"%", 6},
                     {"@", 6},  {"+", 5},  {"-", 5},  {"&", 3},  {"^", 2}, {"|", 1}};
    for (size_t k = 0; k < sizeof operators / sizeof *operators; k++) {
        size_t width = strlen(operators[k].text);
        if (i + width <= text.length && memcmp(text.bytes + i, operators[k].text, width) == 0) {
            *ret_width = width;
            return operators[k].level;
        }
    }
    return 0;
}

/* The operator that is evaluated last: the last one of the loosest level, the first of several
 * **. */
static bool find_operator(Slice text, size_t *ret_start, size_t *ret_width)
{
    int loosest = 0;
    bool after_operand = false;
    for (size_t i = 0; i < text.length;) {
        size_t width = 0;
        int level = after_operand ? precedence(text, i, &width) : 0;
        if (level && (!loosest || level < loosest || (level == loosest && level != 7))) {
            loosest = level;
            *ret_start = i;
            *ret_width = width;
        }
        if (level) {
            after_operand = false;
            i += width;
        } else if (is_space(text.bytes[i])) {
            i++;
        } else if (!after_operand && memchr("+-~", text.bytes[i], 3)) {
            i++;
        } else {
            i = skip_operand(text, i);
            after_operand = true;
        }
    }
    return loosest;
}

/* Is the text after an operator one expression in parentheses (no tuple)? Its column is then
 * the expression's, and CPython takes the parenthesis for the operator's second character. */
static bool is_parenthesised(Slice text, size_t i)
{
    if (i >= text.length || text.bytes[i] != '(')
        return false;
    size_t end = skip_brackets(text, i);
    for (size_t k = end; k < text.length; k++)
        if (!is_space(text.bytes[k]))
            return false;
    bool empty = true;
    for (size_t k = i + 1; k + 1 < end;) {
        if (text.bytes[k] == ',' || (end - k > 5 && memcmp(text.bytes + k, " for ", 5) == 0))
            return false;
        empty = empty && is_space(text.bytes[k]);
        k = text.bytes[k] == ' ' ? k + 1 : skip_operand(text, k);
    }
    return !empty;
}

static void split_operation(Slice segment, Anchors *anchors)
{
    size_t at = 0, width = 0;
    if (!find_operator(segment, &at, &width))
        return;
    if (width == 1 && is_parenthesised(segment, at + 1))
        width = 2;
    anchors->left = anchors->start + at;
    anchors->right = anchors->left + width;
    anchors->split = true;
}

static void split_subscript(Slice segment, Anchors *anchors)
{
    size_t bracket = 0;
    for (size_t i = 0; i < segment.length;) {
        if (segment.bytes[i] == '[' && i > 0)
            bracket = i;
        i = is_space(segment.bytes[i]) ? i + 1 : skip_operand(segment, i);
    }
    if (!bracket)
        return;
    anchors->left = anchors->start + bracket;
    anchors->right = anchors->end;
    anchors->split = true;
}

static void split(Slice line, Opcode op, uint32_t arg, Anchors *anchors)
{
    Slice segment = {line.bytes + anchors->start, anchors->end - anchors->start};
    switch ((int)op) {
    case OP_BINARY_OP:
        if (arg < BINARY_IN_PLACE)
            split_operation(segment, anchors);
        break;
    case OP_BINARY_SUBSCR:
    case OP_STORE_SUBSCR:
    case OP_DELETE_SUBSCR:
    case OP_BINARY_SLICE:
    case OP_STORE_SLICE:
        split_subscript(segment, anchors);
        break;
    }
}

bool anchors_find(Slice line, const Location *location, Opcode op, uint32_t arg,
                  Anchors *ret_anchors)
{
    size_t first = 0, last = line.length;
    while (first < last && is_space(line.bytes[first]))
        first++;
    while (last > first && is_space(line.bytes[last - 1]))
        last--;
    bool one_line = location->line == location->end_line;
    Anchors anchors = {.start = location->column,
                       .end = one_line ? location->end_column : last};
    if (anchors.start > line.length || anchors.end > line.length ||
        anchors.start >= anchors.end)
        return false;
    if (one_line)
        split(line, op, arg, &anchors);
    /* What covers the whole line says nothing. */
    if (anchors.end - anchors.start == line.length - first && !anchors.split)
        return false;
    *ret_anchors = anchors;
    return true;
}
