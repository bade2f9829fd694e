/* The geometry of the canvas on many made-up recordings: cards never overlap, arrows never
 * cross a card or a heading. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "view/layout.h"

enum { MOST_PLACES = 120, MOST_ARROWS = 600, MOMENTS = 40 };

typedef struct Case {
    Place places[MOST_PLACES];
    Arrow arrows[MOST_ARROWS];
    LayoutRequest request;
    uint32_t seed, place_count, arrow_count, key_count;
} Case;

static uint32_t pick(Case *test, uint32_t limit)
{
    test->seed = test->seed * 1664525u + 1013904223u;
    return (test->seed >> 8) % limit;
}

static void add_place(Case *test, uint32_t key, Area area, uint32_t depth, uint32_t rows)
{
    Place *place = &test->places[test->place_count++];
    uint32_t first = area == AREA_STACK && !depth ? 0 : pick(test, MOMENTS);
    uint32_t last = area == AREA_STACK && !depth ? MOMENTS : first + pick(test, MOMENTS);
    *place = (Place){.key = key,
                     .area = (uint8_t)area,
                     .first = first,
                     .last = last,
                     .depth = depth,
                     .width = 150 + pick(test, 100),
                     .rows = rows};
}

static void add_arrow(Case *test, uint32_t from, uint32_t row, uint32_t to)
{
    const Place *source = &test->places[from], *target = &test->places[to];
    uint32_t first = source->first > target->first ? source->first : target->first;
    uint32_t last = source->last < target->last ? source->last : target->last;
    if (first > last)
        return;
    test->arrows[test->arrow_count++] =
        (Arrow){.from = from, .row = row, .to = to, .first = first, .last = last};
}

/* Frames, objects in one or two bands, plain values; every row refers to something. */
static void make_case(Case *test, uint32_t seed)
{
    memset(test, 0, sizeof *test);
    test->seed = seed * 7919 + 1;
    uint32_t frames = 1 + pick(test, 3), objects = pick(test, 14), plain = pick(test, 14);
    uint32_t bands = 1 + pick(test, 3);
    for (uint32_t i = 0; i < frames; i++)
        add_place(test, test->key_count++, AREA_STACK, i, 1 + pick(test, 7));
    for (uint32_t i = 0; i < objects; i++) {
        uint32_t key = test->key_count++, rows = pick(test, 5);
        uint32_t band = pick(test, bands);
        add_place(test, key, (Area)band, 0, rows);
        if (band + 1 < bands && pick(test, 3) == 0)
            add_place(test, key, (Area)(band + 1), 0, rows);
    }
    for (uint32_t i = 0; i < plain; i++)
        add_place(test, test->key_count++, AREA_LANE, 0, pick(test, 6) == 0 ? 2 : 0);
    uint32_t targets = test->place_count - frames;
    for (uint32_t i = 0; i < test->place_count && targets; i++)
        for (uint32_t row = 0; row < test->places[i].rows; row++)
            if (pick(test, 4))
                add_arrow(test, i, row, frames + pick(test, targets));
    test->request = (LayoutRequest){.places = test->places,
                                    .place_count = test->place_count,
                                    .arrows = test->arrows,
                                    .arrow_count = test->arrow_count,
                                    .width = 1340,
                                    .height = 830,
                                    .band_title = 170,
                                    .lane_title = 230,
                                    .gauge = 200};
}

static bool meet(const Place *a, const Place *b)
{
    return a->first <= b->last && b->first <= a->last;
}

