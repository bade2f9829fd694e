#include "judge/judge.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "judge/lookup.h"
#include "judge/watch.h"
#include "trace/cursor.h"

typedef struct Judge {
    const Scenario *scenario;
    const Trace *trace;
    ObjectId *labelled; /* by label entry: what it names now */
    uint32_t *judged;   /* by expectation: how often */
    bool *failed;       /* by expectation */
    Diagnostics *diagnostics;
    JudgeReport report;
} Judge;

static bool compare(int64_t value, Comparison comparison, int64_t number)
{
    switch (comparison) {
    case COMPARISON_EQ:
        return value == number;
    case COMPARISON_NE:
        return value != number;
    case COMPARISON_LT:
        return value < number;
    case COMPARISON_LE:
        return value <= number;
    case COMPARISON_GT:
        return value > number;
    case COMPARISON_GE:
        return value >= number;
    }
    return false;
}

/* What an immortal object's ob_refcnt reads as in CPython 3.12 and 3.13. */
static const int64_t IMMORTAL_COUNT = UINT32_MAX;

/* count, size or generation of an object; false where it cannot be asked. */
static bool figure(const Cursor *cursor, TestKind kind, ObjectId id, int64_t *ret_value,
                   Text *ret_missing)
{
    const Object *object = state_object(&cursor->state, id);
    if (kind == TEST_COUNT) {
        *ret_value = object->flags & OBJECT_IMMORTAL ? IMMORTAL_COUNT
                                                     : state_refcount(&cursor->state, id);
        return true;
    }
    if (kind == TEST_SIZE) {
        *ret_value = (int64_t)cursor_size(cursor, id);
        return true;
    }
    if (object->list < GC_GENERATION0 || object->list > GC_GENERATION2) {
        text_append_string(ret_missing, "the collector does not track that object");
        return false;
    }
    *ret_value = object->list - GC_GENERATION0;
    return true;
}

/* The object with a label now; 0 where the label is not given yet. */
static ObjectId labelled(const Judge *judge, Slice label)
{
    for (size_t i = judge->scenario->label_count; i-- > 0;)
        if (judge->labelled[i] && slice_equal(judge->scenario->labels[i].name, label))
            return judge->labelled[i];
    return 0;
}

/* Standard output of the Changes [from, to), without its last line break. */
static void printed(const Trace *trace, uint32_t from, uint32_t to, Text *ret_text)
{
    for (uint32_t i = from; i < to; i++) {
        const Change *change = trace_change(trace, i);
        if (change->kind == CHANGE_OUTPUT && change->index == 1)
            text_append(ret_text, trace->model->output.bytes + change->before,
                        change->after - change->before);
    }
    if (ret_text->length && ret_text->bytes[ret_text->length - 1] == '\n')
        ret_text->bytes[--ret_text->length] = '\0';
}

static bool test_prints(const Cursor *cursor, const Test *test, uint32_t begun, Text *ret_found)
{
    Text text = {0};
    printed(cursor->trace, begun, cursor->change, &text);
    bool equal = slice_equal(text_slice(&text), test->text);
    text_append_string(ret_found, "it prints '");
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] == '\n')
            text_append_string(ret_found, "\\n");
        else
            text_append_char(ret_found, text.bytes[i]);
    }
    text_append_char(ret_found, '\'');
    text_done(&text);
    return equal;
}

/* Does the test hold? `ret_asked` false: it cannot be asked. `ret_found` says what is true. */
static bool holds(const Judge *judge, const Cursor *cursor, const Test *test, StatementEnd end,
                  bool *ret_asked, Text *ret_found)
{
    *ret_asked = false;
    if (test->kind == TEST_PRINTS) {
        *ret_asked = true;
        return test_prints(cursor, test, end.begun, ret_found);
    }
    if (test->kind == TEST_ALIVE) {
        ObjectId id = labelled(judge, test->text);
        bool alive = id && state_alive(&cursor->state, id);
        text_append_string(ret_found, !id     ? "no object has that label"
                                      : alive ? "it is alive"
                                              : "it is dead");
        *ret_asked = id;
        return alive;
    }
    ObjectId a = lookup_path(cursor, end.frame, &test->a, ret_found);
    if (test->kind == TEST_SAME) {
        ObjectId b = a ? lookup_path(cursor, end.frame, &test->b, ret_found) : 0;
        *ret_asked = a && b;
        if (*ret_asked)
            text_append_string(ret_found,
                               a == b ? "they are the same object" : "they are two objects");
        return a == b;
    }
    int64_t value;
    if (!a || !figure(cursor, test->kind, a, &value, ret_found))
        return false;
    *ret_asked = true;
    text_append_format(ret_found, "it is %lld", (long long)value);
    return compare(value, test->comparison, test->number);
}

