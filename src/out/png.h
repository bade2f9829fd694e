#ifndef OUT_PNG_H
#define OUT_PNG_H
/* PNG bytes from pixels and back. Its law: no time stamps, no filters, one compression level:
 * the same pixels are the same bytes. */
#include <stdbool.h>

#include "base/text.h"
#include "paint/pixels.h"

/* How a picture becomes a PNG. */
typedef struct PngOptions {
    bool
        alpha; /* keep transparency (RGBA); else RGB, over nothing: the ground must be opaque */
    bool quantise; /* antialiased edges in fewer shades: a third smaller, looks the same */
} PngOptions;

/* Appends a PNG file. On failure returns false and appends a sentence to `ret_error`. */
bool png_write(Pixels pixels, PngOptions options, Text *ret_bytes, Text *ret_error);
/* Reads a PNG file of 8 bits a channel into pixels (`data` is then the caller's: free()). */
bool png_read(Slice bytes, Pixels *ret_pixels, Text *ret_error);

#endif
