#ifndef RUN_MODULE_GC_H
#define RUN_MODULE_GC_H
/* What the collector tells the program through module gc: the model's hooks come here. */
#include "run/native.h"

/* A collection starts or has ended: gc.callbacks and DEBUG_STATS. */
void gc_tell_collection(Run *run, bool starts, int generation, uint32_t found);
/* An unreachable object: DEBUG_COLLECTABLE, and DEBUG_SAVEALL. */
void gc_tell_collectable(Run *run, ObjectId id);
void gc_save(Run *run, ObjectId id);

#endif
