/* Frames as rows of the model and as activations of the loop: Python/frame.c, Python/ceval.c
 * (_PyEvalFramePushAndInit, _PyEvalFrameClearAndPop). */
#include "base/memory.h"
#include "run/machine/line_profile.h"
#include "run/machine/recursion.h"

/* Links a chunk of new activations into the list of spare ones. */
static void make_spare(Run *run)
{
    Activation *chunk = region_allocate(&run->region, ACTIVATION_CHUNK * sizeof *chunk);
    for (int i = 0; i < ACTIVATION_CHUNK; i++) {
        chunk[i].caller = run->spare;
        run->spare = &chunk[i];
    }
}

static Activation *push_activation(Run *run, Entry entry)
{
    if (!run->spare)
        make_spare(run);
    Activation *activation = run->spare;
    run->spare = activation->caller;
    *activation = (Activation){.caller = run->top, .entry = entry};
    activation->hand = hand_mark(run->model);
    run->top = activation;
    run->depth++;
    recursion_push(run, entry);
    return activation;
}

static void pop_activation(Run *run)
{
    Activation *activation = run->top;
    run->top = activation->caller;
    activation->caller = run->spare;
    run->spare = activation;
    run->depth--;
    recursion_pop(run, activation->entry);
}

/* The frame becomes the running one. */
static void mark_call(Run *run, const Activation *activation)
{
    Model *model = run->model;
    ObjectId caller = activation->caller ? activation->caller->frame : 0;
    if (!model->journal.keeps) {
        model_set_register(model, REGISTER_FRAME, activation->frame);
        return;
    }
    object_set_field(model, activation->frame, FIELD_B, caller);
    model_mark(model, CHANGE_CALL, activation->frame, 0, caller, 0);
}

/* PyFrame_New, _PyFrame_New_NoTrack: to 3.10 a code object keeps one frame's memory for the
 * next call, then comes the free list. */
static void take_frame_memory(Run *run, const CodeInfo *info)
{
    Model *model = run->model;
    if (run->profile->minor > 10 || !model->started || model->apart)
        return;
    if (*info->has_spare_frame)
        *info->has_spare_frame = false;
    else if (model->free_frames)
        model->free_frames--;
    else
        collector_allocated(model);
}

void frame_freed(Run *run, const Code *code)
{
    Model *model = run->model;
    const CodeInfo *info = consts_find(run, code);
    if (run->profile->minor > 10 || !model->started || model->apart || !info)
        return;
    if (!*info->has_spare_frame)
        *info->has_spare_frame = true;
    else if (model->free_frames < run->profile->free_lists.frame)
        model->free_frames++;
    else
        collector_freed(model);
}

static ObjectId create_row(Run *run, const CodeInfo *info, ObjectId function, ObjectId globals,
                           ObjectId locals)
{
    Model *model = run->model;
    const Code *code = info->code;
    uint32_t size = run->profile->sizes.frame + 8 * code->frame_entries;
    ObjectId frame = object_create_placeless(model, KIND_FRAME, model->types[TYPE_FRAME], size,
                                             (Payload){.code = code});
    Object *row = model_object(model, frame);
    state_reserve_slots(row, FRAME_SLOT_COUNT + code->local_count + code->depth + 2);
    if (!run->profile->calls.frame_holds_function)
        function = 0;
    reference_push(model, frame, 0);
    reference_push(model, frame, function);
    reference_push(model, frame, info->object);
    reference_push(model, frame, locals);
    if (model->journal.keeps)
        object_set_field(model, frame, FIELD_C, globals);
    else
        row->c = globals;
    return frame;
}

Activation *frame_enter(Run *run, const CodeInfo *info, ObjectId function, ObjectId globals,
                        ObjectId locals, Entry entry)
{
    if (!recursion_fits(run, entry))
        return NULL;
    Model *model = run->model;
    Activation *activation = push_activation(run, entry);
    take_frame_memory(run, info);
    activation->frame = create_row(run, info, function, globals, locals);
    reference_take(model, run->thread, HAND, 1);
    if (run->profile->minor == 6) /* from 3.7 on only one that outlives its call */
        collector_track(model, activation->frame);
    activation->row = model_object(model, activation->frame);
    activation->info = info;
    activation->code = info->code;
    activation->function = function;
    activation->globals = globals;
    activation->locals = locals;
    mark_call(run, activation);
    return activation;
}

