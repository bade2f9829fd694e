/* import: Lib/importlib/_bootstrap.py as far as a program can see it. Modules that heapstep has
 * natively are made before the program starts, so that importing one changes nothing but names.
 */
#include <string.h>

#include "base/memory.h"
#include "run/interpreter.h"
#include "run/native_type.h"
#include "run/stdlib_names.h"

static TextPayload *module_payload(Slice name)
{
    TextPayload *text = memory_allocate(sizeof *text + name.length + 1);
    text->length = text->byte_length = (uint32_t)name.length;
    text->width = 1;
    text->ascii = true;
    memcpy(text->bytes, name.bytes, name.length);
    return text;
}

static void set_name(Run *run, ObjectId dict, const char *name, ObjectId value)
{
    dict_set_str(run->model, dict, model_intern(run->model, slice_of(name)), value);
}

ObjectId module_create(Run *run, Slice name)
{
    Model *model = run->model;
    ObjectId module =
        object_create(model, KIND_MODULE, model->types[TYPE_MODULE], run->profile->sizes.module,
                      OBJECT_GC, (Payload){.text = module_payload(name)});
    ObjectId dict = dict_create(model);
    reference_set_dict(model, module, dict);
    set_name(run, dict, "__name__", model_intern(model, name));
    set_name(run, dict, "__doc__", model->none);
    set_name(run, dict, "__package__", model->none);
    set_name(run, dict, "__loader__", model->none);
    set_name(run, dict, "__spec__", model->none);
    collector_track(model, module);
    return module;
}

/* The module from sys.modules; 0: not imported yet. */
static ObjectId find_imported(Run *run, Slice name)
{
    return dict_get_str(run->model, run->modules, model_intern(run->model, name));
}

static ObjectId make_native(Run *run, const NativeModule *native)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId module = module_create(run, slice_of(native->name));
    ObjectId dict = model_object(model, module)->dict;
    if (native->functions)
        startup_add_functions(run, dict, native->functions, module);
    native_types_make(run, dict, native->types);
    if (native->fill && !native->fill(run, dict))
        return 0;
    set_name(run, run->modules, native->name, module);
    return hand_return(model, mark, module);
}

static ObjectId load(Run *run, Slice name)
{
    ObjectId module = find_imported(run, name);
    if (module)
        return module;
    const NativeModule *native = module_find(name);
    if (native)
        return make_native(run, native);
    if (stdlib_has(name))
        return raise_unsupported(run, "heapstep has no module '%.*s'", SLICE(name));
    raise_error(run, EXC_ModuleNotFoundError, "No module named '%.*s'", SLICE(name));
    ObjectId exception = exception_raised(run);
    if (exception)
        reference_set(run->model, exception, EXCEPTION_SLOT_NAME,
                      model_intern(run->model, name));
    return 0;
}

static Slice top_package(Slice name)
{
    const char *dot = memchr(name.bytes, '.', name.length);
    return dot ? (Slice){name.bytes, (size_t)(dot - name.bytes)} : name;
}

ObjectId import_name(Run *run, ObjectId name, ObjectId fromlist, int64_t level)
{
    Slice text = name_slice(run, name), top = top_package(text);
    if (level > 0)
        return raise_error(run, EXC_ImportError,
                           "attempted relative import with no known parent package");
    ObjectId package = load(run, top);
    if (!package || top.length == text.length)
        return package;
    ObjectId module = load(run, text);
    return !module || fromlist != run->model->none ? module : package;
}

static bool is_private(Slice name)
{
    return name.length > 0 && name.bytes[0] == '_';
}

static bool star_all(Run *run, const Activation *activation, ObjectId module, ObjectId all)
{
    ObjectId list = iterate_list(run, all);
    for (uint32_t i = 0; list && i < model_object(run->model, list)->slot_count; i++) {
        ObjectId name = model_object(run->model, list)->slots[i];
        ObjectId value = attribute_get(run, module, name);
        if (!value)
            return false;
        dict_set_str(run->model, activation->locals, name, value);
    }
    return list;
}

bool import_star(Run *run, Activation *activation, ObjectId module)
{
    Model *model = run->model;
    bool found = false, fine = true;
    ObjectId all =
        attribute_find(run, module, model_intern(model, slice_of("__all__")), &found);
    if (found)
        fine = star_all(run, activation, module, all);
    ObjectId dict = model_object(model, module)->dict;
    for (uint32_t i = 0; !found && dict && i < dict_entry_end(model, dict); i++) {
        ObjectId name = dict_key(model, dict, i);
        if (name && !is_private(name_slice(run, name)))
            dict_set_str(model, activation->locals, name, dict_value(model, dict, i));
    }
    if (fine)
        stack_pop(run, activation);
    return fine;
}

/* --- before the program starts --- */

static bool prepare_name(Run *run, Slice name)
{
    const NativeModule *native = module_find(name);
    return !native || find_imported(run, name) || make_native(run, native);
}

static bool prepare_code(Run *run, const Program *program, const Code *code)
{
    for (uint32_t i = 0; i < code->instruction_count; i++) {
        const Instruction *instruction = &code->instructions[i];
        if (instruction->op != OP_IMPORT_NAME)
            continue;
        Slice name = program->consts[code->names[instruction->arg]].text;
        if (!prepare_name(run, top_package(name)) || !prepare_name(run, name))
            return false;
    }
    return true;
}

bool import_prepare(Run *run, const Program *program)
{
    for (uint32_t i = 0; i < program->code_count; i++)
        if (!prepare_code(run, program, program->codes[i]))
            return false;
    return true;
}
