#ifndef JUDGE_WATCH_H
#define JUDGE_WATCH_H
/* When statements of the program begin and when they are over. */
#include "scenario/scenario.h"
#include "trace/cursor.h"

/* A statement has come to its end. The cursor stands at that moment. */
typedef struct StatementEnd {
    uint32_t line;  /* where it begins */
    ObjectId frame; /* that ran it; it may have ended */
    uint32_t begun; /* Changes made before it */
} StatementEnd;
typedef void StatementOver(void *context, const Cursor *cursor, StatementEnd end);

/* Goes through the recording and tells the end of each statement that begins on one of `lines`
 * (ascending, without repeats). `program` gives the extent of their bodies. */
void watch_statements(const Trace *trace, const Source *program, const uint32_t *lines,
                      uint32_t line_count, StatementOver *over, void *context);

#endif
