#include "view/route.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "view/stacking.h"

/* What a change of height costs beside its length, and every arrow that is in a channel
 * already. */
static const double BEND_COST = 16, CROWD_COST = 3;
/* Ports: their spacing on a card's left edge, and on its lower or upper edge. */
static const double PORT_STEP = 13, PORT_MARGIN = 8, EDGE_STEP = 16;

/* --- channels --- */

static bool is_strip(const Grid *grid, const Block *block)
{
    return block->is_heading && block->area < BAND_COUNT && grid->layout->is_strip[block->area];
}

static void open_channels(Grid *grid)
{
    for (uint32_t i = 0; i < grid->column_count; i++)
        for (uint32_t j = 0; j < grid->columns[i].block_count; j++) {
            Block *block = &grid->columns[i].blocks[j];
            block->is_open = !is_strip(grid, block);
            block->crowd = 0;
        }
}

static double distance(Extent extent, double y)
{
    return y < extent.top ? extent.top - y : y > extent.bottom ? y - extent.bottom : 0;
}

/* The cheapest channel of a column for an arrow that is at `y` and wants to get to `target`. */
static uint32_t cheapest_channel(const Grid *grid, const Column *column, double y,
                                 double target)
{
    uint32_t best = 0;
    double least = INFINITY;
    for (uint32_t i = 0; i < column->block_count; i++) {
        const Block *block = &column->blocks[i];
        if (!block->is_open)
            continue;
        Extent extent = stacking_channel(grid, column, i);
        double bend = distance(extent, y);
        double passing = fmin(fmax(y, extent.top), extent.bottom);
        double cost = bend + fabs(passing - target) + (bend > 0 ? BEND_COST : 0) +
                      CROWD_COST * block->crowd;
        if (cost < least) {
            least = cost;
            best = i;
        }
    }
    return best;
}

static uint32_t block_of(const Column *column, uint32_t slot)
{
    for (uint32_t i = 0; i < column->block_count; i++)
        if (column->blocks[i].slot == slot)
            return i;
    return 0;
}

static Hop *add_hop(Grid *grid, Route *route, uint32_t arrow, uint32_t column, uint32_t channel)
{
    Hop *hop = &route->hops[route->hop_count++];
    *hop = (Hop){.arrow = arrow, .column = column, .channel = channel, .part = 1};
    grid->columns[column].blocks[channel].crowd++;
    return hop;
}

/* From left to right, past the columns between. */
static void route_forward(Grid *grid, Route *route, uint32_t arrow, double target)
{
    const Slot *from = arrow_source(grid, arrow), *to = arrow_target(grid, arrow);
    double y = route->start;
    for (uint32_t i = from->column + 1; i < to->column; i++) {
        uint32_t channel = cheapest_channel(grid, &grid->columns[i], y, target);
        Extent extent = stacking_channel(grid, &grid->columns[i], channel);
        Hop *hop = add_hop(grid, route, arrow, i, channel);
        y = hop->wish = fmin(fmax(y, extent.top), extent.bottom);
    }
    route->entry = ENTRY_LEFT;
}

/* Round the right end of its own column and back, into the target's lower or upper edge. */
static void route_back(Grid *grid, Route *route, uint32_t arrow)
{
    const Slot *from = arrow_source(grid, arrow), *to = arrow_target(grid, arrow);
    bool from_above = to != from && to->y > from->y;
    const Column *target = &grid->columns[to->column];
    uint32_t block = block_of(target, (uint32_t)(to - grid->slots));
    double edge = from_above ? to->y : to->y + to->height;
    for (uint32_t i = from->column; i > to->column; i--) {
        uint32_t channel = cheapest_channel(grid, &grid->columns[i], route->start, edge);
        Extent extent = stacking_channel(grid, &grid->columns[i], channel);
        Hop *hop = add_hop(grid, route, arrow, i, channel);
        hop->wish = fmin(fmax(route->start, extent.top), extent.bottom);
    }
    Hop *last = add_hop(grid, route, arrow, to->column, from_above ? block - 1 : block);
    last->wish = edge;
    last->part = from_above ? 2 : 0;
    route->entry = from_above ? ENTRY_TOP : ENTRY_BOTTOM;
}

