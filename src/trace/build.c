#include "trace/build.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/memory.h"
#include "model/containers.h"
#include "trace/numbers.h"

/* The statement that a frame is in: instructions from `start` on. */
typedef struct Active {
    ObjectId frame;
    uint32_t start;  /* instruction; UINT32_MAX: none yet */
    uint32_t call;   /* index in calls; UINT32_MAX: not listed (module, class body, library) */
    bool is_library; /* of the library: stepping passes over it */
    bool is_touched; /* its names may have changed since the last step */
} Active;

typedef struct Build {
    Trace *trace;
    Cursor cursor; /* its state goes along */
    size_t step_capacity, call_capacity, collection_capacity;
    Active *active; /* the frames on the stack, the running one last */
    size_t active_count, active_capacity;
    ObjectId last_frame; /* executed the newest instruction */
    uint32_t last_start; /* the start of its statement */
    uint32_t births, deaths;
    uint32_t dying; /* deaths that have begun and are not over: __del__ may run meanwhile */
    uint8_t collected;
    Numbers numbers;
    bool *is_root; /* by id, of what was there before the program */
    ObjectId *roots;
    size_t root_count, root_capacity;
} Build;

static const Code *code_of(const Build *build, ObjectId frame)
{
    return frame ? model_payload(build->trace->model, frame).code : NULL;
}

static bool is_module_frame(const Build *build, ObjectId frame)
{
    const Code *code = code_of(build, frame);
    return code && code->index == 0;
}

/* --- whose names may have changed --- */

static Active *active_frame(Build *build, ObjectId frame)
{
    for (size_t i = build->active_count; i-- > 0;)
        if (build->active[i].frame == frame)
            return &build->active[i];
    return NULL;
}

/* A namespace has been written to, or (0) a cell: whose it is, nobody knows. */
static void touch_names(Build *build, ObjectId names)
{
    for (size_t i = 0; i < build->active_count; i++)
        if (!names || cursor_namespace(&build->cursor, build->active[i].frame) == names)
            build->active[i].is_touched = true;
}

static void note_root(Build *build, ObjectId id)
{
    if (id >= build->trace->start->object_end || build->is_root[id])
        return;
    build->is_root[id] = true;
    build->roots = list_reserve(build->roots, &build->root_capacity, build->root_count + 1,
                                sizeof *build->roots);
    build->roots[build->root_count++] = id;
}

/* A reference is about to be written to the Change's target. */
static void on_references(Build *build, const Change *change)
{
    note_root(build, change->target);
    ObjectKind kind = (ObjectKind)state_object(&build->cursor.state, change->target)->kind;
    if (kind == KIND_DICT || kind == KIND_CELL)
        touch_names(build, kind == KIND_DICT ? change->target : 0);
    Active *active = kind == KIND_FRAME ? active_frame(build, change->target) : NULL;
    if (active)
        active->is_touched = true;
    numbers_note(&build->numbers, change);
}

static void give_numbers(Build *build)
{
    for (size_t i = 0; i < build->active_count; i++) {
        Active *active = &build->active[i];
        if (active->is_touched && !active->is_library)
            numbers_give_names(&build->numbers, active->frame);
        active->is_touched = false;
    }
    numbers_give_touched(&build->numbers);
}

/* --- steps --- */

/* A statement's lines: those on which its instructions begin. */
static void set_lines(const Code *code, uint32_t start, uint32_t *ret_line,
                      uint32_t *ret_end_line)
{
    if (!code || start >= code->instruction_count)
        return;
    uint32_t first = code_line_at(code, start), last = first;
    for (uint32_t i = start + 1; i < code->instruction_count; i++) {
        if (code->instructions[i].starts_statement)
            break;
        if (code->locations[i].line > last)
            last = code->locations[i].line;
    }
    *ret_line = first;
    *ret_end_line = last;
}

static void add_step(Build *build, StepEvent event, const Code *next_code, uint32_t next_line)
{
    Trace *trace = build->trace;
    const State *state = &build->cursor.state;
    trace->steps = list_reserve(trace->steps, &build->step_capacity, trace->step_count + 1,
                                sizeof *trace->steps);
    size_t depth = build->active_count ? build->active_count - 1 : 0;
    Step step = {.change = build->cursor.change,
                 .event = (uint8_t)event,
                 .collected = build->collected,
                 .depth = (uint16_t)depth,
                 .frame = build->last_frame,
                 .code = code_of(build, build->last_frame),
                 .next_code = next_code,
                 .next_line = next_line,
                 .births = build->births,
                 .deaths = build->deaths,
                 .bytes = state->registers[REGISTER_BYTES],
                 .live = state->registers[REGISTER_LIVE],
                 .output = cursor_output(&build->cursor)};
    set_lines(step.code, build->last_start, &step.line, &step.end_line);
    give_numbers(build);
    trace->has_garbage |= build->dying > 0; /* what a dying object holds is drawn as such */
    trace->steps[trace->step_count++] = step;
    build->births = build->deaths = 0;
    build->collected = 0;
}

