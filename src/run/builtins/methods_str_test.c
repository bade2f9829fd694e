/* str.isalpha and the like; of bytes and bytearrays they go by ASCII. */
#include <string.h>
#include <utf8proc.h>

#include "run/text/str_common.h"
#include "run/text/text.h"
#include "run/values/protocol.h"

static uint32_t point_at(const Piece *piece, uint32_t index)
{
    return piece->points ? str_point(piece->points, index)
                         : (unsigned char)piece->bytes.bytes[index];
}

/* Are there characters, and do all of them pass? */
static ObjectId all_points(Run *run, const Arguments *arguments, bool (*test)(uint32_t),
                           bool empty)
{
    Piece piece;
    piece_init(run, arguments->values[0], &piece);
    bool fine = empty || piece.length > 0;
    for (uint32_t i = 0; fine && i < piece.length; i++) {
        uint32_t point = point_at(&piece, i);
        fine = (piece.points || point < 0x80) && test(point);
    }
    piece_done(&piece);
    return bool_from(run_model(run), fine);
}

static bool is_alnum(uint32_t point)
{
    return point_is_alpha(point) || point_is_numeric(point) || point_is_digit(point);
}

static bool is_ascii(uint32_t point)
{
    return point < 0x80;
}

static bool is_ascii_space(uint32_t point)
{
    return point == ' ' || (point >= 9 && point <= 13);
}

ObjectId str_isalpha(Run *run, const Arguments *arguments)
{
    return all_points(run, arguments, point_is_alpha, false);
}
ObjectId str_isdigit(Run *run, const Arguments *arguments)
{
    return all_points(run, arguments, point_is_digit, false);
}
ObjectId str_isdecimal(Run *run, const Arguments *arguments)
{
    return all_points(run, arguments, point_is_decimal, false);
}
ObjectId str_isnumeric(Run *run, const Arguments *arguments)
{
    return all_points(run, arguments, point_is_numeric, false);
}
ObjectId str_isalnum(Run *run, const Arguments *arguments)
{
    return all_points(run, arguments, is_alnum, false);
}
ObjectId str_isspace(Run *run, const Arguments *arguments)
{
    bool text = model_kind(run_model(run), arguments->values[0]) == KIND_STR;
    return all_points(run, arguments, text ? point_is_space : is_ascii_space, false);
}
ObjectId str_isprintable(Run *run, const Arguments *arguments)
{
    return all_points(run, arguments, point_is_printable, true);
}
ObjectId str_isascii(Run *run, const Arguments *arguments)
{
    return all_points(run, arguments, is_ascii, true);
}

/* All cased characters have the wanted case, and there is one. */
static ObjectId all_cased(Run *run, const Arguments *arguments, bool (*wanted)(uint32_t),
                          bool (*other)(uint32_t))
{
    Piece piece;
    piece_init(run, arguments->values[0], &piece);
    bool cased = false, fine = true;
    for (uint32_t i = 0; fine && i < piece.length; i++) {
        uint32_t point = point_at(&piece, i);
        if (!piece.points && point >= 0x80)
            continue;
        fine = !other(point) && !point_is_title(point);
        cased = cased || wanted(point);
    }
    piece_done(&piece);
    return bool_from(run_model(run), fine && cased);
}

ObjectId str_isupper(Run *run, const Arguments *arguments)
{
    return all_cased(run, arguments, point_is_upper, point_is_lower);
}
ObjectId str_islower(Run *run, const Arguments *arguments)
{
    return all_cased(run, arguments, point_is_lower, point_is_upper);
}

ObjectId str_istitle(Run *run, const Arguments *arguments)
{
    Piece piece;
    piece_init(run, arguments->values[0], &piece);
    bool cased = false, word = false, fine = true;
    for (uint32_t i = 0; fine && i < piece.length; i++) {
        uint32_t point = point_at(&piece, i);
        if (!piece.points && point >= 0x80) {
            word = false;
            continue;
        }
        bool capital = point_is_upper(point) || point_is_title(point),
             small = point_is_lower(point);
        fine = !(capital && word) && !(small && !word);
        word = capital || small;
        cased = cased || word;
    }
    piece_done(&piece);
    return bool_from(run_model(run), fine && cased);
}

static bool continues_identifier(uint32_t point)
{
    utf8proc_category_t kind = utf8proc_category((utf8proc_int32_t)point);
    return point == '_' || point_is_alpha(point) || kind == UTF8PROC_CATEGORY_NL ||
           kind == UTF8PROC_CATEGORY_MN || kind == UTF8PROC_CATEGORY_MC ||
           kind == UTF8PROC_CATEGORY_ND || kind == UTF8PROC_CATEGORY_PC;
}

static bool starts_identifier(uint32_t point)
{
    return point == '_' || point_is_alpha(point) ||
           utf8proc_category((utf8proc_int32_t)point) == UTF8PROC_CATEGORY_NL;
}

ObjectId str_isidentifier(Run *run, const Arguments *arguments)
{
    const TextPayload *text = str_payload(run_model(run), arguments->values[0]);
    bool fine = text->length > 0 && starts_identifier(str_point(text, 0));
    for (uint32_t i = 1; fine && i < text->length; i++)
        fine = continues_identifier(str_point(text, i));
    return bool_from(run_model(run), fine);
}
