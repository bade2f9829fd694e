/* import: Lib/importlib/_bootstrap.py as far as a program can see it. Modules that heapstep has
 * natively are made before the program starts, so that importing one changes nothing but names.
 */
#include <string.h>

#include "base/memory.h"
#include "model/collector.h"
#include "run/modules/import_source.h"
#include "run/modules/stdlib_names.h"
#include "run/types/native_type.h"

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

ObjectId import_find_imported(Run *run, Slice name)
{
    return dict_get_str(run->model, run->modules, model_intern(run->model, name));
}

/* Those in sys.builtin_module_names, and those that CPython's own start has imported. */
bool import_is_built_in(Slice name)
{
    static const char *const names[] = {"abc",       "builtins", "gc",  "io",
                                        "itertools", "os",       "sys", "time"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_is(name, names[i]))
            return true;
    return name.length && name.bytes[0] == '_' && module_find(name);
}

static bool make_native(Run *run, const NativeModule *native)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    bool was_apart = model->apart;
    model->apart = true;
    ObjectId module = module_create(run, slice_of(native->name));
    ObjectId dict = model_object(model, module)->dict;
    if (native->functions)
        startup_add_functions(run, dict, native->functions, module);
    native_types_make(run, dict, native->types);
    bool fine = !native->fill || native->fill(run, dict);
    if (fine)
        set_name(run, run->modules, native->name, module);
    hand_release(model, mark);
    model->apart = was_apart;
    return fine;
}

