/* What exists before the program: singletons, the model's types, small ints, characters. */
#include <assert.h>
#include <string.h>

#include "base/memory.h"
#include "model/containers.h"

static TextPayload *name_payload(const char *name)
{
    size_t length = strlen(name);
    TextPayload *text = memory_allocate(sizeof *text + length + 1);
    text->length = text->byte_length = (uint32_t)length;
    text->width = 1;
    text->ascii = true;
    memcpy(text->bytes, name, length);
    return text;
}

/* Start-up objects get their slots without the changes of counts being of interest to anybody.
 */
static ObjectId static_tuple(Model *model, const ObjectId *items, uint32_t count)
{
    ObjectId tuple =
        object_create_static(model, KIND_TUPLE, model->types[TYPE_TUPLE],
                             model->profile->sizes.tuple + 8 * count, (Payload){.bits = 0});
    for (uint32_t i = 0; i < count; i++)
        reference_push(model, tuple, items[i]);
    return tuple;
}

static void set_mro(Model *model, ObjectId type, ObjectId base)
{
    enum { MRO_LIMIT = 32 };
    ObjectId mro[MRO_LIMIT] = {type};
    uint32_t count = 1;
    for (ObjectId id = base; id; id = model_object(model, id)->slots[TYPE_SLOT_BASE])
        mro[count++] = id;
    reference_set(model, type, TYPE_SLOT_BASE, base);
    reference_set(model, type, TYPE_SLOT_BASES, static_tuple(model, &base, base ? 1 : 0));
    reference_set(model, type, TYPE_SLOT_MRO, static_tuple(model, mro, count));
}

static ObjectId bare_type(Model *model, const char *name, ObjectKind instances, uint32_t flags)
{
    ObjectId type = object_create_static(model, KIND_TYPE, model->types[TYPE_TYPE],
                                         model->profile->sizes.static_type,
                                         (Payload){.text = name_payload(name)});
    object_set_field(model, type, FIELD_A, instances);
    object_set_field(model, type, FIELD_B, flags);
    for (int i = 0; i < TYPE_SLOT_COUNT; i++)
        reference_push(model, type, 0);
    return type;
}

ObjectId type_create_static(Model *model, const char *name, ObjectId base, ObjectKind instances,
                            uint32_t flags)
{
    ObjectId type = bare_type(model, name, instances, flags);
    set_mro(model, type, base);
    return type;
}

uint32_t type_set_native(Model *model, ObjectId type, uint32_t size)
{
    uint32_t number = ++model->native_count;
    assert(number < NATIVE_TYPE_LIMIT && size <= UINT16_MAX);
    model->native_sizes[number] = (uint16_t)size;
    object_set_field(model, type, FIELD_B,
                     model_object(model, type)->b | number << TYPE_NATIVE_SHIFT);
    return number;
}

typedef struct TypeRow {
    TypeName name;
    const char *text;
    ObjectKind instances;
    uint32_t flags;
} TypeRow;

