/* Instructions on names: namespaces, cells, unbound locals. */
#include "run/machine/eval.h"

/* --- looking up --- */

/* The value of a name in a namespace dict, 0 where it is missing. The place where it was last
 * found by this instruction is tried first: what is there names itself. */
static inline ObjectId find_hinted(const Model *model, ObjectId dict, ObjectId name,
                                   uint32_t *hint)
{
    const Object *row = model_object(model, dict);
    uint32_t guess = 2 * *hint;
    if (guess < row->slot_count && row->slots[guess] == name)
        return row->slots[guess + 1];
    int64_t entry = dict_find_str(model, dict, name);
    if (entry < 0)
        return 0;
    *hint = (uint32_t)entry;
    return row->slots[2 * entry + 1];
}

static uint32_t *hint_of(const Activation *activation)
{
    return &activation->info->hints[activation->pc - 1];
}

/* Built-in names of CPython that heapstep lacks end the run where they are reached. */
static bool is_lacking_builtin(Slice name)
{
    static const char *const names[] = {
        "exec", "eval", "compile", "open", "breakpoint", "help", "aiter", "anext"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_is(name, names[i]))
            return true;
    return false;
}

static bool push_or_name_error(Run *run, const Activation *activation, ObjectId value,
                               ObjectId name)
{
    if (!value && is_lacking_builtin(name_slice(run, name)))
        return raise_unsupported(run, "heapstep has no built-in '%.*s'",
                                 SLICE(name_slice(run, name)));
    if (!value)
        return raise_name_error(run, "name '%.*s' is not defined", name, EXC_NameError);
    stack_push(run, activation, value);
    return true;
}

/* Globals, then built-ins. */
static ObjectId find_global(Run *run, const Activation *activation, ObjectId name)
{
    const Model *model = run->model;
    ObjectId value = find_hinted(model, activation->globals, name, hint_of(activation));
    return value ? value : dict_get_str(model, run->builtins, name);
}

bool load_global(Run *run, Activation *activation, uint32_t index)
{
    ObjectId name = activation->info->names[index];
    return push_or_name_error(run, activation, find_global(run, activation, name), name);
}

bool load_name(Run *run, Activation *activation, uint32_t index)
{
    ObjectId name = activation->info->names[index];
    ObjectId value = 0;
    if (activation->locals != activation->globals)
        value = dict_get_str(run->model, activation->locals, name);
    if (!value)
        value = find_global(run, activation, name);
    return push_or_name_error(run, activation, value, name);
}

bool store_name(Run *run, Activation *activation, ObjectId namespace, uint32_t index)
{
    ObjectId name = activation->info->names[index];
    /* A metaclass's __prepare__ may give a dict of its own. */
    if (namespace == activation->globals || object_is_exact(run->model, namespace, TYPE_DICT))
        dict_set_str(run->model, namespace, name, stack_at(activation, 1));
    else if (!subscript_set(run, namespace, name, stack_at(activation, 1)))
        return false;
    stack_pop(run, activation);
    return true;
}

bool delete_name(Run *run, Activation *activation, ObjectId namespace, uint32_t index)
{
    ObjectId name = activation->info->names[index];
    int64_t entry = dict_find_str(run->model, namespace, name);
    if (entry < 0)
        return raise_name_error(run, "name '%.*s' is not defined", name, EXC_NameError);
    dict_delete(run->model, namespace, (uint32_t)entry);
    return true;
}

bool raise_unbound_local(Run *run, const Activation *activation, uint32_t index)
{
    const char *format =
        run->profile->minor >= 11
            ? "cannot access local variable '%.*s' where it is not associated with a value"
            : "local variable '%.*s' referenced before assignment";
    return raise_name_error(run, format, activation->info->locals[index],
                            EXC_UnboundLocalError);
}

/* --- cells --- */

static ObjectId cell_at(const Activation *activation, uint32_t index)
{
    return activation->row->slots[FRAME_SLOT_COUNT + index];
}

void make_cell(Run *run, Activation *activation, uint32_t index)
{
    Model *model = run->model;
    ObjectId cell = cell_create(run, cell_at(activation, index));
    reference_set(model, activation->frame, FRAME_SLOT_COUNT + index, cell);
}

void copy_free_vars(Run *run, Activation *activation, uint32_t count)
{
    const Model *model = run->model;
    ObjectId closure = model_object(model, activation->function)->slots[FUNCTION_SLOT_CLOSURE];
    uint32_t first = FRAME_SLOT_COUNT + activation->code->local_count - count;
    for (uint32_t i = 0; i < count; i++)
        reference_set(run->model, activation->frame, first + i,
                      model_object(model, closure)->slots[i]);
}

/* format_exc_unbound */
static bool raise_unbound_cell(Run *run, const Activation *activation, uint32_t index)
{
    const Code *code = activation->code;
    if (index < code->local_count - code->free_count)
        return raise_unbound_local(run, activation, index);
    const char *format =
        run->profile->minor >= 11
            ? "cannot access free variable '%.*s' where it is not associated "
              "with a value in enclosing scope"
            : "free variable '%.*s' referenced before assignment in enclosing scope";
    return raise_name_error(run, format, activation->info->locals[index], EXC_NameError);
}

bool load_deref(Run *run, Activation *activation, uint32_t index)
{
    ObjectId value = model_object(run->model, cell_at(activation, index))->slots[0];
    if (!value)
        return raise_unbound_cell(run, activation, index);
    stack_push(run, activation, value);
    return true;
}

bool delete_deref(Run *run, Activation *activation, uint32_t index)
{
    ObjectId cell = cell_at(activation, index);
    if (!model_object(run->model, cell)->slots[0])
        return raise_unbound_cell(run, activation, index);
    reference_set(run->model, cell, 0, 0);
    return true;
}

bool load_class_deref(Run *run, Activation *activation, uint32_t index)
{
    ObjectId name = activation->info->locals[index];
    ObjectId value = dict_get_str(run->model, activation->locals, name);
    if (!value)
        return load_deref(run, activation, index);
    stack_push(run, activation, value);
    return true;
}
