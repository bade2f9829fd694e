#ifndef APP_SCREEN_H
#define APP_SCREEN_H
/* The window on the desktop and the way of pixels into it: through the window's own surface, or
 * through a texture where the desktop counts points that are more than a pixel. Knows nothing
 * of what it shows. */
#include <SDL.h>

#include "base/text.h"
#include "paint/damage.h"

typedef struct Screen {
    SDL_Window *window;
    SDL_Renderer *renderer; /* NULL: the window's surface is used */
    SDL_Texture *texture;
    int texture_width, texture_height;
} Screen;

/* Opens a window of a size in pixels, or as much of it as the desktop has room for where
 * `fits`. False with a sentence in `ret_error` where there is no display. */
bool screen_open(Screen *screen, int width, int height, bool fits, Text *ret_error);
void screen_close(Screen *screen);
/* Its size in pixels. */
void screen_size(const Screen *screen, int *ret_width, int *ret_height);
/* How many pixels a point of the mouse is. */
double screen_density(const Screen *screen);
/* Shows pixels of the screen's size, of which only `damage` has changed since the last time. */
void screen_show(Screen *screen, Pixels pixels, const Damage *damage);

#endif
