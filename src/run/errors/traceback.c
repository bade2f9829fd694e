/* Traceback objects, and the text that CPython prints for an exception that nobody caught:
 * Python/traceback.c, Python/pythonrun.c (print_exception). */
#include "run/errors/traceback.h"

#include <string.h>
#include <utf8proc.h>

#include "run/builtins/stream.h"
#include "run/errors/suggestion.h"
#include "run/errors/traceback_lines.h"
#include "run/interpreter.h"
#include "run/values/operators.h"

enum {
    REPEATS_SHOWN = 3,     /* TB_RECURSIVE_CUTOFF */
    TRACEBACK_LIMIT = 1000 /* PyTraceBack_LIMIT */
};

void frame_make_object(Run *run, const Activation *activation)
{
    Model *model = run->model;
    if (activation->row->body || run->profile->minor < 11)
        return;
    collector_allocated(model);
    object_set_field(model, activation->frame, FIELD_FLAGS, activation->row->flags | OBJECT_GC);
    object_resize_body(model, activation->frame, activation->row->size);
}

void traceback_add(Run *run, const Activation *activation)
{
    Model *model = run->model;
    ObjectId exception = exception_raised(run);
    if (!exception)
        return;
    uint32_t mark = hand_mark(model);
    uint32_t at = activation->pc ? activation->pc - 1 : 0;
    frame_make_object(run, activation);
    ObjectId traceback =
        object_create(model, KIND_TRACEBACK, model->types[TYPE_TRACEBACK],
                      run->profile->sizes.traceback, OBJECT_GC, (Payload){.bits = 0});
    ObjectId parts[] = {model_object(model, exception)->slots[EXCEPTION_SLOT_TRACEBACK],
                        activation->frame};
    reference_splice(model, traceback, 0, 0, parts, 2);
    object_set_field(model, traceback, FIELD_A, at);
    object_set_field(model, traceback, FIELD_B, code_line_at(activation->code, at));
    collector_track(model, traceback);
    reference_set(model, exception, EXCEPTION_SLOT_TRACEBACK, traceback);
    hand_release(model, mark);
}

/* --- one entry --- */

static Slice strip(Slice line)
{
    while (line.length && strchr(" \t\f", line.bytes[0]))
        line = (Slice){line.bytes + 1, line.length - 1};
    return line;
}

static void write_repeated(Text *text, char c, size_t count)
{
    while (count-- > 0)
        text_append_char(text, c);
}

/* Columns of a part of the line: wide characters take two (_PyPegen_calculate_display_width).
 */
static size_t columns_between(Slice line, size_t start, size_t end)
{
    size_t columns = 0;
    while (start < end) {
        uint32_t point;
        size_t length = utf8_decode(line.bytes + start, end - start, &point);
        if (!length)
            return columns + (end - start);
        columns += utf8proc_charwidth((utf8proc_int32_t)point) == 2 ? 2 : 1;
        start += length;
    }
    return columns;
}

static void write_markers(Slice line, const Anchors *anchors, Text *ret_text)
{
    size_t first = (size_t)(strip(line).bytes - line.bytes);
    text_append_string(ret_text, "    ");
    write_repeated(ret_text, ' ', columns_between(line, first, anchors->start));
    if (anchors->split) {
        write_repeated(ret_text, '~', columns_between(line, anchors->start, anchors->left));
        write_repeated(ret_text, '^', columns_between(line, anchors->left, anchors->right));
        write_repeated(ret_text, '~', columns_between(line, anchors->right, anchors->end));
    } else {
        write_repeated(ret_text, '^', columns_between(line, anchors->start, anchors->end));
    }
    text_append_char(ret_text, '\n');
}

static const char *file_name(const Run *run, const Source *source)
{
    if (source != run->source)
        return source->name;
    return run->options->repl ? "<stdin>" : run_script_file(run);
}

const char *code_file(const Run *run, const Code *code)
{
    return file_name(run, consts_find(run, code)->source);
}

