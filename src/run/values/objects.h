#ifndef RUN_OBJECTS_H
#define RUN_OBJECTS_H
/* What the files of built-in objects share: arguments, exact kinds, special methods of the
 * program, the guard against endless nesting. Law: nothing here or in those files keeps a
 * counted reference that is not in a slot. */
#include <stdio.h>

#include "run/native.h"

/* A native type that has been made (native_type.h). */
typedef struct NativeMade {
    const struct NativeType *native;
    ObjectId type;
} NativeMade;

/* What the built-in objects keep for a run; the interpreter's Run holds one. Zero is empty. */
typedef struct ObjectsState {
    ObjectId
        *writing; /* containers whose repr is being written, outermost first (Py_ReprEnter) */
    size_t writing_count, writing_capacity;
    bool writing_known; /* the interpreter keeps the books that the first repr of a container
                           made */
    bool print_keywords_known; /* likewise those of print's keywords */
    uint32_t pending_slot; /* of model->interpreter: the list of what print has written; 0: none
                              yet */
    ObjectId empty_frozenset; /* to 3.9; 0: none yet */
    uint32_t nesting;         /* nested containers being compared, hashed or written */
    NativeMade natives[NATIVE_TYPE_LIMIT]; /* by number, from 1 */
    uint32_t gc_debug;                     /* gc.set_debug */
    ObjectId gc_garbage, gc_callbacks;     /* gc's lists; 0: no part of the program names gc */
    ObjectId streams[3];                   /* sys.__stdin__, sys.__stdout__, sys.__stderr__ */
    ObjectId stream_buffers[3];            /* the bytes beneath each */
    ObjectId system;   /* the namespace of module sys; 0: no part of the program names it */
    ObjectId *buffers; /* memoryview's managed buffers, among them dead ones */
    size_t buffer_count, buffer_capacity;
    uint32_t int_digit_limit; /* sys.set_int_max_str_digits; the limit + 1, 0: not set by the
                                 program */
} ObjectsState;
void objects_state_done(ObjectsState *state);

/* --- what the interpreter's core provides for these files --- */
ObjectsState *run_objects(Run *run);
/* The next value of a generator without making a StopIteration: 0 at its end, or when raised.
 */
ObjectId generator_next(Run *run, ObjectId generator);
/* As generator_next, but its end is a StopIteration with the value. */
ObjectId generator_next_value(Run *run, ObjectId generator);
/* The namespace of a frame: of a module or class the dict itself, of a function one that is
 * filled now. */
ObjectId frame_locals(Run *run, ObjectId frame);
/* The globals dict of the running frame. */
ObjectId frame_globals(Run *run, ObjectId frame);
/* The end of the slots that frame_traverse visits of a running frame: those before its
 * evaluation stack; 0: it does not run. */
uint32_t frame_locals_end(const Run *run, ObjectId frame);
/* The recursion limit (sys.setrecursionlimit). */
uint32_t run_recursion_limit(Run *run);
void run_set_recursion_limit(Run *run, uint32_t limit);

/* --- arguments --- */
/* The index-th argument, 0 where it is missing. */
static inline ObjectId argument_at(const Arguments *arguments, uint32_t index)
{
    return index < arguments->count ? arguments->values[index] : 0;
}
/* Keyword values of a NATIVE_RAW call by name: `names` is "" ended and NULL free, `ret_values`
 * has one entry for each, 0 where it is missing. Raises on any other name. */
bool argument_keywords(Run *run, const Arguments *arguments, const char *function,
                       const char *const *names, ObjectId *ret_values);
/* Raises for a keyword that the function does not have; returns false. */
bool raise_unknown_keyword(Run *run, Slice name, const char *function);
/* Raises for a parameter that has no argument; returns false. `position` counts from 1. */
bool raise_missing_argument(Run *run, const char *function, const char *name,
                            uint32_t position);
/* Raises if a type is called with keyword values: "f() takes no keyword arguments"
 * (_PyArg_NoKeywords). */
bool argument_no_keywords(Run *run, const Arguments *arguments, const char *function);
/* The same in the __new__ of `base`: for a class of the program that has its own `other`
 * ("__init__", in list's __init__ "__new__") keywords are that one's affair; until 3.10 for any
 * such class. */
bool argument_no_keywords_of(Run *run, const Arguments *arguments, ObjectId type, TypeName base,
                             const char *other);
/* "f expected at most 2 arguments, got 3"; `skip` arguments at the front (self, cls) are not
 * counted. */
bool argument_count(Run *run, const Arguments *arguments, uint32_t skip, const char *function,
                    uint32_t least, uint32_t most);

/* No more than `most` by position, where others go by name; `least` is what the complaint
 * of 3.8 and later counts from. */
bool argument_positional(Run *run, const Arguments *arguments, const char *function,
                         uint32_t least, uint32_t most);
