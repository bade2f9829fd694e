/* Records programs as `check` does and judges their pictures in the views with a canvas, at
 * some fifty moments each, two by two: no two living cards overlap, no arrow crosses a card
 * that it does not touch, no text leaves its card, and no card that stays in its band moves
 * from one step to the next. Takes the words of `heapstep check`; prints what does not hold,
 * and how often arrows cross each other. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/picture.h"
#include "app/recording.h"
#include "base/memory.h"
#include "view/census.h"

enum { MOMENTS = 50, COMPLAINTS_MOST = 3 };

/* One program's pictures under way. */
typedef struct Judging {
    const char *path;
    Picture picture;
    Cursor cursor;
    Scene scene;
    Theme theme;
    Box *boxes;     /* by object: where its card was a step before; width 0: nowhere */
    uint8_t *areas; /* and in which band */
    View view;
    uint32_t step;
    uint32_t overlaps, crossed, outside, moved; /* what does not hold */
    uint64_t arrows, crossings, pictures;
} Judging;

static void complain(const Judging *judging, uint32_t count, const char *what, ItemId a,
                     ItemId b)
{
    if (count <= COMPLAINTS_MOST)
        printf("%s, %s, step %u: %s (%u %u %u, %u %u %u)\n", judging->path,
               view_name(judging->view), judging->step, what, a.kind, a.object, a.part, b.kind,
               b.object, b.part);
}

static bool is_card(const Item *item)
{
    bool owner = item->id.kind == PICK_OBJECT || item->id.kind == PICK_FRAME;
    return item->kind == ITEM_RECT && owner && item->id.part == 0;
}

static bool touch(Box a, Box b)
{
    static const double SLACK = 0.01;
    return a.x + SLACK < b.x + b.width && b.x + SLACK < a.x + a.width &&
           a.y + SLACK < b.y + b.height && b.y + SLACK < a.y + a.height;
}

static void judge_cards(Judging *judging)
{
    const Scene *scene = &judging->scene;
    for (uint32_t i = 0; i < scene->count; i++)
        for (uint32_t j = 0; j < i && is_card(&scene->items[i]); j++)
            if (is_card(&scene->items[j]) &&
                (scene->items[i].opacity >= 1 || scene->items[j].opacity >= 1) &&
                touch(scene->items[i].box, scene->items[j].box))
                complain(judging, ++judging->overlaps, "cards overlap", scene->items[i].id,
                         scene->items[j].id);
}

/* The index-th stretch of an arrow as a thin box. */
static Box stretch(const Item *arrow, uint32_t index)
{
    Point a = arrow->points[index], b = arrow->points[index + 1];
    return (Box){fmin(a.x, b.x), fmin(a.y, b.y), fabs(a.x - b.x) + 0.02,
                 fabs(a.y - b.y) + 0.02};
}

static bool crosses_card(const Item *arrow, const Item *card)
{
    for (uint32_t i = 0; i + 1 < arrow->point_count; i++) {
        bool own = i == 0 && card->id.object == arrow->id.object;
        if (!own && touch(stretch(arrow, i), card->box))
            return true;
    }
    return false;
}

static uint32_t crossings(const Item *a, const Item *b)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i + 1 < a->point_count; i++)
        for (uint32_t j = 0; j + 1 < b->point_count; j++) {
            Box x = stretch(a, i), y = stretch(b, j);
            bool square = (x.width > x.height) != (y.width > y.height);
            count += square && touch(x, y);
        }
    return count;
}

static void judge_arrows(Judging *judging)
{
    const Scene *scene = &judging->scene;
    for (uint32_t i = 0; i < scene->count; i++) {
        const Item *arrow = &scene->items[i];
        if (arrow->kind != ITEM_PATH || arrow->id.kind != PICK_ARROW)
            continue;
        judging->arrows++;
        for (uint32_t j = 0; j < scene->count; j++) {
            const Item *other = &scene->items[j];
            if (is_card(other) && crosses_card(arrow, other))
                complain(judging, ++judging->crossed, "an arrow crosses a card", arrow->id,
                         other->id);
            if (j < i && other->kind == ITEM_PATH && other->id.kind == PICK_ARROW)
                judging->crossings += crossings(arrow, other);
        }
    }
}

/* Headings, names and slots, in the card that they follow. */
static void judge_texts(Judging *judging)
{
    const Scene *scene = &judging->scene;
    const Item *card = NULL;
    for (uint32_t i = 0; i < scene->count; i++) {
        const Item *item = &scene->items[i];
        card = is_card(item) ? item : card;
        bool inner = item->id.kind == PICK_NAME || item->id.kind == PICK_SLOT ||
                     (item->id.kind == PICK_OBJECT && item->id.part < 4);
        if (item->kind != ITEM_TEXT || !inner || !card)
            continue;
        double left = scene_text_left(item), right = left + item->box.width;
        if (left < card->box.x || right > card->box.x + card->box.width + 0.01)
            complain(judging, ++judging->outside, "a text leaves its card", item->id, card->id);
    }
}

