#include "view/typeset.h"

#include <string.h>

static const char ELLIPSIS[] = "…";

double typeset_width(Measure measure, Slice text, FontFace font, double size)
{
    return text.length ? measure.width(measure.context, text, font, size) : 0;
}

static size_t point_length(Slice text, size_t at)
{
    uint32_t point;
    size_t length = utf8_decode(text.bytes + at, text.length - at, &point);
    return length ? length : 1;
}

/* The longest beginning, in whole code points, that is at most `width` wide. */
static size_t fitting_length(Measure measure, Slice text, FontFace font, double size,
                             double width)
{
    size_t low = 0, high = text.length; /* low fits */
    while (low < high) {
        size_t middle = low + (high - low + 1) / 2;
        while (middle < text.length && ((unsigned char)text.bytes[middle] & 0xC0) == 0x80)
            middle++;
        if (typeset_width(measure, (Slice){text.bytes, middle}, font, size) <= width) {
            low = middle;
        } else {
            high = middle - 1;
            while (high > low && ((unsigned char)text.bytes[high] & 0xC0) == 0x80)
                high--;
        }
    }
    return low;
}

Slice typeset_cut(Region *region, Measure measure, Slice text, FontFace font, double size,
                  double width)
{
    if (typeset_width(measure, text, font, size) <= width)
        return text;
    double room = width - typeset_width(measure, slice_of(ELLIPSIS), font, size);
    size_t length = fitting_length(measure, text, font, size, room);
    while (length && text.bytes[length - 1] == ' ')
        length--;
    char *cut = region_allocate(region, length + sizeof ELLIPSIS);
    memcpy(cut, text.bytes, length);
    memcpy(cut + length, ELLIPSIS, sizeof ELLIPSIS - 1);
    return (Slice){cut, length + sizeof ELLIPSIS - 1};
}

/* The last break that leaves at most `most` bytes on the line; 0: there is none. */
static size_t last_break(Slice text, size_t most)
{
    for (size_t i = most + 1; i-- > 0;)
        if (i < text.length && text.bytes[i] == ' ')
            return i;
    return 0;
}

Slice typeset_break(Measure measure, Slice *rest, FontFace font, double size, double width)
{
    Slice text = *rest;
    size_t length = text.length;
    if (typeset_width(measure, text, font, size) > width) {
        size_t most = fitting_length(measure, text, font, size, width);
        length = last_break(text, most);
        if (!length)
            length = most ? most : point_length(text, 0);
    }
    size_t next = length;
    while (next < text.length && text.bytes[next] == ' ')
        next++;
    *rest = (Slice){text.bytes + next, text.length - next};
    return (Slice){text.bytes, length};
}

uint32_t typeset_count(Measure measure, Slice text, FontFace font, double size, double width)
{
    uint32_t count = 0;
    while (text.length) {
        typeset_break(measure, &text, font, size, width);
        count++;
    }
    return count;
}

static bool is_clean(Slice text)
{
    for (size_t i = 0; i < text.length; i++)
        if ((unsigned char)text.bytes[i] < 0x20 || (unsigned char)text.bytes[i] >= 0x7F)
            return false;
    return true;
}

/* C0 and C1 controls, and what is no character: surrogates. */
static bool is_showable(uint32_t point)
{
    return point >= 0x20 && !(point >= 0x7F && point < 0xA0) &&
           !(point >= 0xD800 && point <= 0xDFFF);
}

Slice typeset_clean(Region *region, Slice text)
{
    if (is_clean(text))
        return text;
    enum { TAB = 4 };
    Text clean = {0};
    for (size_t i = 0, column = 0; i < text.length;) {
        uint32_t point = 0;
        size_t length = utf8_decode(text.bytes + i, text.length - i, &point);
        if (length && point == '\t') {
            for (size_t spaces = TAB - column % TAB; spaces > 0; spaces--, column++)
                text_append_char(&clean, ' ');
        } else {
            text_append_point(&clean, length && is_showable(point) ? point : 0xFFFD);
            column++;
        }
        i += length ? length : 1;
    }
    Slice result = region_slice(region, text_slice(&clean));
    text_done(&clean);
    return result;
}

void typeset_figure(Text *text, uint64_t figure)
{
    if (figure < 1000) {
        text_append_format(text, "%llu", (unsigned long long)figure);
        return;
    }
    typeset_figure(text, figure / 1000);
    text_append_format(text, ",%03llu", (unsigned long long)(figure % 1000));
}

Item *typeset_add(Scene *scene, Measure measure, ItemId id, Point baseline, Slice text,
                  FontFace font, double size, Colour fill)
{
    return scene_text(scene, id, baseline, text, font, size,
                      typeset_width(measure, text, font, size), fill);
}
