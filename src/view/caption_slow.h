#ifndef VIEW_CAPTION_SLOW_H
#define VIEW_CAPTION_SLOW_H
/* Sentences about a beat of the collector's slow motion. For caption.c. */
#include "view/caption.h"

/* Tells what the collection under way (or just over) did since the beat before; `before` is a
 * cursor at moment->since. False where the moment has to do with no collection. */
bool caption_slow(Caption *caption, const Cursor *before, const Moment *moment);

#endif
