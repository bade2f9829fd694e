#ifndef RUN_CHARMAP_H
#define RUN_CHARMAP_H
/* Encodings of one byte a character whose lower half is ASCII: code pages, ISO 8859, KOI8.
 * Law: a table is text; nothing here raises. */
#include <stdint.h>

enum { CHARMAP_NONE = 0x110000 }; /* past every code point */

typedef struct Charmap Charmap;

/* By a normalised name between spaces (" cp1252 "); NULL: none. */
const Charmap *charmap_find(const char *spelling);
/* What a byte stands for; CHARMAP_NONE: nothing. */
uint32_t charmap_point(const Charmap *charmap, unsigned char byte);
/* The byte of a code point; -1: it has none. */
int charmap_byte(const Charmap *charmap, uint32_t wanted);

#endif
