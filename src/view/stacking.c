#include "view/stacking.h"

#include <math.h>

/* Room at the edges of channels: for a badge above a card, for arrow heads, under headings. */
static const double BELOW_CARD = 16, BELOW_CARD_WITH_HEAD = 28, ABOVE_BADGE = 9,
                    ABOVE_FRAME = 12, FRAME_GAP = 14, BELOW_HEADING = 8, AREA_FOOT = 14,
                    STRIP = 46, AREA_GAP = 12, STACK_TOP = 30, AREA_HEADING = 44;

static bool is_band(uint8_t area)
{
    return area < BAND_COUNT;
}

static double heading_height(const Grid *grid, uint8_t area)
{
    if (area == AREA_STACK)
        return STACK_TOP;
    return is_band(area) && grid->layout->is_strip[area] ? STRIP : AREA_HEADING;
}

/* --- channels --- */

static double above(const Grid *grid, const Column *column, uint32_t block)
{
    if (block + 1 >= column->block_count || column->blocks[block + 1].is_heading)
        return AREA_FOOT;
    return column->area == AREA_STACK ? ABOVE_FRAME : grid->density.badge + ABOVE_BADGE;
}

static double below(const Column *column, uint32_t block)
{
    const Block *upper = &column->blocks[block];
    if (upper->is_heading)
        return BELOW_HEADING;
    return upper->is_entered ? BELOW_CARD_WITH_HEAD : BELOW_CARD;
}

static double area_end(const Grid *grid, uint8_t area)
{
    const Box *box = &grid->layout->areas[area];
    return box->y + box->height;
}

Extent stacking_channel(const Grid *grid, const Column *column, uint32_t block)
{
    const Block *upper = &column->blocks[block];
    bool last =
        block + 1 >= column->block_count || column->blocks[block + 1].area != upper->area;
    double end = last ? area_end(grid, upper->area) : column->blocks[block + 1].y;
    Extent extent = {upper->y + upper->height + below(column, block),
                     end - above(grid, column, block)};
    if (extent.bottom < extent.top)
        extent.bottom = extent.top;
    return extent;
}

double stacking_channel_need(const Grid *grid, const Column *column, uint32_t block)
{
    const Block *upper = &column->blocks[block];
    bool inner = !upper->is_heading && block + 1 < column->block_count &&
                 !column->blocks[block + 1].is_heading;
    double gap = column->area == AREA_STACK ? FRAME_GAP : grid->density.gap;
    double least = inner ? gap : above(grid, column, block);
    if (!upper->tracks)
        return least;
    double tracks = (upper->tracks - 1) * grid->density.track;
    return fmax(least, below(column, block) + tracks + above(grid, column, block));
}

/* --- areas --- */

static double area_need(const Grid *grid, const Column *column, uint8_t area)
{
    double need = 0;
    for (uint32_t i = 0; i < column->block_count; i++) {
        const Block *block = &column->blocks[i];
        if (block->area != area)
            continue;
        need +=
            block->is_heading ? heading_height(grid, area) : grid->slots[block->slot].height;
        need += block->is_open ? block->need : 0;
    }
    return need;
}

static double most_needed(const Grid *grid, uint8_t area)
{
    double most = 0;
    uint8_t column_area = is_band(area) ? AREA_GENERATION0 : area;
    for (uint32_t i = 0; i < grid->column_count; i++)
        if (grid->columns[i].area == column_area)
            most = fmax(most, area_need(grid, &grid->columns[i], area));
    return most;
}

static uint32_t columns_with(const Grid *grid, uint8_t area)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < grid->column_count; i++)
        count += grid->columns[i].area == area;
    return count;
}

/* With no container at all the bands are strips below the lane. */
static double strips_below(const Grid *grid)
{
    return columns_with(grid, AREA_GENERATION0) ? 0 : BAND_COUNT * (STRIP + AREA_GAP);
}

static double total_height(const Grid *grid, const double *needs)
{
    double bands = 0;
    for (uint32_t i = 0; i < BAND_COUNT; i++)
        bands += needs[i] + (i ? AREA_GAP : 0);
    double most = fmax(needs[AREA_STACK], needs[AREA_LANE] + strips_below(grid));
    return ceil(fmax(fmax(bands, most), grid->request->height));
}

static void place_bands(Grid *grid, const double *needs, double top, double height)
{
    double spare = height, wanted = 0, y = top;
    for (uint32_t i = 0; i < BAND_COUNT; i++) {
        spare -= needs[i] + (i ? AREA_GAP : 0);
        wanted += grid->layout->is_strip[i] ? 0 : needs[i];
    }
    for (uint32_t i = 0; i < BAND_COUNT; i++) {
        double share = wanted > 0 && !grid->layout->is_strip[i] ? needs[i] / wanted : 0;
        grid->layout->areas[i].y = y;
        grid->layout->areas[i].height = needs[i] + floor(fmax(0, spare) * share);
        y += grid->layout->areas[i].height + AREA_GAP;
    }
}

