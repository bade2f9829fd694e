/* Modules written in Python: their files become programs, which run once
 * (Lib/importlib/_bootstrap_external.py). */
#include "run/modules/import_source.h"

#include <string.h>

#include "base/memory.h"

bool module_file_find(const Run *run, ModulePlace place, Slice name, ModuleFile *ret_file)
{
    const RunOptions *options = run->options;
    ModuleFile file = {0};
    if (options->find_module)
        file.source =
            options->find_module(options->find_context, place, name, &file.is_package);
    if (!file.source && !file.is_package)
        return false;
    *ret_file = file;
    return true;
}

/* --- from a text to a program --- */

static bool raise_syntax(Run *run, const Source *source, const SyntaxProblem *problem)
{
    Model *model = run->model;
    ExceptionName type = EXC_SyntaxError;
    if (strcmp(problem->type, "IndentationError") == 0)
        type = EXC_IndentationError;
    else if (strcmp(problem->type, "TabError") == 0)
        type = EXC_TabError;
    Text line = {0};
    text_append_slice(&line, source_line(source, problem->start.line));
    text_append_char(&line, '\n');
    ObjectId place[] = {str_from_string(model, source->name),
                        int_from(model, (int64_t)problem->start.line),
                        int_from(model, (int64_t)problem->start.column),
                        str_of_text(run, &line),
                        int_from(model, (int64_t)problem->end.line),
                        int_from(model, (int64_t)problem->end.column)};
    uint32_t count = run->profile->minor >= 10 ? 6 : 4;
    ObjectId arguments[] = {str_from_string(model, problem->message),
                            tuple_from(model, place, count)};
    return raise_object(run, exception_create(run, run->exceptions[type], arguments, 2));
}

static Program *compile_text(Run *run, const Source *source)
{
    Program *program = NULL;
    SyntaxProblem problem = {0};
    Diagnostics hidden = {0};
    Span whole = {0, source->length};
    LangStatus status =
        lang_compile(source, whole, LANG_SCRIPT, run->profile, &program, &problem, &hidden);
    diagnostics_done(&hidden);
    if (status == LANG_OK) {
        run_add_program(run, program);
        return program;
    }
    if (status == LANG_SYNTAX_ERROR) {
        raise_syntax(run, source, &problem);
        return NULL;
    }
    if (run->diagnostics)
        lang_compile(source, whole, LANG_SCRIPT, run->profile, &program, &problem,
                     run->diagnostics);
    run_stop(run, RUN_UNSUPPORTED, "the module %s uses what heapstep does not support",
             source->name);
    return NULL;
}

/* --- running it --- */

static void set_name(Run *run, ObjectId dict, const char *name, ObjectId value)
{
    dict_set_str(run->model, dict, model_intern(run->model, slice_of(name)), value);
}

Slice import_package_of(Slice name, bool is_package)
{
    size_t length = name.length;
    while (!is_package && length > 0 && name.bytes[length - 1] != '.')
        length--;
    return (Slice){name.bytes, length && !is_package ? length - 1 : length};
}

static void set_path(Run *run, ObjectId dict, Slice name, ModuleFile file)
{
    Model *model = run->model;
    Slice path = file.source ? slice_of(file.source->name) : name;
    const char *slash = memrchr(path.bytes, '/', path.length);
    if (slash)
        path.length = (size_t)(slash - path.bytes);
    ObjectId folder = str_from(model, path);
    set_name(run, dict, "__path__", list_from(model, &folder, 1, LIST_FILL_EXACT));
}

static void set_names(Run *run, ObjectId dict, Slice name, ModuleFile file)
{
    Model *model = run->model;
    set_name(run, dict, "__package__",
             model_intern(model, import_package_of(name, file.is_package)));
    if (file.is_package)
        set_path(run, dict, name, file);
    if (file.source) {
        set_name(run, dict, "__file__", str_from_string(model, file.source->name));
        set_name(run, dict, "__cached__", model->none);
    } else if (run->profile->minor >= 7) {
        set_name(run, dict, "__file__", model->none);
    }
    set_name(run, dict, "__builtins__",
             dict_get_str(model, run->modules, model_intern(model, slice_of("builtins"))));
}

bool module_is_initializing(const Run *run, ObjectId module)
{
    return model_kind(run->model, module) == KIND_MODULE && model_object(run->model, module)->a;
}

bool module_run_text(Run *run, const Source *source, ObjectId globals, ObjectId locals,
                     bool is_library)
{
    Program *program = compile_text(run, source);
    if (!program)
        return false;
    program->is_library = is_library;
    run->loads_library = is_library;
    const CodeInfo *info = consts_materialise(run, program, false);
    run->loads_library = false;
    if (!frame_enter_module(run, info, globals, locals))
        return false;
    bool fine = evaluate(run) != 0;
    frame_left_module(run);
    return fine;
}

static void forget(Run *run, ObjectId name)
{
    int64_t entry = dict_find_str(run->model, run->modules, name);
    if (entry >= 0)
        dict_delete(run->model, run->modules, (uint32_t)entry);
}

static ObjectId run_module(Run *run, Slice name, ModuleFile file, bool is_library)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId module = module_create(run, name);
    ObjectId key = model_intern(model, name);
    ObjectId dict = model_object(model, module)->dict;
    set_names(run, dict, name, file);
    dict_set_str(model, run->modules, key, module);
    object_set_field(model, module, FIELD_A, 1);
    if (file.source && !module_run_text(run, file.source, dict, dict, is_library)) {
        forget(run, key);
        return 0;
    }
    object_set_field(model, module, FIELD_A, 0);
    return hand_return(model, mark, module);
}

ObjectId module_run_file(Run *run, ModulePlace place, Slice name, ModuleFile file)
{
    if (place == MODULE_BESIDE)
        return run_module(run, name, file, false);
    bool was_apart = run->model->apart;
    uint64_t statements = run->statements;
    run->model->apart = true;
    ObjectId module = run_module(run, name, file, true);
    run->model->apart = was_apart;
    run->statements = statements;
    return module;
}
