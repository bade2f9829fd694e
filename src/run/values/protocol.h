#ifndef RUN_PROTOCOL_H
#define RUN_PROTOCOL_H
/* What every object can be asked, as the built-in types answer it: without the program's
 * methods. */
#include "run/values/compare.h"

bool truth_builtin(Run *run, ObjectId value);
/* False, nothing raised, where the kind has no length (or one past int64). */
bool length_builtin(Run *run, ObjectId value, int64_t *ret_length);
bool contains_builtin(Run *run, ObjectId container, ObjectId value, bool *ret_contains);
bool hash_builtin(Run *run, ObjectId value, int64_t *ret_hash); /* protocol_hash.c */
/* operator.index(): the int (or bool) itself or what __index__ gives. */
ObjectId object_index_int(Run *run, ObjectId value);

/* Is it a view of this type, or OrderedDict's own kind of it? */
static inline bool is_view_of(const Model *model, ObjectId id, TypeName name)
{
    ObjectId type = model_object(model, id)->type;
    return type == model->types[name] ||
           model_object(model, type)->slots[TYPE_SLOT_BASE] == model->types[name];
}
static inline bool is_dict_view(const Model *model, ObjectId id)
{
    return is_view_of(model, id, TYPE_DICT_KEYS) || is_view_of(model, id, TYPE_DICT_VALUES) ||
           is_view_of(model, id, TYPE_DICT_ITEMS);
}
/* item == value of a container that is searched: up to 3.8 the value stands at the left. */
bool compare_found(Run *run, ObjectId item, ObjectId value, bool *ret_equal);
/* methods_dict.c: of keys and items. */
bool view_contains(Run *run, ObjectId view, ObjectId value, bool *ret_contains);
ObjectId view_create(Run *run, ObjectId dict, TypeName type);

/* range.c */
ObjectId range_create(Run *run, ObjectId start, ObjectId stop, ObjectId step);
/* The index-th number; the index may be negative. 0: out of range, nothing raised. */
ObjectId range_item(Run *run, ObjectId range, mpz_srcptr index);
/* Is an int in the range, and where? `ret_index` may be NULL; initialised otherwise. */
bool range_find(Run *run, ObjectId range, ObjectId value, mpz_ptr ret_index);
ObjectId range_slice(Run *run, ObjectId range, ObjectId slice);

/* slice.c */
/* What slice.indices(length) gives: positions of `*ret_count` items from start by step. */
typedef struct SliceRange {
    int64_t start, stop, step, count;
} SliceRange;
bool slice_resolve(Run *run, ObjectId slice, int64_t length, SliceRange *ret_range);

/* bytes.c */
bool bytes_contains(Run *run, ObjectId bytes, ObjectId value, bool *ret_contains);
/* A value in range(0, 256), `mistake` is the ValueError's message otherwise. */
bool byte_value(Run *run, ObjectId value, const char *mistake, char *ret_byte);
bool bytes_gather(Run *run, ObjectId source, const char *mistake, Text *ret_bytes);
/* The same from an iterator that is made already. */
bool bytes_gather_with(Run *run, ObjectId iterator, const char *mistake, Text *ret_bytes);
/* The bytes of something bytes-like; `space` is used for all but bytes and released by
 * text_done. */
Slice bytes_slice(Run *run, ObjectId bytes, Text *space);
ObjectId bytearray_create(Run *run, ObjectId type); /* an empty one */
ObjectId bytearray_from(Run *run, Slice bytes);
/* BufferError where it would get another length and a memoryview looks at it. */
bool bytearray_splice(Run *run, ObjectId bytearray, uint32_t start, uint32_t stop, Slice bytes);
/* Into an empty one, byte by byte, so that it grows as with append(). */
void bytearray_fill(Run *run, ObjectId bytearray, Slice bytes);

#endif
