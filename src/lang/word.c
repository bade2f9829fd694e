#include "lang/word.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

bool word_starts(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80);
}

size_t word_length(Slice text)
{
    size_t i = 0;
    while (i < text.length &&
           (word_starts(text.bytes[i]) || (text.bytes[i] >= '0' && text.bytes[i] <= '9')))
        i++;
    return i;
}

/* Other_ID_Start of PropList.txt. */
static bool other_start(uint32_t point)
{
    return point == 0x1885 || point == 0x1886 || point == 0x2118 || point == 0x212E ||
           point == 0x309B || point == 0x309C;
}

/* Other_ID_Continue of PropList.txt. */
static bool other_continue(uint32_t point)
{
    return point == 0xB7 || point == 0x387 || (point >= 0x1369 && point <= 0x1371) ||
           point == 0x19DA;
}

static bool id_start(uint32_t point)
{
    switch (utf8proc_category((utf8proc_int32_t)point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL:
        return true;
    default:
        return point == '_' || other_start(point);
    }
}

static bool id_continue(uint32_t point)
{
    switch (utf8proc_category((utf8proc_int32_t)point)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_PC:
        return true;
    default:
        return id_start(point) || other_continue(point);
    }
}

/* XID: the property must survive NFKC. */
static bool fits(uint32_t point, bool first)
{
    if (point < 0x80)
        return first ? word_starts((char)point) : true;
    if (!(first ? id_start(point) : id_continue(point)))
        return false;
    utf8proc_int32_t parts[32];
    int boundary = 0;
    utf8proc_ssize_t count = utf8proc_decompose_char(
        (utf8proc_int32_t)point, parts, 32, UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE, &boundary);
    for (utf8proc_ssize_t i = 0; i < count && i < 32; i++) {
        bool part_first = first && i == 0;
        if (!(part_first ? id_start((uint32_t)parts[i]) : id_continue((uint32_t)parts[i])))
            return false;
    }
    return true;
}

size_t word_find_invalid(Slice word, size_t *ret_offset, uint32_t *ret_point)
{
    for (size_t i = 0; i < word.length;) {
        uint32_t point;
        size_t size = utf8_decode(word.bytes + i, word.length - i, &point);
        if (size == 0 || !fits(point, i == 0)) {
            *ret_offset = i;
            *ret_point = size ? point : (unsigned char)word.bytes[i];
            return size ? size : 1;
        }
        i += size;
    }
    return 0;
}

Slice word_normal(Region *region, Slice word)
{
    bool ascii = true;
    for (size_t i = 0; i < word.length; i++)
        ascii = ascii && !(word.bytes[i] & 0x80);
    if (ascii)
        return word;
    utf8proc_uint8_t *normal = NULL;
    utf8proc_ssize_t length =
        utf8proc_map((const utf8proc_uint8_t *)word.bytes, (utf8proc_ssize_t)word.length,
                     &normal, UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE);
    if (length < 0)
        return word;
    Slice slice = {region_copy(region, (const char *)normal, (size_t)length), (size_t)length};
    free(normal);
    return slice;
}
