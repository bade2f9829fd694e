/* Whole pages of real recordings: everything stays inside its panel, nothing is too small, the
 * line that runs is always seen, and a moment looks the same whichever way the cursor came. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../recorded.h"
#include "view/metrics.h"
#include "view/page.h"
#include "view/panel.h"

typedef struct Recording {
    Profile profile;
    Source *source;
    RunResult result;
    Trace *trace;
    Cursor cursor;
    Page *page;
} Recording;

/* As wide as a monospaced font; good enough for layout. */
static double measure(void *context, Slice text, FontFace font, double size)
{
    (void)context;
    double share = font == FONT_MONO || font == FONT_MONO_BOLD ? 0.6 : 0.55;
    return share * size * (double)utf8_count(text.bytes, text.length);
}

static PageTexts texts(void)
{
    static const PageNote notes[] = {
        {2, {"A note that is rather long and needs a second line in the caption's panel.", 74}},
    };
    return (PageTexts){.title = slice_of("A title"),
                       .summary = slice_of("A summary that may be as long as it likes"),
                       .version = slice_of("CPython 3.12"),
                       .mode = slice_of("file mode · thresholds 700, 10, 10"),
                       .notes = notes,
                       .note_count = 1};
}

static void record(Recording *recording, const char *program, double width)
{
    *recording = (Recording){0};
    recording->trace = recorded_make(program, "3.12", false, &recording->profile,
                                     &recording->source, &recording->result);
    cursor_init(&recording->cursor, recording->trace);
    recording->page = page_create(&(PageOptions){.trace = recording->trace,
                                                 .measure = {measure, NULL},
                                                 .texts = texts(),
                                                 .shape = width / PAGE_HEIGHT});
}

static void forget(Recording *recording)
{
    page_destroy(recording->page);
    cursor_done(&recording->cursor);
    recorded_free(recording->trace, recording->source, &recording->result);
}

static void draw(Recording *recording, uint32_t step, Scene *scene)
{
    static const Theme theme = {
        .panel = 0xFFFFFFFF, .text = 0x000000FF, .now_fill = 0xFFFF00FF};
    const Trace *trace = recording->trace;
    cursor_seek_step(&recording->cursor, step);
    Moment moment = {.cursor = &recording->cursor,
                     .since = step ? trace->steps[step - 1].change : 0,
                     .step = step};
    page_draw(recording->page, &moment, &theme, page_fit(recording->page, &moment), scene);
}

static bool is_inside(Box inner, Box outer)
{
    return inner.x >= outer.x - 0.5 && inner.y >= outer.y - 0.5 &&
           inner.x + inner.width <= outer.x + outer.width + 0.5 &&
           inner.y + inner.height <= outer.y + outer.height + 0.5;
}

static Box text_box(const Item *item)
{
    double size = item->box.height;
    return (Box){scene_text_left(item), item->box.y - 0.75 * size, item->box.width, size};
}

/* Texts after a panel's frame, up to the next one's, belong to the panel. */
static void check_texts(const Scene *scene)
{
    Box panel = scene->bounds;
    uint32_t depth = 0; /* of clips: what is clipped (the canvas) may reach out */
    for (uint32_t i = 0; i < scene->count; i++) {
        const Item *item = &scene->items[i];
        depth += item->kind == ITEM_CLIP;
        depth -= item->kind == ITEM_UNCLIP;
        if (item->kind == ITEM_RECT && item->id.kind == PICK_PANEL)
            panel = item->box;
        if (item->kind != ITEM_TEXT || depth)
            continue;
        assert_true(item->box.height >= SIZE_SMALLEST);
        if (!is_inside(text_box(item), panel))
            fail_msg("\"%.*s\" is outside its panel", (int)item->text.length, item->text.bytes);
    }
}

static const Item *find_item(const Scene *scene, PickKind kind)
{
    for (uint32_t i = 0; i < scene->count; i++)
        if (scene->items[i].id.kind == kind)
            return &scene->items[i];
    return NULL;
}

