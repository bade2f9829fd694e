#include <stdio.h>

#include "app/command.h"
#include "app/window.h"

/* The program's failure is part of what there is to see, so it is told but keeps nobody from
 * looking. */
static int show(const Recording *recording, const Options *options, Themes *themes,
                Diagnostics *diagnostics)
{
    Text error = {0};
    bool whole = recording_is_whole(recording, diagnostics);
    if (!recording->trace)
        return EXIT_REFUSED;
    print_diagnostics(diagnostics);
    bool shown = window_show(recording, themes, options, &error);
    if (!shown)
        diagnostics_add_file(diagnostics, "heapstep",
                             "no window can be opened (%s); without a display, "
                             "`heapstep export %s -o FOLDER` writes the pictures",
                             text_string(&error), recording->path);
    text_done(&error);
    return !shown ? EXIT_REFUSED : whole ? EXIT_FINE : EXIT_FAILED;
}

int command_show(const Options *options, const Assets *assets)
{
    Diagnostics diagnostics = {0};
    Themes themes = {0};
    int status = EXIT_REFUSED;
    if (themes_read(assets, options->theme, &themes, &diagnostics)) {
        Recording *recording =
            recording_create(options->files[0], options, assets, &diagnostics);
        if (recording)
            status = show(recording, options, &themes, &diagnostics);
        recording_destroy(recording);
    }
    print_diagnostics(&diagnostics);
    themes_done(&themes);
    return status;
}
