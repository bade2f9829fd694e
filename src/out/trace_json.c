#include "out/trace_json.h"

#include <stdlib.h>

#include "base/memory.h"
#include "out/trace_writer.h"

enum { FORMAT_VERSION = 1 };

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

/* The value that a trace function is told of when a frame ends: what C code holds. Where an
 * exception leaves the frame, it is nothing (0), in 3.12 None. */
static ObjectId returned_value(const Writer *writer, const Change *change)
{
    const Model *model = writer->trace->model;
    const Object *hand = writer_row(writer, HAND);
    if (change->kind != CHANGE_RETURN)
        return 0;
    if (change->index == 1)
        return model->profile->minor == 12 ? model->none : 0;
    ObjectId constant =
        change->index == 0 ? cursor_returned_constant(&writer->cursor, change->target) : 0;
    if (constant || !hand->slot_count)
        return constant;
    return hand->slots[hand->slot_count - 1];
}

static void put_event(Writer *writer, uint32_t index, uint32_t line)
{
    const Change *change = trace_change(writer->trace, index);
    const Code *code = cursor_code(&writer->cursor, change->target);
    JsonText *json = &writer->json;
    ObjectId returned = returned_value(writer, change);
    writer_meet_all(writer, returned);
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
    if (change->kind == CHANGE_RETURN && change->index == 1)
        json_put_bool(json, "raises", true);
    writer_put_frames(writer);
    writer_put_objects(writer);
    put_died(writer, index);
    put_collector(writer);
    put_output(writer, index);
    put_changes(writer, index);
    json_close_object(json);
    writer->written = index;
}

static void put_events(Writer *writer)
{
    const Trace *trace = writer->trace;
    json_open_array(&writer->json, "events");
    /* The one that ends the program is at the trace's end itself. */
    for (uint32_t i = 0; i <= trace->end && i < trace->model->journal.count; i++) {
        TraceJsonOptions *options = &writer->options;
        cursor_seek(&writer->cursor, i);
        uint32_t line;
        if (!line_events_at(&writer->lines, &writer->cursor, trace_change(trace, i), &line))
            continue;
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
    writer->fingerprints = memory_allocate(trace->object_end * sizeof *writer->fingerprints);
    writer->sums = memory_allocate(trace->object_end * sizeof *writer->sums);
    writer->stirred = memory_allocate(trace->object_end);
    writer->marks = memory_allocate(trace->object_end);
    line_events_init(&writer->lines, trace);
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
    free(writer->fingerprints);
    free(writer->sums);
    free(writer->stirred);
    free(writer->marks);
    line_events_done(&writer->lines);
    free(writer);
}
