#ifndef RUN_STR_COMMON_H
#define RUN_STR_COMMON_H
/* What the files of str's (and bytes') methods share. Positions are in code points for str, in
 * bytes for bytes. */
#include "run/text/encode.h"
#include "run/text/number_text.h"
#include "run/types/slots.h"

/* methods_str_find.c */
NativeCall str_find, str_rfind, str_index, str_rindex, str_count, str_startswith, str_endswith,
    str_replace, str_removeprefix, str_removesuffix;
/* methods_str_split.c */
NativeCall str_split, str_rsplit, str_splitlines, str_partition, str_rpartition, str_join,
    str_strip, str_lstrip, str_rstrip;
/* methods_str_case.c */
NativeCall str_upper, str_lower, str_capitalize, str_title, str_swapcase, str_casefold,
    str_center, str_ljust, str_rjust, str_zfill, str_expandtabs, str_translate, str_maketrans;
/* methods_str_test.c */
NativeCall str_isalpha, str_isdigit, str_isdecimal, str_isnumeric, str_isalnum, str_isspace,
    str_isupper, str_islower, str_istitle, str_isidentifier, str_isprintable, str_isascii;
/* format_str.c */
NativeCall str_format_method, str_format_map;

/* A text with positions: str by code points, bytes by bytes. */
typedef struct Piece {
    Slice bytes;
    uint32_t length;           /* code points, or bytes */
    const TextPayload *points; /* NULL: bytes */
    Text space;                /* a bytearray's bytes */
} Piece;
/* Of a str, bytes or bytearray. piece_done releases it. */
void piece_init(Run *run, ObjectId object, Piece *piece);
void piece_done(Piece *piece);
/* Positions [start, stop). */
Slice piece_part(const Piece *piece, uint32_t start, uint32_t stop);
/* The position of a byte offset. */
uint32_t piece_position(const Piece *piece, size_t offset);
/* A new object of the same type as `like` (str, bytes, bytearray). */
ObjectId piece_object(Run *run, ObjectId like, Slice bytes);
/* The same as what CPython first makes room for and then fills: never a singleton of one
 * character. */
ObjectId piece_new(Run *run, ObjectId like, Slice bytes);
/* Optional bounds of find and the like, clipped as slices are. */
bool piece_bounds(Run *run, ObjectId start, ObjectId stop, uint32_t length, uint32_t *ret_start,
                  uint32_t *ret_stop);
/* Is `value` of the kind that a method of `self` takes? Raises otherwise: "must be str, not
 * int". */
bool piece_argument(Run *run, ObjectId self, ObjectId value, const char *function,
                    int position);

/* Unicode properties of one code point. */
bool point_is_upper(uint32_t point);
bool point_is_lower(uint32_t point);
bool point_is_title(uint32_t point);
bool point_is_cased(uint32_t point);
bool point_is_alpha(uint32_t point);
bool point_is_decimal(uint32_t point);
bool point_is_digit(uint32_t point);
bool point_is_numeric(uint32_t point);

#endif
