#ifndef MODEL_OBJECT_H
#define MODEL_OBJECT_H
/* One modelled object: a row of the objects table. Its id is its row number, never a pointer; 0
 * is CPython's NULL. With a journal an id is never reused (a modelled address is: that is what
 * id() shows). Law: every counted reference is an entry of some row's `slots`, its `type`
 * (classes made by the program) or its `dict`; so a row's refcount is the number of such
 * entries, at every Change. What C code holds in its hands is in the slots of HAND. */
#include <stdint.h>

typedef uint32_t ObjectId;

/* The layout of an object: which C struct of CPython it stands for. An instance of `class
 * L(list)` has KIND_LIST and a `type` that is L. */
typedef enum ObjectKind {
    KIND_FREE, /* no object (row unused, or its object destroyed) */
    KIND_NONE,
    KIND_NOTIMPLEMENTED,
    KIND_ELLIPSIS,
    KIND_OBJECT, /* object(), without attributes */
    KIND_BOOL,
    KIND_INT,
    KIND_FLOAT,
    KIND_COMPLEX,
    KIND_STR, /* c: how often it has grown (str_grow) */
    KIND_BYTES,
    KIND_BYTEARRAY,
    KIND_TUPLE,
    KIND_LIST,
    KIND_DICT,
    KIND_SET,
    KIND_FROZENSET,
    KIND_RANGE, /* slots: start stop step length */
    KIND_SLICE, /* slots: start stop step */
    KIND_TYPE, /* slots: TYPE_…; dict: the namespace; a: kind of its instances; b: TYPE_FLAG_…
                */
    KIND_INSTANCE, /* slots: __slots__ values, then values by the class's shared keys (0:
                      missing) */
    KIND_FUNCTION, /* slots: FUNCTION_SLOT_… */
    KIND_METHOD,   /* slots: __func__ __self__ */
    KIND_BUILTIN,  /* slots: __self__ (0: none), a method-wrapper's descriptor; payload: run's
                      descriptor of a C function */
    KIND_MODULE, /* dict: the namespace; a: 1 while it is imported; b: MODULE_OF_PROGRAM or 0 */
    KIND_CODE,   /* slots: co_consts; payload: the Code */
    KIND_CELL,   /* slots: contents (0: empty) */
    KIND_FRAME,  /* slots: FRAME_SLOT_…, fast locals, evaluation stack; a: lasti; b: f_back
                    (not counted); c: globals (not counted); payload: the Code */
    KIND_GENERATOR, /* slots: frame name; a: GENERATOR_… */
    KIND_ITERATOR, /* slots: what it iterates over (0: exhausted) and its parts; a, b: positions
                    */
    KIND_EXCEPTION,    /* slots: EXCEPTION_SLOT_… */
    KIND_TRACEBACK,    /* slots: tb_next tb_frame; a: lasti; b: line */
    KIND_PROPERTY,     /* slots: fget fset fdel doc name */
    KIND_STATICMETHOD, /* slots: __func__ ; also classmethod */
    KIND_WEAKREF,      /* slots: callback; a: the referent (not counted); see weakref.h */
    KIND_DESCRIPTOR,   /* member and getset descriptors; slots: __objclass__ */
    KIND_SUPER,        /* slots: type self */
    KIND_NATIVE, /* any other type written in C: deque, partial …; slots: its references */
    KIND_KEYS, /* hidden: the shared keys of a class; slots: names (CPython: ht_cached_keys) */
    KIND_HOLDER, /* hidden: references that no object of the program holds (hand, AST,
                    interpreter) */
    KIND_COUNT,
} ObjectKind;

enum {                       /* Object.flags */
       OBJECT_IMMORTAL = 1,  /* its count does not move (FACTS 3) */
       OBJECT_STATIC = 2,    /* no memory of the private heap */
       OBJECT_GC = 4,        /* has a GC header: can be tracked */
       OBJECT_FINALIZED = 8, /* __del__ has run (PEP 442) */
       OBJECT_DYING = 16,    /* its count fell to 0 and its deallocator runs */
       OBJECT_INTERNED = 32,
       OBJECT_STARTUP = 64,    /* made before the program, or by an import: not drawn */
       OBJECT_HEAP_TYPE = 128, /* a class made by the program: its instances hold a reference */
};

/* The collector's lists (CPython's gc_list_…). */
typedef enum GcList {
    GC_UNTRACKED,
    GC_GENERATION0,
    GC_GENERATION1,
    GC_GENERATION2,
    GC_PERMANENT,
    GC_UNREACHABLE, /* within a collection: tentatively unreachable */
    GC_FINALIZERS,  /* within a collection: unreachable ones with legacy finalizers */
    GC_CALLBACKS,   /* within a collection: reachable weak references that are to be called */
    GC_LIST_COUNT,
} GcList;