void frame_fill_locals(Run *run, Activation *activation)
{
    uint32_t end = FRAME_SLOT_COUNT + activation->code->local_count;
    while (activation->row->slot_count < end)
        reference_push(run->model, activation->frame, 0);
}

Activation *frame_resume(Run *run, ObjectId generator, Entry entry)
{
    if (!recursion_fits(run, entry))
        return NULL;
    Model *model = run->model;
    ObjectId frame = model_object(model, generator)->slots[GENERATOR_SLOT_FRAME];
    Activation *activation = push_activation(run, entry);
    reference_push(model, run->thread, frame);
    activation->frame = frame;
    activation->row = model_object(model, frame);
    activation->code = model_payload(model, frame).code;
    activation->info = consts_find(run, activation->code);
    activation->generator = generator;
    activation->globals = activation->row->c;
    activation->function = activation->row->slots[FRAME_SLOT_FUNCTION];
    activation->pc = activation->row->a + 1;
    object_set_field(model, generator, FIELD_A, GENERATOR_RUNNING);
    mark_call(run, activation);
    return activation;
}

Activation *frame_enter_module(Run *run, const CodeInfo *info, ObjectId globals,
                               ObjectId locals)
{
    if (run->profile->calls.frame_holds_function)
        collector_allocated(run->model);
    Activation *activation = frame_enter(run, info, 0, globals, locals, ENTRY_C);
    if (activation)
        frame_fill_locals(run, activation);
    return activation;
}

void frame_left_module(Run *run)
{
    if (run->profile->calls.frame_holds_function)
        collector_freed(run->model);
}

/* take_ownership: a frame that something goes on holding is watched by the collector and holds
 * the frame that called it; to 3.11 not one of a generator. */
static void outlive(Run *run, const Activation *activation)
{
    collector_track(run->model, activation->frame);
    if (!run->top || (activation->generator && run->profile->minor < 12))
        return;
    frame_make_object(run, run->top);
    reference_set(run->model, activation->frame, FRAME_SLOT_BACK, run->top->frame);
}

void frame_leave(Run *run, FrameEnd end, ObjectId constant)
{
    Model *model = run->model;
    Activation *activation = run->top;
    ObjectId frame = activation->frame;
    if (run->line_profile)
        line_profile_leave(run, activation, end);
    pop_activation(run);
    ObjectId caller = run->top ? run->top->frame : 0;
    if (model->journal.keeps) {
        model_mark(model, CHANGE_RETURN, frame, end, 0, caller);
    } else {
        activation->row->a = activation->pc ? activation->pc - 1 : 0;
        model_set_register(model, REGISTER_FRAME, caller);
    }
    if (constant)
        hand_hold(model, constant);
    uint32_t own = activation->generator ? 2 : 1;
    if (end < FRAME_YIELDS && activation->row->refcount > own)
        outlive(run, activation);
    reference_pop(model, run->thread);
}

bool frame_stand_in(Run *run, ObjectId generator)
{
    Activation *activation = frame_resume(run, generator, ENTRY_C);
    if (activation)
        activation->generator = 0; /* what it handles is not handled now */
    return activation != NULL;
}

void frame_step_aside(Run *run)
{
    frame_leave(run, FRAME_STEPS_ASIDE, 0);
}

void frame_cut_stack(Run *run, Activation *activation, uint32_t depth)
{
    uint32_t end = FRAME_SLOT_COUNT + activation->code->local_count + depth;
    while (activation->row->slot_count > end)
        reference_pop(run->model, activation->frame);
}

uint32_t frame_line(const Run *run, ObjectId frame, uint32_t instruction)
{
    const Code *code = model_payload(run->model, frame).code;
    return code_line_at(code, instruction) - consts_find(run, code)->line_base;
}

/* --- what native.h and objects.h promise --- */

ObjectId frame_globals(Run *run, ObjectId frame)
{
    return model_object(run->model, frame)->c;
}

uint32_t frame_locals_end(const Run *run, ObjectId frame)
{
    const Activation *activation = run->top;
    while (activation && activation->frame != frame)
        activation = activation->caller;
    return activation ? FRAME_SLOT_COUNT + activation->code->local_count : 0;
}
