#ifndef MODEL_WEAKREF_H
#define MODEL_WEAKREF_H
/* Weak references: Objects/weakrefobject.c. A KIND_WEAKREF object holds its callback in slot 0
 * and its referent, which is not counted, in field a (0: dead); field c is 1 for a proxy. The
 * references to one object stand in a list of the host's, in CPython's order: the basic
 * reference and the basic proxy (no callback, no subclass), which are shared, then all others,
 * the latest first. Law: an object that dies is in no such list any more before it lets go of
 * what it holds. */
#include "model/model.h"

enum { WEAKREF_SLOT_CALLBACK, WEAKREF_SLOT_COUNT };

/* Do instances of the type have room for weak references? */
bool weakref_allowed(const Model *model, ObjectId type);
/* The shared reference (or proxy) without a callback; 0: none yet. */
ObjectId weakref_basic(const Model *model, ObjectId referent, bool proxy);
/* Makes a new KIND_WEAKREF object refer to an object. `callback` 0: none. */
void weakref_attach(Model *model, ObjectId weakref, ObjectId referent, ObjectId callback,
                    bool proxy);
/* The object that it refers to; 0: dead. */
ObjectId weakref_referent(const Model *model, ObjectId weakref);
/* How many there are of an object, and the index-th of them. */
uint32_t weakref_count(const Model *model, ObjectId referent);
ObjectId weakref_at(const Model *model, ObjectId referent, uint32_t index);

/* For the room's own files. */
/* clear_weakref: it becomes dead and keeps its callback. */
void weakref_clear(Model *model, ObjectId weakref);
/* PyObject_ClearWeakRefs: all references to a dying object become dead, then their callbacks
 * run. */
void weakref_clear_all(Model *model, ObjectId referent);
/* handle_weakrefs: those to unreachable objects become dead; callbacks of reachable ones run,
 * which then go to `old`. */
void weakref_handle_unreachable(Model *model, GcList unreachable, GcList old);
void weakref_done(Model *model);

#endif
