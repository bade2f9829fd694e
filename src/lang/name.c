#include "lang/name.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { FIRST_CAPACITY = 256 };

void name_table_done(NameTable *table)
{
    free(table->slots);
    table->slots = NULL;
}

static uint32_t hash_bytes(Slice text)
{
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < text.length; i++)
        hash = (hash ^ (unsigned char)text.bytes[i]) * 16777619u;
    return hash;
}

static size_t find_slot(const NameTable *table, Slice text, uint32_t hash)
{
    size_t slot = hash & (table->capacity - 1);
    while (table->slots[slot] &&
           (table->slots[slot]->hash != hash || !slice_equal(table->slots[slot]->text, text)))
        slot = (slot + 1) & (table->capacity - 1);
    return slot;
}

static void grow(NameTable *table)
{
    NameTable grown = *table;
    grown.capacity = table->capacity ? table->capacity * 2 : FIRST_CAPACITY;
    grown.slots = memory_allocate(grown.capacity * sizeof(Name *));
    for (size_t i = 0; i < table->capacity; i++) {
        Name *name = table->slots[i];
        if (name)
            grown.slots[find_slot(&grown, name->text, name->hash)] = name;
    }
    free(table->slots);
    *table = grown;
}

static Name *find_or_add(NameTable *table, Slice text)
{
    if ((table->count + 1) * 2 > table->capacity)
        grow(table);
    uint32_t hash = hash_bytes(text);
    size_t slot = find_slot(table, text, hash);
    if (!table->slots[slot]) {
        Name *name = region_allocate(table->region, sizeof *name);
        *name = (Name){region_slice(table->region, text), hash, 0};
        table->slots[slot] = name;
        table->count++;
    }
    return table->slots[slot];
}

const Name *name_intern(NameTable *table, Slice text)
{
    return find_or_add(table, text);
}

const Name *name_written(NameTable *table, Slice text)
{
    Name *name = find_or_add(table, text);
    name->count++;
    return name;
}

const Name *name_of(NameTable *table, const char *text)
{
    return name_intern(table, slice_of(text));
}

const Name *name_mangle(NameTable *table, const Name *class_name, const Name *name)
{
    Slice text = name->text;
    if (!class_name || text.length < 2 || memcmp(text.bytes, "__", 2) != 0)
        return name;
    bool dunder = memcmp(text.bytes + text.length - 2, "__", 2) == 0;
    if (dunder || memchr(text.bytes, '.', text.length))
        return name;
    Slice owner = class_name->text;
    while (owner.length && owner.bytes[0] == '_') {
        owner.bytes++;
        owner.length--;
    }
    if (owner.length == 0)
        return name;
    Text mangled = {0};
    text_append_char(&mangled, '_');
    text_append_slice(&mangled, owner);
    text_append_slice(&mangled, text);
    const Name *result = name_intern(table, text_slice(&mangled));
    text_done(&mangled);
    return result;
}
