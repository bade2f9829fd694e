#ifndef RUN_WARNING_H
#define RUN_WARNING_H
/* Warnings while the program runs, under CPython's default filters. Law: they go to standard
 * error and are never exceptions. */
#include "run/native.h"

/* A DeprecationWarning of the running line: shown in __main__ only, each line and message once.
 * The message must outlive the run. */
void warn_deprecated(Run *run, const char *message);

#endif
