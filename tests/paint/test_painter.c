#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#include "difference.h"
#include "paint/measure.h"
#include "paint/painter.h"
#include "sample.h"

static const Transform PLAIN = {1, 0, 0};
static const Colour WHITE = 0xFFFFFFFF, BLACK = 0x000000FF, RED = 0xFF0000FF;

static Fonts *fonts;
static TextMeasure *measure;
static Painter *painter;
static Scene scene;

static uint32_t pixel_at(int x, int y)
{
    Pixels pixels = painter_pixels(painter);
    return pixels.data[(size_t)y * (size_t)pixels.width + (size_t)x];
}

static void start(int width, int height)
{
    assert_true(painter_resize(painter, width, height));
    scene_clear(&scene, (Box){0, 0, width, height}, WHITE);
}

static void straight_lines_are_crisp_at_any_scale(void **state)
{
    (void)state;
    static const double scales[] = {2.0 / 3, 1, 1.3, 2, 3.1};
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
        start(300, 200);
        const Point level[2] = {{10.3, 20.7}, {60.2, 20.7}}, upright[2] = {{5.4, 5}, {5.4, 60}};
        scene_path(&scene, (ItemId){0}, level, 2, 0, BLACK, 1);
        scene_path(&scene, (ItemId){0}, upright, 2, 0, BLACK, 1);
        scene_rect(&scene, (ItemId){0}, (Box){20.2, 30.6, 30.5, 20.1}, 0, RED);
        painter_draw(painter, &scene, (Transform){scales[i], 0, 0});
        int other = 0;
        Pixels pixels = painter_pixels(painter);
        for (int at = 0; at < 300 * 200; at++) {
            uint32_t pixel = pixels.data[at];
            other += pixel != 0xFFFFFFFF && pixel != 0xFF000000 && pixel != 0xFFFF0000;
        }
        /* Only widths that are no whole number of pixels have a soft side. */
        assert_true(scales[i] == 1.3 || scales[i] == 2.0 / 3 || other == 0);
    }
}

static void a_border_lies_on_pixel_boundaries(void **state)
{
    (void)state;
    start(60, 60);
    Item *item = scene_rect(&scene, (ItemId){0}, (Box){10, 10, 30, 30}, 0, WHITE);
    item->stroke = BLACK;
    item->stroke_width = 1;
    painter_draw(painter, &scene, PLAIN);
    int black = 0;
    for (int x = 0; x < 60; x++) {
        uint32_t pixel = pixel_at(x, 25);
        assert_true(pixel == 0xFFFFFFFF || pixel == 0xFF000000);
        black += pixel == 0xFF000000;
    }
    assert_int_equal(black, 2);
}

static void text_is_drawn_where_it_is_measured(void **state)
{
    (void)state;
    static const double sizes[] = {14, 18.5, 27, 60};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        start(800, 100);
        Slice text = slice_of("HHnames = [a.name]HH");
        double width = measure_ems(measure, text, FONT_SANS) * sizes[i];
        scene_text(&scene, (ItemId){0}, (Point){10, 80}, text, FONT_SANS, sizes[i], width,
                   BLACK);
        painter_draw(painter, &scene, PLAIN);
        int left = 800, right = 0;
        for (int x = 0; x < 800; x++) {
            for (int y = 0; y < 100; y++) {
                if (pixel_at(x, y) == 0xFFFFFFFF)
                    continue;
                left = x < left ? x : left;
                right = x;
            }
        }
        double bearing = 0.1 * sizes[i] + 1;
        assert_true(left >= 10 && left <= 10 + bearing);
        assert_true(right <= 10 + width && right >= 10 + width - bearing - 1);
    }
}

static void text_fits_the_width_it_is_given(void **state)
{
    (void)state;
    start(400, 60);
    scene_text(&scene, (ItemId){0}, (Point){10, 40}, slice_of("HHHHHHHHHH"), FONT_SANS, 20, 300,
               BLACK);
    painter_draw(painter, &scene, PLAIN);
    int right = 0;
    for (int x = 0; x < 400; x++)
        right = pixel_at(x, 35) != 0xFFFFFFFF ? x : right;
    assert_in_range(right, 300, 312);
}

static void an_opaque_ground_stays_opaque(void **state)
{
    (void)state;
    assert_true(painter_resize(painter, 640, 360));
    sample_picture(&scene, measure_callback(measure), 3);
    painter_draw(painter, &scene, painter_fit(painter, scene.bounds));
    Pixels pixels = painter_pixels(painter);
    for (int i = 0; i < 640 * 360; i++)
        assert_int_equal(pixels.data[i] >> 24, 0xFF);
}