static const char *const program =
    "import gc\n"
    "class Person:\n"
    "    def __init__(self, a_rather_long_name):\n"
    "        self.name = a_rather_long_name  # a comment that does not fit into the column at "
    "all, ever\n"
    "a = Person('a text that is so long that it has to be cut somewhere')\n"
    "b = {'key': [a, a], (1, 2): 3}\n"
    "print('so many words on one line of output that no panel can hold all of them at once')\n"
    "for i in range(12):\n"
    "    print(i)\n"
    "a.me = a\n"
    "del a, b\n"
    "print(gc.collect())\n";

static void test_texts_stay_inside(void **state)
{
    (void)state;
    static const double widths[] = {1080, 1440, 1920, 2520};
    for (size_t k = 0; k < sizeof widths / sizeof *widths; k++) {
        Recording recording;
        Scene scene = {0};
        record(&recording, program, widths[k]);
        for (uint32_t step = 0; step < recording.trace->step_count; step++) {
            draw(&recording, step, &scene);
            assert_true(scene.bounds.width == widths[k] && scene.bounds.height == PAGE_HEIGHT);
            check_texts(&scene);
        }
        scene_done(&scene);
        forget(&recording);
    }
}

static void test_panels_do_not_overlap(void **state)
{
    (void)state;
    Recording recording;
    Scene scene = {0};
    record(&recording, program, 1440);
    draw(&recording, 3, &scene);
    Box panels[PANEL_COUNT];
    uint32_t count = 0;
    for (uint32_t i = 0; i < scene.count; i++)
        if (scene.items[i].id.kind == PICK_PANEL)
            panels[count++] = scene.items[i].box;
    panels[count++] = page_canvas_area(recording.page, VIEW_OBJECTS);
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = i + 1; k < count; k++)
            assert_true(panels[i].x + panels[i].width <= panels[k].x ||
                        panels[k].x + panels[k].width <= panels[i].x ||
                        panels[i].y + panels[i].height <= panels[k].y ||
                        panels[k].y + panels[k].height <= panels[i].y);
    scene_done(&scene);
    forget(&recording);
}

/* In a program of many lines the one that runs is on the page at every step. */
static void test_line_is_seen(void **state)
{
    (void)state;
    Text text = {0};
    for (int i = 0; i < 120; i++)
        text_append_format(&text, "x = %d\n", i);
    Recording recording;
    Scene scene = {0};
    record(&recording, text_string(&text), 1920);
    for (uint32_t step = 1; step < recording.trace->step_count; step++) {
        draw(&recording, step, &scene);
        const Item *line = find_item(&scene, PICK_LINE);
        assert_non_null(line);
        assert_int_equal(line->id.part, recording.trace->steps[step].line);
    }
    scene_done(&scene);
    forget(&recording);
    text_done(&text);
}

static void test_remarks_are_hidden(void **state)
{
    (void)state;
    const char *source_text =
        "#: a title\n\n#: a note\nx = 1\n#= count(x) == 1\n\n\ns = '''\n#: text\n'''\n";
    Source *source = source_create("test.py", source_text, strlen(source_text));
    Region region = {0};
    SourceLines lines = source_lines(source, lang_colours(source, &region), &region);
    static const uint32_t expected[] = {4, 6, 7, 8, 9, 10};
    assert_int_equal(lines.count, sizeof expected / sizeof *expected);
    for (uint32_t i = 0; i < lines.count; i++)
        assert_int_equal(lines.items[i], expected[i]);
    assert_int_equal(source_lines_row(lines, 7), 2);
    region_done(&region);
    source_destroy(source);
}

/* Every row can be brought on the page, and pages do not depend on where one comes from. */
static void test_pages_turn(void **state)
{
    (void)state;
    uint32_t numbers[100];
    for (uint32_t i = 0; i < 100; i++)
        numbers[i] = i + 1;
    SourceLines lines = {numbers, 100};
    for (uint32_t rows = 1; rows < 101; rows++)
        for (uint32_t row = 0; row < 100; row++) {
            uint32_t top = source_lines_top(lines, rows, row);
            assert_true(top <= row && row < top + rows && top + rows <= 100);
        }
}

