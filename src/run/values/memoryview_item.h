#ifndef RUN_MEMORYVIEW_ITEM_H
#define RUN_MEMORYVIEW_ITEM_H
/* The items of a memoryview: struct's native formats of one character, little-endian. Law: an
 * item is read and written as bytes; nothing here knows where they are. */
#include "run/values/objects.h"

typedef struct ItemFormat {
    char code;
    uint8_t size;
    enum { ITEM_UNSIGNED, ITEM_SIGNED, ITEM_FLOAT, ITEM_TRUTH, ITEM_BYTE } sort;
} ItemFormat;

enum { ITEM_SIZE_LARGEST = 8 };

/* By a format string, with or without the optional '@'; NULL: none. */
const ItemFormat *item_format_find(Slice name);
/* The object that the bytes of an item stand for. */
ObjectId item_read(Run *run, const ItemFormat *format, const char *bytes);
/* The bytes of an object; raises where it does not fit. */
bool item_write(Run *run, const ItemFormat *format, ObjectId value, char *ret_bytes);

#endif
