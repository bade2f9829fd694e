/* The types that CPython writes in C by what the interpreters say of them; a class of the
 * program by what it adds to its base (Objects/typeobject.c, type_new). */
#include "run/types/type_layout.h"

#include <string.h>

#include "run/types/native_type.h"

typedef struct LayoutRow {
    const char *name;
    uint8_t since; /* minor version */
    TypeLayout layout;
} LayoutRow;

/* By name; of one type's rows the last that holds counts. */
static const LayoutRow rows[] = {
    {"_lru_cache_wrapper", 0, {144, 0, 128, 0}},
    {"_lru_cache_wrapper", 7, {128, 0, 120, 0}},
    {"_lru_cache_wrapper", 9, {136, 0, 120, 128}},
    {"_lru_cache_wrapper", 10, {152, 0, 136, 144}},
    {"_tee", 0, {40, 0, 0, 32}},
    {"_tee", 12, {48, 0, 0, 32}},
    {"attrgetter", 0, {32, 0, 0, 0}},
    {"attrgetter", 11, {40, 0, 0, 0}},
    {"AttributeError", 0, {64, 0, 16, 0}},
    {"AttributeError", 10, {80, 0, 16, 0}},
    {"AttributeError", 11, {88, 0, 16, 0}},
    {"BaseException", 0, {64, 0, 16, 0}},
    {"BaseException", 11, {72, 0, 16, 0}},
    {"BaseExceptionGroup", 0, {88, 0, 16, 0}},
    {"bool", 0, {32, 4, 0, 0}},
    {"bool", 12, {24, 4, 0, 0}},
    {"builtin_function_or_method", 0, {48, 0, 0, 40}},
    {"builtin_function_or_method", 8, {56, 0, 0, 40}},
    {"bytearray", 0, {56, 0, 0, 0}},
    {"bytearray_iterator", 0, {32, 0, 0, 0}},
    {"bytes", 0, {33, 1, 0, 0}},
    {"bytes_iterator", 0, {32, 0, 0, 0}},
    {"callable_iterator", 0, {32, 0, 0, 0}},
    {"cell", 0, {24, 0, 0, 0}},
    {"classmethod", 0, {32, 0, 24, 0}},
    {"code", 0, {144, 0, 0, 128}},
    {"code", 8, {176, 0, 0, 136}},
    {"code", 11, {184, 2, 0, 144}},
    {"code", 12, {192, 2, 0, 144}},
    {"code", 13, {200, 2, 0, 144}},
    {"complex", 0, {32, 0, 0, 0}},
    {"defaultdict", 0, {56, 0, 0, 0}},
    {"deque", 0, {80, 0, 0, 72}},
    {"deque", 11, {216, 0, 0, 208}},
    {"dict", 0, {48, 0, 0, 0}},
    {"dict_itemiterator", 0, {56, 0, 0, 0}},
    {"dict_items", 0, {24, 0, 0, 0}},
    {"dict_keyiterator", 0, {56, 0, 0, 0}},
    {"dict_keys", 0, {24, 0, 0, 0}},
    {"dict_reverseitemiterator", 0, {56, 0, 0, 0}},
    {"dict_reversekeyiterator", 0, {56, 0, 0, 0}},
    {"dict_reversevalueiterator", 0, {56, 0, 0, 0}},
    {"dict_valueiterator", 0, {56, 0, 0, 0}},
    {"dict_values", 0, {24, 0, 0, 0}},
    {"ellipsis", 0, {16, 0, 0, 0}},
    {"enumerate", 0, {48, 0, 0, 0}},
    {"enumerate", 11, {56, 0, 0, 0}},
    {"filter", 0, {32, 0, 0, 0}},
    {"float", 0, {24, 0, 0, 0}},
    {"frame", 0, {384, 8, 0, 0}},
    {"frame", 7, {368, 8, 0, 0}},
    {"frame", 10, {360, 8, 0, 0}},
    {"frame", 11, {120, 8, 0, 0}},
    {"frame", 13, {136, 8, 0, 0}},
    {"frozenset", 0, {200, 0, 0, 192}},
    {"function", 0, {112, 0, 72, 80}},
    {"function", 8, {120, 0, 72, 80}},
    {"function", 10, {128, 0, 88, 96}},
    {"function", 11, {136, 0, 88, 96}},
    {"function", 12, {144, 0, 88, 96}},
    {"generator", 0, {64, 0, 0, 40}},
    {"generator", 7, {96, 0, 0, 40}},
    {"generator", 10, {88, 0, 0, 32}},
    {"generator", 11, {152, 8, 0, 24}},
    {"generator", 12, {144, 8, 0, 16}},
    {"GenericAlias", 0, {48, 0, 0, 40}},
    {"GenericAlias", 11, {64, 0, 0, 40}},
    {"getset_descriptor", 0, {48, 0, 0, 0}},
    {"ImportError", 0, {88, 0, 16, 0}},
    {"ImportError", 11, {96, 0, 16, 0}},
    {"ImportError", 12, {104, 0, 16, 0}},
    {"int", 0, {24, 4, 0, 0}},
    {"itemgetter", 0, {32, 0, 0, 0}},
    {"itemgetter", 8, {40, 0, 0, 0}},
    {"itemgetter", 11, {48, 0, 0, 0}},
    {"iterator", 0, {32, 0, 0, 0}},
    {"list", 0, {40, 0, 0, 0}},
    {"list_iterator", 0, {32, 0, 0, 0}},
    {"list_reverseiterator", 0, {32, 0, 0, 0}},
    {"longrange_iterator", 0, {48, 0, 0, 0}},
    {"longrange_iterator", 12, {40, 0, 0, 0}},
    {"managedbuffer", 0, {112, 0, 0, 0}},
    {"map", 0, {32, 0, 0, 0}},
    {"mappingproxy", 0, {24, 0, 0, 0}},
    {"member_descriptor", 0, {48, 0, 0, 0}},
    {"memory_iterator", 0, {48, 0, 0, 0}},
    {"memoryview", 0, {144, 8, 0, 136}},
    {"method", 0, {40, 0, 0, 32}},
    {"method", 8, {48, 0, 0, 32}},
    {"method-wrapper", 0, {32, 0, 0, 0}},
    {"method_descriptor", 0, {48, 0, 0, 0}},
    {"method_descriptor", 8, {56, 0, 0, 0}},
    {"methodcaller", 0, {40, 0, 0, 0}},
    {"methodcaller", 13, {64, 0, 0, 0}},
    {"module", 0, {56, 0, 16, 40}},
    {"NameError", 0, {64, 0, 16, 0}},
    {"NameError", 10, {72, 0, 16, 0}},
    {"NameError", 11, {80, 0, 16, 0}},
    {"NoneType", 0, {16, 0, 0, 0}},
    {"NotImplementedType", 0, {16, 0, 0, 0}},
    {"object", 0, {16, 0, 0, 0}},
    {"OrderedDict", 0, {112, 0, 96, 104}},
    {"OSError", 0, {104, 0, 16, 0}},
    {"OSError", 11, {112, 0, 16, 0}},
    {"partial", 0, {56, 0, 40, 48}},
    {"partial", 7, {64, 0, 40, 48}},
    {"property", 0, {56, 0, 0, 0}},
    {"property", 10, {64, 0, 0, 0}},
    {"Random", 0, {2520, 0, 0, 0}},
    {"range", 0, {48, 0, 0, 0}},
    {"range_iterator", 0, {48, 0, 0, 0}},
    {"range_iterator", 12, {40, 0, 0, 0}},
    {"reversed", 0, {32, 0, 0, 0}},
    {"set", 0, {200, 0, 0, 192}},
    {"set_iterator", 0, {48, 0, 0, 0}},
    {"SimpleNamespace", 0, {24, 0, 16, 0}},
    {"slice", 0, {40, 0, 0, 0}},
    {"staticmethod", 0, {32, 0, 24, 0}},
    {"StopIteration", 0, {72, 0, 16, 0}},
    {"StopIteration", 11, {80, 0, 16, 0}},
    {"str", 0, {80, 0, 0, 0}},
    {"str", 12, {64, 0, 0, 0}},
    {"str_ascii_iterator", 0, {32, 0, 0, 0}},
    {"str_iterator", 0, {32, 0, 0, 0}},
    {"super", 0, {40, 0, 0, 0}},
    {"SyntaxError", 0, {112, 0, 16, 0}},
    {"SyntaxError", 10, {128, 0, 16, 0}},
    {"SyntaxError", 11, {136, 0, 16, 0}},
    {"SystemExit", 0, {72, 0, 16, 0}},
    {"SystemExit", 11, {80, 0, 16, 0}},
    {"traceback", 0, {40, 0, 0, 0}},
    {"tuple", 0, {24, 8, 0, 0}},
    {"tuple_iterator", 0, {32, 0, 0, 0}},
    {"type", 0, {864, 40, 264, 368}},
    {"type", 8, {880, 40, 264, 368}},
    {"type", 10, {888, 40, 264, 368}},
    {"type", 11, {904, 40, 264, 368}},
    {"type", 12, {920, 40, 264, 368}},
    {"type", 13, {928, 40, 264, 368}},
    {"UnicodeDecodeError", 0, {104, 0, 16, 0}},
    {"UnicodeDecodeError", 11, {112, 0, 16, 0}},
    {"UnicodeEncodeError", 0, {104, 0, 16, 0}},
    {"UnicodeEncodeError", 11, {112, 0, 16, 0}},
    {"UnicodeTranslateError", 0, {104, 0, 16, 0}},
    {"UnicodeTranslateError", 11, {112, 0, 16, 0}},
    {"UnionType", 0, {32, 0, 0, 0}},
    {"weakref", 0, {56, 0, 0, 0}},
    {"ReferenceType", 0, {56, 0, 0, 0}},
    {"ReferenceType", 11, {64, 0, 0, 0}},
    {"wrapper_descriptor", 0, {56, 0, 0, 0}},
    {"zip", 0, {40, 0, 0, 0}},
    {"zip", 10, {48, 0, 0, 0}},
};

