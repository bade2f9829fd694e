#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "difference.h"
#include "out/png.h"
#include "paint/measure.h"
#include "paint/painter.h"
#include "sample.h"

static Fonts *fonts;
static TextMeasure *measure;
static Painter *painter;
static Scene scene;

static Pixels written_and_read(Pixels pixels, PngOptions options, size_t *ret_size)
{
    Text bytes = {0}, error = {0};
    Pixels back = {0};
    assert_true(png_write(pixels, options, &bytes, &error));
    assert_true(png_read(text_slice(&bytes), &back, &error));
    *ret_size = bytes.length;
    text_done(&bytes);
    text_done(&error);
    return back;
}

static void draw_sample(Colour background)
{
    assert_true(painter_resize(painter, 960, 540));
    sample_picture(&scene, measure_callback(measure), 5);
    scene.background = background;
    painter_draw(painter, &scene, painter_fit(painter, scene.bounds));
}

static void pixels_come_back(void **state)
{
    (void)state;
    draw_sample(0xF6F4EEFF);
    size_t size;
    Pixels back = written_and_read(painter_pixels(painter), (PngOptions){0}, &size);
    assert_int_equal(difference_find(painter_pixels(painter), back, 0).count, 0);
    free(back.data);
}

static void transparent_pixels_come_back(void **state)
{
    (void)state;
    draw_sample(0);
    size_t size;
    Pixels back = written_and_read(painter_pixels(painter), (PngOptions){.alpha = true}, &size);
    assert_int_equal(difference_find(painter_pixels(painter), back, 1).count, 0);
    free(back.data);
}

static void fewer_shades_are_smaller_and_look_the_same(void **state)
{
    (void)state;
    draw_sample(0xF6F4EEFF);
    size_t plain, quantised;
    Pixels same = written_and_read(painter_pixels(painter), (PngOptions){0}, &plain);
    Pixels back =
        written_and_read(painter_pixels(painter), (PngOptions){.quantise = true}, &quantised);
    assert_true(quantised < plain);
    assert_int_equal(difference_find(painter_pixels(painter), back, 7).count, 0);
    free(same.data);
    free(back.data);
}

static void the_same_pixels_are_the_same_bytes(void **state)
{
    (void)state;
    draw_sample(0xF6F4EEFF);
    Text first = {0}, second = {0}, error = {0};
    assert_true(png_write(painter_pixels(painter), (PngOptions){0}, &first, &error));
    assert_true(png_write(painter_pixels(painter), (PngOptions){0}, &second, &error));
    assert_true(slice_equal(text_slice(&first), text_slice(&second)));
    assert_null(memmem(first.bytes, first.length, "tIME", 4));
    text_done(&first);
    text_done(&second);
}

static void a_damaged_file_is_an_error(void **state)
{
    (void)state;
    draw_sample(0xF6F4EEFF);
    Text bytes = {0}, error = {0};
    assert_true(png_write(painter_pixels(painter), (PngOptions){0}, &bytes, &error));
    Pixels back = {0};
    for (size_t length = 0; length < bytes.length; length += bytes.length / 7 + 1) {
        text_clear(&error);
        assert_false(png_read((Slice){bytes.bytes, length}, &back, &error));
        assert_true(error.length > 0);
    }
    assert_false(png_read(slice_of("no picture at all, but long enough"), &back, &error));
    assert_null(back.data);
    text_done(&bytes);
    text_done(&error);
}

static void a_difference_can_be_seen(void **state)
{
    (void)state;
    uint32_t one[4] = {0xFFFFFFFF, 0xFF000000, 0xFF808080, 0xFFFFFFFF};
    uint32_t two[4] = {0xFFFFFFFF, 0xFF020000, 0xFF808080, 0xFF0000FF};
    Pixels a = {one, 2, 2, 8}, b = {two, 2, 2, 8};
    Difference difference = difference_find(a, b, 2);
    assert_int_equal(difference.count, 1);
    assert_int_equal(difference.largest, 255);
    assert_int_equal(difference.around.x, 1);
    Pixels picture = difference_picture(a, b, 2);
    assert_int_equal(picture.data[3], 0xFFFF0000);
    assert_int_equal(picture.data[0], 0xFFFFFFFF);
    free(picture.data);
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
        cmocka_unit_test(pixels_come_back),
        cmocka_unit_test(transparent_pixels_come_back),
        cmocka_unit_test(fewer_shades_are_smaller_and_look_the_same),
        cmocka_unit_test(the_same_pixels_are_the_same_bytes),
        cmocka_unit_test(a_damaged_file_is_an_error),
        cmocka_unit_test(a_difference_can_be_seen),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
