#ifndef VIEW_PAGE_H
#define VIEW_PAGE_H
/* A whole picture: heading, source, output, caption, canvas, timeline. At most PAGE_HEIGHT
 * units high, less where the recording needs little room (so that all of it is seen larger),
 * and as wide as the window's shape makes it. */
#include "view/canvas.h"
#include "view/tween.h"

/* A note of the author's, shown when its line is about to run or has just run. */
typedef struct PageNote {
    uint32_t line;
    Slice text;
} PageNote;

/* What the page says besides the recording. All texts may be empty. */
typedef struct PageTexts {
    Slice title, summary;
    Slice version; /* "CPython 3.12" */
    Slice mode;    /* "file mode" */
    const PageNote *notes;
    uint32_t note_count;
} PageTexts;

typedef struct Page Page;

enum { PAGE_HEIGHT = 1080 };

typedef struct PageOptions {
    const Trace *trace;
    Measure measure;
    PageTexts texts; /* copied */
    double shape;    /* width by height */
    bool inline_small;
} PageOptions;

Page *page_create(const PageOptions *options);
void page_destroy(Page *page);
/* The camera with which everything that lives at this moment is seen, not larger than life. */
Camera page_fit(Page *page, const Moment *moment);
/* Where the canvas lies on the page. */
Box page_canvas_area(const Page *page, View view);
/* Clears the scene and draws the moment. */
void page_draw(Page *page, const Moment *moment, const Theme *theme, Camera camera,
               Scene *scene);

/* The step under a point, clamped to the ends of the rail or of the chart over time; false
 * where the point's y is not on the timeline's panel, nor the point on that chart. */
bool page_timeline_step(const Page *page, View view, Point point, uint32_t *ret_step);

#endif
