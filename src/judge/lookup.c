#include "judge/lookup.h"

#include "model/containers.h"

static const Object *row(const Cursor *cursor, ObjectId id)
{
    return state_object(&cursor->state, id);
}

static ObjectId find_in_dict(const Cursor *cursor, ObjectId dict, Slice key)
{
    ObjectId name, value;
    for (uint32_t i = 0; dict && dict_entry(&cursor->state, dict, i, &name, &value); i++)
        if (name && row(cursor, name)->kind == KIND_STR &&
            slice_equal(str_slice(cursor->trace->model, name), key))
            return value;
    return 0;
}

static ObjectId find_local(const Cursor *cursor, ObjectId frame, Slice name)
{
    Binding binding;
    for (uint32_t i = 0; cursor_binding(cursor, frame, i, &binding); i++)
        if (slice_equal(binding.name, name))
            return binding.value;
    return 0;
}

static ObjectId find_name(const Cursor *cursor, ObjectId frame, Slice name)
{
    bool living = frame && row(cursor, frame)->kind == KIND_FRAME;
    ObjectId found = living ? find_local(cursor, frame, name) : 0;
    return found ? found : find_in_dict(cursor, cursor->trace->main_dict, name);
}

static ObjectId find_in_classes(const Cursor *cursor, ObjectId type, Slice name)
{
    ObjectId mro = type ? row(cursor, type)->slots[TYPE_SLOT_MRO] : 0;
    for (uint32_t i = 0; mro && i < row(cursor, mro)->slot_count; i++) {
        ObjectId found =
            find_in_dict(cursor, row(cursor, row(cursor, mro)->slots[i])->dict, name);
        if (found)
            return found;
    }
    return 0;
}

static ObjectId find_attribute(const Cursor *cursor, ObjectId id, Slice name)
{
    const Object *object = row(cursor, id);
    ObjectId key, value;
    if (object->kind == KIND_TYPE)
        return find_in_classes(cursor, id, name);
    for (uint32_t i = 0;
         object->kind == KIND_INSTANCE &&
         instance_attribute(cursor->trace->model, &cursor->state, id, i, &key, &value);
         i++)
        if (slice_equal(str_slice(cursor->trace->model, key), name))
            return value;
    ObjectId found = find_in_dict(cursor, object->dict, name);
    return found ? found : find_in_classes(cursor, object->type, name);
}

static bool key_is_int(const Cursor *cursor, ObjectId key, int64_t value)
{
    const Object *object = row(cursor, key);
    return (object->kind == KIND_INT || object->kind == KIND_BOOL) && object->a == 0 &&
           model_payload(cursor->trace->model, key).integer == value;
}

static ObjectId find_item(const Cursor *cursor, ObjectId id, int64_t index)
{
    const Object *object = row(cursor, id);
    ObjectId key, value;
    if (object->kind == KIND_LIST || object->kind == KIND_TUPLE) {
        int64_t place = index < 0 ? index + object->slot_count : index;
        return place >= 0 && place < object->slot_count ? object->slots[place] : 0;
    }
    for (uint32_t i = 0;
         object->kind == KIND_DICT && dict_entry(&cursor->state, id, i, &key, &value); i++)
        if (key && key_is_int(cursor, key, index))
            return value;
    return 0;
}

static ObjectId follow(const Cursor *cursor, ObjectId id, const PathPart *part)
{
    switch (part->kind) {
    case PATH_ATTRIBUTE:
        return find_attribute(cursor, id, part->text);
    case PATH_INDEX:
        return find_item(cursor, id, part->index);
    case PATH_KEY:
        return row(cursor, id)->kind == KIND_DICT ? find_in_dict(cursor, id, part->text) : 0;
    }
    return 0;
}

ObjectId lookup_path(const Cursor *cursor, ObjectId frame, const Path *path, Text *ret_missing)
{
    ObjectId id = find_name(cursor, frame, path->parts[0].text);
    if (!id) {
        text_append_format(ret_missing, "the name %.*s is not bound",
                           (int)path->parts[0].text.length, path->parts[0].text.bytes);
        return 0;
    }
    for (uint32_t i = 1; i < path->count; i++) {
        const PathPart *part = &path->parts[i];
        id = follow(cursor, id, part);
        if (id)
            continue;
        if (part->kind == PATH_INDEX)
            text_append_format(ret_missing, "there is no item %lld", (long long)part->index);
        else
            text_append_format(ret_missing, "there is no %s %.*s",
                               part->kind == PATH_KEY ? "key" : "attribute",
                               (int)part->text.length, part->text.bytes);
        return 0;
    }
    return id;
}
