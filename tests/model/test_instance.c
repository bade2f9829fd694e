/* Instances: names are held by the class, values by the instance; __dict__; __slots__. Sizes in
 * bulk: test_replay. */
#include "fixture.h"

static ObjectId name(Model *model, const char *text)
{
    return model_intern(model, slice_of(text));
}

static void assert_attribute(Fixture *fixture, ObjectId instance, uint32_t index,
                             const char *text)
{
    Model *model = fixture->model;
    ObjectId found = 0, value = 0;
    bool there = instance_attribute(model, &model->state, instance, index, &found, &value);
    assert_true(there);
    assert_true(slice_is(str_slice(model, found), text));
    assert_int_equal(instance_get(model, instance, found), value);
}

/* A name is counted once for the class, however many instances have it. */
static void test_names_are_shared(void **state)
{
    (void)state;
    const char *versions[] = {"3.8", "3.11", "3.13"};
    for (int i = 0; i < 3; i++) {
        Fixture fixture;
        fixture_open(&fixture, versions[i]);
        Model *model = fixture.model;
        ObjectId type = fixture_class(model, KIND_INSTANCE), colour = name(model, "colour");
        uint32_t before = model_object(model, colour)->refcount;
        for (int count = 0; count < 3; count++)
            instance_set(model, instance_create(model, type), colour, model->none);
        assert_int_equal(model_object(model, colour)->refcount, before + 1);
        fixture_close(&fixture);
    }
}

static void test_order(void **state)
{
    (void)state;
    const char *versions[] = {"3.7", "3.12", "3.13"};
    for (int i = 0; i < 3; i++) {
        Fixture fixture;
        fixture_open(&fixture, versions[i]);
        Model *model = fixture.model;
        ObjectId type = fixture_class(model, KIND_INSTANCE);
        ObjectId first = instance_create(model, type), second = instance_create(model, type);
        instance_set(model, first, name(model, "a"), model->none);
        instance_set(model, first, name(model, "b"), model->none);
        instance_set(model, second, name(model, "b"), model->true_);
        instance_set(model, second, name(model, "a"), model->false_);
        assert_attribute(&fixture, second, 0, "b");
        assert_attribute(&fixture, second, 1, "a");
        instance_set(model, second, name(model, "b"), model->none);
        assert_attribute(&fixture, second, 0, "b");
        assert_true(instance_delete(model, first, name(model, "a")));
        assert_false(instance_delete(model, first, name(model, "a")));
        instance_set(model, first, name(model, "a"), model->none);
        assert_attribute(&fixture, first, 0, "b");
        assert_attribute(&fixture, first, 1, "a");
        fixture_close(&fixture);
    }
}

static void test_dict_moves_values(void **state)
{
    (void)state;
    Fixture fixture;
    fixture_open(&fixture, "3.12");
    Model *model = fixture.model;
    ObjectId instance = instance_create(model, fixture_class(model, KIND_INSTANCE));
    ObjectId value = list_create(model, 0);
    instance_set(model, instance, name(model, "a"), value);
    uint32_t count = model_object(model, value)->refcount;
    uint32_t body = model_object(model, instance)->body;
    ObjectId dict = instance_dict(model, instance);
    assert_int_equal(instance_dict(model, instance), dict);
    assert_int_equal(model_object(model, value)->refcount, count);
    assert_int_equal(model_object(model, dict)->refcount, 1);
    assert_int_equal(model_object(model, dict)->body, body);
    assert_true(collector_is_tracked(model, dict));
    assert_int_equal(dict_used(model, dict), 1);
    dict_set_str(model, dict, name(model, "b"), model->none);
    assert_int_equal(instance_get(model, instance, name(model, "b")), model->none);
    assert_int_equal(fixture_size(model, dict), 296);
    dict_set_str(model, dict, name(model, "a"), model->none);
    assert_int_equal(model_object(model, value)->refcount, count - 1);
    fixture_close(&fixture);
}

static void test_dict_is_replaced(void **state)
{
    (void)state;
    const char *versions[] = {"3.10", "3.12", "3.13"};
    for (int i = 0; i < 3; i++) {
        Fixture fixture;
        fixture_open(&fixture, versions[i]);
        Model *model = fixture.model;
        ObjectId instance = instance_create(model, fixture_class(model, KIND_INSTANCE));
        instance_set(model, instance, name(model, "a"), model->none);
        ObjectId dict = dict_create(model);
        instance_set_dict(model, instance, dict);
        assert_int_equal(instance_get(model, instance, name(model, "a")), 0);
        instance_set(model, instance, name(model, "b"), model->none);
        assert_int_equal(dict_used(model, dict), 1);
        fixture_close(&fixture);
    }
}

static void test_slots(void **state)
{
    (void)state;
    Fixture fixture;
    fixture_open(&fixture, "3.12");
    Model *model = fixture.model;
    ObjectId type = fixture_class(model, KIND_INSTANCE);
    type_set_slots(model, type, 2);
    object_set_field(model, type, FIELD_B, TYPE_FLAG_HEAP | TYPE_FLAG_GC | TYPE_FLAG_HAS_SLOTS);
    ObjectId instance = instance_create(model, type);
    assert_int_equal(fixture_size(model, instance), 48);
    assert_int_equal(fixture_size(model, type), 936);
    assert_int_equal(instance_get_slot(model, instance, 1), 0);
    instance_set_slot(model, instance, 1, model->none);
    assert_int_equal(instance_get_slot(model, instance, 1), model->none);
    assert_int_equal(instance_dict(model, instance), 0);
    fixture_close(&fixture);
}

static void test_slots_and_dict(void **state)
{
    (void)state;
    Fixture fixture;
    fixture_open(&fixture, "3.12");
    Model *model = fixture.model;
    ObjectId type = fixture_class(model, KIND_INSTANCE);
    type_set_slots(model, type, 1);
    ObjectId instance = instance_create(model, type);
    instance_set(model, instance, name(model, "a"), model->none);
    instance_set_slot(model, instance, 0, model->true_);
    assert_int_equal(fixture_size(model, instance), 56);
    assert_int_equal(instance_get(model, instance, name(model, "a")), model->none);
    ObjectId dict = instance_dict(model, instance);
    assert_int_equal(dict_used(model, dict), 1);
    assert_int_equal(instance_get_slot(model, instance, 0), model->true_);
    fixture_close(&fixture);
}

/* class L(list): the attributes are in a dict from the start. */
static void test_attributes_of_lists(void **state)
{
    (void)state;
    Fixture fixture;
    fixture_open(&fixture, "3.12");
    Model *model = fixture.model;
    ObjectId list = list_create_by_call(model, fixture_class(model, KIND_LIST));
    list_append(model, list, model->none);
    instance_set(model, list, name(model, "a"), model->true_);
    assert_int_equal(instance_get(model, list, name(model, "a")), model->true_);
    assert_int_equal(model_object(model, list)->slot_count, 1);
    assert_attribute(&fixture, list, 0, "a");
    fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_are_shared),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_dict_moves_values),
        cmocka_unit_test(test_dict_is_replaced),
        cmocka_unit_test(test_slots),
        cmocka_unit_test(test_slots_and_dict),
        cmocka_unit_test(test_attributes_of_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
