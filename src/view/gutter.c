#include "view/gutter.h"

#include <math.h>
#include <string.h>

/* Room left of the tracks for a badge that hangs over a card's corner, right of them for arrow
 * heads. */
static const double BESIDE_BADGE = 10, BESIDE_FRAME = 12, BEFORE_BAND = 10, BEFORE_EDGE = 14,
                    LEFT_EDGE = 2, AREA_GAP = 12, LAST_GUTTER = 34;
/* Beyond so many tracks arrows to one target share one. */
enum { TRUNK_LIMIT = 12 };
/* Lines closer than this look like one. */
static const double CLOSE = 7;

/* These grow with the size of badges, as everything does. */
static double beside_card(const Grid *grid)
{
    return grid->density.badge + BESIDE_BADGE;
}

static double before_card(const Grid *grid)
{
    return 1.5 * grid->density.badge;
}

static double band_padding(const Grid *grid)
{
    return 2.3 * grid->density.badge;
}

static double least_gutter(const Grid *grid)
{
    return 3.4 * grid->density.badge;
}

/* --- segments --- */

static Segment segment_of(const Route *route, const Segment *last, uint32_t arrow)
{
    double from = last ? last->to : route->start;
    return (Segment){
        .arrow = arrow, .from = from, .to = from, .from_left = true, .group = NO_INDEX};
}

static void forward_segments(Grid *grid, Route *route, uint32_t arrow)
{
    uint32_t gutter = arrow_source(grid, arrow)->column + 1;
    for (uint32_t i = 0; i <= route->hop_count; i++) {
        Segment *segment = &route->segments[route->segment_count++];
        *segment = segment_of(route, i ? segment - 1 : NULL, arrow);
        segment->gutter = gutter + i;
        segment->to = i < route->hop_count ? route->hops[i].y : route->port;
        segment->to_left = false;
    }
}

/* First round the end of its own column, then to the left. */
static void back_segments(Grid *grid, Route *route, uint32_t arrow)
{
    uint32_t gutter = arrow_source(grid, arrow)->column + 1;
    for (uint32_t i = 0; i < route->hop_count; i++) {
        Segment *segment = &route->segments[route->segment_count++];
        *segment = segment_of(route, i ? segment - 1 : NULL, arrow);
        segment->gutter = gutter - i;
        segment->from_left = i == 0;
        segment->to_left = true;
        segment->to = route->hops[i].y;
    }
}

static bool is_straight(const Segment *segment)
{
    return segment->from_left != segment->to_left && segment->from == segment->to;
}

static void make_segments(Grid *grid)
{
    grid->gutters = region_allocate(grid->region, (grid->column_count + 2) * sizeof(Gutter));
    for (uint32_t i = 0; i < grid->layout->arrow_count; i++) {
        Route *route = &grid->routes[i];
        route->segments =
            region_allocate(grid->region, (route->hop_count + 1) * sizeof(Segment));
        route->segment_count = 0;
        if (route->entry == ENTRY_LEFT)
            forward_segments(grid, route, i);
        else
            back_segments(grid, route, i);
        for (uint32_t j = 0; j < route->segment_count; j++) {
            Segment *segment = &route->segments[j];
            segment->upper = fmin(segment->from, segment->to);
            segment->lower = fmax(segment->from, segment->to);
            grid->gutters[segment->gutter].segment_count++;
        }
    }
    for (uint32_t i = 0; i <= grid->column_count; i++) {
        Gutter *gutter = &grid->gutters[i];
        gutter->segments =
            region_allocate(grid->region, (gutter->segment_count + 1) * sizeof(Segment *));
        gutter->segment_count = 0;
    }
}

/* --- order --- */

static bool passes(const Segment *segment, double y)
{
    return y > segment->upper && y < segment->lower;
}

/* A leg is the level part of a segment: from its track to one side of the gutter. What it costs
 * when it has to pass the track of another segment. */
static double leg_cost(const Segment *other, double leg)
{
    return passes(other, leg) ? 1 : 0;
}

/* Two legs at the same height, one from each side, that would lie upon each other. */
static double overlap_cost(const Segment *left, const Segment *right)
{
    enum { OVERLAP = 20 };
    double cost = 0;
    const double left_legs[] = {left->from, left->to}, right_legs[] = {right->from, right->to};
    const bool left_sides[] = {left->from_left, left->to_left};
    const bool right_sides[] = {right->from_left, right->to_left};
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 2; j++)
            if (!left_sides[i] && right_sides[j] && fabs(left_legs[i] - right_legs[j]) < CLOSE)
                cost += OVERLAP;
    return cost;
}

