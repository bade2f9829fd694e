#ifndef VIEW_CARD_H
#define VIEW_CARD_H
/* Cards: what one object or one frame looks like. Sizes come from the layout's density. */
#include "view/drawing.h"

/* The width that an object's card wants at the cursor's moment, in the roomiest density. */
double card_width(const Sight *sight, const Cursor *cursor, Measure measure, ObjectId id);
/* Bytes of the heading's texts. */
size_t card_heading_length(const Cursor *cursor, ObjectId id);
double frame_card_width(const Cursor *cursor, Measure measure, ObjectId frame);
double frame_name_width(Measure measure, Slice name, bool with_value);

/* Draws an object at its place. A dead one is drawn as it last was. */
void card_draw(const Drawing *drawing, ObjectId id, uint32_t place, bool is_dead);
/* The card's height as it is now. */
double card_height(const Drawing *drawing, const Cursor *cursor, ObjectId id);
/* Draws the frame at place `depth` of the stack. */
void frame_card_draw(const Drawing *drawing, uint32_t depth);

#endif
