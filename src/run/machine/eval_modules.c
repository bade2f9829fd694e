/* Instructions that import, annotate, and print at the prompt. */
#include "run/builtins/stream.h"
#include "run/machine/eval.h"

bool load_builtin(Run *run, Activation *activation, const char *name)
{
    ObjectId value =
        dict_get_str(run->model, run->builtins, model_intern(run->model, slice_of(name)));
    if (!value)
        return raise_error(run, EXC_NameError, "%s not found", name);
    stack_push(run, activation, value);
    return true;
}

/* builtins.__import__, where it is not the interpreter's own. False: there is none. */
static bool find_import(Run *run, ObjectId *ret_own)
{
    const Model *model = run->model;
    int64_t entry = dict_find_text(model, run->builtins, slice_of("__import__"));
    if (entry < 0)
        return raise_error(run, EXC_ImportError, "__import__ not found") != 0;
    ObjectId function = dict_value(model, run->builtins, (uint32_t)entry);
    *ret_own = model_kind(model, function) == KIND_BUILTIN ? 0 : function;
    return true;
}

bool import_name_op(Run *run, Activation *activation, uint32_t index)
{
    const Model *model = run->model;
    ObjectId level = stack_at(activation, 2), fromlist = stack_at(activation, 1);
    ObjectId name = activation->info->names[index], globals = activation->globals, own = 0;
    if (!find_import(run, &own))
        return false;
    ObjectId locals = activation->locals ? activation->locals : model->none;
    ObjectId arguments[] = {name, globals, locals, fromlist, level};
    ObjectId module = own ? call_object(run, own, arguments, 5)
                          : import_name(run, globals, name, fromlist, int_value(model, level));
    if (!module)
        return false;
    stack_replace(run, activation, 2, module);
    return true;
}

bool import_from_op(Run *run, Activation *activation, uint32_t index)
{
    ObjectId module = stack_at(activation, 1), name = activation->info->names[index];
    bool found = false;
    ObjectId value = attribute_find(run, module, name, &found);
    if (!found && !raised(run))
        value = import_missing_name(run, module, name);
    if (!value)
        return false;
    stack_push_result(run, activation, value);
    return true;
}

bool setup_annotations(Run *run, Activation *activation)
{
    Model *model = run->model;
    ObjectId name = model_intern(model, slice_of("__annotations__"));
    if (dict_find_str(model, activation->locals, name) < 0)
        dict_set_str(model, activation->locals, name, dict_create(model));
    return true;
}

/* sys_displayhook: the name _ lets go of what was shown before. */
bool display_value(Run *run, ObjectId value)
{
    Model *model = run->model;
    if (value == model->none)
        return true;
    ObjectId name = model_intern(model, slice_of("_"));
    dict_set_str(model, run->builtins, name, model->none);
    ObjectId file = stream_current(run, STREAM_OUT);
    if (!file || file == model->none)
        return raise_error(run, EXC_RuntimeError, "lost sys.stdout") != 0;
    Text text = {0};
    bool fine = repr_write(run, value, &text);
    text_append_char(&text, '\n');
    fine = fine && stream_write(run, file, text_slice(&text));
    text_done(&text);
    if (fine)
        dict_set_str(model, run->builtins, name, value);
    return fine;
}

/* Calls sys.displayhook where the program has put its own there. */
bool print_expr(Run *run, Activation *activation)
{
    ObjectId value = stack_at(activation, 1);
    ObjectId hook = stream_hook(run, "displayhook");
    bool fine = hook ? call_object(run, hook, &value, 1) != 0 : display_value(run, value);
    if (fine)
        stack_pop(run, activation);
    return fine;
}
