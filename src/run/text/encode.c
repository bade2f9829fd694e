#include "run/text/encode.h"

#include <ctype.h>
#include <string.h>

#include "run/text/charmap.h"

typedef enum Encoding {
    ENCODING_UTF8,
    ENCODING_ASCII,
    ENCODING_LATIN1,
    ENCODING_CHARMAP,
    ENCODING_UTF16,
    ENCODING_UTF32
} Encoding;

typedef struct Codec {
    Encoding encoding;
    const char *name;      /* as messages have it */
    bool mark;             /* writes a byte order mark */
    bool big;              /* big-endian */
    const char *spellings; /* normalised, between spaces */
    const Charmap *map;    /* of ENCODING_CHARMAP */
} Codec;

static const Codec codecs[] = {
    {ENCODING_UTF8, "utf-8", false, false, " utf8 utf u8 cp65001 ", NULL},
    {ENCODING_UTF8, "utf-8", true, false, " utf8sig ", NULL},
    {ENCODING_ASCII, "ascii", false, false, " ascii usascii 646 us ", NULL},
    {ENCODING_LATIN1, "latin-1", false, false, " latin1 latin iso88591 88591 l1 cp819 ", NULL},
    {ENCODING_UTF16, "utf-16", true, false, " utf16 u16 ", NULL},
    {ENCODING_UTF16, "utf-16-le", false, false, " utf16le ", NULL},
    {ENCODING_UTF16, "utf-16-be", false, true, " utf16be ", NULL},
    {ENCODING_UTF32, "utf-32", true, false, " utf32 u32 ", NULL},
    {ENCODING_UTF32, "utf-32-le", false, false, " utf32le ", NULL},
    {ENCODING_UTF32, "utf-32-be", false, true, " utf32be ", NULL},
};

/* Codecs that str and bytes refuse: between other types. */
static const char other_codecs[] =
    " rot13 hex hexcodec base64 base64codec bz2 bz2codec zip zlib "
    "zlibcodec uu uucodec quopri quotedprintable ";

static bool raise_unknown_codec(Run *run, const char *name, const char *plain,
                                const char *function)
{
    if (!strstr(other_codecs, plain))
        return raise_error(run, EXC_LookupError, "unknown encoding: %s", name);
    return raise_error(
        run, EXC_LookupError,
        "'%s' is not a text encoding; use codecs.%s() to handle arbitrary codecs", name,
        function);
}

/* `function`: encode or decode */
static bool find_codec(Run *run, const char *name, const char *function, Codec *ret_codec)
{
    char plain[40] = " ";
    size_t length = 1;
    for (const char *c = name; *c && length < sizeof plain - 2; c++)
        if (isalnum((unsigned char)*c))
            plain[length++] = (char)tolower((unsigned char)*c);
    plain[length++] = ' ';
    plain[length] = '\0';
    for (size_t i = 0; i < sizeof codecs / sizeof *codecs; i++)
        if (strstr(codecs[i].spellings, plain)) {
            *ret_codec = codecs[i];
            return true;
        }
    *ret_codec = (Codec){.encoding = ENCODING_CHARMAP, .name = "charmap"};
    ret_codec->map = charmap_find(plain);
    return ret_codec->map || raise_unknown_codec(run, name, plain, function);
}

static void write_escape(uint32_t point, Text *text)
{
    if (point < 0x100)
        text_append_format(text, "\\x%02x", point);
    else if (point < 0x10000)
        text_append_format(text, "\\u%04x", point);
    else
        text_append_format(text, "\\U%08x", point);
}

/* --- encoding --- */

static bool raise_unicode(Run *run, ExceptionName type, const char *encoding, ObjectId object,
                          size_t start, size_t end, const char *reason)
{
    Model *model = run_model(run);
    ObjectId values[] = {str_from_string(model, encoding), object,
                         int_from(model, (int64_t)start), int_from(model, (int64_t)end),
                         str_from_string(model, reason)};
    ObjectId exception = call_object(run, exception_type(run, type), values, 5);
    if (exception)
        raise_object(run, exception);
    return false;
}

