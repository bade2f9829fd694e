#include "lang/encoding.h"

#include <stdlib.h>
#include <string.h>

static bool is_name_character(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '-' || c == '_' || c == '.';
}

/* The encoding that a comment line names; empty where it names none. */
static Slice coding_of(Slice line)
{
    Slice none = {"", 0};
    size_t start = 0;
    while (start < line.length && strchr(" \t\f", line.bytes[start]))
        start++;
    if (start == line.length || line.bytes[start] != '#')
        return none;
    for (size_t i = start; i + 7 < line.length; i++) {
        if (memcmp(line.bytes + i, "coding", 6) != 0 ||
            (line.bytes[i + 6] != ':' && line.bytes[i + 6] != '='))
            continue;
        size_t from = i + 7;
        while (from < line.length && (line.bytes[from] == ' ' || line.bytes[from] == '\t'))
            from++;
        size_t to = from;
        while (to < line.length && is_name_character(line.bytes[to]))
            to++;
        if (to > from)
            return (Slice){line.bytes + from, to - from};
    }
    return none;
}

/* Parser/tokenizer.c, get_normal_name; every one of these agrees with UTF-8 in ASCII text. */
static bool is_known(Slice name, bool ascii_only)
{
    static const char *const utf8[] = {"utf-8", "utf8", "u8"};
    static const char *const others[] = {"ascii",     "us-ascii",   "latin-1", "latin1",
                                         "l1",        "iso-8859-1", "cp1252",  "iso-latin-1",
                                         "iso8859-1", "iso-8859-15"};
    char normal[16] = {0};
    for (size_t i = 0; i < name.length && i + 1 < sizeof normal; i++) {
        char c = name.bytes[i] == '_' ? '-' : name.bytes[i];
        normal[i] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
    }
    if (strncmp(normal, "utf-8-", 6) == 0)
        return true;
    for (size_t i = 0; i < sizeof utf8 / sizeof utf8[0]; i++)
        if (strcmp(normal, utf8[i]) == 0)
            return true;
    for (size_t i = 0; ascii_only && i < sizeof others / sizeof others[0]; i++)
        if (strcmp(normal, others[i]) == 0)
            return true;
    return false;
}

static bool is_blank(Slice line)
{
    for (size_t i = 0; i < line.length; i++) {
        if (line.bytes[i] == '#')
            return true;
        if (!strchr(" \t\f", line.bytes[i]))
            return false;
    }
    return true;
}

static bool is_ascii(const Source *source)
{
    for (size_t i = 0; i < source->length; i++)
        if (source->bytes[i] & 0x80)
            return false;
    return true;
}

/* The name in a coding comment, which may stand in the first two lines; empty where there is
 * none. */
static Slice declared(const Source *source)
{
    for (size_t number = 1; number <= 2 && number <= source->line_count; number++) {
        Slice line = source_line(source, number);
        Slice name = coding_of(line);
        if (name.length || !is_blank(line))
            return name;
    }
    return (Slice){"", 0};
}

bool encoding_is_declared(const Source *source)
{
    return declared(source).length || strncmp(source->bytes, "\xef\xbb\xbf", 3) == 0;
}

void encoding_check(const Source *source, Problems *problems)
{
    Slice name = declared(source);
    if (name.length && !is_known(name, is_ascii(source))) {
        size_t start = (size_t)(name.bytes - source->bytes);
        problems_refuse(problems, (Span){start, start + name.length},
                        "heapstep reads programs in UTF-8 only");
        return;
    }
    size_t bad = source_find_bad_byte(source);
    if (bad == source->length)
        return;
    unsigned char byte = (unsigned char)source->bytes[bad];
    if (byte == 0)
        problems_fail(problems, "SyntaxError", (Span){bad, bad + 1},
                      "source code cannot contain null bytes");
    else
        problems_fail(problems, "SyntaxError", (Span){bad, bad + 1},
                      "Non-UTF-8 code starting with '\\x%02x' on line %zu, but no encoding "
                      "declared; see https://peps.python.org/pep-0263/ for details",
                      byte, source_position(source, bad).line);
}