static void write_line(const Run *run, const Code *code, uint32_t at, uint32_t line_number,
                       Text *ret_text)
{
    const Source *source = consts_find(run, code)->source;
    if (!source || (run->options->repl && source == run->source))
        return;
    Slice line = source_line(source, line_number), shown = strip(line);
    if (!shown.length)
        return;
    const Location *location = &code->locations[at];
    bool has_end =
        location->end_line > location->line || location->end_column > location->column;
    if (run->profile->minor >= 13 && has_end && location->line == line_number) {
        traceback_lines_write(source, location, run->profile, ret_text);
        return;
    }
    text_append_format(ret_text, "    %.*s\n", SLICE(shown));
    const Instruction *instruction = &code->instructions[at];
    Anchors anchors;
    if (run->profile->minor >= 11 &&
        anchors_find(line, location, (Opcode)instruction->op, instruction->arg, &anchors))
        write_markers(line, &anchors, ret_text);
}

static void write_entry(const Run *run, const Object *traceback, Text *ret_text)
{
    const Code *code = model_payload(run->model, traceback->slots[1]).code;
    text_append_format(ret_text, "  File \"%s\", line %u, in %.*s\n", code_file(run, code),
                       frame_line(run, traceback->slots[1], traceback->a), SLICE(code->name));
    write_line(run, code, traceback->a, traceback->b, ret_text);
}

/* The library's lines are not CPython's: they are left out. */
static bool is_shown(const Run *run, const Object *traceback)
{
    return !consts_find(run, model_payload(run->model, traceback->slots[1]).code)->is_library;
}

void traceback_write_entry(const Run *run, ObjectId traceback, Text *ret_text)
{
    write_entry(run, model_object(run->model, traceback), ret_text);
}

bool traceback_is_hidden(const Run *run, ObjectId traceback)
{
    return !is_shown(run, model_object(run->model, traceback));
}

const Source *traceback_find_source(const Run *run, Slice file)
{
    for (size_t i = 0; i < run->codes.capacity; i++) {
        const CodeInfo *info = run->codes.items[i];
        if (info && slice_is(file, file_name(run, info->source)))
            return info->source;
    }
    return NULL;
}

/* --- all entries --- */

static bool same_place(const Run *run, const Object *a, const Object *b)
{
    return a && a->b == b->b &&
           model_payload(run->model, a->slots[1]).code ==
               model_payload(run->model, b->slots[1]).code;
}

static void write_repeats(uint32_t count, Text *ret_text)
{
    if (count <= REPEATS_SHOWN)
        return;
    count -= REPEATS_SHOWN;
    text_append_format(ret_text, "  [Previous line repeated %u more time%s]\n", count,
                       count > 1 ? "s" : "");
}

static const Object *next_entry(const Run *run, const Object *traceback)
{
    ObjectId next = traceback->slots[0];
    return next ? model_object(run->model, next) : NULL;
}

/* How many entries are told, from the last one on: sys.tracebacklimit where it is an int. */
static uint32_t entries_told(Run *run)
{
    const Model *model = run->model;
    ObjectId limit = stream_sys_value(run, "tracebacklimit");
    if (!limit || !kind_is_integer(model_kind(model, limit)))
        return TRACEBACK_LIMIT;
    if (int_is_negative(model, limit))
        return 0;
    int64_t count = int_is_small(model, limit) ? int_value(model, limit) : UINT32_MAX;
    return count < UINT32_MAX ? (uint32_t)count : UINT32_MAX;
}

/* tb_printinternal */
static void write_entries(const Run *run, const Object *traceback, uint32_t told,
                          Text *ret_text)
{
    uint32_t depth = 0, repeats = 0;
    for (const Object *entry = traceback; entry; entry = next_entry(run, entry))
        depth++;
    for (; depth > told; depth--)
        traceback = next_entry(run, traceback);
    const Object *last = NULL;
    for (; traceback; traceback = next_entry(run, traceback)) {
        if (!same_place(run, last, traceback)) {
            write_repeats(repeats, ret_text);
            repeats = 0;
        }
        last = traceback;
        if (++repeats <= REPEATS_SHOWN && is_shown(run, traceback))
            write_entry(run, traceback, ret_text);
    }
    write_repeats(repeats, ret_text);
}

