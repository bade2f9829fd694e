#include "view/columns.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* --- layers --- */

/* References between objects as arrays: those of key k are targets[starts[k]] …
 * targets[starts[k + 1]]. */
typedef struct Graph {
    uint32_t count;
    uint32_t *starts, *targets;
    uint8_t *closes; /* this reference closes a cycle */
    uint32_t *layers;
    bool *member; /* keys that take part */
} Graph;

static bool in_part(const Place *place, bool lane)
{
    return lane ? place->area == AREA_LANE : place->area < BAND_COUNT;
}

static bool is_inner(const Layout *layout, const Arrow *arrow, bool lane)
{
    return in_part(&layout->places[arrow->from], lane) &&
           in_part(&layout->places[arrow->to], lane);
}

static Graph graph_make(Grid *grid, bool lane)
{
    const Layout *layout = grid->layout;
    Graph graph = {0};
    for (uint32_t i = 0; i < layout->place_count; i++)
        if (layout->places[i].key >= graph.count)
            graph.count = layout->places[i].key + 1;
    graph.starts = region_allocate(grid->region, (graph.count + 2) * sizeof(uint32_t));
    graph.targets = region_allocate(grid->region, (layout->arrow_count + 1) * sizeof(uint32_t));
    graph.closes = region_allocate(grid->region, layout->arrow_count + 1);
    graph.layers = region_allocate(grid->region, (graph.count + 1) * sizeof(uint32_t));
    graph.member = region_allocate(grid->region, graph.count + 1);
    for (uint32_t i = 0; i < layout->arrow_count; i++)
        if (is_inner(layout, &layout->arrows[i], lane))
            graph.starts[layout->places[layout->arrows[i].from].key + 2]++;
    for (uint32_t i = 2; i < graph.count + 2; i++)
        graph.starts[i] += graph.starts[i - 1];
    for (uint32_t i = 0; i < layout->arrow_count; i++) {
        const Arrow *arrow = &layout->arrows[i];
        if (is_inner(layout, arrow, lane))
            graph.targets[graph.starts[layout->places[arrow->from].key + 1]++] =
                layout->places[arrow->to].key;
    }
    for (uint32_t i = 0; i < layout->place_count; i++)
        graph.member[layout->places[i].key] |= in_part(&layout->places[i], lane);
    return graph;
}

/* A depth-first walk without recursion. `order` gets the keys as they are finished. */
typedef struct Walk {
    uint8_t *state; /* 0 new, 1 under way, 2 finished */
    uint32_t *path, *next;
    uint32_t depth;
    uint32_t *order, finished;
} Walk;

static void walk_enter(Walk *walk, const Graph *graph, uint32_t key)
{
    if (walk->state[key])
        return;
    walk->state[key] = 1;
    walk->path[walk->depth] = key;
    walk->next[walk->depth++] = graph->starts[key];
}

static void walk_from(Walk *walk, Graph *graph, uint32_t root)
{
    walk_enter(walk, graph, root);
    while (walk->depth) {
        uint32_t key = walk->path[walk->depth - 1];
        uint32_t edge = walk->next[walk->depth - 1]++;
        if (edge == graph->starts[key + 1]) {
            walk->state[key] = 2;
            walk->order[walk->finished++] = key;
            walk->depth--;
        } else if (walk->state[graph->targets[edge]] == 1) {
            graph->closes[edge] = 1;
        } else {
            walk_enter(walk, graph, graph->targets[edge]);
        }
    }
}

/* Names first, in order of appearance; then what no name ever reached. */
static void walk_all(Walk *walk, Graph *graph, const Layout *layout)
{
    for (uint32_t i = 0; i < layout->arrow_count; i++) {
        const Place *from = &layout->places[layout->arrows[i].from];
        uint32_t key = layout->places[layout->arrows[i].to].key;
        if (from->area == AREA_STACK && graph->member[key])
            walk_from(walk, graph, key);
    }
    for (uint32_t key = 0; key < graph->count; key++)
        if (graph->member[key])
            walk_from(walk, graph, key);
}

/* The longest way from a name, along references that close no cycle. */
static void find_depths(Graph *graph, const Walk *walk)
{
    for (uint32_t i = walk->finished; i-- > 0;) {
        uint32_t key = walk->order[i];
        for (uint32_t edge = graph->starts[key]; edge < graph->starts[key + 1]; edge++) {
            uint32_t target = graph->targets[edge];
            if (!graph->closes[edge] && graph->layers[target] < graph->layers[key] + 1)
                graph->layers[target] = graph->layers[key] + 1;
        }
    }
}

