#ifndef VIEW_CAPTION_WORDS_H
#define VIEW_CAPTION_WORDS_H
/* How captions call things. Everything appends to a Text. */
#include "trace/cursor.h"

/* "Person #9", "int 10", "str 'Bob' #11", "None", "function greet", "module gc". Objects of the
 * program that could be mistaken for another carry their number. */
void words_object(Text *text, const Cursor *cursor, ObjectId id);
/* "Person #9, list #3 and 4 more": at most `shown` of `count` (of which the first `kept` are in
 * `ids`). */
void words_objects(Text *text, const Cursor *cursor, const ObjectId *ids, uint32_t kept,
                   uint32_t count, uint32_t shown);
/* "the module", "func", "the body of class Person" */
void words_frame(Text *text, const Cursor *cursor, ObjectId frame);
/* "its item 2", "its attribute friend", "its key 'a'" */
void words_place(Text *text, const Cursor *cursor, ObjectId holder, const Reference *reference);
/* Joins the parts of a list: nothing before the first, ", " between, " and " before the last.
 */
void words_join(Text *text, uint32_t index, uint32_t count);
/* "1 reference", "2 references" */
void words_count(Text *text, uint64_t count, const char *singular);

/* Is it the body of a module? */
bool words_is_module(const Code *code);
/* The name of a type as the program writes it: "list". */
void words_type(Text *text, const Cursor *cursor, ObjectId id);

#endif
