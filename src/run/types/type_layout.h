#ifndef RUN_TYPE_LAYOUT_H
#define RUN_TYPE_LAYOUT_H
/* __basicsize__, __itemsize__, __dictoffset__ and __weakrefoffset__ of a type: what
 * PyTypeObject says of its instances. */
#include "run/interpreter.h"

typedef struct TypeLayout {
    int32_t basic, item, dict, weak; /* bytes; offsets: 0 for none, below 0 from the end */
} TypeLayout;

TypeLayout type_layout(Run *run, ObjectId type);

#endif
