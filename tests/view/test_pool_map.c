/* The map of the private heap agrees with the objects: every block of theirs is found in its
 * pool, a pool's blocks add up, and so do the bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../recorded.h"
#include "view/pool_map.h"

static const char *const versions[] = {"3.6", "3.9", "3.12", "3.13"};

static const char program[] = "class P:\n"
                              "    def __init__(self, x):\n"
                              "        self.x = x\n"
                              "kept = []\n"
                              "for i in range(300):\n"
                              "    kept.append(P([i, float(i)]))\n"
                              "    if i % 3 == 0:\n"
                              "        kept.pop(0)\n"
                              "text = 'x' * 100\n"
                              "big = [0] * 1000\n"
                              "more = {str(i): i for i in range(50)}\n"
                              "del kept\n"
                              "again = [P(1), P(2)]\n"
                              "pass\n";

typedef struct Recording {
    Profile profile;
    Source *source;
    RunResult result;
    Trace *trace;
    Cursor cursor;
    PoolMap *map;
} Recording;

static void record(Recording *recording, const char *version)
{
    *recording = (Recording){0};
    recording->trace = recorded_make(program, version, false, &recording->profile,
                                     &recording->source, &recording->result);
    cursor_init(&recording->cursor, recording->trace);
    recording->map = pool_map_create(recording->trace);
}

static void forget(Recording *recording)
{
    pool_map_destroy(recording->map);
    cursor_done(&recording->cursor);
    recorded_free(recording->trace, recording->source, &recording->result);
}

static void check_pool(const Recording *recording, uint32_t pool)
{
    const ProfileObmalloc *obmalloc = &recording->profile.obmalloc;
    uint32_t size = pool_block_size(recording->map, pool), used = 0;
    uint32_t count = size ? (obmalloc->pool - obmalloc->pool_header) / size : 0;
    bool never = false;
    for (uint32_t i = 0; i < count; i++) {
        BlockUse use = pool_block(recording->map, pool, i);
        used += use.state != BLOCK_FREE && use.state != BLOCK_NEVER_USED;
        assert_true(!never || use.state == BLOCK_NEVER_USED);
        never = use.state == BLOCK_NEVER_USED;
        assert_true(use.asked <= size);
    }
    assert_int_equal(used, pool_used(recording->map, pool));
}

static void check_object(const Recording *recording, ObjectId id)
{
    const Object *object = state_object(&recording->cursor.state, id);
    MemoryPlace place;
    if (!memory_place(&recording->profile, object->block, &place))
        return;
    uint32_t size = pool_block_size(recording->map, place.pool);
    assert_true(size >= object->size && size < object->size + 16);
    BlockUse use = pool_block(recording->map, place.pool,
                              (place.offset - recording->profile.obmalloc.pool_header) / size);
    assert_int_equal(use.object, id);
    assert_int_equal(use.state, BLOCK_OBJECT);
}

static void test_map(void **state)
{
    Recording recording;
    record(&recording, *state);
    const Trace *trace = recording.trace;
    assert_true(recording.map->pool_count > 3);
    for (uint32_t step = 0; step < trace->step_count; step += 97) {
        cursor_seek_step(&recording.cursor, step);
        pool_map_look(recording.map, &recording.cursor);
        for (size_t i = 0; i < recording.map->pool_count; i++)
            check_pool(&recording, recording.map->pools[i].pool);
        for (ObjectId id = trace->start->object_end; id < recording.cursor.state.object_end;
             id++)
            if (state_alive(&recording.cursor.state, id))
                check_object(&recording, id);
        assert_int_equal(recording.map->asked + recording.map->large_bytes,
                         recording.cursor.state.registers[REGISTER_BYTES]);
    }
    forget(&recording);
}

/* A block that was another object's before is told so. */
static void test_former(void **state)
{
    Recording recording;
    record(&recording, *state);
    cursor_seek_step(&recording.cursor, recording.trace->step_count - 1);
    pool_map_look(recording.map, &recording.cursor);
    uint32_t found = 0;
    for (ObjectId id = recording.trace->start->object_end;
         id < recording.cursor.state.object_end; id++) {
        const Object *object = state_object(&recording.cursor.state, id);
        if (!state_alive(&recording.cursor.state, id) || object->kind != KIND_INSTANCE)
            continue;
        ObjectId former = pool_map_former(recording.map, id);
        found += former != 0;
        assert_true(!former || !state_alive(&recording.cursor.state, former));
        assert_true(former < id);
    }
    assert_int_equal(found, 2);
    forget(&recording);
}

int main(void)
{
    int failed = 0;
    for (size_t i = 0; i < sizeof versions / sizeof *versions; i++) {
        void *version = (void *)(uintptr_t)versions[i];
        const struct CMUnitTest tests[] = {
            cmocka_unit_test_prestate(test_map, version),
            cmocka_unit_test_prestate(test_former, version),
        };
        failed += cmocka_run_group_tests(tests, NULL, NULL);
    }
    return failed;
}
