#ifndef APP_WINDOW_H
#define APP_WINDOW_H
/* The window and its loop: it waits for something to happen, lets input.c turn it into what the
 * person wants, and shows what has changed. While nothing moves it sleeps. */
#include "app/overlay.h"
#include "app/screen.h"
#include "app/viewer.h"

typedef enum Drag {
    DRAG_NONE,
    DRAG_CANVAS,
    DRAG_TIMELINE,
} Drag;

typedef struct Window {
    Screen screen;
    Viewer viewer;
    Overlay overlay;
    Picture picture;
    Painter *painter; /* what the screen shows */
    const Recording *recording;
    Text title;
    Point pointer; /* on the page */
    bool pointed;  /* the pointer has moved since the last frame */
    Drag drag;
    double drag_y; /* on the page: where the timeline was taken hold of */
    bool overlaid; /* something lies upon the picture on the screen */
    bool exposed;  /* all of the window must be shown anew */
    bool quit;
} Window;

/* Shows a recording until the person closes the window. False with a sentence in `ret_error`
 * where no window can be opened. */
bool window_show(const Recording *recording, Themes *themes, const Options *options,
                 Text *ret_error);

/* For input.c. A place of the mouse, as SDL counts it, on the page. */
Point window_point(const Window *window, int x, int y);
/* How many units of the page a point of the mouse is. */
double window_unit(const Window *window);
/* Saves the picture in the current folder and says so. */
void window_save(Window *window, uint64_t now);

#endif
