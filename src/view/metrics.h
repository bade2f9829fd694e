#ifndef VIEW_METRICS_H
#define VIEW_METRICS_H
/* The spaces and type sizes that all of view shares, in scene units (a pixel of a 1080-line
 * picture). One scale for spaces, one for type; nothing is set smaller than SIZE_SMALLEST. */

/* Spaces: multiples of 4. */
static const double SPACE_1 = 4, SPACE_2 = 8, SPACE_3 = 12, SPACE_4 = 16, SPACE_5 = 20,
                    SPACE_6 = 24, SPACE_8 = 32;

/* Type. */
static const double SIZE_TITLE = 27;    /* the page's title */
static const double SIZE_FIGURE = 21;   /* large figures: step, bytes in use */
static const double SIZE_HEADING = 19;  /* card titles, the caption's heading */
static const double SIZE_CODE = 18.5;   /* source, names */
static const double SIZE_BODY = 17;     /* sentences, slots, band headings */
static const double SIZE_NOTE = 16;     /* line numbers, side remarks */
static const double SIZE_LABEL = 15;    /* panel labels, numbers and sizes on cards */
static const double SIZE_SMALLEST = 14; /* marks on the timeline */

/* Where capitals' middle lies above the baseline, in ems: centres a line of text on a height.
 */
static const double SIZE_MIDDLE = 0.36;

/* Corners and lines. */
static const double RADIUS_PANEL = 12, RADIUS_CARD = 10, RADIUS_BAND = 14, RADIUS_SMALL = 6;
static const double LINE_HAIR = 1, LINE_BORDER = 1.5, LINE_STRONG = 2;

/* The page's own margin, and the space between panels. */
static const double PAGE_MARGIN = 24, PANEL_GAP = 12, PANEL_PADDING = 20;

#endif
