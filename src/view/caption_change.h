#ifndef VIEW_CAPTION_CHANGE_H
#define VIEW_CAPTION_CHANGE_H
/* The caption of one single Change. */
#include "trace/cursor.h"
#include "view/caption.h"

/* Adds the sentences for the Change that leads from `before` to `after`. */
void caption_change(Caption *caption, const Cursor *before, const Cursor *after);

#endif
