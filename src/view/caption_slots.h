#ifndef VIEW_CAPTION_SLOTS_H
#define VIEW_CAPTION_SLOTS_H
/* Sentences about items, keys and attributes of objects that were there before. */
#include "view/caption.h"
#include "view/caption_facts.h"

/* `text` is empty scratch space and is left empty. */
void slots_say(Caption *caption, const Facts *facts, Text *text);

#endif
