#include "view/listing.h"

static Listing make(const Source *source, Region *region)
{
    ColouredSource colours = lang_colours(source, region);
    return (Listing){
        .source = source, .colours = colours, .lines = source_lines(source, colours, region)};
}

static const Listing *find(Listings listings, const Source *source)
{
    for (uint32_t i = 0; source && i < listings.count; i++)
        if (listings.items[i].source == source)
            return &listings.items[i];
    return NULL;
}

Listings listings_create(const Trace *trace, Region *region)
{
    Listings listings = {region_allocate(region, (trace->program_count + 1) * sizeof(Listing)),
                         1};
    listings.items[0] = make(trace->source, region);
    for (uint32_t i = 0; i < trace->program_count; i++) {
        const Program *program = trace->programs[i];
        if (!program->is_library && !find(listings, program->source))
            listings.items[listings.count++] = make(program->source, region);
    }
    return listings;
}

const Listing *listing_of(Listings listings, const Trace *trace, const Code *code)
{
    return find(listings, trace_source(trace, code));
}
