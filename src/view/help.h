#ifndef VIEW_HELP_H
#define VIEW_HELP_H
/* The overlay that lists what keys and mouse do. The rows come from whoever knows them: the
 * keymap. */
#include "scene/scene.h"
#include "view/theme.h"

typedef struct HelpRow {
    const char *keys;    /* "Shift + →   ←": two spaces or more between the keys */
    const char *meaning; /* "previous, next statement" */
} HelpRow;

/* Appends the overlay over a page: a veil, and a panel in its middle. */
void help_draw(Scene *scene, Measure measure, const Theme *theme, const char *title,
               const HelpRow *rows, uint32_t count);

#endif