static const TypeRow type_rows[] = {
    {TYPE_OBJECT, "object", KIND_OBJECT, TYPE_FLAG_BASETYPE},
    {TYPE_TYPE, "type", KIND_TYPE, TYPE_FLAG_BASETYPE | TYPE_FLAG_GC | TYPE_FLAG_HAS_WEAKREF},
    {TYPE_TUPLE, "tuple", KIND_TUPLE, TYPE_FLAG_BASETYPE | TYPE_FLAG_GC},
    {TYPE_NONE, "NoneType", KIND_NONE, 0},
    {TYPE_NOTIMPLEMENTED, "NotImplementedType", KIND_NOTIMPLEMENTED, 0},
    {TYPE_ELLIPSIS, "ellipsis", KIND_ELLIPSIS, 0},
    {TYPE_INT, "int", KIND_INT, TYPE_FLAG_BASETYPE},
    {TYPE_BOOL, "bool", KIND_BOOL, 0},
    {TYPE_FLOAT, "float", KIND_FLOAT, TYPE_FLAG_BASETYPE},
    {TYPE_COMPLEX, "complex", KIND_COMPLEX, TYPE_FLAG_BASETYPE},
    {TYPE_STR, "str", KIND_STR, TYPE_FLAG_BASETYPE},
    {TYPE_BYTES, "bytes", KIND_BYTES, TYPE_FLAG_BASETYPE},
    {TYPE_BYTEARRAY, "bytearray", KIND_BYTEARRAY, TYPE_FLAG_BASETYPE},
    {TYPE_LIST, "list", KIND_LIST, TYPE_FLAG_BASETYPE | TYPE_FLAG_GC},
    {TYPE_DICT, "dict", KIND_DICT, TYPE_FLAG_BASETYPE | TYPE_FLAG_GC},
    {TYPE_SET, "set", KIND_SET, TYPE_FLAG_BASETYPE | TYPE_FLAG_GC | TYPE_FLAG_HAS_WEAKREF},
    {TYPE_FROZENSET, "frozenset", KIND_FROZENSET,
     TYPE_FLAG_BASETYPE | TYPE_FLAG_GC | TYPE_FLAG_HAS_WEAKREF},
    {TYPE_RANGE, "range", KIND_RANGE, 0},
    {TYPE_SLICE, "slice", KIND_SLICE, TYPE_FLAG_GC},
    {TYPE_FUNCTION, "function", KIND_FUNCTION, TYPE_FLAG_GC | TYPE_FLAG_HAS_WEAKREF},
    {TYPE_METHOD, "method", KIND_METHOD, TYPE_FLAG_GC | TYPE_FLAG_HAS_WEAKREF},
    {TYPE_BUILTIN, "builtin_function_or_method", KIND_BUILTIN,
     TYPE_FLAG_GC | TYPE_FLAG_HAS_WEAKREF},
    {TYPE_METHOD_DESCRIPTOR, "method_descriptor", KIND_BUILTIN, TYPE_FLAG_GC},
    {TYPE_WRAPPER_DESCRIPTOR, "wrapper_descriptor", KIND_BUILTIN, TYPE_FLAG_GC},
    {TYPE_METHOD_WRAPPER, "method-wrapper", KIND_BUILTIN, TYPE_FLAG_GC},
    {TYPE_MEMBER_DESCRIPTOR, "member_descriptor", KIND_DESCRIPTOR, TYPE_FLAG_GC},
    {TYPE_GETSET_DESCRIPTOR, "getset_descriptor", KIND_DESCRIPTOR, TYPE_FLAG_GC},
    {TYPE_MODULE, "module", KIND_MODULE,
     TYPE_FLAG_BASETYPE | TYPE_FLAG_GC | TYPE_FLAG_HAS_WEAKREF},
    {TYPE_CODE, "code", KIND_CODE, TYPE_FLAG_HAS_WEAKREF},
    {TYPE_CELL, "cell", KIND_CELL, TYPE_FLAG_GC},
    {TYPE_FRAME, "frame", KIND_FRAME, TYPE_FLAG_GC},
    {TYPE_GENERATOR, "generator", KIND_GENERATOR, TYPE_FLAG_GC | TYPE_FLAG_HAS_WEAKREF},
    {TYPE_TRACEBACK, "traceback", KIND_TRACEBACK, TYPE_FLAG_GC},
    {TYPE_PROPERTY, "property", KIND_PROPERTY, TYPE_FLAG_BASETYPE | TYPE_FLAG_GC},
    {TYPE_STATICMETHOD, "staticmethod", KIND_STATICMETHOD, TYPE_FLAG_BASETYPE | TYPE_FLAG_GC},
    {TYPE_CLASSMETHOD, "classmethod", KIND_STATICMETHOD, TYPE_FLAG_BASETYPE | TYPE_FLAG_GC},
    {TYPE_SUPER, "super", KIND_SUPER, TYPE_FLAG_BASETYPE | TYPE_FLAG_GC},
    {TYPE_WEAKREF, "weakref", KIND_WEAKREF, TYPE_FLAG_BASETYPE | TYPE_FLAG_GC},
    {TYPE_LIST_ITERATOR, "list_iterator", KIND_ITERATOR, TYPE_FLAG_GC},
    {TYPE_LIST_REVERSE_ITERATOR, "list_reverseiterator", KIND_ITERATOR, TYPE_FLAG_GC},
    {TYPE_TUPLE_ITERATOR, "tuple_iterator", KIND_ITERATOR, TYPE_FLAG_GC},
    {TYPE_STR_ITERATOR, "str_ascii_iterator", KIND_ITERATOR, TYPE_FLAG_GC},
    {TYPE_BYTES_ITERATOR, "bytes_iterator", KIND_ITERATOR, TYPE_FLAG_GC},
    {TYPE_BYTEARRAY_ITERATOR, "bytearray_iterator", KIND_ITERATOR, TYPE_FLAG_GC},
    {TYPE_RANGE_ITERATOR, "range_iterator", KIND_ITERATOR, 0},
    {TYPE_SET_ITERATOR, "set_iterator", KIND_ITERATOR, TYPE_FLAG_GC},
    {TYPE_DICT_KEYITERATOR, "dict_keyiterator", KIND_ITERATOR, TYPE_FLAG_GC},
    {TYPE_DICT_VALUEITERATOR, "dict_valueiterator", KIND_ITERATOR, TYPE_FLAG_GC},
    {TYPE_DICT_ITEMITERATOR, "dict_itemiterator", KIND_ITERATOR, TYPE_FLAG_GC},
    {TYPE_DICT_KEYS, "dict_keys", KIND_NATIVE, TYPE_FLAG_GC},
    {TYPE_DICT_VALUES, "dict_values", KIND_NATIVE, TYPE_FLAG_GC},
    {TYPE_DICT_ITEMS, "dict_items", KIND_NATIVE, TYPE_FLAG_GC},
    {TYPE_CALLABLE_ITERATOR, "callable_iterator", KIND_ITERATOR, TYPE_FLAG_GC},
    {TYPE_SEQUENCE_ITERATOR, "iterator", KIND_ITERATOR, TYPE_FLAG_GC},
    {TYPE_ENUMERATE, "enumerate", KIND_ITERATOR, TYPE_FLAG_BASETYPE | TYPE_FLAG_GC},
    {TYPE_ZIP, "zip", KIND_ITERATOR, TYPE_FLAG_BASETYPE | TYPE_FLAG_GC},
    {TYPE_MAP, "map", KIND_ITERATOR, TYPE_FLAG_BASETYPE | TYPE_FLAG_GC},
    {TYPE_FILTER, "filter", KIND_ITERATOR, TYPE_FLAG_BASETYPE | TYPE_FLAG_GC},
    {TYPE_REVERSED, "reversed", KIND_ITERATOR, TYPE_FLAG_BASETYPE | TYPE_FLAG_GC},
    {TYPE_KEYS, "keys", KIND_KEYS, 0},
    {TYPE_HOLDER, "holder", KIND_HOLDER, 0},
};