/* Crossings of two segments, the first on the track further left. */
static double order_cost(const Segment *left, const Segment *right)
{
    double cost = overlap_cost(left, right);
    cost += left->from_left ? 0 : leg_cost(right, left->from);
    cost += left->to_left ? 0 : leg_cost(right, left->to);
    cost += right->from_left ? leg_cost(left, right->from) : 0;
    cost += right->to_left ? leg_cost(left, right->to) : 0;
    return cost;
}

/* Are both there at the same moment, at the same heights? */
static bool compete(const Grid *grid, const Segment *a, const Segment *b)
{
    return a->upper < b->lower + CLOSE && b->upper < a->lower + CLOSE &&
           arrows_meet(grid, a->arrow, b->arrow);
}

/* Puts a segment where it adds the fewest crossings. */
static void insert_segment(const Grid *grid, Gutter *gutter, Segment *segment)
{
    uint32_t count = gutter->segment_count, best = 0;
    double cost = 0, least = 0;
    for (uint32_t i = 0; i < count; i++) {
        const Segment *other = gutter->segments[i];
        if (compete(grid, other, segment))
            cost += order_cost(other, segment) - order_cost(segment, other);
        if (cost < least) {
            least = cost;
            best = i + 1;
        }
    }
    memmove(&gutter->segments[best + 1], &gutter->segments[best],
            (count - best) * sizeof(Segment *));
    gutter->segments[best] = segment;
    gutter->segment_count++;
}

/* Takes each out again and puts it in anew: some now find a better place. */
static void improve(const Grid *grid, Gutter *gutter)
{
    enum { ROUNDS = 2, MOST = 200 };
    if (gutter->segment_count > MOST)
        return;
    for (uint32_t round = 0; round < ROUNDS; round++)
        for (uint32_t i = 0; i < gutter->segment_count; i++) {
            Segment *segment = gutter->segments[i];
            memmove(&gutter->segments[i], &gutter->segments[i + 1],
                    (gutter->segment_count - i - 1) * sizeof(Segment *));
            gutter->segment_count--;
            insert_segment(grid, gutter, segment);
        }
}

/* --- tracks --- */

static bool share_trunk(const Segment *a, const Segment *b)
{
    return a->group != NO_INDEX && a->group == b->group;
}

static void assign_tracks(const Grid *grid, Gutter *gutter)
{
    gutter->tracks = 0;
    for (uint32_t i = 0; i < gutter->segment_count; i++) {
        Segment *segment = gutter->segments[i];
        segment->track = 0;
        for (uint32_t j = 0; j < i; j++) {
            const Segment *other = gutter->segments[j];
            bool differ = other->track >= segment->track && compete(grid, segment, other) &&
                          !share_trunk(segment, other);
            if (differ)
                segment->track = other->track + 1;
        }
        gutter->tracks = segment->track >= gutter->tracks ? segment->track + 1 : gutter->tracks;
    }
}

/* All arrows of a trunk run on the track of the first. */
static void merge_trunks(const Grid *grid, Gutter *gutter)
{
    uint32_t count = 0;
    Segment **sorted =
        region_allocate(grid->region, (gutter->segment_count + 1) * sizeof(Segment *));
    for (uint32_t i = 0; i < gutter->segment_count; i++) {
        Segment *segment = gutter->segments[i];
        bool arrives = !segment->to_left && grid->routes[segment->arrow].entry == ENTRY_LEFT &&
                       segment->to == grid->routes[segment->arrow].port;
        segment->group = arrives ? grid->layout->arrows[segment->arrow].to : NO_INDEX;
    }
    for (uint32_t i = 0; i < gutter->segment_count; i++) {
        Segment *segment = gutter->segments[i];
        bool placed = false;
        for (uint32_t j = 0; j < count && !placed; j++)
            placed = sorted[j] == segment;
        for (uint32_t j = i; j < gutter->segment_count && !placed; j++)
            if (j == i || share_trunk(segment, gutter->segments[j]))
                sorted[count++] = gutter->segments[j];
    }
    memcpy(gutter->segments, sorted, count * sizeof(Segment *));
    assign_tracks(grid, gutter);
}

static double margins(const Grid *grid, uint32_t gutter)
{
    if (gutter == 0)
        return 0;
    double left =
        grid->columns[gutter - 1].area == AREA_STACK ? BESIDE_FRAME : beside_card(grid);
    if (gutter == grid->column_count)
        return left + BEFORE_EDGE;
    bool enters = grid->columns[gutter].area != grid->columns[gutter - 1].area;
    bool from_stack = grid->columns[gutter - 1].area == AREA_STACK;
    return left + (from_stack ? BEFORE_BAND + band_padding(grid)
                   : enters   ? band_padding(grid)
                              : before_card(grid));
}

