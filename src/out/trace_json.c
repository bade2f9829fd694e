#include "out/trace_json.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/memory.h"
#include "model/collector.h"
#include "out/json_text.h"
#include "out/trace_holders.h"

enum { FRAME_LIMIT = 4096 };
enum { FORMAT_VERSION = 1 };

typedef struct Writer {
    const Trace *trace;
    TraceJsonOptions options;
    Cursor cursor;
    JsonText json;
    uint32_t written; /* Changes whose events are written */
    uint32_t event_count;
    /* Objects that were met, alive; and a hash of what was last written about each. */
    ObjectId *met;
    size_t met_count, met_capacity;
    uint64_t *hashes; /* by id; 0: never met */
    uint32_t *lines;  /* by id of a frame: of its last event; 0: none since it runs */
    uint8_t *marks;   /* by id: reached in this event */
    ObjectId *todo;
    size_t todo_count, todo_capacity;
    Holders holders;
    ObjectId frames[FRAME_LIMIT]; /* of the program, the running one last */
    uint32_t frame_count;
    Text record;
} Writer;

enum { UNWRITTEN = 1 }; /* a hash: met, nothing written yet */

static const Object *row(const Writer *writer, ObjectId id)
{
    return state_object(&writer->cursor.state, id);
}

static Slice printed(Text *text, const char *format, uint32_t number)
{
    text_clear(text);
    text_append_format(text, format, number);
    return text_slice(text);
}

/* --- what there is --- */

static void meet(Writer *writer, ObjectId id)
{
    if (!id || writer->marks[id])
        return;
    writer->marks[id] = 1;
    writer->todo = list_reserve(writer->todo, &writer->todo_capacity, writer->todo_count + 1,
                                sizeof(ObjectId));
    writer->todo[writer->todo_count++] = id;
    if (writer->hashes[id])
        return;
    writer->hashes[id] = UNWRITTEN;
    writer->met = list_reserve(writer->met, &writer->met_capacity, writer->met_count + 1,
                               sizeof(ObjectId));
    writer->met[writer->met_count++] = id;
}

/* The entries of a frame's evaluation stack begin here; the variables of comprehensions that
 * are a part of a module's or a class's body (3.12+) stand before them. */
static uint32_t stack_start(const Writer *writer, ObjectId frame)
{
    const Code *code = cursor_code(&writer->cursor, frame);
    return FRAME_SLOT_COUNT + (code && code->flags & CODE_OPTIMIZED ? code->local_count : 0);
}

static bool is_running(const Writer *writer, ObjectId frame)
{
    for (uint32_t i = 0; i < writer->frame_count; i++)
        if (writer->frames[i] == frame)
            return true;
    return false;
}

typedef void OnReference(void *context, Slice label, ObjectId target);

static void slot_references(const Writer *writer, ObjectId id, OnReference *give, void *context)
{
    Text label = {0};
    for (uint32_t i = 0; i < row(writer, id)->slot_count; i++)
        if (row(writer, id)->slots[i])
            give(context, printed(&label, "%u", i), row(writer, id)->slots[i]);
    text_done(&label);
}

static void frame_references(Writer *writer, ObjectId frame, OnReference *give, void *context)
{
    Text label = {0};
    Binding binding;
    for (uint32_t i = 0; cursor_binding(&writer->cursor, frame, i, &binding); i++) {
        ObjectId target = binding.is_cell ? binding.cell : binding.value;
        if (!target)
            continue;
        text_clear(&label);
        text_append_string(&label, binding.is_cell ? "cell." : "local.");
        text_append_slice(&label, binding.name);
        give(context, text_slice(&label), target);
    }
    uint32_t start = stack_start(writer, frame);
    for (uint32_t i = start; i < row(writer, frame)->slot_count; i++)
        if (row(writer, frame)->slots[i])
            give(context, printed(&label, "stack%u", i - start), row(writer, frame)->slots[i]);
    text_done(&label);
}

static void give_entry(const Reference *reference, uint32_t number, OnReference *give,
                       void *context)
{
    Text label = {0};
    give(context, printed(&label, "key%u", number), reference->key);
    give(context, printed(&label, "val%u", number), reference->target);
    text_done(&label);
}

