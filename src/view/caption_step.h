#ifndef VIEW_CAPTION_STEP_H
#define VIEW_CAPTION_STEP_H
/* The caption of a statement, or of any stretch of Changes longer than one. */
#include "view/caption.h"
#include "view/caption_facts.h"

/* Adds the sentences. `step`: the step whose Changes these are, all of them where `whole`. */
void caption_step(Caption *caption, const Facts *facts, const Step *step, bool whole);

#endif
