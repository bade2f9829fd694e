/* What stands out: what this step changed, and what has to do with the thing pointed at. */
#include <string.h>

#include "view/drawing.h"

/* --- what the step did --- */

static bool same_rows(const Drawing *drawing, ObjectId id)
{
    uint32_t count = sight_row_count(drawing->now, drawing->cursor, id);
    if (count != sight_row_count(drawing->was, drawing->before, id))
        return false;
    Row now, was;
    for (uint32_t i = 0; i < count; i++) {
        if (!sight_row(drawing->now, drawing->cursor, id, i, &now) ||
            !sight_row(drawing->was, drawing->before, id, i, &was))
            return false;
        if (now.reference.target != was.reference.target || now.hidden != was.hidden)
            return false;
    }
    return true;
}

Light light_of(const Drawing *drawing, ObjectId id)
{
    const Object *object = state_object(&drawing->cursor->state, id);
    Light light = {
        .is_immortal = object->flags & OBJECT_IMMORTAL,
        .is_garbage = drawing->now->seen[id] == SEEN_GARBAGE,
    };
    if (drawing->cursor->change == drawing->before->change)
        return light;
    if (!state_alive(&drawing->before->state, id)) {
        light.is_new = true;
        return light;
    }
    const Object *old = state_object(&drawing->before->state, id);
    if (!light.is_immortal)
        light.count_change = (int32_t)(object->refcount - old->refcount);
    bool has_grown = object->kind == KIND_STR && object->c != old->c; /* str_grow */
    light.is_changed = light.count_change || has_grown || !same_rows(drawing, id);
    return light;
}

static ObjectId frame_before(const Drawing *drawing, ObjectId frame)
{
    if (state_alive(&drawing->before->state, frame))
        return frame;
    ObjectId names = cursor_namespace(drawing->cursor, frame);
    for (uint32_t i = 0; names && i < drawing->was->frame_count; i++)
        if (cursor_namespace(drawing->before, drawing->was->frames[i]) == names)
            return drawing->was->frames[i];
    return 0;
}

ObjectId light_name_before(const Drawing *drawing, ObjectId frame, Slice name)
{
    ObjectId before = frame_before(drawing, frame);
    Binding binding;
    for (uint32_t i = 0; before && cursor_binding(drawing->before, before, i, &binding); i++)
        if (slice_equal(binding.name, name))
            return binding.value;
    return 0;
}

/* --- what is pointed at --- */

static bool is_canvas_kind(uint32_t kind)
{
    return kind == PICK_OBJECT || kind == PICK_BADGE || kind == PICK_SLOT ||
           kind == PICK_ARROW || kind == PICK_NAME || kind == PICK_FRAME;
}

static void light_frames(const Drawing *drawing, uint8_t *lit)
{
    ItemId hover = drawing->hover;
    for (uint32_t i = 0; i < drawing->now->frame_count; i++) {
        ObjectId frame = drawing->now->frames[i];
        const Scope *scope = census_scope(drawing->census, drawing->cursor, frame, i);
        Binding binding;
        for (uint32_t j = 0; scope && cursor_binding(drawing->cursor, frame, j, &binding);
             j++) {
            uint32_t row = census_row(drawing->census, scope, &binding, j);
            if (binding.value && binding.value == hover.object)
                lit[frame] = 1;
            if (frame == hover.object && (hover.kind == PICK_FRAME || row == hover.part))
                lit[binding.value] = 1;
        }
    }
}

static void light_objects(const Drawing *drawing, uint8_t *lit)
{
    ItemId hover = drawing->hover;
    bool one_row = hover.kind == PICK_SLOT || hover.kind == PICK_ARROW;
    for (size_t i = 0; i < drawing->now->count; i++) {
        ObjectId id = drawing->now->objects[i];
        Row row;
        for (uint32_t j = 0; sight_row(drawing->now, drawing->cursor, id, j, &row); j++) {
            if (row.reference.target == hover.object && row.is_linked && !one_row)
                lit[id] = 1;
            if (id == hover.object && row.is_linked && (!one_row || j == hover.part))
                lit[row.reference.target] = 1;
        }
    }
}

static bool is_shown(const Drawing *drawing, ObjectId object)
{
    if (object >= drawing->census->trace->object_end)
        return false;
    for (uint32_t i = 0; i < drawing->now->frame_count; i++)
        if (drawing->now->frames[i] == object)
            return true;
    return drawing->now->seen[object] != SEEN_NOT;
}

void light_hover(Drawing *drawing, uint8_t *lit)
{
    drawing->lit = lit;
    ObjectId object = drawing->hover.object;
    drawing->has_hover = is_canvas_kind(drawing->hover.kind) && is_shown(drawing, object);
    memset(lit, 0, drawing->census->trace->object_end + 1);
    if (!drawing->has_hover)
        return;
    lit[object] = 1;
    light_frames(drawing, lit);
    light_objects(drawing, lit);
}

bool light_on_arrow(const Drawing *drawing, ObjectId holder, uint32_t row, ObjectId target,
                    bool is_name)
{
    ItemId hover = drawing->hover;
    switch ((PickKind)hover.kind) {
    case PICK_OBJECT:
    case PICK_BADGE:
        return holder == hover.object || target == hover.object;
    case PICK_SLOT:
    case PICK_ARROW:
    case PICK_NAME:
        return holder == hover.object && row == hover.part;
    case PICK_FRAME:
        return is_name && holder == hover.object;
    case PICK_NONE:
    case PICK_LINE:
    case PICK_TIMELINE:
    case PICK_PANEL:
    case PICK_BAND:
        return false;
    }
    return false;
}
