#ifndef RUN_INTERPRETER_H
#define RUN_INTERPRETER_H
/* The insides of a run, for the room's own files: what a running frame is to the evaluation
 * loop, and the helpers that its files share. Law: calls that instructions make push an
 * Activation and go on in the same loop; only C functions that call back enter the loop anew
 * (call_object). */
#include <string.h>

#include "run/native.h"
#include "run/values/objects.h"

enum {
    RECURSION_LIMIT_LEAST = 1,
    ACTIVATION_CHUNK = 64, /* made at once; they never move */
};

/* What a code object of lang is to the interpreter: its constants and names as objects. */
typedef struct CodeInfo {
    const Code *code;
    ObjectId object;                         /* the KIND_CODE object */
    const ObjectId *consts, *names, *locals; /* borrowed from it, by index */
    const Source *source;
    bool *has_spare_frame; /* to 3.10: co_zombieframe, the memory of its last frame */
    bool is_library;       /* no step begins in it */
    uint32_t line_base;    /* lines of the source before its part: at a prompt each statement
                              begins at 1 */
    uint32_t *hints; /* by instruction: where a name was found last in its dict (eval_names.c);
                        how often others have run (specialize.c) */
} CodeInfo;

/* The slots of a KIND_CODE object: its constants, or the one tuple of them that is a constant
 * as well; then its names, then its locals' names. */
static inline uint32_t code_names_at(const Code *code)
{
    return code->consts_tuple ? 1 : code->const_count;
}

/* Who gets the value that a frame returns. */
typedef enum Entry {
    ENTRY_CALL,     /* the caller's evaluation stack */
    ENTRY_C,        /* the C function that entered the loop: evaluate() returns it */
    ENTRY_INIT,     /* __init__: it must be None, and the instance goes to the stack */
    ENTRY_HOT_INIT, /* the same, by CALL_ALLOC_AND_ENTER_INIT */
    ENTRY_CLASS,    /* a class body: the class is made of its namespace (class.c) */
    ENTRY_WITH,     /* __enter__: __exit__ and the result go to the stack */
    ENTRY_FOR_ITER, /* a generator under FOR_ITER: its end jumps */
    ENTRY_SEND,     /* a generator under SEND: likewise */
} Entry;

/* A running frame. The row in the model is what the program's memory has of it; here is what
 * the loop wants at hand. Suspended generators have none. */
typedef struct Activation Activation;
struct Activation {
    Activation *caller; /* 0: the first one */
    ObjectId frame;     /* held by run->thread, or by its generator */
    Object *row;        /* its row: its slots do not move (they are reserved) */
    const Code *code;
    const CodeInfo *info;
    ObjectId function;  /* 0 in a module; borrowed */
    ObjectId generator; /* 0: none; borrowed from the frame that resumed it */
    ObjectId globals, locals;
    uint32_t pc;    /* the next instruction; the current one is pc - 1 */
    uint32_t lasti; /* the one that raised last */
    Entry entry;
    uint32_t hand;     /* HAND as it was before the call */
    uint32_t drop;     /* entries that the caller's stack loses when this returns */
    ObjectId object;   /* ENTRY_INIT: the instance; ENTRY_WITH: __exit__; held by HAND */
    ObjectId kw_names; /* KW_NAMES for the next CALL */
};

enum {                      /* slots of run->thread */
       THREAD_RAISED,       /* the exception being raised; 0: none */
       THREAD_HANDLED,      /* the one being handled (exc_info), outside generators … */
       THREAD_HANDLED_TYPE, /* … and, to 3.10, its type and traceback */
       THREAD_HANDLED_TRACEBACK,
       THREAD_RUNNING,    /* the code object of the program */
       THREAD_LAST,       /* sys.last_value: the exception that nobody caught */
       THREAD_SLOT_COUNT, /* then the frames, the innermost last */
};

enum {                       /* KIND_GENERATOR */
       GENERATOR_SLOT_FRAME, /* 0: finished and left; else may be finished all the same */
       GENERATOR_SLOT_NAME,
       GENERATOR_SLOT_QUALNAME,
       GENERATOR_SLOT_HANDLED, /* the exception that it is handling; as in the thread */
       GENERATOR_SLOT_HANDLED_TYPE,
       GENERATOR_SLOT_HANDLED_TRACEBACK,
       GENERATOR_SLOT_COUNT,
};

