/* The lists of tables: which methods and constructor a built-in type has, which modules there
 * are. */
#include <string.h>

#include "run/builtins/tables.h"
#include "run/interpreter.h"

const Native *const builtin_tables[] = {builtins_import, builtins_iterate, builtins_number,
                                        builtins_object, builtins_output,  NULL};

/* clang-format off */
static const NativeModule *const modules[] = {
    &module_atexit,
    &module_collections,
    &module_bisect,
    &module_functools,
    &module_heapq,
    &module_gc, &module_memory_profiler,
    &module_heapstep,
    &module_io,
    &module_itertools,
    &module_math,
    &module_operator,
    &module_operator_c,
    &module_random,
    &module_sha512,
    &module_sys,
    &module_time,
    &module_weakref,
};
/* clang-format on */

const NativeModule *module_find(Slice name)
{
    for (size_t i = 0; i < sizeof modules / sizeof *modules; i++)
        if (slice_is(name, modules[i]->name))
            return modules[i];
    return NULL;
}

enum { CONSTRUCT_FEW = 8 };

/* type(…): `new` with the class in front, then `init` (NULL: none) on what it made. */
static ObjectId construct(Run *run, const Arguments *arguments, TypeName name, NativeCall *new,
                          NativeCall *init)
{
    uint32_t count = arguments->count + arguments->name_count;
    ObjectId few[CONSTRUCT_FEW];
    ObjectId *values = few;
    if (count + 1 > CONSTRUCT_FEW)
        values = region_allocate(&run->region, (count + 1) * sizeof *values);
    values[0] = run_model(run)->types[name];
    if (count)
        memcpy(values + 1, arguments->values, count * sizeof *values);
    Arguments shifted = {values, arguments->count + 1, arguments->names, arguments->name_count};
    ObjectId object = new (run, &shifted);
    values[0] = object;
    return object && (!init || init(run, &shifted)) ? object : 0;
}

static ObjectId construct_int(Run *run, const Arguments *arguments)
{
    return construct(run, arguments, TYPE_INT, int_new, NULL);
}
static ObjectId construct_bool(Run *run, const Arguments *arguments)
{
    return construct(run, arguments, TYPE_BOOL, bool_new, NULL);
}
static ObjectId construct_float(Run *run, const Arguments *arguments)
{
    return construct(run, arguments, TYPE_FLOAT, float_new, NULL);
}
static ObjectId construct_complex(Run *run, const Arguments *arguments)
{
    return construct(run, arguments, TYPE_COMPLEX, complex_new, NULL);
}
static ObjectId construct_str(Run *run, const Arguments *arguments)
{
    return construct(run, arguments, TYPE_STR, str_new_value, NULL);
}
static ObjectId construct_bytes(Run *run, const Arguments *arguments)
{
    return construct(run, arguments, TYPE_BYTES, bytes_new, NULL);
}
static ObjectId construct_bytearray(Run *run, const Arguments *arguments)
{
    return construct(run, arguments, TYPE_BYTEARRAY, bytearray_new, bytearray_init);
}
static ObjectId construct_tuple(Run *run, const Arguments *arguments)
{
    return construct(run, arguments, TYPE_TUPLE, tuple_new, NULL);
}
static ObjectId construct_list(Run *run, const Arguments *arguments)
{
    return construct(run, arguments, TYPE_LIST, list_new, list_init);
}
static ObjectId construct_dict(Run *run, const Arguments *arguments)
{
    return construct(run, arguments, TYPE_DICT, dict_new, dict_init);
}
static ObjectId construct_set(Run *run, const Arguments *arguments)
{
    return construct(run, arguments, TYPE_SET, set_new, set_init);
}
static ObjectId construct_frozenset(Run *run, const Arguments *arguments)
{
    return construct(run, arguments, TYPE_FROZENSET, frozenset_new, NULL);
}
static ObjectId construct_range(Run *run, const Arguments *arguments)
{
    return construct(run, arguments, TYPE_RANGE, range_new, NULL);
}
static ObjectId construct_slice(Run *run, const Arguments *arguments)
{
    return construct(run, arguments, TYPE_SLICE, slice_new, NULL);
}
static ObjectId construct_enumerate(Run *run, const Arguments *arguments)
{
    return construct(run, arguments, TYPE_ENUMERATE, enumerate_new, NULL);
}
static ObjectId construct_zip(Run *run, const Arguments *arguments)
{
    return construct(run, arguments, TYPE_ZIP, zip_new, NULL);
}
static ObjectId construct_map(Run *run, const Arguments *arguments)
{
    return construct(run, arguments, TYPE_MAP, map_new, NULL);
}
static ObjectId construct_filter(Run *run, const Arguments *arguments)
{
    return construct(run, arguments, TYPE_FILTER, filter_new, NULL);
}
static ObjectId construct_reversed(Run *run, const Arguments *arguments)
{
    return construct(run, arguments, TYPE_REVERSED, reversed_new, NULL);
}

