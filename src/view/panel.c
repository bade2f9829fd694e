#include "view/panel.h"

#include "view/metrics.h"
#include "view/typeset.h"

void panel_frame(const Sheet *sheet, PanelName name, Box box, Colour border, double line)
{
    ItemId id = {PICK_PANEL, 0, name};
    Item *item = scene_rect(sheet->scene, id, box, RADIUS_PANEL, sheet->theme->panel);
    item->stroke = border;
    item->stroke_width = line;
}

Item *panel_text(const Sheet *sheet, double x, double baseline, Slice text, FontFace font,
                 double size, Colour fill)
{
    return typeset_add(sheet->scene, sheet->measure, (ItemId){0}, (Point){x, baseline}, text,
                       font, size, fill);
}

void panel_label(const Sheet *sheet, Box box, const char *label)
{
    panel_text(sheet, box.x + PANEL_PADDING, box.y + SPACE_6 + SPACE_1, slice_of(label),
               FONT_SANS, SIZE_LABEL, sheet->theme->text_dim);
}
