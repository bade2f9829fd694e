/* _functools: Modules/_functoolsmodule.c: reduce, partial, cmp_to_key. The cache is in
 * functools_cache.c; the rest of functools is Python text. */
#include "run/modules/functools.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "run/text/text.h"
#include "run/types/slots.h"
#include "run/values/operators.h"

/* --- reduce --- */

static ObjectId functools_reduce(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId function = arguments->values[0], result = argument_at(arguments, 2);
    ObjectId source = iterate(run, arguments->values[1]);
    if (!source) {
        if (!raised_is(run, EXC_TypeError))
            return 0;
        raise_clear(run);
        return raise_error(run, EXC_TypeError, "reduce() arg 2 must support iteration");
    }
    for (;;) {
        uint32_t round = hand_mark(model);
        ObjectId item = iterate_next(run, source);
        if (!item)
            break;
        result = result ? call_object(run, function, (ObjectId[]){result, item}, 2) : item;
        if (!result)
            return 0;
        hand_return(model, round, result);
    }
    if (raised(run))
        return 0;
    if (!result)
        return raise_error(run, EXC_TypeError, "reduce() of empty %s with no initial value",
                           run->profile->minor < 10 ? "sequence" : "iterable");
    return hand_return(model, mark, result);
}

/* --- partial: slots: function, arguments (a tuple), keywords (a dict) --- */

enum { PARTIAL_FUNCTION, PARTIAL_ARGUMENTS, PARTIAL_KEYWORDS, PARTIAL_SLOT_COUNT };

/* The first tuple's items, then more. */
static ObjectId joined(Run *run, ObjectId tuple, const ObjectId *values, uint32_t count)
{
    const Object *first = model_object(run->model, tuple);
    uint32_t before = first->slot_count;
    ObjectId *all = memory_allocate((before + count + 1) * sizeof *all);
    copy_ids(all, first->slots, before);
    copy_ids(all + before, values, count);
    ObjectId result = tuple_from(run->model, all, before + count);
    free(all);
    return result;
}

/* A copy of a dict with a call's keyword values on top. */
static ObjectId merged(Run *run, ObjectId dict, const Arguments *arguments)
{
    Model *model = run->model;
    ObjectId result = dict ? dict_copy(model, dict) : dict_create(model);
    for (uint32_t i = 0; i < arguments->name_count; i++)
        dict_set_str(model, result, model_object(model, arguments->names)->slots[i],
                     arguments->values[arguments->count + i]);
    return result;
}

/* A partial of a partial is one of the function itself, unless it has attributes of its own. */
static bool is_flat(Run *run, ObjectId type, ObjectId function)
{
    const Object *row = model_object(run->model, function);
    return native_is(run, function, &functools_partial) &&
           type == native_type(run, &functools_partial) && row->type == type && !row->dict;
}

static ObjectId partial_new(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    if (arguments->count < 2)
        return raise_error(run, EXC_TypeError, "type 'partial' takes at least one argument");
    ObjectId type = arguments->values[0], function = arguments->values[1];
    if (!object_is_callable(run, function))
        return raise_error(run, EXC_TypeError, "the first argument must be callable");
    ObjectId before = 0, keywords = 0;
    if (is_flat(run, type, function)) {
        before = functools_slot(run, function, PARTIAL_ARGUMENTS);
        keywords = functools_slot(run, function, PARTIAL_KEYWORDS);
        function = functools_slot(run, function, PARTIAL_FUNCTION);
    }
    ObjectId parts[PARTIAL_SLOT_COUNT] = {function,
                                          joined(run, before ? before : model->empty_tuple,
                                                 arguments->values + 2, arguments->count - 2),
                                          merged(run, keywords, arguments)};
    return hand_return(model, mark, native_create(run, type, parts, PARTIAL_SLOT_COUNT));
}

/* Calls with positional values and a dict of keyword values. */
static ObjectId call_with_dict(Run *run, ObjectId function, ObjectId positional, ObjectId dict)
{
    Model *model = run->model;
    const Object *tuple = model_object(model, positional);
    uint32_t count = tuple->slot_count, named = 0, end = dict_entry_end(model, dict);
    ObjectId *values = memory_allocate((count + 2 * end + 1) * sizeof *values);
    ObjectId *names = values + count + end;
    copy_ids(values, tuple->slots, count);
    for (uint32_t i = 0; i < end; i++) {
        if (!dict_key(model, dict, i))
            continue;
        names[named] = dict_key(model, dict, i);
        values[count + named++] = dict_value(model, dict, i);
    }
    Arguments call = {values, count, named ? tuple_from(model, names, named) : 0, named};
    ObjectId result = call_with_names(run, function, &call);
    free(values);
    return result;
}

