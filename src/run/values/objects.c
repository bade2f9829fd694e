#include "run/values/objects.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "run/values/protocol.h"

enum {
    /* Containers within containers that C code follows before RecursionError. */
    NESTING_LIMIT = 1000,
};

void objects_state_done(ObjectsState *state)
{
    free(state->writing);
    free(state->buffers);
    *state = (ObjectsState){0};
}

static int keyword_index(const char *const *names, Slice name)
{
    for (int i = 0; names[i][0]; i++)
        if (slice_is(name, names[i]))
            return i;
    return -1;
}

bool raise_unknown_keyword(Run *run, Slice name, const char *function)
{
    int minor = run_model(run)->profile->minor;
    if (minor >= 13)
        raise_error(run, EXC_TypeError, "%s() got an unexpected keyword argument '%.*s'",
                    function, (int)name.length, name.bytes);
    else if (minor < 7)
        raise_error(run, EXC_TypeError,
                    "'%.*s' is an invalid keyword argument for this function", (int)name.length,
                    name.bytes);
    else
        raise_error(run, EXC_TypeError, "'%.*s' is an invalid keyword argument for %s()",
                    (int)name.length, name.bytes, function);
    return false;
}

bool raise_missing_argument(Run *run, const char *function, const char *name, uint32_t position)
{
    if (run_model(run)->profile->minor < 7)
        raise_error(run, EXC_TypeError, "Required argument '%s' (pos %u) not found", name,
                    position);
    else
        raise_error(run, EXC_TypeError, "%s() missing required argument '%s' (pos %u)",
                    function, name, position);
    return false;
}

bool argument_keywords(Run *run, const Arguments *arguments, const char *function,
                       const char *const *names, ObjectId *ret_values)
{
    Model *model = run_model(run);
    for (int i = 0; names[i][0]; i++)
        ret_values[i] = 0;
    bool known = true;
    for (uint32_t i = 0; i < arguments->name_count; i++) {
        Slice name = str_slice(model, model_object(model, arguments->names)->slots[i]);
        int index = keyword_index(names, name);
        if (index >= 0)
            ret_values[index] = arguments->values[arguments->count + i];
        else if (known)
            known = raise_unknown_keyword(run, name, function);
    }
    return known;
}

bool argument_no_keywords(Run *run, const Arguments *arguments, const char *function)
{
    if (!arguments->name_count)
        return true;
    bool older = run_model(run)->profile->minor < 7;
    raise_error(run, EXC_TypeError,
                older ? "%s() does not take keyword arguments"
                      : "%s() takes no keyword arguments",
                function);
    return false;
}

bool argument_no_keywords_of(Run *run, const Arguments *arguments, ObjectId type, TypeName base,
                             const char *other)
{
    Model *model = run_model(run);
    bool exact = type == model->types[base];
    if (!arguments->name_count || (!exact && model->profile->minor < 11))
        return true;
    ObjectId own = type_lookup(run, type, model_intern(model, slice_of(other)));
    if (!exact && own && model_kind(model, own) != KIND_BUILTIN)
        return true;
    return argument_no_keywords(run, arguments, type_name(model, model->types[base]).bytes);
}

/* float_argument_error */
static bool refuse_float(Run *run, ObjectId value)
{
    const Model *model = run_model(run);
    if (model->profile->minor >= 10 || model_kind(model, value) != KIND_FLOAT)
        return true;
    return raise_error(run, EXC_TypeError, "integer argument expected, got float") != 0;
}

/* PyLong_AsSsize_t */
bool argument_size(Run *run, ObjectId value, int64_t *ret_value)
{
    const Model *model = run_model(run);
    ObjectId index = refuse_float(run, value) ? object_index_int(run, value) : 0;
    if (index && !int_is_small(model, index))
        return raise_error(run, EXC_OverflowError,
                           "Python int too large to convert to C ssize_t") != 0;
    if (index)
        *ret_value = int_value(model, index);
    return index != 0;
}

ObjectId argument_int_object(Run *run, ObjectId value)
{
    const Model *model = run_model(run);
    if (!refuse_float(run, value))
        return 0;
    bool found = false, by_int = model->profile->minor < 8;
    if (by_int && object_is_user(model, value)) {
        ObjectId number = call_special(run, value, "__int__", NULL, 0, &found);
        if (found)
            return number;
    }
    if (model->profile->minor < 10 && !kind_is_integer(model_kind(model, value)) &&
        (by_int || !lookup_special(run, value, "__index__")))
        return raise_error(run, EXC_TypeError, "an integer is required (got type %s)",
                           type_string(run, value));
    return object_index_int(run, value);
}

