#include "scenario/json_form.h"

#include <string.h>

#include "base/memory.h"
#include "scenario/grammar.h"
#include "scenario/lines.h"
#include "scenario/remarks.h"
#include "json/json.h"

enum {
    PROGRAM_LINE_LIMIT = 100000,
    LABEL_LIMIT = 80,
    THRESHOLD_LIMIT = 1000000,
    INPUT_LIMIT = 1 << 20,
};

static const char *const versions[] = {"3.6",  "3.7",  "3.7.0", "3.8",  "3.9",
                                       "3.10", "3.11", "3.12",  "3.13", ""};

typedef struct Form {
    JsonDocument document;
    Scenario *scenario;
    const char *path;
    const Line *lines; /* of the program */
    bool fine;
} Form;

/* Notes a failure and goes on, so that one run shows every mistake. */
static bool note(Form *form, bool fine)
{
    form->fine = form->fine && fine;
    return fine;
}

static Slice kept(Form *form, Slice text)
{
    return region_slice(&form->scenario->region, text);
}

static const cJSON *optional(Form *form, const cJSON *object, const char *name)
{
    return json_member(&form->document, object, name, false);
}

static void read_text(Form *form, const cJSON *object, const char *name, size_t least,
                      size_t most, bool required, Slice *ret_text)
{
    const cJSON *value = json_member(&form->document, object, name, required);
    Slice text;
    if (!value)
        note(form, !required);
    else if (note(form, json_text(&form->document, value, least, most, &text)))
        *ret_text = kept(form, text);
}

/* --- the program --- */

static bool append_program_line(Form *form, const cJSON *item, Text *program)
{
    Slice line;
    if (!json_text(&form->document, item, 0, SOURCE_SIZE_LIMIT, &line))
        return false;
    if (memchr(line.bytes, '\n', line.length) || memchr(line.bytes, '\r', line.length))
        return json_fail(&form->document, item, "a line of the program may hold no line break");
    text_append_slice(program, line);
    text_append_char(program, '\n');
    return true;
}

static void read_inline_program(Form *form, const cJSON *value)
{
    if (!note(form, json_array(&form->document, value, 1, PROGRAM_LINE_LIMIT)))
        return;
    Text program = {0};
    for (const cJSON *item = value->child; item; item = item->next)
        note(form, append_program_line(form, item, &program));
    const char *name = form->scenario->file->name;
    form->scenario->program = source_create(name, text_string(&program), program.length);
    text_done(&program);
}

static void read_program_file(Form *form, const cJSON *value)
{
    Slice name;
    if (!note(form, json_text(&form->document, value, 1, 255, &name)))
        return;
    bool bare = !memchr(name.bytes, '/', name.length) && !memchr(name.bytes, '\\', name.length);
    if (!bare || name.length < 4 || memcmp(name.bytes + name.length - 3, ".py", 3) != 0) {
        note(form, json_fail(&form->document, value,
                             "expected the name of a .py file beside this one"));
        return;
    }
    Text path = {0}, error = {0};
    const char *slash = strrchr(form->path, '/');
    if (slash)
        text_append(&path, form->path, (size_t)(slash - form->path) + 1);
    text_append_slice(&path, name);
    form->scenario->program = source_read(text_string(&path), &error);
    if (!form->scenario->program)
        note(form, json_fail(&form->document, value, "cannot read %s: %s", text_string(&path),
                             text_string(&error)));
    text_done(&path);
    text_done(&error);
}

static void read_program(Form *form, const cJSON *root)
{
    const cJSON *program = optional(form, root, "program"),
                *file = optional(form, root, "file");
    if (!program == !file)
        note(form,
             json_fail(&form->document, root, "a scenario has either \"program\" or \"file\""));
    else if (program)
        read_inline_program(form, program);
    else
        read_program_file(form, file);
    if (form->scenario->program)
        form->lines = lines_read(form->scenario->program, &form->scenario->region);
}

/* --- remarks --- */

/* "line": a line on which a statement begins. */
static bool read_line(Form *form, const cJSON *entry, uint32_t *ret_line)
{
    const cJSON *value = json_member(&form->document, entry, "line", true);
    const Source *program = form->scenario->program;
    long long line;
    if (!json_integer(&form->document, value, 1, program ? (double)program->line_count : 1,
                      &line))
        return note(form, false);
    if (form->lines && form->lines[line - 1].kind != LINE_STATEMENT)
        return note(
            form, json_fail(&form->document, value, "no statement begins on line %lld", line));
    *ret_line = (uint32_t)line;
    return true;
}

static bool read_written(Form *form, const cJSON *entry, const char *name, Written *ret_written)
{
    const cJSON *value = json_member(&form->document, entry, name, true);
    Slice text;
    bool exact;
    if (!json_text(&form->document, value, 1, PROSE_LIMIT, &text))
        return note(form, false);
    Span span = json_span(&form->document, value, &exact);
    *ret_written = (Written){.source = form->scenario->file,
                             .text = text,
                             .offset = span.start,
                             .width = span.end - span.start,
                             .is_exact = exact,
                             .region = &form->scenario->region,
                             .diagnostics = form->document.diagnostics};
    return true;
}

static void read_note(Form *form, const cJSON *entry)
{
    static const char *const known[] = {"line", "text", ""};
    Note result = {0};
    note(form, json_object(&form->document, entry, known));
    bool placed = read_line(form, entry, &result.line);
    read_text(form, entry, "text", 1, PROSE_LIMIT, true, &result.text);
    if (placed)
        scenario_add_note(form->scenario, result);
}

