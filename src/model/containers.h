#ifndef MODEL_CONTAINERS_H
#define MODEL_CONTAINERS_H
/* Built-in values and containers: making them and changing them as CPython's Objects/ folder
 * does, with its sizes, capacities and tracking. Nothing here calls the program: what needs a
 * user's __eq__ or
 * __hash__ (finding a key) is told the hash and asks about candidates one at a time.
 * Ids that are returned are borrowed (HAND holds new ones), as model.h says.
 * The functions with a `type` make instances of a class made by the program on a built-in
 * layout
 * (`class L(list)`), with the larger size that these have. */
#include "model/collector.h"
#include "model/model.h"

/* int: Objects/longobject.c. Small ints come from the cache. */
ObjectId int_from(Model *model, int64_t value);
ObjectId int_from_big(Model *model,
                      mpz_srcptr value); /* normalised: small or int64 where it fits */
/* Does it fit int64? bool too. */
static inline bool int_is_small(const Model *model, ObjectId id)
{
    return model_object(model, id)->a == 0;
}
static inline int64_t int_value(const Model *model, ObjectId id) /* only if int_is_small */
{
    assert(int_is_small(model, id));
    return model_payload(model, id).integer;
}
/* Any int's value into an initialised mpz. */
void int_get(const Model *model, ObjectId id, mpz_ptr ret_value);
/* Appends the decimal digits for a reader: past INT_DIGITS_SHOWN only how many there are. */
enum { INT_DIGITS_SHOWN = 4300 };
void int_describe(const Model *model, ObjectId id, Text *ret_text);
ObjectId bool_from(const Model *model, bool value);
ObjectId int_of_type(Model *model, ObjectId type, ObjectId value); /* class I(int) */
/* float, complex */
ObjectId float_from(Model *model, double value);
double float_value(const Model *model, ObjectId id);
ObjectId complex_from(Model *model, double real, double imaginary);
ObjectId float_of_type(Model *model, ObjectId type, double value);
ObjectId complex_of_type(Model *model, ObjectId type, double real, double imaginary);
/* Appends float.__repr__'s digits: the shortest that read back the same (Python/pystrtod.c). */
void float_write(double value, Text *ret_text);

/* str, bytes: Objects/unicodeobject.c. Empty and one-character latin1 texts are the singletons.
 */
ObjectId str_from(Model *model, Slice utf8);
ObjectId str_from_string(Model *model, const char *utf8);
/* As str_from, but never a singleton of one character: str(5), repr('a') (FACTS 2). */
ObjectId str_new(Model *model, Slice utf8);
static inline const TextPayload *str_payload(const Model *model, ObjectId id)
{
    return model_payload(model, id).text;
}
/* Makes the left string longer in place: the same object, of which the text at a State is the
 * one that str_text gives. False where it cannot be: something else holds it or knows its hash,
 * or its block has no room, when a longer one is another object for all that a program sees
 * (Objects/unicodeobject.c, PyUnicode_Append, unicode_modifiable). */
bool str_grow(Model *model, ObjectId left, ObjectId right);
/* The text that a str or bytes object had at a moment. */
const TextPayload *str_text(const Model *model, const State *state, ObjectId id);
static inline Slice str_slice(const Model *model, ObjectId id)
{
    const TextPayload *text = str_payload(model, id);
    return (Slice){text->bytes, text->byte_length};
}
uint32_t str_point(const TextPayload *text, uint32_t index);
/* Code points [start, stop) as UTF-8. */
Slice str_part(const TextPayload *text, uint32_t start, uint32_t stop);
ObjectId str_of_type(Model *model, ObjectId type, Slice utf8);
ObjectId bytes_from(Model *model, const char *bytes, size_t length);
ObjectId bytes_of_type(Model *model, ObjectId type, const char *bytes, size_t length);

