#ifndef PAINT_SHAPE_H
#define PAINT_SHAPE_H
/* Cuts a line of text into pieces of one font file each and says where each begins. Its law:
 * what is shown is what is written. Fonts for programmers draw `!=` as one sign and Inter draws
 * `0x7f` with a multiplication sign; a picture that teaches must not, so characters that would
 * join are drawn apart. */
#include "paint/fonts.h"

typedef struct Piece {
    FontFileId file;
    size_t
        start; /* byte offset in Shape.bytes of a C string that may begin with one space more */
    double lead;   /* width of that space, in ems; 0: there is none */
    double offset; /* where the text begins, in ems from the start of the line */
} Piece;

/* Zero is an empty Shape; it is reused from text to text. */
typedef struct Shape {
    Text bytes;
    Piece *items;
    size_t count, capacity;
    double width; /* in ems */
} Shape;

void shape_done(Shape *shape);
/* Anything may be in `text`: what is no character is shown as U+FFFD, a control character as a
 * space, what exceeds SHAPE_TEXT_LIMIT bytes is left out. */
void shape_text(Fonts *fonts, Slice text, FontFace face, Shape *ret_shape);

/* The height in ems that the pictures of a fixed font are scaled to. */
double shape_fixed_height(void);

/* Longer lines would leave every page. */
enum { SHAPE_TEXT_LIMIT = 4096 };

#endif
