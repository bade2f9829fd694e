/* The canvas over real recordings, forwards and backwards: nothing jumps, no card lies upon
 * another, no arrow crosses a card, no text leaves its card. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../recorded.h"
#include "trace/beats.h"
#include "view/canvas.h"
#include "view/census.h"

enum { MOST_CHANGES = 1500 };

typedef struct Recording {
    Profile profile;
    Source *source;
    RunResult result;
    Trace *trace;
    Cursor cursor;
    Canvas *canvas;
    Box (*boxes)[AREA_STACK]; /* by object and area: where its card was first; width 0: nowhere
                                 yet */
} Recording;

static double measure(void *context, Slice text, FontFace font, double size)
{
    (void)context;
    double share = font == FONT_MONO || font == FONT_MONO_BOLD ? 0.6 : 0.55;
    return share * size * (double)utf8_count(text.bytes, text.length);
}

static void record(Recording *recording, const char *program, bool inline_small)
{
    *recording = (Recording){0};
    recording->trace = recorded_make(program, "3.12", false, &recording->profile,
                                     &recording->source, &recording->result);
    cursor_init(&recording->cursor, recording->trace);
    recording->canvas = canvas_create(&(CanvasOptions){.trace = recording->trace,
                                                       .measure = {measure, NULL},
                                                       .width = 1340,
                                                       .height = 830,
                                                       .inline_small = inline_small});
    recording->boxes = calloc(recording->trace->object_end + 1, sizeof *recording->boxes);
}

static void forget(Recording *recording)
{
    free(recording->boxes);
    canvas_destroy(recording->canvas);
    cursor_done(&recording->cursor);
    recorded_free(recording->trace, recording->source, &recording->result);
}

static void draw_view(Recording *recording, View view, uint32_t change, uint32_t since,
                      Scene *scene)
{
    static const Theme theme = {.text = 0x000000FF, .card = 0xFFFFFFFF};
    Box bounds = canvas_bounds(recording->canvas);
    cursor_seek(&recording->cursor, change);
    Moment moment = {.cursor = &recording->cursor,
                     .since = since,
                     .step = trace_step_at(recording->trace, change),
                     .view = view};
    scene_clear(scene, bounds, 0);
    canvas_draw(recording->canvas, &moment, &theme, bounds, (Camera){.zoom = 1}, scene);
}

static void draw(Recording *recording, uint32_t change, uint32_t since, Scene *scene)
{
    draw_view(recording, VIEW_OBJECTS, change, since, scene);
}

/* --- what must hold in every picture --- */

static bool is_card(const Item *item)
{
    bool owner = item->id.kind == PICK_OBJECT || item->id.kind == PICK_FRAME;
    return item->kind == ITEM_RECT && owner && item->id.part == 0;
}

