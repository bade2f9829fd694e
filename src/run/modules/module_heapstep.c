/* _heapstep: what the library's Python text needs of the interpreter and programs do not get.
 */
#include "base/memory.h"
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

static const Native functions[] = {
    {"define", heapstep_define, 3, 3, NULL, NATIVE_VARARGS},
    {.name = ""},
};
const NativeModule module_heapstep = {"_heapstep", functions, NULL, NULL};