static void plain_references(const Writer *writer, ObjectId id, OnReference *give,
                             void *context)
{
    ReferenceWalk walk = {.cursor = &writer->cursor, .id = id, .labels = true};
    Reference reference;
    Text label = {0};
    while (reference_next(&walk, &reference)) {
        uint32_t number = walk.given - 1;
        text_clear(&label);
        switch (reference.kind) {
        case REFERENCE_ENTRY:
            give_entry(&reference, number, give, context);
            continue;
        case REFERENCE_ITEM:
            text_append_format(&label, "%u", number);
            break;
        case REFERENCE_ATTRIBUTE:
            text_append_string(&label, "attr.");
            text_append_string(&label, reference.label);
            break;
        case REFERENCE_FIELD:
        case REFERENCE_LOCAL:
            text_append_string(&label, reference.label);
            break;
        }
        give(context, text_slice(&label), reference.target);
    }
    text_done(&label);
}

/* What an object refers to, as far as a program can see it; a dict's keys too. Modules and the
 * interpreter's own types are not looked into; what a frame that runs refers to stands with the
 * frames. */
static void references_of(Writer *writer, ObjectId id, OnReference *give, void *context)
{
    const Object *object = row(writer, id);
    if (object->kind == KIND_MODULE ||
        (object->kind == KIND_TYPE && object->flags & OBJECT_STARTUP))
        return;
    ObjectId frame = object->kind == KIND_FRAME                             ? id
                     : object->kind == KIND_GENERATOR && object->slot_count ? object->slots[0]
                                                                            : 0;
    if (frame && !is_running(writer, frame))
        frame_references(writer, frame, give, context);
    else if (object->kind == KIND_FRAME || object->kind == KIND_GENERATOR)
        return;
    else if (object->kind == KIND_ITERATOR || object->kind == KIND_PROPERTY)
        slot_references(writer, id, give, context);
    else if (object->kind == KIND_BUILTIN && object->slot_count && object->slots[0] &&
             trace_is_drawable(&writer->cursor.state, object->slots[0]))
        give(context, slice_of("__self__"), object->slots[0]);
    else
        plain_references(writer, id, give, context);
}

static void meet_reference(void *context, Slice label, ObjectId target)
{
    (void)label;
    meet(context, target);
}

static void meet_further(Writer *writer)
{
    while (writer->todo_count) {
        ObjectId id = writer->todo[--writer->todo_count];
        references_of(writer, id, meet_reference, writer);
        if (row(writer, id)->kind == KIND_EXCEPTION) /* handlers show it */
            meet(writer, row(writer, id)->type);
    }
}

/* From the names on; then what was met before and nothing reaches now. */
static void meet_all(Writer *writer, ObjectId returned)
{
    for (size_t i = 0; i < writer->met_count; i++)
        writer->marks[writer->met[i]] = 0;
    for (uint32_t i = 0; i < writer->frame_count; i++)
        frame_references(writer, writer->frames[i], meet_reference, writer);
    meet(writer, returned);
    meet_further(writer);
}

/* --- frames --- */

static void find_frames(Writer *writer)
{
    ObjectId all[FRAME_LIMIT];
    uint32_t count = cursor_frames(&writer->cursor, all, FRAME_LIMIT);
    writer->frame_count = 0;
    for (uint32_t i = 0; i < count; i++)
        if (!trace_is_library(writer->trace, cursor_code(&writer->cursor, all[i])))
            writer->frames[writer->frame_count++] = all[i];
}

static void put_binding(JsonText *json, Slice name, ObjectId id)
{
    Text key = {0};
    text_append_slice(&key, name);
    json_put_number(json, text_string(&key), id);
    text_done(&key);
}

static void put_names(Writer *writer, ObjectId frame, bool cells)
{
    Binding binding;
    json_open_object(&writer->json, cells ? "cells" : "names");
    for (uint32_t i = 0; cursor_binding(&writer->cursor, frame, i, &binding); i++) {
        ObjectId id = cells ? binding.cell : binding.value;
        if (id)
            put_binding(&writer->json, binding.name, id);
    }
    json_close_object(&writer->json);
}

static void put_stack(Writer *writer, ObjectId frame)
{
    json_open_array(&writer->json, "stack");
    for (uint32_t i = stack_start(writer, frame); i < row(writer, frame)->slot_count; i++)
        if (row(writer, frame)->slots[i])
            json_put_number(&writer->json, NULL, row(writer, frame)->slots[i]);
    json_close_array(&writer->json);
}

