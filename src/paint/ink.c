#include "paint/ink.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "paint/shape.h"

enum {
    BUCKET_COUNT = 4096,
    BYTE_LIMIT = 64 * 1024 * 1024, /* of coverage; about 20,000 labels at 1080 lines */
    COVER_LEVELS = 16,
    /* Larger text than this is beyond every page, and SDL_ttf's integers. */
    SIZE_LIMIT = 1000,
};

/* What tells one ink from another. */
typedef struct InkKey {
    FontFace face;
    int size;  /* in 1/72 of a pixel, as fonts are opened */
    int width; /* in 1/4 of a pixel */
} InkKey;

typedef struct Entry {
    struct Entry *next; /* in the bucket */
    InkKey key;
    Slice text; /* behind the entry */
    uint64_t hash, used;
    size_t bytes;
    Ink ink;
} Entry;

struct InkCache {
    Fonts *fonts;
    Shape shape;
    Entry *buckets[BUCKET_COUNT];
    size_t bytes;
    uint64_t frame;
};

/* A line's place in one rendered piece. */
typedef struct Rendering {
    SDL_Surface *surface;
    int baseline; /* rows from the top */
    double scale; /* of a fixed picture; 1 otherwise */
} Rendering;

InkCache *ink_create(Fonts *fonts)
{
    InkCache *cache = memory_allocate(sizeof(InkCache));
    cache->fonts = fonts;
    return cache;
}

static void destroy_entry(Entry *entry)
{
    for (uint32_t i = 0; i < entry->ink.part_count; i++)
        cairo_surface_destroy(entry->ink.parts[i].surface);
    free(entry->ink.parts);
    free(entry);
}

/* Drops the entries that no frame since `frame` has used. */
static void drop_before(InkCache *cache, uint64_t frame)
{
    for (size_t i = 0; i < BUCKET_COUNT; i++) {
        for (Entry **link = &cache->buckets[i]; *link;) {
            Entry *entry = *link;
            if (entry->used >= frame) {
                link = &entry->next;
                continue;
            }
            *link = entry->next;
            cache->bytes -= entry->bytes;
            destroy_entry(entry);
        }
    }
}

void ink_destroy(InkCache *cache)
{
    if (!cache)
        return;
    drop_before(cache, UINT64_MAX);
    shape_done(&cache->shape);
    free(cache);
}

void ink_begin(InkCache *cache)
{
    if (cache->bytes > BYTE_LIMIT)
        drop_before(cache, cache->frame);
    cache->frame++;
}

static uint64_t hash_of(Slice text, InkKey key)
{
    uint64_t hash = 14695981039346656037U;
    const int parts[3] = {(int)key.face, key.size, key.width};
    for (size_t i = 0; i < 3; i++)
        hash = (hash ^ (uint64_t)(unsigned int)parts[i]) * 1099511628211U;
    for (size_t i = 0; i < text.length; i++)
        hash = (hash ^ (unsigned char)text.bytes[i]) * 1099511628211U;
    return hash ^ hash >> 32;
}

/* SDL_ttf moves a line down when a glyph rises above the font's ascent; this is by how much. */
static int rise(TTF_Font *font, const char *string)
{
    int highest = TTF_FontAscent(font), ascent = highest;
    size_t length = strlen(string);
    for (size_t at = 0; at < length;) {
        uint32_t point;
        size_t step = utf8_decode(string + at, length - at, &point);
        int top;
        if (TTF_GlyphMetrics32(font, point, NULL, NULL, NULL, &top, NULL) == 0 && top > highest)
            highest = top;
        at += step ? step : 1;
    }
    return highest - ascent;
}

/* The part of a rendering that is not empty. */
static SDL_Rect find_inked(const SDL_Surface *surface)
{
    int left = surface->w, right = 0, top = surface->h, bottom = 0;
    for (int y = 0; y < surface->h; y++) {
        const uint32_t *row = (const uint32_t *)(const void *)((const char *)surface->pixels +
                                                               y * surface->pitch);
        for (int x = 0; x < surface->w; x++) {
            if (row[x] >> 24 == 0)
                continue;
            left = x < left ? x : left;
            right = x >= right ? x + 1 : right;
            top = y < top ? y : top;
            bottom = y + 1;
        }
    }
    if (right <= left)
        return (SDL_Rect){0, 0, 0, 0};
    return (SDL_Rect){left, top, right - left, bottom - top};
}

static uint32_t quantise(uint32_t coverage)
{
    const uint32_t steps = COVER_LEVELS - 1;
    return (coverage * steps + 127) / 255 * (255 / steps);
}

static cairo_surface_t *copy_coverage(const SDL_Surface *source, SDL_Rect area)
{
    cairo_surface_t *copy = cairo_image_surface_create(CAIRO_FORMAT_A8, area.w, area.h);
    unsigned char *to = cairo_image_surface_get_data(copy);
    if (!to)
        return copy;
    int stride = cairo_image_surface_get_stride(copy);
    for (int y = 0; y < area.h; y++) {
        const char *line = (const char *)source->pixels + (area.y + y) * source->pitch;
        const uint32_t *row = (const uint32_t *)(const void *)line;
        for (int x = 0; x < area.w; x++)
            to[y * stride + x] = (unsigned char)quantise(row[area.x + x] >> 24);
    }
    cairo_surface_mark_dirty(copy);
    return copy;
}

static uint32_t premultiply(uint32_t pixel)
{
    uint32_t alpha = pixel >> 24, result = alpha << 24;
    for (int shift = 0; shift < 24; shift += 8)
        result |= ((pixel >> shift & 0xFF) * alpha + 127) / 255 << shift;
    return result;
}

