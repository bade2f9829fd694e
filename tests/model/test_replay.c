/* Replays what record.py wrote under a real interpreter and compares sizes, hashes, texts and
 * orders, line by line: test_replay PROFILES VERSION FILE. */
#include "fixture.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORD_LIMIT = 512, OBJECT_LIMIT = 16 };

typedef struct Replay {
    Model *model;
    ObjectId object; /* the container that the lines are about */
    ObjectId type;
    ObjectId objects[OBJECT_LIMIT];
    uint32_t object_count;
    char *words[WORD_LIMIT]; /* the operation */
    int word_count;
    Text result;
} Replay;

typedef struct Input {
    const char *version, *file;
} Input;

static Input input;

/* --- words --- */

static const char *word(const Replay *replay, int index)
{
    assert_true(index < replay->word_count);
    return replay->words[index];
}

static uint32_t number(const Replay *replay, int index)
{
    return (uint32_t)strtoul(word(replay, index), NULL, 10);
}

static void result(Replay *replay, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static void result(Replay *replay, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    if (replay->result.length)
        text_append_char(&replay->result, ' ');
    text_append_format_list(&replay->result, format, arguments);
    va_end(arguments);
}

static void result_size(Replay *replay, ObjectId id)
{
    result(replay, "%" PRIu64, model_size(replay->model, &replay->model->state, id));
}

static void append_hex(const char *hex, Text *ret_text)
{
    for (; hex[0] && hex[1]; hex += 2) {
        char digits[] = {hex[0], hex[1], '\0'};
        text_append_char(ret_text, (char)strtol(digits, NULL, 16));
    }
}

static bool is(const Replay *replay, const char *operation)
{
    return strcmp(replay->words[0], operation) == 0;
}

/* --- values --- */

static void replay_str(Replay *replay)
{
    Text text = {0};
    append_hex(word(replay, 1), &text);
    ObjectId str = str_new(replay->model, text_slice(&text));
    if (str_payload(replay->model, str)->length > 1)
        result_size(replay, str);
    else
        result(replay, "0");
    result(replay, "%" PRId64, hash_str(replay->model, str));
    text_done(&text);
}

static void replay_bytes(Replay *replay)
{
    Text text = {0};
    append_hex(word(replay, 1), &text);
    ObjectId bytes = bytes_from(replay->model, text_string(&text), text.length);
    result_size(replay, bytes);
    result(replay, "%" PRId64, hash_bytes_object(replay->model, bytes));
    text_done(&text);
}

static void replay_float(Replay *replay)
{
    uint64_t bits = strtoull(word(replay, 1), NULL, 16);
    double value;
    memcpy(&value, &bits, sizeof value);
    float_write(value, &replay->result);
    result(replay, "%" PRId64, hash_double(value, 0));
}

static ObjectId int_of(Model *model, const char *digits)
{
    mpz_t value;
    mpz_init_set_str(value, digits, 10);
    ObjectId id = int_from_big(model, value);
    mpz_clear(value);
    return id;
}

static void replay_int(Replay *replay)
{
    ObjectId id = int_of(replay->model, word(replay, 1));
    result_size(replay, id);
    result(replay, "%" PRId64, hash_int(replay->model, id));
}

static void replay_tuple(Replay *replay)
{
    const Profile *profile = replay->model->profile;
    uint32_t count = (uint32_t)replay->word_count - 1;
    TupleHash hash;
    ObjectId items[WORD_LIMIT];
    tuple_hash_start(profile, &hash, count);
    for (uint32_t i = 0; i < count; i++) {
        items[i] = int_of(replay->model, word(replay, (int)i + 1));
        tuple_hash_add(profile, &hash, hash_int(replay->model, items[i]));
    }
    result_size(replay, tuple_from(replay->model, items, count));
    result(replay, "%" PRId64, tuple_hash_end(profile, &hash));
}

static bool replay_value(Replay *replay)
{
    if (is(replay, "str"))
        replay_str(replay);
    else if (is(replay, "bytes"))
        replay_bytes(replay);
    else if (is(replay, "float"))
        replay_float(replay);
    else if (is(replay, "int"))
        replay_int(replay);
    else if (is(replay, "tuple"))
        replay_tuple(replay);
    else if (is(replay, "complex"))
        result(replay, "%" PRId64, hash_complex(atof(word(replay, 1)), atof(word(replay, 2))));
    else
        return false;
    return true;
}

/* --- lists --- */

static const ObjectId *nones(const Replay *replay)
{
    static ObjectId items[64];
    for (size_t i = 0; i < sizeof items / sizeof *items; i++)
        items[i] = replay->model->none;
    return items;
}

static void generate(Replay *replay, uint32_t count)
{
    enum { HINT = 8 };
    list_expect(replay->model, replay->object, HINT);
    for (uint32_t i = 0; i < count; i++)
        list_add(replay->model, replay->object, replay->model->none);
    list_trim(replay->model, replay->object);
}

static bool replay_list_change(Replay *replay)
{
    Model *model = replay->model;
    ObjectId list = replay->object;
    if (is(replay, "append"))
        for (uint32_t i = 0; i < number(replay, 1); i++)
            list_append(model, list, model->none);
    else if (is(replay, "insert"))
        list_insert(model, list, number(replay, 1), model->none);
    else if (is(replay, "extend"))
        list_extend(model, list, nones(replay), number(replay, 1));
    else if (is(replay, "assign"))
        list_splice(model, list, number(replay, 1), number(replay, 2), nones(replay),
                    number(replay, 3));
    else if (is(replay, "pop"))
        list_pop(model, list, number(replay, 1));
    else if (is(replay, "generate"))
        generate(replay, number(replay, 1));
    else if (is(replay, "clear"))
        list_clear(model, list);
    else
        return false;
    return true;
}

static bool replay_list(Replay *replay)
{
    if (is(replay, "list"))
        replay->object = list_from(replay->model, NULL, 0, LIST_FILL_EXACT);
    else if (model_kind(replay->model, replay->object) != KIND_LIST ||
             !replay_list_change(replay))
        return false;
    result_size(replay, replay->object);
    result(replay, "%u", model_object(replay->model, replay->object)->slot_count);
    return true;
}

static bool replay_fill(Replay *replay)
{
    const Profile *profile = replay->model->profile;
    ListFill fill = LIST_FILL_EXACT;
    if (strncmp(replay->words[0], "from_", 5) != 0)
        return false;
    if (is(replay, "from_constants"))
        fill = number(replay, 1) < 3 ? LIST_FILL_EXACT : profile->list_from_constants;
    if (is(replay, "from_sized"))
        fill = profile->list_from_sized;
    if (is(replay, "from_hashed"))
        fill = profile->list_from_hashed;
    replay->object = list_create_by_call(replay->model, replay->model->types[TYPE_LIST]);
    if (is(replay, "from_generator"))
        generate(replay, number(replay, 1));
    else
        list_fill(replay->model, replay->object, nones(replay), number(replay, 1), fill);
    result_size(replay, replay->object);
    return true;
}

/* --- dicts --- */

/* "i5" is 5, "s5" is 's5'. */
static ObjectId key_of(Replay *replay, const char *name, int64_t *ret_hash)
{
    ObjectId key =
        *name == 'i' ? int_of(replay->model, name + 1) : str_from_string(replay->model, name);
    *ret_hash = *name == 'i' ? hash_int(replay->model, key) : hash_str(replay->model, key);
    return key;
}

static bool same_key(const Model *model, ObjectId a, ObjectId b)
{
    if (model_kind(model, a) != model_kind(model, b))
        return false;
    if (model_kind(model, a) == KIND_INT)
        return int_value(model, a) == int_value(model, b);
    return slice_equal(str_slice(model, a), str_slice(model, b));
}

static int64_t find_entry(Replay *replay, ObjectId key, int64_t hash)
{
    DictProbe probe = {.started = false};
    int64_t entry;
    do
        entry = dict_probe(replay->model, replay->object, hash, &probe);
    while (entry >= 0 &&
           !same_key(replay->model, dict_key(replay->model, replay->object, (uint32_t)entry),
                     key));
    return entry;
}

static void set_entry(Replay *replay)
{
    int64_t hash;
    ObjectId key = key_of(replay, word(replay, 1), &hash);
    int64_t entry = find_entry(replay, key, hash);
    if (entry < 0)
        dict_insert(replay->model, replay->object, key, hash, replay->model->none);
    else
        dict_replace(replay->model, replay->object, (uint32_t)entry, replay->model->none);
}

static void delete_entry(Replay *replay)
{
    int64_t hash;
    ObjectId key = key_of(replay, word(replay, 1), &hash);
    int64_t entry = find_entry(replay, key, hash);
    if (entry >= 0)
        dict_delete(replay->model, replay->object, (uint32_t)entry);
}

static void result_key(Replay *replay, ObjectId key)
{
    if (model_kind(replay->model, key) == KIND_INT)
        result(replay, "%" PRId64, int_value(replay->model, key));
    else
        result(replay, "%s", str_slice(replay->model, key).bytes);
}

static void result_dict(Replay *replay)
{
    ObjectId last = 0;
    uint32_t end = dict_entry_end(replay->model, replay->object), used = 0;
    for (uint32_t entry = 0; entry < end; entry++) {
        ObjectId key = dict_key(replay->model, replay->object, entry);
        used += key != 0;
        last = key ? key : last;
    }
    assert_int_equal(used, dict_used(replay->model, replay->object));
    result_size(replay, replay->object);
    result(replay, "%u", used);
    if (last)
        result_key(replay, last);
    else
        result(replay, "-");
}

static bool replay_dict_change(Replay *replay)
{
    Model *model = replay->model;
    if (is(replay, "set"))
        set_entry(replay);
    else if (is(replay, "delete"))
        delete_entry(replay);
    else if (is(replay, "popitem"))
        dict_delete_last(model, replay->object);
    else if (is(replay, "copy"))
        replay->object = dict_copy(model, replay->object);
    else if (is(replay, "clear"))
        dict_clear(model, replay->object);
    else
        return false;
    return true;
}

static bool replay_dict(Replay *replay)
{
    if (is(replay, "dict") || is(replay, "dict_call")) {
        replay->object =
            is(replay, "dict")
                ? dict_create(replay->model)
                : dict_create_by_call(replay->model, replay->model->types[TYPE_DICT]);
        result_size(replay, replay->object);
        result(replay, "0");
        return true;
    }
    if (model_kind(replay->model, replay->object) != KIND_DICT || !replay_dict_change(replay))
        return false;
    result_dict(replay);
    return true;
}

/* --- sets --- */

static int64_t find_item(Replay *replay, ObjectId set, ObjectId key, int64_t hash)
{
    SetProbe probe = {.started = false};
    int64_t index;
    do
        index = set_probe(replay->model, set, hash, &probe);
    while (index >= 0 &&
           !same_key(replay->model, set_item(replay->model, set, (uint32_t)index, NULL), key));
    return index;
}

static void add_item(Replay *replay, ObjectId set, const char *name)
{
    int64_t hash;
    ObjectId key = key_of(replay, name, &hash);
    if (find_item(replay, set, key, hash) < 0)
        set_insert(replay->model, set, key, hash);
}

static void discard_item(Replay *replay)
{
    int64_t hash;
    ObjectId key = key_of(replay, word(replay, 1), &hash);
    int64_t index = find_item(replay, replay->object, key, hash);
    if (index >= 0)
        set_remove(replay->model, replay->object, (uint32_t)index);
}

static void update_items(Replay *replay)
{
    Model *model = replay->model;
    ObjectId other = set_create(model, false);
    for (int i = 1; i < replay->word_count; i++)
        add_item(replay, other, word(replay, i));
    if (!set_used(model, replay->object)) {
        set_merge(model, replay->object, other);
        return;
    }
    if (!set_used(model, other))
        return;
    set_expect(model, replay->object, set_used(model, other));
    for (uint32_t i = 0; i < set_table_size(model, other); i++) {
        int64_t hash;
        ObjectId key = set_item(model, other, i, &hash);
        if (key && find_item(replay, replay->object, key, hash) < 0)
            set_insert(model, replay->object, key, hash);
    }
}

static void copy_set(Replay *replay)
{
    ObjectId copy = set_create(replay->model, false);
    set_merge(replay->model, copy, replay->object);
    replay->object = copy;
}

/* Items as words of the result; many of them as a checksum (FNV-1a). */
static void end_items(Replay *replay, size_t start, uint32_t count)
{
    enum { MOST_LISTED = 24 };
    if (count <= MOST_LISTED)
        return;
    uint64_t checksum = 14695981039346656037u;
    for (size_t i = start + 1; i < replay->result.length; i++)
        checksum = (checksum ^ (unsigned char)replay->result.bytes[i]) * 1099511628211u;
    replay->result.length = start;
    result(replay, "#%016" PRIx64, checksum);
}

static void result_set(Replay *replay, bool items)
{
    result_size(replay, replay->object);
    if (!items)
        result(replay, "...");
    size_t start = replay->result.length;
    for (uint32_t i = 0; items && i < set_table_size(replay->model, replay->object); i++) {
        ObjectId item = set_item(replay->model, replay->object, i, NULL);
        if (item)
            result_key(replay, item);
    }
    if (items)
        end_items(replay, start, set_used(replay->model, replay->object));
}

static bool replay_set_change(Replay *replay)
{
    if (is(replay, "add"))
        add_item(replay, replay->object, word(replay, 1));
    else if (is(replay, "discard"))
        discard_item(replay);
    else if (is(replay, "pop"))
        set_pop(replay->model, replay->object);
    else if (is(replay, "copy_set"))
        copy_set(replay);
    else if (is(replay, "clear"))
        set_clear(replay->model, replay->object);
    else if (is(replay, "update"))
        update_items(replay);
    else
        return false;
    return true;
}

static void replay_frozenset(Replay *replay)
{
    ObjectId set = set_create(replay->model, true);
    for (int i = 1; i < replay->word_count; i++) {
        ObjectId key = int_of(replay->model, word(replay, i));
        set_insert(replay->model, set, key, hash_int(replay->model, key));
    }
    result(replay, "%" PRId64, hash_frozenset(replay->model, set));
}

static bool replay_set(Replay *replay, bool items)
{
    if (is(replay, "frozenset")) {
        replay_frozenset(replay);
        return true;
    }
    if (is(replay, "set_new")) {
        replay->object = set_create(replay->model, false);
        result_size(replay, replay->object);
        result(replay, "0");
        return true;
    }
    if (model_kind(replay->model, replay->object) != KIND_SET || !replay_set_change(replay))
        return false;
    result_set(replay, items);
    return true;
}

/* --- instances --- */

static void look(Replay *replay, ObjectId instance)
{
    Model *model = replay->model;
    result_size(replay, instance);
    result_size(replay, instance_dict(model, instance));
    ObjectId name, value;
    size_t start = replay->result.length;
    uint32_t i = 0;
    for (; instance_attribute(model, &model->state, instance, i, &name, &value); i++) {
        assert_int_equal(value, instance_get(model, instance, name));
        result_key(replay, name);
    }
    end_items(replay, start, i);
}

static bool replay_instance_change(Replay *replay)
{
    Model *model = replay->model;
    if (is(replay, "class")) {
        replay->type = fixture_class(model, KIND_INSTANCE);
        replay->object_count = 0;
    } else if (is(replay, "new"))
        replay->objects[replay->object_count++] = instance_create(model, replay->type);
    else if (is(replay, "setattr"))
        instance_set(model, replay->objects[number(replay, 1)],
                     model_intern(model, slice_of(word(replay, 2))), model->none);
    else if (is(replay, "delattr"))
        instance_delete(model, replay->objects[number(replay, 1)],
                        model_intern(model, slice_of(word(replay, 2))));
    else
        return false;
    result(replay, "%u", replay->object_count);
    return true;
}

static bool replay_instance(Replay *replay)
{
    if (is(replay, "look"))
        look(replay, replay->objects[number(replay, 1)]);
    else if (is(replay, "look_class"))
        result_size(replay, replay->type);
    else
        return replay_instance_change(replay);
    return true;
}

/* --- the file --- */

static void split(Replay *replay, char *line)
{
    replay->word_count = 0;
    for (char *part = strtok(line, " "); part; part = strtok(NULL, " "))
        replay->words[replay->word_count++] = part;
}

static void replay_line(Replay *replay, char *line, int line_number)
{
    char *expected = strstr(line, " =");
    assert_non_null(expected);
    *expected = '\0';
    expected += expected[2] == ' ' ? 3 : 2;
    char copy[64];
    snprintf(copy, sizeof copy, "%s", line);
    split(replay, line);
    text_clear(&replay->result);
    bool items = !strstr(expected, "...");
    bool known = replay_value(replay) || replay_fill(replay) || replay_list(replay) ||
                 replay_dict(replay) || replay_set(replay, items) || replay_instance(replay);
    if (!known || strcmp(text_string(&replay->result), expected) != 0)
        fail_msg("%s:%d: %s: expected %s, got %s", input.file, line_number, copy, expected,
                 text_string(&replay->result));
}

static void test_replay(void **context)
{
    (void)context;
    Fixture fixture;
    fixture_open(&fixture, input.version);
    Replay replay = {.model = fixture.model, .object = fixture.model->none};
    FILE *file = fopen(input.file, "r");
    assert_non_null(file);
    char *line = NULL;
    size_t capacity = 0;
    for (int i = 1; getline(&line, &capacity, file) > 0; i++) {
        line[strcspn(line, "\n")] = '\0';
        if (*line != '#')
            replay_line(&replay, line, i);
    }
    fclose(file);
    free(line);
    text_done(&replay.result);
    fixture_close(&fixture);
}

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    input = (Input){argv[1], argv[2]};
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_replay)};
    return cmocka_run_group_tests_name(argv[1], tests, NULL, NULL);
}
