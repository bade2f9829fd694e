/* Draws the sample picture at three sizes, and as SVG, into a folder, for a person to look at:
 * show_sample FOLDER. */
#include <stdio.h>
#include <stdlib.h>

#include "base/sink.h"
#include "out/png.h"
#include "out/svg.h"
#include "paint/measure.h"
#include "paint/painter.h"
#include "sample.h"

static bool save(const char *folder, const char *name, Slice bytes)
{
    Text path = {0}, error = {0};
    text_append_format(&path, "%s/%s", folder, name);
    bool saved = sink_write(text_string(&path), bytes.bytes, bytes.length, &error);
    if (!saved)
        fprintf(stderr, "%s\n", text_string(&error));
    text_done(&path);
    text_done(&error);
    return saved;
}

static bool draw(Painter *painter, const Scene *scene, int height, const char *folder)
{
    Text bytes = {0}, error = {0};
    char name[32];
    snprintf(name, sizeof name, "sample-%d.png", height);
    painter_resize(painter, height * 16 / 9, height);
    painter_draw(painter, scene, painter_fit(painter, scene->bounds));
    bool drawn =
        png_write(painter_pixels(painter), (PngOptions){.quantise = true}, &bytes, &error);
    printf("%s: %zu bytes\n", name, bytes.length);
    drawn = drawn && save(folder, name, text_slice(&bytes));
    text_done(&bytes);
    text_done(&error);
    return drawn;
}

int main(int count, char **arguments)
{
    if (count != 2)
        return 2;
    Text text = {0};
    Fonts *fonts = fonts_create(&text);
    if (!fonts) {
        fprintf(stderr, "%s\n", text_string(&text));
        text_done(&text);
        return 1;
    }
    TextMeasure *measure = measure_create(fonts);
    Painter *painter = painter_create(fonts);
    Scene scene = {0};
    sample_picture(&scene, measure_callback(measure), 12);
    bool done = draw(painter, &scene, 720, arguments[1]) &&
                draw(painter, &scene, 1080, arguments[1]) &&
                draw(painter, &scene, 2160, arguments[1]);
    svg_write(&scene, (SvgOptions){0}, &text);
    done = done && save(arguments[1], "sample.svg", text_slice(&text));
    text_done(&text);
    scene_done(&scene);
    painter_destroy(painter);
    measure_destroy(measure);
    fonts_destroy(fonts);
    return done ? 0 : 1;
}