static void put_frames(Writer *writer)
{
    json_open_array(&writer->json, "frames");
    for (uint32_t i = 0; i < writer->frame_count; i++) {
        ObjectId frame = writer->frames[i];
        const Code *code = cursor_code(&writer->cursor, frame);
        uint32_t at = row(writer, frame)->a;
        json_open_object(&writer->json, NULL);
        json_put_number(&writer->json, "id", frame);
        json_put_string(&writer->json, "function", code->name);
        json_put_number(&writer->json, "line",
                        at < code->instruction_count ? code->locations[at].line
                                                     : code->first_line);
        put_names(writer, frame, false);
        put_names(writer, frame, true);
        put_stack(writer, frame);
        json_close_object(&writer->json);
    }
    json_close_array(&writer->json);
}

/* --- objects --- */

static void put_reference(void *context, Slice label, ObjectId target)
{
    JsonText *json = context;
    if (!target) /* an item that a dying list has let go of */
        return;
    json_open_array(json, NULL);
    json_put_string(json, NULL, label);
    json_put_number(json, NULL, target);
    json_close_array(json);
}

static void put_value(Writer *writer, JsonText *json, ObjectId id)
{
    Text value = {0};
    const Object *object = row(writer, id);
    if (object->kind == KIND_TYPE || object->kind == KIND_FUNCTION ||
        object->kind == KIND_MODULE || object->kind == KIND_BUILTIN ||
        object->kind == KIND_GENERATOR)
        cursor_name(&writer->cursor, id, &value);
    else
        cursor_value(&writer->cursor, id, UINT32_MAX, &value);
    if (value.length)
        json_put_string(json, "value", text_slice(&value));
    text_done(&value);
    if (object->kind == KIND_WEAKREF)
        json_put_number(json, "referent", object->a);
}

static void put_type(Writer *writer, JsonText *json, ObjectId id)
{
    Text name = {0};
    cursor_type_name(&writer->cursor, id, &name);
    json_put_string(json, "type", text_slice(&name));
    text_done(&name);
}

static void put_generation(const Writer *writer, JsonText *json, ObjectId id)
{
    int generation = collector_generation(writer->trace->model, &writer->cursor.state, id);
    if (generation < 0)
        json_put_null(json, "generation");
    else if (generation == 3)
        json_put_string(json, "generation", slice_of("permanent"));
    else
        json_put_number(json, "generation", (uint64_t)generation);
}

static void put_count(Writer *writer, JsonText *json, ObjectId id)
{
    const Object *object = row(writer, id);
    if (object->flags & OBJECT_IMMORTAL) {
        json_put_bool(json, "immortal", true);
        return;
    }
    uint32_t count = state_refcount(&writer->cursor.state, id);
    json_put_number(json, "refcount", count);
    holders_put(&writer->holders, &writer->cursor, id, count, json);
}

static void put_record(Writer *writer, ObjectId id)
{
    const Object *object = row(writer, id);
    JsonText json = {.out = &writer->record};
    text_clear(&writer->record);
    json_open_object(&json, NULL);
    json_put_number(&json, "id", id);
    put_type(writer, &json, id);
    if (object->type)
        json_put_number(&json, "class", object->type);
    put_value(writer, &json, id);
    json_put_number(&json, "size", cursor_size(&writer->cursor, id));
    json_put_number(&json, "address",
                    state_address(&writer->cursor.state, writer->trace->model->profile, id));
    put_count(writer, &json, id);
    put_generation(writer, &json, id);
    json_put_bool(&json, "reached", writer->marks[id]);
    if (object->flags & OBJECT_DYING && !object->refcount)
        json_put_bool(&json, "dying", true);
    if (object->flags & OBJECT_FINALIZED)
        json_put_bool(&json, "finalized", true);
    json_open_array(&json, "references");
    references_of(writer, id, put_reference, &json);
    json_close_array(&json);
    json_close_object(&json);
}

/* FNV-1a; never 0 or UNWRITTEN. */
static uint64_t hash_of(Slice bytes)
{
    uint64_t hash = 0xCBF29CE484222325u;
    for (size_t i = 0; i < bytes.length; i++)
        hash = (hash ^ (unsigned char)bytes.bytes[i]) * 0x100000001B3u;
    return hash | 2;
}

/* Those about which something is new; the dead are forgotten. */
static void put_objects(Writer *writer)
{
    size_t kept = 0;
    holders_find(&writer->holders, &writer->cursor, writer->hashes);
    json_open_array(&writer->json, "objects");
    for (size_t i = 0; i < writer->met_count; i++) {
        ObjectId id = writer->met[i];
        if (row(writer, id)->kind == KIND_FREE)
            continue;
        writer->met[kept++] = id;
        put_record(writer, id);
        uint64_t hash = hash_of(text_slice(&writer->record));
        if (hash == writer->hashes[id])
            continue;
        writer->hashes[id] = hash;
        json_break(&writer->json);
        json_put_raw(&writer->json, NULL, text_slice(&writer->record));
    }
    writer->met_count = kept;
    json_close_array(&writer->json);
}

