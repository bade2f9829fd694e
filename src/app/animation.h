#ifndef APP_ANIMATION_H
#define APP_ANIMATION_H
/* The way from one scene to the next: a quarter of a second, eased. Knows no clock: it is
 * handed the time, in milliseconds. */
#include "scene/scene.h"

enum { ANIMATION_MILLISECONDS = 250 };

/* Zero is one that stands still. */
typedef struct Animation {
    Scene from, frame;
    uint64_t start;
    bool runs;
} Animation;

void animation_done(Animation *animation);
/* Sets out from `from`, whose contents it takes: what it had before is given for it. */
void animation_start(Animation *animation, Scene *from, uint64_t now);
void animation_stop(Animation *animation);
/* What is seen at `now` on the way to `to`: `to` itself once it is there. Valid until the next
 * call. */
const Scene *animation_frame(Animation *animation, const Scene *to, uint64_t now);

#endif
