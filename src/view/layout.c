#include "view/layout.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "view/columns.h"
#include "view/gutter.h"
#include "view/route.h"
#include "view/stacking.h"

/* A dot's distance from its card's right edge. */
static const double DOT_INSET = 18;

/* From roomy to tight; those before DENSITY_NORMAL are for pictures with little in them. */
/* clang-format off */
static const Density densities[DENSITY_COUNT] = {
    /* head row frame foot gap track badge title label note shares */
    {66, 54, 58, 10, 92, 17, 26, 27, 25,  20,   false},
    {58, 47, 51, 9, 82, 15, 23, 24, 22,   18.5, false},
    {50, 40, 44, 8, 72, 14, 20, 22, 20,   17,   false},
    {42, 34, 38, 6, 66, 12, 17, 19, 17,   15,   false},
    {42, 34, 38, 6, 42, 11, 17, 19, 17,   15,   false},
    {38, 30, 33, 5, 34, 10, 16, 18, 16.5, 15,   false},
    {36, 28, 30, 4, 30, 9,  15, 17, 16,   14.5, false},
    {36, 27, 28, 4, 28, 9,  15, 17, 16,   14.5, true},
    {32, 25, 26, 3, 24, 8,  14, 16, 15,   14,   true},
};
/* clang-format on */

const Density *layout_density(uint32_t level)
{
    return &densities[level < DENSITY_COUNT ? level : DENSITY_COUNT - 1];
}

static double row_height(const Density *density, Area area)
{
    return area == AREA_STACK ? density->frame_row : density->row;
}

double layout_card_height(const Density *density, Area area, uint32_t rows)
{
    return rows ? density->head + rows * row_height(density, area) + density->foot
                : density->head;
}

/* Whole units, as all heights of the layout are, so that a straight arrow is straight. */
static double dot_offset(const Density *density, Area area, uint32_t row)
{
    double height = row_height(density, area);
    return round(density->head + row * height + height / 2);
}

Point layout_dot(const Density *density, const Place *place, uint32_t row)
{
    return (Point){place->box.x + place->box.width - DOT_INSET,
                   place->box.y + dot_offset(density, (Area)place->area, row)};
}

double grid_dot_offset(const Grid *grid, uint32_t arrow)
{
    const Layout *layout = grid->layout;
    const Place *from = &layout->places[layout->arrows[arrow].from];
    return dot_offset(&grid->density, (Area)from->area, layout->arrows[arrow].row);
}

/* --- one attempt --- */

static void *copy(Region *region, const void *items, size_t size)
{
    void *memory = region_allocate(region, size + 1);
    if (size)
        memcpy(memory, items, size);
    return memory;
}

static Layout *layout_make(const LayoutRequest *request, const Density *density)
{
    Layout *layout = memory_allocate(sizeof *layout);
    layout->density = *density;
    layout->place_count = request->place_count;
    layout->arrow_count = request->arrow_count;
    layout->places =
        copy(&layout->region, request->places, request->place_count * sizeof(Place));
    layout->arrows =
        copy(&layout->region, request->arrows, request->arrow_count * sizeof(Arrow));
    for (int band = 0; band < BAND_COUNT; band++)
        layout->is_strip[band] = true;
    for (uint32_t i = 0; i < layout->place_count; i++)
        if (layout->places[i].area < BAND_COUNT)
            layout->is_strip[layout->places[i].area] = false;
    return layout;
}

/* Letters shrink with the density, the spaces between them do not. */
static double scaled_width(const Density *density, double width)
{
    static const double SPACES = 64;
    const Density *roomiest = layout_density(0);
    double scale = fmax(density->title / roomiest->title, density->label / roomiest->label);
    return ceil(SPACES + fmax(0, width - SPACES) * scale);
}

static void set_widths(Grid *grid)
{
    const LayoutRequest *request = grid->request;
    for (uint32_t i = 0; i < grid->slot_count; i++) {
        Column *column = &grid->columns[grid->slots[i].column];
        column->card_width =
            fmax(column->card_width, scaled_width(&grid->density, grid->slots[i].width));
    }
    for (uint32_t i = 0; i < grid->column_count; i++)
        grid->columns[i].width = grid->columns[i].card_width;
    uint32_t last_heap = 0, first_lane = 0;
    for (uint32_t i = 1; i < grid->column_count; i++) {
        last_heap = grid->columns[i].area == AREA_GENERATION0 ? i : last_heap;
        first_lane = grid->columns[i].area == AREA_LANE && !first_lane ? i : first_lane;
    }
    if (first_lane)
        grid->columns[first_lane].width =
            fmax(grid->columns[first_lane].width, request->lane_title);
    double title = request->band_title, gauge = request->gauge;
    if (!last_heap && first_lane)
        grid->columns[first_lane].width = fmax(grid->columns[first_lane].width, title + gauge);
    if (!last_heap)
        return;
    grid->columns[1].width = fmax(grid->columns[1].width, title);
    grid->columns[last_heap].width =
        fmax(grid->columns[last_heap].width, last_heap == 1 ? title + gauge : gauge);
}

/* Everything but the arrows and the room that they need. */
static void stand(Grid *grid)
{
    columns_fill(grid);
    set_widths(grid);
    route_open(grid);
    stacking_place(grid);
}

/* How much of something so large can be seen at once. */
static double share(const LayoutRequest *request, double width, double height)
{
    return fmin(1, request->width / width) * fmin(1, request->height / height);
}

