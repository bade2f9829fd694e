/* The collector in slow motion over real recordings: what the picture says of gc_refs is what
 * counting says, what it calls unreachable dies, and every beat has something to tell. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../recorded.h"
#include "model/state.h"
#include "trace/beats.h"
#include "view/caption.h"
#include "view/slow.h"

static const char *const versions[] = {"3.6", "3.9", "3.12", "3.13"};

static const char program[] = "import gc\n"
                              "class Person:\n"
                              "    def __init__(self, name):\n"
                              "        self.name = name\n"
                              "        self.friend = None\n"
                              "class Cat:\n"
                              "    def __del__(self):\n"
                              "        saved.append(self)\n"
                              "saved = []\n"
                              "gc.collect()\n"
                              "a = Person('Ada')\n"
                              "b = Person('Bob')\n"
                              "a.friend = b\n"
                              "b.friend = a\n"
                              "keep = [[1], {'k': [2]}, ([],)]\n"
                              "ring = []\n"
                              "ring.append(ring)\n"
                              "ring.append(ring)\n"
                              "cat = Cat()\n"
                              "cat.self = cat\n"
                              "gc.collect(0)\n"
                              "del a, b, ring, cat\n"
                              "gc.collect(1)\n"
                              "gc.collect()\n";

typedef struct Recording {
    Profile profile;
    Source *source;
    RunResult result;
    Trace *trace;
    Cursor cursor;
    Slow slow;
} Recording;

static void record(Recording *recording, const char *version)
{
    *recording = (Recording){0};
    recording->trace = recorded_make(program, version, false, &recording->profile,
                                     &recording->source, &recording->result);
    cursor_init(&recording->cursor, recording->trace);
    slow_init(&recording->slow, recording->trace);
}

static void forget(Recording *recording)
{
    slow_done(&recording->slow);
    cursor_done(&recording->cursor);
    recorded_free(recording->trace, recording->source, &recording->result);
}

static void look(Recording *recording, uint32_t change)
{
    cursor_seek(&recording->cursor, change);
    slow_look(&recording->slow, &recording->cursor, change ? change - 1 : 0);
}

/* --- gc_refs --- */

typedef struct Count {
    ObjectId target;
    uint32_t found;
} Count;

static bool count_one(void *context, ObjectId referent)
{
    Count *count = context;
    count->found += referent == count->target;
    return true;
}

/* References to an object from those that are examined. */
static uint32_t count_inside(const Recording *recording, ObjectId target)
{
    Count count = {target, 0};
    for (ObjectId id = 1; id < recording->cursor.state.object_end; id++)
        if (slow_role(&recording->slow, id) != ROLE_NONE)
            state_visit(&recording->cursor.state, id, count_one, &count);
    return count.found;
}

/* Lists hold and are held without anything hidden in between. */
static void check_refs(const Recording *recording)
{
    uint32_t checked = 0, refs;
    for (ObjectId id = 1; id < recording->cursor.state.object_end; id++) {
        const Object *object = state_object(&recording->cursor.state, id);
        if (object->kind != KIND_LIST || slow_role(&recording->slow, id) == ROLE_NONE)
            continue;
        assert_true(slow_refs(&recording->slow, id, &refs));
        assert_int_equal(refs, object->refcount - count_inside(recording, id));
        checked++;
    }
    assert_true(checked);
}

static void test_refs(void **state)
{
    Recording recording;
    record(&recording, *state);
    const Trace *trace = recording.trace;
    assert_int_equal(trace->collection_count, 4);
    for (uint32_t i = 1; i < trace->collection_count; i++) {
        const Collection *collection = &trace->collections[i];
        look(&recording, collection->first);
        assert_null(recording.slow.collection);
        look(&recording, collection->marks[PHASE_SPLIT]);
        assert_int_equal(recording.slow.phase, PHASE_SUBTRACT);
        assert_true(slow_examined(&recording.slow) > 0);
        if (i == 1 || i == 3)
            check_refs(&recording);
        look(&recording, collection->last + 1);
        assert_null(recording.slow.collection);
    }
    forget(&recording);
}

/* --- what becomes of them --- */

/* `roles` by id: what each was right before the clearing. */
static void check_fates(Recording *recording, const Collection *collection, uint8_t *roles)
{
    ObjectId end = recording->trace->object_end;
    look(recording, collection->marks[PHASE_CLEAR] + 1);
    for (ObjectId id = 1; id < end && id < recording->cursor.state.object_end; id++)
        roles[id] = (uint8_t)slow_role(&recording->slow, id);
    look(recording, collection->last + 1);
    for (ObjectId id = 1; id < end && id < recording->cursor.state.object_end; id++) {
        bool lives = state_alive(&recording->cursor.state, id);
        if (roles[id] == ROLE_UNREACHABLE)
            assert_false(lives);
        if (roles[id] == ROLE_REACHABLE)
            assert_true(lives);
    }
}

static void test_fates(void **state)
{
    Recording recording;
    record(&recording, *state);
    uint8_t *roles = calloc(recording.trace->object_end, 1);
    for (uint32_t i = 0; i < recording.trace->collection_count; i++)
        check_fates(&recording, &recording.trace->collections[i], roles);
    free(roles);
    forget(&recording);
}

/* --- beats --- */

static void check_beat(const Recording *recording, const Beats *beats, uint32_t index)
{
    const Trace *trace = recording->trace;
    const Beat *beat = &beats->items[index];
    assert_int_equal(beats_at(beats, beat->change), index);
    assert_int_equal(beat->step, trace_step_at(trace, beat->change));
    bool ends = trace->steps[beat->step].change == beat->change;
    assert_int_equal(beat->within == 0, ends);
    if (index)
        assert_true(beats->items[index - 1].change < beat->change);
}

static void check_caption(Recording *recording, const Beats *beats, uint32_t index)
{
    Cursor back;
    Caption caption = {0};
    cursor_init(&back, recording->trace);
    cursor_seek(&recording->cursor, beats->items[index].change);
    caption_write(&caption, &back,
                  &(Moment){.cursor = &recording->cursor,
                            .since = index ? beats->items[index - 1].change : 0,
                            .step = beats->items[index].step,
                            .view = VIEW_COLLECTOR});
    assert_true(caption.count > 0);
    assert_true(!beats->items[index].within || caption.aside.length > 0);
    caption_done(&caption);
    cursor_done(&back);
}

static void test_beats(void **state)
{
    Recording recording;
    record(&recording, *state);
    Beats beats = beats_create(recording.trace, BEATS_OF_COLLECTIONS);
    uint32_t steps = 0;
    for (uint32_t i = 0; i < beats.count; i++) {
        check_beat(&recording, &beats, i);
        steps += beats.items[i].within == 0;
        if (beats.items[i].within)
            check_caption(&recording, &beats, i);
    }
    assert_int_equal(steps, recording.trace->step_count);
    assert_true(beats.count > steps + 40);
    beats_done(&beats);
    forget(&recording);
}

int main(void)
{
    int failed = 0;
    for (size_t i = 0; i < sizeof versions / sizeof *versions; i++) {
        void *version = (void *)(uintptr_t)versions[i];
        const struct CMUnitTest tests[] = {
            cmocka_unit_test_prestate(test_refs, version),
            cmocka_unit_test_prestate(test_fates, version),
            cmocka_unit_test_prestate(test_beats, version),
        };
        failed += cmocka_run_group_tests(tests, NULL, NULL);
    }
    return failed;
}
