/* A random workload: the heap check after every operation, then the journal undone and redone.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "model/containers.h"
#include "model/memory.h"

static Profile profile;
static Model *model;
static State start;

static int setup(void **state)
{
    (void)state;
    Diagnostics diagnostics = {0};
    const char *version = getenv("HEAPSTEP_TEST_PYTHON");
    bool read = profile_read(getenv("HEAPSTEP_TEST_PROFILES"), version ? version : "3.12",
                             &profile, &diagnostics);
    diagnostics_done(&diagnostics);
    model = model_create(&profile);
    model_start(model, true, &start);
    return read ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    state_done(&start);
    model_destroy(model);
    return 0;
}

static void assert_whole(void)
{
    Text error = {0};
    bool whole = model_check(model, &error);
    if (!whole)
        print_error("%s\n", text_string(&error));
    text_done(&error);
    assert_true(whole);
}

static void assert_reversible(void)
{
    const Journal *journal = &model->journal;
    State copy;
    state_copy(&copy, &model->state);
    assert_true(state_equal(&copy, &model->state));
    for (uint32_t i = journal->count; i-- > 0;)
        state_undo(&copy, journal_at(journal, i), &journal->spans);
    assert_true(state_equal(&copy, &start));
    for (uint32_t i = 0; i < journal->count; i++)
        state_apply(&copy, journal_at(journal, i), &journal->spans);
    assert_true(state_equal(&copy, &model->state));
    state_done(&copy);
}

/* Names: a dict that the interpreter's own holder keeps. */
static ObjectId make_names(void)
{
    ObjectId names = dict_create(model);
    reference_push(model, model->interpreter, names);
    hand_release(model, 0);
    return names;
}

static void bind(ObjectId names, int index, ObjectId value)
{
    char name[16];
    snprintf(name, sizeof name, "name%d", index);
    ObjectId key = model_intern(model, slice_of(name));
    dict_set_str(model, names, key, value);
}

static ObjectId any_value(ObjectId names, unsigned random)
{
    uint32_t end = dict_entry_end(model, names);
    ObjectId other = end ? dict_value(model, names, random % end) : 0;
    switch (random % 6) {
    case 0:
        return int_from(model, random);
    case 1:
        return float_from(model, random / 7.0);
    case 2:
        return str_from_string(model, "a b");
    case 3:
        return tuple_from(model, &other, other ? 1 : 0);
    case 4:
        return other ? other : model->none;
    default:
        return list_from(model, &other, other ? 1 : 0, LIST_FILL_EXACT);
    }
}

static void do_anything(ObjectId names, unsigned random)
{
    ObjectId value = any_value(names, random / 3);
    ObjectId holder = any_value(names, random / 5);
    if (model_kind(model, holder) == KIND_LIST) {
        list_append(model, holder, value);
        uint32_t length = model_object(model, holder)->slot_count;
        if (random % 11 == 0)
            list_pop(model, holder, random % length);
        if (random % 13 == 0)
            list_splice(model, holder, 0, length / 2, &value, 1);
    }
    bind(names, (int)(random % 23), random % 3 ? value : holder);
}

static void random_workload_holds_the_laws(void **state)
{
    (void)state;
    ObjectId names = make_names();
    unsigned random = 12345;
    for (int i = 0; i < 3000; i++) {
        random = random * 1103515245 + 12345;
        do_anything(names, random >> 8);
        hand_release(model, 0);
        if (i % 10 == 0)
            assert_whole();
        if (i % 97 == 0)
            collector_collect(model, (int)(random >> 9) % 3);
    }
    assert_whole();
    assert_reversible();
}

static void a_ring_waits_for_the_collector(void **state)
{
    (void)state;
    collector_collect(model, 2);
    uint32_t live = model_register(model, REGISTER_LIVE);
    ObjectId a = list_from(model, NULL, 0, LIST_FILL_EXACT);
    ObjectId b = list_from(model, NULL, 0, LIST_FILL_EXACT);
    list_append(model, a, b);
    list_append(model, b, a);
    hand_release(model, 0);
    assert_int_equal(model_register(model, REGISTER_LIVE), live + 2);
    assert_int_equal(model_object(model, a)->refcount, 1);
    assert_int_equal(collector_collect(model, 0), 2);
    assert_int_equal(model_register(model, REGISTER_LIVE), live);
    assert_whole();
    assert_reversible();
}

/* What a list of lists of … holds dies without recursion, the innermost last. */
static void a_long_chain_dies_at_once(void **state)
{
    (void)state;
    uint32_t live = model_register(model, REGISTER_LIVE);
    ObjectId chain = list_from(model, NULL, 0, LIST_FILL_EXACT);
    for (int i = 0; i < 100000; i++) {
        ObjectId outer = list_from(model, &chain, 1, LIST_FILL_EXACT);
        reference_permute(model, HAND, (ObjectId[]){outer, chain});
        reference_pop(model, HAND);
        chain = outer;
    }
    assert_int_equal(model_register(model, REGISTER_LIVE), live + 100001);
    hand_release(model, 0);
    assert_int_equal(model_register(model, REGISTER_LIVE), live);
    assert_whole();
}

/* FACTS 7: a fresh pool gives ascending blocks; freed ones come back last in, first out. */
static void pools_work_as_obmalloc(void **state)
{
    (void)state;
    enum { SIZE = 496 };
    uint32_t blocks[4];
    for (int i = 0; i < 4; i++)
        blocks[i] = memory_allocate_block(model, SIZE);
    MemoryPlace place;
    assert_true(memory_place(&profile, blocks[0], &place));
    /* Behind the interpreter's own block. */
    assert_int_equal(place.offset, profile.obmalloc.pool_header + SIZE);
    for (int i = 1; i < 4; i++)
        assert_int_equal(blocks[i], blocks[i - 1] + SIZE / 16);
    memory_free_block(model, blocks[1], SIZE);
    memory_free_block(model, blocks[2], SIZE);
    assert_int_equal(memory_allocate_block(model, SIZE), blocks[2]);
    assert_int_equal(memory_allocate_block(model, SIZE), blocks[1]);
    uint32_t large = memory_allocate_block(model, 513);
    assert_false(memory_place(&profile, large, &place));
    memory_free_block(model, large, 513);
    assert_int_equal(memory_allocate_block(model, 513), large);
    assert_reversible();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(random_workload_holds_the_laws, setup, teardown),
        cmocka_unit_test_setup_teardown(a_ring_waits_for_the_collector, setup, teardown),
        cmocka_unit_test_setup_teardown(a_long_chain_dies_at_once, setup, teardown),
        cmocka_unit_test_setup_teardown(pools_work_as_obmalloc, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
