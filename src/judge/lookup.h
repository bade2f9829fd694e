#ifndef JUDGE_LOOKUP_H
#define JUDGE_LOOKUP_H
/* From a path to an object, in a recording. */
#include "scenario/scenario.h"
#include "trace/cursor.h"

/* What `path` leads to from a statement of `frame` (0, or a frame that has ended: the module's
 * names only). 0, with what is missing in `ret_missing` (appended), where it leads nowhere. */
ObjectId lookup_path(const Cursor *cursor, ObjectId frame, const Path *path, Text *ret_missing);

#endif
