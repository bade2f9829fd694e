#include "lang/fold_format.h"

#include <string.h>

/* What stands behind a '%': flags, width, precision, conversion. */
typedef struct Conversion {
    bool left;
    Slice width, precision; /* digits; a NULL slice where there is none */
    int conversion;         /* FORMAT_…; FORMAT_PLAIN: not one of %s %r %a */
} Conversion;

enum { DIGITS_LIMIT = 3 };

typedef struct Reader {
    Slice text;
    size_t position;
} Reader;

static char peek(const Reader *reader)
{
    return reader->position < reader->text.length ? reader->text.bytes[reader->position] : '\0';
}

static Slice read_digits(Reader *reader)
{
    size_t start = reader->position;
    while (peek(reader) >= '0' && peek(reader) <= '9')
        reader->position++;
    return (Slice){reader->text.bytes + start, reader->position - start};
}

static Conversion read_conversion(Reader *reader)
{
    Conversion result = {0};
    for (; peek(reader) && strchr("-+ #0", peek(reader)); reader->position++)
        result.left = result.left || peek(reader) == '-';
    result.width = read_digits(reader);
    if (peek(reader) == '.') {
        reader->position++;
        result.precision = read_digits(reader);
        if (result.precision.length == 0)
            result.precision = slice_of("0");
    }
    if (result.width.length > DIGITS_LIMIT || result.precision.length > DIGITS_LIMIT)
        return result;
    char letter = peek(reader);
    if (letter == 's')
        result.conversion = FORMAT_STR;
    else if (letter == 'r')
        result.conversion = FORMAT_REPR;
    else if (letter == 'a')
        result.conversion = FORMAT_ASCII;
    reader->position++;
    return result;
}

static Expr *new_expr(Region *region, ExprKind kind, Range range)
{
    Expr *expr = region_allocate(region, sizeof *expr);
    expr->kind = kind;
    expr->range = range;
    return expr;
}

static Expr *text_expr(Region *region, Slice text, Range range)
{
    Value *value = region_allocate(region, sizeof *value);
    value->kind = CONST_STR;
    value->text = region_slice(region, text);
    Expr *expr = new_expr(region, EXPR_CONSTANT, range);
    expr->constant = value;
    expr->folded = true;
    return expr;
}

static Expr *joined(Region *region, Expr **items, size_t count, Range range)
{
    Expr *expr = new_expr(region, EXPR_JOINED, range);
    expr->list = (ExprList){items, count};
    return expr;
}

/* The specification of an f-string that pads and cuts as the conversion does; NULL for none. */
static Expr *spec_expr(Region *region, const Conversion *conversion, Range range)
{
    Text text = {0};
    if (conversion->width.length && !conversion->left)
        text_append_char(&text, '>');
    Slice width = conversion->width;
    while (width.length > 1 && width.bytes[0] == '0') {
        width.bytes++;
        width.length--;
    }
    text_append_slice(&text, width);
    if (conversion->precision.length) {
        text_append_char(&text, '.');
        text_append_slice(&text, conversion->precision);
    }
    Expr *spec = NULL;
    if (text.length) {
        Expr **items = region_allocate(region, sizeof *items);
        items[0] = text_expr(region, text_slice(&text), range);
        spec = joined(region, items, 1, range);
    }
    text_done(&text);
    return spec;
}

/* Text up to the next conversion, '%%' as one '%'. */
static void read_text(Reader *reader, Text *text)
{
    for (; reader->position < reader->text.length; reader->position++) {
        char c = peek(reader);
        bool percent = c == '%';
        bool doubled = percent && reader->position + 1 < reader->text.length &&
                       reader->text.bytes[reader->position + 1] == '%';
        if (percent && !doubled)
            return;
        reader->position += doubled;
        text_append_char(text, c);
    }
}

static size_t read_all(Region *region, Reader *reader, ExprList values, Expr **items,
                       Range range)
{
    size_t count = 0, used = 0;
    Text text = {0};
    for (;;) {
        text_clear(&text);
        read_text(reader, &text);
        if (text.length) {
            items[count] = text_expr(region, text_slice(&text), range);
            items[count++]->placeless = true; /* parse_literal */
        }
        if (reader->position == reader->text.length)
            break;
        reader->position++;
        Conversion conversion = read_conversion(reader);
        if (conversion.conversion == FORMAT_PLAIN || used == values.count) {
            used = values.count + 1;
            break;
        }
        Expr *value = values.items[used++];
        Expr *field = new_expr(region, EXPR_FORMATTED, value->range);
        field->formatted.value = value;
        field->formatted.conversion = conversion.conversion;
        field->formatted.spec = spec_expr(region, &conversion, value->range);
        items[count++] = field;
    }
    text_done(&text);
    return used == values.count ? count : 0;
}

bool fold_format(Region *region, Expr *expr)
{
    const Expr *left = expr->binary.left, *right = expr->binary.right;
    if (expr->binary.op != BINARY_REMAINDER || left->kind != EXPR_CONSTANT ||
        left->constant->kind != CONST_STR || right->kind != EXPR_TUPLE)
        return false;
    ExprList values = right->list;
    for (size_t i = 0; i < values.count; i++)
        if (values.items[i]->kind == EXPR_STARRED)
            return false;
    Expr **items = region_allocate(region, (2 * values.count + 1) * sizeof *items);
    Reader reader = {.text = left->constant->text};
    size_t count = read_all(region, &reader, values, items, expr->range);
    if (count == 0)
        return false;
    expr->kind = EXPR_JOINED;
    expr->list = (ExprList){items, count};
    return true;
}
