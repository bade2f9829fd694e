#ifndef MODEL_MODEL_H
#define MODEL_MODEL_H
/* The model at work: its State now, the journal behind it, and everything that makes Changes.
 * One run owns one Model. Law: nobody writes to model->state but the functions declared here
 * and in memory.h and collector.h; each of them is one or more Changes, and the heap check
 * holds after every one.
 *
 * How references are held. A new object is held by HAND, as C code holds what it has just made
 * (refcount 1). A C function takes a mark (hand_mark), makes what it wants, stores it where it
 * belongs (which adds the holder's own reference), and lets go of the rest (hand_release to the
 * mark). Ids that functions return are borrowed: HAND, or whoever else holds them, keeps them
 * alive. A loop that makes many temporaries releases them each time round. */
#include <stdbool.h>
#include <stdint.h>

#include "model/journal.h"
#include "model/payload.h"
#include "model/state.h"
#include "profile/profile.h"

/* Objects alive at once. */
enum { MODEL_OBJECT_LIMIT = 50 * 1000 * 1000 };
/* Types that run may add. */
enum { NATIVE_TYPE_LIMIT = 256 };

/* The types that the model itself must know; run makes more. Their type objects stand in
 * Model.types. The names are Python's. */
typedef enum TypeName {
    TYPE_OBJECT,
    TYPE_TYPE,
    TYPE_NONE,
    TYPE_NOTIMPLEMENTED,
    TYPE_ELLIPSIS,
    TYPE_BOOL,
    TYPE_INT,
    TYPE_FLOAT,
    TYPE_COMPLEX,
    TYPE_STR,
    TYPE_BYTES,
    TYPE_BYTEARRAY,
    TYPE_TUPLE,
    TYPE_LIST,
    TYPE_DICT,
    TYPE_SET,
    TYPE_FROZENSET,
    TYPE_RANGE,
    TYPE_SLICE,
    TYPE_FUNCTION,
    TYPE_METHOD,
    TYPE_BUILTIN,
    TYPE_METHOD_DESCRIPTOR,
    TYPE_WRAPPER_DESCRIPTOR,
    TYPE_MEMBER_DESCRIPTOR,
    TYPE_GETSET_DESCRIPTOR,
    TYPE_METHOD_WRAPPER,
    TYPE_MODULE,
    TYPE_CODE,
    TYPE_CELL,
    TYPE_FRAME,
    TYPE_GENERATOR,
    TYPE_TRACEBACK,
    TYPE_PROPERTY,
    TYPE_STATICMETHOD,
    TYPE_CLASSMETHOD,
    TYPE_SUPER,
    TYPE_WEAKREF,
    TYPE_LIST_ITERATOR,
    TYPE_LIST_REVERSE_ITERATOR,
    TYPE_TUPLE_ITERATOR,
    TYPE_STR_ITERATOR,
    TYPE_BYTES_ITERATOR,
    TYPE_BYTEARRAY_ITERATOR,
    TYPE_RANGE_ITERATOR,
    TYPE_SET_ITERATOR,
    TYPE_DICT_KEYITERATOR,
    TYPE_DICT_VALUEITERATOR,
    TYPE_DICT_ITEMITERATOR,
    TYPE_DICT_KEYS,
    TYPE_DICT_VALUES,
    TYPE_DICT_ITEMS,
    TYPE_CALLABLE_ITERATOR,
    TYPE_SEQUENCE_ITERATOR,
    TYPE_ENUMERATE,
    TYPE_ZIP,
    TYPE_MAP,
    TYPE_FILTER,
    TYPE_REVERSED,
    TYPE_KEYS,   /* hidden: KIND_KEYS */
    TYPE_HOLDER, /* hidden: KIND_HOLDER */
    TYPE_NAME_COUNT,
} TypeName;

struct Code; /* of lang: the model only hands it on */