/* An int as PyArg_Parse's "i" takes it, with its complaints. */
bool argument_c_int(Run *run, ObjectId value, int64_t *ret_value); /* "i" of PyArg_Parse */
bool argument_int(Run *run, ObjectId value, int64_t *ret_value);
ObjectId argument_int_object(Run *run, ObjectId value); /* of any size */
/* A size or index as its "n" takes it: floats had a complaint of their own until 3.9. */
bool argument_size(Run *run, ObjectId value, int64_t *ret_value);
/* A truth as "p" takes it; until 3.11 an int ("i"). */
bool argument_flag(Run *run, ObjectId value, bool *ret_value);
/* An index that may be missing (0: `*ret_bound` stays), clipped to [0, UINT32_MAX)
 * (_PyEval_SliceIndexNotNone). */
bool argument_bound(Run *run, ObjectId value, uint32_t length, uint32_t *ret_bound);

/* --- kinds --- */
static inline bool object_is_exact(const Model *model, ObjectId id, TypeName name)
{
    return model_object(model, id)->type == model->types[name];
}
/* Is it an instance of a class that the program (or Python text of ours) made? */
static inline bool object_is_user(const Model *model, ObjectId id)
{
    return (model_object(model, model_object(model, id)->type)->flags & OBJECT_HEAP_TYPE) != 0;
}
/* Of a KIND_BUILTIN: a method or slot wrapper of a type, which binds to its instances. */
static inline bool builtin_is_descriptor(const Model *model, const Object *builtin)
{
    return builtin->type == model->types[TYPE_METHOD_DESCRIPTOR] ||
           builtin->type == model->types[TYPE_WRAPPER_DESCRIPTOR];
}
static inline bool kind_is_integer(ObjectKind kind)
{
    return kind == KIND_INT || kind == KIND_BOOL;
}
static inline bool kind_is_set(ObjectKind kind)
{
    return kind == KIND_SET || kind == KIND_FROZENSET;
}
static inline bool kind_is_bytes(ObjectKind kind)
{
    return kind == KIND_BYTES || kind == KIND_BYTEARRAY;
}
/* Is it bytes, a bytearray or an open memoryview of one? bytes_slice reads it. */
bool is_bytes_like(Run *run, ObjectId object);
/* type(x).__name__ as a C string, for messages. */
const char *type_string(Run *run, ObjectId object);
/* The same, but "None" for None, as argument checks have it (_PyArg_BadArgument). */
const char *argument_type_string(Run *run, ObjectId object);
/* The nearest built-in class above (or at) the type of `object`. */
ObjectId builtin_base(Run *run, ObjectId object);
/* The name of an object's built-in base, TYPE_NAME_COUNT where the model does not know it. */
TypeName type_name_of(Run *run, ObjectId object);
/* A special method that the program's class or a native type defines for `self`: 0 where there
 * is none or where it is what the object's kind does anyway. Nothing is raised. */
ObjectId object_override(Run *run, ObjectId self, const char *name);
/* Calls a special method of a class of the program. */
ObjectId override_call(Run *run, ObjectId self, const char *name, const ObjectId *values,
                       uint32_t count);
/* The same, but only what a class of the program defines, not what a native type does. */
ObjectId program_override(Run *run, ObjectId self, const char *name);

/* --- hands --- */
/* Lets go of all that was held since `mark` but `id`, which stays held. */
ObjectId hand_return(Model *model, uint32_t mark, ObjectId id);

/* --- nesting --- */
/* One more nested container; RecursionError ("maximum recursion depth exceeded" + where) when
 * it is too deep. Each nesting_enter that returns true is paired with a nesting_leave. */
bool nesting_enter(Run *run, const char *where);
void nesting_leave(Run *run);
/* One level more of C code that may call back, which counts as a frame does until 3.11:
 * RecursionError as nesting_enter has it. What returns true is paired with a recursion_leave.
 */
bool recursion_enter(Run *run, const char *where);
void recursion_leave(Run *run);

/* A new object with these references (0: empty), tracked when `flags` have OBJECT_GC. `size`
 * without the GC header, which is added for such objects. */
ObjectId object_with_slots(Run *run, ObjectKind kind, TypeName type, uint32_t size,
                           uint32_t flags, const ObjectId *values, uint32_t count);
/* A str, list or the like made of C values. */
ObjectId str_of_text(Run *run, Text *text); /* takes and releases the text */
/* Is it the text of this str, no subclass? A _PyUnicodeWriter that is given one whole str hands
 * that on. */
bool text_is_of(Run *run, const Text *text, ObjectId str);
ObjectId str_new_of_text(Run *run,
                         Text *text); /* likewise; never a singleton of one character */
ObjectId bytes_of_text(Run *run, Text *text);
ObjectId tuple_of(Run *run, ObjectId first, ObjectId second); /* a pair */

#endif
