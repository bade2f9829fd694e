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

/* The tuple of arguments, in HAND at `at`, is used again, unless somebody has kept it. */
static ObjectId next_to_reduce(Run *run, ObjectId source, uint32_t at)
{
    Model *model = run->model;
    if (model_object(model, model_object(model, HAND)->slots[at])->refcount > 1) {
        uint32_t mark = hand_mark(model);
        reference_set(model, HAND, at, tuple_from(model, NULL, 2));
        hand_release(model, mark);
    }
    return iterate_next(run, source);
}

/* function(result, item); both are in HAND from `round` on, and go to the tuple below. */
static ObjectId call_pair(Run *run, ObjectId function, uint32_t round, ObjectId result,
                          ObjectId item)
{
    Model *model = run->model;
    ObjectId tuple = model_object(model, HAND)->slots[round - 1];
    reference_set(model, tuple, 0, result);
    reference_set(model, tuple, 1, item);
    hand_release(model, round);
    return call_with_tuple(run, function, tuple, 0);
}

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
    tuple_from(model, NULL, 2);
    uint32_t round = hand_mark(model);
    if (result)
        hand_hold(model, result);
    for (ObjectId item; (item = next_to_reduce(run, source, round - 1));) {
        if (result)
            item = call_pair(run, function, round, result, item);
        if (!item)
            return 0;
        result = hand_return(model, round, item);
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

/* The partial's own tuple and the call's: PySequence_Concat, which in 3.6 makes a new one of an
 * empty and another one as well. */
static ObjectId concatenated(Run *run, ObjectId own, ObjectId given)
{
    const Object *row = model_object(run->model, given);
    if (run->profile->minor == 6)
        return joined(run, own, row->slots, row->slot_count);
    if (!model_object(run->model, own)->slot_count)
        return given;
    return row->slot_count ? joined(run, own, row->slots, row->slot_count) : own;
}

/* What is called without a tuple: _PyObject_HasFastCall, since 3.8 PyVectorcall_Function. */
static bool is_fast(Run *run, ObjectId function)
{
    const Object *row = model_object(run->model, function);
    bool vectors = run->profile->minor >= 8;
    bool native_class =
        row->kind == KIND_TYPE && !(row->flags & OBJECT_HEAP_TYPE) && run->profile->minor >= 9;
    return row->kind == KIND_FUNCTION || (row->kind == KIND_BUILTIN && !row->a) ||
           (row->kind == KIND_METHOD && vectors) || native_class ||
           (run->profile->minor >= 9 && row->type == native_type(run, &functools_partial));
}

/* partial_fastcall, partial_vectorcall: `rest` behind the partial's own, from no tuple. */
static ObjectId call_fast(Run *run, ObjectId self, const Arguments *rest, ObjectId keywords)
{
    const Object *own = model_object(run->model, functools_slot(run, self, PARTIAL_ARGUMENTS));
    uint32_t count = own->slot_count + rest->count, all = count + rest->name_count;
    ObjectId *values = memory_allocate((all + 1) * sizeof *values);
    copy_ids(values, own->slots, own->slot_count);
    copy_ids(values + own->slot_count, rest->values, all - own->slot_count);
    ObjectId function = functools_slot(run, self, PARTIAL_FUNCTION);
    bool copies = run->profile->minor == 6 && own->slot_count && rest->count;
    for (uint32_t i = 0; copies && i < count; i++)
        hand_hold(run->model, values[i]);
    Arguments call = {values, count, rest->names, rest->name_count};
    ObjectId result = keywords ? call_with_parts(run, function, values, count, keywords)
                               : call_with_names(run, function, &call);
    free(values);
    return result;
}

/* The keyword arguments of a call as a dict, those of the partial below; 0: none. */
static ObjectId all_keywords(Run *run, ObjectId self, const Arguments *rest)
{
    ObjectId own = functools_slot(run, self, PARTIAL_KEYWORDS);
    return dict_used(run->model, own) ? merged(run, own, rest) : rest->dict;
}

static ObjectId call_packed(Run *run, ObjectId self, const Arguments *arguments)
{
    Arguments rest = {
        arguments->values + 1, arguments->count - 1,          arguments->names,
        arguments->name_count, .tuple = arguments->own_tuple, .dict = arguments->own_dict};
    call_pack(run, &rest);
    ObjectId keywords = all_keywords(run, self, &rest);
    ObjectId function = functools_slot(run, self, PARTIAL_FUNCTION);
    if (run->profile->minor <= 8 && is_fast(run, function)) {
        rest.name_count = 0;
        return call_fast(run, self, &rest, keywords);
    }
    ObjectId tuple = concatenated(run, functools_slot(run, self, PARTIAL_ARGUMENTS),
                                  rest.tuple ? rest.tuple : run->model->empty_tuple);
    return call_with_tuple(run, function, tuple, keywords);
}

static ObjectId partial_call(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId self = arguments->values[0], result;
    Arguments rest = {arguments->values + 1, arguments->count - 1, arguments->names,
                      arguments->name_count};
    bool direct = arguments->is_slot &&
                  !dict_used(model, functools_slot(run, self, PARTIAL_KEYWORDS)) &&
                  is_fast(run, functools_slot(run, self, PARTIAL_FUNCTION));
    if (direct)
        result = call_fast(run, self, &rest, 0);
    else
        result = call_packed(run, self, arguments);
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