static void a_transparent_ground_stays_transparent(void **state)
{
    (void)state;
    start(100, 50);
    scene.background = 0;
    scene_rect(&scene, (ItemId){0}, (Box){50, 0, 50, 50}, 0, 0xFF000080);
    painter_draw(painter, &scene, PLAIN);
    assert_int_equal(pixel_at(10, 10), 0);
    assert_int_equal(pixel_at(60, 10), 0x80800000);
}

static Pixels copy_of(Pixels pixels)
{
    size_t size = pixels.stride * (size_t)pixels.height;
    Pixels copy = pixels;
    copy.data = malloc(size);
    memcpy(copy.data, pixels.data, size);
    return copy;
}

static void drawing_again_gives_the_same_bytes(void **state)
{
    (void)state;
    assert_true(painter_resize(painter, 960, 540));
    sample_picture(&scene, measure_callback(measure), 3);
    Transform transform = painter_fit(painter, scene.bounds);
    painter_draw(painter, &scene, transform);
    Pixels first = copy_of(painter_pixels(painter));
    Painter *other = painter_create(fonts);
    assert_true(painter_resize(other, 960, 540));
    sample_dense(&scene, measure_callback(measure));
    painter_draw(other, &scene, transform);
    sample_picture(&scene, measure_callback(measure), 3);
    painter_draw(other, &scene, transform);
    assert_int_equal(difference_find(first, painter_pixels(other), 0).count, 0);
    painter_destroy(other);
    free(first.data);
}

/* Changes a few items as a step of a program would: colours, places, order, new ones, lost
 * ones. */
static void disturb(Scene *changed, unsigned int *seed)
{
    for (int i = 0; i < 3; i++) {
        uint32_t a = (uint32_t)rand_r(seed) % changed->count;
        uint32_t b = (uint32_t)rand_r(seed) % changed->count;
        Item *item = &changed->items[a], *other = &changed->items[b];
        bool clips = item->kind >= ITEM_CLIP || other->kind >= ITEM_CLIP;
        switch (rand_r(seed) % 5) {
        case 0:
            item->fill ^= 0x3F7F1F00;
            break;
        case 1:
            item->box.x += 13.7;
            item->box.y -= 4.2;
            break;
        case 2:
            if (!clips) {
                Item swapped = *item;
                *item = *other;
                *other = swapped;
            }
            break;
        case 3:
            item->opacity = 0.5;
            break;
        default:
            if (!clips)
                *item = *other;
        }
    }
}

static void updating_gives_the_same_bytes_as_drawing(void **state)
{
    (void)state;
    unsigned int seed = 7;
    Painter *other = painter_create(fonts);
    for (int round = 0; round < 40; round++) {
        bool small = round % 2;
        assert_true(painter_resize(painter, small ? 640 : 1280, small ? 360 : 720));
        assert_true(painter_resize(other, small ? 640 : 1280, small ? 360 : 720));
        sample_picture(&scene, measure_callback(measure), round);
        Transform transform = painter_fit(painter, scene.bounds);
        painter_update(painter, &scene, transform);
        disturb(&scene, &seed);
        painter_update(painter, &scene, transform);
        painter_draw(other, &scene, transform);
        Difference difference =
            difference_find(painter_pixels(painter), painter_pixels(other), 0);
        assert_int_equal(difference.count, 0);
    }
    painter_destroy(other);
}

static void an_unchanged_scene_is_not_drawn(void **state)
{
    (void)state;
    assert_true(painter_resize(painter, 960, 540));
    sample_picture(&scene, measure_callback(measure), 3);
    Transform transform = painter_fit(painter, scene.bounds);
    assert_int_equal(painter_draw(painter, &scene, transform).count, 1);
    sample_picture(&scene, measure_callback(measure), 3);
    assert_int_equal(painter_update(painter, &scene, transform).count, 0);
    sample_picture(&scene, measure_callback(measure), 4);
    Damage damage = painter_update(painter, &scene, transform);
    assert_in_range(damage.count, 1, DAMAGE_LIMIT);
    assert_true(damage_area(&damage) < 960 * 540 / 10);
    transform.x += 1;
    assert_int_equal(damage_area(&(Damage){0}), 0);
    damage = painter_update(painter, &scene, transform);
    assert_int_equal(damage_area(&damage), 960 * 540);
}

static void a_steady_state_asks_for_no_memory(void **state)
{
    (void)state;
    assert_true(painter_resize(painter, 960, 540));
    size_t before = 0;
    for (int round = 0; round < 12; round++) {
        if (round == 6)
            before = mallinfo2().uordblks;
        sample_picture(&scene, measure_callback(measure), round % 2);
        painter_update(painter, &scene, painter_fit(painter, scene.bounds));
    }
    assert_int_equal(mallinfo2().uordblks, before);
}

