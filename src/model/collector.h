#ifndef MODEL_COLLECTOR_H
#define MODEL_COLLECTOR_H
/* The generational cycle collector, as Modules/gcmodule.c has it: its phases are Changes like
 * all others. */
#include "model/model.h"

/* A GC object is being allocated from memory (not from a free list): generation 0 counts it,
 * and a collection becomes due (3.12+) or runs now (to 3.11). _PyObject_GC_Alloc. */
void collector_allocated(Model *model);
/* Memory of a GC object is freed (not kept in a free list). PyObject_GC_Del. */
void collector_freed(Model *model);
/* To the end of a list. gc_list_move. */
void collector_move(Model *model, ObjectId id, GcList to);
/* Starts and stops watching an object. PyObject_GC_Track, PyObject_GC_UnTrack. */
void collector_track(Model *model, ObjectId id);
void collector_untrack(Model *model, ObjectId id);
/* Runs the collection that is due, if any: the oldest generation whose count exceeds its
 * threshold. gc_collect_generations. */
void collector_run_due(Model *model);
/* gc.collect(generation): the number of unreachable objects found. */
uint32_t collector_collect(Model *model, int generation);
/* The same as the program sees it: with the hook for gc.callbacks before and after. */
uint32_t collector_collect_told(Model *model, int generation);
/* gc.freeze: all that is tracked is out of reach of collections, until gc.unfreeze. */
void collector_freeze(Model *model);
void collector_unfreeze(Model *model);
/* Visits what the object refers to as the collector sees it, until `visit` says false.
 * tp_traverse. */
void collector_traverse(Model *model, ObjectId id, VisitReference *visit, void *context);
/* May the object be untracked? _PyTuple_MaybeUntrack, _PyDict_MaybeUntrack. */
bool collector_is_tracked(const Model *model, ObjectId id);
/* The generation, 0 to 2, that an object is in as the program sees it; 3: tracked, but in none
 * of them (gc.freeze; what a collection is about to clear); -1: it is not tracked. What the
 * interpreter's start has made stands in no list here, and is in generation 2. */
int collector_generation(const Model *model, const State *state, ObjectId id);

#endif
