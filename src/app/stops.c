#include "app/stops.h"

/* Cards are drawn of objects that have a number. */
static bool is_drawn(const Trace *trace, ObjectId id)
{
    return trace_number(trace, id) != 0;
}

static bool field_shows(const Trace *trace, const Change *change)
{
    switch ((Field)change->field) {
    case FIELD_SIZE:
    case FIELD_BODY_SIZE:
    case FIELD_GC_REFS:
        return is_drawn(trace, change->target);
    case FIELD_TYPE:
    case FIELD_DICT:
    case FIELD_FLAGS:
    case FIELD_BLOCK:
    case FIELD_BODY:
    case FIELD_A:
    case FIELD_B:
    case FIELD_C:
        return false;
    }
    return false;
}

bool stops_shows(const Trace *trace, uint32_t index)
{
    const Change *change = trace_change(trace, index);
    switch ((ChangeKind)change->kind) {
    case CHANGE_CALL:
    case CHANGE_RETURN:
    case CHANGE_PHASE:
    case CHANGE_OUTPUT:
        return true;
    case CHANGE_DEATH:
    case CHANGE_RAISE:
    case CHANGE_CREATE:
    case CHANGE_DESTROY:
    case CHANGE_LINK:
    case CHANGE_SPLICE:
    case CHANGE_PERMUTE:
        return is_drawn(trace, change->target);
    case CHANGE_FIELD:
        return field_shows(trace, change);
    case CHANGE_REFERENCE:
    case CHANGE_SLOT:
    case CHANGE_PUSH:
    case CHANGE_POP:
    case CHANGE_STORE:
        return is_drawn(trace, change->before) || is_drawn(trace, change->after);
    case CHANGE_TAKE:
    case CHANGE_MERGE:
    case CHANGE_INSTRUCTION:
    case CHANGE_MEMORY:
    case CHANGE_REGISTER:
    case CHANGE_KIND_COUNT:
        return false;
    }
    return false;
}

static bool is_step(const Trace *trace, uint32_t change)
{
    return trace->steps[trace_step_at(trace, change)].change == change;
}

uint32_t stops_next(const Trace *trace, uint32_t change)
{
    while (change < trace->end) {
        change++;
        if (stops_shows(trace, change - 1) || is_step(trace, change))
            return change;
    }
    return trace->end;
}

uint32_t stops_previous(const Trace *trace, uint32_t change)
{
    uint32_t start = trace->steps[0].change;
    while (change > start + 1) {
        change--;
        if (stops_shows(trace, change - 1) || is_step(trace, change))
            return change;
    }
    return start;
}

uint32_t stops_since(const Trace *trace, uint32_t change)
{
    uint32_t step = trace_step_at(trace, change);
    if (change <= trace->steps[0].change)
        return 0;
    if (stops_shows(trace, change - 1) || step == 0)
        return change - 1;
    return trace->steps[step - 1].change;
}
