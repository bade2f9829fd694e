#ifndef PAINT_MEASURE_H
#define PAINT_MEASURE_H
/* The one source of text widths: shaped once at 1000 units to the em, unhinted and kerned,
 * remembered per string and face. Its law: width is proportional to size, so that every zoom
 * and every format agrees. */
#include "paint/fonts.h"
#include "scene/scene.h"

typedef struct TextMeasure TextMeasure;

/* Looks into `fonts`, which must outlive it. */
TextMeasure *measure_create(Fonts *fonts);
void measure_destroy(TextMeasure *measure);
/* The callback that layout asks; valid as long as `measure`. */
Measure measure_callback(TextMeasure *measure);
/* Width of one line in ems. */
double measure_ems(TextMeasure *measure, Slice text, FontFace face);

#endif
