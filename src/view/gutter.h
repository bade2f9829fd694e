#ifndef VIEW_GUTTER_H
#define VIEW_GUTTER_H
/* The gutters between columns: in which order arrows run in them, how wide that makes them, and
 * with it where everything is from left to right. */
#include "view/grid.h"

/* Makes the segments of all routes and orders them. Fills Gutter.tracks and width. */
void gutter_order(Grid *grid);
/* From widths to x: columns, areas, places, tracks. `spare` is given out between them. */
void gutter_place(Grid *grid);
/* The width that all columns need, before anything is known of the arrows between them. */
double gutter_least_total(const Grid *grid);
/* The width that all of it needs. */
double gutter_total(const Grid *grid);
/* Fills the arrows' points. */
void gutter_draw_arrows(Grid *grid);

#endif