/* object, type and tuple need each other: they are made bare first and completed together. */
/* The name in this version. */
static const char *text_of(const Model *model, const TypeRow *row)
{
    if (row->name == TYPE_WEAKREF && model->profile->minor >= 10)
        return "weakref.ReferenceType";
    if (row->name == TYPE_STR_ITERATOR && model->profile->minor < 11)
        return "str_iterator";
    return row->text;
}

static void create_types(Model *model)
{
    enum { BARE = 3, ROWS = sizeof type_rows / sizeof *type_rows };
    for (int i = 0; i < BARE; i++) {
        const TypeRow *row = &type_rows[i];
        model->types[row->name] = bare_type(model, row->text, row->instances, row->flags);
    }
    for (int i = 0; i < BARE; i++) {
        ObjectId type = model->types[type_rows[i].name];
        reference_set_type(model, type, model->types[TYPE_TYPE]);
        set_mro(model, type, type == model->types[TYPE_OBJECT] ? 0 : model->types[TYPE_OBJECT]);
    }
    for (int i = BARE; i < ROWS; i++) {
        const TypeRow *row = &type_rows[i];
        ObjectId base = model->types[row->name == TYPE_BOOL ? TYPE_INT : TYPE_OBJECT];
        model->types[row->name] =
            type_create_static(model, text_of(model, row), base, row->instances, row->flags);
    }
}

static ObjectId hidden(Model *model, ObjectId id)
{
    model_commit(model, (Change){.kind = CHANGE_CREATE,
                                 .field = KIND_HOLDER,
                                 .target = id,
                                 .index = OBJECT_STATIC | OBJECT_IMMORTAL | OBJECT_STARTUP});
    return id;
}

static ObjectId singleton(Model *model, ObjectKind kind, TypeName type, uint32_t size)
{
    return object_create_static(model, kind, model->types[type], size, (Payload){.bits = 0});
}

static ObjectId static_int(Model *model, ObjectKind kind, TypeName type, uint32_t size,
                           int64_t value)
{
    return object_create_static(model, kind, model->types[type], size,
                                (Payload){.integer = value});
}