/* Modules that came later than 3.6. */
static bool is_too_new(const Run *run, Slice name)
{
    static const struct {
        const char *name;
        int since;
    } rows[] = {{"dataclasses", 7},
                {"contextvars", 7},
                {"graphlib", 9},
                {"zoneinfo", 9},
                {"tomllib", 11}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (slice_is(name, rows[i].name))
            return run->profile->minor < rows[i].since;
    return false;
}

bool import_beside(const Run *run, Slice name, ModuleFile *ret_file)
{
    return !import_is_built_in(name) && module_file_find(run, MODULE_BESIDE, name, ret_file) &&
           (ret_file->source || !stdlib_has(name) || is_too_new(run, name));
}

bool import_library(Run *run, Slice name)
{
    ModuleFile file;
    const NativeModule *native = module_find(name);
    if (import_find_imported(run, name))
        return true;
    if (native)
        return make_native(run, native);
    if (is_too_new(run, name) || !module_file_find(run, MODULE_LIBRARY, name, &file))
        return true;
    uint32_t mark = hand_mark(run->model);
    bool fine = module_run_file(run, MODULE_LIBRARY, name, file);
    hand_release(run->model, mark);
    return fine;
}

/* --- finding --- */

static ObjectId raise_not_found(Run *run, Slice name, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
static ObjectId raise_not_found(Run *run, Slice name, const char *format, ...)
{
    Text message = {0};
    va_list list;
    va_start(list, format);
    text_append_format_list(&message, format, list);
    va_end(list);
    raise_error(run, EXC_ModuleNotFoundError, "%s", text_string(&message));
    text_done(&message);
    ObjectId exception = exception_raised(run);
    if (exception)
        reference_set(run->model, exception, EXCEPTION_SLOT_NAME,
                      model_intern(run->model, name));
    return 0;
}

static bool is_in_library(const Run *run)
{
    return run->top && run->top->info->is_library;
}

/* A module that has not been imported yet. */
static ObjectId load_new(Run *run, Slice name)
{
    ModuleFile file;
    if (!is_in_library(run) && import_beside(run, name, &file))
        return module_run_file(run, MODULE_BESIDE, name, file);
    if (!import_library(run, name))
        return 0;
    ObjectId module = import_find_imported(run, name);
    if (module)
        return module;
    if (stdlib_has(name) && !is_too_new(run, name))
        return raise_unsupported(run, "heapstep has no module '%.*s'", SLICE(name));
    return raise_not_found(run, name, "No module named '%.*s'", SLICE(name));
}

/* The name behind the last dot. */
static Slice last_part(Slice name)
{
    const char *dot = memrchr(name.bytes, '.', name.length);
    if (!dot)
        return name;
    return (Slice){dot + 1, (size_t)(name.bytes + name.length - dot) - 1};
}

static bool is_package(Run *run, ObjectId module)
{
    ObjectId dict = model_object(run->model, module)->dict;
    return dict &&
           dict_get_str(run->model, dict, model_intern(run->model, slice_of("__path__")));
}

/* A submodule of the library is there before the program imports it; with that it becomes an
 * attribute of its package. */
static bool bind_prepared(Run *run, ObjectId parent, Slice name, ObjectId module)
{
    Model *model = run->model;
    ObjectId attribute = model_intern(model, last_part(name));
    ObjectId dict = model_object(model, parent)->dict;
    return is_in_library(run) || dict_get_str(model, dict, attribute) ||
           attribute_set(run, parent, attribute, module);
}

/* --- what importing costs --- */

void import_set_known(Run *run, Slice name)
{
    for (uint32_t i = 0; i < run->profile->import_count; i++)
        if (slice_is(name, run->profile->imports[i].name))
            run->imported[i] = true;
}

/* Loading runs Python code: a collection that is due waits for no more than its next call. */
static void allocate(Model *model)
{
    collector_allocated(model);
    if (model->collection_due)
        collector_run_due(model);
}

/* Classes that a module of the library makes and deletes: objects that only refer to each
 * other. They are the interpreter's, and no picture shows them. */
static void leave_garbage(Run *run, uint32_t count)
{
    uint32_t mark = hand_mark(run->model);
    ObjectId first = 0, last = 0;
    run->model->makes_own = true;
    for (uint32_t i = 0; i < count; i++) {
        last = cell_create(run, last);
        first = first ? first : last;
    }
    run->model->makes_own = false;
    if (first)
        reference_set(run->model, first, 0, last);
    hand_release(run->model, mark);
}

static void pay(Run *run, uint32_t index)
{
    const ProfileImport *import = &run->profile->imports[index];
    if (run->imported[index])
        return;
    run->imported[index] = true;
    for (uint32_t i = 0; i < import->need_count; i++)
        pay(run, import->needs[i]);
    uint32_t containers = import->containers[run->options->start];
    uint32_t garbage = import->garbage < containers ? import->garbage : containers;
    leave_garbage(run, garbage);
    for (uint32_t i = garbage; i < containers; i++)
        allocate(run->model);
}

/* The library is there before the program starts. What loading a module of it allocates where
 * CPython's start has not imported it, is counted at the program's first import, and the
 * collector watches the module. */
static void pay_for(Run *run, Slice name, ObjectId module)
{
    if (!run->model->started)
        return;
    for (uint32_t i = 0; i < run->profile->import_count; i++) {
        if (run->imported[i] || !slice_is(name, run->profile->imports[i].name))
            continue;
        collector_track(run->model, module);
        pay(run, i);
    }
}

/* _find_and_load_unlocked: a module in a package becomes an attribute of it. */
static ObjectId load(Run *run, Slice name, ObjectId parent)
{
    ObjectId module = import_find_imported(run, name);
    if (module)
        pay_for(run, name, module);
    if (module)
        return !parent || bind_prepared(run, parent, name, module) ? module : 0;
    if (parent && !is_package(run, parent)) {
        Slice above = import_package_of(name, false);
        return raise_not_found(run, name, "No module named '%.*s'; '%.*s' is not a package",
                               SLICE(name), SLICE(above));
    }
    module = load_new(run, name);
    if (!module || !parent)
        return module;
    ObjectId attribute = model_intern(run->model, last_part(name));
    return attribute_set(run, parent, attribute, module) ? module : 0;
}

/* _gcd_import: a, then a.b, then a.b.c. */
static ObjectId load_all(Run *run, Slice name)
{
    ObjectId module = 0;
    for (size_t end = 1; end <= name.length; end++) {
        if (end < name.length && name.bytes[end] != '.')
            continue;
        module = load(run, (Slice){name.bytes, end}, module);
        if (!module)
            return 0;
    }
    return module;
}

/* --- packages --- */

static ObjectId global_value(Run *run, ObjectId globals, const char *name)
{
    return dict_get_str(run->model, globals, model_intern(run->model, slice_of(name)));
}

/* _calc___package__; empty where there is none. */
static Slice current_package(Run *run, ObjectId globals)
{
    Model *model = run->model;
    ObjectId package = global_value(run, globals, "__package__");
    ObjectId name = global_value(run, globals, "__name__");
    if (package && model_kind(model, package) == KIND_STR)
        return str_slice(model, package);
    if (!name || model_kind(model, name) != KIND_STR)
        return (Slice){"", 0};
    return import_package_of(str_slice(model, name),
                             global_value(run, globals, "__path__") != 0);
}

/* _resolve_name: the whole name of `name` behind `level` dots, appended. */
static bool resolve(Run *run, ObjectId globals, Slice name, int64_t level, Text *ret_name)
{
    Slice package = current_package(run, globals);
    ObjectId own = global_value(run, globals, "__name__");
    if (!package.length && run->profile->minor == 6 && own &&
        model_kind(run->model, own) == KIND_STR)
        package = name_slice(run, own); /* a module without a package was its own */
    if (!package.length)
        return raise_error(run, EXC_ImportError,
                           "attempted relative import with no known parent package");
    for (; level > 1 && package.length; level--)
        package = import_package_of(package, false);
    if (!package.length)
        return raise_error(run, run->profile->minor >= 9 ? EXC_ImportError : EXC_ValueError,
                           "attempted relative import beyond top-level package");
    text_append_format(ret_name, "%.*s%s%.*s", SLICE(package), name.length ? "." : "",
                       SLICE(name));
    return true;
}

/* One name of _handle_fromlist: a module in the package, if it is no attribute. */
static bool load_from(Run *run, ObjectId module, Slice package, ObjectId name)
{
    bool found = false;
    attribute_find(run, module, name, &found);
    if (found || raised(run))
        return !raised(run);
    Text whole = {0};
    text_append_format(&whole, "%.*s.%.*s", SLICE(package), SLICE(name_slice(run, name)));
    bool fine = load(run, text_slice(&whole), module);
    if (!fine && raised_is(run, EXC_ModuleNotFoundError)) {
        ObjectId missing =
            model_object(run->model, exception_raised(run))->slots[EXCEPTION_SLOT_NAME];
        if (missing && slice_equal(name_slice(run, missing), text_slice(&whole))) {
            raise_clear(run);
            fine = true;
        }
    }
    text_done(&whole);
    return fine;
}

static bool raise_no_str(Run *run, ObjectId item, Slice package, bool of_all)
{
    if (of_all)
        return raise_error(run, EXC_TypeError, "Item in %.*s.__all__ must be str, not %s",
                           SLICE(package), type_string(run, item));
    return raise_error(run, EXC_TypeError, "Item in ``from list'' must be str, not %s",
                       type_string(run, item));
}

/* `of_all`: the names are the module's __all__, for a star. */
static bool handle_fromlist(Run *run, ObjectId module, Slice package, ObjectId names,
                            bool of_all)
{
    Model *model = run->model;
    if (!is_package(run, module))
        return true;
    ObjectKind kind = model_kind(model, names);
    if (kind != KIND_TUPLE && kind != KIND_LIST)
        names = iterate_list(run, names);
    for (uint32_t i = 0; names && i < model_object(model, names)->slot_count; i++) {
        ObjectId name = model_object(model, names)->slots[i];
        bool found = false;
        if (model_kind(model, name) != KIND_STR)
            return raise_no_str(run, name, package, of_all);
        if (!slice_is(name_slice(run, name), "*")) {
            if (!load_from(run, module, package, name))
                return false;
            continue;
        }
        ObjectId all =
            attribute_find(run, module, model_intern(model, slice_of("__all__")), &found);
        if (found && !of_all && !handle_fromlist(run, module, package, all, true))
            return false;
    }
    return names;
}

/* Without a list of names: the module that `name` begins with. */
static ObjectId front_of(Run *run, Slice name, Slice whole, ObjectId module)
{
    const char *dot = memchr(name.bytes, '.', name.length);
    size_t rest = dot ? name.length - (size_t)(dot - name.bytes) : 0;
    ObjectId front = import_find_imported(run, (Slice){whole.bytes, whole.length - rest});
    return dot && front ? front : module;
}

ObjectId import_name(Run *run, ObjectId globals, ObjectId name, ObjectId fromlist,
                     int64_t level)
{
    Text whole = {0};
    Slice text = name_slice(run, name);
    if (level > 0 && !resolve(run, globals, text, level, &whole))
        return 0;
    if (level == 0)
        text_append_slice(&whole, text);
    ObjectId module = load_all(run, text_slice(&whole));
    if (module && fromlist == run->model->none)
        module = front_of(run, text, text_slice(&whole), module);
    else if (module && !handle_fromlist(run, module, text_slice(&whole), fromlist, false))
        module = 0;
    text_done(&whole);
    return module;
}

/* --- names --- */

static ObjectId module_value(Run *run, ObjectId module, const char *name)
{
    bool found = false;
    ObjectId value =
        attribute_find(run, module, model_intern(run->model, slice_of(name)), &found);
    if (!found)
        raise_clear(run);
    return found && model_kind(run->model, value) == KIND_STR ? value : 0;
}

/* import_from's message. */
static ObjectId raise_no_name(Run *run, ObjectId module, ObjectId name)
{
    ObjectId from = module_value(run, module, "__name__");
    ObjectId file = module_value(run, module, "__file__");
    Text message = {0};
    text_append_format(&message, "cannot import name '%.*s'", SLICE(name_slice(run, name)));
    bool partial = run->profile->minor >= 8 && module_is_initializing(run, module);
    if (run->profile->minor >= 7) {
        Slice shown = from ? name_slice(run, from) : slice_of("<unknown module name>");
        Slice path = file ? name_slice(run, file) : slice_of("unknown location");
        text_append_format(&message, " from %s'%.*s' %s(%.*s)",
                           partial ? "partially initialized module " : "", SLICE(shown),
                           partial ? "(most likely due to a circular import) " : "",
                           SLICE(path));
    }
    raise_error(run, EXC_ImportError, "%s", text_string(&message));
    text_done(&message);
    ObjectId exception = exception_raised(run);
    if (exception && from && run->profile->minor >= 7)
        reference_set(run->model, exception, EXCEPTION_SLOT_NAME, from);
    return 0;
}

ObjectId import_missing_name(Run *run, ObjectId module, ObjectId name)
{
    ObjectId from = module_value(run, module, "__name__"), found = 0;
    if (from) {
        Text whole = {0};
        text_append_format(&whole, "%.*s.%.*s", SLICE(name_slice(run, from)),
                           SLICE(name_slice(run, name)));
        found = import_find_imported(run, text_slice(&whole));
        text_done(&whole);
    }
    return found ? found : raise_no_name(run, module, name);
}
