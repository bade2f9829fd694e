#ifndef VIEW_COLUMNS_H
#define VIEW_COLUMNS_H
/* Which column every place gets: references run from left to right. Columns: the stack, the
 * bands', the lane's. */
#include "view/grid.h"

/* How many layers the bands and the lane have: the most columns that the order of references
 * asks for. */
typedef struct LayerCounts {
    uint32_t heap, lane;
} LayerCounts;

/* Fills grid->layers: how many references deep a place lies, cycles cut where they close. */
LayerCounts columns_find_layers(Grid *grid);
/* Fills grid->columns (without blocks) and grid->columns_of. More columns than layers: the
 * fullest layers get several; fewer: neighbouring layers share one. */
void columns_assign(Grid *grid, LayerCounts layers, LayerCounts columns);
/* Makes the slots and stands them in their columns in an order that keeps crossings low. */
void columns_fill(Grid *grid);

#endif
