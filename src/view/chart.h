#ifndef VIEW_CHART_H
#define VIEW_CHART_H
/* Over time: bytes in use, objects alive by type and by generation, births, deaths and
 * collections along the steps, one curve below the other on one axis, with the cursor across
 * them all and its figures beside them. */
#include "trace/series.h"
#include "view/panel.h"

void chart_draw(const Sheet *sheet, const Series *series, Box box);
/* The step under an x. */
uint32_t chart_step(const Sheet *sheet, Box box, double x);

#endif
