#ifndef VIEW_ROUTE_H
#define VIEW_ROUTE_H
/* Which channels every arrow takes, in which order arrows lie in a channel, and where they
 * arrive. Heights only: gutter.c has the other direction. */
#include "view/grid.h"

/* Makes grid->routes, still without hops, and Block.need for empty channels. */
void route_open(Grid *grid);
/* Chooses the routes' hops for the heights as they are now, orders the hops of every channel
 * and computes Block.need from them. */
void route_choose(Grid *grid);
/* The final heights of hops and ports, once the blocks stand. */
void route_settle(Grid *grid);

#endif
