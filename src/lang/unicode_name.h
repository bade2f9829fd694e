#ifndef LANG_UNICODE_NAME_H
#define LANG_UNICODE_NAME_H
/* The names of characters: \N{SNOWMAN}, unicodedata.name (Modules/unicodedata.c). The table is
 * made when heapstep is built (unicode_table.py). Law: nothing here knows a Python version;
 * what a version's Unicode data do not have yet is the caller's business. */
#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

/* The character of a name in any case, aliases included; false: there is none. */
bool unicode_point_of(Slice name, uint32_t *ret_point);
/* Appends the name of a character; false: it has none. */
bool unicode_name_of(uint32_t point, Text *ret_name);

/* --- the table: names in pages, each ended by a NUL and all in one page; sorted by name --- */
enum { UNICODE_PAGE = 4000 };
typedef struct UnicodeRow {
    uint32_t place; /* page * UNICODE_PAGE + where the name begins */
    uint32_t point : 24;
    uint32_t is_alias : 8;
} UnicodeRow;
extern const char unicode_pages[][UNICODE_PAGE];
extern const UnicodeRow unicode_rows[];
extern const size_t unicode_row_count;

#endif
