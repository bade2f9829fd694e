#include "model/state.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/memory.h"

void state_init(State *state)
{
    *state = (State){.object_end = 1};
    state_reserve(state, HAND);
}

void state_done(State *state)
{
    for (uint32_t id = 0; id < state->object_end; id++)
        free(state_object(state, id)->slots);
    for (uint32_t page = 0; page < state->page_count; page++)
        free(state->pages[page]);
    free(state->pages);
    for (int table = 0; table < MEMORY_TABLE_COUNT; table++)
        free(state->memory[table].items);
    *state = (State){0};
}

void state_reserve(State *state, ObjectId id)
{
    uint32_t pages = (id >> OBJECT_PAGE_BITS) + 1;
    if (pages > state->page_count) {
        state->pages =
            list_reserve(state->pages, &state->page_capacity, pages, sizeof *state->pages);
        while (state->page_count < pages)
            state->pages[state->page_count++] = memory_allocate(OBJECT_PAGE * sizeof(Object));
    }
    if (id >= state->object_end)
        state->object_end = id + 1;
}

void state_reserve_slots(Object *object, uint32_t count)
{
    if (count <= object->slot_capacity)
        return;
    size_t capacity = object->slot_capacity;
    object->slots = list_reserve(object->slots, &capacity, count, sizeof(ObjectId));
    object->slot_capacity = (uint32_t)capacity;
}

static void copy_page(Object *copy, const Object *page)
{
    memcpy(copy, page, OBJECT_PAGE * sizeof(Object));
    for (int i = 0; i < OBJECT_PAGE; i++) {
        copy[i].slots = NULL;
        copy[i].slot_capacity = 0;
        if (page[i].slot_count) {
            state_reserve_slots(&copy[i], page[i].slot_count);
            memcpy(copy[i].slots, page[i].slots, page[i].slot_count * sizeof(ObjectId));
        }
    }
}

void state_copy(State *ret_copy, const State *state)
{
    State copy = *state;
    copy.pages = memory_allocate(state->page_count * sizeof *copy.pages);
    copy.page_capacity = state->page_count;
    for (uint32_t page = 0; page < state->page_count; page++) {
        copy.pages[page] = memory_resize(NULL, OBJECT_PAGE * sizeof(Object));
        copy_page(copy.pages[page], state->pages[page]);
    }
    for (int table = 0; table < MEMORY_TABLE_COUNT; table++) {
        const Words *words = &state->memory[table];
        size_t size = words->capacity * sizeof *words->items;
        copy.memory[table].items = words->items ? memory_resize(NULL, size) : NULL;
        if (words->items)
            memcpy(copy.memory[table].items, words->items, size);
    }
    *ret_copy = copy;
}

static bool object_equal(const Object *a, const Object *b)
{
    Object x = *a, y = *b;
    x.slots = y.slots = NULL;
    x.slot_capacity = y.slot_capacity = 0;
    if (memcmp(&x, &y, sizeof x) != 0)
        return false;
    return a->slot_count == 0 ||
           memcmp(a->slots, b->slots, a->slot_count * sizeof(ObjectId)) == 0;
}

static bool words_equal(const State *a, const State *b, MemoryTable table)
{
    size_t end = a->memory[table].capacity;
    if (b->memory[table].capacity > end)
        end = b->memory[table].capacity;
    for (uint32_t i = 0; i < end; i++)
        if (state_word(a, table, i) != state_word(b, table, i))
            return false;
    return true;
}

/* Rows past one state's end are compared with an unused row. */
bool state_equal(const State *a, const State *b)
{
    static const Object unused = {0};
    uint32_t end = a->object_end > b->object_end ? a->object_end : b->object_end;
    for (ObjectId id = 0; id < end; id++) {
        const Object *x = id < a->object_end ? state_object(a, id) : &unused;
        const Object *y = id < b->object_end ? state_object(b, id) : &unused;
        if (!object_equal(x, y))
            return false;
    }
    for (int table = 0; table < MEMORY_TABLE_COUNT; table++)
        if (!words_equal(a, b, (MemoryTable)table))
            return false;
    return memcmp(a->lists, b->lists, sizeof a->lists) == 0 &&
           memcmp(a->registers, b->registers, sizeof a->registers) == 0;
}