static void append_unit(Text *text, uint32_t unit, int bytes, bool big)
{
    for (int i = 0; i < bytes; i++)
        text_append_char(text, (char)(unit >> 8 * (big ? bytes - 1 - i : i)));
}

static void append_point(const Codec *codec, uint32_t point, Text *text)
{
    switch (codec->encoding) {
    case ENCODING_UTF8:
        text_append_point(text, point);
        return;
    case ENCODING_ASCII:
    case ENCODING_LATIN1:
        text_append_char(text, (char)point);
        return;
    case ENCODING_CHARMAP:
        text_append_char(text, (char)charmap_byte(codec->map, point));
        return;
    case ENCODING_UTF16:
        if (point >= 0x10000) {
            append_unit(text, 0xd800 + ((point - 0x10000) >> 10), 2, codec->big);
            point = 0xdc00 + (point & 0x3ff);
        }
        append_unit(text, point, 2, codec->big);
        return;
    case ENCODING_UTF32:
        append_unit(text, point, 4, codec->big);
        return;
    }
}

static bool can_encode(const Codec *codec, uint32_t point)
{
    if (codec->encoding == ENCODING_ASCII)
        return point < 0x80;
    if (codec->encoding == ENCODING_LATIN1)
        return point < 0x100;
    if (codec->encoding == ENCODING_CHARMAP)
        return charmap_byte(codec->map, point) >= 0;
    return point < 0xd800 || point > 0xdfff;
}

/* The characters from `position` on that the encoding does not have are one mistake. */
static bool raise_encode(Run *run, const Codec *codec, Slice utf8, size_t position)
{
    const char *reason = codec->encoding == ENCODING_ASCII    ? "ordinal not in range(128)"
                         : codec->encoding == ENCODING_LATIN1 ? "ordinal not in range(256)"
                         : codec->map                         ? "character maps to <undefined>"
                                                              : "surrogates not allowed";
    size_t end = 0;
    for (size_t i = 0; i < utf8.length; end++) {
        uint32_t point;
        i += utf8_decode(utf8.bytes + i, utf8.length - i, &point);
        if (end > position && can_encode(codec, point))
            break;
    }
    return raise_unicode(run, EXC_UnicodeEncodeError, codec->name,
                         str_from(run_model(run), utf8), position, end, reason);
}

/* The bytes that surrogateescape made points of come back; surrogatepass writes the point. */
static bool append_surrogate(const Codec *codec, uint32_t point, const char *errors,
                             Text *ret_bytes)
{
    bool escaped = point >= 0xdc80 && point <= 0xdcff;
    bool unicode =
        codec->encoding != ENCODING_ASCII && codec->encoding != ENCODING_LATIN1 && !codec->map;
    if (strcmp(errors, "surrogateescape") == 0 && escaped)
        text_append_char(ret_bytes, (char)(point & 0xff));
    else if (strcmp(errors, "surrogatepass") == 0 && unicode)
        append_point(codec, point, ret_bytes);
    else
        return false;
    return true;
}

static bool is_surrogate_handler(const char *errors)
{
    return strcmp(errors, "surrogateescape") == 0 || strcmp(errors, "surrogatepass") == 0;
}

/* What stands for a point that the encoding does not have; false: raised. */
static bool substitute(Run *run, const Codec *codec, Slice utf8, uint32_t point,
                       size_t position, const char *errors, Text *ret_bytes)
{
    if (strcmp(errors, "ignore") == 0)
        return true;
    Text shown = {0};
    if (strcmp(errors, "replace") == 0)
        text_append_char(&shown, '?');
    else if (strcmp(errors, "backslashreplace") == 0)
        write_escape(point, &shown);
    else if (strcmp(errors, "xmlcharrefreplace") == 0)
        text_append_format(&shown, "&#%u;", point);
    else if (append_surrogate(codec, point, errors, ret_bytes))
        return true;
    else if (strcmp(errors, "strict") == 0 || is_surrogate_handler(errors))
        return raise_encode(run, codec, utf8, position);
    else
        return raise_error(run, EXC_LookupError, "unknown error handler name '%s'", errors) !=
               0;
    for (size_t i = 0; i < shown.length; i++)
        append_point(codec, (unsigned char)shown.bytes[i], ret_bytes);
    text_done(&shown);
    return true;
}

