#ifndef RUN_OPERATOR_GETTERS_H
#define RUN_OPERATOR_GETTERS_H
/* operator.itemgetter, attrgetter and methodcaller: Modules/_operator.c. Law: what one was made
 * with lies in its slots and never changes. */
#include "run/types/native_type.h"

extern const NativeType type_itemgetter, type_attrgetter, type_methodcaller;

#endif
