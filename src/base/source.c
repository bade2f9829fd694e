#include "base/source.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/list.h"
#include "base/memory.h"

static void index_lines(Source *source)
{
    size_t capacity = 0;
    source->line_start = list_reserve(NULL, &capacity, 1, sizeof(size_t));
    source->line_start[source->line_count++] = 0;
    for (size_t i = 0; i < source->length; i++) {
        bool lone_return = source->bytes[i] == '\r' && source->bytes[i + 1] != '\n';
        if (source->bytes[i] != '\n' && !lone_return)
            continue;
        source->line_start =
            list_reserve(source->line_start, &capacity, source->line_count + 1, sizeof(size_t));
        source->line_start[source->line_count++] = i + 1;
    }
}

Source *source_create(const char *name, const char *bytes, size_t length)
{
    Source *source = memory_allocate(sizeof *source);
    source->name = memory_copy(name, strlen(name));
    source->bytes = memory_copy(bytes, length);
    source->length = length;
    index_lines(source);
    return source;
}

void source_destroy(Source *source)
{
    if (!source)
        return;
    free(source->name);
    free(source->bytes);
    free(source->line_start);
    free(source);
}

static bool read_all(FILE *file, Text *bytes, Text *ret_error)
{
    char buffer[16 * 1024];
    size_t got;
    while ((got = fread(buffer, 1, sizeof buffer, file)) > 0) {
        text_append(bytes, buffer, got);
        if (bytes->length > SOURCE_SIZE_LIMIT) {
            text_append_format(ret_error,
                               "the file is larger than %d MiB, the most that "
                               "heapstep reads",
                               SOURCE_SIZE_LIMIT >> 20);
            return false;
        }
    }
    if (ferror(file))
        text_append_string(ret_error, strerror(errno));
    return !ferror(file);
}

Source *source_read(const char *path, Text *ret_error)
{
    bool standard = strcmp(path, "-") == 0;
    FILE *file = standard ? stdin : fopen(path, "rb");
    struct stat status;
    if (!file) {
        text_append_string(ret_error, strerror(errno));
        return NULL;
    }
    if (fstat(fileno(file), &status) == 0 && S_ISDIR(status.st_mode)) {
        text_append_string(ret_error, "this is a directory, not a program");
        fclose(file);
        return NULL;
    }
    Text bytes = {0};
    Source *source = NULL;
    if (read_all(file, &bytes, ret_error))
        source = source_create(standard ? "<stdin>" : path, text_string(&bytes), bytes.length);
    if (!standard)
        fclose(file);
    text_done(&bytes);
    return source;
}

size_t source_find_bad_byte(const Source *source)
{
    size_t offset = 0;
    while (offset < source->length) {
        uint32_t point;
        size_t size = utf8_decode(source->bytes + offset, source->length - offset, &point);
        if (size == 0 || point == 0 || (point >= 0xD800 && point <= 0xDFFF))
            return offset;
        offset += size;
    }
    return offset;
}

static size_t line_index(const Source *source, size_t offset)
{
    size_t low = 0, high = source->line_count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (source->line_start[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

Position source_position(const Source *source, size_t offset)
{
    if (offset > source->length)
        offset = source->length;
    size_t line = line_index(source, offset);
    size_t start = source->line_start[line];
    return (Position){line + 1, utf8_count(source->bytes + start, offset - start) + 1};
}

Slice source_line(const Source *source, size_t line)
{
    if (line == 0 || line > source->line_count)
        return (Slice){"", 0};
    size_t start = source->line_start[line - 1];
    size_t end = line < source->line_count ? source->line_start[line] : source->length;
    while (end > start && (source->bytes[end - 1] == '\n' || source->bytes[end - 1] == '\r'))
        end--;
    return (Slice){source->bytes + start, end - start};
}