static void read_question(Form *form, const cJSON *entry)
{
    static const char *const known[] = {"line", "ask", "text", ""};
    Question result = {0};
    Written written;
    Slice nothing;
    note(form, json_object(&form->document, entry, known));
    bool placed = read_line(form, entry, &result.line);
    if (read_written(form, entry, "ask", &written) &&
        note(form, grammar_question(&written, false, &result.test, &nothing)) && placed) {
        read_text(form, entry, "text", 1, PROSE_LIMIT, false, &result.text);
        scenario_add_question(form->scenario, result);
    }
}

static void read_expectation(Form *form, const cJSON *entry)
{
    static const char *const known[] = {"line", "expect", ""};
    Expectation result = {0};
    Written written;
    note(form, json_object(&form->document, entry, known));
    bool placed = read_line(form, entry, &result.line);
    if (read_written(form, entry, "expect", &written) &&
        note(form, grammar_expectation(&written, &result.test)) && placed)
        scenario_add_expectation(form->scenario, result);
}

static void read_label(Form *form, const cJSON *entry)
{
    static const char *const known[] = {"line", "label", "object", ""};
    Label result = {0};
    Written written;
    note(form, json_object(&form->document, entry, known));
    bool placed = read_line(form, entry, &result.line);
    read_text(form, entry, "label", 1, LABEL_LIMIT, true, &result.name);
    if (read_written(form, entry, "object", &written) &&
        note(form, grammar_path(&written, &result.path)) && placed)
        scenario_add_label(form->scenario, result);
}

typedef void ReadEntry(Form *form, const cJSON *entry);

static void read_entries(Form *form, const cJSON *root, const char *name, ReadEntry *read_entry)
{
    const cJSON *value = optional(form, root, name);
    if (!value || !note(form, json_array(&form->document, value, 0, REMARK_LIMIT)))
        return;
    for (const cJSON *entry = value->child; entry; entry = entry->next)
        read_entry(form, entry);
}

/* --- options --- */

static void read_thresholds(Form *form, const cJSON *root)
{
    const cJSON *value = optional(form, root, "thresholds");
    if (!value || !note(form, json_array(&form->document, value, 3, 3)))
        return;
    int i = 0;
    for (const cJSON *item = value->child; item; item = item->next, i++) {
        long long threshold = 0;
        note(form, json_integer(&form->document, item, 0, THRESHOLD_LIMIT, &threshold));
        form->scenario->thresholds[i] = (uint32_t)threshold;
    }
    form->scenario->has_thresholds = true;
}

static void read_choices(Form *form, const cJSON *root)
{
    static const char *const modes[] = {"file", "repl", ""}, *const starts[] = {"warm",
                                                                                "native", ""};
    const cJSON *python = optional(form, root, "python"), *mode = optional(form, root, "mode");
    const cJSON *start = optional(form, root, "start");
    int index = 0;
    if (python && note(form, json_choice(&form->document, python, versions, &index)))
        memcpy(form->scenario->python, versions[index], strlen(versions[index]) + 1);
    if (mode && note(form, json_choice(&form->document, mode, modes, &index)))
        form->scenario->repl = index == 1;
    if (start && note(form, json_choice(&form->document, start, starts, &index)))
        form->scenario->start = (StartState)index;
}

static void read_view(Form *form, const cJSON *root)
{
    static const char *const known[] = {"mode", "inline", "namespaces", ""};
    static const char *const modes[] = {"objects", "collector", "heap", "time", "code", ""};
    const cJSON *view = optional(form, root, "view");
    if (!view || !note(form, json_object(&form->document, view, known)))
        return;
    const cJSON *mode = optional(form, view, "mode");
    int index;
    if (mode && note(form, json_choice(&form->document, mode, modes, &index)))
        form->scenario->view_mode = slice_of(modes[index]);
    const cJSON *inlined = optional(form, view, "inline");
    if (inlined)
        note(form, json_bool(&form->document, inlined, &form->scenario->view_inline));
    const cJSON *namespaces = optional(form, view, "namespaces");
    if (namespaces)
        note(form, json_bool(&form->document, namespaces, &form->scenario->view_namespaces));
}

static void read_root(Form *form, const cJSON *root)
{
    static const char *const known[] = {"$schema",      "title",      "summary", "python",
                                        "mode",         "start",      "stdin",   "program",
                                        "file",         "thresholds", "notes",   "questions",
                                        "expectations", "labels",     "view",    ""};
    if (!note(form, json_object(&form->document, root, known)) && !cJSON_IsObject(root))
        return;
    Slice schema;
    read_text(form, root, "$schema", 0, PROSE_LIMIT, false, &schema);
    read_text(form, root, "title", 1, TITLE_LIMIT, true, &form->scenario->title);
    read_text(form, root, "summary", 1, PROSE_LIMIT, false, &form->scenario->summary);
    read_text(form, root, "stdin", 0, INPUT_LIMIT, false, &form->scenario->input);
    read_choices(form, root);
    read_thresholds(form, root);
    read_program(form, root);
    read_entries(form, root, "notes", read_note);
    read_entries(form, root, "questions", read_question);
    read_entries(form, root, "labels", read_label);
    read_entries(form, root, "expectations", read_expectation);
    read_view(form, root);
}

bool json_form_read(Scenario *scenario, const char *path, Diagnostics *diagnostics)
{
    Form form = {.scenario = scenario, .path = path, .fine = true};
    if (json_open(&form.document, scenario->file, diagnostics))
        read_root(&form, form.document.root);
    else
        form.fine = false;
    json_close(&form.document);
    const char *name = scenario->program ? scenario->program->name : path;
    scenario->script_name = memory_copy(name, strlen(name));
    return form.fine;
}