static cairo_surface_t *copy_colours(const SDL_Surface *source, double scale)
{
    cairo_surface_t *whole =
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, source->w, source->h);
    unsigned char *to = cairo_image_surface_get_data(whole);
    int stride = to ? cairo_image_surface_get_stride(whole) : 0;
    for (int y = 0; to && y < source->h; y++) {
        const char *line = (const char *)source->pixels + y * source->pitch;
        const uint32_t *row = (const uint32_t *)(const void *)line;
        uint32_t *out = (uint32_t *)(void *)(to + y * stride);
        for (int x = 0; x < source->w; x++)
            out[x] = premultiply(row[x]);
    }
    cairo_surface_mark_dirty(whole);
    cairo_surface_t *scaled = cairo_image_surface_create(
        CAIRO_FORMAT_ARGB32, (int)ceil(source->w * scale), (int)ceil(source->h * scale));
    cairo_t *cairo = cairo_create(scaled);
    cairo_scale(cairo, scale, scale);
    cairo_set_source_surface(cairo, whole, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_BEST);
    cairo_paint(cairo);
    cairo_destroy(cairo);
    cairo_surface_destroy(whole);
    return scaled;
}

static bool render(Fonts *fonts, FontFileId file, const char *string, double pixels,
                   double stretch, Rendering *ret_rendering)
{
    TTF_Font *font = fonts_open(fonts, file, pixels, stretch);
    if (!font || string[0] == '\0')
        return false;
    SDL_Surface *surface =
        TTF_RenderUTF8_Blended(font, string, (SDL_Color){255, 255, 255, 255});
    if (!surface)
        return false;
    *ret_rendering = (Rendering){surface, TTF_FontAscent(font) + rise(font, string), 1};
    if (fonts_file(fonts, file)->fixed)
        ret_rendering->scale = pixels * shape_fixed_height() / TTF_FontHeight(font);
    return true;
}

/* Draws a piece and appends it to the ink. */
static void add_part(InkCache *cache, Entry *entry, const Piece *piece, double pixels,
                     double stretch)
{
    Rendering rendering;
    const char *string = cache->shape.bytes.bytes + piece->start;
    if (!render(cache->fonts, piece->file, string, pixels, stretch, &rendering))
        return;
    InkPart part = {.x = (piece->offset - piece->lead) * pixels * stretch};
    SDL_Rect area = find_inked(rendering.surface);
    if (rendering.scale != 1) {
        part.surface = copy_colours(rendering.surface, rendering.scale);
        part.colour = true;
        part.y = -(int)lround(rendering.baseline * rendering.scale);
    } else if (area.w > 0) {
        part.surface = copy_coverage(rendering.surface, area);
        part.x += area.x;
        part.y = area.y - rendering.baseline;
    }
    SDL_FreeSurface(rendering.surface);
    if (!part.surface)
        return;
    part.width = cairo_image_surface_get_width(part.surface);
    part.height = cairo_image_surface_get_height(part.surface);
    entry->bytes += (size_t)cairo_image_surface_get_stride(part.surface) * (size_t)part.height;
    entry->ink.parts[entry->ink.part_count++] = part;
}

static void fill(InkCache *cache, Entry *entry, double pixels, double width)
{
    shape_text(cache->fonts, entry->text, entry->key.face, &cache->shape);
    double natural = cache->shape.width * pixels, stretch = 1;
    /* Below half a pixel the eye sees no difference, and a font of its own would be opened. */
    if (width > 0 && natural > 0 && fabs(width - natural) > 0.5)
        stretch = fmin(fmax(width / natural, 0.25), 4);
    entry->ink.width = natural * stretch;
    entry->ink.parts = memory_allocate((cache->shape.count + 1) * sizeof(InkPart));
    for (size_t i = 0; i < cache->shape.count; i++)
        add_part(cache, entry, &cache->shape.items[i], pixels, stretch);
}

static Entry *create_entry(Slice text, InkKey key, uint64_t hash)
{
    Entry *entry = memory_allocate(sizeof(Entry) + text.length);
    char *copy = (char *)(entry + 1);
    if (text.length)
        memcpy(copy, text.bytes, text.length);
    entry->text = (Slice){copy, text.length};
    entry->key = key;
    entry->hash = hash;
    entry->bytes = sizeof(Entry) + text.length;
    return entry;
}

const Ink *ink_find(InkCache *cache, Slice text, FontFace face, double pixels, double width)
{
    pixels = fmin(pixels, SIZE_LIMIT);
    InkKey key = {face, (int)lround(pixels * 72), (int)lround(fmin(width, 1e6) * 4)};
    uint64_t hash = hash_of(text, key);
    Entry **bucket = &cache->buckets[hash % BUCKET_COUNT];
    for (Entry *entry = *bucket; entry; entry = entry->next) {
        if (entry->hash == hash && entry->key.face == face && entry->key.size == key.size &&
            entry->key.width == key.width && slice_equal(entry->text, text)) {
            entry->used = cache->frame;
            return &entry->ink;
        }
    }
    Entry *entry = create_entry(text, key, hash);
    /* From the rounded sizes, so that the first to come does not decide for the others. */
    fill(cache, entry, key.size / 72.0, key.width / 4.0);
    entry->used = cache->frame;
    entry->next = *bucket;
    *bucket = entry;
    cache->bytes += entry->bytes;
    return &entry->ink;
}