bool text_encode(Run *run, Slice utf8, const char *encoding, const char *errors,
                 Text *ret_bytes)
{
    Codec codec;
    if (!find_codec(run, encoding, "encode", &codec))
        return false;
    if (codec.mark)
        append_point(&codec, 0xfeff, ret_bytes);
    size_t position = 0;
    for (size_t i = 0; i < utf8.length; position++) {
        uint32_t point;
        i += utf8_decode(utf8.bytes + i, utf8.length - i, &point);
        if (can_encode(&codec, point))
            append_point(&codec, point, ret_bytes);
        else if (!substitute(run, &codec, utf8, point, position, errors, ret_bytes))
            return false;
    }
    return true;
}

/* --- decoding --- */

typedef struct Decoder {
    Run *run;
    Codec *codec; /* its own */
    const char *errors;
    Slice bytes;
    size_t at;
    Text *text;
} Decoder;

/* surrogateescape makes a point of each byte from 0x80 on, surrogatepass one of three bytes of
 * UTF-8; false: it cannot, and nothing has been read. */
static bool read_surrogates(Decoder *decoder, size_t length)
{
    Slice rest = {decoder->bytes.bytes + decoder->at, decoder->bytes.length - decoder->at};
    uint32_t point;
    if (strcmp(decoder->errors, "surrogateescape") == 0) {
        size_t done = 0;
        for (; done < length && (rest.bytes[done] & 0x80); done++)
            text_append_point(decoder->text, 0xdc00u + (unsigned char)rest.bytes[done]);
        decoder->at += done;
        return done > 0;
    }
    if (strcmp(decoder->errors, "surrogatepass") != 0 ||
        decoder->codec->encoding != ENCODING_UTF8 ||
        utf8_decode(rest.bytes, rest.length, &point) != 3)
        return false;
    text_append_point(decoder->text, point);
    decoder->at += 3;
    return true;
}

/* The bytes [at, at + length) are wrong. */
static bool bad_bytes(Decoder *decoder, size_t length, const char *reason)
{
    size_t start = decoder->at;
    if (is_surrogate_handler(decoder->errors) && read_surrogates(decoder, length))
        return true;
    decoder->at += length;
    if (strcmp(decoder->errors, "ignore") == 0)
        return true;
    if (strcmp(decoder->errors, "replace") == 0) {
        text_append_point(decoder->text, 0xfffd);
        return true;
    }
    if (strcmp(decoder->errors, "backslashreplace") == 0) {
        for (size_t i = 0; i < length; i++)
            text_append_format(decoder->text, "\\x%02x",
                               (unsigned char)decoder->bytes.bytes[start + i]);
        return true;
    }
    if (strcmp(decoder->errors, "strict") != 0 && !is_surrogate_handler(decoder->errors))
        return raise_error(decoder->run, EXC_LookupError, "unknown error handler name '%s'",
                           decoder->errors) != 0;
    Model *model = run_model(decoder->run);
    ObjectId bytes = bytes_from(model, decoder->bytes.bytes, decoder->bytes.length);
    return raise_unicode(decoder->run, EXC_UnicodeDecodeError, decoder->codec->name, bytes,
                         start, start + length, reason);
}

/* How many bytes of a truncated or broken sequence belong together (the longest valid
 * beginning). */
static size_t broken_length(Slice rest, bool *ret_truncated)
{
    unsigned char first = (unsigned char)rest.bytes[0];
    size_t wanted = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2, length = 1;
    while (length < wanted && length < rest.length) {
        unsigned char byte = (unsigned char)rest.bytes[length];
        bool valid = (byte & 0xc0) == 0x80;
        if (length == 1)
            valid = valid && !(first == 0xe0 && byte < 0xa0) &&
                    !(first == 0xed && byte > 0x9f) && !(first == 0xf0 && byte < 0x90) &&
                    !(first == 0xf4 && byte > 0x8f);
        if (!valid)
            break;
        length++;
    }
    *ret_truncated = length == rest.length && length < wanted;
    return length;
}