static void the_callers_pixels_are_respected(void **state)
{
    (void)state;
    uint32_t memory[12 * 10];
    memset(memory, 0x11, sizeof memory);
    assert_false(painter_target(painter, (Pixels){memory, 10, 10, 12}));
    assert_true(painter_target(painter, (Pixels){memory, 10, 10, 12 * sizeof(uint32_t)}));
    scene_clear(&scene, (Box){0, 0, 10, 10}, RED);
    painter_draw(painter, &scene, PLAIN);
    for (int i = 0; i < 12 * 10; i++)
        assert_int_equal(memory[i], i % 12 < 10 ? 0xFFFF0000 : 0x11111111);
    assert_true(painter_resize(painter, 10, 10));
}

static void senseless_sizes_are_refused(void **state)
{
    (void)state;
    assert_false(painter_resize(painter, 0, 10));
    assert_false(painter_resize(painter, 10, -1));
    assert_false(painter_resize(painter, PIXELS_SIDE_LIMIT + 1, 10));
}

/* Whatever view computes, nothing may hang or write outside. */
static void wild_numbers_do_no_harm(void **state)
{
    (void)state;
    static const double wild[] = {0, -5, 1e-9, 1e30, -1e30};
    for (size_t i = 0; i < sizeof wild / sizeof *wild; i++) {
        start(200, 100);
        double w = wild[i];
        Item *item = scene_rect(&scene, (ItemId){0}, (Box){w, 10, 50, w}, w, RED);
        item->stroke = BLACK;
        item->stroke_width = w;
        const Point points[4] = {{w, 1}, {10, w}, {10, w}, {w, w}};
        Item *path = scene_path(&scene, (ItemId){0}, points, 4, w, BLACK, 2);
        path->head = true;
        path->head_size = w;
        scene_path(&scene, (ItemId){0}, points, 1, 2, BLACK, 2);
        scene_area(&scene, (ItemId){0}, points, 4, RED);
        scene_dot(&scene, (ItemId){0}, (Point){w, 5}, 5, RED);
        scene_text(&scene, (ItemId){0}, (Point){w, 5}, slice_of("text"), FONT_SANS, 12, w,
                   BLACK);
        scene_text(&scene, (ItemId){0}, (Point){5, 5}, slice_of("text"), FONT_SANS,
                   w > 100 ? 100 : w, 10, BLACK);
        scene_unclip(&scene);
        for (int depth = 0; depth < 40; depth++)
            scene_clip(&scene, (Box){w, 0, 100, 100}, 5);
        scene_rect(&scene, (ItemId){0}, (Box){0, 0, 50, 50}, 5, RED);
        painter_draw(painter, &scene, PLAIN);
        painter_draw(painter, &scene, (Transform){40, -1000, -200});
    }
}

static void damage_stays_disjoint(void **state)
{
    (void)state;
    unsigned int seed = 3;
    for (int round = 0; round < 50; round++) {
        Damage damage = {.count = 0};
        for (int i = 0; i < 60; i++)
            damage_add(&damage, (PixelRect){rand_r(&seed) % 2000, rand_r(&seed) % 1000,
                                            rand_r(&seed) % 60, rand_r(&seed) % 60});
        assert_in_range(damage.count, 1, DAMAGE_LIMIT);
        for (uint32_t i = 0; i < damage.count; i++) {
            for (uint32_t j = 0; j < i; j++)
                assert_true(rect_is_empty(rect_intersect(damage.rects[i], damage.rects[j])));
        }
    }
}

static int open_all(void **state)
{
    (void)state;
    Text error = {0};
    fonts = fonts_create(&error);
    if (!fonts)
        print_error("%s\n", text_string(&error));
    text_done(&error);
    if (!fonts)
        return -1;
    measure = measure_create(fonts);
    painter = painter_create(fonts);
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    scene_done(&scene);
    painter_destroy(painter);
    measure_destroy(measure);
    fonts_destroy(fonts);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(straight_lines_are_crisp_at_any_scale),
        cmocka_unit_test(a_border_lies_on_pixel_boundaries),
        cmocka_unit_test(text_is_drawn_where_it_is_measured),
        cmocka_unit_test(text_fits_the_width_it_is_given),
        cmocka_unit_test(an_opaque_ground_stays_opaque),
        cmocka_unit_test(a_transparent_ground_stays_transparent),
        cmocka_unit_test(drawing_again_gives_the_same_bytes),
        cmocka_unit_test(updating_gives_the_same_bytes_as_drawing),
        cmocka_unit_test(an_unchanged_scene_is_not_drawn),
        cmocka_unit_test(a_steady_state_asks_for_no_memory),
        cmocka_unit_test(the_callers_pixels_are_respected),
        cmocka_unit_test(senseless_sizes_are_refused),
        cmocka_unit_test(wild_numbers_do_no_harm),
        cmocka_unit_test(damage_stays_disjoint),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
