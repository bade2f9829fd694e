#ifndef TRACE_BEATS_H
#define TRACE_BEATS_H
/* The moments at which a view that is slower than statements stands still: all steps, and what
 * lies between them. */
#include "trace/trace.h"

/* A moment, the one after `change` Changes. What happened since the beat before it stands out.
 */
typedef struct Beat {
    uint32_t change;
    uint32_t step;   /* that is whole by then */
    uint32_t within; /* 0: the end of that step; else the number of the beat, from 1, in the
                        step after it */
} Beat;

typedef struct Beats {
    Beat *items; /* ascending; the first one is step 0 */
    uint32_t count;
} Beats;

typedef enum BeatKind {
    /* within each collection the ends of its phases and whatever it does to an object that a
     * reader knows: a gc_refs counted down, an object set apart or reached after all, a death
     */
    BEATS_OF_COLLECTIONS,
    BEATS_OF_INSTRUCTIONS, /* each instruction of the program's own code */
} BeatKind;

/* In a collection that would have more, only the ends of phases are beats. */
enum { COLLECTION_BEATS_MOST = 160 };

Beats beats_create(const Trace *trace, BeatKind kind);
void beats_done(Beats *beats);
/* The last beat that is not after `change` Changes. */
uint32_t beats_at(const Beats *beats, uint32_t change);

#endif
