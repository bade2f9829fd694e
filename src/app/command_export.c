#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/command.h"
#include "app/picture.h"
#include "app/themes.h"
#include "base/sink.h"
#include "out/svg.h"
#include "out/trace_json.h"

/* Where an export goes and in which form. */
typedef struct Target {
    const char *path;
    const char *format; /* "png", "svg", "json" */
    bool folder;        /* one file a step in `path`, else `path` is the only file */
    bool whole;         /* the only file holds all steps */
} Target;

static const char *const later_formats[] = {"gif", "html", "pdf", "txt", "opt"};

/* What a file's name ends in, "" where it has no ending. */
static const char *ending(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.');
    return dot && dot != name ? dot + 1 : "";
}

static void refuse_ending(const char *path, Diagnostics *diagnostics)
{
    const char *end = ending(path);
    for (size_t i = 0; i < sizeof later_formats / sizeof *later_formats; i++) {
        if (strcmp(end, later_formats[i]) == 0) {
            diagnostics_add_file(
                diagnostics, "heapstep",
                "-o %s: this heapstep does not write %s yet, only png, svg and json", path,
                end);
            return;
        }
    }
    diagnostics_add_file(
        diagnostics, "heapstep",
        "-o %s: the ending %s says no format: use .png, .svg, .json, or --format for a folder "
        "of that name",
        path, end);
}

static bool is_format_name(const char *word)
{
    return strcmp(word, "png") == 0 || strcmp(word, "svg") == 0 || strcmp(word, "json") == 0;
}

/* Is it one, or can it only become one? */
static bool is_folder(const char *path)
{
    struct stat status;
    return path[strlen(path) - 1] == '/' ||
           (stat(path, &status) == 0 && S_ISDIR(status.st_mode));
}

static bool choose_target(const Options *options, Target *ret_target, Diagnostics *diagnostics)
{
    const char *path = options->output, *end = ending(path);
    bool is_format = is_format_name(end);
    if (is_format && options->format && strcmp(end, options->format) != 0) {
        diagnostics_add_file(diagnostics, "heapstep",
                             "-o %s and --format %s contradict each other", path,
                             options->format);
        return false;
    }
    if (*end && !is_format && !options->format) {
        refuse_ending(path, diagnostics);
        return false;
    }
    ret_target->path = path;
    ret_target->format = options->format ? options->format : is_format ? end : "png";
    ret_target->whole = strcmp(ret_target->format, "json") == 0;
    ret_target->folder = !is_format && !ret_target->whole;
    if (!ret_target->whole || !is_folder(path))
        return true;
    diagnostics_add_file(diagnostics, "heapstep",
                         "-o %s is a folder, and a trace is one file with all steps: name the "
                         "file in it",
                         path);
    return false;
}

/* An export at work. */
typedef struct Export {
    const Options *options;
    const Target *target;
    const Trace *trace;
    Picture picture;
    const Theme *theme;
    Painter *painter;
    Cursor cursor;
    Beats beats;
    Scene scene;
    Text bytes, path, error;
    uint32_t wanted, written;
    bool shows_progress;
} Export;

/* What an SVG says on hovering. */
static void title_item(void *context, ItemId id, Text *ret_title)
{
    const Cursor *cursor = context;
    if (id.kind != PICK_OBJECT && id.kind != PICK_BADGE)
        return;
    cursor_title(cursor, id.object, ret_title);
    Text value = {0};
    cursor_value(cursor, id.object, 60, &value);
    if (value.length)
        text_append_format(ret_title, " %s", text_string(&value));
    text_done(&value);
}

static bool make_bytes(Export *export)
{
    text_clear(&export->bytes);
    if (strcmp(export->target->format, "png") == 0)
        return picture_png(export->painter, &export->scene, &export->bytes, &export->error);
    SvgOptions options = {
        .title = title_item,
        .context = &export->cursor,
        .scale = painter_fit(export->painter, export->scene.bounds).scale,
    };
    svg_write(&export->scene, options, &export->bytes);
    return true;
}

static void name_file(Export *export, uint32_t step, uint32_t within)
{
    const Target *target = export->target;
    text_clear(&export->path);
    text_append_string(&export->path, target->path);
    if (!target->folder)
        return;
    text_append_char(&export->path, '/');
    picture_name(export->trace, step, within, &export->path);
    text_append_format(&export->path, ".%s", target->format);
}

static bool write_moment(Export *export, const Moment *moment, uint32_t within)
{
    picture_draw(&export->picture, moment, export->theme, NULL, &export->scene);
    name_file(export, moment->step, within);
    if (!make_bytes(export) || !sink_write(text_string(&export->path), export->bytes.bytes,
                                           export->bytes.length, &export->error))
        return false;
    export->written++;
    if (export->shows_progress)
        fprintf(stderr, "\r%u of %u ", export->written, export->wanted);
    return true;
}

/* A view that goes by beats: a file for each one since the step before. */
static bool write_beats(Export *export, uint32_t step)
{
    const Beats *beats = &export->beats;
    uint32_t end = beats_at(beats, export->trace->steps[step].change), first = end;
    while (export->target->folder && first > 0 && beats->items[first - 1].within)
        first--;
    for (uint32_t i = first; i <= end; i++) {
        Moment moment = picture_beat(&export->cursor, beats, i, export->options->view);
        if (!write_moment(export, &moment, beats->items[i].within))
            return false;
    }
    return true;
}

