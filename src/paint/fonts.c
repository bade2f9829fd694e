#include "paint/fonts.h"

#include <fontconfig/fontconfig.h>
#include <math.h>
#include <stdlib.h>
#include <strings.h>

#include "base/list.h"
#include "base/memory.h"

enum {
    FILE_LIMIT = 64, /* the faces' files and those for what they lack */
    OPEN_LIMIT = 64, /* fonts kept open: a picture has about thirty faces and sizes */
    DPI_LIMIT = 720 * 1000,
    PROBE_PIXELS = 1000,
};

/* A font opened for drawing. */
typedef struct OpenFont {
    FontFileId file;
    unsigned int horizontal, vertical; /* dots per inch, at one point to the em */
    uint64_t used;                     /* the clock when last asked for */
    TTF_Font *font;                    /* NULL: the slot is free */
} OpenFont;

/* What fonts_choose found for a character that a face lacks. */
typedef struct Substitute {
    uint32_t point;
    FontFace face;
    FontFileId file;
} Substitute;

struct Fonts {
    FcConfig *config; /* our own, so that no other user of fontconfig changes it */
    FontFile files[FILE_LIMIT];
    TTF_Font *probes[FILE_LIMIT]; /* one font on each file, to ask what it has */
    uint32_t file_count;
    OpenFont open[OPEN_LIMIT];
    uint64_t clock;
    struct { /* in the order found: pictures hold few of them */
        Substitute *items;
        size_t count, capacity;
    } substitutes;
};

/* A face's families, the preferred one first; the last is fontconfig's own word and always
 * matches. */
typedef struct FaceRule {
    const char *families[3];
    bool bold;
} FaceRule;

static const FaceRule FACE_RULES[FONT_COUNT] = {
    [FONT_SANS] = {{"Inter", "DejaVu Sans", "sans-serif"}, false},
    [FONT_SANS_BOLD] = {{"Inter", "DejaVu Sans", "sans-serif"}, true},
    [FONT_MONO] = {{"JetBrains Mono", "DejaVu Sans Mono", "monospace"}, false},
    [FONT_MONO_BOLD] = {{"JetBrains Mono", "DejaVu Sans Mono", "monospace"}, true},
};

/* One point to the em makes the dots per inch the size: fractions of a pixel in steps of 1/72.
 */
static unsigned int dots_per_inch(double pixels)
{
    return (unsigned int)fmin(fmax(floor(pixels * 72 + 0.5), 1), DPI_LIMIT);
}