/* partial_fastcall, partial_vectorcall: what the partial holds is lent to the function. */
static ObjectId call_lent(Run *run, ObjectId self, const Arguments *rest)
{
    Model *model = run->model;
    const Object *first = model_object(model, functools_slot(run, self, PARTIAL_ARGUMENTS));
    uint32_t before = first->slot_count, more = rest->count + rest->name_count;
    ObjectId *values = memory_allocate((before + more + 1) * sizeof *values);
    copy_ids(values, first->slots, before);
    copy_ids(values + before, rest->values, more);
    Arguments call = {values, before + rest->count, rest->names, rest->name_count};
    ObjectId result = call_with_names(run, functools_slot(run, self, PARTIAL_FUNCTION), &call);
    free(values);
    return result;
}

static ObjectId partial_call(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId self = arguments->values[0], result;
    Arguments rest = {arguments->values + 1, arguments->count - 1, arguments->names,
                      arguments->name_count};
    ObjectId keywords = functools_slot(run, self, PARTIAL_KEYWORDS);
    if (dict_used(model, keywords)) {
        ObjectId positional =
            joined(run, functools_slot(run, self, PARTIAL_ARGUMENTS), rest.values, rest.count);
        if (rest.name_count)
            keywords = merged(run, keywords, &rest);
        result = call_with_dict(run, functools_slot(run, self, PARTIAL_FUNCTION), positional,
                                keywords);
    } else {
        result = call_lent(run, self, &rest);
    }
    return result ? hand_return(model, mark, result) : 0;
}

static bool write_parts(Run *run, ObjectId self, Text *text)
{
    const Model *model = run->model;
    if (!repr_write(run, functools_slot(run, self, PARTIAL_FUNCTION), text))
        return false;
    const Object *tuple = model_object(model, functools_slot(run, self, PARTIAL_ARGUMENTS));
    for (uint32_t i = 0; i < tuple->slot_count; i++) {
        text_append_string(text, ", ");
        if (!repr_write(run, tuple->slots[i], text))
            return false;
    }
    ObjectId dict = functools_slot(run, self, PARTIAL_KEYWORDS);
    for (uint32_t i = 0; i < dict_entry_end(model, dict); i++) {
        ObjectId key = dict_key(model, dict, i);
        if (!key)
            continue;
        text_append_string(text, ", ");
        if (!str_write(run, key, text))
            return false;
        text_append_char(text, '=');
        if (!repr_write(run, dict_value(model, dict, i), text))
            return false;
    }
    return true;
}

/* functools.partial; of a subclass the name alone, from 3.13 on with its module. */
static bool write_type(Run *run, ObjectId self, Text *text)
{
    Model *model = run->model;
    ObjectId type = model_object(model, self)->type;
    bool found = false;
    if (run->profile->minor >= 13 && type != native_type(run, &functools_partial)) {
        ObjectId module =
            attribute_find(run, type, model_intern(model, slice_of("__module__")), &found);
        if (!found || !str_write(run, module, text))
            return false;
        text_append_char(text, '.');
    }
    text_append_string(text, type_string(run, self));
    return true;
}

static ObjectId partial_repr(Run *run, const Arguments *arguments)
{
    ObjectId self = arguments->values[0];
    if (!writing_enter(run, self))
        return raised(run) ? 0 : str_from_string(run->model, "...");
    Text text = {0};
    bool fine = write_type(run, self, &text);
    text_append_char(&text, '(');
    fine = fine && write_parts(run, self, &text);
    text_append_char(&text, ')');
    writing_leave(run);
    if (fine)
        return str_of_text(run, &text);
    text_done(&text);
    return 0;
}

static ObjectId get_function(Run *run, ObjectId self)
{
    return functools_slot(run, self, PARTIAL_FUNCTION);
}
static ObjectId get_arguments(Run *run, ObjectId self)
{
    return functools_slot(run, self, PARTIAL_ARGUMENTS);
}
static ObjectId get_keywords(Run *run, ObjectId self)
{
    return functools_slot(run, self, PARTIAL_KEYWORDS);
}

