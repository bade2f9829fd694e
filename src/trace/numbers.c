#include "trace/numbers.h"

#include <stdlib.h>

#include "base/list.h"
#include "model/containers.h"

/* An object whose references are being numbered. */
struct Visit {
    ReferenceWalk walk;
    ObjectId target; /* still to be numbered, behind its key; else 0 */
};

void numbers_done(Numbers *numbers)
{
    free(numbers->touched);
    free(numbers->visits);
    *numbers = (Numbers){0};
}

/* --- giving --- */

static void give(Numbers *numbers, ObjectId id)
{
    const State *state = &numbers->cursor->state;
    if (!state_alive(state, id) || numbers->trace->lives[id].number ||
        !trace_is_drawable(state, id))
        return;
    numbers->trace->lives[id].number = ++numbers->last;
    numbers->visits = list_reserve(numbers->visits, &numbers->visit_capacity,
                                   numbers->visit_count + 1, sizeof *numbers->visits);
    numbers->visits[numbers->visit_count++] =
        (Visit){.walk = {.cursor = numbers->cursor, .id = id}};
}

/* Depth first without recursion: a linked list may be as long as it likes. */
static void give_from(Numbers *numbers, ObjectId root)
{
    give(numbers, root);
    while (numbers->visit_count) {
        Visit *visit = &numbers->visits[numbers->visit_count - 1];
        ObjectId target = visit->target;
        Reference reference;
        visit->target = 0;
        if (target) {
            give(numbers, target);
        } else if (reference_next(&visit->walk, &reference)) {
            visit->target = reference.key ? reference.target : 0;
            give(numbers, reference.key ? reference.key : reference.target);
        } else {
            numbers->visit_count--;
        }
    }
}

void numbers_give_names(Numbers *numbers, ObjectId frame)
{
    Binding binding;
    for (uint32_t i = 0; cursor_binding(numbers->cursor, frame, i, &binding); i++)
        if (binding.value)
            give_from(numbers, binding.value);
}

static void give_slots(Numbers *numbers, const Touched *touched)
{
    const Object *holder = state_object(&numbers->cursor->state, touched->holder);
    for (uint32_t i = touched->first; i < touched->end && i < holder->slot_count; i++)
        if (holder->slots[i] && holder->slots[i] != SET_DUMMY)
            give_from(numbers, holder->slots[i]);
}

/* Is every slot a reference that is drawn? */
static bool draws_slots(ObjectKind kind)
{
    return kind == KIND_LIST || kind == KIND_TUPLE || kind == KIND_DICT || kind == KIND_SET ||
           kind == KIND_FROZENSET || kind == KIND_NATIVE;
}

void numbers_give_touched(Numbers *numbers)
{
    const State *state = &numbers->cursor->state;
    for (size_t i = 0; i < numbers->touched_count; i++) {
        ObjectId holder = numbers->touched[i].holder;
        if (!state_alive(state, holder))
            continue;
        if (draws_slots((ObjectKind)state_object(state, holder)->kind)) {
            give_slots(numbers, &numbers->touched[i]);
            continue;
        }
        ReferenceWalk walk = {.cursor = numbers->cursor, .id = holder};
        Reference reference;
        while (reference_next(&walk, &reference))
            give_from(numbers, reference.target);
    }
    numbers->touched_count = 0;
}

/* --- noting --- */

static void touch(Numbers *numbers, ObjectId holder, uint32_t first, uint32_t end)
{
    Touched *last =
        numbers->touched_count ? &numbers->touched[numbers->touched_count - 1] : NULL;
    if (last && last->holder == holder && first >= last->first && first <= last->end) {
        last->end = end > last->end ? end : last->end;
        return;
    }
    numbers->touched = list_reserve(numbers->touched, &numbers->touched_capacity,
                                    numbers->touched_count + 1, sizeof *numbers->touched);
    numbers->touched[numbers->touched_count++] = (Touched){holder, first, end};
}

/* Past an insertion or a removal all that was noted before may stand elsewhere. */
static void touch_span(Numbers *numbers, const Change *change)
{
    const uint32_t *span = numbers->trace->model->journal.spans.items + change->before;
    uint32_t removed = span[0], inserted = span[1];
    touch(numbers, change->target, change->index,
          removed == inserted ? change->index + inserted : UINT32_MAX);
}

void numbers_note(Numbers *numbers, const Change *change)
{
    ObjectId holder = change->target;
    if (!numbers->trace->lives[holder].number)
        return;
    uint32_t end = state_object(&numbers->cursor->state, holder)->slot_count;
    if (change->kind == CHANGE_SLOT || change->kind == CHANGE_STORE)
        touch(numbers, holder, change->index, change->index + 1);
    else if (change->kind == CHANGE_PUSH)
        touch(numbers, holder, end, end + 1);
    else if (change->kind == CHANGE_TAKE)
        touch(numbers, holder, end, end + change->index);
    else if (change->kind == CHANGE_SPLICE)
        touch_span(numbers, change);
    else
        touch(numbers, holder, 0, UINT32_MAX);
}