/* --- counts --- */

static void count_move(State *state, ObjectId from, ObjectId to)
{
    state_count_up(state, to);
    state_count_down(state, from);
}

/* Instances hold their class only if the program made it (types of CPython's own are static).
 */
static void count_type(State *state, ObjectId type, bool up)
{
    if (!type || !(state_object(state, type)->flags & OBJECT_HEAP_TYPE))
        return;
    if (up)
        state_count_up(state, type);
    else
        state_count_down(state, type);
}

/* --- slots --- */

static void append(Object *object, ObjectId value)
{
    state_reserve_slots(object, object->slot_count + 1);
    object->slots[object->slot_count++] = value;
}

static void move_tail(Object *to, Object *from, uint32_t count)
{
    assert(from->slot_count >= count);
    state_reserve_slots(to, to->slot_count + count);
    from->slot_count -= count;
    if (count)
        memcpy(to->slots + to->slot_count, from->slots + from->slot_count,
               count * sizeof(ObjectId));
    to->slot_count += count;
}

/* Replaces `out_count` slots at `index` by `in`; counts move. */
static void replace(State *state, Object *object, uint32_t index, uint32_t out_count,
                    const uint32_t *in, uint32_t in_count)
{
    for (uint32_t i = 0; i < in_count; i++)
        state_count_up(state, in[i]);
    for (uint32_t i = 0; i < out_count; i++)
        state_count_down(state, object->slots[index + i]);
    uint32_t tail = object->slot_count - index - out_count;
    state_reserve_slots(object, index + in_count + tail);
    if (tail)
        memmove(object->slots + index + in_count, object->slots + index + out_count,
                tail * sizeof(ObjectId));
    if (in_count)
        memcpy(object->slots + index, in, in_count * sizeof(ObjectId));
    object->slot_count = index + in_count + tail;
}

static void splice(State *state, const Change *change, const Spans *spans, bool forward)
{
    const uint32_t *span = spans->items + change->before;
    uint32_t removed = span[0], inserted = span[1];
    const uint32_t *out = span + 2, *in = out + removed;
    Object *object = state_object(state, change->target);
    if (forward)
        replace(state, object, change->index, removed, in, inserted);
    else
        replace(state, object, change->index, inserted, out, removed);
}

static void permute(State *state, const Change *change, const Spans *spans, bool forward)
{
    const uint32_t *span = spans->items + change->before;
    Object *object = state_object(state, change->target);
    assert(object->slot_count == span[0]);
    memcpy(object->slots, span + 1 + (forward ? span[0] : 0), span[0] * sizeof(ObjectId));
}

/* --- lists of the collector --- */

static void link_after(State *state, ObjectId id, uint8_t list, ObjectId previous)
{
    Object *object = state_object(state, id);
    GcListEnds *ends = &state->lists[list];
    ObjectId next = previous ? state_object(state, previous)->gc_next : ends->first;
    object->list = list;
    object->gc_prev = previous;
    object->gc_next = next;
    if (previous)
        state_object(state, previous)->gc_next = id;
    else
        ends->first = id;
    if (next)
        state_object(state, next)->gc_prev = id;
    else
        ends->last = id;
    ends->count++;
}

static void unlink_object(State *state, ObjectId id)
{
    Object *object = state_object(state, id);
    GcListEnds *ends = &state->lists[object->list];
    if (object->gc_prev)
        state_object(state, object->gc_prev)->gc_next = object->gc_next;
    else
        ends->first = object->gc_next;
    if (object->gc_next)
        state_object(state, object->gc_next)->gc_prev = object->gc_prev;
    else
        ends->last = object->gc_prev;
    ends->count--;
    object->list = GC_UNTRACKED;
    object->gc_prev = object->gc_next = 0;
}