static const NativeAttribute partial_attributes[] = {
    {"func", get_function, NULL, true},
    {"args", get_arguments, NULL, true},
    {"keywords", get_keywords, NULL, true},
    {.name = ""},
};
static const Native partial_methods[] = {
    {"__call__", partial_call, 0, -1, NULL, NATIVE_RAW},
    {"__new__", partial_new, 0, -1, NULL, NATIVE_STATIC},
    {"__repr__", partial_repr, 0, 0, NULL, NATIVE_SLOT},
    SLOT_ROW_END,
};
const NativeType functools_partial = {.name = "functools.partial",
                                      .flags = NATIVE_GC | NATIVE_BASETYPE | NATIVE_DICT |
                                               NATIVE_WEAKREF,
                                      .sizes = {88, 96, 80},
                                      .vectorcall_since = 9,
                                      .methods = partial_methods,
                                      .attributes = partial_attributes};

/* --- cmp_to_key: slots: the comparing function, the object (0: none yet) --- */

enum { KEY_FUNCTION, KEY_OBJECT };
static const NativeType key_wrapper;

static ObjectId make_key(Run *run, ObjectId function, ObjectId object)
{
    return native_create(run, native_type(run, &key_wrapper), (ObjectId[]){function, object},
                         2);
}

static ObjectId functools_cmp_to_key(Run *run, const Arguments *arguments)
{
    return make_key(run, arguments->values[0], 0);
}

static ObjectId key_call(Run *run, const Arguments *arguments)
{
    static const char *const names[] = {"obj", ""};
    ObjectId object;
    Arguments rest = {arguments->values + 1, arguments->count - 1, arguments->names,
                      arguments->name_count};
    if (!argument_keywords(run, &rest, "K", names, &object))
        return 0;
    if (!object && rest.count != 1) {
        raise_missing_argument(run, "K", "obj", 1);
        return 0;
    }
    return make_key(run, functools_slot(run, arguments->values[0], KEY_FUNCTION),
                    object ? object : rest.values[0]);
}

static ObjectId key_compare(Run *run, int op, ObjectId self, ObjectId other)
{
    if (!native_is(run, other, &key_wrapper))
        return raise_error(run, EXC_TypeError, "other argument must be K instance");
    ObjectId pair[] = {functools_slot(run, self, KEY_OBJECT),
                       functools_slot(run, other, KEY_OBJECT)};
    if (!pair[0] || !pair[1])
        return raise_error(run, EXC_AttributeError, "object");
    ObjectId order = call_object(run, functools_slot(run, self, KEY_FUNCTION), pair, 2);
    return order ? compare_objects(run, op, order, int_from(run->model, 0)) : 0;
}

static ObjectId get_object(Run *run, ObjectId self)
{
    ObjectId object = functools_slot(run, self, KEY_OBJECT);
    return object ? object : raise_error(run, EXC_AttributeError, "obj");
}

static const NativeAttribute key_attributes[] = {
    {"obj", get_object, NULL, true},
    {.name = ""},
};
static const Native key_methods[] = {
    SLOT_ROWS_COMPARE,
    {"__call__", key_call, 0, -1, NULL, NATIVE_RAW},
    SLOT_ROW_END,
};
static const NativeType key_wrapper = {.name = "functools.KeyWrapper",
                                       .flags = NATIVE_GC | NATIVE_HIDDEN,
                                       .sizes = {32, 0, 0, 0, 48},
                                       .methods = key_methods,
                                       .attributes = key_attributes,
                                       .compare = key_compare};

/* --- the module --- */

static const char *const cmp_to_key_keywords[] = {"mycmp", ""};
static const Native functions[] = {
    {"reduce", functools_reduce, 2, 3, NULL, NATIVE_VARARGS},
    {"cmp_to_key", functools_cmp_to_key, 1, 1, cmp_to_key_keywords, NATIVE_VARARGS},
    {.name = ""},
};
static const NativeType *const types[] = {&functools_partial, &functools_cache, &functools_link,
                                          &key_wrapper, NULL};
const NativeModule module_functools = {"_functools", functions, NULL, types};
