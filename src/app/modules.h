#ifndef APP_MODULES_H
#define APP_MODULES_H
/* The files of the modules that a program imports: heapstep's own library in the assets, and
 * what lies beside the program. Owned by a recording; its law: a file is read once and stays.
 */
#include "app/assets.h"
#include "run/run.h"

typedef struct Modules {
    char *library; /* folders */
    char *beside;  /* NULL: the program has none (standard input) */
    Source **sources;
    size_t count, capacity;
} Modules;

/* `path` is the program's, "-" for standard input. */
void modules_init(Modules *modules, const Assets *assets, const char *path);
void modules_done(Modules *modules);
/* RunOptions.find_module; `context` is the Modules. */
const Source *modules_find(void *context, ModulePlace place, Slice name, bool *ret_is_package);

#endif
