#ifndef RUN_LINE_PROFILE_H
#define RUN_LINE_PROFILE_H
/* What memory_profiler.profile measures: after each line of a function and of what it defines
 * (comprehensions, lambdas, inner functions: their own frames), the bytes that the
 * program's objects take. The table is written by the library's memory_profiler.py. Law:
 * measuring makes no object of the program's. */
#include "run/interpreter.h"

typedef struct LineProfile LineProfile;

/* An instruction is about to run. Only while run->line_profile is set. */
void line_profile_instruction(Run *run, const Activation *activation);
/* A frame returns or yields. */
void line_profile_leave(Run *run, const Activation *activation, FrameEnd end);
/* Host memory of profiles that a limit has left behind. */
void line_profile_done(Run *run);

#endif
