#include "profile/profile.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "profile/profile_imports.h"
#include "json/json.h"

/* --- what a profile file has --- */

typedef enum RowKind {
    ROW_COUNT,   /* uint32_t */
    ROW_INTEGER, /* int32_t */
    ROW_COUNTS,  /* uint32_t[3] */
    ROW_TUPLES,  /* uint32_t[STARTUP_TUPLES] */
    ROW_BOOL,
    ROW_CHOICE, /* an enum: the index in `choices` */
} RowKind;

/* One figure: "group": {"name": …}. */
typedef struct Row {
    const char *group, *name;
    RowKind kind;
    size_t offset;              /* in Profile */
    const char *const *choices; /* "" ended */
} Row;

static const char *const fills[] = {"exact", "resize", "even", ""};
static const char *const growths[] = {"double", "triple", "bit_length", ""};
static const char *const values[] = {"in_dict", "in_block", "in_object", ""};
static const char *const reuses[] = {"never", "first", "last", ""};
static const char *const whens[] = {"in_allocation", "at_eval_breaker", ""};

enum { COUNT_LIMIT = 1 << 30, COUNTS = 3, TEXT_LIMIT = 1000 };

static const Row rows[] = {
    {"sizes", "gc_header", ROW_COUNT, offsetof(Profile, sizes.gc_header), NULL},
    {"sizes", "none", ROW_COUNT, offsetof(Profile, sizes.none), NULL},
    {"sizes", "object", ROW_COUNT, offsetof(Profile, sizes.object), NULL},
    {"sizes", "false_size", ROW_COUNT, offsetof(Profile, sizes.false_size), NULL},
    {"sizes", "true_size", ROW_COUNT, offsetof(Profile, sizes.true_size), NULL},
    {"sizes", "int_base", ROW_COUNT, offsetof(Profile, sizes.int_base), NULL},
    {"sizes", "int_zero", ROW_COUNT, offsetof(Profile, sizes.int_zero), NULL},
    {"sizes", "float_size", ROW_COUNT, offsetof(Profile, sizes.float_size), NULL},
    {"sizes", "complex_size", ROW_COUNT, offsetof(Profile, sizes.complex_size), NULL},
    {"sizes", "str_ascii", ROW_COUNT, offsetof(Profile, sizes.str_ascii), NULL},
    {"sizes", "str_wide", ROW_COUNT, offsetof(Profile, sizes.str_wide), NULL},
    {"sizes", "str_subclass", ROW_COUNT, offsetof(Profile, sizes.str_subclass), NULL},
    {"sizes", "bytes", ROW_COUNT, offsetof(Profile, sizes.bytes), NULL},
    {"sizes", "bytearray_empty", ROW_COUNT, offsetof(Profile, sizes.bytearray_empty), NULL},
    {"sizes", "tuple", ROW_COUNT, offsetof(Profile, sizes.tuple), NULL},
    {"sizes", "list", ROW_COUNT, offsetof(Profile, sizes.list), NULL},
    {"sizes", "dict", ROW_COUNT, offsetof(Profile, sizes.dict), NULL},
    {"sizes", "dict_keys", ROW_COUNT, offsetof(Profile, sizes.dict_keys), NULL},
    {"sizes", "dict_entry", ROW_COUNT, offsetof(Profile, sizes.dict_entry), NULL},
    {"sizes", "dict_entry_str_only", ROW_COUNT, offsetof(Profile, sizes.dict_entry_str_only),
     NULL},
    {"sizes", "set", ROW_COUNT, offsetof(Profile, sizes.set), NULL},
    {"sizes", "function", ROW_COUNT, offsetof(Profile, sizes.function), NULL},
    {"sizes", "method", ROW_COUNT, offsetof(Profile, sizes.method), NULL},
    {"sizes", "builtin_method", ROW_COUNT, offsetof(Profile, sizes.builtin_method), NULL},
    {"sizes", "cell", ROW_COUNT, offsetof(Profile, sizes.cell), NULL},
    {"sizes", "range", ROW_COUNT, offsetof(Profile, sizes.range), NULL},
    {"sizes", "slice", ROW_COUNT, offsetof(Profile, sizes.slice), NULL},
    {"sizes", "module", ROW_COUNT, offsetof(Profile, sizes.module), NULL},
    {"sizes", "generator", ROW_COUNT, offsetof(Profile, sizes.generator), NULL},
    {"sizes", "frame", ROW_COUNT, offsetof(Profile, sizes.frame), NULL},
    {"sizes", "code", ROW_COUNT, offsetof(Profile, sizes.code), NULL},
    {"sizes", "list_iterator", ROW_COUNT, offsetof(Profile, sizes.list_iterator), NULL},
    {"sizes", "tuple_iterator", ROW_COUNT, offsetof(Profile, sizes.tuple_iterator), NULL},
    {"sizes", "set_iterator", ROW_COUNT, offsetof(Profile, sizes.set_iterator), NULL},
    {"sizes", "dict_iterator", ROW_COUNT, offsetof(Profile, sizes.dict_iterator), NULL},
    {"sizes", "range_iterator", ROW_COUNT, offsetof(Profile, sizes.range_iterator), NULL},
    {"sizes", "str_iterator", ROW_COUNT, offsetof(Profile, sizes.str_iterator), NULL},
    {"sizes", "enumerate", ROW_COUNT, offsetof(Profile, sizes.enumerate), NULL},
    {"sizes", "zip", ROW_COUNT, offsetof(Profile, sizes.zip), NULL},
    {"sizes", "map", ROW_COUNT, offsetof(Profile, sizes.map), NULL},
    {"sizes", "reversed", ROW_COUNT, offsetof(Profile, sizes.reversed), NULL},
    {"sizes", "exception", ROW_COUNT, offsetof(Profile, sizes.exception), NULL},
    {"sizes", "stop_iteration", ROW_COUNT, offsetof(Profile, sizes.stop_iteration), NULL},
    {"sizes", "key_error", ROW_COUNT, offsetof(Profile, sizes.key_error), NULL},
    {"sizes", "os_error", ROW_COUNT, offsetof(Profile, sizes.os_error), NULL},
    {"sizes", "traceback", ROW_COUNT, offsetof(Profile, sizes.traceback), NULL},
    {"sizes", "weakref", ROW_COUNT, offsetof(Profile, sizes.weakref), NULL},
    {"sizes", "property", ROW_COUNT, offsetof(Profile, sizes.property), NULL},
    {"sizes", "type", ROW_COUNT, offsetof(Profile, sizes.type), NULL},
    {"sizes", "slots_type", ROW_COUNT, offsetof(Profile, sizes.slots_type), NULL},
    {"sizes", "static_type", ROW_COUNT, offsetof(Profile, sizes.static_type), NULL},
    {"sizes", "instance", ROW_COUNT, offsetof(Profile, sizes.instance), NULL},
    {"sizes", "slotted_instance", ROW_COUNT, offsetof(Profile, sizes.slotted_instance), NULL},
    {"sizes", "instance_preheader", ROW_COUNT, offsetof(Profile, sizes.instance_preheader),
     NULL},
    {"sizes", "instance_weakref", ROW_COUNT, offsetof(Profile, sizes.instance_weakref), NULL},
    {"lists", "from_constants", ROW_CHOICE, offsetof(Profile, list_from_constants), fills},
    {"lists", "from_sized", ROW_CHOICE, offsetof(Profile, list_from_sized), fills},
    {"lists", "from_hashed", ROW_CHOICE, offsetof(Profile, list_from_hashed), fills},
    {"lists", "extend_when_empty", ROW_CHOICE, offsetof(Profile, list_extend_when_empty),
     fills},
    {"lists", "growth_rounds_to_four", ROW_BOOL, offsetof(Profile, list_growth_rounds_to_four),
     NULL},
    {"lists", "append_may_shrink", ROW_BOOL, offsetof(Profile, list_append_may_shrink), NULL},
    {"lists", "pop_last_clears", ROW_BOOL, offsetof(Profile, list_pop_last_clears), NULL},
    {"dicts", "growth", ROW_CHOICE, offsetof(Profile, dict_growth), growths},
    {"dicts", "empty_table", ROW_COUNT, offsetof(Profile, dict_empty_table), NULL},
    {"dicts", "call_table", ROW_COUNT, offsetof(Profile, dict_call_table), NULL},
    {"dicts", "str_only_tables", ROW_BOOL, offsetof(Profile, dict_str_only_tables), NULL},
    {"dicts", "copy_clones", ROW_BOOL, offsetof(Profile, dict_copy_clones), NULL},
    {"instances", "dict_is_object", ROW_BOOL, offsetof(Profile, instance_dict_is_object), NULL},
    {"instances", "values", ROW_CHOICE, offsetof(Profile, instance_values), values},
    {"instances", "shared_keys_limit", ROW_COUNT, offsetof(Profile, shared_keys_limit), NULL},
    {"sets", "grows_at_three_fifths", ROW_BOOL, offsetof(Profile, set_grows_at_three_fifths),
     NULL},
    {"sets", "display_merges", ROW_BOOL, offsetof(Profile, set_display_merges), NULL},
    {"sets", "reuse_of_deleted", ROW_CHOICE, offsetof(Profile, set_reuse), reuses},
    {"sets", "empty_frozenset_singleton", ROW_BOOL,
     offsetof(Profile, empty_frozenset_singleton), NULL},
    {"hashes", "siphash13", ROW_BOOL, offsetof(Profile, siphash13), NULL},
    {"memory", "arena", ROW_COUNT, offsetof(Profile, obmalloc.arena), NULL},
    {"memory", "pool", ROW_COUNT, offsetof(Profile, obmalloc.pool), NULL},
    {"memory", "pool_header", ROW_COUNT, offsetof(Profile, obmalloc.pool_header), NULL},
    {"memory", "usable_pools", ROW_COUNT, offsetof(Profile, obmalloc.usable_pools), NULL},
    {"memory", "alignment", ROW_COUNT, offsetof(Profile, obmalloc.alignment), NULL},
    {"memory", "request_threshold", ROW_COUNT, offsetof(Profile, obmalloc.request_threshold),
     NULL},
    {"gc", "threshold", ROW_COUNTS, offsetof(Profile, gc.threshold), NULL},
    {"gc", "when", ROW_CHOICE, offsetof(Profile, gc.when), whens},
    {"gc", "counts_instance_dict", ROW_BOOL, offsetof(Profile, gc.counts_instance_dict), NULL},
    {"gc", "counts_resurrected", ROW_BOOL, offsetof(Profile, gc.counts_resurrected), NULL},
    {"identity", "small_int_least", ROW_INTEGER, offsetof(Profile, identity.small_int_least),
     NULL},
    {"identity", "small_int_most", ROW_INTEGER, offsetof(Profile, identity.small_int_most),
     NULL},
    {"identity", "consts_merged_across_code_objects", ROW_BOOL,
     offsetof(Profile, identity.consts_merged_across_code_objects), NULL},
    {"identity", "const_tuple_items_merged", ROW_BOOL,
     offsetof(Profile, identity.const_tuple_items_merged), NULL},
    {"identity", "folds_in_ast", ROW_BOOL, offsetof(Profile, identity.folds_in_ast), NULL},
    {"identity", "str_repeat_fold_limit", ROW_COUNT,
     offsetof(Profile, identity.str_repeat_fold_limit), NULL},
    {"identity", "tuple_repeat_fold_limit", ROW_COUNT,
     offsetof(Profile, identity.tuple_repeat_fold_limit), NULL},
    {"immortal", "singletons", ROW_BOOL, offsetof(Profile, immortal.singletons), NULL},
    {"immortal", "all_interned", ROW_BOOL, offsetof(Profile, immortal.all_interned), NULL},
    {"immortal", "identifiers", ROW_BOOL, offsetof(Profile, immortal.identifiers), NULL},
    {"calls", "caller_keeps_arguments", ROW_BOOL,
     offsetof(Profile, calls.caller_keeps_arguments), NULL},
    {"calls", "frame_holds_function", ROW_BOOL, offsetof(Profile, calls.frame_holds_function),
     NULL},
    {"calls", "generator_holds_function", ROW_BOOL,
     offsetof(Profile, calls.generator_holds_function), NULL},
    {"calls", "locals_die_before_arguments", ROW_BOOL,
     offsetof(Profile, calls.locals_die_before_arguments), NULL},
    {"free_lists", "list", ROW_COUNT, offsetof(Profile, free_lists.list), NULL},
    {"free_lists", "dict", ROW_COUNT, offsetof(Profile, free_lists.dict), NULL},
    {"free_lists", "float", ROW_COUNT, offsetof(Profile, free_lists.float_), NULL},
    {"free_lists", "tuple_each", ROW_COUNT, offsetof(Profile, free_lists.tuple_each), NULL},
    {"free_lists", "tuple_longest", ROW_COUNT, offsetof(Profile, free_lists.tuple_longest),
     NULL},
    {"free_lists", "frame", ROW_COUNT, offsetof(Profile, free_lists.frame), NULL},
    {"free_lists", "method", ROW_COUNT, offsetof(Profile, free_lists.method), NULL},
    {"free_lists", "slice", ROW_COUNT, offsetof(Profile, free_lists.slice), NULL},
    {"startup", "tracked", ROW_COUNT, offsetof(Profile, startup.tracked), NULL},
    {"startup", "pending", ROW_COUNT, offsetof(Profile, startup.pending), NULL},
    {"startup", "counts", ROW_COUNTS, offsetof(Profile, startup.counts), NULL},
    {"startup", "collections", ROW_COUNTS, offsetof(Profile, startup.collections), NULL},
    {"startup", "collected", ROW_COUNTS, offsetof(Profile, startup.collected), NULL},
    {"startup", "lists", ROW_COUNT, offsetof(Profile, startup.lists), NULL},
    {"startup", "dicts", ROW_COUNT, offsetof(Profile, startup.dicts), NULL},
    {"startup", "floats", ROW_COUNT, offsetof(Profile, startup.floats), NULL},
    {"startup", "methods", ROW_COUNT, offsetof(Profile, startup.methods), NULL},
    {"startup", "builtin_methods", ROW_COUNT, offsetof(Profile, startup.builtin_methods), NULL},
    {"startup", "tuples", ROW_TUPLES, offsetof(Profile, startup.tuples), NULL},
};

