#ifndef VIEW_GRID_H
#define VIEW_GRID_H
/* The layout at work: columns of blocks (cards' slots and headings), the channels between
 * blocks that lie above one another, the gutters between columns. Arrows run in channels and
 * gutters and nowhere else, which is why they cannot cross a card. Lives as long as one attempt
 * of layout.c. */
#include "view/layout.h"

enum { NO_INDEX = UINT32_MAX };

/* Room for one or, in turn, several places. */
typedef struct Slot {
    uint32_t column;
    uint8_t area;
    uint32_t depth;      /* AREA_STACK */
    uint32_t busy_until; /* the last moment of its last place */
    double height, width, y;
    double wish; /* sorting key, then the y it would like */
} Slot;

/* An arrow passes a column, or ends in it, through the channel below a block. */
typedef struct Hop {
    uint32_t arrow, column, channel;
    uint8_t part; /* order in the channel: 0 going up into the card above, 1 passing, 2 going
                     down */
    double wish, y;
    uint32_t above; /* the longest chain of arrows that must stay above it */
} Hop;

/* A slot or a heading, and the channel below it. */
typedef struct Block {
    uint8_t area;
    bool is_heading;
    uint32_t slot; /* NO_INDEX: a heading or a strip */
    double y, height;
    bool is_open;    /* arrows may run in the channel below */
    bool is_entered; /* an arrow goes up from it into the card above */
    double need;     /* its least height */
    uint32_t crowd;  /* arrows that have chosen it so far */
    Hop **hops;
    uint32_t hop_count;
    uint32_t tracks;
} Block;

typedef struct Column {
    uint8_t area; /* AREA_STACK, AREA_GENERATION0 (the bands) or AREA_LANE */
    double x, width;
    double card_width; /* headings may ask for more */
    Block *blocks;
    uint32_t block_count;
} Column;

/* What an arrow does in a gutter: it comes at one height and goes at another. */
typedef struct Segment {
    uint32_t arrow, gutter;
    double from, to;         /* heights */
    double upper, lower;     /* the same two in order */
    bool from_left, to_left; /* the sides it comes from and goes to */
    uint32_t group;          /* NO_INDEX, or the place whose trunk it is part of */
    uint32_t track;
    double x;
} Segment;

/* An arrow's way: from its dot through segments and hops by turns to a port of its target. */
typedef struct Route {
    Hop *hops;
    uint32_t hop_count;
    Segment *segments;
    uint32_t segment_count;
    uint8_t entry;
    double start; /* height of the dot */
    double port;  /* ENTRY_LEFT: height; else x from the card's left edge */
} Route;

/* Left of column `index`; the last one is right of the last column. */
typedef struct Gutter {
    Segment **segments; /* in order from the left */
    uint32_t segment_count;
    uint32_t tracks;
    double width, left;
} Gutter;

typedef struct Grid {
    Region *region;
    const LayoutRequest *request;
    Density density;
    Layout *layout;
    uint32_t *layers;     /* by place */
    uint32_t *columns_of; /* by place */
    Slot *slots;
    uint32_t slot_count;
    Column *columns;
    uint32_t column_count;
    Route *routes; /* by arrow */
    Gutter *gutters;
} Grid;

/* Do two arrows exist at the same time? */
static inline bool arrows_meet(const Grid *grid, uint32_t a, uint32_t b)
{
    const Arrow *first = &grid->layout->arrows[a], *second = &grid->layout->arrows[b];
    if (first->from == second->from && first->row == second->row)
        return false; /* one follows the other */
    return first->first <= second->last && second->first <= first->last;
}

/* The slots that an arrow connects. */
static inline Slot *arrow_source(const Grid *grid, uint32_t arrow)
{
    const Layout *layout = grid->layout;
    return &grid->slots[layout->places[layout->arrows[arrow].from].slot];
}
static inline Slot *arrow_target(const Grid *grid, uint32_t arrow)
{
    const Layout *layout = grid->layout;
    return &grid->slots[layout->places[layout->arrows[arrow].to].slot];
}
/* The height of its dot below its slot's top. */
double grid_dot_offset(const Grid *grid, uint32_t arrow);

#endif
