#ifndef RUN_FUNCTOOLS_H
#define RUN_FUNCTOOLS_H
/* The types of module _functools. Law: what they refer to is in their slots. */
#include "run/interpreter.h"
#include "run/types/native_type.h"

extern const NativeType functools_partial;
extern const NativeType functools_cache; /* _lru_cache_wrapper */
extern const NativeType functools_link;  /* an entry of a bounded cache */

static inline ObjectId functools_slot(Run *run, ObjectId object, uint32_t slot)
{
    return model_object(run->model, object)->slots[slot];
}

#endif
