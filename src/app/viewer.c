#include "app/viewer.h"

#include <math.h>

#include "app/stops.h"

static const double least_zoom = 0.1, most_zoom = 8;

void viewer_init(Viewer *viewer, Picture *picture, Themes *themes, bool still)
{
    *viewer = (Viewer){.picture = picture, .themes = themes, .still = still};
    viewer->trace = picture->recording->trace;
    cursor_init(&viewer->cursor, viewer->trace);
    picture_step(&viewer->cursor, 0);
}

void viewer_done(Viewer *viewer)
{
    animation_done(&viewer->animation);
    scene_done(&viewer->scene);
    cursor_done(&viewer->cursor);
    beats_done(&viewer->beats);
    *viewer = (Viewer){0};
}

/* --- going --- */

/* What is to be seen is another thing now. Without a transition one that runs is over, too. */
static void moved(Viewer *viewer, bool eases)
{
    if (!eases)
        animation_stop(&viewer->animation);
    viewer->drawn = false;
    viewer->eases = eases;
}

static uint32_t clamped(int64_t wanted, uint32_t last)
{
    return wanted < 0 ? 0 : wanted > last ? last : (uint32_t)wanted;
}

/* `change`: where the cursor was. */
static void arrive(Viewer *viewer, const Moment *moment, uint32_t change, bool eases)
{
    if (viewer->cursor.change == change && viewer->since == moment->since)
        return;
    viewer->step = moment->step;
    viewer->since = moment->since;
    moved(viewer, eases);
}

static void go_to_beat(Viewer *viewer, int64_t beat, bool eases)
{
    uint32_t change = viewer->cursor.change;
    Moment moment = picture_beat(&viewer->cursor, &viewer->beats,
                                 clamped(beat, viewer->beats.count - 1), viewer->view);
    arrive(viewer, &moment, change, eases);
}

void viewer_go(Viewer *viewer, int64_t step, bool eases)
{
    uint32_t wanted = clamped(step, viewer->trace->step_count - 1);
    uint32_t change = viewer->cursor.change;
    if (viewer->beats.count) {
        go_to_beat(viewer, beats_at(&viewer->beats, viewer->trace->steps[wanted].change),
                   eases);
        return;
    }
    Moment moment = picture_step(&viewer->cursor, wanted);
    arrive(viewer, &moment, change, eases);
}

/* Does the cursor stand within a step, not at its end? */
static bool is_between(const Viewer *viewer)
{
    return viewer->cursor.change != viewer->trace->steps[viewer->step].change;
}

static void go_by_beats(Viewer *viewer, int64_t beats, bool eases)
{
    uint32_t at = beats_at(&viewer->beats, viewer->cursor.change);
    bool between = viewer->beats.items[at].change != viewer->cursor.change;
    go_to_beat(viewer, (int64_t)at + (between && beats < 0) + beats, eases);
}

void viewer_go_by(Viewer *viewer, int64_t steps, bool eases)
{
    if (viewer->beats.count) {
        go_by_beats(viewer, steps, eases);
        return;
    }
    /* Back from within a step leads to the end of the one before. */
    int64_t from = viewer->step + (is_between(viewer) && steps < 0);
    viewer_go(viewer, from + steps, eases);
}

void viewer_go_change(Viewer *viewer, int direction, bool eases)
{
    uint32_t change = viewer->cursor.change;
    uint32_t stop = direction > 0 ? stops_next(viewer->trace, change)
                                  : stops_previous(viewer->trace, change);
    if (stop == change)
        return;
    cursor_seek(&viewer->cursor, stop);
    viewer->step = trace_step_at(viewer->trace, stop);
    viewer->since = stops_since(viewer->trace, stop);
    moved(viewer, eases);
}

static bool is_at_end(const Viewer *viewer)
{
    return viewer->step + 1 == viewer->trace->step_count;
}

void viewer_play(Viewer *viewer, uint64_t now)
{
    viewer->playing = !viewer->playing;
    viewer->next_play = now;
    if (viewer->playing && is_at_end(viewer))
        viewer_go(viewer, 0, true);
}

void viewer_tick(Viewer *viewer, uint64_t now)
{
    if (!viewer->playing || now < viewer->next_play)
        return;
    viewer_go_by(viewer, 1, true);
    viewer->next_play = now + PLAY_MILLISECONDS;
    viewer->playing = !is_at_end(viewer);
}

/* --- looking --- */

static Moment moment_of(const Viewer *viewer)
{
    return (Moment){&viewer->cursor, viewer->since, viewer->step, viewer->hover, viewer->view};
}

static bool is_inside(Box box, Point point)
{
    return point.x >= box.x && point.y >= box.y && point.x < box.x + box.width &&
           point.y < box.y + box.height;
}

static Camera camera_now(const Viewer *viewer)
{
    Moment moment = moment_of(viewer);
    return viewer->camera_held ? viewer->camera : page_fit(viewer->picture->page, &moment);
}

static void hold_camera(Viewer *viewer, Camera camera)
{
    if (!view_has_canvas(viewer->view))
        return;
    viewer->camera = camera;
    viewer->camera_held = true;
    moved(viewer, false);
}

