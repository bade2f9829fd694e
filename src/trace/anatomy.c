#include "trace/anatomy.h"

#include <stdio.h>
#include <string.h>

#include "model/containers.h"

enum { WORD = 8, SET_INLINE = 8 };

/* One field of a struct. Minor versions that have it, both ends included; 0: all. */
typedef struct FieldRow {
    const char *name;
    AnatomyKind kind;
    uint8_t size;
    uint8_t since, until;
    int8_t slot; /* of the row's slots, which it points to; -1: none */
} FieldRow;

#define POINTER(name, slot)                                                                    \
    {                                                                                          \
        name, ANATOMY_POINTER, WORD, 0, 0, slot                                                \
    }
#define NUMBER(name)                                                                           \
    {                                                                                          \
        name, ANATOMY_NUMBER, WORD, 0, 0, -1                                                   \
    }
#define VERSIONS(name, kind, since, until, slot)                                               \
    {                                                                                          \
        name, kind, WORD, since, until, slot                                                   \
    }
#define END                                                                                    \
    {                                                                                          \
        NULL, ANATOMY_DATA, 0, 0, 0, -1                                                        \
    }

/* PyUnicodeObject's headers are append_str's: they depend on the characters. */
static const FieldRow int_rows[] = {VERSIONS("ob_size", ANATOMY_NUMBER, 0, 11, -1),
                                    VERSIONS("lv_tag", ANATOMY_NUMBER, 12, 0, -1), END};
static const FieldRow float_rows[] = {NUMBER("ob_fval"), END};
static const FieldRow complex_rows[] = {NUMBER("cval.real"), NUMBER("cval.imag"), END};
static const FieldRow bytes_rows[] = {NUMBER("ob_size"), NUMBER("ob_shash"), END};
static const FieldRow bytearray_rows[] = {NUMBER("ob_size"),
                                          NUMBER("ob_alloc"),
                                          {"ob_bytes", ANATOMY_ADDRESS, WORD, 0, 0, -1},
                                          {"ob_start", ANATOMY_ADDRESS, WORD, 0, 0, -1},
                                          NUMBER("ob_exports"),
                                          END};
static const FieldRow tuple_rows[] = {NUMBER("ob_size"), END};
static const FieldRow list_rows[] = {
    NUMBER("ob_size"), {"ob_item", ANATOMY_ADDRESS, WORD, 0, 0, -1}, NUMBER("allocated"), END};
static const FieldRow dict_rows[] = {NUMBER("ma_used"),
                                     NUMBER("ma_version_tag"),
                                     {"ma_keys", ANATOMY_ADDRESS, WORD, 0, 0, -1},
                                     {"ma_values", ANATOMY_ADDRESS, WORD, 0, 0, -1},
                                     END};
static const FieldRow set_rows[] = {
    NUMBER("fill"),
    NUMBER("used"),
    NUMBER("mask"),
    {"table", ANATOMY_ADDRESS, WORD, 0, 0, -1},
    NUMBER("hash"),
    NUMBER("finger"),
    {"smalltable", ANATOMY_DATA, 2 * WORD *SET_INLINE, 0, 0, -1},
    NUMBER("weakreflist"),
    END};
static const FieldRow range_rows[] = {POINTER("start", 0), POINTER("stop", 1),
                                      POINTER("step", 2), POINTER("length", 3), END};
static const FieldRow slice_rows[] = {POINTER("start", 0), POINTER("stop", 1),
                                      POINTER("step", 2), END};
static const FieldRow function_rows[] = {
    VERSIONS("func_code", ANATOMY_POINTER, 0, 9, FUNCTION_SLOT_CODE),
    POINTER("func_globals", FUNCTION_SLOT_GLOBALS),
    VERSIONS("func_builtins", ANATOMY_POINTER, 10, 0, FUNCTION_SLOT_BUILTINS),
    VERSIONS("func_name", ANATOMY_POINTER, 10, 0, FUNCTION_SLOT_NAME),
    VERSIONS("func_qualname", ANATOMY_POINTER, 10, 0, FUNCTION_SLOT_QUALNAME),
    VERSIONS("func_code", ANATOMY_POINTER, 10, 0, FUNCTION_SLOT_CODE),
    POINTER("func_defaults", FUNCTION_SLOT_DEFAULTS),
    POINTER("func_kwdefaults", FUNCTION_SLOT_KWDEFAULTS),
    POINTER("func_closure", FUNCTION_SLOT_CLOSURE),
    POINTER("func_doc", FUNCTION_SLOT_DOC),
    VERSIONS("func_name", ANATOMY_POINTER, 0, 9, FUNCTION_SLOT_NAME),
    NUMBER("func_dict"),
    NUMBER("func_weakreflist"),
    POINTER("func_module", FUNCTION_SLOT_MODULE),
    POINTER("func_annotations", FUNCTION_SLOT_ANNOTATIONS),
    VERSIONS("func_qualname", ANATOMY_POINTER, 0, 9, FUNCTION_SLOT_QUALNAME),
    VERSIONS("func_typeparams", ANATOMY_NUMBER, 12, 0, -1),
    VERSIONS("vectorcall", ANATOMY_NUMBER, 8, 0, -1),
    VERSIONS("func_version", ANATOMY_NUMBER, 11, 0, -1),
    END};