static bool same_scene(const Scene *a, const Scene *b)
{
    if (a->count != b->count)
        return false;
    for (uint32_t i = 0; i < a->count; i++) {
        const Item *x = &a->items[i], *y = &b->items[i];
        if (x->kind != y->kind || x->box.x != y->box.x || x->box.y != y->box.y ||
            x->fill != y->fill || !slice_equal(x->text, y->text))
            return false;
    }
    return true;
}

static void test_same_both_ways(void **state)
{
    (void)state;
    Recording recording;
    record(&recording, program, 1920);
    uint32_t count = recording.trace->step_count;
    Scene *forth = calloc(count, sizeof *forth), back = {0};
    for (uint32_t step = 0; step < count; step++)
        draw(&recording, step, &forth[step]);
    for (uint32_t step = count; step-- > 0;) {
        draw(&recording, step, &back);
        assert_true(same_scene(&forth[step], &back));
        scene_done(&forth[step]);
    }
    scene_done(&back);
    free(forth);
    forget(&recording);
}

static void test_timeline_steps(void **state)
{
    (void)state;
    Recording recording;
    record(&recording, program, 1920);
    uint32_t step, last = recording.trace->step_count - 1;
    assert_false(page_timeline_step(recording.page, VIEW_OBJECTS, (Point){900, 300}, &step));
    assert_true(page_timeline_step(recording.page, VIEW_OBJECTS, (Point){-50, 1000}, &step));
    assert_int_equal(step, 0);
    assert_true(page_timeline_step(recording.page, VIEW_OBJECTS, (Point){5000, 1000}, &step));
    assert_int_equal(step, last);
    forget(&recording);
}

/* A small program gets a page of fewer units, so that it is seen larger; a large one does not.
 */
static void test_small_programs_are_large(void **state)
{
    (void)state;
    static const struct {
        const char *source;
        bool is_small;
    } cases[] = {{"a = [1, 2]\nb = a\ndel a\n", true}, {program, false}};
    for (int i = 0; i < 2; i++) {
        Recording recording;
        Scene scene = {0};
        record(&recording, cases[i].source, 1920);
        draw(&recording, 2, &scene);
        assert_true((scene.bounds.height < PAGE_HEIGHT) == cases[i].is_small);
        assert_true(fabs(scene.bounds.width / scene.bounds.height - 1920.0 / 1080) < 0.01);
        check_texts(&scene);
        scene_done(&scene);
        forget(&recording);
    }
}

static const Item *find_text(const Scene *scene, const char *text)
{
    for (uint32_t i = 0; i < scene->count; i++)
        if (scene->items[i].kind == ITEM_TEXT && scene->items[i].id.kind == PICK_NAME &&
            slice_is(scene->items[i].text, text))
            return &scene->items[i];
    return NULL;
}

/* A name that was released keeps its row, struck through, for as long as its namespace lives.
 */
static void test_released_names_stay(void **state)
{
    (void)state;
    Recording recording;
    Scene scene = {0};
    record(&recording, "a = []\nb = []\ndel a\nc = []\nd = []\n", 1920);
    static const struct {
        uint32_t step;
        bool is_there, is_struck;
    } cases[] = {{0, false, false}, {1, true, false}, {3, true, true}, {5, true, true}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        draw(&recording, cases[i].step, &scene);
        const Item *name = find_text(&scene, "a");
        assert_true((name != NULL) == cases[i].is_there);
        assert_true(!name || name->strike == cases[i].is_struck);
    }
    scene_done(&scene);
    forget(&recording);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts_stay_inside),
        cmocka_unit_test(test_panels_do_not_overlap),
        cmocka_unit_test(test_line_is_seen),
        cmocka_unit_test(test_remarks_are_hidden),
        cmocka_unit_test(test_pages_turn),
        cmocka_unit_test(test_same_both_ways),
        cmocka_unit_test(test_timeline_steps),
        cmocka_unit_test(test_small_programs_are_large),
        cmocka_unit_test(test_released_names_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
