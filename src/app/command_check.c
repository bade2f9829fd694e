#include <stdio.h>

#include "app/command.h"
#include "app/recording.h"
#include "judge/judge.h"

static int judge(const Recording *recording, const Options *options, Diagnostics *diagnostics)
{
    JudgeReport report = judge_expectations(recording->scenario, recording->trace, diagnostics);
    bool whole = recording_is_whole(recording, diagnostics);
    if (!options->quiet)
        printf("%s: %u of %u expectations hold\n", recording->scenario->file->name,
               report.expectations - report.failed, report.expectations);
    return report.failed || !whole ? EXIT_FAILED : EXIT_FINE;
}

/* A program that cannot be run at all is wrong input; one that fails has failed. */
static int check(const char *path, const Options *options, const Assets *assets)
{
    Diagnostics diagnostics = {0};
    Recording *recording = recording_create(path, options, assets, &diagnostics);
    int status = EXIT_REFUSED;
    if (recording && recording->trace)
        status = judge(recording, options, &diagnostics);
    else if (recording)
        recording_is_whole(recording, &diagnostics);
    if (recording && recording->result.end == RUN_UNSUPPORTED)
        status = EXIT_REFUSED;
    fflush(stdout);
    print_diagnostics(&diagnostics);
    recording_destroy(recording);
    return status;
}

int command_check(const Options *options, const Assets *assets)
{
    int worst = EXIT_FINE;
    for (size_t i = 0; i < options->file_count; i++) {
        int status = check(options->files[i], options, assets);
        worst = status > worst ? status : worst;
    }
    return worst;
}
