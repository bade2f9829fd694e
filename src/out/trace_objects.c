#include "model/collector.h"
#include "out/trace_writer.h"

/* --- frames --- */

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
    for (uint32_t i = writer_stack_start(writer, frame);
         i < writer_row(writer, frame)->slot_count; i++)
        if (writer_row(writer, frame)->slots[i])
            json_put_number(&writer->json, NULL, writer_row(writer, frame)->slots[i]);
    json_close_array(&writer->json);
}

void writer_put_frames(Writer *writer)
{
    json_open_array(&writer->json, "frames");
    for (uint32_t i = 0; i < writer->frame_count; i++) {
        ObjectId frame = writer->frames[i];
        const Code *code = cursor_code(&writer->cursor, frame);
        uint32_t at = writer_row(writer, frame)->a;
        json_open_object(&writer->json, NULL);
        json_put_number(&writer->json, "id", frame);
        json_put_string(&writer->json, "function", code->name);
        json_put_number(&writer->json, "line", code_line_at(code, at));
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
    const Object *object = writer_row(writer, id);
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
    const Object *object = writer_row(writer, id);
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
    const Object *object = writer_row(writer, id);
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
    json_put_bool(&json, "reached", writer->marks[id] == MARK_REACHED);
    if (object->flags & OBJECT_DYING && !object->refcount)
        json_put_bool(&json, "dying", true);
    if (object->flags & OBJECT_FINALIZED)
        json_put_bool(&json, "finalized", true);
    if (object->kind == KIND_TYPE)
        json_put_bool(&json, "built_in",
                      (object->flags & (OBJECT_HEAP_TYPE | OBJECT_STARTUP)) != OBJECT_HEAP_TYPE);
    json_open_array(&json, "references");
    writer_references(writer, id, put_reference, &json);
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

/* The dead are forgotten; those that may tell something new are marked. Are there any? */
static bool find_stirred(Writer *writer)
{
    size_t kept = 0;
    bool any = false;
    holders_sum(&writer->holders, &writer->cursor, writer->sums);
    for (size_t i = 0; i < writer->met_count; i++) {
        ObjectId id = writer->met[i];
        if (writer_row(writer, id)->kind == KIND_FREE)
            continue;
        writer->met[kept++] = id;
        uint64_t print = writer_fingerprint(writer, id);
        writer->stirred[id] = print != writer->fingerprints[id];
        writer->fingerprints[id] = print;
        any |= writer->stirred[id];
    }
    writer->met_count = kept;
    return any;
}

static void put_if_new(Writer *writer, ObjectId id)
{
    put_record(writer, id);
    uint64_t hash = hash_of(text_slice(&writer->record));
    if (hash == writer->hashes[id])
        return;
    writer->hashes[id] = hash;
    json_break(&writer->json);
    json_put_raw(&writer->json, NULL, text_slice(&writer->record));
}

/* Those about which something is new. */
void writer_put_objects(Writer *writer)
{
    json_open_array(&writer->json, "objects");
    if (find_stirred(writer)) {
        holders_find(&writer->holders, &writer->cursor, writer->stirred);
        for (size_t i = 0; i < writer->met_count; i++)
            if (writer->stirred[writer->met[i]])
                put_if_new(writer, writer->met[i]);
    }
    json_close_array(&writer->json);
}
