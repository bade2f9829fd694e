#include <stdlib.h>

#include "base/list.h"
#include "base/memory.h"
#include "lang/stack_effect.h"
#include "lang/stack_size.h"
#include "lang/unit.h"

/* A protected block that is open at an instruction, as the flow of control reaches it. */
typedef struct Open {
    const struct Open *outer;
    Label handler;
    uint32_t depth;
    bool push_lasti;
} Open;

typedef struct Flow {
    bool reached;
    uint32_t depth; /* of the stack before the instruction */
    const Open *open;
    uint32_t index; /* in the finished code */
} Flow;

typedef struct Assembler {
    Unit *unit;
    ConstantPool *pool;
    const Source *source;
    Region *region;
    Flow *flow; /* one an instruction, and one behind the last */
    uint32_t *work;
    size_t work_count, work_capacity;
    uint32_t deepest;
    Region scratch; /* of the Opens */
} Assembler;

static void reach(Assembler *assembler, uint32_t index, uint32_t depth, const Open *open)
{
    Flow *flow = &assembler->flow[index];
    if (flow->reached)
        return;
    *flow = (Flow){true, depth, open, 0};
    if (depth > assembler->deepest)
        assembler->deepest = depth;
    assembler->work = list_reserve(assembler->work, &assembler->work_capacity,
                                   assembler->work_count + 1, sizeof *assembler->work);
    assembler->work[assembler->work_count++] = index;
}

/* SETUP_…: the handler starts with the stack cut back, lasti perhaps, and the exception. */
static const Open *open_block(Assembler *assembler, const UnitInstruction *instruction,
                              const Flow *flow)
{
    int minor = assembler->pool->profile->minor;
    Open *open = region_allocate(&assembler->scratch, sizeof *open);
    open->outer = flow->open;
    open->handler = instruction->arg;
    open->push_lasti = instruction->op != PSEUDO_SETUP_FINALLY && minor >= 11;
    open->depth = flow->depth - (instruction->op == PSEUDO_SETUP_WITH ? 1 : 0);
    reach(assembler, assembler->unit->labels[open->handler],
          open->depth + stack_exception_width(minor) + (open->push_lasti ? 1 : 0), open->outer);
    return open;
}

static void follow(Assembler *assembler, uint32_t index)
{
    const UnitInstruction *instruction = &assembler->unit->instructions[index];
    Flow flow = assembler->flow[index];
    const Open *open = flow.open;
    uint32_t depth = flow.depth;
    int minor = assembler->pool->profile->minor;
    if (instruction->op == PSEUDO_POP_BLOCK) {
        open = open->outer;
    } else if (instruction->op >= OPCODE_COUNT && instruction->op < PSEUDO_POP_BLOCK) {
        open = open_block(assembler, instruction, &flow);
    } else if (instruction->op < OPCODE_COUNT) {
        Opcode op = (Opcode)instruction->op;
        if (stack_effect_jumps(op)) {
            uint32_t after =
                (uint32_t)((int)depth + stack_effect(op, instruction->arg, true, minor));
            reach(assembler, assembler->unit->labels[instruction->arg], after, open);
        }
        if (stack_effect_ends(op))
            return;
        depth = (uint32_t)((int)depth + stack_effect(op, instruction->arg, false, minor));
    }
    reach(assembler, index + 1, depth, open);
}

static void trace_flow(Assembler *assembler)
{
    reach(assembler, 0, 0, NULL);
    while (assembler->work_count)
        follow(assembler, assembler->work[--assembler->work_count]);
}

/* A jump to the next instruction that stays does nothing. */
static bool is_idle_jump(const Assembler *assembler, uint32_t index)
{
    const Unit *unit = assembler->unit;
    if (unit->instructions[index].op != OP_JUMP || unit->instructions[index].starts_statement)
        return false;
    uint32_t target = unit->labels[unit->instructions[index].arg];
    if (target <= index)
        return false;
    for (uint32_t i = index + 1; i < target; i++)
        if (assembler->flow[i].reached && unit->instructions[i].op < OPCODE_COUNT)
            return false;
    return true;
}

/* From 3.12 on LOAD_CONST and RETURN_VALUE are one instruction, unless a jump leads between
 * them (Python/flowgraph.c, basicblock_optimize_load_const). */