static const FieldRow method_rows[] = {POINTER("im_func", 0), POINTER("im_self", 1),
                                       NUMBER("im_weakreflist"),
                                       VERSIONS("vectorcall", ANATOMY_NUMBER, 8, 0, -1), END};
static const FieldRow cell_rows[] = {POINTER("ob_ref", 0), END};
static const FieldRow module_rows[] = {NUMBER("md_dict"),  NUMBER("md_def"),
                                       NUMBER("md_state"), NUMBER("md_weaklist"),
                                       NUMBER("md_name"),  END};
static const FieldRow exception_rows[] = {NUMBER("dict"),
                                          POINTER("args", EXCEPTION_SLOT_ARGS),
                                          VERSIONS("notes", ANATOMY_NUMBER, 11, 0, -1),
                                          POINTER("traceback", EXCEPTION_SLOT_TRACEBACK),
                                          POINTER("context", EXCEPTION_SLOT_CONTEXT),
                                          POINTER("cause", EXCEPTION_SLOT_CAUSE),
                                          NUMBER("suppress_context"),
                                          END};
static const FieldRow traceback_rows[] = {POINTER("tb_next", 0),
                                          POINTER("tb_frame", 1),
                                          {"tb_lasti", ANATOMY_NUMBER, 4, 0, 0, -1},
                                          {"tb_lineno", ANATOMY_NUMBER, 4, 0, 0, -1},
                                          END};
static const FieldRow weakref_rows[] = {NUMBER("wr_object"),
                                        POINTER("wr_callback", 0),
                                        NUMBER("hash"),
                                        NUMBER("wr_prev"),
                                        NUMBER("wr_next"),
                                        VERSIONS("vectorcall", ANATOMY_NUMBER, 11, 0, -1),
                                        END};
static const FieldRow property_rows[] = {POINTER("prop_get", 0),
                                         POINTER("prop_set", 1),
                                         POINTER("prop_del", 2),
                                         POINTER("prop_doc", 3),
                                         VERSIONS("prop_name", ANATOMY_POINTER, 10, 0, 4),
                                         NUMBER("getter_doc"),
                                         END};
static const FieldRow no_rows[] = {END};

static const FieldRow *rows_of(ObjectKind kind)
{
    switch ((int)kind) {
    case KIND_BOOL:
    case KIND_INT:
        return int_rows;
    case KIND_FLOAT:
        return float_rows;
    case KIND_COMPLEX:
        return complex_rows;
    case KIND_BYTES:
        return bytes_rows;
    case KIND_BYTEARRAY:
        return bytearray_rows;
    case KIND_TUPLE:
        return tuple_rows;
    case KIND_LIST:
        return list_rows;
    case KIND_DICT:
        return dict_rows;
    case KIND_SET:
    case KIND_FROZENSET:
        return set_rows;
    case KIND_RANGE:
        return range_rows;
    case KIND_SLICE:
        return slice_rows;
    case KIND_FUNCTION:
        return function_rows;
    case KIND_METHOD:
        return method_rows;
    case KIND_CELL:
        return cell_rows;
    case KIND_MODULE:
        return module_rows;
    case KIND_EXCEPTION:
        return exception_rows;
    case KIND_TRACEBACK:
        return traceback_rows;
    case KIND_WEAKREF:
        return weakref_rows;
    case KIND_PROPERTY:
        return property_rows;
    default:
        return no_rows;
    }
}

/* --- writing --- */

typedef struct Anatomy {
    const Cursor *cursor;
    const Profile *profile;
    const Object *object;
    ObjectId id;
    int32_t at, end; /* bytes: where the next field begins, where the block ends */
    AnatomyField *fields;
    uint32_t count, capacity;
} Anatomy;

