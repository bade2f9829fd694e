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

/* What the program asks for comes after all that it has written. */
static void read_line(void *context, Text *ret_line)
{
    (void)context;
    fflush(stdout);
    for (int c = 0; c != '\n' && (c = getchar()) != EOF;)
        text_append_char(ret_line, (char)c);
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
    Console console = {write_output, read_line, NULL};
    Recording *recording =
        recording_create_run(options->files[0], options, assets, console, &diagnostics);
    int status = recording ? exit_status(recording, &diagnostics) : EXIT_REFUSED;
    fflush(stdout);
    print_diagnostics(&diagnostics);
    recording_destroy(recording);
    return status;
}
