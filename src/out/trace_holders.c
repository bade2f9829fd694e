#include "out/trace_holders.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"

typedef struct Search {
    Holders *holders;
    const uint8_t *wanted;
    ObjectId holder;
} Search;

static bool note(void *context, ObjectId referent)
{
    Search *search = context;
    Holders *holders = search->holders;
    if (!search->wanted[referent])
        return true;
    Holding *last = holders->count ? &holders->items[holders->count - 1] : NULL;
    if (last && last->holder == search->holder && last->held == referent) {
        last->count++;
        return true;
    }
    holders->items =
        list_reserve(holders->items, &holders->capacity, holders->count + 1, sizeof(Holding));
    holders->items[holders->count++] = (Holding){referent, search->holder, 1};
    return true;
}

static int compare(const void *a, const void *b)
{
    const Holding *x = a, *y = b;
    if (x->held != y->held)
        return x->held < y->held ? -1 : 1;
    return x->holder < y->holder ? -1 : x->holder > y->holder;
}

/* One holder may have referred to the same object at several places. */
static void join(Holders *holders)
{
    size_t kept = 0;
    for (size_t i = 0; i < holders->count; i++) {
        Holding *last = kept ? &holders->items[kept - 1] : NULL;
        const Holding *item = &holders->items[i];
        if (last && last->held == item->held && last->holder == item->holder)
            last->count += item->count;
        else
            holders->items[kept++] = *item;
    }
    holders->count = kept;
}

static bool is_dead(const Object *object)
{
    return object->kind == KIND_FREE && object->was != KIND_FREE;
}

/* Does it hold things for the interpreter only? */
static bool is_hidden(const Cursor *cursor, ObjectId id)
{
    const Object *object = state_object(&cursor->state, id);
    const Model *model = cursor->trace->model;
    if (is_dead(object) || id == model->interpreter || id == model->subclasses)
        return true;
    return object->flags & OBJECT_STARTUP && id != HAND && id != model->ast &&
           id != cursor->trace->main_dict;
}

/* Ids are not used again: the dead leave for good, and new rows stand behind the old ones. */
static void list_rows(Holders *holders, const Cursor *cursor)
{
    size_t kept = 0;
    for (size_t i = 0; i < holders->row_count; i++)
        if (!is_dead(state_object(&cursor->state, holders->rows[i])))
            holders->rows[kept++] = holders->rows[i];
    holders->row_count = kept;
    ObjectId end = cursor->state.object_end;
    holders->rows = list_reserve(holders->rows, &holders->row_capacity,
                                 kept + (end - holders->listed), sizeof(ObjectId));
    for (ObjectId id = holders->listed ? holders->listed : 1; id < end; id++)
        if (!is_hidden(cursor, id))
            holders->rows[holders->row_count++] = id;
    holders->listed = end;
}

typedef struct Sum {
    uint64_t *sums;
    uint64_t holder;
} Sum;

static bool add(void *context, ObjectId referent)
{
    const Sum *sum = context;
    sum->sums[referent] += sum->holder;
    return true;
}

void holders_sum(Holders *holders, const Cursor *cursor, uint64_t *ret_sums)
{
    list_rows(holders, cursor);
    memset(ret_sums, 0, cursor->state.object_end * sizeof *ret_sums);
    for (size_t i = 0; i < holders->row_count; i++) {
        Sum sum = {ret_sums, holders->rows[i] * 0x9E3779B97F4A7C15u};
        state_visit(&cursor->state, holders->rows[i], add, &sum);
    }
}

void holders_find(Holders *holders, const Cursor *cursor, const uint8_t *wanted)
{
    Search search = {holders, wanted, 0};
    holders->count = 0;
    list_rows(holders, cursor);
    for (size_t i = 0; i < holders->row_count; i++) {
        search.holder = holders->rows[i];
        state_visit(&cursor->state, search.holder, note, &search);
    }
    if (holders->count)
        qsort(holders->items, holders->count, sizeof(Holding), compare);
    join(holders);
}

static const char *word_of(const Cursor *cursor, ObjectId id)
{
    const Model *model = cursor->trace->model;
    if (id == HAND)
        return "C code";
    if (id == model->ast)
        return "syntax tree";
    switch ((int)state_object(&cursor->state, id)->kind) {
    case KIND_FRAME:
        return "frame";
    case KIND_CODE:
        return "constants";
    case KIND_KEYS:
        return "shared keys";
    case KIND_HOLDER:
        return "interpreter";
    default:
        return id == cursor->trace->main_dict ? "module" : "object";
    }
}

static void put_holder(const Cursor *cursor, const char *word, ObjectId id, uint32_t count,
                       JsonText *json)
{
    json_open_object(json, NULL);
    json_put_string(json, "by", slice_of(word));
    if (id && state_object(&cursor->state, id)->kind != KIND_HOLDER)
        json_put_number(json, "id", id);
    json_put_number(json, "count", count);
    json_close_object(json);
}

/* The first of the holdings of an object. */
static size_t first_of(const Holders *holders, ObjectId id)
{
    size_t low = 0, high = holders->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (holders->items[middle].held < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void holders_put(const Holders *holders, const Cursor *cursor, ObjectId id, uint32_t count,
                 JsonText *json)
{
    uint32_t told = 0;
    json_open_array(json, "holders");
    for (size_t i = first_of(holders, id); i < holders->count && holders->items[i].held == id;
         i++) {
        const Holding *item = &holders->items[i];
        put_holder(cursor, word_of(cursor, item->holder), item->holder, item->count, json);
        told += item->count;
    }
    if (count > told)
        put_holder(cursor, "interpreter", 0, count - told, json);
    json_close_array(json);
}

void holders_done(Holders *holders)
{
    free(holders->items);
    free(holders->rows);
    *holders = (Holders){0};
}