/* tuple: Objects/tupleobject.c. `values` may be NULL: the slots are then 0 and to be set. */
ObjectId tuple_from(Model *model, const ObjectId *values, uint32_t count);
/* From the last `count` references of `from` (an evaluation stack, HAND): moved, not copied. */
ObjectId tuple_take(Model *model, ObjectId from, uint32_t count);
ObjectId tuple_of_type(Model *model, ObjectId type, const ObjectId *values, uint32_t count);

/* list: Objects/listobject.c. Capacity by the way it is made: exact, or the profile's rule. */
ObjectId list_from(Model *model, const ObjectId *values, uint32_t count, ListFill fill);
ObjectId list_take(Model *model, ObjectId from, uint32_t count);
/* An empty list with room for `capacity` items (PyList_New and the like: str.split has 12). */
ObjectId list_create(Model *model, uint32_t capacity);
/* list() and L(): never from the free list, so that the collector always counts it. list_fill
 * gives it its items: list(x) with LIST_FILL by the kind of x. */
ObjectId list_create_by_call(Model *model, ObjectId type);
void list_fill(Model *model, ObjectId list, const ObjectId *values, uint32_t count,
               ListFill fill);
/* Items from an iterator of unknown length (list_extend): list_resize to the length hint (8
 * where there is none), each item, and at the end list_resize to what came. */
void list_expect(Model *model, ObjectId list, uint32_t more);
void list_add(Model *model, ObjectId list, ObjectId value);
void list_trim(Model *model, ObjectId list);
void list_append(Model *model, ObjectId list, ObjectId value);
void list_insert(Model *model, ObjectId list, uint32_t index, ObjectId value);
/* Replaces items [start, stop): slice assignment, del, extend, clear (list_ass_slice,
 * list_resize). */
void list_splice(Model *model, ObjectId list, uint32_t start, uint32_t stop,
                 const ObjectId *values, uint32_t count);
void list_extend(Model *model, ObjectId list, const ObjectId *values, uint32_t count);
void list_clear(Model *model, ObjectId list);
/* Removes an item; it is held by HAND when it returns (list.pop). */
ObjectId list_pop(Model *model, ObjectId list, uint32_t index);
void list_reorder(Model *model, ObjectId list, const ObjectId *order);

/* dict: Objects/dictobject.c. Slots are key, value, key, value … in insertion order; a deleted
 * entry is 0, 0 until a resize. Only the dictionary of an instance may be split instead: its
 * `dict` is then the class's KIND_KEYS, its slots are values by these keys, and a, b, c hold
 * the order of insertion where it is another one. Read entries through the functions here,
 * which know both forms. */
typedef struct DictProbe {
    uint64_t position;
    uint64_t perturb;
    bool started;
} DictProbe;
ObjectId dict_create(Model *model);                        /* {} (PyDict_New) */
ObjectId dict_create_by_call(Model *model, ObjectId type); /* dict(), D() */
ObjectId dict_create_presized(Model *model, uint32_t count, bool str_only); /* a display */
/* An empty dict that is to get the keys of a dict or set has room for them at once
 * (_PyDict_FromKeys); nothing happens for other `keys`. */
void dict_presize_for(Model *model, ObjectId dict, ObjectId keys);
/* An entry in any State: false past the end; key and value are 0 where it is deleted. */
bool dict_entry(const State *state, ObjectId dict, uint32_t entry, ObjectId *ret_key,
                ObjectId *ret_value);