void viewer_zoom(Viewer *viewer, double factor, Point centre)
{
    Box area = page_canvas_area(viewer->picture->page, viewer->view);
    Camera camera = camera_now(viewer);
    double zoom = fmin(fmax(camera.zoom * factor, least_zoom), most_zoom);
    if (!is_inside(area, centre))
        centre = (Point){area.x + area.width / 2, area.y + area.height / 2};
    double shift = 1 / camera.zoom - 1 / zoom;
    camera.x += (centre.x - area.x) * shift;
    camera.y += (centre.y - area.y) * shift;
    camera.zoom = zoom;
    hold_camera(viewer, camera);
}

void viewer_pan(Viewer *viewer, double dx, double dy)
{
    Camera camera = camera_now(viewer);
    camera.x -= dx / camera.zoom;
    camera.y -= dy / camera.zoom;
    hold_camera(viewer, camera);
}

void viewer_fit(Viewer *viewer)
{
    viewer->camera_held = false;
    moved(viewer, true);
}

/* The moment stays; what stands out may be another stretch before it. */
void viewer_look(Viewer *viewer, View view)
{
    if (view == viewer->view)
        return;
    viewer->view = view;
    beats_done(&viewer->beats);
    bool has_beats = picture_beats(viewer->trace, view, &viewer->beats);
    viewer->hover = (ItemId){0};
    viewer->camera_held = false;
    if (has_beats)
        go_by_beats(viewer, 0, false);
    else if (is_between(viewer))
        viewer->since = stops_since(viewer->trace, viewer->cursor.change);
    else
        viewer->since = picture_step(&viewer->cursor, viewer->step).since;
    moved(viewer, false);
}

void viewer_next_theme(Viewer *viewer)
{
    themes_next(viewer->themes);
    moved(viewer, false);
}

static bool is_hoverable(ItemId id)
{
    return id.kind == PICK_OBJECT || id.kind == PICK_SLOT || id.kind == PICK_ARROW ||
           id.kind == PICK_NAME || id.kind == PICK_BADGE;
}

void viewer_hover(Viewer *viewer, Point point)
{
    const Item *item = scene_pick(&viewer->scene, point);
    ItemId id = item && is_hoverable(item->id) ? item->id : (ItemId){0};
    if (id.kind == viewer->hover.kind && id.object == viewer->hover.object &&
        id.part == viewer->hover.part)
        return;
    viewer->hover = id;
    viewer->drawn = false;
}

bool viewer_is_canvas(const Viewer *viewer, Point point)
{
    return is_inside(page_canvas_area(viewer->picture->page, viewer->view), point);
}

bool viewer_timeline(const Viewer *viewer, Point point, uint32_t *ret_step)
{
    return page_timeline_step(viewer->picture->page, viewer->view, point, ret_step);
}

void viewer_reshaped(Viewer *viewer)
{
    viewer->camera_held = false;
    viewer->hover = (ItemId){0};
    moved(viewer, false);
}

/* --- drawing --- */

static void draw(Viewer *viewer, Scene *scene)
{
    Moment moment = moment_of(viewer);
    picture_draw(viewer->picture, &moment, themes_current(viewer->themes),
                 viewer->camera_held ? &viewer->camera : NULL, scene);
}

const Scene *viewer_scene(Viewer *viewer, uint64_t now)
{
    if (!viewer->drawn) {
        if (viewer->eases && !viewer->still && viewer->scene.count)
            animation_start(&viewer->animation, &viewer->scene, now);
        draw(viewer, &viewer->scene);
        viewer->drawn = true;
        viewer->eases = false;
    }
    return animation_frame(&viewer->animation, &viewer->scene, now);
}

void viewer_draw_plain(Viewer *viewer, Scene *ret_scene)
{
    ItemId hover = viewer->hover;
    viewer->hover = (ItemId){0};
    draw(viewer, ret_scene);
    viewer->hover = hover;
}

bool viewer_moves(const Viewer *viewer)
{
    return viewer->animation.runs || !viewer->drawn;
}

uint32_t viewer_beat(const Viewer *viewer)
{
    if (!viewer->beats.count)
        return 0;
    const Beat *beat = &viewer->beats.items[beats_at(&viewer->beats, viewer->cursor.change)];
    return beat->change == viewer->cursor.change ? beat->within : 0;
}

void viewer_describe(const Viewer *viewer, Text *ret_text)
{
    text_append_format(ret_text, "step %u/%u", viewer->step, viewer->trace->step_count - 1);
    if (is_between(viewer))
        text_append_format(ret_text, ", change %u",
                           viewer->cursor.change - viewer->trace->steps[viewer->step].change);
    if (viewer->view != VIEW_OBJECTS)
        text_append_format(ret_text, " — %s", view_name(viewer->view));
    text_append_format(ret_text, " — %s", themes_current(viewer->themes)->name);
    if (viewer->camera_held)
        text_append_format(ret_text, " — %.0f%%", viewer->camera.zoom * 100);
    if (viewer->playing)
        text_append_string(ret_text, " — playing");
}
