#ifndef RUN_RUN_H
#define RUN_RUN_H
/* The door of the room: a Program runs on a Model, to its end or to a limit. */
#include <stdbool.h>
#include <stdint.h>

#include "lang/lang.h"
#include "model/model.h"

typedef enum RunEnd {
    RUN_FINISHED,
    RUN_EXCEPTION,   /* uncaught; its traceback is in the output (stderr) */
    RUN_EXIT,        /* sys.exit */
    RUN_SYNTAX,      /* SyntaxError: printed in the output as CPython prints it */
    RUN_UNSUPPORTED, /* heapstep alone refuses it: see the diagnostics */
    RUN_LIMIT,       /* a named limit was reached: the recording up to there is whole */
} RunEnd;

/* Limits, all options. */
typedef struct RunLimits {
    uint64_t statements;  /* RUN_STATEMENT_LIMIT; without a journal RUN_UNRECORDED_LIMIT */
    size_t memory_bytes;  /* of the program's living objects: RUN_MEMORY_LIMIT */
    size_t journal_bytes; /* JOURNAL_BYTE_LIMIT */
    size_t output_bytes;  /* RUN_OUTPUT_LIMIT */
} RunLimits;
enum {
    RUN_STATEMENT_LIMIT = 1000 * 1000,
    RUN_UNRECORDED_LIMIT = 100 * 1000 * 1000,
    RUN_MEMORY_LIMIT = 512 * 1024 * 1024,
    RUN_OUTPUT_LIMIT = 16 * 1024 * 1024,
    /* C functions that call back into the program (a sort key, __eq__ while probing, __repr__
     * in print) may nest so deep; beyond it RecursionError. Calls made by instructions never
     * recurse. */
    RUN_NATIVE_NESTING_LIMIT = 1000,
    /* The host stack that this takes, for whoever makes the thread. */
    RUN_HOST_STACK = 256 * 1024 * 1024,
};

/* Where a module written in Python is looked for. */
typedef enum ModulePlace {
    MODULE_LIBRARY, /* heapstep's own text of what CPython writes in Python */
    MODULE_BESIDE,  /* the program's folder */
} ModulePlace;

typedef struct RunOptions {
    const Profile *profile;
    bool keeps_journal;      /* false: `heapstep run` */
    StartState start;        /* what of the interpreter's own start the collector shows */
    bool repl;               /* each statement its own code object, as typed at a prompt */
    RunLimits limits;        /* 0: the default; UINT64_MAX or SIZE_MAX: none */
    bool collects_always;    /* wherever a collection may start, a full one runs */
    uint32_t thresholds[3];  /* gc.set_threshold before the first line; all UINT32_MAX: the
                                profile's */
    const char *script_name; /* sys.argv[0] */
    const char *script_file; /* __file__, and as tracebacks show it; NULL: script_name */
    Slice input;             /* what input() reads first (the scenario's stdin) */
    /* Appends the next line of the real standard input, its line break included; nothing at its
     * end. NULL: the program's input ends with `input`. */
    void (*read_line)(void *context, Text *ret_line);
    void *read_context;
    /* Called with each piece of output as it is written; may be NULL. stream: 1 stdout, 2
     * stderr. */
    void (*write)(void *context, int stream, Slice bytes);
    void *write_context;
    /* The text of the module of that name ("a.b": b in the package a), which must outlive the
     * result; NULL: there is none (with `*ret_is_package`: a folder without __init__.py). May
     * be NULL. */
    const Source *(*find_module)(void *context, ModulePlace place, Slice name,
                                 bool *ret_is_package);
    void *find_context;
} RunOptions;

/* What is left of a run. Owned by the caller: run_result_done. */
typedef struct RunResult {
    RunEnd end;
    int exit_status; /* as CPython's */
    Text message;    /* RUN_LIMIT, RUN_UNSUPPORTED: one sentence */
    Model *model;    /* NULL where nothing ran */
    State start;     /* the state before the first instruction (keeps_journal) */
    Source **texts;  /* made by the program itself: generated methods (module_heapstep.c) */
    uint32_t text_count;
    Program **programs; /* what ran: one, or one for each statement typed */
    uint32_t program_count;
} RunResult;

/* Compiles and runs `source` (which must outlive the result). Diagnostics get what is not
 * CPython's own business. Needs RUN_HOST_STACK bytes of host stack. */
void run_source(const Source *source, const RunOptions *options, Diagnostics *diagnostics,
                RunResult *ret_result);
void run_result_done(RunResult *result);

#endif
