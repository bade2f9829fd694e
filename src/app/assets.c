#include "app/assets.h"

#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/list.h"
#include "base/memory.h"
#include "base/source.h"

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static char *join(const char *folder, const char *name)
{
    Text path = {0};
    text_append_format(&path, "%s/%s", folder, name);
    return text_take(&path);
}

/* The repository has its scenarios beside its assets, not in them. */
static char *find_scenarios(const char *folder)
{
    char *inside = join(folder, "scenarios");
    const char *slash = strrchr(folder, '/');
    if (is_folder(inside) || !slash)
        return inside;
    free(inside);
    Text beside = {0};
    text_append_format(&beside, "%.*s/scenarios", (int)(slash - folder), folder);
    return text_take(&beside);
}

/* Takes `folder` for the assets where it holds profiles. */
static bool take(const char *folder, Assets *ret_assets)
{
    char *real = realpath(folder, NULL);
    char *profiles = join(real ? real : folder, "profiles");
    if (!real || !is_folder(profiles)) {
        free(profiles);
        free(real);
        return false;
    }
    *ret_assets =
        (Assets){profiles, join(real, "themes"), join(real, "lib"), find_scenarios(real)};
    free(real);
    return true;
}

static bool take_joined(const char *folder, const char *name, Assets *ret_assets)
{
    char *path = join(folder, name);
    bool taken = take(path, ret_assets);
    free(path);
    return taken;
}

/* The folder that the program lies in. */
static bool program_folder(char *ret_path, size_t size)
{
    ssize_t length = readlink("/proc/self/exe", ret_path, size - 1);
    if (length <= 0)
        return false;
    ret_path[length] = '\0';
    char *slash = strrchr(ret_path, '/');
    if (!slash)
        return false;
    *slash = '\0';
    return true;
}

/* A build folder's note of where the sources are. */
static bool take_noted(const char *folder, Assets *ret_assets)
{
    char *path = join(folder, "heapstep.assets");
    Text ignored = {0};
    Source *note = access(path, R_OK) == 0 ? source_read(path, &ignored) : NULL;
    bool taken = false;
    if (note && source_find_bad_byte(note) == note->length) {
        Slice line = source_line(note, 1);
        char *noted = memory_copy(line.bytes, line.length);
        taken = take(noted, ret_assets);
        free(noted);
    }
    source_destroy(note);
    text_done(&ignored);
    free(path);
    return taken;
}

static bool take_above(char *folder, Assets *ret_assets)
{
    for (;;) {
        if (take_joined(folder, "assets", ret_assets))
            return true;
        char *slash = strrchr(folder, '/');
        if (!slash)
            return false;
        *slash = '\0';
    }
}

bool assets_find(Assets *ret_assets, Text *ret_error)
{
    const char *named = getenv("HEAPSTEP_ASSETS");
    if (named && *named) {
        if (take(named, ret_assets))
            return true;
        text_append_format(
            ret_error, "HEAPSTEP_ASSETS is %s, but there is no folder profiles in it", named);
        return false;
    }
    char folder[PATH_MAX];
    if (program_folder(folder, sizeof folder) &&
        (take_noted(folder, ret_assets) ||
         take_joined(folder, "../share/heapstep", ret_assets) ||
         take_above(folder, ret_assets)))
        return true;
    text_append_string(ret_error,
                       "the folder with profiles and themes is not found; the environment "
                       "variable HEAPSTEP_ASSETS can name it");
    return false;
}

void assets_done(Assets *assets)
{
    free(assets->profiles);
    free(assets->themes);
    free(assets->library);
    free(assets->scenarios);
    *assets = (Assets){0};
}

static bool ends_in(const char *name, const char *ending)
{
    size_t length = strlen(name), end = strlen(ending);
    return length > end && strcmp(name + length - end, ending) == 0;
}

static int by_name(const void *a, const void *b)
{
    return strverscmp(*(char *const *)a, *(char *const *)b);
}

void file_names_read(const char *folder, const char *ending, FileNames *ret_names)
{
    DIR *opened = opendir(folder);
    struct dirent *entry;
    *ret_names = (FileNames){0};
    if (!opened)
        return;
    while ((entry = readdir(opened))) {
        const char *name = entry->d_name;
        if (name[0] == '.' || !ends_in(name, ending))
            continue;
        ret_names->items = list_reserve(ret_names->items, &ret_names->capacity,
                                        ret_names->count + 1, sizeof *ret_names->items);
        ret_names->items[ret_names->count++] = memory_copy(name, strlen(name));
    }
    closedir(opened);
    if (ret_names->count)
        qsort(ret_names->items, ret_names->count, sizeof *ret_names->items, by_name);
}

void file_names_done(FileNames *names)
{
    for (size_t i = 0; i < names->count; i++)
        free(names->items[i]);
    free(names->items);
    *names = (FileNames){0};
}

bool file_names_has(const FileNames *names, const char *name, const char *ending)
{
    size_t length = strlen(name);
    for (size_t i = 0; i < names->count; i++) {
        if (strncmp(names->items[i], name, length) == 0 &&
            strcmp(names->items[i] + length, ending) == 0)
            return true;
    }
    return false;
}

void file_names_write(const FileNames *names, const char *ending, Text *ret_text)
{
    for (size_t i = 0; i < names->count; i++) {
        text_append_string(ret_text, i ? ", " : "");
        text_append(ret_text, names->items[i], strlen(names->items[i]) - strlen(ending));
    }
}
