/* Names and references as the picture shows them. */
#include <stdio.h>
#include <string.h>

#include "model/containers.h"
#include "trace/cursor.h"
#include "trace/describe.h"

static const Object *row(const Cursor *cursor, ObjectId id)
{
    return state_object(&cursor->state, id);
}

static Slice str_of(const Cursor *cursor, ObjectId id)
{
    return row(cursor, id)->kind == KIND_STR ? str_slice(cursor->trace->model, id)
                                             : (Slice){"?", 1};
}

/* --- names --- */

static bool is_module_noise(Slice name)
{
    static const char *const noise[] = {"__name__",      "__doc__",
                                        "__package__",   "__loader__",
                                        "__spec__",      "__annotations__",
                                        "__builtins__",  "__file__",
                                        "__cached__",    "__module__",
                                        "__qualname__",  "__firstlineno__",
                                        "__classcell__", "__static_attributes__"};
    if (name.length < 2 || name.bytes[0] != '_' || name.bytes[1] != '_')
        return false;
    for (size_t i = 0; i < sizeof noise / sizeof *noise; i++)
        if (slice_is(name, noise[i]))
            return true;
    return false;
}

static bool namespace_binding(const Cursor *cursor, ObjectId dict, uint32_t index,
                              Binding *ret_binding)
{
    ObjectId key, value;
    uint32_t first = dict == cursor->trace->main_dict ? cursor->trace->main_first : 0;
    for (uint32_t i = first; dict_entry(&cursor->state, dict, i, &key, &value); i++) {
        if (!key || is_module_noise(str_of(cursor, key)) || index-- > 0)
            continue;
        *ret_binding = (Binding){.name = str_of(cursor, key), .value = value};
        return true;
    }
    return false;
}

static bool local_binding(const Cursor *cursor, const Object *frame, const Code *code,
                          uint32_t index, Binding *ret_binding)
{
    uint32_t slot = FRAME_SLOT_COUNT + index;
    if (index >= code->local_count || slot >= frame->slot_count)
        return false;
    uint32_t parameters = code->argument_count + code->keyword_only_count +
                          !!(code->flags & CODE_VARARGS) + !!(code->flags & CODE_VARKEYWORDS);
    ObjectId value = frame->slots[slot];
    bool is_cell =
        value && row(cursor, value)->kind == KIND_CELL && row(cursor, value)->slot_count;
    *ret_binding = (Binding){.name = trace_const_text(cursor->trace, code, code->locals[index]),
                             .value = is_cell ? row(cursor, value)->slots[0] : value,
                             .is_cell = is_cell,
                             .is_parameter = index < parameters};
    return true;
}

bool cursor_binding(const Cursor *cursor, ObjectId frame, uint32_t index, Binding *ret_binding)
{
    const Object *object = row(cursor, frame);
    const Code *code = cursor_code(cursor, frame);
    if (object->kind != KIND_FRAME || !code)
        return false;
    if (code->flags & CODE_OPTIMIZED)
        return local_binding(cursor, object, code, index, ret_binding);
    ObjectId names =
        object->slot_count > FRAME_SLOT_LOCALS ? object->slots[FRAME_SLOT_LOCALS] : 0;
    if (!names)
        names = cursor->trace->main_dict;
    return names && namespace_binding(cursor, names, index, ret_binding);
}

/* --- references --- */

static void set_label(Reference *reference, Slice label)
{
    size_t most = sizeof reference->label - 4;
    size_t length = label.length < most ? label.length : most;
    while (length < label.length && length &&
           ((unsigned char)label.bytes[length] & 0xC0) == 0x80)
        length--;
    memcpy(reference->label, label.bytes, length);
    memcpy(reference->label + length, length < label.length ? "…" : "",
           length < label.length ? 4 : 1);
}

static bool give(Reference *ret_reference, Slice label, ObjectId target, uint32_t slot)
{
    *ret_reference = (Reference){.target = target, .slot = slot};
    set_label(ret_reference, label);
    return true;
}

