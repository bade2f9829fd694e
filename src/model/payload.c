#include "model/payload.h"

#include <stdlib.h>

#include "base/list.h"
#include "base/memory.h"
#include "model/state.h"

void payloads_done(Payloads *payloads)
{
    for (size_t page = 0; page < payloads->page_count; page++)
        free(payloads->pages[page]);
    free(payloads->pages);
    *payloads = (Payloads){0};
}

void payloads_reserve(Payloads *payloads, size_t page)
{
    payloads->pages = list_reserve(payloads->pages, &payloads->page_capacity, page + 1,
                                   sizeof *payloads->pages);
    while (payloads->page_count <= page)
        payloads->pages[payloads->page_count++] =
            memory_allocate(OBJECT_PAGE * sizeof(Payload));
}
