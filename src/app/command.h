#ifndef APP_COMMAND_H
#define APP_COMMAND_H
/* The commands: each reads its files, does its work and returns the exit status of the process.
 * They print what there is to say. Exit statuses are named here; run's are the program's own.
 */
#include "app/assets.h"
#include "app/options.h"

enum {
    EXIT_FINE = 0,
    EXIT_FAILED = 1,  /* an expectation, or the modelled program */
    EXIT_REFUSED = 2, /* wrong usage or input */
};

typedef int RunCommand(const Options *options, const Assets *assets);
RunCommand command_show, command_run, command_export, command_check, command_list;

/* Prints the diagnostics on stderr and empties them. */
void print_diagnostics(Diagnostics *diagnostics);

#endif
