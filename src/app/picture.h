#ifndef APP_PICTURE_H
#define APP_PICTURE_H
/* The picture of a recording at a step, as the window shows it and as files hold it: one way
 * from a Moment to a Scene, so that both agree to the byte. */
#include "app/recording.h"
#include "paint/fonts.h"
#include "paint/measure.h"
#include "paint/painter.h"
#include "trace/beats.h"
#include "view/page.h"

/* The size where none is asked for. */
enum { PICTURE_WIDTH = 1920, PICTURE_HEIGHT = 1080 };

typedef struct Picture {
    const Recording *recording; /* not owned */
    Fonts *fonts;
    TextMeasure *measure;
    Page *page;
    double shape; /* the page's width by its height */
    bool inline_small;
} Picture;

/* For pictures of a size in pixels. False with a sentence in `ret_error` where no font is
 * found. Release with picture_done. */
bool picture_init(Picture *picture, const Recording *recording, bool inline_small, int width,
                  int height, Text *ret_error);
void picture_done(Picture *picture);
/* Lays the page out anew where another shape of the pixels wants it. Cameras and items of the
 * old page mean nothing then. */
void picture_reshape(Picture *picture, int width, int height);

/* The moment of a step, with the cursor moved there. */
Moment picture_step(Cursor *cursor, uint32_t step);
/* The same of a beat, as a view that goes by beats shows it. */
Moment picture_beat(Cursor *cursor, const Beats *beats, uint32_t index, View view);
/* Does a view go by beats, not by steps? The beats are the caller's: beats_done. */
bool picture_beats(const Trace *trace, View view, Beats *ret_beats);
/* Draws a moment into a scene; `camera` NULL: all that lives is seen. */
void picture_draw(Picture *picture, const Moment *moment, const Theme *theme,
                  const Camera *camera, Scene *ret_scene);
/* Appends a scene as a PNG of the painter's size. */
bool picture_png(Painter *painter, const Scene *scene, Text *ret_bytes, Text *ret_error);

/* The size that the options ask for. */
void picture_size(const Options *options, int *ret_width, int *ret_height);
/* How a file is called: "0019", of the third beat after that step "0019_03". Digits are enough
 * for the recording's last step. Appends. */
void picture_name(const Trace *trace, uint32_t step, uint32_t within, Text *ret_name);

#endif
