#include "model/payload.h"

#include <stdlib.h>

void payloads_done(Payloads *payloads)
{
    for (size_t page = 0; page < payloads->page_count; page++)
        free(payloads->pages[page]);
    free(payloads->pages);
    *payloads = (Payloads){0};
}
