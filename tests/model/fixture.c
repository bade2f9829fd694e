#include "fixture.h"

#include <stdio.h>
#include <stdlib.h>

void fixture_open(Fixture *fixture, const char *version)
{
    Diagnostics diagnostics = {0};
    bool read = profile_read(getenv("HEAPSTEP_TEST_PROFILES"), version, &fixture->profile,
                             &diagnostics);
    diagnostics_done(&diagnostics);
    assert_true(read);
    fixture->model = model_create(&fixture->profile);
    model_start(fixture->model, true, &fixture->start);
}

static void check(const Model *model)
{
    Text error = {0};
    bool fine = model_check(model, &error);
    if (!fine)
        print_error("%s\n", text_string(&error));
    text_done(&error);
    assert_true(fine);
}

/* What was before the first Change comes back when all are undone. */
static void check_undo(const Fixture *fixture)
{
    const Journal *journal = &fixture->model->journal;
    State copy;
    state_copy(&copy, &fixture->model->state);
    for (uint32_t i = journal->count; i-- > 0;)
        state_undo(&copy, journal_at(journal, i), &journal->spans);
    assert_true(state_equal(&copy, &fixture->start));
    state_done(&copy);
}

void fixture_close(Fixture *fixture)
{
    check(fixture->model);
    hand_release(fixture->model, 0);
    check(fixture->model);
    check_undo(fixture);
    state_done(&fixture->start);
    model_destroy(fixture->model);
}

ObjectId fixture_class(Model *model, ObjectKind layout)
{
    ObjectId type = object_create(model, KIND_TYPE, model->types[TYPE_TYPE],
                                  model->profile->sizes.slots_type,
                                  OBJECT_GC | OBJECT_HEAP_TYPE, (Payload){.bits = 0});
    for (int i = 0; i < TYPE_SLOT_COUNT; i++)
        reference_push(model, type, 0);
    object_set_field(model, type, FIELD_A, layout);
    object_set_field(model, type, FIELD_B,
                     TYPE_FLAG_HEAP | TYPE_FLAG_HAS_DICT | TYPE_FLAG_HAS_WEAKREF |
                         TYPE_FLAG_GC);
    collector_track(model, type);
    return type;
}

uint64_t fixture_size(const Model *model, ObjectId id)
{
    return model_size(model, &model->state, id);
}

int fixture_deaths(const Model *model, uint32_t from, ObjectId *ret_dead, int most)
{
    int count = 0;
    for (uint32_t i = from; i < model->journal.count && count < most; i++)
        if (journal_at(&model->journal, i)->kind == CHANGE_DESTROY)
            ret_dead[count++] = journal_at(&model->journal, i)->target;
    return count;
}

ObjectId fixture_object(Model *model)
{
    return object_create(model, KIND_OBJECT, model->types[TYPE_OBJECT],
                         model->profile->sizes.object, 0, (Payload){.bits = 0});
}
