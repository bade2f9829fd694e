#ifndef SCENARIO_REMARKS_H
#define SCENARIO_REMARKS_H
/* The .py form: marker comments become notes, questions, expectations and labels. */
#include "scenario/scenario.h"

/* Fills the scenario from the comments of its program. False when one of them is wrong. */
bool remarks_read(Scenario *scenario, Diagnostics *diagnostics);

/* For both forms. */
enum {
    REMARK_LIMIT = 1000, /* of each kind */
    TITLE_LIMIT = 80,    /* code points */
    PROSE_LIMIT = 400,
};
void scenario_add_note(Scenario *scenario, Note note);
void scenario_add_question(Scenario *scenario, Question question);
void scenario_add_expectation(Scenario *scenario, Expectation expectation);
void scenario_add_label(Scenario *scenario, Label label);

#endif
