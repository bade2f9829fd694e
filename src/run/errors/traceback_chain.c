/* An exception with those before it in its chain and those inside of it: Python/pythonrun.c
 * (print_exception_recursive, print_exception_group), Lib/traceback.py. */
#include <stdlib.h>

#include "base/list.h"
#include "run/errors/exception_group.h"
#include "run/errors/traceback.h"

enum {
    GROUP_WIDTH = 15, /* exceptions of a group that are shown */
    GROUP_DEPTH = 10, /* groups within groups */
};

/* What is being written. Lines inside of a group stand behind a margin. */
typedef struct Printing {
    Run *run;
    Text *text;
    TracebackStyle style;
    uint32_t depth; /* of groups; 0: no margin */
    bool needs_end; /* the last line of the innermost group has not been drawn */
    ObjectId *seen; /* exceptions that have been begun: no chain leads to one again */
    size_t seen_count, seen_capacity;
} Printing;

static void indent(const Printing *printing)
{
    for (uint32_t i = 0; i < printing->depth; i++)
        text_append_string(printing->text, "  ");
}

/* Appends lines, each behind the margin. */
static void emit(const Printing *printing, Slice lines, char margin)
{
    while (lines.length) {
        const char *end = memchr(lines.bytes, '\n', lines.length);
        size_t length = end ? (size_t)(end - lines.bytes) + 1 : lines.length;
        indent(printing);
        if (printing->depth)
            text_append_format(printing->text, "%c ", margin);
        text_append(printing->text, lines.bytes, length);
        lines = (Slice){lines.bytes + length, lines.length - length};
    }
}

static void emit_string(const Printing *printing, const char *lines)
{
    emit(printing, slice_of(lines), '|');
}

/* The exception's own text: before 3.13 only its first line has a margin. */
static void emit_value(const Printing *printing, Slice text)
{
    const char *end = memchr(text.bytes, '\n', text.length);
    size_t first = end ? (size_t)(end - text.bytes) + 1 : text.length;
    if (printing->run->profile->minor >= 13)
        first = text.length;
    emit(printing, (Slice){text.bytes, first}, '|');
    text_append(printing->text, text.bytes + first, text.length - first);
}

/* The entries behind a header, and the exception itself. */
static void write_body(const Printing *printing, ObjectId exception, const char *header,
                       char margin)
{
    Text text = {0};
    if (traceback_write_entries(printing->run, exception, &text)) {
        emit(printing, slice_of(header), margin);
        emit(printing, text_slice(&text), '|');
        text_clear(&text);
    }
    traceback_write_value(printing->run, exception, printing->style, &text);
    emit_value(printing, text_slice(&text));
    text_clear(&text);
    traceback_write_notes(printing->run, exception, &text);
    emit(printing, text_slice(&text), '|');
    text_done(&text);
}

static void write_chain(Printing *printing, ObjectId exception);

static void write_member(Printing *printing, ObjectId group, uint32_t index)
{
    const Object *row = group_exceptions(printing->run, group);
    bool shown = index < GROUP_WIDTH;
    Text title = {0};
    text_append_format(&title, shown ? "%u" : "...", index + 1);
    indent(printing);
    text_append_format(printing->text, "%s+---------------- %s ----------------\n",
                       index ? "  " : "+-", text_string(&title));
    text_done(&title);
    printing->depth++;
    uint32_t rest = row->slot_count - GROUP_WIDTH;
    Text more = {0};
    if (shown) {
        write_chain(printing, row->slots[index]);
    } else {
        text_append_format(&more, "and %u more exception%s\n", rest, rest > 1 ? "s" : "");
        emit(printing, text_slice(&more), '|');
    }
    text_done(&more);
}

static void write_members(Printing *printing, ObjectId group)
{
    uint32_t count = group_exceptions(printing->run, group)->slot_count;
    uint32_t shown = count <= GROUP_WIDTH ? count : GROUP_WIDTH + 1;
    printing->needs_end = false;
    for (uint32_t i = 0; i < shown; i++) {
        bool last = i + 1 == shown;
        if (last)
            printing->needs_end = true;
        write_member(printing, group, i);
        if (last && printing->needs_end) {
            indent(printing);
            text_append_string(printing->text, "+------------------------------------\n");
            printing->needs_end = false;
        }
        printing->depth--;
    }
}

static void write_group(Printing *printing, ObjectId group)
{
    static const char header[] = "Exception Group Traceback (most recent call last):\n";
    bool outermost = printing->depth == 0;
    if (printing->depth > GROUP_DEPTH) {
        emit_string(printing, "... (max_group_depth is 10)\n");
        return;
    }
    printing->depth += outermost;
    write_body(printing, group, header, outermost ? '+' : '|');
    write_members(printing, group);
    printing->depth -= outermost;
}

static void write_one(Printing *printing, ObjectId exception)
{
    if (object_is_group(printing->run, exception))
        write_group(printing, exception);
    else
        write_body(printing, exception, "Traceback (most recent call last):\n", '|');
}

static bool is_seen(const Printing *printing, ObjectId exception)
{
    for (size_t i = 0; i < printing->seen_count; i++)
        if (printing->seen[i] == exception)
            return true;
    return false;
}

static void add_seen(Printing *printing, ObjectId exception)
{
    printing->seen = list_reserve(printing->seen, &printing->seen_capacity,
                                  printing->seen_count + 1, sizeof *printing->seen);
    printing->seen[printing->seen_count++] = exception;
}

static void write_chain(Printing *printing, ObjectId exception)
{
    const Object *row = model_object(printing->run->model, exception);
    ObjectId cause = row->slots[EXCEPTION_SLOT_CAUSE],
             context = row->slots[EXCEPTION_SLOT_CONTEXT];
    add_seen(printing, exception);
    if (cause && !is_seen(printing, cause)) {
        write_chain(printing, cause);
        emit_string(printing, "\nThe above exception was the direct cause of the following "
                              "exception:\n\n");
    } else if (!cause && context && !(row->b & 1) && !is_seen(printing, context)) {
        write_chain(printing, context);
        emit_string(printing, "\nDuring handling of the above exception, another exception "
                              "occurred:\n\n");
    }
    write_one(printing, exception);
}

void traceback_write_as(Run *run, ObjectId exception, TracebackStyle style, Text *ret_text)
{
    Printing printing = {.run = run, .text = ret_text, .style = style};
    write_chain(&printing, exception);
    free(printing.seen);
}

void traceback_write(Run *run, ObjectId exception, Text *ret_text)
{
    traceback_write_as(run, exception, TRACEBACK_OWN, ret_text);
}

void traceback_write_alone(Run *run, ObjectId exception, TracebackStyle style, Text *ret_text)
{
    Printing printing = {.run = run, .text = ret_text, .style = style};
    write_one(&printing, exception);
    free(printing.seen);
}
