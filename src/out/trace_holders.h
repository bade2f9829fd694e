#ifndef OUT_TRACE_HOLDERS_H
#define OUT_TRACE_HOLDERS_H
/* Who holds what: for each object that is asked for, the rows that refer to it. For
 * trace_json.c. */
#include "out/json_text.h"
#include "trace/cursor.h"

typedef struct Holding {
    ObjectId held, holder;
    uint32_t count;
} Holding;

typedef struct Holders {
    Holding *items; /* by `held` */
    size_t count, capacity;
    ObjectId *rows; /* alive and able to hold; of the ids below `listed` */
    size_t row_count, row_capacity;
    ObjectId listed;
} Holders;

/* A number for each object, which is another one when others hold it. The cursor goes forward
 * only. */
void holders_sum(Holders *holders, const Cursor *cursor, uint64_t *ret_sums);

/* Looks through the whole heap as it is now for who holds the objects that are `wanted`, by id.
 */
void holders_find(Holders *holders, const Cursor *cursor, const uint8_t *wanted);
/* "holders": of one of them, as the schema has it. What is missing to `count` the interpreter
 * holds. */
void holders_put(const Holders *holders, const Cursor *cursor, ObjectId id, uint32_t count,
                 JsonText *json);
void holders_done(Holders *holders);

#endif
