#include "run/text/str_common.h"

#include <utf8proc.h>

#include "run/values/protocol.h"

void piece_init(Run *run, ObjectId object, Piece *piece)
{
    const Model *model = run_model(run);
    *piece = (Piece){0};
    if (model_kind(model, object) == KIND_STR) {
        piece->points = str_payload(model, object);
        piece->bytes = str_slice(model, object);
        piece->length = piece->points->length;
        return;
    }
    piece->bytes = bytes_slice(run, object, &piece->space);
    piece->length = (uint32_t)piece->bytes.length;
}

void piece_done(Piece *piece)
{
    text_done(&piece->space);
}

Slice piece_part(const Piece *piece, uint32_t start, uint32_t stop)
{
    if (start >= stop)
        return (Slice){"", 0};
    if (piece->points)
        return str_part(piece->points, start, stop);
    return (Slice){piece->bytes.bytes + start, stop - start};
}

uint32_t piece_position(const Piece *piece, size_t offset)
{
    if (!piece->points || piece->points->ascii)
        return (uint32_t)offset;
    return (uint32_t)utf8_count(piece->bytes.bytes, offset);
}

ObjectId piece_object(Run *run, ObjectId like, Slice bytes)
{
    Model *model = run_model(run);
    switch (model_kind(model, like)) {
    case KIND_STR:
        return str_from(model, bytes);
    case KIND_BYTES:
        return bytes_from(model, bytes.bytes, bytes.length);
    default: /* a bytearray */
        return bytearray_from(run, bytes);
    }
}

ObjectId piece_new(Run *run, ObjectId like, Slice bytes)
{
    Model *model = run_model(run);
    if (model_kind(model, like) == KIND_STR)
        return str_new(model, bytes);
    if (model_kind(model, like) == KIND_BYTES && bytes.length == 1)
        return bytes_of_type(model, model->types[TYPE_BYTES], bytes.bytes, bytes.length);
    return piece_object(run, like, bytes);
}

static bool read_bound(Run *run, ObjectId value, uint32_t length, int64_t *bound)
{
    const Model *model = run_model(run);
    if (!value || value == model->none)
        return true;
    if (!kind_is_integer(model_kind(model, value)) && !lookup_special(run, value, "__index__"))
        return raise_error(run, EXC_TypeError,
                           "slice indices must be integers or None or have an "
                           "__index__ method") != 0;
    ObjectId index = object_index_int(run, value);
    if (!index)
        return false;
    if (int_is_small(model, index)) {
        *bound = int_value(model, index);
    } else {
        mpz_t big;
        mpz_init(big);
        int_get(model, index, big);
        *bound = mpz_sgn(big) < 0 ? 0 : INT32_MAX;
        mpz_clear(big);
    }
    if (*bound < 0)
        *bound = *bound + length < 0 ? 0 : *bound + length;
    return true;
}

bool piece_bounds(Run *run, ObjectId start_object, ObjectId stop_object, uint32_t length,
                  uint32_t *ret_start, uint32_t *ret_stop)
{
    int64_t start = 0, stop = length;
    if (!read_bound(run, start_object, length, &start) ||
        !read_bound(run, stop_object, length, &stop))
        return false;
    *ret_start = start > UINT32_MAX ? UINT32_MAX : (uint32_t)start;
    *ret_stop = stop > length ? length : (uint32_t)stop;
    return true;
}

bool piece_argument(Run *run, ObjectId self, ObjectId value, const char *function, int position)
{
    const Model *model = run_model(run);
    bool text = model_kind(model, self) == KIND_STR;
    ObjectKind kind = model_kind(model, value);
    if (text ? kind == KIND_STR : is_bytes_like(run, value))
        return true;
    if (!text)
        return raise_error(run, EXC_TypeError, "a bytes-like object is required, not '%s'",
                           type_string(run, value)) != 0;
    if (!position)
        return raise_error(run, EXC_TypeError, "%s() argument must be str, not %s", function,
                           argument_type_string(run, value)) != 0;
    return raise_error(run, EXC_TypeError, "%s() argument %d must be str, not %s", function,
                       position, argument_type_string(run, value)) != 0;
}

/* --- properties --- */

static utf8proc_category_t category(uint32_t point)
{
    return utf8proc_category((utf8proc_int32_t)point);
}

bool point_is_upper(uint32_t point)
{
    return category(point) == UTF8PROC_CATEGORY_LU || (point >= 0x2160 && point <= 0x216f) ||
           (point >= 0x24b6 && point <= 0x24cf);
}

bool point_is_lower(uint32_t point)
{
    return category(point) == UTF8PROC_CATEGORY_LL || point == 0xaa || point == 0xba ||
           (point >= 0x2170 && point <= 0x217f) || (point >= 0x24d0 && point <= 0x24e9) ||
           (category(point) == UTF8PROC_CATEGORY_LM &&
            utf8proc_islower((utf8proc_int32_t)point));
}

bool point_is_title(uint32_t point)
{
    return category(point) == UTF8PROC_CATEGORY_LT;
}

bool point_is_cased(uint32_t point)
{
    return point_is_upper(point) || point_is_lower(point) || point_is_title(point);
}

bool point_is_alpha(uint32_t point)
{
    utf8proc_category_t kind = category(point);
    return kind == UTF8PROC_CATEGORY_LU || kind == UTF8PROC_CATEGORY_LL ||
           kind == UTF8PROC_CATEGORY_LT || kind == UTF8PROC_CATEGORY_LM ||
           kind == UTF8PROC_CATEGORY_LO;
}

bool point_is_decimal(uint32_t point)
{
    return category(point) == UTF8PROC_CATEGORY_ND;
}

/* Superscripts, subscripts and circled digits besides (Numeric_Type=Digit). */
bool point_is_digit(uint32_t point)
{
    return point_is_decimal(point) || point == 0xb2 || point == 0xb3 || point == 0xb9 ||
           point == 0x2070 || (point >= 0x2074 && point <= 0x2079) ||
           (point >= 0x2080 && point <= 0x2089) || (point >= 0x2460 && point <= 0x2468) ||
           (point >= 0x2474 && point <= 0x247c) || (point >= 0x2488 && point <= 0x2490) ||
           point == 0x24ea || (point >= 0x24f5 && point <= 0x24fd) || point == 0x24ff ||
           (point >= 0x2776 && point <= 0x277e) || (point >= 0x2780 && point <= 0x2788) ||
           (point >= 0x278a && point <= 0x2792);
}

bool point_is_numeric(uint32_t point)
{
    utf8proc_category_t kind = category(point);
    static const uint32_t ideographs[] = {0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94, 0x516d,
                                          0x4e03, 0x516b, 0x4e5d, 0x5341, 0x767e, 0x5343,
                                          0x842c, 0x4e07, 0x5104, 0x4ebf, 0x96f6, 0x3007};
    for (size_t i = 0; i < sizeof ideographs / sizeof *ideographs; i++)
        if (point == ideographs[i])
            return true;
    return kind == UTF8PROC_CATEGORY_ND || kind == UTF8PROC_CATEGORY_NL ||
           kind == UTF8PROC_CATEGORY_NO;
}