/* Upward calls: run sets them before the program starts. */
typedef struct ModelHooks {
    void *context;
    /* Calls __del__ of an object whose type has TYPE_FLAG_HAS_DEL. The object is held
     * meanwhile. */
    void (*finalize)(void *context, ObjectId id);
    /* Calls the callback of a weak reference whose referent has died. */
    void (*weakref_callback)(void *context, ObjectId weakref, ObjectId callback);
    /* The memory of a frame is free: to 3.10, where frames are objects of their own. */
    void (*frame_freed)(void *context, const struct Code *code);
    /* A collection starts, or it has ended with so many objects found (gc.callbacks). */
    void (*collection)(void *context, bool starts, int generation, uint32_t found);
    /* An unreachable object, where Model.tells_garbage is set (gc.set_debug); `saves`: it lives
     * on, for Model.saves_garbage is set too. */
    void (*collectable)(void *context, ObjectId id, bool saves);
} ModelHooks;

typedef struct Side Side;         /* per-container indexes: hashes (dict.c, set.c) */
typedef struct WeakList WeakList; /* weakref.c: the weak references to one object */
typedef struct Dying Dying;       /* model.c: deaths in progress */

/* Interned strings by text: open addressing. Weak, host-only. */
typedef struct InternTable {
    ObjectId *items;
    size_t capacity, count;
} InternTable;

typedef struct Model {
    const Profile *profile; /* not owned */
    State state;
    Journal journal;
    Payloads payloads;
    ModelHooks hooks;
    uint32_t cause; /* the Change that what happens now is part of */

    ObjectId none, not_implemented, ellipsis, true_, false_;
    ObjectId empty_tuple, empty_str, empty_bytes;
    ObjectId list_index_text;  /* what every IndexError of list[i] says */
    ObjectId small_ints;       /* the first of them; consecutive */
    ObjectId characters;       /* the first of 256 latin1 characters; consecutive */
    ObjectId bytes_characters; /* likewise b'\x00' … */
    ObjectId types[TYPE_NAME_COUNT];
    ObjectId interpreter; /* KIND_HOLDER: what CPython's own C code and start-up keep alive */
    ObjectId subclasses;  /* KIND_HOLDER: subclasses.h */
    ObjectId ast;         /* KIND_HOLDER: literals of the running script (FACTS 4) */
    Text output;          /* all bytes written, stdout and stderr in one order */

    /* Derived or host-only; never part of a State. */
    Side **sides; /* by id */
    size_t side_capacity;
    InternTable interned;       /* what the program's strings are looked up in */
    InternTable interned_apart; /* what only the library has interned */
    Dying *dying;
    size_t dying_count, dying_capacity, dying_base;
    WeakList *weak; /* a table by referent */
    size_t weak_capacity, weak_count;
    ObjectId *spare_ids; /* rows to reuse when no journal is kept */
    size_t spare_count, spare_capacity;
    uint32_t namespace_changes; /* to dicts that dict_watch watches, to what interned names and
                                   types are; never 0 */
    uint32_t free_frames;       /* in the free list of frames (to 3.10) */
    bool collection_due;        /* 3.12+: the eval breaker runs it (run asks at each check) */
    bool collects_always;       /* every allocation that counts makes a full collection due */
    bool tells_garbage;         /* gc.DEBUG_COLLECTABLE */
    bool saves_garbage;         /* gc.DEBUG_SAVEALL: what is unreachable lives on */
    uint8_t collecting;         /* the GcList whose unreachable part is being deduced */
    bool started;   /* false: start-up objects are being made, nothing is journaled */
    bool makes_own; /* what is made now is the interpreter's own, as the start-up objects are */
    bool apart;     /* what is made now leaves no trace in the private heap: memory.h */
    uint64_t changes_made;    /* Changes made, kept or not */
    uint64_t changes_checked; /* of them, when the heap was checked last */
    uint64_t check_visits;    /* rows and references that checks have looked at */
    size_t live_limit;        /* MODEL_OBJECT_LIMIT */
    /* Types in C that run adds, by number from 1: bytes of an instance, 0: as its base has it.
     */
    uint16_t native_sizes[NATIVE_TYPE_LIMIT];
    uint32_t native_count;
    StartState start; /* what model_start does with the free lists */
} Model;

