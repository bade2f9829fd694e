#include "scenario/remarks.h"

#include "base/list.h"
#include "scenario/grammar.h"
#include "scenario/lines.h"

typedef struct Remarks {
    Scenario *scenario;
    const Line *lines;
    size_t count;
    Diagnostics *diagnostics;
    bool fine;
} Remarks;

void scenario_add_note(Scenario *scenario, Note note)
{
    scenario->notes = list_reserve(scenario->notes, &scenario->note_capacity,
                                   scenario->note_count + 1, sizeof note);
    scenario->notes[scenario->note_count++] = note;
}

void scenario_add_question(Scenario *scenario, Question question)
{
    scenario->questions = list_reserve(scenario->questions, &scenario->question_capacity,
                                       scenario->question_count + 1, sizeof question);
    scenario->questions[scenario->question_count++] = question;
}

void scenario_add_expectation(Scenario *scenario, Expectation expectation)
{
    scenario->expectations =
        list_reserve(scenario->expectations, &scenario->expectation_capacity,
                     scenario->expectation_count + 1, sizeof expectation);
    scenario->expectations[scenario->expectation_count++] = expectation;
}

void scenario_add_label(Scenario *scenario, Label label)
{
    scenario->labels = list_reserve(scenario->labels, &scenario->label_capacity,
                                    scenario->label_count + 1, sizeof label);
    scenario->labels[scenario->label_count++] = label;
}

/* The marker's letter (: ? = @) when the line is a marker comment, else 0. */
static char marker(const Line *line)
{
    const Slice *comment = &line->comment;
    if (comment->length < 3 || comment->bytes[2] != ' ')
        return '\0';
    char c = comment->bytes[1];
    return c == ':' || c == '?' || c == '=' || c == '@' ? c : '\0';
}

static Slice body(const Line *line)
{
    Slice text = {line->comment.bytes + 3, line->comment.length - 3};
    while (text.length &&
           (text.bytes[text.length - 1] == ' ' || text.bytes[text.length - 1] == '\t'))
        text.length--;
    return text;
}

static void complain(Remarks *remarks, size_t index, const char *message)
{
    const Line *line = &remarks->lines[index];
    Span span = {line->comment_offset, line->comment_offset + line->comment.length};
    diagnostics_add(remarks->diagnostics, remarks->scenario->file, span, "%s", message);
    remarks->fine = false;
}

/* Line number of the next statement; 0 when there is none. */
static uint32_t statement_below(const Remarks *remarks, size_t index)
{
    for (size_t i = index + 1; i < remarks->count; i++)
        if (remarks->lines[i].kind == LINE_STATEMENT)
            return (uint32_t)i + 1;
    return 0;
}

/* Line number of the statement above that begins at the marker's own indentation. */
static uint32_t statement_above(const Remarks *remarks, size_t index)
{
    size_t indent = remarks->lines[index].indent;
    for (size_t i = index; i-- > 0;) {
        const Line *line = &remarks->lines[i];
        if (line->kind == LINE_OTHER || line->indent > indent)
            continue;
        if (line->indent < indent)
            return 0;
        if (line->kind == LINE_STATEMENT)
            return (uint32_t)i + 1;
    }
    return 0;
}

static Written written_at(const Remarks *remarks, size_t index)
{
    const Line *line = &remarks->lines[index];
    Slice text = body(line);
    return (Written){.source = remarks->scenario->file,
                     .text = text,
                     .offset = line->comment_offset + 3,
                     .width = text.length,
                     .is_exact = true,
                     .region = &remarks->scenario->region,
                     .diagnostics = remarks->diagnostics};
}

static void read_question(Remarks *remarks, size_t index)
{
    Question question = {.line = statement_below(remarks, index)};
    if (!question.line) {
        complain(remarks, index, "no statement follows this question");
        return;
    }
    Written written = written_at(remarks, index);
    if (grammar_question(&written, true, &question.test, &question.text))
        scenario_add_question(remarks->scenario, question);
    else
        remarks->fine = false;
}

static void read_expectation(Remarks *remarks, size_t index)
{
    Expectation expectation = {.line = statement_above(remarks, index)};
    if (!expectation.line) {
        complain(remarks, index, "no statement above begins at this indentation");
        return;
    }
    Written written = written_at(remarks, index);
    if (grammar_expectation(&written, &expectation.test))
        scenario_add_expectation(remarks->scenario, expectation);
    else
        remarks->fine = false;
}

static void read_label(Remarks *remarks, size_t index)
{
    Label label = {.line = statement_above(remarks, index)};
    if (!label.line) {
        complain(remarks, index, "no statement above begins at this indentation");
        return;
    }
    Written written = written_at(remarks, index);
    if (grammar_label(&written, &label.name, &label.path))
        scenario_add_label(remarks->scenario, label);
    else
        remarks->fine = false;
}

/* The end of a block of neighbouring note lines. */
static size_t block_end(const Remarks *remarks, size_t start)
{
    size_t end = start;
    while (end < remarks->count && marker(&remarks->lines[end]) == ':')
        end++;
    return end;
}

static Slice joined(Remarks *remarks, size_t start, size_t end, size_t limit)
{
    Text text = {0};
    for (size_t i = start; i < end; i++) {
        text_append_string(&text, i > start ? " " : "");
        text_append_slice(&text, body(&remarks->lines[i]));
    }
    if (utf8_count(text_string(&text), text.length) > limit)
        complain(remarks, start, "this text is too long");
    Slice slice = region_slice(&remarks->scenario->region, text_slice(&text));
    text_done(&text);
    return slice;
}

static size_t read_note(Remarks *remarks, size_t start)
{
    size_t end = block_end(remarks, start);
    Note note = {statement_below(remarks, end - 1), joined(remarks, start, end, PROSE_LIMIT)};
    if (note.line)
        scenario_add_note(remarks->scenario, note);
    else
        complain(remarks, start, "no statement follows this note");
    return end;
}

static bool is_blank(const Remarks *remarks, size_t index)
{
    if (index >= remarks->count)
        return true;
    Slice line = source_line(remarks->scenario->file, index + 1);
    for (size_t i = 0; i < line.length; i++)
        if (line.bytes[i] != ' ' && line.bytes[i] != '\t')
            return false;
    return true;
}

/* The first thing in the file, with a blank line behind it: title and summary. Returns its end.
 */
static size_t read_heading(Remarks *remarks)
{
    size_t start = 0;
    while (start < remarks->count && is_blank(remarks, start))
        start++;
    size_t end = block_end(remarks, start);
    if (end == start || !is_blank(remarks, end))
        return 0;
    remarks->scenario->title = joined(remarks, start, start + 1, TITLE_LIMIT);
    remarks->scenario->summary = joined(remarks, start + 1, end, PROSE_LIMIT);
    return end;
}

bool remarks_read(Scenario *scenario, Diagnostics *diagnostics)
{
    Remarks remarks = {.scenario = scenario,
                       .lines = lines_read(scenario->program, &scenario->region),
                       .count = scenario->program->line_count,
                       .diagnostics = diagnostics,
                       .fine = true};
    for (size_t i = read_heading(&remarks); i < remarks.count;) {
        size_t next = i + 1;
        switch (marker(&remarks.lines[i])) {
        case ':':
            next = read_note(&remarks, i);
            break;
        case '?':
            read_question(&remarks, i);
            break;
        case '=':
            read_expectation(&remarks, i);
            break;
        case '@':
            read_label(&remarks, i);
            break;
        default:
            break;
        }
        i = next;
    }
    return remarks.fine;
}
