/* Docstrings: what stands first in a body, and since 3.13 without the indentation of its lines
 * (Python/compile.c, _PyCompile_CleanDoc). */
#include <string.h>

#include "base/text.h"
#include "lang/compiler.h"

const Expr *compile_docstring(StmtList body)
{
    if (body.count == 0 || body.items[0]->kind != STMT_EXPR)
        return NULL;
    const Expr *expr = body.items[0]->value;
    bool text =
        expr->kind == EXPR_CONSTANT && expr->constant->kind == CONST_STR && !expr->folded;
    return text ? expr : NULL;
}

/* Appends the text with its tabs as spaces (str.expandtabs). */
static void expand_tabs(Slice text, Text *ret_text)
{
    enum { TAB = 8 };
    size_t column = 0;
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.bytes[i];
        bool begins = ((unsigned char)byte & 0xC0) != 0x80; /* a code point */
        if (byte != '\t') {
            text_append_char(ret_text, byte);
            column = byte == '\n' || byte == '\r' ? 0 : column + begins;
            continue;
        }
        do
            text_append_char(ret_text, ' ');
        while (++column % TAB);
    }
}

static size_t leading_spaces(Slice line)
{
    size_t count = 0;
    while (count < line.length && line.bytes[count] == ' ')
        count++;
    return count;
}

/* The next line, its end included; `*rest` goes on behind it. */
static Slice take_line(Slice *rest)
{
    const char *end = memchr(rest->bytes, '\n', rest->length);
    size_t length = end ? (size_t)(end - rest->bytes) + 1 : rest->length;
    Slice line = {rest->bytes, length};
    rest->bytes += length;
    rest->length -= length;
    return line;
}

/* The least indentation of the lines that have more than spaces. */
static size_t margin_of(Slice lines)
{
    size_t margin = SIZE_MAX;
    while (lines.length) {
        Slice line = take_line(&lines);
        size_t spaces = leading_spaces(line);
        bool blank = spaces == line.length || line.bytes[spaces] == '\n';
        if (!blank && spaces < margin)
            margin = spaces;
    }
    return margin == SIZE_MAX ? 0 : margin;
}

static void append_without(Slice line, size_t margin, Text *ret_text)
{
    size_t spaces = leading_spaces(line), cut = spaces < margin ? spaces : margin;
    text_append_slice(ret_text, (Slice){line.bytes + cut, line.length - cut});
}

const Value *compile_docstring_value(Compiler *compiler, const Expr *docstring)
{
    if (compiler->minor < 13)
        return docstring->constant;
    Text expanded = {0}, clean = {0};
    expand_tabs(docstring->constant->text, &expanded);
    Slice rest = text_slice(&expanded), first = take_line(&rest);
    append_without(first, SIZE_MAX, &clean);
    size_t margin = margin_of(rest);
    while (rest.length)
        append_without(take_line(&rest), margin, &clean);
    Value *value = region_allocate(compiler->region, sizeof *value);
    *value = *docstring->constant;
    value->text = region_slice(compiler->region, text_slice(&clean));
    text_done(&expanded);
    text_done(&clean);
    return value;
}
