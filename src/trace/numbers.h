#ifndef TRACE_NUMBERS_H
#define TRACE_NUMBERS_H
/* The small numbers of objects (#9), in the order in which a reader meets them: names of the
 * outermost frame first, and from each along its references, depth first. Law: a step costs as
 * much as it has written, however large the heap is. For build.c. */
#include "trace/cursor.h"

/* Slots that were written since the last step: [first, end) of what had a number then. */
typedef struct Touched {
    ObjectId holder;
    uint32_t first, end;
} Touched;

typedef struct Visit Visit;

typedef struct Numbers {
    Trace *trace;
    const Cursor *cursor;
    uint32_t last; /* number given */
    Touched *touched;
    size_t touched_count, touched_capacity;
    Visit *visits;
    size_t visit_count, visit_capacity;
} Numbers;

void numbers_done(Numbers *numbers);
/* Notes what a Change is about to write, if it is to something that has a number. */
void numbers_note(Numbers *numbers, const Change *change);
/* What a frame's names reach gets numbers. */
void numbers_give_names(Numbers *numbers, ObjectId frame);
/* What has been written to numbered objects since the last time does. */
void numbers_give_touched(Numbers *numbers);

#endif
