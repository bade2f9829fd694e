#ifndef PAINT_PRINT_H
#define PAINT_PRINT_H
/* Fingerprints: 128 bits by which the painter knows an item again without keeping it. They tell
 * apart what looks different; nobody forges scenes, so speed matters and secrecy does not. */
#include <stdint.h>

#include "scene/scene.h"

typedef struct Print {
    uint64_t a, b;
} Print;

Print print_start(void);
Print print_number(Print print, double number);
Print print_word(Print print, uint64_t word);
/* Everything of an item that decides its look; its id does not. */
Print print_item(Print print, const Item *item);

#endif