void gutter_order(Grid *grid)
{
    make_segments(grid);
    for (uint32_t i = 0; i < grid->layout->arrow_count; i++)
        for (uint32_t j = 0; j < grid->routes[i].segment_count; j++) {
            Segment *segment = &grid->routes[i].segments[j];
            if (!is_straight(segment))
                insert_segment(grid, &grid->gutters[segment->gutter], segment);
        }
    for (uint32_t i = 1; i <= grid->column_count; i++) {
        Gutter *gutter = &grid->gutters[i];
        improve(grid, gutter);
        assign_tracks(grid, gutter);
        if (gutter->tracks > TRUNK_LIMIT)
            merge_trunks(grid, gutter);
        double tracks = gutter->tracks > 1 ? (gutter->tracks - 1) * grid->density.track : 0;
        gutter->width = fmax(i < grid->column_count ? least_gutter(grid) : LAST_GUTTER,
                             margins(grid, i) + tracks);
    }
}

/* --- from left to right --- */

double gutter_least_total(const Grid *grid)
{
    double total = LEFT_EDGE + LAST_GUTTER + (grid->column_count - 1) * least_gutter(grid);
    for (uint32_t i = 0; i < grid->column_count; i++)
        total += grid->columns[i].width;
    return total;
}

double gutter_total(const Grid *grid)
{
    double total = LEFT_EDGE;
    for (uint32_t i = 0; i < grid->column_count; i++)
        total += grid->columns[i].width + grid->gutters[i + 1].width;
    return total;
}

/* Spare width goes into gutters first, as far as it helps, then into cards; the rest stays at
 * the right. */
static void give_spare(Grid *grid)
{
    static const double GUTTER_SHARE = 0.5, GUTTER_MOST = 110, CARD_MOST = 0.4;
    double spare = grid->request->width - gutter_total(grid);
    uint32_t gutters = grid->column_count - 1;
    if (spare <= 0 || !gutters)
        return;
    double wide = fmin(spare * GUTTER_SHARE / gutters, GUTTER_MOST);
    for (uint32_t i = 1; i <= gutters; i++)
        grid->gutters[i].width += wide;
    spare -= wide * gutters;
    double cards = spare / gutters;
    for (uint32_t i = 1; i < grid->column_count; i++) {
        Column *column = &grid->columns[i];
        double most = fmax(0, column->card_width * (1 + CARD_MOST) - column->width);
        double more = fmin(cards, most);
        column->width += more;
        column->card_width = fmin(column->width, column->card_width * (1 + CARD_MOST));
        spare -= more;
    }
    grid->gutters[grid->column_count].width += spare;
    grid->layout->spare = spare;
}

static void place_tracks(const Grid *grid, uint32_t index)
{
    Gutter *gutter = &grid->gutters[index];
    double left =
        grid->columns[index - 1].area == AREA_STACK ? BESIDE_FRAME : beside_card(grid);
    double room = gutter->width - margins(grid, index);
    double step =
        gutter->tracks > 1 ? fmin(room / (gutter->tracks - 1), grid->density.track + 4) : 0;
    double first =
        gutter->left + left + (room - step * (gutter->tracks ? gutter->tracks - 1 : 0)) / 2;
    if (index == grid->column_count)
        first = gutter->left + left;
    for (uint32_t i = 0; i < gutter->segment_count; i++)
        gutter->segments[i]->x = round(first + step * gutter->segments[i]->track);
}

static void place_columns(Grid *grid)
{
    double x = LEFT_EDGE;
    for (uint32_t i = 0; i < grid->column_count; i++) {
        grid->columns[i].x = round(x);
        grid->columns[i].width = round(grid->columns[i].width);
        grid->columns[i].card_width = round(grid->columns[i].card_width);
        grid->gutters[i + 1].left = grid->columns[i].x + grid->columns[i].width;
        x = grid->gutters[i + 1].left + grid->gutters[i + 1].width;
    }
    grid->layout->width = fmax(x, grid->request->width);
}

/* From one column to another: left and right edge of an area, halves of the gutters beside it
 * included. */
