/* The tables of interned strings: weak, as CPython's does not count its own references (3.12.1
 * makes them immortal instead, FACTS 3). Host-only: a cursor never asks them. What only the
 * library names has a table of its own: the program makes its own string of the same text, as
 * if the library were not there. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "model/containers.h"

static size_t start_of(const InternTable *table, Slice text)
{
    uint64_t hash = 14695981039346656037u; /* FNV-1a */
    for (size_t i = 0; i < text.length; i++)
        hash = (hash ^ (unsigned char)text.bytes[i]) * 1099511628211u;
    return (size_t)(hash ^ hash >> 32) & (table->capacity - 1);
}

/* Where the text stands in the table, or the empty place where it would. */
static ObjectId *find(const Model *model, const InternTable *table, Slice text)
{
    size_t mask = table->capacity - 1;
    for (size_t i = start_of(table, text);; i = (i + 1) & mask) {
        ObjectId *entry = &table->items[i];
        if (!*entry || slice_equal(str_slice(model, *entry), text))
            return entry;
    }
}

static void grow(const Model *model, InternTable *table)
{
    InternTable old = *table;
    if (old.capacity && 2 * (old.count + 1) <= old.capacity)
        return;
    table->capacity = old.capacity ? 2 * old.capacity : 1024;
    table->items = memory_allocate(table->capacity * sizeof(ObjectId));
    for (size_t i = 0; i < old.capacity; i++)
        if (old.items[i])
            *find(model, table, str_slice(model, old.items[i])) = old.items[i];
    free(old.items);
}

/* The interned string of this text; 0: there is none, and the place for it. */
static ObjectId find_interned(Model *model, Slice text, ObjectId **ret_place)
{
    grow(model, &model->interned);
    ObjectId *entry = find(model, &model->interned, text);
    if (!*entry && model->apart) {
        grow(model, &model->interned_apart);
        entry = find(model, &model->interned_apart, text);
    }
    *ret_place = entry;
    return *entry;
}

ObjectId model_intern_object(Model *model, ObjectId str)
{
    ObjectId *place;
    ObjectId known = find_interned(model, str_slice(model, str), &place);
    if (known)
        return known;
    *place = str;
    (model->apart ? &model->interned_apart : &model->interned)->count++;
    uint32_t flags = model_object(model, str)->flags | OBJECT_INTERNED;
    if (model->profile->immortal.all_interned)
        flags |= OBJECT_IMMORTAL;
    object_set_field(model, str, FIELD_FLAGS, flags);
    return str;
}

ObjectId model_intern(Model *model, Slice text)
{
    ObjectId *place;
    ObjectId known = find_interned(model, text, &place);
    return known ? known : model_intern_object(model, str_from(model, text));
}

static void forget(const Model *model, InternTable *table, ObjectId str)
{
    size_t mask = table->capacity - 1;
    ObjectId *entry = table->capacity ? find(model, table, str_slice(model, str)) : NULL;
    if (!entry || *entry != str)
        return;
    *entry = 0;
    table->count--;
    /* What stands behind in the same run may have been pushed there by the one that goes. */
    for (size_t i = ((size_t)(entry - table->items) + 1) & mask; table->items[i];
         i = (i + 1) & mask) {
        ObjectId moved = table->items[i];
        table->items[i] = 0;
        *find(model, table, str_slice(model, moved)) = moved;
    }
}

void model_forget_interned(Model *model, ObjectId str)
{
    forget(model, &model->interned, str);
    forget(model, &model->interned_apart, str);
    model->namespace_changes++;
}
