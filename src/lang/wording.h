#ifndef LANG_WORDING_H
#define LANG_WORDING_H
/* How older versions word what is wrong with a program. The room's other files say it as the
 * newest version does, so that there is one text for each mistake. */
#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

/* Replaces a message of the newest version by the one of version 3.`minor`. */
void wording_adapt(char *message, size_t capacity, int minor);
/* Whether it is the message that says nothing but that something is wrong. */
bool wording_is_plain(const char *message);
/* Python 2's `print x` and `exec x`, as 3.6 to 3.9 tell them from the text of the line at fault
 * alone. False where the line holds neither; else `message` is replaced. */
bool wording_of_legacy_statement(Slice line, char *message, size_t capacity);

#endif