static Box area_span(const Grid *grid, uint32_t first, uint32_t last)
{
    const Gutter *after = &grid->gutters[last + 1];
    double left = grid->columns[first].x - band_padding(grid);
    if (grid->columns[first - 1].area != AREA_STACK) {
        const Gutter *before = &grid->gutters[first];
        left = fmax(before->left + (before->width + AREA_GAP) / 2, left);
    }
    double right = last + 1 < grid->column_count ? after->left + (after->width - AREA_GAP) / 2
                                                 : grid->layout->width;
    if (last + 1 < grid->column_count)
        right = fmax(right, grid->columns[last + 1].x - band_padding(grid) - AREA_GAP);
    return (Box){left, 0, right - left, 0};
}

static void set_area(Grid *grid, Area area, uint32_t first, uint32_t last,
                     uint32_t heading_last)
{
    Box span = area_span(grid, first, last);
    grid->layout->areas[area].x = span.x;
    grid->layout->areas[area].width = span.width;
    grid->layout->heading_left[area] = grid->columns[first].x;
    bool is_end = heading_last + 1 == grid->column_count;
    grid->layout->heading_right[area] =
        is_end && area == AREA_LANE
            ? span.x + span.width - BEFORE_EDGE
            : grid->columns[heading_last].x + grid->columns[heading_last].width;
}

/* Bands that are strips below the lane, or alone beside the stack. */
static void set_strip(Grid *grid, Area area)
{
    Layout *layout = grid->layout;
    double left = layout->areas[AREA_LANE].width > 0
                      ? layout->areas[AREA_LANE].x
                      : grid->columns[0].x + grid->columns[0].width + least_gutter(grid);
    layout->areas[area].x = left;
    layout->areas[area].width = fmax(0, layout->width - left);
    layout->heading_left[area] = left + band_padding(grid);
    layout->heading_right[area] = layout->width - band_padding(grid);
}

static void place_areas(Grid *grid)
{
    uint32_t heap = 0, count = grid->column_count;
    for (uint32_t i = 1; i < count; i++)
        heap += grid->columns[i].area == AREA_GENERATION0;
    grid->layout->areas[AREA_STACK].x = grid->layout->heading_left[AREA_STACK] = LEFT_EDGE;
    grid->layout->areas[AREA_STACK].width = grid->columns[0].width;
    grid->layout->heading_right[AREA_STACK] = LEFT_EDGE + grid->columns[0].width;
    if (heap + 1 < count)
        set_area(grid, AREA_LANE, heap + 1, count - 1, heap + 1);
    for (int band = 0; band < BAND_COUNT; band++)
        if (heap)
            set_area(grid, (Area)band, 1, heap, heap);
        else
            set_strip(grid, (Area)band);
}

void gutter_place(Grid *grid)
{
    give_spare(grid);
    place_columns(grid);
    place_areas(grid);
    for (uint32_t i = 1; i <= grid->column_count; i++)
        place_tracks(grid, i);
    for (uint32_t i = 0; i < grid->layout->place_count; i++) {
        Place *place = &grid->layout->places[i];
        const Column *column = &grid->columns[grid->slots[place->slot].column];
        place->box.x = column->x;
        place->box.width = column->card_width;
    }
}

/* --- points --- */

static uint32_t add_point(Point *points, uint32_t count, Point point)
{
    if (count && points[count - 1].x == point.x && points[count - 1].y == point.y)
        return count;
    points[count] = point;
    return count + 1;
}

static void draw_arrow(Grid *grid, uint32_t index)
{
    Arrow *arrow = &grid->layout->arrows[index];
    const Route *route = &grid->routes[index];
    const Place *to = &grid->layout->places[arrow->to];
    Point *points =
        region_allocate(&grid->layout->region, (2 * route->segment_count + 4) * sizeof(Point));
    Point dot = layout_dot(&grid->density, &grid->layout->places[arrow->from], arrow->row);
    uint32_t count = add_point(points, 0, dot);
    for (uint32_t i = 0; i < route->segment_count; i++) {
        const Segment *segment = &route->segments[i];
        if (is_straight(segment))
            continue;
        count = add_point(points, count, (Point){segment->x, segment->from});
        count = add_point(points, count, (Point){segment->x, segment->to});
    }
    if (route->entry == ENTRY_LEFT) {
        count = add_point(points, count, (Point){to->box.x, route->port});
    } else {
        double x = round(to->box.x + route->port);
        count = add_point(points, count, (Point){x, route->hops[route->hop_count - 1].y});
        double edge = route->entry == ENTRY_TOP ? to->box.y : to->box.y + to->box.height;
        count = add_point(points, count, (Point){x, edge});
    }
    arrow->entry = route->entry;
    arrow->points = points;
    arrow->point_count = count;
}

void gutter_draw_arrows(Grid *grid)
{
    for (uint32_t i = 0; i < grid->layout->arrow_count; i++)
        draw_arrow(grid, i);
}
