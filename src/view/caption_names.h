#ifndef VIEW_CAPTION_NAMES_H
#define VIEW_CAPTION_NAMES_H
/* Sentences about names that were bound, bound anew or unbound, and about objects that were
 * made. */
#include "view/caption.h"
#include "view/caption_facts.h"

/* `text` is empty scratch space and is left empty. */
void names_say(Caption *caption, const Facts *facts, Text *text);

#endif
