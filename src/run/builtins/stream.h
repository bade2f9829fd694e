#ifndef RUN_STREAM_H
#define RUN_STREAM_H
/* sys.stdin, sys.stdout and sys.stderr: static objects of type TextIOWrapper, field a says
 * which one, and whatever the program has put in their place. Law: all that the program reads
 * or writes goes through here, so that an assignment to sys.stdout redirects print. */
#include "run/values/objects.h"

enum { STREAM_IN, STREAM_OUT, STREAM_ERR, STREAM_COUNT };

/* Makes the three objects and their type; once, before the program starts. */
void stream_startup(Run *run);
/* What module sys has by this name now; 0: nothing. */
ObjectId stream_sys_value(Run *run, const char *name);
/* What sys.stdin … is now; 0 where the program has deleted it. */
ObjectId stream_current(Run *run, int number);
/* Is it one of the three themselves? */
bool stream_is_standard(Run *run, ObjectId file);
/* Writes through a standard stream or the method write of any other object. False: raised. */
bool stream_write(Run *run, ObjectId file, Slice text);
bool stream_flush(Run *run, ObjectId file);
/* What the interpreter itself has to say (tracebacks): to sys.stderr as it is now. */
void stream_write_error(Run *run, Slice text);
/* The next line with its line break, valid until the next call; false at the end, or raised. */
bool stream_read_line(Run *run, Slice *ret_line);
/* Gives back the line's bytes from `length` on, which are read again. */
void stream_give_back(Run *run, Slice *line, size_t length);
/* The next `size` bytes, or those that are left; negative: all. False: raised. */
bool stream_read_bytes(Run *run, int64_t size, Slice *ret_bytes);
/* The optional size of read and its kin: -1 where it is missing or None. False: raised. */
bool stream_size_argument(Run *run, const Arguments *arguments, int64_t *ret_size);
/* A line from an object of the program with a method readline. */
bool stream_read_line_from(Run *run, ObjectId file, Text *ret_line);
/* sys.displayhook or sys.excepthook where it is not the interpreter's own; 0: it is. */
ObjectId stream_hook(Run *run, const char *name);

#endif
