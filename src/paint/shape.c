#include "paint/shape.h"

#include <stdlib.h>

#include "base/list.h"

/* Longer pieces would make pictures wider than a page. */
enum { PIECE_LIMIT = 64 };

/* As colour emoji fonts are drawn: somewhat taller than their em. */
static const double FIXED_HEIGHT = 1.17;

/* A part of the text that one file draws. */
typedef struct Stretch {
    size_t start, end; /* bytes */
    FontFileId file;
    bool ascii;
} Stretch;

void shape_done(Shape *shape)
{
    text_done(&shape->bytes);
    free(shape->items);
    *shape = (Shape){0};
}

double shape_fixed_height(void)
{
    return FIXED_HEIGHT;
}

/* The character at `*at`, fit to be drawn; moves `*at` behind it. */
static uint32_t next_point(Slice text, size_t *at)
{
    uint32_t point;
    size_t length = utf8_decode(text.bytes + *at, text.length - *at, &point);
    *at += length ? length : 1;
    if (length == 0 || (point >= 0xD800 && point < 0xE000))
        return 0xFFFD;
    if (point < 0x20 || (point >= 0x7F && point < 0xA0))
        return ' ';
    return point;
}

/* Combining marks, joiners, variation selectors and skin tones stay with what they modify. */
static bool is_modifier(uint32_t point)
{
    return (point >= 0x300 && point < 0x370) || point == 0x200C || point == 0x200D ||
           (point >= 0x20D0 && point < 0x2100) || (point >= 0xFE00 && point < 0xFE10) ||
           (point >= 0x1F3FB && point < 0x1F400);
}

static Stretch find_stretch(Fonts *fonts, Slice text, FontFace face, size_t start)
{
    Stretch stretch = {.start = start, .ascii = true};
    size_t at = start;
    for (int count = 0; at < text.length && count < PIECE_LIMIT; count++) {
        size_t next = at;
        uint32_t point = next_point(text, &next);
        if (count == 0 || !is_modifier(point)) {
            FontFileId file = fonts_choose(fonts, face, point);
            if (count > 0 && file != stretch.file)
                break;
            stretch.file = file;
        }
        stretch.ascii = stretch.ascii && point < 0x80;
        at = next;
    }
    stretch.end = at;
    return stretch;
}

static bool is_mark(uint32_t point)
{
    return point > ' ' && point < 0x7F && !(point >= '0' && point <= '9') &&
           !(point >= 'A' && point <= 'Z') && !(point >= 'a' && point <= 'z');
}

/* Whether a font may draw `point` and what stands before it as one: two marks (`->`), or an x
 * behind a number (0x7f, 4 x 4). `history` holds the two characters before, the nearest first.
 */
static bool may_join(const uint32_t history[2], uint32_t point)
{
    if (is_mark(point) && is_mark(history[0]))
        return true;
    uint32_t number = history[0] == ' ' ? history[1] : history[0];
    return point == 'x' && number >= '0' && number <= '9';
}

static void remember(uint32_t history[2], uint32_t point)
{
    history[1] = history[0];
    history[0] = point;
}

static int size_of(TTF_Font *font, const char *string)
{
    int width = 0, height = 0;
    return TTF_SizeUTF8(font, string, &width, &height) == 0 ? width : 0;
}

/* Opens a piece; its bytes are appended until end_piece. */
static Piece *begin_piece(Shape *shape, Fonts *fonts, FontFileId file, double offset)
{
    shape->items =
        list_reserve(shape->items, &shape->capacity, shape->count + 1, sizeof(Piece));
    Piece *piece = &shape->items[shape->count++];
    *piece = (Piece){.file = file, .start = shape->bytes.length, .offset = offset};
    TTF_Font *probe = fonts_probe(fonts, file);
    /* SDL_ttf shifts a text whose first glyph reaches to the left of its origin, and does not
     * tell. A space in front makes room for that reach. */
    if (!fonts_file(fonts, file)->fixed && TTF_GlyphIsProvided32(probe, ' ')) {
        text_append_char(&shape->bytes, ' ');
        piece->lead = size_of(probe, " ") / 1000.0;
    }
    return piece;
}

/* Closes a piece; returns its width in ems. */
static double end_piece(Shape *shape, Fonts *fonts, const Piece *piece)
{
    TTF_Font *probe = fonts_probe(fonts, piece->file);
    double unit = 1000.0;
    if (fonts_file(fonts, piece->file)->fixed)
        unit = TTF_FontHeight(probe) / FIXED_HEIGHT;
    /* The space behind keeps an overhanging last glyph from counting as width. */
    if (piece->lead > 0)
        text_append_char(&shape->bytes, ' ');
    double width = size_of(probe, shape->bytes.bytes + piece->start) / unit - 2 * piece->lead;
    if (piece->lead > 0)
        shape->bytes.length--;
    shape->bytes.bytes[shape->bytes.length] = '\0';
    shape->bytes.length++;
    return width > 0 ? width : 0;
}

static double add_apart(Shape *shape, Fonts *fonts, Slice text, Stretch stretch, double offset)
{
    uint32_t history[2] = {0};
    const Piece *piece = begin_piece(shape, fonts, stretch.file, offset);
    for (size_t at = stretch.start; at < stretch.end;) {
        uint32_t point = next_point(text, &at);
        if (may_join(history, point)) {
            offset += end_piece(shape, fonts, piece);
            piece = begin_piece(shape, fonts, stretch.file, offset);
        }
        text_append_point(&shape->bytes, point);
        remember(history, point);
    }
    return offset + end_piece(shape, fonts, piece);
}

/* One of two layers that lie over each other: the characters of the other are spaces in it.
 * Returns whether it holds a character. */
static bool append_layer(Shape *shape, Slice text, Stretch stretch, bool upper)
{
    uint32_t history[2] = {0};
    bool above = false, found = false;
    for (size_t at = stretch.start; at < stretch.end;) {
        uint32_t point = next_point(text, &at);
        if (may_join(history, point))
            above = !above;
        found = found || (above == upper && point != ' ');
        text_append_point(&shape->bytes, above == upper ? point : ' ');
        remember(history, point);
    }
    return found;
}

/* Where all characters are equally wide, the second of two that would join goes into a second
 * layer: its place along the line stays exact to a fraction of a pixel. */
static double add_layers(Shape *shape, Fonts *fonts, Slice text, Stretch stretch, double offset)
{
    double width = 0;
    for (int layer = 0; layer < 2; layer++) {
        const Piece *piece = begin_piece(shape, fonts, stretch.file, offset);
        bool found = append_layer(shape, text, stretch, layer == 1);
        if (layer == 1 && !found) {
            shape->bytes.length = piece->start;
            shape->count--;
            break;
        }
        width = end_piece(shape, fonts, piece);
    }
    return offset + width;
}

void shape_text(Fonts *fonts, Slice text, FontFace face, Shape *ret_shape)
{
    text_clear(&ret_shape->bytes);
    ret_shape->count = 0;
    double offset = 0;
    if (text.length > SHAPE_TEXT_LIMIT)
        text.length = SHAPE_TEXT_LIMIT;
    for (size_t at = 0; at < text.length;) {
        Stretch stretch = find_stretch(fonts, text, face, at);
        if (stretch.ascii && fonts_file(fonts, stretch.file)->monospace)
            offset = add_layers(ret_shape, fonts, text, stretch, offset);
        else
            offset = add_apart(ret_shape, fonts, text, stretch, offset);
        at = stretch.end;
    }
    ret_shape->width = offset;
}
