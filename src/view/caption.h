#ifndef VIEW_CAPTION_H
#define VIEW_CAPTION_H
/* What a moment's Changes did and why, in plain sentences. Law: every sentence is computed from
 * the state before, the state after and the Changes between, never guessed from the program's
 * text alone. */
#include "view/moment.h"

enum { CAPTION_LINE_LIMIT = 24 };

typedef struct CaptionLine {
    Slice text;
    uint8_t weight; /* where room is short, the lightest go first */
    bool strong;    /* the decisive one */
} CaptionLine;

/* Zero is an empty Caption. */
typedef struct Caption {
    Region region; /* its texts */
    Slice heading; /* the statement as it is written */
    Slice aside;   /* behind the heading: which single Change of how many; may be empty */
    CaptionLine lines[CAPTION_LINE_LIMIT];
    uint32_t count;
} Caption;

void caption_done(Caption *caption);
/* Writes the caption of a moment anew. `back` is a cursor of the caller's on the same trace,
 * for looking at earlier moments; it is left at moment->since. */
void caption_write(Caption *caption, Cursor *back, const Moment *moment);

/* For the room's own files. Adds a sentence (copied) and empties `sentence`. */
void caption_say(Caption *caption, uint8_t weight, Text *sentence);

#endif