/* The last field that fits in takes all the rest. */
static AnatomyField *add(Anatomy *anatomy, const char *name, AnatomyKind kind, uint32_t size)
{
    static AnatomyField ignored;
    uint32_t left = (uint32_t)(anatomy->end - anatomy->at);
    if (anatomy->count == anatomy->capacity || left == 0)
        return &ignored;
    bool last = anatomy->count + 1 == anatomy->capacity && size < left;
    AnatomyField *field = &anatomy->fields[anatomy->count++];
    *field = (AnatomyField){.kind = last ? ANATOMY_DATA : kind,
                            .offset = anatomy->at,
                            .size = last || size > left ? left : size};
    snprintf(field->name, sizeof field->name, "%s", last ? "…" : name);
    anatomy->at += (int32_t)field->size;
    return field;
}

static void add_number(Anatomy *anatomy, const char *name, uint64_t value)
{
    AnatomyField *field = add(anatomy, name, ANATOMY_NUMBER, WORD);
    field->value = value;
    field->known = true;
}

static void add_item(Anatomy *anatomy, uint32_t index, ObjectId target)
{
    char name[16];
    snprintf(name, sizeof name, "[%u]", index);
    add(anatomy, name, ANATOMY_POINTER, WORD)->target = target;
}

static bool exists(const Anatomy *anatomy, const FieldRow *row)
{
    uint32_t minor = (uint32_t)anatomy->profile->minor;
    return minor >= row->since && (!row->until || minor <= row->until);
}

/* What the words of a struct hold, as far as the model has it. */
static void set_number(const Anatomy *anatomy, AnatomyField *field)
{
    const Object *object = anatomy->object;
    const char *name = field->name;
    bool is_size = strcmp(name, "ob_size") == 0, is_room = strcmp(name, "allocated") == 0;
    bool is_sequence = object->kind == KIND_LIST || object->kind == KIND_TUPLE;
    field->known = (is_size && is_sequence) || is_room;
    field->value = is_room ? object->a : object->slot_count;
}

static void add_rows(Anatomy *anatomy)
{
    const Object *object = anatomy->object;
    for (const FieldRow *row = rows_of((ObjectKind)object->kind); row->name; row++) {
        if (!exists(anatomy, row))
            continue;
        AnatomyField *field = add(anatomy, row->name, row->kind, row->size);
        if (row->slot >= 0 && (uint32_t)row->slot < object->slot_count)
            field->target = object->slots[row->slot];
        else if (row->kind == ANATOMY_NUMBER)
            set_number(anatomy, field);
    }
}

/* --- objects --- */

/* 3.11+: two words before the GC header of an instance with a managed dict. */
static uint32_t preheader(const Anatomy *anatomy)
{
    const Object *type = state_object(&anatomy->cursor->state, anatomy->object->type);
    bool managed = anatomy->object->kind == KIND_INSTANCE && type->b & TYPE_FLAG_HAS_DICT;
    return managed ? anatomy->profile->sizes.instance_preheader : 0;
}

/* The interpreter's own tuples and the like have one too; a static type has none. */
static bool has_gc_header(const Object *object)
{
    return object->flags & OBJECT_GC || object->kind == KIND_TUPLE ||
           object->kind == KIND_FROZENSET || object->kind == KIND_MODULE ||
           object->kind == KIND_BUILTIN;
}

static uint32_t header_size(const Anatomy *anatomy)
{
    uint32_t gc = has_gc_header(anatomy->object) ? anatomy->profile->sizes.gc_header : 0;
    return preheader(anatomy) + gc;
}

static void add_headers(Anatomy *anatomy)
{
    bool tracked_refs = anatomy->profile->sizes.gc_header > 2 * WORD;
    if (preheader(anatomy)) {
        bool first = anatomy->profile->minor == 11;
        add(anatomy, first ? "values" : "weakreflist", ANATOMY_HEADER, WORD);
        add(anatomy, first ? "dict" : "dict or values", ANATOMY_HEADER, WORD);
    }
    if (has_gc_header(anatomy->object)) {
        add(anatomy, "gc_next", ANATOMY_HEADER, WORD);
        add(anatomy, "gc_prev", ANATOMY_HEADER, WORD);
        if (tracked_refs)
            add(anatomy, "gc_refs", ANATOMY_HEADER,
                anatomy->profile->sizes.gc_header - 2 * WORD);
    }
}

static void add_common(Anatomy *anatomy)
{
    AnatomyField *count = add(anatomy, "ob_refcnt", ANATOMY_COUNT, WORD);
    count->known = true;
    count->value = state_refcount(&anatomy->cursor->state, anatomy->id);
    add(anatomy, "ob_type", ANATOMY_POINTER, WORD)->target = anatomy->object->type;
}