/* type(None)() and its like give the one instance there is. */
static ObjectId only_instance(Run *run, const Arguments *arguments, const char *type,
                              ObjectId instance)
{
    if (arguments->count + arguments->name_count)
        return raise_error(run, EXC_TypeError, "%s takes no arguments", type);
    return instance;
}
static ObjectId construct_none(Run *run, const Arguments *arguments)
{
    return only_instance(run, arguments, "NoneType", run_model(run)->none);
}
static ObjectId construct_ellipsis(Run *run, const Arguments *arguments)
{
    return only_instance(run, arguments, "EllipsisType", run_model(run)->ellipsis);
}
static ObjectId construct_not_implemented(Run *run, const Arguments *arguments)
{
    return only_instance(run, arguments, "NotImplementedType", run_model(run)->not_implemented);
}

/* A built-in type's methods and what calling it does. */
typedef struct TypeTable {
    TypeName type;
    const Native *methods;
    NativeCall *constructor;
} TypeTable;

static const TypeTable type_tables[] = {
    {TYPE_OBJECT, methods_object, NULL},
    {TYPE_NONE, methods_none, construct_none},
    {TYPE_ELLIPSIS, NULL, construct_ellipsis},
    {TYPE_NOTIMPLEMENTED, NULL, construct_not_implemented},
    {TYPE_INT, methods_int, construct_int},
    {TYPE_BOOL, methods_bool, construct_bool},
    {TYPE_FLOAT, methods_float, construct_float},
    {TYPE_COMPLEX, methods_complex, construct_complex},
    {TYPE_STR, methods_str, construct_str},
    {TYPE_BYTES, methods_bytes, construct_bytes},
    {TYPE_BYTEARRAY, methods_bytearray, construct_bytearray},
    {TYPE_TUPLE, methods_tuple, construct_tuple},
    {TYPE_LIST, methods_list, construct_list},
    {TYPE_DICT, methods_dict, construct_dict},
    {TYPE_SET, methods_set, construct_set},
    {TYPE_FROZENSET, methods_frozenset, construct_frozenset},
    {TYPE_RANGE, methods_range, construct_range},
    {TYPE_SLICE, methods_slice, construct_slice},
    {TYPE_LIST_ITERATOR, methods_iterator, NULL},
    {TYPE_LIST_REVERSE_ITERATOR, methods_iterator, NULL},
    {TYPE_TUPLE_ITERATOR, methods_iterator, NULL},
    {TYPE_STR_ITERATOR, methods_iterator, NULL},
    {TYPE_BYTES_ITERATOR, methods_iterator, NULL},
    {TYPE_BYTEARRAY_ITERATOR, methods_iterator, NULL},
    {TYPE_RANGE_ITERATOR, methods_iterator, NULL},
    {TYPE_SET_ITERATOR, methods_hash_iterator, NULL},
    {TYPE_DICT_KEYITERATOR, methods_hash_iterator, NULL},
    {TYPE_DICT_VALUEITERATOR, methods_hash_iterator, NULL},
    {TYPE_DICT_ITEMITERATOR, methods_hash_iterator, NULL},
    {TYPE_CALLABLE_ITERATOR, methods_callable_iterator, NULL},
    {TYPE_SEQUENCE_ITERATOR, methods_iterator, NULL},
    {TYPE_DICT_KEYS, methods_keys, NULL},
    {TYPE_DICT_ITEMS, methods_keys, NULL},
    {TYPE_DICT_VALUES, methods_values, NULL},
    {TYPE_ENUMERATE, methods_enumerate, construct_enumerate},
    {TYPE_ZIP, methods_zip, construct_zip},
    {TYPE_MAP, methods_map, construct_map},
    {TYPE_FILTER, methods_filter, construct_filter},
    {TYPE_REVERSED, methods_reversed, construct_reversed},
};

static const TypeTable *find_table(TypeName type)
{
    for (size_t i = 0; i < sizeof type_tables / sizeof *type_tables; i++)
        if (type_tables[i].type == type)
            return &type_tables[i];
    return NULL;
}

const Native *methods_of(TypeName type)
{
    const TypeTable *table = find_table(type);
    return table ? table->methods : NULL;
}

NativeCall *constructor_of(TypeName type)
{
    const TypeTable *table = find_table(type);
    return table ? table->constructor : NULL;
}
