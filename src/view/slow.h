#ifndef VIEW_SLOW_H
#define VIEW_SLOW_H
/* The collector in slow motion: what the collection under way has found out about each object
 * so far, and which references it has followed. Read from the journal; sources of what the
 * phases mean: model/collector.c. */
#include "trace/cursor.h"

/* What an object is to the collection. */
typedef enum Role {
    ROLE_NONE,        /* not in question: in an older generation, or not tracked */
    ROLE_EXAMINED,    /* nothing is known of it yet: it has gc_refs */
    ROLE_REACHABLE,   /* something outside leads to it: it survives */
    ROLE_APART,       /* tentatively unreachable: it may be reached yet */
    ROLE_UNREACHABLE, /* nothing outside leads to it */
} Role;

/* A reference that subtract_refs has followed. */
typedef struct Followed {
    ObjectId from, target;
} Followed;

/* Zero is the state without a collection. */
typedef struct Slow {
    const Trace *trace;
    const Cursor *cursor;         /* the moment */
    const Collection *collection; /* under way; NULL: none */
    CollectPhase phase;           /* PHASE_IDLE where none is under way */
    Cursor opened;                /* when all that are examined had been given gc_refs */
    Followed *followed;
    size_t followed_count, followed_capacity;
    Followed current; /* the reference that it follows at this moment; from 0: none */
    uint32_t ordinal; /* of `current` among those from the same object to the same target */
} Slow;

/* References that are remembered as followed. */
enum { SLOW_FOLLOWED_MOST = 4096 };

void slow_init(Slow *slow, const Trace *trace);
void slow_done(Slow *slow);
/* Fills it for a moment whose last Changes are [since, cursor->change). */
void slow_look(Slow *slow, const Cursor *cursor, uint32_t since);

Role slow_role(const Slow *slow, ObjectId id);
/* The object's gc_refs; false where it has none (any more). */
bool slow_refs(const Slow *slow, ObjectId id, uint32_t *ret_refs);
/* Has the ordinal-th reference from one object to another been subtracted? The attributes of an
 * object may be held by a dict of its own. */
bool slow_is_followed(const Slow *slow, ObjectId from, ObjectId target, uint32_t ordinal);
bool slow_is_current(const Slow *slow, ObjectId from, ObjectId target, uint32_t ordinal);
/* How many objects of the program the collection examines. */
uint32_t slow_examined(const Slow *slow);

/* The phase as CPython's functions go through them: of the second look at what finalizers may
 * have brought back it says PHASE_FINALIZE. */
CollectPhase slow_phase(const Collection *collection, uint32_t change);

#endif
