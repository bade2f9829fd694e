#ifndef OUT_SVG_H
#define OUT_SVG_H
/* A display list as SVG: text stays text, items keep their ids. Its law: the bytes depend on
 * the scene and the titles alone; numbers have at most two decimals. */
#include "base/text.h"
#include "scene/scene.h"

/* Says what an id stands for, as one line for people (shown on hovering, read aloud). Appends
 * nothing where there is nothing to say. */
typedef void SvgTitle(void *context, ItemId id, Text *ret_title);

typedef struct SvgOptions {
    SvgTitle *title; /* NULL: no titles */
    void *context;
    double scale; /* 0: as 1; the width and height attributes, not the coordinates */
} SvgOptions;

/* Appends a whole SVG file. */
void svg_write(const Scene *scene, SvgOptions options, Text *ret_svg);

#endif
