#include "view/stack_depth.h"

uint32_t stack_base(const Cursor *cursor, ObjectId frame)
{
    const Code *code = cursor_code(cursor, frame);
    return FRAME_SLOT_COUNT + (code ? code->local_count : 0);
}

uint32_t stack_depth(const Cursor *cursor, ObjectId frame)
{
    uint32_t count = state_object(&cursor->state, frame)->slot_count;
    uint32_t base = stack_base(cursor, frame);
    return count > base ? count - base : 0;
}

/* How many entries more the frame has after the Change than before it. */
static int64_t growth(const Trace *trace, const Change *change, ObjectId frame)
{
    const uint32_t *spans = trace->model->journal.spans.items;
    if (change->kind == CHANGE_TAKE && change->before == frame)
        return -(int64_t)change->index;
    if (change->target != frame)
        return 0;
    switch ((int)change->kind) {
    case CHANGE_TAKE:
        return change->index;
    case CHANGE_PUSH:
        return 1;
    case CHANGE_POP:
    case CHANGE_STORE:
        return -1;
    case CHANGE_SPLICE:
        return (int64_t)spans[change->before + 1] - spans[change->before];
    default:
        return 0;
    }
}

uint32_t stack_untouched(const Cursor *cursor, ObjectId frame, uint32_t since)
{
    int64_t depth = stack_depth(cursor, frame), least = depth;
    for (uint32_t i = cursor->change; i-- > since;) {
        depth -= growth(cursor->trace, trace_change(cursor->trace, i), frame);
        least = depth < least ? depth : least;
    }
    return least < 0 ? 0 : (uint32_t)least;
}