bool argument_int(Run *run, ObjectId value, int64_t *ret_value)
{
    ObjectId index = argument_int_object(run, value);
    return index && object_index(run, index, ret_value);
}

bool argument_c_int(Run *run, ObjectId value, int64_t *ret_value)
{
    const Model *model = run_model(run);
    bool older = model->profile->minor < 8;
    ObjectId index = argument_int_object(run, value);
    if (!index)
        return false;
    if (!int_is_small(model, index))
        return raise_error(run, EXC_OverflowError, "Python int too large to convert to C %s",
                           older ? "long" : "int") != 0;
    int64_t number = int_value(model, index);
    if (number >= INT32_MIN && number <= INT32_MAX) {
        *ret_value = number;
        return true;
    }
    if (older)
        return raise_error(run, EXC_OverflowError, "signed integer is %s",
                           number < 0 ? "less than minimum" : "greater than maximum") != 0;
    return raise_error(run, EXC_OverflowError, "Python int too large to convert to C int") != 0;
}

bool argument_flag(Run *run, ObjectId value, bool *ret_value)
{
    int64_t number;
    if (run_model(run)->profile->minor >= 12)
        return object_truth(run, value, ret_value);
    if (!argument_int(run, value, &number)) {
        if (raised_is(run, EXC_IndexError) || raised_is(run, EXC_OverflowError)) {
            raise_clear(run);
            raise_error(run, EXC_OverflowError, "Python int too large to convert to C %s",
                        run_model(run)->profile->minor < 8 ? "long" : "int");
        }
        return false;
    }
    *ret_value = number != 0;
    return true;
}

bool argument_positional(Run *run, const Arguments *arguments, const char *function,
                         uint32_t least, uint32_t most)
{
    if (arguments->count <= most)
        return true;
    if (run_model(run)->profile->minor < 7)
        return raise_error(run, EXC_TypeError,
                           "Function takes at most %u positional arguments (%u given)", most,
                           arguments->count) != 0;
    return raise_error(run, EXC_TypeError, "%s() takes %s %u positional argument%s (%u given)",
                       function, least == most ? "exactly" : "at most", most,
                       most == 1 ? "" : "s", arguments->count) != 0;
}

bool argument_count(Run *run, const Arguments *arguments, uint32_t skip, const char *function,
                    uint32_t least, uint32_t most)
{
    uint32_t count = arguments->count - skip;
    if (count >= least && count <= most)
        return true;
    uint32_t wanted = count < least ? least : most;
    raise_error(run, EXC_TypeError, "%s expected %s%u argument%s, got %u", function,
                least == most   ? ""
                : count < least ? "at least "
                                : "at most ",
                wanted, wanted == 1 && run_model(run)->profile->minor >= 8 ? "" : "s", count);
    return false;
}

bool argument_bound(Run *run, ObjectId value, uint32_t length, uint32_t *ret_bound)
{
    const Model *model = run_model(run);
    if (!value)
        return true;
    if (!kind_is_integer(model_kind(model, value)) && !lookup_special(run, value, "__index__"))
        return raise_error(run, EXC_TypeError,
                           "slice indices must be integers or have an __index__ method") != 0;
    ObjectId index = object_index_int(run, value);
    if (!index)
        return false;
    int64_t number = int_is_small(model, index) ? int_value(model, index) : INT64_MAX;
    if (number < 0)
        number = number + length < 0 ? 0 : number + length;
    *ret_bound = number > UINT32_MAX - 1 ? UINT32_MAX - 1 : (uint32_t)number;
    return true;
}

const char *type_string(Run *run, ObjectId object)
{
    return model_type_name(run_model(run), object).bytes;
}

const char *argument_type_string(Run *run, ObjectId object)
{
    return object == run_model(run)->none ? "None" : type_string(run, object);
}

ObjectId builtin_base(Run *run, ObjectId object)
{
    const Model *model = run_model(run);
    ObjectId type = model_object(model, object)->type;
    while (type && (model_object(model, type)->flags & OBJECT_HEAP_TYPE))
        type = model_object(model, type)->slots[TYPE_SLOT_BASE];
    return type;
}

