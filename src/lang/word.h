#ifndef LANG_WORD_H
#define LANG_WORD_H
/* Identifiers (PEP 3131): XID_Start XID_Continue*, compared in their NFKC form. */
#include "base/region.h"
#include "base/text.h"

/* Whether an identifier may begin with this byte, or a character that begins with it. */
bool word_starts(char c);
/* Bytes of the word at the start of `text`: letters, digits, '_' and everything outside ASCII.
 */
size_t word_length(Slice text);
/* The first character that no identifier may hold there: its length in bytes, 0 where all is
 * well. */
size_t word_find_invalid(Slice word, size_t *ret_offset, uint32_t *ret_point);
/* The NFKC form, in `region` where it differs. */
Slice word_normal(Region *region, Slice word);

#endif
