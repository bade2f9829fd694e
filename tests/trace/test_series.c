/* The curves over time say what counting the objects of each moment says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../recorded.h"
#include "trace/cursor.h"
#include "trace/series.h"

static const char program[] = "import gc\n"
                              "class A:\n"
                              "    def __init__(self):\n"
                              "        self.me = self\n"
                              "class B:\n"
                              "    pass\n"
                              "kept = []\n"
                              "for i in range(40):\n"
                              "    a = A()\n"
                              "    kept.append((i, [str(i) + 'x']))\n"
                              "    if i % 7 == 3:\n"
                              "        a.__class__ = B\n"
                              "    if i % 10 == 9:\n"
                              "        gc.collect(i // 10 - 1 if i > 10 else 0)\n"
                              "        del kept[:4]\n";

static uint32_t count_type(const Cursor *cursor, ObjectId type)
{
    uint32_t count = 0;
    for (ObjectId id = cursor->trace->start->object_end; id < cursor->state.object_end; id++) {
        const Object *object = state_object(&cursor->state, id);
        bool hidden = object->kind == KIND_KEYS || object->kind == KIND_HOLDER ||
                      object->kind == KIND_FRAME;
        count += state_alive(&cursor->state, id) && !hidden && object->type == type &&
                 !(object->flags & (OBJECT_STATIC | OBJECT_STARTUP));
    }
    return count;
}

static void check_sample(const Series *series, const Cursor *cursor, uint32_t sample)
{
    uint32_t live = 0, listed = 0;
    for (uint32_t i = 0; i < series->type_count; i++) {
        const Curve *curve = &series->types[i];
        assert_int_equal(curve->values[sample], count_type(cursor, curve->type));
        live += curve->values[sample];
    }
    for (int i = 0; i < SERIES_LISTS; i++)
        listed += series->lists[i].values[sample];
    assert_true(listed >= live);
    for (int i = 0; i < SERIES_LISTS - 1; i++)
        assert_int_equal(series->lists[i].values[sample],
                         cursor->state.lists[GC_GENERATION0 + i].count);
}

static void test_counts(void **unused)
{
    (void)unused;
    Profile profile;
    Source *source;
    RunResult result;
    Trace *trace = recorded_make(program, "3.12", false, &profile, &source, &result);
    Series *series = series_create(trace);
    Cursor cursor;
    cursor_init(&cursor, trace);
    assert_int_equal(series->sample_count, trace->step_count);
    assert_true(series->type_count >= 4);
    uint64_t deaths = 0;
    for (uint32_t i = 0; i < series->sample_count; i++) {
        assert_int_equal(series_step(series, trace, i), i);
        assert_int_equal(series_sample(series, trace, i), i);
        cursor_seek_step(&cursor, i);
        check_sample(series, &cursor, i);
        assert_int_equal(series->bytes.values[i], trace->steps[i].bytes);
        deaths += series->deaths.values[i];
    }
    assert_true(deaths >= 40);
    for (uint32_t i = 1; i < series->type_count; i++)
        assert_true(series->types[i - 1].most >= series->types[i].most);
    cursor_done(&cursor);
    series_destroy(series);
    recorded_free(trace, source, &result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_counts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
