/* _collections: Modules/_collectionsmodule.c. What the module collections has in Python is in
 * assets. */
#include "run/builtins/tables.h"
#include "run/modules/collections.h"
#include "run/modules/deque.h"

static const NativeType *const types[] = {&type_deque,
                                          &type_deque_iterator,
                                          &type_deque_reverse_iterator,
                                          &type_defaultdict,
                                          &type_ordered_dict,
                                          &type_odict_iterator,
                                          &type_odict_keys,
                                          &type_odict_values,
                                          &type_odict_items,
                                          NULL};

const NativeModule module_collections = {.name = "_collections", .types = types};