/* The class's KIND_KEYS of a split dict, 0 of an ordinary one. */
static inline ObjectId dict_shared_keys(const State *state, ObjectId dict)
{
    ObjectId keys = state_object(state, dict)->dict;
    return keys && state_object(state, keys)->kind == KIND_KEYS ? keys : 0;
}
/* In 3.13 the values of an instance's dict with the shared keys may be in the instance. */
static inline bool dict_is_embedded(const Model *model, ObjectId dict)
{
    return model->profile->instance_values == INSTANCE_VALUES_IN_OBJECT &&
           dict_shared_keys(&model->state, dict) && !model_object(model, dict)->body_size;
}
uint32_t dict_used(const Model *model, ObjectId dict);
uint32_t dict_entry_end(const Model *model, ObjectId dict); /* entries, deleted ones included */
ObjectId dict_key(const Model *model, ObjectId dict, uint32_t entry); /* 0: deleted */
ObjectId dict_value(const Model *model, ObjectId dict, uint32_t entry);
int64_t dict_hash(const Model *model, ObjectId dict, uint32_t entry);
/* The next entry with this hash, -1 when there is none any more: the caller compares its key.
 */
int64_t dict_probe(const Model *model, ObjectId dict, int64_t hash, DictProbe *probe);
/* The entry of a str key (compared by text), -1 where there is none. */
int64_t dict_find_str(const Model *model, ObjectId dict, ObjectId str);
int64_t dict_find_text(const Model *model, ObjectId dict, Slice text);
/* The value under a str key; 0 where there is none. */
ObjectId dict_get_str(const Model *model, ObjectId dict, ObjectId str);
void dict_set_str(Model *model, ObjectId dict, ObjectId str, ObjectId value);
/* Appends an entry for a key that is not there. Tracks the dict on its first container
 * (MAINTAIN_TRACKING). */
void dict_insert(Model *model, ObjectId dict, ObjectId key, int64_t hash, ObjectId value);
void dict_replace(Model *model, ObjectId dict, uint32_t entry, ObjectId value);
void dict_delete(Model *model, ObjectId dict, uint32_t entry);
/* collections.OrderedDict: moves a living entry behind all others, or before them. */
void dict_move(Model *model, ObjectId dict, uint32_t entry, bool last);
uint32_t dict_table_size(const Model *model, ObjectId dict); /* slots of its keys table */
/* popitem: the last living entry is gone; hold its key and value first. */
void dict_delete_last(Model *model, ObjectId dict);
void dict_clear(Model *model, ObjectId dict);
/* From now on a change to the dict counts in Model.namespace_changes. */
void dict_watch(const Model *model, ObjectId dict);
/* How many were counted. */
uint32_t dict_changes(const Model *model, ObjectId dict);
/* All of `source` is about to be put into the dict: from 3.10 on it gets a table for that at
 * once (dict_merge); before, growing comes to the same. */
void dict_make_room(Model *model, ObjectId dict, ObjectId source);
/* A copy as dict.copy() makes it: packed where the original is sparse. */
ObjectId dict_copy(Model *model, ObjectId dict);

/* set, frozenset: Objects/setobject.c. Slots are the table: 0 empty, SET_DUMMY deleted; the
 * order of the table is the order of iteration. */
enum { SET_DUMMY = 2 }; /* a hidden, immortal object of the interpreter's */
typedef struct SetProbe {
    uint64_t position, perturb;
    uint32_t linear;
    bool started;
} SetProbe;
ObjectId set_create(Model *model, bool frozen);
ObjectId set_of_type(Model *model,
                     ObjectId type); /* the layout, set or frozenset, is the type's */
uint32_t set_used(const Model *model, ObjectId set);
uint32_t set_table_size(const Model *model, ObjectId set);
ObjectId set_item(const Model *model, ObjectId set, uint32_t index,
                  int64_t *ret_hash); /* 0: none there */
int64_t set_probe(const Model *model, ObjectId set, int64_t hash, SetProbe *probe);
void set_insert(Model *model, ObjectId set, ObjectId key,
                int64_t hash); /* a key that is not there */
void set_remove(Model *model, ObjectId set, uint32_t index);
void set_clear(Model *model, ObjectId set);
/* set_merge: all of another set, as set(s), s.copy(), |= and displays of constants do. The
 * caller has made sure that no key is there yet (the target is empty); else use set_insert. */
void set_merge(Model *model, ObjectId set, ObjectId other);
/* Makes room as set_merge and update from a set or dict of `count` do, before set_insert of
 * each. */
