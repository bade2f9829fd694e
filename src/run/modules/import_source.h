#ifndef RUN_IMPORT_SOURCE_H
#define RUN_IMPORT_SOURCE_H
/* Modules written in Python: those beside the program, which run when their import statement is
 * reached, and the library's, which are there before the program starts. Law: loading a module
 * of the library changes no count, id or address of the program's (Model.apart). */
#include "run/interpreter.h"

/* Where a module's text is; `source` NULL and `is_package`: a folder without __init__.py. */
typedef struct ModuleFile {
    const Source *source;
    bool is_package;
} ModuleFile;

/* --- import_source.c --- */
/* False: there is none of that name at this place. */
bool module_file_find(const Run *run, ModulePlace place, Slice name, ModuleFile *ret_file);
/* Runs the module's text and returns it; while it runs it stands in sys.modules already, and if
 * it fails it is taken out again. 0: raised. */
ObjectId module_run_file(Run *run, ModulePlace place, Slice name, ModuleFile file);
/* Runs a text in these namespaces; the source must live as long as the run's result. False:
 * raised. */
bool module_run_text(Run *run, const Source *source, ObjectId globals, ObjectId locals,
                     bool is_library);
/* Is the module still running its text? */
bool module_is_initializing(const Run *run, ObjectId module);
/* The package that a module belongs to: itself where it is one. A part of `name`. */
Slice import_package_of(Slice name, bool is_package);

/* --- import.c --- */
/* Is it one of the modules that are there before any file is looked for? */
bool import_is_built_in(Slice name);
/* Does the module lie beside the program? That comes before the library, as sys.path has it; a
 * folder without __init__.py comes after it (FileFinder.find_spec). */
bool import_beside(const Run *run, Slice name, ModuleFile *ret_file);
/* Makes a module of the library, native or in Python; nothing where there is none. False:
 * raised. */
bool import_library(Run *run, Slice name);
/* The program has the module already: importing it costs nothing. */
void import_set_known(Run *run, Slice name);

#endif
