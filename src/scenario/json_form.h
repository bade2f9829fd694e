#ifndef SCENARIO_JSON_FORM_H
#define SCENARIO_JSON_FORM_H
/* The .json form (assets/schemas/scenario.schema.json), read strictly. */
#include "scenario/scenario.h"

/* Fills the scenario from its file, which stands at `path`. False when anything is wrong. */
bool json_form_read(Scenario *scenario, const char *path, Diagnostics *diagnostics);

#endif
