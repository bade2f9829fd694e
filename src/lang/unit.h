#ifndef LANG_UNIT_H
#define LANG_UNIT_H
/* A code object while it is compiled: instructions with labels instead of indexes, and
 * CPython's pseudo instructions that open and close protected blocks. assemble.c makes a Code
 * of it. */
#include "lang/constants.h"
#include "lang/symtable.h"

/* Opcodes of a unit only, behind the real ones. SETUP_…: an exception from here to the
 * POP_BLOCK goes to the label. */
enum {
    PSEUDO_SETUP_FINALLY = OPCODE_COUNT,
    PSEUDO_SETUP_CLEANUP, /* pushes lasti below the exception */
    PSEUDO_SETUP_WITH,    /* so too, and takes the result of __enter__ away */
    PSEUDO_POP_BLOCK,
    PSEUDO_DEEPER, /* CPython's stack has `arg` entries more than ours from here on */
    PSEUDO_SHALLOWER,
};

typedef uint32_t Label;

typedef struct UnitInstruction {
    uint8_t op; /* an Opcode or PSEUDO_… */
    bool starts_statement;
    uint32_t arg; /* of a jump and of SETUP_…: a Label */
    Range range;
} UnitInstruction;

/* What a break, a continue or a return leaves behind, innermost last (compile.c's fblocks). */
typedef enum BlockKind {
    BLOCK_WHILE,
    BLOCK_FOR,
    BLOCK_TRY_EXCEPT,
    BLOCK_FINALLY_TRY,
    BLOCK_FINALLY_END,
    BLOCK_WITH,
    BLOCK_HANDLER_CLEANUP,
    BLOCK_POP_VALUE,
    BLOCK_EXCEPTION_HANDLER,
    BLOCK_GROUP_HANDLER, /* except*: nothing may leave it */
} BlockKind;

typedef struct Block {
    BlockKind kind;
    Label start, exit;    /* of loops: where continue and break go */
    StmtList finally;     /* FINALLY_TRY */
    bool has_placeholder; /* FINALLY_TRY, 3.8: below it, for the value of a return */
    const Name *name;     /* HANDLER_CLEANUP: the exception's; may be NULL */
    Range range;          /* WITH: the manager's expression */
    Range step_range;     /* FOR: the header */
} Block;

enum { UNIT_BLOCK_LIMIT = 20 /* CPython's CO_MAXBLOCKS */ };

/* A list of names in which each stands once. */
typedef struct NameIndex {
    const Name **items;
    size_t count, capacity;
    uint32_t *slots;
    size_t slot_capacity;
} NameIndex;

uint32_t name_index_add(NameIndex *index, const Name *name);
bool name_index_find(const NameIndex *index, const Name *name, uint32_t *ret_number);
void name_index_done(NameIndex *index);

typedef struct Unit {
    struct Unit *outer;
    Scope *outer_scope; /* where names were looked up around it: perhaps an inlined
                           comprehension */
    Scope *scope;
    const Name *name;
    Slice qualified_name;
    Code *code; /* under construction; its index is fixed */
    UnitInstruction *instructions;
    size_t count, capacity;
    uint32_t *labels; /* instruction indexes */
    size_t label_count, label_capacity;
    NameIndex names;     /* co_names */
    NameIndex variables; /* co_varnames, and hidden ones of inlined comprehensions */
    NameIndex cells, frees;
    NameIndex attributes; /* of a class: what its functions give self (3.13) */
    Block blocks[UNIT_BLOCK_LIMIT];
    size_t block_count;
    uint32_t *kept; /* pool numbers in co_consts that no instruction loads */
    size_t kept_count, kept_capacity;
    uint32_t first_const; /* pool number + 1 that is co_consts[0] in any case; 0: none */
    bool step_pending;    /* the next instruction begins a step */
    Range range;          /* of the instructions to come */
} Unit;

void unit_done(Unit *unit);
Label unit_label(Unit *unit);
void unit_place(Unit *unit, Label label); /* here */
void unit_emit(Unit *unit, uint8_t op, uint32_t arg);
/* The constant with this pool number is in co_consts, though nothing loads it. */
void unit_keep(Unit *unit, uint32_t number);
/* Makes a Code of it: instructions, handlers, tables, stack size; all in `region`. */
void unit_assemble(Unit *unit, ConstantPool *pool, const Source *source, Region *region);

#endif
