/* Lists: who holds what, in which order items die, where the memory comes from. Capacities in
 * bulk: test_replay. */
#include "fixture.h"

static void test_take(void **state)
{
    (void)state;
    Fixture fixture;
    fixture_open(&fixture, "3.12");
    Model *model = fixture.model;
    ObjectId a = fixture_object(model), b = fixture_object(model);
    ObjectId list = list_take(model, HAND, 2);
    assert_int_equal(model_object(model, list)->slots[1], b);
    assert_int_equal(model_object(model, a)->refcount, 1);
    assert_int_equal(fixture_size(model, list), 72);
    assert_true(collector_is_tracked(model, list));
    ObjectId other = list_take(model, list, 1);
    assert_int_equal(model_object(model, other)->slots[0], b);
    assert_int_equal(model_object(model, list)->slot_count, 1);
    fixture_close(&fixture);
}

/* Three objects that only the list holds. */
static ObjectId list_of_three(Model *model, ObjectId *ret_items)
{
    for (int i = 0; i < 3; i++)
        ret_items[i] = fixture_object(model);
    return list_take(model, HAND, 3);
}

static void test_items_die_last_to_first(void **state)
{
    (void)state;
    Fixture fixture;
    fixture_open(&fixture, "3.12");
    Model *model = fixture.model;
    ObjectId items[3], dead[3];
    ObjectId list = list_of_three(model, items);
    uint32_t from = model->journal.count;
    list_clear(model, list);
    assert_int_equal(fixture_deaths(model, from, dead, 3), 3);
    for (int i = 0; i < 3; i++)
        assert_int_equal(dead[i], items[2 - i]);
    assert_int_equal(fixture_size(model, list), 56);
    fixture_close(&fixture);
}

static void test_pop_is_held(void **state)
{
    (void)state;
    Fixture fixture;
    fixture_open(&fixture, "3.12");
    Model *model = fixture.model;
    ObjectId items[3], dead[1];
    ObjectId list = list_of_three(model, items);
    uint32_t mark = hand_mark(model), from = model->journal.count;
    assert_int_equal(list_pop(model, list, 1), items[1]);
    assert_int_equal(model_object(model, items[1])->refcount, 1);
    assert_int_equal(model_object(model, list)->slots[1], items[2]);
    assert_int_equal(fixture_deaths(model, from, dead, 1), 0);
    hand_release(model, mark);
    assert_int_equal(fixture_deaths(model, from, dead, 1), 1);
    fixture_close(&fixture);
}

static void test_free_list(void **state)
{
    (void)state;
    Fixture fixture;
    fixture_open(&fixture, "3.12");
    Model *model = fixture.model;
    uint32_t mark = hand_mark(model);
    uint64_t address = model_address(model, list_create(model, 0));
    hand_release(model, mark);
    uint32_t count = model_register(model, REGISTER_GC_COUNT0);
    ObjectId called = list_create_by_call(model, model->types[TYPE_LIST]);
    assert_int_equal(model_register(model, REGISTER_GC_COUNT0), count + 1);
    assert_true(model_address(model, called) != address);
    assert_int_equal(model_address(model, list_create(model, 0)), address);
    assert_int_equal(model_register(model, REGISTER_GC_COUNT0), count + 1);
    fixture_close(&fixture);
}

static void test_reorder(void **state)
{
    (void)state;
    Fixture fixture;
    fixture_open(&fixture, "3.12");
    Model *model = fixture.model;
    ObjectId items[3];
    ObjectId list = list_of_three(model, items);
    list_reorder(model, list, (ObjectId[]){items[2], items[0], items[1]});
    assert_int_equal(model_object(model, list)->slots[0], items[2]);
    list_splice(model, list, 1, 1, (ObjectId[]){model->none, model->none}, 2);
    assert_int_equal(model_object(model, list)->slot_count, 5);
    assert_int_equal(model_object(model, list)->slots[4], items[1]);
    fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_take),        cmocka_unit_test(test_items_die_last_to_first),
        cmocka_unit_test(test_pop_is_held), cmocka_unit_test(test_free_list),
        cmocka_unit_test(test_reorder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
