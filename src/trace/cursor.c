#include "trace/cursor.h"

void cursor_init(Cursor *cursor, const Trace *trace)
{
    *cursor = (Cursor){.trace = trace};
    state_copy(&cursor->state, trace->start);
}

void cursor_done(Cursor *cursor)
{
    state_done(&cursor->state);
}

void cursor_seek(Cursor *cursor, uint32_t change)
{
    const Trace *trace = cursor->trace;
    const Spans *spans = &trace->model->journal.spans;
    if (change > trace->end)
        change = trace->end;
    while (cursor->change < change)
        state_apply(&cursor->state, trace_change(trace, cursor->change++), spans);
    while (cursor->change > change)
        state_undo(&cursor->state, trace_change(trace, --cursor->change), spans);
}

void cursor_seek_step(Cursor *cursor, uint32_t step)
{
    const Trace *trace = cursor->trace;
    if (step >= trace->step_count)
        step = trace->step_count - 1;
    cursor_seek(cursor, trace->steps[step].change);
}

uint32_t cursor_frames(const Cursor *cursor, ObjectId *ret_frames, uint32_t capacity)
{
    uint32_t depth = 0;
    ObjectId running = cursor->state.registers[REGISTER_FRAME];
    for (ObjectId id = running; id; id = state_object(&cursor->state, id)->b)
        depth++;
    uint32_t count = depth < capacity ? depth : capacity, place = count;
    for (ObjectId id = running; place > 0; id = state_object(&cursor->state, id)->b)
        ret_frames[--place] = id;
    return count;
}

uint32_t cursor_output(const Cursor *cursor)
{
    if (cursor->change == cursor->trace->end)
        return cursor->trace->output_end;
    const uint32_t *registers = cursor->state.registers;
    return registers[REGISTER_STDOUT] + registers[REGISTER_STDERR];
}

const Code *cursor_code(const Cursor *cursor, ObjectId id)
{
    return model_payload(cursor->trace->model, id).code;
}

ObjectId cursor_constant(const Cursor *cursor, ObjectId frame, uint32_t index)
{
    const Code *code = cursor_code(cursor, frame);
    ObjectId object = state_object(&cursor->state, frame)->slots[FRAME_SLOT_CODE];
    if (!code || !object || index >= code->const_count)
        return 0;
    if (code->consts_tuple) /* it is a constant as well */
        object = state_object(&cursor->state, object)->slots[0];
    return state_object(&cursor->state, object)->slots[index];
}

ObjectId cursor_returned_constant(const Cursor *cursor, ObjectId frame)
{
    const Object *object = state_object(&cursor->state, frame);
    const Code *code = cursor_code(cursor, frame);
    if (!code || object->a >= code->instruction_count ||
        code->instructions[object->a].op != OP_RETURN_CONST)
        return 0;
    return cursor_constant(cursor, frame, code->instructions[object->a].arg);
}