static bool item(const Object *object, uint32_t index, Reference *ret_reference)
{
    if (index >= object->slot_count)
        return false;
    char label[16];
    snprintf(label, sizeof label, "%u", index);
    return give(ret_reference, slice_of(label), object->slots[index], index);
}

/* Of a type in C; empty places (those of a deque's first block) are not shown. */
static bool native_item(const Object *object, uint32_t index, Reference *ret_reference)
{
    char label[16];
    snprintf(label, sizeof label, "%u", index);
    for (uint32_t i = 0, seen = 0; i < object->slot_count; i++)
        if (object->slots[i] && seen++ == index)
            return give(ret_reference, slice_of(label), object->slots[i], i);
    return false;
}

static bool member(const Object *object, uint32_t index, Reference *ret_reference)
{
    for (uint32_t i = 0; i < object->slot_count; i++)
        if (object->slots[i] && object->slots[i] != SET_DUMMY && index-- == 0)
            return give(ret_reference, (Slice){"", 0}, object->slots[i], i);
    return false;
}

static bool entry(const Cursor *cursor, ObjectId dict, uint32_t index, bool quoted,
                  Reference *ret_reference)
{
    ObjectId key, value;
    for (uint32_t i = 0; dict_entry(&cursor->state, dict, i, &key, &value); i++) {
        if (!key || (!quoted && is_module_noise(str_of(cursor, key))) || index-- > 0)
            continue;
        Text label = {0};
        if (quoted)
            describe_value(cursor, key, 16, &label);
        else
            text_append_slice(&label, str_of(cursor, key));
        if (!label.length)
            cursor_title(cursor, key, &label);
        give(ret_reference, text_slice(&label), value, 2 * i + 1);
        ret_reference->key = quoted ? key : 0;
        text_done(&label);
        return true;
    }
    return false;
}

static uint32_t entry_count(const Cursor *cursor, ObjectId dict)
{
    Reference reference;
    uint32_t count = 0;
    while (entry(cursor, dict, count, false, &reference))
        count++;
    return count;
}

/* Rows with fixed names: label of slot i, NULL where it is not drawn. */
typedef struct FixedSlots {
    const char *const *labels;
    uint32_t count;
} FixedSlots;

static FixedSlots fixed_slots(ObjectKind kind)
{
    static const char *const function[] = {
        NULL, NULL, NULL, NULL, "__defaults__", "__kwdefaults__", "__closure__"};
    static const char *const method[] = {"__func__", "__self__"};
    static const char *const cell[] = {"contents"};
    static const char *const exception[] = {"args", "__traceback__", "__cause__",
                                            "__context__"};
    static const char *const traceback[] = {"tb_next", "tb_frame"};
    static const char *const property[] = {"fget", "fset", "fdel"};
    static const char *const static_method[] = {"__func__"};
    static const char *const weakref[] = {"callback"};
    static const char *const super[] = {"type", "self"};
    static const char *const iterator[] = {"over"};
    switch ((int)kind) {
    case KIND_FUNCTION:
        return (FixedSlots){function, 7};
    case KIND_METHOD:
        return (FixedSlots){method, 2};
    case KIND_CELL:
        return (FixedSlots){cell, 1};
    case KIND_EXCEPTION:
        return (FixedSlots){exception, 4};
    case KIND_TRACEBACK:
        return (FixedSlots){traceback, 2};
    case KIND_PROPERTY:
        return (FixedSlots){property, 3};
    case KIND_STATICMETHOD:
        return (FixedSlots){static_method, 1};
    case KIND_WEAKREF:
        return (FixedSlots){weakref, 1};
    case KIND_SUPER:
        return (FixedSlots){super, 2};
    case KIND_ITERATOR:
        return (FixedSlots){iterator, 1};
    default:
        return (FixedSlots){NULL, 0};
    }
}

