#ifndef RUN_TRACEBACK_LINES_H
#define RUN_TRACEBACK_LINES_H
/* The source lines of a traceback's entry with their markers, as 3.13 draws them:
 * Lib/traceback.py, StackSummary.format_frame_summary. */
#include "base/source.h"
#include "base/text.h"
#include "lang/code.h"
#include "profile/profile.h"

/* Appends the lines of a location, the first of which is not blank. */
void traceback_lines_write(const Source *source, const Location *location,
                           const Profile *profile, Text *ret_text);

#endif
