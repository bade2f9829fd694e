/* Dicts: finding, tracking, the order of deaths, copies. Sizes in bulk: test_replay. */
#include "fixture.h"

static ObjectId name(Model *model, const char *text)
{
    return model_intern(model, slice_of(text));
}

static void test_find(void **state)
{
    (void)state;
    Fixture fixture;
    fixture_open(&fixture, "3.12");
    Model *model = fixture.model;
    ObjectId dict = dict_create(model);
    assert_int_equal(dict_get_str(model, dict, name(model, "a")), 0);
    dict_set_str(model, dict, name(model, "a"), model->none);
    dict_set_str(model, dict, name(model, "\xd0\x96"), model->true_);
    dict_set_str(model, dict, name(model, "a"), model->false_);
    assert_int_equal(dict_used(model, dict), 2);
    assert_int_equal(dict_get_str(model, dict, str_new(model, slice_of("a"))), model->false_);
    assert_int_equal(dict_find_text(model, dict, slice_of("\xd0\x96")), 1);
    assert_int_equal(dict_find_text(model, dict, slice_of("b")), -1);
    dict_delete(model, dict, 0);
    assert_int_equal(dict_find_text(model, dict, slice_of("a")), -1);
    assert_int_equal(dict_key(model, dict, 0), 0);
    assert_int_equal(dict_entry_end(model, dict), 2);
    fixture_close(&fixture);
}

static void test_probe_finds_equal_hashes(void **state)
{
    (void)state;
    enum { KEYS = 30, HASH = 12345 };
    Fixture fixture;
    fixture_open(&fixture, "3.12");
    Model *model = fixture.model;
    ObjectId dict = dict_create(model);
    for (int i = 0; i < KEYS; i++)
        dict_insert(model, dict, fixture_object(model), i % 3 ? HASH : i, model->none);
    /* An entry may come more than once, as CPython may look at it more than once. */
    DictProbe probe = {.started = false};
    bool seen[KEYS] = {false};
    int found = 0;
    for (int64_t entry; (entry = dict_probe(model, dict, HASH, &probe)) >= 0;) {
        assert_int_equal(dict_hash(model, dict, (uint32_t)entry), HASH);
        found += !seen[entry];
        seen[entry] = true;
    }
    assert_int_equal(found, KEYS - KEYS / 3);
    fixture_close(&fixture);
}

static void test_tracking(void **state)
{
    (void)state;
    Fixture fixture;
    fixture_open(&fixture, "3.12");
    Model *model = fixture.model;
    ObjectId dict = dict_create(model);
    dict_set_str(model, dict, name(model, "a"), model->none);
    dict_set_str(model, dict, name(model, "b"), model->empty_tuple);
    assert_false(collector_is_tracked(model, dict));
    assert_false(collector_is_tracked(model, dict_copy(model, dict)));
    dict_set_str(model, dict, name(model, "a"), list_create(model, 0));
    assert_true(collector_is_tracked(model, dict));
    assert_true(collector_is_tracked(model, dict_copy(model, dict)));
    ObjectId subclass = dict_create_by_call(model, fixture_class(model, KIND_DICT));
    assert_true(collector_is_tracked(model, subclass));
    fixture_close(&fixture);
}

static void test_values_die_in_order(void **state)
{
    (void)state;
    Fixture fixture;
    fixture_open(&fixture, "3.12");
    Model *model = fixture.model;
    ObjectId dict = dict_create(model), values[3], dead[3];
    uint32_t mark = hand_mark(model);
    const char *names[] = {"a", "b", "c"};
    for (int i = 0; i < 3; i++) {
        values[i] = fixture_object(model);
        dict_set_str(model, dict, name(model, names[i]), values[i]);
    }
    hand_release(model, mark);
    uint32_t from = model->journal.count;
    dict_clear(model, dict);
    assert_int_equal(fixture_deaths(model, from, dead, 3), 3);
    for (int i = 0; i < 3; i++)
        assert_int_equal(dead[i], values[i]);
    fixture_close(&fixture);
}

static void test_popitem(void **state)
{
    (void)state;
    Fixture fixture;
    fixture_open(&fixture, "3.12");
    Model *model = fixture.model;
    ObjectId dict = dict_create(model);
    dict_set_str(model, dict, name(model, "a"), model->none);
    dict_set_str(model, dict, name(model, "b"), model->none);
    dict_set_str(model, dict, name(model, "c"), model->none);
    dict_delete(model, dict, 2);
    dict_delete_last(model, dict);
    assert_int_equal(dict_entry_end(model, dict), 1);
    assert_int_equal(dict_used(model, dict), 1);
    fixture_close(&fixture);
}

static void test_presized(void **state)
{
    (void)state;
    Fixture fixture;
    fixture_open(&fixture, "3.12");
    Model *model = fixture.model;
    assert_int_equal(fixture_size(model, dict_create_presized(model, 5, true)), 64);
    assert_int_equal(fixture_size(model, dict_create_presized(model, 6, true)), 272);
    assert_int_equal(fixture_size(model, dict_create_presized(model, 6, false)), 352);
    fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_find),     cmocka_unit_test(test_probe_finds_equal_hashes),
        cmocka_unit_test(test_tracking), cmocka_unit_test(test_values_die_in_order),
        cmocka_unit_test(test_popitem),  cmocka_unit_test(test_presized),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
