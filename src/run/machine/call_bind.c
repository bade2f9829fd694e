/* Sorting the arguments of a call into a function's parameters: Python/ceval.c,
 * initialize_locals. */
#include <string.h>

#include "run/errors/suggestion.h"
#include "run/interpreter.h"

/* One call being bound. Parameters stand as in co_varnames: positional, keyword-only, *args,
 * **kwargs. */
typedef struct Binding {
    Run *run;
    ObjectId function;
    const Code *code;
    const Arguments *arguments;
    const CodeInfo *info;
    ObjectId *locals;
} Binding;

uint32_t bind_count(const Code *code)
{
    return code->argument_count + code->keyword_only_count +
           (code->flags & CODE_VARARGS ? 1 : 0) + (code->flags & CODE_VARKEYWORDS ? 1 : 0);
}

static uint32_t named_count(const Code *code)
{
    return code->argument_count + code->keyword_only_count;
}

static ObjectId function_slot(const Binding *binding, uint32_t slot)
{
    return model_object(binding->run->model, binding->function)->slots[slot];
}

/* The function as messages name it: as its code was written, from 3.10 on by __qualname__. */
static Slice function_name(const Binding *binding)
{
    if (binding->run->profile->minor < 10)
        return binding->code->name;
    return str_slice(binding->run->model, function_slot(binding, FUNCTION_SLOT_QUALNAME));
}

static Slice parameter_name(const Binding *binding, uint32_t index)
{
    return str_slice(binding->run->model, binding->info->locals[index]);
}

static uint32_t default_count(const Binding *binding)
{
    ObjectId defaults = function_slot(binding, FUNCTION_SLOT_DEFAULTS);
    return defaults ? model_object(binding->run->model, defaults)->slot_count : 0;
}

/* --- what can be wrong --- */

/* too_many_positional */
static bool raise_too_many(const Binding *binding)
{
    const Code *code = binding->code;
    uint32_t most = code->argument_count, least = most - default_count(binding);
    uint32_t keyword_only = 0;
    for (uint32_t i = most; i < named_count(code); i++)
        keyword_only += binding->locals[i] != 0;
    Text takes = {0}, given = {0};
    if (least != most)
        text_append_format(&takes, "from %u to ", least);
    text_append_format(&takes, "%u positional argument%s", most,
                       most == 1 && least == most ? "" : "s");
    text_append_format(&given, "%u", binding->arguments->count);
    if (keyword_only)
        text_append_format(&given, " positional argument%s (and %u keyword-only argument%s)",
                           binding->arguments->count == 1 ? "" : "s", keyword_only,
                           keyword_only == 1 ? "" : "s");
    bool one = binding->arguments->count == 1 && !keyword_only;
    raise_error(binding->run, EXC_TypeError, "%.*s() takes %s but %s %s given",
                SLICE(function_name(binding)), text_string(&takes), text_string(&given),
                one ? "was" : "were");
    text_done(&takes);
    text_done(&given);
    return false;
}

/* 'a', 'b', and 'c' */
static void write_missing(const Binding *binding, uint32_t first, uint32_t end, uint32_t count,
                          Text *ret_text)
{
    uint32_t written = 0;
    for (uint32_t i = first; i < end; i++) {
        if (binding->locals[i])
            continue;
        if (written)
            text_append_string(ret_text, written + 1 < count ? ", "
                                         : count > 2         ? ", and "
                                                             : " and ");
        text_append_format(ret_text, "'%.*s'", SLICE(parameter_name(binding, i)));
        written++;
    }
}

/* missing_arguments; true where nothing is missing in [first, end). */
static bool check_missing(const Binding *binding, uint32_t first, uint32_t end,
                          const char *kind)
{
    uint32_t count = 0;
    for (uint32_t i = first; i < end; i++)
        count += binding->locals[i] == 0;
    if (!count)
        return true;
    Text names = {0};
    write_missing(binding, first, end, count, &names);
    raise_error(binding->run, EXC_TypeError, "%.*s() missing %u required %s argument%s: %s",
                SLICE(function_name(binding)), count, kind, count == 1 ? "" : "s",
                text_string(&names));
    text_done(&names);
    return false;
}

/* positional_only_passed_as_keyword; true where none was. */
static bool check_positional_only(const Binding *binding)
{
    const Arguments *arguments = binding->arguments;
    Text names = {0};
    for (uint32_t p = 0; p < binding->code->positional_only_count; p++)
        for (uint32_t i = 0; i < arguments->name_count; i++) {
            ObjectId name = model_object(binding->run->model, arguments->names)->slots[i];
            if (model_kind(binding->run->model, name) != KIND_STR)
                continue;
            if (slice_equal(parameter_name(binding, p), str_slice(binding->run->model, name)))
                text_append_format(&names, "%s%.*s", names.length ? ", " : "",
                                   SLICE(parameter_name(binding, p)));
        }
    if (names.length)
        raise_error(
            binding->run, EXC_TypeError,
            "%.*s() got some positional-only arguments passed as keyword arguments: '%s'",
            SLICE(function_name(binding)), text_string(&names));
    bool none = !names.length;
    text_done(&names);
    return none;
}

