#include "app/keymap.h"

#include <string.h>

typedef enum Shift {
    SHIFT_EITHER,
    SHIFT_UP,
    SHIFT_DOWN,
} Shift;

typedef struct KeyRow {
    SDL_Keycode key;
    Shift shift;
    Action action;
} KeyRow;

static const KeyRow keys[] = {
    {SDLK_RIGHT, SHIFT_UP, ACTION_NEXT},
    {SDLK_LEFT, SHIFT_UP, ACTION_PREVIOUS},
    {SDLK_RIGHT, SHIFT_DOWN, ACTION_NEXT_CHANGE},
    {SDLK_LEFT, SHIFT_DOWN, ACTION_PREVIOUS_CHANGE},
    {SDLK_DOWN, SHIFT_EITHER, ACTION_TEN_ON},
    {SDLK_UP, SHIFT_EITHER, ACTION_TEN_BACK},
    {SDLK_PAGEDOWN, SHIFT_EITHER, ACTION_NEXT}, /* a presenter's remote control */
    {SDLK_PAGEUP, SHIFT_EITHER, ACTION_PREVIOUS},
    {SDLK_HOME, SHIFT_EITHER, ACTION_FIRST},
    {SDLK_END, SHIFT_EITHER, ACTION_LAST},
    {SDLK_SPACE, SHIFT_EITHER, ACTION_PLAY},
    {SDLK_f, SHIFT_EITHER, ACTION_FIT},
    {SDLK_1, SHIFT_UP, ACTION_VIEW_OBJECTS},
    {SDLK_2, SHIFT_UP, ACTION_VIEW_COLLECTOR},
    {SDLK_KP_1, SHIFT_UP, ACTION_VIEW_OBJECTS},
    {SDLK_KP_2, SHIFT_UP, ACTION_VIEW_COLLECTOR},
    {SDLK_3, SHIFT_UP, ACTION_VIEW_HEAP},
    {SDLK_KP_3, SHIFT_UP, ACTION_VIEW_HEAP},
    {SDLK_4, SHIFT_UP, ACTION_VIEW_TIME},
    {SDLK_KP_4, SHIFT_UP, ACTION_VIEW_TIME},
    {SDLK_5, SHIFT_UP, ACTION_VIEW_CODE},
    {SDLK_KP_5, SHIFT_UP, ACTION_VIEW_CODE},
    {SDLK_t, SHIFT_EITHER, ACTION_THEME},
    {SDLK_s, SHIFT_EITHER, ACTION_SNAPSHOT},
    {SDLK_h, SHIFT_EITHER, ACTION_HELP},
    {SDLK_F1, SHIFT_EITHER, ACTION_HELP},
    {SDLK_ESCAPE, SHIFT_EITHER, ACTION_LEAVE},
    {SDLK_q, SHIFT_EITHER, ACTION_QUIT},
};

typedef struct SignRow {
    const char *text;
    Action action;
} SignRow;

static const SignRow signs[] = {
    {"+", ACTION_ZOOM_IN},
    {"=", ACTION_ZOOM_IN}, /* the same key without Shift on many keyboards */
    {"-", ACTION_ZOOM_OUT},
    {"?", ACTION_HELP},
};

static const HelpRow help[] = {
    {"→  ←", "next, previous statement"},
    {"Shift + →  ←", "next, previous single change"},
    {"↓  ↑", "ten statements on, back"},
    {"Home  End", "first, last step"},
    {"Space", "play, stop"},
    {"+  −  Wheel", "zoom"},
    {"Drag", "move the picture; on the timeline: go to a step"},
    {"Hover", "light up what refers to what"},
    {"F", "fit what lives"},
    {"1 … 5", "objects; collector in slow motion; private heap; over time; bytecode"},
    {"T", "next theme"},
    {"S", "save the picture as PNG"},
    {"?  H  F1", "this help"},
    {"Q", "quit"},
};

Action keymap_of_key(SDL_Keysym key)
{
    bool shifted = (key.mod & KMOD_SHIFT) != 0;
    if (key.mod & (KMOD_ALT | KMOD_GUI))
        return ACTION_NONE;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        bool fits = keys[i].shift == SHIFT_EITHER || shifted == (keys[i].shift == SHIFT_DOWN);
        if (keys[i].key == key.sym && fits)
            return keys[i].action;
    }
    return ACTION_NONE;
}

Action keymap_of_text(const char *text)
{
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (strcmp(signs[i].text, text) == 0)
            return signs[i].action;
    }
    return ACTION_NONE;
}

const HelpRow *keymap_help(uint32_t *ret_count)
{
    *ret_count = sizeof help / sizeof *help;
    return help;
}
