#ifndef RUN_NATIVE_H
#define RUN_NATIVE_H
/* What every C function of the modelled interpreter is written with. Law: a function that
 * returns an ObjectId returns 0 exactly when it has raised an exception (raise.h); ids are
 * borrowed, HAND keeps new ones until the instruction that called ends (model.h says how). A
 * bool-returning function returns false for "raised" and gives its answer through ret_… . */
#include "model/containers.h"
#include "run/run.h"

typedef struct Run Run; /* interpreter.h */

/* Arguments of a call. Keyword values stand behind the positional ones. */
typedef struct Arguments {
    const ObjectId *values;
    uint32_t count; /* positional */
    ObjectId names; /* tuple of str naming the keyword values behind them; 0: none */
    uint32_t name_count;
    /* The same as the tuple and the dict that tp_call gets, where they are there already
     * (call_pack.c); C functions never see them. */
    ObjectId tuple, dict;
    bool is_slot; /* the type's own slot is called, not the wrapper of it that has its name */
    /* Of a tp_call in C: the tuple and the dict of what is behind self, where they are there. A
     * vectorcall (native_has_vectorcall) gets neither, and then `is_slot` is set. */
    ObjectId own_tuple, own_dict;
} Arguments;

/* A C function. For methods values[0] is self. */
typedef ObjectId NativeCall(Run *run, const Arguments *arguments);

/* One row of a const table: a built-in function, a method of a built-in type, a module's
 * function. */
typedef struct Native {
    const char *name;
    NativeCall *call;
    /* The number of positional arguments, self not counted; most -1: any. Wrong counts raise
     * CPython's message before `call` is entered ("append() takes exactly one argument (2
     * given)" or "expected at most 1 argument, got 2" by `style`). */
    int least, most;
    /* Keyword names that the function takes, "" ended, in order of position; NULL: none. The
     * call gets them sorted into positions, 0 where one is missing; values then has `most`
     * entries. */
    const char *const *keywords;
    enum {
        NATIVE_VARARGS, /* PyArg_ParseTuple, PyArg_UnpackTuple: "f expected at most 2 arguments,
                           got 3" */
        NATIVE_O,       /* METH_O: "T.f() takes exactly one argument (0 given)" */
        NATIVE_NOARGS,  /* METH_NOARGS: "T.f() takes no arguments (1 given)" */
        NATIVE_RAW,     /* the function sees names and counts itself */
        NATIVE_STATIC, /* a static method or classmethod of a built-in type (dict.fromkeys): raw
                        */
        NATIVE_PARSE,  /* PyArg_ParseTuple: "f() takes at least 1 argument (0 given)" */
        NATIVE_CLINIC, /* NATIVE_PARSE until 3.7, NATIVE_VARARGS since */
        NATIVE_SLOT,   /* a slot wrapper (__len__, __add__): "expected 1 argument, got 0" */
    } style;
    uint8_t since, until; /* minor versions of Python that have it, both included; 0: always */
    bool quiet; /* the specialised call of it does not look at the eval breaker (3.12+) */
} Native;

/* Sorts the arguments of a NATIVE_RAW or NATIVE_STATIC call behind the first `skip` by a form:
 * a row with name, least, most and keywords (no call). `ret_values` has `most` entries, 0 where
 * one is missing. */
bool arguments_sort(Run *run, const Native *form, uint32_t skip, const Arguments *arguments,
                    ObjectId *ret_values);

/* Counts the arguments of a NATIVE_STATIC call of `type` behind values[0] by a form without
 * keywords, whose style is not NATIVE_STATIC. */
bool arguments_check(Run *run, const Native *form, const char *type,
                     const Arguments *arguments);

/* --- raising (exception.c) --- */
/* Built-in exception classes by name, in the order of CPython's own hierarchy (exception.c's
 * table). */
