#ifndef VIEW_DRAWING_H
#define VIEW_DRAWING_H
/* One drawing of the canvas under way: what the parts (cards, bands, arrows) share. Nothing in
 * it is changed by drawing but the scene. */
#include "view/brush.h"
#include "view/census.h"
#include "view/layout.h"
#include "view/slow.h"

typedef struct Drawing {
    const Census *census;
    const Layout *layout;
    const Cursor *cursor;   /* now */
    const Cursor *before;   /* at moment->since */
    const Sight *now, *was; /* what is and was seen */
    const Slow *slow; /* the collection under way; NULL: none, or nobody wants to see it */
    ItemId hover;
    bool has_hover; /* something of the canvas is pointed at: what has nothing to do with it is
                       dim */
    uint8_t *lit;   /* by id: has to do with it */
    Box seen;       /* the part of the canvas that is shown */
    Brush brush;
} Drawing;

/* What this step did to an object. */
typedef struct Light {
    int32_t count_change; /* of its references */
    bool is_new, is_changed, is_garbage, is_immortal;
} Light;
Light light_of(const Drawing *drawing, ObjectId id);
/* What a frame's name was bound to before the step; 0: not bound. At a prompt every statement
 * has a frame of its own; they share the names. */
ObjectId light_name_before(const Drawing *drawing, ObjectId frame, Slice name);
/* Is a slot's or name's arrow in question, by pointing at it? */
bool light_on_arrow(const Drawing *drawing, ObjectId holder, uint32_t row, ObjectId target,
                    bool is_name);
/* Fills `lit`. */
void light_hover(Drawing *drawing, uint8_t *lit);

void bands_draw(const Drawing *drawing);
void arrows_draw(const Drawing *drawing);

#endif
