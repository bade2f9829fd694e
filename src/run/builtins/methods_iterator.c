/* range, slice, iterators, and the constructors enumerate zip map filter reversed. */
#include "lang/opcode.h"
#include "model/sizes.h"
#include "run/builtins/iterator_copy.h"
#include "run/builtins/tables.h"
#include "run/types/native_type.h"
#include "run/types/slots.h"
#include "run/values/iterate.h"

/* --- range --- */

/* Until 3.11 compute_range_length compares the step with 0. */
static bool fits_comparison(Run *run)
{
    if (run_model(run)->profile->minor > 11)
        return true;
    bool fits = recursion_enter(run, " in comparison");
    if (fits)
        recursion_leave(run);
    return fits;
}

ObjectId range_new(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId parts[3] = {int_from(model, 0), 0, int_from(model, 1)};
    bool older = model->profile->minor < 9 && arguments->count == 1;
    if (!argument_no_keywords(run, arguments, "range") ||
        !argument_count(run, arguments, 1, "range", 1, older ? 1 : 3))
        return 0;
    for (uint32_t i = 1; i < arguments->count; i++) {
        ObjectId index = object_index_int(run, arguments->values[i]);
        if (!index)
            return 0;
        if (model->profile->minor >= 10)
            index = int_exact(run, index);
        parts[arguments->count == 2 ? 1 : i - 1] = index;
    }
    if (int_is_small(model, parts[2]) && int_value(model, parts[2]) == 0)
        return raise_error(run, EXC_ValueError, "range() arg 3 must not be zero");
    return fits_comparison(run) ? range_create(run, parts[0], parts[1], parts[2]) : 0;
}

static ObjectId range_index_method(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    ObjectId value = arguments->values[1];
    if (kind_is_integer(model_kind(model, value))) {
        mpz_t index;
        mpz_init(index);
        bool found = range_find(run, arguments->values[0], value, index);
        ObjectId result = found ? int_from_big(model, index) : 0;
        mpz_clear(index);
        if (result)
            return result;
        ObjectId text = object_repr(run, value);
        return text ? raise_error(run, EXC_ValueError, "%s is not in range",
                                  str_slice(model, text).bytes)
                    : 0;
    }
    return raise_error(run, EXC_ValueError, "sequence.index(x): x not in sequence");
}

static ObjectId range_count(Run *run, const Arguments *arguments)
{
    bool contains;
    if (!contains_builtin(run, arguments->values[0], arguments->values[1], &contains))
        return 0;
    return int_from(run_model(run), contains);
}

const Native methods_range[] = {
    SLOT_ROWS_COMPARE,
    SLOT_ROWS_CONTAINER,
    SLOT_ROW_GETITEM,
    SLOT_ROW_HASH,
    SLOT_ROW_REPR,
    SLOT_ROW_REVERSED,
    {"__bool__", slot_bool, 0, 0, NULL, NATIVE_SLOT},
    {"__new__", range_new, 0, -1, NULL, NATIVE_STATIC},
    {"count", range_count, 1, 1, NULL, NATIVE_O},
    {"index", range_index_method, 1, 1, NULL, NATIVE_O},
    SLOT_ROW_END,
};

/* --- slice --- */

ObjectId slice_new(Run *run, const Arguments *arguments)
{
    if (!argument_no_keywords(run, arguments, "slice") ||
        !argument_count(run, arguments, 1, "slice", 1, 3))
        return 0;
    if (arguments->count == 2)
        return slice_create(run, 0, arguments->values[1], 0);
    return slice_create(run, arguments->values[1], arguments->values[2],
                        argument_at(arguments, 3));
}

/* Until 3.9 a bool that needs no change stays one. */
static ObjectId resolved_part(Run *run, ObjectId given, int64_t value)
{
    Model *model = run_model(run);
    bool kept = model->profile->minor < 10 && model_kind(model, given) == KIND_BOOL &&
                (given == model->true_) == value;
    return kept ? given : int_from(model, value);
}