static void fuse_returns(Assembler *assembler)
{
    Unit *unit = assembler->unit;
    bool *is_target = memory_allocate((unit->count + 1) * sizeof *is_target);
    for (uint32_t label = 0; label < unit->label_count; label++)
        is_target[unit->labels[label]] = true;
    for (uint32_t i = 0; i + 1 < unit->count; i++) {
        uint32_t next = i + 1;
        while (next + 1 < unit->count && unit->instructions[next].op >= OPCODE_COUNT &&
               !is_target[next])
            next++; /* the end of a protected block */
        if (unit->instructions[i].op != OP_LOAD_CONST ||
            unit->instructions[next].op != OP_RETURN_VALUE || is_target[next])
            continue;
        unit->instructions[i].op = OP_RETURN_CONST;
        assembler->flow[next].reached = false;
    }
    free(is_target);
}

static uint32_t number_instructions(Assembler *assembler)
{
    uint32_t count = 0;
    const Unit *unit = assembler->unit;
    for (uint32_t i = 0; i < unit->count; i++) {
        Flow *flow = &assembler->flow[i];
        flow->index = count;
        bool stays = flow->reached && unit->instructions[i].op < OPCODE_COUNT &&
                     !is_idle_jump(assembler, i);
        flow->reached = stays;
        count += stays;
    }
    assembler->flow[unit->count].index = count;
    return count;
}

