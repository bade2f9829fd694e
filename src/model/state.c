#include "model/state.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "model/apply.h"
#include "model/containers.h"

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
    free(state->library.items);
    *state = (State){0};
}

void state_library_begins(State *state)
{
    uint32_t end = state->object_end;
    state->library.items =
        memory_resize(state->library.items, end * sizeof *state->library.items);
    state->library.capacity = end;
    for (ObjectId id = 0; id < end; id++)
        state->library.items[id] = state_object(state, id)->refcount;
}

void state_library_ends(State *state)
{
    for (ObjectId id = 0; id < state->library.capacity; id++) {
        uint32_t before = state->library.items[id], now = state_object(state, id)->refcount;
        state->library.items[id] = now > before ? now - before : 0;
    }
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

static Words copy_words(const Words *words)
{
    Words copy = {.capacity = words->capacity};
    if (!words->items)
        return copy;
    copy.items = memory_resize(NULL, words->capacity * sizeof *words->items);
    memcpy(copy.items, words->items, words->capacity * sizeof *words->items);
    return copy;
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
    for (int table = 0; table < MEMORY_TABLE_COUNT; table++)
        copy.memory[table] = copy_words(&state->memory[table]);
    copy.library = copy_words(&state->library);
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

/* --- undoing --- */

static void uncreate(State *state, const Change *change)
{
    Object *object = state_object(state, change->target);
    apply_type_count(state, change->before, false);
    if (!(change->index & OBJECT_STATIC))
        state_object(state, HAND)->slot_count--;
    if (apply_is_counted(change->index)) {
        state->registers[REGISTER_LIVE]--;
        state->registers[REGISTER_BYTES] -= apply_bytes(change->field, change->after);
    }
    *object = (Object){.slots = object->slots, .slot_capacity = object->slot_capacity};
    if (change->target + 1 == state->object_end) {
        free(object->slots);
        *object = (Object){0};
        state->object_end--;
    }
}

void state_apply(State *state, const Change *change, const Spans *spans)
{
    apply_change(state, change, spans);
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
    case CHANGE_CREATE:
        uncreate(state, change);
        return;
    case CHANGE_DESTROY:
        apply_destroy(state, change, false);
        return;
    case CHANGE_FIELD:
        apply_scalar(state, change, change->after, change->before);
        return;
    case CHANGE_REFERENCE:
        apply_reference(state, change, change->after, change->before);
        return;
    case CHANGE_SLOT:
        state_object(state, change->target)->slots[change->index] = change->before;
        apply_counts(state, change->after, change->before);
        return;
    case CHANGE_PUSH:
        state_object(state, change->target)->slot_count--;
        state_count_down(state, change->after);
        return;
    case CHANGE_POP:
        apply_append(state_object(state, change->target), change->before);
        state_count_up(state, change->before);
        return;
    case CHANGE_STORE:
        object = state_object(state, change->target);
        object->slots[change->index] = change->before;
        apply_append(object, change->after);
        state_count_up(state, change->before);
        return;
    case CHANGE_TAKE:
        apply_take(state_object(state, change->before), state_object(state, change->target),
                   change->index);
        return;
    case CHANGE_SPLICE:
        apply_splice(state, change, spans, false);
        return;
    case CHANGE_PERMUTE:
        apply_permute(state, change, spans, false);
        return;
    case CHANGE_LINK:
        apply_link(state, change, false);
        return;
    case CHANGE_MERGE:
        apply_merge(state, change->index, change->after, change->before);
        return;
    case CHANGE_MEMORY:
        apply_word(state, change->field, change->index, change->before);
        return;
    case CHANGE_REGISTER:
        state->registers[change->index] = change->before;
        return;
    case CHANGE_RAISE:
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

static bool visit_slots(const Object *object, uint32_t first, uint32_t end,
                        VisitReference *visit, void *context)
{
    bool backwards = object->kind == KIND_LIST || object->kind == KIND_TUPLE;
    for (uint32_t i = first; i < end; i++) {
        ObjectId referent = object->slots[backwards ? end - 1 - i : i];
        if (referent && !visit(context, referent))
            return false;
    }
    return true;
}

static bool visit_type(const State *state, const Object *object, VisitReference *visit,
                       void *context)
{
    return !object->type || !(state_object(state, object->type)->flags & OBJECT_HEAP_TYPE) ||
           visit(context, object->type);
}

static bool visit_dict(const Object *object, VisitReference *visit, void *context)
{
    return !object->dict || visit(context, object->dict);
}

/* BaseException_traverse, behind what the class's own traverse visits. */
static bool visit_exception(const Object *object, VisitReference *visit, void *context)
{
    uint32_t end = object->slot_count, inner = EXCEPTION_SLOT_COUNT;
    inner = end < inner ? end : inner;
    return visit_slots(object, inner, end, visit, context) &&
           visit_dict(object, visit, context) && visit_slots(object, 0, inner, visit, context);
}

/* Does the __dict__ belong to the built-in type that the class extends? */
static bool has_native_dict(const State *state, const Object *object)
{
    const Object *type = state_object(state, object->type);
    while (type->flags & OBJECT_HEAP_TYPE)
        type = state_object(state, type->slots[TYPE_SLOT_BASE]);
    return type->b & TYPE_FLAG_HAS_DICT || object->kind == KIND_STATICMETHOD;
}

/* subtype_traverse: what a class that extends a built-in layout adds, then the layout's own. */
static bool visit_extended(const State *state, const Object *object, VisitReference *visit,
                           void *context)
{
    uint32_t members = instance_members_begin(object), end = object->slot_count;
    if (members < end && !visit_slots(object, members, end, visit, context))
        return false;
    end = members < end ? members : end;
    bool native = object->dict && has_native_dict(state, object);
    bool first = !native || object->kind == KIND_DICT; /* odict_traverse */
    if (!native && !visit_dict(object, visit, context))
        return false;
    if (!visit_type(state, object, visit, context))
        return false;
    if (native && first && !visit_dict(object, visit, context))
        return false;
    return visit_slots(object, 0, end, visit, context) &&
           (first || visit_dict(object, visit, context));
}

bool state_visit(const State *state, ObjectId id, VisitReference *visit, void *context)
{
    const Object *object = state_object(state, id);
    if (object->kind == KIND_EXCEPTION)
        return visit_type(state, object, visit, context) &&
               visit_exception(object, visit, context);
    if (state_dict_first(state, object))
        return visit_extended(state, object, visit, context);
    return visit_slots(object, 0, object->slot_count, visit, context) &&
           visit_dict(object, visit, context) && visit_type(state, object, visit, context);
}
