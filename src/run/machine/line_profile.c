#include "run/machine/line_profile.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/memory.h"
#include "lang/line_step.h"
#include "lang/opcode.h"
#include "run/types/slots.h"

/* One line of the function. */
typedef struct LineRecord {
    int64_t increment; /* bytes that it added, all times together */
    int64_t memory;    /* the most that there were after it */
    uint32_t count;
} LineRecord;

/* A frame of the function or of one that it defines, that runs or is suspended. */
typedef struct LineFrame {
    ObjectId frame;
    uint32_t line;      /* that it is at */
    bool runs;          /* not suspended */
    uint32_t last_line; /* that it has begun; 0: none yet */
    uint32_t at;        /* its last instruction */
    uint32_t raised_at; /* that its last handler is for */
} LineFrame;

struct LineProfile {
    LineProfile *outer; /* one profiled function calls another */
    const Code *code;
    const Source *source;
    uint32_t line_count; /* from code->first_line on */
    LineRecord *lines;
    uint32_t line_before; /* the line that was measured last; 0: none */
    const Code **codes;   /* it, and what it defines */
    size_t code_count, code_capacity;
    LineFrame *frames;
    size_t frame_count, frame_capacity;
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

static bool is_profiled(const LineProfile *profile, const Code *code)
{
    for (size_t i = 0; i < profile->code_count; i++)
        if (profile->codes[i] == code)
            return true;
    return false;
}

static LineFrame *frame_of(const LineProfile *profile, ObjectId frame)
{
    for (size_t i = profile->frame_count; i > 0; i--)
        if (profile->frames[i - 1].frame == frame)
            return &profile->frames[i - 1];
    return NULL;
}

/* What a trace function is told as a call: the frame begins, or goes on after a yield. */
static LineFrame *enter(LineProfile *profile, const Activation *activation)
{
    LineFrame *entered = frame_of(profile, activation->frame);
    if (!entered) {
        profile->frames = list_reserve(profile->frames, &profile->frame_capacity,
                                       profile->frame_count + 1, sizeof *profile->frames);
        entered = &profile->frames[profile->frame_count++];
        *entered =
            (LineFrame){.frame = activation->frame, .line = activation->code->first_line};
    }
    entered->runs = true;
    return entered;
}

static void measure_instruction(Run *run, LineProfile *profile, const Activation *activation)
{
    const Code *code = activation->code;
    LineFrame *frame = enter(profile, activation);
    LineStep step = {code,
                     run->profile->minor,
                     frame->at,
                     activation->pc - 1,
                     frame->last_line,
                     frame->raised_at};
    if (line_step_enters_handler(&step))
        frame->raised_at = frame->at;
    frame->at = step.after;
    bool begins = line_step_begins_line(&step);
    frame->last_line = begins ? code_line_at(code, step.after) : step.last_line;
    if (!begins)
        return;
    measure(run, profile, frame->line);
    frame->line = frame->last_line;
}

void line_profile_instruction(Run *run, const Activation *activation)
{
    for (LineProfile *profile = run->line_profile; profile; profile = profile->outer)
        if (is_profiled(profile, activation->code))
            measure_instruction(run, profile, activation);
}

static void measure_leave(Run *run, LineProfile *profile, const Activation *activation,
                          FrameEnd end)
{
    LineFrame *frame = frame_of(profile, activation->frame);
    if (!frame || !frame->runs)
        return;
    frame->runs = false;
    if (activation->code->instructions[frame->at].op != OP_RETURN_GENERATOR)
        measure(run, profile, frame->line);
    if (end < FRAME_YIELDS)
        *frame = profile->frames[--profile->frame_count];
}

void line_profile_leave(Run *run, const Activation *activation, FrameEnd end)
{
    if (end == FRAME_STEPS_ASIDE)
        return;
    for (LineProfile *profile = run->line_profile; profile; profile = profile->outer)
        measure_leave(run, profile, activation, end);
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

static void add_code(const Run *run, LineProfile *profile, const Code *code)
{
    const CodeInfo *info = consts_find(run, code);
    profile->codes = list_reserve(profile->codes, &profile->code_capacity,
                                  profile->code_count + 1, sizeof *profile->codes);
    profile->codes[profile->code_count++] = code;
    for (uint32_t i = 0; i < code->const_count; i++)
        if (model_kind(run->model, info->consts[i]) == KIND_CODE)
            add_code(run, profile, model_payload(run->model, info->consts[i]).code);
}

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
    add_code(run, profile, profile->code);
    run->line_profile = profile;
    return model->none;
}

static void destroy_profile(LineProfile *profile)
{
    free(profile->lines);
    free(profile->codes);
    free(profile->frames);
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
