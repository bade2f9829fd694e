#include "app/recording.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static const char raise_hint[] =
    "the program was stopped there; --max-steps raises the limit of "
    "statements, --max-journal that of the recording's memory";
static const char default_python[] = "3.12";

static const char *wanted_python(const Options *options, const Scenario *scenario)
{
    if (options->python)
        return options->python;
    return scenario->python[0] ? scenario->python : default_python;
}

static bool read_profile(Recording *recording, const Options *options, const Assets *assets,
                         Diagnostics *diagnostics)
{
    const char *version = wanted_python(options, recording->scenario);
    FileNames names;
    file_names_read(assets->profiles, ".json", &names);
    bool known = file_names_has(&names, version, ".json");
    if (!known) {
        Text list = {0};
        file_names_write(&names, ".json", &list);
        diagnostics_add_file(diagnostics, options->python ? "heapstep" : recording->path,
                             "Python %s is not modelled; there are %s", version,
                             text_string(&list));
        text_done(&list);
    }
    file_names_done(&names);
    return known && profile_read(assets->profiles, version, &recording->profile, diagnostics);
}

/* What the thread needs that runs the program. */
typedef struct Job {
    const Source *source;
    const RunOptions *options;
    Diagnostics *diagnostics;
    RunResult *result;
} Job;

static void *do_job(void *context)
{
    const Job *job = context;
    run_source(job->source, job->options, job->diagnostics, job->result);
    return NULL;
}

/* The interpreter needs more stack than a process has. */
static bool run_in_thread(Job *job)
{
    pthread_t thread;
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, RUN_HOST_STACK);
    bool started = pthread_create(&thread, &attributes, do_job, job) == 0;
    pthread_attr_destroy(&attributes);
    return started && pthread_join(thread, NULL) == 0;
}

/* Where a program of CPython 3.9+ says it is; NULL: where it was given. Recordings keep to what
 * was given, so that they do not depend on the folder. Release with free(). */
static char *absolute_script(const Recording *recording)
{
    const char *name = recording->scenario->script_name;
    bool is_relative = name[0] != '/' && strcmp(name, recording->path) == 0;
    char *folder = NULL;
    if (recording->profile.minor < 9 || !is_relative || !(folder = realpath(".", NULL)))
        return NULL;
    Text path = {0};
    text_append_format(&path, "%s/%s", strcmp(folder, "/") ? folder : "", name);
    free(folder);
    return text_take(&path);
}

static RunOptions run_options(Recording *recording, const Options *options, Console console,
                              bool keeps_journal, const char *script_file)
{
    const Scenario *scenario = recording->scenario;
    RunOptions wanted = {
        .profile = &recording->profile,
        .keeps_journal = keeps_journal,
        .start = options->has_start ? options->start : scenario->start,
        .repl = recording->repl,
        .collects_always = options->collect_always,
        .limits = {.statements = options->max_steps,
                   .journal_bytes = (size_t)options->max_journal << 20},
        .thresholds = {UINT32_MAX, UINT32_MAX, UINT32_MAX},
        .script_name = scenario->script_name,
        .script_file = script_file,
        .input = scenario->input,
        .write = console.write,
        .write_context = console.context,
        .read_line = scenario->input.length ? NULL : console.read_line,
        .read_context = console.context,
        .find_module = modules_find,
        .find_context = &recording->modules,
    };
    if (scenario->has_thresholds)
        memcpy(wanted.thresholds, scenario->thresholds, sizeof wanted.thresholds);
    return wanted;
}

static bool run(Recording *recording, const Options *options, Console console,
                bool keeps_journal, Diagnostics *diagnostics)
{
    recording->repl = options->repl || recording->scenario->repl;
    char *script_file = keeps_journal ? NULL : absolute_script(recording);
    RunOptions wanted = run_options(recording, options, console, keeps_journal, script_file);
    Job job = {recording->scenario->program, &wanted, diagnostics, &recording->result};
    bool started = run_in_thread(&job);
    free(script_file);
    if (started)
        return true;
    diagnostics_add_file(diagnostics, recording->path,
                         "the system has no memory for the interpreter's stack of %d MiB",
                         RUN_HOST_STACK >> 20);
    return false;
}

/* Python's own rule, told before anything looks into the text. */
static bool check_bytes(const Recording *recording, Diagnostics *diagnostics)
{
    const Source *program = recording->scenario->program;
    size_t bad = source_find_bad_byte(program);
    if (bad == program->length)
        return true;
    unsigned byte = (unsigned char)program->bytes[bad];
    Span span = {bad, bad + 1};
    if (byte == 0)
        diagnostics_add(diagnostics, program, span, "a program cannot contain null bytes");
    else
        diagnostics_add(diagnostics, program, span, "byte 0x%02x is not UTF-8", byte);
    return false;
}

