#include "lang/unicode_name.h"

#include <string.h>
#include <utf8proc.h>

enum { NAME_LIMIT = 128 }; /* longer than any */

static const char *row_name(const UnicodeRow *row)
{
    return unicode_pages[row->place / UNICODE_PAGE] + row->place % UNICODE_PAGE;
}

/* --- names that follow from the number --- */

static const char ideograph[] = "CJK UNIFIED IDEOGRAPH-", syllable[] = "HANGUL SYLLABLE ";

static bool is_ideograph(uint32_t point)
{
    bool basic = (point >= 0x3400 && point <= 0x4dbf) || (point >= 0x4e00 && point <= 0x9fff);
    bool compatible = point >= 0x2f800 && point <= 0x2fa1f;
    bool more = point >= 0x20000 && point <= 0x323af && !compatible;
    return (basic || more) &&
           utf8proc_category((utf8proc_int32_t)point) != UTF8PROC_CATEGORY_CN;
}

/* Its number in capitals, as Python wants it. */
static bool ideograph_of(Slice digits, uint32_t *ret_point)
{
    uint32_t point = 0;
    if (digits.length != 4 && digits.length != 5)
        return false;
    for (size_t i = 0; i < digits.length; i++) {
        char c = digits.bytes[i];
        bool is_digit = c >= '0' && c <= '9';
        if (!is_digit && (c < 'A' || c > 'F'))
            return false;
        point = point * 16 + (uint32_t)(is_digit ? c - '0' : c - 'A' + 10);
    }
    *ret_point = point;
    return is_ideograph(point);
}

enum { HANGUL_FIRST = 0xac00, LEADS = 19, VOWELS = 21, TAILS = 28 };
static const char *const leads[LEADS] = {"G",  "GG", "N", "D",  "DD", "R", "M", "B", "BB", "S",
                                         "SS", "",   "J", "JJ", "C",  "K", "T", "P", "H"};
static const char *const vowels[VOWELS] = {"A",   "AE", "YA", "YAE", "EO", "E",  "YEO",
                                           "YE",  "O",  "WA", "WAE", "OE", "YO", "U",
                                           "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
static const char *const tails[TAILS] = {
    "",   "G",  "GG", "GS", "N",  "NJ", "NH", "D",  "L", "LG", "LM", "LB", "LS", "LT",
    "LP", "LH", "M",  "B",  "BS", "S",  "SS", "NG", "J", "C",  "K",  "T",  "P",  "H"};

/* The longest of `parts` that `*text` begins with, which is passed over; -1: none. */
static int take_part(const char **text, const char *const *parts, int count)
{
    int best = -1;
    for (int i = 0; i < count; i++) {
        size_t length = strlen(parts[i]);
        bool begins = strncmp(*text, parts[i], length) == 0;
        if (begins && (best < 0 || length > strlen(parts[best])))
            best = i;
    }
    *text += best >= 0 ? strlen(parts[best]) : 0;
    return best;
}

static bool syllable_of(const char *text, uint32_t *ret_point)
{
    int lead = take_part(&text, leads, LEADS);
    int vowel = take_part(&text, vowels, VOWELS);
    int tail = take_part(&text, tails, TAILS);
    if (lead < 0 || vowel < 0 || tail < 0 || *text)
        return false;
    *ret_point = (uint32_t)(HANGUL_FIRST + (lead * VOWELS + vowel) * TAILS + tail);
    return true;
}

/* --- both ways --- */

/* Is there more behind `prefix`? */
static bool goes_on(Slice text, Slice prefix)
{
    return text.length > prefix.length && memcmp(text.bytes, prefix.bytes, prefix.length) == 0;
}

bool unicode_point_of(Slice name, uint32_t *ret_point)
{
    char upper[NAME_LIMIT];
    if (name.length >= sizeof upper)
        return false;
    for (size_t i = 0; i < name.length; i++) {
        char c = name.bytes[i];
        upper[i] = c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
    }
    upper[name.length] = '\0';
    Slice folded = {upper, name.length}, computed = slice_of(ideograph);
    if (goes_on(folded, computed))
        return ideograph_of(
            (Slice){name.bytes + computed.length, name.length - computed.length}, ret_point);
    computed = slice_of(syllable);
    if (goes_on(folded, computed))
        return syllable_of(upper + computed.length, ret_point);
    size_t low = 0, high = unicode_row_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(row_name(&unicode_rows[middle]), upper);
        if (order == 0) {
            *ret_point = unicode_rows[middle].point;
            return true;
        }
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

bool unicode_name_of(uint32_t point, Text *ret_name)
{
    uint32_t index = point - HANGUL_FIRST;
    if (index < (uint32_t)(LEADS * VOWELS * TAILS)) {
        text_append_format(ret_name, "%s%s%s%s", syllable, leads[index / (VOWELS * TAILS)],
                           vowels[index / TAILS % VOWELS], tails[index % TAILS]);
        return true;
    }
    if (is_ideograph(point)) {
        text_append_format(ret_name, "%s%X", ideograph, point);
        return true;
    }
    for (size_t i = 0; i < unicode_row_count; i++) {
        if (unicode_rows[i].point == point && !unicode_rows[i].is_alias) {
            text_append_string(ret_name, row_name(&unicode_rows[i]));
            return true;
        }
    }
    return false;
}
