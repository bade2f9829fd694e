#include "judge/watch.h"

#include <stdlib.h>

#include "base/list.h"
#include "base/region.h"
#include "scenario/lines.h"

/* A statement that a frame is in. */
typedef struct Inside {
    ObjectId frame;
    uint32_t line, last_line;
    uint32_t begun;
} Inside;

typedef struct Watch {
    Cursor cursor;
    const uint32_t *lines, *last_lines;
    uint32_t line_count;
    Inside *inside;
    size_t count, capacity;
    StatementOver *over;
    void *context;
} Watch;

/* The last line of the body of the statement that begins on `line`. */
static uint32_t last_line(const Line *lines, size_t count, uint32_t line)
{
    size_t indent = lines[line - 1].indent;
    for (size_t i = line; i < count; i++) {
        bool clause_of_it = lines[i].kind == LINE_CLAUSE && lines[i].indent == indent;
        if (lines[i].kind != LINE_OTHER && lines[i].indent <= indent && !clause_of_it)
            return (uint32_t)i;
    }
    return (uint32_t)count;
}

static void finish(Watch *watch, size_t index)
{
    Inside ended = watch->inside[index];
    for (size_t i = index + 1; i < watch->count; i++)
        watch->inside[i - 1] = watch->inside[i];
    watch->count--;
    watch->over(watch->context, &watch->cursor,
                (StatementEnd){ended.line, ended.frame, ended.begun});
}

/* Ends what `frame` is in and does not reach `line` (0: everything), the innermost first. */
static void leave(Watch *watch, ObjectId frame, uint32_t line)
{
    for (size_t i = watch->count; i-- > 0;) {
        const Inside *inside = &watch->inside[i];
        if (inside->frame == frame &&
            (line == 0 || line < inside->line || line > inside->last_line))
            finish(watch, i);
    }
}

static bool is_inside(const Watch *watch, ObjectId frame, uint32_t line)
{
    for (size_t i = 0; i < watch->count; i++)
        if (watch->inside[i].frame == frame && watch->inside[i].line == line)
            return true;
    return false;
}

static void begin(Watch *watch, ObjectId frame, uint32_t line)
{
    for (uint32_t i = 0; i < watch->line_count; i++) {
        if (watch->lines[i] != line || is_inside(watch, frame, line))
            continue;
        watch->inside = list_reserve(watch->inside, &watch->capacity, watch->count + 1,
                                     sizeof *watch->inside);
        watch->inside[watch->count++] =
            (Inside){frame, line, watch->last_lines[i], watch->cursor.change};
    }
}

static bool is_alive(const Watch *watch, ObjectId frame)
{
    return state_object(&watch->cursor.state, frame)->kind == KIND_FRAME;
}

/* Frames that have ended take the statements with them that they were in. */
static void leave_ended(Watch *watch)
{
    for (size_t i = watch->count; i-- > 0;)
        if (i < watch->count && !is_alive(watch, watch->inside[i].frame))
            finish(watch, i);
}

static void at_step(Watch *watch, const Step *step)
{
    const Trace *trace = watch->cursor.trace;
    cursor_seek(&watch->cursor, step->change);
    leave_ended(watch);
    if (step->event == STEP_END) {
        while (watch->count)
            finish(watch, watch->count - 1);
        return;
    }
    if (step->event == STEP_RETURN || step->change >= trace->end)
        return;
    ObjectId frame = trace_change(trace, step->change)->target;
    leave(watch, frame, step->next_line);
    begin(watch, frame, step->next_line);
}

void watch_statements(const Trace *trace, const Source *program, const uint32_t *lines,
                      uint32_t line_count, StatementOver *over, void *context)
{
    Region region = {0};
    const Line *all = lines_read(program, &region);
    uint32_t *last_lines = region_allocate(&region, line_count * sizeof *last_lines);
    for (uint32_t i = 0; i < line_count; i++)
        last_lines[i] = last_line(all, program->line_count, lines[i]);
    Watch watch = {.lines = lines,
                   .last_lines = last_lines,
                   .line_count = line_count,
                   .over = over,
                   .context = context};
    cursor_init(&watch.cursor, trace);
    for (uint32_t i = 0; i < trace->step_count; i++)
        at_step(&watch, &trace->steps[i]);
    cursor_done(&watch.cursor);
    free(watch.inside);
    region_done(&region);
}
