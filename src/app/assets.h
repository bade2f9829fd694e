#ifndef APP_ASSETS_H
#define APP_ASSETS_H
/* Where the program's own files lie (profiles, themes, library, bundled scenarios). Its law: no
 * folder is built into the program, so that it can be moved. Looked for, in this order:
 * $HEAPSTEP_ASSETS; the file heapstep.assets beside the program, which a build folder has;
 * ../share/heapstep from the program's folder, as installed; `assets` in a folder above the
 * program. */
#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

typedef struct Assets {
    char *profiles, *themes, *library, *scenarios;
} Assets;

/* False with a sentence in `ret_error` where they are not found. Release with assets_done. */
bool assets_find(Assets *ret_assets, Text *ret_error);
void assets_done(Assets *assets);

/* The names of a folder's files that end in `ending`. Sorted, 3.9 before 3.12; hidden ones are
 * left out. None where the folder cannot be read. */
typedef struct FileNames {
    char **items;
    size_t count, capacity;
} FileNames;
void file_names_read(const char *folder, const char *ending, FileNames *ret_names);
void file_names_done(FileNames *names);
bool file_names_has(const FileNames *names, const char *name, const char *ending);
/* The names without their ending, as "3.11, 3.12". Appends. */
void file_names_write(const FileNames *names, const char *ending, Text *ret_text);

#endif
