#include "run/types/generic_alias.h"

#include "lang/opcode.h"
#include "run/interpreter.h"
#include "run/text/text.h"
#include "run/types/slots.h"
#include "run/values/iterate.h"

enum { ALIAS_ORIGIN, ALIAS_ARGUMENTS };

ObjectId alias_origin(Run *run, ObjectId object)
{
    return native_is(run, object, &type_generic_alias)
               ? model_object(run->model, object)->slots[ALIAS_ORIGIN]
               : 0;
}

bool object_is_union(Run *run, ObjectId object)
{
    return native_is(run, object, &type_union);
}

ObjectId alias_arguments(Run *run, ObjectId object)
{
    const ObjectId *slots = model_object(run->model, object)->slots;
    return object_is_union(run, object) ? slots[0] : slots[ALIAS_ARGUMENTS];
}

/* --- text --- */

/* ga_repr_item: a type by its qualified name, with its module unless it is builtins. */
static bool write_type(Run *run, ObjectId type, Text *ret_text)
{
    ObjectId module = attribute_get_string(run, type, "__module__");
    ObjectId name = module ? attribute_get_string(run, type, "__qualname__") : 0;
    if (!name)
        return false;
    if (!slice_is(str_slice(run->model, module), "builtins")) {
        text_append_slice(ret_text, str_slice(run->model, module));
        text_append_char(ret_text, '.');
    }
    text_append_slice(ret_text, str_slice(run->model, name));
    return true;
}

static bool write_item(Run *run, ObjectId item, Text *ret_text)
{
    Model *model = run->model;
    if (item == model->ellipsis) {
        text_append_string(ret_text, "...");
        return true;
    }
    if (model_kind(model, item) != KIND_TYPE)
        return repr_write(run, item, ret_text);
    uint32_t mark = hand_mark(model);
    bool fine = write_type(run, item, ret_text);
    hand_release(model, mark);
    return fine;
}

static bool write_items(Run *run, ObjectId tuple, const char *separator, Text *ret_text)
{
    for (uint32_t i = 0; i < model_object(run->model, tuple)->slot_count; i++) {
        ObjectId item = model_object(run->model, tuple)->slots[i];
        text_append_string(ret_text, i ? separator : "");
        if (object_is_exact(run->model, tuple, TYPE_TUPLE) && *separator == ' ' &&
            item == run->model->types[TYPE_NONE])
            text_append_string(ret_text, "None");
        else if (!write_item(run, item, ret_text))
            return false;
    }
    return true;
}

static ObjectId finish_text(Run *run, Text *text, bool fine)
{
    if (fine)
        return str_of_text(run, text);
    text_done(text);
    return 0;
}

static ObjectId alias_repr(Run *run, const Arguments *arguments)
{
    ObjectId self = arguments->values[0], items = alias_arguments(run, self);
    Text text = {0};
    bool fine = write_item(run, alias_origin(run, self), &text);
    text_append_char(&text, '[');
    if (model_object(run->model, items)->slot_count == 0)
        text_append_string(&text, "()");
    fine = fine && write_items(run, items, ", ", &text);
    text_append_char(&text, ']');
    return finish_text(run, &text, fine);
}

static ObjectId union_repr(Run *run, const Arguments *arguments)
{
    Text text = {0};
    bool fine = write_items(run, alias_arguments(run, arguments->values[0]), " | ", &text);
    return finish_text(run, &text, fine);
}

/* --- what they do --- */

/* Calling list[int] calls list. */
static ObjectId alias_call(Run *run, const Arguments *arguments)
{
    Arguments rest = *arguments;
    rest.values++;
    rest.count--;
    return call_with_names(run, alias_origin(run, arguments->values[0]), &rest);
}

static ObjectId alias_or(Run *run, const Arguments *arguments)
{
    return union_create(run, arguments->values[0], arguments->values[1]);
}

static ObjectId alias_ror(Run *run, const Arguments *arguments)
{
    return union_create(run, arguments->values[1], arguments->values[0]);
}

/* ga_getitem without type variables in it. */
static ObjectId alias_getitem(Run *run, const Arguments *arguments)
{
    ObjectId text = object_repr(run, arguments->values[0]);
    if (!text)
        return 0;
    const char *bytes = str_slice(run->model, text).bytes;
    return run->profile->minor >= 11
               ? raise_error(run, EXC_TypeError, "%s is not a generic class", bytes)
               : raise_error(run, EXC_TypeError, "There are no type variables left in %s", bytes);
}

/* From 3.11 on *list[int] is one item: the alias itself. */
static ObjectId alias_iter(Run *run, const Arguments *arguments)
{
    if (run->profile->minor < 11)
        return raise_error(run, EXC_TypeError, "'types.GenericAlias' object is not iterable");
    return iterate(run, tuple_from(run->model, arguments->values, 1));
}

static ObjectId alias_hash(Run *run, const Arguments *arguments)
{
    const Object *self = model_object(run->model, arguments->values[0]);
    int64_t origin, items;
    if (!object_hash(run, self->slots[ALIAS_ORIGIN], &origin) ||
        !object_hash(run, self->slots[ALIAS_ARGUMENTS], &items))
        return 0;
    return int_from(run->model, origin ^ items);
}

