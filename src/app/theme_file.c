#include "app/theme_file.h"

#include <assert.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "json/json.h"

/* One field of the file: a colour, or as many in an array. */
typedef struct Row {
    const char *name;
    size_t offset; /* in Theme */
    size_t count;
} Row;

static const Row rows[] = {
    {"page", offsetof(Theme, page), 1},
    {"panel", offsetof(Theme, panel), 1},
    {"panel_border", offsetof(Theme, panel_border), 1},
    {"rule", offsetof(Theme, rule), 1},
    {"text", offsetof(Theme, text), 1},
    {"text_dim", offsetof(Theme, text_dim), 1},
    {"text_faint", offsetof(Theme, text_faint), 1},
    {"now", offsetof(Theme, now), 1},
    {"now_fill", offsetof(Theme, now_fill), 1},
    {"now_text", offsetof(Theme, now_text), 1},
    {"figure", offsetof(Theme, figure), 1},
    {"figure_fill", offsetof(Theme, figure_fill), 1},
    {"loss", offsetof(Theme, loss), 1},
    {"loss_fill", offsetof(Theme, loss_fill), 1},
    {"gain", offsetof(Theme, gain), 1},
    {"gain_fill", offsetof(Theme, gain_fill), 1},
    {"generation", offsetof(Theme, generation), 3},
    {"generation_fill", offsetof(Theme, generation_fill), 3},
    {"generation_hatch", offsetof(Theme, generation_hatch), 3},
    {"untracked_fill", offsetof(Theme, untracked_fill), 1},
    {"card", offsetof(Theme, card), 1},
    {"card_border", offsetof(Theme, card_border), 1},
    {"badge", offsetof(Theme, badge), 1},
    {"badge_text", offsetof(Theme, badge_text), 1},
    {"arrow", offsetof(Theme, arrow), 1},
    {"arrow_dim", offsetof(Theme, arrow_dim), 1},
    {"garbage", offsetof(Theme, garbage), 1},
    {"garbage_hatch", offsetof(Theme, garbage_hatch), 1},
    {"code_keyword", offsetof(Theme, code_keyword), 1},
    {"code_string", offsetof(Theme, code_string), 1},
    {"code_number", offsetof(Theme, code_number), 1},
    {"code_comment", offsetof(Theme, code_comment), 1},
    {"code_definition", offsetof(Theme, code_definition), 1},
};
enum { ROW_COUNT = sizeof rows / sizeof *rows };

/* Every field of Theme but its name must have a row. */
static_assert(sizeof(Theme) == sizeof((Theme *)0)->name + (ROW_COUNT + 6) * sizeof(Colour),
              "a field of Theme has no row");

static int digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* "#RRGGBB" or "#RRGGBBAA" */
static bool parse_colour(Slice text, Colour *ret_colour)
{
    if ((text.length != 7 && text.length != 9) || text.bytes[0] != '#')
        return false;
    Colour colour = 0;
    for (size_t i = 1; i < text.length; i++) {
        int value = digit(text.bytes[i]);
        if (value < 0)
            return false;
        colour = colour << 4 | (Colour)value;
    }
    *ret_colour = text.length == 7 ? colour << 8 | 0xFF : colour;
    return true;
}

static bool read_colour(JsonDocument *document, const cJSON *value, Colour *ret_colour)
{
    Slice text;
    if (!json_text(document, value, 0, 64, &text))
        return false;
    if (!parse_colour(text, ret_colour))
        return json_fail(document, value,
                         "a colour is written #RRGGBB or #RRGGBBAA, in hexadecimal digits");
    return true;
}

static void read_row(JsonDocument *document, const Row *row, Theme *theme)
{
    const cJSON *value = json_member(document, document->root, row->name, true);
    Colour *colours = (Colour *)(void *)((char *)theme + row->offset);
    if (row->count == 1) {
        read_colour(document, value, colours);
        return;
    }
    if (!json_array(document, value, row->count, row->count))
        return;
    const cJSON *item;
    cJSON_ArrayForEach(item, value)
    {
        read_colour(document, item, colours++);
    }
}

static void read_document(JsonDocument *document, Theme *theme)
{
    const char *known[ROW_COUNT + 1] = {0};
    for (size_t i = 0; i < ROW_COUNT; i++)
        known[i] = rows[i].name;
    known[ROW_COUNT] = "";
    if (!json_object(document, document->root, known))
        return;
    for (size_t i = 0; i < ROW_COUNT; i++)
        read_row(document, &rows[i], theme);
}

static bool read_source(const Source *source, Theme *theme, Diagnostics *diagnostics)
{
    JsonDocument document;
    if (!json_open(&document, source, diagnostics))
        return false;
    read_document(&document, theme);
    bool fine = document.fine;
    json_close(&document);
    return fine;
}

bool theme_read(const char *folder, const char *name, Theme *ret_theme,
                Diagnostics *diagnostics)
{
    Text path = {0}, error = {0};
    Theme theme = {0};
    text_append_format(&path, "%s/%s.json", folder, name);
    bool fine = strlen(name) < sizeof theme.name;
    Source *source = fine ? source_read(text_string(&path), &error) : NULL;
    if (!fine)
        diagnostics_add_file(diagnostics, text_string(&path),
                             "a theme's name has at most %zu characters",
                             sizeof theme.name - 1);
    else if (!source)
        diagnostics_add_file(diagnostics, text_string(&path), "%s", text_string(&error));
    fine = source && read_source(source, &theme, diagnostics);
    if (fine) {
        memcpy(theme.name, name, strlen(name) + 1);
        *ret_theme = theme;
    }
    source_destroy(source);
    text_done(&path);
    text_done(&error);
    return fine;
}