static uint32_t most_hops(const Grid *grid, uint32_t arrow)
{
    uint32_t from = arrow_source(grid, arrow)->column, to = arrow_target(grid, arrow)->column;
    return from < to ? to - from : from - to + 1;
}

static void route_arrow(Grid *grid, uint32_t arrow)
{
    Route *route = &grid->routes[arrow];
    if (!route->hops)
        route->hops = region_allocate(grid->region, most_hops(grid, arrow) * sizeof(Hop));
    route->hop_count = 0;
    const Slot *from = arrow_source(grid, arrow), *to = arrow_target(grid, arrow);
    route->start = from->y + grid_dot_offset(grid, arrow);
    if (from->column < to->column)
        route_forward(grid, route, arrow, to->y + grid->density.head / 2);
    else
        route_back(grid, route, arrow);
}

/* --- order within channels --- */

static int by_height(const void *a, const void *b)
{
    const Hop *first = *(Hop *const *)a, *second = *(Hop *const *)b;
    if (first->part != second->part)
        return first->part < second->part ? -1 : 1;
    if (first->wish < second->wish || second->wish < first->wish)
        return first->wish < second->wish ? -1 : 1;
    return first->arrow < second->arrow ? -1 : first->arrow > second->arrow;
}

/* How many tracks a channel needs: arrows that never exist at the same time may share one. */
static void count_tracks(const Grid *grid, Block *block)
{
    for (uint32_t i = 0; i < block->hop_count; i++) {
        Hop *hop = block->hops[i];
        hop->above = 0;
        for (uint32_t j = 0; j < i; j++)
            if (arrows_meet(grid, hop->arrow, block->hops[j]->arrow) &&
                hop->above <= block->hops[j]->above)
                hop->above = block->hops[j]->above + 1;
        block->tracks = block->tracks > hop->above ? block->tracks : hop->above + 1;
    }
}

static void order_channels(Grid *grid)
{
    for (uint32_t i = 0; i < grid->column_count; i++)
        for (uint32_t j = 0; j < grid->columns[i].block_count; j++) {
            Block *block = &grid->columns[i].blocks[j];
            block->hops = region_allocate(grid->region, (block->crowd + 1) * sizeof(Hop *));
            block->hop_count = block->tracks = 0;
        }
    for (uint32_t i = 0; i < grid->layout->arrow_count; i++)
        for (uint32_t j = 0; j < grid->routes[i].hop_count; j++) {
            Hop *hop = &grid->routes[i].hops[j];
            Block *block = &grid->columns[hop->column].blocks[hop->channel];
            block->hops[block->hop_count++] = hop;
        }
    for (uint32_t i = 0; i < grid->column_count; i++)
        for (uint32_t j = 0; j < grid->columns[i].block_count; j++) {
            Block *block = &grid->columns[i].blocks[j];
            qsort(block->hops, block->hop_count, sizeof(Hop *), by_height);
            block->is_entered = block->hop_count && block->hops[0]->part == 0;
            count_tracks(grid, block);
            block->need =
                block->is_open ? stacking_channel_need(grid, &grid->columns[i], j) : 0;
        }
}

void route_open(Grid *grid)
{
    grid->routes =
        region_allocate(grid->region, (grid->layout->arrow_count + 1) * sizeof(Route));
    open_channels(grid);
    order_channels(grid);
}

void route_choose(Grid *grid)
{
    open_channels(grid);
    for (uint32_t i = 0; i < grid->layout->arrow_count; i++)
        route_arrow(grid, i);
    order_channels(grid);
}

/* --- final heights --- */

static double wish_of(const Grid *grid, const Hop *hop)
{
    const Route *route = &grid->routes[hop->arrow];
    if (hop->part != 1) {
        const Slot *to = arrow_target(grid, hop->arrow);
        return hop->part == 0 ? to->y + to->height : to->y;
    }
    if (route->entry == ENTRY_LEFT && hop != route->hops)
        return (hop - 1)->y;
    return route->start;
}

/* Lines that keep their order and a distance: each lies between its limits, which hold whatever
 * the others do. */
typedef struct Line {
    uint32_t arrow;
    double wish, low, high;
    bool is_set;
} Line;

