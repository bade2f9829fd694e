#ifndef RUN_PROPERTY_H
#define RUN_PROPERTY_H
/* property: Objects/descrobject.c. A KIND_PROPERTY holds its three functions, its documentation
 * and the name that the class body gave it. */
#include "run/native.h"

enum {
    PROPERTY_SLOT_GET,
    PROPERTY_SLOT_SET,
    PROPERTY_SLOT_DELETE,
    PROPERTY_SLOT_DOC,
    PROPERTY_SLOT_NAME,
    PROPERTY_SLOT_COUNT,
};

/* Calls the getter for an object; raises where there is none. */
ObjectId property_get(Run *run, ObjectId property, ObjectId object);
/* Calls the setter, or with a value of 0 the deleter. */
bool property_set(Run *run, ObjectId property, ObjectId object, ObjectId value);
extern const Native property_methods[];

#endif