/* The statement that an instruction is in (a resumed generator goes on in the middle of one);
 * UINT32_MAX before the first. */
static uint32_t statement_start(const Code *code, uint32_t instruction)
{
    for (uint32_t i = instruction + 1; i-- > 0;)
        if (code->instructions[i].starts_statement)
            return i;
    return UINT32_MAX;
}

static void on_instruction(Build *build, const Change *change)
{
    Active *active = active_frame(build, change->target);
    const Code *code = code_of(build, change->target);
    if (active && active->is_library)
        return;
    if (change->index && code && active) {
        bool first = build->trace->step_count == 0;
        add_step(build, first ? STEP_START : STEP_LINE, code,
                 code_line_at(code, change->after));
        active->start = change->after;
    }
    if (active && active->start == UINT32_MAX && code)
        active->start = statement_start(code, change->after);
    /* What a callee does before its first statement still belongs to the call. */
    if (!active || active->start == UINT32_MAX)
        return;
    build->last_frame = change->target;
    build->last_start = active->start;
}

static void on_call(Build *build, const Change *change)
{
    Trace *trace = build->trace;
    const Code *code = code_of(build, change->target);
    Active active = {change->target, UINT32_MAX, UINT32_MAX, trace_is_library(trace, code),
                     true};
    if (code && code->flags & CODE_OPTIMIZED && !active.is_library) {
        trace->calls = list_reserve(trace->calls, &build->call_capacity, trace->call_count + 1,
                                    sizeof *trace->calls);
        active.call = trace->call_count;
        trace->calls[trace->call_count++] = (Call){.first = trace->step_count,
                                                   .last = trace->step_count,
                                                   .depth = (uint16_t)build->active_count,
                                                   .code = code,
                                                   .frame = change->target};
    }
    build->active = list_reserve(build->active, &build->active_capacity,
                                 build->active_count + 1, sizeof *build->active);
    build->active[build->active_count++] = active;
}

static uint32_t statement_line(const Build *build, const Active *active)
{
    const Code *code = code_of(build, active->frame);
    return active->start != UINT32_MAX && code ? code_line_at(code, active->start) : 0;
}

static void on_return(Build *build, const Change *change)
{
    if (!active_frame(build, change->target))
        return;
    const Active *top = &build->active[build->active_count - 1];
    bool listed = top->call != UINT32_MAX;
    if (listed && change->index == 0 && build->active_count > 1) {
        const Active *caller = top - 1;
        add_step(build, STEP_RETURN, code_of(build, caller->frame),
                 statement_line(build, caller));
    }
    if (listed)
        build->trace->calls[top->call].last =
            build->trace->step_count ? build->trace->step_count - 1 : 0;
    build->active_count--;
}

/* A class loses its name when it is cleared; its instances' cards, and tombstones, still tell
 * it. */
static void on_slot(Build *build, const Change *change)
{
    const Object *object = state_object(&build->cursor.state, change->target);
    if (object->kind == KIND_TYPE && change->index == TYPE_SLOT_NAME && change->before)
        build->trace->lives[change->target].name = change->before;
}

static void begin_collection(Build *build, uint32_t generation, uint32_t index)
{
    Trace *trace = build->trace;
    trace->collections = list_reserve(trace->collections, &build->collection_capacity,
                                      trace->collection_count + 1, sizeof *trace->collections);
    Collection *collection = &trace->collections[trace->collection_count++];
    *collection = (Collection){.first = index,
                               .last = trace->end,
                               .step = trace->step_count,
                               .generation = (uint8_t)generation};
    for (int i = 0; i < PHASE_COUNT; i++)
        collection->marks[i] = CHANGE_NONE;
    if (build->collected < generation + 1)
        build->collected = (uint8_t)(generation + 1);
}

static void on_phase(Build *build, const Change *change, uint32_t index)
{
    Trace *trace = build->trace;
    if (change->after == PHASE_START)
        begin_collection(build, change->index, index);
    if (!trace->collection_count)
        return;
    Collection *collection = &trace->collections[trace->collection_count - 1];
    if (collection->marks[change->after] == CHANGE_NONE)
        collection->marks[change->after] = index;
    if (change->after == PHASE_IDLE)
        collection->last = index;
    if (change->after == PHASE_FINALIZE && build->cursor.state.lists[GC_UNREACHABLE].count)
        trace->has_garbage = true;
}

