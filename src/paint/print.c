#include "paint/print.h"

#include <string.h>

Print print_start(void)
{
    return (Print){0x9E3779B97F4A7C15U, 0xC2B2AE3D27D4EB4FU};
}

Print print_word(Print print, uint64_t word)
{
    print.a = (print.a ^ word) * 0xFF51AFD7ED558CCDU;
    print.a ^= print.a >> 32;
    print.b = (print.b + word) * 0xC4CEB9FE1A85EC53U;
    print.b ^= print.b >> 29;
    return print;
}

Print print_number(Print print, double number)
{
    uint64_t word;
    memcpy(&word, &number, sizeof word);
    return print_word(print, word);
}

static Print print_bytes(Print print, const void *bytes, size_t length)
{
    const char *at = bytes;
    print = print_word(print, length);
    for (; length >= 8; at += 8, length -= 8) {
        uint64_t word;
        memcpy(&word, at, 8);
        print = print_word(print, word);
    }
    uint64_t rest = 0;
    if (length > 0)
        memcpy(&rest, at, length);
    return print_word(print, rest);
}

Print print_item(Print print, const Item *item)
{
    const double numbers[] = {
        item->box.x,        item->box.y, item->box.width, item->box.height, item->radius,
        item->stroke_width, item->dash,  item->hatch_gap, item->opacity,    item->head_size};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        print = print_number(print, numbers[i]);
    print = print_word(print, (uint64_t)item->fill << 32 | item->stroke);
    print = print_word(print, (uint64_t)item->hatch << 32 | (uint64_t)item->kind << 24 |
                                  (uint64_t)item->font << 16 | (uint64_t)item->anchor << 8 |
                                  (uint64_t)item->head << 1 | (uint64_t)item->strike);
    if (item->point_count > 0)
        print = print_bytes(print, item->points, item->point_count * sizeof(Point));
    return print_bytes(print, item->text.bytes, item->text.length);
}
