#ifndef LANG_OPCODE_H
#define LANG_OPCODE_H
/* The instructions. Stack effects are written before -> after, the top at the right; NULL is an
 * empty entry, as CPython's calls use it. Jump arguments are absolute instruction indexes. */

#define OPCODE_LIST(X)                                                                         \
    X(NOP)       /* */                                                                         \
    X(RESUME)    /* start of a code object, and after each YIELD_VALUE */                      \
    X(POP_TOP)   /* v -> */                                                                    \
    X(PUSH_NULL) /* -> NULL */                                                                 \
    X(COPY)      /* pushes the arg-th entry from the top (1 = top) */                          \
    X(SWAP)      /* exchanges the top with the arg-th entry */                                 \
    /* names */                                                                                \
    X(LOAD_CONST)          /* -> co_consts[arg] */                                             \
    X(LOAD_FAST)           /* -> locals[arg]; UnboundLocalError when empty */                  \
    X(LOAD_FAST_AND_CLEAR) /* -> locals[arg] or NULL; the local is emptied (3.12               \
                              comprehensions) */                                               \
    X(STORE_FAST)          /* v -> ; v may be NULL after LOAD_FAST_AND_CLEAR */                \
    X(DELETE_FAST)                                                                             \
    X(LOAD_NAME) /* co_names[arg] in locals, globals, builtins */                              \
    X(STORE_NAME)                                                                              \
    X(DELETE_NAME)                                                                             \
    X(LOAD_GLOBAL) /* co_names[arg] in globals, builtins */                                    \
    X(STORE_GLOBAL)                                                                            \
    X(DELETE_GLOBAL)                                                                           \
    X(MAKE_CELL)      /* locals[arg] becomes a cell that holds what it held */                 \
    X(COPY_FREE_VARS) /* the function's closure goes to the last arg locals */                 \
    X(LOAD_CLOSURE)   /* -> the cell in locals[arg] itself */                                  \
    X(LOAD_DEREF)     /* -> contents of the cell locals[arg] */                                \
    X(STORE_DEREF)                                                                             \
    X(DELETE_DEREF)                                                                            \
    X(LOAD_CLASSDEREF)  /* the class namespace first, then the cell */                         \
    X(LOAD_ATTR)        /* o -> o.names[arg] */                                                \
    X(LOAD_METHOD)      /* o -> function o | NULL attribute */                                 \
    X(STORE_ATTR)       /* v o -> */                                                           \
    X(DELETE_ATTR)      /* o -> */                                                             \
    X(LOAD_BUILD_CLASS) /* -> __build_class__ */                                               \
    X(LOAD_ASSERTION_ERROR)                                                                    \
    /* operators */                                                                            \
    X(UNARY_NEGATIVE)                                                                          \
    X(UNARY_POSITIVE)                                                                          \
    X(UNARY_INVERT)                                                                            \
    X(UNARY_NOT)                                                                               \
    X(BINARY_OP)     /* a b -> a op b; arg is a BinaryOp, + BINARY_IN_PLACE for a op= b */     \
    X(COMPARE_OP)    /* a b -> a op b; arg is a CompareOp */                                   \
    X(IS_OP)         /* arg 1: is not */                                                       \
    X(CONTAINS_OP)   /* a b -> a in b; arg 1: not in */                                        \
    X(BINARY_SUBSCR) /* o k -> o[k] */                                                         \
    X(STORE_SUBSCR)  /* v o k -> */                                                            \
    X(DELETE_SUBSCR) /* o k -> */                                                              \
    X(BUILD_SLICE)   /* arg 2 or 3 values -> slice */                                          \
    X(BINARY_SLICE)  /* o start stop -> o[start:stop] (3.12+; else BUILD_SLICE) */             \
    X(STORE_SLICE)   /* v o start stop -> */                                                   \
    /* displays and calls */                                                                   \
    X(BUILD_TUPLE)                                                                             \
    X(BUILD_LIST)                                                                              \
    X(BUILD_SET)                                                                               \
    X(BUILD_MAP)           /* arg pairs k v */                                                 \
    X(BUILD_CONST_KEY_MAP) /* arg values, then a tuple of keys */                              \
    X(BUILD_STRING)        /* arg strings -> their concatenation */                            \
    X(LIST_APPEND)         /* v -> ; to the list arg entries below (after the pop) */          \
    X(SET_ADD)                                                                                 \
    X(MAP_ADD)     /* k v -> */                                                                \
    X(LIST_EXTEND) /* iterable -> */                                                           \
    X(SET_UPDATE)                                                                              \
    X(DICT_UPDATE) /* mapping -> ; {**m} */                                                    \
    X(DICT_MERGE)  /* mapping -> ; f(**m): a duplicate key is a TypeError */                   \
    X(LIST_TO_TUPLE)                                                                           \
    X(BUILD_TUPLE_UNPACK) /* arg iterables -> a tuple of their items (before 3.9) */           \
    X(BUILD_TUPLE_UNPACK_WITH_CALL)                                                            \
    X(BUILD_LIST_UNPACK)                                                                       \
    X(BUILD_SET_UNPACK)                                                                        \
    X(BUILD_MAP_UNPACK) /* arg mappings -> a dict of them all (before 3.9) */                  \
    X(BUILD_MAP_UNPACK_WITH_CALL)                                                              \
    X(FORMAT_VALUE)    /* arg: FORMAT_… ; v [spec] -> str */                                 \
    X(UNPACK_SEQUENCE) /* v -> arg items, the first on top */                                  \
    X(UNPACK_EX)       /* arg: before | after << 8 */                                          \
    X(KW_NAMES) /* co_consts[arg] (a tuple) names the last arguments of the next CALL */       \
    X(CALL)     /* NULL f args | f self args -> result; arg counts args */                     \
    X(CALL_FUNCTION_EX) /* NULL f tuple-or-iterable [dict] -> ; arg & 1: with a dict */        \
    X(MAKE_FUNCTION) /* [defaults] [kwdefaults] [annotations] [closure] code -> ; FUNCTION_… \
                      */                                                                       \
    X(RETURN_CONST)                                                                            \
    X(RETURN_VALUE)                                                                            \
    /* jumps */                                                                                \
    X(JUMP)          /* forward; no eval-breaker check */                                      \
    X(JUMP_BACKWARD) /* checks the eval breaker (FACTS 5, when) */                             \
    X(POP_JUMP_IF_FALSE)                                                                       \
    X(POP_JUMP_IF_TRUE)                                                                        \
    X(POP_JUMP_IF_NONE)                                                                        \
    X(POP_JUMP_IF_NOT_NONE)                                                                    \
    X(JUMP_IF_FALSE_OR_POP) /* v -> v where it jumps, else v -> ; to 3.11 */                   \
    X(JUMP_IF_TRUE_OR_POP)                                                                     \
    X(GET_ITER)                                                                                \
    X(FOR_ITER) /* it -> it next; at the end: it -> , and jumps */                             \
    /* generators */                                                                           \
    X(RETURN_GENERATOR) /* first instruction of a generator: the call ends with the generator  \
                         */                                                                    \
    X(YIELD_VALUE)      /* v -> sent value */                                                  \
    X(GET_YIELD_FROM_ITER)                                                                     \
    X(SEND)          /* it v -> it yielded; when it ends: it v -> result, and jumps */         \
    X(CLEANUP_THROW) /* it v exc -> result of the StopIteration exc; others go on (3.12+) */   \
    /* exceptions; exc: an active exception, one entry of the stack; to 3.10 traceback, value, \
       type; lasti: from 3.11 on */                                                            \
    X(RAISE_VARARGS)     /* arg 0, 1 or 2 */                                                   \
    X(RERAISE)           /* exc -> ; arg > 0: lasti lies arg entries below */                  \
    X(PUSH_EXC_INFO)     /* exc -> previous exc */                                             \
    X(POP_EXCEPT)        /* previous -> */                                                     \
    X(CHECK_EXC_MATCH)   /* exc type -> exc bool */                                            \
    X(CHECK_EG_MATCH)    /* exc type -> rest-or-None match-or-None */                          \
    X(PREP_RERAISE_STAR) /* exc list-of-exceptions -> exc-or-None */                           \
    X(BEFORE_WITH)       /* manager -> exit result-of-enter */                                 \
    X(WITH_EXCEPT_START) /* exit lasti previous exc -> exit lasti previous exc result */       \
    /* finally clauses to 3.8, which say on the stack why they run */                          \
    X(PUSH_WHY)     /* -> int arg, the reason of a jump or return (to 3.7) */                  \
    X(PUSH_ADDRESS) /* -> int, the place of an instruction: where continue goes (to 3.7),      \
                       where the clause goes back to (3.8) */                                  \
    X(POP_FINALLY)  /* int -> ; goes back to what has left the try statement (3.8) */          \
    /* modules and classes */                                                                  \
    X(IMPORT_NAME) /* level fromlist -> module */                                              \
    X(IMPORT_FROM) /* module -> module attribute */                                            \
    X(IMPORT_STAR) /* module -> */                                                             \
    X(SETUP_ANNOTATIONS)                                                                       \
    X(PRINT_EXPR) /* v -> ; --repl only: sys.displayhook */                                    \
    /* patterns */                                                                             \
    X(GET_LEN)        /* o -> o len(o) */                                                      \
    X(MATCH_MAPPING)  /* o -> o bool */                                                        \
    X(MATCH_SEQUENCE) /* o -> o bool */                                                        \
    X(MATCH_KEYS)     /* o keys -> o keys values-or-None */                                    \
    X(MATCH_CLASS)    /* o class names -> attributes-or-None; arg positional ones */

