#ifndef PROFILE_PROFILE_H
#define PROFILE_PROFILE_H
/* What one version of CPython does differently from the others, as plain figures. Read once
 * from assets/profiles/VERSION.json and never changed; every other room takes it as const. Each
 * field names the section of FACTS.md that it was measured in. */
#include <stdbool.h>
#include <stdint.h>

#include "base/diagnostic.h"

/* How a list gets its capacity when it is made in one go (FACTS 1, list capacity). */
typedef enum ListFill {
    LIST_FILL_EXACT,  /* n */
    LIST_FILL_RESIZE, /* as list_resize from empty */
    LIST_FILL_EVEN,   /* (n + 1) & ~1 */
} ListFill;

/* The size of a dict's new table when an insertion finds no free entry (FACTS 1, dict). */
typedef enum DictGrowth {
    DICT_GROWTH_DOUBLE,     /* 3.6: a power of two >= 2 * used + table / 2 */
    DICT_GROWTH_TRIPLE,     /* 3.7 to 3.9: a power of two >= 3 * used */
    DICT_GROWTH_BIT_LENGTH, /* 3.10+: the bit length of ((3 * used | 8) - 1) | 7 */
} DictGrowth;

/* Whether an insertion into a set takes the place of a deleted entry that it passes. */
typedef enum SetReuse {
    SET_REUSE_NEVER, /* 3.9 */
    SET_REUSE_FIRST, /* 3.6 */
    SET_REUSE_LAST,
} SetReuse;

/* Where the values of an instance's attributes are (FACTS 1, instance __dict__). */
typedef enum InstanceValues {
    INSTANCE_VALUES_IN_DICT,  /* to 3.10: in a dict object */
    INSTANCE_VALUES_IN_BLOCK, /* 3.11, 3.12: in a block of their own until __dict__ is looked at
                               */
    INSTANCE_VALUES_IN_OBJECT, /* 3.13: behind the object, in the same block */
} InstanceValues;

/* When a generation-0 collection runs that an allocation made due (FACTS 5). */
typedef enum CollectWhen {
    COLLECT_IN_ALLOCATION,
    COLLECT_AT_EVAL_BREAKER,
} CollectWhen;

/* sys.getsizeof of the fixed part of a type, GC header included, in bytes (FACTS 1). */
typedef struct ProfileSizes {
    uint32_t gc_header;
    uint32_t object, none, int_base, int_zero, true_size, false_size, float_size, complex_size;
    uint32_t str_ascii, str_wide; /* of the empty text, its NUL included in str_ascii */
    uint32_t bytes, bytearray_empty;
    uint32_t tuple, list, dict, dict_keys, set;
    uint32_t dict_entry, dict_entry_str_only;
    uint32_t function, method, builtin_method, cell, range, slice, module, generator;
    uint32_t list_iterator, tuple_iterator, set_iterator, dict_iterator, range_iterator;
    uint32_t str_iterator, enumerate, zip, map, reversed;
    uint32_t exception, stop_iteration, key_error, os_error, traceback, weakref, property;
    uint32_t static_type; /* of a type that CPython itself made */
    uint32_t type, slots_type, instance, slotted_instance;
    uint32_t frame; /* without locals, cells and stack */
    uint32_t code;  /* from 3.11 on without its instructions */
    uint32_t
        instance_preheader;    /* 3.11+: before the GC header of an instance with a __dict__ */
    uint32_t instance_weakref; /* the field for weak references; 3.12+: in the preheader */
    uint32_t str_subclass;     /* of an instance of `class S(str)`, without text and headers */
} ProfileSizes;

typedef struct ProfileObmalloc { /* FACTS 7 */
    uint32_t arena, pool, pool_header, usable_pools, alignment, request_threshold;
} ProfileObmalloc;

typedef struct ProfileGc { /* FACTS 5 */
    uint32_t threshold[3];
    CollectWhen when;
    bool counts_instance_dict;
    bool counts_resurrected;
} ProfileGc;

typedef struct ProfileIdentity { /* FACTS 2 */
    int32_t small_int_least, small_int_most;
    bool consts_merged_across_code_objects;
    bool const_tuple_items_merged;
    bool folds_in_ast; /* 3.7+: folded constants are merged and have an AST reference */
    uint32_t str_repeat_fold_limit, tuple_repeat_fold_limit;
} ProfileIdentity;

typedef struct ProfileImmortal { /* FACTS 3 */
    bool singletons;             /* 3.12+ */
    bool all_interned;           /* 3.12 only */
    bool identifiers;            /* 3.13: names in the program's text */
} ProfileImmortal;

