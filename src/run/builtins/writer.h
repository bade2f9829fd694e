#ifndef RUN_WRITER_H
#define RUN_WRITER_H
/* The calls of a stream's write that print makes: Objects/fileobject.c, PyFile_WriteObject.
 * What they allocate shows in the collector's counts once a full collection has emptied the
 * free lists. Law: a Writer lives from before the text of a value is made until it is written,
 * and what it holds is in HAND. */
#include "run/values/objects.h"

typedef struct Writer {
    ObjectId file;
    ObjectId method; /* bound; 0: of a standard stream, where nobody could see it */
    uint32_t mark;
    bool counts; /* the method is one more allocation that the collector counts */
} Writer;

/* Gets the method write of `file`. `plain`: making the text runs no code of the program. False:
 * raised; then there is nothing to close. */
bool writer_open(Run *run, ObjectId file, bool plain, Writer *ret_writer);
bool writer_write(Run *run, const Writer *writer, Slice text);
void writer_close(Run *run, const Writer *writer);

/* The names of print's keywords, which the interpreter keeps as a tuple since the first call
 * that needs them (Python/getargs.c, parser_init): 3.7 to 3.11. */
void writer_know_keywords(Run *run, const char *const *names, bool named);

#endif