static void tighten(const Grid *grid, Line *lines, uint32_t count, double step)
{
    for (uint32_t i = 1; i < count; i++)
        for (uint32_t j = 0; j < i; j++)
            if (arrows_meet(grid, lines[i].arrow, lines[j].arrow))
                lines[i].low = fmax(lines[i].low, lines[j].low + step);
    for (uint32_t i = count; i-- > 0;)
        for (uint32_t j = i + 1; j < count; j++)
            if (arrows_meet(grid, lines[i].arrow, lines[j].arrow))
                lines[i].high = fmin(lines[i].high, lines[j].high - step);
}

static double excess(const Line *line)
{
    return line->wish < line->low    ? line->low - line->wish
           : line->wish > line->high ? line->wish - line->high
                                     : 0;
}

/* From the top down, for crowded channels. */
static void settle_in_order(const Grid *grid, Line *lines, uint32_t count, double step)
{
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t j = 0; j < i; j++)
            if (arrows_meet(grid, lines[i].arrow, lines[j].arrow))
                lines[i].low = fmax(lines[i].low, lines[j].low + step);
        lines[i].low = fmin(fmax(lines[i].wish, lines[i].low), lines[i].high);
    }
}

/* Lines get their wish in turn, those first that can have it; what is left is as near to it as
 * it may be. */
static void settle_lines(const Grid *grid, Line *lines, uint32_t count, double step)
{
    enum { CROWDED = 40 };
    tighten(grid, lines, count, step);
    if (count > CROWDED) {
        settle_in_order(grid, lines, count, step);
        return;
    }
    for (uint32_t done = 0; done < count; done++) {
        Line *best = NULL;
        for (uint32_t i = 0; i < count; i++)
            if (!lines[i].is_set && (!best || excess(&lines[i]) < excess(best)))
                best = &lines[i];
        best->low = best->high = fmin(fmax(best->wish, best->low), best->high);
        best->is_set = true;
        tighten(grid, lines, count, step);
    }
}

/* Rather a little closer to a card than a bend of a few units. */
static Line line_in(const Grid *grid, const Hop *hop, Extent extent)
{
    static const double GIVE = 6;
    Line line = {.arrow = hop->arrow,
                 .wish = wish_of(grid, hop),
                 .low = extent.top,
                 .high = extent.bottom};
    if (hop->part == 1 && line.wish < line.low && line.wish >= line.low - GIVE)
        line.low = line.wish;
    if (hop->part == 1 && line.wish > line.high && line.wish <= line.high + GIVE)
        line.high = line.wish;
    return line;
}

/* As near to the wishes as order, spacing and the channel's edges allow. */
static void settle_channel(const Grid *grid, const Column *column, uint32_t index)
{
    Block *block = &column->blocks[index];
    if (!block->hop_count)
        return;
    Extent extent = stacking_channel(grid, column, index);
    Line *lines = region_allocate(grid->region, block->hop_count * sizeof(Line));
    for (uint32_t i = 0; i < block->hop_count; i++)
        lines[i] = line_in(grid, block->hops[i], extent);
    settle_lines(grid, lines, block->hop_count, grid->density.track);
    for (uint32_t i = 0; i < block->hop_count; i++)
        block->hops[i]->y = lines[i].low;
}

/* --- ports --- */

/* The arrows into one place by one edge, in order of arrival. */
typedef struct Arrivals {
    uint32_t *arrows;
    uint32_t *above;
    uint32_t count, depth;
} Arrivals;

static double arrival_height(const Route *route)
{
    return route->hop_count ? route->hops[route->hop_count - 1].y : route->start;
}

static void arrivals_sort(const Grid *grid, Arrivals *arrivals)
{
    for (uint32_t i = 1; i < arrivals->count; i++) {
        uint32_t arrow = arrivals->arrows[i];
        double height = arrival_height(&grid->routes[arrow]);
        uint32_t j = i;
        for (; j > 0 && arrival_height(&grid->routes[arrivals->arrows[j - 1]]) > height; j--)
            arrivals->arrows[j] = arrivals->arrows[j - 1];
        arrivals->arrows[j] = arrow;
    }
    arrivals->depth = 0;
    for (uint32_t i = 0; i < arrivals->count; i++) {
        arrivals->above[i] = 0;
        for (uint32_t j = 0; j < i; j++)
            if (arrows_meet(grid, arrivals->arrows[i], arrivals->arrows[j]) &&
                arrivals->above[i] <= arrivals->above[j])
                arrivals->above[i] = arrivals->above[j] + 1;
        if (arrivals->above[i] >= arrivals->depth)
            arrivals->depth = arrivals->above[i] + 1;
    }
}

