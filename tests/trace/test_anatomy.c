/* Objects as they lie in memory: fields follow one another without gaps and add up to
 * sys.getsizeof, under every profile; some offsets against those that ctypes found in the
 * interpreters. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "../recorded.h"
#include "trace/anatomy.h"

enum { FIELDS = 64 };

static const char *const program =
    "class P:\n"
    "    def m(self): pass\n"
    "class S:\n"
    "    __slots__ = ('x', 'y')\n"
    "p = P()\n"
    "p.a = 1\n"
    "s = S()\n"
    "s.x, s.y = [1], [2]\n"
    "def outer():\n"
    "    v = []\n"
    "    def f(a, b=[1], *, c={}) -> int:\n"
    "        return v\n"
    "    return f\n"
    "f = outer()\n"
    "m = p.m\n"
    "cell = f.__closure__[0]\n"
    "prop = property(f, f, f, 'doc')\n"
    "things = [1, 10**30, 1.5, 2j, 'abc', '\\xe9t\\xe9', '\\u20ac', b'ab', (1, 2), [1, 2, 3],\n"
    "          {1: 2}, {1, 2}, frozenset([1]), range(5), slice(1, 2), p, s, f, m, cell, prop,\n"
    "          set(range(20)), [], (), '', bytearray(b'abc')]\n"
    "try:\n"
    "    1 / 0\n"
    "except ZeroDivisionError as e:\n"
    "    kept = e\n"
    "    trace = e.__traceback__\n"
    "pass\n";

typedef struct Recording {
    Profile profile;
    Source *source;
    RunResult result;
    Trace *trace;
    Cursor cursor;
} Recording;

static void record(Recording *recording, const char *version)
{
    *recording = (Recording){0};
    recording->trace = recorded_make(program, version, false, &recording->profile,
                                     &recording->source, &recording->result);
    assert_int_equal(recording->result.exit_status, 0);
    cursor_init(&recording->cursor, recording->trace);
    cursor_seek_step(&recording->cursor, recording->trace->step_count - 1);
}

static void forget(Recording *recording)
{
    cursor_done(&recording->cursor);
    recorded_free(recording->trace, recording->source, &recording->result);
}

static ObjectId named(const Recording *recording, const char *name)
{
    ObjectId frames[4];
    uint32_t count = cursor_frames(&recording->cursor, frames, 4);
    assert_true(count > 0);
    Binding binding;
    for (uint32_t i = 0; cursor_binding(&recording->cursor, frames[count - 1], i, &binding);
         i++)
        if (slice_is(binding.name, name))
            return binding.value;
    fail_msg("no name %s", name);
    return 0;
}

/* Bytes of a block, after checking that nothing overlaps and nothing is left out. */
static uint32_t check_block(const Recording *recording, ObjectId id, AnatomyBlock block)
{
    AnatomyField fields[FIELDS];
    uint32_t count = anatomy_fields(&recording->cursor, id, block, fields, FIELDS);
    int32_t at = count ? fields[0].offset : 0;
    for (uint32_t i = 0; i < count; i++) {
        assert_int_equal(fields[i].offset, at);
        assert_true(fields[i].size > 0);
        at += (int32_t)fields[i].size;
    }
    return count ? (uint32_t)(at - fields[0].offset) : 0;
}

static void check_object(const Recording *recording, ObjectId id)
{
    const Object *object = state_object(&recording->cursor.state, id);
    uint32_t own = check_block(recording, id, ANATOMY_OBJECT);
    uint32_t body = check_block(recording, id, ANATOMY_BODY);
    assert_int_equal(own, object->size);
    AnatomyField fields[FIELDS];
    uint32_t count = anatomy_fields(&recording->cursor, id, ANATOMY_OBJECT, fields, FIELDS);
    bool unnamed = object->kind == KIND_BYTES || object->kind == KIND_INSTANCE;
    if (!unnamed) /* every byte has a name */
        if (strcmp(fields[count - 1].name, "data") == 0)
            fail_msg("kind %d, %s: %u bytes at %d", object->kind, recording->profile.version,
                     fields[count - 1].size, fields[count - 1].offset);
    bool words = object->kind == KIND_FUNCTION || object->kind == KIND_METHOD ||
                 object->kind == KIND_EXCEPTION || object->kind == KIND_PROPERTY;
    if (words) /* and none is cut short */
        assert_int_equal(fields[count - 1].size, 8);
    if (object->kind != KIND_INSTANCE) /* getsizeof leaves out what stands before its header */
        assert_int_equal(own + body, cursor_size(&recording->cursor, id));
}

static const AnatomyField *field_of(const AnatomyField *fields, uint32_t count,
                                    const char *name)
{
    for (uint32_t i = 0; i < count; i++)
        if (strcmp(fields[i].name, name) == 0)
            return &fields[i];
    fail_msg("no field %s", name);
    return NULL;
}

static void check_offset(const Recording *recording, const char *name, const char *field,
                         int32_t offset)
{
    AnatomyField fields[FIELDS];
    uint32_t count = anatomy_fields(&recording->cursor, named(recording, name), ANATOMY_OBJECT,
                                    fields, FIELDS);
    assert_int_equal(field_of(fields, count, field)->offset, offset);
}

static void check_offsets(const Recording *recording)
{
    int minor = recording->profile.minor;
    check_offset(recording, "f", "func_code", minor <= 9 ? 16 : 48);
    check_offset(recording, "f", "func_qualname", minor <= 9 ? 104 : 40);
    check_offset(recording, "f", "func_closure", minor <= 9 ? 48 : 72);
    check_offset(recording, "f", "func_annotations", minor <= 9 ? 96 : 112);
    check_offset(recording, "m", "im_self", 24);
    check_offset(recording, "prop", "prop_doc", 40);
    check_offset(recording, "kept", "traceback", minor <= 10 ? 32 : 40);
    check_offset(recording, "kept", "cause", minor <= 10 ? 48 : 56);
    check_offset(recording, "trace", "tb_frame", 24);
    check_offset(recording, "s", "[1]", 24);
    check_offset(recording, "things", "allocated", 32);
    check_offset(recording, "p", "ob_type", 8);
}

static void fields_add_up(void **state)
{
    (void)state;
    const char *const versions[] = {"3.6", "3.7", "3.8", "3.9", "3.10", "3.11", "3.12", "3.13"};
    for (size_t i = 0; i < sizeof versions / sizeof *versions; i++) {
        Recording recording;
        record(&recording, versions[i]);
        ObjectId things = named(&recording, "things");
        const Object *list = state_object(&recording.cursor.state, things);
        for (uint32_t k = 0; k < list->slot_count; k++)
            check_object(&recording, list->slots[k]);
        check_object(&recording, things);
        check_object(&recording, named(&recording, "kept"));
        check_object(&recording, named(&recording, "trace"));
        check_offsets(&recording);
        forget(&recording);
    }
}

static void little_room(void **state)
{
    (void)state;
    Recording recording;
    record(&recording, "3.12");
    AnatomyField fields[3];
    ObjectId things = named(&recording, "things");
    assert_int_equal(anatomy_fields(&recording.cursor, things, ANATOMY_BODY, fields, 3), 3);
    assert_string_equal(fields[2].name, "…");
    const Object *list = state_object(&recording.cursor.state, things);
    assert_int_equal(fields[2].offset + (int)fields[2].size, list->body_size);
    forget(&recording);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_add_up),
        cmocka_unit_test(little_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