/* --- the exception itself --- */

static void write_type(Run *run, ObjectId type, TracebackStyle style, Text *ret_text)
{
    const Model *model = run->model;
    const Object *row = model_object(model, type);
    ObjectId module = row->dict ? dict_get_str(model, row->dict,
                                               model_intern(run->model, slice_of("__module__")))
                                : 0;
    bool heap = row->flags & OBJECT_HEAP_TYPE;
    bool is_main = heap && module && model_kind(model, module) == KIND_STR &&
                   slice_is(str_slice(model, module), "__main__");
    if (heap && module && model_kind(model, module) == KIND_STR &&
        (!is_main || (run->profile->minor < 11 && style == TRACEBACK_OWN)))
        text_append_format(ret_text, "%.*s.", SLICE(str_slice(model, module)));
    bool short_name = run->profile->minor < 9 && style == TRACEBACK_OWN;
    ObjectId name = row->slots[short_name ? TYPE_SLOT_NAME : TYPE_SLOT_QUALNAME];
    text_append_slice(ret_text, name ? str_slice(model, name) : type_name(model, type));
}

void traceback_write_notes(Run *run, ObjectId exception, Text *ret_text)
{
    bool found = false;
    if (run->profile->minor < 11)
        return;
    ObjectId name = model_intern(run->model, slice_of("__notes__"));
    ObjectId notes = attribute_find(run, exception, name, &found);
    raise_clear(run);
    for (uint32_t i = 0; found && i < model_object(run->model, notes)->slot_count; i++) {
        if (str_write(run, model_object(run->model, notes)->slots[i], ret_text))
            text_append_char(ret_text, '\n');
        raise_clear(run);
    }
}

static void write_value(Run *run, ObjectId exception, TracebackStyle style, Text *ret_text)
{
    write_type(run, model_object(run->model, exception)->type, style, ret_text);
    Text value = {0};
    uint32_t mark = hand_mark(run->model);
    if (!str_write(run, exception, &value)) {
        text_clear(&value);
        text_append_string(&value, "<exception str() failed>");
        raise_clear(run);
    }
    if (style == TRACEBACK_OWN || run->profile->minor >= 12)
        suggestion_write(run, exception, &value);
    if (value.length) {
        text_append_string(ret_text, ": ");
        text_append_slice(ret_text, text_slice(&value));
    }
    text_append_char(ret_text, '\n');
    text_done(&value);
    hand_release(run->model, mark);
}

/* Where a SyntaxError is: columns count code points from 1; `end_column` 0: to the line's end.
 */
typedef struct SyntaxPlace {
    Slice file;
    size_t line_number;
    Slice line;
    size_t column, end_column;
} SyntaxPlace;

/* print_error_text; before 3.10 only the first column is marked. A
 * column of 0 marks nothing. */
static void write_syntax_place(const SyntaxPlace *place, int minor, Text *ret_text)
{
    Slice line = place->line, shown = strip(line);
    size_t hidden = utf8_count(line.bytes, (size_t)(shown.bytes - line.bytes));
    text_append_format(ret_text, "  File \"%.*s\", line %zu\n", SLICE(place->file),
                       place->line_number);
    text_append_format(ret_text, "    %.*s\n", SLICE(shown));
    if (place->column <= hidden)
        return;
    size_t width = utf8_count(shown.bytes, shown.length);
    size_t start = place->column - 1 - hidden, end = start + 1;
    if (minor >= 10)
        end = place->end_column ? place->end_column - 1 - hidden : width;
    if (minor >= 13 && end > width) /* traceback.py does not mark past the line's end */
        end = width;
    text_append_string(ret_text, "    ");
    write_repeated(ret_text, ' ', start);
    write_repeated(ret_text, '^', end > start ? end - start : 1);
    text_append_char(ret_text, '\n');
}

static size_t int_or_zero(const Run *run, ObjectId value)
{
    bool is_int = value && model_kind(run->model, value) == KIND_INT;
    return is_int ? (size_t)int_value(run->model, value) : 0;
}