enum { ROWS = sizeof rows / sizeof *rows };

/* --- reading one figure --- */

static void read_count(JsonDocument *document, const cJSON *value, uint32_t *ret_count)
{
    long long count;
    if (json_integer(document, value, 0, COUNT_LIMIT, &count))
        *ret_count = (uint32_t)count;
}

static void read_integer(JsonDocument *document, const cJSON *value, int32_t *ret_value)
{
    long long number;
    if (json_integer(document, value, -COUNT_LIMIT, COUNT_LIMIT, &number))
        *ret_value = (int32_t)number;
}

static void read_counts(JsonDocument *document, const cJSON *value, uint32_t length,
                        uint32_t *ret_counts)
{
    if (!json_array(document, value, length, length))
        return;
    for (const cJSON *item = value->child; item; item = item->next)
        read_count(document, item, ret_counts++);
}

static void read_choice(JsonDocument *document, const cJSON *value, const char *const *choices,
                        unsigned *ret_choice)
{
    int index;
    if (json_choice(document, value, choices, &index))
        *ret_choice = (unsigned)index;
}

static void read_row(JsonDocument *document, const cJSON *object, const Row *row,
                     Profile *profile)
{
    const cJSON *value = json_member(document, object, row->name, true);
    void *field = (char *)profile + row->offset;
    switch (row->kind) {
    case ROW_COUNT:
        read_count(document, value, field);
        return;
    case ROW_INTEGER:
        read_integer(document, value, field);
        return;
    case ROW_COUNTS:
        read_counts(document, value, COUNTS, field);
        return;
    case ROW_TUPLES:
        read_counts(document, value, STARTUP_TUPLES, field);
        return;
    case ROW_BOOL:
        json_bool(document, value, field);
        return;
    case ROW_CHOICE:
        read_choice(document, value, row->choices, field);
        return;
    }
}