typedef enum Opcode {
#define OPCODE_ENUM(name) OP_##name,
    OPCODE_LIST(OPCODE_ENUM)
#undef OPCODE_ENUM
        OPCODE_COUNT,
} Opcode;

typedef enum BinaryOp {
    BINARY_ADD,
    BINARY_AND,
    BINARY_FLOOR_DIVIDE,
    BINARY_LSHIFT,
    BINARY_MATRIX_MULTIPLY,
    BINARY_MULTIPLY,
    BINARY_REMAINDER,
    BINARY_OR,
    BINARY_POWER,
    BINARY_RSHIFT,
    BINARY_SUBTRACT,
    BINARY_TRUE_DIVIDE,
    BINARY_XOR,
    BINARY_OP_COUNT,
} BinaryOp;

enum { BINARY_IN_PLACE = BINARY_OP_COUNT };

typedef enum CompareOp {
    COMPARE_LT,
    COMPARE_LE,
    COMPARE_EQ,
    COMPARE_NE,
    COMPARE_GT,
    COMPARE_GE,
} CompareOp;

enum { /* FORMAT_VALUE: the conversion, and whether a specification lies above the value */
       FORMAT_PLAIN = 0,
       FORMAT_STR = 1,
       FORMAT_REPR = 2,
       FORMAT_ASCII = 3,
       FORMAT_CONVERSION = 3,
       FORMAT_HAS_SPEC = 4,
};

enum { /* MAKE_FUNCTION */
       FUNCTION_DEFAULTS = 1,
       FUNCTION_KWDEFAULTS = 2,
       FUNCTION_ANNOTATIONS = 4,
       FUNCTION_CLOSURE = 8,
};

/* The instruction's name, as the bytecode view shows it. */
const char *opcode_name(Opcode op);

#endif
