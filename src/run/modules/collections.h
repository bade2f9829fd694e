#ifndef RUN_COLLECTIONS_H
#define RUN_COLLECTIONS_H
/* The dicts of module _collections. OrderedDict: Objects/odictobject.c; its order is that of
 * the dict's entries, field b counts what changes it (od_state). Unlike CPython: there is no
 * second list of nodes, dict.__repr__ and its like see the same order. */
#include "run/builtins/tables.h"
#include "run/types/native_type.h"

extern const NativeType type_defaultdict, type_ordered_dict;
/* ordered_dict_views.c */
extern const NativeType type_odict_iterator, type_odict_keys, type_odict_values,
    type_odict_items;
NativeCall ordered_dict_iter, ordered_dict_reversed, ordered_dict_keys, ordered_dict_values,
    ordered_dict_items;

#endif
