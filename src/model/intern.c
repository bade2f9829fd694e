/* The table of interned strings: weak, as CPython's does not count its own references (3.12.1
 * makes them immortal instead, FACTS 3). Host-only: a cursor never asks it. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "model/containers.h"

static size_t start_of(const Model *model, Slice text)
{
    uint64_t hash = 14695981039346656037u; /* FNV-1a */
    for (size_t i = 0; i < text.length; i++)
        hash = (hash ^ (unsigned char)text.bytes[i]) * 1099511628211u;
    return (size_t)(hash ^ hash >> 32) & (model->interned_capacity - 1);
}

/* Where the text stands in the table, or the empty place where it would. */
static ObjectId *find(const Model *model, Slice text)
{
    size_t mask = model->interned_capacity - 1;
    for (size_t i = start_of(model, text);; i = (i + 1) & mask) {
        ObjectId *entry = &model->interned[i];
        if (!*entry || slice_equal(str_slice(model, *entry), text))
            return entry;
    }
}

static void grow(Model *model)
{
    size_t old_capacity = model->interned_capacity;
    ObjectId *old = model->interned;
    if (old_capacity && 2 * (model->interned_count + 1) <= old_capacity)
        return;
    model->interned_capacity = old_capacity ? 2 * old_capacity : 1024;
    model->interned = memory_allocate(model->interned_capacity * sizeof(ObjectId));
    for (size_t i = 0; i < old_capacity; i++)
        if (old[i])
            *find(model, str_slice(model, old[i])) = old[i];
    free(old);
}

ObjectId model_intern_object(Model *model, ObjectId str)
{
    grow(model);
    ObjectId *entry = find(model, str_slice(model, str));
    if (*entry)
        return *entry;
    *entry = str;
    model->interned_count++;
    uint32_t flags = model_object(model, str)->flags | OBJECT_INTERNED;
    if (model->profile->immortal.all_interned)
        flags |= OBJECT_IMMORTAL;
    object_set_field(model, str, FIELD_FLAGS, flags);
    return str;
}

ObjectId model_intern(Model *model, Slice text)
{
    grow(model);
    ObjectId *entry = find(model, text);
    if (*entry)
        return *entry;
    return model_intern_object(model, str_from(model, text));
}

void model_forget_interned(Model *model, ObjectId str)
{
    size_t mask = model->interned_capacity - 1;
    ObjectId *entry = find(model, str_slice(model, str));
    if (*entry != str)
        return;
    *entry = 0;
    model->interned_count--;
    /* What stands behind in the same run may have been pushed there by the one that goes. */
    for (size_t i = ((size_t)(entry - model->interned) + 1) & mask; model->interned[i];
         i = (i + 1) & mask) {
        ObjectId moved = model->interned[i];
        model->interned[i] = 0;
        *find(model, str_slice(model, moved)) = moved;
    }
}
