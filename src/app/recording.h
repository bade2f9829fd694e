#ifndef APP_RECORDING_H
#define APP_RECORDING_H
/* From a file to a recording: the scenario is read, its program run to its end or to a limit,
 * and what happened indexed. One struct owns it all; immutable once made. Prints nothing: what
 * there is to say is in the diagnostics. */
#include "app/modules.h"
#include "app/options.h"
#include "run/run.h"
#include "scenario/scenario.h"
#include "trace/trace.h"

typedef struct Recording {
    const char *path; /* as given; not owned */
    Scenario *scenario;
    Profile profile;
    Modules modules; /* what the program imports; the result's programs point into it */
    bool repl; /* each statement its own code object */
    RunResult result;
    Trace *trace; /* NULL where nothing was recorded */
} Recording;

/* Where output goes and input comes from while the program runs. */
typedef struct Console {
    void (*write)(void *context, int stream, Slice bytes);
    void (*read_line)(void *context, Text *ret_line); /* as RunOptions has it */
    void *context;
} Console;

/* Reads, runs and records `path`. NULL, with diagnostics, where there is nothing to run. A
 * program that fails, or that a limit stops, is recorded as far as it came; `result.end` says
 * how it ended. */
Recording *recording_create(const char *path, const Options *options, const Assets *assets,
                            Diagnostics *diagnostics);
/* Only runs the program: remarks are not looked at and nothing is recorded. */
Recording *recording_create_run(const char *path, const Options *options, const Assets *assets,
                                Console console, Diagnostics *diagnostics);
void recording_destroy(Recording *recording);

/* Did the program do what it was to do? Else what became of it goes to the diagnostics: which
 * exception, which limit. */
bool recording_is_whole(const Recording *recording, Diagnostics *diagnostics);
/* The file's name without folder and ending; "stdin" for standard input. Appends. */
void recording_name(const Recording *recording, Text *ret_name);

#endif
