#ifndef RUN_WEAK_PROXY_H
#define RUN_WEAK_PROXY_H
/* weakref.proxy objects: Objects/weakrefobject.c. Law: whatever is done to a proxy is done to
 * the object that it stands for, or raises ReferenceError when that is gone. Attributes and
 * binary operators unwrap it where they look for methods; the rest are rows of the types'
 * table. */
#include "model/weakref.h"
#include "run/types/native_type.h"

/* The types' names differ: "weakproxy" to 3.9, "weakref.ProxyType" from 3.10 on. */
extern const NativeType type_proxy_39, type_proxy, type_callable_proxy_39, type_callable_proxy;

static inline bool object_is_proxy(const Model *model, ObjectId id)
{
    const Object *object = model_object(model, id);
    return object->kind == KIND_WEAKREF && object->c == 1;
}
/* What an object stands for: itself unless it is a proxy; 0: raised. */
ObjectId proxy_unwrap(Run *run, ObjectId object);

#endif
