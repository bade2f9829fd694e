#ifndef RUN_SUGGESTION_H
#define RUN_SUGGESTION_H
/* "Did you mean: 'print'?" after a NameError or AttributeError (3.10+): Python/suggestions.c.
 */
#include "run/interpreter.h"

/* Appends what CPython adds to the message when it prints the exception; nothing where it knows
 * no better. */
void suggestion_write(Run *run, ObjectId exception, Text *ret_text);

/* The one of these names that a wrong one probably means; 0: none is near. */
ObjectId suggestion_of(const Run *run, const ObjectId *names, uint32_t count, ObjectId wrong);

#endif
