#ifndef TESTS_SAMPLE_H
#define TESTS_SAMPLE_H
/* Pictures to try the drawing on: one like what the program shows, and one as dense as a screen
 * can be. */
#include "scene/scene.h"

/* A program, stack, cards, arrows, a caption and a timeline, on 1920 by 1080 units. `step`
 * moves the highlighted line and the count of a card. */
void sample_picture(Scene *scene, Measure measure, int step);
/* 54 cards, 60 arrows, 362 labels. */
void sample_dense(Scene *scene, Measure measure);

#endif