static void relink(State *state, const Change *change, bool forward)
{
    if (state_object(state, change->target)->list != GC_UNTRACKED)
        unlink_object(state, change->target);
    uint32_t list = forward ? change->after : change->before;
    if (list != GC_UNTRACKED)
        link_after(state, change->target, (uint8_t)list,
                   forward ? state->lists[list].last : change->index);
}

/* Moves the chain from `first` to the end of list `from` behind the last of list `to`. */
static void move_chain(State *state, ObjectId first, uint32_t from, uint32_t to)
{
    if (!first)
        return;
    GcListEnds *source = &state->lists[from], *target = &state->lists[to];
    Object *head = state_object(state, first);
    ObjectId last = source->last;
    source->last = head->gc_prev;
    if (head->gc_prev)
        state_object(state, head->gc_prev)->gc_next = 0;
    else
        source->first = 0;
    head->gc_prev = target->last;
    if (target->last)
        state_object(state, target->last)->gc_next = first;
    else
        target->first = first;
    target->last = last;
    for (ObjectId id = first; id; id = state_object(state, id)->gc_next) {
        state_object(state, id)->list = (uint8_t)to;
        source->count--;
        target->count++;
    }
}

/* --- scalars --- */

static void set_field(Object *object, Field field, uint32_t value)
{
    switch (field) {
    case FIELD_TYPE:
        object->type = value;
        return;
    case FIELD_DICT:
        object->dict = value;
        return;
    case FIELD_FLAGS:
        object->flags = (uint8_t)value;
        return;
    case FIELD_BLOCK:
        object->block = value;
        return;
    case FIELD_SIZE:
        object->size = value;
        return;
    case FIELD_BODY:
        object->body = value;
        return;
    case FIELD_BODY_SIZE:
        object->body_size = value;
        return;
    case FIELD_GC_REFS:
        object->gc_refs = value;
        return;
    case FIELD_A:
        object->a = value;
        return;
    case FIELD_B:
        object->b = value;
        return;
    case FIELD_C:
        object->c = value;
        return;
    }
}

static void set_reference(State *state, const Change *change, ObjectId from, ObjectId to)
{
    if (change->field == FIELD_TYPE) {
        count_type(state, to, true);
        count_type(state, from, false);
    } else {
        count_move(state, from, to);
    }
    set_field(state_object(state, change->target), (Field)change->field, to);
}

static void set_word(State *state, uint8_t table, uint32_t index, uint32_t value)
{
    Words *words = &state->memory[table];
    words->items =
        list_reserve(words->items, &words->capacity, (size_t)index + 1, sizeof(uint32_t));
    words->items[index] = value;
}

/* --- objects --- */

/* Objects of the interpreter's own start are not counted as the program's. */
static bool is_counted(uint32_t flags)
{
    return !(flags & (OBJECT_STATIC | OBJECT_STARTUP));
}

static void set_scalar(State *state, const Change *change, uint32_t from, uint32_t to)
{
    Object *object = state_object(state, change->target);
    if (change->field == FIELD_BODY_SIZE && is_counted(object->flags))
        state->registers[REGISTER_BYTES] += to - from;
    set_field(object, (Field)change->field, to);
}

static void create(State *state, const Change *change)
{
    state_reserve(state, change->target);
    Object *object = state_object(state, change->target);
    *object = (Object){.type = change->before,
                       .kind = change->field,
                       .flags = (uint8_t)change->index,
                       .size = change->after,
                       .slots = object->slots,
                       .slot_capacity = object->slot_capacity};
    count_type(state, change->before, true);
    if (change->target == HAND || change->index & OBJECT_STATIC)
        return;
    append(state_object(state, HAND), change->target);
    state_count_up(state, change->target);
    if (is_counted(change->index)) {
        state->registers[REGISTER_LIVE]++;
        state->registers[REGISTER_BYTES] += change->after;
    }
}