static uint32_t find_layers(Grid *grid, bool lane)
{
    Layout *layout = grid->layout;
    Graph graph = graph_make(grid, lane);
    Walk walk = {
        .state = region_allocate(grid->region, graph.count + 1),
        .path = region_allocate(grid->region, (graph.count + 1) * sizeof(uint32_t)),
        .next = region_allocate(grid->region, (graph.count + 1) * sizeof(uint32_t)),
        .order = region_allocate(grid->region, (graph.count + 1) * sizeof(uint32_t)),
    };
    walk_all(&walk, &graph, layout);
    find_depths(&graph, &walk);
    uint32_t count = 0;
    for (uint32_t i = 0; i < layout->place_count; i++) {
        if (!in_part(&layout->places[i], lane))
            continue;
        grid->layers[i] = graph.layers[layout->places[i].key];
        if (grid->layers[i] >= count)
            count = grid->layers[i] + 1;
    }
    return count;
}

LayerCounts columns_find_layers(Grid *grid)
{
    grid->layers =
        region_allocate(grid->region, (grid->layout->place_count + 1) * sizeof(uint32_t));
    LayerCounts counts = {.heap = find_layers(grid, false)};
    counts.lane = find_layers(grid, true);
    return counts;
}

/* --- columns --- */

static double place_height(const Grid *grid, const Place *place)
{
    return layout_card_height(&grid->density, (Area)place->area, place->rows);
}

/* How many columns each layer gets, and the number of the first. */
typedef struct Spread {
    uint32_t *first, *count;
} Spread;

static void layer_heights(const Grid *grid, bool lane, double *ret_heights)
{
    for (uint32_t i = 0; i < grid->layout->place_count; i++) {
        const Place *place = &grid->layout->places[i];
        if (in_part(place, lane))
            ret_heights[grid->layers[i]] += place_height(grid, place) + grid->density.gap;
    }
}

static uint32_t fullest(const double *heights, const uint32_t *counts, uint32_t layers)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < layers; i++)
        if (heights[i] / counts[i] > heights[best] / counts[best])
            best = i;
    return best;
}

/* Gives every layer its columns if none may be fuller than `capacity`: small neighbours share
 * one, large layers get several. Returns how many that makes. */
static uint32_t pack(Spread *spread, const double *heights, uint32_t layers, double capacity)
{
    uint32_t next = 0;
    double filled = 0;
    for (uint32_t i = 0; i < layers; i++) {
        bool shares = i && spread->count[i - 1] == 1 && filled + heights[i] <= capacity;
        filled = shares ? filled + heights[i] : heights[i];
        spread->first[i] = shares ? next - 1 : next;
        spread->count[i] = (uint32_t)fmax(1, ceil(heights[i] / capacity));
        next = spread->first[i] + spread->count[i];
    }
    return next;
}

/* Fewer columns than layers: the least fullness that does with them. */
static void pack_into(Spread *spread, const double *heights, uint32_t layers, uint32_t columns)
{
    enum { HALVINGS = 30 };
    double low = 0, high = 1;
    for (uint32_t i = 0; i < layers; i++)
        high += heights[i];
    for (int i = 0; i < HALVINGS; i++) {
        double middle = (low + high) / 2;
        if (pack(spread, heights, layers, middle) <= columns)
            high = middle;
        else
            low = middle;
    }
    pack(spread, heights, layers, high);
}

static Spread spread(Grid *grid, bool lane, uint32_t layers, uint32_t columns)
{
    Spread spread = {region_allocate(grid->region, (layers + 1) * sizeof(uint32_t)),
                     region_allocate(grid->region, (layers + 1) * sizeof(uint32_t))};
    double *heights = region_allocate(grid->region, (layers + 1) * sizeof(double));
    layer_heights(grid, lane, heights);
    for (uint32_t i = 0; i < layers; i++)
        spread.count[i] = 1;
    for (uint32_t extra = layers; extra < columns; extra++)
        spread.count[fullest(heights, spread.count, layers)]++;
    for (uint32_t i = 1; i < layers; i++)
        spread.first[i] = spread.first[i - 1] + spread.count[i - 1];
    if (columns < layers)
        pack_into(&spread, heights, layers, columns);
    return spread;
}

/* How full a column is while places are given out: the last moments of its slots. */
typedef struct Load {
    uint32_t *busy_until;
    uint32_t count;
} Load;

/* The slot of a column that is free again at a moment; its count where none is. */
static uint32_t free_slot(const Load *load, const Place *place)
{
    uint32_t slot = 0;
    while (slot < load->count && load->busy_until[slot] >= place->first)
        slot++;
    return slot;
}

/* The column, of those of the place's layer, that has most room: one where a slot is free
 * again, else the one with the fewest. */
