#ifndef MODEL_SUBCLASSES_H
#define MODEL_SUBCLASSES_H
/* How a class knows its subclasses: by weak references to them (tp_subclasses, add_subclass and
 * remove_subclass of Objects/typeobject.c). Programs see those references, with
 * weakref.getweakrefcount and the collector's count; CPython's dicts that hold them are one
 * hidden row here, Model.subclasses. Field b of such a reference is the class, which it forgets
 * later than its referent. */
#include "model/model.h"

/* A new class made by the program; its bases know it from now on. */
void subclass_add(Model *model, ObjectId type);
/* The class is dying. Its reference may be among the deaths noted afterwards. For deaths.c. */
void subclass_remove(Model *model, ObjectId type);

#endif