static void uncreate(State *state, const Change *change)
{
    Object *object = state_object(state, change->target);
    count_type(state, change->before, false);
    if (!(change->index & OBJECT_STATIC))
        state_object(state, HAND)->slot_count--;
    if (is_counted(change->index)) {
        state->registers[REGISTER_LIVE]--;
        state->registers[REGISTER_BYTES] -= change->after;
    }
    *object = (Object){.slots = object->slots, .slot_capacity = object->slot_capacity};
    if (change->target + 1 == state->object_end) {
        free(object->slots);
        *object = (Object){0};
        state->object_end--;
    }
}

/* The row keeps what it was, for undo and for tombstones; only kind and the class's count go.
 */
static void destroy(State *state, const Change *change, bool forward)
{
    Object *object = state_object(state, change->target);
    object->kind = forward ? (uint8_t)KIND_FREE : (uint8_t)change->before;
    object->was = forward ? (uint8_t)change->before : (uint8_t)KIND_FREE;
    count_type(state, object->type, !forward);
    if (!is_counted(object->flags))
        return;
    state->registers[REGISTER_LIVE] += forward ? UINT32_MAX : 1;
    state->registers[REGISTER_BYTES] += forward ? 0 - object->size : object->size;
}

void state_apply(State *state, const Change *change, const Spans *spans)
{
    Object *object;
    switch ((ChangeKind)change->kind) {
    case CHANGE_INSTRUCTION:
        state_object(state, change->target)->a = change->after;
        return;
    case CHANGE_CALL:
        state->registers[REGISTER_FRAME] = change->target;
        return;
    case CHANGE_RETURN:
        state->registers[REGISTER_FRAME] = change->after;
        return;
    case CHANGE_PHASE:
        state->registers[REGISTER_PHASE] = change->after;
        return;
    case CHANGE_OUTPUT:
        state->registers[change->index == 1 ? REGISTER_STDOUT : REGISTER_STDERR] +=
            change->after - change->before;
        return;
    case CHANGE_DEATH:
        state_object(state, change->target)->flags |= OBJECT_DYING;
        return;
    case CHANGE_RAISE:
        return;
    case CHANGE_CREATE:
        create(state, change);
        return;
    case CHANGE_DESTROY:
        destroy(state, change, true);
        return;
    case CHANGE_FIELD:
        set_scalar(state, change, change->before, change->after);
        return;
    case CHANGE_REFERENCE:
        set_reference(state, change, change->before, change->after);
        return;
    case CHANGE_SLOT:
        state_object(state, change->target)->slots[change->index] = change->after;
        count_move(state, change->before, change->after);
        return;
    case CHANGE_PUSH:
        append(state_object(state, change->target), change->after);
        state_count_up(state, change->after);
        return;
    case CHANGE_POP:
        state_object(state, change->target)->slot_count--;
        state_count_down(state, change->before);
        return;
    case CHANGE_STORE:
        object = state_object(state, change->target);
        object->slot_count--;
        object->slots[change->index] = change->after;
        state_count_down(state, change->before);
        return;
    case CHANGE_TAKE:
        move_tail(state_object(state, change->target), state_object(state, change->before),
                  change->index);
        return;
    case CHANGE_SPLICE:
        splice(state, change, spans, true);
        return;
    case CHANGE_PERMUTE:
        permute(state, change, spans, true);
        return;
    case CHANGE_LINK:
        relink(state, change, true);
        return;
    case CHANGE_MERGE:
        move_chain(state, state->lists[change->before].first, change->before, change->after);
        return;
    case CHANGE_MEMORY:
        set_word(state, change->field, change->index, change->after);
        return;
    case CHANGE_REGISTER:
        state->registers[change->index] = change->after;
        return;
    case CHANGE_KIND_COUNT:
        return;
    }
}

