#ifndef APP_STOPS_H
#define APP_STOPS_H
/* Where stepping by single Changes stops: behind each Change that a person can see, and at the
 * steps. A stop is a number of Changes, as cursor_seek takes it. The same ones forwards and
 * back. */
#include "trace/trace.h"

/* Does the Change with this index alter what is drawn? Words of the allocator, registers and
 * the next instruction alone do not. */
bool stops_shows(const Trace *trace, uint32_t index);
/* The first stop after `change`; the trace's last moment where there is none. */
uint32_t stops_next(const Trace *trace, uint32_t change);
/* The last stop before `change`; step 0's moment where there is none. */
uint32_t stops_previous(const Trace *trace, uint32_t change);
/* From which Change on what happened stands out at a stop: the one before it, or the whole step
 * where a step ends with one that nobody sees. */
uint32_t stops_since(const Trace *trace, uint32_t change);

#endif