static ObjectId slice_indices(Run *run, const Arguments *arguments)
{
    Model *model = run_model(run);
    int64_t length;
    SliceRange part;
    if (!object_index(run, arguments->values[1], &length))
        return 0;
    if (length < 0)
        return raise_error(run, EXC_ValueError, "length should not be negative");
    if (!slice_resolve(run, arguments->values[0], length, &part))
        return 0;
    const ObjectId *given = model_object(model, arguments->values[0])->slots;
    ObjectId values[3] = {resolved_part(run, given[0], part.start),
                          resolved_part(run, given[1], part.stop),
                          resolved_part(run, given[2], part.step)};
    return tuple_from(model, values, 3);
}

const Native methods_slice[] = {
    SLOT_ROWS_COMPARE,
    SLOT_ROW_REPR,
    {"__new__", slice_new, 0, -1, NULL, NATIVE_STATIC},
    {"indices", slice_indices, 1, 1, NULL, NATIVE_O},
    SLOT_ROW_END,
};

#define ITERATOR_ROW_REDUCE                                                                    \
    {                                                                                          \
        "__reduce__", iterator_reduce, 0, 0, NULL, NATIVE_NOARGS                               \
    }

/* Those that have a place in a sequence. */
const Native methods_iterator[] = {
    SLOT_ROWS_ITERATOR,
    ITERATOR_ROW_REDUCE,
    {"__length_hint__", slot_length_hint, 0, 0, NULL, NATIVE_NOARGS},
    {"__setstate__", iterator_setstate, 1, 1, NULL, NATIVE_O},
    SLOT_ROW_END,
};
/* Those of sets and dicts. */
const Native methods_hash_iterator[] = {
    SLOT_ROWS_ITERATOR,
    ITERATOR_ROW_REDUCE,
    {"__length_hint__", slot_length_hint, 0, 0, NULL, NATIVE_NOARGS},
    SLOT_ROW_END,
};
const Native methods_callable_iterator[] = {
    SLOT_ROWS_ITERATOR,
    ITERATOR_ROW_REDUCE,
    SLOT_ROW_END,
};

/* --- iterators that are made by a call --- */

static const char *const enumerate_keywords[] = {"iterable", "start", ""};

/* enumerate_vectorcall, since 3.11, with words of its own. */
static bool enumerate_options(Run *run, const Arguments *arguments, ObjectId *ret_options)
{
    uint32_t given = arguments->count + arguments->name_count - 1;
    const Model *model = run_model(run);
    if (given > 2)
        return raise_error(run, EXC_TypeError,
                           "enumerate() takes at most 2 arguments (%u given)", given) != 0;
    ret_options[0] = ret_options[1] = 0;
    for (uint32_t i = 0; i < arguments->name_count; i++) {
        Slice name = str_slice(model, model_object(model, arguments->names)->slots[i]);
        bool start = slice_is(name, "start") && given > 1;
        if (!start && !slice_is(name, "iterable"))
            return raise_error(run, EXC_TypeError,
                               "'%.*s' is an invalid keyword argument for enumerate()",
                               (int)name.length, name.bytes) != 0;
        ret_options[start] = arguments->values[arguments->count + i];
    }
    for (uint32_t i = 1; i < arguments->count; i++)
        ret_options[i - 1] = arguments->values[i];
    return ret_options[0] ||
           raise_error(run, EXC_TypeError,
                       "enumerate() missing required argument 'iterable'") != 0;
}

/* An iterator that the constructor has made becomes an instance of the class that was called.
 */
static ObjectId instance_of(Run *run, const Arguments *arguments, ObjectId iterator)
{
    Model *model = run_model(run);
    ObjectId type = arguments->values[0];
    if (!iterator || type == model_object(model, iterator)->type)
        return iterator;
    reference_set_type(model, iterator, type);
    uint32_t layout = model_object(model, iterator)->size - model->profile->sizes.gc_header;
    object_set_field(model, iterator, FIELD_SIZE, size_of_type(model, type, layout));
    return iterator;
}

ObjectId enumerate_new(Run *run, const Arguments *arguments)
{
    ObjectId options[2];
    static const Native form = {"enumerate", NULL, 1, 2, enumerate_keywords, NATIVE_RAW};
    if (run_model(run)->profile->minor < 11) {
        if (!arguments_sort(run, &form, 1, arguments, options))
            return 0;
    } else if (!enumerate_options(run, arguments, options)) {
        return 0;
    }
    ObjectId start = options[1] ? object_index_int(run, options[1]) : 0;
    if (options[1] && !start)
        return 0;
    return instance_of(run, arguments, enumerate_create(run, options[0], start));
}

