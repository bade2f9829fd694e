#ifndef SCENE_SCENE_H
#define SCENE_SCENE_H
/* The display list: the contract between view, which says what a picture holds, and paint and
 * out, which draw it. A picture is a flat array in painting order; it owns nothing but its
 * region. Coordinates are in scene units, x to the right, y downwards; at scale 1 a unit is a
 * pixel of a 1080-line picture. Colours are indexes into the theme's palette resolved by view,
 * so that every backend draws the same. */
#include <stdbool.h>
#include <stdint.h>

#include "base/region.h"
#include "base/text.h"

/* 0xRRGGBBAA, not premultiplied. */
typedef uint32_t Colour;

typedef struct Point {
    double x, y;
} Point;

typedef struct Box {
    double x, y, width, height;
} Box;

/* What an item stands for, for picking, hovering and SVG ids. 0: decoration. */
typedef struct ItemId {
    uint32_t kind; /* a view's own enumeration (view/pick.h) */
    uint32_t object;
    uint32_t part;
} ItemId;

typedef enum ItemKind {
    ITEM_RECT, /* a rounded rectangle: fill, border, hatch, dash */
    ITEM_PATH, /* a polyline with rounded corners; `head`: an arrow head at its end */
    ITEM_DOT,  /* a circle: centre (box.x, box.y), radius box.width */
    ITEM_AREA, /* a filled polygon (charts) */
    ITEM_TEXT, /* one line of text */
    ITEM_CLIP, /* items up to the matching ITEM_UNCLIP are cut to `box` (rounded by `radius`) */
    ITEM_UNCLIP,
} ItemKind;

typedef enum FontFace {
    FONT_SANS,
    FONT_SANS_BOLD,
    FONT_MONO,
    FONT_MONO_BOLD,
    FONT_COUNT,
} FontFace;

typedef enum TextAnchor {
    ANCHOR_START,
    ANCHOR_MIDDLE,
    ANCHOR_END,
} TextAnchor;

/* Fields that a kind has no use for are zero. */
typedef struct Item {
    ItemKind kind;
    ItemId id;
    Box box;       /* of a text: x = anchor point, y = baseline, width = the run's exact width
                      (backends       fit the run to it), height = font size */
    double radius; /* corners of a rect, bends of a path */
    Colour fill; /* alpha 0: none; a text's, dot's and area's colour too; an arrow head's where
                    it has alpha (else the head takes the stroke's) */
    Colour stroke; /* alpha 0: none */
    double stroke_width;
    double dash;  /* length of dashes and gaps; 0: solid */
    Colour hatch; /* alpha 0: none; diagonal lines over the fill */
    double hatch_gap;
    double opacity;      /* 1: opaque; multiplies everything of this item */
    bool head;           /* ITEM_PATH: an arrow head whose tip is the last point */
    double head_size;    /* its length */
    const Point *points; /* ITEM_PATH, ITEM_AREA */
    uint32_t point_count;
    Slice text; /* ITEM_TEXT: UTF-8, one line, no control characters */
    FontFace font;
    TextAnchor anchor;
    bool strike; /* ITEM_TEXT: a line through it */
} Item;

typedef struct Scene {
    Region region; /* texts and points of the items */
    Item *items;
    uint32_t count;
    size_t capacity;
    Box bounds; /* the page */
    Colour background;
} Scene;

/* Empties the scene for a new picture; keeps its memory. */
void scene_clear(Scene *scene, Box bounds, Colour background);
void scene_done(Scene *scene);

/* Each adds one item and returns it for details to be set (opacity is 1). Valid until the next
 * call. */
Item *scene_rect(Scene *scene, ItemId id, Box box, double radius, Colour fill);
Item *scene_path(Scene *scene, ItemId id, const Point *points, uint32_t count, double radius,
                 Colour stroke, double width);
Item *scene_area(Scene *scene, ItemId id, const Point *points, uint32_t count, Colour fill);
Item *scene_dot(Scene *scene, ItemId id, Point centre, double radius, Colour fill);
Item *scene_text(Scene *scene, ItemId id, Point baseline, Slice text, FontFace font,
                 double size, double width, Colour fill);
void scene_clip(Scene *scene, Box box, double radius);
void scene_unclip(Scene *scene);

/* The left end of a text item's run. */
double scene_text_left(const Item *item);

/* The topmost item whose id has a kind at a point (paths: within 4 units of the line); NULL
 * where there is none. What a clip hides is not found. */
const Item *scene_pick(const Scene *scene, Point point);

/* Width in units of one line of text at a size: the only thing that view asks of fonts. Exact
 * and unhinted: width(size) is proportional to size. */
typedef double MeasureText(void *context, Slice text, FontFace font, double size);
typedef struct Measure {
    MeasureText *width;
    void *context;
} Measure;

#endif
