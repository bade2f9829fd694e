#include "app/animation.h"

#include "view/tween.h"

void animation_done(Animation *animation)
{
    scene_done(&animation->from);
    scene_done(&animation->frame);
    *animation = (Animation){0};
}

void animation_start(Animation *animation, Scene *from, uint64_t now)
{
    Scene taken = *from;
    *from = animation->from;
    animation->from = taken;
    animation->start = now;
    animation->runs = true;
}

void animation_stop(Animation *animation)
{
    animation->runs = false;
}

/* Slow, fast, slow. */
static double ease(double t)
{
    return t * t * (3 - 2 * t);
}

const Scene *animation_frame(Animation *animation, const Scene *to, uint64_t now)
{
    if (animation->runs && now - animation->start >= ANIMATION_MILLISECONDS)
        animation->runs = false;
    if (!animation->runs)
        return to;
    double t = (double)(now - animation->start) / ANIMATION_MILLISECONDS;
    scene_tween(&animation->from, to, ease(t), &animation->frame);
    return &animation->frame;
}