static void on_change(Build *build, const Change *change, uint32_t index)
{
    Life *lives = build->trace->lives;
    switch ((ChangeKind)change->kind) {
    case CHANGE_INSTRUCTION:
        on_instruction(build, change);
        return;
    case CHANGE_CALL:
        on_call(build, change);
        return;
    case CHANGE_RETURN:
        on_return(build, change);
        return;
    case CHANGE_CREATE:
        build->births++;
        lives[change->target].birth = index;
        return;
    case CHANGE_DEATH:
        build->dying++;
        return;
    case CHANGE_FIELD: /* __del__ has saved it */
        build->dying -= change->field == FIELD_FLAGS && change->before & OBJECT_DYING &&
                        !(change->after & OBJECT_DYING);
        return;
    case CHANGE_DESTROY:
        build->dying--;
        build->deaths++;
        lives[change->target].death = index;
        return;
    case CHANGE_PHASE:
        on_phase(build, change, index);
        return;
    case CHANGE_SLOT:
        on_slot(build, change);
        on_references(build, change);
        return;
    case CHANGE_STORE:
    case CHANGE_PUSH:
    case CHANGE_TAKE:
    case CHANGE_SPLICE:
    case CHANGE_PERMUTE:
    case CHANGE_REFERENCE:
        on_references(build, change);
        return;
    case CHANGE_POP:
    case CHANGE_OUTPUT:
    case CHANGE_RAISE:
    case CHANGE_LINK:
    case CHANGE_MERGE:
    case CHANGE_MEMORY:
    case CHANGE_REGISTER:
    case CHANGE_KIND_COUNT:
        return;
    }
}

/* Where the interpreter's shutdown begins: run marks it by a return from no frame. */
static uint32_t find_shutdown(const Trace *trace)
{
    for (uint32_t i = trace->model->journal.count; i-- > 0;) {
        const Change *change = trace_change(trace, i);
        if (change->kind == CHANGE_RETURN && change->target == 0)
            return i;
    }
    return trace->model->journal.count;
}

/* The program is over when its last module frame ends. */
static uint32_t find_end(const Build *build, uint32_t shutdown)
{
    const Trace *trace = build->trace;
    for (uint32_t i = shutdown; i-- > 0;) {
        const Change *change = trace_change(trace, i);
        if (change->kind == CHANGE_RETURN && is_module_frame(build, change->target))
            return i;
    }
    return shutdown;
}

static uint32_t find_output_end(const Trace *trace, uint32_t shutdown)
{
    for (uint32_t i = shutdown; i-- > 0;)
        if (trace_change(trace, i)->kind == CHANGE_OUTPUT)
            return trace_change(trace, i)->after;
    return 0;
}

static void find_main_dict(Build *build)
{
    for (uint32_t i = 0; i < build->trace->end; i++) {
        const Change *change = trace_change(build->trace, i);
        if (change->kind != CHANGE_CALL)
            continue;
        const State *state = &build->trace->model->state;
        const Object *frame = state_object(state, change->target);
        build->trace->main_dict = frame->c;
        ObjectId key, value;
        while (
            dict_entry(build->trace->start, frame->c, build->trace->main_first, &key, &value))
            build->trace->main_first++;
        return;
    }
}

static void init_lives(Trace *trace)
{
    trace->lives = region_allocate(&trace->region, trace->object_end * sizeof *trace->lives);
    for (ObjectId id = 0; id < trace->object_end; id++)
        trace->lives[id] = (Life){CHANGE_NONE, CHANGE_NONE, 0, 0};
}

/* For cursor_drawn, which is asked once more: is there garbage at the end? */
static void keep_roots(Build *build)
{
    Trace *trace = build->trace;
    ObjectId *roots = region_allocate(&trace->region, build->root_count * sizeof *roots);
    memcpy(roots, build->roots, build->root_count * sizeof *roots);
    trace->roots = roots;
    trace->root_count = (uint32_t)build->root_count;
    uint8_t *marks = memory_allocate(trace->object_end);
    cursor_drawn(&build->cursor, marks);
    trace->has_garbage |= memchr(marks, DRAWN_GARBAGE, trace->object_end) != NULL;
    free(marks);
    free(build->roots);
    free(build->is_root);
}

void build_trace(Trace *trace)
{
    Build build = {.trace = trace, .last_start = UINT32_MAX};
    build.is_root = memory_allocate(trace->start->object_end * sizeof *build.is_root);
    note_root(&build, HAND);
    init_lives(trace);
    uint32_t shutdown = find_shutdown(trace);
    trace->end = find_end(&build, shutdown);
    trace->output_end = find_output_end(trace, shutdown);
    find_main_dict(&build);
    cursor_init(&build.cursor, trace);
    build.numbers = (Numbers){.trace = trace, .cursor = &build.cursor};
    for (uint32_t i = 0; i < trace->end; i++) {
        on_change(&build, trace_change(trace, i), i);
        cursor_seek(&build.cursor, i + 1);
    }
    if (trace->step_count == 0)
        add_step(&build, STEP_START, NULL, 0);
    add_step(&build, STEP_END, NULL, 0);
    keep_roots(&build);
    cursor_done(&build.cursor);
    free(build.active);
    numbers_done(&build.numbers);
}
