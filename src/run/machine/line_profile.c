#include "run/machine/line_profile.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/memory.h"
#include "run/types/slots.h"

/* One line of the function. */
typedef struct LineRecord {
    int64_t increment; /* bytes that it added, all times together */
    int64_t memory;    /* the most that there were after it */
    uint32_t count;
} LineRecord;

/* A call of the function that has not ended, and the line that it is at. */
typedef struct LineCall {
    ObjectId frame;
    uint32_t line;
} LineCall;

struct LineProfile {
    LineProfile *outer; /* one profiled function calls another */
    const Code *code;
    const Source *source;
    uint32_t line_count; /* from code->first_line on */
    LineRecord *lines;
    uint32_t line_before; /* the line that was measured last; 0: none */
    LineCall *calls;
    size_t call_count, call_capacity;
};

/* --- measuring: memory_profiler's CodeMap.trace and LineProfiler.trace_memory_usage --- */

static LineRecord *record_of(const LineProfile *profile, uint32_t line)
{
    uint32_t index = line - profile->code->first_line;
    return index < profile->line_count ? &profile->lines[index] : NULL;
}

static void measure(Run *run, LineProfile *profile, uint32_t line)
{
    LineRecord *record = record_of(profile, line);
    const LineRecord *before =
        profile->line_before ? record_of(profile, profile->line_before) : NULL;
    int64_t memory = (int64_t)model_register(run->model, REGISTER_BYTES);
    profile->line_before = line;
    if (!record)
        return;
    record->increment += memory - (before ? before->memory : 0);
    if (!record->count || memory > record->memory)
        record->memory = memory;
    record->count++;
}

void line_profile_statement(Run *run, const Activation *activation)
{
    LineProfile *profile = run->line_profile;
    if (activation->code != profile->code)
        return;
    uint32_t line = code_line_at(activation->code, activation->pc - 1);
    size_t count = profile->call_count;
    if (!count || profile->calls[count - 1].frame != activation->frame) {
        profile->calls = list_reserve(profile->calls, &profile->call_capacity, count + 1,
                                      sizeof *profile->calls);
        profile->calls[profile->call_count++] =
            (LineCall){activation->frame, profile->code->first_line};
    }
    LineCall *call = &profile->calls[profile->call_count - 1];
    measure(run, profile, call->line);
    call->line = line;
}

void line_profile_leave(Run *run, const Activation *activation)
{
    LineProfile *profile = run->line_profile;
    size_t count = profile->call_count;
    if (!count || profile->calls[count - 1].frame != activation->frame)
        return;
    profile->call_count--;
    measure(run, profile, profile->calls[count - 1].line);
}

/* --- the lines of a function: inspect.getblock --- */

static bool is_blank(Slice line, size_t *ret_indent)
{
    *ret_indent = 0;
    while (*ret_indent < line.length &&
           (line.bytes[*ret_indent] == ' ' || line.bytes[*ret_indent] == '\t'))
        ++*ret_indent;
    return *ret_indent == line.length || line.bytes[*ret_indent] == '#';
}

/* From its first decorator to its last line that is no comment. */
static uint32_t count_lines(const Source *source, const Code *code)
{
    size_t own = 0, indent, last = code->first_line;
    bool header = true; /* decorators and def */
    is_blank(source_line(source, code->first_line), &own);
    for (size_t line = code->first_line; line <= source->line_count; line++) {
        Slice text = source_line(source, line);
        if (is_blank(text, &indent))
            continue;
        if (!header && indent <= own && text.bytes[indent] != ')')
            break;
        if (header && text.bytes[indent] != '@')
            header = false;
        last = line;
    }
    return (uint32_t)last - code->first_line + 1;
}

/* --- _memory_profiler --- */

static ObjectId profiler_start(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    ObjectId function = arguments->values[0];
    if (model_kind(model, function) == KIND_METHOD)
        function = model_object(model, function)->slots[0];
    if (model_kind(model, function) != KIND_FUNCTION)
        return raise_error(run, EXC_TypeError, "memory_profiler needs a function, not '%s'",
                           type_string(run, function));
    ObjectId code = model_object(model, function)->slots[FUNCTION_SLOT_CODE];
    LineProfile *profile = memory_allocate(sizeof *profile);
    *profile =
        (LineProfile){.outer = run->line_profile, .code = model_payload(model, code).code};
    profile->source = consts_find(run, profile->code)->source;
    profile->line_count = count_lines(profile->source, profile->code);
    profile->lines = memory_allocate(profile->line_count * sizeof *profile->lines);
    memset(profile->lines, 0, profile->line_count * sizeof *profile->lines);
    run->line_profile = profile;
    return model->none;
}

static void destroy_profile(LineProfile *profile)
{
    free(profile->lines);
    free(profile->calls);
    free(profile);
}

void line_profile_done(Run *run)
{
    while (run->line_profile) {
        LineProfile *outer = run->line_profile->outer;
        destroy_profile(run->line_profile);
        run->line_profile = outer;
    }
}

/* (line number, text, increment, memory, count) */
static ObjectId line_tuple(Run *run, const LineProfile *profile, uint32_t index)
{
    Model *model = run->model;
    uint32_t line = profile->code->first_line + index;
    const LineRecord *record = &profile->lines[index];
    ObjectId values[] = {int_from(model, line),
                         str_from(model, source_line(profile->source, line)),
                         int_from(model, record->increment), int_from(model, record->memory),
                         int_from(model, record->count)};
    return tuple_from(model, values, 5);
}

/* The lines of the profile that was started last, which is over now. */
static ObjectId profiler_stop(Run *run, const Arguments *arguments)
{
    (void)arguments;
    Model *model = run->model;
    LineProfile *profile = run->line_profile;
    ObjectId list = list_from(model, NULL, 0, LIST_FILL_EXACT);
    if (!profile)
        return list;
    run->line_profile = profile->outer;
    for (uint32_t i = 0; i < profile->line_count; i++) {
        uint32_t mark = hand_mark(model);
        list_append(model, list, line_tuple(run, profile, i));
        hand_release(model, mark);
    }
    destroy_profile(profile);
    return list;
}

static const Native functions[] = {
    {"start", profiler_start, 1, 1, NULL, NATIVE_O},
    {"stop", profiler_stop, 0, 0, NULL, NATIVE_NOARGS},
    SLOT_ROW_END,
};

const NativeModule module_memory_profiler = {"_memory_profiler", functions, NULL, NULL};