/* --- events --- */

static void put_registers(JsonText *json, const char *key, const uint32_t *registers)
{
    json_open_array(json, key);
    for (int i = 0; i < 3; i++)
        json_put_number(json, NULL, registers[i]);
    json_close_array(json);
}

static void put_collector(Writer *writer)
{
    JsonText *json = &writer->json;
    const uint32_t *registers = writer->cursor.state.registers;
    json_open_object(json, "gc");
    put_registers(json, "count", registers + REGISTER_GC_COUNT0);
    put_registers(json, "threshold", registers + REGISTER_GC_THRESHOLD0);
    json_put_bool(json, "enabled", registers[REGISTER_GC_ENABLED]);
    put_registers(json, "collections", registers + REGISTER_GC_COLLECTIONS0);
    put_registers(json, "collected", registers + REGISTER_GC_COLLECTED0);
    json_close_object(json);
}

/* Changes since the last event. Words of the private heap's tables are left out: blocks stand
 * with the objects. */
static void put_changes(Writer *writer, uint32_t end)
{
    json_open_array(&writer->json, "changes");
    for (uint32_t i = writer->written; i < end; i++)
        if (trace_change(writer->trace, i)->kind != CHANGE_MEMORY)
            trace_json_change(writer->trace, i, &writer->json);
    json_close_array(&writer->json);
}

static void put_died(Writer *writer, uint32_t end)
{
    json_open_array(&writer->json, "died");
    for (uint32_t i = writer->written; i < end; i++) {
        const Change *change = trace_change(writer->trace, i);
        if (change->kind == CHANGE_DESTROY && writer->hashes[change->target])
            json_put_number(&writer->json, NULL, change->target);
    }
    json_close_array(&writer->json);
}

static void put_output(Writer *writer, uint32_t end)
{
    const Text *output = &writer->trace->model->output;
    json_open_array(&writer->json, "output");
    for (uint32_t i = writer->written; i < end; i++) {
        const Change *change = trace_change(writer->trace, i);
        if (change->kind != CHANGE_OUTPUT)
            continue;
        json_open_object(&writer->json, NULL);
        json_put_string(&writer->json, "stream",
                        slice_of(change->index == 1 ? "stdout" : "stderr"));
        json_put_string(
            &writer->json, "text",
            (Slice){output->bytes + change->before, change->after - change->before});
        json_close_object(&writer->json);
    }
    json_close_array(&writer->json);
}

/* The value that a frame gives back at this Change: what C code holds. 0: an exception leaves
 * it. */
static ObjectId returned_value(const Writer *writer, const Change *change)
{
    const Object *hand = row(writer, HAND);
    if (change->kind == CHANGE_RETURN && change->index == 0) {
        const Code *code = cursor_code(&writer->cursor, change->target);
        const Instruction *last = &code->instructions[row(writer, change->target)->a];
        if (last->op == OP_RETURN_CONST)
            return row(writer, row(writer, change->target)->slots[FRAME_SLOT_CODE])
                ->slots[last->arg];
    }
    bool gives = change->kind == CHANGE_RETURN && change->index != 1 && hand->slot_count;
    return gives ? hand->slots[hand->slot_count - 1] : 0;
}

static void put_event(Writer *writer, uint32_t index, uint32_t line)
{
    const Change *change = trace_change(writer->trace, index);
    const Code *code = cursor_code(&writer->cursor, change->target);
    JsonText *json = &writer->json;
    find_frames(writer);
    ObjectId returned = returned_value(writer, change);
    meet_all(writer, returned);
    json_break(json);
    json_open_object(json, NULL);
    json_put_number(json, "event", writer->event_count);
    json_put_number(json, "step", trace_step_at(writer->trace, index));
    json_put_string(json, "kind",
                    slice_of(change->kind == CHANGE_INSTRUCTION ? "line" : "return"));
    json_put_string(json, "function", code->name);
    json_put_number(json, "line", line);
    if (returned)
        json_put_number(json, "returns", returned);
    put_frames(writer);
    put_objects(writer);
    put_died(writer, index);
    put_collector(writer);
    put_output(writer, index);
    put_changes(writer, index);
    json_close_object(json);
    writer->written = index;
}

