#ifndef RUN_ATTRIBUTE_CORE_H
#define RUN_ATTRIBUTE_CORE_H
/* The getters of the kinds that core owns, a table a kind; attribute_types.c says under which
 * versions a type has which. */
#include "run/interpreter.h"

/* One getter: 0 where the object has no such attribute. */
typedef ObjectId Getter(Run *run, ObjectId object);

typedef struct GetterRow {
    const char *name;
    Getter *get;
} GetterRow;

/* Of code, frames, generators and tracebacks; NULL for other kinds. */
const GetterRow *attribute_code_rows(ObjectKind kind);

#endif