/* Routes need heights, heights need the routes' room: two rounds settle it. */
static void arrange(Grid *grid)
{
    enum { ROUNDS = 2 };
    for (int round = 0; round < ROUNDS; round++) {
        route_choose(grid);
        stacking_place(grid);
    }
    route_settle(grid);
    gutter_order(grid);
    gutter_place(grid);
    gutter_draw_arrows(grid);
}

/* Large recordings cannot be roomy, and every attempt costs more. */
static bool is_large(const LayoutRequest *request)
{
    enum { MANY_PLACES = 150, MANY_ARROWS = 1000 };
    return request->place_count > MANY_PLACES || request->arrow_count > MANY_ARROWS;
}

static uint32_t first_level(const LayoutRequest *request)
{
    enum { FEW_PLACES = 16, SOME_PLACES = 60 };
    if (is_large(request))
        return DENSITY_COUNT - 1;
    return request->place_count > SOME_PLACES  ? DENSITY_COUNT - 3
           : request->place_count > FEW_PLACES ? DENSITY_NORMAL
                                               : 0;
}

/* One way to do it. */
typedef struct Plan {
    uint32_t level; /* of density */
    LayerCounts columns;
} Plan;

/* The number-th way to share columns out; false past the last. First as many as there are
 * layers, with more of them for the lane; then more for the bands, then fewer and fewer.
 * Letters larger than usual are not bought with columns. */
static bool plan_columns(const LayoutRequest *request, LayerCounts layers, uint32_t number,
                         Plan *plan)
{
    enum { LANE_CHOICES = 3, MORE = 2, FEW_PLANS = 5 };
    if (is_large(request) && number >= FEW_PLANS)
        return false;
    if (plan->level < DENSITY_NORMAL && number > 0)
        return false;
    uint32_t heap = number / LANE_CHOICES, lane = number % LANE_CHOICES;
    if (heap >= layers.heap + MORE && number >= LANE_CHOICES)
        return false;
    plan->columns.lane = layers.lane ? layers.lane + lane : 0;
    plan->columns.heap = heap == 0      ? layers.heap
                         : heap <= MORE ? layers.heap + heap
                                        : layers.heap + MORE - heap;
    if (!layers.heap)
        plan->columns.heap = 0;
    return true;
}

/* NULL where the cards alone show that less of it could be seen than `least`. */
static Layout *attempt(const LayoutRequest *request, const Plan *plan, double least)
{
    Region region = {0};
    Layout *layout = layout_make(request, layout_density(plan->level));
    Grid grid = {
        .region = &region, .request = request, .density = layout->density, .layout = layout};
    columns_assign(&grid, columns_find_layers(&grid), plan->columns);
    stand(&grid);
    if (share(request, gutter_least_total(&grid), layout->height) < least) {
        region_done(&region);
        layout_destroy(layout);
        return NULL;
    }
    arrange(&grid);
    layout->fits = layout->width <= request->width + 1 && layout->height <= request->height + 1;
    region_done(&region);
    return layout;
}

/* --- the search --- */

/* How much of it can be seen at once. */
static double visible_share(const Layout *layout, const LayoutRequest *request)
{
    return share(request, layout->width, layout->height);
}

static LayerCounts count_layers(const LayoutRequest *request)
{
    Region region = {0};
    Layout *layout = layout_make(request, layout_density(0));
    Grid grid = {.region = &region, .request = request, .layout = layout};
    LayerCounts layers = columns_find_layers(&grid);
    layout_destroy(layout);
    region_done(&region);
    return layers;
}

/* What overflows in one direction is given the same proportions in the other, so that it fills
 * the area when it is seen as a whole. */
static Layout *fill_out(const LayoutRequest *request, const Plan *plan, Layout *layout)
{
    if (layout->fits)
        return layout;
    LayoutRequest larger = *request;
    double scale = fmin(request->width / layout->width, request->height / layout->height);
    larger.width = request->width / scale;
    larger.height = request->height / scale;
    layout_destroy(layout);
    layout = attempt(&larger, plan, 0);
    layout->fits = false;
    return layout;
}

static bool is_enough(const Layout *best, bool exhausted)
{
    return best && (best->fits || exhausted);
}

Layout *layout_create(const LayoutRequest *request)
{
    static const double WORTH_IT = 1.02, NEARLY_ALL = 0.995;
    /* Pairs of arrows, which is what an attempt's time grows with: past so many the search ends
     * with the best layout so far, so that a long recording opens at once. */
    static const double SEARCH_BUDGET = 4e6, LARGE_BUDGET = 2e6;
    double budget = is_large(request) ? LARGE_BUDGET : SEARCH_BUDGET;
    double spent = 0, cost = (double)request->arrow_count * request->arrow_count;
    LayerCounts layers = count_layers(request);
    Layout *best = NULL;
    Plan chosen = {0}, plan = {.level = first_level(request)};
    for (; plan.level < DENSITY_COUNT && !is_enough(best, spent > budget); plan.level++)
        for (uint32_t i = 0;
             plan_columns(request, layers, i, &plan) && !is_enough(best, spent > budget); i++) {
            double least = best ? fmin(visible_share(best, request) * WORTH_IT, NEARLY_ALL) : 0;
            Layout *layout = attempt(request, &plan, least);
            spent += layout ? cost : 0;
            bool better = layout && (layout->fits || visible_share(layout, request) > least);
            layout_destroy(better ? best : layout);
            best = better ? layout : best;
            chosen = better ? plan : chosen;
        }
    return fill_out(request, &chosen, best);
}

void layout_destroy(Layout *layout)
{
    if (!layout)
        return;
    region_done(&layout->region);
    free(layout);
}
