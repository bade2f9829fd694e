#include "model/journal.h"

#include <stdlib.h>

#include "base/list.h"
#include "base/memory.h"

void journal_done(Journal *journal)
{
    for (size_t i = 0; i < journal->chunk_capacity; i++)
        free(journal->chunks[i]);
    free(journal->chunks);
    free(journal->spans.items);
    *journal = (Journal){0};
}

void journal_grow(Journal *journal)
{
    size_t chunk = journal->count >> JOURNAL_CHUNK_BITS;
    journal->chunks = list_reserve(journal->chunks, &journal->chunk_capacity, chunk + 1,
                                   sizeof *journal->chunks);
    journal->chunks[chunk] = memory_resize(NULL, JOURNAL_CHUNK * sizeof(Change));
    journal->full = journal_bytes(journal) > journal->byte_limit;
}

size_t journal_bytes(const Journal *journal)
{
    return journal->count * sizeof(Change) + journal->spans.count * sizeof(uint32_t);
}