/* --- the whole file --- */

/* Does the group of this row begin with it? */
static bool begins_group(int index)
{
    return index == 0 || strcmp(rows[index].group, rows[index - 1].group) != 0;
}

static void read_comment(JsonDocument *document, const cJSON *object)
{
    Slice text;
    json_text(document, json_member(document, object, "comment", false), 1, TEXT_LIMIT, &text);
}

static void read_group(JsonDocument *document, const char *group, Profile *profile)
{
    const char *known[ROWS + 2] = {"comment"};
    int count = 1;
    for (int i = 0; i < ROWS; i++)
        if (strcmp(rows[i].group, group) == 0)
            known[count++] = rows[i].name;
    known[count] = "";
    const cJSON *object = json_member(document, document->root, group, true);
    json_object(document, object, known);
    if (!cJSON_IsObject(object))
        return;
    read_comment(document, object);
    for (int i = 0; i < ROWS; i++)
        if (strcmp(rows[i].group, group) == 0)
            read_row(document, object, &rows[i], profile);
}

static void read_name(JsonDocument *document, const char *key, size_t least, size_t size,
                      char *ret_name)
{
    Slice text;
    const cJSON *value = json_member(document, document->root, key, true);
    if (json_text(document, value, least, size - 1, &text) && text.length < size)
        memcpy(ret_name, text.bytes, text.length + 1);
}

