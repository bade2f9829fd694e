#include "out/xml.h"

#include <math.h>

/* By hand: most of a file is numbers. */
void xml_number(Text *out, double number)
{
    if (!isfinite(number))
        number = 0;
    long long hundredths = llround(fmin(fmax(number, -1e12), 1e12) * 100);
    bool negative = hundredths < 0;
    unsigned long long rest = (unsigned long long)(negative ? -hundredths : hundredths);
    char digits[24];
    size_t at = sizeof digits;
    for (int place = 2; place > 0; place--, rest /= 10) {
        if (rest % 10 != 0 || at < sizeof digits)
            digits[--at] = (char)('0' + rest % 10);
    }
    if (at < sizeof digits)
        digits[--at] = '.';
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (negative)
        digits[--at] = '-';
    text_append(out, digits + at, sizeof digits - at);
}

void xml_attribute(Text *out, const char *name, double number)
{
    text_append_char(out, ' ');
    text_append_string(out, name);
    text_append_string(out, "=\"");
    xml_number(out, number);
    text_append_char(out, '"');
}

void xml_escape(Text *out, Slice text)
{
    for (size_t at = 0; at < text.length;) {
        uint32_t point;
        size_t length = utf8_decode(text.bytes + at, text.length - at, &point);
        at += length ? length : 1;
        if (length == 0 || point < 0x20 || (point >= 0xD800 && point < 0xE000) ||
            point == 0xFFFE || point == 0xFFFF)
            point = 0xFFFD;
        switch (point) {
        case '&':
            text_append_string(out, "&amp;");
            break;
        case '<':
            text_append_string(out, "&lt;");
            break;
        case '>':
            text_append_string(out, "&gt;");
            break;
        case '"':
            text_append_string(out, "&quot;");
            break;
        default:
            text_append_point(out, point);
            break;
        }
    }
}

static void put_hex(Text *out, Colour colour)
{
    char digits[7] = "#";
    for (int i = 0; i < 6; i++)
        digits[i + 1] = "0123456789abcdef"[colour >> (28 - 4 * i) & 0xF];
    text_append(out, digits, sizeof digits);
}

void xml_colour(Text *out, const char *name, Colour colour)
{
    text_append_char(out, ' ');
    text_append_string(out, name);
    text_append_string(out, "=\"");
    bool visible = (colour & 0xFF) != 0;
    if (visible)
        put_hex(out, colour);
    else
        text_append_string(out, "none");
    text_append_char(out, '"');
    if (!visible || (colour & 0xFF) == 0xFF)
        return;
    text_append_char(out, ' ');
    text_append_string(out, name);
    text_append_string(out, "-opacity=\"");
    xml_number(out, (colour & 0xFF) / 255.0);
    text_append_char(out, '"');
}
