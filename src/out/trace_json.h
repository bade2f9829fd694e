#ifndef OUT_TRACE_JSON_H
#define OUT_TRACE_JSON_H
/* A recording as JSON, for programs: what assets/schemas/trace.schema.json describes. An object
 * stands in a step only where something about it is new; what it was before still holds. */
#include "out/json_text.h"
#include "trace/trace.h"

typedef struct TraceJsonOptions {
    Slice program; /* its name */
    bool repl;
    /* Is a step wanted? NULL: all are. */
    bool (*wants)(void *context, uint32_t step);
    void *context;
} TraceJsonOptions;

/* Appends. */
void trace_json_write(const Trace *trace, TraceJsonOptions options, Text *ret_text);

/* For trace_json.c: a Change as an object, in a file of its own for its many names. */
void trace_json_change(const Trace *trace, uint32_t index, JsonText *json);

#endif
