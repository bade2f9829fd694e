#include "app/overlay.h"

#include "app/keymap.h"
#include "base/list.h"
#include "view/metrics.h"
#include "view/typeset.h"

void overlay_done(Overlay *overlay)
{
    text_done(&overlay->toast);
    scene_done(&overlay->scene);
    *overlay = (Overlay){0};
}

void overlay_say(Overlay *overlay, const char *text, uint64_t now)
{
    text_clear(&overlay->toast);
    text_append_string(&overlay->toast, text);
    overlay->toast_end = now + TOAST_MILLISECONDS;
}

bool overlay_shows(const Overlay *overlay, uint64_t now)
{
    return overlay->help || now < overlay->toast_end;
}

static void draw_toast(Scene *scene, Slice text, const Theme *theme, Measure measure)
{
    double most = scene->bounds.width - 2 * PAGE_MARGIN - 2 * SPACE_6;
    Slice shown = typeset_cut(&scene->region, measure, text, FONT_SANS_BOLD, SIZE_BODY, most);
    double width = typeset_width(measure, shown, FONT_SANS_BOLD, SIZE_BODY) + 2 * SPACE_6;
    double height = SIZE_BODY + 2 * SPACE_2;
    Box box = {scene->bounds.x + (scene->bounds.width - width) / 2, scene->bounds.y + SPACE_3,
               width, height};
    Item *panel = scene_rect(scene, (ItemId){0}, box, RADIUS_PANEL, theme->panel);
    panel->stroke = theme->figure;
    panel->stroke_width = LINE_STRONG;
    typeset_add(scene, measure, (ItemId){0},
                (Point){box.x + SPACE_6, box.y + height / 2 + SIZE_MIDDLE * SIZE_BODY}, shown,
                FONT_SANS_BOLD, SIZE_BODY, theme->text);
}

const Scene *overlay_on(Overlay *overlay, const Scene *picture, const Theme *theme,
                        Measure measure, uint64_t now)
{
    if (!overlay_shows(overlay, now))
        return picture;
    Scene *scene = &overlay->scene;
    scene_clear(scene, picture->bounds, picture->background);
    scene->items =
        list_reserve(scene->items, &scene->capacity, picture->count, sizeof *scene->items);
    for (uint32_t i = 0; i < picture->count; i++)
        scene->items[scene->count++] = picture->items[i];
    uint32_t rows;
    const HelpRow *help = keymap_help(&rows);
    if (overlay->help)
        help_draw(scene, measure, theme, "Keys and mouse", help, rows);
    if (now < overlay->toast_end)
        draw_toast(scene, text_slice(&overlay->toast), theme, measure);
    return scene;
}
