/* Of what a record is made: the object's row, the rows that it is told with (its dict, the
 * dict's keys, its class's name, a frame), who holds it and whether it is reached. */
#include "model/collector.h"
#include "model/containers.h"
#include "out/trace_writer.h"

static uint64_t mix(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 29;
}

static uint64_t mix_slots(uint64_t hash, const Object *object)
{
    hash = mix(hash, object->slot_count);
    for (uint32_t i = 0; i < object->slot_count; i++)
        hash = mix(hash, object->slots[i]);
    return hash;
}

static uint64_t mix_row(uint64_t hash, const Object *object)
{
    const uint32_t words[] = {object->refcount,  object->type, object->dict,  object->kind,
                              object->flags,     object->size, object->block, object->body,
                              object->body_size, object->a,    object->b,     object->c};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        hash = mix(hash, words[i]);
    return mix_slots(hash, object);
}

/* Keys that a dict shares with others can grow without it. */
static uint64_t mix_dict(const Writer *writer, uint64_t hash, ObjectId dict)
{
    hash = mix_row(hash, writer_row(writer, dict));
    ObjectId keys = dict_shared_keys(&writer->cursor.state, dict);
    return keys ? mix_row(hash, writer_row(writer, keys)) : hash;
}

static uint64_t mix_frame(const Writer *writer, uint64_t hash, ObjectId frame)
{
    ObjectId names = cursor_namespace(&writer->cursor, frame);
    hash = mix_row(hash, writer_row(writer, frame));
    return names ? mix_dict(writer, hash, names) : hash;
}

static uint64_t mix_class(const Writer *writer, uint64_t hash, ObjectId type)
{
    const Object *object = writer_row(writer, type);
    return mix(hash, object->slot_count > TYPE_SLOT_NAME ? object->slots[TYPE_SLOT_NAME] : 0);
}

uint64_t writer_fingerprint(const Writer *writer, ObjectId id)
{
    const State *state = &writer->cursor.state;
    const Object *object = writer_row(writer, id);
    ObjectId frame = writer_frame_of(writer, id);
    uint64_t hash = mix(writer->sums[id], writer->marks[id]);
    hash = mix(hash, (uint64_t)collector_generation(writer->trace->model, state, id));
    hash = object->kind == KIND_DICT ? mix_dict(writer, hash, id) : mix_row(hash, object);
    if (object->dict)
        hash = mix_dict(writer, hash, object->dict);
    if (object->type)
        hash = mix_class(writer, hash, object->type);
    return frame ? mix_frame(writer, hash, frame) : hash;
}