static bool write_step(Export *export, uint32_t step)
{
    if (export->beats.count)
        return write_beats(export, step);
    Moment moment = picture_step(&export->cursor, step);
    moment.view = export->options->view;
    return write_moment(export, &moment, 0);
}

static bool write_steps(Export *export)
{
    const Trace *trace = export->trace;
    bool written =
        !export->target->folder || sink_make_folder(export->target->path, &export->error);
    for (uint32_t step = 0; written && step < trace->step_count; step++) {
        if (options_has_step(export->options, step, trace->step_count - 1))
            written = write_step(export, step);
    }
    if (export->shows_progress && export->written)
        fputs("\r\033[K", stderr);
    return written;
}

static uint32_t count_steps(const Options *options, const Trace *trace)
{
    uint32_t count = 0;
    for (uint32_t step = 0; step < trace->step_count; step++)
        count += options_has_step(options, step, trace->step_count - 1);
    return count;
}

static bool write_pictures(const Recording *recording, const Options *options,
                           const Target *target, const Theme *theme, Diagnostics *diagnostics)
{
    Export export = {.options = options,
                     .target = target,
                     .trace = recording->trace,
                     .theme = theme,
                     .wanted = count_steps(options, recording->trace),
                     .shows_progress = !options->quiet && isatty(STDERR_FILENO)};
    int width, height;
    picture_size(options, &width, &height);
    bool written = picture_init(&export.picture, recording, options->inline_small, width,
                                height, &export.error);
    if (written) {
        export.painter = painter_create(export.picture.fonts);
        painter_resize(export.painter, width, height);
        cursor_init(&export.cursor, export.trace);
        picture_beats(export.trace, options->view, &export.beats);
        written = write_steps(&export);
        cursor_done(&export.cursor);
        beats_done(&export.beats);
        painter_destroy(export.painter);
    }
    if (!written)
        diagnostics_add_file(diagnostics, "heapstep", "%s", text_string(&export.error));
    else if (!options->quiet)
        printf("%u picture%s in %s\n", export.written, export.written == 1 ? "" : "s",
               target->path);
    scene_done(&export.scene);
    picture_done(&export.picture);
    text_done(&export.bytes);
    text_done(&export.path);
    text_done(&export.error);
    return written;
}

/* One file holds one step. */
static bool check_steps(const Options *options, const Target *target, const Trace *trace,
                        Diagnostics *diagnostics)
{
    uint32_t count = count_steps(options, trace);
    if (target->folder || target->whole || count == 1)
        return true;
    diagnostics_add_file(diagnostics, "heapstep",
                         "-o %s is one picture, and there are %u steps: --steps chooses one, a "
                         "folder takes them all",
                         target->path, count);
    return false;
}

static bool wants_step(void *context, uint32_t step)
{
    const Export *export = context;
    return options_has_step(export->options, step, export->trace->step_count - 1);
}

static bool write_trace(const Recording *recording, const Options *options,
                        const Target *target, Diagnostics *diagnostics)
{
    Export export = {.options = options, .trace = recording->trace};
    Text name = {0};
    recording_name(recording, &name);
    trace_json_write(
        recording->trace,
        (TraceJsonOptions){text_slice(&name), recording->repl, wants_step, &export},
        &export.bytes);
    bool written =
        sink_write(target->path, export.bytes.bytes, export.bytes.length, &export.error);
    if (!written)
        diagnostics_add_file(diagnostics, "heapstep", "%s", text_string(&export.error));
    else if (!options->quiet)
        printf("%u steps in %s\n", count_steps(options, recording->trace), target->path);
    text_done(&name);
    text_done(&export.bytes);
    text_done(&export.error);
    return written;
}

static bool write_recording(const Recording *recording, const Options *options,
                            const Target *target, const Theme *theme, Diagnostics *diagnostics)
{
    if (target->whole)
        return write_trace(recording, options, target, diagnostics);
    return write_pictures(recording, options, target, theme, diagnostics);
}

static int export_recording(const Recording *recording, const Options *options,
                            const Target *target, const Themes *themes,
                            Diagnostics *diagnostics)
{
    bool whole = recording_is_whole(recording, diagnostics);
    if (!recording->trace || !check_steps(options, target, recording->trace, diagnostics) ||
        !write_recording(recording, options, target, themes_current(themes), diagnostics))
        return EXIT_REFUSED;
    return whole ? EXIT_FINE : EXIT_FAILED;
}

int command_export(const Options *options, const Assets *assets)
{
    Diagnostics diagnostics = {0};
    Themes themes = {0};
    Target target;
    int status = EXIT_REFUSED;
    bool chosen = choose_target(options, &target, &diagnostics);
    if (themes_read(assets, options->theme, &themes, &diagnostics) && chosen) {
        Recording *recording =
            recording_create(options->files[0], options, assets, &diagnostics);
        if (recording)
            status = export_recording(recording, options, &target, &themes, &diagnostics);
        recording_destroy(recording);
    }
    fflush(stdout);
    print_diagnostics(&diagnostics);
    themes_done(&themes);
    return status;
}
