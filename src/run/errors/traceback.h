#ifndef RUN_TRACEBACK_H
#define RUN_TRACEBACK_H
/* What the traceback's files share: the parts of an exception's text, and where the ~ and ^
 * markers of a line stand (3.11+). Positions are byte offsets in the line as it is in the
 * source. */
#include "run/interpreter.h"

/* Appends the entries of an exception's traceback; false: it has none, or none is told. */
bool traceback_write_entries(Run *run, ObjectId exception, Text *ret_text);
/* Who writes: the interpreter, or the module traceback, which up to 3.10 names types of
 * __main__ without it and up to 3.11 makes no suggestions. */
typedef enum TracebackStyle { TRACEBACK_OWN, TRACEBACK_MODULE } TracebackStyle;

/* Appends its type and its text; its notes. */
void traceback_write_value(Run *run, ObjectId exception, TracebackStyle style, Text *ret_text);
void traceback_write_notes(Run *run, ObjectId exception, Text *ret_text);
/* The exception and its traceback without those before it. */
void traceback_write_alone(Run *run, ObjectId exception, TracebackStyle style, Text *ret_text);
/* All of it, as traceback_write does for the interpreter. */
void traceback_write_as(Run *run, ObjectId exception, TracebackStyle style, Text *ret_text);
/* One KIND_TRACEBACK's lines. */
void traceback_write_entry(const Run *run, ObjectId traceback, Text *ret_text);
/* The source with this name (__file__), NULL: none of the program's. */
const Source *traceback_find_source(const Run *run, Slice file);
/* Is the entry one of the library's, which are not shown? */
bool traceback_is_hidden(const Run *run, ObjectId traceback);

typedef struct Anchors {
    size_t start, end;  /* all that is marked */
    size_t left, right; /* within it the part with '^', the rest has '~'; left == right: '^'
                           throughout */
    bool split;
} Anchors;

/* Finds the markers for an instruction's location in `line`; false: none are shown. */
bool anchors_find(Slice line, const Location *location, Opcode op, uint32_t arg,
                  Anchors *ret_anchors);

#endif
