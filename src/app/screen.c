#include "app/screen.h"

#include <langinfo.h>
#include <locale.h>
#include <math.h>
#include <string.h>

static const int least_width = 640, least_height = 360;
static const double most_of_desktop = 0.92;

/* As large as fits onto the desktop, in its own shape. */
static void shrink_to_desktop(int *width, int *height)
{
    SDL_Rect usable;
    if (SDL_GetDisplayUsableBounds(0, &usable) != 0)
        return;
    double share =
        fmin(most_of_desktop * usable.w / *width, most_of_desktop * usable.h / *height);
    if (share >= 1)
        return;
    *width = (int)(*width * share);
    *height = (int)(*height * share);
}

/* Points that are several pixels need a renderer: a window's surface counts points. */
static bool prepare_renderer(Screen *screen)
{
    int points, pixels;
    SDL_GetWindowSize(screen->window, &points, NULL);
    SDL_GetWindowSizeInPixels(screen->window, &pixels, NULL);
    if (points == pixels)
        return true;
    screen->renderer = SDL_CreateRenderer(screen->window, -1, 0);
    return screen->renderer != NULL;
}

/* X converts titles through the locale: one that knows all characters is needed. */
static void choose_locale(void)
{
    if (!setlocale(LC_CTYPE, "") || strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        setlocale(LC_CTYPE, "C.UTF-8");
}

/* SDL would rather paint where nobody looks than fail. Who asks for such a driver gets it. */
static bool has_display(void)
{
    static const char *const blind[] = {"offscreen", "dummy", "evdev"};
    const char *driver = SDL_GetCurrentVideoDriver();
    if (SDL_getenv("SDL_VIDEODRIVER"))
        return true;
    for (size_t i = 0; i < sizeof blind / sizeof *blind; i++)
        if (driver && strcmp(driver, blind[i]) == 0)
            return SDL_SetError("there is no display") == 0;
    return true;
}

bool screen_open(Screen *screen, int width, int height, bool fits, Text *ret_error)
{
    *screen = (Screen){0};
    choose_locale();
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    bool started = SDL_InitSubSystem(SDL_INIT_VIDEO) == 0 && has_display();
    if (started) {
        if (fits)
            shrink_to_desktop(&width, &height);
        screen->window =
            SDL_CreateWindow("heapstep", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, width,
                             height, SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
    }
    if (!screen->window || !prepare_renderer(screen)) {
        text_append_string(ret_error, SDL_GetError());
        screen_close(screen);
        return false;
    }
    SDL_SetWindowMinimumSize(screen->window, least_width, least_height);
    SDL_StartTextInput();
    return true;
}

void screen_close(Screen *screen)
{
    if (screen->texture)
        SDL_DestroyTexture(screen->texture);
    if (screen->renderer)
        SDL_DestroyRenderer(screen->renderer);
    if (screen->window)
        SDL_DestroyWindow(screen->window);
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    SDL_Quit();
    *screen = (Screen){0};
}

void screen_size(const Screen *screen, int *ret_width, int *ret_height)
{
    if (screen->renderer)
        SDL_GetRendererOutputSize(screen->renderer, ret_width, ret_height);
    else
        SDL_GetWindowSize(screen->window, ret_width, ret_height);
}

double screen_density(const Screen *screen)
{
    int points, pixels, height;
    SDL_GetWindowSize(screen->window, &points, &height);
    screen_size(screen, &pixels, &height);
    return points > 0 ? (double)pixels / points : 1;
}

static SDL_Rect to_rect(PixelRect rect)
{
    return (SDL_Rect){rect.x, rect.y, rect.width, rect.height};
}

static void show_by_surface(Screen *screen, Pixels pixels, const Damage *damage)
{
    SDL_Surface *target = SDL_GetWindowSurface(screen->window);
    SDL_Surface *source =
        SDL_CreateRGBSurfaceWithFormatFrom(pixels.data, pixels.width, pixels.height, 32,
                                           (int)pixels.stride, SDL_PIXELFORMAT_RGB888);
    SDL_Rect rects[DAMAGE_LIMIT];
    if (target && source) {
        for (uint32_t i = 0; i < damage->count; i++) {
            SDL_Rect to = rects[i] = to_rect(damage->rects[i]);
            SDL_BlitSurface(source, &rects[i], target, &to);
        }
        SDL_UpdateWindowSurfaceRects(screen->window, rects, (int)damage->count);
    }
    SDL_FreeSurface(source);
}

static bool prepare_texture(Screen *screen, Pixels pixels)
{
    if (screen->texture && screen->texture_width == pixels.width &&
        screen->texture_height == pixels.height)
        return true;
    if (screen->texture)
        SDL_DestroyTexture(screen->texture);
    screen->texture =
        SDL_CreateTexture(screen->renderer, SDL_PIXELFORMAT_ARGB8888,
                          SDL_TEXTUREACCESS_STREAMING, pixels.width, pixels.height);
    screen->texture_width = pixels.width;
    screen->texture_height = pixels.height;
    return screen->texture != NULL;
}

static void show_by_texture(Screen *screen, Pixels pixels, const Damage *damage)
{
    if (!prepare_texture(screen, pixels))
        return;
    for (uint32_t i = 0; i < damage->count; i++) {
        SDL_Rect rect = to_rect(damage->rects[i]);
        const uint32_t *first =
            pixels.data + (size_t)rect.y * (pixels.stride / sizeof *pixels.data) + rect.x;
        SDL_UpdateTexture(screen->texture, &rect, first, (int)pixels.stride);
    }
    SDL_RenderCopy(screen->renderer, screen->texture, NULL, NULL);
    SDL_RenderPresent(screen->renderer);
}

void screen_show(Screen *screen, Pixels pixels, const Damage *damage)
{
    if (damage->count && screen->renderer)
        show_by_texture(screen, pixels, damage);
    else if (damage->count)
        show_by_surface(screen, pixels, damage);
}
