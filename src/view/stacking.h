#ifndef VIEW_STACKING_H
#define VIEW_STACKING_H
/* Heights: of the bands, then of every block in its column. A card stands as near as it can to
 * the height of what refers to it, so that arrows run straight. */
#include "view/grid.h"

/* Uses Block.need. Fills the areas' y and height, Layout.is_strip, Slot.y and the blocks. */
void stacking_place(Grid *grid);

/* Where the tracks of a block's channel may run. */
typedef struct Extent {
    double top, bottom;
} Extent;
Extent stacking_channel(const Grid *grid, const Column *column, uint32_t block);
/* What a channel needs for its tracks, from block to block. */
double stacking_channel_need(const Grid *grid, const Column *column, uint32_t block);

#endif
