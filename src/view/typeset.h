#ifndef VIEW_TYPESET_H
#define VIEW_TYPESET_H
/* Text on lines: cutting, wrapping, cleaning, figures. Knows widths only through Measure. Texts
 * that it hands out live in the region it is given. */
#include "base/region.h"
#include "scene/scene.h"

double typeset_width(Measure measure, Slice text, FontFace font, double size);
/* The text itself where it fits into `width`, else as much of it as fits with an ellipsis. */
Slice typeset_cut(Region *region, Measure measure, Slice text, FontFace font, double size,
                  double width);
/* The next line of a paragraph that is at most `width` wide, broken at spaces (inside a word
 * only where it alone is too wide); `*rest` becomes what is left, without the spaces at the
 * break. */
Slice typeset_break(Measure measure, Slice *rest, FontFace font, double size, double width);
/* How many lines typeset_break makes of a paragraph; 0 of an empty one. */
uint32_t typeset_count(Measure measure, Slice text, FontFace font, double size, double width);
/* What can be shown on one line: tabs become spaces (to every 4th column), other control
 * characters and broken UTF-8 a replacement character. */
Slice typeset_clean(Region *region, Slice text);
/* 1904 as "1,904". */
void typeset_figure(Text *text, uint64_t figure);

/* Adds a line of text to a scene with its measured width. */
Item *typeset_add(Scene *scene, Measure measure, ItemId id, Point baseline, Slice text,
                  FontFace font, double size, Colour fill);

#endif