static void judge_one(Judge *judge, const Cursor *cursor, size_t index, StatementEnd end)
{
    const Test *test = &judge->scenario->expectations[index].test;
    Text found = {0};
    bool asked;
    bool held = holds(judge, cursor, test, end, &asked, &found);
    judge->judged[index]++;
    judge->report.judged++;
    if (!(asked && held != test->negated) && !judge->failed[index]) {
        judge->failed[index] = true;
        diagnostics_add(judge->diagnostics, judge->scenario->file, test->where,
                        "%.*s does not hold after line %u: %s", (int)test->shown.length,
                        test->shown.bytes, end.line, text_string(&found));
    }
    text_done(&found);
}

static void on_over(void *context, const Cursor *cursor, StatementEnd end)
{
    Judge *judge = context;
    const Scenario *scenario = judge->scenario;
    Text ignored = {0};
    for (size_t i = 0; i < scenario->label_count; i++)
        if (scenario->labels[i].line == end.line)
            judge->labelled[i] =
                lookup_path(cursor, end.frame, &scenario->labels[i].path, &ignored);
    text_done(&ignored);
    for (size_t i = 0; i < scenario->expectation_count; i++)
        if (scenario->expectations[i].line == end.line)
            judge_one(judge, cursor, i, end);
}

static int compare_lines(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* The lines that labels and expectations are about, ascending, each once. Release with free().
 */
static uint32_t *lines_of(const Scenario *scenario, uint32_t *ret_count)
{
    size_t all = scenario->label_count + scenario->expectation_count;
    uint32_t *lines = memory_allocate((all + 1) * sizeof *lines);
    uint32_t count = 0, kept = 0;
    for (size_t i = 0; i < scenario->label_count; i++)
        lines[count++] = scenario->labels[i].line;
    for (size_t i = 0; i < scenario->expectation_count; i++)
        lines[count++] = scenario->expectations[i].line;
    qsort(lines, count, sizeof *lines, compare_lines);
    for (uint32_t i = 0; i < count; i++)
        if (i == 0 || lines[i] != lines[i - 1])
            lines[kept++] = lines[i];
    *ret_count = kept;
    return lines;
}

static void conclude(Judge *judge)
{
    for (size_t i = 0; i < judge->scenario->expectation_count; i++) {
        const Test *test = &judge->scenario->expectations[i].test;
        if (!judge->judged[i]) {
            judge->failed[i] = true;
            diagnostics_add(judge->diagnostics, judge->scenario->file, test->where,
                            "%.*s was never judged: its statement is never over",
                            (int)test->shown.length, test->shown.bytes);
        }
        judge->report.failed += judge->failed[i];
    }
}

JudgeReport judge_expectations(const Scenario *scenario, const Trace *trace,
                               Diagnostics *diagnostics)
{
    Judge judge = {.scenario = scenario, .trace = trace, .diagnostics = diagnostics};
    size_t count = scenario->expectation_count;
    judge.report.expectations = (uint32_t)count;
    judge.labelled = memory_allocate((scenario->label_count + 1) * sizeof *judge.labelled);
    judge.judged = memory_allocate((count + 1) * sizeof *judge.judged);
    judge.failed = memory_allocate((count + 1) * sizeof *judge.failed);
    uint32_t line_count;
    uint32_t *lines = lines_of(scenario, &line_count);
    watch_statements(trace, scenario->program, lines, line_count, on_over, &judge);
    conclude(&judge);
    free(lines);
    free(judge.labelled);
    free(judge.judged);
    free(judge.failed);
    return judge.report;
}
