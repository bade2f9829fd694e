#ifndef PAINT_FONTS_H
#define PAINT_FONTS_H
/* The font files behind the four faces, found through fontconfig, with others for characters
 * that a face lacks; and the SDL_ttf fonts opened on them. Its law: what fontconfig and the
 * files say decides, nothing else, so that every run chooses alike. SDL's video is never
 * touched. SDL_ttf keeps one FreeType library for the whole process: Fonts serve one thread at
 * a time. */
#include <SDL_ttf.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"
#include "scene/scene.h"

typedef struct Fonts Fonts;

/* A file as fontconfig names it; other drawers (PDF) can open the same. */
typedef struct FontFile {
    char *path;
    long index;     /* the face inside the file, with a named instance in the upper 16 bits */
    bool embolden;  /* bold is wanted and the file is not: strokes are thickened */
    bool fixed;     /* ready-made pictures of one size (colour emoji): scaled after drawing */
    bool monospace; /* every glyph as wide as the next */
} FontFile;

/* Which file, as an index for fonts_file. The first FONT_COUNT are the faces' own. */
typedef uint32_t FontFileId;

/* Finds Inter (else DejaVu Sans, else what fontconfig calls sans-serif) and JetBrains Mono
 * (else DejaVu Sans Mono, else monospace). NULL with a sentence in `ret_error` where no font
 * can be opened. */
Fonts *fonts_create(Text *ret_error);
void fonts_destroy(Fonts *fonts);

/* Valid as long as the fonts. */
const FontFile *fonts_file(const Fonts *fonts, FontFileId id);
/* The file that draws a character in a face: the face's own where it has the character or
 * nothing has. */
FontFileId fonts_choose(Fonts *fonts, FontFace face, uint32_t point);
/* The font of a file at 1000 pixels to the em, unhinted, for measuring. Valid as long as the
 * fonts. */
TTF_Font *fonts_probe(Fonts *fonts, FontFileId id);
/* A font of `pixels` to the em, its glyphs `stretch` times as wide as drawn by its designer.
 * NULL where the file cannot be read (any more). Valid until the next call. */
TTF_Font *fonts_open(Fonts *fonts, FontFileId id, double pixels, double stretch);

#endif
