#ifndef TRACE_CURSOR_H
#define TRACE_CURSOR_H
/* A place in a recording, with the modelled memory as it was then. Owns its State; shares
 * nothing with other cursors. */
#include "trace/trace.h"

typedef struct Cursor {
    const Trace *trace;
    State state;
    uint32_t change; /* the state is the one after this many Changes */
} Cursor;

void cursor_init(Cursor *cursor, const Trace *trace);
void cursor_done(Cursor *cursor);
/* Goes to the moment after `change` Changes (clamped to the trace's end), forwards or
 * backwards. */
void cursor_seek(Cursor *cursor, uint32_t change);
/* Goes to a step (clamped). */
void cursor_seek_step(Cursor *cursor, uint32_t step);

/* The frames alive now, the running one last; returns their number, at most `capacity` (of
 * deeper stacks the outermost ones are left out). */
uint32_t cursor_frames(const Cursor *cursor, ObjectId *ret_frames, uint32_t capacity);
/* Bytes of model->output written by now. At the end of the recording the traceback of an
 * uncaught exception counts, which CPython prints when the last frame is gone. */
uint32_t cursor_output(const Cursor *cursor);
/* The code of a frame or function. */
const Code *cursor_code(const Cursor *cursor, ObjectId id);

/* The object that is a constant of a frame's code; 0: there is none of that index. */
ObjectId cursor_constant(const Cursor *cursor, ObjectId frame, uint32_t index);
/* The constant that a frame is about to give back; 0: its instruction is no RETURN_CONST. */
ObjectId cursor_returned_constant(const Cursor *cursor, ObjectId frame);

/* The dictionary that the names of a module's or class's body live in; 0 for a function's
 * frame. */
ObjectId cursor_namespace(const Cursor *cursor, ObjectId frame);
/* A name and what it is bound to (0: unbound), e.g. of a frame or a namespace. */
typedef struct Binding {
    Slice name;
    ObjectId value;
    bool is_cell; /* value is what the cell holds */
    ObjectId cell;
    bool is_parameter;
} Binding;
/* The index-th name of a frame: fast locals in order, or the entries of its namespace (module,
 * class) in insertion order, without those that every module has (__name__ …). False past the
 * end. */
bool cursor_binding(const Cursor *cursor, ObjectId frame, uint32_t index, Binding *ret_binding);

typedef enum ReferenceKind {
    REFERENCE_ITEM,
    REFERENCE_ENTRY,     /* of a dict */
    REFERENCE_ATTRIBUTE, /* of an instance, a class, a function … */
    REFERENCE_FIELD,     /* that CPython's type has: __closure__, args … */
    REFERENCE_LOCAL,     /* of a frame, or a generator's */
} ReferenceKind;

/* One reference of an object as it is drawn: an item, an attribute, a key and its value. */
typedef struct Reference {
    ReferenceKind kind;
    char label[48]; /* "0", "name", "'key'", "__defaults__" …; cut with … when longer */
    ObjectId key;   /* of a dict entry; else 0 */
    ObjectId target;
    uint32_t
        slot; /* index in Object.slots, for matching with Changes; UINT32_MAX: field dict */
} Reference;
/* The index-th drawable reference of an object, in order; tombstones and empty slots are
 * skipped (an instance's attributes in their order, a dict's entries, a function's defaults and
 * closure, not its globals). False past the end. */
bool cursor_reference(const Cursor *cursor, ObjectId id, uint32_t index,
                      Reference *ret_reference);
/* The same one after the other, each in constant time: {.cursor, .id, .labels} is the start. */
typedef struct ReferenceWalk {
    const Cursor *cursor;
    ObjectId id;
    bool labels;    /* are wanted; they cost more than all else */
    uint32_t given; /* so far */
    uint32_t place; /* where the next one is looked for */
} ReferenceWalk;
bool reference_next(ReferenceWalk *walk, Reference *ret_reference);
/* From the start, passes over `count` references, as fast as their kind allows. */
void reference_skip(ReferenceWalk *walk, uint32_t count);
/* How many there are. */
uint32_t cursor_reference_count(const Cursor *cursor, ObjectId id);

/* What the object is worth, for its card: 10, 'Bob', 3.5, None, range(0, 3); "" for containers.
 * At most `limit` code points, cut with …. Appends. */
void cursor_value(const Cursor *cursor, ObjectId id, uint32_t limit, Text *ret_text);
/* The heading of its card: list, Person, function greet, class Person, module gc. Appends. */
void cursor_title(const Cursor *cursor, ObjectId id, Text *ret_text);
/* type(x).__name__, as it is or was last. Appends. */
void cursor_type_name(const Cursor *cursor, ObjectId id, Text *ret_text);
/* The __name__ of a class, function, module, built-in or generator; "" of others. Appends. */
void cursor_name(const Cursor *cursor, ObjectId id, Text *ret_text);
/* sys.getsizeof */
uint64_t cursor_size(const Cursor *cursor, ObjectId id);

/* What the picture holds at this moment by default: everything that the names of living frames
 * reach through drawable references; garbage, which is live objects of the program that no
 * frame, constant or hidden holder reaches; and what garbage still refers to. Marks by id. The
 * array has trace->object_end entries, is the caller's, and is overwritten. */
enum { DRAWN_NOT = 0, DRAWN_REACHED = 1, DRAWN_GARBAGE = 2 };
void cursor_drawn(const Cursor *cursor, uint8_t *ret_marks);

#endif
