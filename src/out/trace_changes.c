/* The names of Changes, phases, fields and registers: those of the enums in model/change.h. */
#include "out/trace_json.h"

static const char *const kinds[CHANGE_KIND_COUNT] = {
    [CHANGE_INSTRUCTION] = "instruction",
    [CHANGE_CALL] = "call",
    [CHANGE_RETURN] = "return",
    [CHANGE_DEATH] = "death",
    [CHANGE_PHASE] = "phase",
    [CHANGE_OUTPUT] = "output",
    [CHANGE_RAISE] = "raise",
    [CHANGE_CREATE] = "create",
    [CHANGE_DESTROY] = "destroy",
    [CHANGE_FIELD] = "field",
    [CHANGE_REFERENCE] = "reference",
    [CHANGE_SLOT] = "slot",
    [CHANGE_PUSH] = "push",
    [CHANGE_POP] = "pop",
    [CHANGE_STORE] = "store",
    [CHANGE_TAKE] = "take",
    [CHANGE_SPLICE] = "splice",
    [CHANGE_PERMUTE] = "permute",
    [CHANGE_LINK] = "link",
    [CHANGE_MERGE] = "merge",
    [CHANGE_MEMORY] = "memory",
    [CHANGE_REGISTER] = "register",
};

static const char *const fields[] = {
    [FIELD_TYPE] = "type",
    [FIELD_DICT] = "dict",
    [FIELD_FLAGS] = "flags",
    [FIELD_BLOCK] = "block",
    [FIELD_SIZE] = "size",
    [FIELD_BODY] = "body",
    [FIELD_BODY_SIZE] = "body_size",
    [FIELD_GC_REFS] = "gc_refs",
    [FIELD_A] = "a",
    [FIELD_B] = "b",
    [FIELD_C] = "c",
};

static const char *const phases[] = {
    [PHASE_IDLE] = "idle",         [PHASE_START] = "start", [PHASE_COPY] = "copy",
    [PHASE_SUBTRACT] = "subtract", [PHASE_SPLIT] = "split", [PHASE_WEAKREFS] = "weakrefs",
    [PHASE_FINALIZE] = "finalize", [PHASE_CLEAR] = "clear", [PHASE_PROMOTE] = "promote",
};

static const char *const lists[GC_LIST_COUNT] = {
    [GC_UNTRACKED] = "untracked",      [GC_GENERATION0] = "generation 0",
    [GC_GENERATION1] = "generation 1", [GC_GENERATION2] = "generation 2",
    [GC_PERMANENT] = "permanent",      [GC_UNREACHABLE] = "unreachable",
    [GC_FINALIZERS] = "finalizers",    [GC_CALLBACKS] = "callbacks",
};

static const char *const registers[REGISTER_COUNT] = {
    [REGISTER_FRAME] = "frame",
    [REGISTER_PHASE] = "phase",
    [REGISTER_COLLECTING] = "collecting",
    [REGISTER_GC_COUNT0] = "gc_count0",
    [REGISTER_GC_COUNT1] = "gc_count1",
    [REGISTER_GC_COUNT2] = "gc_count2",
    [REGISTER_GC_THRESHOLD0] = "gc_threshold0",
    [REGISTER_GC_THRESHOLD1] = "gc_threshold1",
    [REGISTER_GC_THRESHOLD2] = "gc_threshold2",
    [REGISTER_GC_ENABLED] = "gc_enabled",
    [REGISTER_GC_LONG_LIVED_TOTAL] = "gc_long_lived_total",
    [REGISTER_GC_LONG_LIVED_PENDING] = "gc_long_lived_pending",
    [REGISTER_GC_COLLECTIONS0] = "gc_collections0",
    [REGISTER_GC_COLLECTIONS1] = "gc_collections1",
    [REGISTER_GC_COLLECTIONS2] = "gc_collections2",
    [REGISTER_GC_COLLECTED0] = "gc_collected0",
    [REGISTER_GC_COLLECTED1] = "gc_collected1",
    [REGISTER_GC_COLLECTED2] = "gc_collected2",
    [REGISTER_LIVE] = "live",
    [REGISTER_BYTES] = "bytes",
    [REGISTER_STDOUT] = "stdout",
    [REGISTER_STDERR] = "stderr",
};

/* What a Change goes from and to; of each kind what model/change.h says. */
static void put_ends(JsonText *json, const Change *change, const char *const *names)
{
    if (names) {
        json_put_string(json, "before", slice_of(names[change->before]));
        json_put_string(json, "after", slice_of(names[change->after]));
        return;
    }
    json_put_number(json, "before", change->before);
    json_put_number(json, "after", change->after);
}

static const char *const *end_names(ChangeKind kind)
{
    switch ((int)kind) {
    case CHANGE_PHASE:
        return phases;
    case CHANGE_LINK:
    case CHANGE_MERGE:
        return lists;
    default:
        return NULL;
    }
}

static void put_name(JsonText *json, const Change *change)
{
    switch ((int)change->kind) {
    case CHANGE_FIELD:
    case CHANGE_REFERENCE:
        json_put_string(json, "field", slice_of(fields[change->field]));
        if (change->field == FIELD_GC_REFS && change->index)
            json_put_number(json, "from", change->index);
        return;
    case CHANGE_REGISTER:
        json_put_string(json, "register", slice_of(registers[change->index]));
        return;
    default:
        if (change->index)
            json_put_number(json, "index", change->index);
        return;
    }
}

void trace_json_change(const Trace *trace, uint32_t index, JsonText *json)
{
    const Change *change = trace_change(trace, index);
    json_open_object(json, NULL);
    json_put_number(json, "change", index);
    json_put_string(json, "kind", slice_of(kinds[change->kind]));
    if (change->target)
        json_put_number(json, "target", change->target);
    put_name(json, change);
    put_ends(json, change, end_names((ChangeKind)change->kind));
    if (change->cause != CHANGE_NONE)
        json_put_number(json, "cause", change->cause);
    json_close_object(json);
}