enum { /* exceptions with fields of their own; they follow EXCEPTION_SLOT_COUNT */
       EXCEPTION_SLOT_VALUE = EXCEPTION_SLOT_COUNT, /* StopIteration.value, SystemExit.code */
       EXCEPTION_SLOT_NAME = EXCEPTION_SLOT_COUNT,  /* NameError, AttributeError, ImportError */
       EXCEPTION_SLOT_FILE = EXCEPTION_SLOT_COUNT + 1,   /* SyntaxError: filename, lineno … */
       EXCEPTION_SLOT_OBJECT = EXCEPTION_SLOT_COUNT + 1, /* AttributeError.obj */
       EXCEPTION_SLOT_MSG = EXCEPTION_SLOT_COUNT + 2,    /* ImportError.msg */
       EXCEPTION_SLOT_WRITTEN = EXCEPTION_SLOT_COUNT + 4, /* OSError.characters_written */
};

/* type_lookup.c: the attribute of a type found last under a name; `changes` 0: none yet. */
enum { TYPE_LOOKUPS = 1024 };
typedef struct TypeLookup {
    ObjectId type, name, found;
    uint32_t changes; /* Model.namespace_changes then */
} TypeLookup;

typedef struct ShownWarning ShownWarning;

typedef struct CodeTable { /* open addressing, by Code pointer */
    CodeInfo **items;
    size_t capacity, count;
} CodeTable;

struct Run {
    Model *model;
    const Profile *profile;
    const RunOptions *options;
    const Source *source;
    RunLimits limits;
    RunResult *result;
    Diagnostics *diagnostics; /* may be NULL */
    Region region;

    Activation *top;   /* the running frame */
    Activation *spare; /* activations to use again */
    uint32_t depth;    /* activations */
    uint32_t nesting;  /* evaluate() calls on the host's stack */
    uint32_t c_depth;  /* what the activations take of CPython's C recursion limit (frame.c) */
    uint32_t recursion_limit;
    uint32_t recursion_headroom; /* more, while a RecursionError is handled */
    uint32_t levels;             /* of the recursion, as CPython counts them (recursion.c) */
    bool overflowed; /* there was a RecursionError from which the stack has not shrunk yet */
    bool checks_collector; /* 3.12+: the eval breaker */

    uint64_t statements;
    uint32_t line_base; /* of the part being compiled */
    /* Containers that the program's code objects have and no free list gave, before the start.
     */
    uint32_t containers_compiled;
    bool imported[IMPORT_LIMIT]; /* rows of the profile that the program has paid for */
    bool loads_library;          /* what is being materialised is the library's */
    size_t output_bytes;
    bool finalizing; /* the program has ended */
    bool stopped;    /* a limit or something unsupported: the loop unwinds without handlers */

    ObjectId thread;       /* KIND_HOLDER: THREAD_SLOT_… */
    ObjectId exit_calls;   /* KIND_HOLDER: what atexit knows (finalization.c) */
    ObjectId builtins;     /* the dict of module builtins */
    uint32_t builtins_end; /* its entries at the start */
    ObjectId modules;      /* sys.modules */
    ObjectId main_module, main_dict;
    ObjectId exceptions[EXC_COUNT];
    ObjectId
        generator_result; /* what the generator that has just ended returned; HAND holds it */
    CodeTable codes;
    TypeLookup lookups[TYPE_LOOKUPS];

    uint32_t unseeded_generators; /* so that each draws numbers of its own (module_random.c) */
    int64_t slept_nanoseconds;    /* time.sleep (module_time.c) */
    uint64_t clock_looks;
    Text input;         /* what was fetched of the program's standard input, decoded */
    size_t input_at;    /* bytes of it read */
    bool input_started; /* options->input is in it, or was */
    const ShownWarning *warnings; /* those shown, the last one first (warning.c) */
    struct LineProfile
        *line_profile; /* of memory_profiler.profile; NULL: nothing is measured */
    ObjectsState objects;
};

/* --- run.c --- */
/* Writes program output. False when the run has reached its limit; the caller returns 0
 * (raised). */
