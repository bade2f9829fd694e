/* Functions, bound methods, bound slot wrappers and cells: Objects/funcobject.c,
 * Objects/classobject.c, Objects/descrobject.c, Objects/cellobject.c. */
#include "model/memory.h"
#include "run/interpreter.h"

static void fill_function(Run *run, ObjectId function, ObjectId code, ObjectId globals)
{
    Model *model = run->model;
    const CodeInfo *info = consts_find(run, model_payload(model, code).code);
    ObjectId doc = info->code->const_count && model_kind(model, info->consts[0]) == KIND_STR
                       ? info->consts[0]
                       : model->none;
    ObjectId module = dict_get_str(model, globals, model_intern(model, slice_of("__name__")));
    ObjectId parts[FUNCTION_SLOT_COUNT] = {
        [FUNCTION_SLOT_CODE] = code,
        [FUNCTION_SLOT_GLOBALS] = globals,
        [FUNCTION_SLOT_BUILTINS] = run->profile->minor >= 10 ? run->builtins : 0,
        [FUNCTION_SLOT_NAME] = model_intern(model, info->code->name),
        [FUNCTION_SLOT_QUALNAME] = model_intern(model, info->code->qualified_name),
        [FUNCTION_SLOT_DOC] = doc,
        [FUNCTION_SLOT_MODULE] = module,
    };
    reference_splice(model, function, 0, 0, parts, FUNCTION_SLOT_COUNT);
}

ObjectId function_create(Run *run, ObjectId code, ObjectId globals)
{
    Model *model = run->model;
    uint32_t mark = hand_mark(model);
    ObjectId function =
        object_create(model, KIND_FUNCTION, model->types[TYPE_FUNCTION],
                      run->profile->sizes.function, OBJECT_GC, model_payload(model, code));
    fill_function(run, function, code, globals);
    collector_track(model, function);
    return hand_return(model, mark, function);
}

ObjectId method_create(Run *run, ObjectId function, ObjectId self)
{
    Model *model = run->model;
    ObjectId method = object_create_listed(model, KIND_METHOD, model->types[TYPE_METHOD],
                                           run->profile->sizes.method, OBJECT_GC,
                                           (Payload){.bits = 0}, FREE_LIST_METHOD);
    ObjectId parts[] = {function, self};
    reference_splice(model, method, 0, 0, parts, 2);
    collector_track(model, method);
    return method;
}

ObjectId cell_create(Run *run, ObjectId contents)
{
    Model *model = run->model;
    ObjectId cell = object_create(model, KIND_CELL, model->types[TYPE_CELL],
                                  run->profile->sizes.cell, OBJECT_GC, (Payload){.bits = 0});
    reference_push(model, cell, contents);
    collector_track(model, cell);
    return cell;
}

ObjectId wrapper_bind(Run *run, ObjectId descriptor, ObjectId self)
{
    enum { WRAPPER_SIZE = 32 }; /* wrapperobject */
    Model *model = run->model;
    Payload payload = model_payload(model, descriptor);
    ObjectId wrapper =
        object_create(model, KIND_BUILTIN, model->types[TYPE_METHOD_WRAPPER],
                      WRAPPER_SIZE + run->profile->sizes.gc_header, OBJECT_GC, payload);
    reference_splice(model, wrapper, 0, 0, (ObjectId[]){self, descriptor}, 2);
    collector_track(model, wrapper);
    return wrapper;
}