/* The file must be about the version that its name says. */
static void read_names(JsonDocument *document, const char *version, Profile *profile)
{
    read_name(document, "version", 1, sizeof profile->version, profile->version);
    read_name(document, "full", 1, sizeof profile->full, profile->full);
    read_name(document, "interned_characters", 0, sizeof profile->interned_characters,
              profile->interned_characters);
    profile->minor = atoi(version + 2);
    const cJSON *value = json_member(document, document->root, "version", false);
    if (*profile->version && strcmp(profile->version, version) != 0)
        json_fail(document, value, "expected \"%s\" here, as the file's name says", version);
}

/* Figures that others divide by. */
static void check_memory(JsonDocument *document, const ProfileObmalloc *memory)
{
    bool sound = memory->alignment == 16 && memory->request_threshold % 16 == 0 &&
                 memory->request_threshold && memory->usable_pools &&
                 memory->pool >= memory->pool_header + memory->request_threshold &&
                 !(memory->pool & (memory->pool - 1)) &&
                 memory->arena >= (uint64_t)memory->pool * memory->usable_pools;
    if (document->fine && !sound)
        json_fail(document, json_member(document, document->root, "memory", true),
                  "these sizes of arenas, pools and blocks do not fit together");
}

static void read_document(JsonDocument *document, const char *version, Profile *profile)
{
    const char *known[ROWS + 7] = {
        "comment", "version", "full", "recursion_limit", "interned_characters", "imports"};
    int count = 6;
    for (int i = 0; i < ROWS; i++)
        if (begins_group(i))
            known[count++] = rows[i].group;
    known[count] = "";
    json_object(document, document->root, known);
    if (!cJSON_IsObject(document->root))
        return;
    read_comment(document, document->root);
    read_names(document, version, profile);
    read_count(document, json_member(document, document->root, "recursion_limit", true),
               &profile->recursion_limit);
    for (int i = 0; i < ROWS; i++)
        if (begins_group(i))
            read_group(document, rows[i].group, profile);
    profile_imports_read(document, profile);
    check_memory(document, &profile->obmalloc);
}