bool run_write(Run *run, int stream, Slice bytes);
/* Ends the run with RUN_LIMIT or RUN_UNSUPPORTED and a sentence. */
void run_stop(Run *run, RunEnd end, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The result owns it from now on. */
void run_add_program(Run *run, Program *program);

/* Tells of an exception that nobody can catch ("Exception ignored in: …"); nothing where none
 * is set. */
void run_write_ignored(Run *run, ObjectId where);
/* The same of an exception that is set no more, with a message of its own (0: none). */
void run_tell_ignored(Run *run, ObjectId exception, ObjectId message, ObjectId where);
/* Is the exception a SystemExit? */
bool object_is_exit(const Run *run, ObjectId exception);

/* --- consts.c --- */
/* Makes the objects of a program's constants and code objects; its module's info. The objects
 * are held by their code objects, the module's code object by HAND. */
const CodeInfo *consts_materialise(Run *run, Program *program, bool ast_holds);
const CodeInfo *consts_find(const Run *run, const Code *code);

/* --- startup_run.c --- */
void startup_run(Run *run);
/* The collector's counts, statistics and free lists as the program finds them. */
void startup_set_collector(Run *run);
ObjectId builtin_create(Run *run, const Native *native, ObjectId type, ObjectId self);
/* Adds a table's functions to a namespace dict; `self` is their __self__. */
void startup_add_functions(Run *run, ObjectId dict, const Native *table, ObjectId self);
/* Adds the methods of a built-in type to its dict. */
void startup_add_methods(Run *run, ObjectId type, const Native *table);
/* __hash__ is None where a type has __eq__ and no hash of its own. */
void startup_add_hash(Run *run, ObjectId type);
/* Core's tables: methods of the types that core owns. */
const Native *core_methods_of(TypeName type);
NativeCall *core_constructor_of(TypeName type);
/* The TypeName of a built-in type object; TYPE_NAME_COUNT for any other. */
TypeName type_name_index(const Run *run, ObjectId type);

/* --- eval.c --- */
/* Runs the top activation (ENTRY_C) until it returns: the value, held by HAND, or 0 (raised).
 */
ObjectId evaluate(Run *run);

/* --- frame.c --- */
/* Makes a frame for `info` and its activation, the new top. Its fast locals are still to be
 * filled in with frame_fill_locals (or pushed by the caller); NULL on RecursionError. */
Activation *frame_enter(Run *run, const CodeInfo *info, ObjectId function, ObjectId globals,
                        ObjectId locals, Entry entry);
/* frame_dealloc: the model has let go of a frame of this code. */
void frame_freed(Run *run, const Code *code);
/* The locals that have not been pushed yet become empty. */
void frame_fill_locals(Run *run, Activation *activation);
/* Makes a suspended generator's frame the running one. NULL on RecursionError. */
Activation *frame_resume(Run *run, ObjectId generator, Entry entry);
typedef enum FrameEnd {
    FRAME_RETURNS = 0,
    FRAME_RAISES = 1,
    FRAME_YIELDS = 2,
    FRAME_STEPS_ASIDE = 3,
} FrameEnd;
/* The top activation ends; its frame dies unless something else holds it. */
/* A `constant` that it returns (RETURN_CONST; else 0) is in HAND afterwards. */
void frame_leave(Run *run, FrameEnd end, ObjectId constant);
/* The generator's frame stands on the stack without running, until it steps aside. */
bool frame_stand_in(Run *run, ObjectId generator);
void frame_step_aside(Run *run);
/* Enters the frame of a module's code, with its fast locals. From 3.11 on CPython makes a
 * function for it (PyEval_EvalCode), of which the program sees the collector's count only;
 * frame_left_module is its end. */
Activation *frame_enter_module(Run *run, const CodeInfo *info, ObjectId globals,
                               ObjectId locals);
void frame_left_module(Run *run);
/* Empties the evaluation stack down to `depth` entries. */
void frame_cut_stack(Run *run, Activation *activation, uint32_t depth);
/* __file__ of the program. */
static inline const char *run_script_file(const Run *run)
{
    const RunOptions *options = run->options;
    if (options->script_file)
        return options->script_file;
    return options->script_name ? options->script_name : "";
}
/* The line that a frame is at, as CPython numbers it. */
uint32_t frame_line(const Run *run, ObjectId frame, uint32_t instruction);
/* The locals that are cells, in the order of co_cellvars; returns their number. `cells` has
 * room for all the locals. */
uint32_t frame_cells(Run *run, const Code *code, uint32_t *cells);
/* The line that a frame is at, running or suspended (f_lineno). */
uint32_t frame_current_line(Run *run, ObjectId frame);
/* co_firstlineno of a code object; the file that code comes from, as tracebacks name it. */
uint32_t code_line(const Run *run, ObjectId code);
const char *code_file(const Run *run, const Code *code);

/* --- call.c --- */
/* What became of a call that an instruction made. */
typedef enum CallResult {
    CALL_RAISED,
    CALL_DONE,   /* the value has been pushed */
    CALL_PUSHED, /* a frame has been: the loop goes on there */
} CallResult;
CallResult call_from_stack(Run *run, Activation *activation, uint32_t count, ObjectId names);
/* Calls a function with the top `count` entries of the stack, which become its locals. Only
 * where they are all its parameters, one to one: call_takes. */
CallResult call_stealing(Run *run, Activation *activation, ObjectId function, uint32_t count);
bool call_takes(const Run *run, ObjectId function, uint32_t count);
CallResult call_unpacked(Run *run, Activation *activation, bool with_dict);
/* Raises that a keyword of the call is no string. */
bool call_raise_keyword_type(Run *run, ObjectId callable);
/* "f() argument after * must be an iterable" instead of iter()'s own message, where that is why
 * it has raised. False. */
bool call_explain_star(Run *run, ObjectId callable, ObjectId iterable);
/* Merges a mapping into a dict, as dict.update does. `callable` takes it as keywords and is
 * named where it is no mapping (0: a display); `once`: each key may come once. */
bool merge_mapping(Run *run, ObjectId dict, ObjectId mapping, ObjectId callable, bool once);
/* Calls a function of the program from C holders: pushes a frame with `entry`, arguments
 * copied. */
Activation *call_enter(Run *run, ObjectId function, const Arguments *arguments, Entry entry);
/* Calls a KIND_BUILTIN. */
ObjectId call_native(Run *run, ObjectId callable, const Arguments *arguments);
/* type(…) of any class from C. */
ObjectId call_type(Run *run, ObjectId type, const Arguments *arguments);
/* The same without a metaclass's __call__: type.__call__. */
ObjectId call_type_plainly(Run *run, ObjectId type, const Arguments *arguments);
/* The same from an instruction: __init__ of the program becomes a frame. `drop` as in
 * Activation. */
CallResult call_type_from_stack(Run *run, Activation *activation, ObjectId type,
                                const Arguments *arguments, uint32_t drop);
/* Appends a callable as messages name it: "module.f()". */
void call_describe(Run *run, ObjectId callable, Text *ret_text);
/* PyObject_Call: with a tuple, which the caller holds, and a dict of keyword arguments; 0: none. */
ObjectId call_with_tuple(Run *run, ObjectId callable, ObjectId tuple, ObjectId keywords);
/* Calls with positional values and the entries of a dict as keyword arguments; 0: none. */
ObjectId call_with_parts(Run *run, ObjectId callable, const ObjectId *positional,
                         uint32_t count, ObjectId keywords);
bool object_is_callable(Run *run, ObjectId object);

/* --- call_pack.c --- */
/* What tp_call gets: the arguments as a tuple, the keyword ones as a dict. HAND holds what had
 * to be made. _PyObject_MakeTpCall. */
void call_pack(Run *run, Arguments *arguments);
/* What a function of the program is called with where its keyword arguments come in a dict:
 * HAND holds copies. _PyStack_UnpackDict. */
void call_hold_unpacked(Run *run, const Arguments *arguments);

/* --- call_bind.c --- */
/* Sorts arguments into `ret_locals` (argument_count + keyword_only_count + * + ** of them):
 * borrowed ids, new ones held by HAND. */
bool bind_arguments(Run *run, ObjectId function, const Code *code, const Arguments *arguments,
                    ObjectId *ret_locals);
uint32_t bind_count(const Code *code);
/* --- function.c --- */
ObjectId function_create(Run *run, ObjectId code, ObjectId globals);
ObjectId method_create(Run *run, ObjectId function, ObjectId self);
/* wrapperobject: a slot wrapper bound to an object. */
ObjectId wrapper_bind(Run *run, ObjectId descriptor, ObjectId self);
ObjectId cell_create(Run *run, ObjectId contents);

/* --- class.c --- */
/* __build_class__ from an instruction. */
CallResult class_build_from_stack(Run *run, Activation *activation, const Arguments *arguments,
                                  uint32_t drop);
/* Is it __build_class__? */
bool class_is_builder(const Run *run, ObjectId callable);
/* The class body has ended; `held` is where HAND holds its parts: the class object, or 0. */
ObjectId class_finish(Run *run, ObjectId held);
/* A class: what it is made of, `keywords` (a dict or None) for __init_subclass__. */
typedef struct ClassParts {
    ObjectId metaclass, name, bases, namespace, keywords;
} ClassParts;
/* type.__new__(metaclass, name, bases, namespace, **keywords) */
ObjectId class_create(Run *run, const ClassParts *parts);
/* The most derived metaclass of `metaclass` and the bases' own; 0: raised. */
ObjectId class_metaclass(Run *run, ObjectId metaclass, ObjectId bases);
/* What calling a class does by its metaclass's own __call__; 0 where that is type's. */
ObjectId class_own_call(Run *run, ObjectId type);
extern const Native class_builtins[]; /* __build_class__ */
/* --- class_told.c --- */
bool class_tell_values(Run *run, ObjectId type, ObjectId namespace);
bool class_tell_base(Run *run, ObjectId type, ObjectId keywords); /* a dict or None */
/* --- class_bases.c --- */
/* type.__bases__ = bases: the class and those that inherit from it get a new MRO. */
bool class_set_bases(Run *run, ObjectId type, ObjectId bases);
/* --- class_order.c --- */
/* The method resolution order as a tuple; 0: raised. */
ObjectId class_mro(Run *run, ObjectId type, ObjectId bases);
/* The base that lays out the instances; 0: raised. */
ObjectId class_best_base(Run *run, ObjectId bases);
/* update_bases (PEP 560): bases that are no classes say what stands in for them. The same tuple
 * where all are classes; 0: raised. */
ObjectId class_stand_ins(Run *run, ObjectId bases);
/* The nearest built-in type along the bases. */
ObjectId class_solid(const Run *run, ObjectId type);
ObjectId class_subclasses(Run *run, ObjectId type);
/* TYPE_FLAG_HAS_DEL by what its MRO has now; its subclasses follow. */
void class_update_flags(Run *run, ObjectId type);
/* Is `base` one of the bases of `id`, an object of any kind? */
bool class_has_base(const Model *model, ObjectId id, ObjectId base);

/* --- attribute.c, attribute_set.c --- */
/* LOAD_METHOD: pushes function and object, or NULL and attribute, in place of the top. */
bool attribute_load_method(Run *run, Activation *activation, ObjectId name);
/* The value behind a member descriptor; 0: none. Unlike CPython: where a class with __slots__
 * extends a built-in layout, its values lie in a dict of the object's that nobody sees unless
 * it has a __dict__ too. */
ObjectId member_value(const Model *model, const Object *descriptor, ObjectId object);
ObjectId attribute_super(Run *run, ObjectId super, ObjectId name, bool *ret_found);
/* Binds what was found on a type to an instance (tp_descr_get); `object` 0: through the class.
 */
ObjectId attribute_bind(Run *run, ObjectId found, ObjectId object, ObjectId type);
/* The same by the descriptor's built-in type, whatever a class of the program makes of it. */
ObjectId attribute_bind_own(Run *run, ObjectId found, ObjectId object, ObjectId type);
/* descriptor.__set__(object, value); a value of 0: __delete__ */
bool attribute_set_through(Run *run, ObjectId descriptor, ObjectId object, ObjectId value);
/* PyObject_GenericSetAttr */
bool attribute_set_generic(Run *run, ObjectId object, ObjectId name, ObjectId value);
ObjectId attribute_get_generic(Run *run, ObjectId object, ObjectId name, bool *ret_found);
/* "'T' object has no attribute 'x'" */
ObjectId attribute_missing(Run *run, ObjectId object, ObjectId name);

/* --- attribute_core.c, attribute_core_set.c --- */
/* Attributes that core's own kinds have through getset descriptors: f.__name__, e.args,
 * x.__class__ … */
/* The same for names without a descriptor: what a method has from its function, __dict__ … */
ObjectId core_attribute_unnamed(Run *run, ObjectId object, ObjectId name);
/* The class whose MRO super() searches: of the object, or the object itself. */
ObjectId super_start(const Run *run, const Object *super);
ObjectId core_attribute(Run *run, ObjectId object, ObjectId name);
/* Sets one; `*ret_known` false: it is none of them. */
bool core_attribute_set(Run *run, ObjectId object, ObjectId name, ObjectId value,
                        bool *ret_known);
/* The instance's attribute dictionary as an object; 0: it has none. */
ObjectId object_dict(Run *run, ObjectId object);
/* Has the object what attributes it has by a class of the program or library in Python? */
bool object_shares_names(const Run *run, ObjectId object);
/* functools_wraps of a staticmethod or classmethod: since 3.10 its dict has some of its
 * function's attributes. False: raised. */
bool wrapper_copy_names(Run *run, ObjectId wrapper);

/* --- exception.c --- */
ObjectId exception_create(Run *run, ObjectId type, const ObjectId *arguments, uint32_t count);
/* The same of a tuple, which becomes its args. */
ObjectId exception_create_with(Run *run, ObjectId type, ObjectId args);
/* The exception being raised; 0: none. */
static inline ObjectId exception_raised(const Run *run)
{
    return model_object(run->model, run->thread)->slots[THREAD_RAISED];
}
/* Takes it off: HAND holds it. */
ObjectId exception_fetch(Run *run);
/* Puts one back as it is: no context, no traceback is added. */
void exception_restore(Run *run, ObjectId exception);
/* Raises it without a context: what the thrower handles is none for a generator. */
ObjectId raise_thrown(Run *run, ObjectId exception);
/* The exception being handled (sys.exc_info), 0: none. */
ObjectId exception_handled(const Run *run);
void exception_set_handled(Run *run, ObjectId exception);
/* The innermost exc_info, None included: what PUSH_EXC_INFO saves and POP_EXCEPT puts back. To
 * 3.10 it has three parts. */
typedef struct ExcInfo {
    ObjectId value, type, traceback;
} ExcInfo;
ExcInfo exception_info(const Run *run);
void exception_set_info(Run *run, ExcInfo info);
/* The slot of a field like StopIteration.value; -1 where its class has none. */
int exception_field(const Run *run, ObjectId exception, Slice name);
bool exception_matches(Run *run, ObjectId exception, ObjectId type);
bool object_is_exception(const Run *run, ObjectId object);
bool type_is_exception(const Run *run, ObjectId type);
/* str() and repr() of an exception. */
bool exception_str(Run *run, ObjectId exception, Text *ret_text);
/* The argument that str() of an exception is str() of; 0: it is none. */
ObjectId exception_str_argument(Run *run, ObjectId exception);
bool exception_repr(Run *run, ObjectId exception, Text *ret_text);
/* `raise exception from cause` */
void exception_set_cause(Run *run, ObjectId exception, ObjectId cause);
/* exception.add_note(note) */
bool exception_add_note(Run *run, ObjectId exception, ObjectId note);
extern const Native exception_methods[];
/* type(…) of an exception class: `values[0]` is the class. */
ObjectId exception_new(Run *run, const Arguments *arguments);
bool raise_name_error(Run *run, const char *format, ObjectId name, ExceptionName type);

/* --- eval_exceptions.c --- */
/* An instruction has raised: goes to the handler, leaving frames on the way. False when the
 * frame that C entered was left: fewer than `base` + 1 activations remain. */
bool unwind(Run *run, bool adds_traceback, uint32_t base);
bool raise_from_stack(Run *run, Activation *activation, uint32_t count);

/* --- traceback.c --- */
/* PyTraceBack_Here: one more entry in front of the traceback of the exception being raised. */
void traceback_add(Run *run, const Activation *activation);
/* 3.11+: a frame has an object only once a traceback or somebody else asks for it. */
void frame_make_object(Run *run, const Activation *activation);
/* Appends what CPython prints for an uncaught exception, chained ones first. */
void traceback_write(Run *run, ObjectId exception, Text *ret_text);
/* Appends a warning of a category as warnings.showwarning prints it. */
void traceback_write_warning(const Run *run, const char *category,
                             const ProgramWarning *warning, Text *ret_text);
/* Appends a SyntaxError as CPython prints it. */
void traceback_write_syntax(const Run *run, const Source *source, const SyntaxProblem *problem,
                            Text *ret_text);
/* "Exception ignored in: …", or the message that it has, and the repr of `where`; each may be
 * 0. */
void traceback_write_ignored(Run *run, ObjectId exception, ObjectId message, ObjectId where,
                             Text *ret_text);

/* --- core_types.c --- */
/* object.__new__ */
ObjectId object_new(Run *run, const Arguments *arguments);
/* A staticmethod or classmethod object. */
ObjectId wrapper_create(Run *run, TypeName type, ObjectId function);

/* --- generator.c --- */
/* RETURN_GENERATOR: the running frame becomes a generator's; the call's value is it. */
ObjectId generator_create(Run *run, Activation *activation);
/* Resumes it from C with a value sent: the value yielded; 0 when it raised or ended (then
 * !raised() and run->generator_result). */
ObjectId generator_resume(Run *run, ObjectId generator, ObjectId value);
/* Its frame has returned or raised: it holds none any more. */
void generator_finish(Run *run, ObjectId generator);
/* A suspended generator that dies is closed (tp_finalize). */
void generator_finalize(Run *run, ObjectId generator);
/* The iterator that a suspended generator delegates to (yield from); 0: none. */
ObjectId generator_delegate(const Run *run, ObjectId generator);
extern const Native generator_methods[];
extern const Native frame_methods[]; /* frame_clear.c */

/* --- import.c --- */
/* `globals`: of the module that imports, asked where `level` is not 0. `fromlist` None: the
 * result is the module that `name` begins with. */
ObjectId import_name(Run *run, ObjectId globals, ObjectId name, ObjectId fromlist,
                     int64_t level);
bool import_star(Run *run, Activation *activation, ObjectId module); /* import_star.c */
ObjectId module_create(Run *run, Slice name);
/* The module from sys.modules; 0: not imported yet. */
ObjectId import_find_imported(Run *run, Slice name);
/* IMPORT_FROM where the module has no such attribute: a submodule, or ImportError. */
ObjectId import_missing_name(Run *run, ObjectId module, ObjectId name);

/* --- import_search.c --- */
/* Loads the library's modules that the program's code objects name, through the modules beside
 * the program that they import. False: raised or stopped. */
bool import_prepare(Run *run, const Program *program);

/* --- eval_modules.c --- */
/* sys.displayhook(value): None is silent, any other value is printed and becomes _. */
bool display_value(Run *run, ObjectId value);

/* --- the evaluation stack --- */
static inline ObjectId stack_at(const Activation *activation, uint32_t depth) /* 1: the top */
{
    return activation->row->slots[activation->row->slot_count - depth];
}
static inline void stack_push(Run *run, const Activation *activation, ObjectId value)
{
    reference_push(run->model, activation->frame, value);
}
static inline void stack_pop(Run *run, const Activation *activation)
{
    reference_pop(run->model, activation->frame);
}
/* Pops `count` entries, the lowest first where that is the last reference, as CPython's calls
 * do. */
void stack_drop(Run *run, const Activation *activation, uint32_t count);
/* What a call has used up: to 3.10 from the top down (call_function), from 3.11 on, and the
 * tuple and dict of CALL_FUNCTION_EX always, the lowest first. */
void call_drop(Run *run, const Activation *activation, uint32_t count);
/* The same, and the result in its place. */
void call_replace(Run *run, const Activation *activation, uint32_t count, ObjectId value);
/* Pushes what a C function returned; HAND's own reference moves where it can. */
void stack_push_result(Run *run, const Activation *activation, ObjectId value);
/* `count` operands are replaced by a result. */
void stack_replace(Run *run, const Activation *activation, uint32_t count, ObjectId value);

/* memcpy of ids; `from` may be NULL where there are none. */
static inline void copy_ids(ObjectId *to, const ObjectId *from, size_t count)
{
    if (count)
        memcpy(to, from, count * sizeof *to);
}

/* A str object's text. */
static inline Slice name_slice(const Run *run, ObjectId name)
{
    return str_slice(run->model, name);
}
/* Formats an object's type or a name: "%.*s" with these two. */
#define SLICE(slice) (int)(slice).length, (slice).bytes

#endif
