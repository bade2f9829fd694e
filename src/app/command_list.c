#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/command.h"
#include "scenario/scenario.h"

static bool is_scenario(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot && (strcmp(dot, ".py") == 0 || strcmp(dot, ".json") == 0);
}

/* A folder as it is said from here: without the current folder's own path. */
static const char *from_here(const char *folder)
{
    char *here = getcwd(NULL, 0);
    size_t length = here ? strlen(here) : 0;
    if (length > 1 && strncmp(folder, here, length) == 0 && folder[length] == '/')
        folder += length + 1;
    free(here);
    return folder;
}

/* The file, as it can be pasted behind `heapstep`, and the scenario's title. */
static bool list(const char *folder, const char *name, int width)
{
    Text path = {0};
    Diagnostics diagnostics = {0};
    text_append_format(&path, "%s/%s", folder, name);
    Scenario *scenario = scenario_read(text_string(&path), true, &diagnostics);
    bool read = scenario != NULL;
    if (read)
        printf("%s/%-*s  %.*s\n", folder, width, name, (int)scenario->title.length,
               scenario->title.bytes);
    scenario_destroy(scenario);
    print_diagnostics(&diagnostics);
    text_done(&path);
    return read;
}

static int widest(const FileNames *names)
{
    size_t width = 0;
    for (size_t i = 0; i < names->count; i++) {
        size_t length = strlen(names->items[i]);
        if (is_scenario(names->items[i]) && length > width)
            width = length;
    }
    return (int)width;
}

int command_list(const Options *options, const Assets *assets)
{
    const char *folder = from_here(assets->scenarios);
    int status = EXIT_FINE;
    FileNames names;
    (void)options;
    file_names_read(folder, "", &names);
    int width = widest(&names);
    for (size_t i = 0; i < names.count; i++) {
        if (is_scenario(names.items[i]) && !list(folder, names.items[i], width))
            status = EXIT_REFUSED;
    }
    if (width == 0) {
        fprintf(stderr, "heapstep: there are no scenarios in %s\n", folder);
        status = EXIT_REFUSED;
    }
    file_names_done(&names);
    return status;
}
