#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "scene/outline.h"
#include "scene/scene.h"

static const Colour BLACK = 0x000000FF;

static void start(Scene *scene)
{
    scene_clear(scene, (Box){0, 0, 100, 100}, 0xFFFFFFFF);
}

static uint32_t pick(const Scene *scene, double x, double y)
{
    const Item *item = scene_pick(scene, (Point){x, y});
    return item ? item->id.object : 0;
}

static void items_copy_what_they_are_given(void **state)
{
    (void)state;
    Scene scene = {0};
    start(&scene);
    char word[] = "name";
    Point points[2] = {{1, 2}, {3, 4}};
    scene_text(&scene, (ItemId){0}, (Point){5, 6}, slice_of(word), FONT_MONO, 14, 30, BLACK);
    scene_path(&scene, (ItemId){0}, points, 2, 0, BLACK, 1);
    memset(word, 'x', 4);
    points[0].x = 99;
    assert_true(slice_is(scene.items[0].text, "name"));
    assert_true(scene.items[1].points[0].x == 1);
    assert_true(scene.items[1].opacity == 1);
    scene_done(&scene);
}

static void clearing_keeps_memory(void **state)
{
    (void)state;
    Scene scene = {0};
    start(&scene);
    scene_dot(&scene, (ItemId){0}, (Point){0, 0}, 1, BLACK);
    const Item *items = scene.items;
    start(&scene);
    assert_int_equal(scene.count, 0);
    scene_dot(&scene, (ItemId){0}, (Point){0, 0}, 1, BLACK);
    assert_ptr_equal(scene.items, items);
    scene_done(&scene);
}

static void the_topmost_item_is_picked(void **state)
{
    (void)state;
    Scene scene = {0};
    start(&scene);
    scene_rect(&scene, (ItemId){1, 1, 0}, (Box){10, 10, 40, 40}, 0, BLACK);
    scene_rect(&scene, (ItemId){1, 2, 0}, (Box){30, 30, 40, 40}, 0, BLACK);
    scene_rect(&scene, (ItemId){0, 3, 0}, (Box){0, 0, 100, 100}, 0, BLACK);
    assert_int_equal(pick(&scene, 15, 15), 1);
    assert_int_equal(pick(&scene, 35, 35), 2);
    assert_int_equal(pick(&scene, 5, 5), 0);
    scene_done(&scene);
}

static void paths_are_picked_within_reach(void **state)
{
    (void)state;
    Scene scene = {0};
    start(&scene);
    const Point points[3] = {{10, 10}, {50, 10}, {50, 60}};
    scene_path(&scene, (ItemId){1, 7, 0}, points, 3, 8, BLACK, 2);
    assert_int_equal(pick(&scene, 30, 14), 7);
    assert_int_equal(pick(&scene, 54, 40), 7);
    assert_int_equal(pick(&scene, 30, 18), 0);
    scene_done(&scene);
}

static void areas_and_texts_are_picked(void **state)
{
    (void)state;
    Scene scene = {0};
    start(&scene);
    const Point triangle[3] = {{0, 0}, {40, 0}, {0, 40}};
    scene_area(&scene, (ItemId){1, 1, 0}, triangle, 3, BLACK);
    Item *text = scene_text(&scene, (ItemId){1, 2, 0}, (Point){90, 80}, slice_of("end"),
                            FONT_SANS, 10, 20, BLACK);
    text->anchor = ANCHOR_END;
    assert_int_equal(pick(&scene, 10, 10), 1);
    assert_int_equal(pick(&scene, 30, 30), 0);
    assert_int_equal(pick(&scene, 75, 78), 2);
    assert_int_equal(pick(&scene, 95, 78), 0);
    scene_done(&scene);
}

static void what_a_clip_hides_is_not_picked(void **state)
{
    (void)state;
    Scene scene = {0};
    start(&scene);
    scene_clip(&scene, (Box){0, 0, 20, 20}, 0);
    scene_clip(&scene, (Box){0, 0, 90, 90}, 0);
    scene_rect(&scene, (ItemId){1, 1, 0}, (Box){0, 0, 50, 50}, 0, BLACK);
    scene_unclip(&scene);
    scene_rect(&scene, (ItemId){1, 2, 0}, (Box){15, 15, 10, 10}, 0, BLACK);
    scene_unclip(&scene);
    scene_rect(&scene, (ItemId){1, 3, 0}, (Box){40, 40, 5, 5}, 0, BLACK);
    assert_int_equal(pick(&scene, 10, 10), 1);
    assert_int_equal(pick(&scene, 30, 30), 0);
    assert_int_equal(pick(&scene, 18, 18), 2);
    assert_int_equal(pick(&scene, 23, 23), 0);
    assert_int_equal(pick(&scene, 42, 42), 3);
    scene_done(&scene);
}

/* What a pen was told. */
typedef struct Trace {
    Point last;
    int curves, lines;
} Trace;

static void trace_move(void *context, Point point)
{
    *(Trace *)context = (Trace){.last = point};
}

static void trace_line(void *context, Point point)
{
    Trace *trace = context;
    trace->last = point;
    trace->lines++;
}

static void trace_curve(void *context, Point first, Point second, Point end)
{
    (void)first;
    (void)second;
    Trace *trace = context;
    trace->last = end;
    trace->curves++;
}

static void a_path_bends_and_ends_inside_its_head(void **state)
{
    (void)state;
    Trace trace;
    Pen pen = {&trace, trace_move, trace_line, trace_curve};
    const Point points[4] = {{0, 0}, {20, 0}, {20, 30}, {60, 30}};
    outline_path(pen, points, 4, 8, outline_trim(12));
    assert_int_equal(trace.curves, 2);
    assert_true(trace.last.x < 60 && trace.last.x > 48 && trace.last.y == 30);
    outline_path(pen, points, 4, 0, 0);
    assert_int_equal(trace.curves, 0);
    assert_true(trace.last.x == 60);
    outline_rect(pen, (Box){0, 0, 10, 10}, 99);
    assert_int_equal(trace.curves, 4);
}

static void a_head_points_along_its_last_segment(void **state)
{
    (void)state;
    const Point points[2] = {{0, 0}, {0, 50}};
    Point corners[3];
    outline_head(points, 2, 10, corners);
    assert_true(corners[0].x == 0 && corners[0].y == 50);
    assert_true(fabs(corners[1].y - 40) < 1e-9 && fabs(corners[2].y - 40) < 1e-9);
    assert_true(fabs(corners[1].x + corners[2].x) < 1e-9 && corners[1].x != corners[2].x);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_copy_what_they_are_given),
        cmocka_unit_test(clearing_keeps_memory),
        cmocka_unit_test(the_topmost_item_is_picked),
        cmocka_unit_test(paths_are_picked_within_reach),
        cmocka_unit_test(areas_and_texts_are_picked),
        cmocka_unit_test(what_a_clip_hides_is_not_picked),
        cmocka_unit_test(a_path_bends_and_ends_inside_its_head),
        cmocka_unit_test(a_head_points_along_its_last_segment),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
