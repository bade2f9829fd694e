#ifndef RUN_SUGGESTION_H
#define RUN_SUGGESTION_H
/* "Did you mean: 'print'?" after a NameError or AttributeError (3.10+): Python/suggestions.c.
 */
#include "run/interpreter.h"

/* Appends what CPython adds to the message when it prints the exception; nothing where it knows
 * no better. */
void suggestion_write(Run *run, ObjectId exception, Text *ret_text);

#endif
