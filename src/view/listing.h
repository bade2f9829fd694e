#ifndef VIEW_LISTING_H
#define VIEW_LISTING_H
/* The texts that a recording steps through: the program, and the modules beside it that it
 * imports. The source panel shows one of them at a time. */
#include "trace/trace.h"
#include "view/source_lines.h"

/* How a source is set: chosen once, so that all of it fits if it can. */
typedef struct SourceSetting {
    double size, line_height;
    double gutter; /* from the panel's left edge to the text */
    uint32_t rows;
    bool is_normal; /* or larger: the type is not set small to make all of it fit */
} SourceSetting;

typedef struct Listing {
    const Source *source;
    ColouredSource colours;
    SourceLines lines;
    SourceSetting setting; /* page_layout.c */
} Listing;

typedef struct Listings {
    Listing *items; /* the program's first */
    uint32_t count; /* at least 1 */
} Listings;

/* Lives in the region; the library's modules have none. */
Listings listings_create(const Trace *trace, Region *region);
/* The listing that a code object is of; NULL for none. */
const Listing *listing_of(Listings listings, const Trace *trace, const Code *code);

#endif
