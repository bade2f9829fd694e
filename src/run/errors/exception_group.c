#include "run/errors/exception_group.h"

#include "run/types/generic_alias.h"

enum { GROUP_DEPTH_LIMIT = 1000 /* as deep as CPython's C stack may go */ };

bool object_is_group(const Run *run, ObjectId object)
{
    ObjectId type = run->exceptions[EXC_BaseExceptionGroup];
    return type && type_is_subtype(run, model_object(run->model, object)->type, type);
}

const Object *group_exceptions(const Run *run, ObjectId group)
{
    const Object *row = model_object(run->model, group);
    return model_object(run->model, row->slots[GROUP_SLOT_EXCEPTIONS]);
}

/* --- making --- */

static bool is_sequence(Run *run, ObjectId value)
{
    return model_kind(run->model, value) != KIND_DICT &&
           lookup_special(run, value, "__getitem__");
}

/* The second argument as a tuple of exceptions. */
static ObjectId exceptions_of(Run *run, ObjectId value)
{
    Model *model = run->model;
    if (!is_sequence(run, value))
        return raise_error(run, EXC_TypeError,
                           "second argument (exceptions) must be a sequence");
    ObjectId list = iterate_list(run, value);
    if (!list)
        return 0;
    const Object *row = model_object(model, list);
    if (!row->slot_count)
        return raise_error(run, EXC_ValueError,
                           "second argument (exceptions) must be a non-empty sequence");
    for (uint32_t i = 0; i < row->slot_count; i++)
        if (!object_is_exception(run, row->slots[i]))
            return raise_error(run, EXC_ValueError,
                               "Item %u of second argument (exceptions) is not an exception",
                               i);
    return tuple_from(model, row->slots, row->slot_count);
}

/* The class to make: BaseExceptionGroup of nothing but Exceptions is an ExceptionGroup, and no
 * ExceptionGroup holds anything else. */
static ObjectId class_for(Run *run, ObjectId type, ObjectId exceptions)
{
    const Model *model = run->model;
    const Object *row = model_object(model, exceptions);
    ObjectId exception = run->exceptions[EXC_Exception],
             group = run->exceptions[EXC_ExceptionGroup];
    bool nests_base = false;
    for (uint32_t i = 0; i < row->slot_count; i++)
        nests_base |=
            !type_is_subtype(run, model_object(model, row->slots[i])->type, exception);
    if (type == run->exceptions[EXC_BaseExceptionGroup])
        return nests_base ? type : group;
    if (!nests_base || !type_is_subtype(run, type, exception))
        return type;
    if (type == group)
        return raise_error(run, EXC_TypeError,
                           "Cannot nest BaseExceptions in an ExceptionGroup");
    return raise_error(run, EXC_TypeError, "Cannot nest BaseExceptions in '%.*s'",
                       SLICE(type_name(model, type)));
}

static ObjectId group_new(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    const ObjectId *values = arguments->values;
    if (arguments->count != 3)
        return raise_error(run, EXC_TypeError,
                           "BaseExceptionGroup.__new__() takes exactly 2 arguments (%u given)",
                           arguments->count - 1);
    if (model_kind(model, values[1]) != KIND_STR)
        return raise_error(run, EXC_TypeError,
                           "BaseExceptionGroup.__new__() argument 1 must be str, not %.*s",
                           SLICE(model_type_name(model, values[1])));
    ObjectId exceptions = exceptions_of(run, values[2]);
    ObjectId type = exceptions ? class_for(run, values[0], exceptions) : 0;
    if (!type)
        return 0;
    ObjectId group = exception_create(run, type, values + 1, 2);
    reference_set(model, group, GROUP_SLOT_MESSAGE, values[1]);
    reference_set(model, group, GROUP_SLOT_EXCEPTIONS, exceptions);
    return group;
}

static ObjectId create_with(Run *run, ObjectId message, ObjectId exceptions)
{
    ObjectId arguments[] = {message, exceptions};
    return call_object(run, run->exceptions[EXC_BaseExceptionGroup], arguments, 2);
}

ObjectId group_create(Run *run, Slice message, ObjectId exceptions)
{
    return create_with(run, str_from(run->model, message), exceptions);
}

/* --- splitting --- */

typedef struct Condition {
    enum { BY_TYPE, BY_FUNCTION, BY_LEAF } kind;
    ObjectId object; /* a type or tuple of types; a callable; a list of exceptions */
    bool wants_rest;
} Condition;

static bool is_exception_types(const Run *run, ObjectId value)
{
    const Object *row = model_object(run->model, value);
    if (row->kind != KIND_TUPLE)
        return type_is_exception(run, value);
    for (uint32_t i = 0; i < row->slot_count; i++)
        if (!type_is_exception(run, row->slots[i]))
            return false;
    return true;
}

