#ifndef VIEW_COLOURED_H
#define VIEW_COLOURED_H
/* Looking things up in a program's syntax colours. */
#include "lang/lang.h"

/* The first span that ends behind the byte `at`; colours.count when there is none. */
size_t coloured_find(ColouredSource colours, size_t at);
/* Bytes of a line in front of its comment, and of the spaces before that. */
size_t coloured_code_length(ColouredSource colours, const Source *source, uint32_t line);
/* Does the line begin inside a string? */
bool coloured_begins_in_string(ColouredSource colours, const Source *source, uint32_t line);

#endif