static bool decode_utf8(Decoder *decoder)
{
    if (decoder->codec->mark && decoder->bytes.length >= 3 &&
        memcmp(decoder->bytes.bytes, "\xef\xbb\xbf", 3) == 0)
        decoder->at = 3;
    while (decoder->at < decoder->bytes.length) {
        Slice rest = {decoder->bytes.bytes + decoder->at, decoder->bytes.length - decoder->at};
        uint32_t point;
        size_t length = utf8_decode(rest.bytes, rest.length, &point);
        bool surrogate = length && point >= 0xd800 && point <= 0xdfff;
        if (length && !surrogate) {
            text_append(decoder->text, rest.bytes, length);
            decoder->at += length;
            continue;
        }
        unsigned char first = (unsigned char)rest.bytes[0];
        if (first < 0xc2 || first > 0xf4) {
            if (!bad_bytes(decoder, 1, "invalid start byte"))
                return false;
            continue;
        }
        bool truncated;
        length = broken_length(rest, &truncated);
        if (!bad_bytes(decoder, length,
                       truncated ? "unexpected end of data" : "invalid continuation byte"))
            return false;
    }
    return true;
}

static bool decode_charmap(Decoder *decoder)
{
    while (decoder->at < decoder->bytes.length) {
        unsigned char byte = (unsigned char)decoder->bytes.bytes[decoder->at];
        uint32_t point = charmap_point(decoder->codec->map, byte);
        if (point != CHARMAP_NONE) {
            text_append_point(decoder->text, point);
            decoder->at++;
        } else if (!bad_bytes(decoder, 1, "character maps to <undefined>")) {
            return false;
        }
    }
    return true;
}

static bool decode_single(Decoder *decoder)
{
    while (decoder->at < decoder->bytes.length) {
        unsigned char byte = (unsigned char)decoder->bytes.bytes[decoder->at];
        if (byte < 0x80 || decoder->codec->encoding == ENCODING_LATIN1) {
            text_append_point(decoder->text, byte);
            decoder->at++;
        } else if (!bad_bytes(decoder, 1, "ordinal not in range(128)")) {
            return false;
        }
    }
    return true;
}

static uint32_t unit_at(const Decoder *decoder, size_t at, size_t size, bool big)
{
    uint32_t unit = 0;
    for (size_t i = 0; i < size; i++)
        unit |= (uint32_t)(unsigned char)decoder->bytes.bytes[at + i]
                << 8 * (big ? size - 1 - i : i);
    return unit;
}

/* What is wrong with a unit (or, of UTF-16, a pair) at the place read; NULL: nothing. */
static const char *wide_mistake(const Decoder *decoder, uint32_t unit, size_t size, bool big,
                                size_t *ret_length)
{
    size_t left = decoder->bytes.length - decoder->at;
    bool high = unit >= 0xd800 && unit < 0xdc00;
    *ret_length = size;
    if (size == 4 && unit > 0x10ffff)
        return "code point not in range(0x110000)";
    if (size == 4)
        return unit >= 0xd800 && unit < 0xe000
                   ? "code point in surrogate code point range(0xd800, 0xe000)"
                   : NULL;
    if (!high)
        return unit >= 0xdc00 && unit < 0xe000 ? "illegal encoding" : NULL;
    if (left < 4) {
        *ret_length = left;
        return "unexpected end of data";
    }
    uint32_t low = unit_at(decoder, decoder->at + 2, 2, big);
    return low >= 0xdc00 && low < 0xe000 ? NULL : "illegal UTF-16 surrogate";
}