enum { WORD = 8, MANAGED_DICT = -1, MANAGED_WEAKREF = -32 };

static const LayoutRow *row_of(const Run *run, Slice name)
{
    const LayoutRow *found = NULL;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (slice_is(name, rows[i].name) && rows[i].since <= run->profile->minor)
            found = &rows[i];
    return found;
}

static bool is_from_program(const Run *run, ObjectId type)
{
    return model_object(run->model, type)->b & TYPE_FLAG_HEAP;
}

/* Types without a row: as their base, unless their instances have a size of their own. */
static TypeLayout native_layout(Run *run, ObjectId type)
{
    const Model *model = run->model;
    const LayoutRow *row = row_of(run, native_short_name(run, type));
    if (row)
        return row->layout;
    TypeLayout layout = {.basic = (int32_t)model->profile->sizes.object};
    ObjectId base = model_object(model, type)->slots[TYPE_SLOT_BASE];
    if (base)
        layout = type_layout(run, base);
    uint32_t size = model->native_sizes[type_native(model, type)];
    if (size && !layout.item) {
        bool has_gc = model_object(model, type)->b & TYPE_FLAG_GC;
        layout.basic = (int32_t)(size - (has_gc ? model->profile->sizes.gc_header : 0));
    }
    return layout;
}

static void add_dict(const Run *run, TypeLayout *layout)
{
    if (run->profile->minor >= 12) {
        layout->dict = MANAGED_DICT;
        return;
    }
    layout->dict = layout->item ? -WORD : layout->basic;
    layout->basic += WORD;
}