/* clang-format off */
#define EXCEPTION_LIST(X) \
    X(BaseException, BaseException) X(SystemExit, BaseException) \
    X(KeyboardInterrupt, BaseException) X(GeneratorExit, BaseException) \
    X(Exception, BaseException) X(StopIteration, Exception) X(StopAsyncIteration, Exception) \
    X(ArithmeticError, Exception) X(FloatingPointError, ArithmeticError) \
    X(OverflowError, ArithmeticError) X(ZeroDivisionError, ArithmeticError) \
    X(AssertionError, Exception) X(AttributeError, Exception) X(BufferError, Exception) \
    X(EOFError, Exception) X(ImportError, Exception) X(ModuleNotFoundError, ImportError) \
    X(LookupError, Exception) X(IndexError, LookupError) X(KeyError, LookupError) \
    X(MemoryError, Exception) X(NameError, Exception) X(UnboundLocalError, NameError) \
    X(OSError, Exception) X(FileNotFoundError, OSError) X(FileExistsError, OSError) \
    X(PermissionError, OSError) X(TimeoutError, OSError) X(BlockingIOError, OSError) \
    X(ChildProcessError, OSError) X(InterruptedError, OSError) X(IsADirectoryError, OSError) \
    X(NotADirectoryError, OSError) X(ProcessLookupError, OSError) \
    X(ConnectionError, OSError) X(BrokenPipeError, ConnectionError) \
    X(ConnectionAbortedError, ConnectionError) X(ConnectionRefusedError, ConnectionError) \
    X(ConnectionResetError, ConnectionError) X(ReferenceError, Exception) \
    X(RuntimeError, Exception) X(NotImplementedError, RuntimeError) \
    X(RecursionError, RuntimeError) X(SyntaxError, Exception) \
    X(IndentationError, SyntaxError) X(TabError, IndentationError) X(SystemError, Exception) \
    X(TypeError, Exception) X(ValueError, Exception) X(UnicodeError, ValueError) \
    X(UnicodeDecodeError, UnicodeError) X(UnicodeEncodeError, UnicodeError) \
    X(UnicodeTranslateError, UnicodeError) X(Warning, Exception) \
    X(DeprecationWarning, Warning) X(UserWarning, Warning) X(RuntimeWarning, Warning) \
    X(SyntaxWarning, Warning) X(FutureWarning, Warning) \
    X(PendingDeprecationWarning, Warning) X(ImportWarning, Warning) \
    X(UnicodeWarning, Warning) X(BytesWarning, Warning) X(ResourceWarning, Warning) \
    X(EncodingWarning, Warning) X(PythonFinalizationError, RuntimeError) \
    X(_IncompleteInputError, SyntaxError) X(BaseExceptionGroup, BaseException) \
    X(ExceptionGroup, BaseExceptionGroup)
/* clang-format on */
typedef enum ExceptionName {
#define EXCEPTION_ENUM(name, base) EXC_##name,
    EXCEPTION_LIST(EXCEPTION_ENUM)
#undef EXCEPTION_ENUM
        EXC_COUNT,
} ExceptionName;

/* Raises with a formatted message; always returns 0, so that callers can `return
 * raise_error(…)`. */
