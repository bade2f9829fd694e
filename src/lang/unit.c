#include "lang/unit.h"

#include <stdlib.h>

#include "base/list.h"
#include "base/memory.h"

static size_t find_slot(const NameIndex *index, const Name *name)
{
    size_t slot = name->hash & (index->slot_capacity - 1);
    while (index->slots[slot] && index->items[index->slots[slot] - 1] != name)
        slot = (slot + 1) & (index->slot_capacity - 1);
    return slot;
}

static void grow(NameIndex *index)
{
    free(index->slots);
    index->slot_capacity = index->slot_capacity ? index->slot_capacity * 2 : 16;
    index->slots = memory_allocate(index->slot_capacity * sizeof *index->slots);
    for (size_t i = 0; i < index->count; i++)
        index->slots[find_slot(index, index->items[i])] = (uint32_t)i + 1;
}

bool name_index_find(const NameIndex *index, const Name *name, uint32_t *ret_number)
{
    uint32_t found = index->slot_capacity ? index->slots[find_slot(index, name)] : 0;
    if (found)
        *ret_number = found - 1;
    return found > 0;
}

uint32_t name_index_add(NameIndex *index, const Name *name)
{
    if ((index->count + 1) * 2 > index->slot_capacity)
        grow(index);
    size_t slot = find_slot(index, name);
    if (!index->slots[slot]) {
        index->items = list_reserve(index->items, &index->capacity, index->count + 1,
                                    sizeof(const Name *));
        index->items[index->count++] = name;
        index->slots[slot] = (uint32_t)index->count;
    }
    return index->slots[slot] - 1;
}

void name_index_done(NameIndex *index)
{
    free(index->items);
    free(index->slots);
    *index = (NameIndex){0};
}

void unit_done(Unit *unit)
{
    free(unit->instructions);
    free(unit->labels);
    free(unit->kept);
    name_index_done(&unit->names);
    name_index_done(&unit->variables);
    name_index_done(&unit->cells);
    name_index_done(&unit->frees);
    name_index_done(&unit->attributes);
}

Label unit_label(Unit *unit)
{
    unit->labels = list_reserve(unit->labels, &unit->label_capacity, unit->label_count + 1,
                                sizeof *unit->labels);
    return (Label)unit->label_count++;
}

void unit_place(Unit *unit, Label label)
{
    unit->labels[label] = (uint32_t)unit->count;
}

void unit_emit(Unit *unit, uint8_t op, uint32_t arg)
{
    unit->instructions = list_reserve(unit->instructions, &unit->capacity, unit->count + 1,
                                      sizeof *unit->instructions);
    bool pseudo = op >= OPCODE_COUNT;
    unit->instructions[unit->count++] =
        (UnitInstruction){op, unit->step_pending && !pseudo, arg, unit->range};
    unit->step_pending = unit->step_pending && pseudo;
}

void unit_keep(Unit *unit, uint32_t number)
{
    unit->kept = list_reserve(unit->kept, &unit->kept_capacity, unit->kept_count + 1,
                              sizeof *unit->kept);
    unit->kept[unit->kept_count++] = number;
}