/* --- the steps --- */

static void place_positional(const Binding *binding)
{
    uint32_t given = binding->arguments->count, most = binding->code->argument_count;
    uint32_t placed = given < most ? given : most;
    copy_ids(binding->locals, binding->arguments->values, placed);
    if (!(binding->code->flags & CODE_VARARGS))
        return;
    uint32_t rest = given - placed;
    Model *model = binding->run->model;
    binding->locals[named_count(binding->code)] =
        rest ? tuple_from(model, binding->arguments->values + placed, rest)
             : model->empty_tuple;
}

/* The parameter that a keyword names, -1 where there is none. */
static int find_parameter(const Binding *binding, ObjectId name)
{
    Slice text = str_slice(binding->run->model, name);
    for (uint32_t i = binding->code->positional_only_count; i < named_count(binding->code); i++)
        if (binding->info->locals[i] == name || slice_equal(parameter_name(binding, i), text))
            return (int)i;
    return -1;
}

/* A keyword that no parameter has; since 3.13 with one that was probably meant. */
static bool raise_unexpected(const Binding *binding, ObjectId name)
{
    Run *run = binding->run;
    uint32_t first = binding->code->positional_only_count;
    ObjectId meant = run->profile->minor < 13
                         ? 0
                         : suggestion_of(run, binding->info->locals + first,
                                         named_count(binding->code) - first, name);
    Slice shown = meant ? str_slice(run->model, meant) : slice_of("");
    return raise_error(run, EXC_TypeError,
                       "%.*s() got an unexpected keyword argument '%.*s'%s%.*s%s",
                       SLICE(function_name(binding)), SLICE(str_slice(run->model, name)),
                       meant ? ". Did you mean '" : "", SLICE(shown), meant ? "'?" : "");
}

static bool place_keyword(const Binding *binding, ObjectId name, ObjectId value,
                          ObjectId kwargs)
{
    Run *run = binding->run;
    if (model_kind(run->model, name) != KIND_STR)
        return raise_error(run, EXC_TypeError, "%.*s() keywords must be strings",
                           SLICE(function_name(binding)));
    int index = find_parameter(binding, name);
    Slice function = function_name(binding), keyword = str_slice(run->model, name);
    if (index < 0 && kwargs) {
        dict_set_str(run->model, kwargs, name, value);
        return true;
    }
    if (index < 0)
        return check_positional_only(binding) && raise_unexpected(binding, name);
    if (binding->locals[index])
        return raise_error(run, EXC_TypeError, "%.*s() got multiple values for argument '%.*s'",
                           SLICE(function), SLICE(keyword));
    binding->locals[index] = value;
    return true;
}

static bool place_keywords(const Binding *binding)
{
    const Arguments *arguments = binding->arguments;
    Model *model = binding->run->model;
    ObjectId kwargs = 0;
    if (binding->code->flags & CODE_VARKEYWORDS) {
        kwargs = dict_create(model);
        binding->locals[bind_count(binding->code) - 1] = kwargs;
    }
    for (uint32_t i = 0; i < arguments->name_count; i++)
        if (!place_keyword(binding, model_object(model, arguments->names)->slots[i],
                           arguments->values[arguments->count + i], kwargs))
            return false;
    return true;
}

static bool place_defaults(const Binding *binding)
{
    uint32_t count = default_count(binding), most = binding->code->argument_count;
    if (!check_missing(binding, 0, most - count, "positional"))
        return false;
    const Model *model = binding->run->model;
    ObjectId defaults = function_slot(binding, FUNCTION_SLOT_DEFAULTS);
    for (uint32_t i = 0; i < count; i++)
        if (!binding->locals[most - count + i])
            binding->locals[most - count + i] = model_object(model, defaults)->slots[i];
    return true;
}

static bool place_keyword_defaults(const Binding *binding)
{
    const Model *model = binding->run->model;
    ObjectId defaults = function_slot(binding, FUNCTION_SLOT_KWDEFAULTS);
    uint32_t first = binding->code->argument_count, end = named_count(binding->code);
    for (uint32_t i = first; defaults && i < end; i++)
        if (!binding->locals[i])
            binding->locals[i] = dict_get_str(model, defaults, binding->info->locals[i]);
    return check_missing(binding, first, end, "keyword-only");
}

bool bind_arguments(Run *run, ObjectId function, const Code *code, const Arguments *arguments,
                    ObjectId *ret_locals)
{
    Binding binding = {run, function, code, arguments, consts_find(run, code), ret_locals};
    memset(ret_locals, 0, bind_count(code) * sizeof *ret_locals);
    place_positional(&binding);
    if (!place_keywords(&binding))
        return false;
    if (arguments->count > code->argument_count && !(code->flags & CODE_VARARGS))
        return raise_too_many(&binding);
    return place_defaults(&binding) && place_keyword_defaults(&binding);
}
