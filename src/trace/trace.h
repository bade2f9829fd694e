#ifndef TRACE_TRACE_H
#define TRACE_TRACE_H
/* A recording, indexed for looking at: its steps, calls, lives and series. Built once over the
 * journal that a run left; immutable from then on, so that any number of cursors may look at it
 * at once. */
#include <stdbool.h>
#include <stdint.h>

#include "base/region.h"
#include "lang/code.h"
#include "model/model.h"

typedef enum StepEvent {
    STEP_START,  /* before the first statement */
    STEP_LINE,   /* a statement is over, another one is about to run */
    STEP_RETURN, /* a function is about to give back control (its last statement is over) */
    STEP_END,    /* the program is over */
} StepEvent;

/* A moment between two statements. Step k shows what statement k has done: the Changes
 * [steps[k - 1].change, steps[k].change). Step 0 is the start. */
typedef struct Step {
    uint32_t change;   /* the state is the one after this many Changes */
    uint8_t event;     /* a StepEvent */
    uint8_t collected; /* 1 + the oldest generation that was collected in this step; 0: none */
    uint16_t depth;    /* of the frame below: 0 for the module */
    ObjectId frame;    /* whose statement has just run (0: start) */
    const Code *code;  /* of that frame; NULL at the start */
    uint32_t line;     /* the statement just run: its first line; 0: none */
    uint32_t end_line; /* and its last */
    const Code *next_code; /* of the statement to come; NULL at the end */
    uint32_t next_line;
    uint32_t births, deaths; /* objects of the program made and destroyed in this step */
    uint32_t bytes;          /* in use by the program's objects, at this moment */
    uint32_t live;           /* objects of the program alive */
    uint32_t output;         /* bytes of model->output written so far */
} Step;

/* One call of a function, for the timeline: steps [first, last]. */
typedef struct Call {
    uint32_t first, last;
    uint16_t depth;
    const Code *code;
    ObjectId frame;
} Call;

/* One run of the collector: Changes [first, last], from the mark of PHASE_START to that of
 * PHASE_IDLE. One that the end of the recording cuts short ends there. */
typedef struct Collection {
    uint32_t first, last;
    uint32_t marks[PHASE_COUNT]; /* the first mark of each phase; CHANGE_NONE: not reached */
    uint32_t step;               /* in which it ran */
    uint8_t generation;
} Collection;

/* From birth to death, as indexes of Changes. */
typedef struct Life {
    uint32_t birth;  /* CHANGE_NONE: existed before the program */
    uint32_t death;  /* its CHANGE_DESTROY; CHANGE_NONE: lives to the end */
    uint32_t number; /* the small number shown for it (#9), from 1 in order of first appearance
                        among the program's names and what they reach; 0: never appeared */
    ObjectId name;   /* of a class that has been cleared: the str that was its __name__ */
} Life;

typedef struct Trace {
    Region region;
    const Model *model; /* not owned */
    const State *start; /* not owned */
    const Source *source;
    Program *const *programs; /* not owned */
    uint32_t program_count;
    Step *steps;
    uint32_t step_count; /* at least 1 */
    Call *calls;
    uint32_t call_count;
    Collection *collections; /* in order; none lies within another */
    uint32_t collection_count;
    Life *lives; /* by id */
    ObjectId object_end;
    const ObjectId
        *roots; /* of what was there before the program, all that it has written to */
    uint32_t root_count;
    bool has_garbage; /* ever: at the end, found by a collection, or while __del__ runs */
    uint32_t
        end; /* Changes to be shown: what comes after (the interpreter's shutdown) is not */
    uint32_t
        output_end; /* bytes of output to be shown at the end, the last traceback included */
    ObjectId main_dict;  /* the module's namespace */
    uint32_t main_first; /* its first entry that the program made: __name__ and the like come
                            before */
    const struct CodeOwner *owners; /* which program a code object is of; sorted by code */
    uint32_t owner_count;
} Trace;

/* Everything that is passed must outlive the trace. */
Trace *trace_create(const Model *model, const State *start, const Source *source,
                    Program *const *programs, uint32_t program_count);
void trace_destroy(Trace *trace);

/* The last step whose moment is not after `change` Changes. */
uint32_t trace_step_at(const Trace *trace, uint32_t change);
static inline const Change *trace_change(const Trace *trace, uint32_t index)
{
    return journal_at(&trace->model->journal, index);
}
/* The collection under way after `change` Changes, which lie in (first, last]; NULL: none is.
 */
const Collection *trace_collection_at(const Trace *trace, uint32_t change);
/* The compilation that a code object is of; NULL for no code. */
const Program *trace_program(const Trace *trace, const Code *code);
/* The text that a code object was compiled from; NULL for no code. */
const Source *trace_source(const Trace *trace, const Code *code);
/* The name of that text's file, without its folders; "pack/__init__.py" for a package's. */
Slice trace_file(const Source *source);
/* Is it code of the library, which stepping passes over? */
bool trace_is_library(const Trace *trace, const Code *code);
/* The text of a name or str constant of a code object: `index` counts in Program.consts. */
Slice trace_const_text(const Trace *trace, const Code *code, uint32_t index);
/* Is the object of a kind that is drawn as a card? Namespaces, code, built-ins and the like are
 * not. */
bool trace_is_drawable(const State *state, ObjectId id);
/* The small number shown for an object; 0 where it has none. */
uint32_t trace_number(const Trace *trace, ObjectId id);
/* The Change (instruction, death, phase …) that started the chain of causes behind a Change. */
uint32_t trace_root_cause(const Trace *trace, uint32_t change);

#endif
