#include "out/trace_writer.h"

#include "base/list.h"

static Slice printed(Text *text, const char *format, uint32_t number)
{
    text_clear(text);
    text_append_format(text, format, number);
    return text_slice(text);
}

static void meet(Writer *writer, ObjectId id)
{
    if (!id || writer->marks[id])
        return;
    writer->marks[id] = writer->mark;
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

uint32_t writer_stack_start(const Writer *writer, ObjectId frame)
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

static void slot_references(const Writer *writer, ObjectId id, OnReference *give, void *context)
{
    Text label = {0};
    uint32_t number = 0;
    for (uint32_t i = 0; i < writer_row(writer, id)->slot_count; i++)
        if (writer_row(writer, id)->slots[i])
            give(context, printed(&label, "%u", number++), writer_row(writer, id)->slots[i]);
    text_done(&label);
}

static void frame_references(const Writer *writer, ObjectId frame, OnReference *give,
                             void *context)
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
    uint32_t start = writer_stack_start(writer, frame);
    for (uint32_t i = start; i < writer_row(writer, frame)->slot_count; i++)
        if (writer_row(writer, frame)->slots[i])
            give(context, printed(&label, "stack%u", i - start),
                 writer_row(writer, frame)->slots[i]);
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

/* What most kinds refer to, without labels. */
static void plain_targets(Writer *writer, ObjectId id)
{
    ReferenceWalk walk = {.cursor = &writer->cursor, .id = id};
    Reference reference;
    while (reference_next(&walk, &reference)) {
        meet(writer, reference.key);
        meet(writer, reference.target);
    }
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

ObjectId writer_frame_of(const Writer *writer, ObjectId id)
{
    const Object *object = writer_row(writer, id);
    ObjectId frame = object->kind == KIND_FRAME                             ? id
                     : object->kind == KIND_GENERATOR && object->slot_count ? object->slots[0]
                                                                            : 0;
    return frame && !is_running(writer, frame) ? frame : 0;
}

/* How the references of an object are found. */
typedef enum Look { LOOK_NOT, LOOK_FRAME, LOOK_SLOTS, LOOK_SELF, LOOK_PLAIN } Look;

static Look look_at(const Writer *writer, ObjectId id)
{
    const Object *object = writer_row(writer, id);
    switch ((int)object->kind) {
    case KIND_MODULE:
        return LOOK_NOT;
    case KIND_TYPE:
        return object->flags & OBJECT_STARTUP ? LOOK_NOT : LOOK_PLAIN;
    case KIND_FRAME:
    case KIND_GENERATOR:
        return writer_frame_of(writer, id) ? LOOK_FRAME : LOOK_NOT;
    case KIND_ITERATOR:
    case KIND_PROPERTY:
        return LOOK_SLOTS;
    case KIND_BUILTIN:
        return object->slot_count && object->slots[0] &&
                       trace_is_drawable(&writer->cursor.state, object->slots[0])
                   ? LOOK_SELF
                   : LOOK_PLAIN;
    default:
        return LOOK_PLAIN;
    }
}

void writer_references(const Writer *writer, ObjectId id, OnReference *give, void *context)
{
    switch (look_at(writer, id)) {
    case LOOK_NOT:
        return;
    case LOOK_FRAME:
        frame_references(writer, writer_frame_of(writer, id), give, context);
        return;
    case LOOK_SLOTS:
        slot_references(writer, id, give, context);
        return;
    case LOOK_SELF:
        give(context, slice_of("__self__"), writer_row(writer, id)->slots[0]);
        return;
    case LOOK_PLAIN:
        plain_references(writer, id, give, context);
        return;
    }
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
        if (look_at(writer, id) == LOOK_PLAIN)
            plain_targets(writer, id);
        else
            writer_references(writer, id, meet_reference, writer);
        if (writer_row(writer, id)->kind == KIND_EXCEPTION) /* handlers show it */
            meet(writer, writer_row(writer, id)->type);
    }
}

static void find_frames(Writer *writer)
{
    ObjectId all[FRAME_LIMIT];
    uint32_t count = cursor_frames(&writer->cursor, all, FRAME_LIMIT);
    writer->frame_count = 0;
    for (uint32_t i = 0; i < count; i++)
        if (!trace_is_library(writer->trace, cursor_code(&writer->cursor, all[i])))
            writer->frames[writer->frame_count++] = all[i];
}

/* What was met before and nothing leads to now still refers to things, new ones among them. */
static void meet_left(Writer *writer)
{
    writer->mark = MARK_LEFT;
    size_t count = writer->met_count;
    for (size_t i = 0; i < count; i++)
        if (writer_row(writer, writer->met[i])->kind != KIND_FREE) {
            meet(writer, writer->met[i]);
            meet_further(writer);
        }
}

/* From the names on; then from what is left. */
void writer_meet_all(Writer *writer, ObjectId returned)
{
    find_frames(writer);
    writer->mark = MARK_REACHED;
    for (size_t i = 0; i < writer->met_count; i++)
        writer->marks[writer->met[i]] = 0;
    for (uint32_t i = 0; i < writer->frame_count; i++)
        frame_references(writer, writer->frames[i], meet_reference, writer);
    meet(writer, returned);
    meet_further(writer);
    meet_left(writer);
}
