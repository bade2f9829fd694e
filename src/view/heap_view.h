#ifndef VIEW_HEAP_VIEW_H
#define VIEW_HEAP_VIEW_H
/* The private heap: arenas and their pools, the pools that the program's objects are in block
 * by block, and one object's block field by field. */
#include "view/panel.h"
#include "view/pool_map.h"

/* Looks at the moment, too. */
void heap_view_draw(const Sheet *sheet, PoolMap *map, Box box);

#endif
