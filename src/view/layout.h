#ifndef VIEW_LAYOUT_H
#define VIEW_LAYOUT_H
/* Where every card lies and how every arrow runs, over a whole recording at once. Pure
 * geometry: it knows neither objects nor fonts, only boxes that exist from one moment to
 * another and arrows between them. Laws: two places that exist at the same moment never
 * overlap; no arrow crosses a place or a heading; what a place or an arrow looks like does not
 * depend on the moment. */
#include <stdbool.h>
#include <stdint.h>

#include "base/region.h"
#include "scene/scene.h"

/* Parts of the canvas. The first three are the heap's bands. */
typedef enum Area {
    AREA_GENERATION0,
    AREA_GENERATION1,
    AREA_GENERATION2,
    AREA_LANE,
    AREA_STACK,
    AREA_COUNT,
} Area;
enum { BAND_COUNT = AREA_LANE };

/* One scale of sizes: what does not fit is set in the next, tighter one. */
typedef struct Density {
    double head;               /* height of a card's heading */
    double row;                /* of a slot */
    double frame_row;          /* of a name */
    double foot;               /* below a card's last row */
    double gap;                /* between cards, at least */
    double track;              /* between parallel arrows */
    double badge;              /* radius of the count on a card's corner */
    double title, label, note; /* type: headings, rows, numbers and sizes */
    bool shares;               /* places are used again after their object has gone */
} Density;
enum { DENSITY_NORMAL = 2, DENSITY_COUNT = 9 };
const Density *layout_density(uint32_t level);

/* A card's place: of one object in one area. Moments are numbers of the caller's. */
typedef struct Place {
    uint32_t
        key; /* the object, from 0 without gaps: its places in several bands share a column */
    uint8_t area;         /* an Area */
    uint32_t first, last; /* it exists from one moment to the other, both included */
    uint32_t depth;       /* AREA_STACK: 0 is on top */
    double width;         /* wanted in the roomiest density */
    uint32_t rows;        /* at most, below the heading */
    Box box;              /* result: the room it has */
    uint32_t slot;        /* result */
} Place;

/* Where an arrow arrives. */
typedef enum Entry {
    ENTRY_LEFT,
    ENTRY_TOP,
    ENTRY_BOTTOM, /* when going back: from below; the tip is at the card's lower edge as it is
                     then */
} Entry;

typedef struct Arrow {
    uint32_t from, row, to; /* places; the row of the first that it leaves */
    uint32_t first, last;
    uint8_t entry;       /* result: an Entry */
    const Point *points; /* result: from the dot to the tip, right angles only */
    uint32_t point_count;
} Arrow;

typedef struct LayoutRequest {
    const Place *places;
    uint32_t place_count;
    const Arrow *arrows; /* in order of their appearance */
    uint32_t arrow_count;
    double width, height;          /* to be fitted into */
    double band_title, lane_title; /* widths of the headings */
    double gauge;                  /* width of a band's gauge with its figures */
} LayoutRequest;

typedef struct Layout {
    Region region;
    Density density;
    Place *places;
    Arrow *arrows;
    uint32_t place_count, arrow_count;
    Box areas[AREA_COUNT];                                      /* width 0: not there */
    bool is_strip[BAND_COUNT];                                  /* nothing is ever in it */
    double heading_left[AREA_COUNT], heading_right[AREA_COUNT]; /* where headings may stand */
    double width, height;
    double spare; /* of the width, what nothing has a use for */
    bool fits;
} Layout;

/* The first arrangement that fits, from roomy to tight; else the one that overflows least. */
Layout *layout_create(const LayoutRequest *request);
void layout_destroy(Layout *layout);

/* Height of a card with so many rows. */
double layout_card_height(const Density *density, Area area, uint32_t rows);
/* The dot of a row: where its arrow leaves. */
Point layout_dot(const Density *density, const Place *place, uint32_t row);

#endif