ObjectId raise_error(Run *run, ExceptionName type, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Raises with one argument object (KeyError(key), StopIteration(value) …). */
ObjectId raise_with(Run *run, ExceptionName type, ObjectId argument);
/* Raises an exception object. */
ObjectId raise_object(Run *run, ObjectId exception);
/* A StopIteration without a value, as an iterator's end raises it where it is called by name.
 */
ObjectId raise_stop(Run *run);
/* "heapstep has no …": ends the run with RUN_UNSUPPORTED and a sentence; returns 0. */
ObjectId raise_unsupported(Run *run, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Is there room for more objects? Else the run ends (RUN_LIMIT); loops that make objects ask.
 */
bool run_has_memory(Run *run);
/* Is an exception set, and of this class? */
bool raised(const Run *run);
bool raised_is(const Run *run, ExceptionName type);
/* Forgets it (as an `except: pass` in C would). */
void raise_clear(Run *run);
ObjectId exception_type(const Run *run, ExceptionName type);

/* --- calling and attributes (call.c, attribute.c) --- */
Model *run_model(Run *run);
/* Calls any object from C: re-enters the evaluation loop for functions of the program. */
ObjectId call_object(Run *run, ObjectId callable, const ObjectId *values, uint32_t count);
ObjectId call_with_names(Run *run, ObjectId callable, const Arguments *arguments);
/* The special method `name` as found on the type of `self` (MRO, not the instance); 0 without
 * raising where there is none. */
ObjectId lookup_special(Run *run, ObjectId self, const char *name);
/* Calls it; `*ret_found` false (and 0 returned, nothing raised) where there is none. */
ObjectId call_special(Run *run, ObjectId self, const char *name, const ObjectId *values,
                      uint32_t count, bool *ret_found);
ObjectId attribute_get(Run *run, ObjectId object, ObjectId name); /* getattr */
ObjectId attribute_get_string(Run *run, ObjectId object, const char *name);
/* As attribute_get, but a missing attribute is not an error: `*ret_found` false, 0 returned. */
ObjectId attribute_find(Run *run, ObjectId object, ObjectId name, bool *ret_found);
bool attribute_set(Run *run, ObjectId object, ObjectId name, ObjectId value); /* 0: delete */
/* The attribute of a type along its MRO (_PyType_Lookup); 0: none. */
ObjectId type_lookup(Run *run, ObjectId type, ObjectId name);
/* Grows when a class of its MRO changes (tp_version_tag). */
uint32_t type_version(const Run *run, ObjectId type);
bool type_is_subtype(const Run *run, ObjectId type, ObjectId of);
/* isinstance(object, model->types[name]) */
bool is_instance(const Run *run, ObjectId object, TypeName name);

/* --- protocols (protocol.c, operator_*.c, compare.c, iterate.c) --- */
ObjectId operate_binary(Run *run, int op, ObjectId left,
                        ObjectId right); /* BinaryOp (+ BINARY_IN_PLACE) */
ObjectId operate_negative(Run *run, ObjectId value);
ObjectId operate_positive(Run *run, ObjectId value);
ObjectId operate_invert(Run *run, ObjectId value);
ObjectId compare_objects(Run *run, int op, ObjectId left, ObjectId right); /* CompareOp */
bool compare_equal(Run *run, ObjectId left, ObjectId right,
                   bool *ret_equal); /* identity first */
bool object_truth(Run *run, ObjectId value, bool *ret_truth);
bool object_hash(Run *run, ObjectId value, int64_t *ret_hash);
bool object_length(Run *run, ObjectId value, int64_t *ret_length);
bool object_contains(Run *run, ObjectId container, ObjectId value, bool *ret_contains);
/* An __index__ value within int64; raises OverflowError/TypeError as `PyNumber_AsSsize_t`. */
bool object_index(Run *run, ObjectId value, int64_t *ret_index);
ObjectId subscript_get(Run *run, ObjectId container, ObjectId key);
bool subscript_set(Run *run, ObjectId container, ObjectId key, ObjectId value); /* 0: delete */
ObjectId slice_create(Run *run, ObjectId start, ObjectId stop, ObjectId step);
ObjectId iterate(Run *run, ObjectId iterable); /* iter() */
/* The next item; 0 at the end, or when an exception was raised: raised() tells. */
ObjectId iterate_next(Run *run, ObjectId iterator);
/* All items of an iterable as a new list, with the capacity that list(x) gives. */
ObjectId iterate_list(Run *run, ObjectId iterable);
/* Dicts and sets with any keys. */
ObjectId dict_get_key(Run *run, ObjectId dict, ObjectId key,
                      bool *ret_found); /* 0 and !raised(): none */
int64_t dict_find_key(Run *run, ObjectId dict,
                      ObjectId key); /* the entry; -1: none, -2: raised */
bool dict_set_key(Run *run, ObjectId dict, ObjectId key, ObjectId value);
/* The same with the hash that the key is known to have. */
int64_t dict_find_hashed(Run *run, ObjectId dict, ObjectId key, int64_t hash);
bool dict_set_hashed(Run *run, ObjectId dict, ObjectId key, int64_t hash, ObjectId value);
/* dict_set_key with a key and a value that are the dict's from 3.11 on
 * (_PyDict_SetItem_Take2). */
bool dict_set_taken(Run *run, ObjectId dict, ObjectId key, ObjectId value);
bool dict_delete_key(Run *run, ObjectId dict, ObjectId key, bool *ret_found);
bool set_add_key(Run *run, ObjectId set, ObjectId key);
bool set_contains_key(Run *run, ObjectId set, ObjectId key, bool *ret_contains);
bool set_discard_key(Run *run, ObjectId set, ObjectId key, bool *ret_found);
/* The same with the hash that the key is known to have. */
bool set_add_hashed(Run *run, ObjectId set, ObjectId key, int64_t hash);
bool set_contains_hashed(Run *run, ObjectId set, ObjectId key, int64_t hash,
                         bool *ret_contains);
bool set_discard_hashed(Run *run, ObjectId set, ObjectId key, int64_t hash, bool *ret_found);

/* --- text (repr.c, format_*.c) --- */
ObjectId object_repr(Run *run, ObjectId value); /* str object */
ObjectId object_str(Run *run, ObjectId value);
/* Appends; false when raised. */
bool repr_write(Run *run, ObjectId value, Text *ret_text);
bool str_write(Run *run, ObjectId value, Text *ret_text);
/* format(value, spec); `spec` is a Slice of UTF-8. */
ObjectId object_format(Run *run, ObjectId value, Slice spec);

/* --- tables (builtins_*.c, methods_*.c, module_*.c) --- */
/* All built-in functions, "" ended. */
extern const Native *const builtin_tables[]; /* NULL ended list of "" ended tables */
/* Methods of a built-in type; NULL where it has none. */
const Native *methods_of(TypeName type);
/* type(…): what calling a built-in type does (int(x), list(x) …); NULL: cannot be called so. */
NativeCall *constructor_of(TypeName type);
/* A standard module by name: its functions, a hook that adds its values, its types
 * (native_type.h), NULL ended and made before the hook runs; any may be NULL. module_find: NULL
 * where heapstep has none. */
typedef struct NativeModule {
    const char *name;
    const Native *functions;
    bool (*fill)(Run *run, ObjectId dict);
    const struct NativeType *const *types;
} NativeModule;
const NativeModule *module_find(Slice name);
/* Attributes of built-in objects that are no methods (x.real, f.__name__ is attribute.c's): 0
 * and nothing raised where there is none. */
ObjectId builtin_attribute(Run *run, ObjectId object, Slice name);

#endif
