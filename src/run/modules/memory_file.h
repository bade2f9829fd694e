#ifndef RUN_MEMORY_FILE_H
#define RUN_MEMORY_FILE_H
/* The types of module _io that need no file system, StringIO and BytesIO. Slot 0 is what has
 * been written, a str or bytes; behind it stand pieces that were written at the end and have
 * not been joined yet. Field a is the position and c the length, in code points or bytes; b is
 * a Newline, FILE_CLOSED when closed. */
#include "run/types/native_type.h"

/* What newline= makes of line breaks. */
typedef enum Newline {
    NEWLINE_LF,        /* '\n', the default: nothing is changed */
    NEWLINE_TRANSLATE, /* None: \r\n and \r become \n when written */
    NEWLINE_KEEP,      /* '': all three end a line */
    NEWLINE_CR,        /* '\r', '\r\n': \n becomes it when written */
    NEWLINE_CRLF,
    FILE_CLOSED = 16,
} Newline;

extern const NativeType type_io_base, type_text_io_base, type_buffered_io_base, type_string_io,
    type_bytes_io;

/* A StringIO or a subclass? Else it is a BytesIO. */
bool memory_file_is_text(Run *run, ObjectId file);
/* Raises when the file is closed: in the words of its own type, or in _IOBase's. */
bool memory_file_is_open(Run *run, ObjectId file);
bool memory_file_is_not_closed(Run *run, ObjectId file);
/* What one holds that nothing has been written to. */
ObjectId memory_file_empty(Run *run, bool text);
/* Begins anew with a value (0 or None: empty), at its start. False: raised. */
bool memory_file_begin(Run *run, ObjectId file, ObjectId value, uint32_t newline);
/* Writes a value; its length, as given, into `ret_length`. */
bool memory_file_write_value(Run *run, ObjectId file, ObjectId value, uint32_t *ret_length);
/* The next line; 0 at the end, or raised. */
ObjectId memory_file_next(Run *run, ObjectId file);
NativeCall memory_file_write, memory_file_write_lines, memory_file_read, memory_file_read_line,
    memory_file_read_lines, memory_file_read_into, memory_file_value, memory_file_tell,
    memory_file_seek, memory_file_truncate, memory_file_close;

#endif