/* On the heading. What comes in at its height may go straight on; the rest arrives around the
 * middle. */
static void set_ports_left(Grid *grid, const Arrivals *arrivals, const Place *place)
{
    if (!arrivals->count)
        return;
    double head = grid->density.head, room = floor(head / 2 - PORT_MARGIN);
    double middle = place->box.y + floor(head / 2), depth = arrivals->depth - 1;
    double step = depth > 0 ? floor(fmin(PORT_STEP, 2 * room / depth)) : 0;
    Line *lines = region_allocate(grid->region, arrivals->count * sizeof(Line));
    for (uint32_t i = 0; i < arrivals->count; i++) {
        double height = arrival_height(&grid->routes[arrivals->arrows[i]]);
        double among = round(middle + step * (arrivals->above[i] - depth / 2));
        lines[i] = (Line){.arrow = arrivals->arrows[i],
                          .low = middle - room,
                          .high = middle + room,
                          .wish = fabs(height - middle) <= room ? height : among};
    }
    settle_lines(grid, lines, arrivals->count, step);
    for (uint32_t i = 0; i < arrivals->count; i++)
        grid->routes[arrivals->arrows[i]].port = lines[i].low;
}

/* Along an edge: at its left, where neither badge nor word hangs. */
static void set_ports_edge(Grid *grid, const Arrivals *arrivals, const Place *place,
                           Entry entry)
{
    double width = place->box.width;
    double first = width * (entry == ENTRY_BOTTOM ? 0.2 : 0.12), room = width * 0.4 - first;
    double step = arrivals->depth > 1 ? fmin(EDGE_STEP, room / (arrivals->depth - 1)) : 0;
    for (uint32_t i = 0; i < arrivals->count; i++)
        grid->routes[arrivals->arrows[i]].port = first + step * arrivals->above[i];
}

static void settle_ports(Grid *grid, Arrivals *arrivals, uint32_t place, Entry entry)
{
    arrivals->count = 0;
    for (uint32_t i = 0; i < grid->layout->arrow_count; i++)
        if (grid->layout->arrows[i].to == place && grid->routes[i].entry == entry)
            arrivals->arrows[arrivals->count++] = i;
    arrivals_sort(grid, arrivals);
    if (entry == ENTRY_LEFT)
        set_ports_left(grid, arrivals, &grid->layout->places[place]);
    else
        set_ports_edge(grid, arrivals, &grid->layout->places[place], entry);
}

static void set_places(Grid *grid)
{
    for (uint32_t i = 0; i < grid->layout->place_count; i++) {
        Place *place = &grid->layout->places[i];
        const Slot *slot = &grid->slots[place->slot];
        place->box.y = slot->y;
        place->box.width = grid->columns[slot->column].card_width;
        place->box.height = layout_card_height(&grid->density, (Area)place->area, place->rows);
    }
}

void route_settle(Grid *grid)
{
    set_places(grid);
    for (uint32_t i = 0; i < grid->layout->arrow_count; i++)
        grid->routes[i].start = arrow_source(grid, i)->y + grid_dot_offset(grid, i);
    for (uint32_t i = 0; i < grid->column_count; i++)
        for (uint32_t j = 0; j < grid->columns[i].block_count; j++)
            settle_channel(grid, &grid->columns[i], j);
    size_t count = grid->layout->arrow_count + 1;
    Arrivals arrivals = {region_allocate(grid->region, count * sizeof(uint32_t)),
                         region_allocate(grid->region, count * sizeof(uint32_t)), 0, 0};
    for (uint32_t i = 0; i < grid->layout->place_count; i++)
        for (int entry = ENTRY_LEFT; entry <= ENTRY_BOTTOM; entry++)
            settle_ports(grid, &arrivals, i, (Entry)entry);
}