typedef struct ProfileCalls {    /* FACTS 4 */
    bool caller_keeps_arguments; /* to 3.10: a call copies its arguments from the caller's stack
                                  */
    bool frame_holds_function;   /* 3.11+ */
    bool generator_holds_function;
    bool locals_die_before_arguments;
} ProfileCalls;

typedef struct ProfileFreeLists { /* FACTS 6: the most entries of each */
    uint32_t list, dict, float_, tuple_each, tuple_longest, frame, method, slice;
} ProfileFreeLists;

/* What stands where a program begins: as after gc.collect() with all free lists full, or as
 * `python FILE` leaves it. */
typedef enum StartState {
    START_WARM,
    START_NATIVE,
} StartState;

/* What the interpreter's own start leaves (FACTS 5, 6). `tracked` is of use to both starts. */
enum { STARTUP_TUPLES = 20 };
typedef struct ProfileStartup {
    uint32_t tracked;   /* objects of the interpreter that the collector tracks */
    uint32_t pending;   /* how many of them are in generation 2 */
    uint32_t counts[3]; /* gc.get_count() before the program is compiled */
    uint32_t collections[3], collected[3]; /* gc.get_stats() */
    uint32_t lists, dicts, floats;         /* kept in the free lists */
    uint32_t methods, builtin_methods;
    uint32_t tuples[STARTUP_TUPLES]; /* of 1, 2 … items */
} ProfileStartup;

/* What the first import of a module that CPython's start has not imported allocates, its own
 * imports apart: those are `needs`, indexes of earlier rows. */
enum { IMPORT_LIMIT = 64, IMPORT_NEEDS = 8, IMPORT_NAME = 24 };
typedef struct ProfileImport {
    char name[IMPORT_NAME];
    uint32_t containers[2]; /* that the collector counts, by StartState */
    uint32_t garbage; /* of these: unreachable when it is done, until they are collected */
    uint32_t need_count;
    uint8_t needs[IMPORT_NEEDS];
} ProfileImport;

typedef struct Profile {
    char version[8]; /* "3.12", "3.7.0" */
    char full[16];   /* "3.12.1" */
    int minor;       /* 12 */
    ProfileSizes sizes;
    ListFill list_from_constants;    /* a display of three or more constants */
    ListFill list_from_sized;        /* list(x) */
    ListFill list_extend_when_empty; /* sorted, [*x], extend of an empty list */
    ListFill list_from_hashed;       /* list(set), list(dict) */
    bool list_pop_last_clears;       /* 3.12+: popping the only item frees the items' memory */
    bool
        list_append_may_shrink; /* to 3.10: append resizes a list that is less than half full */
    bool list_growth_rounds_to_four; /* 3.9+ */
    bool instance_dict_is_object;    /* to 3.10; later only once __dict__ is looked at */
    bool dict_str_only_tables;       /* 3.11+ */
    DictGrowth dict_growth;
    uint32_t dict_empty_table; /* slots that {} has from the start */
    uint32_t dict_call_table;  /* slots that dict() has from the start */
    bool dict_copy_clones;     /* 3.7+: copying a dense dict copies its table as it is */
    InstanceValues instance_values;
    uint32_t shared_keys_limit; /* names that a class's shared keys can hold; 3.11+ */
    SetReuse set_reuse;
    bool empty_frozenset_singleton; /* to 3.9 */
    bool set_grows_at_three_fifths; /* 3.7+; before, at two thirds */
    bool set_display_merges;        /* 3.9+ */
    ProfileObmalloc obmalloc;
    ProfileGc gc;
    ProfileIdentity identity;
    ProfileImmortal immortal;
    ProfileCalls calls;
    ProfileFreeLists free_lists;
    ProfileStartup startup;
    ProfileImport imports[IMPORT_LIMIT];
    uint32_t import_count;
    bool siphash13; /* 3.11+; siphash24 before */
    uint32_t recursion_limit;
    /* One-character names that CPython's start interns as objects of their own: a constant 'b'
     * is then not the character that 'abc'[1] gives (measured: constant is chr(…), by
     * character). */
    char interned_characters[64];
} Profile;

/* Has the text the form of a version: 3.12, 3.7.0? */
bool profile_is_version(const char *version);

/* Reads VERSION.json ("3.12") from the folder `profiles`. False, with diagnostics, when the
 * file is missing, wrong or incomplete; `*ret_profile` is then untouched. */
bool profile_read(const char *profiles, const char *version, Profile *ret_profile,
                  Diagnostics *diagnostics);

#endif
