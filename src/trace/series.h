#ifndef TRACE_SERIES_H
#define TRACE_SERIES_H
/* What a recording's objects come to along its steps: bytes, how many of each type are alive,
 * how many are in each generation. For charts. */
#include "trace/trace.h"

/* One figure along the samples. */
typedef struct Curve {
    ObjectId type; /* of a curve of a type, else 0 */
    uint32_t *values;
    uint32_t most;
} Curve;

enum { SERIES_LISTS = 4 }; /* generations 0 to 2, and what is not tracked */

typedef struct Series {
    uint32_t
        sample_count; /* of as many steps, evenly chosen; the first and the last included */
    Curve *types;     /* the most numerous first; those of which there never is one are
                         left out */
    uint32_t type_count;
    Curve lists[SERIES_LISTS];
    Curve bytes;          /* in use; the most since the sample before */
    Curve births, deaths; /* since the sample before */
} Series;

enum { SERIES_SAMPLES_MOST = 2000 };

/* Release with series_destroy. */
Series *series_create(const Trace *trace);
void series_destroy(Series *series);
/* The step of a sample, and the last sample that is not after a step. */
uint32_t series_step(const Series *series, const Trace *trace, uint32_t sample);
uint32_t series_sample(const Series *series, const Trace *trace, uint32_t step);

#endif
