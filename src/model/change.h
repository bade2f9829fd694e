#ifndef MODEL_CHANGE_H
#define MODEL_CHANGE_H
/* A Change: the smallest thing that can happen to the modelled memory. It does the step, undoes
 * it exactly, lights up the picture, and is the caption. state.c gives each kind its meaning,
 * in state_apply and state_undo, and nothing else writes to a State. A Change that writes a
 * reference moves the counts with it (the old target −1, the new one +1), so that stored counts
 * equal counted references between any two Changes. */
#include <stdint.h>

#include "model/object.h"

typedef enum ChangeKind {
    /* Marks: what the following Changes are part of. */
    CHANGE_INSTRUCTION, /* frame `target` goes from instruction `before` to `after` (lasti);
                           index: 1 where a statement starts */
    CHANGE_CALL,        /* frame `target` becomes the running one; before: the caller */
    CHANGE_RETURN, /* frame `target` ends or is suspended; after: the caller; index: 1 = by an
                      exception, 2 = by yield, 3 = it did not run */
    CHANGE_DEATH,  /* `target`'s count has fallen to 0: its deallocator starts */
    CHANGE_PHASE,  /* the collector goes from phase `before` to `after` (CollectPhase);
                      index: the generation; target: the number found, where it applies */
    CHANGE_OUTPUT, /* bytes [before, after) of the output were written; index: 1 stdout, 2
                      stderr */
    CHANGE_RAISE,  /* exception `target` is raised */
    /* Objects. */
    CHANGE_CREATE,  /* `target` is made: field kind, index flags, before type, after size in
                       bytes;  refcount 1, held by HAND; its block follows as FIELD changes of
                       its  own */
    CHANGE_DESTROY, /* `target` is gone: no slots, dict or tracking any more; before: kind */
    CHANGE_FIELD,   /* scalar `field` (Field): before -> after; of FIELD_GC_REFS index: the
                       object whose reference the collector followed, 0: none */
    /* References: counts move along. */
    CHANGE_REFERENCE, /* FIELD_TYPE or FIELD_DICT of `target`: before -> after */
    CHANGE_SLOT,      /* slots[index]: before -> after */
    CHANGE_PUSH,      /* `after` is appended to the slots */
    CHANGE_POP,       /* the last slot, `before`, is removed */
    CHANGE_STORE,     /* the last slot, `after`, moves to slots[index], which held `before` */
    CHANGE_TAKE,   /* the last `index` slots of `before` move to the end of `target`'s, in order
                    */
    CHANGE_SPLICE, /* span `before` of the journal: slots [index, …) removed and inserted */
    CHANGE_PERMUTE, /* span `before`: all slots in a new order */
    /* The collector's lists. */
    CHANGE_LINK,  /* `target` moves from list `before` to the end of list `after`; index: the
                     neighbour  before it in the old list */
    CHANGE_MERGE, /* all of list `before` moves to the end of list `after`; index: its first
                     object */
    /* Words. */
    CHANGE_MEMORY,   /* word `index` of table `field` (MemoryTable): before -> after */
    CHANGE_REGISTER, /* register `index` (Register): before -> after */
    CHANGE_KIND_COUNT,
} ChangeKind;

typedef enum Field {
    FIELD_TYPE,
    FIELD_DICT,
    FIELD_FLAGS,
    FIELD_BLOCK,
    FIELD_SIZE,
    FIELD_BODY,
    FIELD_BODY_SIZE,
    FIELD_GC_REFS,
    FIELD_A,
    FIELD_B,
    FIELD_C,
} Field;

typedef enum CollectPhase {
    PHASE_IDLE,
    PHASE_START,    /* younger generations merged in */
    PHASE_COPY,     /* update_refs: counts copied to gc_refs */
    PHASE_SUBTRACT, /* subtract_refs */
    PHASE_SPLIT,    /* move_unreachable, with those found reachable moved back */
    PHASE_WEAKREFS, /* handle_weakrefs */
    PHASE_FINALIZE, /* finalize_garbage */
    PHASE_CLEAR,    /* delete_garbage: tp_clear */
    PHASE_PROMOTE,  /* survivors join the next generation */
    PHASE_COUNT,
} CollectPhase;

typedef enum Register {
    REGISTER_FRAME, /* the running frame */
    REGISTER_PHASE,
    REGISTER_COLLECTING, /* generation + 1 while a collection runs */
    REGISTER_GC_COUNT0,
    REGISTER_GC_COUNT1,
    REGISTER_GC_COUNT2,
    REGISTER_GC_THRESHOLD0,
    REGISTER_GC_THRESHOLD1,
    REGISTER_GC_THRESHOLD2,
    REGISTER_GC_ENABLED,
    REGISTER_GC_LONG_LIVED_TOTAL,   /* survivors of the last full collection */
    REGISTER_GC_LONG_LIVED_PENDING, /* arrivals in generation 2 since then */
    REGISTER_GC_COLLECTIONS0,       /* gc.get_stats(), likewise the next ones */
    REGISTER_GC_COLLECTIONS1,
    REGISTER_GC_COLLECTIONS2,
    REGISTER_GC_COLLECTED0,
    REGISTER_GC_COLLECTED1,
    REGISTER_GC_COLLECTED2,
    REGISTER_LIVE,   /* live objects made by the program */
    REGISTER_BYTES,  /* bytes in use by them, second blocks included, as asked for */
    REGISTER_STDOUT, /* bytes written so far */
    REGISTER_STDERR,
    REGISTER_COUNT,
} Register;

/* No change: the cause of what happens before the first instruction. */
enum { CHANGE_NONE = UINT32_MAX };

typedef struct Change {
    uint8_t kind;  /* a ChangeKind */
    uint8_t field; /* a Field, an ObjectKind or a MemoryTable */
    uint16_t spare;
    ObjectId target;
    uint32_t index;
    uint32_t before, after;
    uint32_t
        cause; /* the index of the Change (instruction, death, phase …) that this is part of */
} Change;

#endif
