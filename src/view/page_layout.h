#ifndef VIEW_PAGE_LAYOUT_H
#define VIEW_PAGE_LAYOUT_H
/* Where the panels and the canvas lie on a page: a column of panels at the left, the canvas
 * beside it, the heading above and the timeline below. Decided once for a recording, by all
 * that it will ever show. */
#include "view/panel.h"

typedef struct PageLayout {
    Box page;
    Box canvas;
    Box boxes[PANEL_COUNT]; /* a height of 0: not there */
} PageLayout;

/* The layout for a page of so many units, its column `wider` than usual. Fills in what the panels' sizes decide in the sheet.
 */
PageLayout page_layout(Sheet *sheet, double width, double height, double wider);
/* Is nothing in the panels cut, folded or set smaller than it could be? */
bool page_layout_is_roomy(const Sheet *sheet, const PageLayout *layout);

#endif