/* A model with the singletons, the model's own types, small ints and characters; journaling is
 * off until model_start. The profile must outlive it. */
Model *model_create(const Profile *profile);
void model_destroy(Model *model);
/* The program begins: from here on Changes are journaled (keeps) or dropped. With `keeps`,
 * `ret_start` gets a copy of the state as it is now (release with state_done). */
void model_start(Model *model, bool keeps, State *ret_start);

static inline Object *model_object(const Model *model, ObjectId id)
{
    return state_object(&model->state, id);
}
static inline ObjectKind model_kind(const Model *model, ObjectId id)
{
    return (ObjectKind)model_object(model, id)->kind;
}
static inline uint32_t model_register(const Model *model, Register index)
{
    return model->state.registers[index];
}
/* Inline ones are defined in write.h. */
static inline Payload model_payload(const Model *model, ObjectId id);
static inline void model_set_payload(Model *model, ObjectId id, Payload payload);
/* What id() returns. */
uint64_t model_address(const Model *model, ObjectId id);
uint64_t state_address(const State *state, const Profile *profile, ObjectId id);
/* type(x).__name__ */
Slice model_type_name(const Model *model, ObjectId id);
/* The __name__ of a KIND_TYPE object itself. */
Slice type_name(const Model *model, ObjectId type);
/* sys.getsizeof (FACTS 1); also of a State other than the model's own. */
uint64_t model_size(const Model *model, const State *state, ObjectId id);

/* Objects. `size` is in bytes, GC header included; flags are OBJECT_GC and the like. The object
 * has no slots yet, count 1, and is in HAND. A GC object is not tracked yet and counts as
 * allocated (collector.h). Memory comes from the free list `list` first (FREE_LIST_COUNT: the
 * type has none). */
ObjectId object_create(Model *model, ObjectKind kind, ObjectId type, uint32_t size,
                       uint32_t flags, Payload payload);
/* One that has no memory of its own: a frame, until somebody asks for it. */
ObjectId object_create_placeless(Model *model, ObjectKind kind, ObjectId type, uint32_t size,
                                 Payload payload);
ObjectId object_create_listed(Model *model, ObjectKind kind, ObjectId type, uint32_t size,
                              uint32_t flags, Payload payload, int free_list);
/* A static object of the interpreter: immortal where the profile has that; no private-heap
 * memory. Not in HAND: `model->interpreter` holds it unless it is immortal. Only before
 * model_start. */
ObjectId object_create_static(Model *model, ObjectKind kind, ObjectId type, uint32_t size,
                              Payload payload);
/* A built-in type: static, with its base, bases and mro. `instances` is the layout of its
 * instances, `flags` TYPE_FLAG_…. A base of 0 is for object itself. */
ObjectId type_create_static(Model *model, const char *name, ObjectId base, ObjectKind instances,
                            uint32_t flags);
/* Gives a built-in type that has just been made the next native number and its instances a size
 * (GC header included; 0: its base's). Returns the number. */
uint32_t type_set_native(Model *model, ObjectId type, uint32_t size);
static inline uint32_t type_native(const Model *model, ObjectId type)
{
    return model_object(model, type)->b >> TYPE_NATIVE_SHIFT;
}
/* Gives an object a second memory block of `size` bytes (0: none), releasing the old one.
 * realloc: a block that still fits its size class stays (Objects/obmalloc.c, pymalloc_realloc).
 */
void object_resize_body(Model *model, ObjectId id, uint32_t size);

/* Gives an object's own block another size where realloc would leave it in its place
 * (pymalloc_realloc); else false. */
bool object_resize_block(Model *model, ObjectId id, uint32_t size);

/* HAND: what C code holds. */
static inline uint32_t hand_mark(const Model *model);
static inline void hand_release(Model *model, uint32_t mark);
/* Holds one more reference until the mark before it is released. */
static inline ObjectId hand_hold(Model *model, ObjectId id);

