#ifndef VIEW_CAPTION_HOLDER_H
#define VIEW_CAPTION_HOLDER_H
/* Who holds an object: the answer to "why does it live?". */
#include "trace/cursor.h"

/* Appends a clause such as "the name b still refers to it" or "Person #12 still holds it
 * through its attribute friend"; false where nothing that a reader can see holds it. */
bool holder_explain(const Cursor *cursor, ObjectId id, Text *text);
/* A name that the object is bound to in a frame that lives at both moments, other than `except`
 * of `frame`; false: there is none. `*ret_frame` is the frame at the moment of `also`. */
bool holder_name(const Cursor *cursor, const Cursor *also, ObjectId id, ObjectId frame,
                 Slice except, Binding *ret_binding, ObjectId *ret_frame);
/* Do the constants of the program's code hold it? */
bool holder_is_constant(const Cursor *cursor, ObjectId id);

#endif