static uint32_t roomiest(const Grid *grid, const Load *loads, const Place *place,
                         uint32_t first, uint32_t count)
{
    uint32_t best = first;
    for (uint32_t i = first; i < first + count; i++) {
        if (grid->density.shares && free_slot(&loads[i], place) < loads[i].count)
            return i;
        if (loads[i].count < loads[best].count)
            best = i;
    }
    return best;
}

static void take_room(const Grid *grid, Load *load, const Place *place)
{
    uint32_t slot = grid->density.shares ? free_slot(load, place) : load->count;
    load->count = slot == load->count ? slot + 1 : load->count;
    load->busy_until[slot] = place->last;
}

/* In order of appearance. Places of one object stay in one column. */
static void assign_part(Grid *grid, bool lane, uint32_t base, uint32_t layers, uint32_t columns)
{
    if (!layers)
        return;
    Layout *layout = grid->layout;
    Spread sub = spread(grid, lane, layers, columns);
    Load *loads = region_allocate(grid->region, (layers + columns) * sizeof(Load));
    for (uint32_t i = 0; i < columns; i++)
        loads[i].busy_until =
            region_allocate(grid->region, (layout->place_count + 1) * sizeof(uint32_t));
    uint32_t *by_key =
        region_allocate(grid->region, (layout->place_count + 1) * sizeof(uint32_t));
    for (uint32_t i = 0; i < layout->place_count; i++) {
        const Place *place = &layout->places[i];
        if (!in_part(place, lane))
            continue;
        uint32_t layer = grid->layers[i], *column = &by_key[place->key];
        if (!*column)
            *column = 1 + roomiest(grid, loads, place, sub.first[layer], sub.count[layer]);
        take_room(grid, &loads[*column - 1], place);
        grid->columns_of[i] = base + *column - 1;
    }
}

void columns_assign(Grid *grid, LayerCounts layers, LayerCounts columns)
{
    grid->column_count = 1 + columns.heap + columns.lane;
    grid->columns = region_allocate(grid->region, grid->column_count * sizeof(Column));
    grid->columns_of =
        region_allocate(grid->region, (grid->layout->place_count + 1) * sizeof(uint32_t));
    for (uint32_t i = 0; i < grid->column_count; i++)
        grid->columns[i].area = i == 0              ? AREA_STACK
                                : i <= columns.heap ? AREA_GENERATION0
                                                    : AREA_LANE;
    assign_part(grid, false, 1, layers.heap, columns.heap);
    assign_part(grid, true, 1 + columns.heap, layers.lane, columns.lane);
}

/* --- slots --- */

static bool slot_takes(const Grid *grid, const Slot *slot, uint32_t place_index)
{
    const Place *place = &grid->layout->places[place_index];
    if (slot->area != place->area || slot->column != grid->columns_of[place_index])
        return false;
    if (place->area == AREA_STACK)
        return slot->depth == place->depth;
    return grid->density.shares && slot->busy_until < place->first;
}

static uint32_t slot_for(Grid *grid, uint32_t place_index)
{
    for (uint32_t i = 0; i < grid->slot_count; i++)
        if (slot_takes(grid, &grid->slots[i], place_index))
            return i;
    const Place *place = &grid->layout->places[place_index];
    grid->slots[grid->slot_count] = (Slot){.column = grid->columns_of[place_index],
                                           .area = place->area,
                                           .depth = place->depth,
                                           .wish = grid->slot_count};
    return grid->slot_count++;
}

static int by_first(const void *a, const void *b)
{
    const Place *const *first = a, *const *second = b;
    if ((*first)->first != (*second)->first)
        return (*first)->first < (*second)->first ? -1 : 1;
    return *first < *second ? -1 : *first > *second;
}

/* In order of birth, so that a slot is free again when the next asks. */
static void make_slots(Grid *grid)
{
    Layout *layout = grid->layout;
    uint32_t count = layout->place_count;
    grid->slots = region_allocate(grid->region, (count + 1) * sizeof(Slot));
    Place **order = region_allocate(grid->region, (count + 1) * sizeof(Place *));
    for (uint32_t i = 0; i < count; i++)
        order[i] = &layout->places[i];
    qsort(order, count, sizeof *order, by_first);
    for (uint32_t i = 0; i < count; i++) {
        Place *place = order[i];
        place->slot = slot_for(grid, (uint32_t)(place - layout->places));
        Slot *slot = &grid->slots[place->slot];
        double height = place_height(grid, place);
        slot->height = height > slot->height ? height : slot->height;
        slot->width = place->width > slot->width ? place->width : slot->width;
        slot->busy_until = place->last > slot->busy_until ? place->last : slot->busy_until;
    }
}

/* --- order --- */

typedef struct Stand {
    Slot **slots; /* from the top */
    uint32_t count;
} Stand;

