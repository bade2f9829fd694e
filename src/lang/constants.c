#include "lang/constants.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/memory.h"

void constant_pool_done(ConstantPool *pool)
{
    free(pool->entries);
    free(pool->slots);
    free(pool->exported);
    *pool = (ConstantPool){0};
}

/* What an entry is found by. */
typedef struct Key {
    const Value *value;
    bool interned;
    uint32_t owner;
    uint32_t hash;
} Key;

static bool matches(const PoolEntry *entry, const Key *key)
{
    return entry->hash == key->hash && entry->value && entry->interned == key->interned &&
           entry->owner == key->owner && value_same(entry->value, key->value);
}

static size_t find_slot(const ConstantPool *pool, const Key *key)
{
    size_t slot = key->hash & (pool->slot_capacity - 1);
    while (pool->slots[slot] && !matches(&pool->entries[pool->slots[slot] - 1], key))
        slot = (slot + 1) & (pool->slot_capacity - 1);
    return slot;
}

static void grow(ConstantPool *pool)
{
    uint32_t *old = pool->slots;
    size_t old_capacity = pool->slot_capacity;
    pool->slot_capacity = old_capacity ? old_capacity * 2 : 256;
    pool->slots = memory_allocate(pool->slot_capacity * sizeof *pool->slots);
    for (size_t i = 0; i < old_capacity; i++) {
        if (!old[i])
            continue;
        size_t slot = pool->entries[old[i] - 1].hash & (pool->slot_capacity - 1);
        while (pool->slots[slot])
            slot = (slot + 1) & (pool->slot_capacity - 1);
        pool->slots[slot] = old[i];
    }
    free(old);
}

static uint32_t append(ConstantPool *pool, PoolEntry entry)
{
    pool->entries =
        list_reserve(pool->entries, &pool->capacity, pool->count + 1, sizeof *pool->entries);
    pool->entries[pool->count] = entry;
    return pool->count++;
}

static uint32_t find_or_append(ConstantPool *pool, const Key *key, ConstantUse use)
{
    if ((pool->count + 1) * (size_t)2 > pool->slot_capacity)
        grow(pool);
    size_t slot = find_slot(pool, key);
    if (!pool->slots[slot]) {
        append(pool, (PoolEntry){.value = key->value,
                                 .literal = use.literal,
                                 .interned = key->interned,
                                 .built = use.built,
                                 .owner = key->owner,
                                 .hash = key->hash});
        pool->slots[slot] = pool->count;
    }
    PoolEntry *entry = &pool->entries[pool->slots[slot] - 1];
    if (entry->built && use.literal && !entry->exported)
        entry->literal = true;
    return pool->slots[slot] - 1;
}

static bool is_interned(const Value *value)
{
    return value->kind == CONST_STR && value_is_name_like(value->text);
}

static bool is_singleton(const Value *value)
{
    return value->kind == CONST_NONE || value->kind == CONST_ELLIPSIS ||
           value->kind == CONST_TRUE || value->kind == CONST_FALSE;
}

static void add_items(ConstantPool *pool, uint32_t number, ConstantUse use)
{
    const Value *value = pool->entries[number].value;
    uint32_t *items = region_allocate(pool->region, (value->tuple.count + 1) * sizeof *items);
    ConstantUse of_item = {.owner = use.owner,
                           .literal = use.literal || use.literal_items,
                           .fresh = !pool->profile->identity.const_tuple_items_merged};
    for (size_t i = 0; i < value->tuple.count; i++)
        items[i] = use.items ? use.items[i]
                             : constant_pool_value(pool, value->tuple.items[i], of_item);
    pool->entries[number].items = items;
}

uint32_t constant_pool_value(ConstantPool *pool, const Value *value, ConstantUse use)
{
    Key key = {.value = value, .interned = is_interned(value), .hash = value_hash(value)};
    bool shared = pool->profile->identity.consts_merged_across_code_objects || key.interned ||
                  is_singleton(value);
    key.owner = shared ? 0 : use.owner + 1;
    key.hash ^= key.owner * 0x85EBCA6Bu;
    uint32_t number;
    if (use.fresh && !key.interned && !is_singleton(value))
        number = append(pool, (PoolEntry){.value = value,
                                          .literal = use.literal,
                                          .owner = key.owner,
                                          .hash = key.hash});
    else
        number = find_or_append(pool, &key, use);
    bool compound = value->kind == CONST_TUPLE || value->kind == CONST_FROZENSET;
    if (compound && !pool->entries[number].items)
        add_items(pool, number, use);
    return number;
}

uint32_t constant_pool_name(ConstantPool *pool, const Name *name)
{
    Value value = {.kind = CONST_STR, .text = name->text};
    Key key = {.value = &value, .interned = true, .hash = value_hash(&value)};
    if (pool->slot_capacity) {
        size_t slot = find_slot(pool, &key);
        if (pool->slots[slot])
            return pool->slots[slot] - 1;
    }
    Value *kept = region_allocate(pool->region, sizeof *kept);
    *kept = value;
    key.value = kept;
    return find_or_append(pool, &key, (ConstantUse){0});
}

uint32_t constant_pool_code(ConstantPool *pool, const Code *code)
{
    return append(pool, (PoolEntry){.code = code});
}

static Const const_of(ConstantPool *pool, const PoolEntry *entry)
{
    Const result = {.kind = CONST_CODE, .literal = entry->literal, .interned = entry->interned};
    const Value *value = entry->value;
    if (!value) {
        result.code = entry->code;
        return result;
    }
    result.kind = value->kind;
    switch (value->kind) {
    case CONST_INT:
        result.integer = ast_integer(pool->region, value->integer);
        break;
    case CONST_FLOAT:
    case CONST_COMPLEX:
        result.real = value->real;
        result.imaginary = value->imaginary;
        break;
    case CONST_STR:
    case CONST_BYTES:
        result.text = region_slice(pool->region, value->text);
        break;
    case CONST_TUPLE:
    case CONST_FROZENSET:
        result.tuple.count = (uint32_t)value->tuple.count;
        break;
    case CONST_NONE:
    case CONST_ELLIPSIS:
    case CONST_FALSE:
    case CONST_TRUE:
    case CONST_CODE:
        break;
    }
    return result;
}

uint32_t constant_pool_export(ConstantPool *pool, uint32_t number)
{
    PoolEntry *entry = &pool->entries[number];
    if (entry->exported)
        return entry->exported - 1;
    Const made = const_of(pool, entry);
    if (entry->items) {
        uint32_t *items =
            region_allocate(pool->region, (made.tuple.count + (size_t)1) * sizeof *items);
        for (uint32_t i = 0; i < made.tuple.count; i++)
            items[i] = constant_pool_export(pool, entry->items[i]);
        made.tuple.items = items;
    }
    pool->exported = list_reserve(pool->exported, &pool->exported_capacity,
                                  pool->exported_count + (size_t)1, sizeof *pool->exported);
    pool->exported[pool->exported_count++] = made;
    entry->exported = pool->exported_count;
    return entry->exported - 1;
}

Const *constant_pool_finish(ConstantPool *pool, uint32_t *ret_count)
{
    size_t size = pool->exported_count * sizeof *pool->exported;
    *ret_count = pool->exported_count;
    return (Const *)region_copy(pool->region, (const char *)pool->exported, size);
}
