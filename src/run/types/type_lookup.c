/* Objects/typeobject.c, _PyType_Lookup, with its cache. An entry is good while no namespace
 * that a lookup has passed through has changed (Model.namespace_changes). */
#include "run/interpreter.h"

static ObjectId search(const Run *run, ObjectId type, ObjectId name)
{
    const Model *model = run->model;
    ObjectId mro = model_object(model, type)->slots[TYPE_SLOT_MRO];
    const Object *row = model_object(model, mro);
    for (uint32_t i = 0; i < row->slot_count; i++) {
        ObjectId dict = model_object(model, row->slots[i])->dict;
        ObjectId found = dict ? dict_get_str(model, dict, name) : 0;
        if (found)
            return found;
    }
    return 0;
}

static void watch_namespaces(const Run *run, ObjectId type)
{
    const Model *model = run->model;
    ObjectId mro = model_object(model, type)->slots[TYPE_SLOT_MRO];
    const Object *row = model_object(model, mro);
    for (uint32_t i = 0; i < row->slot_count; i++) {
        ObjectId dict = model_object(model, row->slots[i])->dict;
        if (dict)
            dict_watch(model, dict);
    }
}

uint32_t type_version(const Run *run, ObjectId type)
{
    const Model *model = run->model;
    const Object *row = model_object(model, model_object(model, type)->slots[TYPE_SLOT_MRO]);
    uint32_t changes = 0;
    for (uint32_t i = 0; i < row->slot_count; i++) {
        ObjectId dict = model_object(model, row->slots[i])->dict;
        changes += dict ? dict_changes(model, dict) : 0;
    }
    return changes;
}

ObjectId type_lookup(Run *run, ObjectId type, ObjectId name)
{
    uint32_t now = run->model->namespace_changes;
    TypeLookup *entry = &run->lookups[(type * 31 + name) % TYPE_LOOKUPS];
    if (entry->type == type && entry->name == name && entry->changes == now)
        return entry->found;
    ObjectId found = search(run, type, name);
    /* Another name may get the id of one that dies; interned ones tell. */
    if (model_object(run->model, name)->flags & OBJECT_INTERNED) {
        watch_namespaces(run, type);
        *entry = (TypeLookup){type, name, found, now};
    }
    return found;
}
