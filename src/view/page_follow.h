#ifndef VIEW_PAGE_FOLLOW_H
#define VIEW_PAGE_FOLLOW_H
/* Which part of the canvas is looked at when nobody has moved the camera. It depends on the
 * moment alone, never on the way there, and stays where it is as long as it can. */
#include "view/canvas.h"

Camera page_follow(Canvas *canvas, const Moment *moment, Box area);

#endif
