/* Writing references: each function is one Change and the deaths that follow from it. */
#include <assert.h>

#include "base/list.h"
#include "model/model.h"

/* Room for a span; where no journal is kept each takes the place of the one before. */
static uint32_t add_span(Journal *journal, uint32_t words)
{
    Spans *spans = &journal->spans;
    if (!journal->keeps)
        spans->count = 0;
    uint32_t start = (uint32_t)spans->count;
    spans->items =
        list_reserve(spans->items, &spans->capacity, spans->count + words, sizeof(uint32_t));
    spans->count += words;
    return start;
}

/* Notes the deaths among `removed` values of a span. The one noted last dies first: a list lets
 * go of its items from the last to the first, everything else in order. */
static void note_removed(Model *model, ObjectId holder, uint32_t first, uint32_t removed)
{
    bool backwards = model_kind(model, holder) == KIND_LIST;
    for (uint32_t i = 0; i < removed; i++) {
        uint32_t place = backwards ? i : removed - 1 - i;
        deaths_note(model, model->journal.spans.items[first + place]);
    }
}

void reference_splice(Model *model, ObjectId holder, uint32_t index, uint32_t removed,
                      const ObjectId *values, uint32_t inserted)
{
    if (removed + inserted == 0)
        return;
    uint32_t start = add_span(&model->journal, 2 + removed + inserted);
    uint32_t *span = model->journal.spans.items + start;
    const Object *object = model_object(model, holder);
    assert(index + removed <= object->slot_count);
    span[0] = removed;
    span[1] = inserted;
    for (uint32_t i = 0; i < removed; i++)
        span[2 + i] = object->slots[index + i];
    for (uint32_t i = 0; i < inserted; i++)
        span[2 + removed + i] = values[i];
    model_commit(
        model,
        (Change){.kind = CHANGE_SPLICE, .target = holder, .index = index, .before = start});
    note_removed(model, holder, start + 2, removed);
    deaths_run(model);
}

void reference_permute(Model *model, ObjectId holder, const ObjectId *order)
{
    uint32_t count = model_object(model, holder)->slot_count;
    uint32_t start = add_span(&model->journal, 1 + 2 * count);
    uint32_t *span = model->journal.spans.items + start;
    const Object *object = model_object(model, holder);
    span[0] = count;
    for (uint32_t i = 0; i < count; i++) {
        span[1 + i] = object->slots[i];
        span[1 + count + i] = order[i];
    }
    model_commit(model, (Change){.kind = CHANGE_PERMUTE, .target = holder, .before = start});
}

static void set_counted(Model *model, ObjectId id, Field field, ObjectId before, ObjectId value)
{
    if (before == value)
        return;
    model_commit(model, (Change){.kind = CHANGE_REFERENCE,
                                 .field = (uint8_t)field,
                                 .target = id,
                                 .before = before,
                                 .after = value});
    deaths_follow(model, before);
}

void reference_set_dict(Model *model, ObjectId id, ObjectId dict)
{
    if (model_kind(model, id) == KIND_TYPE)
        model->namespace_changes++;
    set_counted(model, id, FIELD_DICT, model_object(model, id)->dict, dict);
}

void reference_set_type(Model *model, ObjectId id, ObjectId type)
{
    set_counted(model, id, FIELD_TYPE, model_object(model, id)->type, type);
}
