#ifndef BASE_SINK_H
#define BASE_SINK_H
/* Writes a file whole or not at all: the bytes go beside the target and are renamed over it, so
 * that a full disk or a kill leaves the old file as it was. */
#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

/* Writes `length` bytes to `path`. On failure returns false, appends a sentence to `ret_error`,
 * and leaves what was there untouched. */
bool sink_write(const char *path, const char *bytes, size_t length, Text *ret_error);
/* Makes a folder and the folders above it. Fine where it exists already. */
bool sink_make_folder(const char *path, Text *ret_error);

#endif
