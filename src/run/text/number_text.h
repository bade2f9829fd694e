#ifndef RUN_NUMBER_TEXT_H
#define RUN_NUMBER_TEXT_H
/* Numbers as people write them in texts: int(), float() and complex() of a str. */
#include "run/values/objects.h"

/* An int in `base` (0: by its prefix); `value` is the object that the ValueError names. */
ObjectId int_parse(Run *run, Slice text, int base, ObjectId value);
/* The text without white space around it, decimal digits of any script as ASCII. False: other
 * characters. */
bool number_text(Slice text, Text *ret_plain);
/* A float in plain ASCII, underscores between digits allowed; false: it is none. */
bool float_parse(Slice text, double *ret_value);
bool complex_parse(Slice text, ComplexPayload *ret_value);
bool float_of_any(Run *run, ObjectId value, double *ret_value);
/* The same of numbers only (PyFloat_AsDouble): "must be real number, not str". */
bool float_as_double(Run *run, ObjectId value, double *ret_value);
/* White space as str.strip has it. */
bool point_is_space(uint32_t point);

#endif
