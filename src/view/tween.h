#ifndef VIEW_TWEEN_H
#define VIEW_TWEEN_H
/* From one picture to the next: pictures in between, for animation. */
#include "scene/scene.h"

/* Items of `from` on their way to `to`: those with the same id and kind move, newcomers fade
 * in, those that leave fade out; what is the same in both stays as it is. t from 0 to 1,
 * already eased. */
void scene_tween(const Scene *from, const Scene *to, double t, Scene *ret_scene);

#endif
