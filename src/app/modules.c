#include "app/modules.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/list.h"
#include "base/memory.h"
#include "base/source.h"

/* sys.path[0]: the folder of the program, without links. */
static char *folder_of(const char *path)
{
    char *real = realpath(path, NULL);
    char *slash = real ? strrchr(real, '/') : NULL;
    if (slash)
        slash[slash == real] = '\0';
    return real;
}

void modules_init(Modules *modules, const Assets *assets, const char *path)
{
    *modules = (Modules){.library = memory_copy(assets->library, strlen(assets->library))};
    if (strcmp(path, "-") != 0)
        modules->beside = folder_of(path);
}

void modules_done(Modules *modules)
{
    for (size_t i = 0; i < modules->count; i++)
        source_destroy(modules->sources[i]);
    free(modules->sources);
    free(modules->library);
    free(modules->beside);
    *modules = (Modules){0};
}

static bool is_kind(const char *path, mode_t kind)
{
    struct stat status;
    return stat(path, &status) == 0 && (status.st_mode & S_IFMT) == kind;
}

/* A file that cannot be read, or is no UTF-8, counts as missing. */
static const Source *read(Modules *modules, const char *path)
{
    Text ignored = {0};
    for (size_t i = 0; i < modules->count; i++)
        if (strcmp(modules->sources[i]->name, path) == 0)
            return modules->sources[i];
    Source *source = is_kind(path, S_IFREG) ? source_read(path, &ignored) : NULL;
    text_done(&ignored);
    if (source && source_find_bad_byte(source) != source->length) {
        source_destroy(source);
        return NULL;
    }
    if (!source)
        return NULL;
    modules->sources = list_reserve(modules->sources, &modules->capacity, modules->count + 1,
                                    sizeof *modules->sources);
    modules->sources[modules->count++] = source;
    return source;
}

const Source *modules_find(void *context, ModulePlace place, Slice name, bool *ret_is_package)
{
    Modules *modules = context;
    const char *folder = place == MODULE_LIBRARY ? modules->library : modules->beside;
    if (!folder || !name.length || memchr(name.bytes, '/', name.length))
        return NULL;
    Text path = {0};
    text_append_format(&path, "%s/%.*s", strcmp(folder, "/") ? folder : "", (int)name.length,
                       name.bytes);
    for (size_t i = path.length - name.length; i < path.length; i++)
        if (path.bytes[i] == '.')
            path.bytes[i] = '/';
    size_t stem = path.length;
    text_append_string(&path, "/__init__.py");
    const Source *source = read(modules, text_string(&path));
    *ret_is_package = source != NULL;
    path.length = stem;
    text_append_string(&path, ".py");
    if (!source)
        source = read(modules, text_string(&path));
    path.bytes[stem] = '\0';
    if (!source)
        *ret_is_package = place == MODULE_BESIDE && is_kind(path.bytes, S_IFDIR);
    text_done(&path);
    return source;
}
