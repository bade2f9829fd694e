#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/region.h"
#include "base/text.h"

static void appends_and_takes(void **state)
{
    (void)state;
    Text text = {0};
    assert_string_equal(text_string(&text), "");
    text_append_string(&text, "ab");
    text_append_format(&text, "%d%s", 12, "c");
    text_append_char(&text, '!');
    assert_string_equal(text_string(&text), "ab12c!");
    assert_int_equal(text.length, 6);
    char *bytes = text_take(&text);
    assert_string_equal(bytes, "ab12c!");
    assert_int_equal(text.length, 0);
    free(bytes);
    text_done(&text);
}

/* Every code point goes to UTF-8 and back, surrogates included. */
static void utf8_round_trip(void **state)
{
    (void)state;
    Text text = {0};
    for (uint32_t point = 0; point <= 0x10FFFF; point += point < 0x3000 ? 1 : 0x101) {
        text_clear(&text);
        text_append_point(&text, point);
        uint32_t back = UINT32_MAX;
        assert_int_equal(utf8_decode(text.bytes, text.length, &back), text.length);
        assert_int_equal(back, point);
        assert_int_equal(utf8_count(text.bytes, text.length), 1);
    }
    text_done(&text);
}

static void utf8_refuses(void **state)
{
    (void)state;
    static const char *const bad[] = {"\x80",         "\xC0\x80",         "\xC3",
                                      "\xE0\x80\x80", "\xF5\x80\x80\x80", "\xF4\x90\x80\x80",
                                      "\xFF",         "\xE2\x82"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        uint32_t point = 77;
        assert_int_equal(utf8_decode(bad[i], strlen(bad[i]), &point), 0);
        assert_int_equal(point, 77);
    }
}

static void region_keeps_its_contents(void **state)
{
    (void)state;
    Region region = {0};
    char *first = region_copy(&region, "hello", 5);
    for (int i = 0; i < 1000; i++) {
        char *zeroed = region_allocate(&region, 1000);
        assert_int_equal(zeroed[0] | zeroed[999], 0);
        assert_int_equal((uintptr_t)zeroed % 16, 0);
        memset(zeroed, 'x', 1000);
    }
    assert_string_equal(first, "hello");
    assert_string_equal(region_format(&region, "%d-%d", 1, 2), "1-2");
    region_clear(&region);
    assert_string_equal(region_copy(&region, "again", 5), "again");
    region_done(&region);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(appends_and_takes),
        cmocka_unit_test(utf8_round_trip),
        cmocka_unit_test(utf8_refuses),
        cmocka_unit_test(region_keeps_its_contents),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