/* The end of a body without a return: it has no line of its own. */
static bool is_fall_off(const Code *code, uint32_t at)
{
    uint32_t count = code->instruction_count;
    if (at + 1 == count && code->instructions[at].op == OP_RETURN_CONST)
        return !code->instructions[at].starts_statement;
    return at + 2 >= count && count >= 2 && !code->instructions[count - 2].starts_statement &&
           code->instructions[count - 2].op == OP_LOAD_CONST;
}

/* An instruction of the frame that begins a statement, or that a loop comes back to, is a new
 * line where it stands on another one, or comes again (Python/ceval.c, maybe_call_line_trace).
 */
static bool begins_line(const Writer *writer, const Change *change, const Code *code)
{
    uint32_t line = code->locations[change->after].line;
    uint32_t last = writer->lines[change->target];
    bool back = change->after < change->before;
    if (is_fall_off(code, change->after))
        return false;
    return line && (back || (line != last && (last || change->index)));
}

/* Where CPython's trace function would be called: a line is about to run, a frame of the
 * program ends or is suspended. Making a generator is none. */
static bool is_event(const Writer *writer, const Change *change)
{
    bool runs = change->kind == CHANGE_INSTRUCTION;
    if (!runs && (change->kind != CHANGE_RETURN || !change->target))
        return false;
    const Code *code = cursor_code(&writer->cursor, change->target);
    if (!code || trace_is_library(writer->trace, code))
        return false;
    if (runs)
        return begins_line(writer, change, code);
    return code->instructions[row(writer, change->target)->a].op != OP_RETURN_GENERATOR;
}

static uint32_t event_line(Writer *writer, const Change *change)
{
    const Code *code = cursor_code(&writer->cursor, change->target);
    uint32_t *last = &writer->lines[change->target];
    uint32_t at =
        change->kind == CHANGE_INSTRUCTION ? change->after : row(writer, change->target)->a;
    uint32_t line = at < code->instruction_count ? code->locations[at].line : code->first_line;
    if (change->kind == CHANGE_INSTRUCTION)
        return *last = line;
    /* From 3.10 on leaving at the end counts to the line that led there. */
    bool follows = *last && writer->trace->model->profile->minor >= 10;
    return follows ? *last : line;
}

static void put_events(Writer *writer)
{
    const Trace *trace = writer->trace;
    json_open_array(&writer->json, "events");
    /* The one that ends the program is at the trace's end itself. */
    for (uint32_t i = 0; i <= trace->end && i < trace->model->journal.count; i++) {
        TraceJsonOptions *options = &writer->options;
        cursor_seek(&writer->cursor, i);
        if (!is_event(writer, trace_change(trace, i)))
            continue;
        uint32_t line = event_line(writer, trace_change(trace, i));
        if (!options->wants || options->wants(options->context, trace_step_at(trace, i)))
            put_event(writer, i, line);
        writer->event_count++;
    }
    json_close_array(&writer->json);
}

static void put_head(Writer *writer)
{
    JsonText *json = &writer->json;
    const Profile *profile = writer->trace->model->profile;
    json_put_string(json, "format", slice_of("heapstep trace"));
    json_put_number(json, "format_version", FORMAT_VERSION);
    json_put_string(json, "program", writer->options.program);
    json_put_string(json, "python", slice_of(profile->full));
    json_put_string(json, "mode", slice_of(writer->options.repl ? "repl" : "file"));
}

void trace_json_write(const Trace *trace, TraceJsonOptions options, Text *ret_text)
{
    Writer *writer = memory_allocate(sizeof *writer);
    writer->trace = trace;
    writer->options = options;
    writer->json.out = ret_text;
    writer->hashes = memory_allocate(trace->object_end * sizeof *writer->hashes);
    writer->marks = memory_allocate(trace->object_end);
    writer->lines = memory_allocate(trace->object_end * sizeof *writer->lines);
    cursor_init(&writer->cursor, trace);
    json_open_object(&writer->json, NULL);
    put_head(writer);
    put_events(writer);
    json_close_object(&writer->json);
    json_break(&writer->json);
    cursor_done(&writer->cursor);
    holders_done(&writer->holders);
    text_done(&writer->record);
    free(writer->met);
    free(writer->todo);
    free(writer->hashes);
    free(writer->marks);
    free(writer->lines);
    free(writer);
}
