/* list.sort: runs found and made by binary insertion as Objects/listobject.c does it, then
 * merged; stable, and the comparisons of lists shorter than 64 are CPython's own. The list
 * looks empty to code of the program that runs meanwhile. Unlike CPython: longer lists are
 * merged without galloping. */
#include "run/values/sort.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { SHORT_LIST = 64 };

typedef struct Sorter {
    Run *run;
    ObjectId *keys;   /* what is compared */
    ObjectId *values; /* moves along; NULL where the keys are the values */
} Sorter;

static void swap(ObjectId *items, uint32_t a, uint32_t b)
{
    ObjectId item = items[a];
    items[a] = items[b];
    items[b] = item;
}

static void reverse(const Sorter *sorter, uint32_t start, uint32_t stop)
{
    for (; stop > start + 1; start++) {
        stop--;
        swap(sorter->keys, start, stop);
        if (sorter->values)
            swap(sorter->values, start, stop);
    }
}

/* count_run: how long the items from `start` on rise, or fall strictly (they are then turned
 * round). */
static bool find_run(const Sorter *sorter, uint32_t start, uint32_t end, uint32_t *ret_stop)
{
    uint32_t stop = start + 1;
    bool less, falls;
    *ret_stop = stop;
    if (stop == end)
        return true;
    if (!compare_less(sorter->run, sorter->keys[stop], sorter->keys[start], &falls))
        return false;
    for (stop++; stop < end; stop++) {
        if (!compare_less(sorter->run, sorter->keys[stop], sorter->keys[stop - 1], &less))
            return false;
        if (less != falls)
            break;
    }
    if (falls)
        reverse(sorter, start, stop);
    *ret_stop = stop;
    return true;
}

/* count_run of 3.13: equal items do not end a falling run, and what follows it may still belong
 * to it once it is turned round. `equal`: the items at its end that equal the one before. */
typedef struct Run13 {
    const Sorter *sorter;
    uint32_t start, stop, end, equal;
} Run13;

static bool next_is_less(const Run13 *found, bool *ret_less)
{
    const Sorter *sorter = found->sorter;
    return compare_less(sorter->run, sorter->keys[found->stop], sorter->keys[found->stop - 1],
                        ret_less);
}

/* Goes on while no item is less than the one before. */
static bool rise_on(Run13 *found)
{
    bool less = false;
    for (; found->stop < found->end; found->stop++)
        if (!next_is_less(found, &less) || less)
            return less;
    return true;
}

static void turn_equal(Run13 *found)
{
    if (found->equal)
        reverse(found->sorter, found->stop - found->equal - 1, found->stop);
    found->equal = 0;
}

/* Goes on while no item is greater than the one before. */
static bool fall_on(Run13 *found)
{
    for (; found->stop < found->end; found->stop++) {
        const ObjectId *keys = found->sorter->keys;
        bool less, greater;
        if (!next_is_less(found, &less))
            return false;
        if (less) {
            turn_equal(found);
            continue;
        }
        if (!compare_less(found->sorter->run, keys[found->stop - 1], keys[found->stop],
                          &greater))
            return false;
        if (greater)
            break;
        found->equal++;
    }
    turn_equal(found);
    return true;
}

static bool find_run_newer(const Sorter *sorter, uint32_t start, uint32_t end,
                           uint32_t *ret_stop)
{
    Run13 found = {sorter, start, start + 1, end, 0};
    bool rises = false;
    if (!rise_on(&found))
        return false;
    if (found.stop < end && found.stop > start + 1 &&
        !compare_less(sorter->run, sorter->keys[start], sorter->keys[found.stop - 1], &rises))
        return false;
    *ret_stop = found.stop;
    if (found.stop == end || rises)
        return true;
    reverse(sorter, start, found.stop); /* one item, or all of them equal */
    found.stop++;
    if (!fall_on(&found))
        return false;
    reverse(sorter, start, found.stop);
    bool fine = rise_on(&found);
    *ret_stop = found.stop;
    return fine;
}

static void move_into(ObjectId *items, uint32_t from, uint32_t to)
{
    ObjectId item = items[from];
    memmove(items + to + 1, items + to, (from - to) * sizeof *items);
    items[to] = item;
}

/* binarysort: [start, sorted) is in order already. */
static bool insert_rest(const Sorter *sorter, uint32_t start, uint32_t sorted, uint32_t end)
{
    for (; sorted < end; sorted++) {
        uint32_t low = start, high = sorted;
        while (low < high) {
            uint32_t middle = low + (high - low) / 2;
            bool less;
            if (!compare_less(sorter->run, sorter->keys[sorted], sorter->keys[middle], &less))
                return false;
            if (less)
                high = middle;
            else
                low = middle + 1;
        }
        move_into(sorter->keys, sorted, low);
        if (sorter->values)
            move_into(sorter->values, sorted, low);
    }
    return true;
}

/* merge_compute_minrun */
static uint32_t least_run(uint32_t count)
{
    uint32_t odd = 0;
    while (count >= SHORT_LIST) {
        odd |= count & 1;
        count >>= 1;
    }
    return count + odd;
}

