#ifndef APP_VIEWER_H
#define APP_VIEWER_H
/* What a person does with a recording: going through it, looking closer, pointing, changing its
 * colours. The state behind the window, without a window: it knows scenes and points in scene
 * units, no pixels, no events and no clock. */
#include "app/animation.h"
#include "app/picture.h"
#include "app/themes.h"

typedef struct Viewer {
    Picture *picture; /* not owned */
    Themes *themes;   /* not owned */
    const Trace *trace;
    Cursor cursor;
    uint32_t step;  /* the last one that is whole */
    uint32_t since; /* Changes from here on stand out */
    View view;
    Beats beats;   /* where the view stands still; none: at steps only */
    Camera camera; /* heeded where camera_held: the person has moved it */
    bool camera_held;
    ItemId hover;
    bool still;  /* no animation at all */
    Scene scene; /* the moment, as it is when nothing moves */
    Animation animation;
    bool drawn; /* the scene is the moment's */
    bool eases; /* the next drawing is a transition */
    bool playing;
    uint64_t next_play; /* milliseconds: when the next step is due */
} Viewer;

enum { PLAY_MILLISECONDS = 1200 };

void viewer_init(Viewer *viewer, Picture *picture, Themes *themes, bool still);
void viewer_done(Viewer *viewer);

/* Steps, clamped. `eases`: with a transition. */
void viewer_go(Viewer *viewer, int64_t step, bool eases);
/* Goes on by so many steps, or beats where the view has them. */
void viewer_go_by(Viewer *viewer, int64_t steps, bool eases);
/* To the next (1) or previous (-1) Change that can be seen. */
void viewer_go_change(Viewer *viewer, int direction, bool eases);
void viewer_play(Viewer *viewer, uint64_t now);
/* Goes on where playing says so. */
void viewer_tick(Viewer *viewer, uint64_t now);

/* Makes the canvas `factor` times as large, the point `centre` of the page staying where it is.
 * A point outside the canvas stands for its middle. */
void viewer_zoom(Viewer *viewer, double factor, Point centre);
void viewer_pan(Viewer *viewer, double dx, double dy);
void viewer_fit(Viewer *viewer);
void viewer_look(Viewer *viewer, View view);
void viewer_next_theme(Viewer *viewer);
void viewer_hover(Viewer *viewer, Point point);
/* Is a point of the page on the canvas? */
bool viewer_is_canvas(const Viewer *viewer, Point point);
/* The step under a point of the timeline; false where there is none. */
bool viewer_timeline(const Viewer *viewer, Point point, uint32_t *ret_step);
/* The picture has another shape now. */
void viewer_reshaped(Viewer *viewer);

/* What is seen now. Valid until the next call. */
const Scene *viewer_scene(Viewer *viewer, uint64_t now);
/* Draws the moment with nothing pointed at, as a file holds it. */
void viewer_draw_plain(Viewer *viewer, Scene *ret_scene);
bool viewer_moves(const Viewer *viewer);
/* Which beat after the step this is; 0: none. */
uint32_t viewer_beat(const Viewer *viewer);
/* Where it stands, "step 3/9, change 120 — dark". Appends. */
void viewer_describe(const Viewer *viewer, Text *ret_text);

#endif
