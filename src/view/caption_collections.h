#ifndef VIEW_CAPTION_COLLECTIONS_H
#define VIEW_CAPTION_COLLECTIONS_H
/* Sentences about collections: what was looked at, found, freed and promoted. */
#include "view/caption.h"
#include "view/caption_facts.h"

/* `text` is empty scratch space and is left empty. */
void collections_say(Caption *caption, const Facts *facts, Text *text);

#endif