/* The code point of a unit or a pair, which is right. */
static void append_unit_point(Decoder *decoder, uint32_t unit, size_t size, bool big)
{
    if (size == 2 && unit >= 0xd800 && unit < 0xdc00) {
        uint32_t low = unit_at(decoder, decoder->at + 2, 2, big);
        unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
        decoder->at += 2;
    }
    text_append_point(decoder->text, unit);
    decoder->at += size;
}

/* The byte order that a mark at the beginning says, which is skipped. */
static bool read_mark(Decoder *decoder, size_t size)
{
    bool big = decoder->codec->big;
    if (decoder->codec->mark && decoder->bytes.length >= size) {
        uint32_t first = unit_at(decoder, 0, size, false);
        big = first == (size == 2 ? 0xfffeu : 0xfffe0000u);
        if (big || first == 0xfeff)
            decoder->at = size;
    }
    return big;
}

static bool decode_wide(Decoder *decoder)
{
    size_t size = decoder->codec->encoding == ENCODING_UTF16 ? 2 : 4;
    bool big = read_mark(decoder, size);
    decoder->codec->name =
        size == 2 ? (big ? "utf-16-be" : "utf-16-le") : (big ? "utf-32-be" : "utf-32-le");
    while (decoder->at < decoder->bytes.length) {
        size_t length = decoder->bytes.length - decoder->at;
        uint32_t unit = length < size ? 0 : unit_at(decoder, decoder->at, size, big);
        const char *mistake =
            length < size ? "truncated data" : wide_mistake(decoder, unit, size, big, &length);
        if (!mistake)
            append_unit_point(decoder, unit, size, big);
        else if (!bad_bytes(decoder, length, mistake))
            return false;
    }
    return true;
}

bool text_decode(Run *run, Slice bytes, const char *encoding, const char *errors,
                 Text *ret_utf8)
{
    Codec codec;
    if (!bytes.length) /* before the encoding is looked up */
        return true;
    if (!find_codec(run, encoding, "decode", &codec))
        return false;
    Decoder decoder = {run, &codec, errors, bytes, 0, ret_utf8};
    switch (codec.encoding) {
    case ENCODING_UTF8:
        return decode_utf8(&decoder);
    case ENCODING_ASCII:
    case ENCODING_LATIN1:
        return decode_single(&decoder);
    case ENCODING_CHARMAP:
        return decode_charmap(&decoder);
    case ENCODING_UTF16:
    case ENCODING_UTF32:
        return decode_wide(&decoder);
    }
    return false;
}

/* Older versions count: methods until 3.7, constructors, which have the source in front, until
 * 3.9. */
static bool raise_option(Run *run, const char *function, const char *name, int position,
                         ObjectId value)
{
    bool method = strstr("encode decode", function) != NULL;
    const char *type = argument_type_string(run, value);
    if (run_model(run)->profile->minor >= (method ? 8 : 10))
        return raise_error(run, EXC_TypeError, "%s() argument '%s' must be str, not %s",
                           function, name, type) != 0;
    return raise_error(run, EXC_TypeError, "%s() argument %d must be str, not %s", function,
                       position + !method, type) != 0;
}

/* A name that C code reads ends at its first null character, so it may have none. */
static bool slice_has_nul(Slice text)
{
    return memchr(text.bytes, 0, text.length) != NULL;
}

bool encode_options(Run *run, const char *function, ObjectId encoding, ObjectId errors,
                    const char **ret_encoding, const char **ret_errors)
{
    const Model *model = run_model(run);
    ObjectId values[2] = {encoding, errors};
    const char *names[2] = {"encoding", "errors"};
    for (int i = 0; i < 2; i++)
        if (values[i] && model_kind(model, values[i]) != KIND_STR)
            return raise_option(run, function, names[i], i + 1, values[i]);
    for (int i = 0; i < 2; i++)
        if (values[i] && slice_has_nul(str_slice(model, values[i])))
            return raise_error(run, EXC_ValueError, "embedded null character") != 0;
    *ret_encoding = encoding ? str_slice(model, encoding).bytes : "utf-8";
    *ret_errors = errors ? str_slice(model, errors).bytes : "strict";
    return true;
}
