#ifndef APP_KEYMAP_H
#define APP_KEYMAP_H
/* Which key does what: one table, from which the help page is made too. Letters and named keys
 * are found by key, signs such as ? and + by the text that they type, whatever the keyboard's
 * layout. */
#include <SDL.h>

#include "view/help.h"

typedef enum Action {
    ACTION_NONE,
    ACTION_NEXT,
    ACTION_PREVIOUS,
    ACTION_NEXT_CHANGE,
    ACTION_PREVIOUS_CHANGE,
    ACTION_TEN_ON,
    ACTION_TEN_BACK,
    ACTION_FIRST,
    ACTION_LAST,
    ACTION_PLAY,
    ACTION_ZOOM_IN,
    ACTION_ZOOM_OUT,
    ACTION_FIT,
    ACTION_VIEW_OBJECTS,
    ACTION_VIEW_COLLECTOR,
    ACTION_VIEW_HEAP,
    ACTION_VIEW_TIME,
    ACTION_VIEW_CODE,
    ACTION_THEME,
    ACTION_SNAPSHOT,
    ACTION_HELP,
    ACTION_LEAVE, /* closes the help page, else the window */
    ACTION_QUIT,
} Action;

Action keymap_of_key(SDL_Keysym key);
/* Of typed text. */
Action keymap_of_text(const char *text);

/* The rows of the help page. */
const HelpRow *keymap_help(uint32_t *ret_count);

#endif