TypeName type_name_of(Run *run, ObjectId object)
{
    const Model *model = run_model(run);
    ObjectId base = builtin_base(run, object);
    int name = 0;
    while (name < TYPE_NAME_COUNT && model->types[name] != base)
        name++;
    return (TypeName)name;
}

/* A method of one object: what a class of the program may have put there (__len__ = l.__len__).
 */
static bool is_bound(const Model *model, const Object *row)
{
    ObjectId self = row->kind == KIND_BUILTIN && row->slot_count ? row->slots[0] : 0;
    ObjectKind kind = self ? model_kind(model, self) : KIND_TYPE;
    return kind != KIND_TYPE && kind != KIND_MODULE;
}

/* Is a method found on a type one of ours, written in C? */
static bool is_in_c(const Model *model, ObjectId method)
{
    const Object *row = model_object(model, method);
    if (is_bound(model, row))
        return false;
    return row->kind == KIND_BUILTIN || row->type == model->types[TYPE_GETSET_DESCRIPTOR];
}

/* Is it a method of a native type? */
static bool is_of_native_type(const Model *model, ObjectId method)
{
    const Object *row = model_object(model, method);
    ObjectId owner = row->slot_count ? row->slots[0] : 0;
    return owner && model_kind(model, owner) == KIND_TYPE && type_native(model, owner);
}

ObjectId program_override(Run *run, ObjectId self, const char *name)
{
    if (!object_is_user(run_model(run), self))
        return 0;
    ObjectId method = lookup_special(run, self, name);
    return method && !is_in_c(run_model(run), method) ? method : 0;
}

ObjectId object_override(Run *run, ObjectId self, const char *name)
{
    const Model *model = run_model(run);
    if (!type_native(model, model_object(model, self)->type))
        return program_override(run, self, name);
    ObjectId method = lookup_special(run, self, name);
    return method && (!is_in_c(model, method) || is_of_native_type(model, method)) ? method : 0;
}

ObjectId override_call(Run *run, ObjectId self, const char *name, const ObjectId *values,
                       uint32_t count)
{
    bool found = false;
    return call_special(run, self, name, values, count, &found);
}

ObjectId hand_return(Model *model, uint32_t mark, ObjectId id)
{
    if (!id) {
        hand_release(model, mark);
        return 0;
    }
    uint32_t end = hand_mark(model);
    if (end == mark || (end == mark + 1 && model_object(model, HAND)->slots[mark] == id))
        return id;
    reference_set(model, HAND, mark, id);
    hand_release(model, mark + 1);
    return id;
}

bool nesting_enter(Run *run, const char *where)
{
    ObjectsState *state = run_objects(run);
    if (state->nesting >= NESTING_LIMIT) {
        raise_error(run, EXC_RecursionError, "maximum recursion depth exceeded%s", where);
        return false;
    }
    state->nesting++;
    return true;
}

void nesting_leave(Run *run)
{
    run_objects(run)->nesting--;
}

ObjectId object_with_slots(Run *run, ObjectKind kind, TypeName type, uint32_t size,
                           uint32_t flags, const ObjectId *values, uint32_t count)
{
    Model *model = run_model(run);
    uint32_t header = flags & OBJECT_GC ? model->profile->sizes.gc_header : 0;
    ObjectId id =
        object_create(model, kind, model->types[type], header + size, flags, (Payload){0});
    for (uint32_t i = 0; i < count; i++)
        reference_push(model, id, values[i]);
    if (flags & OBJECT_GC)
        collector_track(model, id);
    return id;
}

bool text_is_of(Run *run, const Text *text, ObjectId str)
{
    const Model *model = run_model(run);
    return object_is_exact(model, str, TYPE_STR) &&
           slice_equal(text_slice(text), str_slice(model, str));
}

ObjectId str_of_text(Run *run, Text *text)
{
    ObjectId str = str_from(run_model(run), text_slice(text));
    text_done(text);
    return str;
}

ObjectId str_new_of_text(Run *run, Text *text)
{
    ObjectId str = str_new(run_model(run), text_slice(text));
    text_done(text);
    return str;
}

ObjectId bytes_of_text(Run *run, Text *text)
{
    ObjectId bytes = bytes_from(run_model(run), text_string(text), text->length);
    text_done(text);
    return bytes;
}

ObjectId tuple_of(Run *run, ObjectId first, ObjectId second)
{
    return tuple_from(run_model(run), (ObjectId[]){first, second}, 2);
}