/* The camera moves the canvas as a whole: places are compared without it. */
static void judge_places(Judging *judging, Camera camera, Box area)
{
    const Scene *scene = &judging->scene;
    for (uint32_t i = 0; i < scene->count; i++) {
        const Item *item = &scene->items[i];
        if (!is_card(item) || item->id.kind != PICK_OBJECT || item->opacity < 1)
            continue;
        ObjectId id = item->id.object;
        uint8_t band = (uint8_t)census_area(&judging->cursor.state, id);
        Box *known = &judging->boxes[id];
        Box now = {(item->box.x - area.x) / camera.zoom + camera.x,
                   (item->box.y - area.y) / camera.zoom + camera.y,
                   item->box.width / camera.zoom, 0};
        bool moves = known->width > 0 && judging->areas[id] == band &&
                     (fabs(known->x - now.x) > 0.5 || fabs(known->y - now.y) > 0.5);
        if (moves)
            complain(judging, ++judging->moved, "a card has moved", item->id, item->id);
        *known = now;
        judging->areas[id] = band;
    }
}

static void judge_moment(Judging *judging, uint32_t step)
{
    Moment moment = picture_step(&judging->cursor, step);
    moment.view = judging->view;
    Camera camera = page_fit(judging->picture.page, &moment);
    picture_draw(&judging->picture, &moment, &judging->theme, &camera, &judging->scene);
    judging->step = step;
    judging->pictures++;
    judge_cards(judging);
    judge_arrows(judging);
    judge_texts(judging);
    judge_places(judging, camera, page_canvas_area(judging->picture.page, judging->view));
}

static void judge_view(Judging *judging, const Trace *trace, View view)
{
    uint32_t stride = 2 * (trace->step_count / MOMENTS + 1);
    size_t count = trace->object_end + 1;
    judging->view = view;
    judging->boxes = memory_allocate(count * sizeof *judging->boxes);
    judging->areas = memory_allocate(count);
    for (uint32_t step = 0; step < trace->step_count; step += stride) {
        memset(judging->boxes, 0, count * sizeof *judging->boxes);
        judge_moment(judging, step);
        if (step + 1 < trace->step_count)
            judge_moment(judging, step + 1);
    }
    free(judging->boxes);
    free(judging->areas);
}

static bool judge(const char *path, const Recording *recording, Judging *totals)
{
    Judging judging = {.path = path, .theme = {.text = 0xFF, .card = 0xFFFFFFFF}};
    Text error = {0};
    if (!picture_init(&judging.picture, recording, false, PICTURE_WIDTH, PICTURE_HEIGHT,
                      &error)) {
        printf("%s\n", text_string(&error));
        return false;
    }
    cursor_init(&judging.cursor, recording->trace);
    judge_view(&judging, recording->trace, VIEW_OBJECTS);
    if (recording->trace->collection_count)
        judge_view(&judging, recording->trace, VIEW_COLLECTOR);
    cursor_done(&judging.cursor);
    scene_done(&judging.scene);
    picture_done(&judging.picture);
    text_done(&error);
    totals->arrows += judging.arrows;
    totals->crossings += judging.crossings;
    totals->pictures += judging.pictures;
    return !judging.overlaps && !judging.crossed && !judging.outside && !judging.moved;
}

static bool try_program(const char *path, const Options *options, const Assets *assets,
                        Judging *totals)
{
    Diagnostics diagnostics = {0};
    Recording *recording = recording_create(path, options, assets, &diagnostics);
    bool holds = true;
    if (recording && recording->trace)
        holds = judge(path, recording, totals);
    recording_destroy(recording);
    diagnostics_done(&diagnostics);
    return holds;
}

int main(int argc, char **argv)
{
    Options options;
    Assets assets;
    Diagnostics diagnostics = {0};
    Judging totals = {0};
    Text error = {0};
    bool read = options_read(argc - 1, (const char *const *)argv + 1, &options, &diagnostics);
    if (!read || !assets_find(&assets, &error)) {
        diagnostics_write(&diagnostics, &error);
        fputs(text_string(&error), stderr);
        return EXIT_FAILURE;
    }
    uint32_t failed = 0;
    for (size_t i = 0; i < options.file_count; i++)
        failed += !try_program(options.files[i], &options, &assets, &totals);
    printf("%zu programs, %llu pictures, %llu arrows, %llu crossings, %u failed\n",
           options.file_count, (unsigned long long)totals.pictures,
           (unsigned long long)totals.arrows, (unsigned long long)totals.crossings, failed);
    options_done(&options);
    assets_done(&assets);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