static uint32_t line_of(const Source *source, uint32_t offset, uint32_t *ret_column)
{
    size_t low = 0, high = source->line_count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (source->line_start[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    size_t start = source->line_start[low];
    if (low == 0 && source->length >= 3 && (unsigned char)source->bytes[0] == 0xEF &&
        offset >= 3)
        start = 3; /* the byte order mark is no column */
    *ret_column = (uint32_t)(offset - start);
    return (uint32_t)low + 1;
}

static Location location_of(const Source *source, Range range)
{
    Location location = {0};
    if (range.end == 0 && range.start == 0)
        return location;
    location.line = line_of(source, range.start, &location.column);
    location.end_line = line_of(source, range.end, &location.end_column);
    return location;
}

/* Locals are numbered variables, cells that are no variables, free variables. */
static uint32_t *number_cells(const Unit *unit)
{
    size_t count = unit->cells.count + unit->frees.count;
    uint32_t *numbers = memory_allocate((count + 1) * sizeof *numbers);
    uint32_t next = (uint32_t)unit->variables.count;
    for (size_t i = 0; i < unit->cells.count; i++)
        if (!name_index_find(&unit->variables, unit->cells.items[i], &numbers[i]))
            numbers[i] = next++;
    for (size_t i = 0; i < unit->frees.count; i++)
        numbers[unit->cells.count + i] = next++;
    return numbers;
}

static bool uses_cell(Opcode op)
{
    return op == OP_MAKE_CELL || op == OP_LOAD_CLOSURE || op == OP_LOAD_DEREF ||
           op == OP_STORE_DEREF || op == OP_DELETE_DEREF || op == OP_LOAD_CLASSDEREF;
}

/* co_consts, in the order of use. */
typedef struct ConstList {
    uint32_t *items;   /* pool numbers */
    uint32_t *numbers; /* pool number -> place + 1, a hash table */
    uint32_t *keys;
    size_t slot_capacity;
    size_t count, capacity;
} ConstList;

static size_t const_slot(const ConstList *list, uint32_t number)
{
    size_t slot = number * 2654435761u & (list->slot_capacity - 1);
    while (list->numbers[slot] && list->keys[slot] != number)
        slot = (slot + 1) & (list->slot_capacity - 1);
    return slot;
}

static void const_list_grow(ConstList *list)
{
    ConstList grown = *list;
    grown.slot_capacity = list->slot_capacity ? list->slot_capacity * 2 : 16;
    grown.numbers = memory_allocate(grown.slot_capacity * sizeof(uint32_t));
    grown.keys = memory_allocate(grown.slot_capacity * sizeof(uint32_t));
    for (size_t i = 0; i < list->slot_capacity; i++) {
        if (!list->numbers[i])
            continue;
        size_t slot = const_slot(&grown, list->keys[i]);
        grown.numbers[slot] = list->numbers[i];
        grown.keys[slot] = list->keys[i];
    }
    free(list->numbers);
    free(list->keys);
    *list = grown;
}

static uint32_t const_list_add(ConstList *list, uint32_t number)
{
    if ((list->count + 1) * 2 > list->slot_capacity)
        const_list_grow(list);
    size_t slot = const_slot(list, number);
    if (!list->numbers[slot]) {
        list->items =
            list_reserve(list->items, &list->capacity, list->count + 1, sizeof *list->items);
        list->items[list->count++] = number;
        list->numbers[slot] = (uint32_t)list->count;
        list->keys[slot] = number;
    }
    return list->numbers[slot] - 1;
}

/* Where constants are merged, a tuple constant of the same items is the same object as
 * co_consts (merge_const_one). Returns its pool number + 1; 0: it cannot be one. */
static uint32_t tuple_of_consts(Assembler *assembler, const ConstList *list)
{
    ConstantPool *pool = assembler->pool;
    if (!pool->profile->identity.consts_merged_across_code_objects || !list->count)
        return 0;
    Value *tuple = region_allocate(assembler->region, sizeof *tuple);
    const Value **items = region_allocate(assembler->region, list->count * sizeof *items);
    for (size_t i = 0; i < list->count; i++) {
        items[i] = pool->entries[list->items[i]].value;
        if (!items[i]) /* a code object */
            return 0;
    }
    *tuple = (Value){.kind = CONST_TUPLE, .tuple = {.items = items, .count = list->count}};
    ConstantUse use = {.owner = assembler->unit->code->index, .items = list->items};
    return constant_pool_value(pool, tuple, use) + 1;
}

static void write_consts(Assembler *assembler, const ConstList *list)
{
    Code *code = assembler->unit->code;
    uint32_t *consts = region_allocate(assembler->region, (list->count + 1) * sizeof *consts);
    code->consts_tuple = tuple_of_consts(assembler, list);
    for (size_t i = 0; i < list->count; i++)
        consts[i] = constant_pool_export(assembler->pool, list->items[i]);
    code->consts = consts;
    code->const_count = (uint32_t)list->count;
}

static uint32_t final_argument(Assembler *assembler, const UnitInstruction *instruction,
                               ConstList *consts, const uint32_t *cells)
{
    const Unit *unit = assembler->unit;
    Opcode op = (Opcode)instruction->op;
    if (stack_effect_jumps(op))
        return assembler->flow[unit->labels[instruction->arg]].index;
    if (op == OP_LOAD_CONST || op == OP_RETURN_CONST || op == OP_KW_NAMES)
        return const_list_add(consts, instruction->arg);
    if (uses_cell(op))
        return cells[instruction->arg];
    return instruction->arg;
}

static void write_instructions(Assembler *assembler, uint32_t count)
{
    const Unit *unit = assembler->unit;
    Code *code = unit->code;
    Instruction *instructions =
        region_allocate(assembler->region, (count + (size_t)1) * sizeof *instructions);
    Location *locations =
        region_allocate(assembler->region, (count + (size_t)1) * sizeof *locations);
    ConstList consts = {0};
    uint32_t *cells = number_cells(unit);
    if (unit->first_const)
        const_list_add(&consts, unit->first_const - 1);
    uint32_t line = 0;
    for (uint32_t i = 0; i < unit->count; i++) {
        const UnitInstruction *from = &unit->instructions[i];
        line = from->starts_statement ? 0 : line;
        if (!assembler->flow[i].reached)
            continue;
        uint32_t index = assembler->flow[i].index;
        instructions[index] = (Instruction){from->op, from->starts_statement,
                                            final_argument(assembler, from, &consts, cells)};
        locations[index] = location_of(assembler->source, from->range);
        /* Lines only grow within a statement. */
        if (assembler->pool->profile->minor < 8 && locations[index].line)
            line = locations[index].line =
                locations[index].line > line ? locations[index].line : line;
    }
    for (size_t i = 0; i < unit->kept_count; i++)
        const_list_add(&consts, unit->kept[i]);
    code->instructions = instructions;
    code->locations = locations;
    code->instruction_count = count;
    write_consts(assembler, &consts);
    free(consts.items);
    free(consts.numbers);
    free(consts.keys);
    free(cells);
}

static bool same_handler(const Open *a, const Open *b)
{
    return a == b || (a && b && a->handler == b->handler && a->depth == b->depth &&
                      a->push_lasti == b->push_lasti);
}

/* Neighbours with the same handler share an entry; an instruction has only its innermost one.
 */
static void write_handlers(Assembler *assembler)
{
    const Unit *unit = assembler->unit;
    Handler *handlers = NULL;
    size_t count = 0, capacity = 0;
    const Open *current = NULL;
    for (uint32_t i = 0; i < unit->count; i++) {
        const Flow *flow = &assembler->flow[i];
        if (!flow->reached)
            continue;
        bool joins = current && flow->open && same_handler(current, flow->open);
        current = flow->open;
        if (!current)
            continue;
        if (!joins) {
            handlers = list_reserve(handlers, &capacity, count + 1, sizeof *handlers);
            handlers[count++] = (Handler){flow->index, flow->index,
                                          assembler->flow[unit->labels[current->handler]].index,
                                          current->depth, current->push_lasti};
        }
        handlers[count - 1].end = flow->index + 1;
    }
    unit->code->handler_count = (uint32_t)count;
    unit->code->handlers = (const Handler *)region_copy(assembler->region, (char *)handlers,
                                                        count * sizeof *handlers);
    free(handlers);
}

static uint32_t *export_names(Assembler *assembler, const NameIndex *index, uint32_t *place)
{
    for (size_t i = 0; i < index->count; i++)
        *place++ = constant_pool_export(assembler->pool,
                                        constant_pool_name(assembler->pool, index->items[i]));
    return place;
}

static void write_names(Assembler *assembler)
{
    const Unit *unit = assembler->unit;
    Code *code = unit->code;
    size_t most = unit->variables.count + unit->cells.count + unit->frees.count;
    uint32_t *names =
        region_allocate(assembler->region, (unit->names.count + 1) * sizeof *names);
    uint32_t *locals = region_allocate(assembler->region, (most + 1) * sizeof *locals);
    export_names(assembler, &unit->names, names);
    uint32_t *place = export_names(assembler, &unit->variables, locals);
    for (size_t i = 0; i < unit->cells.count; i++) {
        uint32_t unused;
        const Name *name = unit->cells.items[i];
        if (!name_index_find(&unit->variables, name, &unused))
            *place++ = constant_pool_export(assembler->pool,
                                            constant_pool_name(assembler->pool, name));
    }
    code->variable_count = (uint32_t)unit->variables.count;
    code->cell_count = (uint32_t)(place - locals) - code->variable_count;
    place = export_names(assembler, &unit->frees, place);
    code->free_count = (uint32_t)unit->frees.count;
    code->local_count = (uint32_t)(place - locals);
    code->names = names;
    code->name_count = (uint32_t)unit->names.count;
    code->locals = locals;
}

/* To 3.10 a parameter that is a cell has two entries. */
static uint32_t count_frame_entries(const Unit *unit, int minor)
{
    const Code *code = unit->code;
    if (minor >= 11)
        return code->local_count + code->stack_size;
    size_t cells = unit->cells.count + unit->frees.count;
    return code->variable_count + (uint32_t)cells + code->stack_size;
}

void unit_assemble(Unit *unit, ConstantPool *pool, const Source *source, Region *region)
{
    Assembler assembler = {.unit = unit, .pool = pool, .source = source, .region = region};
    assembler.flow = memory_allocate((unit->count + 1) * sizeof *assembler.flow);
    trace_flow(&assembler);
    if (pool->profile->minor >= 12)
        fuse_returns(&assembler);
    uint32_t count = number_instructions(&assembler);
    write_instructions(&assembler, count);
    write_handlers(&assembler);
    write_names(&assembler);
    unit->code->depth = assembler.deepest;
    unit->code->stack_size = stack_size_of(unit, pool->profile->minor);
    unit->code->frame_entries = count_frame_entries(unit, pool->profile->minor);
    free(assembler.flow);
    free(assembler.work);
    region_done(&assembler.scratch);
}
