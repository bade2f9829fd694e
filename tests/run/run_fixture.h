#ifndef TEST_RUN_FIXTURE_H
#define TEST_RUN_FIXTURE_H
/* Runs a small program for a test: its output by stream, how it ended, and the recording,
 * checked change by change and undone to its start. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "run/run.h"

typedef struct Ran {
    Text out, err;
    RunEnd end;
    int exit_status;
    Text message;
    Text diagnostics;
} Ran;

/* How a test's program is run; zero is a 3.12 script with a journal. */
typedef struct RunHow {
    const char *version;
    bool drops_journal, repl;
    const char *input;
    RunLimits limits;
} RunHow;

/* Runs `program`; release with ran_done. The journal's checks are done where one is kept. */
Ran run_program_text(const char *program, const RunHow *how);
void ran_done(Ran *ran);
/* The program prints `out`, and nothing to stderr, with a journal and without one. */
void assert_prints(const char *program, const char *out);
/* The program's stderr is `err`, its status 1. */
void assert_fails(const char *program, const char *err);

#endif
