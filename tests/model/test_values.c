/* What is shared and what is new among built-in values, and how large instances of their
 * subclasses are. Sizes, hashes and texts in bulk: test_replay. */
#include "fixture.h"

#include <string.h>

static void test_small_ints(void **state)
{
    (void)state;
    Fixture fixture;
    fixture_open(&fixture, "3.12");
    Model *model = fixture.model;
    assert_int_equal(int_from(model, -5), int_from(model, -5));
    assert_int_equal(int_from(model, 256), int_from(model, 256));
    assert_int_not_equal(int_from(model, 257), int_from(model, 257));
    assert_int_not_equal(int_from(model, -6), int_from(model, -6));
    assert_int_equal(int_value(model, int_from(model, -5)), -5);
    assert_int_equal(int_value(model, int_from(model, INT64_MIN)), INT64_MIN);
    fixture_close(&fixture);
}

static void test_big_ints(void **state)
{
    (void)state;
    Fixture fixture;
    fixture_open(&fixture, "3.12");
    Model *model = fixture.model;
    mpz_t value, back;
    mpz_init_set_ui(value, 7);
    mpz_init(back);
    assert_int_equal(int_from_big(model, value), int_from(model, 7));
    mpz_ui_pow_ui(value, 2, 63);
    ObjectId big = int_from_big(model, value);
    assert_false(int_is_small(model, big));
    int_get(model, big, back);
    assert_int_equal(mpz_cmp(value, back), 0);
    assert_int_equal(fixture_size(model, big), 36);
    mpz_clear(back);
    mpz_clear(value);
    fixture_close(&fixture);
}

static void test_texts(void **state)
{
    (void)state;
    Fixture fixture;
    fixture_open(&fixture, "3.12");
    Model *model = fixture.model;
    assert_int_equal(str_from_string(model, "a"), str_from_string(model, "a"));
    assert_int_equal(str_from_string(model, "\xc3\xa9"), model->characters + 0xe9);
    assert_int_not_equal(str_new(model, slice_of("a")), str_from_string(model, "a"));
    assert_int_equal(str_new(model, slice_of("")), model->empty_str);
    assert_int_equal(bytes_from(model, "x", 1), bytes_from(model, "x", 1));
    assert_int_equal(bytes_from(model, "", 0), model->empty_bytes);
    assert_int_equal(fixture_size(model, model->characters + 0xe9), 61);
    const TextPayload *text =
        str_payload(model, str_from_string(model, "a\xd0\x96\xf0\x9f\x90\x8dz"));
    assert_int_equal(text->length, 4);
    assert_int_equal(text->width, 4);
    assert_int_equal(str_point(text, 2), 0x1f40d);
    assert_true(slice_is(str_part(text, 1, 3), "\xd0\x96\xf0\x9f\x90\x8d"));
    assert_true(slice_is(str_part(text, 3, 4), "z"));
    fixture_close(&fixture);
}

static void assert_repr(double value, const char *expected)
{
    Text text = {0};
    float_write(value, &text);
    assert_string_equal(text_string(&text), expected);
    text_done(&text);
}

static void test_float_repr(void **state)
{
    (void)state;
    assert_repr(0.1, "0.1");
    assert_repr(-0.0, "-0.0");
    assert_repr(1e16, "1e+16");
    assert_repr(123456789012345.0, "123456789012345.0");
    assert_repr(0.0001, "0.0001");
    assert_repr(0.00001, "1e-05");
    assert_repr(5e-324, "5e-324");
    assert_repr(7.120236347223045e-307, "7.120236347223045e-307"); /* a power of two */
}

typedef struct SubclassRow {
    const char *version;
    uint64_t list, dict, tuple, integer, str, real, set;
} SubclassRow;

/* sys.getsizeof of L(), D(), T(), I(5), S("ab"), F(), Set() */
static const SubclassRow subclass_rows[] = {
    {"3.6", 88, 264, 64, 60, 115, 72, 240}, {"3.7", 88, 264, 64, 60, 115, 72, 240},
    {"3.8", 72, 248, 48, 44, 99, 56, 224},  {"3.9", 72, 248, 48, 44, 99, 56, 224},
    {"3.10", 72, 80, 48, 44, 99, 56, 224},  {"3.11", 80, 88, 48, 44, 115, 64, 232},
    {"3.12", 72, 80, 56, 60, 99, 56, 232},  {"3.13", 72, 80, 56, 60, 99, 56, 232},
};

static void test_subclasses(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof subclass_rows / sizeof *subclass_rows; i++) {
        const SubclassRow *row = &subclass_rows[i];
        Fixture fixture;
        fixture_open(&fixture, row->version);
        Model *model = fixture.model;
        ObjectId list = list_create_by_call(model, fixture_class(model, KIND_LIST));
        ObjectId dict = dict_create_by_call(model, fixture_class(model, KIND_DICT));
        ObjectId tuple = tuple_of_type(model, fixture_class(model, KIND_TUPLE), NULL, 0);
        ObjectId integer =
            int_of_type(model, fixture_class(model, KIND_INT), int_from(model, 5));
        ObjectId str = str_of_type(model, fixture_class(model, KIND_STR), slice_of("ab"));
        ObjectId real = float_of_type(model, fixture_class(model, KIND_FLOAT), 1.5);
        ObjectId set = set_of_type(model, fixture_class(model, KIND_SET));
        assert_int_equal(fixture_size(model, list), row->list);
        assert_int_equal(fixture_size(model, dict), row->dict);
        assert_int_equal(fixture_size(model, tuple), row->tuple);
        assert_int_equal(fixture_size(model, integer), row->integer);
        assert_int_equal(fixture_size(model, str), row->str);
        assert_int_equal(fixture_size(model, real), row->real);
        assert_int_equal(fixture_size(model, set), row->set);
        assert_true(collector_is_tracked(model, integer));
        fixture_close(&fixture);
    }
}

static void test_tuple_free_list(void **state)
{
    (void)state;
    Fixture fixture;
    fixture_open(&fixture, "3.12");
    Model *model = fixture.model;
    uint32_t mark = hand_mark(model);
    ObjectId first = tuple_from(model, (ObjectId[]){model->none, model->true_}, 2);
    assert_true(collector_is_tracked(model, first));
    uint64_t address = model_address(model, first);
    uint32_t count = model_register(model, REGISTER_GC_COUNT0);
    hand_release(model, mark);
    assert_int_equal(model_register(model, REGISTER_GC_COUNT0), count);
    assert_int_equal(model_address(model, tuple_from(model, NULL, 2)), address);
    assert_int_equal(model_register(model, REGISTER_GC_COUNT0), count);
    assert_int_equal(tuple_from(model, NULL, 0), model->empty_tuple);
    fixture_close(&fixture);
}

static void test_tuple_take(void **state)
{
    (void)state;
    Fixture fixture;
    fixture_open(&fixture, "3.12");
    Model *model = fixture.model;
    ObjectId a = fixture_object(model), b = fixture_object(model);
    ObjectId tuple = tuple_take(model, HAND, 2);
    assert_int_equal(model_object(model, tuple)->slots[0], a);
    assert_int_equal(model_object(model, tuple)->slots[1], b);
    assert_int_equal(model_object(model, a)->refcount, 1);
    assert_int_equal(hand_mark(model), 1);
    fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_small_ints), cmocka_unit_test(test_big_ints),
        cmocka_unit_test(test_texts),      cmocka_unit_test(test_float_repr),
        cmocka_unit_test(test_subclasses), cmocka_unit_test(test_tuple_free_list),
        cmocka_unit_test(test_tuple_take),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