static ObjectId alias_compare(Run *run, int op, ObjectId self, ObjectId other)
{
    Model *model = run->model;
    bool knows = (op == COMPARE_EQ || op == COMPARE_NE) && alias_origin(run, other);
    if (!knows)
        return model->not_implemented;
    bool same;
    if (!compare_equal(run, alias_origin(run, self), alias_origin(run, other), &same) ||
        (same &&
         !compare_equal(run, alias_arguments(run, self), alias_arguments(run, other), &same)))
        return 0;
    return bool_from(model, same == (op == COMPARE_EQ));
}

/* The order of a union's members does not matter. */
static ObjectId union_set(Run *run, ObjectId self)
{
    return set_of(run, alias_arguments(run, self), true);
}

static ObjectId union_hash(Run *run, const Arguments *arguments)
{
    ObjectId set = union_set(run, arguments->values[0]);
    int64_t hash;
    return set && object_hash(run, set, &hash) ? int_from(run->model, hash) : 0;
}

static ObjectId union_compare(Run *run, int op, ObjectId self, ObjectId other)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !object_is_union(run, other))
        return run->model->not_implemented;
    ObjectId left = union_set(run, self), right = left ? union_set(run, other) : 0;
    return right ? compare_objects(run, op, left, right) : 0;
}

static ObjectId get_origin(Run *run, ObjectId self)
{
    return alias_origin(run, self);
}

static ObjectId get_no_parameters(Run *run, ObjectId self)
{
    (void)self;
    return run->model->empty_tuple;
}

/* --- making --- */

ObjectId alias_create(Run *run, ObjectId origin, ObjectId key)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId items = model_kind(model, key) == KIND_TUPLE ? key : tuple_from(model, &key, 1);
    ObjectId alias = native_create(run, native_type(run, &type_generic_alias),
                                   (ObjectId[]){origin, items}, 2);
    return hand_return(model, mark, alias);
}

static bool can_be_in_union(Run *run, ObjectId object)
{
    return object == run->model->none || model_kind(run->model, object) == KIND_TYPE ||
           alias_origin(run, object) || object_is_union(run, object);
}

/* Adds what is not there yet; the members of a union one by one. */
static bool add_member(Run *run, ObjectId list, ObjectId member)
{
    Model *model = run->model;
    if (object_is_union(run, member)) {
        const Object *items = model_object(model, alias_arguments(run, member));
        for (uint32_t i = 0; i < items->slot_count; i++)
            if (!add_member(run, list, items->slots[i]))
                return false;
        return true;
    }
    if (member == model->none)
        member = model->types[TYPE_NONE];
    bool contains;
    if (!object_contains(run, list, member, &contains))
        return false;
    if (!contains)
        list_append(model, list, member);
    return true;
}

ObjectId union_create(Run *run, ObjectId left, ObjectId right)
{
    Model *model = run->model;
    if (!can_be_in_union(run, left) || !can_be_in_union(run, right) ||
        (left == model->none && right == model->none))
        return model->not_implemented;
    uint32_t mark = hand_mark(model);
    ObjectId list = list_create(model, 0);
    if (!add_member(run, list, left) || !add_member(run, list, right))
        return 0;
    const Object *members = model_object(model, list);
    ObjectId made = members->slots[0];
    if (members->slot_count > 1) {
        ObjectId tuple = tuple_from(model, members->slots, members->slot_count);
        made = native_create(run, native_type(run, &type_union), &tuple, 1);
    }
    return hand_return(model, mark, made);
}

static const Native alias_methods[] = {
    SLOT_ROWS_COMPARE,
    {"__call__", alias_call, 0, -1, NULL, NATIVE_RAW},
    {"__getitem__", alias_getitem, 1, 1, NULL, NATIVE_SLOT},
    {"__hash__", alias_hash, 0, 0, NULL, NATIVE_SLOT},
    {"__iter__", alias_iter, 0, 0, NULL, NATIVE_SLOT},
    {"__or__", alias_or, 1, 1, NULL, NATIVE_SLOT},
    {"__repr__", alias_repr, 0, 0, NULL, NATIVE_SLOT},
    {"__ror__", alias_ror, 1, 1, NULL, NATIVE_SLOT},
    SLOT_ROW_END,
};

static const NativeAttribute alias_attributes[] = {
    {"__args__", alias_arguments, NULL, true},
    {"__origin__", get_origin, NULL, true},
    {"__parameters__", get_no_parameters, NULL, false},
    {"", NULL, NULL, false},
};

const NativeType type_generic_alias = {.name = "types.GenericAlias",
                                       .flags = NATIVE_GC,
                                       .sizes = {64, 0, 0, 0, 0, 80},
                                       .methods = alias_methods,
                                       .attributes = alias_attributes,
                                       .compare = alias_compare,
                                       .since = 9};

static const Native union_methods[] = {
    SLOT_ROWS_COMPARE,
    {"__hash__", union_hash, 0, 0, NULL, NATIVE_SLOT},
    {"__or__", alias_or, 1, 1, NULL, NATIVE_SLOT},
    {"__repr__", union_repr, 0, 0, NULL, NATIVE_SLOT},
    {"__ror__", alias_ror, 1, 1, NULL, NATIVE_SLOT},
    SLOT_ROW_END,
};

static const NativeAttribute union_attributes[] = {
    {"__args__", alias_arguments, NULL, true},
    {"__parameters__", get_no_parameters, NULL, false},
    {"", NULL, NULL, false},
};

const NativeType type_union = {.name = "types.UnionType",
                               .flags = NATIVE_GC,
                               .sizes = {48},
                               .methods = union_methods,
                               .attributes = union_attributes,
                               .compare = union_compare,
                               .since = 10};
