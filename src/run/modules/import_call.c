/* __import__(): PyImport_ImportModuleLevelObject of Python/import.c. */
#include "run/builtins/tables.h"
#include "run/interpreter.h"
#include "run/values/objects.h"

enum { ARG_NAME, ARG_GLOBALS, ARG_LOCALS, ARG_FROMLIST, ARG_LEVEL, ARG_COUNT };

/* What a name behind dots is relative to. */
static bool check_globals(Run *run, ObjectId globals)
{
    const Model *model = run->model;
    if (!globals)
        return raise_with(run, EXC_KeyError,
                          str_from_string(run->model, "'__name__' not in globals"));
    if (model_kind(model, globals) != KIND_DICT)
        return raise_error(run, EXC_TypeError, "globals must be a dict");
    ObjectId package =
        dict_get_str(model, globals, model_intern(run->model, slice_of("__package__")));
    if (!package || package == model->none)
        package = dict_get_str(model, globals, model_intern(run->model, slice_of("__name__")));
    return package || check_globals(run, 0);
}

static bool check_name(Run *run, ObjectId name)
{
    if (model_kind(run->model, name) == KIND_STR)
        return true;
    if (run->profile->minor >= 11)
        return raise_error(run, EXC_TypeError, "module name must be a string");
    return raise_error(run, EXC_TypeError, "__import__() argument 1 must be str, not %s",
                       type_string(run, name));
}

/* The names to import; None where there are none. 0: raised. */
static ObjectId names_of(Run *run, ObjectId fromlist)
{
    bool some = false;
    if (fromlist && !object_truth(run, fromlist, &some))
        return 0;
    return some ? fromlist : run->model->none;
}

static ObjectId builtin_import(Run *run, const Arguments *arguments)
{
    ObjectId name = arguments->values[ARG_NAME];
    ObjectId globals = argument_at(arguments, ARG_GLOBALS);
    ObjectId number = argument_at(arguments, ARG_LEVEL);
    int64_t level = 0;
    if (!check_name(run, name) || (number && !argument_c_int(run, number, &level)))
        return 0;
    if (level < 0)
        return raise_error(run, EXC_ValueError, "level must be >= 0");
    if (level > 0 && !check_globals(run, globals))
        return 0;
    if (level == 0 && !name_slice(run, name).length)
        return raise_error(run, EXC_ValueError, "Empty module name");
    ObjectId names = names_of(run, argument_at(arguments, ARG_FROMLIST));
    return names ? import_name(run, globals, name, names, level) : 0;
}

static const char *const keywords[] = {"name", "globals", "locals", "fromlist", "level", ""};

const Native builtins_import[] = {
    {"__import__", builtin_import, 1, ARG_COUNT, keywords, NATIVE_PARSE},
    {"", NULL, 0, 0, NULL, NATIVE_RAW},
};
