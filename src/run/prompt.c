#include "run/prompt.h"

#include <string.h>

typedef struct Reader {
    const Source *source;
    const Profile *profile;
    Region *region;
} Reader;

static size_t start_of_line(const Source *source, size_t line)
{
    return line > source->line_count ? source->length
                                     : (size_t)(source_line(source, line).bytes - source->bytes);
}

static LangStatus split(const Reader *reader, Span part, StatementSpans *ret_spans,
                        SyntaxProblem *ret_problem)
{
    Diagnostics hidden = {0};
    LangStatus status = lang_split(reader->source, part, reader->profile, reader->region,
                                   ret_spans, ret_problem, &hidden);
    diagnostics_done(&hidden);
    return status;
}

/* What is complete before the line of a mistake. */
static void split_before(const Reader *reader, size_t from, size_t line,
                         StatementSpans *ret_spans)
{
    SyntaxProblem ignored;
    for (; line > 0; line--) {
        size_t end = start_of_line(reader->source, line);
        if (end <= from || split(reader, (Span){from, end}, ret_spans, &ignored) == LANG_OK)
            return;
    }
}

/* Returns where reading goes on. */
static size_t read_part(const Reader *reader, size_t from, PromptPart *ret_part)
{
    const Source *source = reader->source;
    *ret_part = (PromptPart){.status = LANG_OK};
    ret_part->status = split(reader, (Span){from, source->length}, &ret_part->spans,
                             &ret_part->problem);
    if (ret_part->status != LANG_SYNTAX_ERROR)
        return source->length;
    size_t line = ret_part->problem.start.line;
    split_before(reader, from, line, &ret_part->spans);
    size_t next = start_of_line(source, line + 1);
    return next > from ? next : source->length;
}

void prompt_read(const Source *source, const Profile *profile, Region *region,
                 Prompt *ret_prompt)
{
    Reader reader = {source, profile, region};
    size_t at = 0, capacity = 0;
    *ret_prompt = (Prompt){0};
    do {
        if (ret_prompt->count == capacity) {
            capacity = capacity ? 2 * capacity : 4;
            PromptPart *parts = region_allocate(region, capacity * sizeof *parts);
            if (ret_prompt->count)
                memcpy(parts, ret_prompt->parts, ret_prompt->count * sizeof *parts);
            ret_prompt->parts = parts;
        }
        at = read_part(&reader, at, &ret_prompt->parts[ret_prompt->count++]);
    } while (at < source->length);
}