void set_expect(Model *model, ObjectId set, uint32_t count);
/* The set gets exactly the table of another one (set_swap_bodies with one that goes away). */
void set_take(Model *model, ObjectId set, ObjectId other);
/* After many removals: resized when more than a quarter of the table is deleted entries. */
void set_tidy(Model *model, ObjectId set);
/* set.pop(): the item is removed and held by HAND; 0 when the set is empty. */
ObjectId set_pop(Model *model, ObjectId set);

/* Instances: Objects/typeobject.c, Objects/dictobject.c (key sharing). */
/* A class's field c is the number of values that its instances keep in `__slots__` (inherited
 * ones included): set it with type_set_slots when the class is made. An instance's slots begin
 * with these; values by the class's shared keys follow (3.11+). */
enum { TYPE_KEYS_DROPPED = 1 << 30 }; /* in c as well: to 3.10, when sharing has ended */
void type_set_slots(Model *model, ObjectId type, uint32_t count);
uint32_t type_slots(const State *state, ObjectId type);
ObjectId instance_create(Model *model, ObjectId type);
/* The first of an object's slots for its members of `__slots__`. */
enum { MEMBERS_APART = UINT32_MAX }; /* the slots of the layout grow: it keeps them in a dict */
uint32_t instance_members_begin(const Object *object);
/* The value of such a member; 0: unset. */
ObjectId instance_get_slot(const Model *model, ObjectId instance, uint32_t index);
void instance_set_slot(Model *model, ObjectId instance, uint32_t index, ObjectId value);
ObjectId instance_get(const Model *model, ObjectId instance,
                      ObjectId name); /* 0: no such attribute */
/* These, and instance_dict, also for what else has a __dict__ by the program: a list of a
 * subclass. */
void instance_set(Model *model, ObjectId instance, ObjectId name, ObjectId value);
bool instance_delete(Model *model, ObjectId instance, ObjectId name); /* false: was not there */
/* `__dict__` as an object: made from the inline values when it is first looked at (3.11+). */
ObjectId instance_dict(Model *model, ObjectId instance);
/* `instance.__dict__ = dict` */
void instance_set_dict(Model *model, ObjectId instance, ObjectId dict);
/* Values of __slots__, those of bases first: likewise, empty ones left out. */
bool instance_slot(const Model *model, const State *state, ObjectId instance, uint32_t index,
                   ObjectId *ret_name, ObjectId *ret_value);
/* Attributes in order: the name and value of the `index`-th, false past the end. */
bool instance_attribute(const Model *model, const State *state, ObjectId instance,
                        uint32_t index, ObjectId *ret_name, ObjectId *ret_value);

/* Hashes: Python/pyhash.c. */
int64_t hash_bytes(const Model *model, const void *bytes, size_t length);
int64_t hash_double(double value, ObjectId object); /* object: for nan */
int64_t hash_int(const Model *model, ObjectId id);
int64_t hash_text(const Model *model, TextPayload *text); /* kept in it */
static inline int64_t hash_str(const Model *model, ObjectId str)
{
    TextPayload *text = model_payload(model, str).text;
    return text->hashed ? text->hash : hash_text(model, text);
}
int64_t hash_bytes_object(const Model *model, ObjectId bytes);
int64_t hash_complex(double real, double imaginary);
int64_t hash_frozenset(const Model *model, ObjectId set);
/* tuplehash, to be fed the items' hashes one by one (3.8+ xxHash; before, multiplication). */
typedef struct TupleHash {
    uint64_t state;
    uint64_t multiplier;
    uint32_t length;
} TupleHash;
void tuple_hash_start(const Profile *profile, TupleHash *hash, uint32_t length);
void tuple_hash_add(const Profile *profile, TupleHash *hash, int64_t item);
int64_t tuple_hash_end(const Profile *profile, const TupleHash *hash);

#endif
