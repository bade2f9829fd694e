#ifndef MODEL_DICT_TABLE_H
#define MODEL_DICT_TABLE_H
/* The keys table of a dict (Objects/dictobject.c, PyDictKeysObject): how large it is, and the
 * host's own index to find entries in it. How CPython probes its index cannot be observed, so
 * that the index here is not CPython's. For dict.c and keys.c only. */
#include "model/containers.h"
#include "model/sides.h"

typedef struct DictSide {
    Side side;
    int64_t *hashes;  /* by entry */
    uint32_t *index;  /* entry + 1; 0: free; or deleted */
    uint32_t table;   /* its slots, a power of two; 0: Py_EMPTY_KEYS */
    uint32_t usable;  /* entries that fit in yet (dk_usable): deletion gives none back */
    uint32_t used;    /* living entries (ma_used) */
    uint32_t changes; /* dict_changes */
    bool watched;     /* dict_watch */
    bool str_only;    /* 3.11+: all keys are exact str (DICT_KEYS_UNICODE) */
} DictSide;

/* A new dict's side, with an empty table of `table` slots (0: none). */
void dict_table_create(Model *model, ObjectId dict, uint32_t table, bool str_only);
static inline DictSide *dict_side(const Model *model, ObjectId dict)
{
    return (DictSide *)side_of(model, dict);
}
/* Empties the dict and gives it a new table of `table` slots, 0 for none. */
void dict_table_clear(Model *model, ObjectId dict, uint32_t table, bool str_only);
/* Moves the living entries, packed, to a new table (dictresize). */
void dict_table_resize(Model *model, ObjectId dict, uint32_t table, bool str_only);
/* Appends an entry; there must be room. */
void dict_table_add(Model *model, ObjectId dict, ObjectId key, int64_t hash, ObjectId value);
/* Takes an entry out of the index; its slots are the caller's. */
void dict_table_remove(Model *model, ObjectId dict, uint32_t entry);
/* Moves a living entry behind all others, or before them; the table stays as it is. */
void dict_table_move(Model *model, ObjectId dict, uint32_t entry, bool last);
/* The next entry with this hash; -1: none. */
int64_t dict_table_probe(const Model *model, ObjectId dict, int64_t hash, DictProbe *probe);
/* Fills an empty dict with another one's entries, deleted ones included; their tables are of
 * one size. */
void dict_table_copy(Model *model, ObjectId copy, ObjectId dict);
/* Slots of a table that is to hold at least `least` of something (calculate_keysize). */
uint32_t dict_table_for(const Profile *profile, uint32_t least);
/* Slots of the table that the dict gets when an insertion finds no room (GROWTH_RATE). */
uint32_t dict_table_growth(const Profile *profile, uint32_t used, uint32_t table);
/* Makes a split dict ordinary, with a table of its own. */
void dict_table_combine(Model *model, ObjectId dict, uint32_t table, bool str_only);
/* Does holding this object make a dict worth tracking (_PyObject_GC_MAY_BE_TRACKED)? */
bool dict_may_track(const Model *model, ObjectId id);
/* An empty split dict (new_dict_with_shared_keys). */
ObjectId dict_create_shared(Model *model, ObjectId keys);
/* Makes a dict split: the values by the keys' names. */
void dict_table_split(Model *model, ObjectId dict, ObjectId keys, const ObjectId *values,
                      uint32_t count);

#endif
