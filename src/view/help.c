#include "view/help.h"

#include <math.h>
#include <string.h>

#include "view/metrics.h"
#include "view/typeset.h"

static const double ROW_HEIGHT = 38, TITLE_HEIGHT = 76, PAD = 40;
static const double KEY_HEIGHT = 28, KEY_PAD = 9, KEY_GAP = 6, COLUMN_GAP = 26, SIDE_GAP = 56;
enum { ROWS_MOST = 18 }; /* in one column */

/* What all drawing functions here need. */
typedef struct Overlay {
    Scene *scene;
    Measure measure;
    const Theme *theme;
} Overlay;

/* The next key cap's text: two spaces or more stand between caps. */
static Slice next_cap(const char **rest)
{
    *rest += strspn(*rest, " ");
    const char *gap = strstr(*rest, "  ");
    size_t length = gap ? (size_t)(gap - *rest) : strlen(*rest);
    Slice cap = {*rest, length};
    *rest += length;
    return cap;
}

static double key_width(const Overlay *overlay, Slice key)
{
    double width = typeset_width(overlay->measure, key, FONT_SANS_BOLD, SIZE_LABEL);
    return fmax(KEY_HEIGHT, width + 2 * KEY_PAD);
}

static double keys_width(const Overlay *overlay, const char *keys)
{
    double width = 0;
    for (Slice key = next_cap(&keys); key.length; key = next_cap(&keys))
        width += key_width(overlay, key) + KEY_GAP;
    return width;
}

static void draw_keys(const Overlay *overlay, const char *keys, double x, double middle)
{
    for (Slice key = next_cap(&keys); key.length; key = next_cap(&keys)) {
        double width = key_width(overlay, key);
        Box box = {x, middle - KEY_HEIGHT / 2, width, KEY_HEIGHT};
        Item *cap =
            scene_rect(overlay->scene, (ItemId){0}, box, RADIUS_SMALL, overlay->theme->card);
        cap->stroke = overlay->theme->text_dim;
        cap->stroke_width = LINE_BORDER;
        Item *item = typeset_add(overlay->scene, overlay->measure, (ItemId){0},
                                 (Point){x + width / 2, middle + SIZE_MIDDLE * SIZE_LABEL}, key,
                                 FONT_SANS_BOLD, SIZE_LABEL, overlay->theme->text);
        item->anchor = ANCHOR_MIDDLE;
        x += width + KEY_GAP;
    }
}

typedef struct Columns {
    uint32_t rows;  /* in the first column; the second has the rest */
    uint32_t count; /* columns */
    double keys[2], meanings[2];
} Columns;

static Columns measure_columns(const Overlay *overlay, const HelpRow *rows, uint32_t count)
{
    Columns columns = {.rows = count, .count = 1};
    if (count > ROWS_MOST) {
        columns.rows = (count + 1) / 2;
        columns.count = 2;
    }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t column = i >= columns.rows;
        columns.keys[column] = fmax(columns.keys[column], keys_width(overlay, rows[i].keys));
        columns.meanings[column] = fmax(
            columns.meanings[column],
            typeset_width(overlay->measure, slice_of(rows[i].meaning), FONT_SANS, SIZE_BODY));
    }
    return columns;
}

static double column_width(const Columns *columns, uint32_t column)
{
    return columns->keys[column] + COLUMN_GAP + columns->meanings[column];
}

static void draw_row(const Overlay *overlay, const HelpRow *row, double x, double top,
                     double keys)
{
    double middle = top + ROW_HEIGHT / 2;
    draw_keys(overlay, row->keys, x, middle);
    typeset_add(overlay->scene, overlay->measure, (ItemId){0},
                (Point){x + keys + COLUMN_GAP, middle + SIZE_MIDDLE * SIZE_BODY},
                slice_of(row->meaning), FONT_SANS, SIZE_BODY, overlay->theme->text);
}

static Box panel_box(const Overlay *overlay, const Columns *columns)
{
    Box page = overlay->scene->bounds;
    double width = column_width(columns, 0) + 2 * PAD;
    if (columns->count == 2)
        width += SIDE_GAP + column_width(columns, 1);
    double height = TITLE_HEIGHT + columns->rows * ROW_HEIGHT + PAD;
    return (Box){page.x + (page.width - width) / 2, page.y + (page.height - height) / 2, width,
                 height};
}

void help_draw(Scene *scene, Measure measure, const Theme *theme, const char *title,
               const HelpRow *rows, uint32_t count)
{
    Overlay overlay = {scene, measure, theme};
    Columns columns = measure_columns(&overlay, rows, count);
    Box box = panel_box(&overlay, &columns);
    scene_rect(scene, (ItemId){0}, scene->bounds, 0, theme->page)->opacity = 0.82;
    Item *panel = scene_rect(scene, (ItemId){0}, box, RADIUS_BAND, theme->panel);
    panel->stroke = theme->panel_border;
    panel->stroke_width = LINE_STRONG;
    typeset_add(scene, measure, (ItemId){0}, (Point){box.x + PAD, box.y + PAD + 14},
                slice_of(title), FONT_SANS_BOLD, SIZE_TITLE, theme->text);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t column = i >= columns.rows;
        double x = box.x + PAD + (column ? column_width(&columns, 0) + SIDE_GAP : 0);
        double top = box.y + TITLE_HEIGHT + (i - column * columns.rows) * ROW_HEIGHT;
        draw_row(&overlay, &rows[i], x, top, columns.keys[column]);
    }
}
