#include "scenario/scenario.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "scenario/json_form.h"
#include "scenario/remarks.h"

static bool ends_with(const char *text, const char *ending)
{
    size_t length = strlen(text), tail = strlen(ending);
    return length >= tail && strcmp(text + length - tail, ending) == 0;
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* Without a heading the title is the file's name. */
static void default_title(Scenario *scenario)
{
    if (!scenario->title.length)
        scenario->title =
            region_slice(&scenario->region, slice_of(base_name(scenario->file->name)));
}

Scenario *scenario_read(const char *path, bool remarks, Diagnostics *diagnostics)
{
    Text error = {0};
    Source *source = source_read(path, &error);
    if (!source) {
        diagnostics_add_file(diagnostics, path, "%s", text_string(&error));
        text_done(&error);
        return NULL;
    }
    text_done(&error);
    Scenario *scenario = memory_allocate(sizeof *scenario);
    scenario->file = source;
    bool fine = true;
    if (ends_with(path, ".json")) {
        fine = json_form_read(scenario, path, diagnostics);
    } else {
        scenario->program = source;
        scenario->script_name = memory_copy(source->name, strlen(source->name));
        bool readable = source_find_bad_byte(source) == source->length;
        if (remarks && readable)
            fine = remarks_read(scenario, diagnostics);
    }
    if (!fine) {
        scenario_destroy(scenario);
        return NULL;
    }
    default_title(scenario);
    return scenario;
}

void scenario_destroy(Scenario *scenario)
{
    if (!scenario)
        return;
    if (scenario->program != scenario->file)
        source_destroy(scenario->program);
    source_destroy(scenario->file);
    free(scenario->script_name);
    free(scenario->notes);
    free(scenario->questions);
    free(scenario->expectations);
    free(scenario->labels);
    region_done(&scenario->region);
    free(scenario);
}
