/* _heapstep: what the library's Python text needs of the interpreter and programs do not get.
 */
#include "base/memory.h"
#include "run/errors/traceback.h"
#include "run/modules/import_source.h"

static const Source *keep_text(Run *run, Slice text)
{
    RunResult *result = run->result;
    result->texts =
        memory_resize(result->texts, (result->text_count + 1) * sizeof *result->texts);
    Source *source = source_create("<string>", text.bytes, text.length);
    result->texts[result->text_count++] = source;
    return source;
}

/* define(text, globals, locals): carries out definitions, as exec does in CPython's library
 * (dataclasses, namedtuple). */
static ObjectId heapstep_define(Run *run, const Arguments *arguments)
{
    const ObjectId *values = arguments->values;
    const Source *source = keep_text(run, str_slice(run->model, values[0]));
    bool fine = module_run_text(run, source, values[1], values[2], true);
    return fine ? run->model->none : 0;
}

/* --- for the module traceback --- */

/* exception_text(e, chain): what print_exc prints. */
static ObjectId heapstep_exception_text(Run *run, const Arguments *arguments)
{
    Text text = {0};
    bool chain;
    if (!object_truth(run, arguments->values[1], &chain))
        return 0;
    (chain ? traceback_write_as : traceback_write_alone)(run, arguments->values[0],
                                                         TRACEBACK_MODULE, &text);
    return str_of_text(run, &text);
}

/* value_text(e): its last line, or lines; notes_text(e): its notes. */
static ObjectId heapstep_value_text(Run *run, const Arguments *arguments)
{
    Text text = {0};
    traceback_write_value(run, arguments->values[0], TRACEBACK_MODULE, &text);
    return str_of_text(run, &text);
}
static ObjectId heapstep_notes_text(Run *run, const Arguments *arguments)
{
    Text text = {0};
    if (run->profile->minor >= 11)
        traceback_write_notes(run, arguments->values[0], &text);
    return str_of_text(run, &text);
}

/* entry_text(traceback): the lines of one entry; None for one of the library's. */
static ObjectId heapstep_entry_text(Run *run, const Arguments *arguments)
{
    if (traceback_is_hidden(run, arguments->values[0]))
        return run->model->none;
    Text text = {0};
    traceback_write_entry(run, arguments->values[0], &text);
    return str_of_text(run, &text);
}

/* is_library(frame): is it one of this folder's? */
static ObjectId heapstep_is_library(Run *run, const Arguments *arguments)
{
    const Code *code = model_payload(run->model, arguments->values[0]).code;
    return bool_from(run->model, consts_find(run, code)->is_library);
}

/* source_line(file, number): '' where there is none. */
static ObjectId heapstep_source_line(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    const Source *source = traceback_find_source(run, str_slice(model, arguments->values[0]));
    int64_t number = int_value(model, arguments->values[1]);
    Slice line = source && number > 0 ? source_line(source, (uint32_t)number) : slice_of("");
    return str_from(model, line);
}

static const Native functions[] = {
    {"exception_text", heapstep_exception_text, 2, 2, NULL, NATIVE_VARARGS},
    {"value_text", heapstep_value_text, 1, 1, NULL, NATIVE_O},
    {"notes_text", heapstep_notes_text, 1, 1, NULL, NATIVE_O},
    {"entry_text", heapstep_entry_text, 1, 1, NULL, NATIVE_O},
    {"is_library", heapstep_is_library, 1, 1, NULL, NATIVE_O},
    {"source_line", heapstep_source_line, 2, 2, NULL, NATIVE_VARARGS},
    {"define", heapstep_define, 3, 3, NULL, NATIVE_VARARGS},
    {.name = ""},
};
const NativeModule module_heapstep = {"_heapstep", functions, NULL, NULL};