/* The same under `run`, in CPython 3.12's words and with its exit status: a SyntaxError, 1. */
static bool refuse_bytes(Recording *recording, Console console)
{
    const Source *program = recording->scenario->program;
    size_t bad = source_find_bad_byte(program);
    if (bad == program->length)
        return false;
    size_t line = source_position(program, bad).line;
    const char *name = recording->scenario->script_name;
    Text text = {0};
    if (program->bytes[bad] == '\0')
        text_append_format(&text,
                           "  File \"%s\", line %zu\n    \nSyntaxError: source code cannot "
                           "contain null bytes\n",
                           name, line);
    else
        text_append_format(
            &text,
            "SyntaxError: Non-UTF-8 code starting with '\\x%02x' in file %s on line "
            "%zu, but no encoding declared; see "
            "https://peps.python.org/pep-0263/ for details\n",
            (unsigned)(unsigned char)program->bytes[bad], name, line);
    console.write(console.context, 2, text_slice(&text));
    text_done(&text);
    recording->result.end = RUN_SYNTAX;
    recording->result.exit_status = 1;
    return true;
}

/* Did the program begin at all? */
static bool has_run(const RunResult *result)
{
    return result->model && result->program_count && result->end != RUN_SYNTAX;
}

static Recording *create(const char *path, const Options *options, const Assets *assets,
                         Console console, bool records, Diagnostics *diagnostics)
{
    Recording *recording = memory_allocate(sizeof *recording);
    recording->path = path;
    modules_init(&recording->modules, assets, path);
    recording->scenario = scenario_read(path, records, diagnostics);
    if (recording->scenario && !records && refuse_bytes(recording, console))
        return recording;
    if (!recording->scenario || !check_bytes(recording, diagnostics) ||
        !read_profile(recording, options, assets, diagnostics) ||
        !run(recording, options, console, records, diagnostics)) {
        recording_destroy(recording);
        return NULL;
    }
    const RunResult *result = &recording->result;
    if (records && has_run(result))
        recording->trace =
            trace_create(result->model, &result->start, recording->scenario->program,
                         result->programs, result->program_count);
    return recording;
}

Recording *recording_create(const char *path, const Options *options, const Assets *assets,
                            Diagnostics *diagnostics)
{
    return create(path, options, assets, (Console){0}, true, diagnostics);
}

Recording *recording_create_run(const char *path, const Options *options, const Assets *assets,
                                Console console, Diagnostics *diagnostics)
{
    return create(path, options, assets, console, false, diagnostics);
}

void recording_destroy(Recording *recording)
{
    if (!recording)
        return;
    trace_destroy(recording->trace);
    run_result_done(&recording->result);
    modules_done(&recording->modules);
    scenario_destroy(recording->scenario);
    free(recording);
}

/* The last line of the program's output: an exception's name and message. */
static Slice last_line(const Recording *recording)
{
    Slice output = {"", 0};
    if (recording->result.model)
        output = text_slice(&recording->result.model->output);
    while (output.length && output.bytes[output.length - 1] == '\n')
        output.length--;
    size_t start = output.length;
    while (start && output.bytes[start - 1] != '\n')
        start--;
    return (Slice){output.bytes + start, output.length - start};
}

/* The program is compiled once more, for the place of its mistake. */
static void tell_syntax(const Recording *recording, Diagnostics *diagnostics)
{
    const Source *source = recording->scenario->program;
    Program *program = NULL;
    SyntaxProblem problem;
    size_t before = diagnostics->count;
    if (lang_compile(source, (Span){0, source->length}, LANG_SCRIPT, &recording->profile,
                     &program, &problem, diagnostics) == LANG_OK)
        program_destroy(program);
    Slice line = last_line(recording);
    if (diagnostics->count == before)
        diagnostics_add_file(diagnostics, recording->path, "%.*s", (int)line.length,
                             line.bytes);
}

bool recording_is_whole(const Recording *recording, Diagnostics *diagnostics)
{
    const RunResult *result = &recording->result;
    const char *name = recording->scenario->file->name;
    Slice line = last_line(recording);
    switch (result->end) {
    case RUN_FINISHED:
        return true;
    case RUN_EXIT:
        if (result->exit_status)
            diagnostics_add_file(diagnostics, name, "the program exits with status %d",
                                 result->exit_status);
        return result->exit_status == 0;
    case RUN_EXCEPTION:
        diagnostics_add_file(diagnostics, name, "the program ends with %.*s", (int)line.length,
                             line.bytes);
        return false;
    case RUN_SYNTAX:
        tell_syntax(recording, diagnostics);
        return false;
    case RUN_UNSUPPORTED:
    case RUN_LIMIT:
        if (diagnostics->count == 0)
            diagnostics_add_file(diagnostics, name, "%s", text_string(&result->message));
        if (result->end == RUN_LIMIT)
            diagnostics_add_file(diagnostics, name, "%s", raise_hint);
        return false;
    }
    return false;
}

void recording_name(const Recording *recording, Text *ret_name)
{
    if (strcmp(recording->path, "-") == 0) {
        text_append_string(ret_name, "stdin");
        return;
    }
    const char *slash = strrchr(recording->path, '/');
    const char *name = slash ? slash + 1 : recording->path;
    const char *dot = strrchr(name, '.');
    text_append(ret_name, name, dot && dot != name ? (size_t)(dot - name) : strlen(name));
}
