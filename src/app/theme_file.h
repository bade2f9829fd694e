#ifndef APP_THEME_FILE_H
#define APP_THEME_FILE_H
/* Reads a theme's colours. A file is a flat JSON object with every field of Theme by its name:
 * "#RRGGBB" or
 * "#RRGGBBAA", the generations as arrays of three. */
#include <stdbool.h>

#include "base/diagnostic.h"
#include "view/theme.h"

/* Reads FOLDER/NAME.json. False, with diagnostics, when the file is missing, wrong or
 * incomplete;
 * `*ret_theme` is then untouched. */
bool theme_read(const char *folder, const char *name, Theme *ret_theme,
                Diagnostics *diagnostics);

#endif