static FcPattern *ask(const Fonts *fonts, const char *family, bool bold,
                      const FcCharSet *characters)
{
    FcPattern *wanted = FcPatternCreate();
    FcPatternAddString(wanted, FC_FAMILY, (const FcChar8 *)family);
    FcPatternAddInteger(wanted, FC_WEIGHT, bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FcPatternAddInteger(wanted, FC_SLANT, FC_SLANT_ROMAN);
    FcPatternAddInteger(wanted, FC_WIDTH, FC_WIDTH_NORMAL);
    /* SDL_ttf cannot set a variable font's axes, only open its named instances. */
    FcPatternAddBool(wanted, FC_VARIABLE, FcFalse);
    /* Not the user's language: the picture must not depend on the environment. */
    FcPatternAddString(wanted, FC_LANG, (const FcChar8 *)"en");
    if (characters)
        FcPatternAddCharSet(wanted, FC_CHARSET, characters);
    FcConfigSubstitute(fonts->config, wanted, FcMatchPattern);
    FcDefaultSubstitute(wanted);
    FcResult result;
    FcPattern *found = FcFontMatch(fonts->config, wanted, &result);
    FcPatternDestroy(wanted);
    return found;
}

static bool has_family(const FcPattern *found, const char *family)
{
    FcChar8 *name;
    for (int i = 0; FcPatternGetString(found, FC_FAMILY, i, &name) == FcResultMatch; i++) {
        if (strcasecmp((const char *)name, family) == 0)
            return true;
    }
    return false;
}

static bool describe(const FcPattern *found, bool bold, FontFile *ret_file)
{
    FcChar8 *path;
    if (FcPatternGetString(found, FC_FILE, 0, &path) != FcResultMatch)
        return false;
    int index = 0, weight = FC_WEIGHT_REGULAR;
    FcPatternGetInteger(found, FC_INDEX, 0, &index);
    FcPatternGetInteger(found, FC_WEIGHT, 0, &weight);
    *ret_file = (FontFile){
        .path = memory_copy(path, strlen((const char *)path)),
        .index = index,
        .embolden = bold && weight < FC_WEIGHT_DEMIBOLD,
    };
    return true;
}

static TTF_Font *open_file(const FontFile *file, unsigned int horizontal, unsigned int vertical)
{
    TTF_Font *font = TTF_OpenFontIndexDPI(file->path, 1, file->index, horizontal, vertical);
    if (font && file->embolden)
        TTF_SetFontStyle(font, TTF_STYLE_BOLD);
    return font;
}

/* Takes a file over, opened for asking; false (and the file released) where it cannot be
 * opened. */
static bool adopt(Fonts *fonts, FontFile file)
{
    unsigned int dots = dots_per_inch(PROBE_PIXELS);
    TTF_Font *probe = open_file(&file, dots, dots);
    if (!probe) {
        free(file.path);
        return false;
    }
    TTF_SetFontHinting(probe, TTF_HINTING_NONE);
    /* Glyphs that are pictures come in the sizes that the file holds, whatever was asked for.
     */
    file.fixed = TTF_FontHeight(probe) < PROBE_PIXELS / 2;
    file.monospace = TTF_FontFaceIsFixedWidth(probe) != 0;
    fonts->files[fonts->file_count] = file;
    fonts->probes[fonts->file_count++] = probe;
    return true;
}

static bool find_face(Fonts *fonts, const FaceRule *rule)
{
    const size_t last = sizeof rule->families / sizeof *rule->families - 1;
    for (size_t i = 0; i <= last; i++) {
        FcPattern *found = ask(fonts, rule->families[i], rule->bold, NULL);
        if (!found)
            continue;
        FontFile file;
        bool usable = (i == last || has_family(found, rule->families[i])) &&
                      describe(found, rule->bold, &file) && adopt(fonts, file);
        FcPatternDestroy(found);
        if (usable)
            return true;
    }
    return false;
}

Fonts *fonts_create(Text *ret_error)
{
    if (TTF_Init() != 0) {
        text_append_format(ret_error, "cannot start the font library: %s", TTF_GetError());
        return NULL;
    }
    Fonts *fonts = memory_allocate(sizeof(Fonts));
    fonts->config = FcInitLoadConfigAndFonts();
    for (FontFace face = 0; face < FONT_COUNT; face++) {
        if (fonts->config && find_face(fonts, &FACE_RULES[face]))
            continue;
        text_append_format(ret_error, "no usable font: install %s or %s",
                           FACE_RULES[face].families[0], FACE_RULES[face].families[1]);
        fonts_destroy(fonts);
        return NULL;
    }
    return fonts;
}

void fonts_destroy(Fonts *fonts)
{
    if (!fonts)
        return;
    for (size_t i = 0; i < OPEN_LIMIT; i++) {
        if (fonts->open[i].font)
            TTF_CloseFont(fonts->open[i].font);
    }
    for (uint32_t i = 0; i < fonts->file_count; i++) {
        TTF_CloseFont(fonts->probes[i]);
        free(fonts->files[i].path);
    }
    free(fonts->substitutes.items);
    if (fonts->config)
        FcConfigDestroy(fonts->config);
    free(fonts);
    TTF_Quit();
}

const FontFile *fonts_file(const Fonts *fonts, FontFileId id)
{
    return &fonts->files[id];
}

TTF_Font *fonts_probe(Fonts *fonts, FontFileId id)
{
    return fonts->probes[id];
}

static FontFileId adopt_once(Fonts *fonts, FontFile file, FontFileId otherwise)
{
    for (FontFileId i = 0; i < fonts->file_count; i++) {
        const FontFile *known = &fonts->files[i];
        if (strcmp(known->path, file.path) == 0 && known->index == file.index &&
            known->embolden == file.embolden) {
            free(file.path);
            return i;
        }
    }
    if (fonts->file_count == FILE_LIMIT) {
        free(file.path);
        return otherwise;
    }
    return adopt(fonts, file) ? fonts->file_count - 1 : otherwise;
}

/* Asks fontconfig for a file with the character; the face's own where there is none. */
static FontFileId find_substitute(Fonts *fonts, FontFace face, uint32_t point)
{
    FcCharSet *characters = FcCharSetCreate();
    FcCharSetAddChar(characters, point);
    const FaceRule *rule = &FACE_RULES[face];
    FcPattern *found = ask(fonts, rule->families[1], rule->bold, characters);
    FontFileId chosen = (FontFileId)face;
    FontFile file;
    if (found && describe(found, rule->bold, &file))
        chosen = adopt_once(fonts, file, (FontFileId)face);
    if (!TTF_GlyphIsProvided32(fonts->probes[chosen], point))
        chosen = (FontFileId)face;
    if (found)
        FcPatternDestroy(found);
    FcCharSetDestroy(characters);
    return chosen;
}

FontFileId fonts_choose(Fonts *fonts, FontFace face, uint32_t point)
{
    if (TTF_GlyphIsProvided32(fonts->probes[face], point))
        return (FontFileId)face;
    for (size_t i = 0; i < fonts->substitutes.count; i++) {
        const Substitute *known = &fonts->substitutes.items[i];
        if (known->point == point && known->face == face)
            return known->file;
    }
    FontFileId file = find_substitute(fonts, face, point);
    fonts->substitutes.items =
        list_reserve(fonts->substitutes.items, &fonts->substitutes.capacity,
                     fonts->substitutes.count + 1, sizeof(Substitute));
    fonts->substitutes.items[fonts->substitutes.count++] = (Substitute){point, face, file};
    return file;
}

/* The slot that holds a font, or the one to take for it: a free one, else the longest unused.
 */
static OpenFont *find_slot(Fonts *fonts, const OpenFont *wanted)
{
    OpenFont *oldest = &fonts->open[0];
    for (size_t i = 0; i < OPEN_LIMIT; i++) {
        OpenFont *slot = &fonts->open[i];
        if (slot->font && slot->file == wanted->file &&
            slot->horizontal == wanted->horizontal && slot->vertical == wanted->vertical)
            return slot;
        if (slot->used < oldest->used)
            oldest = slot;
    }
    if (oldest->font)
        TTF_CloseFont(oldest->font);
    *oldest = *wanted;
    return oldest;
}

TTF_Font *fonts_open(Fonts *fonts, FontFileId id, double pixels, double stretch)
{
    OpenFont wanted = {.file = id,
                       .horizontal = dots_per_inch(pixels * stretch),
                       .vertical = dots_per_inch(pixels)};
    OpenFont *slot = find_slot(fonts, &wanted);
    if (!slot->font) {
        slot->font = open_file(&fonts->files[id], wanted.horizontal, wanted.vertical);
        if (!slot->font)
            return NULL;
        /* Lines of letters sit on whole pixels, their places along the line do not: sharp and
         * even. */
        TTF_SetFontHinting(slot->font, TTF_HINTING_LIGHT_SUBPIXEL);
    }
    slot->used = ++fonts->clock;
    return slot->font;
}
