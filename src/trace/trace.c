#include "trace/trace.h"

#include <stdlib.h>

#include "trace/build.h"

static int compare_owners(const void *a, const void *b)
{
    const Code *x = ((const CodeOwner *)a)->code, *y = ((const CodeOwner *)b)->code;
    return x < y ? -1 : x > y;
}

/* Only lookups use the order, so that it may differ from run to run. */
static void index_codes(Trace *trace)
{
    for (uint32_t i = 0; i < trace->program_count; i++)
        trace->owner_count += trace->programs[i]->code_count;
    CodeOwner *owners = region_allocate(&trace->region, trace->owner_count * sizeof *owners);
    uint32_t count = 0;
    for (uint32_t i = 0; i < trace->program_count; i++)
        for (uint32_t j = 0; j < trace->programs[i]->code_count; j++)
            owners[count++] = (CodeOwner){trace->programs[i]->codes[j], trace->programs[i]};
    if (count)
        qsort(owners, count, sizeof *owners, compare_owners);
    trace->owners = owners;
}

Trace *trace_create(const Model *model, const State *start, const Source *source,
                    Program *const *programs, uint32_t program_count)
{
    Region region = {0};
    Trace *trace = region_allocate(&region, sizeof *trace);
    *trace = (Trace){.region = region,
                     .model = model,
                     .start = start,
                     .source = source,
                     .programs = programs,
                     .program_count = program_count,
                     .object_end = model->state.object_end};
    index_codes(trace);
    build_trace(trace);
    return trace;
}

void trace_destroy(Trace *trace)
{
    if (!trace)
        return;
    free(trace->steps);
    free(trace->calls);
    free(trace->collections);
    Region region = trace->region; /* the trace itself lies in it */
    region_done(&region);
}

static const CodeOwner *find_owner(const Trace *trace, const Code *code)
{
    CodeOwner key = {code, NULL};
    return bsearch(&key, trace->owners, trace->owner_count, sizeof *trace->owners,
                   compare_owners);
}

const Program *trace_program(const Trace *trace, const Code *code)
{
    const CodeOwner *owner = code ? find_owner(trace, code) : NULL;
    return owner ? owner->program : NULL;
}

const Source *trace_source(const Trace *trace, const Code *code)
{
    const Program *program = trace_program(trace, code);
    return program ? program->source : NULL;
}

Slice trace_file(const Source *source)
{
    Slice name = slice_of(source->name);
    size_t start = name.length;
    while (start && name.bytes[start - 1] != '/')
        start--;
    if (start && slice_is((Slice){name.bytes + start, name.length - start}, "__init__.py"))
        for (start--; start && name.bytes[start - 1] != '/';)
            start--;
    return (Slice){name.bytes + start, name.length - start};
}

bool trace_is_library(const Trace *trace, const Code *code)
{
    const CodeOwner *owner = code ? find_owner(trace, code) : NULL;
    return owner && owner->program->is_library;
}

Slice trace_const_text(const Trace *trace, const Code *code, uint32_t index)
{
    const CodeOwner *owner = find_owner(trace, code);
    return owner ? owner->program->consts[index].text : (Slice){"?", 1};
}

uint32_t trace_step_at(const Trace *trace, uint32_t change)
{
    uint32_t low = 0, high = trace->step_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (trace->steps[middle].change <= change)
            low = middle;
        else
            high = middle;
    }
    return low;
}

const Collection *trace_collection_at(const Trace *trace, uint32_t change)
{
    uint32_t low = 0, high = trace->collection_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (trace->collections[middle].last < change)
            low = middle + 1;
        else
            high = middle;
    }
    bool runs = low < trace->collection_count && trace->collections[low].first < change;
    return runs ? &trace->collections[low] : NULL;
}

uint32_t trace_number(const Trace *trace, ObjectId id)
{
    return id < trace->object_end ? trace->lives[id].number : 0;
}

uint32_t trace_root_cause(const Trace *trace, uint32_t change)
{
    for (;;) {
        uint32_t cause = trace_change(trace, change)->cause;
        if (cause == CHANGE_NONE)
            return change;
        change = cause;
    }
}

bool trace_is_drawable(const State *state, ObjectId id)
{
    const Object *object = state_object(state, id);
    ObjectKind kind = (ObjectKind)(object->kind ? object->kind : object->was);
    switch (kind) {
    case KIND_FREE:
    case KIND_CODE:
    case KIND_KEYS:
    case KIND_HOLDER:
    case KIND_MODULE:
    case KIND_BUILTIN:
    case KIND_DESCRIPTOR:
    case KIND_COUNT:
        return false;
    case KIND_TYPE: /* the library's are as the built-in ones */
        return object->flags & OBJECT_HEAP_TYPE && !(object->flags & OBJECT_STARTUP);
    case KIND_FUNCTION:
    case KIND_CELL: /* what importing leaves (import.c) */
        return !(object->flags & OBJECT_STARTUP);
    case KIND_NONE:
    case KIND_NOTIMPLEMENTED:
    case KIND_ELLIPSIS:
    case KIND_OBJECT:
    case KIND_BOOL:
    case KIND_INT:
    case KIND_FLOAT:
    case KIND_COMPLEX:
    case KIND_STR:
    case KIND_BYTES:
    case KIND_BYTEARRAY:
    case KIND_TUPLE:
    case KIND_LIST:
    case KIND_DICT:
    case KIND_SET:
    case KIND_FROZENSET:
    case KIND_RANGE:
    case KIND_SLICE:
    case KIND_INSTANCE:
    case KIND_METHOD:
    case KIND_FRAME:
    case KIND_GENERATOR:
    case KIND_ITERATOR:
    case KIND_EXCEPTION:
    case KIND_TRACEBACK:
    case KIND_PROPERTY:
    case KIND_STATICMETHOD:
    case KIND_WEAKREF:
    case KIND_SUPER:
    case KIND_NATIVE:
        return true;
    }
    return false;
}