static bool fixed(const Object *object, FixedSlots slots, uint32_t *index,
                  Reference *ret_reference)
{
    for (uint32_t i = 0; i < slots.count && i < object->slot_count; i++)
        if (slots.labels[i] && object->slots[i] && (*index)-- == 0)
            return give(ret_reference, slice_of(slots.labels[i]), object->slots[i], i);
    return false;
}

static bool attribute(const Cursor *cursor, ObjectId id, uint32_t index,
                      Reference *ret_reference)
{
    ObjectId name, value;
    if (!instance_attribute(cursor->trace->model, &cursor->state, id, index, &name, &value))
        return false;
    const Object *object = row(cursor, id);
    uint32_t slot = 0;
    while (slot < object->slot_count && object->slots[slot] != value)
        slot++;
    return give(ret_reference, str_of(cursor, name), value,
                slot < object->slot_count ? slot : UINT32_MAX);
}

/* The bases that the program made, then the namespace. */
static bool class_member(const Cursor *cursor, const Object *type, uint32_t index,
                         Reference *ret_reference)
{
    ObjectId bases = type->slot_count > TYPE_SLOT_BASES ? type->slots[TYPE_SLOT_BASES] : 0;
    for (uint32_t i = 0; bases && i < row(cursor, bases)->slot_count; i++) {
        ObjectId base = row(cursor, bases)->slots[i];
        if (base && row(cursor, base)->flags & OBJECT_HEAP_TYPE && index-- == 0)
            return give(ret_reference, slice_of("base"), base, TYPE_SLOT_BASES);
    }
    if (!type->dict)
        return false;
    Reference reference;
    for (uint32_t i = 0; entry(cursor, type->dict, i, false, &reference); i++) {
        ObjectKind kind = (ObjectKind)row(cursor, reference.target)->kind;
        bool noise = kind == KIND_DESCRIPTOR || strcmp(reference.label, "__doc__") == 0;
        if (noise || index-- > 0)
            continue;
        *ret_reference = reference;
        return true;
    }
    return false;
}

static bool frame_local(const Cursor *cursor, ObjectId frame, uint32_t index,
                        Reference *ret_reference)
{
    Binding binding;
    for (uint32_t i = 0; cursor_binding(cursor, frame, i, &binding); i++)
        if (binding.value && index-- == 0)
            return give(ret_reference, binding.name, binding.value, FRAME_SLOT_COUNT + i);
    return false;
}

bool cursor_reference(const Cursor *cursor, ObjectId id, uint32_t index,
                      Reference *ret_reference)
{
    const Object *object = row(cursor, id);
    switch ((int)object->kind) {
    case KIND_LIST:
    case KIND_TUPLE:
        return item(object, index, ret_reference);
    case KIND_SET:
    case KIND_FROZENSET:
        return member(object, index, ret_reference);
    case KIND_DICT:
        return entry(cursor, id, index, true, ret_reference);
    case KIND_INSTANCE:
        return attribute(cursor, id, index, ret_reference);
    case KIND_TYPE:
        return object->flags & OBJECT_HEAP_TYPE &&
               class_member(cursor, object, index, ret_reference);
    case KIND_GENERATOR:
        return object->slot_count && object->slots[0] &&
               frame_local(cursor, object->slots[0], index, ret_reference);
    case KIND_FRAME:
        return frame_local(cursor, id, index, ret_reference);
    case KIND_NATIVE:
        return native_item(object, index, ret_reference);
    default:
        break;
    }
    if (fixed(object, fixed_slots((ObjectKind)object->kind), &index, ret_reference))
        return true;
    return object->dict && entry(cursor, object->dict, index, false, ret_reference);
}

uint32_t cursor_reference_count(const Cursor *cursor, ObjectId id)
{
    const Object *object = row(cursor, id);
    if (object->kind == KIND_LIST || object->kind == KIND_TUPLE)
        return object->slot_count;
    if (object->kind == KIND_DICT)
        return entry_count(cursor, id);
    Reference reference;
    uint32_t count = 0;
    while (cursor_reference(cursor, id, count, &reference))
        count++;
    return count;
}
