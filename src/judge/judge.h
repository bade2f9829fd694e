#ifndef JUDGE_JUDGE_H
#define JUDGE_JUDGE_H
/* Are a scenario's expectations true? Judged from the recording alone; nothing of the program
 * is run. scenarios/README.md says when a statement is over and what each test means. */
#include "scenario/scenario.h"
#include "trace/trace.h"

typedef struct JudgeReport {
    uint32_t expectations; /* in the scenario */
    uint32_t judged;       /* times one was judged */
    uint32_t failed;       /* expectations that did not hold each time, or were never judged */
} JudgeReport;

/* Judges every expectation; each that fails adds a diagnostic at its place, which says what is
 * true instead. */
JudgeReport judge_expectations(const Scenario *scenario, const Trace *trace,
                               Diagnostics *diagnostics);

#endif