/* PyASCIIObject and PyCompactUnicodeObject. */
static void add_str(Anatomy *anatomy)
{
    const TextPayload *text =
        str_text(anatomy->cursor->trace->model, &anatomy->cursor->state, anatomy->id);
    bool has_wstr = anatomy->profile->minor <= 11;
    add_number(anatomy, "length", text->length);
    add(anatomy, "hash", ANATOMY_NUMBER, WORD);
    add(anatomy, "state", ANATOMY_NUMBER, WORD);
    if (has_wstr)
        add(anatomy, "wstr", ANATOMY_NUMBER, WORD);
    if (!text->ascii) {
        add(anatomy, "utf8_length", ANATOMY_NUMBER, WORD);
        add(anatomy, "utf8", ANATOMY_NUMBER, WORD);
    }
    if (!text->ascii && has_wstr)
        add(anatomy, "wstr_length", ANATOMY_NUMBER, WORD);
    add(anatomy, "characters", ANATOMY_DATA, (text->length + 1) * text->width);
}

static void add_slots(Anatomy *anatomy)
{
    const Object *object = anatomy->object;
    const State *state = &anatomy->cursor->state;
    bool plain = state_object(state, object->type)->b & TYPE_FLAG_HAS_DICT;
    if (plain && anatomy->profile->minor <= 10)
        add(anatomy, "__dict__", ANATOMY_POINTER, WORD)->target = object->dict;
    if (plain && anatomy->profile->minor <= 11)
        add(anatomy, "__weakref__", ANATOMY_NUMBER, WORD);
    uint32_t end = type_slots(state, object->type);
    for (uint32_t i = 0; i < end && i < object->slot_count; i++)
        add_item(anatomy, i, object->slots[i]);
}

static void add_own(Anatomy *anatomy)
{
    add_headers(anatomy);
    add_common(anatomy);
    if (anatomy->object->kind == KIND_STR)
        add_str(anatomy);
    else if (anatomy->object->kind == KIND_INSTANCE)
        add_slots(anatomy);
    else
        add_rows(anatomy);
    if (anatomy->object->kind == KIND_TUPLE)
        for (uint32_t i = 0; i < anatomy->object->slot_count; i++)
            add_item(anatomy, i, anatomy->object->slots[i]);
    uint32_t left = (uint32_t)(anatomy->end - anatomy->at);
    bool digits = anatomy->object->kind == KIND_INT || anatomy->object->kind == KIND_BOOL;
    if (left)
        add(anatomy, digits ? "ob_digit" : "data", ANATOMY_DATA, left);
}

/* --- second blocks --- */

/* PyDictKeysObject's header, what remains of its size is index table and entries. */
static void add_keys(Anatomy *anatomy)
{
    add(anatomy, "dk_refcnt", ANATOMY_NUMBER, WORD);
    if (anatomy->profile->minor <= 10) {
        add(anatomy, "dk_size", ANATOMY_NUMBER, WORD);
        add(anatomy, "dk_lookup", ANATOMY_NUMBER, WORD);
    } else {
        add(anatomy, "dk_log2_size …", ANATOMY_NUMBER, WORD);
    }
    add(anatomy, "dk_usable", ANATOMY_NUMBER, WORD);
    add(anatomy, "dk_nentries", ANATOMY_NUMBER, WORD);
}

static void add_body(Anatomy *anatomy)
{
    const Object *object = anatomy->object;
    if (object->kind == KIND_DICT)
        add_keys(anatomy);
    for (uint32_t i = 0; object->kind == KIND_LIST && i < object->a; i++)
        add_item(anatomy, i, i < object->slot_count ? object->slots[i] : 0);
    uint32_t left = (uint32_t)(anatomy->end - anatomy->at);
    if (left)
        add(anatomy,
            object->kind == KIND_DICT       ? "dk_indices, entries"
            : object->kind == KIND_INSTANCE ? "attribute values"
                                            : "table",
            ANATOMY_DATA, left);
}

uint32_t anatomy_fields(const Cursor *cursor, ObjectId id, AnatomyBlock block,
                        AnatomyField *ret_fields, uint32_t capacity)
{
    const Object *object = state_object(&cursor->state, id);
    Anatomy anatomy = {.cursor = cursor,
                       .profile = cursor->trace->model->profile,
                       .object = object,
                       .id = id,
                       .fields = ret_fields,
                       .capacity = capacity};
    if (block == ANATOMY_BODY) {
        anatomy.end = (int32_t)object->body_size;
        add_body(&anatomy);
        return anatomy.count;
    }
    int32_t headers = (int32_t)header_size(&anatomy);
    anatomy.at = -headers;
    anatomy.end = (int32_t)object->size - headers;
    add_own(&anatomy);
    return anatomy.count;
}
