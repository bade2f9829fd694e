#include "run/errors/suggestion.h"

#include <ctype.h>
#include <string.h>

#include "run/builtins/tables.h"
#include "run/modules/stdlib_names.h"

enum {
    MOVE_COST = 2,
    CASE_COST = 1,
    NAME_LIMIT = 40,       /* longer names are not compared */
    CANDIDATE_LIMIT = 750, /* nor more candidates than that */
};

/* The best candidate so far. */
typedef struct Best {
    Slice wrong;
    size_t distance; /* SIZE_MAX: none */
    Slice chosen;
} Best;

static size_t substitution_cost(char a, char b)
{
    if (a == b)
        return 0;
    return tolower((unsigned char)a) == tolower((unsigned char)b) ? CASE_COST : MOVE_COST;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* The weighted edit distance; anything above `most` where it is larger. */
static size_t distance(Slice a, Slice b, size_t most)
{
    while (a.length && b.length && a.bytes[0] == b.bytes[0]) {
        a = (Slice){a.bytes + 1, a.length - 1};
        b = (Slice){b.bytes + 1, b.length - 1};
    }
    while (a.length && b.length && a.bytes[a.length - 1] == b.bytes[b.length - 1])
        a.length = a.length - 1, b.length--;
    if (!a.length || !b.length)
        return (a.length + b.length) * MOVE_COST;
    if (a.length > NAME_LIMIT || b.length > NAME_LIMIT)
        return most + 1;
    size_t row[NAME_LIMIT];
    for (size_t i = 0; i < a.length; i++)
        row[i] = (i + 1) * MOVE_COST;
    size_t result = 0;
    for (size_t j = 0; j < b.length; j++) {
        size_t diagonal = j * MOVE_COST, smallest = SIZE_MAX;
        result = diagonal;
        for (size_t i = 0; i < a.length; i++) {
            size_t substitute = diagonal + substitution_cost(b.bytes[j], a.bytes[i]);
            diagonal = row[i];
            size_t move = least(result, diagonal) + MOVE_COST;
            row[i] = result = least(substitute, move);
            smallest = least(smallest, result);
        }
        if (smallest > most)
            return most + 1;
    }
    return result;
}

static void consider(Best *best, Slice candidate)
{
    if (slice_equal(best->wrong, candidate))
        return;
    size_t most = (best->wrong.length + candidate.length + 3) * MOVE_COST / 6;
    if (best->distance != SIZE_MAX)
        most = least(most, best->distance - 1);
    size_t found = distance(best->wrong, candidate, most);
    if (found > most || (best->distance != SIZE_MAX && found >= best->distance))
        return;
    best->distance = found;
    best->chosen = candidate;
}

static void consider_list(const Model *model, Best *best, const ObjectId *names, uint32_t count)
{
    for (uint32_t i = 0; i < count && count < CANDIDATE_LIMIT; i++)
        if (names[i] && model_kind(model, names[i]) == KIND_STR)
            consider(best, str_slice(model, names[i]));
}

static void consider_dict(const Model *model, Best *best, ObjectId dict)
{
    uint32_t end = dict_entry_end(model, dict);
    for (uint32_t i = 0; i < end && end < CANDIDATE_LIMIT; i++) {
        ObjectId name = dict_key(model, dict, i);
        if (name && model_kind(model, name) == KIND_STR)
            consider(best, str_slice(model, name));
    }
}

static void write_mean(Slice name, Text *ret_text)
{
    text_append_format(ret_text, ". Did you mean: '%.*s'?", SLICE(name));
}

/* The frame where the exception was raised: the last entry of its traceback. */
static ObjectId last_frame(const Run *run, ObjectId exception)
{
    const Model *model = run->model;
    ObjectId traceback = model_object(model, exception)->slots[EXCEPTION_SLOT_TRACEBACK];
    while (traceback && model_object(model, traceback)->slots[0])
        traceback = model_object(model, traceback)->slots[0];
    return traceback ? model_object(model, traceback)->slots[1] : 0;
}

/* self.name for a bare name inside a method. */
static bool write_self(Run *run, ObjectId frame, ObjectId name, Text *ret_text)
{
    const Model *model = run->model;
    const Code *code = model_payload(model, frame).code;
    const CodeInfo *info = consts_find(run, code);
    if (run->profile->minor < 12)
        return false;
    for (uint32_t i = 0; i < code->variable_count; i++) {
        ObjectId value = model_object(model, frame)->slots[FRAME_SLOT_COUNT + i];
        if (!value || !slice_is(str_slice(model, info->locals[i]), "self"))
            continue;
        bool found = false;
        attribute_find(run, value, name, &found);
        if (found)
            text_append_format(ret_text, ". Did you mean: 'self.%.*s'?",
                               SLICE(str_slice(model, name)));
        return found;
    }
    return false;
}

static void suggest_name(Run *run, ObjectId exception, ObjectId name, Text *ret_text)
{
    const Model *model = run->model;
    ObjectId frame = last_frame(run, exception);
    if (!frame || write_self(run, frame, name, ret_text))
        return;
    Best best = {.wrong = str_slice(model, name), .distance = SIZE_MAX};
    const Code *code = model_payload(model, frame).code;
    const CodeInfo *info = consts_find(run, code);
    consider_list(model, &best, info->locals, code->variable_count);
    if (!best.chosen.length)
        consider_dict(model, &best, model_object(model, frame)->c);
    if (!best.chosen.length)
        consider_dict(model, &best, run->builtins);
    if (best.chosen.length)
        write_mean(best.chosen, ret_text);
}

/* A standard module's name that was never imported. */
static void suggest_import(const Run *run, ObjectId name, Text *ret_text)
{
    Slice text = str_slice(run->model, name);
    if (run->profile->minor < 12 || !stdlib_has(text))
        return;
    bool also = ret_text->length && ret_text->bytes[ret_text->length - 1] == '?';
    if (also) {
        text_append_format(ret_text, " Or did you forget to import '%.*s'?", SLICE(text));
    } else {
        text_append_format(ret_text, ". Did you forget to import '%.*s'?", SLICE(text));
    }
}

static void suggest_attribute(Run *run, ObjectId object, ObjectId name, Text *ret_text)
{
    const Model *model = run->model;
    ObjectId names = object_names(run, object);
    raise_clear(run);
    if (!names)
        return;
    Best best = {.wrong = str_slice(model, name), .distance = SIZE_MAX};
    const Object *row = model_object(model, names);
    consider_list(model, &best, row->slots, row->slot_count);
    if (best.chosen.length)
        write_mean(best.chosen, ret_text);
}

void suggestion_write(Run *run, ObjectId exception, Text *ret_text)
{
    const Object *row = model_object(run->model, exception);
    if (run->profile->minor < 10 || row->slot_count <= EXCEPTION_SLOT_NAME)
        return;
    bool is_name = type_is_subtype(run, row->type, run->exceptions[EXC_NameError]);
    bool is_attribute = row->type == run->exceptions[EXC_AttributeError];
    ObjectId name = is_name || is_attribute ? row->slots[EXCEPTION_SLOT_NAME] : 0;
    if (!name || model_kind(run->model, name) != KIND_STR)
        return;
    if (row->type == run->exceptions[EXC_NameError]) {
        suggest_name(run, exception, name, ret_text);
        suggest_import(run, name, ret_text);
    }
    if (is_attribute && row->slots[EXCEPTION_SLOT_OBJECT])
        suggest_attribute(run, row->slots[EXCEPTION_SLOT_OBJECT], name, ret_text);
}

ObjectId suggestion_of(const Run *run, const ObjectId *names, uint32_t count, ObjectId wrong)
{
    const Model *model = run->model;
    Best best = {.wrong = str_slice(model, wrong), .distance = SIZE_MAX};
    consider_list(model, &best, names, count);
    for (uint32_t i = 0; i < count && best.distance != SIZE_MAX; i++)
        if (slice_equal(str_slice(model, names[i]), best.chosen))
            return names[i];
    return 0;
}
