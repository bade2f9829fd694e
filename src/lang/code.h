#ifndef LANG_CODE_H
#define LANG_CODE_H
/* What the compiler hands to the interpreter: code objects for a stack machine. Immutable; all
 * of it lives in the Program's region. The instruction set is heapstep's own and takes the
 * names of CPython 3.12's where the meaning is the same (Lib/opcode.py); it has no caches and
 * no EXTENDED_ARG. */
#include <gmp.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/region.h"
#include "base/source.h"
#include "lang/opcode.h"

typedef struct Code Code;
typedef struct Const Const;

typedef enum ConstKind {
    CONST_NONE,
    CONST_ELLIPSIS,
    CONST_FALSE,
    CONST_TRUE,
    CONST_INT,
    CONST_FLOAT,
    CONST_COMPLEX,
    CONST_STR,
    CONST_BYTES,
    CONST_TUPLE,
    CONST_FROZENSET,
    CONST_CODE,
} ConstKind;

/* One constant. Two uses that CPython's compiler makes one object of are one Const (FACTS 2):
 * the interpreter makes one object for each entry of Program.consts. */
struct Const {
    ConstKind kind;
    bool literal;  /* the AST of a program run as a script holds one reference more (FACTS 4) */
    uint32_t name_count; /* CONST_STR: that AST holds it once for each time that it is a name
                            in the source */
    bool interned; /* CONST_STR made of [A-Za-z0-9_] only, and every name */
    union {
        mpz_srcptr integer;
        double real; /* CONST_FLOAT, and the real part of CONST_COMPLEX with `imaginary` */
        Slice text;  /* CONST_STR as UTF-8 (surrogates as WTF-8), CONST_BYTES as they are */
        struct {
            const uint32_t *items; /* indexes into Program.consts */
            uint32_t count;
        } tuple;
        const Code *code;
    };
    double imaginary;
};

typedef struct Instruction {
    uint8_t op; /* an Opcode */
    /* The first instruction of a statement, of a loop's or a condition's test evaluated anew,
     * of a decorator …: where CPython's profile has a line event, there a step begins. */
    bool starts_statement;
    uint32_t arg;
} Instruction;

/* Where an instruction comes from: lines from 1, columns from 0 in bytes (as CPython's
 * co_positions). */
typedef struct Location {
    uint32_t line, end_line;
    uint32_t column, end_column;
} Location;

/* An exception raised by an instruction in [start, end) goes to `target` with the evaluation
 * stack cut to `depth` (Objects/exception_handling_notes.txt). The innermost entry comes first.
 */
typedef struct Handler {
    uint32_t start, end, target, depth;
    bool push_lasti;
} Handler;

enum {                        /* Code.flags, CPython's CO_… values */
       CODE_OPTIMIZED = 0x01, /* locals are fast locals */
       CODE_NEWLOCALS = 0x02,
       CODE_VARARGS = 0x04,
       CODE_VARKEYWORDS = 0x08,
       CODE_NESTED = 0x10,
       CODE_GENERATOR = 0x20,
};

/* How many entries each kind of local has: `locals` names them all, in CPython 3.11+'s order of
 * "localsplus": parameters and locals, then cells that are no parameters, then free variables.
 */
typedef struct Code {
    Slice name, qualified_name;
    uint32_t index; /* in Program.codes */
    uint32_t flags;
    uint32_t argument_count; /* positional ones, positional-only included */
    uint32_t positional_only_count;
    uint32_t keyword_only_count;
    uint32_t first_line;
    const Instruction *instructions;
    const Location *locations; /* one an instruction */
    uint32_t instruction_count;
    const Handler *handlers;
    uint32_t handler_count;
    const uint32_t *consts; /* co_consts: indexes into Program.consts; the docstring or None
                               first in a function */
    uint32_t const_count;
    uint32_t consts_tuple; /* co_consts is this tuple of Program.consts, index + 1; 0: it is no
                              constant as well */
    const uint32_t *names; /* co_names: indexes into Program.consts (interned CONST_STR) */
    uint32_t name_count;
    const uint32_t *locals;  /* co_varnames + co_cellvars + co_freevars: likewise */
    uint32_t local_count;    /* all of them */
    uint32_t variable_count; /* co_varnames: [0, variable_count) of `locals` */
    uint32_t cell_count;     /* cells that are not parameters: the next ones */
    uint32_t free_count;     /* the last ones */
    uint32_t frame_entries;  /* of CPython's frame: fast locals, cells and the stack */
    uint32_t depth;          /* the deepest evaluation stack */
    uint32_t stack_size;     /* co_stacksize: the deepest one of CPython's instructions */
} Code;

/* One compilation: a file, or one statement typed at a prompt. */
/* A SyntaxWarning, which CPython prints before the program runs. */
typedef struct ProgramWarning {
    size_t line;
    Slice message;
} ProgramWarning;

typedef struct Program {
    Region region;
    const Source *source; /* not owned; must outlive the program */
    bool is_library;      /* whoever compiled it says so: stepping passes over it */
    Const *consts;
    uint32_t const_count;
    const Code **codes; /* all code objects, the module's first */
    uint32_t code_count;
    const ProgramWarning *warnings; /* in the order in which they were found */
    size_t warning_count;
} Program;

void program_destroy(Program *program);

/* The index of the handler that covers `instruction` in `code`, innermost; -1 where none does.
 */
int code_find_handler(const Code *code, uint32_t instruction);

/* The line that `instruction` counts to: one without a line of its own to that before it. */
uint32_t code_line_at(const Code *code, uint32_t instruction);

#endif
