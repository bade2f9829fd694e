/* Tweening: what is the same stays, what has an id moves, the rest fades. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "view/tween.h"

static const ItemId ID = {1, 7, 0}, OTHER = {1, 8, 0};

typedef struct Pictures {
    Scene from, to, between;
} Pictures;

static int start(void **state)
{
    static Pictures pictures;
    pictures = (Pictures){0};
    scene_clear(&pictures.from, (Box){0, 0, 100, 100}, 0xFFFFFFFF);
    scene_clear(&pictures.to, (Box){0, 0, 100, 100}, 0xFFFFFFFF);
    *state = &pictures;
    return 0;
}

static int finish(void **state)
{
    Pictures *pictures = *state;
    scene_done(&pictures->from);
    scene_done(&pictures->to);
    scene_done(&pictures->between);
    return 0;
}

static void test_same_stays(void **state)
{
    Pictures *p = *state;
    for (int i = 0; i < 2; i++)
        scene_rect(i ? &p->to : &p->from, (ItemId){0}, (Box){1, 2, 3, 4}, 0, 0x112233FF);
    scene_tween(&p->from, &p->to, 0.3, &p->between);
    assert_int_equal(p->between.count, 1);
    assert_true(p->between.items[0].opacity == 1);
}

static void test_id_moves(void **state)
{
    Pictures *p = *state;
    scene_rect(&p->from, ID, (Box){0, 0, 10, 10}, 0, 0x000000FF);
    scene_rect(&p->to, ID, (Box){100, 20, 10, 10}, 4, 0xFF0000FF);
    scene_tween(&p->from, &p->to, 0.5, &p->between);
    assert_int_equal(p->between.count, 1);
    const Item *item = &p->between.items[0];
    assert_true(item->box.x == 50 && item->box.y == 10 && item->radius == 2);
    assert_int_equal(item->fill, 0x800000FF);
}

static void test_newcomer_and_leaver_fade(void **state)
{
    Pictures *p = *state;
    scene_rect(&p->from, ID, (Box){0, 0, 10, 10}, 0, 0x000000FF);
    scene_rect(&p->to, OTHER, (Box){0, 0, 10, 10}, 0, 0x000000FF);
    scene_tween(&p->from, &p->to, 0.25, &p->between);
    assert_int_equal(p->between.count, 2);
    double sum = p->between.items[0].opacity + p->between.items[1].opacity;
    assert_true(sum > 0.99 && sum < 1.01);
}

static void test_changed_text_crossfades(void **state)
{
    Pictures *p = *state;
    scene_text(&p->from, ID, (Point){0, 10}, slice_of("1"), FONT_SANS, 14, 8, 0x000000FF);
    scene_text(&p->to, ID, (Point){0, 10}, slice_of("2"), FONT_SANS, 14, 8, 0x000000FF);
    scene_tween(&p->from, &p->to, 0.25, &p->between);
    assert_int_equal(p->between.count, 2);
    assert_true(slice_is(p->between.items[0].text, "1"));
    assert_true(p->between.items[0].opacity == 0.75);
    assert_true(slice_is(p->between.items[1].text, "2"));
}

/* A card on its way takes a label that changes with it. */
static void test_changed_text_goes_along(void **state)
{
    Pictures *p = *state;
    scene_text(&p->from, ID, (Point){0, 10}, slice_of("10"), FONT_SANS, 14, 16, 0x000000FF);
    scene_text(&p->to, ID, (Point){40, 110}, slice_of("11"), FONT_SANS, 14, 16, 0x000000FF);
    scene_tween(&p->from, &p->to, 0.25, &p->between);
    assert_int_equal(p->between.count, 2);
    for (uint32_t i = 0; i < 2; i++) {
        assert_true(p->between.items[i].box.x == 10);
        assert_true(p->between.items[i].box.y == 35);
    }
}

static void test_items_of_one_id_pair_in_order(void **state)
{
    Pictures *p = *state;
    for (int i = 0; i < 3; i++) {
        scene_rect(&p->from, ID, (Box){10 * i, 0, 5, 5}, 0, 0x000000FF);
        scene_rect(&p->to, ID, (Box){10 * i, 40, 5, 5}, 0, 0x000000FF);
    }
    scene_tween(&p->from, &p->to, 0.5, &p->between);
    assert_int_equal(p->between.count, 3);
    for (int i = 0; i < 3; i++)
        assert_true(p->between.items[i].box.x == 10 * i && p->between.items[i].box.y == 20);
}

/* Leaving items keep their place in the order and inside their clip. */
static void test_leaver_stays_in_its_clip(void **state)
{
    Pictures *p = *state;
    for (int i = 0; i < 2; i++) {
        Scene *scene = i ? &p->to : &p->from;
        scene_rect(scene, (ItemId){0}, (Box){0, 0, 100, 100}, 0, 0xEEEEEEFF);
        scene_clip(scene, (Box){10, 10, 50, 50}, 0);
        if (!i)
            scene_rect(scene, ID, (Box){20, 20, 5, 5}, 0, 0x000000FF);
        scene_rect(scene, OTHER, (Box){30, 20, 5, 5}, 0, 0x000000FF);
        scene_unclip(scene);
    }
    scene_tween(&p->from, &p->to, 0.5, &p->between);
    static const ItemKind kinds[] = {ITEM_RECT, ITEM_CLIP, ITEM_RECT, ITEM_RECT, ITEM_UNCLIP};
    assert_int_equal(p->between.count, 5);
    for (int i = 0; i < 5; i++)
        assert_int_equal(p->between.items[i].kind, kinds[i]);
    assert_int_equal(p->between.items[2].id.object, ID.object);
    assert_true(p->between.items[2].opacity == 0.5);
}

static void test_path_moves_its_points(void **state)
{
    Pictures *p = *state;
    Point a[] = {{0, 0}, {10, 0}}, b[] = {{0, 20}, {30, 20}};
    scene_path(&p->from, ID, a, 2, 0, 0x000000FF, 2);
    scene_path(&p->to, ID, b, 2, 0, 0x000000FF, 4);
    scene_tween(&p->from, &p->to, 0.5, &p->between);
    const Item *item = &p->between.items[0];
    assert_true(item->points[1].x == 20 && item->points[1].y == 10);
    assert_true(item->stroke_width == 3);
}

static void test_end_is_the_target(void **state)
{
    Pictures *p = *state;
    scene_rect(&p->from, ID, (Box){0, 0, 10, 10}, 0, 0x000000FF);
    scene_rect(&p->to, OTHER, (Box){5, 5, 10, 10}, 0, 0x000000FF);
    scene_tween(&p->from, &p->to, 1, &p->between);
    assert_int_equal(p->between.count, 1);
    assert_int_equal(p->between.items[0].id.object, OTHER.object);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_same_stays, start, finish),
        cmocka_unit_test_setup_teardown(test_id_moves, start, finish),
        cmocka_unit_test_setup_teardown(test_newcomer_and_leaver_fade, start, finish),
        cmocka_unit_test_setup_teardown(test_changed_text_crossfades, start, finish),
        cmocka_unit_test_setup_teardown(test_changed_text_goes_along, start, finish),
        cmocka_unit_test_setup_teardown(test_items_of_one_id_pair_in_order, start, finish),
        cmocka_unit_test_setup_teardown(test_leaver_stays_in_its_clip, start, finish),
        cmocka_unit_test_setup_teardown(test_path_moves_its_points, start, finish),
        cmocka_unit_test_setup_teardown(test_end_is_the_target, start, finish),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
