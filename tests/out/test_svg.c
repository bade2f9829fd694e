#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "out/svg.h"

static Scene scene;
static Text svg;

static const Colour BLACK = 0x000000FF, RED = 0xFF0000FF;

static void start(void)
{
    scene_clear(&scene, (Box){0, 0, 200, 100}, 0xFFFFFFFF);
    text_clear(&svg);
}

static void title(void *context, ItemId id, Text *ret_title)
{
    (void)context;
    if (id.kind == 1)
        text_append_format(ret_title, "list #%u <&>", id.object);
}

static void write_svg(void)
{
    text_clear(&svg);
    svg_write(&scene, (SvgOptions){.title = title}, &svg);
}

static size_t count_of(const char *part)
{
    size_t count = 0;
    for (const char *at = text_string(&svg); (at = strstr(at, part)); at++)
        count++;
    return count;
}

static void numbers_have_two_decimals_at_most(void **state)
{
    (void)state;
    start();
    scene_rect(&scene, (ItemId){0}, (Box){1.0 / 3, -0.001, 2.50, 1e300}, 0, RED);
    scene_rect(&scene, (ItemId){0}, (Box){(double)NAN, -1.126, 12.105, 7}, 0, RED);
    write_svg();
    assert_int_equal(count_of("<rect x=\"0.33\" y=\"0\" width=\"2.5\" height="), 1);
    assert_int_equal(count_of("<rect x=\"0\" y=\"-1.13\" width=\"12.1"), 1);
}

static void text_stays_text_and_is_escaped(void **state)
{
    (void)state;
    start();
    Item *item = scene_text(&scene, (ItemId){0}, (Point){10, 20},
                            slice_of("a < b & \"c\"\x01\xFF"), FONT_MONO_BOLD, 14, 55.5, BLACK);
    item->anchor = ANCHOR_MIDDLE;
    item->strike = true;
    write_svg();
    assert_int_equal(count_of(">a &lt; b &amp; &quot;c&quot;\xEF\xBF\xBD\xEF\xBF\xBD</text>"),
                     1);
    assert_int_equal(count_of("textLength=\"55.5\""), 1);
    assert_int_equal(count_of("text-anchor=\"middle\""), 1);
    assert_int_equal(count_of("h55.5\""), 1);
}

static void an_id_is_given_once_with_its_title(void **state)
{
    (void)state;
    start();
    ItemId list = {1, 7, 0}, name = {2, 7, 1};
    scene_rect(&scene, list, (Box){0, 0, 10, 10}, 2, RED);
    scene_dot(&scene, list, (Point){5, 5}, 2, BLACK);
    scene_rect(&scene, name, (Box){20, 0, 10, 10}, 2, RED);
    scene_rect(&scene, (ItemId){0}, (Box){30, 0, 10, 10}, 2, RED);
    scene_rect(&scene, list, (Box){40, 0, 10, 10}, 2, RED);
    write_svg();
    assert_int_equal(count_of(" id=\"i1-7-0\""), 1);
    assert_int_equal(count_of("data-of=\"i1-7-0\""), 1);
    assert_int_equal(count_of("<title>list #7 &lt;&amp;&gt;</title>"), 2);
    assert_int_equal(count_of(" id=\"i2-7-1\""), 1);
    assert_int_equal(count_of("<g "), count_of("</g>"));
}

static void every_kind_is_written(void **state)
{
    (void)state;
    start();
    const Point points[3] = {{0, 0}, {50, 0}, {50, 50}};
    scene_clip(&scene, (Box){0, 0, 100, 100}, 4);
    Item *path = scene_path(&scene, (ItemId){0}, points, 3, 8, RED, 2);
    path->head = true;
    path->head_size = 12;
    path->dash = 4;
    path->opacity = 0.5;
    scene_area(&scene, (ItemId){0}, points, 3, 0x0072B229);
    Item *rect = scene_rect(&scene, (ItemId){0}, (Box){0, 0, 40, 40}, 6, 0xFFFFFFFF);
    rect->hatch = 0xD55E0038;
    rect->hatch_gap = 14;
    scene_unclip(&scene);
    scene_clip(&scene, (Box){0, 0, 50, 50}, 0);
    write_svg();
    assert_int_equal(count_of("<clipPath"), 2);
    assert_int_equal(count_of("<pattern"), 1);
    assert_int_equal(count_of("url(#hatch0)"), 1);
    assert_int_equal(count_of("stroke-dasharray=\"4\""), 1);
    assert_int_equal(count_of("opacity=\"0.5\""), 1);
    assert_int_equal(count_of("fill-opacity=\"0.16\""), 1);
    assert_int_equal(count_of("<g"), count_of("</g>"));
    Text again = {0};
    svg_write(&scene, (SvgOptions){.title = title}, &again);
    assert_true(slice_equal(text_slice(&svg), text_slice(&again)));
    text_done(&again);
}

static int close_all(void **state)
{
    (void)state;
    scene_done(&scene);
    text_done(&svg);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_have_two_decimals_at_most),
        cmocka_unit_test(text_stays_text_and_is_escaped),
        cmocka_unit_test(an_id_is_given_once_with_its_title),
        cmocka_unit_test(every_kind_is_written),
    };
    return cmocka_run_group_tests(tests, NULL, close_all);
}
