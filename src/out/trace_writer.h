#ifndef OUT_TRACE_WRITER_H
#define OUT_TRACE_WRITER_H
/* What the files of the JSON trace share: trace_json.c writes the events, trace_objects.c the
 * frames and objects of one, trace_graph.c finds which objects there are and what they refer
 * to. */
#include "out/json_text.h"
#include "out/trace_holders.h"
#include "out/trace_json.h"
#include "trace/line_events.h"

enum { FRAME_LIMIT = 4096 };
typedef enum Mark {
    MARK_REACHED = 1, /* from the program's names */
    MARK_LEFT = 2,    /* only by what names led to before, if at all */
} Mark;
enum { UNWRITTEN = 1 }; /* a hash: met, nothing written yet */

typedef struct Writer {
    const Trace *trace;
    TraceJsonOptions options;
    Cursor cursor;
    JsonText json;
    uint32_t written; /* Changes whose events are written */
    uint32_t event_count;
    /* Objects that were met, alive; and a hash of what was last written about each. */
    ObjectId *met;
    size_t met_count, met_capacity;
    uint64_t *hashes; /* by id; 0: never met */
    /* Most records need not be written to know that nothing is new: by id, what
     * writer_fingerprint said last; the sums of holders_sum; and who needs a look. */
    uint64_t *fingerprints, *sums;
    uint8_t *stirred;
    LineEvents lines;
    uint8_t *marks; /* by id: a Mark, of this event */
    uint8_t mark;   /* for what is met now */
    ObjectId *todo;
    size_t todo_count, todo_capacity;
    Holders holders;
    ObjectId frames[FRAME_LIMIT]; /* of the program, the running one last */
    uint32_t frame_count;
    Text record;
} Writer;

static inline const Object *writer_row(const Writer *writer, ObjectId id)
{
    return state_object(&writer->cursor.state, id);
}

/* Finds the frames of the program, then all objects that they reach, with `returned` (0: none).
 */
void writer_meet_all(Writer *writer, ObjectId returned);
/* What an object refers to, as far as a program can see it; a dict's keys too. Modules and the
 * interpreter's own types are not looked into; what a frame that runs refers to stands with the
 * frames. */
typedef void OnReference(void *context, Slice label, ObjectId target);
void writer_references(const Writer *writer, ObjectId id, OnReference *give, void *context);
/* The entries of a frame's evaluation stack begin here; the variables of comprehensions that
 * are a part of a module's or a class's body (3.12+) stand before them. */
uint32_t writer_stack_start(const Writer *writer, ObjectId frame);

/* The frame whose variables are an object's references: its own or a generator's, while it does
 * not run; 0: none. */
ObjectId writer_frame_of(const Writer *writer, ObjectId id);
/* A number that is another one when anything that the record of an object tells is another,
 * given writer->sums and the marks. */
uint64_t writer_fingerprint(const Writer *writer, ObjectId id);

/* "frames" and "objects" of an event. */
void writer_put_frames(Writer *writer);
void writer_put_objects(Writer *writer);

#endif