void state_undo(State *state, const Change *change, const Spans *spans)
{
    Object *object;
    switch ((ChangeKind)change->kind) {
    case CHANGE_INSTRUCTION:
        state_object(state, change->target)->a = change->before;
        return;
    case CHANGE_CALL:
        state->registers[REGISTER_FRAME] = change->before;
        return;
    case CHANGE_RETURN:
        state->registers[REGISTER_FRAME] = change->target;
        return;
    case CHANGE_PHASE:
        state->registers[REGISTER_PHASE] = change->before;
        return;
    case CHANGE_OUTPUT:
        state->registers[change->index == 1 ? REGISTER_STDOUT : REGISTER_STDERR] -=
            change->after - change->before;
        return;
    case CHANGE_DEATH:
        state_object(state, change->target)->flags &= (uint8_t)~OBJECT_DYING;
        return;
    case CHANGE_RAISE:
        return;
    case CHANGE_CREATE:
        uncreate(state, change);
        return;
    case CHANGE_DESTROY:
        destroy(state, change, false);
        return;
    case CHANGE_FIELD:
        set_scalar(state, change, change->after, change->before);
        return;
    case CHANGE_REFERENCE:
        set_reference(state, change, change->after, change->before);
        return;
    case CHANGE_SLOT:
        state_object(state, change->target)->slots[change->index] = change->before;
        count_move(state, change->after, change->before);
        return;
    case CHANGE_PUSH:
        state_object(state, change->target)->slot_count--;
        state_count_down(state, change->after);
        return;
    case CHANGE_POP:
        append(state_object(state, change->target), change->before);
        state_count_up(state, change->before);
        return;
    case CHANGE_STORE:
        object = state_object(state, change->target);
        object->slots[change->index] = change->before;
        append(object, change->after);
        state_count_up(state, change->before);
        return;
    case CHANGE_TAKE:
        move_tail(state_object(state, change->before), state_object(state, change->target),
                  change->index);
        return;
    case CHANGE_SPLICE:
        splice(state, change, spans, false);
        return;
    case CHANGE_PERMUTE:
        permute(state, change, spans, false);
        return;
    case CHANGE_LINK:
        relink(state, change, false);
        return;
    case CHANGE_MERGE:
        move_chain(state, change->index, change->after, change->before);
        return;
    case CHANGE_MEMORY:
        set_word(state, change->field, change->index, change->before);
        return;
    case CHANGE_REGISTER:
        state->registers[change->index] = change->before;
        return;
    case CHANGE_KIND_COUNT:
        return;
    }
}

bool state_dict_first(const State *state, const Object *object)
{
    bool adds = object->type && object->kind != KIND_INSTANCE &&
                state_object(state, object->type)->flags & OBJECT_HEAP_TYPE;
    return adds || object->kind == KIND_EXCEPTION;
}

static bool visit_slots(const Object *object, VisitReference *visit, void *context)
{
    bool backwards = object->kind == KIND_LIST || object->kind == KIND_TUPLE;
    for (uint32_t i = 0; i < object->slot_count; i++) {
        ObjectId referent = object->slots[backwards ? object->slot_count - 1 - i : i];
        if (referent && !visit(context, referent))
            return false;
    }
    return true;
}

bool state_visit(const State *state, ObjectId id, VisitReference *visit, void *context)
{
    const Object *object = state_object(state, id);
    bool late = state_dict_first(state, object);
    if (!late && !visit_slots(object, visit, context))
        return false;
    if (object->dict && !visit(context, object->dict))
        return false;
    if (object->type && state_object(state, object->type)->flags & OBJECT_HEAP_TYPE &&
        !visit(context, object->type))
        return false;
    return !late || visit_slots(object, visit, context);
}