static bool take_condition(Run *run, ObjectId value, Condition *ret_condition)
{
    if (is_exception_types(run, value)) {
        *ret_condition = (Condition){BY_TYPE, value, false};
        return true;
    }
    if (model_kind(run->model, value) != KIND_TYPE && object_is_callable(run, value)) {
        *ret_condition = (Condition){BY_FUNCTION, value, false};
        return true;
    }
    return raise_error(run, EXC_TypeError,
                       run->profile->minor < 13
                           ? "expected a function, exception type or tuple of exception types"
                           : "expected an exception type, a tuple of exception types, or a "
                             "callable (other than a class)");
}

static bool fulfils(Run *run, ObjectId exception, const Condition *condition, bool *ret_fulfils)
{
    if (condition->kind == BY_TYPE) {
        *ret_fulfils = exception_matches(run, exception, condition->object);
        return true;
    }
    if (condition->kind == BY_FUNCTION) {
        ObjectId answer = call_object(run, condition->object, &exception, 1);
        return answer && object_truth(run, answer, ret_fulfils);
    }
    const Object *leaves = model_object(run->model, condition->object);
    *ret_fulfils = false;
    for (uint32_t i = 0; i < leaves->slot_count && !object_is_group(run, exception); i++)
        *ret_fulfils |= leaves->slots[i] == exception;
    return true;
}

static ObjectId notes_of(Run *run, ObjectId exception)
{
    bool found = false;
    return attribute_find(run, exception, model_intern(run->model, slice_of("__notes__")),
                          &found);
}

/* What the whole says of itself goes to a part of it; the notes are copied. */
static bool copy_metadata(Run *run, ObjectId whole, ObjectId part)
{
    static const uint32_t slots[] = {EXCEPTION_SLOT_TRACEBACK, EXCEPTION_SLOT_CONTEXT,
                                     EXCEPTION_SLOT_CAUSE};
    Model *model = run->model;
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++)
        reference_set(model, part, slots[i], model_object(model, whole)->slots[slots[i]]);
    object_set_field(model, part, FIELD_B, model_object(model, whole)->b);
    ObjectId notes = notes_of(run, whole);
    if (!notes || !is_sequence(run, notes))
        return !raised(run);
    ObjectId copy = iterate_list(run, notes);
    return copy && attribute_set(run, part, model_intern(model, slice_of("__notes__")), copy);
}

/* exceptiongroup_subset: 0 with nothing raised where the list is empty. */
static ObjectId part_of(Run *run, ObjectId whole, ObjectId list)
{
    if (!model_object(run->model, list)->slot_count)
        return 0;
    ObjectId derive = attribute_get_string(run, whole, "derive");
    ObjectId part = derive ? call_object(run, derive, &list, 1) : 0;
    if (!part)
        return 0;
    if (!object_is_group(run, part))
        return raise_error(run, EXC_TypeError,
                           "derive must return an instance of BaseExceptionGroup");
    return copy_metadata(run, whole, part) ? part : 0;
}

/* exceptiongroup_split_recursive; a part that is empty is 0. */
static bool split(Run *run, ObjectId exception, const Condition *condition, uint32_t depth,
                  ObjectId *ret_match, ObjectId *ret_rest)
{
    Model *model = run->model;
    bool whole = false;
    *ret_match = *ret_rest = 0;
    if (depth > GROUP_DEPTH_LIMIT)
        return raise_error(
            run, EXC_RecursionError,
            "maximum recursion depth exceeded in exceptiongroup_split_recursive");
    if (!fulfils(run, exception, condition, &whole))
        return false;
    if (whole || !object_is_group(run, exception)) {
        *(whole ? ret_match : ret_rest) = exception;
        return true;
    }
    ObjectId matches = list_from(model, NULL, 0, LIST_FILL_EXACT);
    ObjectId rests = list_from(model, NULL, 0, LIST_FILL_EXACT);
    for (uint32_t i = 0; i < group_exceptions(run, exception)->slot_count; i++) {
        ObjectId match, rest;
        if (!split(run, group_exceptions(run, exception)->slots[i], condition, depth + 1,
                   &match, &rest))
            return false;
        if (match)
            list_append(model, matches, match);
        if (rest && condition->wants_rest)
            list_append(model, rests, rest);
    }
    *ret_match = part_of(run, exception, matches);
    if (!raised(run))
        *ret_rest = part_of(run, exception, rests);
    return !raised(run);
}

bool group_split_by_type(Run *run, ObjectId exception, ObjectId type, ObjectId *ret_match,
                         ObjectId *ret_rest)
{
    Condition condition = {BY_TYPE, type, true};
    return split(run, exception, &condition, 0, ret_match, ret_rest);
}