static ObjectId static_text(Model *model, ObjectKind kind, uint32_t size, const char *bytes,
                            size_t length, uint32_t points)
{
    TextPayload *text = memory_allocate(sizeof *text + length + 1);
    text->length = points;
    text->byte_length = (uint32_t)length;
    text->width = 1;
    text->ascii = kind == KIND_BYTES || length == points;
    memcpy(text->bytes, bytes, length);
    if (!text->ascii) {
        uint32_t *decoded = memory_allocate(sizeof *decoded);
        utf8_decode(bytes, length, decoded);
        text->points = decoded;
    }
    TypeName type = kind == KIND_BYTES ? TYPE_BYTES : TYPE_STR;
    return object_create_static(model, kind, model->types[type], size, (Payload){.text = text});
}

static void create_singletons(Model *model)
{
    const ProfileSizes *sizes = &model->profile->sizes;
    model->none = singleton(model, KIND_NONE, TYPE_NONE, sizes->none);
    model->not_implemented =
        singleton(model, KIND_NOTIMPLEMENTED, TYPE_NOTIMPLEMENTED, sizes->object);
    model->ellipsis = singleton(model, KIND_ELLIPSIS, TYPE_ELLIPSIS, sizes->object);
    model->false_ = static_int(model, KIND_BOOL, TYPE_BOOL, sizes->false_size, 0);
    model->true_ = static_int(model, KIND_BOOL, TYPE_BOOL, sizes->true_size, 1);
    model->empty_tuple = singleton(model, KIND_TUPLE, TYPE_TUPLE, sizes->tuple);
    model->empty_str = static_text(model, KIND_STR, sizes->str_ascii, "", 0, 0);
    model->empty_bytes = static_text(model, KIND_BYTES, sizes->bytes, "", 0, 0);
    static const char list_index[] = "list index out of range";
    uint32_t length = sizeof list_index - 1;
    model->list_index_text =
        static_text(model, KIND_STR, sizes->str_ascii + length, list_index, length, length);
}

static void create_small_ints(Model *model)
{
    const Profile *profile = model->profile;
    model->small_ints = model->state.object_end;
    for (int i = profile->identity.small_int_least; i <= profile->identity.small_int_most; i++)
        static_int(model, KIND_INT, TYPE_INT,
                   i ? profile->sizes.int_base + 4 : profile->sizes.int_zero, i);
}

static void create_characters(Model *model)
{
    const ProfileSizes *sizes = &model->profile->sizes;
    /* A static character above 127 carries its UTF-8 copy (FACTS 1, 3.12). */
    uint32_t cached = model->profile->immortal.singletons ? 3 : 0;
    model->characters = model->state.object_end;
    for (uint32_t point = 0; point < 256; point++) {
        Text utf8 = {0};
        text_append_point(&utf8, point);
        uint32_t size = point < 128 ? sizes->str_ascii + 1 : sizes->str_wide + 2 + cached;
        static_text(model, KIND_STR, size, text_string(&utf8), utf8.length, 1);
        text_done(&utf8);
    }
    model->bytes_characters = model->state.object_end;
    for (int byte = 0; byte < 256; byte++) {
        char c = (char)byte;
        static_text(model, KIND_BYTES, sizes->bytes + 1, &c, 1, 1);
    }
}

/* Where CPython's start has interned one-character names before its character cache knew them.
 */
static void intern_characters(Model *model)
{
    for (const char *c = model->profile->interned_characters; *c; c++)
        model_intern_object(
            model, static_text(model, KIND_STR, model->profile->sizes.str_ascii + 1, c, 1, 1));
}

static void set_collector(Model *model)
{
    for (int i = 0; i < 3; i++)
        model_set_register(model, (Register)(REGISTER_GC_THRESHOLD0 + i),
                           model->profile->gc.threshold[i]);
    model_set_register(model, REGISTER_GC_ENABLED, 1);
}

void startup_create(Model *model)
{
    hidden(model, HAND);
    state_reserve(&model->state, SET_DUMMY);
    hidden(model, SET_DUMMY);
    model->interpreter = hidden(model, model->state.object_end);
    model->subclasses = hidden(model, model->state.object_end);
    model->ast = hidden(model, model->state.object_end);
    create_types(model);
    create_singletons(model);
    create_small_ints(model);
    create_characters(model);
    intern_characters(model);
    set_collector(model);
}