static bool boxes_touch(Box a, Box b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

static void check_cards(const Scene *scene)
{
    for (uint32_t i = 0; i < scene->count; i++)
        for (uint32_t j = 0; j < i && is_card(&scene->items[i]); j++)
            if (is_card(&scene->items[j]) &&
                (scene->items[i].opacity >= 1 || scene->items[j].opacity >= 1))
                assert_false(boxes_touch(scene->items[i].box, scene->items[j].box));
}

/* The stretch [index, index + 1] of an arrow and a card. It may lie in its own card at its
 * start, and its tip stays clear of the card that it points at. */
static void check_stretch(const Item *arrow, uint32_t index, const Item *card)
{
    Point a = arrow->points[index], b = arrow->points[index + 1];
    Box line = {fmin(a.x, b.x) - 1, fmin(a.y, b.y) - 1, fabs(a.x - b.x) + 2,
                fabs(a.y - b.y) + 2};
    bool own = index == 0 && card->id.object == arrow->id.object;
    if (!own)
        assert_false(boxes_touch(line, card->box));
}

static void check_arrows(const Scene *scene)
{
    for (uint32_t i = 0; i < scene->count; i++) {
        const Item *arrow = &scene->items[i];
        if (arrow->kind != ITEM_PATH)
            continue;
        for (uint32_t j = 0; j < scene->count; j++)
            for (uint32_t k = 0; is_card(&scene->items[j]) && k + 1 < arrow->point_count; k++)
                check_stretch(arrow, k, &scene->items[j]);
    }
}

/* Headings and rows stay in their card. */
static void check_texts(const Scene *scene)
{
    const Item *card = NULL;
    for (uint32_t i = 0; i < scene->count; i++) {
        const Item *item = &scene->items[i];
        card = is_card(item) ? item : card;
        bool inner = item->id.kind == PICK_NAME || item->id.kind == PICK_SLOT ||
                     (item->id.kind == PICK_OBJECT && item->id.part < 4);
        if (item->kind != ITEM_TEXT || !inner)
            continue;
        assert_non_null(card);
        double left = scene_text_left(item);
        assert_true(left >= card->box.x);
        assert_true(left + item->box.width <= card->box.x + card->box.width);
        assert_true(item->box.height >= 14);
    }
}

static void check_places(Recording *recording, const Scene *scene)
{
    for (uint32_t i = 0; i < scene->count; i++) {
        const Item *item = &scene->items[i];
        if (!is_card(item) || item->id.kind != PICK_OBJECT || item->opacity < 1)
            continue;
        Area area = census_area(&recording->cursor.state, item->id.object);
        Box *known = &recording->boxes[item->id.object][area];
        if (known->width > 0)
            assert_true(known->x == item->box.x && known->y == item->box.y &&
                        known->width == item->box.width);
        *known = item->box;
    }
}

static void check(Recording *recording, const Scene *scene)
{
    check_cards(scene);
    check_arrows(scene);
    check_texts(scene);
    check_places(recording, scene);
}

static void check_same(const Scene *a, const Scene *b)
{
    assert_int_equal(a->count, b->count);
    for (uint32_t i = 0; i < a->count; i++) {
        assert_memory_equal(&a->items[i].box, &b->items[i].box, sizeof(Box));
        assert_int_equal(a->items[i].fill, b->items[i].fill);
        assert_true(slice_equal(a->items[i].text, b->items[i].text));
    }
}

static void check_program(const char *program, bool inline_small)
{
    Recording recording;
    record(&recording, program, inline_small);
    const Trace *trace = recording.trace;
    assert_true(trace->step_count < MOST_CHANGES);
    static Scene scenes[MOST_CHANGES];
    for (uint32_t step = 0; step < trace->step_count; step++) {
        draw(&recording, trace->steps[step].change, step ? trace->steps[step - 1].change : 0,
             &scenes[step]);
        check(&recording, &scenes[step]);
    }
    Scene scene = {0};
    for (uint32_t step = trace->step_count; step-- > 0;) {
        draw(&recording, trace->steps[step].change, step ? trace->steps[step - 1].change : 0,
             &scene);
        check_same(&scene, &scenes[step]);
        scene_done(&scenes[step]);
    }
    scene_done(&scene);
    forget(&recording);
}

/* --- programs --- */

static const char friends[] = "import gc\n"
                              "class Person:\n"
                              "    def __init__(self, name):\n"
                              "        self.name = name\n"
                              "        self.friend = None\n"
                              "a = Person('Ada Lovelace')\n"
                              "b = Person('Bob')\n"
                              "a.friend = b\n"
                              "b.friend = a\n"
                              "names = [a.name, b.name]\n"
                              "del a\n"
                              "del b\n"
                              "gc.collect()\n";
static const char shapes[] = "def fact(n, acc):\n"
                             "    if n == 0:\n"
                             "        return acc\n"
                             "    return fact(n - 1, acc * n)\n"
                             "result = fact(12, 1)\n"
                             "data = {'name': 'Ada', 'age': 36, 'langs': ['python', 'c']}\n"
                             "nested = [[1, 2], [3, 4], [5, 6]]\n"
                             "both = [nested, data]\n"
                             "ring = []\n"
                             "ring.append(ring)\n"
                             "del ring\n"
                             "many = [0] * 20\n"
                             "s = {1, 2, 3}\n"
                             "text = 'a long text that nobody can show in one card' * 3\n";
static const char chain[] = "class Node:\n"
                            "    def __init__(self, value, next=None):\n"
                            "        self.value = value\n"
                            "        self.next = next\n"
                            "head = None\n"
                            "for i in range(12):\n"
                            "    head = Node(i, head)\n"
                            "while head:\n"
                            "    head = head.next\n";
static const char loop[] = "total = 0\n"
                           "seen = []\n"
                           "for i in range(300):\n"
                           "    total += i\n"
                           "    seen.append([total])\n";

static void test_friends(void **unused)
{
    (void)unused;
    check_program(friends, false);
    check_program(friends, true);
}

static void test_shapes(void **unused)
{
    (void)unused;
    check_program(shapes, false);
    check_program(shapes, true);
}

static void test_chain(void **unused)
{
    (void)unused;
    check_program(chain, false);
}

/* So many objects that places are used again and again: cards may come back elsewhere, but
 * never lie upon each other. */
static void test_loop(void **unused)
{
    (void)unused;
    Recording recording;
    record(&recording, loop, false);
    Scene scene = {0};
    for (uint32_t step = 1; step < recording.trace->step_count; step += 7) {
        const Step *steps = recording.trace->steps;
        draw(&recording, steps[step].change, steps[step - 1].change, &scene);
        check_cards(&scene);
        check_arrows(&scene);
        check_texts(&scene);
    }
    scene_done(&scene);
    forget(&recording);
}

/* After every single Change too the picture is whole. */
static void test_changes(void **unused)
{
    (void)unused;
    Recording recording;
    record(&recording, friends, false);
    Scene scene = {0};
    for (uint32_t change = 1; change <= recording.trace->end; change++) {
        draw(&recording, change, change - 1, &scene);
        check_cards(&scene);
        check_arrows(&scene);
        check_texts(&scene);
    }
    scene_done(&scene);
    forget(&recording);
}

/* The collector's view: the places are those of the objects, at every beat. */
static void test_collector(void **unused)
{
    (void)unused;
    Recording recording;
    record(&recording, friends, false);
    Beats beats = beats_create(recording.trace, BEATS_OF_COLLECTIONS);
    Scene scene = {0};
    uint32_t refs = 0;
    for (uint32_t i = 1; i < beats.count; i++) {
        draw_view(&recording, VIEW_COLLECTOR, beats.items[i].change, beats.items[i - 1].change,
                  &scene);
        check(&recording, &scene);
        for (uint32_t j = 0; j < scene.count; j++)
            refs += scene.items[j].id.kind == PICK_BADGE && scene.items[j].id.part == 2;
    }
    assert_true(refs > 20);
    scene_done(&scene);
    beats_done(&beats);
    forget(&recording);
}

static void test_hover(void **unused)
{
    (void)unused;
    Recording recording;
    record(&recording, friends, false);
    uint32_t end = recording.trace->end;
    Scene scene = {0};
    draw(&recording, end, 0, &scene);
    ObjectId object = 0;
    for (uint32_t i = 0; i < scene.count; i++)
        if (is_card(&scene.items[i]) && scene.items[i].id.kind == PICK_OBJECT)
            object = scene.items[i].id.object;
    static const Theme theme = {.text = 0x000000FF};
    Box bounds = canvas_bounds(recording.canvas);
    Moment moment = {
        .cursor = &recording.cursor, .since = end, .hover = {PICK_OBJECT, object, 0}};
    scene_clear(&scene, bounds, 0);
    canvas_draw(recording.canvas, &moment, &theme, bounds, (Camera){.zoom = 1}, &scene);
    uint32_t bright = 0, dim = 0;
    for (uint32_t i = 0; i < scene.count; i++) {
        bright += is_card(&scene.items[i]) && scene.items[i].opacity >= 1;
        dim += is_card(&scene.items[i]) && scene.items[i].opacity < 1;
    }
    assert_true(bright >= 2 && dim >= 1);
    scene_done(&scene);
    forget(&recording);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_friends), cmocka_unit_test(test_shapes),
        cmocka_unit_test(test_chain),   cmocka_unit_test(test_loop),
        cmocka_unit_test(test_changes), cmocka_unit_test(test_collector),
        cmocka_unit_test(test_hover),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