static void collect_leaves(Run *run, ObjectId exception, uint32_t depth, ObjectId leaves)
{
    if (!object_is_group(run, exception)) {
        list_append(run->model, leaves, exception);
        return;
    }
    const Object *row = group_exceptions(run, exception);
    for (uint32_t i = 0; i < row->slot_count && depth < GROUP_DEPTH_LIMIT; i++)
        collect_leaves(run, row->slots[i], depth + 1, leaves);
}

ObjectId group_project(Run *run, ObjectId group, ObjectId list)
{
    Model *model = run->model;
    ObjectId leaves = list_from(model, NULL, 0, LIST_FILL_EXACT), match = 0, rest = 0;
    for (uint32_t i = 0; i < model_object(model, list)->slot_count; i++)
        collect_leaves(run, model_object(model, list)->slots[i], 0, leaves);
    Condition condition = {BY_LEAF, leaves, false};
    return split(run, group, &condition, 0, &match, &rest) ? match : 0;
}

bool group_same_metadata(Run *run, ObjectId exception, ObjectId other)
{
    const Object *a = model_object(run->model, exception), *b = model_object(run->model, other);
    return notes_of(run, exception) == notes_of(run, other) &&
           a->slots[EXCEPTION_SLOT_TRACEBACK] == b->slots[EXCEPTION_SLOT_TRACEBACK] &&
           a->slots[EXCEPTION_SLOT_CAUSE] == b->slots[EXCEPTION_SLOT_CAUSE] &&
           a->slots[EXCEPTION_SLOT_CONTEXT] == b->slots[EXCEPTION_SLOT_CONTEXT];
}

/* --- methods --- */

static ObjectId method_split(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    Condition condition;
    ObjectId parts[2];
    if (!take_condition(run, arguments->values[1], &condition))
        return 0;
    condition.wants_rest = true;
    if (!split(run, arguments->values[0], &condition, 0, &parts[0], &parts[1]))
        return 0;
    for (int i = 0; i < 2; i++)
        if (!parts[i])
            parts[i] = model->none;
    return tuple_from(model, parts, 2);
}

static ObjectId method_subgroup(Run *run, const Arguments *arguments)
{
    Condition condition;
    ObjectId match, rest;
    if (!take_condition(run, arguments->values[1], &condition) ||
        !split(run, arguments->values[0], &condition, 0, &match, &rest))
        return 0;
    return match ? match : run->model->none;
}

static ObjectId method_derive(Run *run, const Arguments *arguments)
{
    const Object *row = model_object(run->model, arguments->values[0]);
    return create_with(run, row->slots[GROUP_SLOT_MESSAGE], arguments->values[1]);
}

static ObjectId method_str(Run *run, const Arguments *arguments)
{
    Text text = {0};
    exception_str(run, arguments->values[0], &text); /* a group's always succeeds */
    return str_of_text(run, &text);
}

static ObjectId method_class_getitem(Run *run, const Arguments *arguments)
{
    return alias_create(run, arguments->values[0], arguments->values[1]);
}

/* A method of one argument; METH_VARARGS before 3.13. */
#define METHOD_ROWS(name, call)                                                                \
    {name, call, 1, 1, NULL, NATIVE_VARARGS, 0, 12},                                           \
    {                                                                                          \
        name, call, 1, 1, NULL, NATIVE_O, 13, 0                                                \
    }

const Native exception_group_methods[] = {
    {.name = "__new__", .call = group_new, .most = -1, .style = NATIVE_STATIC},
    {.name = "__str__", .call = method_str, .style = NATIVE_SLOT},
    {.name = "__class_getitem__",
     .call = method_class_getitem,
     .least = 1,
     .most = 1,
     .style = NATIVE_STATIC},
    METHOD_ROWS("derive", method_derive),
    METHOD_ROWS("split", method_split),
    METHOD_ROWS("subgroup", method_subgroup),
    {.name = ""},
};

void exception_groups_startup(Run *run)
{
    ObjectId type = run->exceptions[EXC_ExceptionGroup];
    if (!type)
        return;
    Model *model = run->model;
    ObjectId bases[] = {run->exceptions[EXC_BaseExceptionGroup],
                        run->exceptions[EXC_Exception]};
    ObjectId order[] = {type, bases[0], bases[1], run->exceptions[EXC_BaseException],
                        model->types[TYPE_OBJECT]};
    reference_set(model, type, TYPE_SLOT_BASES, tuple_from(model, bases, 2));
    reference_set(model, type, TYPE_SLOT_MRO,
                  tuple_from(model, order, sizeof order / sizeof *order));
}
