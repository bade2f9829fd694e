#ifndef VIEW_CAPTION_CODE_H
#define VIEW_CAPTION_CODE_H
/* Sentences about one instruction. For caption.c. */
#include "view/caption.h"

/* Tells what the instruction did to the evaluation stack whose Changes end at this moment;
 * `before` is a cursor at moment->since. False where they are not those of one instruction. */
bool caption_code(Caption *caption, const Cursor *before, const Moment *moment);

#endif