static void add_weakref(const Run *run, TypeLayout *layout)
{
    bool managed = run->profile->minor >= 12;
    layout->weak = managed ? MANAGED_WEAKREF : layout->basic;
    layout->basic += managed ? 0 : WORD;
}

TypeLayout type_layout(Run *run, ObjectId type)
{
    if (!is_from_program(run, type))
        return native_layout(run, type);
    const Model *model = run->model;
    ObjectId base = model_object(model, type)->slots[TYPE_SLOT_BASE];
    TypeLayout layout = type_layout(run, base);
    uint32_t slots = type_slots(&model->state, type);
    if (is_from_program(run, base))
        slots -= type_slots(&model->state, base);
    uint32_t flags = model_object(model, type)->b;
    layout.basic += (int32_t)slots * WORD;
    bool adds_dict = flags & TYPE_FLAG_HAS_DICT && !layout.dict;
    bool in_front = run->profile->minor == 11 && !layout.item;
    if (adds_dict && !in_front)
        add_dict(run, &layout);
    if (flags & TYPE_FLAG_HAS_WEAKREF && !layout.weak && !layout.item)
        add_weakref(run, &layout);
    if (adds_dict && in_front)
        layout.dict = -layout.basic - 3 * WORD; /* counted from the end */
    return layout;
}
