#include "app/window.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "app/input.h"
#include "base/sink.h"

enum { FRAME_MILLISECONDS = 16 };

static Transform transform_of(const Window *window)
{
    return painter_fit(window->painter, window->viewer.scene.bounds);
}

Point window_point(const Window *window, int x, int y)
{
    double density = screen_density(&window->screen);
    Transform transform = transform_of(window);
    return (Point){(x * density - transform.x) / transform.scale,
                   (y * density - transform.y) / transform.scale};
}

double window_unit(const Window *window)
{
    return screen_density(&window->screen) / transform_of(window).scale;
}

/* --- saving --- */

/* NAME-0005.png, 12 Changes after that step NAME-0005-12.png, at the third beat after it
 * NAME-0005_03.png. */
static void name_snapshot(const Window *window, Text *name)
{
    const Viewer *viewer = &window->viewer;
    uint32_t beat = viewer_beat(viewer);
    uint32_t past = viewer->cursor.change - viewer->trace->steps[viewer->step].change;
    recording_name(window->recording, name);
    text_append_char(name, '-');
    picture_name(viewer->trace, viewer->step, beat, name);
    if (past && !beat)
        text_append_format(name, "-%u", past);
    text_append_string(name, ".png");
}

static bool write_snapshot(Window *window, const char *name, Text *ret_error)
{
    Pixels shown = painter_pixels(window->painter);
    Painter *painter = painter_create(window->picture.fonts);
    Scene scene = {0};
    Text bytes = {0};
    viewer_draw_plain(&window->viewer, &scene);
    bool written = painter_resize(painter, shown.width, shown.height) &&
                   picture_png(painter, &scene, &bytes, ret_error) &&
                   sink_write(name, bytes.bytes, bytes.length, ret_error);
    text_done(&bytes);
    scene_done(&scene);
    painter_destroy(painter);
    return written;
}

void window_save(Window *window, uint64_t now)
{
    Text name = {0}, message = {0};
    name_snapshot(window, &name);
    if (write_snapshot(window, text_string(&name), &message))
        text_append_format(&message, "saved as %s", text_string(&name));
    overlay_say(&window->overlay, text_string(&message), now);
    text_done(&message);
    text_done(&name);
}

/* --- showing --- */

/* The window may have another size: the page is then laid out for it. */
static void heed_size(Window *window)
{
    int width, height;
    screen_size(&window->screen, &width, &height);
    Pixels shown = painter_pixels(window->painter);
    if (shown.width == width && shown.height == height)
        return;
    if (painter_resize(window->painter, width, height)) {
        picture_reshape(&window->picture, width, height);
        viewer_reshaped(&window->viewer);
    }
}

static void show_title(Window *window)
{
    Text title = {0};
    Slice name = window->recording->scenario->title;
    text_append_format(&title, "heapstep — %.*s — ", (int)name.length, name.bytes);
    viewer_describe(&window->viewer, &title);
    if (slice_equal(text_slice(&title), text_slice(&window->title))) {
        text_done(&title);
        return;
    }
    text_done(&window->title);
    window->title = title;
    SDL_SetWindowTitle(window->screen.window, text_string(&window->title));
}

/* Is there anything to be seen that was not there the last time? */
static bool is_stale(const Window *window, uint64_t now)
{
    return window->exposed || window->overlaid || viewer_moves(&window->viewer) ||
           overlay_shows(&window->overlay, now);
}

static void draw(Window *window, uint64_t now)
{
    const Scene *picture = viewer_scene(&window->viewer, now);
    const Scene *scene =
        overlay_on(&window->overlay, picture, themes_current(window->viewer.themes),
                   measure_callback(window->picture.measure), now);
    Damage damage = painter_update(window->painter, scene, transform_of(window));
    Pixels pixels = painter_pixels(window->painter);
    if (window->exposed)
        damage = (Damage){.rects = {{0, 0, pixels.width, pixels.height}}, .count = 1};
    window->exposed = false;
    window->overlaid = overlay_shows(&window->overlay, now);
    screen_show(&window->screen, pixels, &damage);
}

static void show(Window *window, uint64_t now)
{
    heed_size(window);
    if (window->pointed && !window->viewer.animation.runs)
        viewer_hover(&window->viewer, window->pointer);
    window->pointed = false;
    if (is_stale(window, now))
        draw(window, now);
    show_title(window);
}

/* --- waiting --- */

static uint64_t until(uint64_t moment, uint64_t now)
{
    return moment > now ? moment - now : 0;
}

/* Milliseconds until something happens by itself; -1: never. */
static int patience(const Window *window, uint64_t now)
{
    uint64_t least = UINT64_MAX;
    if (viewer_moves(&window->viewer))
        least = FRAME_MILLISECONDS;
    if (window->viewer.playing && until(window->viewer.next_play, now) < least)
        least = until(window->viewer.next_play, now);
    if (now < window->overlay.toast_end && until(window->overlay.toast_end, now) < least)
        least = until(window->overlay.toast_end, now);
    return least == UINT64_MAX ? -1 : (int)least;
}

/* Sleeps until there is an event or time is up, then handles all events that there are. */
static void wait_and_handle(Window *window)
{
    SDL_Event event;
    int wait = patience(window, SDL_GetTicks64());
    bool got = wait < 0 ? SDL_WaitEvent(&event) : SDL_WaitEventTimeout(&event, wait);
    while (got && !window->quit) {
        input_handle(window, &event, SDL_GetTicks64());
        got = SDL_PollEvent(&event);
    }
}

static void loop(Window *window)
{
    while (!window->quit) {
        uint64_t now = SDL_GetTicks64();
        viewer_tick(&window->viewer, now);
        show(window, now);
        wait_and_handle(window);
    }
}

static bool prepare(Window *window, Themes *themes, const Options *options, Text *ret_error)
{
    int width, height;
    screen_size(&window->screen, &width, &height);
    if (!picture_init(&window->picture, window->recording, options->inline_small, width, height,
                      ret_error))
        return false;
    viewer_init(&window->viewer, &window->picture, themes, options->still);
    viewer_look(&window->viewer, options->view);
    if (options->step_count)
        viewer_go(&window->viewer, options->steps[0].first, false);
    window->painter = painter_create(window->picture.fonts);
    painter_resize(window->painter, width, height);
    window->exposed = true;
    window->pointer = (Point){-1, -1};
    return true;
}

bool window_show(const Recording *recording, Themes *themes, const Options *options,
                 Text *ret_error)
{
    Window window = {.recording = recording};
    int width, height;
    picture_size(options, &width, &height);
    if (!screen_open(&window.screen, width, height, !options->width, ret_error))
        return false;
    bool shown = prepare(&window, themes, options, ret_error);
    if (shown) {
        loop(&window);
        painter_destroy(window.painter);
        viewer_done(&window.viewer);
    }
    picture_done(&window.picture);
    overlay_done(&window.overlay);
    text_done(&window.title);
    screen_close(&window.screen);
    return shown;
}
