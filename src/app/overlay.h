#ifndef APP_OVERLAY_H
#define APP_OVERLAY_H
/* What the window says on top of the picture: the help page, and short messages that go by
 * themselves. Never part of a file. */
#include "scene/scene.h"
#include "view/theme.h"

enum { TOAST_MILLISECONDS = 3000 };

typedef struct Overlay {
    bool help;
    Text toast;
    uint64_t toast_end; /* milliseconds */
    Scene scene;        /* the picture and what lies upon it */
} Overlay;

void overlay_done(Overlay *overlay);
/* Says `text` for a while. */
void overlay_say(Overlay *overlay, const char *text, uint64_t now);
/* Is there anything to lay upon the picture? */
bool overlay_shows(const Overlay *overlay, uint64_t now);
/* The picture with everything upon it: `picture` itself where there is nothing. Valid as long
 * as `picture` and until the next call. */
const Scene *overlay_on(Overlay *overlay, const Scene *picture, const Theme *theme,
                        Measure measure, uint64_t now);

#endif
