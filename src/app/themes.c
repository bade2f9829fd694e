#include "app/themes.h"

#include <stdlib.h>
#include <string.h>

#include "app/theme_file.h"
#include "base/list.h"

static const char ending[] = ".json";
static const char default_theme[] = "light";

static bool add(const Assets *assets, const char *file, Themes *themes,
                Diagnostics *diagnostics)
{
    Text name = {0};
    text_append(&name, file, strlen(file) - strlen(ending));
    themes->items = list_reserve(themes->items, &themes->capacity, themes->count + 1,
                                 sizeof *themes->items);
    bool read = theme_read(assets->themes, text_string(&name), &themes->items[themes->count],
                           diagnostics);
    themes->count += read;
    text_done(&name);
    return read;
}

static bool choose(Themes *themes, const char *wanted)
{
    for (size_t i = 0; i < themes->count; i++) {
        if (strcmp(themes->items[i].name, wanted) == 0) {
            themes->current = i;
            return true;
        }
    }
    return false;
}

static bool read_all(const Assets *assets, const FileNames *names, const char *wanted,
                     Themes *themes, Diagnostics *diagnostics)
{
    if (!file_names_has(names, wanted, ending)) {
        Text list = {0};
        file_names_write(names, ending, &list);
        diagnostics_add_file(diagnostics, "heapstep", "there is no theme %s; there are %s",
                             wanted, text_string(&list));
        text_done(&list);
        return false;
    }
    bool read = true;
    for (size_t i = 0; i < names->count; i++)
        read = add(assets, names->items[i], themes, diagnostics) && read;
    return read && choose(themes, wanted);
}

bool themes_read(const Assets *assets, const char *wanted, Themes *ret_themes,
                 Diagnostics *diagnostics)
{
    Themes themes = {0};
    FileNames names;
    file_names_read(assets->themes, ending, &names);
    bool read = read_all(assets, &names, wanted ? wanted : default_theme, &themes, diagnostics);
    file_names_done(&names);
    if (read)
        *ret_themes = themes;
    else
        themes_done(&themes);
    return read;
}

void themes_done(Themes *themes)
{
    free(themes->items);
    *themes = (Themes){0};
}

const Theme *themes_current(const Themes *themes)
{
    return &themes->items[themes->current];
}

void themes_next(Themes *themes)
{
    themes->current = (themes->current + 1) % themes->count;
}