/* A SyntaxError in a module: where it is, and its message without the place. */
static bool write_module_syntax(Run *run, ObjectId exception, TracebackStyle style,
                                Text *ret_text)
{
    const Model *model = run->model;
    const Object *row = model_object(model, exception);
    if (!type_is_subtype(run, row->type, run->exceptions[EXC_SyntaxError]))
        return false;
    const ObjectId *slots = row->slots + EXCEPTION_SLOT_FILE; /* file, line, column, text … */
    if (!slots[0] || !slots[3] || model_kind(model, slots[0]) != KIND_STR ||
        model_kind(model, slots[3]) != KIND_STR)
        return false;
    SyntaxPlace place = {str_slice(model, slots[0]), int_or_zero(run, slots[1]),
                         str_slice(model, slots[3]), int_or_zero(run, slots[2]), 0};
    while (place.line.length && place.line.bytes[place.line.length - 1] == '\n')
        place.line.length--;
    if (int_or_zero(run, slots[4]) == place.line_number)
        place.end_column = int_or_zero(run, slots[5]);
    if (!slots[4] || model_kind(model, slots[4]) != KIND_INT)
        place.end_column = place.column + 1;
    write_syntax_place(&place, run->profile->minor, ret_text);
    write_type(run, row->type, style, ret_text);
    text_append_string(ret_text, ": ");
    if (!str_write(run, row->slots[EXCEPTION_SLOT_COUNT], ret_text))
        raise_clear(run);
    text_append_char(ret_text, '\n');
    return true;
}

bool traceback_write_entries(Run *run, ObjectId exception, Text *ret_text)
{
    ObjectId traceback = model_object(run->model, exception)->slots[EXCEPTION_SLOT_TRACEBACK];
    uint32_t told = entries_told(run);
    if (traceback)
        write_entries(run, model_object(run->model, traceback), told, ret_text);
    return traceback && told;
}

void traceback_write_value(Run *run, ObjectId exception, TracebackStyle style, Text *ret_text)
{
    if (!write_module_syntax(run, exception, style, ret_text))
        write_value(run, exception, style, ret_text);
}

static void write_repr(Run *run, ObjectId where, Text *ret_text)
{
    uint32_t mark = hand_mark(run->model);
    if (!repr_write(run, where, ret_text)) {
        raise_clear(run);
        text_append_string(ret_text, "<object repr() failed>");
    }
    hand_release(run->model, mark);
}

void traceback_write_ignored(Run *run, ObjectId exception, ObjectId message, ObjectId where,
                             Text *ret_text)
{
    if (message && !str_write(run, message, ret_text))
        raise_clear(run);
    if (where) {
        text_append_string(ret_text, message ? ": " : "Exception ignored in: ");
        write_repr(run, where, ret_text);
        text_append_char(ret_text, '\n');
    } else if (message) {
        text_append_string(ret_text, ":\n");
    }
    traceback_write_alone(run, exception, TRACEBACK_OWN, ret_text);
}

/* --- syntax errors --- */

void traceback_write_warning(const Run *run, const char *category,
                             const ProgramWarning *warning, Text *ret_text)
{
    text_append_format(ret_text, "%s:%zu: %s: %.*s\n",
                       run->options->repl ? "<stdin>" : run_script_file(run), warning->line,
                       category, SLICE(warning->message));
    Slice line = strip(source_line(run->source, warning->line));
    if (line.length && !run->options->repl)
        text_append_format(ret_text, "  %.*s\n", SLICE(line));
}

void traceback_write_syntax(const Run *run, const Source *source, const SyntaxProblem *problem,
                            Text *ret_text)
{
    SyntaxPlace place = {slice_of(file_name(run, source)), problem->start.line,
                         source_line(source, problem->start.line), problem->start.column, 0};
    if (problem->end.line == problem->start.line)
        place.end_column = problem->end.column;
    write_syntax_place(&place, run->profile->minor, ret_text);
    text_append_format(ret_text, "%s: %s\n", problem->type, problem->message);
}
