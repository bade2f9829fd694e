/* Sets: deleted entries, pop, merging. Orders and sizes in bulk: test_replay. */
#include "fixture.h"

static ObjectId set_of_ints(Model *model, const int64_t *values, int count)
{
    ObjectId set = set_create(model, false);
    for (int i = 0; i < count; i++) {
        ObjectId key = int_from(model, values[i]);
        set_insert(model, set, key, hash_int(model, key));
    }
    return set;
}

static void test_deleted_entries(void **state)
{
    (void)state;
    Fixture fixture;
    fixture_open(&fixture, "3.12");
    Model *model = fixture.model;
    ObjectId set = set_of_ints(model, (int64_t[]){1, 2, 9}, 3); /* 9 collides with 1 */
    assert_int_equal(set_table_size(model, set), 8);
    SetProbe probe = {.started = false};
    assert_int_equal(set_probe(model, set, 9, &probe), 6);
    set_remove(model, set, 1);
    assert_int_equal(model_object(model, set)->slots[1], SET_DUMMY);
    assert_int_equal(set_item(model, set, 1, NULL), 0);
    assert_int_equal(set_used(model, set), 2);
    probe = (SetProbe){.started = false};
    assert_int_equal(set_probe(model, set, 9, &probe), 6);
    assert_int_equal(set_probe(model, set, 9, &probe), -1);
    fixture_close(&fixture);
}

static void test_pop(void **state)
{
    (void)state;
    Fixture fixture;
    fixture_open(&fixture, "3.12");
    Model *model = fixture.model;
    ObjectId set = set_of_ints(model, (int64_t[]){5, 3, 6}, 3);
    assert_int_equal(int_value(model, set_pop(model, set)), 3);
    set_insert(model, set, int_from(model, 0), 0);
    assert_int_equal(int_value(model, set_pop(model, set)), 5);
    assert_int_equal(int_value(model, set_pop(model, set)), 6);
    assert_int_equal(int_value(model, set_pop(model, set)), 0);
    assert_int_equal(set_pop(model, set), 0);
    fixture_close(&fixture);
}

static void test_merge(void **state)
{
    (void)state;
    Fixture fixture;
    fixture_open(&fixture, "3.12");
    Model *model = fixture.model;
    ObjectId set = set_of_ints(model, (int64_t[]){1, 2, 3, 4, 5, 6}, 6);
    assert_int_equal(fixture_size(model, set), 728);
    ObjectId copy = set_create(model, true);
    set_merge(model, copy, set);
    assert_int_equal(fixture_size(model, copy), 472);
    assert_int_equal(set_used(model, copy), 6);
    assert_int_equal(model_kind(model, copy), KIND_FROZENSET);
    set_clear(model, set);
    assert_int_equal(fixture_size(model, set), 216);
    assert_int_equal(set_used(model, set), 0);
    fixture_close(&fixture);
}

static void test_items_die_in_order_of_the_table(void **state)
{
    (void)state;
    Fixture fixture;
    fixture_open(&fixture, "3.12");
    Model *model = fixture.model;
    ObjectId set = set_create(model, false), items[3], dead[3];
    uint32_t mark = hand_mark(model);
    for (int i = 0; i < 3; i++) {
        items[i] = fixture_object(model);
        set_insert(model, set, items[i], i);
    }
    hand_release(model, mark);
    uint32_t from = model->journal.count;
    set_clear(model, set);
    assert_int_equal(fixture_deaths(model, from, dead, 3), 3);
    for (int i = 0; i < 3; i++)
        assert_int_equal(dead[i], items[i]);
    fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_deleted_entries),
        cmocka_unit_test(test_pop),
        cmocka_unit_test(test_merge),
        cmocka_unit_test(test_items_die_in_order_of_the_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
