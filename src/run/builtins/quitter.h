#ifndef RUN_QUITTER_H
#define RUN_QUITTER_H
/* The built-in objects exit and quit: Lib/_sitebuiltins.py, Quitter. */
#include "run/native.h"

/* Makes both and puts them into the namespace of module builtins. */
void quitter_startup(Run *run, ObjectId builtins);

#endif
