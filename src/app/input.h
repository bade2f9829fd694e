#ifndef APP_INPUT_H
#define APP_INPUT_H
/* What the person does with keys and mouse, event by event. */
#include "app/window.h"

void input_handle(Window *window, const SDL_Event *event, uint64_t now);

#endif