static bool boxes_touch(Box a, Box b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

static void check_places(const Layout *layout)
{
    for (uint32_t i = 0; i < layout->place_count; i++) {
        const Place *place = &layout->places[i];
        const Box *area = &layout->areas[place->area];
        assert_true(place->box.y >= area->y);
        assert_true(place->box.y + place->box.height <= area->y + area->height);
        assert_true(place->box.x >= area->x);
        assert_true(place->box.x + place->box.width <= area->x + area->width);
        assert_true(place->box.x + place->box.width <= layout->width);
        for (uint32_t j = 0; j < i; j++)
            if (meet(place, &layout->places[j]))
                assert_false(boxes_touch(place->box, layout->places[j].box));
    }
    for (int a = 0; a < AREA_COUNT; a++)
        for (int b = 0; b < a; b++)
            assert_false(boxes_touch(layout->areas[a], layout->areas[b]));
}

/* The box around a level or upright line, a little wider than the line. */
static Box line_box(Point a, Point b, double around)
{
    assert_true(a.x == b.x || a.y == b.y);
    return (Box){fmin(a.x, b.x) - around, fmin(a.y, b.y) - around, fabs(a.x - b.x) + 2 * around,
                 fabs(a.y - b.y) + 2 * around};
}

static void check_line(const Layout *layout, const Arrow *arrow, uint32_t index)
{
    Point a = arrow->points[index], b = arrow->points[index + 1];
    bool is_first = index == 0, is_last = index + 2 == arrow->point_count;
    for (uint32_t i = 0; i < layout->place_count; i++) {
        Box box = layout->places[i].box;
        bool own = is_first && layout->places[i].slot == layout->places[arrow->from].slot;
        bool aim = is_last && layout->places[i].slot == layout->places[arrow->to].slot;
        if (own) /* leaves its own card by the right edge */
            assert_true(b.x > box.x + box.width);
        if (!own && !aim)
            assert_false(boxes_touch(line_box(a, b, 3), box));
    }
    for (int area = 0; area < AREA_STACK; area++) {
        Box title = {layout->heading_left[area], layout->areas[area].y, 160, 40};
        Box gauge = {layout->heading_right[area] - 190, layout->areas[area].y, 190, 40};
        if (layout->areas[area].width == 0)
            continue;
        assert_false(boxes_touch(line_box(a, b, 1), title));
        if (area < BAND_COUNT)
            assert_false(boxes_touch(line_box(a, b, 1), gauge));
    }
}

static void check_end(const Layout *layout, const Arrow *arrow)
{
    Box box = layout->places[arrow->to].box;
    Point tip = arrow->points[arrow->point_count - 1];
    bool level = tip.y == arrow->points[arrow->point_count - 2].y;
    assert_true(level == (arrow->entry == ENTRY_LEFT));
    if (level)
        assert_true(tip.x == box.x && tip.y > box.y && tip.y < box.y + box.height);
    else
        assert_true(tip.x > box.x && tip.x < box.x + box.width &&
                    (tip.y == box.y || tip.y == box.y + box.height));
}

static void check_arrows(const Layout *layout)
{
    for (uint32_t i = 0; i < layout->arrow_count; i++) {
        const Arrow *arrow = &layout->arrows[i];
        assert_true(arrow->point_count >= 2);
        for (uint32_t j = 0; j + 1 < arrow->point_count; j++)
            check_line(layout, arrow, j);
        check_end(layout, arrow);
    }
}

static bool lie_together(Point a, Point b, Point c, Point d)
{
    bool upright = a.x == b.x;
    if (upright != (c.x == d.x))
        return false;
    double apart = upright ? fabs(a.x - c.x) : fabs(a.y - c.y);
    double start =
        upright ? fmax(fmin(a.y, b.y), fmin(c.y, d.y)) : fmax(fmin(a.x, b.x), fmin(c.x, d.x));
    double end =
        upright ? fmin(fmax(a.y, b.y), fmax(c.y, d.y)) : fmin(fmax(a.x, b.x), fmax(c.x, d.x));
    return apart < 4 && end - start > 4;
}

/* Stretches of arrows to different targets that lie upon each other. */
static uint32_t count_together(const Layout *layout)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < layout->arrow_count; i++)
        for (uint32_t j = 0; j < i; j++) {
            const Arrow *a = &layout->arrows[i], *b = &layout->arrows[j];
            if (a->to == b->to || a->first > b->last || b->first > a->last)
                continue;
            for (uint32_t k = 0; k + 1 < a->point_count; k++)
                for (uint32_t l = 0; l + 1 < b->point_count; l++)
                    count += lie_together(a->points[k], a->points[k + 1], b->points[l],
                                          b->points[l + 1]);
        }
    return count;
}

static bool cross(Point a, Point b, Point c, Point d)
{
    if ((a.x == b.x) == (c.x == d.x))
        return false;
    Point u = a.x == b.x ? a : c, v = a.x == b.x ? b : d; /* upright */
    Point l = a.x == b.x ? c : a, m = a.x == b.x ? d : b; /* level */
    return u.x > fmin(l.x, m.x) && u.x < fmax(l.x, m.x) && l.y > fmin(u.y, v.y) &&
           l.y < fmax(u.y, v.y);
}

static uint32_t count_crossings(const Layout *layout)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < layout->arrow_count; i++)
        for (uint32_t j = 0; j < i; j++) {
            const Arrow *a = &layout->arrows[i], *b = &layout->arrows[j];
            if (a->first > b->last || b->first > a->last)
                continue;
            for (uint32_t k = 0; k + 1 < a->point_count; k++)
                for (uint32_t l = 0; l + 1 < b->point_count; l++)
                    count +=
                        cross(a->points[k], a->points[k + 1], b->points[l], b->points[l + 1]);
        }
    return count;
}

static void test_made_up_recordings(void **unused)
{
    (void)unused;
    enum { CASES = 150 };
    static Case test;
    uint32_t arrows = 0, together = 0, crossings = 0, fit = 0;
    for (uint32_t seed = 1; seed <= CASES; seed++) {
        make_case(&test, seed);
        Layout *layout = layout_create(&test.request);
        check_places(layout);
        check_arrows(layout);
        arrows += layout->arrow_count;
        together += count_together(layout);
        crossings += count_crossings(layout);
        fit += layout->fits;
        layout_destroy(layout);
    }
    print_message("%u arrows, %u crossings, %u upon each other, %u of %u fit\n", arrows,
                  crossings, together, fit, (unsigned)CASES);
    assert_true(together * 100 <= arrows);
}

static void test_same_twice(void **unused)
{
    (void)unused;
    static Case test;
    make_case(&test, 42);
    Layout *first = layout_create(&test.request), *second = layout_create(&test.request);
    for (uint32_t i = 0; i < first->place_count; i++)
        assert_memory_equal(&first->places[i].box, &second->places[i].box, sizeof(Box));
    for (uint32_t i = 0; i < first->arrow_count; i++)
        assert_memory_equal(first->arrows[i].points, second->arrows[i].points,
                            first->arrows[i].point_count * sizeof(Point));
    layout_destroy(first);
    layout_destroy(second);
}

static void test_nothing(void **unused)
{
    (void)unused;
    LayoutRequest request = {.width = 1340, .height = 830};
    Layout *layout = layout_create(&request);
    assert_true(layout->fits);
    layout_destroy(layout);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_made_up_recordings),
        cmocka_unit_test(test_same_twice),
        cmocka_unit_test(test_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
