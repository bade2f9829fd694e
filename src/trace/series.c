#include "trace/series.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/memory.h"
#include "trace/cursor.h"

/* A Series under way. */
typedef struct Making {
    const Trace *trace;
    Series *series;
    Cursor cursor;
    ObjectId *types;  /* by id: its type while it is alive and counted; else 0 */
    uint32_t *curves; /* by id of a type: its curve + 1 */
    uint32_t *now;    /* by curve: alive at this moment */
    size_t capacity, now_capacity;
} Making;

enum { OTHER_COUNT = SERIES_LISTS + 3 };

/* All curves but those of types. */
static Curve *other_curve(Series *series, uint32_t index)
{
    Curve *const others[] = {&series->bytes, &series->births, &series->deaths};
    return index < SERIES_LISTS ? &series->lists[index] : others[index - SERIES_LISTS];
}

static uint32_t *new_values(const Series *series)
{
    return memory_allocate((series->sample_count + 1) * sizeof(uint32_t));
}

static uint32_t curve_of(Making *making, ObjectId type)
{
    Series *series = making->series;
    if (making->curves[type])
        return making->curves[type] - 1;
    series->types = list_reserve(series->types, &making->capacity, series->type_count + 1,
                                 sizeof *series->types);
    making->now = list_reserve(making->now, &making->now_capacity, series->type_count + 1,
                               sizeof *making->now);
    series->types[series->type_count] = (Curve){.type = type, .values = new_values(series)};
    making->now[series->type_count] = 0;
    making->curves[type] = ++series->type_count;
    return series->type_count - 1;
}

/* Tables of shared keys, and frames where they are no objects, are not Python's. */
static bool is_counted(const Change *change)
{
    bool hidden = change->field == KIND_KEYS || change->field == KIND_HOLDER ||
                  change->field == KIND_FRAME;
    return change->before && !hidden && !(change->index & (OBJECT_STATIC | OBJECT_STARTUP));
}

static void move(Making *making, ObjectId id, ObjectId type)
{
    if (making->types[id])
        making->now[making->curves[making->types[id]] - 1]--;
    making->types[id] = type;
    if (!type)
        return;
    uint32_t curve = curve_of(making, type);
    making->now[curve]++;
}

static void count_change(Making *making, const Change *change)
{
    if (change->kind == CHANGE_CREATE && is_counted(change))
        move(making, change->target, change->before);
    else if (change->kind == CHANGE_DESTROY)
        move(making, change->target, 0);
    else if (change->kind == CHANGE_REFERENCE && change->field == FIELD_TYPE &&
             making->types[change->target])
        move(making, change->target, change->after);
}

static void take_sample(Making *making, uint32_t sample)
{
    Series *series = making->series;
    const State *state = &making->cursor.state;
    uint32_t tracked = 0, live = 0;
    for (uint32_t i = 0; i < series->type_count; i++) {
        series->types[i].values[sample] = making->now[i];
        live += making->now[i];
    }
    for (int i = 0; i < SERIES_LISTS - 1; i++) {
        series->lists[i].values[sample] = state->lists[GC_GENERATION0 + i].count;
        tracked += series->lists[i].values[sample];
    }
    series->lists[SERIES_LISTS - 1].values[sample] = live > tracked ? live - tracked : 0;
}

/* What the steps say of themselves, from one sample to the next. */
static void take_steps(Series *series, const Trace *trace, uint32_t sample)
{
    uint32_t first = sample ? series_step(series, trace, sample - 1) + 1 : 0;
    for (uint32_t i = first; i <= series_step(series, trace, sample); i++) {
        const Step *step = &trace->steps[i];
        if (step->bytes > series->bytes.values[sample])
            series->bytes.values[sample] = step->bytes;
        series->births.values[sample] += step->births;
        series->deaths.values[sample] += step->deaths;
    }
}

static void walk(Making *making)
{
    uint32_t change = 0;
    for (uint32_t i = 0; i < making->series->sample_count; i++) {
        uint32_t step = series_step(making->series, making->trace, i);
        take_steps(making->series, making->trace, i);
        for (; change < making->trace->steps[step].change; change++)
            count_change(making, trace_change(making->trace, change));
        cursor_seek_step(&making->cursor, step);
        take_sample(making, i);
    }
}

static void find_most(const Series *series, Curve *curve)
{
    for (uint32_t i = 0; i < series->sample_count; i++)
        if (curve->values[i] > curve->most)
            curve->most = curve->values[i];
}

/* The most numerous first; of equal ones the one that came first. */
static int compare_curves(const void *a, const void *b)
{
    const Curve *x = a, *y = b;
    if (x->most != y->most)
        return x->most < y->most ? 1 : -1;
    return (x->type > y->type) - (x->type < y->type);
}

static void sort_curves(Series *series)
{
    for (uint32_t i = 0; i < series->type_count; i++)
        find_most(series, &series->types[i]);
    for (uint32_t i = 0; i < OTHER_COUNT; i++)
        find_most(series, other_curve(series, i));
    qsort(series->types, series->type_count, sizeof *series->types, compare_curves);
    while (series->type_count && !series->types[series->type_count - 1].most)
        free(series->types[--series->type_count].values);
}

Series *series_create(const Trace *trace)
{
    Series *series = memory_allocate(sizeof *series);
    series->sample_count =
        trace->step_count < SERIES_SAMPLES_MOST ? trace->step_count : SERIES_SAMPLES_MOST;
    for (uint32_t i = 0; i < OTHER_COUNT; i++)
        other_curve(series, i)->values = new_values(series);
    Making making = {.trace = trace, .series = series};
    making.types = memory_allocate((trace->object_end + 1) * sizeof *making.types);
    making.curves = memory_allocate((trace->object_end + 1) * sizeof *making.curves);
    cursor_init(&making.cursor, trace);
    walk(&making);
    cursor_done(&making.cursor);
    free(making.types);
    free(making.curves);
    free(making.now);
    sort_curves(series);
    return series;
}

void series_destroy(Series *series)
{
    if (!series)
        return;
    for (uint32_t i = 0; i < series->type_count; i++)
        free(series->types[i].values);
    for (uint32_t i = 0; i < OTHER_COUNT; i++)
        free(other_curve(series, i)->values);
    free(series->types);
    free(series);
}

uint32_t series_step(const Series *series, const Trace *trace, uint32_t sample)
{
    if (series->sample_count < 2)
        return 0;
    return (uint32_t)((uint64_t)sample * (trace->step_count - 1) / (series->sample_count - 1));
}

uint32_t series_sample(const Series *series, const Trace *trace, uint32_t step)
{
    uint32_t sample =
        trace->step_count > 1
            ? (uint32_t)((uint64_t)step * (series->sample_count - 1) / (trace->step_count - 1))
            : 0;
    while (sample + 1 < series->sample_count && series_step(series, trace, sample + 1) <= step)
        sample++;
    return sample;
}
