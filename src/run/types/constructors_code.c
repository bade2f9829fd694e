/* types.FunctionType, types.ModuleType and types.CellType called: Objects/funcobject.c,
 * Objects/moduleobject.c, Objects/cellobject.c. */
#include "run/types/constructors_code.h"

#include "run/interpreter.h"

static const Code *code_of(const Run *run, ObjectId object)
{
    return model_payload(run->model, object).code;
}

uint32_t code_free_count(Run *run, ObjectId code)
{
    return code_of(run, code)->free_count;
}

/* --- function --- */

enum {
    PART_CODE,
    PART_GLOBALS,
    PART_NAME,
    PART_DEFAULTS,
    PART_CLOSURE,
    PART_KWDEFAULTS,
    PARTS
};

static bool is_part(const Run *run, ObjectId part, ObjectKind kind)
{
    return !part || part == run->model->none || model_kind(run->model, part) == kind;
}

static bool check_optional(Run *run, const ObjectId *parts)
{
    static const struct {
        int part;
        ObjectKind kind;
        const char *text;
    } rows[] = {{PART_NAME, KIND_STR, "arg 3 (name) must be None or string"},
                {PART_DEFAULTS, KIND_TUPLE, "arg 4 (defaults) must be None or tuple"},
                {PART_CLOSURE, KIND_TUPLE, "arg 5 (closure) must be None or tuple"},
                {PART_KWDEFAULTS, KIND_DICT, "arg 6 (kwdefaults) must be None or dict"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (!is_part(run, parts[rows[i].part], rows[i].kind))
            return raise_error(run, EXC_TypeError, "%s", rows[i].text);
    return true;
}

static bool check_closure(Run *run, ObjectId code, ObjectId closure)
{
    const Model *model = run->model;
    bool given = closure && closure != model->none;
    uint32_t wanted = code_free_count(run, code);
    if (!given && wanted)
        return raise_error(run, EXC_TypeError, "arg 5 (closure) must be tuple");
    const Object *cells = given ? model_object(model, closure) : NULL;
    if (given && cells->slot_count != wanted)
        return raise_error(run, EXC_ValueError, "%.*s requires closure of length %u, not %u",
                           SLICE(code_of(run, code)->name), wanted, cells->slot_count);
    for (uint32_t i = 0; given && i < wanted; i++)
        if (model_kind(model, cells->slots[i]) != KIND_CELL)
            return raise_error(run, EXC_TypeError, "arg 5 (closure) expected cell, found %.*s",
                               SLICE(model_type_name(model, cells->slots[i])));
    return true;
}

/* By the name of the parameter since 3.8 (Argument Clinic), and by its number before. */
static bool check_kind(Run *run, const char *name, int place, ObjectId value, ObjectKind kind,
                       const char *wanted)
{
    if (model_kind(run->model, value) == kind)
        return true;
    Text parameter = {0};
    if (run->profile->minor < 8)
        text_append_format(&parameter, "%d", place);
    else
        text_append_format(&parameter, "'%s'", name);
    raise_error(run, EXC_TypeError, "function() argument %s must be %s, not %.*s",
                text_string(&parameter), wanted, SLICE(model_type_name(run->model, value)));
    text_done(&parameter);
    return false;
}

ObjectId construct_function(Run *run, const Arguments *arguments)
{
    static const char *const names[] = {"code",    "globals",    "name", "argdefs",
                                        "closure", "kwdefaults", ""};
    static const char *const names_of_12[] = {"code",    "globals", "name",
                                              "argdefs", "closure", ""};
    bool has_kwdefaults = run->profile->minor >= 13;
    const Native form = {.name = "function",
                         .least = 2,
                         .most = has_kwdefaults ? PARTS : PART_KWDEFAULTS,
                         .keywords = has_kwdefaults ? names : names_of_12,
                         .style = NATIVE_PARSE};
    static const uint32_t slots[PARTS] = {[PART_NAME] = FUNCTION_SLOT_NAME,
                                          [PART_DEFAULTS] = FUNCTION_SLOT_DEFAULTS,
                                          [PART_CLOSURE] = FUNCTION_SLOT_CLOSURE,
                                          [PART_KWDEFAULTS] = FUNCTION_SLOT_KWDEFAULTS};
    ObjectId parts[PARTS] = {0};
    if (!arguments_sort(run, &form, 0, arguments, parts) ||
        !check_kind(run, "code", 1, parts[PART_CODE], KIND_CODE, "code") ||
        !check_kind(run, "globals", 2, parts[PART_GLOBALS], KIND_DICT, "dict") ||
        !check_optional(run, parts) ||
        !check_closure(run, parts[PART_CODE], parts[PART_CLOSURE]))
        return 0;
    ObjectId function = function_create(run, parts[PART_CODE], parts[PART_GLOBALS]);
    for (int i = PART_NAME; i < PARTS; i++)
        if (parts[i] && parts[i] != run->model->none)
            reference_set(run->model, function, slots[i], parts[i]);
    return function;
}

/* --- module --- */

ObjectId construct_module(Run *run, const Arguments *arguments)
{
    static const char *const names[] = {"name", "doc", ""};
    static const Native form = {
        .name = "module", .least = 1, .most = 2, .keywords = names, .style = NATIVE_PARSE};
    Model *model = run->model;
    ObjectId parts[2];
    if (!arguments_sort(run, &form, 0, arguments, parts))
        return 0;
    if (model_kind(model, parts[0]) != KIND_STR)
        return raise_error(run, EXC_TypeError, "module%s argument %s must be str, not %.*s",
                           run->profile->minor < 7 ? ".__init__()" : "()",
                           run->profile->minor < 8 ? "1" : "'name'",
                           SLICE(model_type_name(model, parts[0])));
    ObjectId module = module_create(run, name_slice(run, parts[0]));
    object_set_field(model, module, FIELD_B, MODULE_OF_PROGRAM);
    if (parts[1])
        dict_set_str(model, model_object(model, module)->dict,
                     model_intern(model, slice_of("__doc__")), parts[1]);
    return module;
}

/* --- cell --- */

ObjectId construct_cell(Run *run, const Arguments *arguments)
{
    if (run->profile->minor < 8)
        return raise_error(run, EXC_TypeError, "cannot create 'cell' instances");
    if (!argument_no_keywords(run, arguments, "cell") ||
        !argument_count(run, arguments, 0, "cell", 0, 1))
        return 0;
    return cell_create(run, arguments->count ? arguments->values[0] : 0);
}
