#ifndef VIEW_BRUSH_H
#define VIEW_BRUSH_H
/* Draws canvas coordinates into a scene through a camera: everything that is handed in is in
 * units of the layout, everything that comes out is where the camera puts it. */
#include "view/moment.h"
#include "view/theme.h"

typedef struct Brush {
    Scene *scene;
    const Theme *theme;
    Measure measure;
    Region *region; /* for texts under way; cleared by whoever owns it */
    double zoom;
    Point shift;    /* where the canvas' origin lies in the scene */
    double opacity; /* of everything that is drawn */
} Brush;

typedef struct TextStyle {
    FontFace font;
    double size;
    Colour fill;
    TextAnchor anchor;
    bool strike;
} TextStyle;

Item *brush_rect(const Brush *brush, ItemId id, Box box, double radius, Colour fill);
/* With a border. */
Item *brush_frame(const Brush *brush, ItemId id, Box box, double radius, Colour fill,
                  Colour stroke, double width);
Item *brush_dot(const Brush *brush, ItemId id, Point centre, double radius, Colour fill);
Item *brush_path(const Brush *brush, ItemId id, const Point *points, uint32_t count,
                 double radius, Colour stroke, double width);
/* One line, cut with an ellipsis where it is wider than `most` (0: never). Returns its width in
 * units of the layout. */
double brush_text(const Brush *brush, ItemId id, Point baseline, Slice text, TextStyle style,
                  double most);
/* Width of a text in units of the layout. */
double brush_width(const Brush *brush, Slice text, FontFace font, double size);

#endif
