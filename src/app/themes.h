#ifndef APP_THEMES_H
#define APP_THEMES_H
/* All themes of the assets, in the order of their names, and the one in use. */
#include "app/assets.h"
#include "base/diagnostic.h"
#include "view/theme.h"

typedef struct Themes {
    Theme *items;
    size_t count, capacity, current;
} Themes;

/* `wanted` NULL: light. False, with diagnostics, where there is no such theme or one cannot be
 * read. */
bool themes_read(const Assets *assets, const char *wanted, Themes *ret_themes,
                 Diagnostics *diagnostics);
void themes_done(Themes *themes);
/* The one in use. */
const Theme *themes_current(const Themes *themes);
void themes_next(Themes *themes);

#endif