static const char *const zip_keywords[] = {"strict", ""};

/* iter() of each first, so that the message names the argument (zip_new). */
ObjectId zip_new(Run *run, const Arguments *arguments)
{
    const ObjectId *iterables = arguments->values + 1;
    uint32_t count = arguments->count - 1;
    ObjectId strict_object;
    bool strict = false;
    if (run_model(run)->profile->minor < 10)
        return argument_no_keywords_of(run, arguments, arguments->values[0], TYPE_ZIP,
                                       "__init__")
                   ? instance_of(run, arguments, zip_create(run, iterables, count, false))
                   : 0;
    if (arguments->name_count > 1)
        return raise_error(run, EXC_TypeError,
                           "zip() takes at most 1 keyword argument (%u given)",
                           arguments->name_count);
    if (!argument_keywords(run, arguments, "zip", zip_keywords, &strict_object) ||
        (strict_object && !object_truth(run, strict_object, &strict)))
        return 0;
    return instance_of(run, arguments, zip_create(run, iterables, count, strict));
}

ObjectId map_new(Run *run, const Arguments *arguments)
{
    if (!argument_no_keywords_of(run, arguments, arguments->values[0], TYPE_MAP, "__init__"))
        return 0;
    if (arguments->count < 3)
        return raise_error(run, EXC_TypeError, "map() must have at least two arguments.");
    ObjectId map =
        map_create(run, arguments->values[1], arguments->values + 2, arguments->count - 2);
    return instance_of(run, arguments, map);
}

ObjectId filter_new(Run *run, const Arguments *arguments)
{
    if (!argument_no_keywords_of(run, arguments, arguments->values[0], TYPE_FILTER,
                                 "__init__") ||
        !argument_count(run, arguments, 1, "filter", 2, 2))
        return 0;
    ObjectId filter = filter_create(run, arguments->values[1], arguments->values[2]);
    return instance_of(run, arguments, filter);
}

ObjectId reversed_new(Run *run, const Arguments *arguments)
{
    if (!argument_no_keywords_of(run, arguments, arguments->values[0], TYPE_REVERSED,
                                 "__init__") ||
        !argument_count(run, arguments, 1, "reversed", 1, 1))
        return 0;
    ObjectId value = arguments->values[1];
    ObjectId method = object_override(run, value, "__reversed__");
    if (method == run_model(run)->none)
        return raise_error(run, EXC_TypeError, "'%s' object is not reversible",
                           type_string(run, value));
    if (method)
        return override_call(run, value, "__reversed__", NULL, 0);
    return iterate_reversed(run, value);
}

/* One table for each, since __new__ is the type's own. */
const Native methods_enumerate[] = {
    SLOT_ROWS_ITERATOR,
    ITERATOR_ROW_REDUCE,
    {"__new__", enumerate_new, 0, -1, NULL, NATIVE_STATIC},
    NATIVE_ROW_CLASS_GETITEM,
    SLOT_ROW_END,
};
const Native methods_zip[] = {
    SLOT_ROWS_ITERATOR,
    ITERATOR_ROW_REDUCE,
    {"__new__", zip_new, 0, -1, NULL, NATIVE_STATIC},
    {"__setstate__", zip_setstate, 1, 1, NULL, NATIVE_O, 10, 0},
    SLOT_ROW_END,
};
const Native methods_map[] = {
    SLOT_ROWS_ITERATOR,
    ITERATOR_ROW_REDUCE,
    {"__new__", map_new, 0, -1, NULL, NATIVE_STATIC},
    SLOT_ROW_END,
};
const Native methods_filter[] = {
    SLOT_ROWS_ITERATOR,
    ITERATOR_ROW_REDUCE,
    {"__new__", filter_new, 0, -1, NULL, NATIVE_STATIC},
    SLOT_ROW_END,
};
const Native methods_reversed[] = {
    SLOT_ROWS_ITERATOR,
    ITERATOR_ROW_REDUCE,
    {"__length_hint__", slot_length_hint, 0, 0, NULL, NATIVE_NOARGS},
    {"__new__", reversed_new, 0, -1, NULL, NATIVE_STATIC},
    {"__setstate__", iterator_setstate, 1, 1, NULL, NATIVE_O},
    SLOT_ROW_END,
};