static int by_wish(const void *a, const void *b)
{
    const Slot *first = *(Slot *const *)a, *second = *(Slot *const *)b;
    if (first->area != second->area)
        return first->area < second->area ? -1 : 1;
    if (first->depth != second->depth)
        return first->depth < second->depth ? -1 : 1;
    if (first->wish < second->wish || second->wish < first->wish)
        return first->wish < second->wish ? -1 : 1;
    return first < second ? -1 : first > second;
}

/* Heights for comparing with each other only: cards close together, one band below the other.
 */
static void stand_close(const Grid *grid, Stand *stand)
{
    qsort(stand->slots, stand->count, sizeof(Slot *), by_wish);
    double y = 0;
    for (uint32_t i = 0; i < stand->count; i++) {
        Slot *slot = stand->slots[i];
        if (slot->area < BAND_COUNT && y < slot->area * 400.0)
            y = slot->area * 400.0;
        slot->y = y;
        y += slot->height + grid->density.gap;
    }
}

/* Each slot wishes to be at the mean height of what refers to it (`both`: and what it refers
 * to). */
static void wish_means(const Grid *grid, uint32_t column, bool both, double *sums,
                       uint32_t *counts)
{
    memset(sums, 0, grid->slot_count * sizeof *sums);
    memset(counts, 0, grid->slot_count * sizeof *counts);
    for (uint32_t i = 0; i < grid->layout->arrow_count; i++) {
        Slot *from = arrow_source(grid, i), *to = arrow_target(grid, i);
        double dot = grid_dot_offset(grid, i);
        if (to->column == column && from->column < column) {
            sums[to - grid->slots] += from->y + dot;
            counts[to - grid->slots]++;
        }
        if (both && from->column == column && to->column > column) {
            sums[from - grid->slots] += to->y + grid->density.head / 2 - dot;
            counts[from - grid->slots]++;
        }
    }
    for (uint32_t i = 0; i < grid->slot_count; i++)
        if (grid->slots[i].column == column && grid->slots[i].area != AREA_STACK)
            grid->slots[i].wish = counts[i] ? sums[i] / counts[i] : grid->slots[i].y;
}

static void order_slots(Grid *grid, Stand *stands)
{
    enum { SWEEPS = 3 };
    double *sums = region_allocate(grid->region, (grid->slot_count + 1) * sizeof(double));
    uint32_t *counts = region_allocate(grid->region, (grid->slot_count + 1) * sizeof(uint32_t));
    for (uint32_t column = 0; column < grid->column_count; column++)
        stand_close(grid, &stands[column]);
    for (uint32_t sweep = 0; sweep <= SWEEPS; sweep++) {
        for (uint32_t column = 1; column < grid->column_count; column++) {
            wish_means(grid, column, sweep % 2 == 1, sums, counts);
            stand_close(grid, &stands[column]);
        }
        for (uint32_t column = grid->column_count; sweep < SWEEPS && column-- > 1;) {
            wish_means(grid, column, true, sums, counts);
            stand_close(grid, &stands[column]);
        }
    }
}

/* --- blocks --- */

static void add_block(Column *column, uint8_t area, uint32_t slot)
{
    column->blocks[column->block_count++] =
        (Block){.area = area, .is_heading = slot == NO_INDEX, .slot = slot};
}

static void make_blocks(const Grid *grid, Column *column, const Stand *stand)
{
    uint8_t area = column->area;
    uint8_t last = area == AREA_GENERATION0 ? AREA_GENERATION2 : area;
    column->blocks = region_allocate(grid->region, (stand->count + 3) * sizeof(Block));
    uint32_t next = 0;
    for (; area <= last; area++) {
        add_block(column, area, NO_INDEX);
        for (; next < stand->count && stand->slots[next]->area == area; next++)
            add_block(column, area, (uint32_t)(stand->slots[next] - grid->slots));
    }
}

void columns_fill(Grid *grid)
{
    make_slots(grid);
    Stand *stands = region_allocate(grid->region, grid->column_count * sizeof(Stand));
    for (uint32_t i = 0; i < grid->slot_count; i++)
        stands[grid->slots[i].column].count++;
    for (uint32_t i = 0; i < grid->column_count; i++) {
        stands[i].slots = region_allocate(grid->region, (stands[i].count + 1) * sizeof(Slot *));
        stands[i].count = 0;
    }
    for (uint32_t i = 0; i < grid->slot_count; i++) {
        Stand *stand = &stands[grid->slots[i].column];
        stand->slots[stand->count++] = &grid->slots[i];
    }
    order_slots(grid, stands);
    for (uint32_t i = 0; i < grid->column_count; i++)
        make_blocks(grid, &grid->columns[i], &stands[i]);
}
