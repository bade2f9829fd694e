#ifndef VIEW_CAPTION_FACTS_H
#define VIEW_CAPTION_FACTS_H
/* What became different between two moments, as far as a reader of the program sees it: names,
 * items and attributes, counts, births, deaths, garbage, calls, collections. Found by comparing
 * the two states at the places that the Changes between them touched. Of each kind the first
 * FACT_LIMIT are kept. */
#include "trace/cursor.h"

enum { FACT_LIMIT = 32 };

/* A name is bound otherwise than before. 0: unbound. */
typedef struct NameFact {
    Slice name;
    ObjectId frame;
    ObjectId before, after;
    bool is_parameter;
} NameFact;

/* An item or attribute of an object that lives before and after. */
typedef struct SlotFact {
    ObjectId holder;
    Reference before, after; /* target 0: there was or is none */
} SlotFact;

/* The stored count of an object that lives after. */
typedef struct CountFact {
    ObjectId id;
    uint32_t before, after; /* before 0: it is new */
} CountFact;

typedef struct DeathFact {
    ObjectId id;
    ObjectId through; /* the dying object that held it last; 0: a root of the cascade */
    bool collected;   /* the collector cleared it */
    bool kept;        /* its memory went to a free list */
} DeathFact;

typedef struct ReturnFact {
    ObjectId frame;
    uint32_t how; /* CHANGE_RETURN's index: 0 value, 1 exception, 2 yield */
} ReturnFact;

typedef struct CollectionFact {
    uint32_t generation;
    uint32_t examined; /* objects of the program in what is collected */
    uint32_t unreachable;
    uint32_t freed;     /* of them */
    uint32_t survivors; /* objects of the program that are tracked on */
    bool finished;
} CollectionFact;

/* Bytes of an object (sys.getsizeof) that lives before and after. */
typedef struct SizeFact {
    ObjectId id;
    uint64_t before, after;
} SizeFact;

typedef struct Facts {
    const Cursor *before, *after;
    NameFact names[FACT_LIMIT];
    SlotFact slots[FACT_LIMIT];
    CountFact counts[FACT_LIMIT];
    DeathFact deaths[FACT_LIMIT];
    SizeFact sizes[FACT_LIMIT];
    ReturnFact returns[FACT_LIMIT];
    CollectionFact collections[FACT_LIMIT];
    ObjectId births[FACT_LIMIT]; /* with a number, alive after */
    ObjectId garbage[FACT_LIMIT];
    uint32_t name_count, slot_count, count_count, death_count, size_count, return_count,
        collection_count, birth_count, garbage_count; /* all of them, kept or not */
    ObjectId entered;  /* the innermost frame that was called and still runs */
    ObjectId raised;   /* the exception raised last */
    ObjectId permuted; /* a container whose items were put in a new order */
    ObjectId grown;    /* a str that was made longer in place */
    uint32_t output_before, output_after; /* bytes */
} Facts;

/* Compares the states at Changes `since` and `after->change`; `back` is moved to `since` and
 * becomes facts->before. */
void facts_collect(Facts *facts, Cursor *back, const Cursor *after, uint32_t since);

/* The frame that has the same names at a cursor's moment: itself, or, for the module's frame in
 * a program typed at a prompt (each statement has a frame of its own), the one of that moment.
 * 0: there is none. */
ObjectId facts_frame_at(const Cursor *cursor, ObjectId frame);
/* How many facts of a kind were kept. */
static inline uint32_t facts_kept(uint32_t count)
{
    return count < FACT_LIMIT ? count : FACT_LIMIT;
}
/* Did the object exist at a cursor's moment? */
static inline bool facts_alive(const Cursor *cursor, ObjectId id)
{
    return state_alive(&cursor->state, id);
}

#endif
