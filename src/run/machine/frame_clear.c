/* frame.clear() (Objects/frameobject.c, frame_clear). */
#include "run/interpreter.h"
#include "run/types/slots.h"

static bool is_executing(const Run *run, ObjectId frame)
{
    for (const Activation *one = run->top; one; one = one->caller)
        if (one->frame == frame)
            return true;
    return false;
}

/* The generator whose frame it is; 0: none. */
static ObjectId generator_of(const Model *model, ObjectId frame)
{
    const Code *code = model_payload(model, frame).code;
    if (!(code->flags & CODE_GENERATOR))
        return 0;
    for (ObjectId id = 1; id < model->state.object_end; id++) {
        const Object *object = model_object(model, id);
        if (object->kind == KIND_GENERATOR && object->slots[GENERATOR_SLOT_FRAME] == frame)
            return id;
    }
    return 0;
}

static void clear_locals(Model *model, ObjectId frame)
{
    for (uint32_t i = FRAME_SLOT_COUNT; i < model_object(model, frame)->slot_count; i++)
        reference_set(model, frame, i, 0);
}

static ObjectId frame_clear(Run *run, const Arguments *arguments)
{
    Model *model = run->model;
    ObjectId frame = arguments->values[0];
    if (is_executing(run, frame))
        return raise_error(run, EXC_RuntimeError, "cannot clear an executing frame");
    ObjectId generator = generator_of(model, frame);
    bool suspended = generator && model_object(model, generator)->a == GENERATOR_SUSPENDED;
    if (suspended && run->profile->minor >= 13)
        return raise_error(run, EXC_RuntimeError, "cannot clear a suspended frame");
    if (generator) {
        generator_finalize(run, generator);
        run_write_ignored(run, generator);
    }
    /* In 3.11 and 3.12 nothing but the end of the generator. */
    if (!suspended || run->profile->minor <= 10)
        clear_locals(model, frame);
    return model->none;
}

const Native frame_methods[] = {
    {.name = "clear", .call = frame_clear, .style = NATIVE_NOARGS},
    SLOT_ROW_END,
};