static bool read_source(const Source *source, const char *version, Profile *ret_profile,
                        Diagnostics *diagnostics)
{
    JsonDocument document;
    Profile profile = {.minor = 0};
    bool fine = json_open(&document, source, diagnostics);
    if (fine) {
        read_document(&document, version, &profile);
        fine = document.fine;
    }
    json_close(&document);
    if (fine)
        *ret_profile = profile;
    return fine;
}

/* "3.", one or two digits, perhaps a release's ".0": nothing that could lead to another folder.
 */
bool profile_is_version(const char *version)
{
    if (strncmp(version, "3.", 2) != 0)
        return false;
    const char *minor = version + 2;
    size_t digits = strspn(minor, "0123456789");
    const char *release = minor + digits;
    if (digits < 1 || digits > 2 || !*release)
        return digits == 1 || digits == 2;
    size_t more = strspn(release + 1, "0123456789");
    return *release == '.' && (more == 1 || more == 2) && !release[1 + more];
}

bool profile_read(const char *profiles, const char *version, Profile *ret_profile,
                  Diagnostics *diagnostics)
{
    if (!profile_is_version(version)) {
        diagnostics_add_file(diagnostics, "--python", "\"%s\" is no version like 3.12",
                             version);
        return false;
    }
    Text path = {0}, error = {0};
    text_append_format(&path, "%s/%s.json", profiles, version);
    Source *source = source_read(text_string(&path), &error);
    if (!source)
        diagnostics_add_file(diagnostics, text_string(&path), "%s", text_string(&error));
    bool fine = source && read_source(source, version, ret_profile, diagnostics);
    source_destroy(source);
    text_done(&error);
    text_done(&path);
    return fine;
}
