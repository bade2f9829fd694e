#ifndef VIEW_STACK_DEPTH_H
#define VIEW_STACK_DEPTH_H
/* The evaluation stack of a frame: its slots behind the fast locals. */
#include "trace/cursor.h"

/* The index of its lowest entry among the frame's slots, and how many entries there are. */
uint32_t stack_base(const Cursor *cursor, ObjectId frame);
uint32_t stack_depth(const Cursor *cursor, ObjectId frame);
/* How many entries have been there all the time since `since` Changes. */
uint32_t stack_untouched(const Cursor *cursor, ObjectId frame, uint32_t since);

#endif
