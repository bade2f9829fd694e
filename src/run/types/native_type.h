#ifndef RUN_NATIVE_TYPE_H
#define RUN_NATIVE_TYPE_H
/* Types that CPython writes in C beside the model's own: deque, partial, count … One const
 * NativeType describes a type; the NativeModule that lists it owns it, and makes it when the
 * module is made. Law: what an instance can do is found through its table of methods, from
 * syntax (len, for, in, ==, hash, repr, +, [], calls) as well as by name, and a class of the
 * program may override any of it; so the type's code never asks for methods of `self`. */
#include "run/values/objects.h"

enum { NATIVE_VERSIONS = 8 }; /* 3.6 to 3.13 */

/* An attribute that is no method: a getset or member descriptor of the type. */
typedef struct NativeAttribute {
    const char *name; /* "": the end of a table */
    ObjectId (*get)(Run *run, ObjectId self);
    bool (*set)(Run *run, ObjectId self, ObjectId value); /* NULL: read-only; value 0: delete */
    bool member;                                          /* PyMemberDef, not PyGetSetDef */
} NativeAttribute;

typedef struct NativeType NativeType;
struct NativeType {
    const char *name;       /* tp_name, module included: "collections.deque" */
    const char *newer_name; /* its name since version newer_since; NULL: the same */
    uint8_t newer_since;
    TypeName base;            /* TYPE_OBJECT unless given; its kind is the instances' */
    const NativeType *parent; /* instead of `base`: another native type, made before */
    enum {
        NATIVE_GC = 1,
        NATIVE_BASETYPE = 2, /* the program may subclass it */
        NATIVE_DICT = 4,     /* instances have a __dict__ */
        NATIVE_WEAKREF = 8,
        NATIVE_SEQUENCE = 16, /* + and * are sq_concat and sq_repeat: tried after numbers */
        NATIVE_HIDDEN = 32,   /* no name in its module */
    } flags;
    /* Bytes of an instance, GC header included, from 3.6 on (sys.getsizeof without what
     * __sizeof__ adds); 0: as the version before. All 0: as the base. */
    uint16_t sizes[NATIVE_VERSIONS];
    /* NULL ended by "". __new__ and __init__ are rows too (NATIVE_STATIC, NATIVE_RAW); without
     * __new__ calling the type fails. A type with __eq__ but no __hash__ gets __hash__ None.
     */
    const Native *methods;
    const NativeAttribute *attributes;
    /* tp_iternext: 0 at the end or when raised; instances are then KIND_ITERATOR, and the
     * methods begin with SLOT_ROWS_ITERATOR (slots.h). */
    ObjectId (*next)(Run *run, ObjectId self);
    /* tp_richcompare for SLOT_ROWS_COMPARE: may answer NotImplemented. */
    ObjectId (*compare)(Run *run, int op, ObjectId self, ObjectId other);
    const char *const *fields; /* of a structure sequence (base TYPE_TUPLE), NULL ended */
    uint8_t since, until;      /* minor versions that have it; 0: always */
    uint8_t
        vectorcall_since; /* from then on a call makes no tuple of its arguments; 0: never */
};

/* Makes types; `dict` is their module's namespace, 0: none gets their names. */
void native_types_make(Run *run, ObjectId dict, const NativeType *const *types);
/* Gives a type of the model's own what a NativeType says: its table and its instances' size. */
void native_type_adopt(Run *run, const NativeType *native, ObjectId type);
/* The type object; 0: not made (yet). */
ObjectId native_type(Run *run, const NativeType *native);
/* What lays out the instances of a type (its own descriptor or the nearest base's); NULL: no
 * native type. */
const NativeType *native_type_of(Run *run, ObjectId type);
/* Are instances of this type called with their arguments as they are (tp_vectorcall_offset)? */
bool native_has_vectorcall(const Run *run, ObjectId type);
/* False: a native type whose instances are as its parent's. */
bool native_has_layout(const Run *run, ObjectId type);
/* isinstance(object, type) */
bool native_is(Run *run, ObjectId object, const NativeType *native);
/* A new instance of `type`, a native type or a class of the program that extends it; tracked
 * where the type has NATIVE_GC. */
ObjectId native_create(Run *run, ObjectId type, const ObjectId *slots, uint32_t count);
/* A type's __name__: without the module that tp_name may have in front. */
Slice native_short_name(const Run *run, ObjectId type);
/* `minor` is within [since, until], 0 meaning always. */
bool native_exists(Run *run, uint8_t since, uint8_t until);
/* The types of no module, made at start-up (native_type.c lists them). */
void native_types_startup(Run *run);
/* Those that are names of builtins, its namespace. */
void native_types_builtins(Run *run, ObjectId dict);
/* A class method __class_getitem__ (3.9+): a types.GenericAlias. */
ObjectId native_class_getitem(Run *run, const Arguments *arguments);
#define NATIVE_ROW_CLASS_GETITEM                                                               \
    {                                                                                          \
        "__class_getitem__", native_class_getitem, 1, 1, NULL, NATIVE_STATIC, 9, 0             \
    }
/* Raises for a NativeAttribute that cannot be set. */
bool native_set_attribute(Run *run, const NativeAttribute *attribute, ObjectId self,
                          ObjectId value);

#endif
