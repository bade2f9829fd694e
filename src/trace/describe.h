#ifndef TRACE_DESCRIBE_H
#define TRACE_DESCRIBE_H
/* Objects in words: what stands on their cards. */
#include "trace/cursor.h"

/* As cursor_value. */
void describe_value(const Cursor *cursor, ObjectId id, uint32_t limit, Text *ret_text);

#endif
