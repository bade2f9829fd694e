#include "base/diagnostic.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/memory.h"

/* Of a longer line only the part around the caret is shown. */
enum { SHOWN_COLUMNS = 160, SHOWN_BEFORE = 60 };

void diagnostics_done(Diagnostics *list)
{
    for (size_t i = 0; i < list->count; i++) {
        free(list->items[i].file);
        free(list->items[i].line);
        free(list->items[i].message);
    }
    free(list->items);
    *list = (Diagnostics){0};
}

static Diagnostic *add(Diagnostics *list, const char *file, const char *format,
                       va_list arguments)
{
    if (list->count == DIAGNOSTIC_LIMIT) {
        list->dropped++;
        return NULL;
    }
    list->items =
        list_reserve(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    Diagnostic *item = &list->items[list->count++];
    Text message = {0};
    text_append_format_list(&message, format, arguments);
    item->file = memory_copy(file, strlen(file));
    item->message = text_take(&message);
    item->line = memory_copy("", 0);
    item->width = 1;
    return item;
}

void diagnostics_add(Diagnostics *list, const Source *source, Span span, const char *format,
                     ...)
{
    va_list arguments;
    va_start(arguments, format);
    Diagnostic *item = add(list, source->name, format, arguments);
    va_end(arguments);
    if (!item)
        return;
    item->position = source_position(source, span.start);
    Position end = source_position(source, span.end);
    if (end.line == item->position.line && end.column > item->position.column)
        item->width = end.column - item->position.column;
    Slice line = source_line(source, item->position.line);
    free(item->line);
    item->line = memory_copy(line.bytes, line.length);
}

void diagnostics_add_file(Diagnostics *list, const char *file, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add(list, file, format, arguments);
    va_end(arguments);
}

/* Control characters and broken bytes would garble a terminal: they become U+FFFD; tabs a
 * space. */
static void append_clean(Text *text, const char *line, size_t first, size_t count)
{
    size_t length = strlen(line);
    size_t column = 0;
    for (size_t i = 0; i < length && column < first + count; column++) {
        uint32_t point;
        size_t size = utf8_decode(line + i, length - i, &point);
        bool control = size == 0 || point < 0x20 || (point >= 0x7F && point < 0xA0);
        if (column >= first)
            text_append_point(text, size && point == '\t' ? ' ' : control ? 0xFFFD : point);
        i += size ? size : 1;
    }
}

static void append_line(Text *text, const Diagnostic *item)
{
    size_t column = item->position.column;
    size_t first = column > SHOWN_COLUMNS ? column - SHOWN_BEFORE : 0;
    text_append_string(text, "    ");
    append_clean(text, item->line, first, SHOWN_COLUMNS);
    text_append_string(text, "\n    ");
    for (size_t i = first + 1; i < column; i++)
        text_append_char(text, ' ');
    size_t width = item->width < SHOWN_COLUMNS ? item->width : SHOWN_COLUMNS;
    for (size_t i = 0; i < width; i++)
        text_append_char(text, '^');
    text_append_char(text, '\n');
}

void diagnostics_write(const Diagnostics *list, Text *ret_text)
{
    for (size_t i = 0; i < list->count; i++) {
        const Diagnostic *item = &list->items[i];
        append_clean(ret_text, item->file, 0, strlen(item->file));
        if (item->position.line)
            text_append_format(ret_text, ":%zu:%zu", item->position.line,
                               item->position.column);
        text_append_format(ret_text, ": %s\n", item->message);
        if (item->position.line)
            append_line(ret_text, item);
    }
    if (list->dropped)
        text_append_format(ret_text, "and %zu more\n", list->dropped);
}