/* Writing references. Each is one Change, then the deaths that follow from it, children
 * included, complete (Objects/object.c, _Py_Dealloc) before the call returns. A value of 0 is
 * NULL. */
static inline void reference_set(Model *model, ObjectId holder, uint32_t index, ObjectId value);
static inline void reference_push(Model *model, ObjectId holder, ObjectId value);
static inline void reference_pop(Model *model, ObjectId holder);
/* Pops the last slot into slots[index]: no count moves but the old value's. */
static inline void reference_store(Model *model, ObjectId holder, uint32_t index);
/* Moves the last `count` slots of `from` to the end of `to`: no count moves. */
static inline void reference_take(Model *model, ObjectId to, ObjectId from, uint32_t count);
/* Replaces slots [index, index + removed) by `inserted` values. */
void reference_splice(Model *model, ObjectId holder, uint32_t index, uint32_t removed,
                      const ObjectId *values, uint32_t inserted);
/* Gives the same slots in a new order. */
void reference_permute(Model *model, ObjectId holder, const ObjectId *order);
void reference_set_dict(Model *model, ObjectId id, ObjectId dict);
void reference_set_type(Model *model, ObjectId id, ObjectId type);

/* Scalars. */
static inline void object_set_field(Model *model, ObjectId id, Field field, uint32_t value);
static inline void object_set_gc_refs(Model *model, ObjectId id, uint32_t value, ObjectId from);
static inline void model_set_register(Model *model, Register index, uint32_t value);
static inline void model_set_memory(Model *model, MemoryTable table, uint32_t index,
                                    uint32_t value);

/* Marks. Each returns the index of its Change, to be used as cause by what follows. */
static inline uint32_t model_mark(Model *model, ChangeKind kind, ObjectId target,
                                  uint32_t index, uint32_t before, uint32_t after);
/* The running frame executes instruction `index`; sets `cause`. */
void model_instruction(Model *model, ObjectId frame, uint32_t index, bool starts_statement);
/* Appends to the program's output; stream 1 is stdout, 2 stderr. */
void model_write(Model *model, int stream, Slice bytes);

/* Interned strings (Objects/unicodeobject.c, PyUnicode_InternInPlace): the one object for this
 * text, made when there is none (then in HAND). */
ObjectId model_intern(Model *model, Slice text);
/* Makes the string itself the interned one, or returns the one that already is. */
ObjectId model_intern_object(Model *model, ObjectId str);

/* Compares every stored count with the counted references, lists with rows, used bytes with
 * blocks. Returns true when all is well, else says what is wrong in `ret_error`. */
bool model_check(const Model *model, Text *ret_error);
bool state_check(const State *state, Text *ret_error);
/* In builds with the option heap_check: checks the heap after every batch of Changes at first,
 * then so often that the run takes at most about ten times as long. What it finds is a bug of
 * ours and ends the process. Other builds do nothing. */
typedef enum CheckMoment {
    CHECK_BATCH,
    CHECK_COLLECTED, /* more often than others: the collector has just been there */
    CHECK_END,       /* always */
} CheckMoment;
#ifdef HEAP_CHECK
void model_checkpoint(Model *model, CheckMoment moment);
#else
static inline void model_checkpoint(Model *model, CheckMoment moment)
{
    (void)model;
    (void)moment;
}
#endif

/* For the room's own files only, with model_commit, deaths_note and deaths_run of write.h. */
/* Its count has fallen to 0: notes its death. */
void deaths_add(Model *model, ObjectId id);
/* Completes the deaths noted. */
void deaths_complete(Model *model);
void deaths_done(Model *model);
Side *model_side(Model *model, ObjectId id, size_t size);
void model_drop_side(Model *model, ObjectId id);
/* Host memory of an object's payload; called when nobody can ask for it any more. */
void payload_free(ObjectKind kind, const Object *object, Payload payload);
/* The interned table forgets a dying string. */
void model_forget_interned(Model *model, ObjectId str);
void startup_create(Model *model);

#include "model/write.h"

#endif
