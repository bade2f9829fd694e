#include <stdio.h>

#include "app/command.h"
#include "app/recording.h"

/* The program's output goes out as it is written, both streams in the order of the program. */
static void write_output(void *context, int stream, Slice bytes)
{
    (void)context;
    if (stream == 2)
        fflush(stdout);
    fwrite(bytes.bytes, 1, bytes.length, stream == 2 ? stderr : stdout);
}

static int exit_status(const Recording *recording, Diagnostics *diagnostics)
{
    const RunResult *result = &recording->result;
    switch (result->end) {
    case RUN_FINISHED:
    case RUN_EXCEPTION:
    case RUN_EXIT:
        return result->exit_status;
    case RUN_SYNTAX:
        diagnostics_done(diagnostics); /* Python's own words are out already */
        return result->exit_status;
    case RUN_UNSUPPORTED:
    case RUN_LIMIT:
        recording_is_whole(recording, diagnostics);
        return EXIT_REFUSED;
    }
    return EXIT_REFUSED;
}

int command_run(const Options *options, const Assets *assets)
{
    Diagnostics diagnostics = {0};
    OutputHook output = {write_output, NULL};
    Recording *recording =
        recording_create_run(options->files[0], options, assets, output, &diagnostics);
    int status = recording ? exit_status(recording, &diagnostics) : EXIT_REFUSED;
    fflush(stdout);
    print_diagnostics(&diagnostics);
    recording_destroy(recording);
    return status;
}
