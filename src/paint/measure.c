#include "paint/measure.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/region.h"
#include "paint/shape.h"

/* Past so many strings all are forgotten and measured again: far more than a recording shows.
 */
enum { SLOT_COUNT = 1 << 16, ENTRY_LIMIT = SLOT_COUNT / 2 };

typedef struct Entry {
    Slice text; /* in the region; bytes NULL: the slot is free */
    FontFace face;
    double ems;
} Entry;

struct TextMeasure {
    Fonts *fonts;
    Shape shape;
    Region region;
    Entry *slots; /* open addressing */
    size_t count;
};

TextMeasure *measure_create(Fonts *fonts)
{
    TextMeasure *measure = memory_allocate(sizeof(TextMeasure));
    measure->fonts = fonts;
    measure->slots = memory_allocate(SLOT_COUNT * sizeof(Entry));
    return measure;
}

void measure_destroy(TextMeasure *measure)
{
    if (!measure)
        return;
    shape_done(&measure->shape);
    region_done(&measure->region);
    free(measure->slots);
    free(measure);
}

static size_t slot_of(Slice text, FontFace face)
{
    uint64_t hash = 14695981039346656037U + (uint64_t)face;
    for (size_t i = 0; i < text.length; i++)
        hash = (hash ^ (unsigned char)text.bytes[i]) * 1099511628211U;
    return (size_t)(hash ^ hash >> 32) % SLOT_COUNT;
}

/* The text's entry, or the free one where it belongs. */
static Entry *find(TextMeasure *measure, Slice text, FontFace face)
{
    size_t slot = slot_of(text, face);
    for (;; slot = (slot + 1) % SLOT_COUNT) {
        Entry *entry = &measure->slots[slot];
        if (!entry->text.bytes || (entry->face == face && slice_equal(entry->text, text)))
            return entry;
    }
}

static void forget(TextMeasure *measure)
{
    region_clear(&measure->region);
    memset(measure->slots, 0, SLOT_COUNT * sizeof(Entry));
    measure->count = 0;
}

double measure_ems(TextMeasure *measure, Slice text, FontFace face)
{
    if (text.length == 0)
        return 0;
    Entry *entry = find(measure, text, face);
    if (entry->text.bytes)
        return entry->ems;
    if (measure->count == ENTRY_LIMIT) {
        forget(measure);
        entry = find(measure, text, face);
    }
    shape_text(measure->fonts, text, face, &measure->shape);
    *entry = (Entry){region_slice(&measure->region, text), face, measure->shape.width};
    measure->count++;
    return entry->ems;
}

static double measure_width(void *context, Slice text, FontFace face, double size)
{
    return measure_ems(context, text, face) * size;
}

Measure measure_callback(TextMeasure *measure)
{
    return (Measure){measure_width, measure};
}
