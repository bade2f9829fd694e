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
    static const char *const noise[] = {"__name__",
                                        "__doc__",
                                        "__package__",
                                        "__loader__",
                                        "__spec__",
                                        "__annotations__",
                                        "__builtins__",
                                        "__file__",
                                        "__cached__",
                                        "__module__",
                                        "__qualname__",
                                        "__firstlineno__",
                                        "__static_attributes__"};
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
                             .cell = is_cell ? value : 0,
                             .is_parameter = index < parameters};
    return true;
}

ObjectId cursor_namespace(const Cursor *cursor, ObjectId frame)
{
    const Object *object = row(cursor, frame);
    const Code *code = cursor_code(cursor, frame);
    if (!code || code->flags & CODE_OPTIMIZED)
        return 0;
    ObjectId names =
        object->slot_count > FRAME_SLOT_LOCALS ? object->slots[FRAME_SLOT_LOCALS] : 0;
    return names ? names : cursor->trace->main_dict;
}

bool cursor_binding(const Cursor *cursor, ObjectId frame, uint32_t index, Binding *ret_binding)
{
    const Object *object = row(cursor, frame);
    const Code *code = cursor_code(cursor, frame);
    if (object->kind != KIND_FRAME || !code)
        return false;
    if (code->flags & CODE_OPTIMIZED)
        return local_binding(cursor, object, code, index, ret_binding);
    ObjectId names = cursor_namespace(cursor, frame);
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

/* Every function below gives the first reference at `walk->place` or behind it, and moves the
 * place past it. */

static bool give_as(ReferenceKind kind, ReferenceWalk *walk, Slice label, ObjectId target,
                    uint32_t slot, Reference *ret_reference)
{
    *ret_reference = (Reference){.kind = kind, .target = target, .slot = slot};
    if (walk->labels)
        set_label(ret_reference, label);
    walk->place++;
    return true;
}

static bool give(ReferenceWalk *walk, Slice label, ObjectId target, uint32_t slot,
                 Reference *ret_reference)
{
    return give_as(REFERENCE_ITEM, walk, label, target, slot, ret_reference);
}

static bool give_numbered(ReferenceWalk *walk, uint32_t number, ObjectId target, uint32_t slot,
                          Reference *ret_reference)
{
    char label[16];
    int length = walk->labels ? snprintf(label, sizeof label, "%u", number) : 0;
    return give(walk, (Slice){label, (size_t)length}, target, slot, ret_reference);
}

static void describe_key(const Cursor *cursor, ObjectId key, bool quoted, Text *ret_label)
{
    if (quoted)
        describe_value(cursor, key, 16, ret_label);
    else
        text_append_slice(ret_label, str_of(cursor, key));
    if (!ret_label->length)
        cursor_title(cursor, key, ret_label);
}

/* The entries of a dict stand from place `first` on. */
static bool entry(ReferenceWalk *walk, ObjectId dict, uint32_t first, bool quoted,
                  Reference *ret_reference)
{
    const Cursor *cursor = walk->cursor;
    ObjectId key, value;
    for (; dict_entry(&cursor->state, dict, walk->place - first, &key, &value); walk->place++) {
        if (!key || (!quoted && is_module_noise(str_of(cursor, key))))
            continue;
        Text label = {0};
        if (walk->labels)
            describe_key(cursor, key, quoted, &label);
        give(walk, text_slice(&label), value, 2 * (walk->place - first) + 1, ret_reference);
        ret_reference->key = quoted ? key : 0;
        ret_reference->kind = quoted ? REFERENCE_ENTRY : REFERENCE_ATTRIBUTE;
        text_done(&label);
        return true;
    }
    return false;
}

/* The __dict__ of an instance of a class that extends a built-in type, behind its `first`
 * items.
 */
static bool own_attribute(ReferenceWalk *walk, const Object *object, uint32_t first,
                          Reference *ret_reference)
{
    return object->dict && entry(walk, object->dict, first, false, ret_reference);
}

static bool item(ReferenceWalk *walk, const Object *object, Reference *ret_reference)
{
    uint32_t at = walk->place;
    if (at < object->slot_count)
        return give_numbered(walk, at, object->slots[at], at, ret_reference);
    return own_attribute(walk, object, object->slot_count, ret_reference);
}

/* Of a type in C; empty places (those of a deque's first block) are not shown. */
static bool native_item(ReferenceWalk *walk, const Object *object, Reference *ret_reference)
{
    while (walk->place < object->slot_count && !object->slots[walk->place])
        walk->place++;
    uint32_t at = walk->place;
    if (at < object->slot_count)
        return give_numbered(walk, walk->given, object->slots[at], at, ret_reference);
    return own_attribute(walk, object, object->slot_count, ret_reference);
}

static bool member(ReferenceWalk *walk, const Object *object, Reference *ret_reference)
{
    while (walk->place < object->slot_count &&
           (!object->slots[walk->place] || object->slots[walk->place] == SET_DUMMY))
        walk->place++;
    uint32_t at = walk->place;
    if (at < object->slot_count)
        return give(walk, (Slice){"", 0}, object->slots[at], at, ret_reference);
    return own_attribute(walk, object, object->slot_count, ret_reference);
}

static bool dict_item(ReferenceWalk *walk, const Object *object, Reference *ret_reference)
{
    bool extends = row(walk->cursor, object->type)->flags & OBJECT_HEAP_TYPE;
    uint32_t own = extends ? object->slot_count / 2 : UINT32_MAX;
    return (walk->place < own && entry(walk, walk->id, 0, true, ret_reference)) ||
           (extends && own_attribute(walk, object, own, ret_reference));
}

/* Rows with fixed names: label of slot i, NULL where it is not drawn. */
typedef struct FixedSlots {
    const char *const *labels;
    uint32_t count;
} FixedSlots;

static FixedSlots fixed_slots(ObjectKind kind)
{
    static const char *const function[] = {[FUNCTION_SLOT_DEFAULTS] = "__defaults__",
                                           [FUNCTION_SLOT_KWDEFAULTS] = "__kwdefaults__",
                                           [FUNCTION_SLOT_CLOSURE] = "__closure__"};
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
        return (FixedSlots){function, FUNCTION_SLOT_CLOSURE + 1};
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

/* How many values of __slots__ an object has. */
static uint32_t slot_values(const Cursor *cursor, const Object *object)
{
    uint32_t begin = instance_members_begin(object), count = 0;
    uint32_t end = begin == MEMBERS_APART ? 0 : type_slots(&cursor->state, object->type);
    for (uint32_t i = 0; i < end && begin + i < object->slot_count; i++)
        count += object->slots[begin + i] != 0;
    return count;
}

/* What has a label; values of __slots__; then the __dict__. */
static bool fixed(ReferenceWalk *walk, const Object *object, Reference *ret_reference)
{
    FixedSlots slots = fixed_slots((ObjectKind)object->kind);
    for (; walk->place < slots.count; walk->place++) {
        uint32_t at = walk->place;
        if (at < object->slot_count && slots.labels[at] && object->slots[at])
            return give_as(REFERENCE_FIELD, walk, slice_of(slots.labels[at]), object->slots[at],
                           at, ret_reference);
    }
    if (object->kind == KIND_STATICMETHOD) /* its dict is for itself, not for what it names */
        return object->dict && walk->place == slots.count &&
               give_as(REFERENCE_FIELD, walk, slice_of("__dict__"), object->dict, UINT32_MAX,
                       ret_reference);
    ObjectId name, value;
    uint32_t members = slots.count + slot_values(walk->cursor, object);
    if (walk->place < members &&
        instance_slot(walk->cursor->trace->model, &walk->cursor->state, walk->id,
                      walk->place - slots.count, &name, &value))
        return give_as(REFERENCE_ATTRIBUTE, walk, str_of(walk->cursor, name), value, UINT32_MAX,
                       ret_reference);
    return own_attribute(walk, object, members, ret_reference);
}

/* Those, then the instance's dict. */
static bool attribute(ReferenceWalk *walk, const Object *object, ObjectId id,
                      Reference *ret_reference)
{
    const Cursor *cursor = walk->cursor;
    const Model *model = cursor->trace->model;
    ObjectId name, value;
    uint32_t slots = slot_values(cursor, object);
    bool found =
        walk->place < slots
            ? instance_slot(model, &cursor->state, id, walk->place, &name, &value)
            : instance_attribute(model, &cursor->state, id, walk->place - slots, &name, &value);
    if (!found)
        return false;
    uint32_t slot = 0;
    while (slot < object->slot_count && object->slots[slot] != value)
        slot++;
    return give_as(REFERENCE_ATTRIBUTE, walk, str_of(cursor, name), value,
                   slot < object->slot_count ? slot : UINT32_MAX, ret_reference);
}

/* The bases that the program made, then the namespace. */
static bool class_member(ReferenceWalk *walk, const Object *type, Reference *ret_reference)
{
    const Cursor *cursor = walk->cursor;
    ObjectId bases = type->slot_count > TYPE_SLOT_BASES ? type->slots[TYPE_SLOT_BASES] : 0;
    uint32_t base_count = bases ? row(cursor, bases)->slot_count : 0;
    for (; walk->place < base_count; walk->place++) {
        ObjectId base = row(cursor, bases)->slots[walk->place];
        if (base && row(cursor, base)->flags & OBJECT_HEAP_TYPE)
            return give_as(REFERENCE_FIELD, walk, slice_of("base"), base, TYPE_SLOT_BASES,
                           ret_reference);
    }
    while (type->dict && entry(walk, type->dict, base_count, false, ret_reference)) {
        ObjectId key, value;
        dict_entry(&cursor->state, type->dict, walk->place - 1 - base_count, &key, &value);
        if (row(cursor, value)->kind != KIND_DESCRIPTOR &&
            !slice_is(str_of(cursor, key), "__doc__"))
            return true;
    }
    return false;
}

static bool frame_local(ReferenceWalk *walk, ObjectId frame, Reference *ret_reference)
{
    Binding binding;
    for (; cursor_binding(walk->cursor, frame, walk->place, &binding); walk->place++)
        if (binding.value)
            return give_as(REFERENCE_LOCAL, walk, binding.name, binding.value,
                           FRAME_SLOT_COUNT + walk->place, ret_reference);
    return false;
}

/* The dict that locals() gave in a function. */
static ObjectId frame_dict(const ReferenceWalk *walk, const Object *object)
{
    const Code *code = cursor_code(walk->cursor, walk->id);
    bool is_function = code && code->flags & CODE_OPTIMIZED;
    return is_function && object->slot_count > FRAME_SLOT_LOCALS
               ? object->slots[FRAME_SLOT_LOCALS]
               : 0;
}

/* The locals, the dict of them, then the caller of one that outlives its call. */
static bool frame_item(ReferenceWalk *walk, const Object *object, Reference *ret_reference)
{
    const uint32_t behind = UINT32_MAX - 2;
    if (walk->place < behind && frame_local(walk, walk->id, ret_reference))
        return true;
    if (walk->place < behind)
        walk->place = behind;
    ObjectId dict = frame_dict(walk, object);
    if (walk->place == behind && dict)
        return give(walk, slice_of("f_locals"), dict, FRAME_SLOT_LOCALS, ret_reference);
    ObjectId back = object->slot_count ? object->slots[FRAME_SLOT_BACK] : 0;
    if (!back || walk->place > behind + 1)
        return false;
    walk->place = behind + 1;
    return give(walk, slice_of("f_back"), back, FRAME_SLOT_BACK, ret_reference);
}

static bool find_next(ReferenceWalk *walk, Reference *ret_reference)
{
    const Object *object = row(walk->cursor, walk->id);
    switch ((int)object->kind) {
    case KIND_LIST:
    case KIND_TUPLE:
        return item(walk, object, ret_reference);
    case KIND_SET:
    case KIND_FROZENSET:
        return member(walk, object, ret_reference);
    case KIND_DICT:
        return dict_item(walk, object, ret_reference);
    case KIND_INSTANCE:
        return attribute(walk, object, walk->id, ret_reference);
    case KIND_TYPE:
        return object->flags & OBJECT_HEAP_TYPE && class_member(walk, object, ret_reference);
    case KIND_GENERATOR:
        return object->slot_count && object->slots[0] &&
               frame_local(walk, object->slots[0], ret_reference);
    case KIND_FRAME:
        return frame_item(walk, object, ret_reference);
    case KIND_NATIVE:
        return native_item(walk, object, ret_reference);
    default:
        return fixed(walk, object, ret_reference);
    }
}

bool reference_next(ReferenceWalk *walk, Reference *ret_reference)
{
    if (!find_next(walk, ret_reference))
        return false;
    walk->given++;
    return true;
}

/* Is there a reference at this place of an object that has one for each slot, or for each pair
 * of slots (dicts)? */
static bool is_filled(const Object *object, uint32_t place)
{
    if (object->kind == KIND_DICT)
        return object->slots[2 * place] != 0;
    return object->slots[place] && object->slots[place] != SET_DUMMY;
}

/* How many places such an object has; 0: it is none. */
static uint32_t place_count(const Cursor *cursor, ObjectId id)
{
    const Object *object = row(cursor, id);
    switch ((int)object->kind) {
    case KIND_DICT:
        return dict_shared_keys(&cursor->state, id) ? 0 : object->slot_count / 2;
    case KIND_SET:
    case KIND_FROZENSET:
    case KIND_NATIVE:
        return object->slot_count;
    default:
        return 0;
    }
}

void reference_skip(ReferenceWalk *walk, uint32_t count)
{
    const Object *object = row(walk->cursor, walk->id);
    uint32_t end = place_count(walk->cursor, walk->id);
    bool labels = walk->labels;
    walk->labels = false;
    if (object->kind == KIND_LIST || object->kind == KIND_TUPLE)
        walk->place = walk->given = count < object->slot_count ? count : object->slot_count;
    for (; walk->given < count && walk->place < end; walk->place++)
        walk->given += is_filled(object, walk->place);
    Reference reference;
    while (walk->given < count && reference_next(walk, &reference))
        ;
    walk->labels = labels;
}

bool cursor_reference(const Cursor *cursor, ObjectId id, uint32_t index,
                      Reference *ret_reference)
{
    ReferenceWalk walk = {.cursor = cursor, .id = id, .labels = true};
    reference_skip(&walk, index);
    return walk.given == index && reference_next(&walk, ret_reference);
}

uint32_t cursor_reference_count(const Cursor *cursor, ObjectId id)
{
    ReferenceWalk walk = {.cursor = cursor, .id = id};
    reference_skip(&walk, UINT32_MAX);
    return walk.given;
}
