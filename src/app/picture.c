#include "app/picture.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "out/png.h"

/* Narrower pictures have space above and below: the page is not laid out for less. */
static const double least_shape = 4.0 / 3;

static double page_shape(int width, int height)
{
    return fmax((double)width / height, least_shape);
}

static const char *mode_of(const Recording *recording)
{
    bool native = recording->result.model->start == START_NATIVE;
    if (recording->repl)
        return native ? "prompt mode · native start" : "prompt mode";
    return native ? "file mode · native start" : "file mode";
}

static Page *create_page(const Picture *picture)
{
    const Scenario *scenario = picture->recording->scenario;
    PageNote *notes = memory_allocate(scenario->note_count * sizeof *notes + 1);
    Text version = {0};
    for (size_t i = 0; i < scenario->note_count; i++)
        notes[i] = (PageNote){scenario->notes[i].line, scenario->notes[i].text};
    text_append_format(&version, "CPython %s", picture->recording->profile.version);
    PageOptions options = {
        .trace = picture->recording->trace,
        .measure = measure_callback(picture->measure),
        .texts = {scenario->title, scenario->summary, text_slice(&version),
                  slice_of(mode_of(picture->recording)), notes, (uint32_t)scenario->note_count},
        .shape = picture->shape,
        .inline_small = picture->inline_small,
    };
    Page *page = page_create(&options);
    text_done(&version);
    free(notes);
    return page;
}

bool picture_init(Picture *picture, const Recording *recording, bool inline_small, int width,
                  int height, Text *ret_error)
{
    *picture = (Picture){.recording = recording,
                         .inline_small = inline_small || recording->scenario->view_inline};
    picture->fonts = fonts_create(ret_error);
    if (!picture->fonts)
        return false;
    picture->measure = measure_create(picture->fonts);
    picture_reshape(picture, width, height);
    return true;
}

void picture_done(Picture *picture)
{
    if (picture->page)
        page_destroy(picture->page);
    if (picture->measure)
        measure_destroy(picture->measure);
    if (picture->fonts)
        fonts_destroy(picture->fonts);
    *picture = (Picture){0};
}

void picture_reshape(Picture *picture, int width, int height)
{
    double shape = page_shape(width, height);
    if (picture->page && shape == picture->shape)
        return;
    if (picture->page)
        page_destroy(picture->page);
    picture->shape = shape;
    picture->page = create_page(picture);
}

Moment picture_step(Cursor *cursor, uint32_t step)
{
    const Trace *trace = cursor->trace;
    cursor_seek_step(cursor, step);
    return (Moment){
        .cursor = cursor,
        .since = step ? trace->steps[step - 1].change : 0,
        .step = step,
    };
}

bool picture_beats(const Trace *trace, View view, Beats *ret_beats)
{
    *ret_beats = (Beats){0};
    if (view == VIEW_COLLECTOR)
        *ret_beats = beats_create(trace, BEATS_OF_COLLECTIONS);
    else if (view == VIEW_CODE)
        *ret_beats = beats_create(trace, BEATS_OF_INSTRUCTIONS);
    return ret_beats->count > 0;
}

Moment picture_beat(Cursor *cursor, const Beats *beats, uint32_t index, View view)
{
    const Beat *beat = &beats->items[index];
    cursor_seek(cursor, beat->change);
    return (Moment){
        .cursor = cursor,
        .since = index ? beats->items[index - 1].change : 0,
        .step = beat->step,
        .view = view,
    };
}

void picture_draw(Picture *picture, const Moment *moment, const Theme *theme,
                  const Camera *camera, Scene *ret_scene)
{
    Camera seen = camera ? *camera : page_fit(picture->page, moment);
    page_draw(picture->page, moment, theme, seen, ret_scene);
}

bool picture_png(Painter *painter, const Scene *scene, Text *ret_bytes, Text *ret_error)
{
    painter_update(painter, scene, painter_fit(painter, scene->bounds));
    return png_write(painter_pixels(painter), (PngOptions){.quantise = true}, ret_bytes,
                     ret_error);
}

void picture_size(const Options *options, int *ret_width, int *ret_height)
{
    double scale = options->scale > 0 ? options->scale : 1;
    *ret_width = (int)lround((options->width ? options->width : PICTURE_WIDTH) * scale);
    *ret_height = (int)lround((options->height ? options->height : PICTURE_HEIGHT) * scale);
}

void picture_name(const Trace *trace, uint32_t step, uint32_t within, Text *ret_name)
{
    enum { DIGITS_LEAST = 4 };
    int digits = 1;
    for (uint32_t rest = trace->step_count - 1; rest >= 10; rest /= 10)
        digits++;
    text_append_format(ret_name, "%0*u", digits > DIGITS_LEAST ? digits : DIGITS_LEAST, step);
    if (within)
        text_append_format(ret_name, "_%02u", within);
}