static void place_areas(Grid *grid)
{
    Layout *layout = grid->layout;
    double needs[AREA_COUNT];
    for (uint8_t i = 0; i < AREA_COUNT; i++)
        needs[i] = most_needed(grid, i);
    for (uint8_t i = 0; i < BAND_COUNT; i++)
        needs[i] = layout->is_strip[i] ? STRIP : needs[i];
    layout->height = total_height(grid, needs);
    double strips = strips_below(grid);
    layout->areas[AREA_STACK].height = layout->height;
    layout->areas[AREA_LANE].height = layout->height - strips;
    if (strips > 0)
        place_bands(grid, needs, layout->height - strips + AREA_GAP, strips - AREA_GAP);
    else
        place_bands(grid, needs, 0, layout->height);
}

/* --- slots --- */

/* The height of the card's top with which an arrow would arrive straight, as the mean of all.
 */
static double wish_of(const Grid *grid, const double *sums, const uint32_t *counts,
                      uint32_t slot)
{
    return counts[slot] ? sums[slot] / counts[slot] - grid->density.head / 2
                        : grid->slots[slot].y;
}

static void sum_sources(const Grid *grid, uint32_t column, double *sums, uint32_t *counts)
{
    for (uint32_t i = 0; i < grid->layout->arrow_count; i++) {
        const Slot *from = arrow_source(grid, i), *to = arrow_target(grid, i);
        if (to->column != column || from->column >= column)
            continue;
        sums[to - grid->slots] += from->y + grid_dot_offset(grid, i);
        counts[to - grid->slots]++;
    }
}

/* Neighbours that would overlap if each had its wish share their mean (isotonic regression by
 * pooling). `wishes` are offsets from the tightest arrangement. */
static void pool(double *wishes, uint32_t count, Region *region)
{
    double *sums = region_allocate(region, (count + 1) * sizeof(double));
    uint32_t *sizes = region_allocate(region, (count + 1) * sizeof(uint32_t)), pools = 0;
    for (uint32_t i = 0; i < count; i++) {
        sums[pools] = wishes[i];
        sizes[pools++] = 1;
        while (pools > 1 &&
               sums[pools - 2] / sizes[pools - 2] > sums[pools - 1] / sizes[pools - 1]) {
            sums[pools - 2] += sums[pools - 1];
            sizes[pools - 2] += sizes[pools - 1];
            pools--;
        }
    }
    for (uint32_t i = 0, next = 0; i < pools; i++)
        for (uint32_t j = 0; j < sizes[i]; j++)
            wishes[next++] = sums[i] / sizes[i];
}

/* The blocks of one area in one column: [first, first + count), its heading before them. */
typedef struct Run {
    uint32_t first, count;
} Run;

static Run find_run(const Column *column, uint8_t area)
{
    Run run = {0};
    for (uint32_t i = 0; i < column->block_count; i++) {
        if (column->blocks[i].area != area || column->blocks[i].is_heading)
            continue;
        run.first = run.count ? run.first : i;
        run.count++;
    }
    return run;
}

static double tight_start(const Grid *grid, const Column *column, uint8_t area)
{
    for (uint32_t i = 0; i < column->block_count; i++)
        if (column->blocks[i].area == area)
            return grid->layout->areas[area].y + heading_height(grid, area) +
                   column->blocks[i].need;
    return 0;
}

static void set_slots(Grid *grid, const Column *column, Run run, const double *offsets,
                      double start, double slack)
{
    double y = start;
    for (uint32_t i = 0; i < run.count; i++) {
        Block *block = &column->blocks[run.first + i];
        Slot *slot = &grid->slots[block->slot];
        slot->y = round(y + fmin(fmax(offsets[i], 0), fmax(slack, 0)));
        block->y = slot->y;
        block->height = slot->height;
        y += slot->height + block->need;
    }
}

static void place_run(Grid *grid, const Column *column, uint8_t area, const double *sums,
                      const uint32_t *counts)
{
    Run run = find_run(column, area);
    double start = tight_start(grid, column, area), y = start;
    double *offsets = region_allocate(grid->region, (run.count + 1) * sizeof(double));
    for (uint32_t i = 0; i < run.count; i++) {
        const Block *block = &column->blocks[run.first + i];
        offsets[i] = area == AREA_STACK ? 0 : wish_of(grid, sums, counts, block->slot) - y;
        y += grid->slots[block->slot].height + block->need;
    }
    pool(offsets, run.count, grid->region);
    set_slots(grid, column, run, offsets, start, area_end(grid, area) - y);
}

static void place_headings(const Grid *grid, Column *column)
{
    for (uint32_t i = 0; i < column->block_count; i++) {
        Block *block = &column->blocks[i];
        if (!block->is_heading)
            continue;
        block->y = grid->layout->areas[block->area].y;
        block->height = heading_height(grid, block->area);
    }
}

void stacking_place(Grid *grid)
{
    place_areas(grid);
    double *sums = region_allocate(grid->region, (grid->slot_count + 1) * sizeof(double));
    uint32_t *counts = region_allocate(grid->region, (grid->slot_count + 1) * sizeof(uint32_t));
    for (uint32_t i = 0; i < grid->column_count; i++) {
        Column *column = &grid->columns[i];
        sum_sources(grid, i, sums, counts);
        place_headings(grid, column);
        if (column->area != AREA_GENERATION0)
            place_run(grid, column, column->area, sums, counts);
        for (uint8_t area = 0; column->area == AREA_GENERATION0 && area < BAND_COUNT; area++)
            place_run(grid, column, area, sums, counts);
    }
}