/* gc_refs while a collection runs: the references from outside as far as they are known, and a
 * bit that marks those that are being collected (PREV_MASK_COLLECTING). */
enum { GC_REFS_COLLECTING = 1u << 30, GC_REFS_MASK = GC_REFS_COLLECTING - 1 };

/* Addresses and sizes of memory are in blocks of 16 bytes: see memory.h. */
typedef struct Object {
    uint32_t refcount; /* ob_refcnt */
    ObjectId type;     /* ob_type */
    ObjectId dict;     /* the attribute dictionary where it exists as an object; 0: none */
    uint8_t kind;      /* an ObjectKind */
    uint8_t flags;     /* OBJECT_… */
    uint8_t list;      /* a GcList */
    uint8_t was;       /* the ObjectKind of a destroyed object, for tombstones */
    ObjectId gc_prev, gc_next; /* neighbours in `list` */
    uint32_t gc_refs;          /* within a collection: see GC_REFS_COLLECTING */
    uint32_t block;            /* its memory, GC header included, in 16-byte units */
    uint32_t size;             /* bytes of that memory as asked for */
    uint32_t body;      /* second memory block (list items, dict keys, set table); 0: none */
    uint32_t body_size; /* bytes asked for it */
    uint32_t a, b, c;   /* per kind, see ObjectKind; of a list a is the capacity */
    uint32_t slot_count;
    uint32_t slot_capacity; /* host memory only; not part of the modelled state */
    ObjectId *slots;
} Object;

enum { MODULE_OF_PROGRAM = 1 }; /* made by calling the type, not imported */

enum {                 /* KIND_TYPE */
       TYPE_SLOT_NAME, /* __name__ and __qualname__: str; 0 for built-in types (their payload
                          names them) */
       TYPE_SLOT_QUALNAME,
       TYPE_SLOT_BASE,
       TYPE_SLOT_BASES, /* tuple */
       TYPE_SLOT_MRO,   /* tuple, the class itself first */
       TYPE_SLOT_KEYS,  /* KIND_KEYS or 0 */
       TYPE_SLOT_COUNT,
};
enum {                         /* KIND_TYPE, field b */
       TYPE_FLAG_HEAP = 1,     /* Py_TPFLAGS_HEAPTYPE */
       TYPE_FLAG_HAS_DICT = 2, /* instances have a __dict__ */
       TYPE_FLAG_HAS_DEL = 4,
       TYPE_FLAG_GC = 8,
       TYPE_FLAG_BASETYPE = 16, /* can be subclassed */
       TYPE_FLAG_HAS_SLOTS = 32,
       TYPE_FLAG_HAS_WEAKREF = 64, /* instances have room for weak references */
       /* From this bit on: the number of the native type (Model.native_sizes) that lays the
        * instances out, its own or a base's; 0: none. */
       TYPE_NATIVE_SHIFT = 16,
};
enum { /* KIND_FUNCTION */
       FUNCTION_SLOT_CODE,
       FUNCTION_SLOT_GLOBALS,
       FUNCTION_SLOT_BUILTINS, /* since 3.10 */
       FUNCTION_SLOT_MODULE,
       FUNCTION_SLOT_DEFAULTS,
       FUNCTION_SLOT_KWDEFAULTS,
       FUNCTION_SLOT_DOC,
       FUNCTION_SLOT_NAME,
       FUNCTION_SLOT_CLOSURE,
       FUNCTION_SLOT_ANNOTATIONS,
       FUNCTION_SLOT_QUALNAME,
       FUNCTION_SLOT_COUNT,
};
enum {                  /* KIND_FRAME; the fast locals begin at FRAME_SLOT_COUNT */
       FRAME_SLOT_BACK, /* the caller of one that outlives its call: let go of last */
       FRAME_SLOT_FUNCTION,
       FRAME_SLOT_CODE,
       FRAME_SLOT_LOCALS, /* the namespace of a body; in a function what locals() gave, or 0 */
       FRAME_SLOT_COUNT,
};
enum { /* KIND_GENERATOR, field a */
       GENERATOR_CREATED,
       GENERATOR_SUSPENDED,
       GENERATOR_RUNNING,
       GENERATOR_FINISHED,
};
enum { /* KIND_EXCEPTION; b: 1 = __suppress_context__ */
       EXCEPTION_SLOT_ARGS,
       EXCEPTION_SLOT_TRACEBACK,
       EXCEPTION_SLOT_CAUSE,
       EXCEPTION_SLOT_CONTEXT,
       EXCEPTION_SLOT_COUNT, /* subclasses' own fields (StopIteration.value …) follow */
};

#endif
