#include "app/input.h"

#include <math.h>

#include "app/keymap.h"

static const double zoom_step = 1.15;

static void leave(Window *window)
{
    if (window->overlay.help)
        window->overlay.help = false;
    else
        window->quit = true;
}

/* `eases`: with a transition. Going anywhere by hand stops playing. */
static void go(Window *window, Action action, bool eases)
{
    Viewer *viewer = &window->viewer;
    viewer->playing = false;
    switch (action) {
    case ACTION_NEXT:
        viewer_go_by(viewer, 1, eases);
        break;
    case ACTION_PREVIOUS:
        viewer_go_by(viewer, -1, eases);
        break;
    case ACTION_NEXT_CHANGE:
        viewer_go_change(viewer, 1, eases);
        break;
    case ACTION_PREVIOUS_CHANGE:
        viewer_go_change(viewer, -1, eases);
        break;
    case ACTION_TEN_ON:
        viewer_go_by(viewer, 10, eases);
        break;
    case ACTION_TEN_BACK:
        viewer_go_by(viewer, -10, eases);
        break;
    case ACTION_FIRST:
        viewer_go(viewer, 0, eases);
        break;
    case ACTION_LAST:
        viewer_go(viewer, UINT32_MAX, eases);
        break;
    case ACTION_NONE:
    case ACTION_PLAY:
    case ACTION_ZOOM_IN:
    case ACTION_ZOOM_OUT:
    case ACTION_FIT:
    case ACTION_VIEW_OBJECTS:
    case ACTION_VIEW_COLLECTOR:
    case ACTION_VIEW_HEAP:
    case ACTION_VIEW_TIME:
    case ACTION_VIEW_CODE:
    case ACTION_THEME:
    case ACTION_SNAPSHOT:
    case ACTION_HELP:
    case ACTION_LEAVE:
    case ACTION_QUIT:
        break;
    }
}

static void act(Window *window, Action action, bool repeated, uint64_t now)
{
    Viewer *viewer = &window->viewer;
    switch (action) {
    case ACTION_NONE:
        break;
    case ACTION_NEXT:
    case ACTION_PREVIOUS:
    case ACTION_NEXT_CHANGE:
    case ACTION_PREVIOUS_CHANGE:
    case ACTION_TEN_ON:
    case ACTION_TEN_BACK:
    case ACTION_FIRST:
    case ACTION_LAST:
        go(window, action, !repeated);
        break;
    case ACTION_PLAY:
        if (!repeated)
            viewer_play(viewer, now);
        break;
    case ACTION_ZOOM_IN:
        viewer_zoom(viewer, zoom_step, window->pointer);
        break;
    case ACTION_ZOOM_OUT:
        viewer_zoom(viewer, 1 / zoom_step, window->pointer);
        break;
    case ACTION_FIT:
        viewer_fit(viewer);
        break;
    case ACTION_VIEW_OBJECTS:
        viewer_look(viewer, VIEW_OBJECTS);
        break;
    case ACTION_VIEW_COLLECTOR:
        viewer_look(viewer, VIEW_COLLECTOR);
        break;
    case ACTION_VIEW_HEAP:
        viewer_look(viewer, VIEW_HEAP);
        break;
    case ACTION_VIEW_TIME:
        viewer_look(viewer, VIEW_TIME);
        break;
    case ACTION_VIEW_CODE:
        viewer_look(viewer, VIEW_CODE);
        break;
    case ACTION_THEME:
        viewer_next_theme(viewer);
        break;
    case ACTION_SNAPSHOT:
        if (!repeated)
            window_save(window, now);
        break;
    case ACTION_HELP:
        if (!repeated)
            window->overlay.help = !window->overlay.help;
        break;
    case ACTION_LEAVE:
        leave(window);
        break;
    case ACTION_QUIT:
        window->quit = true;
        break;
    }
}

/* --- mouse --- */

static void scrub(Window *window)
{
    uint32_t step;
    Point held = {window->pointer.x, window->drag_y};
    if (viewer_timeline(&window->viewer, held, &step)) {
        window->viewer.playing = false;
        viewer_go(&window->viewer, step, false);
    }
}

static void press(Window *window, const SDL_MouseButtonEvent *event)
{
    uint32_t step;
    window->pointer = window_point(window, event->x, event->y);
    window->drag_y = window->pointer.y;
    if (viewer_timeline(&window->viewer, window->pointer, &step)) {
        window->drag = DRAG_TIMELINE;
        scrub(window);
    } else if (viewer_is_canvas(&window->viewer, window->pointer)) {
        window->drag = DRAG_CANVAS;
    }
    if (window->drag != DRAG_NONE)
        SDL_CaptureMouse(SDL_TRUE);
}

static void release(Window *window)
{
    window->drag = DRAG_NONE;
    SDL_CaptureMouse(SDL_FALSE);
}

static void point(Window *window, const SDL_MouseMotionEvent *event)
{
    double unit = window_unit(window);
    window->pointer = window_point(window, event->x, event->y);
    switch (window->drag) {
    case DRAG_NONE:
        window->pointed = true;
        break;
    case DRAG_CANVAS:
        viewer_pan(&window->viewer, event->xrel * unit, event->yrel * unit);
        break;
    case DRAG_TIMELINE:
        scrub(window);
        break;
    }
}

static void turn_wheel(Window *window, const SDL_MouseWheelEvent *event)
{
    double turns = (double)event->preciseY;
    if (event->direction == SDL_MOUSEWHEEL_FLIPPED)
        turns = -turns;
    if (turns != 0 && viewer_is_canvas(&window->viewer, window->pointer))
        viewer_zoom(&window->viewer, pow(zoom_step, turns), window->pointer);
}

static void handle_window(Window *window, const SDL_WindowEvent *event)
{
    if (event->event == SDL_WINDOWEVENT_EXPOSED ||
        event->event == SDL_WINDOWEVENT_SIZE_CHANGED ||
        event->event == SDL_WINDOWEVENT_RESTORED)
        window->exposed = true;
    else if (event->event == SDL_WINDOWEVENT_LEAVE && window->drag == DRAG_NONE) {
        window->pointer = (Point){-1, -1};
        window->pointed = true;
    }
}

void input_handle(Window *window, const SDL_Event *event, uint64_t now)
{
    switch ((SDL_EventType)event->type) {
    case SDL_QUIT:
        window->quit = true;
        break;
    case SDL_KEYDOWN:
        act(window, keymap_of_key(event->key.keysym), event->key.repeat != 0, now);
        break;
    case SDL_TEXTINPUT:
        act(window, keymap_of_text(event->text.text), false, now);
        break;
    case SDL_MOUSEBUTTONDOWN:
        if (event->button.button == SDL_BUTTON_LEFT)
            press(window, &event->button);
        break;
    case SDL_MOUSEBUTTONUP:
        if (event->button.button == SDL_BUTTON_LEFT)
            release(window);
        break;
    case SDL_MOUSEMOTION:
        point(window, &event->motion);
        break;
    case SDL_MOUSEWHEEL:
        turn_wheel(window, &event->wheel);
        break;
    case SDL_WINDOWEVENT:
        handle_window(window, &event->window);
        break;
    default: /* SDL's enumeration, of which most is nothing to us */
        break;
    }
}
