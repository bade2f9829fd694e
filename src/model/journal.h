#ifndef MODEL_JOURNAL_H
#define MODEL_JOURNAL_H
/* All Changes of a run, in order, with their spans. Append-only; kept in chunks so that it
 * never moves and never needs twice its size. */
#include <stdbool.h>
#include <stddef.h>

#include "model/change.h"
#include "model/state.h"

enum { JOURNAL_CHUNK_BITS = 15, JOURNAL_CHUNK = 1 << JOURNAL_CHUNK_BITS };

typedef struct Journal {
    Change **chunks;
    size_t chunk_capacity;
    uint32_t count;
    Spans spans;
    size_t byte_limit; /* beyond it `full` is set; the run then ends with a message */
    bool keeps;        /* false: `heapstep run`, Changes are dropped as they are made */
    bool full;
} Journal;

/* The default of Journal.byte_limit. */
enum { JOURNAL_BYTE_LIMIT = 1 << 30 };

void journal_done(Journal *journal);
/* Room for one chunk more. */
void journal_grow(Journal *journal);
/* The journal's size in host memory, in bytes. */
size_t journal_bytes(const Journal *journal);

/* Appends; returns its index. */
static inline uint32_t journal_append(Journal *journal, Change change)
{
    uint32_t place = journal->count & (JOURNAL_CHUNK - 1);
    if (!place)
        journal_grow(journal);
    journal->chunks[journal->count >> JOURNAL_CHUNK_BITS][place] = change;
    return journal->count++;
}

static inline const Change *journal_at(const Journal *journal, uint32_t index)
{
    return &journal->chunks[index >> JOURNAL_CHUNK_BITS][index & (JOURNAL_CHUNK - 1)];
}

#endif
