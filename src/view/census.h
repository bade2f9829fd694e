#ifndef VIEW_CENSUS_H
#define VIEW_CENSUS_H
/* One walk through a recording that finds everything that is ever drawn: every object's places
 * (one for each band that it is seen in), every name's row, every arrow. What layout.c then
 * arranges. Moments are counted in half steps: 2 · k is step k, 2 · k − 1 what lies between it
 * and the one before. */
#include "view/layout.h"
#include "view/sight.h"

/* A name of a scope and its row; names of one scope are chained. */
typedef struct NameRow {
    Slice name;
    uint32_t local; /* index of a fast local; of a namespace: order of appearance */
    uint32_t row;
    uint32_t first; /* of a namespace: the moment from which on it had been bound */
    uint32_t next; /* NO_NAME: the last */
} NameRow;
enum { NO_NAME = UINT32_MAX, NO_PLACE = UINT32_MAX };

/* The names of a function's frames at one depth of the stack (never alive at the same time:
 * their calls share the place), or of a namespace. */
typedef struct Scope {
    const Code *code;  /* of a function; else NULL */
    ObjectId names_of; /* the namespace; else 0 */
    uint32_t depth;
    uint32_t names; /* the first; NO_NAME: none */
    uint32_t place;
} Scope;

/* While an object is seen it stays at one place. In long recordings a place that it has left
 * may be another's by the time it is back: then it has several stays, chained from the last to
 * the first. */
typedef struct Stay {
    uint32_t place;
    uint32_t first;  /* moment */
    uint32_t until;  /* the moment when the place became another's; UINT32_MAX: never */
    uint32_t before; /* the stay before it + 1 */
} Stay;

typedef struct Census {
    const Trace *trace;
    Measure measure;
    Sight sight;
    Place *places;
    size_t place_count, place_capacity;
    struct Owner *owners; /* by place: who is there, or was last */
    size_t owner_capacity;
    bool recycles; /* places are given on when their owner is no more to be seen */
    Stay *stays;
    size_t stay_count, stay_capacity;
    Arrow *arrows;
    size_t arrow_count, arrow_capacity;
    uint32_t *arrow_table; /* index + 1 by hash of (from, row, to) */
    size_t table_capacity;
    uint32_t (*object_stays)[AREA_STACK]; /* by id: the last stay + 1 in each area */
    uint32_t *keys;                       /* by id: key + 1 */
    uint8_t *measured;                    /* by id: rows with which it was measured, + 1 */
    uint32_t key_count;
    Scope *scopes;
    size_t scope_count, scope_capacity;
    NameRow *names;
    size_t name_count, name_capacity;
} Census;
enum {
    CENSUS_PLACES =
        400, /* at most; what finds none is written into the rows that refer to it */
    CENSUS_OWN_PLACES = 100, /* up to so many every object has places of its own */
};

Census *census_create(const Trace *trace, Measure measure, SightOptions options);
void census_destroy(Census *census);

/* The area of an object now. */
Area census_area(const State *state, ObjectId id);
/* The moment that a cursor is at. */
uint32_t census_moment(const Census *census, const Cursor *cursor);
/* An object's place now, in its area or else the one that it has; NO_PLACE where it never got
 * one. */
uint32_t census_place(const Census *census, const Cursor *cursor, ObjectId id);
/* The scope of a frame; NULL where it was never seen. */
const Scope *census_scope(const Census *census, const Cursor *cursor, ObjectId frame,
                          uint32_t depth);
/* The row of a name in a scope; NO_NAME where it never had one. */
uint32_t census_row(const Census *census, const Scope *scope, const Binding *binding,
                    uint32_t index);
/* The arrow between two places; NO_PLACE where there never was one. */
uint32_t census_arrow(const Census *census, uint32_t from, uint32_t row, uint32_t to);

#endif
