#ifndef VIEW_CENSUS_H
#define VIEW_CENSUS_H
/* One walk through a recording that finds everything that is ever drawn: every object's places (one for each
 * band that it is seen in), every name's row, every arrow. What layout.c then arranges.
 * Moments are counted in half steps: 2 · k is step k, 2 · k − 1 what lies between it and the one before. */
#include "view/layout.h"
#include "view/sight.h"

/* A name of a scope and its row; names of one scope are chained. */
typedef struct NameRow {
    Slice name;
    uint32_t local; /* index of a fast local; of a namespace: order of appearance */
    uint32_t row;
    uint32_t next;  /* NO_NAME: the last */
} NameRow;
enum { NO_NAME = UINT32_MAX, NO_PLACE = UINT32_MAX };

/* The names of a function's frames at one depth of the stack (never alive at the same time: their calls share
 * the place), or of a namespace. */
typedef struct Scope {
    const Code *code; /* of a function; else NULL */
    ObjectId names_of; /* the namespace; else 0 */
    uint32_t depth;
    uint32_t names;  /* the first; NO_NAME: none */
    uint32_t place;
} Scope;

typedef struct Census {
    const Trace *trace;
    Measure measure;
    Sight sight;
    Region region;
    Place *places;
    size_t place_count, place_capacity;
    ObjectId *place_objects; /* by place: the object; 0: a scope */
    size_t object_capacity;
    Arrow *arrows;
    size_t arrow_count, arrow_capacity;
    uint32_t *arrow_table; /* index + 1 by hash of (from, row, to) */
    size_t table_capacity;
    uint32_t (*object_places)[AREA_STACK]; /* by id: place + 1 in each area */
    uint32_t *keys;      /* by id: key + 1 */
    uint32_t key_count;
    Scope *scopes;
    size_t scope_count, scope_capacity;
    NameRow *names;
    size_t name_count, name_capacity;
    uint32_t left_out;   /* objects beyond CENSUS_OBJECTS */
} Census;
enum { CENSUS_OBJECTS = 600 };

Census *census_create(const Trace *trace, Measure measure, SightOptions options);
void census_destroy(Census *census);

/* The area of an object now. */
Area census_area(const State *state, ObjectId id);
/* Its place in that area, else the one that it has; NO_PLACE where it never got one. */
uint32_t census_place(const Census *census, const State *state, ObjectId id);
/* The scope of a frame; NULL where it was never seen. */
const Scope *census_scope(const Census *census, const Cursor *cursor, ObjectId frame, uint32_t depth);
/* The row of a name in a scope; NO_NAME where it never had one. */
uint32_t census_row(const Census *census, const Scope *scope, const Binding *binding, uint32_t index);
/* The arrow between two places; NO_PLACE where there never was one. */
uint32_t census_arrow(const Census *census, uint32_t from, uint32_t row, uint32_t to);

#endif