static bool merge(const Sorter *sorter, uint32_t start, uint32_t middle, uint32_t end)
{
    uint32_t count = middle - start, left = 0, right = middle, at = start;
    ObjectId *keys = memory_allocate(count * sizeof *keys), *values = NULL;
    memcpy(keys, sorter->keys + start, count * sizeof *keys);
    if (sorter->values) {
        values = memory_allocate(count * sizeof *values);
        memcpy(values, sorter->values + start, count * sizeof *values);
    }
    bool fine = true;
    while (left < count) {
        bool less = false;
        if (fine && right < end)
            fine = compare_less(sorter->run, sorter->keys[right], keys[left], &less);
        if (!fine)
            less = false;
        sorter->keys[at] = less ? sorter->keys[right] : keys[left];
        if (values)
            sorter->values[at] = less ? sorter->values[right] : values[left];
        at++;
        if (less)
            right++;
        else
            left++;
    }
    free(keys);
    free(values);
    return fine;
}

/* Merges neighbours, the shorter first, until the stack of run ends is one. */
static bool merge_runs(const Sorter *sorter, uint32_t *ends, uint32_t *count, bool all)
{
    while (*count > 1) {
        uint32_t n = *count;
        uint32_t start = n > 2 ? ends[n - 3] : 0, middle = ends[n - 2], end = ends[n - 1];
        if (!all && middle - start > end - middle)
            return true;
        if (!merge(sorter, start, middle, end))
            return false;
        ends[n - 2] = end;
        *count = n - 1;
    }
    return true;
}

static bool sort_items(const Sorter *sorter, uint32_t count)
{
    uint32_t ends[64], runs = 0, least = least_run(count);
    for (uint32_t start = 0; start < count;) {
        uint32_t stop, wanted = start + least < count ? start + least : count;
        bool newer = run_model(sorter->run)->profile->minor >= 13;
        if (!(newer ? find_run_newer : find_run)(sorter, start, count, &stop))
            return false;
        if (stop < wanted) {
            if (!insert_rest(sorter, start, stop, wanted))
                return false;
            stop = wanted;
        }
        ends[runs++] = start = stop;
        if (!merge_runs(sorter, ends, &runs, false))
            return false;
    }
    return merge_runs(sorter, ends, &runs, true);
}

/* key(item) of each, held by HAND. */
static bool make_keys(Run *run, ObjectId key, const ObjectId *values, uint32_t count,
                      ObjectId *ret_keys)
{
    Model *model = run_model(run);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t mark = hand_mark(model);
        ObjectId item = call_object(run, key, &values[i], 1);
        if (!item)
            return false;
        if (hand_mark(model) == mark)
            hand_hold(model, item);
        ret_keys[i] = hand_return(model, mark, item);
    }
    return true;
}

/* Can code of the program run while the items are sorted? */
static bool runs_program(Run *run, ObjectId key, const ObjectId *values, uint32_t count)
{
    const Model *model = run_model(run);
    if (key && model_kind(model, key) != KIND_BUILTIN)
        return true;
    for (uint32_t i = 0; i < count; i++) {
        ObjectKind kind = model_kind(model, values[i]);
        bool plain = kind_is_integer(kind) || kind == KIND_FLOAT || kind == KIND_STR;
        if (!plain || object_is_user(model, values[i]))
            return true;
    }
    return false;
}

/* HAND holds the items while the list is empty; its memory stays. */
static void take_items(Model *model, ObjectId list, const ObjectId *values, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        hand_hold(model, values[i]);
    reference_splice(model, list, 0, count, NULL, 0);
}

/* Gives the items back, whatever the program has put into the list; true: nothing. */
static bool return_items(Model *model, ObjectId list, uint32_t capacity, const ObjectId *values,
                         uint32_t count)
{
    const Object *object = model_object(model, list);
    bool cleared = object->a == 0; /* which CPython does not notice */
    bool untouched = object->slot_count == 0 && (object->a == capacity || cleared);
    if (object->a != capacity) {
        object_resize_body(model, list, capacity * 8);
        object_set_field(model, list, FIELD_A, capacity);
    }
    reference_splice(model, list, 0, object->slot_count, values, count);
    return untouched;
}

static bool sort_values(Sorter *sorter, ObjectId key, uint32_t count, bool reversed)
{
    if (key && !make_keys(sorter->run, key, sorter->values, count, sorter->keys))
        return false;
    if (reversed)
        reverse(sorter, 0, count);
    bool fine = sort_items(sorter, count);
    if (reversed)
        reverse(sorter, 0, count);
    return fine;
}

bool list_sort(Run *run, ObjectId list, ObjectId key, bool reversed)
{
    Model *model = run_model(run);
    const Object *object = model_object(model, list);
    uint32_t count = object->slot_count, capacity = object->a, mark = hand_mark(model);
    if (count == 0)
        return true;
    size_t size = count * sizeof(ObjectId);
    ObjectId *values = memory_allocate(size), *keys = key ? memory_allocate(size) : NULL;
    memcpy(values, object->slots, size);
    bool seen = runs_program(run, key, values, count);
    if (seen)
        take_items(model, list, values, count);
    Sorter sorter = {run, key ? keys : values, key ? values : NULL};
    bool fine = sort_values(&sorter, key, count, reversed);
    if (!seen && memcmp(object->slots, values, size))
        list_reorder(model, list, values);
    if (seen && !return_items(model, list, capacity, values, count) && fine)
        fine = raise_error(run, EXC_ValueError, "list modified during sort") != 0;
    hand_release(model, mark);
    free(values);
    free(keys);
    return fine;
}
