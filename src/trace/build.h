#ifndef TRACE_BUILD_H
#define TRACE_BUILD_H
/* Fills a Trace from its journal: one pass over all Changes with a State that goes along. */
#include "trace/trace.h"

typedef struct CodeOwner {
    const Code *code;
    const Program *program;
} CodeOwner;

/* Needs model, start, programs and owners; sets everything else. */
void build_trace(Trace *trace);

#endif
